import { decodeSingleByte, decodeUtf16 } from '../text/decode';
import type { Budget } from './budget';

/** Shorter runs are mostly numbers that happen to look like letters. */
const SHORTEST_WIDE = 4;
const SHORTEST_NARROW = 6;
const BYTES_PER_PAUSE = 1 << 20;

/** True for the characters of European text in UTF-16: Latin, Greek and Cyrillic letters, punctuation, tabs and line ends. */
function isEuropean(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 ? unit !== 0x7f : unit === 9 || unit === 10 || unit === 13;
  return (unit >= 0xa0 && unit < 0x530) || (unit >= 0x2010 && unit < 0x2040) || unit === 0x20ac;
}

/** True for the bytes of English text: ASCII, and of Windows-1252 quotation marks, dashes, the pound and accented letters. */
function isEnglish(byte: number): boolean {
  if (byte < 0x80) return byte >= 0x20 ? byte !== 0x7f : byte === 9 || byte === 10 || byte === 13;
  return byte >= 0xc0 || byte === 0xa3 || (byte >= 0x91 && byte <= 0x97);
}

/** Tables of numbers look like runs of rare letters; words have two plain letters or digits in a row, or three Greek or Cyrillic. */
const WORDS = /[0-9A-Za-z]{2}|[\u0370-\u052f]{3}/;

/** Collects the runs that begin before `stop`, wherever they end; returns where the last one does. */
function collectRuns(bytes: Uint8Array, start: number, stop: number, end: number, lines: string[]): number {
  const add = (line: string): void => {
    if (WORDS.test(line)) lines.push(line);
  };
  let at = start;
  while (at < stop) {
    let next = at;
    while (next + 1 < end && isEuropean(bytes[next]! | (bytes[next + 1]! << 8))) next += 2;
    if (next - at >= 2 * SHORTEST_WIDE) {
      add(decodeUtf16(bytes, true, at, next));
    } else {
      next = at;
      while (next < end && isEnglish(bytes[next]!)) next += 1;
      if (next - at >= SHORTEST_NARROW) add(decodeSingleByte(bytes, 'windows-1252', at, next));
      // A run that is too short may hide the start of one in UTF-16, which can only be its last byte.
      else next = Math.max(at + 1, next - 1);
    }
    at = next;
  }
  return at;
}

/** The runs of bytes that look like European text, in UTF-16 or in one byte a character, each on a line. Meant for short records. */
export function looseTextOf(bytes: Uint8Array, start: number, end: number): string {
  const lines: string[] = [];
  collectRuns(bytes, start, end, end, lines);
  return lines.join('\n');
}

/** The same for files whose layout is not known, or is lost. */
export function* readLooseText(bytes: Uint8Array, budget: Budget): Generator<void, string, void> {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && !budget.isOutOfTime(); ) {
    at = collectRuns(bytes, at, Math.min(bytes.length, at + BYTES_PER_PAUSE), bytes.length, lines);
    yield;
  }
  return lines.join('\n');
}
