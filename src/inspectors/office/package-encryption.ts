import { decodeBase64 } from '../../text/base64';
import type { Budget } from '../budget';
import { joinBytes, latin1, u16, u32 } from '../bytes';
import { aesCbcDecrypt, aesEcbDecrypt } from '../crypto/aes';
import { sha1 } from '../crypto/sha1';
import { sha256, sha384, sha512 } from '../crypto/sha2';
import { EXCEL_PASSWORD, numberBytes, passwordBytes, POWERPOINT_PASSWORD, startsWith } from '../compound/default-password';

/** Deciphers a piece of a package, which is one of many of `PIECE` bytes. */
export type PieceCipher = (piece: Uint8Array, number: number) => Uint8Array;

/** Whether a program's own password opens a document, and then how. */
export type Unlocked =
  | { readonly outcome: 'opens'; readonly open: PieceCipher }
  | { readonly outcome: 'locked' }
  | { readonly outcome: 'untold'; readonly why: string; readonly isForTime: boolean };

type Unlocking = Generator<void, Unlocked, void>;

const LOCKED: Unlocked = { outcome: 'locked' };
const OUT_OF_TIME: Unlocked = {
  outcome: 'untold',
  why: 'It is encrypted. There was no time to tell whether it opens without a password all the same.',
  isForTime: true,
};
const UNKNOWN_SCHEME: Unlocked = {
  outcome: 'untold',
  why: 'It is encrypted in a way that is not known here, so it could not be told whether it opens without a password.',
  isForTime: false,
};

/** Office writes 100,000; the format allows 10,000,000 ([MS-OFFCRYPTO] 2.3.4.10). This many take about two seconds. */
const MOST_ROUNDS = 1_000_000;
const ROUNDS_PER_PAUSE = 1024;
type Hash = (message: Uint8Array, output?: Uint8Array) => Uint8Array;

const HASHES: { readonly [name: string]: Hash | undefined } = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/**
 * Hashes a hash over and over, each time with the round's number before it. Null when it would not be done in the time
 * that is left, which shows after an eighth of it: a machine may be busy for a moment, and engines compile what runs often.
 */
function* spin(hash: Hash, first: Uint8Array, rounds: number, budget: Budget): Generator<void, Uint8Array | null, void> {
  const buffer = joinBytes(numberBytes(0), first);
  const output = buffer.subarray(4);
  const start = budget.remainingTime();
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_PER_PAUSE === 0 && round > 0) {
      const left = budget.remainingTime();
      const spent = start - left;
      if (left <= 0 || (spent * 8 > start && spent * (rounds - round) > left * round)) return null;
      yield;
    }
    buffer[0] = round;
    buffer[1] = round >> 8;
    buffer[2] = round >> 16;
    hash(buffer, output);
  }
  return output;
}

/** A hash cut, or filled up, to a length ([MS-OFFCRYPTO] 2.3.4.11). */
function fitted(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return joinBytes(bytes, new Uint8Array(length - bytes.length).fill(0x36));
}

/** What an element says about a cipher and a hash ([MS-OFFCRYPTO] 2.3.4.10). */
interface Scheme {
  readonly hash: Hash;
  readonly salt: Uint8Array;
  readonly keyLength: number;
  attribute(name: string): string;
}

