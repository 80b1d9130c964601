const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const INVALID = 255;
const WHITE_SPACE = 254;
const PADDING = 253;

/** What each ASCII character stands for in base64: a value of 0–63, or a mark above those. */
export const BASE64_VALUES = new Uint8Array(128).fill(INVALID);
for (let value = 0; value < ALPHABET.length; value++) BASE64_VALUES[ALPHABET.charCodeAt(value)] = value;
for (const space of ' \t\r\n\f') BASE64_VALUES[space.charCodeAt(0)] = WHITE_SPACE;
const PAD = '='.charCodeAt(0);
BASE64_VALUES[PAD] = PADDING;

/**
 * The bytes that base64 text (RFC 4648 §4) stands for, or null when it is not base64. White space anywhere is passed
 * over, padding may be missing, and bits left over in the last character are dropped. Characters after the padding, or a
 * single character that cannot make a byte, are not base64.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  let padding = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const value = code < 128 ? BASE64_VALUES[code]! : INVALID;
    if (value < 64) {
      if (padding > 0) return null;
      bits = (bits << 6) | value;
      if (++held === 4) {
        bytes[length++] = bits >> 16;
        bytes[length++] = bits >> 8;
        bytes[length++] = bits;
        bits = 0;
        held = 0;
      }
    } else if (value === PADDING) {
      if (++padding > 2) return null;
    } else if (value === INVALID) {
      return null;
    }
  }
  if (held === 1 || (held === 0 && padding > 0)) return null;
  if (held >= 2) bytes[length++] = held === 2 ? bits >> 4 : bits >> 10;
  if (held === 3) bytes[length++] = bits >> 2;
  return bytes.subarray(0, length);
}

const CODES = Uint8Array.from(ALPHABET, (character) => character.charCodeAt(0));

/** Bytes turned into text at a time: three make four characters, and String.fromCharCode takes some ten thousand. */
const CHUNK = 6144;

/** The bytes as base64 text (RFC 4648 §4) on one line, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const codes = new Uint8Array((CHUNK / 3) * 4);
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, bytes.length);
    let count = 0;
    for (let index = start; index < end; index += 3) {
      const bits = (bytes[index]! << 16) | ((index + 1 < end ? bytes[index + 1]! : 0) << 8) | (index + 2 < end ? bytes[index + 2]! : 0);
      codes[count++] = CODES[bits >> 18]!;
      codes[count++] = CODES[(bits >> 12) & 63]!;
      codes[count++] = index + 1 < end ? CODES[(bits >> 6) & 63]! : PAD;
      codes[count++] = index + 2 < end ? CODES[bits & 63]! : PAD;
    }
    pieces.push(String.fromCharCode.apply(null, codes.subarray(0, count) as unknown as number[]));
  }
  return pieces.join('');
}
