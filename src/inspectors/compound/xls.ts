import { limitReason } from '../budget';
import type { Budget } from '../budget';
import { u16, u32 } from '../bytes';
import type { InspectionContext } from '../inspector';
import { looseTextOf } from '../text/loose-text';
import type { Members } from '../members';
import { PLAIN, builtInFormat, decodeRk, readFormat, showNumber } from '../office/number-format';
import type { NumberFormat } from '../office/number-format';
import { encodingOfCodePage } from '../text/rtf-words';
import { writeSheet } from '../office/sheet-writer';
import { makeTextBuffer } from '../text/text-buffer';
import { appendChoices } from './xls-choices';
import { RECORD_HEADER, nextRecord, readRecords } from './xls-records';
import { appendShared, appendString, readBody, readSharedStrings } from './xls-text';
import type { SharedStrings, XlsText } from './xls-text';
import { DAMAGED } from '../sentences';

// Record numbers of [MS-XLS] 2.3. Before Excel 5 the higher byte of some differs: 0 in Excel 2, 2 in Excel 3, 4 in Excel 4.

const BEGIN = 0x809;
const BEGIN_2 = 0x009;
const END = 0x0a;
const CODE_PAGE = 0x42;
const DATE_MODE = 0x22;
const SHEET = 0x85;
const STRINGS = 0xfc;
const FORMAT = 0x41e;
const CELL_STYLE = 0xe0;
const COLUMN_INFO = 0x7d;
const ROW = 0x208;
const CELL_SHARED = 0xfd;
const CELL_INTEGER_2 = 0x202;
const CELL_REAL = 0x203;
const CELL_TEXT = 0x204;
const CELL_BOOLEAN = 0x205;
const CELL_FORMULA = 0x206;
const FORMULA_TEXT = 0x207;
const CELL_RICH_TEXT = 0xd6;
const CELL_RK = 0x27e;
const CELLS_RK = 0xbd;
const HEADER = 0x14;
const FOOTER = 0x15;
const NOTE = 0x1c;
const OBJECT = 0x5d;
const OBJECT_TEXT = 0x1b6;
const LINK = 0x1b8;
const VALIDATION = 0x1be;
const CHART_TEXT = 0x100d;
const PIVOT_STRING = 0xcd;

/** Excel before 2007 has 256 columns. */
const COLUMN_LIMIT = 256;
const RECORDS_PER_PAUSE = 5000;
/** More sheets than anyone keeps; Excel itself sets no limit. */
const MOST_SHEETS = 2000;
/** A note, among the kinds of objects ([MS-XLS] 2.5.143). */
const NOTE_OBJECT = 0x19;
const WORKSHEET = 0x10;
const HIDDEN_SHEETS: readonly (string | null)[] = [null, 'hidden sheet', 'very hidden sheet'];
/** Cells may repeat shared strings, this many characters for nothing; beyond it the repetitions count as unpacked. */
const FREE_REPETITION = 1 << 20;

/** A record's number, the same for every version of Excel. */
function commonId(id: number): number {
  if (id >= 1 && id <= 8) return id | 0x200;
  if (id === 0x406) return CELL_FORMULA;
  return id === BEGIN_2 || id === 0x209 || id === 0x409 ? BEGIN : id;
}

/** What the workbook as a whole says, before its sheets. */
interface Workbook {
  readonly sheets: ReadonlyMap<number, { readonly name: string; readonly hidden: string | null }>;
  readonly formats: readonly NumberFormat[];
  readonly strings: SharedStrings;
  readonly kind: XlsText;
  readonly isVersion2: boolean;
  readonly is1904: boolean;
}

