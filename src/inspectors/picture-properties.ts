import { decodeText, decodeUtf16, decodeUtf8 } from '../text/decode';
import { htmlToText } from '../text/html';
import { bigEndian, findBytes, hasBytes, latin1, u16, u32 } from './bytes';

// What people, and their cameras, write into pictures without seeing it there: titles, captions, comments.

/** Metadata stands near the start; nobody's is found by reading on through the picture. */
const SEARCHED = 1 << 21;
const MOST_BLOCKS = 2000;
const MOST_DIRECTORIES = 8;
const LONGEST_VALUE = 1 << 16;

// Exif tags: TIFF 6.0 and Exif 2.32 §4.6.
const TEXT_TAGS = [0x010e, 0x013b, 0x8298];
const USER_COMMENT = 0x9286;
const EXIF_DIRECTORY = 0x8769;
const FIRST_WINDOWS_TAG = 0x9c9b;
const LAST_WINDOWS_TAG = 0x9c9f;

/** The texts in a TIFF structure that begins at `base`. */
function readTiff(bytes: Uint8Array, base: number, lines: string[]): void {
  const isLittle = hasBytes(bytes, 'II', base);
  const two = (at: number): number => (isLittle ? u16(bytes, at) : bigEndian(bytes, at, 2));
  const four = (at: number): number => (isLittle ? u32(bytes, at) : bigEndian(bytes, at, 4));
  const directories = [four(base + 4)];
  for (let i = 0; i < directories.length && i < MOST_DIRECTORIES; i += 1) {
    const start = base + directories[i]!;
    const count = Math.min(two(start), MOST_BLOCKS);
    for (let at = start + 2; at < start + 2 + count * 12 && at + 12 <= bytes.length; at += 12) {
      const tag = two(at);
      const length = Math.min(four(at + 4), LONGEST_VALUE);
      const from = length <= 4 ? at + 8 : base + four(at + 8);
      const value = bytes.subarray(from, from + length);
      if (tag === EXIF_DIRECTORY) directories.push(four(at + 8));
      else if (TEXT_TAGS.indexOf(tag) >= 0) lines.push(decodeText(value).text);
      else if (tag >= FIRST_WINDOWS_TAG && tag <= LAST_WINDOWS_TAG) lines.push(decodeUtf16(value, true));
      // A comment begins with the name of its encoding, eight bytes long.
      else if (tag === USER_COMMENT)
        lines.push(hasBytes(value, 'UNICODE') ? decodeUtf16(value, isLittle, 8) : decodeText(value.subarray(8)).text);
    }
  }
}

/** JPEG segments (ITU-T T.81 annex B) up to the picture itself. */
function readJpeg(bytes: Uint8Array, lines: string[]): void {
  let at = 2;
  for (let i = 0; i < MOST_BLOCKS && bytes[at] === 0xff && bytes[at + 1] !== 0xda; i += 1) {
    const end = at + 2 + bigEndian(bytes, at + 2, 2);
    if (bytes[at + 1] === 0xfe) lines.push(decodeText(bytes.subarray(at + 4, end)).text);
    if (hasBytes(bytes, 'Exif\0\0', at + 4)) readTiff(bytes, at + 10, lines);
    at = end;
  }
}

/** PNG chunks of text: ISO/IEC 15948 §11.3.4.3 and §11.3.4.5. */
function readPng(bytes: Uint8Array, lines: string[]): void {
  let at = 8;
  for (let i = 0; i < MOST_BLOCKS && at < bytes.length; i += 1) {
    const end = at + 12 + bigEndian(bytes, at, 4);
    if (hasBytes(bytes, 'tEXt', at + 4)) lines.push(latin1(bytes, at + 8, Math.min(end - 4, at + LONGEST_VALUE)).replace('\0', ': '));
    if (hasBytes(bytes, 'iTXt', at + 4)) lines.push(internationalText(bytes.subarray(at + 8, Math.min(end - 4, at + LONGEST_VALUE))));
    at = end;
  }
}

/** A keyword and its text in UTF-8; empty when it is packed, or the packet of XMP, which is read as such. */
function internationalText(chunk: Uint8Array): string {
  const keyEnd = chunk.indexOf(0);
  const languageEnd = chunk.indexOf(0, keyEnd + 3);
  const start = chunk.indexOf(0, languageEnd + 1) + 1;
  const keyword = latin1(chunk, 0, keyEnd);
  if (keyEnd < 0 || languageEnd < 0 || start === 0 || chunk[keyEnd + 1] !== 0 || /xmp/i.test(keyword)) return '';
  return `${keyword}: ${decodeUtf8(chunk, start, chunk.length)}`;
}

/** What an XMP packet says in words: the Dublin Core title, description, creator and subject (ISO 16684-1). */
function readXmp(bytes: Uint8Array, lines: string[]): void {
  const start = findBytes(bytes, '<x:xmpmeta', 0, SEARCHED);
  if (start === -1) return;
  const text = decodeUtf8(bytes, start, Math.min(start + LONGEST_VALUE, bytes.length));
  for (let from = text.indexOf('<dc:'); from >= 0; from = text.indexOf('<dc:', from + 1)) {
    const to = text.indexOf('</dc:', from);
    if (to === -1) return;
    if (text.slice(from + 4, from + 10) !== 'format') lines.push(htmlToText(text.slice(from, to)));
    from = to;
  }
}

/** The words in a picture's properties, a line each; empty when there are none. */
export function pictureProperties(bytes: Uint8Array): string {
  const lines: string[] = [];
  if (bytes[0] === 0xff) readJpeg(bytes, lines);
  else if (hasBytes(bytes, 'PNG', 1)) readPng(bytes, lines);
  else if (bytes[0] === bytes[1]) readTiff(bytes, 0, lines);
  readXmp(bytes, lines);
  return lines
    .map((line) => line.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]+/g, ' ').trim())
    .filter((line, index, all) => line !== '' && all.indexOf(line) === index)
    .join('\n');
}
