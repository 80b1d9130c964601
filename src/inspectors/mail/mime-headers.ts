import { decodeText } from '../../text/decode';
import { decodeLenientBase64 } from './lenient-base64';
import { hexDigit, join, latin1 } from '../bytes';

// Header fields: RFC 5322 §2.2; words in other encodings: RFC 2047; parameters: RFC 2045 §5.1 and RFC 2231.

const LINE_FEED = 10;

export interface Headers {
  /** Every field in order, its name as written, its value unfolded and decoded. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** The first field of that name in lower case; empty when there is none. */
  get(name: string): string;
  /** Where the body starts. */
  readonly end: number;
}

/** More fields, and longer values with parameters, than any mail has. */
const MOST_FIELDS = 2000;
const LONGEST_PARAMETERS = 20_000;
/** A field's name when a line begins with one. */
export const FIELD_NAME = /^([!-9;-~]{1,76})[ \t]*:/;

/** The characters as one byte each. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The text of a value that may hold encoded words such as `=?utf-8?Q?caf=C3=A9?=`. */
export function decodeWords(value: string): string {
  if (value.indexOf('=?') === -1) return value;
  const pattern = /=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=/g;
  let text = '';
  let plainFrom = 0;
  let charset = '';
  let pending: Uint8Array[] = [];
  const flush = (): void => {
    text += decodeText(join(pending), charset).text;
    pending = [];
  };
  for (let match = pattern.exec(value); match !== null; match = pattern.exec(value)) {
    const between = value.slice(plainFrom, match.index);
    const isAdjacent = plainFrom > 0 && /^\s*$/.test(between);
    const name = match[1]!.replace(/\*.*$/, '').toLowerCase();
    // A character may be split over two words, so those of one encoding are decoded as one.
    if (!isAdjacent || name !== charset) flush();
    if (!isAdjacent) text += between;
    charset = name;
    const body = asciiBytes(match[3]!);
    pending.push(
      match[2]!.toLowerCase() === 'b' ? decodeLenientBase64(body, 0, body.length) : decodeQuotedPrintable(body, 0, body.length, true),
    );
    plainFrom = pattern.lastIndex;
  }
  flush();
  return text + value.slice(plainFrom);
}

/** Reads the fields in `bytes[start, end)` up to the empty line, or to a line that is none. */
export function readHeaders(bytes: Uint8Array, start: number, end: number): Headers {
  const fields: { name: string; value: string }[] = [];
  const first = new Map<string, string>();
  let at = start;
  const keep = (head: RegExpExecArray, stop: number): void => {
    const raw = decodeText(bytes.subarray(at + head[0].length, stop)).text;
    const value = decodeWords(raw.replace(/\r?\n/g, '').trim());
    const key = head[1]!.toLowerCase();
    fields.push({ name: head[1]!, value });
    if (!first.has(key)) first.set(key, value);
  };
  while (at < end) {
    let stop = bytes.indexOf(LINE_FEED, at);
    if (stop === -1 || stop > end) stop = end;
    if (stop === at || (stop === at + 1 && bytes[at] === 13)) {
      at = Math.min(stop + 1, end);
      break;
    }
    const head = FIELD_NAME.exec(latin1(bytes, at, Math.min(stop, at + 120)));
    if (head === null) break;
    // A line that begins with white space goes on with the field before.
    while (stop + 1 < end && (bytes[stop + 1] === 32 || bytes[stop + 1] === 9)) {
      const next = bytes.indexOf(LINE_FEED, stop + 1);
      stop = next === -1 || next > end ? end : next;
    }
    if (fields.length < MOST_FIELDS) keep(head, stop);
    at = Math.min(stop + 1, end);
  }
  return { fields, get: (name) => first.get(name) ?? '', end: at };
}

export interface Parametered {
  /** The value before the first semicolon, in lower case. */
  readonly value: string;
  /** Parameters by their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

function percentDecode(text: string): Uint8Array {
  const bytes = asciiBytes(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] === 0x25 ? parseInt(text.slice(at + 1, at + 3), 16) : NaN;
    bytes[length++] = code >= 0 ? code : bytes[at]!;
    if (code >= 0) at += 2;
  }
  return bytes.subarray(0, length);
}

/** Reads a value with parameters, such as `text/plain; charset="utf-8"`. */
export function readParameters(value: string): Parametered {
  const field = value.slice(0, LONGEST_PARAMETERS);
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  for (let i = 0; i < field.length; i += 1) {
    const character = field.charAt(i);
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted && character === '\\' && i + 1 < field.length) piece += field.charAt(++i);
    else if (character === ';' && !isQuoted) {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  pieces.push(piece);
  const parameters = new Map<string, string>();
  const extended = new Map<string, { number: number; isEncoded: boolean; text: string }[]>();
  for (const part of pieces.slice(1)) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim().toLowerCase();
    const text = part.slice(equals + 1).replace(/^\s+/, '');
    const star = name.indexOf('*');
    if (star < 0) {
      if (!parameters.has(name)) parameters.set(name, text.trim());
      continue;
    }
    const key = name.slice(0, star);
    const list = extended.get(key) ?? [];
    list.push({ number: parseInt(name.slice(star + 1), 10) || 0, isEncoded: /\*$/.test(name), text });
    extended.set(key, list);
  }
  extended.forEach((list, key) => {
    list.sort((one, other) => one.number - other.number);
    let charset: string | null = null;
    let encoded = '';
    for (const { isEncoded, text } of list) {
      const mark: RegExpExecArray | null = isEncoded && charset === null ? /^([^']*)'[^']*'/.exec(text) : null;
      if (mark !== null) charset = mark[1]!;
      encoded += isEncoded ? text.slice(mark === null ? 0 : mark[0].length) : text.replace(/%/g, '%25');
    }
    parameters.set(key, decodeText(percentDecode(encoded), charset).text);
  });
  return { value: pieces[0]!.trim().toLowerCase(), parameters };
}

/** Decodes quoted-printable (RFC 2045 §6.7), or the kind encoded words use, where an underscore is a space. */
export function decodeQuotedPrintable(bytes: Uint8Array, start: number, end: number, isWord = false): Uint8Array {
  const decoded = new Uint8Array(end - start);
  let length = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x3d) {
      const high = hexDigit(bytes[at + 1]);
      const low = hexDigit(bytes[at + 2]);
      if (high >= 0 && low >= 0 && at + 2 < end) {
        decoded[length++] = high * 16 + low;
        at += 2;
        continue;
      }
      // An equals sign at the end of a line joins it to the next.
      let next = at + 1;
      while (next < end && (bytes[next] === 32 || bytes[next] === 9 || bytes[next] === 13)) next += 1;
      if (next >= end || bytes[next] === LINE_FEED) {
        at = next;
        continue;
      }
    }
    decoded[length++] = isWord && byte === 0x5f ? 32 : byte;
  }
  return decoded.subarray(0, length);
}
