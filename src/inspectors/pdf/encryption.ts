import { join, joinBytes } from '../bytes';
import { aesCbcDecrypt, aesCbcEncrypt } from '../crypto/aes';
import { md5 } from '../crypto/md5';
import { rc4 } from '../crypto/rc4';
import { sha256, sha384, sha512 } from '../crypto/sha2';
import { numberBytes, startsWith } from '../compound/default-password';
import type { Ciphers, ObjectStore } from './store';
import { arrayOf, dictionaryOf, isDictionary, isReference, numberOf, resolve } from './values';
import type { PdfDictionary, PdfValue } from './values';
import { NEEDS_PASSWORD, OLDER_ENCRYPTION, RIGHTS, UNTOLD } from '../sentences';

/** Whether a file needs a secret, and how to read it when it does not. */
export interface Access {
  readonly protection: 'protected' | 'open' | 'opens-without-password' | 'partly' | 'unknown';
  /** As a sentence a person can read. */
  readonly reason: string;
  /** Null when nothing needs deciphering. */
  readonly ciphers: Ciphers | null;
  /** True when the text can be read. */
  readonly isReadable: boolean;
  /** A remark about the kind of encryption; null when there is none. */
  readonly note: string | null;
}

/** An answer of which nothing can be read, but for what `more` says. */
function answer(protection: Access['protection'], reason: string, more?: Partial<Access>): Access {
  return { protection, reason, ciphers: null, isReadable: false, note: null, ...more };
}

const UNCLEAR = answer('unknown', UNTOLD);
const OPEN = answer('open', 'It has no password.', { isReadable: true });

/**
 * Judges the `Encrypt` entry of a file's trailer (ISO 32000-1, 7.6; ISO 32000-2 for revisions 5 and 6). `isCertain` is false
 * when the trailer is lost and the entry is a guess.
 */
export function judgeAccess(store: ObjectStore, trailer: PdfDictionary, isCertain: boolean): Access {
  const entry = trailer.get('Encrypt');
  if (entry === undefined || entry === null) return OPEN;
  const encryption = resolve(store, entry);
  if (!isDictionary(encryption)) {
    // A reference to nothing counts as no entry (ISO 32000-1, 7.3.10), unless it was lost with a part of the file.
    const isLost = isReference(entry) && store.places.has(entry.number);
    return isLost ? UNCLEAR : OPEN;
  }
  const handler = resolve(store, encryption.get('Filter'));
  if (typeof handler !== 'string') return UNCLEAR;
  if (handler !== 'Standard') return answer('protected', handlerReason(handler));
  const method = cryptMethods(store, encryption);
  const key = emptyPasswordKey(store, trailer, encryption);
  if (key === null) return UNCLEAR;
  if (key.length > 0) {
    return answer('opens-without-password', 'It is encrypted, but opens without a password: only printing, copying or changing it is restricted.', {
      ciphers: makeCiphers(key, method),
      isReadable: method.streams !== 'other' && method.strings !== 'other',
    });
  }
  if (!isCertain) return UNCLEAR;
  if (method.streams === 'none' && method.strings === 'none') {
    return answer('partly', 'Its pages open for anyone; only the files inside it need a password.', { isReadable: true });
  }
  return answer('protected', NEEDS_PASSWORD, { note: method.streams === 'rc4' ? OLDER_ENCRYPTION : null });
}

/** The sentence for a file locked by anything but a password. */
export function handlerReason(handler: PdfValue): string {
  if (typeof handler === 'string' && /^(Adobe\.P|Entrust)/.test(handler)) return 'Only people with the right certificate can open it.';
  if (handler === 'MicrosoftIRMServices') return RIGHTS;
  return 'It is locked in a way only its own program can open.';
}

/** `other`: a cipher that is not known here, such as the ones of ISO/TS 32003. */
type Method = 'none' | 'rc4' | 'aes' | 'aes-256' | 'other';

interface CryptMethods {
  readonly streams: Method;
  readonly strings: Method;
  readonly embeddedFiles: Method;
}

