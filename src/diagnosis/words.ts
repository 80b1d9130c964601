import type { SelfTest, Trace, TracedAttachment } from '../domain';
import { checksAtSend, clientName, limitsOf } from './limits';

export type Fact = readonly [name: string, value: string];

const SELF_TEST: { readonly [outcome in SelfTest['outcome']]: string } = {
  works: 'a made-up draft was stopped, as it has to be',
  silent: 'a made-up draft was not stopped',
  'no answer': 'the check did not answer',
  failed: 'the check failed',
  'no rule': 'no rule of this policy can be tested with the made-up draft',
};

export function selfTestInWords({ at, outcome, silent }: SelfTest): string {
  const what = silent.length === 0 || outcome !== 'silent' ? '' : ` (silent: ${silent.join(', ')})`;
  return `${SELF_TEST[outcome]}${what}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function ageInWords(minutes: number | null): string {
  if (minutes === null) return 'never confirmed by the host';
  return minutes < 120 ? `confirmed ${minutes} minutes ago` : minutes < 2880 ? `confirmed ${Math.round(minutes / 60)} hours ago` : `confirmed ${Math.round(minutes / 1440)} days ago`;
}

function policyInWords({ name, version, serial, mode, from, age }: Trace['policy']): string {
  const signed = serial === null || mode === null ? 'never signed' : `number ${serial}, ${mode}`;
  return `${name} ${version}, ${signed}, ${from}, ${ageInWords(age)}`;
}

function attachmentInWords({ kind, ending, size, inspection, matches }: TracedAttachment, number: number): string {
  const found = Object.entries(matches).map(([detector, count]) => `${count} ${detector}`);
  const parts = [
    kind === 'file' ? (ending ?? 'file') : kind,
    size === null ? 'size not known' : `${size} bytes`,
    inspection === null ? 'not inspected' : `${inspection.format}, ${inspection.protection}, ${inspection.content} of it read`,
    ...(found.length === 0 ? [] : [found.join(' and ')]),
  ];
  return `${number}: ${parts.join('; ')}`;
}

function draftFacts({ draft, reads, verdict, findings, unchecked }: Trace): readonly Fact[] {
  const failed = reads.filter(({ outcome }) => outcome !== 'read').map(({ what, outcome, code, milliseconds }) => `${what} ${outcome}${code === null ? '' : ` (${code})`} after ${milliseconds} ms`);
  const calls: Fact = ['Calls', `${reads.length}, the longest ${Math.max(0, ...reads.map(({ milliseconds }) => milliseconds))} ms${failed.length === 0 ? '' : `; ${failed.join('; ')}`}`];
  if (draft === null) return reads.length === 0 ? [['Draft', 'nothing may be said of it']] : [['Draft', 'its recipients or its sender could not be read'], calls];
  const people = draft.recipients.map(({ field, class: of, count }) => `${count} ${of} in ${field}`);
  return [
    ['Draft', `${draft.kind}, ${draft.thread}, ${people.join(', ') || 'nobody'}`],
    ['Text', `subject ${draft.subject} characters, new text ${draft.newText}, below it ${draft.quotedText}, ${draft.links} links`],
    ...draft.attachments.map((attachment, index): Fact => ['Attachment', attachmentInWords(attachment, index + 1)]),
    ['Found', findings.length === 0 ? 'nothing' : findings.map(({ rule, situation, severity }) => `${rule} (${situation}): ${severity}`).join('; ')],
    ['Answer', `${verdict ?? 'none'}${unchecked === 0 ? '' : `, ${unchecked} not checked`}`],
    calls,
  ];
}

/** A trace as a person reads it, line by line. */
export function factsOf(trace: Trace): readonly Fact[] {
  const { client, policy, build, selfTest } = trace;
  return [
    ['Outlook', `${clientName(client)}${client.version === null ? '' : ` ${client.version}`}, Mailbox ${client.mailboxSet ?? 'not known'}`],
    ['At Send', checksAtSend(client) ? 'is checked' : 'is not checked in this Outlook'],
    ['Add-in', build],
    ['Policy', policyInWords(policy)],
    ...(policy.refused === null ? [] : [['Refused', policy.refused] as const]),
    ...(policy.isStale ? [['Silent host', 'Heed only informs'] as const] : []),
    ['Self-test', selfTest === null ? 'not made yet' : selfTestInWords(selfTest)],
    ...limitsOf(client).map((limit): Fact => ['Limit', limit]),
    ...draftFacts(trace),
  ];
}
