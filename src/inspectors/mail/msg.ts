import { decodeText, decodeUtf16 } from '../../text/decode';
import { htmlToText } from '../../text/html';
import { limitReason } from '../budget';
import { u16, u32 } from '../bytes';
import { findEntry } from '../compound/compound-file';
import type { CompoundEntry, CompoundFile } from '../compound/compound-file';
import type { Inspecting, InspectionContext } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { ENCRYPTED_MAIL } from '../sentences';

// Mail as Outlook stores it: [MS-OXMSG], with the properties of [MS-OXPROPS].

/** A property that is no plain number is a stream whose name ends in its number and its type. */
const PROPERTY_STREAM = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i;
const FIXED_PROPERTIES = '__properties_version1.0';
const TYPE_TEXT = 0x1e;
const TYPE_UNICODE = 0x1f;
const TYPE_BINARY = 0x102;
const TYPE_OBJECT = 0x0d;

const MESSAGE_CLASS = 0x001a;
const SUBJECT = 0x0037;
const TRANSPORT_HEADERS = 0x007d;
const RECIPIENT_KIND = 0x0c15;
const SENDER_NAME = 0x0c1a;
const SENDER_ADDRESS = 0x0c1f;
const BODY = 0x1000;
const RTF = 0x1009;
const HTML = 0x1013;
const DISPLAY_NAME = 0x3001;
const ADDRESS = 0x3003;
const DATA = 0x3701;
const SHORT_NAME = 0x3704;
const LONG_NAME = 0x3707;
const SMTP_ADDRESS = 0x39fe;
const INTERNET_CODE_PAGE = 0x3fde;
const MESSAGE_CODE_PAGE = 0x3ffd;
const SENDER_SMTP_ADDRESS = 0x5d01;

export function isMsg(storage: CompoundEntry): boolean {
  return findEntry(storage, FIXED_PROPERTIES) !== null;
}

/** The properties of a mail, a recipient or an attachment. */
interface Properties {
  /** A text, whatever way it is kept; empty when there is none. */
  text(id: number): string;
  bytes(id: number): Uint8Array | null;
  number(id: number): number;
  /** The numbers of all the properties that are text. */
  readonly textIds: readonly number[];
  readonly object: CompoundEntry | null;
}

/** `headerLength` is what stands before the list of plain numbers: 32 bytes in a file's mail, 24 in one within, else 8. */
function openProperties(file: CompoundFile, storage: CompoundEntry, headerLength: number, codePage: number | null): Properties {
  const streams = new Map<number, { readonly entry: CompoundEntry; readonly type: number }>();
  for (const entry of storage.children) {
    const match = PROPERTY_STREAM.exec(entry.name);
    if (match !== null) streams.set(parseInt(match[1]!, 16), { entry, type: parseInt(match[2]!, 16) });
  }
  const listEntry = findEntry(storage, FIXED_PROPERTIES);
  const list = listEntry === null ? new Uint8Array(0) : file.read(listEntry);
  const numbers = new Map<number, number>();
  for (let at = headerLength; at + 16 <= list.length; at += 16) numbers.set(u16(list, at + 2), u32(list, at + 8));
  const ownPage = numbers.get(MESSAGE_CODE_PAGE) ?? codePage;
  return {
    text(id) {
      const stream = streams.get(id);
      if (stream === undefined || (stream.type !== TYPE_TEXT && stream.type !== TYPE_UNICODE)) return '';
      const bytes = file.read(stream.entry);
      const text = stream.type === TYPE_UNICODE ? decodeUtf16(bytes, true) : decodeText(bytes, charsetOf(ownPage)).text;
      return withoutEndingZeros(text);
    },
    bytes(id) {
      const stream = streams.get(id);
      return stream === undefined || stream.type !== TYPE_BINARY ? null : file.read(stream.entry);
    },
    number: (id) => numbers.get(id) ?? 0,
    textIds: Array.from(streams.keys()).filter((id) => streams.get(id)!.type === TYPE_TEXT || streams.get(id)!.type === TYPE_UNICODE),
    object: streams.get(DATA)?.type === TYPE_OBJECT ? streams.get(DATA)!.entry : null,
  };
}

/** Texts may end with zeros. A pattern that looks for them takes very long where many stand before something else. */
function withoutEndingZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

function charsetOf(codePage: number | null): string | null {
  if (codePage === 65001) return 'utf-8';
  return codePage === null || codePage < 1250 || codePage > 1258 ? null : `windows-${codePage}`;
}

/** `A. Person <person@school.example>`, as much of it as there is. */
function person(name: string, address: string): string {
  if (address === '' || address === name) return name;
  return `${name} <${address}>`.trim();
}

/** Recipients are to, cc or bcc ([MS-OXOMSG] 2.2.3.1.2). */
const RECIPIENT_FIELDS: readonly string[] = ['From', 'To', 'Cc', 'Bcc'];

