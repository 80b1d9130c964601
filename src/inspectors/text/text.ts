import { decodeText } from '../../text/decode';
import { findSeparator, readRows } from './delimited';
import type { InspectionContext, Inspecting, Inspector } from '../inspector';
import { readOfficeMarkup } from '../office/office-markup';
import { asciiBytes, decodeQuotedPrintable } from '../mail/mime-headers';
import { makeSink } from '../office/package';
import type { TextSink } from '../office/package';
import { kindOfText, looksLikeText } from './text-kind';
import type { TextKind } from './text-kind';
import { decodePieces } from './text-pieces';
import { readXml } from './xml';
import { readXmlSpreadsheet } from '../office/xml-spreadsheet';
import { ENTITIES } from '../sentences';
import { codePointOf } from './xml-values';

/** Enough of a file to tell what it is and which encoding it names. */
const HEAD = 4096;

/** The encoding that a page or XML file names itself. */
function declaredEncoding(head: string): string | null {
  const match = /<(?:\?xml|meta)[^>]{0,300}(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head);
  return match?.[1] ?? null;
}

/** Flat documents that are more than XML: their own readers know what is text in them. */
type FlatDocument = 'open-document' | 'word' | 'spreadsheet';

function flatDocumentOf(head: string): FlatDocument | null {
  if (/<office:document\s/.test(head)) return 'open-document';
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return 'spreadsheet';
  if (/<(w:wordDocument|pkg:package)\s/.test(head)) return 'word';
  return null;
}

function* readFlatDocument(
  kind: FlatDocument,
  bytes: Uint8Array,
  sink: TextSink,
  context: InspectionContext,
): Generator<void, void, void> {
  const reader = readXml(bytes, context.budget);
  if (kind === 'open-document') yield* context.further('openDocument')(context, sink, reader, '', null);
  else if (kind === 'word') yield* readOfficeMarkup(reader, sink, { place: '', numbersTables: true });
  else yield* readXmlSpreadsheet(reader, sink);
}

/** What is read of one piece of a plain file: escapes are undone, so that no number hides behind them. */
function readable(piece: string, kind: TextKind): string {
  switch (kind) {
    case 'json':
      return piece.replace(/\\u([0-9a-fA-F]{4})/g, (_whole, digits: string) => String.fromCharCode(parseInt(digits, 16)));
    case 'xml':
      return piece.replace(/&([a-z]+|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g, fillReference);
    case 'ics':
    case 'vcf':
      return readableCard(piece);
    default:
      return piece;
  }
}

function fillReference(whole: string, reference: string): string {
  const code = codePointOf(reference) ?? 0;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Calendars and contact cards fold long lines (RFC 5545 3.1) and escape commas; old cards are quoted-printable. */
function readableCard(piece: string): string {
  const unfolded = piece.replace(/=\r?\n(?=[^\r\n:]*[^\r\n])/g, '').replace(/\r?\n[ \t]/g, '');
  return unfolded
    .split('\n')
    .map((line) => {
      if (/;ENCODING=(b|BASE64)[;:]/i.test(line.slice(0, 200))) return line.slice(0, line.indexOf(':'));
      const words = /QUOTED-PRINTABLE/i.test(line.slice(0, 200)) ? fromQuotedPrintable(line) : line;
      return words.replace(/\\([,;\\])/g, '$1').replace(/\\[nN]/g, '\n');
    })
    .join('\n');
}

function fromQuotedPrintable(line: string): string {
  return decodeText(decodeQuotedPrintable(asciiBytes(line), 0, line.length)).text;
}

function* inspectText(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const sink = makeSink(context);
  const head = decodeText(bytes.subarray(0, HEAD)).text;
  let kind = kindOfText(bytes.length <= HEAD ? head : head + decodeText(bytes.subarray(Math.max(HEAD, bytes.length - 64))).text);
  const flat = kind === 'xml' ? flatDocumentOf(head) : null;
  let format: string = kind;
  if (flat !== null) yield* readFlatDocument(flat, bytes, sink, context);
  else {
    const decoded = yield* decodePieces(bytes, kind === 'html' || kind === 'xml' ? declaredEncoding(head) : null, context.budget);
    if (decoded.missed !== null) sink.miss(decoded.missed);
    if (kind === 'html') yield* context.further('webPage')(context, sink, decoded.pieces.join(''));
    else {
      const separator = kind === 'txt' ? findSeparator(decoded.pieces[0] ?? '', /\.(csv|tsv|tab)$/i.test(context.name)) : null;
      if (separator !== null) kind = 'rows';
      format = separator === null ? kind : separator === '\t' ? 'tsv' : 'csv';
      yield* readPlain(decoded.pieces, kind, separator, sink);
    }
  }
  const missed = sink.missed;
  return {
    format,
    protection: 'open',
    reason: 'Plain text has no password.',
    content: missed === null ? 'all' : sink.segments.length > 0 ? 'part' : 'none',
    contentReason: missed,
    segments: sink.segments,
    entries: [],
    nature: 'text',
    note: null,
  };
}

function* readPlain(
  pieces: readonly string[],
  kind: TextKind,
  separator: string | null,
  sink: TextSink,
): Generator<void, void, void> {
  if (separator !== null) {
    const table = yield* readRows(pieces, separator);
    if (table !== null) sink.addText(table);
    return;
  }
  const parts: string[] = [];
  for (const piece of pieces) {
    parts.push(readable(piece, kind));
    if (kind === 'xml' && /<!ENTITY\s/.test(piece)) sink.miss(ENTITIES);
    yield;
  }
  sink.addText({ place: '', text: parts.join('') });
}

export const text: Inspector = {
  sniff: looksLikeText,
  inspect: inspectText,
};