function* readWorkbook(stream: Uint8Array, budget: Budget): Generator<void, Workbook, void> {
  const sheets = new Map<number, { readonly name: string; readonly hidden: string | null }>();
  const custom = new Map<number, NumberFormat>();
  const styles: number[] = [];
  let strings: SharedStrings = { text: makeTextBuffer(), ends: [], used: new Uint8Array(0) };
  const isVersion2 = u16(stream, 0) === BEGIN_2;
  let kind: XlsText = { isUnicode: u16(stream, 0) === BEGIN && u16(stream, 4) === 0x600, encoding: 'windows-1252' };
  let is1904 = false;
  const records = readRecords(stream);
  const text = makeTextBuffer();
  let count = 0;
  while (nextRecord(records)) {
    const at = records.position + RECORD_HEADER;
    switch (records.id) {
      case CODE_PAGE:
        kind = { ...kind, encoding: encodingOfCodePage(u16(stream, at)) ?? kind.encoding };
        break;
      case DATE_MODE:
        is1904 = u16(stream, at) === 1;
        break;
      case SHEET: {
        const body = readBody(stream, records.position);
        body.skip(6);
        appendString(text, body, kind, true);
        sheets.set(u32(stream, at), { name: text.take(), hidden: HIDDEN_SHEETS[stream[at + 4]! & 3] ?? null });
        break;
      }
      case FORMAT: {
        const body = readBody(stream, records.position);
        body.skip(2);
        appendString(text, body, kind, !kind.isUnicode);
        custom.set(u16(stream, at), readFormat(text.take()));
        break;
      }
      case CELL_STYLE:
        styles.push(u16(stream, at + 2));
        break;
      case STRINGS:
        strings = yield* readSharedStrings(stream, records.position);
        break;
    }
    if (records.id === END || sheets.size > MOST_SHEETS) break;
    count += 1;
    if (count % RECORDS_PER_PAUSE !== 0) continue;
    if (budget.isOutOfTime()) break;
    yield;
  }
  const formats = styles.map((format) => custom.get(format) ?? builtInFormat(format));
  return { sheets, formats, strings, kind, isVersion2, is1904 };
}

/** Reads one sheet, record by record. */
interface SheetReader {
  /** False when the rest is not to be read. */
  read(id: number, position: number, end: number): boolean;
  finish(): Generator<void, void, void>;
}

