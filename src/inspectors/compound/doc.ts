import { decodeSingleByte, decodeUtf16 } from '../../text/decode';
import type { SingleByteEncoding } from '../../text/single-byte';
import { u16, u32 } from '../bytes';
import { findEntry } from './compound-file';
import type { CompoundEntry, CompoundFile } from './compound-file';
import { DELETED, HIDDEN, IN_TABLE, readMarks, ROW_END } from './doc-marks';
import { writeFlow } from '../office/flow';
import type { FlowPlace, FlowWriter } from '../office/flow';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { DAMAGED } from '../sentences';

// Word documents from 6.0 on: [MS-DOC]; before Word 97 the same idea with shorter numbers in other places.

const FLAG_COMPLEX = 0x0004;
const FLAG_TABLE_1 = 0x0200;
const WORD_97 = 0xa5ec;

/**
 * How an old document keeps its text, which nothing in it says: in Cyrillic, letters beyond ASCII stand side by side; in
 * Western languages, among others.
 */
function guessEncoding(bytes: Uint8Array, start: number, end: number): SingleByteEncoding {
  let letters = 0;
  let pairs = 0;
  for (let at = start; at < end; at += 1) {
    if (bytes[at]! < 0xc0) continue;
    letters += 1;
    if (bytes[at + 1]! >= 0xc0) pairs += 1;
  }
  return pairs > letters / 2 ? 'windows-1251' : 'windows-1252';
}

/** The document's characters, main text first, and for each the marks of its formatting. */
interface Characters {
  readonly text: string;
  readonly marks: Uint8Array;
}

/** The parts of a document, in the order of their characters ([MS-DOC] 2.5.4); macros are no text. */
const PARTS: readonly (FlowPlace | null)[] = [
  { place: '', numbersTables: true },
  { place: 'footnotes' },
  { place: 'headers and footers' },
  null,
  { place: 'comments', hidden: 'comment' },
  { place: 'endnotes' },
  { place: 'text box' },
  { place: 'text box' },
];


/** Reads a document that is not encrypted. */
export function* readDoc(
  _context: InspectionContext,
  members: Members,
  document: Uint8Array,
  file: CompoundFile,
  storage: CompoundEntry,
): Generator<void, void, void> {
  const isOld = u16(document, 0) !== WORD_97;
  const read = (name: string): Uint8Array | null => {
    const stream = findEntry(storage, name);
    return stream === null ? null : file.read(stream);
  };
  const table = isOld ? document : read((u16(document, 10) & FLAG_TABLE_1) !== 0 ? '1Table' : '0Table');
  yield;
  const part = (at: number): Uint8Array => {
    const start = u32(document, at);
    return table === null ? new Uint8Array(0) : table.subarray(start, start + u32(document, at + 4));
  };
  const marks = isOld
    ? new Uint8Array(0)
    : readMarks({ document, data: read('Data'), characters: part(0xfa), paragraphs: part(0x102) });
  yield;
  const start = u32(document, 24);
  const end = Math.min(document.length, u32(document, 28));
  const encoding = isOld ? guessEncoding(document, start, end) : 'windows-1252';
  const hasPieces = !isOld || (u16(document, 10) & FLAG_COMPLEX) !== 0;
  let characters = hasPieces ? readPieces(document, part(isOld ? 0x160 : 0x1a2), marks, isOld, encoding) : null;
  // Without a list of pieces the text lies in one run; that is how Word before 97 writes it, and what damage leaves.
  if (characters === null) {
    const isWide = (u16(document, 10) & 0x1000) !== 0;
    characters = {
      text: isWide ? decodeUtf16(document, true, start, end) : decodeSingleByte(document, encoding, start, end),
      marks: new Uint8Array(0),
    };
    if (!isOld) members.miss(DAMAGED);
  }
  let position = 0;
  for (let i = 0; i < PARTS.length; i += 1) {
    const length = u32(document, (isOld ? 0x34 : 0x4c) + 4 * i);
    if (position + length > characters.text.length) members.miss(DAMAGED);
    // Lengths that say less than there is would hide text.
    const isLast = i === PARTS.length - 1;
    const next = isLast ? characters.text.length : Math.min(characters.text.length, position + length);
    const where = PARTS[i]!;
    if (where !== null && next > position) yield* writePart(characters, position, next, where, members);
    position = next;
  }
}

/** Puts the text together from the pieces it is kept in ([MS-DOC] 2.9.38); null when there is no such list. */
function readPieces(
  document: Uint8Array,
  list: Uint8Array,
  marks: Uint8Array,
  isOld: boolean,
  encoding: SingleByteEncoding,
): Characters | null {
  let at = 0;
  while (list[at] === 1) at += 3 + u16(list, at + 1);
  if (list[at] !== 2) return null;
  const pieces = list.subarray(at + 5, at + 5 + u32(list, at + 1));
  const count = Math.floor((pieces.length - 4) / 12);
  const texts: string[] = [];
  const places: { readonly offset: number; readonly length: number; readonly size: number }[] = [];
  let total = 0;
  // Sound pieces share no bytes.
  let allowance = document.length;
  for (let piece = 0; piece < count; piece += 1) {
    const position = u32(pieces, 4 * (count + 1) + 8 * piece + 2);
    const isNarrow = isOld || (position & 0x40000000) !== 0;
    const size = isNarrow ? 1 : 2;
    const offset = isOld ? position : isNarrow ? (position & 0x3fffffff) >>> 1 : position;
    const claimed = u32(pieces, 4 * piece + 4) - u32(pieces, 4 * piece);
    const length = Math.max(0, Math.min(claimed, Math.floor((document.length - offset) / size), Math.floor(allowance / size)));
    allowance -= length * size;
    total += length;
    texts.push(
      isNarrow
        ? decodeSingleByte(document, encoding, offset, offset + length)
        : decodeUtf16(document, true, offset, offset + 2 * length),
    );
    places.push({ offset, length, size });
  }
  const textMarks = new Uint8Array(marks.length === 0 ? 0 : total);
  let next = 0;
  for (const { offset, length, size } of places) {
    // A paragraph's mark stands on the last byte of its last character.
    for (let i = 0; i < length; i += 1) textMarks[next + i] = marks[offset + i * size + size - 1] ?? 0;
    next += length;
  }
  return { text: texts.join(''), marks: textMarks };
}

