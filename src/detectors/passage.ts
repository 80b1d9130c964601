import { BIAS, WEIGHTS } from './passage-weights';

/*
 * What the ordinary words of a passage suggest: whether somebody is told of in it, or a lesson, a rota or a newsletter is
 * written. Each word adds what it was found to weigh in mails that were read and labelled by hand
 * (`test/detectors/told-mails`). Words are compared without their endings, by a number made of their letters: every word
 * of every text passes here, so none is made a string.
 */

/** A longer word is not known. */
const LONGEST_WORD = 32;
/** Letters, as they are compared, are below this. */
const LETTERS = 384;
const APOSTROPHE = 39;
const ENDS_S = 115;

/** Each letter as a small one; 0 for what is no letter. */
const SMALL = new Uint16Array(LETTERS);
for (let code = 65; code < LETTERS; code += 1) {
  const isLetter = (code < 91 || (code > 96 && code < 123) || code > 191);
  if (isLetter) SMALL[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

/** Endings that make one word of “cope”, “copes” and “coping”, last letter first. */
const ENDINGS = ['ing', 'ed', 'es', 's', 'ly', 'er'].map((ending) => Array.from(ending, (letter) => letter.charCodeAt(0)).reverse());

function next(sum: number, code: number): number {
  return (Math.imul(sum, 31) + code) | 0;
}

/** How many letters of a word are its stem. */
function stemLength(letters: Uint16Array, length: number): number {
  if (length <= 3) return length;
  let stem = length;
  if (letters[stem - 1] === ENDS_S && letters[stem - 2] === APOSTROPHE) stem -= 2;
  for (const ending of ENDINGS) {
    if (stem - ending.length < 3) continue;
    let i = 0;
    while (i < ending.length && letters[stem - 1 - i] === ending[i]) i += 1;
    if (i === ending.length) {
      stem -= i;
      break;
    }
  }
  const last = letters[stem - 1] as number;
  // “Planning” is “plan”, and “falling” is not “fal”.
  if (stem > 3 && last === letters[stem - 2] && last !== ENDS_S && last !== 108) stem -= 1;
  return stem > 3 && letters[stem - 1] === 101 ? stem - 1 : stem;
}

/** The number of a feature that is written down: a stem or a mark. */
export function numberOf(feature: string): number {
  let sum = 0;
  for (let i = 0; i < feature.length; i += 1) sum = next(sum, feature.charCodeAt(i));
  return sum;
}

/** A capitalised word that is not known: a name, as a rule. */
export const NAME = '*';
const NAMED = numberOf(NAME);
const MONEY = numberOf('£');
/** Numbers of one, two, three, and of four or more digits. */
const NUMBERS = [1, 2, 3, 4].map((length) => numberOf(`#${length}`));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSmallAscii = (code: number): boolean => code >= 97 && code <= 122;

const letters = new Uint16Array(LONGEST_WORD);
const sums = new Int32Array(LONGEST_WORD + 1);

/**
 * Tells each feature of text[start..end) by its number: the stems of words, and marks for names, amounts, numbers and
 * some signs. One feature may be told more than once.
 */
export function eachFeature(text: string, start: number, end: number, isKnown: (feature: number) => boolean, tell: (feature: number, from: number, to: number) => void): void {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    const small = code < LETTERS ? (SMALL[code] as number) : 0;
    if (small !== 0) {
      const from = at;
      let length = 0;
      let current = small;
      while (current !== 0) {
        if (length < LONGEST_WORD) {
          letters[length] = current;
          sums[length + 1] = next(sums[length] as number, current);
        }
        length += 1;
        at += 1;
        const following = at < end ? text.charCodeAt(at) : 0;
        current = following < LETTERS ? (SMALL[following] as number) : 0;
        if ((following === APOSTROPHE || following === 0x2019) && isSmallAscii(text.charCodeAt(at + 1)) && at + 1 < end) current = APOSTROPHE;
      }
      if (length > LONGEST_WORD) continue;
      const stem = sums[stemLength(letters, length)] as number;
      const isCapital = code !== small && length > 2 && text.charCodeAt(from + 1) === letters[1] && text.charCodeAt(from + 2) === letters[2];
      tell(isCapital && !isKnown(stem) ? NAMED : stem, from, at);
    } else if (isDigit(code)) {
      const from = at;
      while (at < end && isDigit(text.charCodeAt(at))) at += 1;
      tell(NUMBERS[Math.min(4, at - from) - 1] as number, from, at);
    } else {
      // A pound sign takes the first digit with it: “£4,500” is an amount, and a number of three digits.
      if (code === 163 && (isDigit(text.charCodeAt(at + 1)) || (text.charCodeAt(at + 1) === 32 && isDigit(text.charCodeAt(at + 2))))) {
        tell(MONEY, at, at + 1);
        at += text.charCodeAt(at + 1) === 32 ? 2 : 1;
      } else if (code === 33 || code === 58 || code === 63) tell(code, at, at + 1);
      at += 1;
    }
  }
}

/** Places of the table of what is known: a power of two, four times as many as there may be stems. */
const PLACES = 8192;

interface Known {
  readonly features: Int32Array;
  readonly points: Int8Array;
  /** In which weighing each was last counted. */
  readonly counted: Int32Array;
}

let table: Known | null = null;

/** Where a feature stands, or would stand. */
function placeOf({ features, points }: Known, feature: number): number {
  let place = (feature ^ (feature >>> 13)) & (PLACES - 1);
  while (points[place] !== 0 && features[place] !== feature) place = (place + 1) & (PLACES - 1);
  return place;
}

function known(): Known {
  if (table === null) {
    table = { features: new Int32Array(PLACES), points: new Int8Array(PLACES), counted: new Int32Array(PLACES) };
    for (const [points, stems] of WEIGHTS) {
      for (const stem of stems.split(' ')) {
        const feature = numberOf(stem);
        const place = placeOf(table, feature);
        table.features[place] = feature;
        table.points[place] = points;
      }
    }
  }
  return table;
}

let weighing = 0;

/** What the words of a passage come to. */
export interface PassageWeight {
  /** In points: the more, the more it reads like something told of somebody. */
  readonly points: number;
  /** How many of its words are known. */
  readonly known: number;
}

/** What text[start..end) weighs. Features of `unheard` say nothing. */
export function weighPassage(text: string, start: number, end: number, unheard: readonly number[]): PassageWeight {
  const all = known();
  weighing += 1;
  let points = BIAS;
  let knownWords = 0;
  eachFeature(text, start, end, (feature) => all.points[placeOf(all, feature)] !== 0, (feature) => {
    const place = placeOf(all, feature);
    if (all.counted[place] === weighing) return;
    all.counted[place] = weighing;
    if (all.points[place] === 0 || (unheard.length > 0 && unheard.includes(feature))) return;
    points += all.points[place] as number;
    knownWords += 1;
  });
  return { points, known: knownWords };
}

/** The features of phrases, to leave them unheard. */
export function featuresOf(phrases: readonly string[]): readonly number[] {
  const features: number[] = [];
  for (const phrase of phrases) eachFeature(phrase, 0, phrase.length, () => true, (feature) => features.push(feature));
  return features;
}
