import { limitReason } from '../budget';
import { readCellTag, readDigits } from './cell-tag';
import type { CellTag } from './cell-tag';
import { writeFlow } from './flow';
import { PLAIN, builtInFormat, readFormat, showNumber } from './number-format';
import type { NumberFormat } from './number-format';
import { LOCKS, readBeside, readRelationships, restrictsChanges } from './ooxml-parts';
import { isOff } from './office-markup';
import { openPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { readPivotCaches } from './pivot-cache';
import { DAMAGED } from '../sentences';
import { writeSheet } from './sheet-writer';
import { makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';
import { appendText, nextToken, skipElement, tellOnly, textOf, wordsOf } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

// SpreadsheetML: ISO/IEC 29500-1 chapter 18.

const WORKBOOK = wordsOf(`sheet definedName workbookPr ${LOCKS}`);
const STYLES = wordsOf('numFmt cellXfs xf');
const STRINGS = wordsOf('si t rPh');
const SHEET = wordsOf(
  'row c v t rPh col sheetProtection formula1 oddHeader evenHeader firstHeader oddFooter evenFooter firstFooter',
);

interface Sheet {
  readonly name: string;
  readonly part: string;
  /** `hidden sheet`, `very hidden sheet`, or null. */
  readonly hidden: string | null;
}

interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly isLocked: boolean;
}

/** The strings that cells share, all in one buffer. */
interface SharedStrings {
  readonly text: TextBuffer;
  /** Where each one ends. */
  readonly ends: readonly number[];
  readonly used: Uint8Array;
}

export interface CellStyles {
  /** The format of each cell style, by its number. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** Reads the text of a workbook; true when something in it may not be changed. `readParts` gains the parts it has dealt with. */
export function* readSpreadsheet(pack: DocumentPackage, main: string, readParts: Set<string>): Generator<void, boolean, void> {
  const workbook = yield* readWorkbook(pack, main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const formats = yield* readStyles(pack, `${folder}styles.xml`);
  const strings = yield* readSharedStrings(pack, `${folder}sharedStrings.xml`);
  const styles = { formats, is1904: workbook.is1904 };
  let isLocked = workbook.isLocked;
  const known = new Set(workbook.sheets.map((sheet) => sheet.part.toLowerCase()));
  // Sheets that the workbook does not list are read too: a damaged list must not hide them.
  const unlisted = pack.directory.entries
    .filter(
      (entry) => /(^|\/)(work|macro|dialog|chart)sheets\/[^/]+\.xml$/.test(entry.key) && !known.has(entry.key),
    )
    .map((entry) => ({ name: entry.name.replace(/^.*\/|\.xml$/gi, ''), part: entry.name, hidden: 'unlisted sheet' }));
  for (const sheet of [...workbook.sheets, ...unlisted]) {
    readParts.add(sheet.part.toLowerCase());
    const reader = yield* openPart(pack, sheet.part, true);
    if (reader !== null && (yield* readSheet(reader, pack, sheet, strings, styles))) isLocked = true;
    yield* readBeside(pack, sheet.part, sheet.name, readParts, (kind) =>
      kind === 'drawing' ? sheet.hidden : /^(comments|threadedComment)$/.test(kind) ? 'comment' : undefined,
    );
  }
  addUnusedStrings(pack, strings);
  yield* readPivotCaches(pack, readParts);
  return isLocked;
}

function* readWorkbook(pack: DocumentPackage, main: string): Generator<void, Workbook, void> {
  const relationships = yield* readRelationships(pack, main);
  const sheets: Sheet[] = [];
  const names = writeFlow(pack.addText, { place: '', hidden: 'defined names' });
  let is1904 = false;
  let isLocked = false;
  const reader = yield* openPart(pack, main, true);
  if (reader === null) return { sheets, is1904, isLocked };
  tellOnly(reader, WORKBOOK);
  yield* readTokens(pack, reader, (token) => {
    if (token === 'text') appendText(reader, names.target());
    else if (token === 'close') {
      if (reader.name === 'definedName') names.endParagraph();
      reader.wantsText = false;
    } else if (reader.name === 'sheet') {
      const id = attributeOf(reader, 'id', true);
      const relationship = relationships.find((one) => one.id === id);
      const state = attributeOf(reader, 'state');
      if (relationship !== undefined) {
        sheets.push({ name: attributeOf(reader, 'name') ?? '', part: relationship.target, hidden: hiddenBy(state) });
      }
    } else if (reader.name === 'definedName') {
      reader.wantsText = !reader.isEmpty;
      if (reader.wantsText) names.append(`${attributeOf(reader, 'name') ?? ''}: `);
    } else if (reader.name === 'workbookPr')
      is1904 = attributeOf(reader, 'date1904') !== null && !isOff(attributeOf(reader, 'date1904'));
    else if (restrictsChanges(reader)) isLocked = true;
  });
  names.finish();
  return { sheets, is1904, isLocked };
}

function hiddenBy(state: string | null): string | null {
  if (state === 'hidden') return 'hidden sheet';
  return state === 'veryHidden' ? 'very hidden sheet' : null;
}

function* readStyles(pack: DocumentPackage, part: string): Generator<void, NumberFormat[], void> {
  const custom = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  const reader = yield* openPart(pack, part);
  if (reader === null) return formats;
  let isCellStyles = false;
  tellOnly(reader, STYLES);
  yield* readTokens(pack, reader, (token) => {
    // What follows the styles of cells is about looks.
    if (token === 'close') return reader.name !== 'cellXfs';
    if (token === 'open') {
      if (reader.name === 'numFmt')
        custom.set(Number(attributeOf(reader, 'numFmtId')), readFormat(attributeOf(reader, 'formatCode') ?? ''));
      else if (reader.name === 'cellXfs') isCellStyles = true;
      else if (reader.name === 'xf' && isCellStyles) {
        const id = Number(attributeOf(reader, 'numFmtId'));
        formats.push(custom.get(id) ?? builtInFormat(id));
      }
    }
    return true;
  });
  return formats;
}

function* readSharedStrings(pack: DocumentPackage, part: string): Generator<void, SharedStrings, void> {
  const text = makeTextBuffer();
  const ends: number[] = [];
  const reader = yield* openPart(pack, part);
  if (reader === null) return { text, ends, used: new Uint8Array(0) };
  tellOnly(reader, STRINGS);
  yield* readTokens(pack, reader, (token) => {
    if (token === 'text') appendText(reader, text);
    else if (token === 'open') {
      if (reader.name === 't') reader.wantsText = !reader.isEmpty;
      // How the string is pronounced, in East Asian workbooks.
      else if (reader.name === 'rPh') skipElement(reader);
      else if (reader.isEmpty) ends.push(text.length);
    } else if (reader.name === 't') reader.wantsText = false;
    else if (reader.name === 'si') {
      text.flatten(ends.length === 0 ? 0 : ends[ends.length - 1]!);
      ends.push(text.length);
    }
  });
  return { text, ends, used: new Uint8Array(ends.length) };
}

/** Strings that no cell shows: left over, or of a sheet that cannot be read. */
function addUnusedStrings(pack: DocumentPackage, strings: SharedStrings): void {
  const unused = makeTextBuffer();
  for (let index = 0; index < strings.ends.length; index += 1) {
    if (strings.used[index] !== 0) continue;
    unused.appendFrom(strings.text, index === 0 ? 0 : strings.ends[index - 1]!, strings.ends[index]!);
    unused.appendUnit(10);
  }
  strings.text.cut(0);
  pack.addText({ place: '', text: unused.take(), hidden: 'text on no sheet' });
}

/** How many columns a sheet has. */
const COLUMN_LIMIT = 16384;
/** Cells may repeat a shared string, this many characters for nothing; beyond it the repetitions count as unpacked. */
const FREE_REPETITION = 1 << 20;

/** A header or footer without its codes for fonts, sizes, page numbers and the three places it is parted into. */
export function withoutCodes(text: string): string {
  return text.replace(/&(?:"[^"]{0,100}"|\d{1,3}|[A-Za-z])/g, '\n').replace(/&&/g, '&');
}

/** Reads one sheet; true when it may not be changed. */
function* readSheet(
  reader: XmlReader,
  pack: DocumentPackage,
  sheet: Sheet,
  strings: SharedStrings,
  styles: CellStyles,
): Generator<void, boolean, void> {
  const writer = writeSheet(pack.addText, sheet.name, sheet.hidden, strings.text);
  const { text } = writer;
  const tag: CellTag = { column: -1, row: 0, style: 0, type: 'number' };
  /** 1 for each column that is hidden; null as long as none is. */
  let hiddenColumns: Uint8Array | null = null;
  let columnRanges = 0;
  let headers = '';
  let choices = '';
  let row = 0;
  let column = -1;
  let isHiddenRow = false;
  let isLocked = false;
  let isValue = false;
  let repeated = 0;
  let paidFor = FREE_REPETITION;

  function isHidden(): boolean {
    return isHiddenRow || hiddenColumns?.[column] === 1;
  }

  function addShared(index: number): void {
    const end = strings.ends[index];
    if (end === undefined) {
      // The words of this cell are nowhere to be found: lost, or kept in a way of before Excel 2007.
      if (pack.budget.hit === null) pack.miss(DAMAGED);
      return;
    }
    const start = index === 0 ? 0 : strings.ends[index - 1]!;
    strings.used[index] = 1;
    repeated += end - start;
    writer.addShared(row, column, isHidden(), start, end);
  }

  function readValue(): void {
    if (tag.type === 'shared') {
      addShared(readDigits(reader.bytes, reader.start, reader.end));
      return;
    }
    const start = text.length;
    appendText(reader, text);
    if (tag.type === 'number') tidyNumber(text, start, styles.formats[tag.style] ?? PLAIN, styles.is1904);
    else if (tag.type === 'boolean') {
      const isTrue = text.slice(start) === '1';
      text.cut(start);
      text.append(isTrue ? 'TRUE' : 'FALSE');
    }
  }

  /** The text of the element just opened. */
  function ownText(): string {
    reader.wantsText = true;
    const text = !reader.isEmpty && nextToken(reader) === 'text' ? textOf(reader) : '';
    reader.wantsText = false;
    return text;
  }

  function addChoices(list: string): void {
    if (list.charAt(0) === '"') choices += `${list.slice(1, -1).replace(/,/g, '\n')}\n`;
  }

  function open(name: string): void {
    switch (name) {
      case 'c':
        readCellTag(reader.bytes, reader.start, reader.end, tag);
        column = tag.column >= 0 ? tag.column : column + 1;
        if (tag.row > 0) row = tag.row;
        return;
      case 'v':
        isValue = reader.wantsText = !reader.isEmpty;
        return;
      case 't':
        // Text of an inline string, in one or more runs.
        reader.wantsText = !reader.isEmpty;
        return;
      case 'row': {
        const number = Number(attributeOf(reader, 'r'));
        row = number > 0 ? number : row + 1;
        column = -1;
        const hidden = attributeOf(reader, 'hidden');
        isHiddenRow = hidden !== null && !isOff(hidden);
        return;
      }
      case 'rPh':
        skipElement(reader);
        return;
      case 'col': {
        const hidden = attributeOf(reader, 'hidden');
        columnRanges += 1;
        if (hidden === null || isOff(hidden) || columnRanges > COLUMN_LIMIT) return;
        hiddenColumns ??= new Uint8Array(COLUMN_LIMIT);
        hiddenColumns.fill(1, Number(attributeOf(reader, 'min')) - 1, Number(attributeOf(reader, 'max')));
        return;
      }
      case 'sheetProtection':
        if (restrictsChanges(reader)) isLocked = true;
        return;
      case 'formula1':
        // A list to choose from stands in quotes; other rules are formulas.
        addChoices(ownText());
        return;
      default:
        headers += `${withoutCodes(ownText())}\n`;
    }
  }

  tellOnly(reader, SHEET);
  yield* readTokens(pack, reader, (token) => {
    if (token === 'open') open(reader.name);
    else if (token === 'text') {
      if (isValue) readValue();
      else appendText(reader, text);
    } else if (reader.name === 'c') {
      writer.endCell(row, column, isHidden());
      if (repeated > paidFor) {
        paidFor += FREE_REPETITION;
        return pack.budget.unpack(FREE_REPETITION);
      }
    } else if (reader.name === 'v' || reader.name === 't') isValue = reader.wantsText = false;
    return true;
  });
  if (pack.budget.hit !== null) pack.miss(limitReason(pack.budget.hit));
  yield* writer.finish();
  pack.addText({ place: sheet.name, text: choices, hidden: 'list of choices' });
  pack.addText({
    place: `${sheet.name} header or footer`,
    text: headers,
    ...(sheet.hidden === null ? {} : { hidden: sheet.hidden }),
  });
  return isLocked;
}

/** Digits up to this many are as the program showed them; longer ones carry the noise of binary fractions. */
const EXACT_LENGTH = 15;

/** Turns the number written at `start` of `text` into what a reader sees. */
export function tidyNumber(text: TextBuffer, start: number, format: NumberFormat, is1904: boolean): void {
  if (format.kind === 'plain' && text.length - start <= EXACT_LENGTH) {
    const units = text.units();
    let isExact = true;
    for (let at = start; at < text.length; at += 1) if (units[at] === 0x45 || units[at] === 0x65) isExact = false;
    if (isExact) return;
  }
  const written = text.slice(start);
  const value = Number(written);
  if (written.trim() === '' || value !== value || (format.kind === 'plain' && /^\d+$/.test(written))) return;
  text.cut(start);
  text.append(showNumber(value, format, is1904));
}
