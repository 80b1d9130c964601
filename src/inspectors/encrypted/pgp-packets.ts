import { bigEndian, hasBytes, latin1 } from '../bytes';

// OpenPGP packets: RFC 9580 §4 and §5, with the older forms of RFC 4880 and RFC 2440.

export interface Packet {
  readonly tag: number;
  /** The stretches of the file that make up its body. */
  readonly chunks: readonly Uint8Array[];
  /** Where the next packet starts: beyond the file's end when the file ends before the packet does. */
  readonly next: number;
}

/** Parts of one body beyond these are not joined. Each is at least 512 bytes in files that keep to the standard. */
const MOST_CHUNKS = 100_000;

/** The packet at `at`; null when there is none. */
export function packetAt(bytes: Uint8Array, at: number): Packet | null {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return null;
  const chunks: Uint8Array[] = [];
  let next = at + 1;
  const take = (lengthBytes: number, length: number): void => {
    next += lengthBytes + length;
    chunks.push(bytes.subarray(next - length, next));
  };
  if (first < 0xc0) {
    const size = 2 ** (first & 3);
    if (size === 8) take(0, bytes.length - next);
    else take(size, bigEndian(bytes, next, size));
    return { tag: (first >> 2) & 15, chunks, next };
  }
  for (;;) {
    const length = bytes[next] ?? 255;
    if (length < 192) take(1, length);
    else if (length < 224) take(2, (length - 192) * 256 + (bytes[next + 1] ?? 0) + 192);
    else if (length === 255) take(5, bigEndian(bytes, next + 1, 4));
    else {
      take(1, 2 ** (length & 31));
      if (chunks.length < MOST_CHUNKS) continue;
      next = Infinity;
    }
    return { tag: first & 63, chunks, next };
  }
}

/**
 * How the body of a first packet begins, after a letter for the kind of packet: `A` is tag 1. What means encryption, a key for the
 * rest, is held to a version byte and known algorithms (letters are private ones), and all else to bytes that no text has, because
 * a text in an old encoding may well begin with a byte that looks like a packet.
 */
const PLAUSIBLE =
  /^(?:A[\x02\x03][^]{8}[\x01-\x03\x10\x12\x19\x1a#c]|A\x06[\0\x15!]|C\x06[^][\x01-\rc-n][\x01-\x03]|C[\x04\x05][\x01-\rc-n][\0-\x04]|[BD][\x03-\x06][\0-P][\0-#]|[EFGN][\x02-\x06][^]{4,6}[\x01-#]|H[\x01-\x03]|K[btul1m][\0-\x1f])/;

export type PgpKind = 'encrypted' | 'open';

/** What a run of packets is, by the first of them; null when the bytes are none. */
export function judgePackets(bytes: Uint8Array): PgpKind | null {
  // PGP's own programs begin with a marker.
  const at = hasBytes(bytes, 'PGP', 2) ? 5 : 0;
  const first = bytes[at]!;
  const length = bytes[at + 1]!;
  const isOld = first < 0xc0;
  const start = at + (isOld ? 1 + ((1 << (first & 3)) & 7) : length < 192 ? 2 : length < 224 ? 3 : length < 255 ? 2 : 6);
  const begins = String.fromCharCode(64 + (isOld ? (first >> 2) & 15 : first & 63)) + latin1(bytes, start, start + 16);
  return first < 0x80 || !PLAUSIBLE.test(begins) ? null : /^[AC]/.test(begins) ? 'encrypted' : 'open';
}
