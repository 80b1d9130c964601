import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, privateEncrypt, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { isSigned } from '../../src/hosted/rsa';

function modulusOf(key: KeyObject): Uint8Array {
  return new Uint8Array(Buffer.from(createPublicKey(key).export({ format: 'jwk' }).n as string, 'base64url'));
}

const hashOf = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const modulus = modulusOf(key);
const TEXT = '{"serial":7}';
const signature = new Uint8Array(sign('sha256', Buffer.from(TEXT), key));

/** A block of the signer's choosing, put through the private key as it is: what a forger of paddings would like to have. */
function raw(block: readonly number[]): Uint8Array {
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(block)));
}

const PREFIX = [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];
const HASH = [...hashOf(TEXT)];

/** 00 01 FF… 00 and the tail, with each part open to change. */
function block(tail: readonly number[], { start = [0, 1], fill = 255, end = 0 } = {}): readonly number[] {
  return [...start, ...new Array<number>(256 - tail.length - start.length - 1).fill(fill), end, ...tail];
}

test.each([2048, 3072, 4096])('Node’s own signatures of %i bits are good', (modulusLength) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength });
  for (const text of ['', 'a', TEXT.repeat(100)]) {
    const made = new Uint8Array(sign('sha256', Buffer.from(text), privateKey));
    expect(isSigned(hashOf(text), made, modulusOf(privateKey))).toBe(true);
    expect(isSigned(hashOf(`${text} `), made, modulusOf(privateKey))).toBe(false);
  }
});

test('the block is the one we think it is', () => {
  expect(isSigned(hashOf(TEXT), raw(block([...PREFIX, ...HASH])), modulus)).toBe(true);
});

describe('forged and broken signatures are none', () => {
  test.each<[string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array(0)],
    ['all zeros', () => new Uint8Array(256)],
    ['one', () => Uint8Array.from({ length: 256 }, (_, index) => (index === 255 ? 1 : 0))],
    ['one byte short', () => signature.slice(1)],
    ['one byte long, a zero in front', () => Uint8Array.from([0, ...signature])],
    ['one byte long, a zero behind', () => Uint8Array.from([...signature, 0])],
    ['the modulus itself', () => modulus],
    ['as large as can be', () => new Uint8Array(256).fill(255)],
    ['another key’s', () => new Uint8Array(sign('sha256', Buffer.from(TEXT), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey))],
    ['SHA-1', () => new Uint8Array(sign('sha1', Buffer.from(TEXT), key))],
    ['SHA-512', () => new Uint8Array(sign('sha512', Buffer.from(TEXT), key))],
    ['PSS padding', () => new Uint8Array(sign('sha256', Buffer.from(TEXT), { key, padding: constants.RSA_PKCS1_PSS_PADDING }))],
    ['block type 2', () => raw(block([...PREFIX, ...HASH], { start: [0, 2] }))],
    ['block type 0', () => raw(block([...PREFIX, ...HASH], { start: [0, 0] }))],
    ['a first byte that is not zero', () => raw(block([...PREFIX, ...HASH], { start: [1, 1] }))],
    ['padding of zeros', () => raw(block([...PREFIX, ...HASH], { fill: 0 }))],
    ['no zero after the padding', () => raw(block([...PREFIX, ...HASH], { end: 255 }))],
    ['short padding and bytes behind the hash', () => raw([0, 1, ...new Array<number>(8).fill(255), 0, ...PREFIX, ...HASH, ...new Array<number>(194).fill(7)])],
    ['short padding and zeros behind the hash', () => raw([0, 1, ...new Array<number>(8).fill(255), 0, ...PREFIX, ...HASH, ...new Array<number>(194).fill(0)])],
    ['the hash without its name', () => raw(block(HASH))],
    ['a name without its NULL', () => raw(block([0x30, 0x2f, 0x30, 0x0b, ...PREFIX.slice(4, 15), 0x04, 0x20, ...HASH]))],
    ['a length in the long form', () => raw(block([0x30, 0x81, ...PREFIX.slice(1), ...HASH]))],
    ['bytes hidden in the parameters', () => raw(block([0x30, 0x33, 0x30, 0x0f, ...PREFIX.slice(4, 15), 0x05, 0x02, 1, 2, 0x04, 0x20, ...HASH]))],
    ['a hash cut short', () => raw(block([...PREFIX.slice(0, 18), 0x1f, ...HASH.slice(1)]))],
    ['another hash', () => raw(block([...PREFIX, ...HASH.slice(0, 31), (HASH[31] as number) ^ 1]))],
  ])('%s', (_name, make) => {
    expect(isSigned(hashOf(TEXT), make(), modulus)).toBe(false);
  });

  test('any one bit changed', () => {
    fc.assert(
      fc.property(fc.nat(2047), (bit) => {
        const changed = signature.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        return !isSigned(hashOf(TEXT), changed, modulus);
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  test('any one bit of the key changed', () => {
    fc.assert(
      fc.property(fc.nat(2047), (bit) => {
        const changed = modulus.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        return !isSigned(hashOf(TEXT), signature, changed);
      }),
      { numRuns: 60, seed: 8 },
    );
  });
});

test('a signature with zeros in front is read as it is', () => {
  // About one in 256 is shorter than the key; made until one comes.
  for (let number = 0; ; number += 1) {
    const made = new Uint8Array(sign('sha256', Buffer.from(`${number}`), key));
    if (made[0] !== 0) continue;
    expect(made).toHaveLength(256);
    expect(isSigned(hashOf(`${number}`), made, modulus)).toBe(true);
    break;
  }
});

test('keys that are too short, even, or not what they say are refused', () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  expect(isSigned(hashOf(TEXT), new Uint8Array(sign('sha256', Buffer.from(TEXT), short)), modulusOf(short))).toBe(false);
  const cubed = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey;
  expect(isSigned(hashOf(TEXT), new Uint8Array(sign('sha256', Buffer.from(TEXT), cubed)), modulusOf(cubed))).toBe(false);
  const even = modulus.slice();
  even[255] = (even[255] as number) & 254;
  for (const wrong of [even, modulus.slice(1), new Uint8Array(256), new Uint8Array(0), Uint8Array.from([0, 0, ...modulus])]) {
    expect(isSigned(hashOf(TEXT), signature, wrong)).toBe(false);
  }
  expect(createPrivateKey(key.export({ type: 'pkcs8', format: 'pem' }) as string).asymmetricKeyType).toBe('rsa');
});
