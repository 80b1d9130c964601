import { isUnreadable, stopsSending } from '../domain';
import type { Report } from '../domain';
import { notChecked } from '../formatters';
import { shortenEnd } from '../text';
import { callOffice } from './call';
import type { ComposeItem } from './item';
import type { Timers } from './timers';

const KEY = 'heed';
/** A picture of the manifest's resources; at most 32 characters. */
const ICON = 'Icon.16';
/** The longest text of a note in the compose window, in characters (`NotificationMessageDetails.message`). */
const LONGEST = 150;

/** True when all there is to say is that nothing was checked: that names nobody and no file. */
function saysOnlyThatNothingWasChecked(report: Report): boolean {
  return report.findings.length === 0 && report.unchecked.every(({ attachment, rule }) => attachment === undefined && rule === undefined);
}

/** The words of the note that goes with a send that is let go; null when there is nothing to say, or nothing may be said. */
export function noteText(report: Report): string | null {
  if (stopsSending(report.verdict) || (!report.mayBeRecorded && !saysOnlyThatNothingWasChecked(report))) return null;
  const note = report.findings[0]?.note ?? report.notes?.[0];
  if (note !== undefined) return shortenEnd(note, LONGEST);
  const unchecked = notChecked(report.unchecked)[0];
  if (unchecked === undefined) return null;
  const text = unchecked.attachment === undefined ? unchecked.reason : `'${unchecked.attachment}' has NOT been checked. ${unchecked.reason}`;
  return shortenEnd(text, LONGEST);
}

/** Puts a note above the draft, as well as it goes: nobody waits longer for it than this. */
export async function showNote(item: ComposeItem, text: string, milliseconds: number, timers: Timers): Promise<void> {
  const note: Office.NotificationMessageDetails = {
    type: 'informationalMessage',
    message: text,
    icon: ICON,
    persistent: false,
  };
  const added = await callOffice<unknown>('show a note', milliseconds, timers, (callback) =>
    item.notificationMessages.addAsync(KEY, note, callback as never),
  );
  // There is one from an earlier look already.
  if (isUnreadable(added) && /\b9023\b|Duplicate/i.test(added.unreadable)) {
    await callOffice<unknown>('change a note', milliseconds, timers, (callback) =>
      item.notificationMessages.replaceAsync(KEY, note, callback as never),
    );
  }
}
