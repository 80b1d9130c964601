import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { aesCbcDecrypt, aesCbcEncrypt, aesEcbDecrypt } from '../../src/inspectors/crypto/aes';
import { md5 } from '../../src/inspectors/crypto/md5';
import { rc4 } from '../../src/inspectors/crypto/rc4';
import { sha1 } from '../../src/inspectors/crypto/sha1';
import { sha256, sha384, sha512 } from '../../src/inspectors/crypto/sha2';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** A fixed stream of bytes that looks random, so that a failure can be repeated. */
function makeBytes(length: number, seed: number): Uint8Array {
  let state = seed * 2654435761 + 1;
  return new Uint8Array(length).map(() => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const HASHES: Record<string, (bytes: Uint8Array) => Uint8Array> = { md5, sha1, sha256, sha384, sha512 };

describe.each(Object.entries(HASHES))('%s', (name, hash) => {
  test('agrees with Node on every length around the block boundaries', () => {
    for (let length = 0; length < 300; length += 1) {
      const message = makeBytes(length, length);
      expect(hex(hash(message))).toBe(createHash(name).update(message).digest('hex'));
    }
  });

  test('agrees with Node on a long message', () => {
    const message = makeBytes(100_003, 7);
    expect(hex(hash(message))).toBe(createHash(name).update(message).digest('hex'));
  });

  test('leaves the message as it was', () => {
    const message = makeBytes(200, 9);
    hash(message);
    expect(hex(message)).toBe(hex(makeBytes(200, 9)));
  });
});

describe('published values', () => {
  test.each([
    ['MD5, RFC 1321', md5(ascii('message digest')), 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['SHA-1, FIPS 180', sha1(ascii('abc')), 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA-256, FIPS 180', sha256(ascii('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'SHA-384, FIPS 180',
      sha384(ascii('abc')),
      'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7',
    ],
    [
      'SHA-512, FIPS 180',
      sha512(ascii('abc')),
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
    ['RC4, the key “Key”', rc4(ascii('Key'), ascii('Plaintext')), 'bbf316e8d940af0ad3'],
    ['RC4, the key “Wiki”', rc4(ascii('Wiki'), ascii('pedia')), '1021bf0420'],
    [
      'AES-128, FIPS 197 appendix C.1',
      aesEcbDecrypt(makeSequence(16), Buffer.from('69c4e0d86a7b0430d8cdb78070b4c55a', 'hex')),
      '00112233445566778899aabbccddeeff',
    ],
    [
      'AES-192, FIPS 197 appendix C.2',
      aesEcbDecrypt(makeSequence(24), Buffer.from('dda97ca4864cdfe06eaf70a0ec0d7191', 'hex')),
      '00112233445566778899aabbccddeeff',
    ],
    [
      'AES-256, FIPS 197 appendix C.3',
      aesEcbDecrypt(makeSequence(32), Buffer.from('8ea2b7ca516745bfeafc49904b496089', 'hex')),
      '00112233445566778899aabbccddeeff',
    ],
  ])('%s', (_name, actual, expected) => {
    expect(hex(actual)).toBe(expected);
  });
});

function makeSequence(length: number): Uint8Array {
  return new Uint8Array(length).map((_, i) => i);
}

describe.each([128, 192, 256])('AES-%i', (bits) => {
  const key = makeBytes(bits / 8, bits);
  const iv = makeBytes(16, bits + 1);
  const plain = makeBytes(4096 + 16, bits + 2);

  test('enciphers a chain as Node does', () => {
    const cipher = createCipheriv(`aes-${bits}-cbc`, key, iv).setAutoPadding(false);
    expect(hex(aesCbcEncrypt(key, iv, plain))).toBe(hex(Buffer.concat([cipher.update(plain), cipher.final()])));
  });

  test('deciphers a chain as Node does', () => {
    const decipher = createDecipheriv(`aes-${bits}-cbc`, key, iv).setAutoPadding(false);
    expect(hex(aesCbcDecrypt(key, iv, plain))).toBe(hex(Buffer.concat([decipher.update(plain), decipher.final()])));
  });

  test('deciphers single blocks as Node does', () => {
    const decipher = createDecipheriv(`aes-${bits}-ecb`, key, null).setAutoPadding(false);
    expect(hex(aesEcbDecrypt(key, plain))).toBe(hex(Buffer.concat([decipher.update(plain), decipher.final()])));
  });

  test('leaves out an incomplete last block', () => {
    expect(hex(aesCbcDecrypt(key, iv, plain.subarray(0, 47)))).toBe(hex(aesCbcDecrypt(key, iv, plain.subarray(0, 32))));
  });
});

test('RC4 agrees with a second coding of it on many keys', () => {
  for (let length = 1; length < 60; length += 7) {
    const key = makeBytes(length, length);
    const data = makeBytes(500, length + 1);
    expect(hex(rc4(key, data))).toBe(hex(plainRc4([...key], [...data])));
  }
});

/** RC4 as the textbooks have it: Node's own is switched off in current OpenSSL. */
function plainRc4(key: number[], data: number[]): Uint8Array {
  const s = Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  let i = 0;
  let j = 0;
  return Uint8Array.from(data, (byte) => {
    i = (i + 1) % 256;
    j = (j + s[i]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
    return byte ^ s[(s[i]! + s[j]!) % 256]!;
  });
}

test('a hash may write its output into the message it has read, as the key derivation loop does', () => {
  const buffer = new Uint8Array(68);
  const expected = createHash('sha512').update(buffer).digest('hex');
  sha512(buffer, buffer.subarray(4));
  expect(hex(buffer.subarray(4))).toBe(expected);
});