const CELL_END = 7;
const PARAGRAPH_END = 13;
const PAGE_END = 12;

const CHARACTERS_PER_PAUSE = 1 << 18;

/** Hands out the paragraphs and tables of one part. */
function* writePart(
  { text, marks }: Characters,
  start: number,
  end: number,
  where: FlowPlace,
  members: Members,
): Generator<void, void, void> {
  const flow = writeFlow((segment) => members.addText(segment), where);
  const fields = trackFields();
  let isInTable = false;
  let isInRow = false;
  let pausedAt = start;
  for (let at = start; at < end; ) {
    let last = at;
    while (last < end && !isParagraphEnd(text.charCodeAt(last))) last += 1;
    const isCellEnd = text.charCodeAt(last) === CELL_END;
    const mark = marks[last] ?? 0;
    // Where formatting is not known, an empty cell right after a cell is what ends a row.
    const isRowEnd = isCellEnd && (marks.length > 0 ? (mark & ROW_END) !== 0 : isInRow && last === at);
    const belongsToTable = isCellEnd || (mark & IN_TABLE) !== 0;
    if (belongsToTable !== isInTable) {
      if (belongsToTable) flow.startTable();
      else flow.endTable();
      isInTable = belongsToTable;
      isInRow = false;
    }
    if (isRowEnd) {
      flow.endRow();
      isInRow = false;
    } else {
      if (belongsToTable && !isInRow) {
        flow.startCell();
        isInRow = true;
      }
      for (let from = at; from < last; from += CHARACTERS_PER_PAUSE) {
        writeCharacters(text, marks, from, Math.min(last, from + CHARACTERS_PER_PAUSE), fields, flow);
        if (last - from > CHARACTERS_PER_PAUSE) yield;
      }
      flow.divert(null);
      flow.endParagraph();
      if (isCellEnd) {
        flow.endCell(1);
        // The next cell begins only if the row does not end here.
        const isNextRowEnd =
          text.charCodeAt(last + 1) === CELL_END && (marks.length === 0 || ((marks[last + 1] ?? 0) & ROW_END) !== 0);
        if (!isNextRowEnd) flow.startCell();
      }
    }
    at = last + 1;
    if (at - pausedAt > CHARACTERS_PER_PAUSE) {
      pausedAt = at;
      yield;
    }
  }
  flow.finish();
}

function isParagraphEnd(code: number): boolean {
  return code === PARAGRAPH_END || code === CELL_END || code === PAGE_END;
}

/** The fields that are open, each a code and then what it comes to ([MS-DOC] 2.8.25). */
interface Fields {
  readonly isInCode: boolean;
  begin(): void;
  separate(): void;
  end(): void;
}

/** Fields within fields beyond this depth are read as one. */
const DEEPEST_FIELD = 100;

function trackFields(): Fields {
  // True for each open field whose result has not begun.
  const open: boolean[] = [];
  let surplus = 0;
  let codes = 0;
  const separate = (): void => {
    if (open[open.length - 1] !== true || surplus > 0) return;
    open[open.length - 1] = false;
    codes -= 1;
  };
  return {
    get isInCode() {
      return codes > 0;
    },
    begin() {
      if (open.length >= DEEPEST_FIELD) surplus += 1;
      else {
        open.push(true);
        codes += 1;
      }
    },
    separate,
    end() {
      separate();
      if (surplus > 0) surplus -= 1;
      else open.pop();
    },
  };
}

const FIELD_BEGIN = 0x13;
const FIELD_SEPARATE = 0x14;
const FIELD_END = 0x15;

/** Why a reader does not see characters with these marks. */
function reasonOf(mark: number): string | null {
  if ((mark & DELETED) !== 0) return 'tracked change';
  return (mark & HIDDEN) !== 0 ? 'hidden text' : null;
}

/** Writes characters as a reader sees them ([MS-DOC] 2.4.1), hidden ones apart. */
function writeCharacters(text: string, marks: Uint8Array, start: number, end: number, fields: Fields, flow: FlowWriter): void {
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : 0;
    const mark = (marks[at] ?? 0) & (HIDDEN | DELETED);
    const isOrdinary = code >= 32 && code !== 0xfffd && mark === ((marks[from] ?? 0) & (HIDDEN | DELETED));
    if (isOrdinary) continue;
    flow.divert(fields.isInCode ? 'field code' : reasonOf(marks[from] ?? 0));
    if (at > from) flow.append(text.slice(from, at));
    if (code >= 32 && code !== 0xfffd) {
      // A run of other marks begins with this very character.
      from = at;
      continue;
    }
    from = at + 1;
    if (code === FIELD_BEGIN) fields.begin();
    else if (code === FIELD_SEPARATE || code === FIELD_END) {
      if (fields.isInCode) flow.append('\n');
      if (code === FIELD_END) fields.end();
      else fields.separate();
    } else if (code === 9) flow.breakWord();
    else if (code === 11 || code === 14) flow.breakLine();
    else if (code === 30) flow.append('-');
    // The rest are anchors of pictures and notes, and hyphens that are only there for the end of a line.
  }
}
