import { decodeUtf8 } from '../text/decode';
import type { Budget } from './budget';
import { uint64At } from './bytes';
import { unpackBzip2 } from './bzip2';
import { inflateRaw } from './inflate';
import type { Inflating } from './inflate';
import { uint16At, uint32At } from './little-endian';
import { unpackLzma } from './lzma';

// The zip format: PKWARE APPNOTE 6.3.10; AES entries: "AES Encryption Information" (WinZip).

/**
 * How an entry is locked. `either`: its two headers disagree about it. `iwork`: the methods iWork '09 uses for a document
 * with a password.
 */
export type ZipEncryption = 'none' | 'traditional' | 'aes' | 'strong' | 'iwork' | 'either';

export interface ZipEntry {
  readonly name: string;
  /** The name in the header beside the data, when that is another one. */
  readonly otherName: string | null;
  readonly isDirectory: boolean;
  readonly encryption: ZipEncryption;
  /** How it is packed (APPNOTE 4.4.5). -1 when the entry's own header is not where it should be. */
  readonly method: number;
  /** Where the packed data is. */
  readonly start: number;
  readonly end: number;
  /** The end of the data if its size is a lie: the next header, or the directory. */
  readonly farEnd: number;
  /** What the directory says it unpacks to; never relied on. */
  readonly declaredSize: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** By name in lower case, the first of each. */
  readonly byName: ReadonlyMap<string, ZipEntry>;
  /** True when the directory itself is encrypted: names and sizes are masked. */
  readonly isLocked: boolean;
  /** True when entries were found by their own headers because the directory is missing or damaged. */
  readonly isSalvaged: boolean;
  /** True when the archive is a part of several. */
  readonly isSplit: boolean;
  /** True when a name stands for two entries or two entries share the same bytes. */
  readonly hasOverlap: boolean;
  readonly hasDuplicates: boolean;
  /** True when there were more entries than this reads. */
  readonly hasMore: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const SPLIT_MARK = 0x08074b50;
const ARCHIVE_EXTRA_DATA = 0x08064b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65535;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const UNKNOWN_32 = 0xffffffff;

const FLAG_ENCRYPTED = 1;
const FLAG_DESCRIPTOR = 8;
const FLAG_STRONG = 0x40;
const FLAG_MASKED = 0x2000;
const EXTRA_ZIP64 = 1;
const EXTRA_AES = 0x9901;
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;
const METHOD_BZIP2 = 12;
const METHOD_LZMA = 14;
const METHOD_AES = 99;
const IWORK_METHODS = [0x636b, 0x636c];

/** The packed size of an entry whose header leaves it to what follows the data. */
const UNSTATED = -1;

/** More entries than any person sends; beyond it only this many are listed. */
const MOST_ENTRIES = 100000;

interface CentralRecord {
  readonly name: string;
  readonly nameStart: number;
  readonly nameLength: number;
  readonly flags: number;
  readonly method: number;
  readonly hasAes: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  readonly isDirectory: boolean;
}

/** Reads the directory of a zip file, or finds its entries without one. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const end = findEnd(bytes);
  // The first of several parts begins with a mark; the last names a disk other than the first. One part may do neither.
  const isSplit = end === null ? uint32At(bytes, 0) === SPLIT_MARK : end.disks > 0;
  const central = end === null ? null : readCentral(bytes, end);
  const isLocked = isDirectoryLocked(bytes, end);
  if (end !== null && central !== null && central.records.length > 0 && (central.isWhole || isLocked)) {
    const directory = finishDirectory(bytes, central.records, central.shift, central.start, {
      isLocked,
      isSplit,
      isSalvaged: false,
      hasMore: central.hasMore,
    });
    if (isLocked || directory.entries.some((entry) => entry.method !== -1)) return directory;
  }
  if (end !== null && end.count === 0 && end.size === 0 && uint32At(bytes, 0) !== LOCAL_HEADER) {
    return finishDirectory(bytes, [], 0, 0, { isLocked, isSplit, isSalvaged: false, hasMore: false });
  }
  const found = isLocked ? { records: [], hasMore: false } : findLocalHeaders(bytes);
  // A damaged directory still knows names and sizes of the entries it lists; what the headers say comes first.
  return finishDirectory(bytes, found.records, 0, bytes.length, {
    isLocked,
    isSplit,
    isSalvaged: true,
    hasMore: found.hasMore,
  });
}

interface EndRecord {
  readonly at: number;
  readonly disks: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the ZIP64 record is; -1 when there is none. */
  readonly zip64At: number;
}

function findEnd(bytes: Uint8Array): EndRecord | null {
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  let fallback = -1;
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    if (bytes[at] !== 0x50 || uint32At(bytes, at) !== END_OF_DIRECTORY) continue;
    // The record whose comment ends with the file is the real one; another may stand inside a comment.
    if (at + END_LENGTH + uint16At(bytes, at + 20) === bytes.length) return makeEnd(bytes, at);
    if (fallback === -1) fallback = at;
  }
  return fallback === -1 ? null : makeEnd(bytes, fallback);
}

