import { decodeUtf16, decodeUtf8, decodeWindows1252 } from '../../text/decode';
import { singleByteTable } from '../../text/single-byte';

/** A space stands for a code without a character. */
const STANDARD_UPPER =
  ' ¡¢£⁄¥ƒ§¤\'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ';
const MAC_ROMAN_UPPER =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const SYMBOL_LOWER =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ';
/** ISO 32000-1, annex D.2: where the encoding of text strings outside pages differs from Latin 1. */
const DOCUMENT_UPPER = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž €';
const DOCUMENT_ACCENTS = '˘ˇˆ˙˝˛˚˜';

export type BaseEncoding = 'StandardEncoding' | 'WinAnsiEncoding' | 'MacRomanEncoding' | 'Symbol';

/** The character of a code in one of the encodings of ISO 32000-1, annex D; empty when it has none. */
export function encodedCharacter(encoding: BaseEncoding, code: number): string {
  if (code < 32) return '';
  if (encoding === 'Symbol') return code === 183 ? '•' : shown(SYMBOL_LOWER[code - 32], code);
  if (code < 127) {
    if (encoding === 'StandardEncoding' && code === 39) return '’';
    if (encoding === 'StandardEncoding' && code === 96) return '‘';
    return String.fromCharCode(code);
  }
  if (encoding === 'StandardEncoding') return code < 161 ? '' : shown(STANDARD_UPPER[code - 160], 0);
  if (encoding === 'MacRomanEncoding') return code === 127 ? '' : code === 202 ? ' ' : shown(MAC_ROMAN_UPPER[code - 128], 0);
  if (code === 160) return ' ';
  if (code === 173) return '-';
  const unit = singleByteTable('windows-1252')[code]!;
  // Annex D.2: codes without a character show a bullet.
  return unit < 160 ? '•' : String.fromCharCode(unit);
}

function shown(character: string | undefined, code: number): string {
  return character === undefined || (character === ' ' && code !== 32) ? '' : character;
}

/** Bytes of a text string that are read: more than a form field or a note holds. */
const MAX_STRING = 1 << 17;

