import type { TextSegment } from '../domain';
import type { PlacedText } from './package';
import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';

/**
 * A sheet's cells, collected as they are read and then handed out as tables of the columns that are used. What a sheet says
 * about its own size plays no part: only cells that were seen count.
 */
export interface SheetWriter {
  /** Append a cell's text here, then call `endCell`. */
  readonly text: TextBuffer;
  /** Ends a cell of `row` (from 1) and `column` (from 0); without text it counts as not there. */
  endCell(row: number, column: number, isHidden: boolean): void;
  /** Adds a cell whose text is `[start, end)` of the shared strings. */
  addShared(row: number, column: number, isHidden: boolean, start: number, end: number): void;
  /** Drops what was appended since the last cell ended. */
  dropCell(): void;
  /** Hands out the tables: those a reader sees, then those of hidden rows and columns. */
  finish(): Generator<void, void, void>;
}

/** As many columns as Excel and LibreOffice have. */
const MOST_COLUMNS = 1 << 14;
/** A table may be this many times larger than the cells in it, and a little more; beyond that it is split. */
const GREATEST_EMPTINESS = 4;
const ALLOWED_EMPTINESS = 256;
/** Tables of one sheet; what follows is handed out as plain text. */
const MOST_TABLES = 500;
const CELLS_PER_PAUSE = 50000;

const TAB = 9;
const NEW_LINE = 10;

export function writeSheet(
  emit: (segment: PlacedText) => void,
  place: string,
  hiddenSheet: string | null,
  sharedStrings: TextBuffer | null = null,
): SheetWriter {
  const text = makeTextBuffer();
  const rows: number[] = [];
  const columns: number[] = [];
  // Where each cell's text is; starts in the shared strings are kept as -1 - start.
  const starts: number[] = [];
  const ends: number[] = [];
  const hiddenFlags: boolean[] = [];
  let cellStart = 0;
  let hasHidden = false;
  /** One more than the last column with a cell. */
  let columnCount = 0;

  /** Hands out the cells whose flag is `wanted`, in tables that are not much larger than their cells. */
  function* handOut(wanted: boolean, hidden: string | null): Generator<void, void, void> {
    const stamps = new Int32Array(columnCount);
    let stamp = 0;
    let tableCount = 0;
    let first = 0;
    while (first < ends.length) {
      stamp += 1;
      tableCount += 1;
      const isPlain = tableCount > MOST_TABLES;
      let end = first;
      let cellCount = 0;
      let rowCount = 0;
      let usedColumns = 0;
      // Row by row, as long as the table stays dense.
      while (end < ends.length) {
        let next = end;
        let added = 0;
        let seen = 0;
        for (; next < ends.length && isSameLine(end, next); next += 1) {
          if (hiddenFlags[next] !== wanted) continue;
          seen += 1;
          if (stamps[columns[next]!] !== stamp) added += 1;
        }
        const size = (rowCount + 1) * (usedColumns + added);
        if (!isPlain && rowCount > 0 && seen > 0 && size > GREATEST_EMPTINESS * (cellCount + seen) + ALLOWED_EMPTINESS) break;
        for (let cell = end; cell < next; cell += 1) if (hiddenFlags[cell] === wanted) stamps[columns[cell]!] = stamp;
        usedColumns += added;
        cellCount += seen;
        if (seen > 0) rowCount += 1;
        end = next;
        if (end - first > CELLS_PER_PAUSE && isPlain) break;
      }
      if (cellCount > 0) {
        if (isPlain) emitPlain(first, end, wanted, hidden);
        else yield* emitTable(first, end, wanted, hidden, stamps, stamp);
      }
      first = end;
      yield;
    }
  }

  /** A line of a table is one row, its cells from left to right. */
  function isSameLine(start: number, cell: number): boolean {
    return cell === start || (rows[cell] === rows[start] && columns[cell]! > columns[cell - 1]!);
  }

  function* emitTable(
    first: number,
    end: number,
    wanted: boolean,
    hidden: string | null,
    stamps: Int32Array,
    stamp: number,
  ): Generator<void, void, void> {
    const used: number[] = [];
    for (let cell = first; cell < end; cell += 1) {
      const column = columns[cell]!;
      if (hiddenFlags[cell] === wanted && stamps[column] === stamp) {
        used.push(column);
        stamps[column] = 0;
      }
    }
    used.sort((one, other) => one - other);
    used.forEach((column, index) => {
      stamps[column] = index;
    });
    const lines: number[] = [];
    const out = makeTextBuffer();
    let previous = -1;
    let position = 0;
    for (let cell = first; cell < end; cell += 1) {
      if (cell % CELLS_PER_PAUSE === 0) yield;
      if (hiddenFlags[cell] !== wanted) continue;
      if (previous === -1 || rows[cell] !== rows[previous] || columns[cell]! <= columns[previous]!) {
        if (previous !== -1) out.appendUnit(NEW_LINE);
        lines.push(rows[cell]!);
        position = 0;
      }
      const target = stamps[columns[cell]!]!;
      for (; position < target; position += 1) out.appendUnit(TAB);
      appendCell(out, cell);
      previous = cell;
    }
    used.forEach((column) => {
      stamps[column] = 0;
    });
    emit(segment(out.take(), hidden, { rows: lines, columns: used, notation: 'cell' }));
  }

  function appendCell(out: TextBuffer, cell: number): void {
    const start = starts[cell]!;
    if (start >= 0) out.appendFrom(text, start, ends[cell]!);
    else if (sharedStrings !== null) out.appendFrom(sharedStrings, -1 - start, ends[cell]!);
  }

  function addCell(row: number, column: number, isHidden: boolean, start: number, end: number): void {
    rows.push(row);
    const place = column < 0 ? 0 : column < MOST_COLUMNS ? column : MOST_COLUMNS - 1;
    columns.push(place);
    if (place >= columnCount) columnCount = place + 1;
    starts.push(start);
    ends.push(end);
    hiddenFlags.push(isHidden);
    if (isHidden) hasHidden = true;
  }

  function emitPlain(first: number, end: number, wanted: boolean, hidden: string | null): void {
    const out = makeTextBuffer();
    for (let cell = first; cell < end; cell += 1) {
      if (hiddenFlags[cell] !== wanted) continue;
      appendCell(out, cell);
      out.appendUnit(cell + 1 < end && rows[cell + 1] === rows[cell] ? TAB : NEW_LINE);
    }
    emit(segment(out.take(), hidden, undefined));
  }

  function segment(words: string, hidden: string | null, table: TextSegment['table']): PlacedText {
    const plain = { place, text: words };
    const marked = hidden === null ? plain : { ...plain, hidden };
    return table === undefined ? marked : { ...marked, table };
  }

  return {
    text,
    endCell(row, column, isHidden) {
      text.flatten(cellStart);
      if (text.length === cellStart) return;
      addCell(row, column, isHidden, cellStart, text.length);
      cellStart = text.length;
    },
    addShared(row, column, isHidden, start, end) {
      if (end > start) addCell(row, column, isHidden, -1 - start, end);
    },
    dropCell() {
      text.cut(cellStart);
    },
    *finish() {
      if (ends.length === 0) return;
      yield* handOut(false, hiddenSheet);
      if (hasHidden) yield* handOut(true, hiddenSheet ?? 'hidden rows or columns');
    },
  };
}
