import { hasBytes, u16, u32 } from '../bytes';

/** A stream or a storage of a compound file, Microsoft's file system in a file ([MS-CFB]). */
export interface CompoundEntry {
  readonly name: string;
  readonly isStorage: boolean;
  /** Of a stream, in bytes, as the directory claims, but never more than the whole file has. */
  readonly size: number;
  /** The number of the sector its bytes begin in. */
  readonly start: number;
  /** What a storage holds, in the order of the directory. */
  readonly children: readonly CompoundEntry[];
}

export interface CompoundFile {
  readonly root: CompoundEntry;
  /** True when something led nowhere; what could be reached is there all the same. */
  readonly isDamaged: boolean;
  /** The bytes of a stream, as many as can be reached. Often a view of the file's own bytes: not to be written to. */
  read(stream: CompoundEntry): Uint8Array;
}

/** Sector numbers from here on are marks: free, end of chain, used by the file system ([MS-CFB] 2.1). */
const FIRST_MARK = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const ENTRY_SIZE = 128;
const FAT_SECTORS_IN_HEADER = 109;
/** Shorter streams lie in the root's own stream, in pieces of 64 bytes; the header must say the same ([MS-CFB] 2.2). */
const SMALL_STREAM_LIMIT = 4096;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return hasBytes(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

/** The entry at a path of names below a storage; case does not count ([MS-CFB] 2.6.4). Null when there is none. */
export function findEntry(storage: CompoundEntry, ...path: readonly string[]): CompoundEntry | null {
  let entry: CompoundEntry | undefined = storage;
  for (const name of path) {
    const wanted = name.toUpperCase();
    entry = entry.children.find((child) => child.name.toUpperCase() === wanted);
    if (entry === undefined) return null;
  }
  return entry;
}

/** Pieces of equal size, each with the number of the one that follows it. */
interface Allocation {
  readonly source: Uint8Array;
  /** The offset of piece 0. */
  readonly origin: number;
  readonly size: number;
  next(piece: number): number;
}

/** The bytes of a chain, at most `size`: a view where they lie in one run, else a copy. Shorter when the chain breaks off. */
function readChain(allocation: Allocation, start: number, size: number): Uint8Array {
  const { source, origin } = allocation;
  const runs: { readonly from: number; readonly to: number }[] = [];
  let piece = start;
  let length = 0;
  while (length < size && piece < FIRST_MARK) {
    const from = origin + piece * allocation.size;
    if (from >= source.length) break;
    let to = from;
    let expected = piece;
    // One run of pieces that follow each other; a circle ends with the wanted size like any other chain.
    while (piece === expected && length < size) {
      const taken = Math.min(allocation.size, size - length, source.length - to);
      if (taken <= 0) break;
      to += taken;
      length += taken;
      piece = allocation.next(piece);
      expected += 1;
    }
    runs.push({ from, to });
  }
  if (runs.length === 1) return source.subarray(runs[0]!.from, runs[0]!.to);
  const output = new Uint8Array(length);
  let at = 0;
  for (const { from, to } of runs) {
    output.set(source.subarray(from, to), at);
    at += to - from;
  }
  return output;
}

/** The numbers of the sectors that hold the allocation table, from the header and from the chain that continues it. */
function fatSectorsOf(bytes: Uint8Array, sectorSize: number, sectorCount: number): number[] {
  const sectors: number[] = [];
  const limit = Math.ceil((4 * sectorCount) / sectorSize);
  const add = (offset: number, count: number): void => {
    for (let i = 0; i < count && sectors.length < limit; i += 1) {
      const sector = u32(bytes, offset + 4 * i);
      if (sector < FIRST_MARK) sectors.push(sector);
    }
  };
  add(76, FAT_SECTORS_IN_HEADER);
  let continued = u32(bytes, 68);
  for (let steps = 0; continued < sectorCount && steps < sectorCount && sectors.length < limit; steps += 1) {
    const offset = (continued + 1) * sectorSize;
    add(offset, sectorSize / 4 - 1);
    continued = u32(bytes, offset + sectorSize - 4);
  }
  return sectors;
}

interface DirectoryEntry extends CompoundEntry {
  readonly children: DirectoryEntry[];
  /** Before it and after it in its storage, and the first within it, as numbers of entries. */
  readonly links: readonly [left: number, right: number, child: number];
}

/** An entry of the directory; null where there is none. */
function readEntry(directory: Uint8Array, at: number, maxSize: number): DirectoryEntry | null {
  const kind = directory[at + 66];
  if (kind !== 1 && kind !== 2 && kind !== 5) return null;
  let name = '';
  for (let i = at; i < at + Math.min(64, u16(directory, at + 64)) - 2; i += 2) name += String.fromCharCode(u16(directory, i));
  return {
    name,
    isStorage: kind !== 2,
    // The upper half of the size holds rubbish in files with sectors of 512 bytes ([MS-CFB] 2.6.1).
    size: Math.min(u32(directory, at + 120), maxSize),
    start: u32(directory, at + 116),
    children: [],
    links: [u32(directory, at + 68), u32(directory, at + 72), u32(directory, at + 76)],
  };
}

/**
 * Hangs every entry into the storage that the directory's trees put it in. Entries that no sound link reaches are hung
 * into the root, so that damage to one link does not hide a document. False when there are such.
 */
function hangEntries(entries: readonly (DirectoryEntry | null)[], root: DirectoryEntry): boolean {
  const parents: (DirectoryEntry | undefined)[] = [root];
  const open: { readonly index: number; readonly parent: DirectoryEntry }[] = [{ index: root.links[2], parent: root }];
  let isSound = true;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, parent } = next;
    if (index === NO_ENTRY) continue;
    const entry = entries[index];
    if (entry === undefined || entry === null || parents[index] !== undefined) {
      isSound = false;
      continue;
    }
    parents[index] = parent;
    const [left, right, child] = entry.links;
    open.push({ index: left, parent }, { index: right, parent });
    if (entry.isStorage) open.push({ index: child, parent: entry });
  }
  entries.forEach((entry, index) => {
    if (entry === null || index === 0) return;
    if (parents[index] === undefined) isSound = false;
    (parents[index] ?? root).children.push(entry);
  });
  return isSound;
}

