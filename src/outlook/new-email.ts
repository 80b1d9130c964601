import { isUnreadable } from '../domain';
import type { Unreadable } from '../domain';
import { callOffice } from './call';
import type { Timers } from './timers';

/** An email that is written for somebody to look at and send. */
export interface NewEmail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

function paragraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped.replace(/\n/g, '<br>');
}

/** Opens a new email with this in it. It is not sent. */
export async function openEmail({ to, subject, text }: NewEmail, milliseconds: number, timers: Timers): Promise<true | Unreadable> {
  const opened = await callOffice<unknown>('open a new email', milliseconds, timers, (callback) =>
    Office.context.mailbox.displayNewMessageFormAsync({ toRecipients: [to], subject, htmlBody: paragraphs(text) }, callback),
  );
  return isUnreadable(opened) ? opened : true;
}
