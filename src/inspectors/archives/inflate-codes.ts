// The codes of deflate (RFC 1951 §3.2): their tables, and how those are made.

/** The longest match. */
export const LONGEST = 258;
const LONGEST_CODE = 15;

/** What each symbol of a length, or of a distance, begins at, and how many bits are to be added (§3.2.5). */
export const LENGTH_BASE = new Uint16Array(32);
export const LENGTH_BITS = new Uint8Array(32);
export const DISTANCE_BASE = new Uint16Array(32);
export const DISTANCE_BITS = new Uint8Array(32);
for (let i = 0; i < 30; i += 1) {
  LENGTH_BITS[i] = i < 8 || i > 27 ? 0 : (i >> 2) - 1;
  LENGTH_BASE[i] = i < 8 ? i + 3 : i > 27 ? LONGEST : ((4 | (i & 3)) << LENGTH_BITS[i]!) + 3;
  DISTANCE_BITS[i] = i < 4 ? 0 : (i >> 1) - 1;
  DISTANCE_BASE[i] = i < 4 ? i + 1 : ((2 | (i & 1)) << DISTANCE_BITS[i]!) + 1;
}

/** Codes up to this long are looked up at once; longer ones, which are rare, are followed bit by bit. */
const ROOT = 10;
export const SYMBOLS = 320;

/** A code of Huffman's. */
export interface Code {
  /** By the next `width` bits, the symbol times 16 plus the length of its code; 0 where no code is so short. */
  readonly table: Uint16Array;
  width: number;
  /** How many codes there are of each length, and their symbols in the order of the codes. */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

export function makeCode(): Code {
  return { table: new Uint16Array(1 << ROOT), width: 0, counts: new Uint16Array(LONGEST_CODE + 1), symbols: new Uint16Array(SYMBOLS) };
}

/** The codes for literals and lengths, and for distances. */
export type Codes = readonly [Code, Code];

const offsets = new Uint16Array(LONGEST_CODE + 2);

/** Makes the code in which the symbols have the lengths `[from, to)`; false for more codes than fit. */
export function fillCode(code: Code, lengths: Uint8Array, from: number, to: number): boolean {
  const { table, counts, symbols } = code;
  for (let length = 0; length <= LONGEST_CODE; length += 1) counts[length] = 0;
  for (let at = from; at < to; at += 1) counts[lengths[at]!] = counts[lengths[at]!]! + 1;
  let longest = 1;
  let left = 1;
  offsets[1] = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const count = counts[length]!;
    left = left * 2 - count;
    if (left < 0) return false;
    offsets[length + 1] = offsets[length]! + count;
    if (count > 0) longest = length;
  }
  for (let at = from; at < to; at += 1) {
    const length = lengths[at]!;
    if (length === 0) continue;
    symbols[offsets[length]!] = at - from;
    offsets[length] = offsets[length]! + 1;
  }
  code.width = Math.min(longest, ROOT);
  const size = 1 << code.width;
  if (left > 0 || longest > ROOT) table.fill(0, 0, size);
  // Codes stand in the input from their highest bit on, so the table is by the code's mirror image, which counts up mirrored.
  let mirrored = 0;
  for (let length = 1, next = 0; length <= code.width; length += 1) {
    for (let last = next + counts[length]!; next < last; next += 1) {
      const entry = (symbols[next]! << 4) | length;
      for (let place = mirrored; place < size; place += 1 << length) table[place] = entry;
      let bit = 1 << (length - 1);
      while ((mirrored & bit) !== 0) bit >>= 1;
      mirrored = (mirrored & (bit - 1)) | bit;
    }
  }
  return true;
}

/** The entry of a code longer than the table is wide, which the next bits begin with; 0 when there is none. */
export function longEntry({ counts, symbols }: Code, bits: number): number {
  let value = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    value |= (bits >> (length - 1)) & 1;
    const count = counts[length]!;
    if (value < first + count) return (symbols[index + value - first]! << 4) | length;
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  return 0;
}

let fixed: Codes | null = null;

/** The codes that need no description (§3.2.6). */
export function fixedCodes(): Codes {
  if (fixed !== null) return fixed;
  const lengths = new Uint8Array(SYMBOLS).fill(8).fill(9, 144, 256).fill(7, 256, 280).fill(5, 288);
  fixed = [makeCode(), makeCode()];
  fillCode(fixed[0], lengths, 0, 288);
  fillCode(fixed[1], lengths, 288, SYMBOLS);
  return fixed;
}
