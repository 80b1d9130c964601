import { armouredBlockAt } from './armour';
import { decodeLenientBase64 } from '../mail/lenient-base64';
import { hasBytes, textStart } from '../bytes';
import type { Inspecting, Inspector } from '../inspector';
import { findSignature, readSignatures } from '../signatures';
import type { Signature } from '../signatures';
import { LOCKED } from '../sentences';

// Files that are encrypted by their nature: knowing the format is knowing that a secret is needed. VeraCrypt, EncFS and other containers
// without a mark look like random bytes, and no reader can tell them from those.

const signatures = readSignatures(`
openssl password Salted__
age key age-encryption.org/v1%0a->%20
aes-crypt password AES%01%00
aes-crypt password AES%02%00
luks password LUKS%ba%be
bitlocker password 3:-FVE-FS-
encrypted-dmg password encrcdsa%00
password-safe password PWS3
ansible-vault password $ANSIBLE_VAULT;1.
`);

/** Marks made of letters alone, which a text may begin with: what follows them must be no text. */
const WORDS = ['openssl', 'password-safe'];
const OPENSSL_TEXT: Signature = { format: 'openssl', group: 'password', marks: [] };
const AGE_TEXT: Signature = { format: 'age', group: 'key', marks: [] };

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(8, 72).some((byte) => byte >= 0x80 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13));
}

function find(bytes: Uint8Array): Signature | undefined {
  const signature = findSignature(signatures, bytes);
  if (signature !== undefined) return WORDS.indexOf(signature.format) === -1 || isBinary(bytes) ? signature : undefined;
  const start = textStart(bytes);
  // OpenSSL's base64 form is nothing but base64: a text that merely begins like it is a text.
  const isLikeOpenssl = hasBytes(bytes, 'U2FsdGVkX1', start) && bytes.length - start > 24;
  if (
    isLikeOpenssl &&
    bytes.subarray(start).every((byte) => byte <= 32 || byte === 0x2b || byte === 0x3d || (byte >= 0x2f && byte <= 0x7a && byte !== 0x5f))
  )
    return OPENSSL_TEXT;
  const block = armouredBlockAt(bytes, start);
  if (block === null || block.label !== 'AGE ENCRYPTED FILE') return undefined;
  return hasBytes(
    decodeLenientBase64(bytes, block.contentStart, Math.min(block.contentEnd, block.contentStart + 64)),
    'age-encryption.org/v',
  )
    ? AGE_TEXT
    : undefined;
}

function* inspect(bytes: Uint8Array): Inspecting {
  const { format, group } = find(bytes)!;
  yield;
  return {
    format,
    protection: 'protected',
    reason:
      group === 'permission'
        ? 'It is encrypted by Microsoft Purview and opens only for those it was protected for.'
        : `It is encrypted (${format}) and opens only with its ${group}.`,
    content: 'none',
    contentReason: LOCKED,
    segments: [],
    entries: [],
    nature: 'text',
    note: null,
  };
}

export const encryptedContainers: Inspector = {
  sniff: (bytes) => find(bytes) !== undefined,
  inspect,
};
