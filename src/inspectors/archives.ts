import { decodeText } from '../text/decode';
import { limitReason } from './budget';
import { hasBytes, u16, u32 } from './bytes';
import { unpackBzip2 } from './bzip2';
import type { Inflated } from './inflate';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { unpackLzma2 } from './lzma';
import { collectMembers } from './members';
import type { Members } from './members';

// Archives that are met now and then: their protection and the names in them; bzip2 and xz are unpacked.

const PACKED = 'It is packed in a way that is not read here.';
/** More names than are ever shown or searched. */
const MOST_NAMES = 10_000;

function nameAt(bytes: Uint8Array, at: number): string {
  const zero = bytes.indexOf(0, at);
  return decodeText(bytes.subarray(at, Math.min(zero === -1 ? bytes.length : zero, at + 1024))).text;
}

/** ARJ: the technical information in arjtech.doc. Each header says whether its file is garbled, as ARJ calls it. */
function* listArj(bytes: Uint8Array, members: Members): Generator<void, void, void> {
  let at = 0;
  for (let i = 0; i < MOST_NAMES && hasBytes(bytes, '\x60\xea', at); i += 1) {
    const size = u16(bytes, at + 2);
    if (size === 0 && at + 4 <= bytes.length) return;
    const base = at + 4;
    let next = base + size + 4;
    for (let extra = u16(bytes, next); extra > 0 && next < bytes.length; extra = u16(bytes, next)) next += extra + 6;
    next += 2;
    const isMain = bytes[base + 6] === 2;
    if (!isMain) {
      const packed = u32(bytes, base + 12);
      const name = nameAt(bytes, base + bytes[base]!);
      if (bytes[base + 6] === 3 || packed === 0) members.name(name);
      else if ((bytes[base + 4]! & 1) !== 0) members.addProtected(name);
      else if (bytes[base + 5] === 0) yield* members.add(name, bytes.subarray(next, Math.min(next + packed, bytes.length)));
      else members.addUnread(name, PACKED);
      next += packed;
    }
    at = next;
  }
  members.missPart('Its end is missing.');
}

/** ACE 1 and 2, after observed files: the format was never published. */
function* listAce(bytes: Uint8Array, members: Members): Generator<void, void, void> {
  let at = 0;
  for (let i = 0; i < MOST_NAMES && at + 7 < bytes.length; i += 1) {
    const size = u16(bytes, at + 2);
    const flags = u16(bytes, at + 5);
    const added = (flags & 1) !== 0 ? u32(bytes, at + 7) : 0;
    if (size < 3) break;
    if (bytes[at + 4] === 1) {
      const nameStart = at + 37;
      const name = decodeText(bytes.subarray(nameStart, Math.min(nameStart + u16(bytes, at + 35), bytes.length))).text;
      if (added === 0) members.name(name);
      else if ((flags & 0x4000) !== 0) members.addProtected(name);
      else members.addUnread(name, PACKED);
    }
    at += 4 + size + added;
    yield;
  }
}

/** Cabinet files: [MS-CAB]. They have no encryption. */
function* listCab(bytes: Uint8Array, members: Members): Generator<void, void, void> {
  let at = u32(bytes, 16);
  const count = Math.min(u16(bytes, 28), MOST_NAMES);
  for (let i = 0; i < count && at + 16 < bytes.length; i += 1) {
    const name = nameAt(bytes, at + 16);
    members.addUnread(name, PACKED);
    const zero = bytes.indexOf(0, at + 16);
    at = zero === -1 ? bytes.length : zero + 1;
    yield;
  }
}

/** LHA, header levels 0 to 2 (after the documentation of LHa for UNIX). It has no encryption. */
function* listLha(bytes: Uint8Array, members: Members): Generator<void, void, void> {
  let at = 0;
  for (let i = 0; i < MOST_NAMES && hasBytes(bytes, '-l', at + 2); i += 1) {
    const level = bytes[at + 20]!;
    const packed = u32(bytes, at + 7);
    const isStored = hasBytes(bytes, '-lh0-', at + 2) || hasBytes(bytes, '-lz4-', at + 2);
    const headerEnd = level === 2 ? at + u16(bytes, at) : at + 2 + bytes[at]!;
    if (headerEnd <= at + 20) break;
    const name = level === 2 ? `file ${i + 1}` : decodeText(bytes.subarray(at + 22, at + 22 + bytes[at + 21]!)).text;
    const end = Math.min(headerEnd + packed, bytes.length);
    if (packed === 0) members.name(name);
    // Level 1 counts the headers that follow as data, so what is stored does not start here.
    else if (isStored && level !== 1) yield* members.add(name, bytes.subarray(headerEnd, end));
    else members.addUnread(name, PACKED);
    at = end;
  }
}

interface Listed {
  readonly format: string;
  readonly title: string;
  readonly words: string;
  readonly mark: string;
  readonly at: number;
  readonly list: ((bytes: Uint8Array, members: Members) => Generator<void, void, void>) | null;
}

