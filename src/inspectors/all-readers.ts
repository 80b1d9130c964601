import { readAccess } from './access-reader';
import { unpackBzip2 } from './bzip2';
import { readDoc } from './doc';
import { addDocumentProperties } from './document-properties';
import { readEpub } from './epub-reader';
import type { FurtherReaders } from './further';
import { readHtmlFile } from './html-file';
import { readIwork } from './iwork-reader';
import { addLooseText } from './loose-text';
import { readOpenDocumentMarkup } from './opendocument-text';
import { readPackets } from './pgp-reader';
import { pictureProperties } from './picture-properties';
import { readPpt } from './ppt';
import { readRtf } from './rtf-reader';
import { readBinarySpreadsheet } from './spreadsheet-binary';
import { readTnef } from './tnef-reader';
import { readVisio } from './vsd';
import { readXls } from './xls';
import { readXps } from './xps';

/** Every reader there is: for the pane, the command line, and browsers, which load them as a script of their own. */
export const allReaders: FurtherReaders = {
  bzip2: unpackBzip2,
  picture: pictureProperties,
  looseText: addLooseText,
  access: readAccess,
  word: readDoc,
  excel: readXls,
  properties: addDocumentProperties,
  richText: readRtf,
  webPage: readHtmlFile,
  openDocument: readOpenDocumentMarkup,
  visio: readVisio,
  powerPoint: readPpt,
  outlookWrapping: readTnef,
  pgp: readPackets,
  binaryWorkbook: readBinarySpreadsheet,
  iwork: readIwork,
  xps: readXps,
  epub: readEpub,
};
