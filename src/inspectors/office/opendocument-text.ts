import { writeFlow } from './flow';
import type { FlowWriter } from './flow';
import type { InspectionContext } from '../inspector';
import { wordsInAttributes } from './opendocument-attributes';
import { endReading } from './package';
import type { TextSink } from './package';
import { writeSheet } from './sheet-writer';
import type { SheetWriter } from './sheet-writer';
import { hasInk } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';
import { appendText, isBlankText, isPauseDue, nextToken, skipElement } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

// OpenDocument 1.3 part 3 (OASIS). Element names are looked at without their prefix.

/** Repeated spaces beyond these say nothing more. */
const MOST_SPACES = 50;
/** Properties that a person gives a document. */
const PROPERTIES = new Set(['title', 'description', 'subject', 'keyword', 'user-defined', 'initial-creator', 'creator']);
/** A cell that is repeated is written out this often, so that the columns after it keep their place. */
const MOST_COPIES = 50;

/** Reads the text of a content or styles part, or of a flat document. `place` is where, unless it has sheets or slides. */
export function* readOpenDocumentMarkup(
  _context: InspectionContext,
  sink: TextSink,
  reader: XmlReader,
  place: string,
  hidden: string | null,
): Generator<void, void, void> {
  const where = { place, hidden };
  /** Styles that hide a sheet, a slide or a run of text. */
  const hidingStyles = new Set<string>();
  let style = '';
  let flow: FlowWriter = writeFlow(sink.addText, { ...where, numbersTables: true });
  let depth = 0;
  let paragraphs = 0;
  /** The depth at which something hidden began, and why; 0 when nothing is. */
  let hiddenDepth = 0;
  let hiddenReason = '';
  let isSpreadsheet = false;
  let slide = 0;
  let description = false;
  /** Within the properties of a flat document. */
  let isMeta = false;
  const boxes: boolean[] = [];
  const sheet = makeSheetState(sink, where.hidden ?? null);

  function hide(reason: string): void {
    if (hiddenDepth !== 0) return;
    hiddenDepth = depth;
    hiddenReason = reason;
    flow.divert(reason);
  }

  function isHidingStyle(attribute: string): boolean {
    return hidingStyles.size > 0 && hidingStyles.has(attributeOf(reader, attribute) ?? '');
  }

  function target(): TextBuffer {
    return hiddenDepth === 0 && sheet.isInCell() ? sheet.text() : flow.target();
  }

  function startSlide(): void {
    flow.finish();
    slide += 1;
    flow = writeFlow(sink.addText, { place: `slide ${slide}`, hidden: isHidingStyle('style-name') ? 'hidden slide' : hidden });
  }

  /** True when the table is a sheet of its own; yields the sheet before it. */
  function openTable(): void {
    if (isSpreadsheet) sheet.start(attributeOf(reader, 'name') ?? '', isHidingStyle('style-name'));
    else flow.startTable();
  }

  function open(name: string): void {
    if (isMeta && PROPERTIES.has(name)) {
      paragraphs += 1;
      hide('document properties');
      flow.append(`${name}: `);
      return;
    }
    readAttributes();
    switch (name) {
      case 'p':
      case 'h':
      case 'header-decl':
      case 'footer-decl':
        paragraphs += 1;
        if (isHidingStyle('style-name')) hide('hidden text');
        return;
      case 'span':
        if (isHidingStyle('style-name')) hide('hidden text');
        return;
      case 's':
        if (paragraphs > 0)
          for (let left = Math.min(MOST_SPACES, Number(attributeOf(reader, 'c') ?? 1)); left > 0; left -= 1) target().appendUnit(32);
        return;
      case 'tab':
        if (paragraphs > 0) breakWith(9);
        return;
      case 'line-break':
        if (paragraphs > 0) breakWith(10);
        return;
      case 'table':
        openTable();
        return;
      case 'table-column':
        sheet.column(reader);
        return;
      case 'table-row':
        if (isSpreadsheet) sheet.row(reader);
        return;
      case 'table-cell':
      case 'covered-table-cell':
        if (isSpreadsheet) sheet.cell(reader);
        else flow.startCell();
        return;
      case 'annotation':
        hide('comment');
        return;
      case 'tracked-changes':
        hide('tracked change');
        return;
      case 'hidden-text':
      case 'conditional-text':
      case 'hidden-paragraph':
        hide('hidden text');
        flow.append(attributeOf(reader, 'string-value') ?? '');
        return;
      case 'notes':
        hide('notes');
        return;
      case 'text-box':
        startBox('text box');
        return;
      case 'note-body':
        startBox('note');
        return;
      case 'spreadsheet':
        isSpreadsheet = true;
        return;
      case 'page':
        startSlide();
        return;
      case 'title':
      case 'desc':
        description = true;
        return;
      case 'style':
        style = attributeOf(reader, 'name') ?? '';
        return;
      case 'table-properties':
      case 'text-properties':
      case 'drawing-page-properties':
        if (
          attributeOf(reader, 'display') === 'false' ||
          attributeOf(reader, 'display') === 'none' ||
          attributeOf(reader, 'visibility') === 'hidden'
        ) {
          hidingStyles.add(style);
        }
        return;
      case 'meta':
        isMeta = !reader.isEmpty;
        return;
      case 'binary-data':
        // A picture within a flat document.
        skipOver();
        return;
    }
  }

  /** Inside a paragraph the text stands apart; on a slide, boxes are all there is. */
  function startBox(kind: string): void {
    if (reader.isEmpty) return;
    boxes.push(paragraphs > 0);
    if (paragraphs > 0) flow.startBox(kind);
  }

  function skipOver(): void {
    if (reader.isEmpty) return;
    skipElement(reader);
    depth -= 1;
  }

  function readAttributes(): void {
    const found = wordsInAttributes(reader);
    if (found === null || found.words === '') return;
    flow.divert(hiddenDepth === 0 ? found.hidden : hiddenReason);
    flow.append(`${found.words}\n`);
    flow.divert(hiddenDepth === 0 ? null : hiddenReason);
  }

  function breakWith(unit: number): void {
    if (hiddenDepth === 0 && sheet.isInCell()) sheet.text().appendUnit(32);
    else if (unit === 9) flow.breakWord();
    else flow.breakLine();
  }

  function close(name: string): void {
    if (name === 'meta') isMeta = false;
    switch (isMeta && PROPERTIES.has(name) ? 'p' : name) {
      case 'p':
      case 'h':
      case 'header-decl':
      case 'footer-decl':
        if (paragraphs > 0) paragraphs -= 1;
        if (hiddenDepth === 0 && sheet.isInCell()) sheet.text().appendUnit(32);
        else flow.endParagraph();
        break;
      case 'table':
        if (!isSpreadsheet) flow.endTable();
        break;
      case 'table-row':
        if (isSpreadsheet) sheet.endRow();
        else flow.endRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (isSpreadsheet) sheet.endCell();
        else flow.endCell(1);
        break;
      case 'text-box':
      case 'note-body':
        if (boxes.pop() === true) flow.endBox();
        break;
      case 'title':
      case 'desc':
        description = false;
        break;
      case 'creator':
      case 'date':
        // Of a comment, before its words.
        if (hiddenDepth !== 0) flow.breakLine();
        break;
    }
    if (hiddenDepth === depth && hiddenDepth !== 0) {
      flow.endDiversion();
      hiddenDepth = 0;
    }
  }

  for (let token = nextToken(reader); token !== 'end'; token = nextToken(reader)) {
    if (token === 'open') {
      depth += 1;
      const { name } = reader;
      open(name);
      if (isSpreadsheet && name === 'table') yield* sheet.handOutPrevious();
      if (reader.isEmpty && reader.name === name) {
        close(name);
        depth -= 1;
      }
    } else if (token === 'close') {
      close(reader.name);
      depth = Math.max(0, depth - 1);
    } else if (paragraphs > 0) appendText(reader, target());
    else if (description && !isBlankText(reader)) {
      flow.divert('alternative text');
      appendText(reader, flow.target());
      flow.endDiversion();
      flow.divert(hiddenDepth === 0 ? null : hiddenReason);
    }
    if (isPauseDue(reader)) yield;
  }
  sheet.end();
  yield* sheet.handOutPrevious();
  flow.finish();
  endReading(sink, reader);
}

