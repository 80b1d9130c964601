import { bigEndian, hasBytes, join } from '../bytes';

// OpenPGP packets: RFC 9580 §4 and §5, with the older forms of RFC 4880 and RFC 2440.

export interface Packet {
  readonly tag: number;
  /** The stretches of the file that make up its body. */
  readonly chunks: readonly { readonly start: number; readonly end: number }[];
  /** Where the next packet starts. */
  readonly next: number;
  /** False when the file ends before the packet does. */
  readonly isWhole: boolean;
}

export const PUBLIC_KEY_ESK = 1;
export const SYMMETRIC_ESK = 3;
export const COMPRESSED = 8;
export const LITERAL = 11;
export const USER_ID = 13;
const SIGNATURE = 2;
const ONE_PASS_SIGNATURE = 4;
const SECRET_KEY = 5;
const PUBLIC_KEY = 6;
const SECRET_SUBKEY = 7;
const ENCRYPTED = 9;
const MARKER = 10;
const PUBLIC_SUBKEY = 14;
const ENCRYPTED_CHECKED = 18;
const ENCRYPTED_AEAD = 20;
const PADDING = 21;

/** Parts of one body beyond these are not joined. Each is at least 512 bytes in files that keep to the standard. */
const MOST_CHUNKS = 100_000;
const FIRST_PRIVATE_ALGORITHM = 99;
const LAST_PRIVATE_ALGORITHM = 110;

/** The packet at `at`; null when there is none. */
export function packetAt(bytes: Uint8Array, at: number): Packet | null {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return null;
  const chunks: { start: number; end: number }[] = [];
  const finish = (tag: number, start: number, length: number): Packet => {
    chunks.push({ start: Math.min(start, bytes.length), end: Math.min(start + length, bytes.length) });
    return { tag, chunks, next: Math.min(start + length, bytes.length), isWhole: start + length <= bytes.length };
  };
  if (first < 0xc0) {
    const tag = (first >> 2) & 15;
    const size = first & 3;
    if (size === 3) return finish(tag, at + 1, bytes.length - at - 1);
    return finish(tag, at + 1 + 2 ** size, bigEndian(bytes, at + 1, 2 ** size));
  }
  const tag = first & 63;
  let position = at + 1;
  while (chunks.length < MOST_CHUNKS) {
    const length = bytes[position] ?? 255;
    if (length < 192) return finish(tag, position + 1, length);
    if (length < 224) return finish(tag, position + 2, (length - 192) * 256 + (bytes[position + 1] ?? 0) + 192);
    if (length === 255) return finish(tag, position + 5, bigEndian(bytes, position + 1, 4));
    const end = position + 1 + 2 ** (length & 31);
    if (end > bytes.length) return finish(tag, position + 1, 2 ** (length & 31));
    chunks.push({ start: position + 1, end });
    position = end;
  }
  return { tag, chunks, next: bytes.length, isWhole: false };
}

/** The whole body; a copy only when it is in parts. */
export function bodyOf(bytes: Uint8Array, packet: Packet): Uint8Array {
  return join(packet.chunks.map(({ start, end }) => bytes.subarray(start, end)));
}

function isAlgorithm(id: number | undefined, highest: number): boolean {
  return id !== undefined && ((id >= 1 && id <= highest) || (id >= FIRST_PRIVATE_ALGORITHM && id <= LAST_PRIVATE_ALGORITHM));
}

/**
 * True when the packet's first bytes are what its kind demands. Every kind that means encryption is held to a version
 * byte and known algorithms, because a text in an old encoding may well begin with a byte that looks like a packet.
 */
function isPlausible(bytes: Uint8Array, packet: Packet): boolean {
  const { start, end } = packet.chunks[0]!;
  const body = bytes.subarray(start, Math.min(end, start + 16));
  const version = body[0] ?? 255;
  switch (packet.tag) {
    case PUBLIC_KEY_ESK:
      return version === 2 || version === 3 ? end - start > 11 && isAlgorithm(body[9], 35) : version === 6 && body[1]! <= 33;
    case SYMMETRIC_ESK:
      if (version === 4) return isAlgorithm(body[1], 13) && (isAlgorithm(body[2], 4) || body[2] === 0);
      return version === 5 ? isAlgorithm(body[1], 13) && isAlgorithm(body[2], 3) : version === 6 && isAlgorithm(body[2], 13);
    case ENCRYPTED_CHECKED:
      return version === 1 || (version === 2 && isAlgorithm(body[1], 13) && isAlgorithm(body[2], 3));
    case ENCRYPTED_AEAD:
      return version === 1 && isAlgorithm(body[1], 13) && isAlgorithm(body[2], 3);
    case SIGNATURE:
      return version === 3
        ? body[1] === 5
        : version >= 4 && version <= 6 && body[1]! <= 0x50 && isAlgorithm(body[2], 35);
    case ONE_PASS_SIGNATURE:
      return (version === 3 || version === 6) && body[1]! <= 0x50 && isAlgorithm(body[2], 20) && isAlgorithm(body[3], 35);
    case SECRET_KEY:
    case SECRET_SUBKEY:
    case PUBLIC_KEY:
    case PUBLIC_SUBKEY:
      return version >= 2 && version <= 6 && isAlgorithm(body[version < 4 ? 7 : 5], 35);
    case COMPRESSED:
      return version <= 3;
    case LITERAL:
      return 'btul1m'.indexOf(String.fromCharCode(version)) >= 0 && end - start >= 6;
    case MARKER:
      return hasBytes(body, 'PGP') && body.length === 3;
    default:
      return false;
  }
}

export type PgpKind = 'encrypted' | 'open' | 'private-key' | 'key';

/** Most packets looked at to tell what a file is. */
const LOOK_AHEAD = 64;

/** What a run of packets is; null when the bytes are none. */
export function judgePackets(bytes: Uint8Array): PgpKind | null {
  let at = 0;
  let isAfterKey = false;
  for (let i = 0; i < LOOK_AHEAD; i += 1) {
    const packet = packetAt(bytes, at);
    if (packet === null) return null;
    const { tag } = packet;
    at = packet.next;
    const isEnd = at >= bytes.length;
    // The old encrypted packet has nothing to be known by, and so is believed only where a key for it came before.
    if (isAfterKey && (tag === ENCRYPTED || tag === PADDING || tag === MARKER)) return 'encrypted';
    if (!isPlausible(bytes, packet)) return isAfterKey && isEnd ? 'encrypted' : null;
    if (tag === ENCRYPTED_CHECKED || tag === ENCRYPTED_AEAD) return isAfterKey || isEnd ? 'encrypted' : null;
    if (tag === PUBLIC_KEY_ESK || tag === SYMMETRIC_ESK) {
      isAfterKey = true;
      if (isEnd) return packet.isWhole ? 'encrypted' : null;
      continue;
    }
    if (tag === MARKER) continue;
    if (!isEnd && packetAt(bytes, at) === null) return null;
    if (tag === SECRET_KEY || tag === SECRET_SUBKEY) return 'private-key';
    return tag === PUBLIC_KEY || tag === PUBLIC_SUBKEY ? 'key' : 'open';
  }
  return isAfterKey ? 'encrypted' : null;
}
