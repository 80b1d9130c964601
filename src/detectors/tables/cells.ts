/*
 * The cells of one line of a table.
 */

/** Start and end of a cell, white space and quotes left out. */
export type Cell = readonly [start: number, end: number];

const MOST_COLUMNS = 200;

export const GAP = / {2,}/g;
/** Parts the cells of text from a PDF, and words of any sentence. */
export const SPACE = / /g;
/** What parts cells, the surest first. */
export const SEPARATORS: readonly RegExp[] = [/\t/g, / ?\|\|? ?/g, /;/g, /,/g, GAP];

/** True for what parts the items of lists in sentences as well, and may stand in a cell in quotes. */
export function isOfLists({ source }: RegExp): boolean {
  return source === ',' || source === ';';
}

function trimmed(text: string, start: number, end: number): Cell {
  let from = start;
  let to = end;
  while (from < to && /[\s"]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s"]/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

/** The cells of text[start..end). A quoted cell may hold its separator. */
export function splitRow(text: string, start: number, end: number, separator: RegExp): readonly Cell[] {
  const line = text.slice(start, end);
  const mayQuote = isOfLists(separator) && line.includes('"');
  const cells: Cell[] = [];
  let from = 0;
  separator.lastIndex = 0;
  // Quotes are counted as we go, so that each character is looked at once.
  let quotes = 0;
  let counted = 0;
  for (let match = separator.exec(line); match !== null && cells.length < MOST_COLUMNS; match = separator.exec(line)) {
    if (mayQuote) {
      for (; counted < match.index; counted += 1) if (line.charCodeAt(counted) === 34) quotes += 1;
      if (quotes % 2 === 1) continue;
    }
    cells.push(trimmed(text, start + from, start + match.index));
    from = match.index + match[0].length;
  }
  cells.push(trimmed(text, start + from, end));
  if (!separator.source.includes('|')) return cells;
  // | a | b | has nothing outside its bars.
  const first = cells[0] as Cell;
  const last = cells[cells.length - 1] as Cell;
  return cells.slice(first[0] === first[1] ? 1 : 0, last[0] === last[1] ? -1 : undefined);
}
