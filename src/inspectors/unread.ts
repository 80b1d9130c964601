import type { Inspection, Protection } from '../domain';
import { DAMAGED, LOCKED, NEEDS_PASSWORD, UNTOLD } from './sentences';

/** The inspection of a file of which nothing was read. */
export function unread(format: string, protection: Protection, reason: string, contentReason: string | null): Inspection {
  return { format, protection, reason, content: 'none', contentReason, segments: [], entries: [], nature: 'text', note: null };
}

/** The inspection of a file that opens only with a secret: its password, unless `reason` says otherwise. */
export function locked(format: string, reason = NEEDS_PASSWORD): Inspection {
  return unread(format, 'protected', reason, LOCKED);
}

/** The inspection of a file too damaged to tell anything. */
export function untold(format: string): Inspection {
  return unread(format, 'unknown', UNTOLD, DAMAGED);
}
