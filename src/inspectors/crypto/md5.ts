import { eachBlock } from './blocks';

const ROTATIONS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** The whole part of 2^32 times the sine of 1 … 64 (RFC 1321, 3.4). */
const SINES = new Int32Array(64).map((_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 0x100000000) | 0);

const words = new Int32Array(16);
const state = new Int32Array(4);

function compress(bytes: Uint8Array, offset: number): void {
  for (let i = 0; i < 16; i += 1) {
    const at = offset + 4 * i;
    words[i] = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < 64; i += 1) {
    const round = i >> 4;
    let mixed: number;
    let index: number;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      index = i;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      index = 5 * i + 1;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      index = 3 * i + 5;
    } else {
      mixed = c ^ (b | ~d);
      index = 7 * i;
    }
    const sum = (a + mixed + SINES[i]! + words[index & 15]!) | 0;
    const rotation = ROTATIONS[4 * round + (i & 3)]!;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << rotation) | (sum >>> (32 - rotation)))) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
}

/** The MD5 of a message (RFC 1321), 16 bytes. */
export function md5(message: Uint8Array): Uint8Array {
  state.set([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  eachBlock(message, 64, 'little-endian', compress);
  const output = new Uint8Array(16);
  for (let i = 0; i < 16; i += 1) output[i] = state[i >> 2]! >> (8 * (i & 3));
  return output;
}
