import { hasBytes, latin1, u16, u32 } from '../bytes';
import type { Inspector } from '../inspector';
import { MOST_BLOCKS, inspectListed } from './rar';
import type { Block, Listing } from './rar';

// RAR 1.4, after observed files.

function list14(bytes: Uint8Array): Listing {
  const blocks: Block[] = [];
  let at = u16(bytes, 4);
  while (at >= 7 && at + 21 <= bytes.length && blocks.length < MOST_BLOCKS) {
    const packed = u32(bytes, at);
    const headerEnd = at + Math.max(u16(bytes, at + 10), 21);
    blocks.push({
      name: latin1(bytes, at + 21, Math.min(at + 21 + bytes[at + 19]!, headerEnd)).replace(/\\/g, '/'),
      isFolder: (bytes[at + 16]! & 0x10) !== 0,
      isEncrypted: (bytes[at + 17]! & 4) !== 0,
      isStored: bytes[at + 20] === 0,
      isSplit: (bytes[at + 17]! & 3) !== 0,
      start: headerEnd,
      end: headerEnd + packed,
      size: u32(bytes, at + 4),
    });
    at = headerEnd + packed;
  }
  return { blocks, isLocked: false, isWhole: blocks.length > 0 && at === bytes.length };
}

export const rarOldest: Inspector = {
  sniff: (bytes) => hasBytes(bytes, 'RE~^'),
  inspect: (bytes, context) => inspectListed(bytes, list14(bytes), context),
};
