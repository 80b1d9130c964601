import { findBytes, hasBytes, latin1 } from '../bytes';
import { decodeLenientBase64 } from '../mail/lenient-base64';

const LINE_FEED = 10;

/** A block between `-----BEGIN label-----` and `-----END label-----` lines (RFC 7468, RFC 9580 §6.2). */
export interface ArmouredBlock {
  /** Such as `PGP MESSAGE`. */
  readonly label: string;
  /** Header lines such as `Proc-Type: 4,ENCRYPTED`. */
  readonly headers: string;
  /** What it wraps, from after the headers to before the END line; the end of the bytes when that line is missing. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Where the text after it starts. */
  readonly end: number;
}

/** Characters of its first lines, headers included, that are looked at. */
const LONGEST_START = 1024;

/** The armoured block whose BEGIN line starts at `at`; null when there is none. It ends at the next line of dashes. */
export function armouredBlockAt(bytes: Uint8Array, at: number): ArmouredBlock | null {
  const match = /^-----BEGIN ([A-Z0-9 ,]{1,60})-----[ \t\r]*\n((?:[A-Za-z][\w-]*:[^\n]*\n)*)/.exec(latin1(bytes, at, at + LONGEST_START));
  if (match === null) return null;
  const contentStart = at + match[0].length;
  const contentEnd = (findBytes(bytes, '\n-----', contentStart - 1) + 1) || bytes.length;
  const feed = hasBytes(bytes, '-----BEGIN ', contentEnd) ? contentEnd : bytes.indexOf(LINE_FEED, contentEnd);
  return { label: match[1]!, headers: match[2]!, contentStart, contentEnd, end: feed < 0 ? bytes.length : feed };
}

/** The bytes that an armoured block wraps, without the checksum PGP puts on a last line of its own. */
export function unwrap(bytes: Uint8Array, { contentStart, contentEnd }: ArmouredBlock): Uint8Array {
  const checksum = /\s=[^]{4}\s*$/.exec(latin1(bytes, Math.max(contentStart - 1, contentEnd - 16), contentEnd));
  return decodeLenientBase64(bytes, contentStart, checksum === null ? contentEnd : contentEnd - checksum[0].length);
}
