/** Tables for AES (FIPS 197), made from its field on first use: the two substitutions, each mixed into a column. */
interface Tables {
  readonly substitute: Uint8Array;
  readonly inverse: Uint8Array;
  readonly encryptColumn: Int32Array;
  readonly decryptColumn: Int32Array;
}

let known: Tables | null = null;

function tables(): Tables {
  if (known !== null) return known;
  const substitute = new Uint8Array(256);
  const inverse = new Uint8Array(256);
  const encryptColumn = new Int32Array(256);
  const decryptColumn = new Int32Array(256);
  // Powers and logarithms to the generator 3 make products in the field sums.
  const powers = new Uint8Array(510);
  const logarithms = new Uint8Array(256);
  for (let i = 0, power = 1; i < 255; i += 1) {
    powers[i] = power;
    powers[i + 255] = power;
    logarithms[power] = i;
    power ^= (power << 1) ^ (power & 0x80 ? 0x11b : 0);
  }
  const times = (a: number, b: number): number => (b === 0 ? 0 : powers[logarithms[a]! + logarithms[b]!]!);
  for (let byte = 0; byte < 256; byte += 1) {
    const reciprocal = byte === 0 ? 0 : powers[255 - logarithms[byte]!]!;
    const repeated = reciprocal * 0x101;
    const s = (0x63 ^ reciprocal ^ (repeated >> 7) ^ (repeated >> 6) ^ (repeated >> 5) ^ (repeated >> 4)) & 0xff;
    substitute[byte] = s;
    inverse[s] = byte;
    encryptColumn[byte] = (times(2, s) << 24) | (s << 16) | (s << 8) | times(3, s);
    decryptColumn[s] = (times(14, byte) << 24) | (times(9, byte) << 16) | (times(13, byte) << 8) | times(11, byte);
  }
  known = { substitute, inverse, encryptColumn, decryptColumn };
  return known;
}

function readWord(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >> 24;
  bytes[at + 1] = word >> 16;
  bytes[at + 2] = word >> 8;
  bytes[at + 3] = word;
}

/** A word of bytes looked up in a table, the first by that of `a`, the second by that of `b`, and so on. */
function pick(table: Uint8Array, a: number, b: number, c: number, d: number): number {
  return (table[a >>> 24]! << 24) | (table[(b >>> 16) & 255]! << 16) | (table[(c >>> 8) & 255]! << 8) | table[d & 255]!;
}

/** The same of looked-up columns, each turned down by its row. */
function mix(column: Int32Array, a: number, b: number, c: number, d: number): number {
  const x = column[(b >>> 16) & 255]!;
  const y = column[(c >>> 8) & 255]!;
  const z = column[d & 255]!;
  return column[a >>> 24]! ^ ((x >>> 8) | (x << 24)) ^ ((y >>> 16) | (y << 16)) ^ ((z >>> 24) | (z << 8));
}

/** The round keys, four words a round. A key of any other length than 16, 24 or 32 bytes is a bug. */
function expandKey(key: Uint8Array): Int32Array {
  const length = key.length / 4;
  if (length !== 4 && length !== 6 && length !== 8) throw new Error(`An AES key cannot have ${key.length} bytes.`);
  const { substitute } = tables();
  const schedule = new Int32Array(4 * (length + 7));
  let constant = 1;
  for (let i = 0; i < schedule.length; i += 1) {
    if (i < length) {
      schedule[i] = readWord(key, 4 * i);
      continue;
    }
    let word = schedule[i - 1]!;
    if (i % length === 0) {
      word = (word << 8) | (word >>> 24);
      word = pick(substitute, word, word, word, word) ^ (constant << 24);
      constant = (constant << 1) ^ (constant & 0x80 ? 0x11b : 0);
    } else if (length === 8 && i % length === 4) {
      word = pick(substitute, word, word, word, word);
    }
    schedule[i] = schedule[i - length]! ^ word;
  }
  return schedule;
}

