import type { PdfArray, PdfDictionary, PdfValue } from './values';
import { hexDigit, latin1 } from '../bytes';

/** `value`: a number, name or string, in `value`. `word`: an operator or keyword, in `word`. `end`: no more bytes. */
export type Token = 'value' | 'word' | '[' | ']' | '<<' | '>>' | 'end';

/** Where the reading of bytes as tokens (ISO 32000-1, 7.2) has got to, in one pass; nothing in the bytes is an error. */
export interface Lexer {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;
  /** Of the current token. */
  value: PdfValue;
  word: string;
}

/** Bytes of a name that are kept: twice what readers must take (ISO 32000-1, annex C). */
const MAX_NAME = 256;

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const NUMERIC = 3;

const CLASSES = new Uint8Array(256);
for (const space of [0, 9, 10, 12, 13, 32]) CLASSES[space] = SPACE;
for (const delimiter of '()<>[]{}/%') CLASSES[delimiter.charCodeAt(0)] = DELIMITER;
for (const numeric of '0123456789+-.') CLASSES[numeric.charCodeAt(0)] = NUMERIC;

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && CLASSES[byte] === SPACE;
}

export function makeLexer(bytes: Uint8Array, start: number, end: number): Lexer {
  return { bytes, end, position: start, value: null, word: '' };
}

/** Moves to the next token. */
export function readToken(lexer: Lexer): Token {
  const { bytes, end } = lexer;
  for (;;) {
    let { position } = lexer;
    while (position < end && CLASSES[bytes[position]!] === SPACE) position += 1;
    lexer.position = position;
    if (position >= end) return 'end';
    const byte = bytes[position]!;
    const kind = CLASSES[byte];
    if (kind === NUMERIC) return readNumber(lexer, byte);
    if (kind === REGULAR) return readWord(lexer);
    switch (byte) {
      case 47:
        return readName(lexer);
      case 40:
        return readString(lexer);
      case 37:
        while (lexer.position < end && bytes[lexer.position] !== 10 && bytes[lexer.position] !== 13) lexer.position += 1;
        continue;
      case 60:
        if (bytes[position + 1] !== 60) return readHexString(lexer);
        lexer.position += 2;
        return '<<';
      case 62:
        lexer.position += bytes[position + 1] === 62 ? 2 : 1;
        return '>>';
      case 91:
      case 93:
        lexer.position += 1;
        return byte === 91 ? '[' : ']';
    }
    lexer.position += 1;
  }
}

function readNumber(lexer: Lexer, first: number): Token {
  const { bytes, end } = lexer;
  let position = lexer.position;
  let byte = first;
  let isNegative = false;
  while (byte === 43 || byte === 45) {
    if (byte === 45) isNegative = true;
    position += 1;
    byte = position < end ? bytes[position]! : 0;
  }
  let number = 0;
  while (byte >= 48 && byte <= 57) {
    number = number * 10 + byte - 48;
    position += 1;
    byte = position < end ? bytes[position]! : 0;
  }
  if (byte === 46) {
    let scale = 1;
    position += 1;
    byte = position < end ? bytes[position]! : 0;
    while (byte >= 48 && byte <= 57) {
      // More digits than a number can hold change nothing.
      if (scale < 1e15) {
        number = number * 10 + byte - 48;
        scale *= 10;
      }
      position += 1;
      byte = position < end ? bytes[position]! : 0;
    }
    number /= scale;
  }
  // What some writers leave behind: `0.00-35`, `12.3.4`.
  while (position < end && CLASSES[bytes[position]!] === NUMERIC) position += 1;
  lexer.position = position;
  lexer.value = isNegative ? -number : number;
  return 'value';
}

/** The number that is the next token; null when that is anything else. */
export function nextNumber(lexer: Lexer): number | null {
  return readToken(lexer) === 'value' && typeof lexer.value === 'number' ? lexer.value : null;
}

/** Words of up to four bytes met lately, by those: content repeats a few. */
const words = new Map<number, string>();
const MOST_WORDS = 1000;

