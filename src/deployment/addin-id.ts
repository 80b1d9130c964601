import { sha256 } from '../inspectors/crypto/sha2';
import type { Chosen } from './problem';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * An id that is the same for the same host every time, so that nobody has to keep it: a UUID of version 8 (RFC 9562, 5.8)
 * made of the host's SHA-256. A host that moves keeps its id by `--id` or by the manifest that is replaced.
 */
export function addinId(host: string): string {
  const bytes = sha256(new TextEncoder().encode(`heed add-in at ${host}`)).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function readId(typed: string): Chosen<string> {
  const id = typed.trim().toLowerCase().replace(/^\{(.*)\}$/, '$1');
  if (!ID.test(id)) return { problem: `“${typed}” is not an id. Copy the Id of the manifest you have, such as 5d0c7e7a-3f0e-4c52-9a0b-6b6f0d4f8e21, or leave it out.` };
  return { value: id };
}