function makeEnd(bytes: Uint8Array, at: number): EndRecord {
  const disk = uint16At(bytes, at + 4);
  const plain = {
    at,
    disks: disk === 0xffff ? 0 : disk,
    count: uint16At(bytes, at + 10),
    size: uint32At(bytes, at + 12),
    offset: uint32At(bytes, at + 16),
    zip64At: -1,
  };
  if (at < 20 || uint32At(bytes, at - 20) !== ZIP64_LOCATOR) return plain;
  const stated = uint64At(bytes, at - 12);
  for (const zip64At of [stated, at - 20 - 56]) {
    if (zip64At < 0 || zip64At + 56 > at || uint32At(bytes, zip64At) !== ZIP64_END) continue;
    return {
      at,
      disks: plain.disks,
      count: uint64At(bytes, zip64At + 32),
      size: uint64At(bytes, zip64At + 40),
      offset: uint64At(bytes, zip64At + 48),
      zip64At,
    };
  }
  return plain;
}

interface Central {
  readonly records: CentralRecord[];
  /** How far all offsets are off, because something stands before the archive. */
  readonly shift: number;
  readonly start: number;
  readonly isWhole: boolean;
  readonly hasMore: boolean;
}

function readCentral(bytes: Uint8Array, end: EndRecord): Central | null {
  const directoryEnd = end.zip64At === -1 ? end.at : end.zip64At;
  const shifted = directoryEnd - end.size;
  for (const start of [end.offset, shifted]) {
    if (start < 0 || start >= bytes.length || uint32At(bytes, start) !== CENTRAL_HEADER) continue;
    const records: CentralRecord[] = [];
    let at = start;
    while (at + CENTRAL_LENGTH <= end.at && uint32At(bytes, at) === CENTRAL_HEADER && records.length < MOST_ENTRIES) {
      const record = readCentralRecord(bytes, at);
      records.push(record);
      at = record.nameStart + record.nameLength + uint16At(bytes, at + 30) + uint16At(bytes, at + 32);
    }
    const hasMore = records.length === MOST_ENTRIES && uint32At(bytes, at) === CENTRAL_HEADER;
    // The count of a plain end record is modulo 65,536.
    const isCounted = records.length === end.count || records.length % 65536 === end.count % 65536;
    const reachesEnd = at >= directoryEnd || uint32At(bytes, at) === 0x05054b50;
    const shift = start - end.offset;
    return { records, shift: isShifted(bytes, records, shift) ? shift : 0, start, isWhole: hasMore || isCounted || reachesEnd, hasMore };
  }
  return null;
}

/** True when the entries' own headers are where the directory says, moved by `shift`. */
function isShifted(bytes: Uint8Array, records: readonly CentralRecord[], shift: number): boolean {
  const first = records[0];
  return shift !== 0 && first !== undefined && uint32At(bytes, first.offset + shift) === LOCAL_HEADER;
}

function readCentralRecord(bytes: Uint8Array, at: number): CentralRecord {
  const flags = uint16At(bytes, at + 8);
  const nameLength = uint16At(bytes, at + 28);
  const extraLength = uint16At(bytes, at + 30);
  const nameStart = at + CENTRAL_LENGTH;
  const extra = readExtra(bytes, nameStart + nameLength, extraLength, {
    size: uint32At(bytes, at + 24),
    packedSize: uint32At(bytes, at + 20),
    offset: uint32At(bytes, at + 42),
  });
  const name = decodeName(bytes, nameStart, nameLength, flags);
  return {
    name,
    nameStart,
    nameLength,
    flags,
    method: uint16At(bytes, at + 10),
    hasAes: extra.hasAes,
    packedSize: extra.packedSize,
    size: extra.size,
    offset: extra.offset,
    isDirectory: isDirectoryName(name) || (extra.size === 0 && extra.packedSize === 0 && (uint32At(bytes, at + 38) & 0x10) !== 0),
  };
}

