import type { TextSegment } from '../domain';
import { lastAtOrBefore } from './spans';

/** Where something stands in a file or a text, as numbers that can be joined into a range. */
export interface Place {
  /** Entry path, sheet or page, in words; empty for a text that has no places. */
  readonly base: string;
  /** Which lines, rows or cells; null when the base says it all (`page 3`). */
  readonly range: Range | null;
}

interface Range {
  readonly notation: 'cell' | 'row' | 'line';
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly { readonly start: number }[] {
  const starts = [{ start: 0 }];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push({ start: at + 1 });
  return starts;
}

/** The number of the line an offset lies in, from 1. */
export function lineOf(starts: readonly { readonly start: number }[], offset: number): number {
  return lastAtOrBefore(starts, offset) + 1;
}

export function placeInText(starts: readonly { readonly start: number }[], start: number): Place {
  const line = lineOf(starts, start);
  return { base: '', range: { notation: 'line', firstRow: line, lastRow: line, firstColumn: 0, lastColumn: 0 } };
}

/** Which cell of a line of tab-parted cells an offset lies in, from 0. */
function cellOf(text: string, lineStart: number, offset: number): number {
  let cell = 0;
  for (let at = text.indexOf('\t', lineStart); at >= 0 && at < offset; at = text.indexOf('\t', at + 1)) cell += 1;
  return cell;
}

/** The place of text[start..end) in a segment. */
export function placeInSegment(segment: TextSegment, starts: readonly { readonly start: number }[], start: number, end: number): Place {
  const { path, place, hidden, table } = segment;
  const isSheet = table !== undefined && table.notation === 'cell';
  const named = hidden === undefined ? place : place === '' ? hidden : `${place} (${hidden})`;
  const base = path.concat(named === '' ? [] : [named]).join(' > ');
  if (named !== '' && table === undefined) return { base, range: null };
  const line = lineOf(starts, start);
  if (table === undefined) return { base, range: { notation: 'line', firstRow: line, lastRow: line, firstColumn: 0, lastColumn: 0 } };
  const row = table.rows[line - 1] || line;
  const lineStart = (starts[line - 1] as { readonly start: number }).start;
  const columnAt = (offset: number): number => {
    const cell = cellOf(segment.text, lineStart, offset);
    const column = table.columns[cell];
    return column === undefined ? cell : column;
  };
  return {
    base,
    range: {
      notation: isSheet ? 'cell' : place === '' ? 'line' : 'row',
      firstRow: row,
      lastRow: row,
      firstColumn: columnAt(start),
      lastColumn: columnAt(Math.max(start, end - 1)),
    },
  };
}

/** The letters of a spreadsheet column: 0 is A, 26 is AA. */
function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

function rangeWords({ notation, firstRow, lastRow, firstColumn, lastColumn }: Range): string {
  if (notation === 'cell') {
    const first = columnLetters(firstColumn) + firstRow;
    const last = columnLetters(lastColumn) + lastRow;
    return first === last ? first : `${first}:${last}`;
  }
  return firstRow === lastRow ? `${notation} ${firstRow}` : `${notation}s ${firstRow}–${lastRow}`;
}

/** The words for a place: `Sheet2!B2:F13`, `page 3`, `forms.zip > a.csv > line 2`. */
export function placeWords({ base, range }: Place): string {
  if (range === null) return base;
  const words = rangeWords(range);
  if (base === '') return words;
  return base + (range.notation === 'cell' ? '!' : range.notation === 'row' ? ', ' : ' > ') + words;
}

/** The place that holds all of these, which must share a base. */
function widen(places: readonly Place[]): Place {
  return places.reduce((all, place) => {
    if (all.range === null || place.range === null) return all;
    return {
      base: all.base,
      range: {
        notation: all.range.notation,
        firstRow: Math.min(all.range.firstRow, place.range.firstRow),
        lastRow: Math.max(all.range.lastRow, place.range.lastRow),
        firstColumn: Math.min(all.range.firstColumn, place.range.firstColumn),
        lastColumn: Math.max(all.range.lastColumn, place.range.lastColumn),
      },
    };
  });
}

/** How many places are named before the rest are counted. */
const MOST_NAMED = 2;

/** Where all of them are, in words: one place, two, or one and a count of the others. Empty when there are none. */
export function placeOfAll(places: readonly Place[]): string {
  const byBase = new Map<string, Place[]>();
  for (const place of places) {
    const known = byBase.get(place.base);
    if (known === undefined) byBase.set(place.base, [place]);
    else known.push(place);
  }
  const words = Array.from(byBase.values()).map((group) => placeWords(widen(group)));
  if (words.length <= MOST_NAMED) return words.join(' and ');
  return `${words[0]} and ${words.length - 1} other places`;
}
