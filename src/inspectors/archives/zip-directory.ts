import { countBefore, u16, u32, uint64At } from '../bytes';
import { MOST_ENTRIES, UNSTATED, findLocalHeaders, readZipRecord } from './zip-records';
import type { ZipRecord } from './zip-records';

// The zip format: PKWARE APPNOTE 6.3.10; AES entries: "AES Encryption Information" (WinZip).

/**
 * How an entry is locked. `either`: its two headers disagree about it. `iwork`: the methods iWork '09 uses for a document
 * with a password.
 */
export type ZipEncryption = 'none' | 'traditional' | 'aes' | 'strong' | 'iwork' | 'either';

export interface ZipEntry {
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
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
  /** True when a name stands for two entries. */
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
const END_LENGTH = 22;
const LONGEST_COMMENT = 65535;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;

const FLAG_ENCRYPTED = 1;
const FLAG_STRONG = 0x40;
const FLAG_MASKED = 0x2000;
const METHOD_AES = 99;
const IWORK_METHODS = [0x636b, 0x636c];

/** Reads the directory of a zip file, or finds its entries without one. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const end = findEnd(bytes);
  // The first of several parts begins with a mark; the last names a disk other than the first. One part may do neither.
  const isSplit = end === null ? u32(bytes, 0) === SPLIT_MARK : end.disks > 0;
  const central = end === null ? null : readCentral(bytes, end);
  const isLocked = isDirectoryLocked(bytes);
  if (end !== null && central !== null && central.records.length > 0 && (central.isWhole || isLocked)) {
    const directory = finishDirectory(bytes, central.records, central.shift, central.start, {
      isLocked,
      isSplit,
      isSalvaged: false,
      hasMore: central.hasMore,
    });
    if (isLocked || directory.entries.some((entry) => entry.method !== -1)) return directory;
  }
  if (end !== null && end.count === 0 && end.size === 0 && u32(bytes, 0) !== LOCAL_HEADER) {
    return finishDirectory(bytes, [], 0, 0, { isLocked, isSplit, isSalvaged: false, hasMore: false });
  }
  const found = isLocked ? { records: [], hasMore: false } : findLocalHeaders(bytes);
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
    if (bytes[at] !== 0x50 || u32(bytes, at) !== END_OF_DIRECTORY) continue;
    // The record whose comment ends with the file is the real one; another may stand inside a comment.
    if (at + END_LENGTH + u16(bytes, at + 20) === bytes.length) return makeEnd(bytes, at);
    if (fallback === -1) fallback = at;
  }
  return fallback === -1 ? null : makeEnd(bytes, fallback);
}

function makeEnd(bytes: Uint8Array, at: number): EndRecord {
  const disk = u16(bytes, at + 4);
  const plain = {
    at,
    disks: disk === 0xffff ? 0 : disk,
    count: u16(bytes, at + 10),
    size: u32(bytes, at + 12),
    offset: u32(bytes, at + 16),
    zip64At: -1,
  };
  if (at < 20 || u32(bytes, at - 20) !== ZIP64_LOCATOR) return plain;
  const stated = uint64At(bytes, at - 12);
  for (const zip64At of [stated, at - 20 - 56]) {
    if (zip64At < 0 || zip64At + 56 > at || u32(bytes, zip64At) !== ZIP64_END) continue;
    return {
      ...plain,
      count: uint64At(bytes, zip64At + 32),
      size: uint64At(bytes, zip64At + 40),
      offset: uint64At(bytes, zip64At + 48),
      zip64At,
    };
  }
  return plain;
}

interface Central {
  readonly records: ZipRecord[];
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
    if (start < 0 || start >= bytes.length || u32(bytes, start) !== CENTRAL_HEADER) continue;
    const records: ZipRecord[] = [];
    let at = start;
    while (at + CENTRAL_LENGTH <= end.at && u32(bytes, at) === CENTRAL_HEADER && records.length < MOST_ENTRIES) {
      const record = readZipRecord(bytes, at);
      records.push(record);
      at = record.end + u16(bytes, at + 32);
    }
    const hasMore = records.length === MOST_ENTRIES && u32(bytes, at) === CENTRAL_HEADER;
    // The count of a plain end record is modulo 65,536.
    const isCounted = records.length === end.count || records.length % 65536 === end.count % 65536;
    const reachesEnd = at >= directoryEnd || u32(bytes, at) === 0x05054b50;
    const shift = start - end.offset;
    return {
      records,
      shift: isShifted(bytes, records, shift) ? shift : 0,
      start,
      isWhole: hasMore || isCounted || reachesEnd,
      hasMore,
    };
  }
  return null;
}

/** True when the entries' own headers are where the directory says, moved by `shift`. */
function isShifted(bytes: Uint8Array, records: readonly ZipRecord[], shift: number): boolean {
  const first = records[0];
  return shift !== 0 && first !== undefined && u32(bytes, first.offset + shift) === LOCAL_HEADER;
}

/** The directory itself is encrypted (APPNOTE 7.3) when the first entry masks its sizes. */
function isDirectoryLocked(bytes: Uint8Array): boolean {
  const first = u32(bytes, 0) === SPLIT_MARK ? 4 : 0;
  const flags = u16(bytes, first + 6);
  return u32(bytes, first) === LOCAL_HEADER && (flags & FLAG_MASKED) !== 0 && (flags & FLAG_ENCRYPTED) !== 0;
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
  records: readonly ZipRecord[],
  shift: number,
  dataEnd: number,
  traits: Traits,
): ZipDirectory {
  const starts = records.map((record) => record.offset + shift).sort((one, other) => one - other);
  const nextStart = nextAfter(starts, dataEnd);
  const entries: ZipEntry[] = [];
  const byName = new Map<string, ZipEntry>();
  let hasDuplicates = false;
  for (const record of records) {
    const entry = makeEntry(bytes, record, record.offset + shift, nextStart);
    entries.push(entry);
    if (byName.has(entry.key)) hasDuplicates = true;
    else byName.set(entry.key, entry);
  }
  return { entries, byName, hasDuplicates, ...traits };
}

/** For any header, where the next one begins: by binary search in the sorted starts. */
function nextAfter(starts: readonly number[], dataEnd: number): (start: number) => number {
  return (start) => {
    const next = starts[countBefore(starts.length, (index) => starts[index]! <= start)];
    return next !== undefined && (next < dataEnd || start >= dataEnd) ? next : Math.max(dataEnd, start);
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function makeEntry(bytes: Uint8Array, record: ZipRecord, at: number, nextStart: (start: number) => number): ZipEntry {
  const hasHeader = at >= 0 && at + LOCAL_LENGTH <= bytes.length && u32(bytes, at) === LOCAL_HEADER;
  const inDirectory = lockOf(record);
  const entry: Mutable<ZipEntry> = {
    name: record.name,
    key: record.name.toLowerCase(),
    otherName: null,
    isDirectory: record.isDirectory,
    encryption: inDirectory,
    method: -1,
    start: 0,
    end: 0,
    farEnd: 0,
    declaredSize: record.size,
  };
  if (!hasHeader) return entry;
  const own = readZipRecord(bytes, at, true, record.name);
  if ((inDirectory === 'none') !== (lockOf(own) === 'none')) entry.encryption = 'either';
  if (own.name !== record.name) entry.otherName = own.name;
  entry.method = record.method;
  entry.start = Math.min(bytes.length, own.end);
  entry.farEnd = Math.min(bytes.length, Math.max(entry.start, nextStart(at)));
  entry.end = record.packedSize === UNSTATED ? entry.farEnd : Math.min(bytes.length, entry.start + record.packedSize);
  return entry;
}

function lockOf({ flags, method, hasAes }: ZipRecord): ZipEncryption {
  if (IWORK_METHODS.indexOf(method) !== -1) return 'iwork';
  if ((flags & FLAG_ENCRYPTED) === 0) return 'none';
  if ((flags & FLAG_STRONG) !== 0) return 'strong';
  return method === METHOD_AES || hasAes ? 'aes' : 'traditional';
}
