import type { Budget } from './budget';

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
/** The longest match, by which the output may run over. */
const LONGEST = 258;
/** Deflate cannot grow its input more: 258 bytes from two bits. */
const GREATEST_RATIO = 1032;
const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;

/** The order in which the lengths of the codes for code lengths stand (RFC 1951 §3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What each symbol of a length, or of a distance, begins at, and how many bits are to be added (§3.2.5). */
const LENGTH_BASE = new Uint16Array(32);
const LENGTH_BITS = new Uint8Array(32);
const DISTANCE_BASE = new Uint16Array(32);
const DISTANCE_BITS = new Uint8Array(32);
for (let i = 0; i < 30; i += 1) {
  LENGTH_BITS[i] = i < 8 || i > 27 ? 0 : (i >> 2) - 1;
  LENGTH_BASE[i] = i < 8 ? i + 3 : i > 27 ? LONGEST : ((4 | (i & 3)) << LENGTH_BITS[i]!) + 3;
  DISTANCE_BITS[i] = i < 4 ? 0 : (i >> 1) - 1;
  DISTANCE_BASE[i] = i < 4 ? i + 1 : ((2 | (i & 1)) << DISTANCE_BITS[i]!) + 1;
}

/** A code of Huffman's: by the next `width` bits, the symbol times 16 plus the length of its code; 0 for no symbol. */
interface Code {
  readonly width: number;
  readonly table: Uint16Array;
}

/** Room for the tables of the codes that a block describes: those for the lengths of codes, for literals and for distances. */
type Rooms = readonly [Uint16Array, Uint16Array, Uint16Array];

/** Rooms of inflations that have ended. Documents have many small parts, and making room costs more than inflating them. */
const spareRooms: Rooms[] = [];

function makeRooms(): Rooms {
  return [new Uint16Array(1 << 7), new Uint16Array(1 << LONGEST_CODE), new Uint16Array(1 << LONGEST_CODE)];
}

/** The code in which the symbols have these lengths, its table in `room`; null for more codes than fit. */
function codeOf(lengths: Uint8Array, room: Uint16Array): Code | null {
  const counts = new Uint16Array(LONGEST_CODE + 2);
  let width = 1;
  for (const length of lengths) {
    counts[length] = counts[length]! + 1;
    if (length > width) width = length;
  }
  const next = new Uint32Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    next[length + 1] = (next[length]! + counts[length]!) * 2;
    if (next[length]! + counts[length]! > 1 << length) return null;
  }
  const table = room.subarray(0, 1 << width).fill(0);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol]!;
    if (length === 0) continue;
    // Codes stand in the input from their highest bit on, so the table is by the code's mirror image.
    let mirrored = 0;
    for (let code = next[length]!, bit = 0; bit < length; bit += 1, code >>= 1) mirrored = (mirrored << 1) | (code & 1);
    next[length] = next[length]! + 1;
    for (; mirrored < table.length; mirrored += 1 << length) table[mirrored] = (symbol << 4) | length;
  }
  return { width, table };
}

let fixed: readonly [Code, Code] | null = null;

/** The codes that need no description (§3.2.6). */
function fixedCodes(): readonly [Code, Code] {
  const lengths = new Uint8Array(288).fill(8);
  lengths.fill(9, 144, 256).fill(7, 256, 280);
  fixed ??= [codeOf(lengths, new Uint16Array(1 << 9))!, codeOf(new Uint8Array(32).fill(5), new Uint16Array(1 << 5))!];
  return fixed;
}

/** The input, bit by bit from the lowest, and the output so far. */
interface State {
  readonly input: Uint8Array;
  at: number;
  /** Bits taken from the input and not used yet. */
  hold: number;
  held: number;
  output: Uint8Array;
  length: number;
  readonly rooms: Rooms;
}

/** The next bits, at most 15; zeros beyond the end. */
function take(state: State, count: number): number {
  while (state.held < count) {
    state.hold |= (state.input[state.at] ?? 0) << state.held;
    state.at += 1;
    state.held += 8;
  }
  const value = state.hold & ((1 << count) - 1);
  state.hold >>>= count;
  state.held -= count;
  return value;
}

function isPastEnd({ input, at, held }: State): boolean {
  return at * 8 - held > input.length * 8;
}

/** The codes that a block describes; null when they make no sense. */
function readCodes(state: State): readonly [Code, Code] | null {
  const literals = take(state, 5) + 257;
  const all = literals + take(state, 5) + 1;
  const order = new Uint8Array(19);
  const described = take(state, 4) + 4;
  for (let i = 0; i < described; i += 1) order[ORDER[i]!] = take(state, 3);
  const code = codeOf(order, state.rooms[0]);
  const lengths = new Uint8Array(all);
  for (let i = 0; code !== null && i < all;) {
    while (state.held < code.width) {
      state.hold |= (state.input[state.at] ?? 0) << state.held;
      state.at += 1;
      state.held += 8;
    }
    const entry = code.table[state.hold & ((1 << code.width) - 1)]!;
    if (entry === 0 || isPastEnd(state)) return null;
    take(state, entry & 15);
    const symbol = entry >> 4;
    if (symbol < 16) {
      lengths[i] = symbol;
      i += 1;
      continue;
    }
    const value = symbol === 16 ? (lengths[i - 1] ?? 0) : 0;
    const times = symbol === 16 ? 3 + take(state, 2) : symbol === 17 ? 3 + take(state, 3) : 11 + take(state, 7);
    lengths.fill(value, i, i + times);
    i += times;
  }
  const first = code === null ? null : codeOf(lengths.subarray(0, literals), state.rooms[1]);
  const second = code === null ? null : codeOf(lengths.subarray(literals), state.rooms[2]);
  return first === null || second === null ? null : [first, second];
}

