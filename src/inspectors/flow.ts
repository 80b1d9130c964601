import type { PlacedText } from './package';
import { hasInk, makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';

/**
 * Running text with tables in it, as it is read: paragraphs become lines, tables become segments of their own, text boxes
 * stand apart, and hidden text is kept in streams beside the visible one. Starts and ends need not match.
 */
export interface FlowWriter {
  /** Where the characters now being read belong: append to it, then nothing more is needed. */
  target(): TextBuffer;
  append(text: string): void;
  /** A line break; inside a table cell a space. */
  breakLine(): void;
  /** A tab; inside a table cell a space. */
  breakWord(): void;
  /** Ends a paragraph of the stream that is being written; the end of a visible one ends the lines of all hidden ones. */
  endParagraph(): void;
  startTable(): void;
  startRow(): void;
  startCell(): void;
  /** Ends a cell that is `span` columns wide. */
  endCell(span: number): void;
  endRow(): void;
  endTable(): void;
  /** Makes the table that is open running text after all: it turned out to be layout. */
  dissolveTable(): void;
  /** Starts text that stands apart from the rest: a text box, a footnote. */
  startBox(place: string): void;
  endBox(): void;
  /** Sends what follows to a hidden stream, named by why it is hidden; null for back to what a reader sees. */
  divert(hidden: string | null): void;
  /** Ends the line of the hidden stream and goes back to what a reader sees. */
  endDiversion(): void;
  /** Hands out all that has not been handed out yet. */
  finish(): void;
}

export interface FlowPlace {
  readonly place: string;
  /** Set when all of it is hidden, and why. */
  readonly hidden?: string;
  /** True when tables are numbered (`table 2`); otherwise they share the place of the text. */
  readonly numbersTables?: boolean;
}

interface Table {
  readonly rows: number[];
  row: number;
  column: number;
  columnCount: number;
  lineStart: number;
  cellStart: number;
  /** True between the start and the end of a cell. */
  isInCell: boolean;
}

interface Level {
  readonly text: TextBuffer;
  readonly place: string;
  table: Table | null;
  nestedTables: number;
}

/** Text boxes inside text boxes: beyond this depth they are read as one. */
const DEEPEST_BOX = 20;
/** Cells merged across more columns than this are not worth their tabs. */
const WIDEST_SPAN = 64;

const SPACE = 32;
const TAB = 9;
const NEW_LINE = 10;

export function writeFlow(keep: (segment: PlacedText) => void, where: FlowPlace): FlowWriter {
  const hiddenStreams = new Map<string, TextBuffer>();
  const outer: Level[] = [];
  let level = makeLevel(where.place);
  let surplusBoxes = 0;
  let diverted: TextBuffer | null = null;
  let tableNumber = 0;

  function emit(one: PlacedText): void {
    if (hasInk(one.text)) keep(one);
  }

  function segment(place: string, text: string): PlacedText {
    return where.hidden === undefined ? { place, text } : { place, text, hidden: where.hidden };
  }

  /** Hands out the running text before a table, or at the end. */
  function flush(): void {
    if (level.table !== null) endTable();
    if (level.text.length > 0) emit(segment(level.place, level.text.take()));
  }

  function startTable(): void {
    if (level.table !== null) {
      level.nestedTables += 1;
      return;
    }
    flush();
    level.table = { rows: [], row: 0, column: 0, columnCount: 0, lineStart: 0, cellStart: 0, isInCell: false };
  }

  function endTable(): void {
    if (level.nestedTables > 0) {
      level.nestedTables -= 1;
      return;
    }
    const { table } = level;
    if (table === null) return;
    if (level.text.last() !== -1 && level.text.last() !== NEW_LINE) endRow();
    level.table = null;
    tableNumber += 1;
    const text = level.text.take();
    if (table.rows.length === 0) {
      if (text !== '') emit(segment(level.place, text));
      return;
    }
    const columns: number[] = [];
    for (let column = 0; column < table.columnCount; column += 1) columns.push(column);
    const place = where.numbersTables === true ? `table ${tableNumber}` : level.place;
    emit({ ...segment(place, withoutLastBreak(text)), table: { rows: table.rows, columns, notation: 'row' } });
  }

  function dissolveTable(): void {
    if (level.table === null) return;
    level.table = null;
    level.nestedTables = 0;
    if (level.text.last() !== NEW_LINE) level.text.appendUnit(NEW_LINE);
  }

  function endRow(): void {
    const { table } = level;
    if (table === null || level.nestedTables > 0) return;
    if (table.isInCell) endCell(1);
    table.row += 1;
    // A row of blank cells says nothing, but it counts.
    if (hasInk(level.text.slice(table.lineStart))) {
      table.rows.push(table.row);
      level.text.appendUnit(NEW_LINE);
      table.columnCount = Math.max(table.columnCount, table.column);
    } else level.text.cut(table.lineStart);
    table.lineStart = level.text.length;
    table.column = 0;
  }

  function endCell(span: number): void {
    const { table } = level;
    if (table === null) return;
    if (level.nestedTables > 0) {
      level.text.appendUnit(SPACE);
      return;
    }
    level.text.flatten(table.cellStart);
    table.isInCell = false;
    table.column += 1;
    for (let extra = Math.min(span, WIDEST_SPAN); extra > 1; extra -= 1) {
      level.text.appendUnit(TAB);
      table.column += 1;
    }
  }

  function breakWith(unit: number): void {
    const buffer = diverted ?? level.text;
    buffer.appendUnit(diverted === null && level.table !== null ? SPACE : unit);
  }

  return {
    target: () => diverted ?? level.text,
    append(text) {
      (diverted ?? level.text).append(text);
    },
    breakLine: () => breakWith(NEW_LINE),
    breakWord: () => breakWith(TAB),
    endParagraph() {
      if (diverted !== null) {
        endLine(diverted);
        return;
      }
      hiddenStreams.forEach((stream) => {
        if (stream.length > 0 && stream.last() !== NEW_LINE) stream.appendUnit(NEW_LINE);
      });
      const { table } = level;
      if (table === null) endLine(level.text);
      // Between the rows of a table there is no place for text.
      else if (table.isInCell) level.text.appendUnit(SPACE);
    },
    startTable,
    startRow() {
      const { table } = level;
      if (table !== null && level.nestedTables === 0) table.column = 0;
    },
    startCell() {
      const { table } = level;
      if (table === null || level.nestedTables > 0) return;
      if (table.isInCell) endCell(1);
      if (table.column > 0) level.text.appendUnit(TAB);
      table.cellStart = level.text.length;
      table.isInCell = true;
    },
    endCell,
    endRow,
    endTable,
    dissolveTable,
    startBox(place) {
      if (outer.length >= DEEPEST_BOX) {
        surplusBoxes += 1;
        return;
      }
      outer.push(level);
      level = makeLevel(place);
    },
    endBox() {
      if (surplusBoxes > 0) {
        surplusBoxes -= 1;
        return;
      }
      const above = outer.pop();
      if (above === undefined) return;
      flush();
      level = above;
    },
    divert(hidden) {
      if (hidden === null) diverted = null;
      else {
        diverted = hiddenStreams.get(hidden) ?? makeTextBuffer();
        hiddenStreams.set(hidden, diverted);
      }
    },
    endDiversion() {
      if (diverted !== null && diverted.length > 0 && diverted.last() !== NEW_LINE) diverted.appendUnit(NEW_LINE);
      diverted = null;
    },
    finish() {
      for (;;) {
        flush();
        const above = outer.pop();
        if (above === undefined) break;
        level = above;
      }
      hiddenStreams.forEach((stream, hidden) => {
        if (stream.length > 0) emit({ place: where.place, text: stream.take(), hidden });
      });
      hiddenStreams.clear();
      diverted = null;
    },
  };
}

/** Ends a line; one blank line is enough, and none at the beginning. */
function endLine(text: TextBuffer): void {
  if (text.length > 0 && (text.last() !== NEW_LINE || text.last(1) !== NEW_LINE)) text.appendUnit(NEW_LINE);
}

function makeLevel(place: string): Level {
  return { text: makeTextBuffer(), place, table: null, nestedTables: 0 };
}

function withoutLastBreak(text: string): string {
  return text.charCodeAt(text.length - 1) === NEW_LINE ? text.slice(0, -1) : text;
}
