import type { Trace, TracedAttachment, TracedDraft, TracedRead } from '../../domain';
import type { AttachmentSeed, DraftSeed, Field } from '../compose/types';
import type { ClientId } from './clients';
import type { Stage } from './driver';
import type { Fault } from './faults';
import { MADE_UP } from './made-up';

/** A trace set up as a stage, and what of it a made-up draft cannot show, a sentence each. */
export interface Replayed {
  readonly stage: Stage;
  readonly notShown: readonly string[];
}

const CLIENTS: { readonly [host: string]: ClientId } = { OutlookWebApp: 'browser', newOutlookWindows: 'new-desktop', Outlook: 'classic-desktop' };

/** The calls behind each part of a draft. */
const CALLS: { readonly [part: string]: readonly string[] } = {
  recipients: ['to.getAsync', 'cc.getAsync', 'bcc.getAsync'],
  sender: ['from.getAsync'],
  subject: ['subject.getAsync'],
  body: ['body.getAsync'],
  attachments: ['getAttachmentsAsync'],
  sending: ['delayDeliveryTime.getAsync'],
  thread: ['getComposeTypeAsync'],
};

/** The most characters that a replayed file or text has. */
const LONGEST = 200_000;

const SENTENCE = 'The plan for the term is here. ';

function filler(length: number): string {
  return SENTENCE.repeat(Math.ceil(Math.min(length, LONGEST) / SENTENCE.length)).slice(0, Math.max(0, Math.min(length, LONGEST)));
}

/** A zip whose one entry says that it is encrypted; what is locked in it nobody can tell. */
function lockedZip(): string {
  const name = 'locked.bin';
  const word = (value: number): string => String.fromCharCode(value & 255, value >> 8);
  const long = (value: number): string => word(value & 0xffff) + word(value >>> 16);
  const common = word(20) + word(1) + word(0) + word(0) + word(0x5a21) + long(0x1234abcd) + long(16) + long(4) + word(name.length) + word(0);
  const local = `PK\u0003\u0004${common}${name}${'x'.repeat(16)}`;
  const central = `PK\u0001\u0002${word(20)}${common}${word(0)}${word(0)}${word(0)}${long(0)}${long(0)}${name}`;
  return btoa(`${local}${central}PK\u0005\u0006${word(0)}${word(0)}${word(1)}${word(1)}${long(central.length)}${long(local.length)}${word(0)}`);
}

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

/** A table in which each detector speaks as often as it did. */
function tableOf(matches: TracedAttachment['matches']): string {
  const columns = Object.entries(matches).flatMap(([detector, count]) => {
    const made = MADE_UP[detector];
    return made === undefined ? [] : [{ ...made, count }];
  });
  const rows = Math.min(5000, Math.max(0, ...columns.map(({ count }) => count)));
  const lines = Array.from({ length: rows }, (_row, index) => [`Pupil ${index + 1}`, ...columns.map(({ value, count }) => (index < count ? value(index + 1) : ''))].join(','));
  return [['Name', ...columns.map(({ heading }) => heading)].join(','), ...lines, ''].join('\r\n');
}

function seedOf({ kind, ending, size, inline, inspection, matches }: TracedAttachment, number: number): AttachmentSeed {
  const name = `file-${number}`;
  if (kind === 'link') return { name: `${name}.${ending ?? 'docx'}`, kind: 'cloud', url: `https://files.example/${number}` };
  if (kind === 'item') return { name, kind: 'item', eml: `From: a@files.example\r\nSubject: Plan\r\n\r\n${filler(size ?? 100)}` };
  if (inline) return { name: `${name}.png`, isInline: true, contentId: `${name}@replay`, base64: PICTURE };
  const length = size ?? 1000;
  if (inspection !== null && inspection.protection === 'protected') return { name: `${name}.zip`, size: length, base64: lockedZip() };
  if (Object.keys(matches).length > 0) return { name: `${name}.csv`, size: length, text: tableOf(matches) };
  // Bytes that no reader knows: a file that could not be read then cannot be read now.
  if (inspection === null || inspection.content === 'none') return { name: `${name}.${ending ?? 'bin'}`, size: length, base64: btoa('\u0001\u0002\u0000\u0003'.repeat(64)) };
  return { name: `${name}.txt`, size: length, text: filler(length) };
}

function peopleOf({ recipients, kind }: TracedDraft, domains: Trace['policy']['domains'], inside: string): Partial<Record<Field, readonly string[]>> {
  const FIELDS: { readonly [field: string]: Field } = kind === 'appointment' ? { to: 'required', cc: 'optional', bcc: 'optional' } : { to: 'to', cc: 'cc', bcc: 'bcc' };
  const people: Partial<Record<Field, string[]>> = {};
  for (const { field, class: of, count } of recipients) {
    const domain = { inside, partner: domains.partner ?? 'partner.example', pupil: domains.pupil ?? 'pupils.example', personal: 'gmail.com', outside: 'elsewhere.example', unknown: null }[of];
    const list = (people[FIELDS[field] ?? 'to'] ??= []);
    for (let number = 1; number <= Math.min(count, 1000); number += 1) list.push(domain === null ? `Unknown ${number}` : `${of}.${field}.${number}@${domain}`);
  }
  return people;
}

