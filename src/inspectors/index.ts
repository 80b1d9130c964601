import { access } from './access';
import { cms } from './cms';
import { compoundDocument } from './compound-document';
import { eml } from './eml';
import { encryptedContainers } from './encrypted-containers';
import { gzip } from './gzip';
import type { Inspector } from './inspector';
import { keyFiles } from './key-files';
import { media } from './media';
import { oneNote } from './onenote';
import { packed } from './packed';
import { pdf } from './pdf';
import { pgp } from './pgp';
import { rar } from './rar';
import { rpmsg } from './rpmsg';
import { rtf } from './rtf';
import { sevenZip } from './seven-zip';
import { tar } from './tar';
import { text } from './text';
import { tnef } from './tnef';
import { zip } from './zip';

/** Every inspector, in the order in which their `sniff` is asked: the surest signatures first, plain text last. */
export const inspectors: readonly Inspector[] = [
  compoundDocument,
  access,
  oneNote,
  rpmsg,
  zip,
  gzip,
  sevenZip,
  rar,
  pdf,
  packed,
  encryptedContainers,
  rtf,
  tnef,
  cms,
  keyFiles,
  tar,
  media,
  pgp,
  eml,
  text,
];
