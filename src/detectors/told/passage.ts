import { BIAS, WEIGHTS } from './passage-weights';
import { END, isCapitalised, NAMED, numberOfStem, PLACES_OF_WORD, START, STEM, WORD, wordAt } from '../words/text-words';
import type { TextWords } from '../words/text-words';

/*
 * What the ordinary words of a passage suggest: whether somebody is told of in it, or a lesson, a rota or a newsletter is
 * written. Each word adds what it was found to weigh in mails that were read and labelled by hand
 * (`test/detectors/told-mails`).
 */

/** Places of the table of what is known: a power of two, four times as many as there may be stems. */
const PLACES = 8192;

interface Known {
  readonly stems: Int32Array;
  readonly points: Int8Array;
  /** In which weighing each was last counted. */
  readonly counted: Int32Array;
}

let table: Known | null = null;

/** Where a stem stands, or would stand. */
function placeOf({ stems, points }: Known, stem: number): number {
  let place = (stem ^ (stem >>> 13)) & (PLACES - 1);
  while (points[place] !== 0 && stems[place] !== stem) place = (place + 1) & (PLACES - 1);
  return place;
}

function known(): Known {
  if (table === null) {
    table = { stems: new Int32Array(PLACES), points: new Int8Array(PLACES), counted: new Int32Array(PLACES) };
    for (const [points, stems] of WEIGHTS) {
      for (const written of stems.split(' ')) {
        const stem = numberOfStem(written);
        const place = placeOf(table, stem);
        table.stems[place] = stem;
        table.points[place] = points;
      }
    }
  }
  return table;
}

let weighing = 0;

/** What the words of text[start..end) come to, in points: the more, the more it reads like something told of somebody. Stems that are `unheard` say nothing. */
export function weighPassage(text: string, words: TextWords, start: number, end: number, unheard: readonly number[]): number {
  const all = known();
  const { stems, points: worth, counted } = all;
  const numbers = words.all;
  weighing += 1;
  let points = BIAS;
  for (let at = PLACES_OF_WORD * wordAt(words, start); at < PLACES_OF_WORD * words.count && (numbers[at] as number) < end; at += PLACES_OF_WORD) {
    let stem = numbers[at + STEM] as number;
    let place = (stem ^ (stem >>> 13)) & (PLACES - 1);
    while (worth[place] !== 0 && stems[place] !== stem) place = (place + 1) & (PLACES - 1);
    if (worth[place] === 0) {
      if (!isCapitalised(text, numbers[at] as number, numbers[at + END] as number)) continue;
      stem = NAMED;
      place = placeOf(all, stem);
    }
    if (counted[place] === weighing) continue;
    counted[place] = weighing;
    if (unheard.length === 0 || !unheard.includes(stem)) points += worth[place] as number;
  }
  return points;
}

/** True for a stem that has a weight: with a capital it is no name. */
export function isKnownStem(stem: number): boolean {
  return pointsOf(stem) !== 0;
}

function pointsOf(stem: number): number {
  const all = known();
  return all.points[placeOf(all, stem)] as number;
}

/** The word of text[start..end) that speaks most for somebody being told of: where a passage is shown that has no sensitive word. */
export function mostTellingWord(words: TextWords, start: number, end: number): { readonly start: number; readonly end: number } {
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
