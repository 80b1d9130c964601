import { limitReason } from '../budget';
import { findBytes } from '../bytes';
import { MOST_PARTS, hasMailHeaders, inspectMail, lineEnd } from './eml';
import type { Inspecting, InspectionContext } from '../inspector';
import { collectMembers } from '../members';

const LINE_FEED = 10;

/** Where each mail of an mbox file starts: at `From ` lines after an empty line, with mail headers below. */
function listMails(bytes: Uint8Array, first: number): number[] {
  const starts = [first];
  for (let at = findBytes(bytes, '\nFrom ', first); at >= 0; at = findBytes(bytes, '\nFrom ', at + 1)) {
    const isAfterEmpty = bytes[at - 1] === LINE_FEED || (bytes[at - 1] === 13 && bytes[at - 2] === LINE_FEED);
    if (isAfterEmpty && hasMailHeaders(bytes, lineEnd(bytes, at + 1) + 1)) starts.push(at + 1);
  }
  return starts;
}

/** Inspects a file that begins with a `From ` line at `first`, and with its first mail at `start`: a mailbox (RFC 4155), or one mail of one. */
export function* inspectMailbox(bytes: Uint8Array, first: number, start: number, context: InspectionContext): Inspecting {
  const mails = listMails(bytes, first);
  if (mails.length === 1) return yield* inspectMail(bytes, start, context);
  const members = collectMembers(context);
  for (let i = 0; i < mails.length && i < MOST_PARTS; i += 1) {
    yield* members.add(`mail ${i + 1}`, bytes.subarray(mails[i], mails[i + 1] ?? bytes.length));
  }
  if (mails.length > MOST_PARTS) members.miss(limitReason('entries'));
  return members.finish('mbox');
}
