import { armouredBlockAt, decodeLenientBase64, textStart } from './armour';
import { findBytes, hasBytes, u32 } from './bytes';
import type { Inspecting, Inspector } from './inspector';

// Files that are encrypted by their nature: knowing the format is knowing that a secret is needed. VeraCrypt, EncFS and other containers
// without a mark look like random bytes, and no reader can tell them from those.

interface Container {
  readonly format: string;
  readonly title: string;
  /** What opens it, as in “It opens only with …”. */
  readonly key: string;
  isAt(bytes: Uint8Array): boolean;
}

const PASSWORD = 'its password';
const OPENSSL_MARK = 'Salted__';
/** The mark and the salt. */
const OPENSSL_HEADER = 16;
/** `Salted__` in base64, but for the last characters, which hold the salt too. */
const OPENSSL_TEXT = 'U2FsdGVkX1';
const AES_CRYPT_VERSIONS = 3;

function startsWith(mark: string): (bytes: Uint8Array) => boolean {
  return (bytes) => hasBytes(bytes, mark);
}

/** True when bytes near the start are no text: what follows a mark made of letters must be, for it to be a mark. */
function isBinary(bytes: Uint8Array, start: number): boolean {
  return bytes.subarray(start, start + 64).some((byte) => byte >= 0x80 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13));
}

/** OpenSSL's base64 form is nothing but base64: a text that merely begins like it is a text. */
function isOpensslText(bytes: Uint8Array): boolean {
  const start = textStart(bytes);
  if (!hasBytes(bytes, OPENSSL_TEXT, start)) return false;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const isDigit = (byte >= 0x2f && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (!isDigit && byte !== 0x2b && byte !== 0x3d && byte !== 10 && byte !== 13 && byte !== 32) return false;
  }
  const decoded = decodeLenientBase64(bytes, start, Math.min(bytes.length, start + 64));
  return hasBytes(decoded, OPENSSL_MARK) && decoded.length > OPENSSL_HEADER;
}

function isAge(bytes: Uint8Array): boolean {
  if (hasBytes(bytes, 'age-encryption.org/v1\n-> ')) return true;
  const block = armouredBlockAt(bytes, textStart(bytes));
  if (block === null || block.label !== 'AGE ENCRYPTED FILE') return false;
  return hasBytes(decodeLenientBase64(bytes, block.contentStart, Math.min(block.contentEnd, block.contentStart + 64)), 'age-encryption.org/v');
}

function isKeePass(bytes: Uint8Array): boolean {
  return hasBytes(bytes, '\x03\xd9\xa2\x9a') && bytes[4]! >= 0x65 && bytes[4]! <= 0x67 && hasBytes(bytes, '\xfb\x4b\xb5', 5);
}

const CONTAINERS: readonly Container[] = [
  { format: 'keepass', title: 'KeePass database (.kdbx, .kdb)', key: PASSWORD, isAt: isKeePass },
  { format: 'axcrypt', title: 'AxCrypt file (.axx)', key: PASSWORD, isAt: startsWith('\xc0\xb9\x07\x2e\x4f\x93\xf1\x46\xa0\x15\x79\x2c\xa1\xd9\xe8\x21') },
  {
    format: 'openssl',
    title: 'File encrypted with OpenSSL, binary or base64',
    key: PASSWORD,
    isAt: (bytes) => (hasBytes(bytes, OPENSSL_MARK) && bytes.length > OPENSSL_HEADER && isBinary(bytes, OPENSSL_MARK.length)) || isOpensslText(bytes),
  },
  { format: 'age', title: 'age file, binary or as text (.age)', key: 'a key or a passphrase', isAt: isAge },
  {
    format: 'pfile',
    title: 'File protected by Microsoft Purview (.pfile, .ptxt, .ppdf, .pjpg)',
    key: 'the permission of the organisation that protected it',
    isAt: (bytes) => hasBytes(bytes, '.pfile') && u32(bytes, 6) >= 1 && u32(bytes, 6) < 16,
  },
  {
    format: 'aes-crypt',
    title: 'AES Crypt file (.aes)',
    key: PASSWORD,
    isAt: (bytes) => hasBytes(bytes, 'AES') && bytes[3]! <= AES_CRYPT_VERSIONS && bytes[4] === 0,
  },
  { format: 'luks', title: 'LUKS disk', key: 'a passphrase', isAt: startsWith('LUKS\xba\xbe') },
  { format: 'bitlocker', title: 'BitLocker disk', key: 'a password or a recovery key', isAt: (bytes) => hasBytes(bytes, '-FVE-FS-', 3) },
  { format: 'encrypted-dmg', title: 'Encrypted Apple disk image (.dmg)', key: PASSWORD, isAt: (bytes) => hasBytes(bytes, 'encrcdsa') || hasBytes(bytes, 'cdsaencr', bytes.length - 8) },
  { format: 'password-safe', title: 'Password Safe database (.psafe3)', key: PASSWORD, isAt: (bytes) => hasBytes(bytes, 'PWS3') && isBinary(bytes, 4) },
  { format: 'rclone', title: 'File encrypted with rclone', key: PASSWORD, isAt: startsWith('RCLONE\0\0') },
  { format: 'scrypt', title: 'File encrypted with scrypt', key: PASSWORD, isAt: startsWith('scrypt\0') },
  { format: 'vim', title: 'Text encrypted with Vim', key: PASSWORD, isAt: startsWith('VimCrypt~0') },
  { format: 'ansible-vault', title: 'Ansible vault', key: PASSWORD, isAt: (bytes) => hasBytes(bytes, '$ANSIBLE_VAULT;1.') && findBytes(bytes, ';AES', 0, 40) > 0 },
];

function* inspect(bytes: Uint8Array): Inspecting {
  const { format, title, key } = CONTAINERS.find((container) => container.isAt(bytes))!;
  return {
    format,
    protection: 'protected',
    reason: `It is encrypted (${title.replace(/ \(.*/, '')}) and opens only with ${key}.`,
    content: 'none',
    contentReason: 'What is in it is encrypted.',
    segments: [],
    entries: [],
    nature: 'text',
    note: null,
  };
}

export const encryptedContainers: Inspector = {
  id: 'encrypted-containers',
  formats: CONTAINERS.map(({ format, title }) => ({ format, title, reads: 'protection' as const })),
  sniff: (bytes) => CONTAINERS.some((container) => container.isAt(bytes)),
  inspect,
};
