/*
 * Finds any of many phrases in one pass. At the beginning of each word its first letters are looked up in a small table;
 * the few phrases that begin so are compared letter by letter. A space in a phrase also matches a hyphen, an underscore or
 * a line break, and a plural `s` is free. Linear: each place is looked at once, and compared with a few phrases of bounded
 * length.
 */

/** Longer phrases are cut off; nobody writes them twice the same. */
const LONGEST_PHRASE = 80;
/** Phrases are looked up by this many of their first characters: the most that they have. */
const KEYS = [7, 4, 3, 2, 1];

/** How a phrase is looked up: lower case, one space between words, straight apostrophes. */
export function normalisePhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim()
    .slice(0, LONGEST_PHRASE);
}

const SPACE = 32;
const UNDERSCORE = 95;
const ASCII = 128;

/** Each ASCII character as phrases have it: small, and a space for what may stand for one. */
const FOLDED = new Uint8Array(ASCII);
/** 1 for letters and digits, of all characters. */
const IS_WORD = new Uint8Array(65536);
for (let code = 0; code < ASCII; code += 1) {
  const isCapital = code >= 65 && code <= 90;
  FOLDED[code] = isCapital ? code + 32 : code === 10 || code === 45 || code === UNDERSCORE ? SPACE : code;
  IS_WORD[code] = isCapital || (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : 0;
}

function folded(code: number): number {
  return code < ASCII ? (FOLDED[code] as number) : code;
}

function isWordCode(code: number): boolean {
  return IS_WORD[code] === 1;
}

/** The tables have this many places: a power of two. */
const PLACES = 8192;

/** What begins with two characters: phrases of four or more, shorter ones; and with four: those of seven or more. */
const LONG = 1;
const SHORT = 2;
const SEVEN = 4;

type Table = (string[] | undefined)[];
type Five = [Table, Table, Table, Table, Table];

/** How a place in a table goes on with the next character. */
function next(place: number, code: number): number {
  return (place * 37 + folded(code)) & (PLACES - 1);
}

/** A phrase in a text: the longest at its place. */
export interface FoundPhrase {
  readonly start: number;
  readonly end: number;
  /** As it was given. */
  readonly phrase: string;
}

/** The first phrase at or after `from`; null when there is no more. */
export type PhraseFinder = (text: string, from: number) => FoundPhrase | null;

/** True when the text has the phrase from `start` on. */
function isAt(text: string, start: number, phrase: string): boolean {
  for (let i = 0; i < phrase.length; i += 1) {
    const code = text.charCodeAt(start + i);
    const wanted = phrase.charCodeAt(i);
    if (code !== wanted && folded(code) !== wanted && (code < 128 || text.charAt(start + i).toLowerCase() !== phrase.charAt(i))) return false;
  }
  return true;
}

/** Where a phrase that begins at `start` ends, its plural `s` with it; -1 when more letters follow. A phrase may end with a sign. */
function endOf(text: string, start: number, phrase: string): number {
  const end = start + phrase.length;
  const next = text.charCodeAt(end);
  if ((next === 115 || next === 83) && !isWordCode(text.charCodeAt(end + 1))) return end + 1;
  return isWordCode(next) ? -1 : end;
}

/** Finds whole phrases, and beginnings of words that any letters may follow. Both are as `normalisePhrase` gives them. */
export function phraseFinder(phrases: readonly string[], beginnings: readonly string[] = []): PhraseFinder {
  const all = phrases.concat(beginnings).filter((phrase) => phrase !== '');
  if (all.length === 0) return () => null;
  const open = new Set(beginnings);
  /** Whether phrases begin with the two, or four, characters of a place. */
  const begun = new Uint8Array(PLACES);
  /** For each length of key, phrases by their place, longest first. */
  const tables: Table[] = KEYS.map(() => new Array<string[] | undefined>(PLACES));
  /** First characters that are neither letter nor digit: no word begins before them. */
  const signs = new Set<number>();
  for (const phrase of all.slice().sort((a, b) => b.length - a.length)) {
    const key = KEYS.findIndex((length) => phrase.length >= length);
    const table = tables[key] as Table;
    const length = KEYS[key] as number;
    let place = 0;
    for (let i = 0; i < length; i += 1) {
      place = next(place, phrase.charCodeAt(i));
      if (i === 1) begun[place] = (begun[place] as number) | (length < 4 ? SHORT : LONG);
      if (i === 3 && length === 7) begun[place] = (begun[place] as number) | SEVEN;
    }
    const known = table[place];
    if (known === undefined) table[place] = [phrase];
    else known.push(phrase);
    const first = phrase.charCodeAt(0);
    if (!isWordCode(first)) signs.add(first).add(phrase.charAt(0).toUpperCase().charCodeAt(0));
  }
  const first = (text: string, start: number, some: readonly string[]): FoundPhrase | null => {
    for (const phrase of some) {
      if (!isAt(text, start, phrase)) continue;
      const end = open.has(phrase) ? start + phrase.length : endOf(text, start, phrase);
      if (end > 0) return { start, end, phrase };
    }
    return null;
  };
  const hasSigns = signs.size > 0;
  const [bySeven, byFour, byThree, byTwo, byOne] = tables as Five;
  const hasOne = byOne.some((some) => some !== undefined);
  return (text, from) => {
    const { length } = text;
    let before = from === 0 ? 0 : text.charCodeAt(from - 1);
    for (let start = from; start < length; start += 1) {
      const code = text.charCodeAt(start);
      const isBeginning = isWordCode(code) ? !isWordCode(before) && before !== UNDERSCORE : hasSigns && signs.has(code);
      before = code;
      if (!isBeginning) continue;
      const one = next(0, code);
      const two = next(one, text.charCodeAt(start + 1));
      const flags = begun[two] as number;
      let found: FoundPhrase | null = null;
      if (flags !== 0) {
        const three = next(two, text.charCodeAt(start + 2));
        if ((flags & LONG) !== 0) {
          const four = next(three, text.charCodeAt(start + 3));
          if (((begun[four] as number) & SEVEN) !== 0) {
            const some = bySeven[next(next(next(four, text.charCodeAt(start + 4)), text.charCodeAt(start + 5)), text.charCodeAt(start + 6))];
            if (some !== undefined) found = first(text, start, some);
          }
          const some = byFour[four];
          if (found === null && some !== undefined) found = first(text, start, some);
        }
        if (found === null && (flags & SHORT) !== 0) {
          const some = byThree[three];
          if (some !== undefined) found = first(text, start, some);
          const few = byTwo[two];
          if (found === null && few !== undefined) found = first(text, start, few);
        }
      }
      if (found === null && hasOne) {
        const some = byOne[one];
        if (some !== undefined) found = first(text, start, some);
      }
      if (found !== null) return found;
    }
    return null;
  };
}

/** By the policy's own lists, which live as long as it does. */
const finders = new WeakMap<readonly string[], PhraseFinder>();

/** The first of some words in a text, as it is written there; null when none is. */
export function firstOf(words: readonly string[], text: string): string | null {
  let find = finders.get(words);
  if (find === undefined) {
    find = phraseFinder(words.map(normalisePhrase));
    finders.set(words, find);
  }
  const found = find(text, 0);
  return found === null ? null : text.slice(found.start, found.end);
}
