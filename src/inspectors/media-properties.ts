import { decodeText, decodeUtf16, decodeUtf8 } from '../text/decode';
import { htmlToText } from '../text/html';
import type { Budget } from './budget';
import { bigEndian, findBytes, hasBytes, latin1, u16, u32 } from './bytes';
import { inflateZlib } from './inflate';

// What people write into pictures and recordings without seeing it there: titles, captions, comments.

/** Metadata stands near the start; nobody's is found by reading on through the picture. */
const SEARCHED = 1 << 21;
const MOST_BLOCKS = 2000;
const LONGEST_VALUE = 1 << 16;

// Exif tags: TIFF 6.0 and Exif 2.32 §4.6.
const DESCRIPTION = 0x010e;
const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;
const USER_COMMENT = 0x9286;
const EXIF_DIRECTORY = 0x8769;
const FIRST_WINDOWS_TAG = 0x9c9b;
const LAST_WINDOWS_TAG = 0x9c9f;
const MOST_DIRECTORIES = 8;

function tidy(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]+/g, ' ').trim();
}

/** The texts in a TIFF structure that begins at `base`. */
function tiffTexts(bytes: Uint8Array, base: number, lines: string[]): void {
  const isLittle = hasBytes(bytes, 'II', base);
  if (!isLittle && !hasBytes(bytes, 'MM', base)) return;
  const two = (at: number): number => (isLittle ? u16(bytes, at) : bigEndian(bytes, at, 2));
  const four = (at: number): number => (isLittle ? u32(bytes, at) : bigEndian(bytes, at, 4));
  const directories = [four(base + 4)];
  for (let i = 0; i < directories.length && i < MOST_DIRECTORIES; i += 1) {
    const start = base + directories[i]!;
    const count = two(start);
    for (let entry = 0; entry < count && entry < MOST_BLOCKS; entry += 1) {
      const at = start + 2 + entry * 12;
      if (at + 12 > bytes.length) break;
      const tag = two(at);
      if (tag === EXIF_DIRECTORY) directories.push(four(at + 8));
      const isWindows = tag >= FIRST_WINDOWS_TAG && tag <= LAST_WINDOWS_TAG;
      if (!isWindows && [DESCRIPTION, ARTIST, COPYRIGHT, USER_COMMENT].indexOf(tag) === -1) continue;
      const length = Math.min(four(at + 4), LONGEST_VALUE);
      const from = length <= 4 ? at + 8 : base + four(at + 8);
      const value = bytes.subarray(from, from + length);
      if (isWindows) lines.push(tidy(decodeUtf16(value, true)));
      else if (tag !== USER_COMMENT) lines.push(tidy(decodeText(value).text));
      // A comment begins with the name of its encoding, eight bytes long.
      else if (hasBytes(value, 'UNICODE\0')) lines.push(tidy(decodeUtf16(value.subarray(8), isLittle)));
      else lines.push(tidy(decodeText(value.subarray(8)).text));
    }
    const next = four(start + 2 + count * 12);
    if (next > 0 && i === directories.length - 1) directories.push(next);
  }
}

/** JPEG segments (ITU-T T.81 annex B) up to the picture itself. */
function jpegTexts(bytes: Uint8Array, lines: string[]): void {
  let at = 2;
  for (let i = 0; i < MOST_BLOCKS && bytes[at] === 0xff; i += 1) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + bigEndian(bytes, at + 2, 2);
    if (marker === 0xda || marker === 0xd9) return;
    if (marker === 0xfe) lines.push(tidy(decodeText(bytes.subarray(at + 4, end)).text));
    if (marker === 0xe1 && hasBytes(bytes, 'Exif\0\0', at + 4)) tiffTexts(bytes, at + 10, lines);
    at = Math.max(end, at + 2);
  }
}

