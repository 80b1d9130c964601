import type { SingleByteEncoding } from '../../text/single-byte';
import { singleByteTable } from '../../text/single-byte';
import { u16 } from '../bytes';
import { makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';
import { RECORD_HEADER, nextRecord, readRecords } from './xls-records';

const CONTINUE = 0x3c;

/** A record's body with those of the records that continue it, read from front to back. */
export interface BodyReader {
  /** True when nothing is left. */
  readonly isAtEnd: boolean;
  byte(): number;
  number16(): number;
  number32(): number;
  skip(count: number): void;
  /**
   * Appends characters of two bytes or of one. Where the text goes on in the next record, a byte there says anew which
   * ([MS-XLS] 2.5.293).
   */
  appendText(text: TextBuffer, length: number, isWide: boolean): void;
}

/** `position` is where the record itself begins. */
export function readBody(stream: Uint8Array, position: number): BodyReader {
  const records = readRecords(stream, position);
  nextRecord(records);
  let at = position + RECORD_HEADER;
  let hasMore = true;

  /** Moves on to the next record when this one is used up; false when there is none that continues it. */
  function hasBytes(): boolean {
    while (at >= records.end && hasMore) {
      hasMore = nextRecord(records) && records.id === CONTINUE;
      if (hasMore) at = records.position + RECORD_HEADER;
    }
    return hasMore;
  }

  function byte(): number {
    if (!hasBytes()) return 0;
    at += 1;
    return stream[at - 1]!;
  }

  return {
    get isAtEnd() {
      return !hasBytes();
    },
    byte,
    number16: () => byte() | (byte() << 8),
    number32: () => (byte() | (byte() << 8) | (byte() << 16) | (byte() << 24)) >>> 0,
    skip(count) {
      for (let left = count; left > 0 && hasBytes(); ) {
        const taken = Math.min(left, records.end - at);
        at += taken;
        left -= taken;
      }
    },
    appendText(text, length, isWide) {
      let wide = isWide;
      for (let left = length; left > 0; ) {
        const recordBefore = records.position;
        if (!hasBytes()) return;
        if (records.position !== recordBefore) wide = (byte() & 1) === 1;
        const size = wide ? 2 : 1;
        const count = Math.min(left, Math.ceil((records.end - at) / size));
        for (let i = 0; i < count; i += 1, at += size) text.appendUnit(wide ? u16(stream, at) : stream[at]!);
        left -= count;
      }
    },
  };
}

/** How a workbook keeps its text: Excel 97 and later in UTF-16, earlier ones in a code page. */
export interface XlsText {
  readonly isUnicode: boolean;
  readonly encoding: SingleByteEncoding;
}

/** Appends a string with its length before it, in one byte or two. */
export function appendString(text: TextBuffer, body: BodyReader, kind: XlsText, hasShortLength: boolean): void {
  const length = hasShortLength ? body.byte() : body.number16();
  if (kind.isUnicode) {
    const flags = body.byte();
    appendWithExtras(text, body, length, flags);
    return;
  }
  const table = singleByteTable(kind.encoding);
  for (let i = 0; i < length && !body.isAtEnd; i += 1) text.appendUnit(table[body.byte()]!);
}

/** The characters, then past what tells of fonts and of pronunciation. */
function appendWithExtras(text: TextBuffer, body: BodyReader, length: number, flags: number): void {
  const runs = (flags & 8) !== 0 ? body.number16() : 0;
  const extras = (flags & 4) !== 0 ? body.number32() : 0;
  body.appendText(text, length, (flags & 1) === 1);
  body.skip(4 * runs + extras);
}

/** Every string that cells refer to, one after the other; the i-th ends where `ends` says. */
export interface SharedStrings {
  readonly text: TextBuffer;
  readonly ends: readonly number[];
  /** 1 for those that a cell has shown. */
  readonly used: Uint8Array;
}

/** Appends the string of an index, if there is one, and says how long it is. */
export function appendShared(text: TextBuffer, strings: SharedStrings, index: number): number {
  const end = strings.ends[index];
  if (end === undefined) return 0;
  const start = index === 0 ? 0 : strings.ends[index - 1]!;
  strings.used[index] = 1;
  text.appendFrom(strings.text, start, end);
  return end - start;
}

/** Reads the table of strings ([MS-XLS] 2.4.265), as many as there are whatever it claims. */
export function* readSharedStrings(stream: Uint8Array, position: number): Generator<void, SharedStrings, void> {
  const body = readBody(stream, position);
  const text = makeTextBuffer();
  const ends: number[] = [];
  body.skip(4);
  const count = body.number32();
  while (ends.length < count && !body.isAtEnd) {
    const length = body.number16();
    appendWithExtras(text, body, length, body.byte());
    ends.push(text.length);
    if (ends.length % 10000 === 0) yield;
  }
  return { text, ends, used: new Uint8Array(ends.length) };
}
