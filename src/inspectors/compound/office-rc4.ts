import { joinBytes, u16, u32 } from '../bytes';
import { md5 } from '../crypto/md5';
import { rc4 } from '../crypto/rc4';
import { sha1 } from '../crypto/sha1';
import { numberBytes, passwordBytes, startsWith } from './default-password';

/** The RC4 key of each block of an enciphered stream. */
export type BlockKeys = (block: number) => Uint8Array;

/**
 * The keys of an older Office file, if the password opens it; null if it does not. `header` begins with the version of the
 * encryption: 1.1 is RC4 with 40 bits ([MS-OFFCRYPTO] 2.3.6), 2.2 to 4.2 RC4 through CryptoAPI (2.3.5).
 */
export function unlockRc4(header: Uint8Array, password: string): BlockKeys | null {
  const major = u16(header, 0);
  const minor = u16(header, 2);
  if (major === 1 && minor === 1) {
    const salt = header.subarray(4, 20);
    const start = joinBytes(md5(passwordBytes(password)).subarray(0, 5), salt);
    const repeated = md5(joinBytes(...new Array<Uint8Array>(16).fill(start))).subarray(0, 5);
    return verified((block) => md5(joinBytes(repeated, numberBytes(block))), header.subarray(20, 52), md5);
  }
  if (major < 2 || major > 4 || minor !== 2) return null;
  const keyBits = u32(header, 12 + 16);
  const verifier = 12 + u32(header, 8);
  const salted = sha1(joinBytes(header.subarray(verifier + 4, verifier + 20), passwordBytes(password)));
  const keys: BlockKeys = (block) => {
    const key = sha1(joinBytes(salted, numberBytes(block)));
    // 40 bits, which zero also stands for, are filled up to 128.
    if (keyBits === 0 || keyBits === 40) return key.fill(0, 5).subarray(0, 16);
    return key.subarray(0, Math.max(5, Math.min(16, keyBits >> 3)));
  };
  const check = joinBytes(header.subarray(verifier + 20, verifier + 36), header.subarray(verifier + 40, verifier + 60));
  return verified(keys, check, sha1);
}

/** The keys, when the first of them shows that the check's second part is the hash of its first 16 bytes. */
function verified(keys: BlockKeys, check: Uint8Array, hash: (bytes: Uint8Array) => Uint8Array): BlockKeys | null {
  const opened = rc4(keys(0), check);
  return opened.length > 16 && startsWith(opened.subarray(16), hash(opened.subarray(0, 16))) ? keys : null;
}
