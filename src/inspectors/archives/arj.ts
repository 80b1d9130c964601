import { decodeText } from '../../text/decode';
import { hasBytes, u16, u32 } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { DAMAGED, PACKED } from '../sentences';

const ARJ = '\x60\xea';
/** More files than are ever named. */
const MOST_FILES = 10_000;
/** The longest header ARJ itself reads. */
const LONGEST_HEADER = 2600;

/** ARJ (arjtech.doc): each header says whether its file is garbled, as ARJ calls it. */
function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
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

export const arj: Inspector = {
  sniff: (bytes) => hasBytes(bytes, ARJ) && u16(bytes, 2) <= LONGEST_HEADER,
  inspect,
};
