import { decodeUtf8 } from '../../text/decode';
import { limitReason } from '../budget';
import { findBytes, hasBytes, latin1, u16, u32 } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { DAMAGED, PACKED } from '../sentences';
import { locked, untold } from '../unread';

// RAR 1.5–4: technote.txt of WinRAR 4.20; RAR 5: "RAR 5.0 archive format" (rarlab.com). The licence of the unpacker
// forbids to make one of ours, so only files stored without compression are read.

const MARK_4 = 'Rar!\x1a\x07\x00';
const MARK_5 = 'Rar!\x1a\x07\x01\x00';
/** A program that unpacks itself holds the archive behind its own code (technote.txt). */
const LONGEST_PROGRAM = 1 << 20;
/** More entries than are ever named. */
export const MOST_BLOCKS = 20_000;

const TWO_PARTS = 'It is spread over several archives.';

export interface Block {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isEncrypted: boolean;
  readonly isStored: boolean;
  readonly isSplit: boolean;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

export interface Listing {
  readonly blocks: readonly Block[];
  /** True when even the names are encrypted. */
  readonly isLocked: boolean;
  readonly isWhole: boolean;
}

function startOf(bytes: Uint8Array): number {
  if (hasBytes(bytes, MARK_4) || hasBytes(bytes, MARK_5)) return 0;
  if (!hasBytes(bytes, 'MZ') && !hasBytes(bytes, '\x7fELF')) return -1;
  const at = findBytes(bytes.subarray(0, LONGEST_PROGRAM), 'Rar!\x1a\x07');
  return at >= 0 && (hasBytes(bytes, MARK_4, at) || hasBytes(bytes, MARK_5, at)) ? at : -1;
}

function list4(bytes: Uint8Array, start: number): Listing {
  const blocks: Block[] = [];
  let at = start + MARK_4.length;
  while (at + 7 <= bytes.length && blocks.length < MOST_BLOCKS) {
    const type = bytes[at + 2]!;
    const flags = u16(bytes, at + 3);
    const headerSize = u16(bytes, at + 5);
    if (headerSize < 7 || type < 0x72 || type > 0x7b) return { blocks, isLocked: false, isWhole: false };
    if (type === 0x73 && (flags & 0x80) !== 0) return { blocks, isLocked: true, isWhole: true };
    if (type === 0x7b) return { blocks, isLocked: false, isWhole: true };
    const isFile = type === 0x74;
    const added = isFile || type === 0x7a || (flags & 0x8000) !== 0 ? u32(bytes, at + 7) : 0;
    if (isFile) {
      // Two more numbers stand before the name of a file of 4 GB.
      const nameAt = at + ((flags & 0x100) !== 0 ? 40 : 32);
      // The name in Unicode follows a zero, packed against the plain one, which will do.
      const name = latin1(bytes, nameAt, Math.min(nameAt + u16(bytes, at + 26), at + headerSize)).split('\0')[0]!;
      blocks.push({
        name: name.replace(/\\/g, '/'),
        isFolder: (flags & 0xe0) === 0xe0,
        isEncrypted: (flags & 4) !== 0,
        isStored: bytes[at + 25] === 0x30,
        isSplit: (flags & 3) !== 0,
        start: at + headerSize,
        end: at + headerSize + added,
        size: u32(bytes, at + 11),
      });
    }
    at += headerSize + added;
  }
  return { blocks, isLocked: false, isWhole: blocks.length > 0 && at === bytes.length };
}

/** A number of seven bits a byte, lowest first. `next` is where it ends. */
function variable(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let i = 0; i < 10; i += 1) {
    const byte = bytes[at + i] ?? 0;
    value += (byte & 127) * 2 ** (7 * i);
    if (byte < 128) return { value, next: at + i + 1 };
  }
  return { value: Infinity, next: at + 10 };
}

