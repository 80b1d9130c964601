import type { Budget } from '../budget';
import { u32 } from '../bytes';

/** What every dictionary begins with ([MS-OXRTFCP] 2.1.2.1), so that short texts compress too. */
const PRIMER =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const HEADER = 16;
/** A reference to the dictionary of 4,096 bytes makes at most 17 bytes of the two it takes. */
const GREATEST_RATIO = 9;

/** Unpacks the RTF that Outlook keeps in its mails ([MS-OXRTFCP]); as much as can be, or null when there is no room for it. */
export function unpackRtf(bytes: Uint8Array, budget: Budget): Uint8Array | null {
  const kind = u32(bytes, 8);
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER);
  if (kind !== COMPRESSED) return null;
  const size = Math.min(u32(bytes, 4), GREATEST_RATIO * bytes.length);
  if (!budget.unpack(size)) return null;
  const output = new Uint8Array(PRIMER.length + size);
  for (let i = 0; i < PRIMER.length; i += 1) output[i] = PRIMER.charCodeAt(i);
  let to = PRIMER.length;
  let from = HEADER;
  // Each bit of a control byte says of one of the eight pieces after it: a byte as it is, or a reference.
  for (let control = 1; from < bytes.length && to < output.length; control >>= 1) {
    if (control === 1) {
      control = bytes[from]! | 0x100;
      from += 1;
    }
    if ((control & 1) === 0) {
      output[to] = bytes[from]!;
      to += 1;
      from += 1;
      continue;
    }
    const reference = (bytes[from]! << 8) | bytes[from + 1]!;
    from += 2;
    // The dictionary is a ring, and where it will be written next marks the end.
    const distance = ((to - (reference >> 4)) & 4095) || 4096;
    if (distance === 4096) break;
    for (let left = (reference & 15) + 2; left > 0 && to < output.length; left -= 1, to += 1) output[to] = output[to - distance] ?? 0;
  }
  return output.subarray(PRIMER.length, to);
}
