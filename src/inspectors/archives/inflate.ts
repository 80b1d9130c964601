import type { Budget } from '../budget';
import { u16 } from '../bytes';
import { DISTANCE_BASE, DISTANCE_BITS, LENGTH_BASE, LENGTH_BITS, LONGEST, SYMBOLS, fillCode, fixedCodes, longEntry, makeCode } from './inflate-codes';
import type { Code, Codes } from './inflate-codes';

// Deflate (RFC 1951) and zlib (RFC 1950). Written for what a library does not do together: stop at the stream's own end,
// whatever was declared, ask the budget before memory is taken, pause, and keep what came out before damage.

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

/** Bytes that come out between two pauses. */
const STRETCH = 1 << 20;
/** Blocks without much in them between two pauses: each makes tables anew. */
const BLOCKS_PER_PAUSE = 64;
/** From this length on the engine copies faster than a loop of ours. */
const LONG_COPY = 32;
/** Deflate cannot grow its input more: 258 bytes from two bits. */
const GREATEST_RATIO = 1032;
const END_OF_BLOCK = 256;

/** The order in which the lengths of the codes for code lengths stand (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What one inflation needs beside its output. Documents have many small parts, and making it costs more than inflating them. */
interface Workshop {
  readonly lengths: Uint8Array;
  readonly lengthCode: Code;
  readonly codes: Codes;
}

const spareWorkshops: Workshop[] = [];

function makeWorkshop(): Workshop {
  return { lengths: new Uint8Array(SYMBOLS), lengthCode: makeCode(), codes: [makeCode(), makeCode()] };
}

/** Memory of an output that nobody needs any more, for the next one: making it takes as long as filling it. */
let spareOutput: Uint8Array | null = null;
const LARGEST_SPARE = 1 << 20;

function takeSpare(size: number): Uint8Array {
  const spare = spareOutput;
  if (spare === null || spare.length < size) return new Uint8Array(size);
  spareOutput = null;
  return spare;
}

/** Takes the memory of what was inflated, all of it: nothing may look at any part afterwards. */
export function giveBack({ buffer }: Uint8Array): void {
  if (buffer.byteLength <= LARGEST_SPARE && buffer.byteLength > (spareOutput?.length ?? 0)) spareOutput = new Uint8Array(buffer);
}

/** The input, bit by bit from the lowest, and the output so far. */
interface State {
  readonly input: Uint8Array;
  readonly end: number;
  at: number;
  /** Bits taken from the input and not used yet. */
  hold: number;
  held: number;
  output: Uint8Array;
  length: number;
  /** How much of the output the budget has been told of, and the most there can be. */
  counted: number;
  readonly most: number;
  readonly workshop: Workshop;
}

/** The next bits, at most 15, which stay to be taken; zeros beyond the end. */
function peek(state: State, count: number): number {
  while (state.held < count) {
    state.hold |= state.input[state.at]! << state.held;
    state.at += 1;
    state.held += 8;
  }
  return state.hold & ((1 << count) - 1);
}

function drop(state: State, count: number): void {
  state.hold >>>= count;
  state.held -= count;
}

function take(state: State, count: number): number {
  const value = peek(state, count);
  drop(state, count);
  return value;
}

function isPastEnd({ end, at, held }: State): boolean {
  return at - (held >> 3) > end;
}

/** The codes that a block describes; null when they make no sense. */
function readCodes(state: State): Codes | null {
  const { lengths, lengthCode, codes } = state.workshop;
  const literals = take(state, 5) + 257;
  const all = literals + take(state, 5) + 1;
  const described = take(state, 4) + 4;
  for (let i = 0; i < ORDER.length; i += 1) lengths[i] = 0;
  for (let i = 0; i < described; i += 1) lengths[ORDER[i]!] = take(state, 3);
  if (!fillCode(lengthCode, lengths, 0, ORDER.length)) return null;
  const { table, width } = lengthCode;
  for (let i = 0; i < all;) {
    const entry = table[peek(state, width)]!;
    drop(state, entry & 15);
    if (entry === 0 || isPastEnd(state)) return null;
    const symbol = entry >> 4;
    if (symbol < 16) {
      lengths[i] = symbol;
      i += 1;
      continue;
    }
    const value = symbol === 16 && i > 0 ? lengths[i - 1]! : 0;
    const next = i + (symbol === 16 ? 3 + take(state, 2) : symbol === 17 ? 3 + take(state, 3) : 11 + take(state, 7));
    for (; i < next; i += 1) lengths[i] = value;
  }
  return fillCode(codes[0], lengths, 0, literals) && fillCode(codes[1], lengths, literals, all) ? codes : null;
}

