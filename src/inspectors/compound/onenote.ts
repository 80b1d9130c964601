import { findBytes, hasBytes } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';

// OneNote sections and tables of contents: [MS-ONESTORE] 2.3.1.

const SECTION = '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3';
const CONTENTS = '\xa1\x2f\xff\x43\xd9\xef\x76\x4c\x9e\xe2\x10\xea\x57\x22\x76\x5f';
/** What stands before and after the key of an encrypted section ([MS-ONESTORE] 2.5.19). */
const KEY_START = '\x67\xa0\xd1\xda\x85\xa3\x6b\xfb';
const KEY_END = '\x3c\x8b\x19\x8e\x4f\x29\x49\x26';

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const keyAt = findBytes(bytes, KEY_START);
  yield;
  const isEncrypted = keyAt >= 0 && findBytes(bytes, KEY_END, keyAt) >= 0;
  const reason = isEncrypted
    ? 'Its pages can be opened only with its password, so they were not read.'
    : 'Its pages were not told apart: only what could be recognised as text was read.';
  yield* context.further('looseText')(context, members, bytes, reason);
  if (isEncrypted) members.miss(reason);
  if (!isEncrypted) return members.finish('onenote');
  const verdict = 'Pages in it open only with a password; its name and outline open for anyone.';
  return members.finish('onenote', { protection: 'partly', reason: verdict });
}

export const oneNote: Inspector = {
  sniff: (bytes) => hasBytes(bytes, SECTION) || hasBytes(bytes, CONTENTS),
  inspect,
};