interface SheetState {
  start(name: string, isHidden: boolean): void;
  end(): void;
  /** Hands out the sheet that was ended last. */
  handOutPrevious(): Generator<void, void, void>;
  column(reader: XmlReader): void;
  row(reader: XmlReader): void;
  endRow(): void;
  cell(reader: XmlReader): void;
  endCell(): void;
  isInCell(): boolean;
  text(): TextBuffer;
}

/** Sheets have 16,384 columns at most. */
const COLUMN_LIMIT = 16384;
/** A number shown like this does not show its digits. */
const UNCLEAR_NUMBER = /^#+$|\dE[+-]?\d/;

function makeSheetState(sink: TextSink, hiddenAll: string | null): SheetState {
  let current: SheetWriter | null = null;
  let previous: SheetWriter | null = null;
  let hiddenColumns = new Uint8Array(COLUMN_LIMIT);
  let columnCount = 0;
  let row = 0;
  let rowRepeat = 1;
  let isHiddenRow = false;
  let column = 0;
  let repeat = 1;
  let isOpen = false;
  let start = 0;
  let date: string | null = null;
  let number: string | null = null;
  let words: string | null = null;

  function end(): void {
    previous = current;
    current = null;
    isOpen = false;
  }

  return {
    start(name, isHidden) {
      end();
      current = writeSheet(sink.addText, name, hiddenAll ?? (isHidden ? 'hidden sheet' : null));
      hiddenColumns = new Uint8Array(COLUMN_LIMIT);
      columnCount = 0;
      row = 0;
      rowRepeat = 1;
    },
    end,
    *handOutPrevious() {
      const finished = previous;
      previous = null;
      if (finished !== null) yield* finished.finish();
    },
    column(reader) {
      const count = Number(attributeOf(reader, 'number-columns-repeated') ?? 1) || 1;
      if (/^(collapse|filter)$/.test(attributeOf(reader, 'visibility') ?? ''))
        hiddenColumns.fill(1, columnCount, columnCount + count);
      columnCount = Math.min(COLUMN_LIMIT, columnCount + count);
    },
    row(reader) {
      row += 1;
      column = 0;
      rowRepeat = Math.min(1 << 21, Number(attributeOf(reader, 'number-rows-repeated') ?? 1) || 1);
      isHiddenRow = /^(collapse|filter)$/.test(attributeOf(reader, 'visibility') ?? '');
    },
    endRow() {
      row += rowRepeat - 1;
      rowRepeat = 1;
    },
    cell(reader) {
      repeat = Math.min(COLUMN_LIMIT, Number(attributeOf(reader, 'number-columns-repeated') ?? 1) || 1);
      date = attributeOf(reader, 'date-value');
      number = attributeOf(reader, 'value');
      // Cells may keep a value of another kind without showing it in a paragraph.
      words = attributeOf(reader, 'string-value') ?? attributeOf(reader, 'boolean-value') ?? attributeOf(reader, 'time-value');
      if (current !== null) {
        // The cell before may never have ended.
        if (isOpen) current.text.cut(start);
        start = current.text.length;
      }
      isOpen = current !== null;
    },
    endCell() {
      if (current === null || !isOpen) return;
      isOpen = false;
      const { text } = current;
      const isBlank = !hasInk(text.slice(start));
      if (date !== null) {
        text.cut(start);
        text.append(date.replace(/T00:00(:00)?(\.0+)?$/, '').replace('T', ' '));
      } else if (number !== null && (isBlank || UNCLEAR_NUMBER.test(text.slice(start).trim()))) {
        text.cut(start);
        text.append(String(Number(number)));
      } else if (isBlank && words !== null) text.append(words);
      current.endCell(row, column, isHiddenRow || hiddenColumns[column] === 1);
      const end = text.length;
      for (let copy = 1; copy < Math.min(repeat, MOST_COPIES) && end > start; copy += 1) {
        text.appendFrom(text, start, end);
        current.endCell(row, column + copy, isHiddenRow || hiddenColumns[column + copy] === 1);
      }
      column += repeat;
    },
    isInCell: () => isOpen,
    text: () => (current as SheetWriter).text,
  };
}
