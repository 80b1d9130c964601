import { u16, u32 } from '../bytes';
import type { InspectionContext } from '../inspector';
import { PLAIN, builtInFormat, decodeRk, readFormat, showNumber } from './number-format';
import type { NumberFormat } from './number-format';
import { readRelationships } from './ooxml-parts';
import { readOfficeMarkup } from './office-markup';
import { DAMAGED } from '../sentences';
import { openPart, readEntry, readPart } from './package';
import type { DocumentPackage } from './package';
import { withoutCodes } from './sheet-cells';
import { writeSheet } from './sheet-writer';
import { makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';

// [MS-XLSB]: records of a type, a length and a body. The numbers are those of 2.3.

const ROW = 0;
const CELL_RK = 2;
const CELL_BOOLEAN = 4;
const CELL_REAL = 5;
const CELL_STRING = 6;
const CELL_SHARED = 7;
const FORMULA_STRING = 8;
const FORMULA_REAL = 9;
const FORMULA_BOOLEAN = 10;
const SHORT_RK = 13;
const SHORT_BOOLEAN = 15;
const SHORT_REAL = 16;
const SHORT_STRING = 17;
const SHORT_SHARED = 18;
const SHARED_ITEM = 19;
const PIVOT_STRING = 24;
const NAME = 39;
const FORMAT = 44;
const CELL_STYLE = 47;
const COLUMN_INFO = 60;
const CELL_RICH_STRING = 62;
const WORKBOOK_PROPERTIES = 153;
const SHEET = 156;
const HEADER_FOOTER = 479;
const BOOK_PROTECTION = 534;
const SHEET_PROTECTION = 535;
const FILE_SHARING = 548;
const BEGIN_CELL_STYLES = 617;
const END_CELL_STYLES = 618;
const COMMENT_AUTHOR = 632;
const COMMENT_TEXT = 637;

/** Sheets have 16,384 columns. */
const COLUMN_LIMIT = 16384;
const RECORDS_PER_PAUSE = 20000;
const FREE_REPETITION = 1 << 20;

interface BinaryRecord {
  type: number;
  /** Its body is `[start, end)`. */
  start: number;
  end: number;
}

/** Passes each record to `visit`, pausing now and then; stops when the time is up or `visit` says false. */
function* eachRecord(
  pack: DocumentPackage,
  data: Uint8Array,
  visit: (record: BinaryRecord) => boolean | void,
): Generator<void, void, void> {
  const record: BinaryRecord = { type: 0, start: 0, end: 0 };
  let count = 0;
  for (let at = 0; at < data.length;) {
    let type = data[at]!;
    at += 1;
    if (type >= 0x80) {
      type = (type & 0x7f) | ((data[at] ?? 0) << 7);
      at += 1;
    }
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = data[at] ?? 0;
      at += 1;
      size |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    record.type = type;
    record.start = at;
    record.end = Math.min(data.length, at + size);
    if (at + size > data.length) pack.miss(DAMAGED);
    if (visit(record) === false || pack.budget.isOutOfTime()) return;
    at += size;
    count += 1;
    if (count % RECORDS_PER_PAUSE === 0) yield;
  }
}

/** Appends a string of UTF-16 units with its length before it; returns where it ends. */
function appendString(text: TextBuffer, data: Uint8Array, at: number, end: number): number {
  const length = u32(data, at);
  if (length === 0xffffffff) return at + 4;
  const last = Math.min(end, data.length, at + 4 + length * 2);
  for (let from = at + 4; from + 1 < last; from += 2) text.appendUnit(u16(data, from));
  return last;
}

function stringAt(data: Uint8Array, at: number, end: number): { text: string; next: number } {
  const buffer = makeTextBuffer();
  const next = appendString(buffer, data, at, end);
  return { text: buffer.take(), next };
}

interface BinarySheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: string | null;
}

