import { dayInWords, timeInWords } from '../calendar';
import type { Attachment, Fix } from '../domain';
import { words } from '../ui/words';

/** A fix that can be offered, with the words on its button. `key` is unique within a finding. */
export interface OfferedFix {
  readonly key: string;
  readonly fix: Fix;
  readonly words: string;
  readonly icon: string;
}

/** A moment as the sender says it: `Monday at 07:30`, by the organisation's clocks. */
export function momentInWords(at: number, now: number, timeZone: string): string {
  return words.when(dayInWords(at, now, timeZone), timeInWords(at, timeZone));
}

/** The words and icon of a fix; null when it cannot be offered, because what it acts on is gone or the time has passed. */
function offered(fix: Fix, attachments: readonly Attachment[], now: number, timeZone: string): Omit<OfferedFix, 'fix'> | null {
  const attachment = 'attachment' in fix ? attachments.find(({ id }) => id === fix.attachment) : undefined;
  switch (fix.do) {
    case 'remove-attachment':
      // What is only linked stands in the text, not among the attachments.
      if (attachment === undefined || attachment.kind === 'link') return null;
      return { key: `remove ${attachment.id}`, words: words.removeAttachment(attachment.name), icon: 'heed-remove' };
    case 'protect-attachment':
      if (attachment === undefined || attachment.kind !== 'file' || attachment.inline) return null;
      return { key: `protect ${attachment.id}`, words: words.protectAttachment(attachment.name), icon: 'heed-protect' };
    case 'remove-recipient':
      return { key: `remove ${fix.address}`, words: words.removeRecipient(fix.address), icon: 'heed-person' };
    case 'move-to-bcc':
      return { key: 'bcc', words: words.moveToBcc, icon: 'heed-hide' };
    case 'reply-to-sender-only':
      return { key: 'reply', words: words.replyToSenderOnly, icon: 'heed-reply' };
    case 'add-subject':
      return { key: 'subject', words: words.addSubject, icon: 'heed-subject' };
    case 'schedule':
      if (fix.at <= now) return null;
      return { key: `schedule ${fix.at}`, words: words.schedule(momentInWords(fix.at, now, timeZone)), icon: 'heed-clock' };
    default:
      return null;
  }
}

export function offeredFixes(fixes: readonly Fix[], attachments: readonly Attachment[], now: number, timeZone: string): readonly OfferedFix[] {
  const all: OfferedFix[] = [];
  for (const fix of fixes) {
    const offer = offered(fix, attachments, now, timeZone);
    if (offer !== null && all.every(({ key }) => key !== offer.key)) all.push({ ...offer, fix });
  }
  return all;
}