/** The round keys for deciphering: in reverse, all but the outer two unmixed (FIPS 197, 5.3.5). */
function invertKey(schedule: Int32Array): Int32Array {
  const { substitute, decryptColumn } = tables();
  const inverted = new Int32Array(schedule.length);
  const last = schedule.length - 4;
  for (let i = 0; i < schedule.length; i += 1) {
    const word = schedule[last - (i & ~3) + (i & 3)]!;
    const substituted = pick(substitute, word, word, word, word);
    inverted[i] = i < 4 || i >= last ? word : mix(decryptColumn, substituted, substituted, substituted, substituted);
  }
  return inverted;
}

/** Runs the rounds over the four words of a block, in place. Rows shift one way to encipher, the other to decipher. */
function cipherBlock(block: Int32Array, schedule: Int32Array, column: Int32Array, last: Uint8Array, isForward: boolean): void {
  // Deciphering is the same with the second and fourth word exchanged, on both sides.
  const second = isForward ? 1 : 3;
  const fourth = 4 - second;
  let a = block[0]! ^ schedule[0]!;
  let b = block[second]! ^ schedule[second]!;
  let c = block[2]! ^ schedule[2]!;
  let d = block[fourth]! ^ schedule[fourth]!;
  let at = 4;
  for (; at < schedule.length - 4; at += 4) {
    const w = mix(column, a, b, c, d) ^ schedule[at]!;
    const x = mix(column, b, c, d, a) ^ schedule[at + second]!;
    const y = mix(column, c, d, a, b) ^ schedule[at + 2]!;
    d = mix(column, d, a, b, c) ^ schedule[at + fourth]!;
    a = w;
    b = x;
    c = y;
  }
  // The last round mixes nothing.
  block[0] = pick(last, a, b, c, d) ^ schedule[at]!;
  block[second] = pick(last, b, c, d, a) ^ schedule[at + second]!;
  block[2] = pick(last, c, d, a, b) ^ schedule[at + 2]!;
  block[fourth] = pick(last, d, a, b, c) ^ schedule[at + fourth]!;
}

/** Deciphers whole blocks of 16 bytes; an incomplete last one is left out. With null each block stands alone (ECB). */
function decrypt(key: Uint8Array, iv: Uint8Array | null, data: Uint8Array): Uint8Array {
  const { decryptColumn, inverse } = tables();
  const schedule = invertKey(expandKey(key));
  const output = new Uint8Array(data.length - (data.length % 16));
  const block = new Int32Array(4);
  for (let at = 0; at < output.length; at += 16) {
    for (let i = 0; i < 4; i += 1) block[i] = readWord(data, at + 4 * i);
    cipherBlock(block, schedule, decryptColumn, inverse, false);
    for (let i = 0; i < 4; i += 1) {
      let chained = 0;
      if (iv !== null) chained = at === 0 ? readWord(iv, 4 * i) : readWord(data, at - 16 + 4 * i);
      writeWord(output, at + 4 * i, block[i]! ^ chained);
    }
  }
  return output;
}

/** Deciphers AES-128, -192 or -256 with cipher block chaining. Padding is kept; an incomplete last block is left out. */
export function aesCbcDecrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  return decrypt(key, iv, data);
}

/** Deciphers AES-128, -192 or -256 block by block. Padding is kept; an incomplete last block is left out. */
export function aesEcbDecrypt(key: Uint8Array, data: Uint8Array): Uint8Array {
  return decrypt(key, null, data);
}

/** Enciphers AES-128, -192 or -256 with cipher block chaining. Nothing is padded; an incomplete last block is left out. */
export function aesCbcEncrypt(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const { encryptColumn, substitute } = tables();
  const schedule = expandKey(key);
  const output = new Uint8Array(data.length - (data.length % 16));
  const block = new Int32Array(4);
  for (let i = 0; i < 4; i += 1) block[i] = readWord(iv, 4 * i);
  for (let at = 0; at < output.length; at += 16) {
    for (let i = 0; i < 4; i += 1) block[i] = block[i]! ^ readWord(data, at + 4 * i);
    cipherBlock(block, schedule, encryptColumn, substitute, true);
    for (let i = 0; i < 4; i += 1) writeWord(output, at + 4 * i, block[i]!);
  }
  return output;
}
