import { unzipSync, zipSync } from 'fflate';

/** Numbers in [0, 1) that are always the same for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values that sit at the edges of what counts and sizes can be. */
const EDGES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const MOST_CHANGES = 8;

function spliced(bytes: Uint8Array, start: number, end: number, middle: Uint8Array): Uint8Array {
  const result = new Uint8Array(start + middle.length + bytes.length - end);
  result.set(bytes.subarray(0, start));
  result.set(middle, start);
  result.set(bytes.subarray(end), start + middle.length);
  return result;
}

/** One change at random: bits, numbers, cuts, repeats, pieces of another file. */
function change(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  if (bytes.length === 0) return other.slice(0, 100);
  // Half of all changes fall into the first kilobyte, where headers are.
  const at = random() < 0.5 ? below(Math.min(bytes.length, 1024)) : below(bytes.length);
  const length = Math.min(bytes.length - at, 1 + below(random() < 0.8 ? 16 : 4096));
  switch (below(9)) {
    case 0: {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ (1 << below(8));
      return changed;
    }
    case 1: {
      const changed = bytes.slice();
      changed[at] = below(256);
      return changed;
    }
    case 2:
    case 3: {
      const changed = bytes.slice();
      const value = EDGES[below(EDGES.length)]!;
      const isBig = random() < 0.5;
      const size = [1, 2, 4, 8][below(4)]!;
      for (let i = 0; i < size && at + i < changed.length; i += 1)
        changed[at + i] = Math.floor(value / 256 ** (isBig ? size - 1 - i : i)) % 256;
      return changed;
    }
    case 4:
      return bytes.slice(0, at);
    case 5:
      return spliced(bytes, at, at + length, new Uint8Array(0));
    case 6:
      return spliced(bytes, at, at, bytes.slice(at, at + length));
    case 7: {
      const from = below(other.length);
      return spliced(bytes, at, at + (random() < 0.5 ? length : 0), other.slice(from, from + length));
    }
    default: {
      const changed = bytes.slice();
      changed.fill(random() < 0.5 ? 0 : below(256), at, at + length);
      return changed;
    }
  }
}

function changed(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let result = bytes;
  for (let left = 1 + Math.floor(random() * MOST_CHANGES); left > 0; left -= 1) result = change(result, other, random);
  return result;
}

/** A zip file with one of its files changed and packed anew; null when it cannot be unpacked. */
function changedInside(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array | null {
  try {
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    const name = names[Math.floor(random() * names.length)];
    if (name === undefined) return null;
    return zipSync({ ...files, [name]: changed(files[name]!, other, random) }, { level: 1 });
  } catch {
    return null;
  }
}

/**
 * The file after a few changes at random, always the same for the same seed. Of zip files, half are changed inside an
 * entry, which the checks on packed data would else keep from being reached.
 */
export function mutate(bytes: Uint8Array, other: Uint8Array, seed: number): Uint8Array {
  const random = makeRandom(seed);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const inside = isZip && random() < 0.5 ? changedInside(bytes, other, random) : null;
  return inside ?? changed(bytes, other, random);
}
