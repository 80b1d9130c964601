import { readAccess } from './access-reader';
import { unpackBzip2 } from './bzip2';
import { readEpub } from './epub-reader';
import type { FurtherReaders } from './further';
import { readIwork } from './iwork-reader';
import { addLooseText } from './loose-text';
import { readPackets } from './pgp-reader';
import { pictureProperties } from './picture-properties';
import { readPpt } from './ppt';
import { readBinarySpreadsheet } from './spreadsheet-binary';
import { readTnef } from './tnef-reader';
import { readVisio } from './vsd';
import { readXps } from './xps';

/** Every reader there is: for the pane, the command line, and browsers, which load them as a script of their own. */
export const allReaders: FurtherReaders = {
  bzip2: unpackBzip2,
  picture: pictureProperties,
  looseText: addLooseText,
  access: readAccess,
  visio: readVisio,
  powerPoint: readPpt,
  outlookWrapping: readTnef,
  pgp: readPackets,
  binaryWorkbook: readBinarySpreadsheet,
  iwork: readIwork,
  xps: readXps,
  epub: readEpub,
};
