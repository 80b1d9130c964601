import { Inflate } from 'fflate';
import type { Budget } from './budget';

/**
 * How an inflation ended: at the stream's own end, at the end of the input (`truncated`), at the budget (`limit`), or at
 * bytes that make no sense (`corrupt`).
 */
export type InflateEnding = 'complete' | 'truncated' | 'limit' | 'corrupt';

/** What came out, whatever the ending: all that could be salvaged. */
export interface Inflated {
  readonly data: Uint8Array;
  readonly ended: InflateEnding;
  /** The offset in the input of the first byte after the stream; where reading stopped when it did not complete. */
  readonly next: number;
}

/** An inflation under way: it yields about once a megabyte. */
export type Inflating = Generator<void, Inflated, void>;

// Deflate can grow its input 1032 times (RFC 1951: 258 bytes from two bits), so the pushes start small and grow only while the ratio stays
// ordinary: no push can make much more than four megabytes that were not asked for.
const SMALLEST_PUSH = 512;
const FIRST_PUSH = 4096;
const LARGEST_PUSH = 65536;
const RESCUE_PUSH = 64;
const LARGEST_STEP_OUT = 1 << 20;
const GREATEST_RATIO = 1032;

/** What fflate 0.8.3 keeps between pushes, of which only the end of the stream and the unused input are read here. */
interface InflateState {
  /** `f`: the last block has begun; `l`: the tree of a block not yet ended; `p`: bits used of the first byte of `p` below. */
  readonly s: { readonly f?: number; readonly l?: unknown; readonly p?: number };
  /** The input not used yet. */
  readonly p: Uint8Array;
}

/** Inflates raw deflate data in `bytes[start, end)`; stops at the stream's own end, whatever any directory says. */
export function* inflateRaw(bytes: Uint8Array, start: number, end: number, budget: Budget): Inflating {
  const last = Math.min(end, bytes.length);
  const pieces: Uint8Array[] = [];
  let length = 0;
  let piece: Uint8Array | null = null;
  const inflate = new Inflate((chunk) => {
    piece = chunk;
  });
  const state = inflate as unknown as InflateState;
  let position = start;
  let pushSize = FIRST_PUSH;
  let sinceYield = 0;
  let ended: InflateEnding = 'truncated';
  while (position < last) {
    if (budget.isOutOfTime()) {
      ended = 'limit';
      break;
    }
    const affordable = Math.floor(budget.remainingBytes / GREATEST_RATIO);
    const size = Math.min(pushSize, Math.max(SMALLEST_PUSH, affordable), last - position);
    piece = null;
    try {
      inflate.push(bytes.subarray(position, position + size));
    } catch {
      for (const rescued of rescue(bytes, start, position, position + size)) {
        if (!budget.unpack(rescued.length)) break;
        pieces.push(rescued);
        length += rescued.length;
      }
      ended = 'corrupt';
      break;
    }
    position += size;
    const chunk = (piece ?? new Uint8Array(0)) as Uint8Array;
    if (chunk.length > 0) {
      const room = budget.remainingBytes;
      if (!budget.unpack(chunk.length)) {
        budget.unpack(room);
        pieces.push(chunk.slice(0, room));
        length += room;
        ended = 'limit';
        break;
      }
      pieces.push(chunk);
      length += chunk.length;
    }
    if (state.s.f === 1 && !state.s.l) {
      position -= state.p.length - ((state.s.p ?? 0) > 0 ? 1 : 0);
      ended = 'complete';
      break;
    }
    pushSize = chunk.length > LARGEST_STEP_OUT ? Math.max(SMALLEST_PUSH, pushSize >> 1) : nextSize(pushSize, chunk.length);
    sinceYield += Math.max(size, chunk.length);
    if (sinceYield >= LARGEST_STEP_OUT) {
      sinceYield = 0;
      yield;
    }
  }
  return { data: joined(pieces, length), ended, next: position };
}

/**
 * Inflates zlib data (RFC 1950) in `bytes[start, end)`. PDF writers leave out or damage the two-byte header and the
 * checksum, so neither is needed: the checksum is not looked at.
 */
export function* inflateZlib(bytes: Uint8Array, start: number, end: number, budget: Budget): Inflating {
  const last = Math.min(end, bytes.length);
  let first = start;
  while (first < last && isLineBreak(bytes[first])) first += 1;
  const looksLikeHeader = ((bytes[first] ?? 0) & 15) === 8;
  const withHeader = yield* inflateRaw(bytes, first + (looksLikeHeader ? 2 : 0), last, budget);
  if (withHeader.ended !== 'corrupt' || withHeader.data.length > 0) return withHeader;
  return yield* inflateRaw(bytes, first + (looksLikeHeader ? 0 : 2), last, budget);
}

/**
 * What a push held before the bytes that make no sense: fflate drops the whole push, so it is done again from the start in
 * small steps. At most as much work as has been done already.
 */
function rescue(bytes: Uint8Array, start: number, failedAt: number, end: number): Uint8Array[] {
  let piece: Uint8Array | null = null;
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    piece = chunk;
  });
  try {
    for (let position = start; position < end; ) {
      const size = position < failedAt ? Math.min(FIRST_PUSH, failedAt - position) : Math.min(RESCUE_PUSH, end - position);
      piece = null;
      inflate.push(bytes.subarray(position, position + size));
      if (position >= failedAt && piece !== null) pieces.push(piece);
      position += size;
    }
  } catch {
    return pieces;
  }
  return pieces;
}

function nextSize(pushSize: number, produced: number): number {
  // Doubling the push must not be able to bring more than a step's worth, judged by the ratio so far.
  return produced * 2 <= LARGEST_STEP_OUT ? Math.min(LARGEST_PUSH, pushSize * 2) : pushSize;
}

function isLineBreak(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const only = pieces[0];
  if (only === undefined) return new Uint8Array(0);
  if (pieces.length === 1) return only;
  const data = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.length;
  }
  return data;
}
