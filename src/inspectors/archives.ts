import { decodeText } from '../text/decode';
import { limitReason } from './budget';
import { hasBytes, join, u16, u32 } from './bytes';
import type { Inflated } from './inflate';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { unpackLzma2 } from './lzma';
import { collectMembers } from './members';
import { DAMAGED, PACKED } from './sentences';


const ARJ = '\x60\xea';
/** More files than are ever named. */
const MOST_FILES = 10_000;
/** The longest header ARJ itself reads. */
const LONGEST_HEADER = 2600;

/** ARJ (arjtech.doc): each header says whether its file is garbled, as ARJ calls it. */
function* inspectArj(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  let at = 0;
  let isWhole = false;
  for (let i = 0; i < MOST_FILES && hasBytes(bytes, ARJ, at); i += 1) {
    const base = at + 4;
    const size = u16(bytes, at + 2);
    isWhole = size === 0 && base <= bytes.length;
    if (size === 0) break;
    at = base + size + 4;
    for (let extra = u16(bytes, at); extra > 0 && at < bytes.length; extra = u16(bytes, at)) at += extra + 6;
    at += 2;
    // The first header is of the archive itself.
    if (bytes[base + 6] === 2) continue;
    const packed = u32(bytes, base + 12);
    const nameStart = base + bytes[base]!;
    const name = decodeText(bytes.subarray(nameStart, bytes.indexOf(0, nameStart))).text;
    if (packed === 0) members.name(name);
    else if ((bytes[base + 4]! & 1) !== 0) members.addProtected(name);
    else if (bytes[base + 5] === 0) yield* members.add(name, bytes.subarray(at, at + packed));
    else members.addUnread(name, PACKED);
    at += packed;
  }
  if (!isWhole) members.miss(DAMAGED);
  return members.finish('arj');
}

const XZ = '\xfd7zXZ\0';
const XZ_HEADER = 12;
const XZ_LZMA2 = 0x21;
/** The sizes of the checks after each block, by the second of the flags. */
const XZ_CHECKS = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** The .xz file format 1.1.0: blocks of LZMA2, after each other. Null when a block uses a filter before it. */
function* unpackXz(bytes: Uint8Array, context: InspectionContext): Generator<void, Inflated | null, void> {
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

function isBzip2(bytes: Uint8Array): boolean {
  return hasBytes(bytes, 'BZh') && (hasBytes(bytes, '1AY&SY', 4) || hasBytes(bytes, '\x17\x72\x45\x38\x50\x90', 4));
}

function* inspectPacked(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const isXz = hasBytes(bytes, XZ);
  const members = collectMembers(context);
  const { readers } = context.budget;
  const unpacked = isXz ? yield* unpackXz(bytes, context) : readers === null ? null : yield* readers.bzip2(bytes, 0, bytes.length, context.budget);
  const name = context.name.replace(/\.t([bx]z2?)$/i, '.tar.$1').replace(/\.(bz2?|xz)$/i, '');
  if (unpacked === null) members.addUnread(name, isXz ? PACKED : context.leaveToPane());
  else {
    if (unpacked.data.length > 0) yield* members.add(name, unpacked.data);
    if (unpacked.ended !== 'complete')
      members.miss(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : DAMAGED);
  }
  return members.finish(isXz ? 'xz' : 'bz2');
}

/** Archives of lesser kinds: ARJ, and files that are packed by themselves with bzip2 or xz. */
export const archives: Inspector = {
  id: 'archives',
  sniff: (bytes) => hasBytes(bytes, XZ) || isBzip2(bytes) || (hasBytes(bytes, ARJ) && u16(bytes, 2) <= LONGEST_HEADER),
  inspect: (bytes, context) => (hasBytes(bytes, ARJ) ? inspectArj(bytes, context) : inspectPacked(bytes, context)),
};
