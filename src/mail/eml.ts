import PostalMime from 'postal-mime';
import type { Address, Attachment as MimePart, Email } from 'postal-mime';
import { NO_PERSONAL_SETTINGS, unreadable } from '../domain';
import type {
  Attachment,
  Body,
  DraftKind,
  DraftSource,
  Recipient,
  RecipientField,
  Recipients,
  Sender,
  Sending,
  SourcePart,
  SourceParts,
  Thread,
  Unreadable,
} from '../domain';
import { bodyFromHtml, bodyFromText, decodeUtf8, isForwarded, threadOf } from '../text';
import { UNKNOWN_ENCODING, withMendedParts } from './mime-parts';

/** The largest message Exchange Online accepts, in megabytes; a larger file is no mail that could be sent. */
export const LARGEST_MAIL_MB = 150;

/** How far the header block is searched for the fields that tell a mail from another file, in bytes. */
const HEADER_SEARCH = 64 * 1024;

/** Fields at least one of which every stored mail has; a file without any is not a mail. */
const MAIL_FIELDS =
  /^(?:from|to|cc|bcc|subject|date|message-id|received|return-path|sender|reply-to|mime-version|content-type|delivered-to|x-[a-z-]+):/im;

/** How Outlook's `.msg` begins, and Office files before 2007 ([MS-CFB] 2.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A stored mail read as if it were a draft about to be sent. */
export interface MailDraft {
  readonly source: DraftSource;
  /** A sentence when the file ends before the mail does; null when it is whole. */
  readonly cutShort: string | null;
  /** False for a mail without a Date, which is taken to be sent now. */
  readonly isDated: boolean;
}

function flatten(addresses: readonly Address[] | undefined): readonly { address: string; name: string }[] {
  const found: { address: string; name: string }[] = [];
  for (const entry of addresses ?? []) {
    if (entry.group !== undefined) found.push(...entry.group);
    else found.push({ address: entry.address, name: entry.name });
  }
  return found;
}

function toRecipients(field: RecipientField, addresses: readonly Address[] | undefined): readonly Recipient[] {
  return flatten(addresses).map(({ address, name }) => ({
    address,
    name,
    field,
    kind: address.indexOf('@') > 0 ? 'person' : 'unresolved',
  }));
}

function recipientsOf(email: Email): Recipients {
  return {
    all: [...toRecipients('to', email.to), ...toRecipients('cc', email.cc), ...toRecipients('bcc', email.bcc)],
    atLeast: false,
  };
}

function senderOf(email: Email): Sender | Unreadable {
  const from = flatten(email.from === undefined ? [] : [email.from])[0];
  if (from === undefined || from.address === '') return unreadable('the mail has no From address');
  const sender = flatten(email.sender === undefined ? [] : [email.sender])[0];
  const isSame = sender === undefined || sender.address.toLowerCase() === from.address.toLowerCase();
  const answersTo = flatten(email.replyTo)[0]?.address ?? '';
  const person: Sender = {
    address: from.address,
    name: from.name,
    signedIn: isSame || isListSoftware(sender.address) ? null : sender,
    ...(answersTo === '' || answersTo.toLowerCase() === from.address.toLowerCase() ? {} : { replyTo: answersTo }),
  };
  const isList = sender !== undefined && isListSoftware(sender.address);
  return isList || isSentByMachine(email, from.address) ? { ...person, isMachine: true } : person;
}

function headerOf(email: Email, name: string): string | null {
  return email.headers.find((header) => header.key === name)?.value ?? null;
}

/** Mailboxes that machines write from, by how their names begin: scanners, alerts, feeds, list software. */
const MACHINE_NAMES = /^(?:no-?reply|do-?not-?reply|notifications?|alerts?|scanner|copier|printer|mailer|postmaster|newsletter|rss|feeds?|bounces?|owner-|listserv|majordomo|cron|root@)/i;

/** True for the mailbox from which list software passes on what somebody else wrote. */
function isListSoftware(address: string): boolean {
  return /^owner-|-(?:bounces|owner|request)@|@(?:lists?|listserv|mailman)\./i.test(address);
}

