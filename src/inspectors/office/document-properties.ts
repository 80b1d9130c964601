import { decodeText, decodeUtf16 } from '../../text/decode';
import { u16, u32 } from '../bytes';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { encodingOfCodePage } from '../text/rtf-words';

// Property sets: [MS-OLEPS], with the properties of [MS-OSHARED] 2.3.3.

const CODE_PAGE = 1;
const DICTIONARY = 0;
const TYPE_TEXT = 0x1e;
const TYPE_UNICODE = 0x1f;

const SUMMARY: { readonly [id: number]: string | undefined } = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments',
  8: 'last modified by',
};
const DOCUMENT_SUMMARY: { readonly [id: number]: string | undefined } = { 2: 'category', 14: 'manager', 15: 'company' };
/** More than any program writes; the rest of a damaged set is not read. */
const MOST_PROPERTIES = 1000;

/** The texts in a property set, each with its name: `author: A. Person`. */
function textsOf(bytes: Uint8Array, names: { readonly [id: number]: string | undefined }): string[] {
  const lines: string[] = [];
  const setCount = Math.min(2, u32(bytes, 24));
  for (let index = 0; index < setCount; index += 1) {
    const set = u32(bytes, 44 + 20 * index);
    const count = Math.min(MOST_PROPERTIES, u32(bytes, set + 4));
    const places = new Map<number, number>();
    for (let i = 0; i < count; i += 1) places.set(u32(bytes, set + 8 + 8 * i), set + u32(bytes, set + 12 + 8 * i));
    const page = places.has(CODE_PAGE) ? u16(bytes, places.get(CODE_PAGE)! + 4) : 1252;
    // The second set holds what the author has added, with a list of the names.
    const own = index === 1 ? readNames(bytes, places.get(DICTIONARY) ?? bytes.length, page) : null;
    places.forEach((at, id) => {
      const text = id > CODE_PAGE ? textAt(bytes, at, page) : '';
      const name = own === null ? names[id] : (own.get(id) ?? '');
      if (text !== '' && name !== undefined) lines.push(`${name}: ${text}`);
    });
  }
  return lines;
}

/** The text up to the zero that ends it. */
function decode(bytes: Uint8Array, page: number): string {
  const encoding = page === 65001 ? 'utf-8' : encodingOfCodePage(page);
  const text = page === 1200 ? decodeUtf16(bytes, true, 0, bytes.length & ~1) : decodeText(bytes, encoding).text;
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

function textAt(bytes: Uint8Array, at: number, page: number): string {
  const type = u16(bytes, at);
  const length = u32(bytes, at + 4);
  const start = at + 8;
  if (type === TYPE_TEXT) return decode(bytes.subarray(start, start + length), page);
  return type === TYPE_UNICODE ? decode(bytes.subarray(start, start + 2 * length), 1200) : '';
}

function readNames(bytes: Uint8Array, start: number, page: number): Map<number, string> {
  const names = new Map<number, string>();
  let at = start + 4;
  for (let left = Math.min(MOST_PROPERTIES, u32(bytes, start)); left > 0 && at < bytes.length; left -= 1) {
    const length = u32(bytes, at + 4) * (page === 1200 ? 2 : 1);
    names.set(u32(bytes, at), decode(bytes.subarray(at + 8, at + 8 + length), page));
    at += 8 + (page === 1200 ? Math.ceil(length / 4) * 4 : length);
  }
  return names;
}

/** The lines of the streams `\5SummaryInformation` and `\5DocumentSummaryInformation`; null for one that is not there. */
function readDocumentProperties(summary: Uint8Array | null, documentSummary: Uint8Array | null): string {
  return [
    ...(summary === null ? [] : textsOf(summary, SUMMARY)),
    ...(documentSummary === null ? [] : textsOf(documentSummary, DOCUMENT_SUMMARY)),
  ].join('\n');
}

/** Reads the streams of an Office document that hold its properties into `members`. */
export function* addDocumentProperties(
  _context: InspectionContext,
  members: Members,
  summary: Uint8Array | null,
  documentSummary: Uint8Array | null,
): Generator<void, void, void> {
  members.addText({ place: '', text: readDocumentProperties(summary, documentSummary), hidden: 'document properties' });
}
