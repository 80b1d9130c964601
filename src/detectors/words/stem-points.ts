import { END, isCapitalised, NAMED, numberOfStem, PLACES_OF_WORD, STEM, wordAt } from './text-words';
import type { TextWords } from './text-words';

/*
 * What stems were learned to be worth, in points, by where they stand. In what is weighed a stem counts once at each place. A table
 * with open addressing: nothing is made of a word that is looked up.
 */

export interface StemPoints {
  /** By row: the stem; -1 in a row that is free. */
  readonly stems: Int32Array;
  /** The bits of the number of a row. */
  readonly mask: number;
  /** So many keys a row has: the places where a stem may stand. */
  readonly places: number;
  /** By key: what it is worth, and in which weighing it last counted. */
  readonly points: Int8Array;
  readonly counted: Int32Array;
  /** The number of the weighing, from 1. */
  weighing: number;
}

/** A table that knows no stem yet. `rows` is a power of two, twice as many as there will be stems or more. */
export function stemPoints(rows: number, places = 1): StemPoints {
  return { stems: new Int32Array(rows).fill(-1), mask: rows - 1, places, points: new Int8Array(rows * places), counted: new Int32Array(rows * places), weighing: 0 };
}

/** The row where a stem stands, or would stand. */
export function rowOf({ stems, mask }: StemPoints, stem: number): number {
  let row = (stem ^ (stem >>> 13)) & mask;
  while (stems[row] !== stem && stems[row] !== -1) row = (row + 1) & mask;
  return row;
}

/** Adds to what stems, parted by spaces, are worth where they stand at a place. */
export function addPoints(table: StemPoints, written: string, points: number, place = 0): void {
  for (const one of written.split(' ')) {
    const stem = numberOfStem(one);
    const row = rowOf(table, stem);
    table.stems[row] = stem;
    table.points[row * table.places + place] = (table.points[row * table.places + place] as number) + points;
  }
}

/** Begins to weigh something else: every stem counts again, but for those that are `unheard`. */
export function weighAnew(table: StemPoints, unheard: readonly number[] = []): void {
  table.weighing += 1;
  for (const stem of unheard) {
    const key = rowOf(table, stem) * table.places;
    table.counted.fill(table.weighing, key, key + table.places);
  }
}

/** What text[start..end), of which the stem is given, adds at a place: nothing when it counted before. Whoever is named counts as a name. */
export function countWord(table: StemPoints, stem: number, text: string, start: number, end: number, place = 0): number {
  const { stems, places, points, counted, weighing } = table;
  let row = rowOf(table, stem);
  if (stems[row] === -1 && isCapitalised(text, start, end)) row = rowOf(table, NAMED);
  const key = row * places + place;
  if (counted[key] === weighing) return 0;
  counted[key] = weighing;
  return points[key] as number;
}

/** What the words of text[start..end) come to where there is one place. As `countWord` of each; every word of a text passes here, so nothing is called for most. */
export function countWords(table: StemPoints, text: string, words: TextWords, start: number, end: number): number {
  const { stems, mask, points, counted, weighing } = table;
  const { all, count } = words;
  let sum = 0;
  for (let at = PLACES_OF_WORD * wordAt(words, start); at < PLACES_OF_WORD * count && (all[at] as number) < end; at += PLACES_OF_WORD) {
    const stem = all[at + STEM] as number;
    let row = (stem ^ (stem >>> 13)) & mask;
    while (stems[row] !== stem && stems[row] !== -1) row = (row + 1) & mask;
    if (stems[row] === -1) {
      if (!isCapitalised(text, all[at] as number, all[at + END] as number)) continue;
      row = rowOf(table, NAMED);
    }
    if (counted[row] === weighing) continue;
    counted[row] = weighing;
    sum += points[row] as number;
  }
  return sum;
}
