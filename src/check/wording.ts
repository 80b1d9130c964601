import { EMPTY_SCAN, unreadable } from '../domain';
import type { Body, Detection, Thread, Unreadable, Wording } from '../domain';
import { scanText } from '../detectors';
import { isAnswered, isSameSubject } from '../text';

/** Why what was searched has no answer, as a phrase that completes "because …". */
export function searchFault(error: unknown): string {
  return `searching it failed (${error instanceof Error ? error.message : String(error)})`;
}

/**
 * True for a subject that came with the conversation, which those who had the thread have already. The quoted header tells best. Without
 * it, the prefix of an answer or of a mail passed on does; where the quotation was deleted, only in an answer: passed on, the subject is
 * new to whoever gets it, and nothing of the thread is left for it to belong to.
 */
function belongsToThread(subject: string, body: Body, thread: Thread | null): boolean {
  if (thread !== null && thread.subject !== null) return isSameSubject(subject, thread.subject);
  return isAnswered(subject) && (body.quotedText !== '' || thread?.kind === 'reply');
}

/** What the detectors find in the draft's own words, the subject read with the new text or with the thread. */
export function wordingOf(body: Body, subject: string, thread: Thread | null, detection: Detection): Wording | Unreadable {
  const isOld = belongsToThread(subject, body, thread);
  try {
    const quotedText = detection.quotedThread === 'all' ? scanText(body.quotedText, detection, isOld ? subject : '') : EMPTY_SCAN;
    return { newText: scanText(body.newText, detection, isOld ? '' : subject), quotedText };
  } catch (error) {
    return unreadable(searchFault(error));
  }
}
