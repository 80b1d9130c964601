import type { Budget } from '../budget';
import { join } from '../bytes';
import type { InflateEnding, Inflating } from './inflate';

// bzip2 has no official specification; this follows Joe Tsai's "bzip2 format specification" (2016).

const SYMBOLS_PER_GROUP = 50;
const LONGEST_CODE = 20;

/** Reads bits, the highest of each byte first; zeros after the end, which `isPastEnd` tells. */
function makeBits(bytes: Uint8Array, start: number, end: number) {
  let position = start;
  let held = 0;
  let count = 0;
  const fill = (wanted: number): void => {
    while (count < wanted) {
      held = (held << 8) | (position < end ? (bytes[position] as number) : 0);
      position += 1;
      count += 8;
    }
  };
  const read = (wanted: number): number => {
    fill(wanted);
    count -= wanted;
    return (held >>> count) & ((1 << wanted) - 1);
  };
  return {
    /** At most 24 bits. */
    read,
    /** The next symbol of a code; -1 when none fits. */
    symbol: (code: Code): number => {
      fill(LONGEST_CODE);
      const ahead = (held >>> (count - LONGEST_CODE)) & ((1 << LONGEST_CODE) - 1);
      for (let length = code.shortest; length <= LONGEST_CODE; length += 1) {
        if (ahead >= (code.limits[length] as number)) continue;
        count -= length;
        return code.symbols[(ahead >>> (LONGEST_CODE - length)) + (code.offsets[length] as number)] ?? -1;
      }
      return -1;
    },
    /** Skips to the next whole byte and returns its offset. */
    align: () => {
      count -= count % 8;
      return position - count / 8;
    },
    isPastEnd: () => position - (count >> 3) > end,
  };
}

type Bits = ReturnType<typeof makeBits>;

/** A canonical Huffman code: for each length the first code beyond it, shifted to full length, and the symbols in order. */
interface Code {
  readonly shortest: number;
  readonly limits: Int32Array;
  readonly offsets: Int32Array;
  readonly symbols: Uint16Array;
}

function makeCode(lengths: Uint8Array): Code {
  const limits = new Int32Array(LONGEST_CODE + 1);
  const offsets = new Int32Array(LONGEST_CODE + 1);
  const symbols = new Uint16Array(lengths.length);
  let shortest = 0;
  let count = 0;
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    offsets[length] = count - code;
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      symbols[count] = symbol;
      count += 1;
      code += 1;
    }
    if (count === 0) shortest = length + 1;
    limits[length] = Math.min(code * 2 ** (LONGEST_CODE - length), 1 << LONGEST_CODE);
    // More codes than there is room for make no sense; the limit keeps them from being counted without end.
    code = Math.min(code * 2, 1 << LONGEST_CODE);
  }
  return { shortest: Math.max(shortest, 1), limits, offsets, symbols };
}

function readSymbolMap(bits: Bits): Uint8Array {
  const groups = bits.read(16);
  const used: number[] = [];
  for (let group = 0; group < 16; group += 1) {
    if ((groups & (0x8000 >> group)) === 0) continue;
    const members = bits.read(16);
    for (let member = 0; member < 16; member += 1) if ((members & (0x8000 >> member)) !== 0) used.push(group * 16 + member);
  }
  return Uint8Array.from(used);
}

function readCode(bits: Bits, symbolCount: number): Code | null {
  const lengths = new Uint8Array(symbolCount);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbolCount; symbol += 1) {
    while (bits.read(1) === 1) {
      length += bits.read(1) === 1 ? -1 : 1;
      if (length < 1 || length > LONGEST_CODE) return null;
    }
    if (length < 1 || length > LONGEST_CODE) return null;
    lengths[symbol] = length;
  }
  return makeCode(lengths);
}

function moveToFront(list: Uint8Array, index: number): number {
  const value = list[index] as number;
  for (let i = index; i > 0; i -= 1) list[i] = list[i - 1] as number;
  list[0] = value;
  return value;
}

/**
 * Reads one block up to the Burrows-Wheeler transform undone: the bytes still have their runs counted. Null when it makes
 * no sense.
 */
