import { fold, INVISIBLE } from '../text/fold';
import { lastOf } from './spans';

/**
 * A text as the detectors read it: spaces, dashes and full-width characters of every kind are plain ones; characters
 * nobody sees (soft hyphens, zero-width spaces, marks of writing direction, returns before a line feed) are gone.
 */
export interface Reading {
  readonly text: string;
  /** Carries an offset in `text` back to the text as given. */
  origin(offset: number): number;
}

const UNUSUAL = /[^\n\t -~]/;
/** A line feed with the return that Windows writes before it, which phrases and tables do not expect. */
const LINE_END = /\r\n/g;
const LINE_END_UNSEEN = `${INVISIBLE}\n`;

const sameOffset = (offset: number): number => offset;

/** Reads a text, folding it only where there is something to fold: most mail is plain ASCII. */
export function readText(given: string): Reading {
  if (!UNUSUAL.test(given)) return { text: given, origin: sameOffset };
  const folded = fold(given.includes('\r') ? given.replace(LINE_END, LINE_END_UNSEEN) : given);
  if (!folded.includes(INVISIBLE)) return { text: folded, origin: sameOffset };
  const kept: string[] = [];
  /** Where each kept piece starts in the shortened text; the i-th and all before it lost i invisible characters. */
  const starts: number[] = [];
  const dropped: number[] = [];
  let length = 0;
  folded.split(INVISIBLE).forEach((piece, i) => {
    if (piece === '') return;
    kept.push(piece);
    starts.push(length);
    dropped.push(i);
    length += piece.length;
  });
  return {
    text: kept.join(''),
    origin: (offset) => (starts.length === 0 ? given.length : offset + (dropped[lastOf(starts.length, (index) => (starts[index] as number) <= offset)] as number)),
  };
}
