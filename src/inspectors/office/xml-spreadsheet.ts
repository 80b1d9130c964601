import { endReading } from './package';
import type { TextSink } from './package';
import { writeSheet } from './sheet-writer';
import type { SheetWriter } from './sheet-writer';
import { appendText, isPauseDue, nextToken, tellOnly, textOf, wordsOf } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

const WORDS = wordsOf('Worksheet Table Row Cell Data Comment');

/**
 * Reads the single-file XML workbooks of Excel 2002 and 2003 (XML Spreadsheet), which school information systems export to
 * this day, often under the name .xls.
 */
export function* readXmlSpreadsheet(reader: XmlReader, sink: TextSink): Generator<void, void, void> {
  let sheet: SheetWriter | null = null;
  let name = '';
  let pending: string | null = null;
  let hidden: string | null = null;
  let row = 0;
  let column = -1;
  let isHiddenRow = false;
  let isComment = false;
  let comments = '';
  tellOnly(reader, WORDS);
  for (let token = nextToken(reader); token !== 'end'; token = nextToken(reader)) {
    if (token === 'open') {
      switch (reader.name) {
        case 'Worksheet':
          name = attributeOf(reader, 'Name') ?? '';
          pending = name;
          hidden = null;
          break;
        case 'Table':
          sheet = writeSheet(sink.addText, pending ?? name, hidden);
          row = 0;
          break;
        case 'Row':
          row = indexOr(reader, row);
          column = -1;
          isHiddenRow = attributeOf(reader, 'Hidden') === '1';
          break;
        case 'Cell':
          column = indexOr(reader, column + 1) - 1;
          break;
        case 'Data':
          reader.wantsText = !reader.isEmpty;
          break;
        case 'Comment':
          isComment = !reader.isEmpty;
          reader.wantsText = isComment;
          break;
      }
    } else if (token === 'text') {
      if (isComment) comments += textOf(reader);
      else if (sheet !== null) appendText(reader, sheet.text);
    } else {
      switch (reader.name) {
        case 'Data':
          reader.wantsText = isComment;
          break;
        case 'Comment':
          reader.wantsText = isComment = false;
          comments += '\n';
          break;
        case 'Cell':
          sheet?.endCell(row, column, isHiddenRow);
          break;
        case 'Worksheet':
          if (sheet !== null) yield* sheet.finish();
          sheet = null;
          break;
      }
    }
    if (isPauseDue(reader)) yield;
  }
  if (sheet !== null) yield* sheet.finish();
  sink.addText({ place: '', text: comments, hidden: 'comment' });
  endReading(sink, reader);
}

/** `ss:Index` when the row or cell has one; else one more than the one before. */
function indexOr(reader: XmlReader, before: number): number {
  const index = Number(attributeOf(reader, 'Index'));
  return index > 0 ? index : before + 1;
}
