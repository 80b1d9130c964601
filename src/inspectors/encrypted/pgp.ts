import { decodeText } from '../../text/decode';
import { armouredBlockAt, unwrap } from './armour';
import type { ArmouredBlock } from './armour';
import { findBytes, textStart } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { judgePackets } from './pgp-packets';
import type { PgpKind } from './pgp-packets';
import { readPackets } from './pgp-reader';
import { LOCKED, PARTLY_ENCRYPTED, SIGNED } from '../sentences';

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
    else if (kind !== 'encrypted') yield* readPackets(context, members, unwrap(bytes, block));
    at = Math.max(block.end, at + 1);
    plainFrom = at;
  }
  addPlain(plainFrom, bytes.length, false);
  return isOpenTextSeen ? [...kinds, 'open'] : kinds;
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const start = textStart(bytes);
  const isArmoured = bytes[start] === 0x2d;
  let kinds: readonly (PgpKind | null)[];
  if (isArmoured) kinds = yield* readArmouredText(bytes.subarray(start), '', members, context);
  else {
    kinds = [judgePackets(bytes)];
    if (kinds[0] !== 'encrypted') yield* readPackets(context, members, bytes);
  }
  if (kinds.indexOf('encrypted') >= 0) {
    members.miss(LOCKED);
    return kinds.every((kind) => kind === 'encrypted')
      ? members.finish('pgp', {
          protection: 'protected',
          reason: 'The file is encrypted with PGP: it opens only with a key or its passphrase.',
        })
      : members.finish('pgp', { protection: 'partly', reason: PARTLY_ENCRYPTED });
  }
  const hasPrivateKey = kinds.indexOf('private-key') >= 0;
  const isKey = hasPrivateKey || kinds.indexOf('key') >= 0;
  const inspection = members.finish('pgp');
  if (inspection.protection !== 'open') return inspection;
  const reason = isKey
    ? 'It is a PGP key, which opens without a password.'
    : SIGNED;
  return { ...inspection, reason, note: hasPrivateKey ? 'It holds a private key.' : null };
}

function sniff(bytes: Uint8Array): boolean {
  if (bytes[0]! >= 0x80 && judgePackets(bytes) !== null) return true;
  const block = armouredBlockAt(bytes, textStart(bytes));
  return block !== null && judgeArmour(bytes, block) !== null;
}

export const pgp: Inspector = {
  sniff,
  inspect,
};
