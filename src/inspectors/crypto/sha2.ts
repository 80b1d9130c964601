import { eachBlock, writeBigEndian } from './blocks';

/** The first 64 bits behind the point of a prime's square or cube root, as two words: SHA-2's constants are such bits. */
function rootFraction(prime: bigint, degree: 2n | 3n): readonly [high: number, low: number] {
  let root = 0n;
  for (let bit = 1n << 68n; bit > 0n; bit >>= 1n) if ((root | bit) ** degree < prime << (64n * degree)) root |= bit;
  return [Number((root >> 32n) & 0xffffffffn), Number(root & 0xffffffffn)];
}

interface Constants {
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** The initial states of SHA-512 and SHA-384, a high and a low word in turn. */
  readonly initial512: Int32Array;
  readonly initial384: Int32Array;
}

let known: Constants | null = null;

/** FIPS 180-4, 4.2 and 5.3: cube roots of the first 80 primes; square roots of the first 8 and of the next 8. */
function constants(): Constants {
  if (known !== null) return known;
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < 80; candidate += 1n) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  const cubes = primes.map((prime) => rootFraction(prime, 3n));
  const squares = primes.slice(0, 16).reduce<number[]>((all, prime) => all.concat(rootFraction(prime, 2n)), []);
  known = {
    high: Int32Array.from(cubes, (pair) => pair[0]),
    low: Int32Array.from(cubes, (pair) => pair[1]),
    initial512: Int32Array.from(squares.slice(0, 16)),
    initial384: Int32Array.from(squares.slice(16)),
  };
  return known;
}

const high = new Int32Array(80);
const low = new Int32Array(80);
const state = new Int32Array(16);

function readWord(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

function compress256(bytes: Uint8Array, offset: number): void {
  const keys = constants().high;
  for (let i = 0; i < 16; i += 1) high[i] = readWord(bytes, offset + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const x = high[i - 15]!;
    const y = high[i - 2]!;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    high[i] = s0 + s1 + high[i - 7]! + high[i - 16]!;
  }
  const v = state.slice(0, 8);
  for (let i = 0; i < 64; i += 1) {
    const a = v[0]!;
    const e = v[4]!;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t = (v[7]! + s1 + ((e & v[5]!) ^ (~e & v[6]!)) + keys[i]! + high[i]!) | 0;
    const majority = (a & v[1]!) ^ (a & v[2]!) ^ (v[1]! & v[2]!);
    v.copyWithin(1, 0, 7);
    v[4] = v[4]! + t;
    v[0] = t + s0 + majority;
  }
  for (let i = 0; i < 8; i += 1) state[i] = state[i]! + v[i]!;
}

/** What a sum of low words carries into the high word. The words must have been made unsigned before they were added. */
const CARRY = 1 / 0x100000000;

/**
 * SHA-512's words of 64 bits are pairs of 32 here. Written out in full and without calls: an encrypted workbook asks for
 * it 100,000 times.
 */
function compress512(bytes: Uint8Array, offset: number): void {
  const { high: keysHigh, low: keysLow } = constants();
  for (let i = 0; i < 16; i += 1) {
    high[i] = readWord(bytes, offset + 8 * i);
    low[i] = readWord(bytes, offset + 8 * i + 4);
  }
  for (let i = 16; i < 80; i += 1) {
    const xh = high[i - 15]!;
    const xl = low[i - 15]!;
    const yh = high[i - 2]!;
    const yl = low[i - 2]!;
    const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
    const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
    const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
    const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
    const sum = (s0l >>> 0) + (s1l >>> 0) + (low[i - 7]! >>> 0) + (low[i - 16]! >>> 0);
    low[i] = sum | 0;
    high[i] = (s0h + s1h + high[i - 7]! + high[i - 16]! + ((sum * CARRY) | 0)) | 0;
  }
  let ah = state[0]!;
  let al = state[1]!;
  let bh = state[2]!;
  let bl = state[3]!;
  let ch = state[4]!;
  let cl = state[5]!;
  let dh = state[6]!;
  let dl = state[7]!;
  let eh = state[8]!;
  let el = state[9]!;
  let fh = state[10]!;
  let fl = state[11]!;
  let gh = state[12]!;
  let gl = state[13]!;
  let hh = state[14]!;
  let hl = state[15]!;
  for (let i = 0; i < 80; i += 1) {
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
    const choiceLow = (el & fl) ^ (~el & gl);
    let sum = (hl >>> 0) + (s1l >>> 0) + (choiceLow >>> 0) + (keysLow[i]! >>> 0) + (low[i]! >>> 0);
    const tl = sum | 0;
    const th = (hh + s1h + ((eh & fh) ^ (~eh & gh)) + keysHigh[i]! + high[i]! + ((sum * CARRY) | 0)) | 0;
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
    const majorityLow = (al & bl) ^ (al & cl) ^ (bl & cl);
    const majorityHigh = (ah & bh) ^ (ah & ch) ^ (bh & ch);
    hh = gh;
    hl = gl;
    gh = fh;
    gl = fl;
    fh = eh;
    fl = el;
    sum = (dl >>> 0) + (tl >>> 0);
    el = sum | 0;
    eh = (dh + th + ((sum * CARRY) | 0)) | 0;
    dh = ch;
    dl = cl;
    ch = bh;
    cl = bl;
    bh = ah;
    bl = al;
    sum = (tl >>> 0) + (s0l >>> 0) + (majorityLow >>> 0);
    al = sum | 0;
    ah = (th + s0h + majorityHigh + ((sum * CARRY) | 0)) | 0;
  }
  addToState(0, ah, al);
  addToState(2, bh, bl);
  addToState(4, ch, cl);
  addToState(6, dh, dl);
  addToState(8, eh, el);
  addToState(10, fh, fl);
  addToState(12, gh, gl);
  addToState(14, hh, hl);
}

function addToState(at: number, highWord: number, lowWord: number): void {
  const sum = (state[at + 1]! >>> 0) + (lowWord >>> 0);
  state[at + 1] = sum | 0;
  state[at] = (state[at]! + highWord + ((sum * CARRY) | 0)) | 0;
}

/** The SHA-256 of a message (FIPS 180-4), 32 bytes. `output` may be used again, and may be part of the message. */
export function sha256(message: Uint8Array, output: Uint8Array = new Uint8Array(32)): Uint8Array {
  const { initial512 } = constants();
  for (let i = 0; i < 8; i += 1) state[i] = initial512[2 * i]!;
  eachBlock(message, 64, 'big-endian', compress256);
  return writeBigEndian(state, output);
}

/** The SHA-384 of a message (FIPS 180-4), 48 bytes. `output` may be used again, and may be part of the message. */
export function sha384(message: Uint8Array, output: Uint8Array = new Uint8Array(48)): Uint8Array {
  state.set(constants().initial384);
  eachBlock(message, 128, 'big-endian', compress512);
  return writeBigEndian(state, output);
}

/** The SHA-512 of a message (FIPS 180-4), 64 bytes. `output` may be used again, and may be part of the message. */
export function sha512(message: Uint8Array, output: Uint8Array = new Uint8Array(64)): Uint8Array {
  state.set(constants().initial512);
  eachBlock(message, 128, 'big-endian', compress512);
  return writeBigEndian(state, output);
}