/** True when the mail was not sent by a person pressing Send: RFC 3834 `Auto-Submitted`, list headers, a machine's mailbox. */
function isSentByMachine(email: Email, address: string): boolean {
  const automatic = (headerOf(email, 'auto-submitted') ?? 'no').trim().toLowerCase();
  const precedence = (headerOf(email, 'precedence') ?? '').trim().toLowerCase();
  return automatic !== 'no' || /^(?:bulk|list|junk)$/.test(precedence) || headerOf(email, 'list-id') !== null || MACHINE_NAMES.test(address);
}

/** More of a Date that cannot be read is not shown, in characters. */
const LONGEST_DATE = 40;

/** The moment a header names, in milliseconds since 1970 UTC; null when it has none that can be read. */
function momentOf(value: string | null): number | null {
  if (value === null) return null;
  const moment = Date.parse(value.replace(/\([^()]{0,60}\)/g, ' ').trim());
  return Number.isNaN(moment) ? null : moment;
}

/** A mail without a Date was not sent yet, so it is sent now; a Date that cannot be read tells nothing. */
function sendingOf(email: Email, now: number | null): Sending | Unreadable {
  const written = headerOf(email, 'date');
  const at = now ?? (written === null ? Date.now() : momentOf(written));
  if (at === null) return unreadable(`its Date “${(written ?? '').slice(0, LONGEST_DATE)}” cannot be read`);
  const importance = (headerOf(email, 'importance') ?? '').trim().toLowerCase();
  const priority = (headerOf(email, 'x-priority') ?? '').trim();
  return {
    at,
    deliverAt: momentOf(headerOf(email, 'deferred-delivery')),
    highImportance: importance === 'high' || /^[12]\b/.test(priority),
  };
}

function threadKind(email: Email): Thread['kind'] {
  if (isForwarded(email.subject ?? '')) return 'forward';
  return email.inReplyTo !== undefined || email.references !== undefined ? 'reply' : 'new';
}

function bodyOf(email: Email): Body {
  return email.html !== undefined && email.html.trim() !== '' ? bodyFromHtml(email.html) : bodyFromText(email.text ?? '');
}

function isInvitation(part: MimePart): boolean {
  return part.mimeType === 'text/calendar' && part.method === 'REQUEST';
}

function bytesOf(part: MimePart): Uint8Array {
  if (part.content instanceof Uint8Array) return part.content;
  return typeof part.content === 'string' ? new TextEncoder().encode(part.content) : new Uint8Array(part.content);
}

/** True for the copy of the invitation that some programs attach for others to open. */
function isCopyOf(invitation: MimePart | undefined, part: MimePart): boolean {
  const text = (one: MimePart): string => decodeUtf8(bytesOf(one), 0, bytesOf(one).length).trim();
  return invitation !== undefined && /^(?:application\/ics|text\/calendar)$/.test(part.mimeType) && text(part) === text(invitation);
}

function attachmentOf(part: MimePart, index: number, html: string): Attachment {
  const bare = part.contentId?.replace(/^<|>$/g, '') ?? '';
  const isShownInBody = bare !== '' && html.indexOf(`cid:${bare}`) !== -1;
  return {
    id: String(index),
    name: part.filename ?? (part.mimeType === 'message/rfc822' ? 'attached mail.eml' : `unnamed part ${index + 1}`),
    size: bytesOf(part).length,
    kind: part.mimeType === 'message/rfc822' ? 'item' : 'file',
    inline: isShownInBody,
  };
}

/** The transfer encoding of a part when it is none that can be decoded; null for an ordinary part. */
function unknownEncodingOf(part: MimePart): string | null {
  const description = part.description ?? '';
  return description.startsWith(UNKNOWN_ENCODING) ? description.slice(UNKNOWN_ENCODING.length) : null;
}

/** The outermost multipart boundary, when the header block declares one. */
function boundaryOf(head: string): string | null {
  const headers = /^[\s\S]*?\r?\n\r?\n/.exec(head)?.[0] ?? head;
  const declared = /^content-type:\s*multipart\/[^\n]*(?:\n[ \t][^\n]*)*/im.exec(headers)?.[0];
  const boundary = declared === undefined ? null : /boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(declared);
  return boundary === null ? null : (boundary[1] ?? boundary[2] ?? null);
}