function addHeaders(file: CompoundFile, storage: CompoundEntry, mail: Properties, members: Members): void {
  const lines: string[] = [];
  const add = (field: string, value: string): void => {
    if (value !== '') lines.push(`${field}: ${value}`);
  };
  add('Subject', mail.text(SUBJECT));
  add('From', person(mail.text(SENDER_NAME), mail.text(SENDER_SMTP_ADDRESS) || mail.text(SENDER_ADDRESS)));
  for (const entry of storage.children) {
    if (!/^__recip_version1\.0_#/i.test(entry.name)) continue;
    const recipient = openProperties(file, entry, 8, null);
    const address = recipient.text(SMTP_ADDRESS) || recipient.text(ADDRESS);
    add(RECIPIENT_FIELDS[recipient.number(RECIPIENT_KIND) & 3]!, person(recipient.text(DISPLAY_NAME), address));
  }
  members.addText({ place: 'headers', text: lines.join('\n') });
  members.addText({ place: 'headers', text: mail.text(TRANSPORT_HEADERS), hidden: 'internet headers' });
}

function* addBody(mail: Properties, members: Members, context: InspectionContext): Generator<void, void, void> {
  const plain = mail.text(BODY);
  members.addText({ place: 'body', text: plain });
  const source = mail.bytes(HTML);
  const html = source === null ? mail.text(HTML) : decodeText(source, charsetOf(mail.number(INTERNET_CODE_PAGE))).text;
  const shown = html === '' ? '' : htmlToText(html);
  yield;
  // Outlook makes the plain text from the other: once is enough where they say the same.
  if (shown.replace(/\s/g, '') !== plain.replace(/\s/g, '')) members.addText({ place: 'body', text: shown });
  const packed = mail.bytes(RTF);
  if (plain !== '' || shown !== '' || packed === null) return;
  const { readers } = context.budget;
  const rtf = readers === null ? null : readers.compressedRichText(packed, context.budget);
  if (readers === null) members.miss(context.leaveToPane());
  else if (rtf === null) members.miss(limitReason('size'));
  else yield* context.further('richText')(context, { ...members, addText: (segment) => members.addText({ ...segment, place: segment.place || 'body' }) }, rtf);
}

/** Contacts, appointments and tasks keep what they say in properties of their own; ordinary mails keep little there. */
function addDetails(mail: Properties, isMail: boolean, members: Members): void {
  const isDetail = (id: number): boolean => (id >= 0x3a00 && id < 0x3b00) || id >= 0x8000;
  const lines = mail.textIds.filter(isDetail).map((id) => mail.text(id)).filter((text) => text !== '');
  const segment = { place: 'details', text: lines.join('\n') };
  members.addText(isMail ? { ...segment, hidden: 'message properties' } : segment);
}

/** Inspects a storage of the file that is no mail: what is embedded in one. */
export type InspectStorage = (storage: CompoundEntry, context: InspectionContext) => Inspecting;

/** Inspects the mail in a storage, and what is attached to it. */
export function* inspectMsg(
  file: CompoundFile,
  storage: CompoundEntry,
  context: InspectionContext,
  isAttached: boolean,
  inspectStorage: InspectStorage,
): Inspecting {
  const members = collectMembers(context);
  const mail = openProperties(file, storage, isAttached ? 24 : 32, null);
  const messageClass = mail.text(MESSAGE_CLASS);
  addHeaders(file, storage, mail, members);
  yield* addBody(mail, members, context);
  addDetails(mail, /^(IPM\.Note|$)/i.test(messageClass), members);

  let attached = 0;
  let isWrapping = /^IPM\.Note\.SMIME(?!\.MultipartSigned)/i.test(messageClass);
  let isLocked = false;
  for (const entry of storage.children) {
    if (!/^__attach_version1\.0_#/i.test(entry.name)) continue;
    if (context.budget.isOutOfTime()) {
      members.miss(limitReason('time'));
      break;
    }
    attached += 1;
    const attachment = openProperties(file, entry, 8, mail.number(MESSAGE_CODE_PAGE) || null);
    const name = attachment.text(LONG_NAME) || attachment.text(SHORT_NAME) || attachment.text(DISPLAY_NAME) || `attachment ${attached}`;
    const inner = context.within(name);
    const data = attachment.bytes(DATA);
    let inspection = null;
    if (data !== null) inspection = yield* members.add(name, data);
    else if (attachment.object !== null && inner === null) members.addUnread(name, limitReason('depth'));
    else if (attachment.object !== null && inner !== null) {
      const isMail = isMsg(attachment.object);
      inspection = yield* members.add(
        name,
        isMail ? inspectMsg(file, attachment.object, inner, true, inspectStorage) : inspectStorage(attachment.object, inner),
      );
    }
    if (inspection?.format === 'rpmsg') isWrapping = true;
    if (inspection?.protection === 'protected') isLocked = true;
    yield;
  }
  // Encrypted mail is an ordinary one around a single attachment that holds the real one.
  if (isWrapping && isLocked && attached === 1) {
        return members.finish('msg', { protection: 'protected', reason: ENCRYPTED_MAIL });
  }
  return members.finish('msg');
}