/** A text string outside of pages: UTF-16 or UTF-8 with a mark, else the document encoding (ISO 32000-1, 7.9.2.2). */
export function documentText(whole: Uint8Array): string {
  const bytes = whole.subarray(0, MAX_STRING);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutEscapes(decodeUtf16(bytes, false, 2));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutEscapes(decodeUtf16(bytes, true, 2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes, 3);
  // Nearly all are written in letters that both encodings have.
  if (!bytes.some((byte) => (byte < 0x20 && byte >= 0x18) || (byte >= 0x80 && byte <= 0xa0))) return decodeWindows1252(bytes);
  const parts: string[] = [];
  for (const byte of bytes) {
    if (byte >= 0x18 && byte < 0x20) parts.push(DOCUMENT_ACCENTS[byte - 0x18]!);
    else if (byte >= 0x80 && byte <= 0xa0) parts.push(DOCUMENT_UPPER[byte - 0x80]!);
    else if (byte >= 0x20 || byte === 9 || byte === 10 || byte === 13) parts.push(String.fromCharCode(byte));
  }
  return parts.join('');
}

/** Language marks lie between two escape characters (ISO 32000-1, 7.9.2.2). */
function withoutEscapes(text: string): string {
  if (text.indexOf('\x1b') === -1) return text;
  return text
    .split('\x1b')
    .filter((_, index) => index % 2 === 0)
    .join('');
}

/** Names from the Adobe Glyph List, of characters that follow one another from a code on; a dot for one that has none here. */
const RUNS: readonly (readonly [number, string])[] = [
  [
    0x20,
    'space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash ' +
      'zero one two three four five six seven eight nine colon semicolon less equal greater question at',
  ],
  [0x5b, 'bracketleft backslash bracketright asciicircum underscore grave'],
  [0x7b, 'braceleft bar braceright asciitilde'],
  [
    0xa0,
    'nbsp exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot sfthyphen ' +
      'registered macron degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine ' +
      'guillemotright onequarter onehalf threequarters questiondown',
  ],
  [
    0x391,
    'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho . Sigma Tau Upsilon Phi Chi Psi Omega . . . . . . . ' +
      'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma1 sigma tau upsilon phi chi psi omega',
  ],
];

/** Other names, each with its character's number. */
const NAMED =
  'AE c6 ae e6 Eth d0 eth f0 Oslash d8 oslash f8 Thorn de thorn fe germandbls df multiply d7 divide f7 OE 152 oe 153 Lslash 141 lslash 142 ' +
  'Dcroat 110 dcroat 111 Hbar 126 hbar 127 dotlessi 131 dotlessj 237 kgreenlandic 138 Eng 14a eng 14b longs 17f IJ 132 ij 133 ' +
  'bullet 2022 endash 2013 emdash 2014 quoteleft 2018 quoteright 2019 quotedblleft 201c quotedblright 201d quotesinglbase 201a ' +
  'quotedblbase 201e ellipsis 2026 dagger 2020 daggerdbl 2021 perthousand 2030 guilsinglleft 2039 guilsinglright 203a Euro 20ac ' +
  'trademark 2122 florin 192 fraction 2044 minus 2212 circumflex 2c6 tilde 2dc breve 2d8 dotaccent 2d9 ring 2da hungarumlaut 2dd ' +
  'ogonek 2db caron 2c7 mu b5 nbspace 20 nonbreakingspace 20 hyphenminus 2d softhyphen ad overscore af ' +
  'middot b7 theta1 3d1 phi1 3d5 omega1 3d6 notequal 2260 lessequal 2264 greaterequal 2265 arrowright 2192 numero 2116 ' +
  'checkmark 2713 visiblespace 20 asteriskmath 2a periodinferior 2e commainferior 2c Gcaron 1e6 gcaron 1e7 Scommaaccent 218 ' +
  'scommaaccent 219 Tcommaaccent 21a tcommaaccent 21b Alphatonos 386 Epsilontonos 388 Etatonos 389 Iotatonos 38a Omicrontonos 38c ' +
  'Upsilontonos 38e Omegatonos 38f alphatonos 3ac epsilontonos 3ad etatonos 3ae iotatonos 3af omicrontonos 3cc upsilontonos 3cd omegatonos 3ce';

/** The accented letters from U+00C0 on, each as its letter and the first letter of its accent; dots for what is no such letter. */
const ACCENTED =
  'AgAaAcAtAdAr..CsEgEaEcEdIgIaIcId..NtOgOaOcOtOd....UgUaUcUdYa....agaaacatadar..csegeaecedigiaicid..ntogoaocotod....uguaucudya..yd' +
  'AmamAbabAoaoCacaCcccCzczCkckDkdk....EmemEbebEzezEoeoEkekGcgcGbgbGzgzGxgxHchc....ItitImimIbibIoioIz......JcjcKxkx..LalaLxlxLklk......' +
  '..NanaNxnxNknk......OmomObobOhoh....RaraRxrxRkrkSasaScscSsssSkskTstsTktk....UtutUmumUbubUrurUhuhUouoWcwcYcycYdZazaZzzzZkzk';
const ACCENTS: { readonly [letter: string]: string } = {
  a: 'acute',
  b: 'breve',
  c: 'circumflex',
  d: 'dieresis',
  g: 'grave',
  h: 'hungarumlaut',
  k: 'caron',
  m: 'macron',
  o: 'ogonek',
  r: 'ring',
  s: 'cedilla',
  t: 'tilde',
  x: 'commaaccent',
  z: 'dotaccent',
};

let knownNames: Map<string, string> | null = null;

function glyphNames(): Map<string, string> {
  if (knownNames !== null) return knownNames;
  const names = new Map<string, string>();
  for (const [first, run] of RUNS) run.split(' ').forEach((name, index) => names.set(name, String.fromCharCode(first + index)));
  const words = NAMED.split(' ');
  for (let index = 0; index < words.length; index += 2) names.set(words[index]!, String.fromCharCode(parseInt(words[index + 1]!, 16)));
  for (let index = 0; index < ACCENTED.length; index += 2) {
    names.set(ACCENTED[index]! + (ACCENTS[ACCENTED[index + 1]!] ?? ''), String.fromCharCode(0xc0 + index / 2));
  }
  for (const ligature of ['ff', 'fi', 'fl', 'ffi', 'ffl']) names.set(ligature, ligature);
  names.delete('.');
  knownNames = names;
  return names;
}

/** How many parts a name such as `f_f_i` may have, and how long a name may be. */
const MAX_PARTS = 8;
const MAX_NAME = 63;

/** The characters a glyph's name stands for (the rules of the Adobe Glyph List specification); empty when it is nobody's name. */
export function glyphText(fullName: string): string {
  if (fullName.length > MAX_NAME) return '';
  const dot = fullName.indexOf('.', 1);
  const name = dot === -1 ? fullName : fullName.slice(0, dot);
  if (/^[A-Za-z]$/.test(name)) return name;
  const known = glyphNames().get(name);
  if (known !== undefined) return known;
  if (name.indexOf('_') > 0) {
    const parts = name.split('_');
    if (parts.length <= MAX_PARTS) return parts.map((part) => (part.indexOf('_') === -1 ? glyphText(part) : '')).join('');
  }
  if (/^uni[0-9A-F]{4}/.test(name)) {
    const units = name.slice(3, 3 + 4 * MAX_PARTS).match(/[0-9A-F]{4}/g) ?? [];
    return units.map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  }
  if (/^u[0-9A-F]{4,6}$/.test(name)) {
    const codePoint = parseInt(name.slice(1), 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
  }
  const cyrillic = /^afii10(\d{3})$/.exec(name);
  if (cyrillic !== null) return cyrillicLetter(Number(cyrillic[1]));
  // Small capitals and old-style figures of Adobe's expert fonts: `Asmall`, `sevenoldstyle`.
  const styled = /^(.+)(small|oldstyle|superior|inferior)$/.exec(name);
  return styled === null ? '' : glyphText(styled[1]!);
}

/** `afii10017` is А; Ё stands between Е and Ж in this numbering. */
function cyrillicLetter(number: number): string {
  const isLower = number >= 65;
  const index = number - (isLower ? 65 : 17);
  if (index < 0 || index > 32) return '';
  if (index === 6) return isLower ? 'ё' : 'Ё';
  return String.fromCharCode((isLower ? 0x430 : 0x410) + (index > 6 ? index - 1 : index));
}
