import { findBytes } from '../bytes';
import { readCharacterMap } from './character-map';
import type { CharacterMap } from './character-map';
import { encodedCharacter, glyphText } from './encodings';
import type { BaseEncoding } from './encodings';
import { makeLexer, readToken } from './lexer';
import type { ObjectStore } from './store';
import { EMPTY_DICTIONARY, arrayOf, dictionaryOf, isArray, isDictionary, isStream, numberOf, resolve } from './values';
import type { PdfArray, PdfDictionary, PdfStream, PdfValue } from './values';

/** What a font says about the codes in a string. */
export interface Font {
  /** Bytes of a code by its first byte. */
  readonly codeLengths: Uint8Array;
  /** The characters of each code seen so far; `UNREADABLE` where the file does not say them. */
  readonly texts: (string | undefined)[];
  /** The width of each code seen so far, in thousandths of the font size. */
  readonly widths: (number | undefined)[];
  /** Fills `texts` and `widths` for a code. */
  learn(code: number): void;
  /** True when the widths are guessed, so that gaps between words are less certain. */
  readonly hasGuessedWidths: boolean;
  /** The height of letters over the font size: 1 but for fonts that are drawn (Type 3). */
  readonly scale: number;
}

/** Stands for a character that the file does not name. */
export const UNREADABLE = '\ufffd';

const SINGLE_BYTES = new Uint8Array(256).fill(1);
const DOUBLE_BYTES = new Uint8Array(256).fill(2);

/** Some writers name this map where codes are characters already. */
const IDENTITY_MAP: CharacterMap = {
  text: (code) => String.fromCharCode(code),
  glyph: (code) => code,
  codeLengths: DOUBLE_BYTES,
};

/** Reads fonts, each once. */
export function makeFontReader(store: ObjectStore): (value: PdfValue | undefined) => Font {
  const fonts = new Map<PdfDictionary, Font>();
  const maps = new Map<PdfStream, CharacterMap>();
  const glyphWidthLists = new Map<PdfArray, ReadonlyMap<number, number>>();

  function mapOf(value: PdfValue | undefined): CharacterMap | null {
    const stream = resolve(store, value);
    if (stream === 'Identity-H' || stream === 'Identity-V') return IDENTITY_MAP;
    if (!isStream(stream)) return null;
    const known = maps.get(stream);
    if (known !== undefined) return known;
    const map = readCharacterMap(store.unpackSmall(stream).data);
    maps.set(stream, map);
    return map;
  }

  function widthsOf(value: PdfValue | undefined): ReadonlyMap<number, number> {
    const list = arrayOf(store, value);
    const known = glyphWidthLists.get(list);
    if (known !== undefined) return known;
    const widths = readGlyphWidths(store, list);
    glyphWidthLists.set(list, widths);
    return widths;
  }

  return (value) => {
    const dictionary = dictionaryOf(store, value);
    const known = fonts.get(dictionary);
    if (known !== undefined) return known;
    const toUnicode = mapOf(dictionary.get('ToUnicode'));
    const font =
      resolve(store, dictionary.get('Subtype')) === 'Type0'
        ? makeCompositeFont(store, dictionary, toUnicode, mapOf, widthsOf)
        : makeSimpleFont(store, dictionary, toUnicode);
    fonts.set(dictionary, font);
    return font;
  };
}

function makeSimpleFont(store: ObjectStore, dictionary: PdfDictionary, toUnicode: CharacterMap | null): Font {
  const isDrawn = resolve(store, dictionary.get('Subtype')) === 'Type3';
  const name = nameOf(resolve(store, dictionary.get('BaseFont')));
  const descriptor = dictionaryOf(store, dictionary.get('FontDescriptor'));
  const characters = simpleEncoding(store, dictionary, name, toUnicode === null ? descriptor : EMPTY_DICTIONARY);
  const first = numberOf(store, dictionary.get('FirstChar'), 0);
  const list = arrayOf(store, dictionary.get('Widths'));
  const missing = numberOf(store, descriptor.get('MissingWidth'), 0);
  const matrix = arrayOf(store, dictionary.get('FontMatrix'));
  const unit = isDrawn ? Math.abs(numberOf(store, matrix[0], 0.001)) * 1000 : 1;
  const guessed = list.length === 0 ? (store.readers?.rareCharacters.widths(name) ?? roughWidth) : null;
  const texts: (string | undefined)[] = [];
  const widths: (number | undefined)[] = [];
  return {
    codeLengths: SINGLE_BYTES,
    texts,
    widths,
    learn(code) {
      const encoded = characters(code);
      texts[code] = readable(toUnicode === null ? null : toUnicode.text(code), encoded);
      widths[code] = guessed !== null ? guessed(encoded) : numberOf(store, list[code - first], missing) * unit;
    },
    hasGuessedWidths: guessed !== null,
    scale: isDrawn ? drawnScale(store, dictionary, matrix) : 1,
  };
}

