import type { TextSink } from './package';
import { writeSheet } from './sheet-writer';
import type { SheetWriter } from './sheet-writer';
import type { XmlReader } from './xml';

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
  let isData = false;
  let isComment = false;
  let comments = '';
  for (let token = reader.next(); token !== 'end'; token = reader.next()) {
    if (token === 'open') {
      switch (reader.name) {
        case 'Worksheet':
          name = reader.attribute('Name') ?? '';
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
          isHiddenRow = reader.attribute('Hidden') === '1';
          break;
        case 'Cell':
          column = indexOr(reader, column + 1) - 1;
          break;
        case 'Data':
          isData = !isComment && !reader.isEmpty;
          break;
        case 'Comment':
          isComment = !reader.isEmpty;
          break;
      }
    } else if (token === 'text') {
      if (isComment) comments += reader.text();
      else if (isData && sheet !== null) reader.appendText(sheet.text);
    } else {
      switch (reader.name) {
        case 'Data':
          isData = false;
          break;
        case 'Comment':
          isComment = false;
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
    if (reader.isPauseDue()) yield;
  }
  if (sheet !== null) yield* sheet.finish();
  sink.addText({ place: '', text: comments, hidden: 'comment' });
  sink.done(reader);
}

/** `ss:Index` when the row or cell has one; else one more than the one before. */
function indexOr(reader: XmlReader, before: number): number {
  const index = Number(reader.attribute('Index'));
  return index > 0 ? index : before + 1;
}