function openSheet(
  stream: Uint8Array,
  book: Workbook,
  place: string,
  hidden: string | null,
  members: Members,
  budget: Budget,
): SheetReader {
  const writer = writeSheet((segment) => members.addText(segment), place, hidden);
  const { text } = writer;
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Uint8Array(COLUMN_LIMIT);
  const headers = makeTextBuffer();
  const notes = makeTextBuffer();
  const shapes = makeTextBuffer();
  const links = makeTextBuffer();
  const choices = makeTextBuffer();
  let row = 0;
  let column = 0;
  let isNote = false;
  let repeated = 0;
  let paidFor = FREE_REPETITION;

  function endCell(): void {
    writer.endCell(row + 1, column, hiddenRows.has(row) || hiddenColumns[column] === 1);
  }

  function appendNumber(value: number, style: number): void {
    // 15 digits are what Excel shows; more would be the noise of binary fractions.
    const shown = value === Math.floor(value) ? value : Number(value.toPrecision(15));
    text.append(showNumber(shown, book.formats[style] ?? PLAIN, book.is1904));
  }

  function appendFlag(value: number, isError: number): void {
    if (isError === 0) text.append(value === 0 ? 'FALSE' : 'TRUE');
  }

  function readCell(id: number, position: number, at: number, end: number): void {
    row = u16(stream, at);
    column = u16(stream, at + 2);
    const style = book.isVersion2 ? -1 : u16(stream, at + 4);
    const value = at + (book.isVersion2 ? 7 : 6);
    switch (id) {
      case CELL_SHARED:
        repeated += appendShared(text, book.strings, u32(stream, value));
        break;
      case CELL_TEXT:
      case CELL_RICH_TEXT: {
        const body = readBody(stream, position);
        body.skip(value - at);
        appendString(text, body, book.kind, book.isVersion2);
        break;
      }
      case CELL_INTEGER_2:
        appendNumber(u16(stream, value), style);
        break;
      case CELL_REAL:
        if (value + 8 <= end) appendNumber(view.getFloat64(value, true), style);
        break;
      case CELL_RK:
        appendNumber(decodeRk(u32(stream, value) | 0), style);
        break;
      case CELL_BOOLEAN:
        appendFlag(stream[value]!, stream[value + 1]!);
        break;
      case CELL_FORMULA:
        if (value + 8 > end) break;
        // What is no number says so in its last two bytes, and then what it is in its first; text follows in a record of its own.
        if (u16(stream, value + 6) !== 0xffff) appendNumber(view.getFloat64(value, true), style);
        else if (stream[value] === 1) appendFlag(stream[value + 2]!, 0);
        break;
      case CELLS_RK:
        for (let item = at + 4; item + 6 < end; item += 6, column += 1) {
          appendNumber(decodeRk(u32(stream, item + 2) | 0), u16(stream, item));
          endCell();
        }
        return;
    }
    endCell();
  }

  return {
    read(id, position, end) {
      const at = position + RECORD_HEADER;
      switch (id) {
        case CELL_SHARED:
        case CELL_TEXT:
        case CELL_RICH_TEXT:
        case CELL_INTEGER_2:
        case CELL_REAL:
        case CELL_RK:
        case CELLS_RK:
        case CELL_BOOLEAN:
        case CELL_FORMULA:
          readCell(id, position, at, end);
          break;
        case FORMULA_TEXT:
          appendString(text, readBody(stream, position), book.kind, book.isVersion2);
          endCell();
          break;
        case ROW:
          if ((u16(stream, at + 12) & 0x20) !== 0 && !book.isVersion2) hiddenRows.add(u16(stream, at));
          break;
        case COLUMN_INFO:
          if ((stream[at + 8]! & 1) === 1) hiddenColumns.fill(1, u16(stream, at), u16(stream, at + 2) + 1);
          break;
        case HEADER:
        case FOOTER:
          if (at < end) appendString(headers, readBody(stream, position), book.kind, !book.kind.isUnicode);
          headers.appendUnit(10);
          break;
        case OBJECT:
          isNote = u16(stream, at + 4) === NOTE_OBJECT;
          break;
        case OBJECT_TEXT: {
          const body = readBody(stream, position);
          body.skip(18);
          const target = isNote ? notes : shapes;
          body.appendText(target, u16(stream, at + 10), false);
          target.appendUnit(10);
          break;
        }
        case NOTE: {
          // From Excel 97 on the text is in the note's object.
          if (book.kind.isUnicode) break;
          const body = readBody(stream, position);
          body.skip(4);
          appendString(notes, body, book.kind, false);
          notes.appendUnit(10);
          break;
        }
        case LINK:
          links.append(looseTextOf(stream, at, end));
          break;
        case VALIDATION:
          if (book.kind.isUnicode) appendChoices(choices, readBody(stream, position), book.kind);
          break;
        case CHART_TEXT: {
          const body = readBody(stream, position);
          body.skip(2);
          appendString(shapes, body, book.kind, true);
          shapes.appendUnit(10);
          break;
        }
      }
      if (repeated <= paidFor) return true;
      paidFor += FREE_REPETITION;
      return budget.unpack(FREE_REPETITION);
    },
    *finish() {
      yield* writer.finish();
      const add = (buffer: { take(): string }, where: string, why: string | null): void => {
        const words = buffer.take().trim();
        if (words !== '') members.addText({ place: where, text: words, ...(why === null ? {} : { hidden: why }) });
      };
      // &L, &C and &R begin the left, middle and right part; others tell of fonts and of what is filled in.
      const header = headers.take().replace(/&[LCR]/g, '\n').replace(/&(?:"[^"]{0,100}"|\d{1,3}|[A-Za-z])/g, '');
      add({ take: () => header }, `${place} header or footer`, hidden);
      add(shapes, place, hidden);
      add(notes, place, 'comment');
      add(links, place, 'link');
      add(choices, place, 'list of choices');
    },
  };
}

/** Reads a workbook that is not encrypted, or no longer. */
function* readBook(stream: Uint8Array, members: Members, budget: Budget): Generator<void, void, void> {
  const book = yield* readWorkbook(stream, budget);
  const records = readRecords(stream);
  let sheet: SheetReader | null = null;
  let sheetCount = 0;
  let namedCount = 0;
  let depth = 0;
  let count = 0;
  while (nextRecord(records)) {
    const id = commonId(records.id);
    const { position, end } = records;
    if (id === BEGIN) {
      const named = book.sheets.get(position);
      // Charts lie within their sheet. Where a sheet is said to begin, it does, whatever came before.
      depth = named === undefined ? depth + 1 : 1;
      if (named !== undefined) namedCount += 1;
      if (depth === 1) {
        if (sheet !== null) yield* sheet.finish();
        const isSheet = position > 0 || u16(stream, position + RECORD_HEADER + 2) === WORKSHEET;
        if (isSheet) sheetCount += 1;
        if (sheetCount > MOST_SHEETS) {
          members.miss('It has more sheets than are read here.');
          sheet = null;
          break;
        }
        sheet = isSheet ? openSheet(stream, book, named?.name ?? `sheet ${sheetCount}`, named?.hidden ?? null, members, budget) : null;
      }
    } else if (id === END) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && sheet !== null) {
        yield* sheet.finish();
        sheet = null;
      }
    } else if (sheet !== null && !(depth > 1 && isCellId(id)) && !sheet.read(id, position, end)) break;
    count += 1;
    if (count % RECORDS_PER_PAUSE === 0) {
      if (budget.isOutOfTime()) break;
      yield;
    }
  }
  if (sheet !== null) yield* sheet.finish();
  if (budget.hit !== null) members.miss(limitReason(budget.hit));
  else if (sheetCount === 0 || namedCount < book.sheets.size) members.miss(DAMAGED);
  addUnusedStrings(book.strings, members);
}