/** Roughly how wide a character is, for fonts that the file gives no widths of: near enough to tell where most words end. */
function roughWidth(character: string): number {
  return /[ !',.:;Iijlft|]/.test(character) ? 270 : /[A-Zmw]/.test(character) ? 700 : 556;
}

/** The height of a drawn font's box, which its size does not tell. */
function drawnScale(store: ObjectStore, dictionary: PdfDictionary, matrix: PdfArray): number {
  const box = arrayOf(store, dictionary.get('FontBBox'));
  const height = Math.abs(numberOf(store, box[3], 0) - numberOf(store, box[1], 0));
  const vertical = Math.abs(numberOf(store, matrix[3], 0.001));
  return height > 0 ? Math.min(Math.max(height * vertical, 0.01), 100) : vertical * 1000;
}

/** More entries than a font of single bytes can have. */
const MAX_DIFFERENCES = 1024;

function simpleEncoding(
  store: ObjectStore,
  dictionary: PdfDictionary,
  name: string,
  descriptor: PdfDictionary,
): (code: number) => string {
  const encoding = resolve(store, dictionary.get('Encoding'));
  const baseName = isDictionary(encoding) ? resolve(store, encoding.get('BaseEncoding')) : encoding;
  const subtype = resolve(store, dictionary.get('Subtype'));
  const base: BaseEncoding =
    baseName === 'WinAnsiEncoding' || baseName === 'MacRomanEncoding' || baseName === 'StandardEncoding'
      ? baseName
      : /^(\w{6}\+)?Symbol/.test(name)
        ? 'Symbol'
        : subtype === 'TrueType'
          ? 'WinAnsiEncoding'
          : 'StandardEncoding';
  const isNamed = typeof baseName === 'string';
  const differences = isNamed ? new Map<number, string>() : builtInEncoding(store, descriptor.get('FontFile'));
  if (isDictionary(encoding)) {
    let code = 0;
    for (const item of arrayOf(store, encoding.get('Differences')).slice(0, MAX_DIFFERENCES)) {
      const value = resolve(store, item);
      if (typeof value === 'number') code = value;
      else if (typeof value === 'string') {
        differences.set(code, value);
        code += 1;
      }
    }
  }
  const rare = store.readers?.rareCharacters ?? null;
  // A drawn font has no encoding but its own.
  const isNamedOnly = subtype === 'Type3';
  return (code) => {
    const glyph = differences.get(code);
    if (glyph === undefined || glyph === '.notdef') return isNamedOnly ? '' : encodedCharacter(base, code, rare);
    const text = glyphText(glyph, rare);
    if (text !== '') return text;
    // Names made of a letter and the code itself, such as `a65`, say that the font keeps the usual order.
    const numbered = /^[A-Za-z]{1,2}(\d{2,3})$/.exec(glyph);
    return numbered !== null && Number(numbered[1]) === code ? encodedCharacter('WinAnsiEncoding', code, null) : '';
  };
}

/** The head of a Type 1 font program, in which its encoding stands. */
const FONT_HEAD = 1 << 14;

/** Glyph names by code from a Type 1 font program: `dup 65 /A put` (Adobe Type 1 Font Format, 2.2); none where it has no list. */
function builtInEncoding(store: ObjectStore, program: PdfValue | undefined): Map<number, string> {
  const names = new Map<number, string>();
  const { data } = store.unpackSmall(program, FONT_HEAD);
  const start = findBytes(data, '/Encoding');
  if (start === -1) return names;
  const lexer = makeLexer(data, start, data.length);
  let code: PdfValue = null;
  for (let token = readToken(lexer); token !== 'end' && !(token === 'word' && lexer.word === 'def'); token = readToken(lexer)) {
    if (token !== 'value') continue;
    if (typeof lexer.value === 'string' && typeof code === 'number') names.set(code, lexer.value);
    code = lexer.value;
  }
  return names;
}

function makeCompositeFont(
  store: ObjectStore,
  dictionary: PdfDictionary,
  toUnicode: CharacterMap | null,
  mapOf: (value: PdfValue | undefined) => CharacterMap | null,
  widthsOf: (value: PdfValue | undefined) => ReadonlyMap<number, number>,
): Font {
  const encoding = resolve(store, dictionary.get('Encoding'));
  const map = typeof encoding === 'string' ? null : mapOf(encoding);
  const descendant = dictionaryOf(store, arrayOf(store, dictionary.get('DescendantFonts'))[0]);
  const glyphWidthList = widthsOf(descendant.get('W'));
  const defaultWidth = numberOf(store, descendant.get('DW'), 1000);
  const ordering = resolve(store, dictionaryOf(store, descendant.get('CIDSystemInfo')).get('Ordering'));
  const known = store.readers?.rareCharacters.composite(nameOf(encoding), ordering);
  const texts: (string | undefined)[] = [];
  const widths: (number | undefined)[] = [];
  return {
    codeLengths: map !== null ? filled(map.codeLengths) : (known?.codeLengths ?? DOUBLE_BYTES),
    texts,
    widths,
    learn(code) {
      const glyph = map !== null ? map.glyph(code) ?? code : known?.isOfCharacters === true ? null : code;
      texts[code] = readable(toUnicode === null ? null : toUnicode.text(code), known?.text(code, glyph) ?? '');
      widths[code] = glyph === null ? (code < 256 ? 500 : defaultWidth) : glyphWidthList.get(glyph) ?? defaultWidth;
    },
    hasGuessedWidths: false,
    scale: 1,
  };
}

function filled(codeLengths: Uint8Array): Uint8Array {
  const otherwise = codeLengths.indexOf(2) !== -1 || codeLengths.every((length) => length === 0) ? 2 : 1;
  return codeLengths.map((length) => (length === 0 ? otherwise : length));
}

/** More widths than a font has glyphs. */
const MAX_WIDTHS = 1 << 16;

/** The `W` list: `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function readGlyphWidths(store: ObjectStore, list: PdfArray): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (let index = 0; index + 1 < list.length && widths.size < MAX_WIDTHS; ) {
    const first = numberOf(store, list[index], 0);
    const second = resolve(store, list[index + 1]);
    if (isArray(second)) {
      for (let offset = 0; offset < second.length && widths.size < MAX_WIDTHS; offset += 1) {
        widths.set(first + offset, numberOf(store, second[offset], 0));
      }
      index += 2;
    } else {
      const last = Math.min(typeof second === 'number' ? second : first, first + MAX_WIDTHS);
      const width = numberOf(store, list[index + 2], 0);
      for (let glyph = first; glyph <= last && widths.size < MAX_WIDTHS; glyph += 1) widths.set(glyph, width);
      index += 3;
    }
  }
  return widths;
}

function nameOf(value: PdfValue): string {
  return typeof value === 'string' ? value : '';
}

/** What the font's own map says, unless that is no character; else what the encoding says. */
function readable(mapped: string | null, otherwise: string): string {
  if (mapped !== null && mapped !== '') {
    const text = cleaned(mapped);
    if (text !== '') return text;
  }
  return otherwise === '' ? UNREADABLE : cleaned(otherwise);
}

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'];

/** Takes ligatures apart, turns spaces of any kind into spaces, and drops controls and private characters. */
function cleaned(text: string): string {
  let clean = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isSpaceUnit(unit)) clean += ' ';
    else if (isNoCharacter(unit)) continue;
    else if (unit >= 0xfb00 && unit <= 0xfb06) clean += LIGATURES[unit - 0xfb00]!;
    else clean += text[index];
  }
  return clean;
}

function isSpaceUnit(unit: number): boolean {
  return unit === 9 || unit === 10 || unit === 13 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x3000;
}

function isNoCharacter(unit: number): boolean {
  return unit < 32 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0xe000 && unit < 0xf900) || unit === 0xfeff || unit === 0xfffd;
}