function readWord(lexer: Lexer): Token {
  const { bytes, end } = lexer;
  const from = lexer.position;
  let position = from;
  let packed = 0;
  while (position < end) {
    const byte = bytes[position]!;
    const kind = CLASSES[byte]!;
    if (kind === SPACE || kind === DELIMITER) break;
    packed = (packed << 8) | byte;
    position += 1;
  }
  lexer.position = position;
  if (position - from > 4) {
    lexer.word = latin1(bytes, from, Math.min(position, from + 32));
    return 'word';
  }
  const known = words.get(packed);
  if (known !== undefined) {
    lexer.word = known;
    return 'word';
  }
  lexer.word = latin1(bytes, from, position);
  if (words.size >= MOST_WORDS) words.clear();
  words.set(packed, lexer.word);
  return 'word';
}

function readName(lexer: Lexer): Token {
  const { bytes, end } = lexer;
  const from = lexer.position + 1;
  let position = from;
  let hasEscape = false;
  while (position < end) {
    const kind = CLASSES[bytes[position]!]!;
    if (kind === SPACE || kind === DELIMITER) break;
    if (bytes[position] === 35) hasEscape = true;
    position += 1;
  }
  lexer.position = position;
  const last = Math.min(position, from + MAX_NAME);
  lexer.value = hasEscape ? unescapeName(bytes, from, last) : latin1(bytes, from, last);
  return 'value';
}

function readString(lexer: Lexer): Token {
  const { bytes, end } = lexer;
  const from = lexer.position + 1;
  let position = from;
  let depth = 1;
  let isPlain = true;
  while (position < end) {
    const byte = bytes[position]!;
    if (byte === 92) {
      isPlain = false;
      position += 1;
    } else if (byte === 40) depth += 1;
    else if (byte === 41) {
      depth -= 1;
      if (depth === 0) break;
    } else if (byte === 13) isPlain = false;
    position += 1;
  }
  const last = Math.min(position, end);
  lexer.position = Math.min(position + 1, end);
  lexer.value = isPlain ? bytes.subarray(from, last) : unescapeString(bytes, from, last);
  return 'value';
}

