import { decodeUtf16 } from '../../text/decode';
import { u32 } from '../bytes';

// The database at the end of a 7z file (7zFormat.txt). Every count is held against the bytes that are left, so that no list is longer than the
// header that declares it.

export interface Coder {
  /** The method's id in hexadecimal, such as `030101`. */
  readonly method: string;
  readonly properties: Uint8Array;
  readonly inputs: number;
  readonly outputs: number;
}

/** One stream of packed data, with the chain of coders that unpacks it. */
export interface Folder {
  readonly coders: readonly Coder[];
  /** Pairs of a coder's input and the output that feeds it. */
  readonly bonds: readonly { readonly input: number; readonly output: number }[];
  /** Inputs that are fed from the file itself. */
  readonly packedInputs: readonly number[];
  /** Which of the packed streams comes first. */
  readonly firstPacked: number;
  /** The declared sizes of all outputs. */
  readonly sizes: readonly number[];
  /** The declared size of what comes out at last. */
  readonly size: number;
  /** The CRC-32 of what comes out; null when it is not told here. */
  readonly checksum: number | null;
  /** The declared sizes of the files in it, in order. */
  readonly fileSizes: readonly number[];
}

export interface Streams {
  readonly packed: readonly { readonly start: number; readonly size: number }[];
  readonly folders: readonly Folder[];
}

export interface Database {
  readonly streams: Streams | null;
  /** `hasStream` is false for folders and empty files. */
  readonly files: readonly { readonly name: string; readonly hasStream: boolean }[];
}

const SIGNATURE_SIZE = 32;
const AES = '06f10701';
export const LZMA = '030101';

const END = 0;
const MAIN_STREAMS = 4;
const FILES = 5;
const PACK_INFO = 6;
const UNPACK_INFO = 7;
const SUBSTREAMS = 8;
const SIZE = 9;
const CRC = 10;
const FOLDER = 11;
const CODER_SIZES = 12;
const STREAMS_PER_FOLDER = 13;
const EMPTY_STREAM = 14;
const NAMES = 17;

/** 7-Zip itself refuses more of a folder's coders and of their streams (7zIn.cpp). */
const MOST_STREAMS = 32;

/** True when a reader needs a password for the folder's files. */
export function isEncrypted(folder: Folder): boolean {
  return folder.coders.some((coder) => coder.method === AES);
}

/** More folders or files than any archive sent by mail. */
const MOST_ITEMS = 100_000;

/** Reads until something makes no sense; from then on there are only zeros, each of which ends a list. */
interface HeaderReader {
  byte(): number;
  number(): number;
  /** A number of things, each of which takes a byte or more. */
  count(): number;
  take(length: number): Uint8Array;
  giveUp(): void;
  isDamaged(): boolean;
}

function makeReader(bytes: Uint8Array): HeaderReader {
  let at = 0;
  let isDamaged = false;
  const giveUp = (): void => {
    isDamaged = true;
    at = bytes.length;
  };
  const byte = (): number => {
    if (at >= bytes.length) giveUp();
    return isDamaged ? 0 : bytes[at++]!;
  };
  const number = (): number => {
    const first = byte();
    let value = 0;
    let scale = 1;
    for (let mask = 0x80; mask > 0; mask >>= 1) {
      if ((first & mask) === 0) return isDamaged ? 0 : value + (first & (mask - 1)) * scale;
      value += byte() * scale;
      scale *= 256;
    }
    return isDamaged ? 0 : value;
  };
  return {
    byte,
    number,
    count() {
      const count = number();
      if (count > Math.min(bytes.length - at, MOST_ITEMS)) giveUp();
      return isDamaged ? 0 : count;
    },
    take(length) {
      if (length > bytes.length - at) giveUp();
      if (isDamaged) return new Uint8Array(0);
      at += length;
      return bytes.subarray(at - length, at);
    },
    giveUp,
    isDamaged: () => isDamaged,
  };
}

