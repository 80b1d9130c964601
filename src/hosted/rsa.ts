/** A number as digits of 14 bits, the least first: two products and what is carried stay within 31 bits, which is fast. */
type Digits = Int32Array;

const BITS = 14;
const MASK = (1 << BITS) - 1;

/** Bytes of the shortest and the longest modulus: 2,048 bits, the least for signatures (NIST SP 800-131A), to 4,096. */
const SHORTEST = 256;
const LONGEST = 512;

/** What stands before a SHA-256 in a signature (RFC 8017, 9.2, note 1). */
const DIGEST_INFO = [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

function digitsOf(bytes: Uint8Array, size: number): Digits {
  const digits = new Int32Array(size);
  for (let bit = 0; bit < 8 * bytes.length; bit += 1) {
    if (((bytes[bytes.length - 1 - (bit >> 3)]! >> (bit & 7)) & 1) === 1) digits[Math.floor(bit / BITS)]! |= 1 << (bit % BITS);
  }
  return digits;
}

function bytesOf(digits: Digits, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let bit = 0; bit < 8 * length; bit += 1) {
    if (((digits[Math.floor(bit / BITS)]! >> (bit % BITS)) & 1) === 1) bytes[length - 1 - (bit >> 3)]! |= 1 << (bit & 7);
  }
  return bytes;
}

/** Both have the same number of digits. */
function isLess(a: Digits, b: Digits): boolean {
  let i = b.length - 1;
  while (i > 0 && a[i] === b[i]) i -= 1;
  return a[i]! < b[i]!;
}

function subtract(a: Digits, b: Digits): void {
  let borrow = 0;
  for (let i = 0; i < a.length; i += 1) {
    const difference = a[i]! - b[i]! - borrow;
    borrow = difference < 0 ? 1 : 0;
    a[i] = difference & MASK;
  }
}

/** `a × b ÷ R` under the odd modulus, R being the base to the power of its digits (Montgomery, 1985). */
function multiply(a: Digits, b: Digits, modulus: Digits, inverse: number): Digits {
  const last = modulus.length - 1;
  const sum = new Int32Array(modulus.length);
  for (let i = 0; i <= last; i += 1) {
    const digit = b[i]!;
    const factor = (((sum[0]! + a[0]! * digit) & MASK) * inverse) & MASK;
    let carry = (sum[0]! + a[0]! * digit + factor * modulus[0]!) >> BITS;
    for (let j = 1; j <= last; j += 1) {
      const value = sum[j]! + a[j]! * digit + factor * modulus[j]! + carry;
      sum[j - 1] = value & MASK;
      carry = value >> BITS;
    }
    // The highest digit of the modulus is zero, so nothing is carried out of it.
    sum[last] = carry;
  }
  if (!isLess(sum, modulus)) subtract(sum, modulus);
  return sum;
}

/** The inverse of an odd digit under the base, negated: each step of Newton's doubles the bits that are right. */
function negatedInverse(digit: number): number {
  let inverse = 1;
  for (let step = 0; step < 4; step += 1) inverse = (inverse * ((2 - digit * inverse) & MASK)) & MASK;
  return -inverse & MASK;
}

/** R² under the modulus: 1, doubled as often as R² has bits. */
function squareOfR(modulus: Digits): Digits {
  const value = new Int32Array(modulus.length);
  value[0] = 1;
  for (let bit = 0; bit < 2 * BITS * value.length; bit += 1) {
    for (let i = value.length - 1; i > 0; i -= 1) value[i] = ((value[i]! << 1) & MASK) | (value[i - 1]! >> (BITS - 1));
    value[0] = (value[0] << 1) & MASK;
    if (!isLess(value, modulus)) subtract(value, modulus);
  }
  return value;
}

/** The signature to the power of 65,537 under the modulus, as bytes of the modulus' length. */
function opened(signature: Uint8Array, modulus: Uint8Array): Uint8Array | null {
  // One digit more than is needed, for what is carried.
  const size = Math.ceil((8 * modulus.length) / BITS) + 1;
  const n = digitsOf(modulus, size);
  const s = digitsOf(signature, size);
  if (!isLess(s, n)) return null;
  const inverse = negatedInverse(n[0]!);
  const base = multiply(s, squareOfR(n), n, inverse);
  let power = base;
  for (let square = 0; square < 16; square += 1) power = multiply(power, power, n, inverse);
  // One more factor for the exponent's last bit, and one that takes the value out of Montgomery's form.
  return bytesOf(multiply(multiply(power, base, n, inverse), digitsOf(Uint8Array.of(1), size), n, inverse), modulus.length);
}

/**
 * True when this is the RSASSA-PKCS1-v1_5 signature of a SHA-256 under the key (RFC 8017, 8.2.2), whose exponent is 65,537,
 * the one with which every tool makes keys. What was signed is made
 * anew and compared byte for byte; nothing of the signature is parsed, so nothing in it can be left unread.
 */
export function isSigned(hash: Uint8Array, signature: Uint8Array, modulus: Uint8Array): boolean {
  const length = modulus.length;
  if (length < SHORTEST || length > LONGEST || modulus[0]! < 128 || modulus[length - 1]! % 2 === 0) return false;
  if (signature.length !== length || hash.length !== 32) return false;
  const bytes = opened(signature, modulus);
  if (bytes === null) return false;
  const tail = DIGEST_INFO.concat(Array.from(hash));
  const padding = length - tail.length - 1;
  let difference = 0;
  for (let i = 0; i < length; i += 1) {
    const expected = i === 0 || i === padding ? 0 : i === 1 ? 1 : i < padding ? 255 : tail[i - padding - 1]!;
    difference |= bytes[i]! ^ expected;
  }
  return difference === 0;
}
