import { isSingleByteEncoding, singleByteTable } from './single-byte';
import type { SingleByteEncoding } from './single-byte';

/** Code units handed to String.fromCharCode at a time: well under every engine's limit on arguments. */
const CHUNK = 8192;

const REPLACEMENT = 0xfffd;

export interface DecodedText {
  readonly text: string;
  /** The encoding the bytes were read as, which may differ from the one declared. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | SingleByteEncoding;
}

type Declared = DecodedText['encoding'] | 'utf-16';

/** What people and mail programs call the encodings that are read, beside their own names; every other name is judged by the bytes alone. */
const ALIASES: { readonly [name: string]: Declared } = {
  'unicode-1-1-utf-8': 'utf-8',
  unicode: 'utf-16',
  'ucs-2': 'utf-16',
  'iso-10646-ucs-2': 'utf-16',
  // The WHATWG standard reads Latin 1 as Windows-1252, as every browser and Outlook do.
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  'latin-9': 'iso-8859-15',
};

function canonicalName(declared: string): Declared | null {
  const name = declared
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s"']/g, '')
    .replace(/_/g, '-')
    .replace(/^x-/, '')
    .replace(/^(iso|utf)(?=\d)/, '$1-')
    .replace(/^cp(?=125)/, 'windows-');
  if (ALIASES.hasOwnProperty(name)) return ALIASES[name]!;
  return /^utf-(?:8|16(?:[lb]e)?)$/.test(name) || isSingleByteEncoding(name) ? (name as Declared) : null;
}

/**
 * The text that bytes stand for. A byte order mark settles it; then the declared name, unless the bytes gainsay it; then
 * the bytes themselves: UTF-16 by where its zero bytes fall, UTF-8 when most of what is not ASCII is well formed, else
 * Windows-1252. Never fails: bytes that mean nothing become U+FFFD. The byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array, declared?: string | null): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { text: decodeUtf8(bytes, 3), encoding: 'utf-8' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16(bytes, true, 2), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16(bytes, false, 2), encoding: 'utf-16be' };

  const name = declared === undefined || declared === null ? null : canonicalName(declared);
  if (name !== null && name !== 'utf-8' && !name.startsWith('utf-16')) {
    const encoding = name as SingleByteEncoding;
    return { text: decodeSingleByte(bytes, encoding), encoding };
  }

  const utf8 = utf8Evidence(bytes);
  const utf16 = utf16Evidence(bytes, utf8.malformed > 0);
  if (utf16 !== null) return { text: decodeUtf16(bytes, utf16 === 'utf-16le'), encoding: utf16 };
  if (name !== null && name !== 'utf-8' && utf8.malformed > 0) {
    // Declared UTF-16 without a mark and without a zero byte, as in Chinese: Windows writes the little end first.
    return { text: decodeUtf16(bytes, name !== 'utf-16be'), encoding: name === 'utf-16be' ? 'utf-16be' : 'utf-16le' };
  }
  if (utf8.malformed === 0 || utf8.wellFormed >= utf8.malformed) return { text: decodeUtf8(bytes), encoding: 'utf-8' };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/** The length of the well-formed UTF-8 sequence at `at` (2–4), or minus the number of bytes that one U+FFFD stands for. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF (Unicode, table 3-7).
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let offset = 1; offset < length; offset++) {
    const byte = at + offset < end ? bytes[at + offset]! : 0;
    const isRight = offset === 1 ? byte >= lowest && byte <= highest : byte >= 0x80 && byte <= 0xbf;
    if (!isRight) return -offset;
  }
  return length;
}

/** How many sequences beyond ASCII are well formed UTF-8, and how many are not. */
function utf8Evidence(bytes: Uint8Array): { wellFormed: number; malformed: number } {
  let wellFormed = 0;
  let malformed = 0;
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at, bytes.length);
    if (length > 0) wellFormed++;
    else malformed++;
    at += Math.abs(length);
  }
  return { wellFormed, malformed };
}

/** Looked at for UTF-16 without a mark; the rest of a text is like its beginning. */
const UTF16_SAMPLE = 65_536;

/**
 * UTF-16 by its zero bytes: Latin text has them at every second place. Text in another script has them in its spaces and
 * line ends only, which is believed when the bytes are not UTF-8, or full of controls as no UTF-8 text is.
 */
