import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import { decodeBase64, encodeUtf8 } from '../text';

/** No mail or calendar entry is without a colon, and base64 has none. */
function isPacked(text: string): boolean {
  return !text.includes(':');
}

/** The bytes of an attachment as Outlook hands them out; `format` is an `Office.MailboxEnums.AttachmentContentFormat`. */
export function contentBytes(content: unknown, format: unknown): Uint8Array | Unreadable {
  if (typeof content !== 'string') return unreadable('Outlook gave none of its bytes');
  switch (format) {
    case 'base64':
      return decodeBase64(content) ?? unreadable('Outlook gave bytes that make no sense');
    case 'eml':
    case 'iCalendar':
      return isPacked(content) ? (decodeBase64(content) ?? encodeUtf8(content)) : encodeUtf8(content);
    case 'url':
      return unreadable('it is kept in the cloud and only linked');
    default:
      return unreadable(`Outlook gave it in a form that is not known (${String(format)})`);
  }
}
