/** The little-endian 16-bit number at `at`; bytes beyond the end count as zero. */
export function u16(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

/** The little-endian 32-bit number at `at`; bytes beyond the end count as zero. */
export function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** The little-endian 64-bit number at `at`, exact up to 2^53; bytes beyond the end count as zero. */
export function uint64At(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) + u32(bytes, at + 4) * 0x100000000;
}

/** The big-endian number of `length` bytes at `at`, exact up to six bytes; bytes beyond the end count as zero. */
export function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}

/** True when the characters of `text`, each one byte, stand at `at`. */
export function hasBytes(bytes: Uint8Array, text: string, at = 0): boolean {
  if (at + text.length > bytes.length) return false;
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Where the characters of `text`, each one byte, first stand in `bytes[start, end)`; -1 when they do not. */
export function findBytes(bytes: Uint8Array, text: string, start = 0, end = bytes.length): number {
  const first = text.charCodeAt(0);
  const last = Math.min(end, bytes.length) - text.length;
  for (let at = bytes.indexOf(first, start); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (hasBytes(bytes, text, at)) return at;
  }
  return -1;
}

/** The pieces put together; a single one is returned as it is. */
export function join(pieces: readonly ArrayLike<number>[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The same of a few, which may be lists of values. */
export const joinBytes = (...parts: readonly ArrayLike<number>[]): Uint8Array => join(parts);

/** How many of the first `count` things come before what is sought: they are sorted, and `isBefore` is true for those that do. */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many codes an engine surely takes as arguments of one call. */
const CODES_PER_CALL = 8192;

/** `bytes[start, end)` as characters of one byte each: names, headers, marks, text known to be plain. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const last = Math.min(end, bytes.length);
  let text = '';
  for (let at = Math.max(start, 0); at < last; at += CODES_PER_CALL) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(last, at + CODES_PER_CALL)) as unknown as number[]);
  }
  return text;
}

/** The CRC-32 of ISO 3309, as zip, gzip, PNG and 7z use it. Bit by bit: for short runs, such as headers. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i += 1) crc = (crc >>> 1) ^ ((crc & 1) * 0xedb88320);
  }
  return ~crc >>> 0;
}

/** Where text starts: after a byte order mark and white space. */
export function textStart(bytes: Uint8Array): number {
  let at = hasBytes(bytes, '\xef\xbb\xbf') ? 3 : 0;
  while (at < 1000 && at < bytes.length && bytes[at]! <= 32) at += 1;
  return at;
}

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
