/*
 * Finds any of many phrases in one pass. A RegExp shaped as a trie finds the first letters of one; what follows is
 * compared with the phrases that begin so. A space in a phrase also matches a hyphen, an underscore or a line break, and a
 * plural `s` is free. Linear: each place is looked at once, and compared with a few phrases of bounded length.
 */

/** Longer phrases are cut off; nobody writes them twice the same. */
const LONGEST_PHRASE = 80;
/** How many letters of each phrase the RegExp holds. */
const FEW_LETTERS = 5;
/** From this many characters on it holds whole phrases: that is a third faster, and takes ten milliseconds to compile. */
const MUCH_TEXT = 300000;
/** Phrases are kept by this many of their first characters. */
const KEY_LENGTH = 3;

/** How a phrase is looked up: lower case, one space between words, straight apostrophes. */
export function normalisePhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim()
    .slice(0, LONGEST_PHRASE);
}

/** The source for phrases[from..to), which are sorted and share their first `depth` characters. */
function branch(phrases: readonly string[], from: number, to: number, depth: number): string {
  let source = '';
  let start = from;
  const mayEnd = (phrases[start] as string).length === depth;
  if (mayEnd) start += 1;
  const isSplit = mayEnd || (phrases[start] as string).charCodeAt(depth) !== (phrases[to - 1] as string).charCodeAt(depth);
  while (start < to) {
    const first = phrases[start] as string;
    const letter = first.charCodeAt(depth);
    let end = start + 1;
    while (end < to && (phrases[end] as string).charCodeAt(depth) === letter) end += 1;
    const last = phrases[end - 1] as string;
    let shared = depth + 1;
    if (end - start === 1) shared = first.length;
    // Sorted, so what the first and the last share, all share.
    else while (shared < first.length && first.charCodeAt(shared) === last.charCodeAt(shared)) shared += 1;
    if (source !== '') source += '|';
    source += first.slice(depth, shared).replace(/[^a-z0-9',\u0080-\uffff]/g, (sign) => (sign === ' ' ? '[ \\n_-]' : `\\${sign}`));
    if (end - start > 1) source += branch(phrases, start, end, shared);
    start = end;
  }
  return isSplit ? `(?:${source})${mayEnd ? '?' : ''}` : source;
}

/** One RegExp source for the first letters of phrases; those that have no more are found whole. */
function sourceOf(phrases: readonly string[], open: ReadonlySet<string>, letters: number): string {
  const isWhole = (phrase: string): boolean => phrase.length <= letters && !open.has(phrase);
  const trie = (some: readonly string[]): string => branch(Array.from(new Set(some)).sort(), 0, new Set(some).size, 0);
  const whole = phrases.filter(isWhole);
  const leads = phrases.filter((phrase) => !isWhole(phrase)).map((phrase) => phrase.slice(0, letters));
  const sources: string[] = [];
  if (whole.length > 0) sources.push(`${trie(whole)}s?(?![A-Za-z0-9])`);
  if (leads.length > 0) sources.push(trie(leads));
  return sources.join('|');
}

/** An accented first letter, or a sign, has no \b before it. */
function leadPattern(phrases: readonly string[], open: ReadonlySet<string>, letters: number): RegExp {
  const isPlain = (phrase: string): boolean => phrase.charCodeAt(0) < 128 && phrase >= '0';
  const plain = sourceOf(phrases.filter(isPlain), open, letters);
  const others = sourceOf(phrases.filter((phrase) => !isPlain(phrase)), open, letters);
  return new RegExp((plain === '' ? [] : [`\\b(?:${plain})`]).concat(others === '' ? [] : [others]).join('|'), 'gi');
}

const LETTER = /[A-Za-z0-9]/;

/** Where a phrase that begins at `start` ends, its plural `s` with it; -1 when more letters follow. A phrase may end with a sign. */
function endOf(text: string, start: number, phrase: string): number {
  const end = start + phrase.length;
  if (/s/i.test(text.charAt(end)) && !LETTER.test(text.charAt(end + 1))) return end + 1;
  return LETTER.test(text.charAt(end)) ? -1 : end;
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

/** Finds whole phrases, and beginnings of words that any letters may follow. Both are as `normalisePhrase` gives them. */
export function phraseFinder(phrases: readonly string[], beginnings: readonly string[] = []): PhraseFinder {
  const all = phrases.concat(beginnings).filter((phrase) => phrase !== '');
  if (all.length === 0) return () => null;
  const open = new Set(beginnings);
  const byKey = new Map<string, string[]>();
  for (const phrase of all) {
    const key = phrase.slice(0, KEY_LENGTH);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [phrase]);
    else known.push(phrase);
  }
  byKey.forEach((some) => some.sort((a, b) => b.length - a.length));
  const at = (text: string, start: number): FoundPhrase | null => {
    const ahead = text.slice(start, start + LONGEST_PHRASE).toLowerCase().replace(/[\n_-]/g, ' ');
    for (let length = KEY_LENGTH; length > 0; length -= 1) {
      for (const phrase of byKey.get(ahead.slice(0, length)) || []) {
        if (!ahead.startsWith(phrase)) continue;
        const end = open.has(phrase) ? start + phrase.length : endOf(text, start, phrase);
        if (end > 0) return { start, end, phrase };
      }
    }
    return null;
  };
  let pattern: RegExp | null = null;
  let isWhole = false;
  let seen = 0;
  return (text, from) => {
    if (from === 0) seen += text.length;
    if (pattern === null || (!isWhole && seen > MUCH_TEXT)) {
      isWhole = seen > MUCH_TEXT;
      pattern = leadPattern(all, open, isWhole ? Infinity : FEW_LETTERS);
    }
    pattern.lastIndex = from;
    for (let lead = pattern.exec(text); lead !== null; lead = pattern.exec(text)) {
      const found = at(text, lead.index);
      if (found !== null) return found;
      pattern.lastIndex = lead.index + 1;
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
