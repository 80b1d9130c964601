import { singleByteTable } from './single-byte';

/**
 * The names of characters (WHATWG HTML §13.5) that mail programs and people write, in runs: the number of the first, and the
 * names from it on. A hyphen leaves a character out. Letters, spaces and the marks of a sentence are known; a heart
 * or an arrow bears on nothing that is looked for, and stays as it is written.
 */
const RUNS: readonly (readonly [number, string])[] = [
  [0x09, 'Tab NewLine'],
  [0x21, 'excl quot num dollar percnt amp apos lpar rpar ast plus comma - period sol'],
  [0x3a, 'colon semi lt equals gt quest commat'],
  [0x5b, 'lsqb bsol rsqb - lowbar'],
  [0x7b, 'lcub verbar rcub'],
  [0xa0,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
      'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute ' +
      'Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute ' +
      'THORN szlig'],
  [0xf7, 'divide'],
  [0xff, 'yuml'],
  [0x102, 'Abreve - Aogon - Cacute - - - - - Ccaron - - - - - - - - - - - Eogon - Ecaron - - - Gbreve'],
  [0x130, 'Idot imath'],
  [0x141, 'Lstrok - Nacute'],
  [0x150, 'Odblac - OElig - - - - - Rcaron - Sacute - - - Scedil - Scaron'],
  [0x170, 'Udblac - - - Wcirc - Ycirc - Yuml Zacute - Zdot - Zcaron'],
  [0x2002, 'ensp emsp - - - numsp - thinsp hairsp ZeroWidthSpace zwnj zwj lrm rlm dash'],
  [0x2010, 'hyphen - - ndash mdash - - - lsquo rsquo sbquo - ldquo rdquo bdquo - - - bull - - - hellip'],
  [0x2060, 'NoBreak'],
  [0x20ac, 'euro'],
];

const ENTITIES = new Map<string, string>();

for (const [first, names] of RUNS) {
  names.split(' ').forEach((name, index) => {
    const character = String.fromCharCode(first + index);
    const small = character.toLowerCase();
    ENTITIES.set(name, character);
    // A capital letter's name, in small letters, is its small letter's.
    if (small !== character && small.length === 1) ENTITIES.set(name.toLowerCase(), small);
  });
}
ENTITIES.delete('-');

function characterOf(code: number): string {
  // The numbers 128–159 are written for what they mean in Windows-1252 (WHATWG HTML §13.2.5.80).
  if (code >= 0x80 && code <= 0x9f) return String.fromCharCode(singleByteTable('windows-1252')[code]!);
  if (!(code > 0) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

/**
 * Puts characters for entities, by name or number. A name that is not known stays as it is written, and so does
 * a name without its semicolon: programs write it, and in the address `?id=1&copy=2` there is none.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(?:#([0-9]{1,10})|#[xX]([0-9a-fA-F]{1,8}));?|([A-Za-z][A-Za-z0-9]{1,30});)/g, (whole, decimal?: string, hexadecimal?: string, name?: string) =>
    name === undefined ? characterOf(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16)) : (ENTITIES.get(name) ?? whole),
  );
}