/** The scheme in a tag of the descriptor; null when it is none that is known. */
function readScheme(tag: string): Scheme | null {
  const attribute = (name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  const hash = HASHES[attribute('hashAlgorithm').replace('-', '').toUpperCase()];
  const salt = decodeBase64(attribute('saltValue'));
  const keyLength = Number(attribute('keyBits')) / 8;
  const isKnown = attribute('cipherAlgorithm') === 'AES' && attribute('cipherChaining') === 'ChainingModeCBC';
  if (hash === undefined || salt === null || !isKnown || (keyLength !== 16 && keyLength !== 24 && keyLength !== 32)) return null;
  return { hash, salt, keyLength, attribute };
}

/** The tags of a name, whatever their namespace. The descriptor is an XML file of about 1,000 characters. */
function tagsOf(xml: string, name: string): string[] {
  return xml.split('<').filter((tag) => new RegExp(`^(\\w+:)?${name}\\s`).test(tag));
}

function* unlockAgile(descriptor: string, budget: Budget): Unlocking {
  const lock = tagsOf(descriptor, 'encryptedKey').find((tag) => /\sspinCount/.test(tag));
  // Without a lock for a password there are only locks for certificates.
  if (lock === undefined) return LOCKED;
  const scheme = readScheme(lock);
  const dataScheme = readScheme(tagsOf(descriptor, 'keyData')[0] ?? '');
  if (scheme === null || dataScheme === null) return UNKNOWN_SCHEME;
  const rounds = Number(scheme.attribute('spinCount'));
  if (!(rounds <= MOST_ROUNDS)) return UNKNOWN_SCHEME;

  for (const password of [EXCEL_PASSWORD, POWERPOINT_PASSWORD]) {
    const spun = yield* spin(scheme.hash, scheme.hash(joinBytes(scheme.salt, passwordBytes(password))), rounds, budget);
    if (spun === null) return OUT_OF_TIME;
    const open = (name: string, ...blockKey: number[]): Uint8Array => {
      const key = fitted(scheme.hash(joinBytes(spun, blockKey)), scheme.keyLength);
      return aesCbcDecrypt(key, fitted(scheme.salt, 16), decodeBase64(scheme.attribute(name)) ?? new Uint8Array(0));
    };
    const input = open('encryptedVerifierHashInput', 0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79).subarray(0, scheme.salt.length);
    const expected = open('encryptedVerifierHashValue', 0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
    if (!startsWith(expected, scheme.hash(input))) continue;
    const key = fitted(open('encryptedKeyValue', 0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6), dataScheme.keyLength);
    const ivOf = (number: number): Uint8Array => fitted(dataScheme.hash(joinBytes(dataScheme.salt, numberBytes(number))), 16);
    return { outcome: 'opens', open: (piece, number) => aesCbcDecrypt(key, ivOf(number), piece) };
  }
  return LOCKED;
}

/** Standard encryption ([MS-OFFCRYPTO] 2.3.4.5–9): SHA-1 in 50,000 rounds, AES block by block. */
function* unlockStandard(info: Uint8Array, budget: Budget): Unlocking {
  const header = 12;
  const algorithm = u32(info, header + 8);
  // AES-128, -192, -256; RC4 is allowed too, but nothing is known to write it.
  if (algorithm < 0x660e || algorithm > 0x6610) return UNKNOWN_SCHEME;
  const keyLength = 16 + 8 * (algorithm - 0x660e);
  const verifier = header + u32(info, 8);
  const salt = info.subarray(verifier + 4, verifier + 20);
  const check = info.subarray(verifier + 20, verifier + 36);
  const checkHash = info.subarray(verifier + 40, verifier + 72);

  for (const password of [EXCEL_PASSWORD, POWERPOINT_PASSWORD]) {
    const spun = yield* spin(sha1, sha1(joinBytes(salt, passwordBytes(password))), 50000, budget);
    if (spun === null) return OUT_OF_TIME;
    const last = sha1(joinBytes(spun, numberBytes(0)));
    const half = (fill: number): Uint8Array => sha1(new Uint8Array(64).map((_, i) => fill ^ (last[i] ?? 0)));
    const key = joinBytes(half(0x36), half(0x5c)).subarray(0, keyLength);
    if (check.length < 16 || !startsWith(aesEcbDecrypt(key, checkHash), sha1(aesEcbDecrypt(key, check)))) continue;
    return { outcome: 'opens', open: (piece) => aesEcbDecrypt(key, piece) };
  }
  return LOCKED;
}

/**
 * Tries the programs' own passwords on an encrypted Office document, of which `info` is the stream `EncryptionInfo`
 * ([MS-OFFCRYPTO] 2.3.4).
 */
export function* unlockPackage(info: Uint8Array, budget: Budget): Unlocking {
  const major = u16(info, 0);
  const minor = u16(info, 2);
  if (major === 4 && minor === 4) return yield* unlockAgile(latin1(info, 8, 65536), budget);
  if (major >= 2 && major <= 4 && minor === 2) return yield* unlockStandard(info, budget);
  // Extensible encryption leaves the key to a product of its own.
  if (minor === 3) return LOCKED;
  return UNKNOWN_SCHEME;
}
