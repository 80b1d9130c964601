import { isBase64, sizeOfBase64, toBase64 } from './base64';
import { paragraphs } from './html';
import type { Address, AttachmentContent, AttachmentSeed, ComposeAttachment, DraftSeed, Field, ItemPart, ItemState, Person, PersonSeed } from './types';

/** Who changed the draft: the person at the window or an add-in's call. */
export type Author = 'person' | 'add-in';

export type ItemListener = (part: ItemPart, author: Author) => void;

/** One draft in a compose window. Reads are plain data; every write names its author and tells the listeners. */
export interface ComposeItem {
  readonly state: Readonly<ItemState>;
  /** Counts drafts shown in this window, from 1: a call made for an earlier one is answered "item changed". */
  readonly number: number;
  write<P extends ItemPart>(part: P, value: ItemState[P], author: Author): void;
  people(field: Field): readonly Person[];
  setPeople(field: Field, people: readonly Person[], author: Author): void;
  addAttachment(seed: AttachmentSeed, author: Author): ComposeAttachment;
  /** False when there is no such attachment. */
  removeAttachment(id: string, author: Author): boolean;
  listen(listener: ItemListener): () => void;
}

/** The fields of a kind of item, in the order the window shows them. */
export const FIELDS: Readonly<Record<ItemState['kind'], readonly Field[]>> = {
  message: ['to', 'cc', 'bcc'],
  appointment: ['required', 'optional'],
};

export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  to: 'To',
  cc: 'Cc',
  bcc: 'Bcc',
  required: 'Required',
  optional: 'Optional',
};

/** Reads an address as people write it. Text without an address at a domain stays unresolved. */
export function parsePerson(written: string): Person {
  const named = /^\s*"?([^"<]*?)"?\s*<([^<>]*)>\s*$/.exec(written);
  const address = (named === null ? written : (named[2] ?? '')).trim();
  const name = named === null ? '' : (named[1] ?? '').trim();
  const isResolved = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address);
  return { address, name: name === '' ? address : name, kind: isResolved ? 'externalUser' : 'other', isResolved };
}

/** A resolved person is a colleague when the domain is that of the mailbox, as a directory would have it. */
export function withKind(person: Person, owner: Address): Person {
  if (person.kind !== 'user' && person.kind !== 'externalUser') return person;
  const domain = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return { ...person, kind: domain(person.address) === domain(owner.address) ? 'user' : 'externalUser' };
}

function personOf(seed: PersonSeed, owner: Address): Person {
  if (typeof seed === 'string') return withKind(parsePerson(seed), owner);
  const parsed = parsePerson(seed.address ?? '');
  return { ...parsed, ...seed, name: seed.name ?? parsed.name };
}

/** `Ann <ann@x.example>; Bo <bo@x.example>` as people; commas and semicolons outside quotes part them. */
export function parsePeople(written: string): readonly Person[] {
  return (written.match(/(?:"[^"]*"|[^,;\n])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parsePerson);
}

const TYPES_BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

function contentOf(seed: AttachmentSeed): AttachmentContent {
  if (seed.errorCode !== undefined) return { format: 'none', errorCode: seed.errorCode };
  if (seed.eml !== undefined) return { format: 'eml', text: seed.eml };
  if (seed.iCalendar !== undefined) return { format: 'iCalendar', text: seed.iCalendar };
  if (seed.url !== undefined) return { format: 'url', text: seed.url };
  if (seed.text !== undefined) return { format: 'base64', text: toBase64(new TextEncoder().encode(seed.text)) };
  return { format: 'base64', text: isBase64(seed.base64 ?? '') ? (seed.base64 ?? '') : '' };
}

function sizeOf(content: AttachmentContent): number {
  if (content.format === 'none') return 0;
  return content.format === 'base64' ? sizeOfBase64(content.text) : content.text.length;
}

export function attachmentOf(seed: AttachmentSeed, id: string): ComposeAttachment {
  const content = contentOf(seed);
  const kind = seed.kind ?? (content.format === 'eml' || content.format === 'iCalendar' ? 'item' : content.format === 'url' ? 'cloud' : 'file');
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(seed.name)?.[1]?.toLowerCase() ?? '';
  return {
    id,
    name: seed.name,
    size: seed.size ?? sizeOf(content),
    kind,
    isInline: seed.isInline ?? false,
    contentId: seed.contentId ?? null,
    contentType: seed.contentType ?? TYPES_BY_ENDING[ending] ?? 'application/octet-stream',
    content,
  };
}

/** An hour from the next full hour: where a new meeting stands. */
function nextHour(now: number): number {
  return Math.ceil(now / 3_600_000) * 3_600_000;
}

function stateOf(seed: DraftSeed, owner: Address, now: number, attachmentId: () => string): ItemState {
  const people = (list: readonly PersonSeed[] | undefined): readonly Person[] => (list ?? []).map((person) => personOf(person, owner));
  const start = seed.start ?? nextHour(now);
  const isText = seed.html === undefined && seed.text !== undefined;
  return {
    kind: seed.kind ?? 'message',
    composeType: seed.composeType ?? 'newMail',
    from: seed.from ?? owner,
    fields: { to: people(seed.to), cc: people(seed.cc), bcc: people(seed.bcc), required: people(seed.required), optional: people(seed.optional) },
    subject: seed.subject ?? '',
    html: seed.html ?? (isText ? paragraphs(seed.text ?? '') : ''),
    bodyType: isText ? 'text' : 'html',
    attachments: (seed.attachments ?? []).map((attachment) => attachmentOf(attachment, attachmentId())),
    deliverAt: seed.deliverAt ?? null,
    start,
    end: seed.end ?? start + 3_600_000,
    location: seed.location ?? '',
    isAllDay: false,
    sensitivity: 'normal',
    sensitivityLabel: null,
    categories: [],
    notifications: [],
    internetHeaders: seed.internetHeaders ?? {},
    sessionData: seed.sessionData ?? {},
    customProperties: '{}',
    itemId: seed.itemId ?? null,
    conversationId: 'conversation-1',
    inReplyTo: seed.inReplyTo ?? null,
    isFromSharedFolder: seed.isFromSharedFolder ?? false,
    appendOnSend: '',
    prependOnSend: '',
  };
}

/** A draft from its seed. `number` tells drafts of one window apart; `now` is the host's time. */
export function createItem(seed: DraftSeed, owner: Address, number: number, now: number): ComposeItem {
  let attachmentCount = 0;
  const nextAttachmentId = (): string => {
    attachmentCount += 1;
    return `item-${number}-attachment-${attachmentCount}`;
  };
  const state = stateOf(seed, owner, now, nextAttachmentId);
  const listeners = new Set<ItemListener>();
  const tell: ItemListener = (part, author) => {
    for (const listener of [...listeners]) listener(part, author);
  };
  return {
    state,
    number,
    write: (part, value, author) => {
      state[part] = value;
      tell(part, author);
    },
    people: (field) => state.fields[field],
    setPeople: (field, people, author) => {
      state.fields = { ...state.fields, [field]: people };
      tell('fields', author);
    },
    addAttachment: (attachmentSeed, author) => {
      const attachment = attachmentOf(attachmentSeed, nextAttachmentId());
      state.attachments = [...state.attachments, attachment];
      tell('attachments', author);
      return attachment;
    },
    removeAttachment: (id, author) => {
      const kept = state.attachments.filter((attachment) => attachment.id !== id);
      if (kept.length === state.attachments.length) return false;
      state.attachments = kept;
      tell('attachments', author);
      return true;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
