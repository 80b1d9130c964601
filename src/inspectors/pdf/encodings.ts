import { decodeUtf16, decodeUtf8 } from '../../text/decode';
import { singleByteTable } from '../../text/single-byte';
import { latin1 } from '../bytes';
import type { PdfValue } from './values';

export type BaseEncoding = 'StandardEncoding' | 'WinAnsiEncoding' | 'MacRomanEncoding' | 'Symbol';

/** An encoding of more than one byte that the file names without describing it. */
export interface CompositeEncoding {
  /** Bytes of a code by its first byte. */
  readonly codeLengths: Uint8Array;
  /** True when its codes are characters, so that glyphs have other numbers. */
  readonly isOfCharacters: boolean;
  /** The characters of a code, or of its glyph; empty when that is not known. */
  text(code: number, glyph: number | null): string;
}

/** Characters that few files need: not every runtime knows them. */
export interface RareCharacters {
  /** The character of a code in Symbol, or above ASCII in another encoding; empty when it has none. */
  encoded(encoding: Exclude<BaseEncoding, 'WinAnsiEncoding'>, code: number): string;
  /** Widths of a font whose file leaves them out, guessed by the font's name. */
  widths(fontName: string): (character: string) => number;
  /** What the name of an East Asian encoding says of its codes; `ordering` names the collection of its glyphs. */
  composite(encoding: string, ordering: PdfValue): CompositeEncoding;
  /** The character of a byte where the encoding of text strings outside pages differs from Latin 1. */
  document(byte: number): string;
  /** The characters that a glyph's name stands for, beside those that `glyphText` knows; empty when it is nobody's name. */
  named(name: string): string;
}

/** The character of a code in one of the encodings of ISO 32000-1, annex D; empty when it has none. */
export function encodedCharacter(encoding: BaseEncoding, code: number, rare: RareCharacters | null): string {
  if (code < 32) return '';
  if (encoding === 'Symbol') return code === 183 ? '•' : (rare?.encoded(encoding, code) ?? '');
  if (code < 127) {
    if (encoding === 'StandardEncoding' && code === 39) return '’';
    if (encoding === 'StandardEncoding' && code === 96) return '‘';
    return String.fromCharCode(code);
  }
  if (encoding !== 'WinAnsiEncoding') return rare?.encoded(encoding, code) ?? '';
  if (code === 160) return ' ';
  if (code === 173) return '-';
  const unit = singleByteTable('windows-1252')[code]!;
  // Annex D.2: codes without a character show a bullet.
  return unit < 160 ? '•' : String.fromCharCode(unit);
}

/** Bytes of a text string that are read: more than a form field or a note holds. */
const MAX_STRING = 1 << 17;

/**
 * A text string outside of pages: UTF-16 or UTF-8 with a mark, else the document encoding (ISO 32000-1, 7.9.2.2). Of the characters
 * that `rare` would know, an apostrophe is what people write most.
 */
export function documentText(whole: Uint8Array, rare: RareCharacters | undefined): string {
  const bytes = whole.subarray(0, MAX_STRING);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutEscapes(decodeUtf16(bytes, false, 2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutEscapes(decodeUtf16(bytes, true, 2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes, 3);
  return latin1(bytes, 0, bytes.length).replace(/[\x18-\x1f\x80-\xa0]/g, (character) => rare?.document(character.charCodeAt(0)) ?? "'");
}

/** Language marks lie between two escape characters (ISO 32000-1, 7.9.2.2). */
function withoutEscapes(text: string): string {
  if (text.indexOf('\x1b') === -1) return text;
  return text
    .split('\x1b')
    .filter((_, index) => index % 2 === 0)
    .join('');
}

/** Names from the Adobe Glyph List, of characters that follow one another from a code on. */
const COMMON_RUNS: readonly (readonly [number, string])[] = [
  [
    0x20,
    'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash ' +
      'zero one two three four five six seven eight nine colon semicolon less equal greater question at',
  ],
  [0x5b, 'bracketleft backslash bracketright asciicircum underscore grave'],
  [0x7b, 'braceleft bar braceright asciitilde'],
];

/** Other names that many files have, each with its character's number. */
const COMMON_NAMES =
  'bullet 2022 endash 2013 emdash 2014 quoteleft 2018 quoteright 2019 quotedblleft 201c quotedblright 201d ellipsis 2026 sterling a3 ' +
  'ff fb00 fi fb01 fl fb02 ffi fb03 ffl fb04';

/** Characters by their names, which come in runs from a code on, or each with its number in hexadecimal. */
export function namesOf(runs: readonly (readonly [number, string])[], pairs: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [first, run] of runs) run.split(' ').forEach((name, index) => names.set(name, String.fromCharCode(first + index)));
  const words = pairs.split(' ');
  for (let index = 0; index < words.length; index += 2) {
    names.set(words[index]!, String.fromCharCode(parseInt(words[index + 1]!, 16)));
  }
  return names;
}

let knownNames: Map<string, string> | null = null;

/** How many parts a name such as `f_f_i` may have, and how long a name may be. */
const MAX_PARTS = 8;
const MAX_NAME = 63;

/** The characters a glyph's name stands for (the rules of the Adobe Glyph List specification); empty when it is nobody's name. */
export function glyphText(fullName: string, rare: RareCharacters | null): string {
  if (fullName.length > MAX_NAME) return '';
  const dot = fullName.indexOf('.', 1);
  const name = dot === -1 ? fullName : fullName.slice(0, dot);
  if (/^[A-Za-z]$/.test(name)) return name;
  const known = (knownNames ??= namesOf(COMMON_RUNS, COMMON_NAMES)).get(name);
  if (known !== undefined) return known;
  if (name.indexOf('_') > 0) {
    const parts = name.split('_');
    if (parts.length <= MAX_PARTS) return parts.map((part) => (part.indexOf('_') === -1 ? glyphText(part, rare) : '')).join('');
  }
  if (/^uni[0-9A-F]{4}/.test(name)) {
    const units = name.slice(3, 3 + 4 * MAX_PARTS).match(/[0-9A-F]{4}/g) ?? [];
    return units.map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  }
  if (/^u[0-9A-F]{4,6}$/.test(name)) {
    const codePoint = parseInt(name.slice(1), 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
  }
  return rare?.named(name) ?? '';
}
