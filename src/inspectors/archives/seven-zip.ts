import type { Budget } from '../budget';
import { crc32, findBytes, hasBytes, u32, uint64At } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { makeDecoder } from './lzma';
import { collectMembers } from '../members';
import { isEncrypted, LZMA, readDatabase, readPackedHeader } from './seven-zip-header';
import type { Database, Streams } from './seven-zip-header';
import { DAMAGED, NOT_JUDGED, PACKED } from '../sentences';
import { locked, unread, untold } from '../unread';

// 7zFormat.txt and Methods.txt of the LZMA SDK (public domain).
const SIGNATURE = '7z\xbc\xaf\x27\x1c';
const HEADER_START = 32;
const LONGEST_PROGRAM = 1 << 20;
const NOTHING = new Uint8Array(0);
const PLAIN_HEADER = 1;
const ENCODED_HEADER = 23;
/** A packed header may unpack to another packed one; nobody's does more than once. */
const MOST_HEADERS = 4;
/** A list of files longer than this is of more files than anyone sends. */
const LONGEST_HEADER = 8 << 20;

type Opened = { readonly database: Database } | 'encrypted' | 'unreadable';

/** What a send unpacks of a header in one go: the list of some ten thousand files. */
const LONGEST_AT_A_SEND = 1 << 20;

/** A packed header; null when it is packed in a way that is not read here. 7-Zip packs headers with LZMA. */
function* unpackHeader(bytes: Uint8Array, streams: Streams, budget: Budget): Generator<void, { readonly data: Uint8Array } | null, void> {
  if (budget.readers !== null) return yield* budget.readers.sevenZipFolder(bytes, streams, 0, budget);
  const { coders, size } = streams.folders[0]!;
  const [packed] = streams.packed;
  const [coder] = coders;
  const decoder = makeDecoder(bytes);
  const isPlain = packed !== undefined && coder !== undefined && coders.length === 1 && coder.method === LZMA && decoder.setProperties(coder.properties[0] ?? 255);
  if (!isPlain || size > LONGEST_AT_A_SEND || !budget.unpack(size)) return null;
  decoder.resetState();
  decoder.begin(packed.start, Math.min(packed.start + packed.size, bytes.length));
  decoder.decode(size);
  return { data: decoder.output(size) };
}

function* openHeader(bytes: Uint8Array, context: InspectionContext): Generator<void, Opened, void> {
  const start = HEADER_START + uint64At(bytes, 12);
  const size = uint64At(bytes, 20);
  if (size === 0 && bytes.length === HEADER_START) return { database: { streams: null, files: [] } };
  if (start + size > bytes.length) return 'unreadable';
  let header = bytes.subarray(start, start + size);
  if (size > LONGEST_HEADER || crc32(header) !== u32(bytes, 28)) return 'unreadable';
  for (let i = 0; i < MOST_HEADERS; i += 1) {
    if (header[0] === PLAIN_HEADER) {
      const database = readDatabase(header);
      // A header that lists nothing is a damaged one: an empty archive has none at all.
      return database === null || (database.files.length === 0 && database.streams === null) ? 'unreadable' : { database };
    }
    if (header[0] !== ENCODED_HEADER) return 'unreadable';
    const streams = readPackedHeader(header);
    const folder = streams?.folders[0];
    if (streams === null || folder === undefined) return 'unreadable';
    if (isEncrypted(folder)) return 'encrypted';
    const unpacked = yield* unpackHeader(bytes, streams, context.budget);
    if (unpacked === null || unpacked.data.length < folder.size || folder.size > LONGEST_HEADER) return 'unreadable';
    if (folder.checksum !== null && folder.checksum !== crc32(unpacked.data)) return 'unreadable';
    header = unpacked.data;
  }
  return 'unreadable';
}

/** Where the archive starts: at the very start, or behind the code of a program that unpacks itself. */
function startOf(bytes: Uint8Array): number {
  const at = hasBytes(bytes, 'MZ') ? findBytes(bytes, SIGNATURE, 0, LONGEST_PROGRAM) : hasBytes(bytes, SIGNATURE) ? 0 : -1;
  // The version follows: 0, and a minor one that has been 2 to 4.
  return at + HEADER_START <= bytes.length && bytes[at + 6] === 0 && bytes[at + 7]! < 16 ? at : -1;
}

function* inspect(file: Uint8Array, context: InspectionContext): Inspecting {
  const bytes = file.subarray(startOf(file));
  const opened = yield* openHeader(bytes, context);
  if (opened === 'encrypted') return locked('7z');
  if (opened === 'unreadable') return context.budget.readers === null ? unread('7z', 'unknown', NOT_JUDGED, context.leaveToPane()) : untold('7z');
  const members = collectMembers(context);
  const { streams, files } = opened.database;
  let next = 0;
  const folders = streams === null ? [] : streams.folders;
  for (let index = 0; index < folders.length; index += 1) {
    const folder = folders[index]!;
    const isLocked = isEncrypted(folder);
    let unpacked: { readonly data: Uint8Array; readonly reason: string | null } | null = null;
    let offset = 0;
    for (const size of folder.fileSizes) {
      while (next < files.length && !files[next]!.hasStream) members.name(files[next++]!.name);
      const name = next < files.length ? files[next++]!.name : `file ${next}`;
      if (isLocked) {
        members.addProtected(name);
        continue;
      }
      if (unpacked === null) {
        const { readers } = context.budget;
        const reason = readers === null ? context.leaveToPane() : PACKED;
        unpacked = (readers === null ? null : yield* readers.sevenZipFolder(bytes, streams!, index, context.budget)) ?? { data: NOTHING, reason };
      }
      const end = offset + size;
      if (end <= unpacked.data.length) yield* members.add(name, unpacked.data.subarray(offset, end));
      else if (offset < unpacked.data.length) {
        yield* members.add(name, unpacked.data.subarray(offset));
        members.miss(unpacked.reason ?? '');
      } else members.addUnread(name, unpacked.reason ?? DAMAGED);
      offset = end;
    }
  }
  while (next < files.length) members.name(files[next++]!.name);
  return members.finish('7z');
}

export const sevenZip: Inspector = {
  sniff: (bytes) => startOf(bytes) >= 0,
  inspect,
};