/** For a file that is cut off before its directory. */
function makeRoot(): DirectoryEntry {
  return { name: '', isStorage: true, size: 0, start: NO_ENTRY, children: [], links: [NO_ENTRY, NO_ENTRY, NO_ENTRY] };
}

/** Opens bytes that `isCompoundFile` has accepted. Links that lead nowhere or in a circle cost no more than sound ones. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  // Only 512 and 4,096 are allowed ([MS-CFB] 2.2); anything else is damage, and nearly all files have 512.
  const sectorSize = u16(bytes, 30) === 12 ? 4096 : 512;
  const sectorCount = Math.floor(bytes.length / sectorSize);
  const fatSectors = fatSectorsOf(bytes, sectorSize, sectorCount);
  const sectors: Allocation = {
    source: bytes,
    origin: sectorSize,
    size: sectorSize,
    next(sector) {
      const at = 4 * sector;
      const fatSector = fatSectors[Math.floor(at / sectorSize)];
      const offset = fatSector === undefined ? bytes.length : (fatSector + 1) * sectorSize + (at % sectorSize);
      // Where the table itself was cut off: most programs write a stream in one run.
      return offset < bytes.length ? u32(bytes, offset) : sector + 1;
    },
  };

  const directory = readChain(sectors, u32(bytes, 48), bytes.length);
  const entries: (DirectoryEntry | null)[] = [];
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) entries.push(readEntry(directory, at, bytes.length));
  const root = entries[0] ?? makeRoot();
  let isDamaged = !hangEntries(entries, root) || entries.length === 0;

  const smallStreams = readChain(sectors, root.start, root.size);
  const smallTable = readChain(sectors, u32(bytes, 60), Math.min(bytes.length, u32(bytes, 64) * sectorSize));
  const smallSectors: Allocation = {
    source: smallStreams,
    origin: 0,
    size: 64,
    next: (sector) => (4 * sector < smallTable.length ? u32(smallTable, 4 * sector) : sector + 1),
  };
  // Sound streams share no bytes: what is read more often than this comes from a file made to exhaust its reader.
  let allowance = 4 * bytes.length;

  return {
    root,
    get isDamaged() {
      return isDamaged;
    },
    read(stream) {
      allowance -= stream.size;
      const isSmall = stream.size < SMALL_STREAM_LIMIT;
      const data = allowance < 0 ? new Uint8Array(0) : readChain(isSmall ? smallSectors : sectors, stream.start, stream.size);
      if (data.length < stream.size) isDamaged = true;
      return data;
    },
  };
}
