import { limitReason } from '../budget';
import { hasBytes } from '../bytes';
import { unpackBzip2 } from './bzip2';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { DAMAGED, PACKED } from '../sentences';
import { unpackXz } from './xz';

const XZ = '\xfd7zXZ\0';

function isBzip2(bytes: Uint8Array): boolean {
  return hasBytes(bytes, 'BZh') && (hasBytes(bytes, '1AY&SY', 4) || hasBytes(bytes, '\x17\x72\x45\x38\x50\x90', 4));
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const isXz = hasBytes(bytes, XZ);
  const members = collectMembers(context);
  const unpacked = isXz ? yield* unpackXz(bytes, context) : yield* unpackBzip2(bytes, 0, bytes.length, context.budget);
  const name = context.name.replace(/\.t([bx]z2?)$/i, '.tar.$1').replace(/\.(bz2?|xz)$/i, '');
  if (unpacked === null) members.addUnread(name, PACKED);
  else {
    if (unpacked.data.length > 0) yield* members.add(name, unpacked.data);
    if (unpacked.ended !== 'complete')
      members.miss(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : DAMAGED);
  }
  return members.finish(isXz ? 'xz' : 'bz2');
}

/** Files that are packed by themselves with bzip2 or xz. */
export const packed: Inspector = {
  sniff: (bytes) => hasBytes(bytes, XZ) || isBzip2(bytes),
  inspect,
};
