import { decodeUtf8 } from '../../text/decode';
import { hasBytes, latin1, u16, u32, uint64At } from '../bytes';

// The records of a zip file: PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.12.

const LOCAL_HEADER = 0x04034b50;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;
const UNKNOWN_32 = 0xffffffff;
const FLAG_DESCRIPTOR = 8;
const FLAG_UTF8 = 0x800;
const EXTRA_ZIP64 = 1;
const EXTRA_AES = 0x9901;
const DOS_DIRECTORY = 0x10;

/** The packed size of an entry whose header leaves it to what follows the data. */
export const UNSTATED = -1;

/** More entries than any person sends; beyond it only this many are listed. */
export const MOST_ENTRIES = 100000;

/** What is said of an entry, in the directory or in its own header. */
export interface ZipRecord {
  readonly name: string;
  /** Where its name and extra field end. */
  readonly end: number;
  readonly flags: number;
  readonly method: number;
  hasAes: boolean;
  packedSize: number;
  size: number;
  offset: number;
  isDirectory: boolean;
}

/**
 * Reads the record at `at`: of the directory, or an entry's own, which has the same numbers two bytes earlier. `usual` is the
 * name it most likely has.
 */
export function readZipRecord(bytes: Uint8Array, at: number, isOwn = false, usual = ''): ZipRecord {
  const base = isOwn ? at : at + 2;
  const flags = u16(bytes, base + 6);
  const nameLength = u16(bytes, base + 26);
  const extraLength = u16(bytes, base + 28);
  const nameStart = at + (isOwn ? LOCAL_LENGTH : CENTRAL_LENGTH);
  const isUsual = nameLength === usual.length && hasBytes(bytes, usual, nameStart);
  const name = isUsual ? usual : decodeName(bytes, nameStart, nameLength, flags);
  const record = {
    name,
    end: nameStart + nameLength + extraLength,
    flags,
    method: u16(bytes, base + 8),
    hasAes: false,
    packedSize: u32(bytes, base + 18),
    size: u32(bytes, base + 22),
    offset: isOwn ? at : u32(bytes, at + 42),
    isDirectory: /[/\\\\]$/.test(name),
  };
  readExtra(bytes, nameStart + nameLength, record);
  if (!isOwn && record.size === 0 && record.packedSize === 0 && (u32(bytes, at + 38) & DOS_DIRECTORY) !== 0) record.isDirectory = true;
  return record;
}

/** Puts into `record` what the extra field says: ZIP64 sizes in place of those that do not fit, and the mark of an AES entry. */
function readExtra(bytes: Uint8Array, start: number, record: ZipRecord): void {
  const end = Math.min(bytes.length, record.end);
  for (let at = start; at + 4 <= end;) {
    const id = u16(bytes, at);
    const dataEnd = at + 4 + u16(bytes, at + 2);
    if (id === EXTRA_AES) record.hasAes = true;
    if (id === EXTRA_ZIP64) {
      let field = at + 4;
      const takes = (value: number): boolean => value === UNKNOWN_32 && field + 8 <= Math.min(dataEnd, end);
      if (takes(record.size)) {
        record.size = uint64At(bytes, field);
        field += 8;
      }
      if (takes(record.packedSize)) {
        record.packedSize = uint64At(bytes, field);
        field += 8;
      }
      if (takes(record.offset)) record.offset = uint64At(bytes, field);
    }
    at = dataEnd;
  }
}

/** Names are UTF-8 when the entry says so or they read as such; else the code page of old DOS, of which ASCII is what matters. */
function decodeName(bytes: Uint8Array, start: number, length: number, flags: number): string {
  const end = Math.min(bytes.length, start + length);
  let at = start;
  while (at < end && bytes[at]! < 0x80) at += 1;
  if (at < end) {
    const name = decodeUtf8(bytes, start, end);
    if ((flags & FLAG_UTF8) !== 0 || name.indexOf('\ufffd') === -1) return name;
  }
  return latin1(bytes, start, end);
}

/** Entries by their own headers, for an archive whose directory is gone: only headers that make sense are taken. */
export function findLocalHeaders(bytes: Uint8Array): { records: ZipRecord[]; hasMore: boolean } {
  const records: ZipRecord[] = [];
  for (let at = 0; at + LOCAL_LENGTH <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || u32(bytes, at) !== LOCAL_HEADER) continue;
    const nameEnd = at + LOCAL_LENGTH + u16(bytes, at + 26);
    if (nameEnd > bytes.length || nameEnd === at + LOCAL_LENGTH) continue;
    if (records.length === MOST_ENTRIES) return { records, hasMore: true };
    const record = readZipRecord(bytes, at, true);
    records.push(record);
    const dataEnd = record.end + record.packedSize;
    const isStreamed = (record.flags & FLAG_DESCRIPTOR) !== 0 && record.packedSize === 0;
    if (isStreamed) record.packedSize = UNSTATED;
    // A size that points at another header is to be trusted, so that a zip stored inside is not taken for entries of this one.
    if (!isStreamed && dataEnd < bytes.length && u16(bytes, dataEnd) === 0x4b50) at = dataEnd - 1;
    else at = nameEnd - 1;
  }
  return { records, hasMore: false };
}
