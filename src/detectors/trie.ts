/**
 * One RegExp for many phrases, shaped as a trie so that each place in the text is looked at once: linear, and fast
 * without a JIT as well. A space in a phrase also matches a hyphen or a line break, and a plural `s` is free.
 */

/** Longer phrases are cut off; nobody writes them twice the same. */
export const LONGEST_PHRASE = 80;

/** How a phrase, or what was matched, is looked up: lower case, one space between words, straight apostrophes. */
export function normalisePhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[ \r\n\t-]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim();
}

function escapeLetter(letter: string): string {
  if (letter === ' ') return '[ \\r\\n-]{1,2}';
  if (letter === "'") return "['‘’]";
  return letter.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
}

/** The source for phrases[from..to), which are sorted and share their first `depth` characters. Depth ≤ LONGEST_PHRASE. */
function branch(phrases: readonly string[], from: number, to: number, depth: number): string {
  const branches: string[] = [];
  let start = from;
  let mayEnd = false;
  if ((phrases[start] as string).length === depth) {
    mayEnd = true;
    start += 1;
  }
  while (start < to) {
    const first = phrases[start] as string;
    const letter = first.charAt(depth);
    let end = start + 1;
    while (end < to && (phrases[end] as string).charAt(depth) === letter) end += 1;
    const last = phrases[end - 1] as string;
    // Sorted, so what the first and the last share, all share.
    let shared = depth + 1;
    while (shared < first.length && first.charAt(shared) === last.charAt(shared)) shared += 1;
    let source = '';
    for (let i = depth; i < shared; i += 1) source += escapeLetter(first.charAt(i));
    if (end - start > 1 || first.length > shared) source += branch(phrases, start, end, shared);
    branches.push(source);
    start = end;
  }
  if (branches.length === 0) return '';
  const alternatives = branches.join('|');
  return mayEnd ? `(?:${alternatives})?` : branches.length > 1 ? `(?:${alternatives})` : alternatives;
}

function sortedOnce(phrases: readonly string[]): readonly string[] {
  return phrases
    .map((phrase) => normalisePhrase(phrase).slice(0, LONGEST_PHRASE))
    .filter((phrase) => phrase !== '')
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .filter((phrase, i, all) => i === 0 || phrase !== all[i - 1]);
}

/**
 * A global, case-insensitive RegExp that finds whole phrases, and beginnings of words that any letters may follow; null
 * when there are none. Phrases are normalised first.
 */
export function phrasePattern(phrases: readonly string[], beginnings: readonly string[] = []): RegExp | null {
  const sorted = sortedOnce(phrases);
  if (sorted.length === 0) return null;
  // An accented first letter has no \b before it. A phrase may end with a sign (“d.o.b.”), so the end looks for letters.
  const plain = sorted.filter((phrase) => /^\w/.test(phrase));
  const others = sorted.filter((phrase) => !/^\w/.test(phrase));
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