function readHexString(lexer: Lexer): Token {
  const { bytes, end } = lexer;
  let position = lexer.position + 1;
  let last = position;
  while (last < end && bytes[last] !== 62) last += 1;
  const output = new Uint8Array((last - position + 1) >> 1);
  let digits = 0;
  for (; position < last; position += 1) {
    const digit = hexDigit(bytes[position]);
    if (digit === -1) continue;
    output[digits >> 1] = output[digits >> 1]! | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  lexer.position = Math.min(last + 1, end);
  lexer.value = output.subarray(0, (digits + 1) >> 1);
  return 'value';
}

function unescapeName(bytes: Uint8Array, start: number, end: number): string {
  let name = '';
  for (let index = start; index < end; index += 1) {
    const high = bytes[index] === 35 && index + 2 < end ? hexDigit(bytes[index + 1]) : -1;
    const low = high === -1 ? -1 : hexDigit(bytes[index + 2]);
    if (low === -1) {
      name += String.fromCharCode(bytes[index]!);
    } else {
      name += String.fromCharCode(high * 16 + low);
      index += 2;
    }
  }
  return name;
}

/** What a backslash and a letter stand for: n r t b f. */
const ESCAPES: { readonly [byte: number]: number } = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

function unescapeString(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const output = new Uint8Array(end - start);
  let length = 0;
  for (let index = start; index < end; index += 1) {
    let byte = bytes[index]!;
    if (byte === 13) {
      // Any line end inside a string counts as one line feed.
      if (bytes[index + 1] === 10) index += 1;
      byte = 10;
    } else if (byte === 92) {
      index += 1;
      if (index >= end) break;
      byte = bytes[index]!;
      if (byte >= 48 && byte <= 55) {
        let code = 0;
        let digits = 0;
        while (digits < 3 && index < end && bytes[index]! >= 48 && bytes[index]! <= 55) {
          code = code * 8 + bytes[index]! - 48;
          index += 1;
          digits += 1;
        }
        index -= 1;
        byte = code & 255;
      } else if (byte === 10 || byte === 13) {
        if (byte === 13 && bytes[index + 1] === 10) index += 1;
        continue;
      } else byte = ESCAPES[byte] ?? byte;
    }
    output[length] = byte;
    length += 1;
  }
  return output.subarray(0, length);
}

/** How deep arrays and dictionaries may lie in each other: an object that goes deeper ends there. Real files stay below 30. */
const MAX_DEPTH = 256;
/** How many values one object may have: it bounds the memory of a list that is all brackets. */
const MAX_VALUES = 1 << 20;

/** Words that end an object even where its brackets are still open. */
const ENDINGS = ['endobj', 'stream', 'endstream', 'obj', 'xref', 'trailer', 'startxref'];

interface Container {
  readonly isDictionary: boolean;
  readonly items: PdfValue[];
}

/**
 * Reads the value that begins at the lexer's position; null when there is none. Keeps its own stack: depth in the file is
 * no depth here. Strings go through `decipher`.
 */
export function readValue(lexer: Lexer, decipher: ((data: Uint8Array) => Uint8Array) | null): PdfValue {
  const stack: Container[] = [];
  let items: PdfValue[] = [];
  let values = 0;
  for (;;) {
    const before = lexer.position;
    const token = readToken(lexer);
    if (token === 'end' || values > MAX_VALUES || stack.length > MAX_DEPTH) return closeAll(stack, items);
    if (token === 'value') {
      values += 1;
      const value = lexer.value;
      items.push(decipher !== null && value instanceof Uint8Array ? decipher(value) : value);
    } else if (token === 'word') {
      if (lexer.word === 'R') replaceByReference(items);
      else if (lexer.word === 'true' || lexer.word === 'false') items.push(lexer.word === 'true');
      else if (lexer.word === 'null') items.push(null);
      else if (ENDINGS.indexOf(lexer.word) !== -1 || (stack.length === 0 && items.length > 0)) {
        lexer.position = before;
        return closeAll(stack, items);
      }
    } else if (token === '[' || token === '<<') {
      stack.push({ isDictionary: token === '<<', items });
      items = [];
    } else {
      const open = stack.pop();
      if (open !== undefined) items = put(open, items);
    }
    if (stack.length > 0) continue;
    // A number may be the first of the three parts of a reference: only what follows tells.
    const first = items[0];
    if (first === undefined) {
      if (token === ']' || token === '>>') return null;
    } else if (typeof first !== 'number' || items.length > 2 || !mayBeReference(lexer)) return first;
  }
}

/** True when a digit or an R follows: the value just read may be part of a reference. */
function mayBeReference(lexer: Lexer): boolean {
  let position = lexer.position;
  while (position < lexer.end && isSpace(lexer.bytes[position])) position += 1;
  const byte = lexer.bytes[position];
  return position < lexer.end && byte !== undefined && ((byte >= 48 && byte <= 57) || byte === 82);
}

function replaceByReference(items: PdfValue[]): void {
  const number = items[items.length - 2];
  if (typeof number !== 'number' || typeof items[items.length - 1] !== 'number') return;
  items.length -= 2;
  items.push({ kind: 'reference', number });
}

/** Puts the items of a container, which is closed, into what is around it, and goes on there. */
function put(open: Container, items: PdfValue[]): PdfValue[] {
  open.items.push(open.isDictionary ? toDictionary(items) : items);
  return open.items;
}

function closeAll(stack: Container[], items: PdfValue[]): PdfValue {
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) items = put(open, items);
  return items[0] ?? null;
}

function toDictionary(items: PdfArray): PdfDictionary {
  const dictionary = new Map<string, PdfValue>();
  for (let index = 0; index < items.length; ) {
    const key = items[index];
    if (typeof key === 'string') {
      dictionary.set(key, items[index + 1] ?? null);
      index += 2;
    } else index += 1;
  }
  return dictionary;
}
