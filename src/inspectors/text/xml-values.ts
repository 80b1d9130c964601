import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';

// What stands in attributes and between tags of XML, given as bytes of UTF-8.

/** Attribute values are mostly a few ASCII characters, of which the engine makes a string at once. */
const LONGEST_PLAIN_VALUE = 256;

const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const COLON = 58;
const EQUALS = 61;
const AMPERSAND = 38;
const SEMICOLON = 59;

/** Where the attributes of a tag stand. */
interface Tag {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * The value of the first attribute of the open tag with this local name, whatever its prefix; null when there is
 * none. With `needsPrefix` only one that has a prefix: `r:id` beside `id`.
 */
export function attributeOf({ bytes, start, end }: Tag, wanted: string, needsPrefix = false): string | null {
  let at = start;
  while (at < end) {
    while (at < end && (bytes[at]! <= 32 || bytes[at] === SLASH)) at += 1;
    let from = at;
    let hasPrefix = false;
    while (at < end && bytes[at]! > 32 && bytes[at] !== EQUALS) {
      if (bytes[at] === COLON) {
        from = at + 1;
        hasPrefix = true;
      }
      at += 1;
    }
    const to = at;
    while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
    const quote = bytes[at];
    const valueStart = at + 1;
    at = valueStart;
    while (at < end && bytes[at] !== quote) at += 1;
    if (to - from === wanted.length && (hasPrefix || !needsPrefix) && isSame(wanted, bytes, from, to)) return makeValue(bytes, valueStart, at);
    at += 1;
  }
  return null;
}

/** True when the bytes `[from, to)` are the characters of `text`, each one byte. */
export function isSame(text: string, data: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== data[from + index]) return false;
  return true;
}

/** The characters of plain values, by how many they are: used again, because values are many and small. */
const plainLists: (number[] | undefined)[] = [];

/** The characters of `[from, to)`, with their references filled in. */
export function makeValue(data: Uint8Array, from: number, to: number): string {
  if (to - from <= LONGEST_PLAIN_VALUE) {
    let at = from;
    const plain = plainLists[to - from] ?? (plainLists[to - from] = []);
    for (let byte = 0; at < to; at += 1) {
      byte = data[at]!;
      if (byte >= 0x80 || byte === AMPERSAND) break;
      plain[at - from] = byte;
    }
    if (at === to) return String.fromCharCode.apply(null, plain);
  }
  const buffer = makeTextBuffer();
  appendFilledIn(buffer, data, from, to);
  return buffer.take();
}

/** Appends characters with their references filled in. */
export function appendFilledIn(buffer: TextBuffer, data: Uint8Array, from: number, to: number): void {
  let plainFrom = from;
  for (let at = from; at < to; at += 1) {
    if (data[at] !== AMPERSAND) continue;
    const reference = referenceAt(data, at, to);
    if (reference === null) continue;
    if (plainFrom < at) buffer.appendUtf8(data, plainFrom, at);
    buffer.appendCodePoint(reference.codePoint);
    at = reference.end - 1;
    plainFrom = reference.end;
  }
  if (plainFrom < to) buffer.appendUtf8(data, plainFrom, to);
}

/** The longest reference is `&#x10FFFF;`, with room for leading zeros. */
const LONGEST_REFERENCE = 16;

/** The character that `&…;` at `at` stands for: one of the five that XML knows, or a number. */
function referenceAt(data: Uint8Array, at: number, to: number): { codePoint: number; end: number } | null {
  let end = at + 1;
  const limit = Math.min(to, at + LONGEST_REFERENCE);
  let text = '';
  while (end < limit && data[end] !== SEMICOLON) {
    text += String.fromCharCode(data[end]!);
    end += 1;
  }
  if (end >= limit) return null;
  const codePoint = codePointOf(text);
  return codePoint === null ? null : { codePoint, end: end + 1 };
}

const KNOWN_REFERENCES = 'amp lt gt quot apos'.split(' ');

/** The character's number that `amp`, `#233` or `#xe9` stands for; null for any other word. */
export function codePointOf(reference: string): number | null {
  const known = KNOWN_REFERENCES.indexOf(reference);
  if (known !== -1) return '&<>"\''.charCodeAt(known);
  if (/^#[0-9]+$/.test(reference)) return parseInt(reference.slice(1), 10);
  return /^#[xX][0-9a-fA-F]+$/.test(reference) ? parseInt(reference.slice(2), 16) : null;
}