function readBits(reader: HeaderReader, count: number): boolean[] {
  const bytes = reader.take(Math.ceil(count / 8));
  const bits: boolean[] = [];
  for (let i = 0; i < count; i += 1) bits.push((bytes[i >> 3]! & (0x80 >> (i & 7))) !== 0);
  return bits;
}

/** The CRC-32 of each of `count` streams; null for those that come without. */
function readChecksums(reader: HeaderReader, count: number): (number | null)[] {
  const isEach = reader.byte() !== 0;
  const defined = isEach ? Array.from({ length: count }, () => true) : readBits(reader, count);
  return defined.map((isDefined) => (isDefined ? u32(reader.take(4), 0) : null));
}

type BareFolder = Pick<Folder, 'coders' | 'bonds' | 'packedInputs'>;

function readFolder(reader: HeaderReader): BareFolder {
  const coderCount = Math.min(reader.number(), MOST_STREAMS + 1);
  const coders: Coder[] = [];
  let inputCount = 0;
  let outputCount = 0;
  for (let i = 0; i < coderCount; i += 1) {
    const flags = reader.byte();
    let method = '';
    reader.take(flags & 15).forEach((byte) => (method += (byte < 16 ? '0' : '') + byte.toString(16)));
    const isComplex = (flags & 16) !== 0;
    const inputs = isComplex ? reader.number() : 1;
    const outputs = isComplex ? reader.number() : 1;
    const properties = (flags & 32) !== 0 ? reader.take(reader.number()) : new Uint8Array(0);
    coders.push({ method, properties, inputs, outputs });
    inputCount += inputs;
    outputCount += outputs;
    if (inputCount > MOST_STREAMS || outputCount > MOST_STREAMS) {
      reader.giveUp();
      return { coders: [], bonds: [], packedInputs: [] };
    }
  }
  if (outputCount === 0) reader.giveUp();
  const bonds: { input: number; output: number }[] = [];
  for (let i = 1; i < outputCount; i += 1) bonds.push({ input: reader.number(), output: reader.number() });
  const packedCount = inputCount - bonds.length;
  const packedInputs: number[] = [];
  if (packedCount === 1) {
    for (let input = 0; input < inputCount; input += 1) if (bonds.every((bond) => bond.input !== input)) packedInputs.push(input);
  } else {
    for (let i = 0; i < packedCount; i += 1) packedInputs.push(reader.number());
  }
  return { coders, bonds, packedInputs };
}

function readPackedStreams(reader: HeaderReader): { start: number; size: number }[] {
  const packed: { start: number; size: number }[] = [];
  let start = SIGNATURE_SIZE + reader.number();
  const count = reader.count();
  for (let part = reader.number(); part !== END; part = reader.number()) {
    if (part === CRC) readChecksums(reader, count);
    else if (part !== SIZE) reader.giveUp();
    else {
      for (let i = 0; i < count; i += 1) {
        const size = reader.number();
        packed.push({ start, size });
        start += size;
      }
    }
  }
  return packed;
}

interface FolderList {
  readonly folders: readonly Folder[];
  /** Of each folder, if it has one of its own, which then is not repeated for its only file. */
  readonly checksums: readonly (number | null)[];
}

