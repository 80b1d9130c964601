import { threadOf } from '../src/text';
import { linksInText } from '../src/text/links';
import { NO_PERSONAL_SETTINGS, unreadable } from '../src/domain';
import type { AcceptedProtection, DraftSource, Fix, Organisation, PersonalSettings, Recipient, RecipientField, Severity, SourceParts } from '../src/domain';

/** A draft told in few words; what it does not say is ordinary: a Wednesday morning in term, one colleague, a subject. */
export interface Story {
  readonly from?: string;
  /** Who is signed in, when that is somebody else than the sender. */
  readonly signedIn?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  /** Addresses that the client calls distribution lists. */
  readonly lists?: readonly string[];
  readonly subject?: string;
  readonly body?: string;
  readonly quoted?: string;
  readonly attachments?: readonly { readonly name: string; readonly text?: string; readonly bytes?: Uint8Array; readonly size?: number | null; readonly kind?: 'file' | 'item' | 'link'; readonly inline?: boolean }[];
  /** ISO time of pressing Send, with its offset. */
  readonly at?: string;
  readonly deliverAt?: string;
  readonly highImportance?: boolean;
  readonly thread?: 'new' | 'reply' | 'forward';
  readonly kind?: 'message' | 'appointment';
  readonly atLeast?: boolean;
  /** Where answers are to go, when that is not the sender's address. */
  readonly replyTo?: string;
  /** What the sender has said about themself. */
  readonly personal?: Partial<PersonalSettings>;
  /** True for a stored mail that no person sent. */
  readonly isMachine?: boolean;
  /** The id of the sensitivity label on it. */
  readonly label?: string;
  /** Parts that cannot be read. */
  readonly unreadable?: readonly (keyof SourceParts)[];
}

/** One case: a sentence a governor could read, the draft, and what this rule must answer. */
export interface Case {
  readonly name: string;
  readonly draft: Story;
  /** The organisation's facts, over the ordinary ones. */
  readonly organisation?: Partial<Organisation>;
  readonly options?: { readonly [option: string]: unknown };
  /** Other severities than the pack's. */
  readonly severity?: { readonly [situation: string]: Severity };
  /** What counts as protected, when not everything. */
  readonly protection?: Partial<AcceptedProtection>;
  /** For what is found: the situation of each finding, and the words of the first where they matter. */
  readonly situations?: readonly string[];
  readonly saw?: string;
  readonly advice?: string;
  /** What the first finding offers: the deeds, in their order. */
  readonly fixes?: readonly Fix['do'][];
  /** What the first finding shows, masked, in its order. */
  readonly shows?: readonly string[];
}

export interface RuleCases {
  readonly finds: readonly Case[];
  readonly clears: readonly Case[];
}

const ORDINARY = {
  from: 'Dee Marlow <dee.marlow@oakfield.example>',
  to: ['kit@oakfield.example'],
  subject: 'Open evening rota',
  body: 'Please see the rota for the open evening.',
  // A Wednesday in term, within hours.
  at: '2026-11-18T10:00:00Z',
};

function parseAddress(written: string): { name: string; address: string } {
  const match = /^(.*?)\s*<([^>]*)>$/.exec(written);
  return match === null ? { name: '', address: written } : { name: match[1] ?? '', address: match[2] ?? '' };
}

function recipients(field: RecipientField, written: readonly string[] | undefined, lists: readonly string[]): Recipient[] {
  return (written ?? []).map((text) => {
    const { name, address } = parseAddress(text);
    const kind = lists.includes(address) ? 'list' : address.includes('@') ? 'person' : 'unresolved';
    return { name, address, field, kind };
  });
}

/** The story as a source, as Outlook or a file would be one. */
export function sourceOf(story: Story): DraftSource {
  const told = { ...ORDINARY, ...story };
  const attachments = told.attachments ?? [];
  const bytesOf = (index: number): Uint8Array => {
    const attachment = attachments[index];
    return attachment?.bytes ?? new TextEncoder().encode(attachment?.text ?? '');
  };
  const from = parseAddress(told.from);
  const lists = told.lists ?? [];
  const parts: SourceParts = {
    kind: told.kind ?? 'message',
    sender: {
      ...from,
      signedIn: told.signedIn === undefined ? null : parseAddress(told.signedIn),
      ...(told.isMachine === true ? { isMachine: true } : {}),
      ...(told.replyTo === undefined ? {} : { replyTo: told.replyTo }),
    },
    recipients: {
      all: [...recipients('to', told.to, lists), ...recipients('cc', told.cc, lists), ...recipients('bcc', told.bcc, lists)],
      atLeast: told.atLeast ?? false,
    },
    subject: told.subject,
    body: { newText: told.body, quotedText: told.quoted ?? '', links: linksInText(told.body) },
    attachments: attachments.map(({ name, size, kind, inline }, index) => ({
      id: String(index),
      name,
      size: size === undefined ? bytesOf(index).length : size,
      kind: kind ?? 'file',
      inline: inline ?? false,
    })),
    sending: {
      at: Date.parse(told.at),
      deliverAt: told.deliverAt === undefined ? null : Date.parse(told.deliverAt),
      highImportance: told.highImportance ?? false,
    },
    thread: threadOf(told.thread ?? 'new', told.subject, told.quoted ?? ''),
    personal: { ...NO_PERSONAL_SETTINGS, ...told.personal },
    label: told.label ?? '',
  };
  return {
    read: (part) =>
      Promise.resolve(told.unreadable?.includes(part) === true ? unreadable(`the ${part} did not arrive`) : (parts[part] as never)),
    open: (id) => Promise.resolve(bytesOf(Number(id))),
  };
}

/** The facts of an invented trust, for stories that need a few. */
export const ORDINARY_ORGANISATION: Partial<Organisation> = {
  internalDomains: ['oakfield.example', 'marsh-lane.example'],
  groups: [
    { address: 'all-staff@oakfield.example', name: 'Oakfield All Staff', size: 71, school: null, allStaff: true },
    { address: 'tas@oakfield.example', name: 'Teaching Assistants', size: 14, school: null, allStaff: false },
  ],
};