/** True when the extra area of a file's header says it is encrypted (record type 1). */
function hasEncryptionRecord(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    const size = variable(bytes, at);
    if (variable(bytes, size.next).value === 1) return true;
    at = size.next + Math.max(size.value, 1);
  }
  return false;
}

function list5(bytes: Uint8Array, start: number): Listing {
  const blocks: Block[] = [];
  let at = start + MARK_5.length;
  while (at + 7 <= bytes.length && blocks.length < MOST_BLOCKS) {
    const size = variable(bytes, at + 4);
    const headerEnd = size.next + size.value;
    const type = variable(bytes, size.next);
    const flags = variable(bytes, type.next);
    if (size.value === 0 || headerEnd > bytes.length) return { blocks, isLocked: false, isWhole: false };
    if (type.value === 4) return { blocks, isLocked: true, isWhole: true };
    if (type.value === 5) return { blocks, isLocked: false, isWhole: true };
    let field = { value: 0, next: flags.next };
    let extraSize = 0;
    let dataSize = 0;
    if ((flags.value & 1) !== 0) {
      field = variable(bytes, field.next);
      extraSize = field.value;
    }
    if ((flags.value & 2) !== 0) {
      field = variable(bytes, field.next);
      dataSize = field.value;
    }
    if (type.value === 2) {
      const fileFlags = variable(bytes, field.next);
      const unpackedSize = variable(bytes, fileFlags.next);
      const attributes = variable(bytes, unpackedSize.next);
      const fixed = attributes.next + ((fileFlags.value & 2) !== 0 ? 4 : 0) + ((fileFlags.value & 4) !== 0 ? 4 : 0);
      const compression = variable(bytes, fixed);
      const nameLength = variable(bytes, variable(bytes, compression.next).next);
      blocks.push({
        name: decodeUtf8(bytes, nameLength.next, Math.min(nameLength.next + nameLength.value, headerEnd)),
        isFolder: (fileFlags.value & 1) !== 0,
        isEncrypted: extraSize > 0 && hasEncryptionRecord(bytes, Math.max(headerEnd - extraSize, at), headerEnd),
        isStored: ((compression.value >> 7) & 7) === 0,
        isSplit: (flags.value & 0x18) !== 0,
        start: headerEnd,
        end: headerEnd + dataSize,
        size: unpackedSize.value,
      });
    }
    at = headerEnd + dataSize;
  }
  return { blocks, isLocked: false, isWhole: blocks.length > 0 && at === bytes.length };
}

function* addBlock(members: Members, bytes: Uint8Array, block: Block, context: InspectionContext): Generator<void, void, void> {
  if (block.isFolder || block.size === 0) return members.name(block.name);
  if (block.isEncrypted) return members.addProtected(block.name);
  if (block.isSplit) return members.addUnread(block.name, TWO_PARTS);
  if (!block.isStored) return members.addUnread(block.name, PACKED);
  const data = bytes.subarray(Math.min(block.start, bytes.length), Math.min(block.end, bytes.length));
  if (!context.budget.unpack(data.length)) return members.addUnread(block.name, limitReason('size'));
  yield* members.add(block.name, data);
  if (data.length < block.end - block.start) members.miss(DAMAGED);
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const start = startOf(bytes);
  return yield* inspectListed(bytes, hasBytes(bytes, MARK_5, start) ? list5(bytes, start) : list4(bytes, start), context);
}

export function* inspectListed(bytes: Uint8Array, { blocks, isLocked, isWhole }: Listing, context: InspectionContext): Inspecting {
  if (isLocked) return locked('rar');
  if (blocks.length === 0 && !isWhole) return untold('rar');
  const members = collectMembers(context);
  for (const block of blocks) {
    yield* addBlock(members, bytes, block, context);
    if (context.budget.isOutOfTime()) {
      members.miss(limitReason('time'));
      break;
    }
  }
  if (!isWhole) members.miss(DAMAGED);
  return members.finish('rar');
}

export const rar: Inspector = {
  sniff: (bytes) => startOf(bytes) >= 0,
  inspect,
};