function readBlock(bits: Bits, capacity: number): Uint8Array | null {
  if (bits.read(1) === 1) return null;
  const origin = bits.read(24);
  const used = readSymbolMap(bits);
  const symbolCount = used.length + 2;
  const tableCount = bits.read(3);
  const selectorCount = bits.read(15);
  if (used.length === 0 || tableCount < 2 || tableCount > 6 || selectorCount === 0) return null;
  const order = Uint8Array.of(0, 1, 2, 3, 4, 5);
  const selectors = new Uint8Array(selectorCount);
  for (let i = 0; i < selectorCount; i += 1) {
    let index = 0;
    while (bits.read(1) === 1) if (++index >= tableCount) return null;
    selectors[i] = moveToFront(order, index);
  }
  const codes: Code[] = [];
  for (let i = 0; i < tableCount; i += 1) {
    const code = readCode(bits, symbolCount);
    if (code === null) return null;
    codes.push(code);
  }
  // Each entry holds a byte, and above it, later, the place of the next.
  const links = new Uint32Array(capacity);
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let runWeight = 1;
  for (let done = 0; ; done += 1) {
    const code = codes[selectors[Math.floor(done / SYMBOLS_PER_GROUP)] ?? -1];
    const symbol = code === undefined || bits.isPastEnd() ? -1 : bits.symbol(code);
    if (symbol < 0) return null;
    if (symbol < 2) {
      run += runWeight << symbol;
      runWeight *= 2;
      if (run > capacity) return null;
      continue;
    }
    if (run > 0) {
      if (length + run > capacity) return null;
      const byte = used[0] as number;
      counts[byte] = (counts[byte] as number) + run;
      links.fill(byte, length, length + run);
      length += run;
      run = 0;
      runWeight = 1;
    }
    if (symbol === symbolCount - 1) break;
    if (length >= capacity) return null;
    const byte = moveToFront(used, symbol - 1);
    counts[byte] = (counts[byte] as number) + 1;
    links[length] = byte;
    length += 1;
  }
  if (origin >= length) return null;
  let sum = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = counts[byte] as number;
    counts[byte] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i += 1) {
    const byte = (links[i] as number) & 255;
    const place = counts[byte] as number;
    counts[byte] = place + 1;
    links[place] = ((links[place] as number) & 255) | (i << 8);
  }
  const block = new Uint8Array(length);
  let at = (links[origin] as number) >>> 8;
  for (let i = 0; i < length; i += 1) {
    const link = links[at] as number;
    block[i] = link & 255;
    at = link >>> 8;
  }
  return block;
}

/** How long a block is once its runs are written out: four equal bytes are followed by the count of more. */
function expand(block: Uint8Array, output: Uint8Array | null): number {
  let length = 0;
  let equal = 0;
  let previous = -1;
  for (let i = 0; i < block.length; i += 1) {
    const byte = block[i] as number;
    if (equal === 4) {
      if (output !== null) output.fill(previous, length, length + byte);
      length += byte;
      equal = 0;
      previous = -1;
      continue;
    }
    equal = byte === previous ? equal + 1 : 1;
    previous = byte;
    if (output !== null && length < output.length) output[length] = byte;
    length += 1;
  }
  return length;
}

/** Unpacks bzip2 data in `bytes[start, end)`, several streams after each other included; yields after each block. */
export function* unpackBzip2(bytes: Uint8Array, start: number, end: number, budget: Budget): Inflating {
  const pieces: Uint8Array[] = [];
  let ended: InflateEnding = 'truncated';
  let bits = makeBits(bytes, start, end);
  let capacity = 0;
  let next = start;
  for (;;) {
    if (capacity === 0) {
      if (bits.read(16) !== 0x425a || bits.read(8) !== 0x68) {
        ended = next > start ? 'complete' : 'corrupt';
        break;
      }
      const level = bits.read(8) - 0x30;
      if (level < 1 || level > 9) {
        ended = 'corrupt';
        break;
      }
      capacity = level * 100_000;
    }
    if (budget.isOutOfTime()) {
      ended = 'limit';
      break;
    }
    const high = bits.read(24);
    const low = bits.read(24);
    bits.read(24);
    bits.read(8);
    if (bits.isPastEnd()) break;
    if (high === 0x177245 && low === 0x385090) {
      next = bits.align();
      bits = makeBits(bytes, next, end);
      capacity = 0;
      continue;
    }
    const block = high === 0x314159 && low === 0x265359 ? readBlock(bits, capacity) : null;
    if (block === null) {
      ended = bits.isPastEnd() ? 'truncated' : 'corrupt';
      break;
    }
    const size = expand(block, null);
    const room = Math.min(size, budget.remainingBytes);
    const piece = new Uint8Array(room);
    expand(block, piece);
    pieces.push(piece);
    if (!budget.unpack(size)) {
      budget.unpack(room);
      ended = 'limit';
      break;
    }
    yield;
  }
  return { data: join(pieces), ended, next };
}
