import { bigEndian, countBefore } from '../bytes';
import { makeLexer, readToken } from './lexer';
import type { Lexer } from './lexer';
import type { PdfValue } from './values';

/**
 * A character map (CMap): which characters, or which glyph numbers, the codes in a string stand for, and how many bytes a
 * code has (ISO 32000-1, 9.7.5 and 9.10.3).
 */
export interface CharacterMap {
  /** The characters of a code; null when the map does not say. */
  text(code: number): string | null;
  /** The glyph number of a code; null when the map does not say. */
  glyph(code: number): number | null;
  /** The bytes of a code by its first byte; 0 where the map does not say. */
  readonly codeLengths: Uint8Array;
}

interface Range {
  readonly low: number;
  readonly high: number;
  /** What `low` stands for; the others follow it. */
  readonly first: string | number;
}

/** Characters one code may stand for: enough for a ligature or a phrase sign, and no way to blow a page up. */
const MAX_TEXT = 32;
/** More entries than there are codes of two bytes. */
const MAX_ENTRIES = 1 << 17;

export function readCharacterMap(bytes: Uint8Array): CharacterMap {
  const lexer = makeLexer(bytes, 0, bytes.length);
  const singles = new Map<number, string | number>();
  const ranges: Range[] = [];
  const codeLengths = new Uint8Array(256);
  let entries = 0;

  function readCodeSpaces(): void {
    for (let pair = readCodes(lexer, 2); pair !== null; pair = readCodes(lexer, 2)) {
      const [low, high] = pair as [Uint8Array, Uint8Array];
      for (let first = low[0] ?? 0; first <= (high[0] ?? -1); first += 1) {
        if (codeLengths[first] === 0) codeLengths[first] = Math.min(4, low.length);
      }
    }
  }

  function readSingles(): void {
    for (let code = readCodes(lexer, 1); code !== null && entries < MAX_ENTRIES; code = readCodes(lexer, 1)) {
      entries += 1;
      if (readToken(lexer) !== 'value') return;
      const target = targetOf(lexer.value);
      if (target !== null) singles.set(codeOf(code[0]!), target);
    }
  }

  function readRanges(): void {
    for (let pair = readCodes(lexer, 2); pair !== null && entries < MAX_ENTRIES; pair = readCodes(lexer, 2)) {
      entries += 1;
      const low = codeOf(pair[0]!);
      const high = codeOf(pair[1]!);
      const token = readToken(lexer);
      if (token === '[') {
        for (let code = low; readToken(lexer) === 'value' && entries < MAX_ENTRIES; code += 1) {
          entries += 1;
          if (code <= high && lexer.value instanceof Uint8Array) singles.set(code, unicodeOf(lexer.value));
        }
      } else if (token !== 'value') return;
      else {
        const first = targetOf(lexer.value);
        if (first !== null) ranges.push({ low, high, first });
      }
    }
  }

  for (let token = readToken(lexer); token !== 'end' && entries < MAX_ENTRIES; token = readToken(lexer)) {
    if (token !== 'word') continue;
    if (lexer.word === 'begincodespacerange') readCodeSpaces();
    else if (lexer.word === 'beginbfchar' || lexer.word === 'begincidchar') readSingles();
    else if (lexer.word === 'beginbfrange' || lexer.word === 'begincidrange') readRanges();
  }
  ranges.sort((a, b) => a.low - b.low);
  const find = (code: number): string | number | null => {
    const single = singles.get(code);
    const range = single === undefined ? rangeOf(ranges, code) : null;
    return range === null ? (single ?? null) : advanced(range.first, code - range.low);
  };
  return {
    text(code) {
      const found = find(code);
      return typeof found === 'string' ? found : null;
    },
    glyph(code) {
      const found = find(code);
      return typeof found === 'number' ? found : null;
    },
    codeLengths,
  };
}

/** The next `count` strings; null at the word that ends the list. */
function readCodes(lexer: Lexer, count: number): Uint8Array[] | null {
  const codes: Uint8Array[] = [];
  while (codes.length < count) {
    if (readToken(lexer) !== 'value' || !(lexer.value instanceof Uint8Array)) return null;
    codes.push(lexer.value);
  }
  return codes;
}

function codeOf(bytes: Uint8Array): number {
  return bigEndian(bytes, 0, Math.min(bytes.length, 4));
}

function unicodeOf(bytes: Uint8Array): string {
  if (bytes.length === 1) return String.fromCharCode(bytes[0]!);
  let text = '';
  for (let index = 0; index + 1 < bytes.length && text.length < MAX_TEXT; index += 2) {
    text += String.fromCharCode((bytes[index]! << 8) | bytes[index + 1]!);
  }
  return text;
}

/** The characters that a string stands for, or a glyph's number; null for anything else. */
function targetOf(value: PdfValue): string | number | null {
  return value instanceof Uint8Array ? unicodeOf(value) : typeof value === 'number' ? value : null;
}

/** What is `steps` after the first of a range: of a text only the last unit counts up. */
function advanced(first: string | number, steps: number): string | number {
  if (typeof first === 'number') return first + steps;
  if (steps === 0 || first === '') return first;
  return first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + steps);
}

function rangeOf(ranges: readonly Range[], code: number): Range | null {
  const range = ranges[countBefore(ranges.length, (index) => ranges[index]!.low <= code) - 1];
  return range !== undefined && code <= range.high ? range : null;
}