/** The cells of a chart within a sheet repeat the sheet's own. */
function isCellId(id: number): boolean {
  return id === CELL_REAL || id === CELL_TEXT || id === CELL_SHARED;
}

/** Strings that no cell shows: left over, or of a sheet that cannot be read. */
function addUnusedStrings(strings: SharedStrings, members: Members): void {
  const unused = makeTextBuffer();
  strings.ends.forEach((end, index) => {
    if (strings.used[index] === 1) return;
    unused.appendFrom(strings.text, index === 0 ? 0 : strings.ends[index - 1]!, end);
    unused.appendUnit(10);
  });
  const text = unused.take().trim();
  if (text !== '') members.addText({ place: '', text, hidden: 'text on no sheet' });
}

/** The names in a pivot table's copy of its data ([MS-XLS] 2.4.315): it may hold more than any sheet shows. */
function* readPivotCache(stream: Uint8Array, members: Members): Generator<void, void, void> {
  const text = makeTextBuffer();
  const kind: XlsText = { isUnicode: true, encoding: 'windows-1252' };
  const records = readRecords(stream);
  let count = 0;
  while (nextRecord(records)) {
    if (records.id === PIVOT_STRING) {
      appendString(text, readBody(stream, records.position), kind, false);
      text.appendUnit(10);
    }
    count += 1;
    if (count % RECORDS_PER_PAUSE === 0) yield;
  }
  members.addText({ place: 'pivot cache', text: text.take(), hidden: 'pivot cache' });
}

/** Reads the stream of a workbook and its pivot caches, which are streams of their own. */
export function* readXls(
  { budget }: InspectionContext,
  members: Members,
  workbook: Uint8Array,
  caches: readonly Uint8Array[],
): Generator<void, void, void> {
  yield* readBook(workbook, members, budget);
  for (const cache of caches) yield* readPivotCache(cache, members);
}
