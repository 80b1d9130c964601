import { singleByteTable } from '../../text/single-byte';
import type { Budget } from '../budget';
import { u16 } from '../bytes';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';

/** Shorter runs are mostly numbers that happen to look like letters. */
const SHORTEST_WIDE = 4;
const SHORTEST_NARROW = 6;
const BYTES_PER_PAUSE = 1 << 18;

/** True for the characters of European text in UTF-16: Latin, Greek and Cyrillic letters, punctuation, tabs and line ends. */
function isEuropean(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 ? unit !== 0x7f : unit === 9 || unit === 10 || unit === 13;
  return (unit >= 0xa0 && unit < 0x530) || (unit >= 0x2010 && unit < 0x2040) || unit === 0x20ac;
}

/** 1 for the bytes of English text: ASCII, and of Windows-1252 quotation marks, dashes, the pound and accented letters. */
const ENGLISH = new Uint8Array(256).map((_, byte) => {
  if (byte < 0x80) return isEuropean(byte) ? 1 : 0;
  return byte >= 0xc0 || byte === 0xa3 || (byte >= 0x91 && byte <= 0x97) ? 1 : 0;
});

function isPlain(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

/** Appends a run as a line, unless it has no words: tables of numbers look like rare letters, words have two plain ones in a row. */
function appendRun(out: TextBuffer, start: number, end: number, step: 1 | 2, unitAt: (at: number) => number): void {
  const before = out.length;
  let plain = 0;
  let foreign = 0;
  let hasWords = false;
  for (let at = start; at < end; at += step) {
    const unit = unitAt(at);
    out.appendUnit(unit);
    plain = isPlain(unit) ? plain + 1 : 0;
    foreign = unit >= 0x370 && unit < 0x530 ? foreign + 1 : 0;
    if (plain === 2 || foreign === 3) hasWords = true;
  }
  if (hasWords) out.appendUnit(10);
  else out.cut(before);
}

/** Collects the runs that begin before `stop`, wherever they end; returns where the last one does. */
function collectRuns(bytes: Uint8Array, start: number, stop: number, end: number, out: TextBuffer): number {
  const table = singleByteTable('windows-1252');
  const wide = (at: number): number => u16(bytes, at);
  const narrow = (at: number): number => table[bytes[at]!]!;
  let at = start;
  while (at < stop) {
    let next = at;
    while (next + 1 < end && isEuropean(bytes[next]! | (bytes[next + 1]! << 8))) next += 2;
    if (next - at >= 2 * SHORTEST_WIDE) appendRun(out, at, next, 2, wide);
    else {
      next = at;
      while (next < end && ENGLISH[bytes[next]!] === 1) next += 1;
      if (next - at >= SHORTEST_NARROW) appendRun(out, at, next, 1, narrow);
      // A run that is too short may hide the start of one in UTF-16, which can only be its last byte.
      else next = Math.max(at + 1, next - 1);
    }
    at = next;
  }
  return at;
}

/** The runs of bytes that look like European text, in UTF-16 or in one byte a character, each on a line. Meant for short records. */
export function looseTextOf(bytes: Uint8Array, start: number, end: number): string {
  const out = makeTextBuffer();
  collectRuns(bytes, start, end, end, out);
  return out.take();
}

/** The same for files whose layout is not known, or is lost. */
export function* readLooseText(bytes: Uint8Array, budget: Budget): Generator<void, string, void> {
  const out = makeTextBuffer();
  for (let at = 0; at < bytes.length && !budget.isOutOfTime(); ) {
    at = collectRuns(bytes, at, Math.min(bytes.length, at + BYTES_PER_PAUSE), bytes.length, out);
    yield;
  }
  return out.take();
}

/** Reads a file in that way into `members`; `reason` says why that may not be all. */
export function* addLooseText(
  { budget }: InspectionContext,
  members: Members,
  bytes: Uint8Array,
  reason: string | null,
): Generator<void, void, void> {
  members.addText({ place: '', text: yield* readLooseText(bytes, budget) });
  if (reason !== null) members.miss(reason);
}
