import { decodeText } from '../../text/decode';
import { encodeUtf8 } from '../../text/encode';
import { htmlToText } from '../../text/html';
import { limitReason } from '../budget';
import { hasBytes, latin1, textStart } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { decodedSize, eachPart, partContent } from './mime';
import type { MimePart } from './mime';
import { FIELD_NAME, readHeaders } from './mime-headers';
import type { Headers } from './mime-headers';
import { finishTally, readArmouredText } from '../encrypted/pgp';
import type { Tally } from '../encrypted/pgp';
import { ENCRYPTED_MAIL, OPENS, PARTLY_ENCRYPTED } from '../sentences';
import { unread } from '../unread';

// Mail as it is sent and stored: RFC 5322, RFC 2045–2049; mbox: RFC 4155.

const LINE_FEED = 10;

/** Fields that tell of the mail's way and make, not of what it says; others that begin with `x-` do as well. */
const WAY_AND_MAKE =
  '^(?:arc-.*|authentication-results|content-.*|delivered-to|dkim-.*|domainkey-.*|in-reply-to|list-.*|message-id|mime-version|received.*|references|return-path|' +
  'status|thread-index|user-agent|';
const TRACE_FIELDS = new RegExp(`${WAY_AND_MAKE}x-.*)$`);
/** Fields that mail has and little else does; two of them at the very start make a mail of a text. */
const KNOWN_FIELDS = new RegExp(
  `${WAY_AND_MAKE}b?cc|date|delivery-date|disposition-notification-to|envelope-to|from|importance|organi[sz]ation|precedence|priority|reply-to|resent-.*|sender|subject|thread-.*|to)$`,
);
/** More parts, or mails in a mailbox, than anyone sends. */
export const MOST_PARTS = 10_000;
const MOST_SNIFFED_LINES = 100;
const LONGEST_SNIFFED_LINE = 100;
/** A lone content type is how what an S/MIME signature wraps begins. */
const LONE_CONTENT_TYPE = /^content-type:\s*[a-z]+\/[a-z0-9.+-]+\s*(?:;|$)/i;

export function lineEnd(bytes: Uint8Array, at: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed === -1 ? bytes.length : feed;
}

/** True when mail headers start at `start`. */
export function hasMailHeaders(bytes: Uint8Array, start: number): boolean {
  let known = 0;
  let at = start;
  for (let i = 0; i < MOST_SNIFFED_LINES && at < bytes.length; i += 1) {
    const stop = lineEnd(bytes, at);
    const line = latin1(bytes, at, Math.min(stop, at + LONGEST_SNIFFED_LINE)).replace(/\s+$/, '');
    if (line === '') break;
    const isContinuation = i > 0 && (bytes[at] === 32 || bytes[at] === 9);
    if (!isContinuation) {
      const field = FIELD_NAME.exec(line);
      if (field === null) return known >= 3;
      if (KNOWN_FIELDS.test(field[1]!.toLowerCase())) known += 1;
      if (i === 0 && LONE_CONTENT_TYPE.test(line)) known += 1;
    }
    at = stop + 1;
  }
  return known >= 2;
}

/** Where the first mail of an mbox file starts, after its `From ` line; 0 when the file does not begin with one. */
function afterFromLine(bytes: Uint8Array, start: number): number {
  if (!hasBytes(bytes, 'From ', start) && !hasBytes(bytes, '>From ', start)) return start;
  const next = lineEnd(bytes, start) + 1;
  return next < bytes.length ? next : start;
}

/** What a part is called that has no name of its own. */
function usualName(type: string): string {
  if (/^message\//.test(type)) return 'message.eml';
  if (/calendar/.test(type)) return 'invitation.ics';
  if (/vcard/.test(type)) return 'contact.vcf';
  return /pkcs7-mime/.test(type) ? 'smime.p7m' : type.replace('/', '.');
}

const LOCKING_TYPE = /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/;

function* readPart(
  bytes: Uint8Array,
  part: MimePart,
  members: Members,
  tally: Tally,
  context: InspectionContext,
): Generator<void, void, void> {
  const type = part.type.value || 'text/plain';
  const name = part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? '';
  const isBody = name === '' && part.disposition.value !== 'attachment' && /^(?:text\/(?:plain|html|enriched|x-.*)|message\/(?!rfc822|partial|global).*)$/.test(type);
  // A copy made by decoding counts against the budget like anything unpacked.
  if (!context.budget.unpack(decodedSize(part))) {
    members.addUnread(name === '' ? type : name, limitReason('size'));
    return;
  }
  const content = partContent(bytes, part, context.budget.readers);
  if (content === null) {
    members.addUnread(name === '' ? type : name, context.leaveToPane());
    return;
  }
  if (!isBody) {
    const inspection = yield* members.add(name === '' ? usualName(type) : name, content);
    const isBodyType = LOCKING_TYPE.test(type) || part.within.some((outer) => LOCKING_TYPE.test(outer));
    const isControl = type === 'application/pgp-encrypted';
    if (isBodyType && inspection?.protection === 'protected') tally.locked += 1;
    else if (!isControl) tally.open += 1;
    return;
  }
  const charset = part.type.parameters.get('charset') ?? null;
  const decoded = decodeText(content, charset).text;
  const text = type === 'text/html' ? htmlToText(decoded) : decoded;
  if (!/\S/.test(text)) return;
  if (text.indexOf('-----BEGIN PGP ') >= 0) {
    const before = tally.locked;
    yield* readArmouredText(encodeUtf8(text), 'body', members, context, tally);
    if (tally.locked > before) members.miss(PARTLY_ENCRYPTED);
    return;
  }
  if (part.isAside) members.addText({ place: 'body', text, hidden: 'not shown by mail programs' });
  else {
    members.addText({ place: 'body', text });
    tally.open += 1;
  }
}

/** The fields that people read (`Subject: …`, `From: …`), or those they do not. */
function fieldText(headers: Headers, isTrace: boolean): string {
  return headers.fields
    .filter(({ name, value }) => value !== '' && TRACE_FIELDS.test(name.toLowerCase()) === isTrace)
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n');
}

export function* inspectMail(bytes: Uint8Array, start: number, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const headers = readHeaders(bytes, start, bytes.length);
  members.addText({ place: 'headers', text: fieldText(headers, false) });
  members.addText({ place: 'headers', text: fieldText(headers, true), hidden: 'internet headers' });
  const tally: Tally = { locked: 0, open: 0 };
  let count = 0;
  for (const part of eachPart(bytes, start)) {
    count += 1;
    if (count > MOST_PARTS || context.budget.isOutOfTime()) {
      members.miss(limitReason(count > MOST_PARTS ? 'entries' : 'time'));
      break;
    }
    if (part !== null) yield* readPart(bytes, part, members, tally, context);
    yield;
  }
  return finishTally(members, 'eml', tally, ENCRYPTED_MAIL);
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const first = textStart(bytes);
  const start = afterFromLine(bytes, first);
  if (start === first) return yield* inspectMail(bytes, start, context);
  const { readers } = context.budget;
  return readers === null ? unread('mbox', 'open', OPENS, context.leaveToPane()) : yield* readers.mailbox(bytes, first, start, context);
}

export const eml: Inspector = {
  sniff: (bytes) => {
    const first = textStart(bytes);
    return hasMailHeaders(bytes, afterFromLine(bytes, first));
  },
  inspect,
};
