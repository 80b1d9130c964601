/** Entity names of U+00A0–U+00FF in order: the ones HTML also reads without their semicolon (WHATWG HTML §13.5). */
const LATIN_1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
  'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
  'THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ' +
  'ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** The other names that mail programs and people write, with what they stand for: name, character, name, character. */
const OTHERS = (
  'ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ hellip … bull • euro € trade ™ dagger † permil ‰ prime ′ ' +
  'Prime ″ lsaquo ‹ rsaquo › minus − le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ larr ← uarr ↑ rarr → darr ↓ harr ↔ check ✓ hearts ♥ ' +
  'fnof ƒ circ ˆ tilde ˜ frasl ⁄ lowast ∗ hyphen ‐ dash ‐ commat @ period . comma , colon : semi ; excl ! quest ? num # ' +
  'dollar $ percnt % plus + equals = lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lowbar _ sol / bsol \\ ' +
  'ast * verbar | vert | grave ` Hat ^ Wcirc Ŵ wcirc ŵ Ycirc Ŷ ycirc ŷ Yuml Ÿ OElig Œ oelig œ Scaron Š scaron š Aogon Ą ' +
  'aogon ą Cacute Ć cacute ć Eogon Ę eogon ę Lstrok Ł lstrok ł Nacute Ń nacute ń Sacute Ś sacute ś Zacute Ź zacute ź Zdot Ż ' +
  'zdot ż Ccaron Č ccaron č Rcaron Ř rcaron ř Zcaron Ž zcaron ž Ecaron Ě ecaron ě Abreve Ă abreve ă Gbreve Ğ gbreve ğ Idot İ ' +
  'imath ı Scedil Ş scedil ş Odblac Ő odblac ő Udblac Ű udblac ű alpha α beta β gamma γ delta δ Delta Δ epsilon ε lambda λ mu μ ' +
  'pi π rho ρ sigma σ Sigma Σ tau τ phi φ omega ω Omega Ω theta θ'
).split(' ');

const ENTITIES = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['hairsp', '\u200a'],
  ['numsp', '\u2007'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['ZeroWidthSpace', '\u200b'],
  ['NoBreak', '\u2060'],
]);
LATIN_1.forEach((name, index) => ENTITIES.set(name, String.fromCharCode(0xa0 + index)));
for (let index = 0; index + 1 < OTHERS.length; index += 2) ENTITIES.set(OTHERS[index]!, OTHERS[index + 1]!);

/** Names that count without a semicolon, as in `Tom&ampJerry`. */
const BARE = new Set([...LATIN_1, 'amp', 'lt', 'gt', 'quot', 'AMP', 'LT', 'GT', 'QUOT', 'COPY', 'REG']);
for (const name of ['AMP', 'LT', 'GT', 'QUOT', 'COPY', 'REG']) ENTITIES.set(name, ENTITIES.get(name.toLowerCase())!);

/** What the numbers 128–159 mean where they are written as numbers: Windows-1252 (WHATWG HTML §13.2.5.80). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80);
  if (!(code > 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

function bareEntity(whole: string, name: string): string {
  for (let length = Math.min(name.length, 6); length >= 2; length--) {
    const start = name.slice(0, length);
    if (BARE.has(start)) return ENTITIES.get(start)! + whole.slice(1 + length);
  }
  return whole;
}

/** Puts characters for entities, by name or number. A name that is not known stays as it is written. */
export function decodeEntities(text: string): string {
  if (text.indexOf('&') < 0) return text;
  return text.replace(/&(#[0-9]{1,10}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,30})(;?)/g, (whole, name: string, end: string) => {
    if (name.charAt(0) === '#') {
      const isHexadecimal = name.charAt(1) === 'x' || name.charAt(1) === 'X';
      return characterOf(isHexadecimal ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10));
    }
    if (end === ';') {
      const character = ENTITIES.get(name);
      if (character !== undefined) return character;
    }
    return bareEntity(whole, name);
  });
}
