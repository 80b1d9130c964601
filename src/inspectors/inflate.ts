import { Inflate, inflateSync } from 'fflate';
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

// Deflate can grow its input 1032 times (RFC 1951: 258 bytes from two bits), so the pushes start small and grow only while
// the ratio stays ordinary: no push can make much more than four megabytes that were not asked for.
const SMALLEST_PUSH = 512;
const FIRST_PUSH = 4096;
const LARGEST_PUSH = 65536;
const RESCUE_PUSH = 64;
const LARGEST_STEP_OUT = 1 << 20;
const GREATEST_RATIO = 1032;

/**
 * A file that is said to be no larger than this, packed in no more than that, is unpacked in one go: should it be larger
 * after all, the work is bounded, is done again with care, and is paid for then.
 */
const SMALL_OUTPUT = 1 << 20;
const SMALL_INPUT = 1 << 17;

/** What fflate 0.8.3 keeps between pushes, of which only the end of the stream and the unused input are read here. */
interface InflateState {
  /** `f`: the last block has begun; `l`: the tree of a block not yet ended; `p`: bits used of the first byte of `p` below. */
  readonly s: { readonly f?: number; readonly l?: unknown; readonly p?: number };
  /** The input not used yet. */
  readonly p: Uint8Array;
}

/**
 * Inflates raw deflate data in `bytes[start, end)`; stops at the stream's own end, whatever any directory says. `expected`
 * is what a directory says the length of the output is: it makes an honest file faster and a liar no different.
 */
export function* inflateRaw(bytes: Uint8Array, start: number, end: number, budget: Budget, expected = 0): Inflating {
  const last = Math.min(end, bytes.length);
  if (expected > 0 && expected <= SMALL_OUTPUT && last - start <= SMALL_INPUT) {
    const data = inflateAtOnce(bytes, start, last, expected, budget);
    if (data !== null) return { data, ended: 'complete', next: last };
  }
  const output = makeOutput(Math.min(expected, budget.remainingBytes));
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
        output.append(rescued);
      }
      ended = 'corrupt';
      break;
    }
    position += size;
    const chunk = (piece ?? NOTHING) as Uint8Array;
    const room = budget.remainingBytes;
    if (!budget.unpack(chunk.length)) {
      budget.unpack(room);
      output.append(chunk.subarray(0, room));
      ended = 'limit';
      break;
    }
    output.append(chunk);
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
  return { data: output.take(), ended, next: position };
}

/** The output of a small stream that ends as it should with no more than `expected` bytes; null when it does not. */
function inflateAtOnce(bytes: Uint8Array, start: number, end: number, expected: number, budget: Budget): Uint8Array | null {
  if (expected >= budget.remainingBytes) return null;
  try {
    // One byte more than expected tells a liar: fflate drops what does not fit.
    const data = inflateSync(bytes.subarray(start, end), { out: new Uint8Array(expected + 1) });
    return data.length <= expected && budget.unpack(data.length) ? data : null;
  } catch {
    return null;
  }
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
    for (let position = start; position < end;) {
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

const NOTHING = new Uint8Array(0);

interface Output {
  append(piece: Uint8Array): void;
  take(): Uint8Array;
}

/** Output that grows as pieces come, from a first size that is known or guessed. */
function makeOutput(expected: number): Output {
  let data: Uint8Array = expected > 0 ? new Uint8Array(expected) : NOTHING;
  let length = 0;
  return {
    append(piece) {
      if (length === 0 && data.length < piece.length) {
        // A stream of one piece needs no copy.
        data = piece;
        length = piece.length;
        return;
      }
      if (length + piece.length > data.length) {
        const larger = new Uint8Array(Math.max(length + piece.length, data.length * 2));
        larger.set(data.subarray(0, length));
        data = larger;
      }
      data.set(piece, length);
      length += piece.length;
    },
    take: () => (length === data.length ? data : data.subarray(0, length)),
  };
}