function draftOf(draft: TracedDraft, domains: Trace['policy']['domains']): DraftSeed {
  const inside = domains.inside ?? 'school.example';
  const owner = { address: `sender@${inside}`, name: 'Sender' };
  const found = Object.entries(draft.bodyMatches).flatMap(([detector, count]) => Array.from({ length: Math.min(count, 200) }, (_match, index) => `${MADE_UP[detector]?.heading ?? ''} ${MADE_UP[detector]?.value(index + 1) ?? ''}`.trim()));
  const written = found.join('\n');
  const quoted = draft.quotedText === 0 ? '' : `\n\n-----Original Message-----\nFrom: Somebody <somebody@elsewhere.example>\nSent: 1 June 2026 09:00\nTo: Sender <${owner.address}>\nSubject: Plan\n\n${filler(draft.quotedText)}`;
  return {
    kind: draft.kind,
    composeType: draft.thread === 'new' ? 'newMail' : draft.thread,
    owner,
    from: owner,
    ...peopleOf(draft, domains, inside),
    subject: filler(draft.subject).trimEnd(),
    text: `${written}${written === '' ? '' : '\n'}${filler(draft.newText - written.length)}${quoted}`,
    attachments: draft.attachments.map((attachment, index) => seedOf(attachment, index + 1)),
  };
}

function kindOf({ outcome, code, milliseconds }: TracedRead): Omit<Fault, 'api'> | null {
  if (outcome === 'read') return null;
  if (outcome === 'late') return { kind: 'is-slow', milliseconds };
  if (outcome === 'silent') return { kind: 'hangs' };
  if (outcome === 'missing') return { kind: 'is-missing' };
  return outcome === 'empty' ? { kind: 'answers-empty' } : { kind: 'fails', code: code ?? 5001 };
}

function faultsOf({ reads, draft }: Trace, seed: DraftSeed): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const read of reads) {
    const how = kindOf(read);
    if (how === null) continue;
    const number = /^attachment (\d+)$/.exec(read.what)?.[1];
    const name = number === undefined ? undefined : seed.attachments?.[Number(number) - 1]?.name;
    if (number !== undefined && name === undefined) continue;
    const calls = number === undefined ? (CALLS[read.what] ?? []) : ['getAttachmentContentAsync'];
    for (const call of calls) {
      const api = draft?.kind === 'appointment' ? call.replace(/^to\./, 'requiredAttendees.').replace(/^cc\./, 'optionalAttendees.').replace(/^from\./, 'organizer.') : call;
      faults.set(`${api} ${name ?? ''}`, { api, ...how, ...(name === undefined ? {} : { attachment: name }) });
    }
  }
  return [...faults.values()];
}

/** What happened with a draft that nobody here has seen, on a made-up draft of the same measures. */
export function traceStage(trace: Trace, now: number): Replayed {
  const { client, policy, draft, made } = trace;
  const seed = draft === null ? {} : draftOf(draft, policy.domains);
  const detectors = draft === null ? [] : [...new Set([...Object.keys(draft.bodyMatches), ...draft.attachments.flatMap(({ matches }) => Object.keys(matches))])];
  const unknown = detectors.filter((detector) => MADE_UP[detector] === undefined);
  const clientId = CLIENTS[client.host ?? ''];
  return {
    stage: {
      seed,
      client: clientId ?? 'browser',
      ...(client.mailboxSet === null ? {} : { requirementSet: client.mailboxSet }),
      ...(client.language === null ? {} : { locale: client.language }),
      faults: faultsOf(trace, seed),
      clockShift: Date.parse(made) - now,
    },
    notShown: [
      ...(draft === null ? ['The trace says nothing of the draft.'] : []),
      ...(clientId === undefined ? [`The simulator has no client like ${client.host ?? 'one without a name'}: it shows a browser.`] : []),
      ...(unknown.length === 0 ? [] : [`There are no made-up values for ${unknown.join(', ')}.`]),
      ...(draft?.isScheduled === true ? ['When the draft was to leave is not in the trace.'] : []),
    ],
  };
}

/** Reads what was pasted; a sentence when it is no trace. */
export function parseTrace(text: string): Trace | string {
  let value: Partial<Trace> | null;
  try {
    value = JSON.parse(text) as Partial<Trace> | null;
  } catch {
    return 'This is not JSON. Copy the whole trace, from the first bracket to the last.';
  }
  if (value === null || value.format !== 'heed-trace' || value.version !== 1) return 'This is no trace that this version of Heed can replay.';
  return value as Trace;
}
