import { findBytes, hasBytes, latin1 } from '../bytes';
import { decodeLenientBase64 } from '../mail/lenient-base64';

const EQUALS = 0x3d;
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

const LONGEST_LABEL_LINE = 100;
const LONGEST_HEADER = 1000;
const MOST_HEADERS = 50;

function lineEnd(bytes: Uint8Array, at: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed === -1 ? bytes.length : feed;
}

/** The armoured block whose BEGIN line starts at `at`; null when there is none. It ends at the next line of dashes. */
export function armouredBlockAt(bytes: Uint8Array, at: number): ArmouredBlock | null {
  if (!hasBytes(bytes, '-----BEGIN ', at)) return null;
  const match = /^-----BEGIN ([A-Z0-9 ,]{1,60})-----[ \t\r]*\n/.exec(latin1(bytes, at, at + LONGEST_LABEL_LINE));
  if (match === null) return null;
  const label = match[1]!;
  let headers = '';
  let contentStart = at + match[0].length;
  for (let i = 0; i < MOST_HEADERS && contentStart < bytes.length; i += 1) {
    const stop = lineEnd(bytes, contentStart);
    const line = latin1(bytes, contentStart, Math.min(stop, contentStart + LONGEST_HEADER)).trim();
    if (line !== '' && !/^[A-Za-z][A-Za-z0-9-]*:(\s|$)/.test(line)) break;
    contentStart = Math.min(stop + 1, bytes.length);
    if (line === '') break;
    headers += `${line}\n`;
  }
  const dashes = findBytes(bytes, '\n-----', contentStart - 1);
  const contentEnd = dashes === -1 ? bytes.length : dashes + 1;
  const isBeginLine = hasBytes(bytes, '-----BEGIN ', contentEnd);
  return {
    label,
    headers,
    contentStart,
    contentEnd,
    end: isBeginLine ? contentEnd : Math.min(lineEnd(bytes, contentEnd) + 1, bytes.length),
  };
}

/** The bytes that an armoured block wraps, without the checksum PGP puts on a last line of its own. */
export function unwrap(bytes: Uint8Array, block: ArmouredBlock): Uint8Array {
  let end = block.contentEnd;
  while (end > block.contentStart && bytes[end - 1]! <= 32) end -= 1;
  const isChecksum = bytes[end - 5] === EQUALS && end - 5 >= block.contentStart && bytes[end - 6]! <= 32;
  return decodeLenientBase64(bytes, block.contentStart, isChecksum ? end - 5 : end);
}
