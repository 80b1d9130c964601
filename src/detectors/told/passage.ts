import { BIAS, WEIGHTS } from './passage-weights';
import { once } from '../once';
import type { Span } from '../spans';
import { addPoints, countWords, rowOf, stemPoints, weighAnew } from '../words/stem-points';
import { END, PLACES_OF_WORD, START, STEM, WORD, wordAt } from '../words/text-words';
import type { TextWords } from '../words/text-words';

/*
 * What the ordinary words of a passage suggest: whether somebody is told of in it, or a lesson, a rota or a newsletter is
 * written. Each word adds what it was found to weigh in mails that were read and labelled by hand
 * (`test/detectors/told-mails`).
 */

/** A power of two, more than twice as many as there may be stems. */
const ROWS = 4096;

const known = once(() => {
  const table = stemPoints(ROWS);
  for (const [points, stems] of WEIGHTS) addPoints(table, stems, points);
  return table;
});

/** What the words of text[start..end) come to, in points: the more, the more it reads like something told of somebody. Stems that are `unheard` say nothing. */
export function weighPassage(text: string, words: TextWords, start: number, end: number, unheard: readonly number[]): number {
  const all = known();
  weighAnew(all, unheard);
  return BIAS + countWords(all, text, words, start, end);
}

/** True for a stem that has a weight: with a capital it is no name. */
export function isKnownStem(stem: number): boolean {
  return pointsOf(stem) !== 0;
}

function pointsOf(stem: number): number {
  const all = known();
  return all.points[rowOf(all, stem)] as number;
}

/** The word of text[start..end) that speaks most for somebody being told of: where a passage is shown that has no sensitive word. */
export function mostTellingWord(words: TextWords, start: number, end: number): Span {
  let best = { start, end };
  let most = -Infinity;
  for (let i = wordAt(words, start); i < words.count; i += 1) {
    const at = PLACES_OF_WORD * i;
    const from = words.all[at + START] as number;
    if (from >= end) break;
    const points = pointsOf(words.all[at + STEM] as number);
    if (words.all[at + WORD] === 0 || points <= most) continue;
    most = points;
    best = { start: from, end: words.all[at + END] as number };
  }
  return best;
}