/** How far from its end a file is searched for the closing boundary, in bytes: signatures and list footers follow it. */
const TAIL_SEARCH = 64 * 1024;

function cutShortReason(bytes: Uint8Array, head: string): string | null {
  if (bytes.length <= HEADER_SEARCH && !/\r?\n\r?\n/.test(head)) return 'The file ends inside the headers of the mail.';
  const boundary = boundaryOf(head);
  if (boundary === null) return null;
  const tail = decodeUtf8(bytes, Math.max(0, bytes.length - TAIL_SEARCH), bytes.length);
  return tail.indexOf(`--${boundary}--`) === -1
    ? 'The file ends before the mail does, so its last part may be missing.'
    : null;
}

/**
 * Reads an `.eml` file as a draft being sent: `Date` is the send time (its offset counts) unless `now` is given, `Bcc` is
 * read, `Sender` differs from `From` when someone sends for another, `Deferred-Delivery` is a scheduled send, and a
 * `text/calendar; method=REQUEST` part makes it a meeting. What is no mail is answered with the reason.
 */
export async function mailDraft(bytes: Uint8Array, now: number | null): Promise<MailDraft | Unreadable> {
  if (bytes.length === 0) return unreadable('it is empty');
  if (bytes.length > LARGEST_MAIL_MB * 1024 * 1024) {
    return unreadable(`it is larger than ${LARGEST_MAIL_MB} MB, the largest message that can be sent`);
  }
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    return unreadable('it is a file such as Outlook’s .msg, and a mail is read as .eml. Save it from the new Outlook or Outlook on the web, which write .eml');
  }
  const head = decodeUtf8(bytes, 0, Math.min(bytes.length, HEADER_SEARCH));
  const firstLine = head.slice(0, 1000);
  if (head.slice(0, 4096).indexOf('\u0000') !== -1 || !MAIL_FIELDS.test(firstLine)) {
    return unreadable('it is not a mail: it does not begin with mail headers');
  }
  let email: Email;
  try {
    email = await PostalMime.parse(withMendedParts(bytes), { forceRfc822Attachments: true });
  } catch (error) {
    return unreadable(`it could not be read as a mail (${error instanceof Error ? error.message : String(error)})`);
  }
  return { source: sourceOf(email, now), cutShort: cutShortReason(bytes, head), isDated: headerOf(email, 'date') !== null };
}

/** The sensitivity label that Microsoft 365 notes in a mail's headers. */
function labelOf({ headers }: Email): string {
  const noted = headers.find(({ key }) => key === 'msip_labels')?.value ?? '';
  return /MSIP_Label_([0-9a-f-]{36})_Enabled=true/i.exec(noted)?.[1]?.toLowerCase() ?? '';
}

function sourceOf(email: Email, now: number | null): DraftSource {
  const invitation = email.attachments.find(isInvitation);
  const parts = email.attachments.filter((part) => !isInvitation(part) && !isCopyOf(invitation, part));
  const html = email.html ?? '';
  const read: { readonly [P in SourcePart]: () => SourceParts[P] | Unreadable } = {
    kind: (): DraftKind => (invitation === undefined ? 'message' : 'appointment'),
    sender: () => senderOf(email),
    recipients: () => recipientsOf(email),
    subject: () => email.subject ?? '',
    body: () => bodyOf(email),
    attachments: () => parts.map((part, index) => attachmentOf(part, index, html)),
    sending: () => sendingOf(email, now),
    thread: () => threadOf(threadKind(email), email.subject ?? '', bodyOf(email).quotedText),
    // A mail says nothing of the sender's own settings.
    personal: () => NO_PERSONAL_SETTINGS,
    label: () => labelOf(email),
  };
  return {
    read: (part) => Promise.resolve(read[part]() as never),
    open: (attachmentId) => {
      const part = parts[Number(attachmentId)];
      if (part === undefined) return Promise.resolve(unreadable('there is no such attachment'));
      const encoding = unknownEncodingOf(part);
      return Promise.resolve(encoding === null ? bytesOf(part) : unreadable(`its encoding “${encoding}” is not known`));
    },
  };
}
