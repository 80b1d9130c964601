import * as v from 'valibot';
import { defineRule } from '../../src/domain';
import type { AnyRule, Severity } from '../../src/domain';
import type { Names, PackFile } from '../../src/policy';
import { rules as realRules } from '../../src/rules';

/** Rules that find nothing, with the ids and situations of the real ones and options of every kind and lock. */
function toyRule(id: string, situations: { readonly [situation: string]: Severity }, entries: v.ObjectEntries = {}, formerly: readonly string[] = []): AnyRule {
  return defineRule({
    id,
    title: `Toy ${id}`,
    why: 'It stands in for a rule in these tests.',
    tips: {},
    allowances: {},
    situations,
    appliesTo: ['message'],
    needs: [],
    wants: [],
    options: v.strictObject(entries),
    formerly,
    check: () => [],
  });
}

function peopleFrom(least: number, most: number, usual: number, lock: string) {
  return v.optional(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most), v.metadata({ lock })), usual);
}

export const toyRules: readonly AnyRule[] = [
  toyRule(
    'sensitive-attachment',
    { outside: 'justify', partner: 'inform', inside: 'inform', 'name-only': 'warn', unread: 'warn', picture: 'inform', tagged: 'inform' },
    { bulkPeople: peopleFrom(2, 500, 10, 'T+'), minScoreOutside: peopleFrom(50, 100, 60, 'T') },
  ),
  toyRule('personal-recipient', { 'with-sensitive': 'warn', 'with-file': 'warn', plain: 'inform' }, {
    replyExempt: v.optional(v.pipe(v.boolean(), v.metadata({ lock: 'T+', tighter: 'false' })), true),
  }),
  toyRule(
    'all-staff',
    { list: 'warn', many: 'warn', reply: 'warn' },
    {
      directRecipients: peopleFrom(10, 1000, 50, 'T+'),
      alternatives: v.optional(v.pipe(v.array(v.string()), v.maxLength(20), v.metadata({ lock: 'S' })), []),
      listNames: v.optional(
        v.pipe(
          v.array(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/))),
          v.maxLength(50),
          v.description('Names of lists: small letters and digits only.'),
          v.metadata({ lock: 'T+' }),
        ),
        ['allstaff', 'everyone'],
      ),
    },
    ['staff-blast'],
  ),
  toyRule('missing-subject', { blank: 'warn', 'prefix-only': 'warn', placeholder: 'warn' }, {
    suggest: v.optional(v.pipe(v.boolean(), v.metadata({ lock: 'T' })), true),
  }),
  toyRule('out-of-hours', { colleagues: 'warn', 'outside-urgent': 'warn', outside: 'inform', holiday: 'inform' }, {
    scheduleTo: v.optional(v.pipe(v.picklist(['next-start', 'next-start-plus-30']), v.metadata({ lock: 'S' })), 'next-start'),
    graceMinutes: peopleFrom(0, 60, 0, 'S'),
    quietMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60), v.metadata({ lock: 'T+', tighter: 'higher' })), 5),
  }),
];

/** The rules of this product: for the shipped packs, which set every one. */
export const shippedRules: readonly AnyRule[] = realRules;

export const names: Names = {
  zones: ['Europe/London', 'Europe/Dublin', 'Europe/Paris', 'UTC'],
  detectors: ['upn', 'nhs-number', 'postcode'],
  personalDomains: ['gmail.com', 'outlook.com'],
  terms: ['asthma', 'epilepsy', 'ehcp'],
};

export const TODAY = '2026-11-21';

export function packFile(file: string, value: unknown): PackFile {
  return { file, text: JSON.stringify(value ?? null) };
}