/** Reads the text of a binary workbook (.xlsb); true when something in it may not be changed. */
export function* readBinarySpreadsheet(
  _context: InspectionContext,
  pack: DocumentPackage,
  main: string,
  readParts: Set<string>,
): Generator<void, boolean, void> {
  const relationships = yield* readRelationships(pack, main);
  const targets = new Map(relationships.map((one) => [one.id, one.target] as const));
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const sheets: BinarySheet[] = [];
  const names: string[] = [];
  let is1904 = false;
  let isLocked = false;
  const book = yield* readPart(pack, main);
  if (book === null) {
    pack.miss(DAMAGED);
    return false;
  }
  yield* eachRecord(pack, book, (record) => {
    if (record.type === WORKBOOK_PROPERTIES) is1904 = ((book[record.start] ?? 0) & 1) === 1;
    else if (record.type === BOOK_PROTECTION || record.type === FILE_SHARING) isLocked = true;
    else if (record.type === NAME) names.push(stringAt(book, record.start + 9, record.end).text);
    else if (record.type === SHEET) {
      const state = u32(book, record.start);
      const id = stringAt(book, record.start + 8, record.end);
      const target = targets.get(id.text);
      const hidden = state === 1 ? 'hidden sheet' : state === 2 ? 'very hidden sheet' : null;
      if (target !== undefined) sheets.push({ name: stringAt(book, id.next, record.end).text, part: target, hidden });
    }
  });
  if (names.length > 0) pack.addText({ place: '', text: names.join('\n'), hidden: 'defined names' });
  const formats = yield* readStyles(pack, `${folder}styles.bin`);
  const strings = yield* readStrings(pack, `${folder}sharedStrings.bin`);
  const known = new Set(sheets.map((sheet) => sheet.part.toLowerCase()));
  for (const entry of pack.directory.entries) {
    const isSheet = /(^|\/)(work|macro|dialog|chart)sheets\/[^/]+\.bin$/i.test(entry.name) && !/binaryindex/i.test(entry.name);
    if (isSheet && !known.has(entry.key)) sheets.push({ name: '', part: entry.name, hidden: 'unlisted sheet' });
  }
  for (const sheet of sheets) {
    readParts.add(sheet.part.toLowerCase());
    if (yield* readSheet(pack, sheet, strings, formats, is1904)) isLocked = true;
    yield* readBesideSheet(pack, sheet, readParts);
  }
  yield* readLooseStrings(pack, /pivotcache(definition|records)\d*\.bin$/i, PIVOT_STRING, 'pivot cache', readParts);
  // Indexes, tables and links of the workbook: numbers, and names that stand in the cells too.
  for (const entry of pack.directory.entries)
    if (/^xl\/.*\.bin$/i.test(entry.name) && !/embeddings\//i.test(entry.name)) readParts.add(entry.key);
  return isLocked;
}

function* readStyles(pack: DocumentPackage, part: string): Generator<void, NumberFormat[], void> {
  const formats: NumberFormat[] = [];
  const custom = new Map<number, NumberFormat>();
  const data = yield* readPart(pack, part);
  if (data === null) return formats;
  let isCellStyles = false;
  yield* eachRecord(pack, data, (record) => {
    if (record.type === FORMAT)
      custom.set(u16(data, record.start), readFormat(stringAt(data, record.start + 2, record.end).text));
    else if (record.type === BEGIN_CELL_STYLES) isCellStyles = true;
    else if (record.type === END_CELL_STYLES) isCellStyles = false;
    else if (record.type === CELL_STYLE && isCellStyles) {
      const id = u16(data, record.start + 2);
      formats.push(custom.get(id) ?? builtInFormat(id));
    }
  });
  return formats;
}

interface SharedStrings {
  readonly text: TextBuffer;
  readonly ends: number[];
}

function* readStrings(pack: DocumentPackage, part: string): Generator<void, SharedStrings, void> {
  const strings: SharedStrings = { text: makeTextBuffer(), ends: [] };
  const data = yield* readPart(pack, part);
  if (data === null) return strings;
  yield* eachRecord(pack, data, (record) => {
    if (record.type !== SHARED_ITEM) return;
    const start = strings.text.length;
    appendString(strings.text, data, record.start + 1, record.end);
    strings.text.flatten(start);
    strings.ends.push(strings.text.length);
  });
  return strings;
}

function* readSheet(
  pack: DocumentPackage,
  sheet: BinarySheet,
  strings: SharedStrings,
  formats: readonly NumberFormat[],
  is1904: boolean,
): Generator<void, boolean, void> {
  const data = yield* readPart(pack, sheet.part);
  if (data === null) {
    pack.miss(DAMAGED);
    return false;
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const writer = writeSheet(pack.addText, sheet.name, sheet.hidden, strings.text);
  const { text } = writer;
  const hiddenColumns = new Uint8Array(COLUMN_LIMIT);
  let columnRanges = 0;
  let headers = '';
  let row = 0;
  let column = -1;
  let isHiddenRow = false;
  let isLocked = false;
  let repeated = 0;
  let paidFor = FREE_REPETITION;

  function appendReal(at: number, end: number, style: number): void {
    if (at + 8 <= end) text.append(showNumber(view.getFloat64(at, true), formats[style] ?? PLAIN, is1904));
  }

  function appendShared(index: number): void {
    const end = strings.ends[index];
    if (end === undefined) return;
    const start = index === 0 ? 0 : strings.ends[index - 1]!;
    repeated += end - start;
    writer.addShared(row, column, isHiddenRow || hiddenColumns[column] === 1, start, end);
  }

  /** The value of a cell, whose body begins with its column unless it is a short one. */
  function appendValue(record: BinaryRecord): boolean {
    const isShort = record.type >= SHORT_RK - 1 && record.type <= SHORT_SHARED;
    column = isShort ? column + 1 : u32(data!, record.start);
    const at = record.start + (isShort ? 0 : 4);
    const style = u32(data!, at) & 0xffffff;
    const value = at + 4;
    switch (record.type) {
      case CELL_RK:
      case SHORT_RK:
        text.append(showNumber(decodeRk(u32(data!, value) | 0), formats[style] ?? PLAIN, is1904));
        return true;
      case CELL_REAL:
      case SHORT_REAL:
      case FORMULA_REAL:
        appendReal(value, record.end, style);
        return true;
      case CELL_BOOLEAN:
      case SHORT_BOOLEAN:
      case FORMULA_BOOLEAN:
        text.append(data![value] === 1 ? 'TRUE' : 'FALSE');
        return true;
      case CELL_STRING:
      case SHORT_STRING:
      case FORMULA_STRING:
        appendString(text, data!, value, record.end);
        return true;
      case CELL_RICH_STRING:
        appendString(text, data!, value + 1, record.end);
        return true;
      case CELL_SHARED:
      case SHORT_SHARED:
        appendShared(u32(data!, value));
        return true;
      default:
        return false;
    }
  }

  yield* eachRecord(pack, data, (record) => {
    if (record.type === ROW) {
      row = u32(data, record.start) + 1;
      column = -1;
      isHiddenRow = ((data[record.start + 11] ?? 0) & 0x10) !== 0;
    } else if (record.type <= SHORT_SHARED || record.type === CELL_RICH_STRING) {
      if (appendValue(record)) writer.endCell(row, column, isHiddenRow || hiddenColumns[column] === 1);
      if (repeated > paidFor) {
        paidFor += FREE_REPETITION;
        return pack.budget.unpack(FREE_REPETITION);
      }
    } else if (record.type === COLUMN_INFO) {
      columnRanges += 1;
      const isHidden = (u16(data, record.start + 16) & 1) === 1;
      if (isHidden && columnRanges <= COLUMN_LIMIT)
        hiddenColumns.fill(1, u32(data, record.start), u32(data, record.start + 4) + 1);
    } else if (record.type === SHEET_PROTECTION) isLocked = true;
    else if (record.type === HEADER_FOOTER) {
      let at = record.start + 2;
      for (let index = 0; index < 6 && at < record.end; index += 1) {
        const part = stringAt(data, at, record.end);
        headers += `${withoutCodes(part.text)}\n`;
        at = part.next;
      }
    }
    return true;
  });
  yield* writer.finish();
  pack.addText({
    place: `${sheet.name} header or footer`,
    text: headers,
    ...(sheet.hidden === null ? {} : { hidden: sheet.hidden }),
  });
  return isLocked;
}

/** Comments and drawings of a sheet. */
function* readBesideSheet(pack: DocumentPackage, sheet: BinarySheet, readParts: Set<string>): Generator<void, void, void> {
  const relationships = yield* readRelationships(pack, sheet.part);
  for (const { kind, target, isExternal } of relationships) {
    if (isExternal || readParts.has(target.toLowerCase())) continue;
    if (kind === 'drawing') {
      readParts.add(target.toLowerCase());
      const reader = yield* openPart(pack, target);
      if (reader !== null)
        yield* readOfficeMarkup(
          reader,
          pack,
          { place: sheet.name, hidden: sheet.hidden },
        );
    } else if (kind === 'comments') {
      readParts.add(target.toLowerCase());
      yield* readComments(pack, target, sheet.name);
    }
  }
}

function* readComments(pack: DocumentPackage, part: string, place: string): Generator<void, void, void> {
  const data = yield* readPart(pack, part);
  if (data === null) return;
  const text = makeTextBuffer();
  yield* eachRecord(pack, data, (record) => {
    if (record.type !== COMMENT_AUTHOR && record.type !== COMMENT_TEXT) return;
    appendString(text, data, record.start + (record.type === COMMENT_TEXT ? 1 : 0), record.end);
    text.appendUnit(10);
  });
  pack.addText({ place, text: text.take(), hidden: 'comment' });
}

function* readLooseStrings(
  pack: DocumentPackage,
  parts: RegExp,
  type: number,
  hidden: string,
  readParts: Set<string>,
): Generator<void, void, void> {
  for (const entry of pack.directory.entries) {
    if (!parts.test(entry.name)) continue;
    readParts.add(entry.key);
    const data = yield* readEntry(pack, entry);
    if (data === null) continue;
    const text = makeTextBuffer();
    yield* eachRecord(pack, data, (record) => {
      if (record.type !== type) return;
      appendString(text, data, record.start, record.end);
      text.appendUnit(10);
    });
    pack.addText({ place: hidden, text: text.take(), hidden });
  }
}