function cryptMethods(store: ObjectStore, encryption: PdfDictionary): CryptMethods {
  const version = numberOf(store, encryption.get('V'), 0);
  if (version < 4) return { streams: 'rc4', strings: 'rc4', embeddedFiles: 'rc4' };
  const filters = dictionaryOf(store, encryption.get('CF'));
  const named = (value: PdfValue | undefined): Method => {
    const name = resolve(store, value);
    if (typeof name !== 'string' || name === 'Identity') return 'none';
    if (!filters.has(name)) return 'other';
    switch (resolve(store, dictionaryOf(store, filters.get(name)).get('CFM'))) {
      case 'V2':
        return 'rc4';
      case 'AESV2':
        return 'aes';
      case 'AESV3':
        return 'aes-256';
      case 'None':
      case null:
        return 'none';
      default:
        return 'other';
    }
  };
  const streams = named(encryption.get('StmF'));
  const embedded = encryption.get('EFF');
  return {
    streams,
    strings: named(encryption.get('StrF')),
    embeddedFiles: embedded === undefined ? streams : named(embedded),
  };
}

function makeCiphers(key: Uint8Array, methods: CryptMethods): Ciphers {
  const decipherer = (method: Method, number: number, generation: number): ((data: Uint8Array) => Uint8Array) | null => {
    if (method === 'none' || method === 'other') return null;
    return (data) => {
      if (method === 'aes-256') return decipherAes(key, data);
      const objectKey = keyForObject(key, number, generation, method === 'aes');
      return method === 'aes' ? decipherAes(objectKey, data) : rc4(objectKey, data);
    };
  };
  return {
    forStrings: (number, generation) => decipherer(methods.strings, number, generation),
    forStream(number, generation, dictionary) {
      const type = dictionary.get('Type');
      return type === 'XRef' ? null : decipherer(type === 'EmbeddedFile' ? methods.embeddedFiles : methods.streams, number, generation);
    },
  };
}

const AES_SALT = [0x73, 0x41, 0x6c, 0x54];

/** Algorithm 1: each object has a key of its own. */
function keyForObject(key: Uint8Array, number: number, generation: number, isAes: boolean): Uint8Array {
  const parts = [number, number >> 8, number >> 16, generation, generation >> 8];
  return md5(joinBytes(key, parts, isAes ? AES_SALT : [])).subarray(0, Math.min(key.length + 5, 16));
}

function decipherAes(key: Uint8Array, data: Uint8Array): Uint8Array {
  // A key of another length is a damaged file's.
  if (data.length < 32 || (key.length !== 16 && key.length !== 32)) return new Uint8Array(0);
  const plain = aesCbcDecrypt(key, data.subarray(0, 16), data.subarray(16));
  const padding = plain[plain.length - 1] ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** What a password is filled up with (ISO 32000-1, algorithm 2): all of it is the empty password. */
const PADDING = new Uint8Array([
  0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e,
  0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
]);
const NO_KEY = new Uint8Array(0);

/**
 * The file's key when the empty password opens it, as the user's or the owner's; no bytes when it does not; null when it
 * cannot be told.
 */
function emptyPasswordKey(store: ObjectStore, trailer: PdfDictionary, encryption: PdfDictionary): Uint8Array | null {
  const revision = numberOf(store, encryption.get('R'), 0);
  const owner = bytesOf(resolve(store, encryption.get('O')));
  const user = bytesOf(resolve(store, encryption.get('U')));
  if (owner === null || user === null || revision < 2) return null;
  if (revision >= 5) return modernKey(store, encryption, revision, owner, user);
  const permissions = numberOf(store, encryption.get('P'), 0) | 0;
  const identifier = bytesOf(resolve(store, arrayOf(store, trailer.get('ID'))[0])) ?? NO_KEY;
  const paddedOwner = filledUp(owner);
  const isMetadataClear = revision >= 4 && resolve(store, encryption.get('EncryptMetadata')) === false;
  const tail = joinBytes(
    paddedOwner,
    numberBytes(permissions),
    identifier,
    isMetadataClear ? [255, 255, 255, 255] : [],
  );
  for (const length of keyLengths(store, encryption, revision)) {
    const passwords = [PADDING, passwordFromOwner(paddedOwner, revision, length)];
    for (const password of passwords) {
      let key = md5(joinBytes(password, tail)).subarray(0, length);
      if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key).subarray(0, length);
      if (opensUser(key, revision, identifier, user)) return key;
    }
  }
  return NO_KEY;
}