interface Sizes {
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** The extra field: ZIP64 sizes in place of those that do not fit, and the mark of an AES entry. */
function readExtra(bytes: Uint8Array, start: number, length: number, sizes: Sizes): Sizes & { hasAes: boolean } {
  let { size, packedSize, offset } = sizes;
  let hasAes = false;
  const end = Math.min(bytes.length, start + length);
  for (let at = start; at + 4 <= end; ) {
    const id = uint16At(bytes, at);
    const dataEnd = at + 4 + uint16At(bytes, at + 2);
    if (id === EXTRA_AES) hasAes = true;
    if (id === EXTRA_ZIP64) {
      let field = at + 4;
      const takes = (value: number): boolean => value === UNKNOWN_32 && field + 8 <= Math.min(dataEnd, end);
      if (takes(size)) {
        size = uint64At(bytes, field);
        field += 8;
      }
      if (takes(packedSize)) {
        packedSize = uint64At(bytes, field);
        field += 8;
      }
      if (takes(offset)) offset = uint64At(bytes, field);
    }
    at = dataEnd;
  }
  return { size, packedSize, offset, hasAes };
}

function isDirectoryName(name: string): boolean {
  return name.charAt(name.length - 1) === '/' || name.charAt(name.length - 1) === '\\';
}

/** Names are UTF-8 when the entry says so or they read as such; else the code page of old DOS, of which ASCII is what matters. */
function decodeName(bytes: Uint8Array, start: number, length: number, flags: number): string {
  const end = Math.min(bytes.length, start + length);
  const name = decodeUtf8(bytes, start, end);
  if ((flags & 0x800) !== 0 || name.indexOf('\ufffd') === -1) return name;
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at]!);
  return text;
}

/**
 * The directory itself is encrypted (APPNOTE 7.3) when the first entry masks its sizes and no plain directory is there:
 * its own end record stays readable.
 */
function isDirectoryLocked(bytes: Uint8Array, end: EndRecord | null): boolean {
  const first = uint32At(bytes, 0) === SPLIT_MARK ? 4 : 0;
  const flags = uint16At(bytes, first + 6);
  const isMasked = uint32At(bytes, first) === LOCAL_HEADER && (flags & FLAG_MASKED) !== 0 && (flags & FLAG_ENCRYPTED) !== 0;
  if (isMasked) return true;
  if (end === null) return false;
  if (end.zip64At !== -1 && uint64At(bytes, end.zip64At + 4) > 44 && (uint16At(bytes, end.zip64At + 14) & 0xff) >= 62) return true;
  return end.offset < bytes.length && uint32At(bytes, end.offset) === ARCHIVE_EXTRA_DATA && (flags & FLAG_ENCRYPTED) !== 0;
}

interface Traits {
  readonly isLocked: boolean;
  readonly isSplit: boolean;
  readonly isSalvaged: boolean;
  readonly hasMore: boolean;
}

/** Compares each record with the entry's own header and finds where its data is. */
function finishDirectory(
  bytes: Uint8Array,
  records: readonly CentralRecord[],
  shift: number,
  dataEnd: number,
  traits: Traits,
): ZipDirectory {
  const starts = records.map((record) => record.offset + shift).sort((one, other) => one - other);
  let hasOverlap = false;
  for (let index = 1; index < starts.length; index += 1) if (starts[index] === starts[index - 1]) hasOverlap = true;
  const nextStart = nextAfter(starts, dataEnd);
  const entries: ZipEntry[] = [];
  const byName = new Map<string, ZipEntry>();
  let hasDuplicates = false;
  for (const record of records) {
    const entry = makeEntry(bytes, record, record.offset + shift, nextStart);
    if (entry.end > entry.farEnd && !entry.isDirectory) hasOverlap = true;
    entries.push(entry);
    const key = entry.name.toLowerCase();
    if (byName.has(key)) hasDuplicates = true;
    else byName.set(key, entry);
  }
  return { entries, byName, hasOverlap, hasDuplicates, ...traits };
}

/** For any header, where the next one begins: by binary search in the sorted starts. */
function nextAfter(starts: readonly number[], dataEnd: number): (start: number) => number {
  return (start) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    const next = starts[low];
    return next !== undefined && (next < dataEnd || start >= dataEnd) ? next : Math.max(dataEnd, start);
  };
}

function makeEntry(bytes: Uint8Array, record: CentralRecord, at: number, nextStart: (start: number) => number): ZipEntry {
  const hasHeader = at >= 0 && at + LOCAL_LENGTH <= bytes.length && uint32At(bytes, at) === LOCAL_HEADER;
  const shared = { name: record.name, isDirectory: record.isDirectory, declaredSize: record.size };
  if (!hasHeader) {
    return { ...shared, otherName: null, encryption: lockOf(record.flags, record.method, record.hasAes), method: -1, start: 0, end: 0, farEnd: 0 };
  }
  const flags = uint16At(bytes, at + 6);
  const method = uint16At(bytes, at + 8);
  const nameLength = uint16At(bytes, at + 26);
  const extraLength = uint16At(bytes, at + 28);
  const start = Math.min(bytes.length, at + LOCAL_LENGTH + nameLength + extraLength);
  const farEnd = Math.min(bytes.length, Math.max(start, nextStart(at)));
  const local = readExtra(bytes, at + LOCAL_LENGTH + nameLength, extraLength, { size: 0, packedSize: 0, offset: 0 });
  const inDirectory = lockOf(record.flags, record.method, record.hasAes);
  const inHeader = lockOf(flags, method, local.hasAes);
  const isDisputed = (inDirectory === 'none') !== (inHeader === 'none');
  return {
    ...shared,
    otherName: isSameName(bytes, record, at + LOCAL_LENGTH, nameLength) ? null : decodeName(bytes, at + LOCAL_LENGTH, nameLength, flags),
    encryption: isDisputed ? 'either' : inDirectory,
    method: record.method,
    start,
    end: record.packedSize === UNSTATED ? farEnd : Math.min(bytes.length, start + record.packedSize),
    farEnd,
  };
}

