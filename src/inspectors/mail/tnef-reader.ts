import { decodeText, decodeUtf16 } from '../../text/decode';
import { htmlToText } from '../../text/html';
import { limitReason } from '../budget';
import { hasBytes, u16, u32 } from '../bytes';
import { unpackRtf } from './compressed-rtf';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { readRtf } from '../text/rtf-reader';
import { DAMAGED } from '../sentences';

// Outlook's winmail.dat: [MS-OXTNEF], with the properties of [MS-OXPROPS].

const SIGNATURE = '\x78\x9f\x3e\x22';
const FIRST_ATTRIBUTE = 6;

const SUBJECT = 0x00018004;
const BODY = 0x0002800c;
const MESSAGE_PROPERTIES = 0x00069003;
const ATTACHMENT_START = 0x00069002;
const ATTACHMENT_TITLE = 0x00018010;
const ATTACHMENT_DATA = 0x0006800f;
const ATTACHMENT_PROPERTIES = 0x00069005;

const PROPERTY_SUBJECT = 0x37;
const PROPERTY_BODY = 0x1000;
const PROPERTY_RTF = 0x1009;
const PROPERTY_HTML = 0x1013;
const PROPERTY_DATA = 0x3701;
const PROPERTY_LONG_NAME = 0x3707;

const TYPE_OBJECT = 0x0d;
const TYPE_TEXT = 0x1e;
const TYPE_UNICODE = 0x1f;
const TYPE_BINARY = 0x102;
const MANY = 0x1000;
/** The fixed sizes that are not four bytes. */
const SIZES: { readonly [type: number]: number } = { 0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16 };
const CLASS_ID_SIZE = 16;

/** More than anyone attaches to one mail. */
const MOST_ATTACHMENTS = 1000;

interface Property {
  readonly id: number;
  readonly type: number;
  readonly value: Uint8Array;
}

/** Visits the properties in an attribute that are text or bytes; as many as can be read. */
function eachProperty(data: Uint8Array, visit: (property: Property) => void): void {
  let at = 4;
  for (let left = u32(data, 0); left > 0 && at < data.length; left -= 1) {
    const type = u16(data, at);
    const id = u16(data, at + 2);
    at += 4;
    if (id >= 0x8000) {
      // A named property: its name stands before the value.
      at += u32(data, at + 16) === 0 ? 24 : 24 + padded(u32(data, at + 20));
    }
    const base = type & ~MANY;
    const isVariable = base === TYPE_OBJECT || base === TYPE_TEXT || base === TYPE_UNICODE || base === TYPE_BINARY;
    const count = isVariable || (type & MANY) !== 0 ? u32(data, at) : 1;
    if (isVariable || (type & MANY) !== 0) at += 4;
    for (let i = 0; i < count && at < data.length; i += 1) {
      const size = isVariable ? u32(data, at) : (SIZES[base] ?? 4);
      if (isVariable) at += 4;
      if (isVariable && size > 0) visit({ id, type: base, value: data.subarray(at, Math.min(at + size, data.length)) });
      at += padded(size);
    }
  }
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

/** The text without the zeros that end it. */
function withoutEndingZeros(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end -= 1;
  return text.slice(0, end);
}

function textOf(property: Property): string {
  const text = property.type === TYPE_UNICODE ? decodeUtf16(property.value, true) : decodeText(property.value).text;
  return withoutEndingZeros(text);
}

interface Attachment {
  name: string;
  data: Uint8Array | null;
}

/** Reads Outlook's wrapping into `members`: the mail and its attachments. */
export function* readTnef(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, void, void> {
  const attachments: Attachment[] = [];
  // Set in a callback, which the compiler does not follow.
  let rtf = null as Uint8Array | null;
  let at = FIRST_ATTRIBUTE;
  while (at + 9 <= bytes.length) {
    const id = u32(bytes, at + 1);
    const start = at + 9;
    const end = start + u32(bytes, at + 5);
    const data = bytes.subarray(start, Math.min(end, bytes.length));
    at = end + 2;
    if (id === SUBJECT) members.addText({ place: 'headers', text: withoutEndingZeros(decodeText(data).text) });
    if (id === BODY) members.addText({ place: 'body', text: withoutEndingZeros(decodeText(data).text) });
    if (id === ATTACHMENT_START && attachments.length < MOST_ATTACHMENTS) attachments.push({ name: '', data: null });
    const attachment = attachments[attachments.length - 1];
    if (id === ATTACHMENT_TITLE && attachment !== undefined) attachment.name = withoutEndingZeros(decodeText(data).text);
    if (id === ATTACHMENT_DATA && attachment !== undefined) attachment.data = data;
    if (id === MESSAGE_PROPERTIES) {
      eachProperty(data, (property) => {
        if (property.id === PROPERTY_SUBJECT) members.addText({ place: 'headers', text: textOf(property) });
        if (property.id === PROPERTY_BODY) members.addText({ place: 'body', text: textOf(property) });
        if (property.id === PROPERTY_HTML) members.addText({ place: 'body', text: htmlToText(textOf(property)) });
        if (property.id === PROPERTY_RTF) rtf = property.value;
      });
    }
    if (id === ATTACHMENT_PROPERTIES && attachment !== undefined) {
      eachProperty(data, (property) => {
        if (property.id === PROPERTY_LONG_NAME) attachment.name = textOf(property);
        // An attached mail is TNEF again, after the id of its class.
        if (property.id === PROPERTY_DATA && attachment.data === null) {
          const isObject = property.type === TYPE_OBJECT && !hasBytes(property.value, SIGNATURE);
          attachment.data = isObject ? property.value.subarray(CLASS_ID_SIZE) : property.value;
        }
      });
    }
    yield;
  }
  if (at !== bytes.length) members.miss(DAMAGED);
  const unpacked = rtf === null ? null : unpackRtf(rtf, context.budget);
  if (unpacked !== null)
    yield* readRtf(context, { ...members, addText: (segment) => members.addText({ ...segment, place: 'body' }) }, unpacked);
  else if (rtf !== null) members.miss(limitReason('size'));
  for (const { name, data } of attachments) if (data !== null) yield* members.add(name === '' ? 'attachment' : name, data);
}
