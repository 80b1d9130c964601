import type { Inspector } from './inspector';
import { rtf } from './rtf';
import { zip } from './zip';

/** Every inspector, in the order in which their `sniff` is asked: the surest signatures first, plain text last. */
export const inspectors: readonly Inspector[] = [zip, rtf];
