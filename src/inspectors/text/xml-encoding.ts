import { decodeText } from '../../text/decode';
import { encodeUtf8 } from '../../text/encode';
import { hasBytes, latin1 } from '../bytes';

const USUAL_BEGINNING = '<?xml version="1.0" encoding="UTF-8"';

/** Office programs write UTF-8; the standard also allows UTF-16, and a declaration can name anything. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  if (hasBytes(bytes, USUAL_BEGINNING)) return bytes;
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
  const declared = isWide ? null : declaredEncoding(bytes);
  if (!isWide && (declared === null || /^(utf-?8|us-ascii|ascii)$/i.test(declared))) return bytes;
  return encodeUtf8(decodeText(bytes, declared).text);
}

/** The name in `<?xml … encoding="…"?>`, if the bytes begin with one. */
function declaredEncoding(bytes: Uint8Array): string | null {
  return /^<\?[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(latin1(bytes, 0, 160))?.[1] ?? null;
}
