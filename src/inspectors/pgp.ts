import { decodeText, decodeUtf8 } from '../text/decode';
import { armouredBlockAt, textStart, unwrap } from './armour';
import type { ArmouredBlock } from './armour';
import { limitReason } from './budget';
import { findBytes } from './bytes';
import { unpackBzip2 } from './bzip2';
import { inflateRaw, inflateZlib } from './inflate';
import type { Inflated } from './inflate';
import type { Inspecting, InspectionContext, Inspector } from './inspector';
import { collectMembers } from './members';
import type { Members } from './members';
import { bodyOf, COMPRESSED, judgePackets, LITERAL, packetAt, USER_ID } from './pgp-packets';
import type { PgpKind } from './pgp-packets';

const ENCRYPTED = 'It opens only with a PGP key or its passphrase.';
/** Compressed packets within compressed packets: a file can be made to hold itself. */
const MOST_COMPRESSED = 8;
/** A large key ring has tens of thousands. */
const MOST_PACKETS = 50_000;

function* decompress(body: Uint8Array, context: InspectionContext): Generator<void, Inflated, void> {
  const { budget } = context;
  switch (body[0]) {
    case 1:
      return yield* inflateRaw(body, 1, body.length, budget);
    case 2:
      return yield* inflateZlib(body, 1, body.length, budget);
    case 3:
      return yield* unpackBzip2(body, 1, body.length, budget);
    default:
      return { data: body.subarray(1), ended: 'complete', next: body.length };
  }
}

/** Reads what open packets hold: literal data, compressed packets, the names on keys. */
function* readPackets(bytes: Uint8Array, members: Members, context: InspectionContext): Generator<void, void, void> {
  const waiting = [bytes];
  let count = 0;
  for (let i = 0; i < waiting.length; i += 1) {
    const packets = waiting[i]!;
    if (i > 0 && judgePackets(packets) === 'encrypted') {
      members.addProtected('message');
      continue;
    }
    for (let at = 0; at < packets.length;) {
      const packet = packetAt(packets, at);
      count += 1;
      if (packet === null || count > MOST_PACKETS || context.budget.isOutOfTime()) {
        members.missPart(packet === null ? 'It is damaged.' : limitReason(count > MOST_PACKETS ? 'entries' : 'time'));
        break;
      }
      at = packet.next;
      if (packet.tag === USER_ID) members.addText({ place: 'user id', text: decodeUtf8(bodyOf(packets, packet)) });
      if (packet.tag === LITERAL) {
        const body = bodyOf(packets, packet);
        const nameEnd = 2 + (body[1] ?? 0);
        yield* members.add(decodeUtf8(body.subarray(2, nameEnd)) || 'message', body.subarray(Math.min(nameEnd + 4, body.length)));
      }
      if (packet.tag === COMPRESSED) {
        const unpacked = yield* decompress(bodyOf(packets, packet), context);
        if (unpacked.ended !== 'complete')
          members.missPart(unpacked.ended === 'limit' ? limitReason(context.budget.hit ?? 'size') : 'It is damaged.');
        if (waiting.length <= MOST_COMPRESSED) waiting.push(unpacked.data);
        else members.missPart(limitReason('depth'));
      }
      if (!packet.isWhole) members.missPart('It is cut off.');
    }
  }
}

/** What the armoured block holds; null when it is no PGP data. Signed text in the clear is `open`. */
export function judgeArmour(bytes: Uint8Array, block: ArmouredBlock): PgpKind | null {
  if (block.label === 'PGP SIGNED MESSAGE') return 'open';
  return /^PGP /.test(block.label) ? judgePackets(unwrap(bytes, block)) : null;
}

/** Reads a text that may hold armoured blocks among its lines: whatever is open goes to `members`, with its place. */
export function* readArmouredText(
  bytes: Uint8Array,
  place: string,
  members: Members,
  context: InspectionContext,
): Generator<void, readonly PgpKind[], void> {
  const kinds: PgpKind[] = [];
  let isOpenTextSeen = false;
  const addPlain = (start: number, end: number, isSigned: boolean): void => {
    const { text } = decodeText(bytes.subarray(start, end));
    if (!/\S/.test(text)) return;
    // Signed text escapes lines that begin with a dash (RFC 9580 §7.2).
    members.addText({ place, text: isSigned ? text.replace(/^- /gm, '') : text });
    isOpenTextSeen = true;
  };
  let plainFrom = 0;
  for (let at = findBytes(bytes, '-----BEGIN PGP '); at >= 0; at = findBytes(bytes, '-----BEGIN PGP ', at)) {
    const block = armouredBlockAt(bytes, at);
    const kind = block === null ? null : judgeArmour(bytes, block);
    if (block === null || kind === null) {
      at += 1;
      continue;
    }
    addPlain(plainFrom, at, false);
    kinds.push(kind);
    if (block.label === 'PGP SIGNED MESSAGE') addPlain(block.contentStart, block.contentEnd, true);
    else if (kind !== 'encrypted') yield* readPackets(unwrap(bytes, block), members, context);
    at = Math.max(block.end, at + 1);
    plainFrom = at;
  }
  addPlain(plainFrom, bytes.length, false);
  return isOpenTextSeen ? [...kinds, 'open'] : kinds;
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context, 'The PGP file');
  const start = textStart(bytes);
  const isArmoured = bytes[start] === 0x2d;
  let kinds: readonly (PgpKind | null)[];
  if (isArmoured) kinds = yield* readArmouredText(bytes.subarray(start), '', members, context);
  else {
    kinds = [judgePackets(bytes)];
    if (kinds[0] !== 'encrypted') yield* readPackets(bytes, members, context);
  }
  if (kinds.indexOf('encrypted') >= 0) {
    members.missPart(ENCRYPTED);
    return kinds.every((kind) => kind === 'encrypted')
      ? members.finish('pgp', {
          protection: 'protected',
          reason: 'The file is encrypted with PGP: it opens only with a key or its passphrase.',
        })
      : members.finish('pgp', { protection: 'partly', reason: 'A part of the file is encrypted with PGP; the rest opens for anyone.' });
  }
  const hasPrivateKey = kinds.indexOf('private-key') >= 0;
  const isKey = hasPrivateKey || kinds.indexOf('key') >= 0;
  const inspection = members.finish('pgp');
  if (inspection.protection !== 'open') return inspection;
  const reason = isKey
    ? 'The file is a PGP key, which opens without a password.'
    : 'The file is signed or packed with PGP, not encrypted: it opens for anyone.';
  return { ...inspection, reason, note: hasPrivateKey ? 'It holds a private key.' : null };
}

function sniff(bytes: Uint8Array): boolean {
  if (bytes[0]! >= 0x80 && judgePackets(bytes) !== null) return true;
  const block = armouredBlockAt(bytes, textStart(bytes));
  return block !== null && judgeArmour(bytes, block) !== null;
}

export const pgp: Inspector = {
  id: 'pgp',
  formats: [
    {
      format: 'pgp',
      title: 'PGP message, signature or key, binary or as text',
      reads: 'text',
      notes: 'Encrypted messages are judged; signed and packed ones are read.',
    },
  ],
  sniff,
  inspect,
};
