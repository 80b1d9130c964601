import { unreadable } from '../domain';
import type { Deployment, Mode, Policy, Unreadable } from '../domain';
import { sha256 } from '../inspectors/crypto/sha2';
import { decodeBase64 } from '../text';
import { isSigned } from './rsa';

/** A policy as it was signed: with its layers resolved, and how it is deployed. */
export interface HostedPolicy {
  readonly deployment: Deployment;
  readonly policy: Policy;
}

/** The version of the file's own shape. A higher one is refused; lower ones are read for ever. */
export const HOSTED_FORMAT = 1;

/**
 * The longest file that is read, in characters: forty schools make about 100,000, and the longest lists of parents' and pupils'
 * addresses that a pack may have another 2,400,000.
 */
export const LONGEST_HOSTED = 4_000_000;

const MODES: readonly Mode[] = ['monitor-only', 'inform', 'warn', 'justify', 'block'];

/** The file is written in ASCII alone, so its characters are its bytes, whatever encoding a server or a client makes up. */
function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 126) return null;
    bytes[index] = code;
  }
  return bytes;
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most && Math.floor(value) === value;
}

function isDeployment(value: unknown): value is Deployment {
  if (!isObject(value) || !isObject(value['rollout'])) return false;
  const { serial, issued, mode, rollout, offlineDays } = value;
  const isKnownMode = MODES.includes(mode as Mode);
  const isRollout = isWhole(rollout['percent'], 0, 100) && Array.isArray(rollout['rings']);
  // What leaves monitor-only without its record was not signed by our command.
  if (mode !== 'monitor-only' && !isObject(value['authorisation'])) return false;
  return isKnownMode && isRollout && isWhole(serial, 1, 1e9) && isWhole(offlineDays, 1, 30) && !isNaN(Date.parse(String(issued)));
}

/** What every part of the product reads of a policy without asking whether it is there. */
function isPolicy(value: unknown): value is Policy {
  if (!isObject(value) || typeof value['name'] !== 'string' || typeof value['version'] !== 'string') return false;
  return ['unchecked', 'documents', 'organisation', 'rules'].every((part) => isObject(value[part]));
}

/**
 * Reads a hosted policy: its signature first, then its shape, then whether it is the latest. What is wrong is said as a
 * phrase that completes "because …". `key` is the modulus in base64, `lowest` the serial that it may not fall below.
 */
export function readHosted(text: string, signature: string, key: string, lowest: number): HostedPolicy | Unreadable {
  if (text.length > LONGEST_HOSTED) return unreadable('it is too long');
  const bytes = bytesOf(text);
  const modulus = decodeBase64(key);
  const signed = decodeBase64(signature.replace(/\s+/g, ''));
  if (modulus === null) return unreadable('the add-in’s own key makes no sense');
  if (signed === null || signed.length === 0) return unreadable('its signature makes no sense');
  if (bytes === null || !isSigned(sha256(bytes), signed, modulus)) return unreadable('it is not what was signed: it was changed, cut short or signed with another key');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return unreadable('it is not JSON');
  }
  if (!isObject(file) || !isWhole(file['format'], 1, HOSTED_FORMAT)) return unreadable('it was written for a later version of Heed');
  const { deployment, policy } = file;
  if (!isDeployment(deployment) || !isPolicy(policy)) return unreadable('it is not a policy as Heed writes it');
  if (deployment.serial < lowest) return unreadable(`it is older (${deployment.serial}) than the one in force (${lowest})`);
  return { deployment, policy };
}
