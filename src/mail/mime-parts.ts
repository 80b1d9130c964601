/*
 * Two kinds of parts that the mail library would pass over in silence: a text file that is not marked as an attachment (it
 * would be taken for the body, and its name lost), and a part whose transfer encoding nobody knows (its bytes would be
 * read as they stand). Their headers are rewritten before parsing; the parts themselves are not touched.
 */

/** A part's header block, after its boundary line. Fields may be folded over lines. */
const PART_HEADERS = /((?:^|\r?\n)--[^\r\n]{1,200}\r?\n)((?:[!-9;-~]{1,76}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+)(?=\r?\n)/g;

const KNOWN_ENCODINGS = /^(?:7bit|8bit|binary|base64|quoted-printable)$/i;

/** What a part's description begins with when its transfer encoding is not known; the encoding follows. */
export const UNKNOWN_ENCODING = 'heed: transfer encoding not known: ';

function fieldOf(headers: string, name: string): string | null {
  const field = new RegExp(`(?:^|\\n)${name}:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'i').exec(headers);
  return field === null ? null : (field[1] as string).trim();
}

function withoutField(headers: string, name: string): string {
  return headers.replace(new RegExp(`(^|\\n)${name}:[^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*\\r?\\n`, 'gi'), '$1');
}

/** True for a text that has a file's name: it was attached, whatever its disposition says. */
function isNamedText(headers: string): boolean {
  const type = fieldOf(headers, 'content-type') ?? '';
  const disposition = fieldOf(headers, 'content-disposition') ?? '';
  if (!/^text\/(?:plain|html|enriched)\b/i.test(type) || /^attachment\b/i.test(disposition)) return false;
  return /\bname\*?(?:\d\*?)?\s*=/i.test(type) || /\bfilename\*?(?:\d\*?)?\s*=/i.test(disposition);
}

/** The header block as it should be read; the same when there is nothing to mend. */
function mended(headers: string): string {
  let result = headers;
  if (isNamedText(headers)) {
    const disposition = fieldOf(headers, 'content-disposition');
    const parameters = disposition === null ? '' : disposition.replace(/^[^;]*/, '');
    result = `${withoutField(result, 'content-disposition')}Content-Disposition: attachment${parameters}\r\n`;
  }
  const encoding = fieldOf(headers, 'content-transfer-encoding');
  if (encoding !== null && !KNOWN_ENCODINGS.test(encoding.replace(/\([^()]*\)|;.*$/g, '').trim())) {
    const shown = encoding.replace(/[^\w.-]/g, '').slice(0, 40);
    result = `${withoutField(result, 'content-description')}Content-Description: ${UNKNOWN_ENCODING}${shown}\r\n`;
    if (/^multipart\//i.test(fieldOf(headers, 'content-type') ?? '')) result = headers;
  }
  return result;
}

/** The mail with the headers of such parts mended; the same bytes when there are none. */
export function withMendedParts(bytes: Uint8Array): Uint8Array {
  // One character a byte, so that offsets in the text are offsets in the bytes.
  const text = new TextDecoder('windows-1252').decode(bytes);
  const pieces: Uint8Array[] = [];
  let end = 0;
  let match: RegExpExecArray | null;
  PART_HEADERS.lastIndex = 0;
  while ((match = PART_HEADERS.exec(text)) !== null) {
    const headers = match[2] as string;
    const next = mended(headers);
    if (next === headers) continue;
    const start = match.index + (match[1] as string).length;
    pieces.push(bytes.subarray(end, start), Uint8Array.from(next, (character) => character.charCodeAt(0) & 0xff));
    end = start + headers.length;
  }
  if (pieces.length === 0) return bytes;
  pieces.push(bytes.subarray(end));
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
