import { createCipheriv, createHash } from 'node:crypto';
import { findEntry, openCompoundFile } from '../../src/inspectors/compound/compound-file';
import type { CompoundEntry } from '../../src/inspectors/compound/compound-file';
import { rc4 } from '../../src/inspectors/crypto/rc4';
import type { Tree } from './build-compound-file';

// Enciphers documents as [MS-OFFCRYPTO] says, for the kinds that no free program writes. Written from the specification, as
// the readers are; the files in files/compound and the corpus show that both have understood it.

const hash = (name: string, ...parts: readonly Uint8Array[]): Uint8Array => {
  const state = createHash(name);
  for (const part of parts) state.update(part);
  return new Uint8Array(state.digest());
};
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const number = (value: number): Uint8Array => Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
const SALT = new Uint8Array(16).map((_, index) => index * 11 + 3);
const VERIFIER = new Uint8Array(16).map((_, index) => index * 5 + 1);

/** The streams of a compound file, to be changed and built anew. */
export function streamsOf(bytes: Uint8Array): Record<string, Uint8Array | Tree> {
  const file = openCompoundFile(bytes);
  const collect = (storage: CompoundEntry): Record<string, Uint8Array | Tree> => {
    const tree: Record<string, Uint8Array | Tree> = {};
    for (const child of storage.children) tree[child.name] = child.isStorage ? collect(child) : file.read(child).slice();
    return tree;
  };
  return collect(file.root);
}

export function streamOf(bytes: Uint8Array, name: string): Uint8Array {
  const file = openCompoundFile(bytes);
  return file.read(findEntry(file.root, name)!).slice();
}

interface Rc4Scheme {
  /** What stands in the file, from the version on. */
  readonly header: Uint8Array;
  key(block: number): Uint8Array;
}

/** RC4 through CryptoAPI, [MS-OFFCRYPTO] 2.3.5, with a key of 40 or 128 bits. */
export function cryptoApi(password: string, keyBits: 40 | 128): Rc4Scheme {
  const base = hash('sha1', SALT, wide(password));
  const key = (block: number): Uint8Array => {
    const full = hash('sha1', base, number(block));
    return keyBits === 40 ? join(full.subarray(0, 5), new Uint8Array(11)) : full.subarray(0, 16);
  };
  const check = rc4(key(0), join(VERIFIER, hash('sha1', VERIFIER)));
  const provider = wide('Microsoft Enhanced Cryptographic Provider v1.0\0');
  const parameters = join(number(4), number(0), number(0x6801), number(0x8004), number(keyBits), number(1), number(0), number(0), provider);
  return {
    header: join([2, 0, 2, 0], number(4), number(parameters.length), parameters, number(16), SALT, check.subarray(0, 16), number(20), check.subarray(16)),
    key,
  };
}

/** The bodies of a workbook's records, changed; those that have to stay as they are stay. */
function changeRecords(workbook: Uint8Array, filePass: Uint8Array, change: (body: Uint8Array, start: number, whole: Uint8Array) => Uint8Array): Uint8Array {
  const begin = 4 + (workbook[2]! | (workbook[3]! << 8));
  const output = join(workbook.subarray(0, begin), [0x2f, 0, filePass.length, filePass.length >> 8], filePass, workbook.subarray(begin));
  const moved = 4 + filePass.length;
  const whole = output.slice();
  for (let at = 0; at + 4 <= output.length; ) {
    const id = output[at]! | (output[at + 1]! << 8);
    const end = at + 4 + (output[at + 2]! | (output[at + 3]! << 8));
    const view = new DataView(output.buffer, output.byteOffset);
    if (id === 0x85) view.setUint32(at + 4, view.getUint32(at + 4, true) + moved, true);
    const from = id === 0x85 ? at + 8 : at + 4;
    if (![0x809, 0x2f, 0xe1].includes(id)) output.set(change(whole.subarray(from, end), from, whole), from);
    at = end;
  }
  return output;
}

/** A workbook enciphered with RC4 through CryptoAPI. */
export function encipherWorkbook(workbook: Uint8Array, { header, key }: Rc4Scheme): Uint8Array {
  return changeRecords(workbook, join([1, 0], header), (body, start, whole) => {
    const all = new Uint8Array(whole.length);
    for (let at = 0; at < whole.length; at += 1024) all.set(rc4(key(at / 1024), new Uint8Array(Math.min(1024, whole.length - at))), at);
    return body.map((byte, index) => byte ^ all[start + index]!);
  });
}

/** What method 1 of [MS-OFFCRYPTO] 2.3.7 makes of “VelvetSweatshop”, as msoffcrypto-tool computes it. */
const MIX = [0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04];