type Stopped = 'block' | 'full' | 'truncated' | 'corrupt';

/** Decodes until the block ends or `stop` bytes are out; the output has room for one match more. */
function decode(state: State, [literals, distances]: Codes, stop: number): Stopped {
  const { input, output, end } = state;
  const literalTable = literals.table;
  const literalMask = (1 << literals.width) - 1;
  const distanceTable = distances.table;
  const distanceMask = (1 << distances.width) - 1;
  let { at, hold, held, length } = state;
  let stopped: Stopped = 'full';
  while (length < stop) {
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    let entry = literalTable[hold & literalMask]!;
    if (entry === 0) entry = longEntry(literals, hold);
    let bits = entry & 15;
    hold >>>= bits;
    held -= bits;
    if (at > end && at * 8 - held > end * 8) {
      stopped = 'truncated';
      break;
    }
    let symbol = entry >> 4;
    if (symbol < END_OF_BLOCK) {
      if (entry === 0) {
        stopped = 'corrupt';
        break;
      }
      output[length] = symbol;
      length += 1;
      continue;
    }
    if (symbol === END_OF_BLOCK) {
      stopped = 'block';
      break;
    }
    symbol -= 257;
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    bits = LENGTH_BITS[symbol]!;
    const count = LENGTH_BASE[symbol]! + (hold & ((1 << bits) - 1));
    hold >>>= bits;
    held -= bits;
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    entry = distanceTable[hold & distanceMask]!;
    if (entry === 0) entry = longEntry(distances, hold);
    bits = entry & 15;
    hold >>>= bits;
    held -= bits;
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    const far = entry >> 4;
    bits = DISTANCE_BITS[far]!;
    let from = length - DISTANCE_BASE[far]! - (hold & ((1 << bits) - 1));
    hold >>>= bits;
    held -= bits;
    if (entry === 0 || from < 0 || LENGTH_BASE[symbol] === 0 || DISTANCE_BASE[far] === 0) {
      stopped = 'corrupt';
      break;
    }
    if (at > end && at * 8 - held > end * 8) {
      stopped = 'truncated';
      break;
    }
    if (count >= LONG_COPY && length - from >= count) {
      output.copyWithin(length, from, from + count);
      length += count;
      continue;
    }
    const last = length + count;
    // A byte too many does no harm: what comes next is written over it, and there is room.
    for (; length < last; length += 2, from += 2) {
      output[length] = output[from]!;
      output[length + 1] = output[from + 1]!;
    }
    length = last;
  }
  state.at = at;
  state.hold = hold;
  state.held = held;
  state.length = length;
  return stopped;
}

/** Tells the budget what came out; false when that is more than may be. */
function count(state: State, budget: Budget): boolean {
  const length = Math.min(state.length, state.counted + budget.remainingBytes);
  const isRoom = budget.unpack(state.length - state.counted);
  if (!isRoom) {
    budget.unpack(length - state.counted);
    state.length = length;
  }
  state.counted = length;
  return isRoom;
}

/** Makes room for so many bytes more; returns where the next stretch is to stop. */
function makeRoom(state: State, needed: number): number {
  const { output, length, most } = state;
  if (length + needed + LONGEST > output.length) {
    state.output = new Uint8Array(Math.min(Math.max(output.length * 2, length + needed + LONGEST), most + 1 + LONGEST));
    state.output.set(output.subarray(0, length));
  }
  return Math.min(length + STRETCH, state.output.length - LONGEST);
}

