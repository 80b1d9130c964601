/** What `fold` puts for every character that takes no room: soft hyphen, zero-width space and joiners, marks of direction. */
export const INVISIBLE = '\u200b';

// Source of the ranges: Unicode 16 character database; spaces are category Z, invisible ones Default_Ignorable_Code_Point.
const SPACES = '\\v\\f\\r\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const INVISIBLES = '\\u00ad\\u034f\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
const DASHES = '\\u02d7\\u058a\\u2010-\\u2015\\u2043\\u2212\\u2796\\u2e3a\\u2e3b\\ufe58\\ufe63';
const SINGLE_QUOTES = '\\u00b4\\u02b9\\u02bb-\\u02bd\\u2018-\\u201b\\u2032\\u2035';
const DOUBLE_QUOTES = '\\u02ba\\u201c-\\u201f\\u2033\\u2036';
const FULL_WIDTH = '\\uff01-\\uff5e';

const FOLDED = new RegExp(`[${SPACES}${INVISIBLES}${DASHES}${SINGLE_QUOTES}${DOUBLE_QUOTES}${FULL_WIDTH}]`, 'g');

const KINDS: readonly (readonly [set: RegExp, replacement: string])[] = [
  [new RegExp(`[${SPACES}]`), ' '],
  [new RegExp(`[${INVISIBLES}]`), INVISIBLE],
  [new RegExp(`[${DASHES}]`), '-'],
  [new RegExp(`[${SINGLE_QUOTES}]`), "'"],
  [new RegExp(`[${DOUBLE_QUOTES}]`), '"'],
];

const FULL_WIDTH_OFFSET = 0xff01 - 0x21;

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH_OFFSET);
  for (const [set, replacement] of KINDS) if (set.test(character)) return replacement;
  return character;
}

const foldedCharacters = new Map<string, string>();

/**
 * The text with everything that people type for the same thing made one, each UTF-16 code unit for one, so that offsets
 * stay true: every kind of space and line separator (a carriage return too) becomes a space, but `\n` and `\t` stay; every
 * dash and minus `-`; curly quotes and primes straight; full-width ASCII plain; every invisible character `INVISIBLE`.
 */
export function fold(text: string): string {
  return text.replace(FOLDED, (character) => {
    let folded = foldedCharacters.get(character);
    if (folded === undefined) {
      folded = foldCharacter(character);
      foldedCharacters.set(character, folded);
    }
    return folded;
  });
}

/** Base letters of U+00C0–U+024F and U+1E00–U+1EFF; a dot where the character is not one letter with accents. */
const LATIN_EXTENDED =
  'aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk' +
  'kllllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb.....................i........oo.............u' +
  'u....zz......................aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aa' +
  'eeooooooooyy............................';
const LATIN_ADDITIONAL =
  'aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuu' +
  'uuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu' +
  'uuyyyyyyyy......';

/** Characters with the several letters, or the plain one, that stand for each. */
const SEVERAL_LETTERS = new Map(
  'æae ǣae ǽae œoe ßss þth ĳij ŋng ǆdz ǳdz ǉlj ǌnj ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst …... ™tm №no ªa ºo ²2 ³3 ¹1'
    .split(' ')
    .map((pair): [string, string] => [pair[0]!, pair.slice(1)]),
);

const COMBINING = /[\u0300-\u036f]/;

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const several = SEVERAL_LETTERS.get(character);
  if (several !== undefined) return several;
  if (COMBINING.test(character)) return '';
  const letter =
    code >= 0xc0 && code <= 0x24f ? LATIN_EXTENDED[code - 0xc0] : code >= 0x1e00 && code <= 0x1eff ? LATIN_ADDITIONAL[code - 0x1e00] : '.';
  return letter === undefined || letter === '.' ? character : letter;
}

/**
 * The text for comparing words, not for finding places: folded, lower case, Latin letters without accents (Welsh, Polish
 * and the other Latin alphabets, precomposed or not), ligatures taken apart, invisible characters dropped, and every run of
 * white space one space with none at the ends.
 */
export function foldForComparison(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\x00-\x7f]/g, (character) => (character === INVISIBLE ? '' : plainCharacter(character)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What shows nothing: white space, controls, invisible characters, Hangul fillers, the Braille blank, tag characters. */
const NOTHING_TO_SEE = new RegExp(
  `^(?:[\\s\\x00-\\x1f\\x7f-\\x9f${SPACES}${INVISIBLES}\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0\\ufff0-\\ufffb]` +
    // U+E0000–U+E01EF: tags and the variation selectors supplement, as pairs of surrogates.
    `|\\udb40[\\udc00-\\uddef])*$`,
);

/** True when a person would see nothing: empty, or only white space and characters that show nothing. */
export function isBlank(text: string): boolean {
  return NOTHING_TO_SEE.test(text);
}
