import { decodeText } from '../../text/decode';
import { encodeUtf8 } from '../../text/encode';
import { latin1 } from '../bytes';

/** Office programs write UTF-8; the standard also allows UTF-16, and a declaration can name anything. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const head = latin1(bytes, 0, 160);
  if (/^\xef\xbb\xbf/.test(head)) return bytes.subarray(3);
  // A mark of UTF-16, or the zero of its first character.
  const isWide = /^(\xff\xfe|\xfe\xff|\0|[^]\0)/.test(head);
  const declared = isWide ? undefined : /^<\?[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(head)?.[1];
  if (!isWide && /^(utf-?8|(us-)?ascii)$/i.test(declared ?? 'utf-8')) return bytes;
  return encodeUtf8(decodeText(bytes, declared ?? null).text);
}