/** Copies a stored block, which is on whole bytes: its length and the complement of that, then the bytes. Null when it is whole. */
function copyStored(state: State): InflateEnding | null {
  const { input, end, most } = state;
  const from = state.at - (state.held >> 3);
  state.hold = state.held = 0;
  state.at = from;
  const length = u16(input, from);
  if (from + 4 > end) return 'truncated';
  if ((length ^ u16(input, from + 2)) !== 0xffff) return 'corrupt';
  state.at = from + 4 + length;
  const piece = input.subarray(from + 4, Math.min(state.at, end, from + 5 + most - state.length));
  makeRoom(state, piece.length);
  state.output.set(piece, state.length);
  state.length += piece.length;
  if (state.length > most) return 'limit';
  return state.at > end ? 'truncated' : null;
}

function conclude(state: State, ended: InflateEnding, budget: Budget): Inflated {
  const isWhole = count(state, budget);
  spareWorkshops.push(state.workshop);
  return {
    data: state.output.subarray(0, state.length),
    ended: isWhole ? ended : 'limit',
    next: Math.min(state.at - (state.held >> 3), state.end),
  };
}

/**
 * Inflates raw deflate data in `bytes[start, end)`; stops at the stream's own end, whatever any directory says. `expected`
 * is what a directory says the length of the output is: it saves room being made again and again, and a liar nothing.
 */
export function* inflateRaw(bytes: Uint8Array, start: number, end: number, budget: Budget, expected = 0): Inflating {
  const last = Math.max(start, Math.min(end, bytes.length));
  const most = Math.min(budget.remainingBytes, (last - start) * GREATEST_RATIO);
  const room = Math.min(expected > 0 ? expected : (last - start) * 3, most) + 1 + LONGEST;
  const state: State = {
    input: bytes,
    end: last,
    at: start,
    hold: 0,
    held: 0,
    output: takeSpare(room),
    length: 0,
    counted: 0,
    most,
    workshop: spareWorkshops.pop() ?? makeWorkshop(),
  };
  let blocks = 0;
  for (let isLast = false; !isLast;) {
    if (budget.isOutOfTime()) return conclude(state, 'limit', budget);
    isLast = take(state, 1) === 1;
    const kind = take(state, 2);
    if (isPastEnd(state)) return conclude(state, 'truncated', budget);
    blocks += 1;
    if (blocks % BLOCKS_PER_PAUSE === 0) yield;
    if (kind === 0) {
      const ended = copyStored(state);
      if (ended !== null) return conclude(state, ended, budget);
      continue;
    }
    const codes = kind === 1 ? fixedCodes() : kind === 2 ? readCodes(state) : null;
    if (codes === null) return conclude(state, isPastEnd(state) ? 'truncated' : 'corrupt', budget);
    for (let stopped: Stopped = 'full'; stopped !== 'block';) {
      stopped = decode(state, codes, makeRoom(state, 1));
      if (stopped === 'truncated' || stopped === 'corrupt') return conclude(state, stopped, budget);
      if (stopped === 'full') {
        if (state.length - state.counted >= STRETCH) {
          if (!count(state, budget) || budget.isOutOfTime()) return conclude(state, 'limit', budget);
          yield;
        }
        if (state.length > most) return conclude(state, 'limit', budget);
      }
    }
  }
  return conclude(state, 'complete', budget);
}

/**
 * Inflates zlib data (RFC 1950) in `bytes[start, end)`. PDF writers leave out or damage the two-byte header and the
 * checksum, so neither is needed: the checksum is not looked at.
 */
export function* inflateZlib(bytes: Uint8Array, start: number, end: number, budget: Budget): Inflating {
  const last = Math.min(end, bytes.length);
  let first = start;
  while (first < last && (bytes[first] === 10 || bytes[first] === 13)) first += 1;
  const looksLikeHeader = ((bytes[first] ?? 0) & 15) === 8;
  const withHeader = yield* inflateRaw(bytes, first + (looksLikeHeader ? 2 : 0), last, budget);
  if (withHeader.ended !== 'corrupt' || withHeader.data.length > 0) return withHeader;
  return yield* inflateRaw(bytes, first + (looksLikeHeader ? 0 : 2), last, budget);
}
