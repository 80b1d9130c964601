import { listed } from './problem';

/** Words longer than this are not compared: the cost grows with the product of the lengths. */
const LONGEST_WORD = 60;

/** More are not looked through: a list of choices that long comes from a hostile pack. */
const MOST_CHOICES = 400;

/** How many single-character slips (insert, delete, replace, swap neighbours) part two words. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j += 1) last.push(j);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word that was most likely meant, or null when none is near. Case is not a slip. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > LONGEST_WORD) return null;
  const meant = word.toLowerCase();
  let best: string | null = null;
  let fewest = Math.floor(Math.max(meant.length, 3) / 3) + 1;
  for (const candidate of known.slice(0, MOST_CHOICES)) {
    if (Math.abs(candidate.length - meant.length) >= fewest || candidate.length > LONGEST_WORD) continue;
    const count = slips(meant, candidate.toLowerCase());
    if (count >= fewest) continue;
    fewest = count;
    best = candidate;
  }
  return best;
}

/** What follows "no such key. ": the word that was meant, or else the choices. */
export function suggestion(word: string, known: readonly string[], plural: string): string {
  const meant = nearest(word, known);
  if (meant !== null) return `Did you mean "${meant}"?`;
  if (known.length === 0) return 'Remove it.';
  return `The ${plural} are ${listed(known.slice(0, 20), 'and')}.`;
}
