import { cms } from './cms';
import { compoundDocument } from './compound-document';
import { eml } from './eml';
import type { Inspector } from './inspector';
import { marked } from './marked';
import { pdf } from './pdf';
import { pgp } from './pgp';
import { rar } from './rar';
import { rtf } from './rtf';
import { sevenZip } from './seven-zip';
import { text } from './text';
import { zip } from './zip';

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
