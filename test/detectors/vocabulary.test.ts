import { DEFAULT_DETECTION } from '../../src/domain';
import { concernTerms } from '../../src/detectors/words/concerns';
import { findWords, ownPhrases } from '../../src/detectors/words/words';

/** Texts of one phrase each that no hit covers. */
function notFound(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !findWords(text, DEFAULT_DETECTION).hits.some(({ start, end }) => start === 0 && end === text.length));
}

describe('every phrase is found by the word it is looked for by', () => {
  const phrases = ownPhrases().filter((phrase) => !phrase.endsWith('.'));

  test('there are some', () => {
    expect(phrases.length).toBeGreaterThan(1000);
  });

  test('as it is written, in each way to read it', () => {
    expect(notFound(phrases)).toEqual([]);
  });

  test('in capitals, with hyphens and over lines', () => {
    expect(notFound(phrases.map((phrase) => phrase.toUpperCase()))).toEqual([]);
    expect(notFound(phrases.map((phrase) => phrase.replace(/ /g, '-')))).toEqual([]);
    expect(notFound(phrases.map((phrase) => phrase.replace(/ /g, '\n')))).toEqual([]);
  });

  test('with a plural s, but not with other letters', () => {
    const words = concernTerms().map(({ term }) => term).filter((term) => /^[a-z ]*[a-rt-z]$/.test(term));
    expect(notFound(words.map((term) => `${term}s`))).toEqual([]);
    expect(notFound(words.map((term) => `${term}qx`))).toHaveLength(words.length);
  });
});