function readFolders(reader: HeaderReader): FolderList {
  if (reader.number() !== FOLDER) reader.giveUp();
  const count = reader.count();
  // An external list, kept in another packed stream, is never written by anyone.
  if (reader.byte() !== 0) reader.giveUp();
  const bare: BareFolder[] = [];
  for (let i = 0; i < count; i += 1) bare.push(readFolder(reader));
  let folders: Folder[] = [];
  let checksums: (number | null)[] = [];
  let firstPacked = 0;
  for (let part = reader.number(); part !== END; part = reader.number()) {
    if (part === CRC) checksums = readChecksums(reader, count);
    else if (part !== CODER_SIZES) reader.giveUp();
    else {
      folders = bare.map((folder) => {
        const outputs = folder.coders.reduce((sum, coder) => sum + coder.outputs, 0);
        const sizes: number[] = [];
        for (let i = 0; i < outputs; i += 1) sizes.push(reader.number());
        const size = sizes[sizes.findIndex((_, output) => folder.bonds.every((bond) => bond.output !== output))] ?? 0;
        const first = firstPacked;
        firstPacked += folder.packedInputs.length;
        return { ...folder, sizes, size, firstPacked: first, checksum: null, fileSizes: [size] };
      });
    }
  }
  return { folders: folders.map((folder, index) => ({ ...folder, checksum: checksums[index] ?? null })), checksums };
}

function readSubstreams(reader: HeaderReader, { folders, checksums }: FolderList): Folder[] {
  let part = reader.number();
  let counts = folders.map(() => 1);
  if (part === STREAMS_PER_FOLDER) {
    counts = folders.map(() => reader.count());
    part = reader.number();
  }
  const split = folders.map((folder, index) => {
    const fileSizes: number[] = [];
    let left = folder.size;
    // The last size is not written: it is what is left.
    for (let i = 1; i < counts[index]! && !reader.isDamaged(); i += 1) {
      if (part !== SIZE) reader.giveUp();
      const size = reader.number();
      fileSizes.push(size);
      left -= size;
    }
    if (counts[index]! > 0) fileSizes.push(Math.max(left, 0));
    return { ...folder, fileSizes };
  });
  if (part === SIZE) part = reader.number();
  const missing = counts.reduce((sum, count, index) => (count === 1 && (checksums[index] ?? null) !== null ? sum : sum + count), 0);
  for (; part !== END; part = reader.number()) {
    if (part !== CRC) reader.giveUp();
    readChecksums(reader, missing);
  }
  return split;
}

function readStreamsInfo(reader: HeaderReader): Streams {
  let packed: Streams['packed'] = [];
  let list: FolderList = { folders: [], checksums: [] };
  for (let kind = reader.number(); kind !== END; kind = reader.number()) {
    if (kind === PACK_INFO) packed = readPackedStreams(reader);
    else if (kind === UNPACK_INFO) list = readFolders(reader);
    else if (kind === SUBSTREAMS) list = { ...list, folders: readSubstreams(reader, list) };
    else reader.giveUp();
  }
  return { packed, folders: list.folders };
}

function readFiles(reader: HeaderReader): Database['files'] {
  const count = reader.count();
  let names: string[] = [];
  let isEmpty: boolean[] = [];
  for (let kind = reader.number(); kind !== END; kind = reader.number()) {
    const data = reader.take(reader.number());
    if (kind === EMPTY_STREAM) isEmpty = readBits(makeReader(data), count);
    if (kind === NAMES && data[0] === 0) names = decodeUtf16(data, true, 1).split('\0');
  }
  return Array.from({ length: count }, (_, index) => ({ name: names[index] ?? '', hasStream: isEmpty[index] !== true }));
}

/** Reads a plain header; null when it makes no sense. */
export function readDatabase(header: Uint8Array): Database | null {
  const reader = makeReader(header);
  let streams: Streams | null = null;
  let files: Database['files'] = [];
  reader.byte();
  for (let kind = reader.number(); kind !== END; kind = reader.number()) {
    if (kind === MAIN_STREAMS) streams = readStreamsInfo(reader);
    else if (kind === FILES) files = readFiles(reader);
    else reader.giveUp();
  }
  return reader.isDamaged() ? null : { streams, files };
}

/** Reads where a packed header is and how it is packed; null when it makes no sense. */
export function readPackedHeader(header: Uint8Array): Streams | null {
  const reader = makeReader(header);
  reader.byte();
  const streams = readStreamsInfo(reader);
  return reader.isDamaged() ? null : streams;
}
