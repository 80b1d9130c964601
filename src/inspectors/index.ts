import { cms } from './encrypted/cms';
import { compoundDocument } from './compound/compound-document';
import { eml } from './mail/eml';
import type { Inspector } from './inspector';
import { marked } from './marked';
import { pdf } from './pdf/pdf';
import { pgp } from './encrypted/pgp';
import { rar } from './archives/rar';
import { rtf } from './text/rtf';
import { sevenZip } from './archives/seven-zip';
import { text } from './text/text';
import { zip } from './archives/zip';

/** Every inspector, in the order in which their `sniff` is asked: the surest signatures first, plain text last. */
export const inspectors: readonly Inspector[] = [
  compoundDocument,
  zip,
  sevenZip,
  rar,
  pdf,
  rtf,
  cms,
  marked,
  pgp,
  eml,
  text,
];
