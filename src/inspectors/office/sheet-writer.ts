import type { PlacedText } from './package';
import { makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';

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
  /** Hands out the tables: what a reader sees, then the whole of the rows that are hidden or have hidden cells. */
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

/** The cells of a sheet so far, and where they go. */
interface Cells {
  readonly keep: (segment: PlacedText) => void;
  readonly place: string;
  readonly text: TextBuffer;
  readonly sharedStrings: TextBuffer | null;
  /**
   * Four numbers a cell: its row, its column (times four, and which tables it stands in), and where its text begins and ends. A beginning
   * in the shared strings is kept as -1 - start.
   */
  readonly list: number[];
  /** One more than the last column with a cell. */
  columnCount: number;
}

const CELL = 4;
/** The table of what a reader sees, and that of rows in which something is hidden: whole, so that it is known whom they are about. */
const SEEN = 1;
const BESIDE_HIDDEN = 2;

/** Hands out the cells that a reader sees, or the rows in which some are hidden, in tables that are not much larger than their cells. */
function* handOut(cells: Cells, wanted: typeof SEEN | typeof BESIDE_HIDDEN, hidden: string | null): Generator<void, void, void> {
  const { list } = cells;
  const { length } = list;
  const stamps = new Int32Array(cells.columnCount);
  let stamp = 0;
  for (let first = 0; first < length;) {
    stamp += 1;
    const isPlain = stamp > MOST_TABLES;
    let end = first;
    let cellCount = 0;
    let rowCount = 0;
    let usedColumns = 0;
    // Row by row, as long as the table stays dense.
    while (end < length) {
      let next = end;
      let added = 0;
      let seen = 0;
      do {
        const column = list[next + 1]!;
        if ((column & wanted) !== 0) {
          seen += 1;
          if (stamps[column >> 2] !== stamp) added += 1;
        }
        next += CELL;
      } while (next < length && isSameLine(list, next));
      const size = (rowCount + 1) * (usedColumns + added);
      if (!isPlain && rowCount > 0 && seen > 0 && size > GREATEST_EMPTINESS * (cellCount + seen) + ALLOWED_EMPTINESS) break;
      for (; end < next; end += CELL) if ((list[end + 1]! & wanted) !== 0) stamps[list[end + 1]! >> 2] = stamp;
      usedColumns += added;
      cellCount += seen;
      if (seen > 0) rowCount += 1;
      if (isPlain && end - first > CELLS_PER_PAUSE * CELL) break;
    }
    if (cellCount > 0) yield* emitTable(cells, first, end, wanted, hidden, stamps, stamp);
    first = end;
    yield;
  }
}

/** A line of a table is one row, its cells from left to right; false for a cell that begins another. */
function isSameLine(list: readonly number[], cell: number): boolean {
  return list[cell] === list[cell - CELL] && list[cell + 1]! >> 2 > list[cell + 1 - CELL]! >> 2;
}

/** Hands out the cells of a table; with too many tables before it, as text without places. */
function* emitTable(
  { keep, place, text, sharedStrings, list }: Cells,
  first: number,
  end: number,
  wanted: typeof SEEN | typeof BESIDE_HIDDEN,
  hidden: string | null,
  stamps: Int32Array,
  stamp: number,
): Generator<void, void, void> {
  const isPlain = stamp > MOST_TABLES;
  const used: number[] = [];
  for (let cell = first; cell < end; cell += CELL) {
    const column = list[cell + 1]! >> 2;
    if ((list[cell + 1]! & wanted) !== 0 && stamps[column] === stamp) {
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
  let row = -1;
  let position = 0;
  for (let cell = first; cell < end; cell += CELL) {
    if (cell % (CELLS_PER_PAUSE * CELL) === 0) yield;
    if ((list[cell + 1]! & wanted) === 0) continue;
    const target = stamps[list[cell + 1]! >> 2]!;
    if (list[cell] !== row || target <= position) {
      if (row !== -1) out.appendUnit(NEW_LINE);
      row = list[cell]!;
      lines.push(row);
      position = isPlain ? target : 0;
    } else if (isPlain) position = target - 1;
    for (; position < target; position += 1) out.appendUnit(TAB);
    const start = list[cell + 2]!;
    if (start >= 0) out.appendFrom(text, start, list[cell + 3]!);
    else if (sharedStrings !== null) out.appendFrom(sharedStrings, -1 - start, list[cell + 3]!);
  }
  used.forEach((column) => {
    stamps[column] = 0;
  });
  keep({
    place,
    text: out.take(),
    ...(hidden === null ? {} : { hidden }),
    ...(isPlain ? {} : { table: { rows: lines, columns: used, notation: 'cell' } }),
  });
}

/** Counts the first rows, up to one with more than a title, among those with something hidden: they say what stands in the columns. */
function markHeading(list: number[]): void {
  let cell = 0;
  do {
    list[cell + 1]! |= BESIDE_HIDDEN;
    cell += CELL;
  } while (cell < list.length && (isSameLine(list, cell) || !isSameLine(list, cell - CELL)));
}

function* handOutAll(cells: Cells, hiddenSheet: string | null, hasHidden: boolean): Generator<void, void, void> {
  yield* handOut(cells, SEEN, hiddenSheet);
  if (hasHidden) markHeading(cells.list);
  if (hasHidden) yield* handOut(cells, BESIDE_HIDDEN, hiddenSheet ?? 'hidden rows or columns');
  cells.text.cut(0);
}

export function writeSheet(
  keep: (segment: PlacedText) => void,
  place: string,
  hiddenSheet: string | null,
  sharedStrings: TextBuffer | null = null,
): SheetWriter {
  const text = makeTextBuffer();
  const list: number[] = [];
  const cells: Cells = { keep, place, text, sharedStrings, list, columnCount: 0 };
  let cellStart = 0;
  let hasHidden = false;

  function addCell(row: number, column: number, isHidden: boolean, start: number, end: number): void {
    const place = column < 0 ? 0 : column < MOST_COLUMNS ? column : MOST_COLUMNS - 1;
    let before = list.length - CELL;
    const beside = list[before] === row ? list[before + 1]! & BESIDE_HIDDEN : 0;
    list.push(row, place * 4 + (isHidden ? BESIDE_HIDDEN : SEEN | beside), start, end);
    if (isHidden && beside === 0) for (; list[before] === row; before -= CELL) list[before + 1]! |= BESIDE_HIDDEN;
    if (place >= cells.columnCount) cells.columnCount = place + 1;
    if (isHidden) hasHidden = true;
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
    finish: () => handOutAll(cells, hiddenSheet, hasHidden),
  };
}
