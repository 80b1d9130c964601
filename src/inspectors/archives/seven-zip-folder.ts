import { limitReason } from '../budget';
import type { Budget } from '../budget';
import { inflateRaw } from './inflate';
import type { Inflated } from './inflate';
import { unpackLzma, unpackLzma2 } from './lzma-streams';
import { LZMA } from './seven-zip-header';
import type { Coder, Folder, Streams } from './seven-zip-header';
import { DAMAGED } from '../sentences';

export interface UnpackedFolder {
  readonly data: Uint8Array;
  /** Why not all of it came out; null when all did. */
  readonly reason: string | null;
}

// Methods.txt of the LZMA SDK.
const COPY = '00';
const DELTA = '03';
const LZMA2 = '21';
const DEFLATE = '040108';
const BZIP2 = '040202';
/** Filters that only rearrange the jumps of programs: what they hold has no text, so they are passed over. */
const JUMP_FILTERS = ['04', '05', '06', '07', '08', '09', '0a', '03030103', '03030205', '03030401', '03030501', '03030701', '03030805'];

/** The coders from the file's bytes outwards; null when they are no plain chain. */
function chainOf(folder: Folder): { coder: Coder; size: number }[] | null {
  const { coders, bonds, packedInputs } = folder;
  if (packedInputs.length !== 1 || coders.some((coder) => coder.inputs !== 1 || coder.outputs !== 1)) return null;
  const chain: { coder: Coder; size: number }[] = [];
  let index: number | undefined = packedInputs[0];
  // Every coder at most once: bonds that lead in a circle end here.
  while (index !== undefined && index < coders.length && chain.length < coders.length) {
    chain.push({ coder: coders[index]!, size: folder.sizes[index] ?? 0 });
    const from: number = index;
    index = bonds.find((bond) => bond.output === from)?.input;
  }
  return index === undefined ? chain : null;
}

function* runCoder(coder: Coder, data: Uint8Array, size: number, budget: Budget): Generator<void, Inflated | null, void> {
  const { method, properties } = coder;
  if (method === LZMA) return yield* unpackLzma(data, 0, data.length, properties[0] ?? 255, size, budget);
  if (method === LZMA2) return yield* unpackLzma2(data, 0, data.length, budget);
  if (method === DEFLATE) return yield* inflateRaw(data, 0, data.length, budget);
  if (method === BZIP2) return budget.readers === null ? null : yield* budget.readers.bzip2(data, 0, data.length, budget);
  if (method === DELTA) {
    const distance = (properties[0] ?? 0) + 1;
    for (let at = distance; at < data.length; at += 1) data[at] = (data[at]! + data[at - distance]!) & 255;
  } else if (JUMP_FILTERS.indexOf(method) === -1) return null;
  return { data, ended: 'complete', next: data.length };
}

const PACKERS = [LZMA, LZMA2, DEFLATE, BZIP2];

/** Unpacks one folder within the budget; null when it is packed in a way that is not read here, or encrypted. */
export function* unpackFolder(
  bytes: Uint8Array,
  streams: Streams,
  index: number,
  budget: Budget,
): Generator<void, UnpackedFolder | null, void> {
  const folder = streams.folders[index]!;
  const chain = chainOf(folder);
  const packed = streams.packed[folder.firstPacked];
  if (chain === null || packed === undefined) return null;
  let data = bytes.subarray(Math.min(packed.start, bytes.length), Math.min(packed.start + packed.size, bytes.length));
  let reason = data.length < packed.size ? DAMAGED : null;
  if (chain.every(({ coder }) => PACKERS.indexOf(coder.method) === -1)) {
    // Stored data counts like unpacked data, or one stretch of a file could be claimed by a thousand folders.
    const room = Math.min(data.length, budget.remainingBytes);
    if (!budget.unpack(data.length)) {
      budget.unpack(room);
      reason = limitReason('size');
    }
    data = data.slice(0, room);
  }
  for (const { coder, size } of chain) {
    if (coder.method === COPY) continue;
    const unpacked = yield* runCoder(coder, data, size, budget);
    if (unpacked === null) return null;
    data = unpacked.data.length > size ? unpacked.data.subarray(0, size) : unpacked.data;
    if (unpacked.ended !== 'complete' && data.length < size) {
      reason = unpacked.ended === 'limit' ? limitReason(budget.hit ?? 'size') : DAMAGED;
    }
  }
  return { data, reason };
}
