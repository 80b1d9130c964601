import type { Inspection } from '../../domain';
import { decodeText } from '../../text/decode';
import { armouredBlockAt, unwrap } from './armour';
import type { ArmouredBlock } from './armour';
import { findBytes, textStart } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { judgePackets } from './pgp-packets';
import type { PgpKind } from './pgp-packets';
import { LOCKED, PARTLY_ENCRYPTED, SIGNED } from '../sentences';

/** How many parts of a file are encrypted, and how many are not. */
export interface Tally {
  locked: number;
  open: number;
}

/** The inspection of a file some of whose parts may be encrypted; `reason` is said when all are. */
export function finishTally(members: Members, format: string, { locked, open }: Tally, reason: string): Inspection {
  if (locked === 0) return members.finish(format);
  return members.finish(format, open === 0 ? { protection: 'protected', reason } : { protection: 'partly', reason: PARTLY_ENCRYPTED });
}

const SIGNED_TEXT = 'PGP SIGNED MESSAGE';

/** What the armoured block holds; null when it is no PGP data. Signed text in the clear is `open`. */
function judgeArmour(bytes: Uint8Array, block: ArmouredBlock | null): PgpKind | null {
  if (block === null || !/^PGP /.test(block.label)) return null;
  return block.label === SIGNED_TEXT ? 'open' : judgePackets(unwrap(bytes, block));
}

/**
 * Reads a text that may hold armoured blocks among its lines: whatever is open goes to `members`, with its place, and blocks
 * and open text are counted.
 */
export function* readArmouredText(bytes: Uint8Array, place: string, members: Members, context: InspectionContext, tally: Tally): Generator<void, void, void> {
  const addPlain = (start: number, end: number, isSigned: boolean): void => {
    const { text } = decodeText(bytes.subarray(start, end));
    if (!/\S/.test(text)) return;
    // Signed text escapes lines that begin with a dash (RFC 9580 §7.2).
    members.addText({ place, text: isSigned ? text.replace(/^- /gm, '') : text });
    tally.open += 1;
  };
  let plainFrom = 0;
  let at = -1;
  while ((at = findBytes(bytes, '-----BEGIN PGP ', at + 1)) >= 0) {
    const block = armouredBlockAt(bytes, at);
    const kind = judgeArmour(bytes, block);
    if (block === null || kind === null) continue;
    addPlain(plainFrom, at, false);
    if (block.label === SIGNED_TEXT) addPlain(block.contentStart, block.contentEnd, true);
    else yield* readPackets(unwrap(bytes, block), kind, members, context, tally);
    plainFrom = block.end;
    at = plainFrom - 1;
  }
  addPlain(plainFrom, bytes.length, false);
}

function* readPackets(packets: Uint8Array, kind: PgpKind | null, members: Members, context: InspectionContext, tally: Tally): Generator<void, void, void> {
  if (kind === 'encrypted') tally.locked += 1;
  else {
    tally.open += 1;
    yield* context.further('pgp')(context, members, packets);
  }
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const tally: Tally = { locked: 0, open: 0 };
  const kind = judgePackets(bytes);
  if (kind === null) yield* readArmouredText(bytes.subarray(textStart(bytes)), '', members, context, tally);
  else yield* readPackets(bytes, kind, members, context, tally);
  if (tally.locked > 0) members.miss(LOCKED);
  const inspection = finishTally(members, 'pgp', tally, 'The file is encrypted with PGP: it opens only with a key or its passphrase.');
  return inspection.protection === 'open' ? { ...inspection, reason: SIGNED } : inspection;
}

export const pgp: Inspector = {
  sniff: (bytes) => (judgePackets(bytes) ?? judgeArmour(bytes, armouredBlockAt(bytes, textStart(bytes)))) !== null,
  inspect,
};
