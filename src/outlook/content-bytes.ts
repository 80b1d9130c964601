import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import { decodeBase64 } from '../text';

/** Text as UTF-8; a lone surrogate becomes the replacement character. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    let point = text.codePointAt(index) as number;
    if (point > 0xffff) index += 1;
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    if (point >= 0x10000) {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 63);
    } else if (point >= 0x800) {
      bytes[length++] = 0xe0 | (point >> 12);
    }
    bytes[length++] = point < 0x800 ? 0xc0 | (point >> 6) : 0x80 | ((point >> 6) & 63);
    bytes[length++] = 0x80 | (point & 63);
  }
  return bytes.subarray(0, length);
}

/** No mail or calendar entry is without a colon, and base64 has none. */
function isPacked(text: string): boolean {
  return text.indexOf(':') === -1;
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
