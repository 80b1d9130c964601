import { otherLetters } from '../text/other-letters';
import { knowLetters } from '../text/single-byte';
import { access } from './compound/access';
import { arj } from './archives/arj';
import { bareDocument } from './compound/bare-document';
import { unpackBzip2 } from './archives/bzip2';
import { unpackRtf } from './mail/compressed-rtf';
import { clearXls, decipherPackage } from './compound/deciphering';
import { readDoc } from './compound/doc';
import { addDocumentProperties } from './office/document-properties';
import { encryptedContainers } from './encrypted/encrypted-containers';
import { inspectEpub } from './office/epub';
import type { FurtherReaders } from './further';
import { gzip } from './archives/gzip';
import { readHtmlFile } from './text/html-file';
import { readIwork } from './office/iwork-reader';
import { keyFiles } from './encrypted/key-files';
import { addLooseText } from './text/loose-text';
import { unpackLzma } from './archives/lzma-streams';
import { inspectMailbox } from './mail/mailbox';
import { oneNote } from './compound/onenote';
import { readOpenDocumentMarkup } from './office/opendocument-text';
import { packed } from './archives/packed';
import { pgpPrivateKey } from './encrypted/pgp-private-key';
import { readPackets } from './encrypted/pgp-reader';
import { readDynamicForm } from './pdf/dynamic-form';
import { unpackAsciiHex, unpackLzw, unpackRunLength } from './pdf/older-filters';
import { rareCharacters } from './pdf/rare-characters';
import { pictureProperties } from './picture-properties';
import { readPpt } from './compound/ppt';
import { rarOldest } from './archives/rar-oldest';
import { readRtf } from './text/rtf-reader';
import { seldomMarked } from './seldom-marked';
import { unpackFolder } from './archives/seven-zip-folder';
import { readBinarySpreadsheet } from './office/spreadsheet-binary';
import { tar } from './archives/tar';
import { tnef } from './mail/tnef';
import { readVisio } from './compound/vsd';
import { readXls } from './compound/xls';
import { decodeUuencoded } from './archives/uuencoded';
import { uuencodedFile } from './archives/uuencoded-file';
import { inspectXps } from './office/xps';

knowLetters(otherLetters);

/** Every reader there is: for the pane, the command line, and browsers, which load them as a script of their own. */
export const allReaders: FurtherReaders = {
  inspectors: [bareDocument, rarOldest, arj, access, oneNote, gzip, packed, encryptedContainers, tnef, keyFiles, tar, uuencodedFile, seldomMarked, pgpPrivateKey],
  letters: otherLetters,
  decipherPackage,
  clearXls,
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
