import { limitReason } from '../budget';
import { readCellTag, readDigits } from './cell-tag';
import type { CellTag } from './cell-tag';
import { PLAIN, showNumber } from './number-format';
import type { NumberFormat } from './number-format';
import { isOff } from './office-markup';
import { restrictsChanges } from './ooxml-parts';
import { readTokens } from './package';
import type { DocumentPackage } from './package';
import { DAMAGED } from '../sentences';
import { writeSheet } from './sheet-writer';
import type { TextBuffer } from '../text/text-buffer';
import { appendText, nextToken, skipElement, tellOnly, textOf, wordsOf } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

// The sheets of SpreadsheetML: ISO/IEC 29500-1 chapter 18.3.

const SHEET = wordsOf(
  'row c v t rPh col sheetProtection formula1 oddHeader evenHeader firstHeader oddFooter evenFooter firstFooter',
);

export interface Sheet {
  readonly name: string;
  readonly part: string;
  /** `hidden sheet`, `very hidden sheet`, or null. */
  readonly hidden: string | null;
}

/** The strings that cells share, all in one buffer. */
export interface SharedStrings {
  readonly text: TextBuffer;
  /** Where each one ends. */
  readonly ends: readonly number[];
  readonly used: Uint8Array;
}

interface CellStyles {
  /** The format of each cell style, by its number. */
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
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
export function* readSheet(
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
function tidyNumber(text: TextBuffer, start: number, format: NumberFormat, is1904: boolean): void {
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