const LISTED: readonly Listed[] = [
  { format: 'arj', title: 'ARJ archive', words: 'The ARJ archive', mark: '\x60\xea', at: 0, list: listArj },
  { format: 'ace', title: 'ACE archive', words: 'The ACE archive', mark: '**ACE**', at: 7, list: listAce },
  { format: 'cab', title: 'Windows cabinet (.cab)', words: 'The cabinet', mark: 'MSCF\0\0\0\0', at: 0, list: listCab },
  { format: 'lha', title: 'LHA archive (.lzh)', words: 'The LHA archive', mark: '-lh', at: 2, list: listLha },
  { format: 'zst', title: 'Zstandard file (.zst)', words: 'The packed file', mark: '\x28\xb5\x2f\xfd', at: 0, list: null },
  { format: 'lz4', title: 'LZ4 file (.lz4)', words: 'The packed file', mark: '\x04\x22\x4d\x18', at: 0, list: null },
  { format: 'lzip', title: 'Lzip file (.lz)', words: 'The packed file', mark: 'LZIP\x01', at: 0, list: null },
  { format: 'compress', title: 'Unix compress file (.Z)', words: 'The packed file', mark: '\x1f\x9d', at: 0, list: null },
  { format: 'iso', title: 'Disc image (.iso)', words: 'The disc image', mark: 'CD001', at: 0x8001, list: null },
  { format: 'wim', title: 'Windows image (.wim)', words: 'The image', mark: 'MSWIM\0\0\0', at: 0, list: null },
];

function findListed(bytes: Uint8Array): Listed | undefined {
  return LISTED.find(({ format, mark, at }) => hasBytes(bytes, mark, at) && (format !== 'lha' || (bytes[6] === 0x2d && bytes[20]! <= 2)) && (format !== 'arj' || u16(bytes, 2) <= 2600));
}

function* inspectListed(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const { format, words, list } = findListed(bytes)!;
  const members = collectMembers(context, words);
  if (list === null) members.missPart(PACKED);
  else yield* list(bytes, members);
  return members.finish(format);
}

const BZIP2 = 'BZh';
const XZ = '\xfd7zXZ\0';
const XZ_HEADER = 12;
const XZ_LZMA2 = 0x21;
const XZ_CHECKS = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** The .xz file format 1.1.0: blocks of LZMA2, after each other. Null when a block uses a filter before it. */
function* unpackXz(bytes: Uint8Array, context: InspectionContext): Generator<void, Inflated | null, void> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let at = XZ_HEADER;
  const check = XZ_CHECKS[bytes[7]! & 15]!;
  let ended: Inflated['ended'] = 'complete';
  // A size of zero is the index, which ends the blocks.
  while (ended === 'complete' && at < bytes.length && bytes[at] !== 0) {
    const headerEnd = at + (bytes[at]! + 1) * 4;
    const flags = bytes[at + 1]!;
    let filter = at + 2;
    for (let sizes = (flags >> 6) & 3; sizes > 0; sizes &= sizes - 1) {
      while (bytes[filter]! >= 0x80) filter += 1;
      filter += 1;
    }
    if ((flags & 3) !== 0 || bytes[filter] !== XZ_LZMA2) return pieces.length > 0 ? joined(pieces, length, 'corrupt') : null;
    const block = yield* unpackLzma2(bytes, headerEnd, bytes.length, context.budget);
    pieces.push(block.data);
    length += block.data.length;
    ended = block.ended;
    at = headerEnd + Math.ceil((block.next - headerEnd) / 4) * 4 + check;
  }
  if (ended === 'complete' && at >= bytes.length) ended = 'truncated';
  return joined(pieces, length, ended);
}

function joined(pieces: readonly Uint8Array[], length: number, ended: Inflated['ended']): Inflated {
  if (pieces.length === 1) return { data: pieces[0]!, ended, next: 0 };
  const data = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  return { data, ended, next: 0 };
}

function* inspectPacked(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const isXz = hasBytes(bytes, XZ);
  const members = collectMembers(context, 'The packed file');
  const unpacked = isXz ? yield* unpackXz(bytes, context) : yield* unpackBzip2(bytes, 0, bytes.length, context.budget);
  const name = context.name.replace(/\.t([bx]z2?)$/i, '.tar.$1').replace(/\.(bz2?|xz)$/i, '');
  if (unpacked === null) members.addUnread(name, PACKED);
  else {
    if (unpacked.data.length > 0) yield* members.add(name, unpacked.data);
    if (unpacked.ended !== 'complete') members.missPart(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : 'It is damaged or cut off.');
  }
  return members.finish(isXz ? 'xz' : 'bz2');
}

export const packedFiles: Inspector = {
  id: 'packed-files',
  formats: [
    { format: 'bz2', title: 'bzip2 file (.bz2)', reads: 'text', notes: 'Unpacked, and what is inside inspected in turn.' },
    { format: 'xz', title: 'xz file (.xz)', reads: 'text', notes: 'Unpacked, and what is inside inspected in turn.' },
  ],
  sniff: (bytes) => (hasBytes(bytes, BZIP2) && (hasBytes(bytes, '1AY&SY', 4) || hasBytes(bytes, '\x17\x72\x45\x38\x50\x90', 4))) || hasBytes(bytes, XZ),
  inspect: inspectPacked,
};

export const otherArchives: Inspector = {
  id: 'other-archives',
  formats: LISTED.map(({ format, title }) => ({ format, title, reads: 'protection' as const })),
  sniff: (bytes) => findListed(bytes) !== undefined,
  inspect: inspectListed,
};
