import * as v from 'valibot';
import { maskIdentifiers } from '../detectors';
import { defineRule } from '../domain';
import type { Attachment, Audience, Finding, Fix, Organisation } from '../domain';
import { matchesAddress } from '../recipients';
import { numberOption } from './option-kinds';

type Situation = 'total' | 'reach';

/** As mail systems count them. */
const MEGABYTE = 1024 * 1024;

interface Weight {
  readonly files: readonly Attachment[];
  readonly megabytes: number;
  /** True when a file that counts did not say its size. */
  readonly isPartial: boolean;
}

/** What travels in the email: linked files do not. */
function weigh(attachments: readonly Attachment[]): Weight {
  const files = attachments.filter(({ kind }) => kind !== 'link');
  const bytes = files.reduce((total, { size }) => total + (size ?? 0), 0);
  return { files, megabytes: bytes / MEGABYTE, isPartial: files.some(({ size }) => size === null) };
}

/** Mailboxes it lands in: a listed group counts as many as it has, any other recipient as one. */
function reachOf({ members }: Audience, { groups }: Organisation): number {
  return members.reduce((total, { address }) => total + (groups.find((group) => matchesAddress(group.address, address))?.size ?? 1), 0);
}

export const largeAttachment = defineRule({
  id: 'large-attachment',
  title: 'Large attachments',
  why: 'A heavy email fills every mailbox it lands in and may be turned away; a link is one copy for all.',
  tips: {
    total: {
      saw: '{files: The attachment is|Attachments total} {size} MB and {files: goes|go} to {people: # person|# people}.',
      advice: 'share a OneDrive link with only the people who need it, or ask your line manager about sending it off-peak.',
      brief: '{files: The attachment is|Attachments total} {size} MB.',
      button: 'Show options',
    },
    'at-least': {
      saw: '{files: The attachment is|Attachments total} at least {size} MB and {files: goes|go} to at least {people: # person|# people}.',
      advice: 'share a OneDrive link with only the people who need it, or ask your line manager about sending it off-peak.',
      brief: '{files: The attachment is|Attachments total} at least {size} MB.',
      button: 'Show options',
    },
  },
  allowances: {},
  situations: { total: 'warn', reach: 'warn' },
  appliesTo: ['message', 'appointment'],
  needs: ['audience', 'attachments'],
  wants: [],
  options: v.strictObject({
    totalMB: numberOption(20, [1, 150], 'Largest total', 'From this much in one email on, linked files apart.', 'T', 'MB'),
    mbTimesRecipients: numberOption(
      1000,
      [50, 50_000],
      'Largest load on all mailboxes',
      'Megabytes times recipients, from which on a smaller file is too much as well. A listed group counts as many people as it has.',
      'T',
      'MB × people',
    ),
  }),
  check: ({ audience, attachments }, options, { organisation, evidence: { maxItems } }): readonly Finding<Situation>[] => {
    const { files, megabytes, isPartial } = weigh(attachments);
    const people = reachOf(audience, organisation);
    const isHeavy = megabytes >= options.totalMB;
    if (!isHeavy && megabytes * people < options.mbTimesRecipients) return [];
    const heaviest = [...files].sort((a, b) => (b.size ?? 0) - (a.size ?? 0)).slice(0, maxItems);
    return [
      {
        situation: isHeavy ? 'total' : 'reach',
        tip: isPartial || audience.atLeast ? 'at-least' : 'total',
        values: { files: files.length, size: Math.round(megabytes), people },
        evidence: heaviest.map(({ name, size }) => ({ where: maskIdentifiers(name), masked: `${((size ?? 0) / MEGABYTE).toFixed(1)} MB`, count: people })),
        fixes: heaviest.map((file): Fix => ({ do: 'remove-attachment', attachment: file.id })),
        concerns: ['size'],
      },
    ];
  },
});