function utf16Evidence(bytes: Uint8Array, isMalformedUtf8: boolean): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, UTF16_SAMPLE);
  const pairs = end >> 1;
  if (pairs === 0) return null;
  let first = 0;
  let second = 0;
  let controls = 0;
  for (let at = 0; at + 1 < end; at += 2) {
    if (bytes[at] === 0) first++;
    if (bytes[at + 1] === 0) second++;
    if (isControl(bytes[at]!) || isControl(bytes[at + 1]!)) controls++;
  }
  if (second > pairs * 0.4 && first <= pairs * 0.05) return 'utf-16le';
  if (first > pairs * 0.4 && second <= pairs * 0.05) return 'utf-16be';
  if (!isMalformedUtf8 && controls < pairs * 0.4) return null;
  if (first === 0 && second > pairs * 0.02) return 'utf-16le';
  if (second === 0 && first > pairs * 0.02) return 'utf-16be';
  return null;
}

/** A control that no text has: neither zero nor one that parts lines, cells and pages. */
function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0 && (byte < 0x09 || byte > 0x0d);
}

/** Gathers code units and joins them a chunk at a time, so that the text is built in linear time. */
function stringOf(units: Uint16Array, length: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}

/** UTF-8 from `start` up to `end`; each malformed run becomes one U+FFFD as the WHATWG standard counts them. Keeps a mark. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const chunks: string[] = [];
  const units = new Uint16Array(Math.min(CHUNK, Math.max(0, end - start)) + 2);
  let count = 0;
  for (let at = start; at < end; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      units[count++] = byte;
      at++;
    } else {
      const length = sequenceLength(bytes, at, end);
      if (length === 2) {
        units[count++] = ((byte & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
      } else if (length === 3) {
        units[count++] = ((byte & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
      } else if (length === 4) {
        const beyond =
          (((byte & 0x07) << 18) | ((bytes[at + 1]! & 0x3f) << 12) | ((bytes[at + 2]! & 0x3f) << 6) | (bytes[at + 3]! & 0x3f)) -
          0x10000;
        units[count++] = 0xd800 + (beyond >> 10);
        units[count++] = 0xdc00 + (beyond & 0x3ff);
      } else {
        units[count++] = REPLACEMENT;
      }
      at += Math.abs(length);
    }
    if (count >= CHUNK) {
      chunks.push(stringOf(units, count));
      count = 0;
    }
  }
  chunks.push(stringOf(units, count));
  return chunks.join('');
}

/** UTF-16 from `start` up to `end`; half a pair of surrogates and an odd byte at the end become U+FFFD. Keeps a mark. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean, start = 0, end = bytes.length): string {
  const chunks: string[] = [];
  const units = new Uint16Array(Math.min(CHUNK, Math.max(0, end - start)) + 2);
  const low = littleEndian ? 0 : 1;
  const high = 1 - low;
  let count = 0;
  for (let at = start; at < end; at += 2) {
    if (at + 1 >= end) {
      units[count++] = REPLACEMENT;
      break;
    }
    const unit = bytes[at + low]! | (bytes[at + high]! << 8);
    if ((unit & 0xf800) !== 0xd800) {
      units[count++] = unit;
    } else {
      const next = at + 3 < end ? bytes[at + 2 + low]! | (bytes[at + 2 + high]! << 8) : 0;
      if (unit < 0xdc00 && (next & 0xfc00) === 0xdc00) {
        units[count++] = unit;
        units[count++] = next;
        at += 2;
      } else {
        units[count++] = REPLACEMENT;
      }
    }
    if (count >= CHUNK) {
      chunks.push(stringOf(units, count));
      count = 0;
    }
  }
  chunks.push(stringOf(units, count));
  return chunks.join('');
}

/** A single-byte encoding from `start` up to `end`: every byte is one UTF-16 code unit. */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding, start = 0, end = bytes.length): string {
  const table = singleByteTable(encoding);
  const chunks: string[] = [];
  const units = new Uint16Array(Math.min(CHUNK, Math.max(0, end - start)));
  for (let at = start; at < end; at += CHUNK) {
    const length = Math.min(CHUNK, end - at);
    for (let offset = 0; offset < length; offset++) units[offset] = table[bytes[at + offset]!]!;
    chunks.push(stringOf(units, length));
  }
  return chunks.join('');
}

/** Windows-1252 from `start` up to `end`: every byte is one UTF-16 code unit, and none is refused. */
export function decodeWindows1252(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decodeSingleByte(bytes, 'windows-1252', start, end);
}
