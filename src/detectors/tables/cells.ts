/*
 * The cells of one line of a table.
 */

/** Start and end of a cell, white space and quotes left out. */
export type Cell = readonly [start: number, end: number];

export type Separator = 'tab' | 'bar' | 'comma' | 'semicolon' | 'gap' | 'space';

const MOST_COLUMNS = 200;

/** From the surest to what any sentence has. */
export const SEPARATORS: readonly (readonly [separator: Separator, pattern: RegExp])[] = [
  ['tab', /\t/g],
  ['bar', / ?\|\|? ?/g],
  ['semicolon', /;/g],
  ['comma', /,/g],
  ['gap', / {2,}/g],
  ['space', / /g],
];

function trimmed(text: string, start: number, end: number): Cell {
  let from = start;
  let to = end;
  while (from < to && /[\s"]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s"]/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

/** The cells of text[start..end). A quoted cell may hold its separator. */
export function splitRow(text: string, start: number, end: number, separator: Separator): readonly Cell[] {
  const line = text.slice(start, end);
  const pattern = (SEPARATORS.find(([name]) => name === separator) as readonly [Separator, RegExp])[1];
  const mayQuote = (separator === 'comma' || separator === 'semicolon') && line.includes('"');
  const cells: Cell[] = [];
  let from = 0;
  pattern.lastIndex = 0;
  // Quotes are counted as we go, so that each character is looked at once.
  let quotes = 0;
  let counted = 0;
  for (let match = pattern.exec(line); match !== null && cells.length < MOST_COLUMNS; match = pattern.exec(line)) {
    if (mayQuote) {
      for (; counted < match.index; counted += 1) if (line.charCodeAt(counted) === 34) quotes += 1;
      if (quotes % 2 === 1) continue;
    }
    cells.push(trimmed(text, start + from, start + match.index));
    from = match.index + match[0].length;
  }
  cells.push(trimmed(text, start + from, end));
  if (separator !== 'bar') return cells;
  // | a | b | has nothing outside its bars.
  const first = cells[0] as Cell;
  const last = cells[cells.length - 1] as Cell;
  return cells.slice(first[0] === first[1] ? 1 : 0, last[0] === last[1] ? -1 : undefined);
}
