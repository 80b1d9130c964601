// LZMA and LZMA2 after Igor Pavlov's "LZMA specification" (public domain, 2015) and the .xz file format 1.1.0 §5.3.1. The whole output is
// kept as the dictionary, so no dictionary size a file declares is ever allocated.

/** The longest match. */
const LONGEST_MATCH = 273;
const FIRST_CAPACITY = 1 << 12;

// Where each table of probabilities begins.
const IS_MATCH = 0;
const IS_REPEAT = 192;
const IS_REPEAT_0 = 204;
const IS_REPEAT_1 = 216;
const IS_REPEAT_2 = 228;
const IS_REPEAT_0_LONG = 240;
const SLOTS = 432;
const NEAR_DISTANCES = 688;
const ALIGNMENT = 803;
const MATCH_LENGTH = 819;
const REPEAT_LENGTH = 1333;
const LITERALS = 1847;

export type Step = 'more' | 'complete' | 'truncated' | 'corrupt';

/** The decoder both formats share: a range coder over `input`, and an output that grows as it fills. */
export function makeDecoder(input: Uint8Array) {
  let output = new Uint8Array(FIRST_CAPACITY);
  let written = 0;
  let dictionaryStart = 0;
  let position = 0;
  let end = 0;
  let range = 0;
  let code = 0;
  let state = 0;
  let rep0 = 0;
  let rep1 = 0;
  let rep2 = 0;
  let rep3 = 0;
  let literalContext = 0;
  let literalMask = 0;
  let positionMask = 0;
  let probabilities = new Uint16Array(0);

  function normalise(): void {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | (input[position++] as number)) >>> 0;
  }

  function bit(index: number): number {
    const probability = probabilities[index] as number;
    const bound = (range >>> 11) * probability;
    let result = 0;
    if (code < bound) {
      range = bound;
      probabilities[index] = probability + ((2048 - probability) >> 5);
    } else {
      range = range - bound;
      code = code - bound;
      probabilities[index] = probability - (probability >> 5);
      result = 1;
    }
    normalise();
    return result;
  }

  function tree(base: number, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i += 1) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  }

  function reverseTree(base: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      const next = bit(base + node);
      node = (node << 1) | next;
      value |= next << i;
    }
    return value;
  }

  function direct(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      range >>>= 1;
      const isOne = code >= range;
      if (isOne) code -= range;
      value = value * 2 + (isOne ? 1 : 0);
      normalise();
    }
    return value;
  }

  function matchLength(base: number, near: number): number {
    if (bit(base) === 0) return 2 + tree(base + 2 + (near << 3), 3);
    if (bit(base + 1) === 0) return 10 + tree(base + 130 + (near << 3), 3);
    return 18 + tree(base + 258, 8);
  }

  function matchDistance(length: number): number {
    const slot = tree(SLOTS + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + reverseTree(NEAR_DISTANCES + base - slot - 1, bits);
    return base + direct(bits - 4) * 16 + reverseTree(ALIGNMENT, 4);
  }

  function literal(): void {
    const at = written - dictionaryStart;
    const before = at > 0 ? (output[written - 1] as number) : 0;
    const base = LITERALS + 0x300 * (((at & literalMask) << literalContext) + (before >> (8 - literalContext)));
    let symbol = 1;
    if (state >= 7) {
      let matched = output[written - rep0 - 1] as number;
      do {
        const matchBit = (matched >> 7) & 1;
        matched <<= 1;
        const next = bit(base + ((1 + matchBit) << 8) + symbol);
        symbol = (symbol << 1) | next;
        if (matchBit !== next) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
    output[written++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  function reserve(capacity: number): void {
    if (capacity <= output.length) return;
    const grown = new Uint8Array(Math.max(capacity, output.length * 2));
    grown.set(output.subarray(0, written));
    output = grown;
  }

  return {
    begin(from: number, to: number): void {
      end = to;
      range = 0xffffffff;
      code = 0;
      for (let i = 1; i < 5; i += 1) code = ((code << 8) | (input[from + i] ?? 0)) >>> 0;
      position = from + 5;
    },
    /** False when the properties byte is none. */
    setProperties(properties: number): boolean {
      if (properties >= 225) return false;
      literalContext = properties % 9;
      literalMask = (1 << (Math.floor(properties / 9) % 5)) - 1;
      positionMask = (1 << Math.floor(properties / 45)) - 1;
      return true;
    },
    resetState(): void {
      state = 0;
      rep0 = rep1 = rep2 = rep3 = 0;
      const count = LITERALS + 0x300 * (literalMask + 1) * 2 ** literalContext;
      if (probabilities.length !== count) probabilities = new Uint16Array(count);
      probabilities.fill(1024);
    },
    resetDictionary(): void {
      dictionaryStart = written;
    },
    written: () => written,
    position: () => position,
    copy(from: number, to: number): void {
      reserve(written + to - from);
      output.set(input.subarray(from, to), written);
      written += to - from;
    },
    output: (length: number) => output.subarray(0, Math.min(length, written)),
    /** Decodes until `limit` bytes are out, or a match beyond them. */
    decode(limit: number): Step {
      reserve(limit + LONGEST_MATCH);
      while (written < limit) {
        if (position > end) return 'truncated';
        const near = (written - dictionaryStart) & positionMask;
        if (bit(IS_MATCH + (state << 4) + near) === 0) {
          if (state >= 7 && rep0 >= written - dictionaryStart) return 'corrupt';
          literal();
          continue;
        }
        let length: number;
        if (bit(IS_REPEAT + state) === 1) {
          if (bit(IS_REPEAT_0 + state) === 0) {
            if (bit(IS_REPEAT_0_LONG + (state << 4) + near) === 0) {
              if (rep0 >= written - dictionaryStart) return 'corrupt';
              output[written] = output[written - rep0 - 1] as number;
              written += 1;
              state = state < 7 ? 9 : 11;
              continue;
            }
          } else {
            let distance = rep1;
            if (bit(IS_REPEAT_1 + state) === 1) {
              distance = rep2;
              if (bit(IS_REPEAT_2 + state) === 1) {
                distance = rep3;
                rep3 = rep2;
              }
              rep2 = rep1;
            }
            rep1 = rep0;
            rep0 = distance;
          }
          length = matchLength(REPEAT_LENGTH, near);
          state = state < 7 ? 8 : 11;
        } else {
          rep3 = rep2;
          rep2 = rep1;
          rep1 = rep0;
          length = matchLength(MATCH_LENGTH, near);
          state = state < 7 ? 7 : 10;
          rep0 = matchDistance(length);
          if (rep0 === 0xffffffff) return 'complete';
        }
        if (rep0 >= written - dictionaryStart) return 'corrupt';
        for (let from = written - rep0 - 1, last = written + length; written < last;) output[written++] = output[from++] as number;
      }
      return position > end ? 'truncated' : 'more';
    },
  };
}

export type Decoder = ReturnType<typeof makeDecoder>;
