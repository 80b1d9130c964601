import { u16 } from '../bytes';
import { inspectDoc, inspectXls } from './compound-document';
import type { CompoundEntry, CompoundFile } from './compound-file';
import { isBareDoc } from './doc-header';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';

// Word and Excel before they wrote compound files: Word 1 to 6 and 95, Excel 2 to 4.

/** Excel before version 5 wrote its records straight into the file: the first says which version, its type and length fit. */
function isBareWorkbook(bytes: Uint8Array): boolean {
  const version = u16(bytes, 0);
  const length = u16(bytes, 2);
  const type = u16(bytes, 6);
  const isBegin = version === 0x009 || version === 0x209 || version === 0x409 || version === 0x809;
  return isBegin && length >= 4 && length <= 16 && (type === 5 || type === 0x10 || type === 0x20 || type === 0x40 || type === 0x100);
}

const BARE: CompoundEntry = { name: '', isStorage: true, size: 0, start: 0, children: [] };

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const file: CompoundFile = { root: BARE, isDamaged: false, read: () => new Uint8Array(0) };
  const inside = { file, storage: BARE, context };
  return yield* (isBareDoc(bytes) ? inspectDoc(inside, bytes) : inspectXls(inside, bytes));
}

export const bareDocument: Inspector = {
  sniff: (bytes) => isBareDoc(bytes) || isBareWorkbook(bytes),
  inspect,
};