/** PNG chunks of text: ISO/IEC 15948 §11.3.4. */
function* pngTexts(bytes: Uint8Array, lines: string[], budget: Budget): Generator<void, void, void> {
  let at = 8;
  for (let i = 0; i < MOST_BLOCKS && at + 12 <= bytes.length; i += 1) {
    const start = at + 8;
    const end = Math.min(start + bigEndian(bytes, at, 4), bytes.length);
    const type = latin1(bytes, at + 4, start);
    at = end + 4;
    if (type === 'eXIf') tiffTexts(bytes, start, lines);
    if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') continue;
    const keyEnd = bytes.indexOf(0, start);
    if (keyEnd === -1 || keyEnd >= end) continue;
    let from = keyEnd + 1;
    let isPacked = type === 'zTXt';
    if (type === 'zTXt') from += 1;
    if (type === 'iTXt') {
      isPacked = bytes[from] === 1;
      const languageEnd = bytes.indexOf(0, from + 2);
      from = languageEnd === -1 ? end : bytes.indexOf(0, languageEnd + 1) + 1;
    }
    if (from <= keyEnd || from > end) continue;
    const value = isPacked ? (yield* inflateZlib(bytes, from, end, budget)).data : bytes.subarray(from, end);
    const text = type === 'iTXt' ? decodeUtf8(value) : decodeText(value).text;
    lines.push(tidy(`${latin1(bytes, start, keyEnd)}: ${text.slice(0, LONGEST_VALUE)}`));
  }
}

/** ID3 version 2 frames of text (id3.org). */
function id3Texts(bytes: Uint8Array, lines: string[]): void {
  const version = bytes[3]!;
  const sevenBits = (at: number): number => (bytes[at]! & 127) * 2097152 + (bytes[at + 1]! & 127) * 16384 + (bytes[at + 2]! & 127) * 128 + (bytes[at + 3]! & 127);
  const end = Math.min(10 + sevenBits(6), bytes.length);
  const idLength = version === 2 ? 3 : 4;
  const headerLength = version === 2 ? 6 : 10;
  let at = 10;
  for (let i = 0; i < MOST_BLOCKS && at + headerLength < end; i += 1) {
    const id = latin1(bytes, at, at + idLength);
    const size = version === 4 ? sevenBits(at + 4) : bigEndian(bytes, at + idLength, idLength);
    const start = at + headerLength;
    if (!/^[A-Z0-9]+$/.test(id)) return;
    if (/^(?:T|COM|ULT|USLT)/.test(id)) {
      const hasLanguage = id.charAt(0) !== 'T';
      const value = bytes.subarray(start + (hasLanguage ? 4 : 1), Math.min(start + size, end, start + LONGEST_VALUE));
      const encoding = bytes[start];
      lines.push(tidy(encoding === 2 ? decodeUtf16(value, false) : decodeText(value, encoding === 1 ? 'utf-16le' : null).text));
    }
    at = start + size;
  }
}

/** What an XMP packet says in words: the Dublin Core title, description, creator and subject (ISO 16684-1). */
function xmpTexts(bytes: Uint8Array, lines: string[]): void {
  const start = findBytes(bytes, '<x:xmpmeta', 0, SEARCHED);
  if (start === -1) return;
  const packet = bytes.subarray(start, start + LONGEST_VALUE);
  const end = findBytes(packet, '</x:xmpmeta>');
  const text = decodeUtf8(packet, 0, end === -1 ? packet.length : end);
  for (let from = text.indexOf('<dc:'); from >= 0; from = text.indexOf('<dc:', from + 1)) {
    const to = text.indexOf('</dc:', from);
    if (to === -1) return;
    if (text.substr(from + 4, 6) !== 'format') lines.push(htmlToText(text.slice(from, to)).trim());
    from = to;
  }
}

/** The words in a picture's or recording's properties, each kind on its lines; empty when there are none. */
export function* mediaProperties(bytes: Uint8Array, format: string, budget: Budget): Generator<void, string, void> {
  const lines: string[] = [];
  if (format === 'jpeg') jpegTexts(bytes, lines);
  if (format === 'tiff') tiffTexts(bytes, 0, lines);
  if (format === 'png') yield* pngTexts(bytes, lines, budget);
  if (format === 'mp3' && hasBytes(bytes, 'ID3')) id3Texts(bytes, lines);
  xmpTexts(bytes, lines);
  return lines.filter((line, index) => line !== '' && lines.indexOf(line) === index).join('\n');
}
