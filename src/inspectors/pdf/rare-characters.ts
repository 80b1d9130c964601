import { latin1 } from '../bytes';
import { encodedCharacter, glyphText, namesOf } from './encodings';
import type { RareCharacters } from './encodings';
import { glyphWidths } from './standard-widths';

/** ISO 32000-1, annex D.2: where the encoding of text strings outside pages differs from Latin 1. */
const DOCUMENT_UPPER = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž €';
const DOCUMENT_ACCENTS = '˘ˇˆ˙˝˛˚˜';

const DOUBLE_BYTES = new Uint8Array(256).fill(2);
/** East Asian encodings mix bytes: ASCII is one, everything from 0x81 on the first of two. */
const MIXED_BYTES = new Uint8Array(256).fill(1, 0, 0x81).fill(2, 0x81);

/** A space stands for a code without a character. */
const STANDARD_UPPER =
  ' ¡¢£⁄¥ƒ§¤\'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ';
const MAC_ROMAN_UPPER =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const SYMBOL_LOWER =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ';

/** Names from the Adobe Glyph List, of characters that follow one another from a code on; a dot for one that has none here. */
const RUNS: readonly (readonly [number, string])[] = [
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
  'quotesinglbase 201a quotedblbase 201e dagger 2020 daggerdbl 2021 perthousand 2030 guilsinglleft 2039 guilsinglright 203a Euro 20ac ' +
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
  const names = namesOf(RUNS, NAMED);
  for (let index = 0; index < ACCENTED.length; index += 2) {
    names.set(ACCENTED[index]! + (ACCENTS[ACCENTED[index + 1]!] ?? ''), String.fromCharCode(0xc0 + index / 2));
  }
  names.delete('.');
  knownNames = names;
  return names;
}

/** `afii10017` is А; Ё stands between Е and Ж in this numbering. */
function cyrillicLetter(number: number): string {
  const isLower = number >= 65;
  const index = number - (isLower ? 65 : 17);
  if (index < 0 || index > 32) return '';
  if (index === 6) return isLower ? 'ё' : 'Ё';
  return String.fromCharCode((isLower ? 0x430 : 0x410) + (index > 6 ? index - 1 : index));
}

export const rareCharacters: RareCharacters = {
  widths: glyphWidths,
  composite(encoding, ordering) {
    const isUnicode = /UCS2|UTF16/.test(encoding);
    const isDouble = isUnicode || /^(Identity|((78|Add|Ext|GB|KSC|CNS\d)-)?[HV]$)/.test(encoding);
    const collection = ordering instanceof Uint8Array && /^(Japan1|GB1|CNS1|Korea1|KR)$/.test(latin1(ordering.subarray(0, 16))) ? ordering : null;
    return {
      codeLengths: isDouble ? DOUBLE_BYTES : MIXED_BYTES,
      isOfCharacters: isUnicode || !isDouble,
      text(code, glyph) {
        if (isUnicode) return String.fromCharCode(code);
        if (glyph !== null) return collection === null ? '' : eastAsianAscii(glyph, collection);
        return code < 127 ? encodedCharacter('WinAnsiEncoding', code, null) : '';
      },
    };
  },
  encoded(encoding, code) {
    if (encoding === 'Symbol') return shown(SYMBOL_LOWER[code - 32], code);
    if (encoding === 'StandardEncoding') return code < 161 ? '' : shown(STANDARD_UPPER[code - 160], 0);
    return code === 127 ? '' : code === 202 ? ' ' : shown(MAC_ROMAN_UPPER[code - 128], 0);
  },
  document: (byte) => (byte < 0x20 ? DOCUMENT_ACCENTS[byte - 0x18] : DOCUMENT_UPPER[byte - 0x80]) ?? '',
  named(name) {
    const known = glyphNames().get(name);
    if (known !== undefined) return known;
    const cyrillic = /^afii10(\d{3})$/.exec(name);
    const letter = cyrillic === null ? '' : cyrillicLetter(Number(cyrillic[1]));
    if (letter !== '') return letter;
    // Small capitals and old-style figures of Adobe's expert fonts: `Asmall`, `sevenoldstyle`.
    const styled = /^(.+)(small|oldstyle|superior|inferior)$/.exec(name);
    return styled === null ? '' : glyphText(styled[1]!, rareCharacters);
  },
};

function shown(character: string | undefined, code: number): string {
  return character === undefined || (character === ' ' && code !== 32) ? '' : character;
}

/** The Adobe collections for Chinese, Japanese and Korean all begin with ASCII; Japan1 has it again, at half width. */
function eastAsianAscii(glyph: number, ordering: Uint8Array): string {
  if (glyph >= 1 && glyph <= 95) return String.fromCharCode(31 + glyph);
  const isJapanese = ordering[0] === 74;
  return isJapanese && glyph >= 231 && glyph <= 325 ? String.fromCharCode(glyph - 199) : '';
}
