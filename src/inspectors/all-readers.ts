import { readAccess } from './access-reader';
import { arj } from './arj';
import { unpackBzip2 } from './bzip2';
import { unpackRtf } from './compressed-rtf';
import { readDoc } from './doc';
import { addDocumentProperties } from './document-properties';
import { readEpub } from './epub-reader';
import type { FurtherReaders } from './further';
import { readHtmlFile } from './html-file';
import { readIwork } from './iwork-reader';
import { addLooseText } from './loose-text';
import { readOpenDocumentMarkup } from './opendocument-text';
import { readPackets } from './pgp-reader';
import { readDynamicForm } from './pdf/dynamic-form';
import { unpackLzw, unpackRunLength } from './pdf/older-filters';
import { rareCharacters } from './pdf/rare-characters';
import { pictureProperties } from './picture-properties';
import { readPpt } from './ppt';
import { readRtf } from './rtf-reader';
import { unpackFolder } from './seven-zip-folder';
import { readBinarySpreadsheet } from './spreadsheet-binary';
import { readTnef } from './tnef-reader';
import { readVisio } from './vsd';
import { readXls } from './xls';
import { readXps } from './xps';
import { unpackXz } from './xz';

/** Every reader there is: for the pane, the command line, and browsers, which load them as a script of their own. */
export const allReaders: FurtherReaders = {
  inspectors: [arj],
  bzip2: unpackBzip2,
  xz: unpackXz,
  sevenZipFolder: unpackFolder,
  compressedRichText: unpackRtf,
  picture: pictureProperties,
  rareCharacters,
  dynamicForm: readDynamicForm,
  lzw: unpackLzw,
  runLength: unpackRunLength,
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
