import type { PlacedText } from './package';
import { hasInk, makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';

/**
 * Running text with tables in it, as it is read: paragraphs become lines, tables become segments of their own, text boxes
 * stand apart, and hidden text is kept in streams beside the visible one. Starts and ends need not match.
 */
export interface FlowWriter {
  /** The text, or the box in it, that is being written. */
  readonly level: Level;
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
  startCell(): void;
  /** Ends a cell that is `span` columns wide. */
  endCell(span: number): void;
  endRow(): void;
  endTable(): void;
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
  readonly hidden?: string | null;
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

class Flow implements FlowWriter {
  level: Level;
  private readonly outer: Level[] = [];
  private readonly hiddenStreams = new Map<string, TextBuffer>();
  private diverted: TextBuffer | null = null;
  private tableNumber = 0;

  constructor(
    private readonly keep: (segment: PlacedText) => void,
    private readonly where: FlowPlace,
  ) {
    this.level = makeLevel(where.place);
  }

  target(): TextBuffer {
    return this.diverted ?? this.level.text;
  }

  append(text: string): void {
    this.target().append(text);
  }

  breakLine(): void {
    this.breakWith(NEW_LINE);
  }

  breakWord(): void {
    this.breakWith(TAB);
  }

  private breakWith(unit: number): void {
    this.target().appendUnit(this.diverted === null && this.level.table !== null ? SPACE : unit);
  }

  endParagraph(): void {
    const { diverted, hiddenStreams, level } = this;
    if (diverted !== null) {
      endLine(diverted);
      return;
    }
    if (hiddenStreams.size > 0) hiddenStreams.forEach(endLineOnce);
    if (level.table === null) endLine(level.text);
    // Between the rows of a table there is no place for text.
    else if (level.table.isInCell) level.text.appendUnit(SPACE);
  }

  startTable(): void {
    const { level } = this;
    if (level.table !== null) {
      level.nestedTables += 1;
      return;
    }
    this.flush();
    level.table = { rows: [], row: 0, column: 0, columnCount: 0, lineStart: 0, cellStart: 0, isInCell: false };
  }

  startCell(): void {
    const { table, nestedTables, text } = this.level;
    if (table === null || nestedTables > 0) return;
    if (table.column > 0) text.appendUnit(TAB);
    table.cellStart = text.length;
    table.isInCell = true;
  }

  endCell(span: number): void {
    const { table, nestedTables, text } = this.level;
    if (table === null) return;
    if (nestedTables > 0) {
      text.appendUnit(SPACE);
      return;
    }
    text.flatten(table.cellStart);
    table.isInCell = false;
    table.column += 1;
    for (let extra = Math.min(span, WIDEST_SPAN); extra > 1; extra -= 1) {
      text.appendUnit(TAB);
      table.column += 1;
    }
  }

  endRow(): void {
    const { table, nestedTables, text } = this.level;
    if (table === null || nestedTables > 0) return;
    if (table.isInCell) this.endCell(1);
    table.row += 1;
    // A row of blank cells says nothing, but it counts.
    if (hasInk(text.slice(table.lineStart))) {
      table.rows.push(table.row);
      text.appendUnit(NEW_LINE);
      table.columnCount = Math.max(table.columnCount, table.column);
    } else text.cut(table.lineStart);
    table.lineStart = text.length;
    table.column = 0;
  }

  endTable(): void {
    const { level } = this;
    const { table } = level;
    if (level.nestedTables > 0) {
      level.nestedTables -= 1;
      return;
    }
    if (table === null) return;
    this.endRow();
    level.table = null;
    this.tableNumber += 1;
    const text = level.text.take();
    const columns: number[] = [];
    for (let column = 0; column < table.columnCount; column += 1) columns.push(column);
    const place = this.where.numbersTables === true ? `table ${this.tableNumber}` : level.place;
    this.emit(place, withoutLastBreak(text), { table: { rows: table.rows, columns, notation: 'row' } });
  }

  startBox(place: string): void {
    this.outer.push(this.level);
    if (this.outer.length <= DEEPEST_BOX) this.level = makeLevel(place);
  }

  endBox(): void {
    const above = this.outer.pop();
    if (above === undefined) return;
    this.flush();
    this.level = above;
  }

  divert(hidden: string | null): void {
    const { hiddenStreams } = this;
    this.diverted = hidden === null ? null : (hiddenStreams.get(hidden) ?? makeTextBuffer());
    if (hidden !== null) hiddenStreams.set(hidden, this.diverted!);
  }

  endDiversion(): void {
    if (this.diverted !== null) endLineOnce(this.diverted);
    this.diverted = null;
  }

  finish(): void {
    const { where, hiddenStreams } = this;
    while (this.outer.length > 0) this.endBox();
    this.flush();
    hiddenStreams.forEach((stream, hidden) => this.emit(where.place, stream.take(), { hidden }));
  }

  /** Hands out the running text before a table, or at the end. */
  private flush(): void {
    const { level } = this;
    if (level.table !== null) this.endTable();
    this.emit(level.place, level.text.take());
  }

  private emit(place: string, text: string, more?: Partial<PlacedText>): void {
    const { keep, where } = this;
    if (hasInk(text)) keep({ place, text, ...(where.hidden ? { hidden: where.hidden } : {}), ...more });
  }
}

export function writeFlow(keep: (segment: PlacedText) => void, where: FlowPlace): FlowWriter {
  return new Flow(keep, where);
}

/** Makes the table that is open running text after all: it turned out to be layout. */
export function dissolveTable({ level }: FlowWriter): void {
  if (level.table === null) return;
  level.table = null;
  level.nestedTables = 0;
  if (level.text.last() !== NEW_LINE) level.text.appendUnit(NEW_LINE);
}

/** Ends a line that has begun. */
function endLineOnce(text: TextBuffer): void {
  if (text.length > 0 && text.last() !== NEW_LINE) text.appendUnit(NEW_LINE);
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
