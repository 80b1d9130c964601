import { addressHash } from '../../inspectors/crypto/address-hash';
import { comparableAddress } from '../../recipients';

/** What a list of hashes keeps of a line: the hash of an address, and anything else as it is. */
export function hashedLine(line: string): string {
  const address = line.indexOf('@') > 0 ? comparableAddress(line.replace(/[,;]+$/, '')) : null;
  return address === null ? line : addressHash(address);
}
