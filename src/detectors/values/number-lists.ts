import { nhsNumber } from './nhs-number';
import { FIRM_CLASH } from '../score';

/*
 * Lists of NHS numbers that no heading explains. One random ten-digit number in eleven passes the check, so five out of
 * five pass by luck in one list of 160,000: where nearly all numbers of a text pass, they say themselves what they are.
 */

/** How many different numbers make a list. */
const FEWEST = 5;
/** The share of a text's different ten-digit numbers that must pass: some may be mistyped. */
const SHARE = 0.9;

/** Ten digits as NHS numbers are written, or the nine and an X of a book number (ISBN-10), which never passes. */
const TEN_DIGITS = /(^|[^A-Za-z0-9])(\d{3}[ .-]?\d{3}[ .-]?\d{3}[\dXx])(?![A-Za-z0-9])/g;
/** Book numbers have the very same check digit. Those of English books begin with 0 or 1, as telephone numbers do. */
const BOOKS = /\bisbn/i;
const NOT_IN_LISTS = /^[01]/;

/** How much of a row and of the line above it is looked at, in characters. */
const LONGEST_LINE = 400;
const CELL_END = /[\t,;|]/;

/** True when the heading over a number, or the line above its list, says that the numbers are something else. */
function isHeadedOtherwise(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LINE), start);
  const rowStart = before.lastIndexOf('\n') + 1;
  const above = before.slice(0, rowStart).replace(/\s+$/, '');
  const headings = above.slice(above.lastIndexOf('\n') + 1).split(CELL_END);
  const after = text.slice(start, start + LONGEST_LINE).split('\n')[0] as string;
  const column = before.slice(rowStart).split(CELL_END).length - 1;
  // A sentence above the list has commas too: only a row of as many cells has a heading for each.
  const isRow = column + after.split(CELL_END).length === headings.length;
  return headings.some((heading, i) => (!isRow || i === column) && FIRM_CLASH.test(heading.replace(/[\s.:!?]+$/, '')));
}

/**
 * The numbers of a list that their check digits alone give away: five or more different ones, each the only ten-digit
 * number on its line, where at least nine in ten of the text's different ten-digit numbers pass. Empty when there is none.
 */
export function findNhsNumberList(text: string): ReadonlySet<string> {
  const listed = new Map<string, number>();
  const all = new Set<string>();
  const passing = new Set<string>();
  let first = -1;
  let lineEnd = -1;
  /** The number of the line before, or of this one while it is the only one. */
  let single: { readonly value: string; readonly start: number } | null = null;
  const keepSingle = (): void => {
    if (single !== null && passing.has(single.value) && !listed.has(single.value)) listed.set(single.value, single.start);
  };
  TEN_DIGITS.lastIndex = 0;
  for (let match = TEN_DIGITS.exec(text); match !== null; match = TEN_DIGITS.exec(text)) {
    const start = match.index + (match[1] as string).length;
    const value = nhsNumber.compact(match[2] as string);
    all.add(value);
    if (!NOT_IN_LISTS.test(value) && nhsNumber.valid(value)) passing.add(value);
    if (first < 0) first = start;
    if (start < lineEnd) {
      single = null;
      continue;
    }
    keepSingle();
    single = { value, start };
    const end = text.indexOf('\n', start);
    lineEnd = end < 0 ? text.length : end;
  }
  keepSingle();
  const isList = listed.size >= FEWEST && passing.size >= all.size * SHARE;
  if (!isList || BOOKS.test(text)) return new Set();
  const [start] = Array.from(listed.values()) as [number];
  return isHeadedOtherwise(text, first) || isHeadedOtherwise(text, start) ? new Set() : new Set(Array.from(listed.keys()));
}
