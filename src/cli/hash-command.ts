import path from 'node:path';
import { isUnreadable } from '../domain';
import { addressHash } from '../inspectors/crypto/address-hash';
import { comparableAddress } from '../recipients';
import { decodeText } from '../text';
import { readBytes } from './files';
import type { CommandIo, ExitCode } from './io';

/** What may stand around an address in a list or an export: separators, quotation marks, brackets. */
const AROUND = /[\s,;<>"'()[\]|]+/;

/** Each address of a text once, as it is compared. */
function addressesIn(text: string): readonly string[] {
  const found = text
    .split(AROUND)
    .filter((word) => word.indexOf('@') > 0)
    .map((word) => comparableAddress(word.replace(/^mailto:/i, '').replace(/[.:]+$/, '')))
    .filter((address): address is string => address !== null);
  return Array.from(new Set(found));
}

/** Prints the hash of each address of a file as a JSON list, in the order of the hashes, so that no place tells whose it is. */
export async function hashCommand(file: string, io: CommandIo): Promise<ExitCode> {
  const bytes = await readBytes(path.resolve(io.folder, file));
  if (isUnreadable(bytes)) {
    io.err(`${file}: not read, because ${bytes.unreadable}.`);
    return 2;
  }
  const hashes = addressesIn(decodeText(bytes).text).map(addressHash).sort();
  if (hashes.length === 0) {
    io.err(`${file}: there is no address in it. Save the list as text or CSV, with the addresses in it.`);
    return 2;
  }
  io.out(JSON.stringify(hashes, null, 2));
  io.err(hashes.length === 1 ? '1 address.' : `${hashes.length} addresses.`);
  return 0;
}