/** A workbook obfuscated with Excel's own password; `check` is the number that stands in the file for the password. */
export function obfuscateWorkbook(workbook: Uint8Array, check = 0x9a0a): Uint8Array {
  return changeRecords(workbook, Uint8Array.of(0, 0, 0x59, 0xb3, check, check >> 8), (body, start, whole) => {
    // The sheet's place, four bytes, is skipped but counts.
    const isSheet = whole[start - 8] === 0x85 && whole[start - 7] === 0;
    const length = body.length + (isSheet ? 4 : 0);
    const origin = start - (isSheet ? 4 : 0);
    return body.map((byte, index) => ((byte >> 3) | (byte << 5)) ^ MIX[(origin + length + start - origin + index) % 16]!);
  });
}

/** A presentation enciphered with RC4 through CryptoAPI, out of one that was saved once. */
export function encipherPresentation(tree: Record<string, Uint8Array | Tree>, { header, key }: Rc4Scheme): Tree {
  const document = tree['PowerPoint Document'] as Uint8Array;
  const user = (tree['Current User'] as Uint8Array).slice();
  const view = new DataView(document.buffer, document.byteOffset);
  const editAt = new DataView(user.buffer, user.byteOffset).getUint32(16, true);
  const directoryAt = view.getUint32(editAt + 8 + 12, true);
  const entry = view.getUint32(directoryAt + 8, true);
  const first = entry & 0xfffff;
  const count = entry >>> 20;
  const offsets = Array.from({ length: count }, (_, index) => view.getUint32(directoryAt + 12 + 4 * index, true));
  const body = document.slice(0, directoryAt);
  offsets.forEach((offset, index) => {
    const end = offset + 8 + view.getUint32(offset + 4, true);
    body.set(rc4(key(first + index), document.subarray(offset, end)), offset);
  });
  const session = join([0x0f, 0, 0x14, 0x2f], number(header.length), header);
  const places = [...offsets, body.length];
  const directory = join([0, 0, 0x72, 0x17], number(4 + 4 * places.length), number(((count + 1) << 20) | first), ...places.map(number));
  const newDirectoryAt = body.length + session.length;
  const edit = document.slice(editAt, editAt + 8 + 28);
  const editView = new DataView(edit.buffer);
  editView.setUint32(4, 32, true);
  editView.setUint32(8 + 12, newDirectoryAt, true);
  const userView = new DataView(user.buffer);
  userView.setUint32(12, 0xf3d1c4df, true);
  userView.setUint32(16, newDirectoryAt + directory.length, true);
  return { ...tree, 'Current User': user, 'PowerPoint Document': join(body, session, directory, edit, number(first + count)) };
}

/** An encrypted package, agile as Office 2010 and later write it, with as many rounds as are asked for. */
export function agile(content: Uint8Array, password: string, rounds: number, algorithm: 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512' = 'SHA512', claimedRounds = rounds): Tree {
  const name = algorithm.toLowerCase();
  let spun = hash(name, SALT, wide(password));
  for (let round = 0; round < rounds; round += 1) spun = hash(name, number(round), spun);
  const fit = (bytes: Uint8Array, length: number): Uint8Array => join(bytes, new Uint8Array(length).fill(0x36)).subarray(0, length);
  const cipher = (key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array => {
    const padded = join(data, new Uint8Array((16 - (data.length % 16)) % 16));
    const state = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([state.update(padded), state.final()]));
  };
  const close = (blockKey: readonly number[], data: Uint8Array): string =>
    Buffer.from(cipher(fit(hash(name, spun, Uint8Array.from(blockKey)), 32), SALT, data)).toString('base64');
  const key = new Uint8Array(32).map((_, index) => index * 3 + 7);
  const salt = Buffer.from(SALT).toString('base64');
  const scheme = `saltSize="16" blockSize="16" keyBits="256" hashSize="${spun.length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${algorithm}" saltValue="${salt}"`;
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns:p="p"><keyData ${scheme}/><keyEncryptors><keyEncryptor uri="p"><p:encryptedKey spinCount="${claimedRounds}" ${scheme}` +
    ` encryptedVerifierHashInput="${close([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], VERIFIER)}"` +
    ` encryptedVerifierHashValue="${close([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], hash(name, VERIFIER))}"` +
    ` encryptedKeyValue="${close([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const pieces: Uint8Array[] = [number(content.length), number(0)];
  for (let at = 0; at < content.length; at += 4096) pieces.push(cipher(key, fit(hash(name, SALT, number(at / 4096)), 16), content.subarray(at, at + 4096)));
  return { EncryptionInfo: join([4, 0, 4, 0, 0x40, 0, 0, 0], Buffer.from(xml)), EncryptedPackage: join(...pieces) };
}
