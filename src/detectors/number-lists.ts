import type { ValueDetector } from './detector';
import { FIRM_CLASH } from './score';

/*
 * Lists that no heading explains. One random ten-digit number in eleven passes the check of an NHS number, so five out of
 * five pass by luck once in 160,000 lists: where nearly all numbers of a text pass, the numbers themselves say what they are.
 */

/** How many different numbers make a list. */
const FEWEST = 5;
/** The share of a text's ten-digit numbers that must pass; some may be mistyped. */
const MOST_PASS = 0.9;

/** Ten digits as NHS numbers are written, or the nine and an X of a book number (ISBN-10). */
const TEN_DIGITS = /(^|[^A-Za-z0-9])(\d{3}[ .-]?\d{3}[ .-]?\d{3}[\dXx])(?![A-Za-z0-9])/g;
/** Ten-digit book numbers have the very same check digit. Those of English books begin with 0 or 1, as telephone numbers and times do. */
const BOOKS = /\bisbn/i;
const LIST_NUMBER = /^[2-9]\d{9}$/;

/** How much of the line above a list, and of its first row, is looked at. */
const LONGEST_LINE = 400;
const CELL_END = /[\t,;|]/;

/** The last line before a place that has anything in it. */
function lineAbove(text: string, lineStart: number): string {
  const above = text.slice(Math.max(0, lineStart - LONGEST_LINE), lineStart).replace(/\s+$/, '');
  return above.slice(above.lastIndexOf('\n') + 1);
}

/** True when the heading over a number, or the line above its list, says that the numbers are something else. */
function isHeadedOtherwise(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const rowStart = before.lastIndexOf('\n') + 1;
  const headings = lineAbove(text, start - (before.length - rowStart)).split(CELL_END);
  const heading = headings[before.slice(rowStart).split(CELL_END).length - 1];
  const concerned = headings.length > 1 && heading !== undefined ? [heading] : headings;
  return concerned.some((words) => FIRM_CLASH.test(words.replace(/[\s.:!?]+$/, '')));
}

/**
 * The values of a list that a detector's check digit alone gives away: five or more different ten-digit numbers, one a
 * line, where at least nine in ten of the text's different numbers pass. Null when there is no such list.
 */
export function findNumberList(text: string, detector: ValueDetector): ReadonlySet<string> | null {
  const listed = new Set<string>();
  const all = new Set<string>();
  let passing = 0;
  let first = -1;
  /** The passing number of the line that is being read, until another number on it shows that it has no list. */
  let pending: { readonly value: string; readonly start: number } | null = null;
  const keep = (): void => {
    if (pending === null) return;
    listed.add(pending.value);
    if (first < 0) first = pending.start;
    pending = null;
  };
  let lineEnd = -1;
  TEN_DIGITS.lastIndex = 0;
  for (let match = TEN_DIGITS.exec(text); match !== null; match = TEN_DIGITS.exec(text)) {
    const start = match.index + (match[1] as string).length;
    const value = detector.compact(match[2] as string);
    const isPassing = LIST_NUMBER.test(value) && detector.valid(value);
    // A book number that ends in X is told apart by its nine digits, and never passes.
    if (!all.has(value)) {
      all.add(value);
      if (isPassing) passing += 1;
    }
    if (start < lineEnd) pending = null;
    else {
      keep();
      const end = text.indexOf('\n', start);
      lineEnd = end < 0 ? text.length : end;
      pending = isPassing ? { value, start } : null;
    }
  }
  keep();
  if (listed.size < FEWEST || passing < all.size * MOST_PASS || BOOKS.test(text) || isHeadedOtherwise(text, first)) return null;
  return listed;
}
