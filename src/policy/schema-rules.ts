import * as v from 'valibot';
import { SENDER_AUDIENCES, SEVERITIES } from '../domain';
import type { AnyRule, Severity } from '../domain';
import { nearest } from './nearest';
import { shown } from './problem';
import { addressOrDomainProblem } from './formats';
import { addressOrDomain, clauseId, date, formatted, key, list, text } from './schema-values';

function wrongBasis({ input }: { readonly input: unknown }): string {
  if (input === 'good-practice') return 'good practice has no clause behind it. Remove this entry, or choose "direct" or "related".';
  const meant = typeof input === 'string' ? nearest(input, ['direct', 'related']) : null;
  return `${shown(input)} is not a basis. ${meant === null ? 'Choose "direct" or "related".' : `Did you mean "${meant}"?`}`;
}

/** A rule's own option schema. */
export function optionSchemaOf(rule: AnyRule): v.GenericSchema {
  // Rules write their options with valibot; the domain names the convention, so as not to depend on the library.
  return rule.options as unknown as v.GenericSchema;
}

const exemptRecipient = formatted(
  /\S/,
  (value) => (value === 'own-school' ? null : addressOrDomainProblem(value)),
  'an address, a domain or "own-school"',
);

const template = (longest: number) => key('T', 'In the organisation’s own words; null for the product’s.', text(longest));

/** The organisation's words for one tip. How long they are when filled is judged with the clause, by who loads the pack. */
const tipWording = v.strictObject({
  saw: v.optional(template(400)),
  advice: v.optional(template(400)),
  brief: v.optional(template(200)),
  note: v.optional(template(200)),
});

function wordingOf(rule: AnyRule) {
  const tips: { [tip: string]: v.OptionalSchema<typeof tipWording, undefined> } = {};
  for (const tip of Object.keys(rule.tips)) tips[tip] = v.optional(tipWording);
  return v.strictObject(tips);
}

/** What differs from the rule's severities for senders of one audience. */
function byAudience(situations: readonly string[]) {
  const severity: { [situation: string]: v.OptionalSchema<v.GenericSchema<Severity>, undefined> } = {};
  for (const situation of situations) severity[situation] = v.optional(v.picklist(SEVERITIES));
  const entries: { [audience: string]: v.OptionalSchema<ReturnType<typeof v.strictObject<typeof severity, undefined>>, undefined> } = {};
  for (const audience of SENDER_AUDIENCES) entries[audience] = v.optional(v.strictObject(severity));
  return v.strictObject(entries);
}

function ruleSetting(rule: AnyRule) {
  const situations = Object.keys(rule.situations);
  const severity: { [situation: string]: v.GenericSchema<Severity | undefined, Severity> } = {};
  for (const situation of situations) {
    severity[situation] = v.optional(
      key('T+', `When the finding is “${situation}”.`, v.picklist(SEVERITIES)),
      rule.situations[situation] ?? 'off',
    );
  }
  const reference = v.strictObject({
    id: clauseId,
    basis: v.picklist(['direct', 'related'], wrongBasis),
    situations: v.optional(v.nullable(list(v.picklist(situations), situations.length)), null),
  });
  const exemption = v.strictObject({
    for: addressOrDomain,
    why: text(300),
    expires: date,
    situations: v.optional(v.nullable(list(v.picklist(situations), situations.length)), null),
    recipients: v.optional(v.nullable(list(exemptRecipient, 50)), null),
  });
  return v.strictObject({
    on: v.optional(key('T+', 'Whether the rule runs.', v.boolean()), true),
    locked: v.optional(key('T', 'True when no academy may change anything about the rule.', v.boolean()), false),
    clauses: v.optional(key('T+', 'The clauses it upholds and how firmly.', list(reference, 50)), []),
    severity: v.optional(v.strictObject(severity), {}),
    blockAgreedBy: v.optional(key('T+', 'The two roles that agreed to “block”.', list(text(120), 10)), []),
    exemptions: v.optional(key('T', 'Senders the rule leaves alone for a while.', list(exemption, 500)), []),
    severityByAudience: v.optional(key('T', 'What differs for senders of an audience.', byAudience(situations)), {}),
    wording: v.optional(key('T', 'The organisation’s own words, by tip.', wordingOf(rule)), {}),
    button: v.optional(key('T', 'The words on the dialog’s button; null for the product’s.', v.nullable(text(20))), null),
    options: v.optional(optionSchemaOf(rule), {}),
  });
}

export function ruleSettings(rules: readonly AnyRule[]) {
  const entries: { [id: string]: v.OptionalSchema<ReturnType<typeof ruleSetting>, undefined> } = {};
  for (const rule of rules) entries[rule.id] = v.optional(v.pipe(ruleSetting(rule), v.title(rule.title), v.description(rule.why)));
  return v.strictObject(entries);
}