function isSameName(bytes: Uint8Array, record: CentralRecord, start: number, length: number): boolean {
  if (record.nameLength !== length) return false;
  for (let index = 0; index < length; index += 1) {
    if (bytes[record.nameStart + index] !== bytes[start + index]) return false;
  }
  return true;
}

function lockOf(flags: number, method: number, hasAes: boolean): ZipEncryption {
  if (IWORK_METHODS.indexOf(method) !== -1) return 'iwork';
  if ((flags & FLAG_ENCRYPTED) === 0) return 'none';
  if ((flags & FLAG_STRONG) !== 0) return 'strong';
  return method === METHOD_AES || hasAes ? 'aes' : 'traditional';
}

/** Entries by their own headers, for an archive whose directory is gone: only headers that make sense are taken. */
function findLocalHeaders(bytes: Uint8Array): { records: CentralRecord[]; hasMore: boolean } {
  const records: CentralRecord[] = [];
  for (let at = 0; at + LOCAL_LENGTH <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || uint32At(bytes, at) !== LOCAL_HEADER) continue;
    const nameLength = uint16At(bytes, at + 26);
    const extraLength = uint16At(bytes, at + 28);
    const nameStart = at + LOCAL_LENGTH;
    if (nameStart + nameLength > bytes.length || nameLength === 0) continue;
    if (records.length === MOST_ENTRIES) return { records, hasMore: true };
    const flags = uint16At(bytes, at + 6);
    const extra = readExtra(bytes, nameStart + nameLength, extraLength, {
      size: uint32At(bytes, at + 22),
      packedSize: uint32At(bytes, at + 18),
      offset: at,
    });
    const name = decodeName(bytes, nameStart, nameLength, flags);
    const isStreamed = (flags & FLAG_DESCRIPTOR) !== 0 && extra.packedSize === 0;
    records.push({
      name,
      nameStart,
      nameLength,
      flags,
      method: uint16At(bytes, at + 8),
      hasAes: extra.hasAes,
      packedSize: isStreamed ? UNSTATED : extra.packedSize,
      size: extra.size,
      offset: at,
      isDirectory: isDirectoryName(name),
    });
    const dataEnd = nameStart + nameLength + extraLength + (isStreamed ? 0 : extra.packedSize);
    // A size that points at another header is to be trusted, so that a zip stored inside is not taken for entries of this one.
    if (!isStreamed && dataEnd < bytes.length && uint16At(bytes, dataEnd) === 0x4b50) at = dataEnd - 1;
    else at = nameStart + nameLength - 1;
  }
  return { records, hasMore: false };
}

/**
 * Unpacks an entry that is not encrypted. Ends where its data ends, not where a header says; a size that is too small is
 * not believed.
 */
export function* unpackEntry(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Inflating {
  const farEnd = Math.max(entry.end, entry.farEnd);
  switch (entry.method) {
    case METHOD_STORED: {
      const end = Math.min(entry.end, bytes.length);
      const room = budget.remainingBytes;
      if (budget.unpack(end - entry.start)) return { data: bytes.subarray(entry.start, end), ended: 'complete', next: end };
      budget.unpack(room);
      return { data: bytes.subarray(entry.start, entry.start + room), ended: 'limit', next: entry.start + room };
    }
    case METHOD_DEFLATED:
      return yield* inflateRaw(bytes, entry.start, farEnd, budget, entry.declaredSize);
    case METHOD_BZIP2:
      return yield* unpackBzip2(bytes, entry.start, farEnd, budget);
    case METHOD_LZMA: {
      // APPNOTE 5.8.8: version (2 bytes), length of the properties (2), the properties.
      const data = entry.start + 4 + uint16At(bytes, entry.start + 2);
      return yield* unpackLzma(bytes, data, farEnd, bytes[entry.start + 4] ?? 0, entry.declaredSize, budget);
    }
    default:
      return { data: new Uint8Array(0), ended: 'corrupt', next: entry.start };
  }
}

/** True when the data of such an entry can be unpacked here. */
export function isMethodKnown(entry: ZipEntry): boolean {
  return [METHOD_STORED, METHOD_DEFLATED, METHOD_BZIP2, METHOD_LZMA].indexOf(entry.method) !== -1;
}
