/**
 * One RegExp for many phrases, shaped as a trie so that each place in the text is looked at once: linear, and fast
 * without a JIT as well. A space in a phrase also matches a hyphen, an underscore or a line break, and a plural `s` is free. The classes
 * are kept plain on purpose: a `{1,2}` in each made the first use four times slower.
 */

/** Longer phrases are cut off; nobody writes them twice the same. */
export const LONGEST_PHRASE = 80;

/** How a phrase, or what was matched, is looked up: lower case, one space between words, straight apostrophes. */
export function normalisePhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim()
    .slice(0, LONGEST_PHRASE);
}

const PLAIN = /^[a-z0-9]*$/;

/** The source that matches part of a phrase. */
function escapePart(part: string): string {
  return PLAIN.test(part) ? part : part.replace(/[^a-z0-9',\u0080-\uffff]/g, (sign) => (sign === ' ' ? '[ \\n_-]' : `\\${sign}`));
}

/** The source for phrases[from..to), which are sorted and share their first `depth` characters. Depth ≤ LONGEST_PHRASE. */
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
    source += escapePart(first.slice(depth, shared));
    if (end - start > 1) source += branch(phrases, start, end, shared);
    start = end;
  }
  return isSplit ? `(?:${source})${mayEnd ? '?' : ''}` : source;
}

function sortedOnce(phrases: readonly string[]): readonly string[] {
  return phrases
    .slice()
    .sort()
    .filter((phrase, i, all) => phrase !== '' && phrase !== all[i - 1]);
}

/**
 * A global, case-insensitive RegExp that finds whole phrases, and beginnings of words that any letters may follow; null
 * when there are none. Phrases are as `normalisePhrase` gives them.
 */
export function phrasePattern(phrases: readonly string[], beginnings: readonly string[] = []): RegExp | null {
  const sorted = sortedOnce(phrases);
  if (sorted.length === 0) return null;
  // An accented first letter has no \b before it. A phrase may end with a sign (“d.o.b.”), so the end looks for letters.
  const isPlain = (phrase: string): boolean => phrase.charCodeAt(0) < 128 && phrase >= '0';
  const plain = sorted.filter(isPlain);
  const others = sorted.filter((phrase) => !isPlain(phrase));
  const whole = 's?(?![A-Za-z0-9])';
  const open = sortedOnce(beginnings);
  const sources: string[] = [];
  const atEdge: string[] = [];
  if (plain.length > 0) atEdge.push(branch(plain, 0, plain.length, 0) + whole);
  if (open.length > 0) atEdge.push(branch(open, 0, open.length, 0));
  if (atEdge.length > 0) sources.push(`\\b(?:${atEdge.join('|')})`);
  if (others.length > 0) sources.push(branch(others, 0, others.length, 0) + whole);
  return new RegExp(sources.join('|'), 'gi');
}
