import { writeFlow } from './flow';
import { builtInFormat, readFormat } from './number-format';
import type { NumberFormat } from './number-format';
import { LOCKS, readBeside, readRelationships, restrictsChanges } from './ooxml-parts';
import { isOff } from './office-markup';
import { openPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { readPivotCaches } from './pivot-cache';
import { readSheet } from './sheet-cells';
import type { SharedStrings, Sheet } from './sheet-cells';
import { makeTextBuffer } from '../text/text-buffer';
import { appendText, skipElement, tellOnly, wordsOf } from '../text/xml';
import { attributeOf } from '../text/xml-values';

// SpreadsheetML: ISO/IEC 29500-1 chapter 18.

const WORKBOOK = wordsOf(`sheet definedName workbookPr ${LOCKS}`);
const STYLES = wordsOf('numFmt cellXfs xf');
const STRINGS = wordsOf('si t rPh');
interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly is1904: boolean;
  readonly isLocked: boolean;
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