type Stopped = 'block' | 'full' | 'truncated' | 'corrupt';

/** Decodes until the block ends or `stop` bytes are out; the output has room for one match more. */
function decode(state: State, [literals, distances]: readonly [Code, Code], stop: number): Stopped {
  const { input, output } = state;
  const end = input.length;
  const literalTable = literals.table;
  const literalMask = literalTable.length - 1;
  const distanceTable = distances.table;
  const distanceMask = distanceTable.length - 1;
  let { at, hold, held, length } = state;
  let stopped: Stopped = 'full';
  while (length < stop) {
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    const entry = literalTable[hold & literalMask]!;
    let bits = entry & 15;
    if (at > end && at * 8 - held + bits > end * 8) {
      stopped = 'truncated';
      break;
    }
    hold >>>= bits;
    held -= bits;
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
    const far = distanceTable[hold & distanceMask]!;
    bits = far & 15;
    hold >>>= bits;
    held -= bits;
    if (held < 15) {
      hold |= (input[at]! | (input[at + 1]! << 8)) << held;
      at += 2;
      held += 16;
    }
    bits = DISTANCE_BITS[far >> 4]!;
    let from = length - DISTANCE_BASE[far >> 4]! - (hold & ((1 << bits) - 1));
    hold >>>= bits;
    held -= bits;
    if (far === 0 || from < 0 || LENGTH_BASE[symbol] === 0 || DISTANCE_BASE[far >> 4] === 0) {
      stopped = 'corrupt';
      break;
    }
    if (at > end && at * 8 - held > end * 8) {
      stopped = 'truncated';
      break;
    }
    for (const last = length + count; length < last; length += 1, from += 1) output[length] = output[from]!;
  }
  state.at = at;
  state.hold = hold;
  state.held = held;
  state.length = length;
  return stopped;
}

/**
 * Inflates raw deflate data in `bytes[start, end)`; stops at the stream's own end, whatever any directory says. `expected`
 * is what a directory says the length of the output is: it saves room being made again and again, and a liar nothing.
 */
export function* inflateRaw(bytes: Uint8Array, start: number, end: number, budget: Budget, expected = 0): Inflating {
  const input = bytes.subarray(start, Math.min(end, bytes.length));
  const most = Math.min(budget.remainingBytes, input.length * GREATEST_RATIO);
  const room = Math.min(expected > 0 ? expected : input.length * 3, most) + 1 + LONGEST;
  const state: State = { input, at: 0, hold: 0, held: 0, output: new Uint8Array(room), length: 0, rooms: spareRooms.pop() ?? makeRooms() };
  let counted = 0;
  let blocks = 0;

  /** Counts what came out; false when that is more than may be. */
  function count(): boolean {
    const length = Math.min(state.length, counted + budget.remainingBytes);
    const isRoom = budget.unpack(state.length - counted);
    if (!isRoom) {
      budget.unpack(length - counted);
      state.length = length;
    }
    counted = length;
    return isRoom;
  }

  /** Makes room for so many bytes more; returns where the next stretch is to stop. */
  function makeRoom(needed: number): number {
    const { output, length } = state;
    if (length + needed + LONGEST > output.length) {
      state.output = new Uint8Array(Math.min(Math.max(output.length * 2, length + needed + LONGEST), most + 1 + LONGEST));
      state.output.set(output.subarray(0, length));
    }
    return Math.min(length + STRETCH, state.output.length - LONGEST);
  }

  function conclude(ended: InflateEnding): Inflated {
    const isWhole = count();
    spareRooms.push(state.rooms);
    return {
      data: state.output.subarray(0, state.length),
      ended: isWhole ? ended : 'limit',
      next: Math.min(start + state.at - (state.held >> 3), start + input.length),
    };
  }

  for (let isLast = false; !isLast;) {
    if (budget.isOutOfTime()) return conclude('limit');
    isLast = take(state, 1) === 1;
    const kind = take(state, 2);
    if (isPastEnd(state)) return conclude('truncated');
    blocks += 1;
    if (blocks % BLOCKS_PER_PAUSE === 0) yield;
    if (kind === 0) {
      // Stored: to the next whole byte, the length and its complement, the bytes.
      state.at -= state.held >> 3;
      state.hold = state.held = 0;
      const length = input[state.at]! | (input[state.at + 1]! << 8);
      const complement = input[state.at + 2]! | (input[state.at + 3]! << 8);
      if (state.at + 4 > input.length) return conclude('truncated');
      if ((length ^ complement) !== 0xffff) return conclude('corrupt');
      state.at += 4 + length;
      const piece = input.subarray(state.at - length, Math.min(state.at, state.at - length + most + 1 - state.length));
      makeRoom(piece.length);
      state.output.set(piece, state.length);
      state.length += piece.length;
      if (state.length > most) return conclude('limit');
      if (state.at > input.length) return conclude('truncated');
      continue;
    }
    const codes = kind === 1 ? fixedCodes() : kind === 2 ? readCodes(state) : null;
    if (codes === null) return conclude(isPastEnd(state) ? 'truncated' : 'corrupt');
    for (let stopped: Stopped = 'full'; stopped !== 'block';) {
      stopped = decode(state, codes, makeRoom(1));
      if (stopped === 'truncated' || stopped === 'corrupt') return conclude(stopped);
      if (stopped === 'full') {
        if (state.length - counted >= STRETCH) {
          if (!count() || budget.isOutOfTime()) return conclude('limit');
          yield;
        }
        if (state.length > most) return conclude('limit');
      }
    }
  }
  return conclude('complete');
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
