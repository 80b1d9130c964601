import { join } from '../bytes';
import type { Inflated } from './inflate';
import type { InspectionContext } from '../inspector';
import { unpackLzma2 } from './lzma-streams';

const XZ_HEADER = 12;
const XZ_LZMA2 = 0x21;
/** The sizes of the checks after each block, by the second of the flags. */
const XZ_CHECKS = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** The .xz file format 1.1.0: blocks of LZMA2, after each other. Null when a block uses a filter before it. */
export function* unpackXz(bytes: Uint8Array, context: InspectionContext): Generator<void, Inflated | null, void> {
  const pieces: Uint8Array[] = [];
  let at = XZ_HEADER;
  let ended: Inflated['ended'] = 'complete';
  // A size of zero is the index, which ends the blocks.
  while (ended === 'complete' && bytes[at] !== 0) {
    if (at >= bytes.length) {
      ended = 'truncated';
      break;
    }
    const dataAt = at + (bytes[at]! + 1) * 4;
    const flags = bytes[at + 1]!;
    let filter = at + 2;
    // Either size, of the packed and of the unpacked data, may come first; each ends with a byte below 128.
    for (let sizes = (flags >> 6) & 3; sizes > 0; sizes &= sizes - 1) {
      while (bytes[filter]! >= 0x80) filter += 1;
      filter += 1;
    }
    if ((flags & 3) !== 0 || bytes[filter] !== XZ_LZMA2) return null;
    const block = yield* unpackLzma2(bytes, dataAt, bytes.length, context.budget);
    pieces.push(block.data);
    ended = block.ended;
    at = dataAt + Math.ceil((block.next - dataAt) / 4) * 4 + XZ_CHECKS[bytes[7]! & 15]!;
  }
  return { data: join(pieces), ended, next: at };
}
