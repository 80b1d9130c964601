import { normalisePhrase, phrasePattern } from './trie';

/** By the policy's own lists, which live as long as it does. */
const patterns = new WeakMap<readonly string[], RegExp | null>();

/** The first of some words in a text, as it is written there; null when none is. */
export function firstOf(words: readonly string[], text: string): string | null {
  let pattern = patterns.get(words);
  if (pattern === undefined) {
    pattern = phrasePattern(words.map(normalisePhrase));
    patterns.set(words, pattern);
  }
  if (pattern === null) return null;
  pattern.lastIndex = 0;
  const found = pattern.exec(text);
  return found === null ? null : found[0];
}
