import type { Inspection, Protection } from '../domain';

/** The inspection of a file of which nothing was read. */
export function unread(format: string, protection: Protection, reason: string, contentReason: string | null): Inspection {
  return { format, protection, reason, content: 'none', contentReason, segments: [], entries: [], nature: 'text', note: null };
}
