import { otherLetters } from '../text/other-letters';
import { knowLetters } from '../text/single-byte';
import { access } from './access';
import { arj } from './arj';
import { bareDocument } from './bare-document';
import { unpackBzip2 } from './bzip2';
import { unpackRtf } from './compressed-rtf';
import { clearPpt, clearXls, decipherPackage } from './deciphering';
import { readDoc } from './doc';
import { addDocumentProperties } from './document-properties';
import { encryptedContainers } from './encrypted-containers';
import { inspectEpub } from './epub';
import type { FurtherReaders } from './further';
import { gzip } from './gzip';
import { readHtmlFile } from './html-file';
import { readIwork } from './iwork-reader';
import { keyFiles } from './key-files';
import { addLooseText } from './loose-text';
import { unpackLzma } from './lzma-streams';
import { inspectMailbox } from './mailbox';
import { oneNote } from './onenote';
import { readOpenDocumentMarkup } from './opendocument-text';
import { packed } from './packed';
import { readPackets } from './pgp-reader';
import { readDynamicForm } from './pdf/dynamic-form';
import { unpackAsciiHex, unpackLzw, unpackRunLength } from './pdf/older-filters';
import { rareCharacters } from './pdf/rare-characters';
import { pictureProperties } from './picture-properties';
import { readPpt } from './ppt';
import { rarOldest } from './rar-oldest';
import { readRtf } from './rtf-reader';
import { seldomMarked } from './seldom-marked';
import { unpackFolder } from './seven-zip-folder';
import { readBinarySpreadsheet } from './spreadsheet-binary';
import { tar } from './tar';
import { tnef } from './tnef';
import { readVisio } from './vsd';
import { readXls } from './xls';
import { decodeUuencoded } from './uuencoded';
import { inspectXps } from './xps';

knowLetters(otherLetters);

/** Every reader there is: for the pane, the command line, and browsers, which load them as a script of their own. */
export const allReaders: FurtherReaders = {
  inspectors: [bareDocument, rarOldest, arj, access, oneNote, gzip, packed, encryptedContainers, tnef, keyFiles, tar, seldomMarked],
  letters: otherLetters,
  decipherPackage,
  clearXls,
  clearPpt,
  epub: inspectEpub,
  iwork: readIwork,
  xps: inspectXps,
  mailbox: inspectMailbox,
  uuencoded: decodeUuencoded,
  bzip2: unpackBzip2,
  lzma: unpackLzma,
  sevenZipFolder: unpackFolder,
  compressedRichText: unpackRtf,
  picture: pictureProperties,
  rareCharacters,
  dynamicForm: readDynamicForm,
  lzw: unpackLzw,
  runLength: unpackRunLength,
  asciiHex: unpackAsciiHex,
  looseText: addLooseText,
  word: readDoc,
  excel: readXls,
  properties: addDocumentProperties,
  richText: readRtf,
  webPage: readHtmlFile,
  openDocument: readOpenDocumentMarkup,
  visio: readVisio,
  powerPoint: readPpt,
  pgp: readPackets,
  binaryWorkbook: readBinarySpreadsheet,
};
