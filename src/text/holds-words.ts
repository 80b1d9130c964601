import { foldForComparison } from './fold';

function bare(text: string): string {
  return ` ${foldForComparison(text).replace(/[^a-z0-9]+/g, ' ').trim()} `;
}

/** True for a text that holds one of the words or phrases, whole, whatever case, accents and marks they are written with. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const held = bare(text);
  return words.some((word) => held.includes(bare(word)));
}