/** Key lengths in bytes to try: what the file declares is sometimes in bytes where bits are meant, or wrong. */
function keyLengths(store: ObjectStore, encryption: PdfDictionary, revision: number): number[] {
  if (revision === 2) return [5];
  const filter = dictionaryOf(store, dictionaryOf(store, encryption.get('CF')).get('StdCF'));
  const lengths: number[] = [];
  for (const declared of [numberOf(store, encryption.get('Length'), 0), numberOf(store, filter.get('Length'), 0), 128, 40]) {
    const length = declared >= 40 ? declared >> 3 : declared;
    if (length >= 5 && length <= 16 && length % 1 === 0 && lengths.indexOf(length) === -1) lengths.push(length);
  }
  return lengths;
}

/** Algorithm 7: the user's password, filled up, as the empty owner's password gives it. */
function passwordFromOwner(owner: Uint8Array, revision: number, length: number): Uint8Array {
  let digest = md5(PADDING);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) digest = md5(digest.subarray(0, length));
  const key = digest.subarray(0, length);
  if (revision === 2) return rc4(key, owner);
  let password = owner;
  for (let round = 19; round >= 0; round -= 1) password = rc4(masked(key, round), password);
  return password;
}

/** Algorithms 4 to 6: whether a key is the one that the user's entry was made with. */
function opensUser(key: Uint8Array, revision: number, identifier: Uint8Array, user: Uint8Array): boolean {
  if (revision === 2) return startsWith(filledUp(user), rc4(key, PADDING));
  let check = md5(joinBytes(PADDING, identifier));
  for (let round = 0; round < 20; round += 1) check = rc4(masked(key, round), check);
  return startsWith(filledUp(user), check);
}

/** Revisions 5 and 6 (ISO 32000-2, algorithms 2.A and 11 to 13): hash of 32 bytes, salts of 8 and 8. */
function modernKey(
  store: ObjectStore,
  encryption: PdfDictionary,
  revision: number,
  owner: Uint8Array,
  user: Uint8Array,
): Uint8Array | null {
  if (owner.length < 48 || user.length < 48) return null;
  const userPart = user.subarray(0, 48);
  for (const [entry, name, extra] of [
    [user, 'UE', NO_KEY],
    [owner, 'OE', userPart],
  ] as const) {
    const check = hashPassword(revision, joinBytes(entry.subarray(32, 40), extra), extra);
    if (!startsWith(entry, check)) continue;
    const wrapped = bytesOf(resolve(store, encryption.get(name)));
    if (wrapped === null || wrapped.length < 32) return null;
    const key = hashPassword(revision, joinBytes(entry.subarray(40, 48), extra), extra);
    return aesCbcDecrypt(key, new Uint8Array(16), wrapped.subarray(0, 32));
  }
  return NO_KEY;
}

/** Algorithm 2.B for the empty password. `input` is the salt with what follows it; revision 5 stops after the first hash. */
function hashPassword(revision: number, input: Uint8Array, extra: Uint8Array): Uint8Array {
  let key = sha256(input);
  if (revision === 5) return key;
  let lastByte = 0;
  for (let round = 0; round < 64 || lastByte > round - 32; round += 1) {
    const repeated = join(new Array<Uint8Array>(64).fill(joinBytes(key, extra)));
    const enciphered = aesCbcEncrypt(key.subarray(0, 16), key.subarray(16, 32), repeated);
    // 256 is 1 modulo 3, so the first 16 bytes as a number leave the same rest as their sum.
    let sum = 0;
    for (let index = 0; index < 16; index += 1) sum += enciphered[index]!;
    key = sum % 3 === 0 ? sha256(enciphered) : sum % 3 === 1 ? sha384(enciphered) : sha512(enciphered);
    lastByte = enciphered[enciphered.length - 1]!;
  }
  return key.subarray(0, 32);
}

function bytesOf(value: PdfValue): Uint8Array | null {
  return value instanceof Uint8Array ? value : null;
}

/** The first 32 bytes, with zeros for what is missing. */
function filledUp(bytes: Uint8Array): Uint8Array {
  return joinBytes(bytes, new Uint8Array(32)).subarray(0, 32);
}

function masked(key: Uint8Array, mask: number): Uint8Array {
  return key.map((byte) => byte ^ mask);
}
