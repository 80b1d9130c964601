import { sha256 } from './sha2';

/** Half of a SHA-256: enough that no two addresses of a trust meet, and a pack of them stays small. */
const BYTES = 16;

/**
 * The hash that stands for an address in a pack's lists of people who are not staff, in 32 hexadecimal digits: of the
 * address as it is compared (lower case). It keeps addresses out of a pack that many can read; it is no secret to someone
 * who can guess the address.
 */
export function addressHash(address: string): string {
  // An address that is compared has only ASCII in its domain; what else there is may be cut to a byte, as it only has to be told apart.
  const bytes = Uint8Array.from(Array.from(address), (character) => character.charCodeAt(0) & 255);
  return Array.from(sha256(bytes).subarray(0, BYTES), (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}
