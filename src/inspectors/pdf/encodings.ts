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

/** Names from the Adobe Glyph List, each with its character: what Latin and Greek text and common signs are drawn with. */
const NAMED =
  'space  exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle \' parenleft ( parenright ) asterisk * plus + comma , ' +
  'hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = ' +
  'greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } ' +
  'asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « ' +
  'logicalnot ¬ registered ® macron ¯ degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ periodcentered · ' +
  'cedilla ¸ onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ multiply × divide ÷ ' +
  'AE Æ ae æ Eth Ð eth ð Oslash Ø oslash ø Thorn Þ thorn þ germandbls ß OE Œ oe œ Lslash Ł lslash ł Dcroat Đ dcroat đ Hbar Ħ hbar ħ ' +
  'dotlessi ı dotlessj ȷ kgreenlandic ĸ Eng Ŋ eng ŋ longs ſ IJ Ĳ ij ĳ bullet • endash – emdash — quoteleft ‘ quoteright ’ quotedblleft “ ' +
  'quotedblright ” quotesinglbase ‚ quotedblbase „ ellipsis … dagger † daggerdbl ‡ perthousand ‰ guilsinglleft ‹ guilsinglright › ' +
  'Euro € trademark ™ florin ƒ fraction ⁄ minus − circumflex ˆ tilde ˜ breve ˘ dotaccent ˙ ring ˚ hungarumlaut ˝ ogonek ˛ caron ˇ ' +
  'ff ff fi fi fl fl ffi ffi ffl ffl nbspace  nonbreakingspace  hyphenminus - sfthyphen \u00ad softhyphen \u00ad overscore ¯ middot · ' +
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ ' +
  'Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ nu ν ' +
  'xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ chi χ psi ψ omega ω theta1 ϑ phi1 ϕ omega1 ϖ ' +
  'notequal ≠ lessequal ≤ greaterequal ≥ arrowright → numero № checkmark ✓ visiblespace  asteriskmath * periodinferior . commainferior ,';

/** Letters with each accent, as pairs. */
const ACCENTED: { readonly [accent: string]: string } = {
  acute: 'AÁCĆEÉIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeéiílĺnńoórŕsśuúyýzź',
  grave: 'AÀEÈIÌOÒUÙaàeèiìoòuù',
  circumflex: 'AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ',
  tilde: 'AÃIĨNÑOÕUŨaãiĩnñoõuũ',
  dieresis: 'AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ',
  ring: 'AÅUŮaåuů',
  cedilla: 'CÇSŞTŢcçsştţ',
  commaaccent: 'GĢKĶLĻNŅRŖSȘTȚgģkķlļnņrŗsștț',
  caron: 'CČDĎEĚGǦLĽNŇRŘSŠTŤZŽcčdďeěgǧlľnňrřsštťzž',
  ogonek: 'AĄEĘIĮUŲaąeęiįuų',
  macron: 'AĀEĒIĪOŌUŪaāeēiīoōuū',
  breve: 'AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ',
  dotaccent: 'CĊEĖGĠIİZŻcċeėgġzż',
  hungarumlaut: 'OŐUŰoőuű',
  tonos: 'ΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώ',
};

let knownNames: Map<string, string> | null = null;

function glyphNames(): Map<string, string> {
  if (knownNames !== null) return knownNames;
  const names = new Map<string, string>();
  const words = NAMED.split(' ');
  // Two names stand for a space, which the split has taken away: their character is empty here.
  for (let index = 0; index + 1 < words.length; index += 2) names.set(words[index]!, words[index + 1] === '' ? ' ' : words[index + 1]!);
  for (const accent of Object.keys(ACCENTED)) {
    const pairs = ACCENTED[accent]!;
    for (let index = 0; index < pairs.length; index += 2) {
      const letter = pairs[index]!;
      names.set((accent === 'tonos' ? greekName(names, letter) : letter) + accent, pairs[index + 1]!);
    }
  }
  knownNames = names;
  return names;
}

function greekName(names: ReadonlyMap<string, string>, letter: string): string {
  for (const [name, character] of Array.from(names)) if (character === letter) return name;
  return letter;
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
