/** What a text file is, by its own words. */
export type TextKind = 'html' | 'xml' | 'json' | 'ics' | 'vcf' | 'rows' | 'txt';

/** Bytes looked at in each place; large files are looked at in several. */
const WINDOW = 16384;
const WINDOWS = 6;

/** At most one byte in so many may be a control that texts do not have. */
const BYTES_PER_STRAY_CONTROL = 250;

/**
 * True for bytes that a person could read in some common encoding. Compressed, encrypted and otherwise binary data has
 * controls in all of its parts, and byte values that neither UTF-8 nor Windows-1252 gives a meaning.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const wide = wideOrder(bytes);
  let strays = 0;
  let looked = 0;
  const last = Math.max(0, bytes.length - WINDOW);
  for (let index = 0; index < WINDOWS; index += 1) {
    // An even start keeps the halves of a wide character together.
    const start = (Math.floor((last * index) / (WINDOWS - 1)) >> 1) << 1;
    const end = Math.min(bytes.length, start + WINDOW);
    strays += wide === 0 ? countStrays(bytes, start, end) : countWideStrays(bytes, start, end - 1, wide);
    looked += wide === 0 ? end - start : (end - start) / 2;
    if (last === 0) break;
  }
  return strays <= looked / BYTES_PER_STRAY_CONTROL;
}

/** Controls, and bytes that mean nothing; those of malformed UTF-8 that Windows-1252 lacks too. */
function countStrays(bytes: Uint8Array, start: number, end: number): number {
  let strays = 0;
  let undefinedBytes = 0;
  let malformed = 0;
  let continuations = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x20) {
      // Tab to form feed and return; escape, of logs and printers; and the end mark of DOS as the very last byte.
      if (!(byte >= 9 && byte <= 13) && byte !== 0x1b && !(byte === 0x1a && at === bytes.length - 1)) strays += 1;
      // Zero never stands in a text; one is as telling as many.
      if (byte === 0) strays += 4;
    } else if (byte === 0x7f) strays += 1;
    if (byte < 0x80) {
      if (continuations > 0) malformed += 1;
      continuations = 0;
      continue;
    }
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) undefinedBytes += 1;
    if (byte < 0xc0) {
      if (continuations === 0) malformed += 1;
      else continuations -= 1;
    } else {
      if (continuations > 0) malformed += 1;
      continuations = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    }
  }
  return malformed > 2 ? strays + undefinedBytes : strays;
}

/** 1 for UTF-16 with the little end first, 2 for the big end first, 0 for neither. */
function wideOrder(bytes: Uint8Array): 0 | 1 | 2 {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 1;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 2;
  const end = Math.min(bytes.length, WINDOW);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  const pairs = end >> 1;
  if (pairs < 2) return 0;
  if (oddZeros > pairs * 0.4 && evenZeros <= pairs * 0.05) return 1;
  if (evenZeros > pairs * 0.4 && oddZeros <= pairs * 0.05) return 2;
  return 0;
}

function countWideStrays(bytes: Uint8Array, start: number, end: number, order: 1 | 2): number {
  let strays = 0;
  for (let at = start; at < end; at += 2) {
    const unit = order === 1 ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;
    if ((unit < 0x20 && !(unit >= 9 && unit <= 13)) || unit === 0xffff || (unit >= 0xe000 && unit < 0xf900)) strays += 1;
  }
  return strays;
}

/** How much of a text is looked at to tell what it is. */
const HEAD = 4096;

/** Tells the kind from the beginning (and, for JSON, the end) of a text. */
export function kindOfText(text: string): TextKind {
  const head = text.slice(0, HEAD).replace(/^[\s\ufeff]+/, '');
  const first = head.charAt(0);
  if (first === '<') {
    const afterComments = withoutComments(head);
    if (
      /^<(!doctype\s+html|html|head|body|title|meta|script|style|table|div|span|p|h[1-6]|font|center|a|ul|ol|br|img)[\s/>]/i.test(
        afterComments,
      )
    )
      return 'html';
    if (/^<\?xml[\s?]/i.test(afterComments)) return /<html[\s>]/i.test(head) ? 'html' : 'xml';
    if (/<html[\s>]/i.test(head)) return 'html';
    if (/^<[A-Za-z_][\w.:-]*(\s[^<>]*)?\/?>/.test(afterComments) || /^<!(doctype|entity)/i.test(afterComments)) return 'xml';
  }
  if (/^BEGIN:(VCALENDAR|VEVENT)\s/i.test(head)) return 'ics';
  if (/^BEGIN:VCARD\s/i.test(head)) return 'vcf';
  if ((first === '{' || first === '[') && isJson(head, text)) return 'json';
  // A page may begin with words of its own before its first tag.
  if (/<html[\s>]/i.test(head) && /<(head|body)[\s>]/i.test(head)) return 'html';
  return 'txt';
}

function withoutComments(head: string): string {
  let rest = head;
  for (let count = 0; count < 20 && rest.slice(0, 4) === '<!--'; count += 1) {
    const end = rest.indexOf('-->');
    if (end === -1) return rest;
    rest = rest.slice(end + 3).replace(/^\s+/, '');
  }
  return rest;
}

function isJson(head: string, text: string): boolean {
  const end = text.slice(-HEAD).replace(/\s+$/, '');
  const last = end.charAt(end.length - 1);
  if (last !== '}' && last !== ']') return false;
  return /^[[{]\s*(["[{\]}\d-]|true|false|null)/.test(head);
}
