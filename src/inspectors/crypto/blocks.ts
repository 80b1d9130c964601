/**
 * Why our own hashes and ciphers: classic Outlook's runtime has no `crypto`, and Office and PDF files need MD5, RC4 and
 * AES without padding, which the browser's does not offer either. They only ever open files, so nothing here has to
 * withstand an onlooker with a clock.
 */

/** Two of the largest blocks: a message's rest, the end mark and the length. The hashes never pause, so one serves all. */
const tail = new Uint8Array(256);

/**
 * Hands a message to a hash's block function, block by block, ended as RFC 1321 and FIPS 180-4 say: one set bit, zeros,
 * the length in bits in the last bytes of the last block.
 */
export function eachBlock(
  message: Uint8Array,
  blockSize: 64 | 128,
  lengthOrder: 'little-endian' | 'big-endian',
  compress: (bytes: Uint8Array, offset: number) => void,
): void {
  const rest = message.length % blockSize;
  const whole = message.length - rest;
  for (let offset = 0; offset < whole; offset += blockSize) compress(message, offset);
  const end = rest + 1 + blockSize / 8 > blockSize ? 2 * blockSize : blockSize;
  tail.fill(0, rest, end);
  for (let i = 0; i < rest; i += 1) tail[i] = message[whole + i]!;
  tail[rest] = 0x80;
  let bits = message.length * 8;
  // Seven bytes hold any length that JavaScript can count.
  for (let i = 0; i < 7; i += 1) {
    tail[lengthOrder === 'big-endian' ? end - 1 - i : end - 8 + i] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  for (let offset = 0; offset < end; offset += blockSize) compress(tail, offset);
}

/** Writes 32-bit words out, most significant byte first, as many as the output holds. */
export function writeBigEndian(words: Int32Array, output: Uint8Array): Uint8Array {
  for (let i = 0; i < output.length; i += 1) output[i] = words[i >> 2]! >> (24 - 8 * (i & 3));
  return output;
}
