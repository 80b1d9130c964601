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

/** Each letter as a small one; 0 for what is no letter. */
const SMALL = new Uint16Array(LETTERS);
for (let code = 65; code < LETTERS; code += 1) {
  const isLetter = (code < 91 || (code > 96 && code < 123) || code > 191);
  if (isLetter) SMALL[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

function next(sum: number, code: number): number {
  return (Math.imul(sum, 31) + code) | 0;
}

/** How long the ending is that makes one word of “cope”, “copes” and “coping”: -ing, -ed, -es, -s, -ly, -er. */
function endingLength(letters: Uint16Array, length: number): number {
  const before = letters[length - 2];
  switch (letters[length - 1]) {
    case 103: // g
      return length > 5 && before === 110 && letters[length - 3] === 105 ? 3 : 0;
    case 100: // d
    case 114: // r
      return length > 4 && before === 101 ? 2 : 0;
    case 115: // s
      return length > 4 && before === 101 ? 2 : length > 3 ? 1 : 0;
    case 121: // y
      return length > 4 && before === 108 ? 2 : 0;
    default:
      return 0;
  }
}

/** How many letters of a word are its stem. */
function stemLength(letters: Uint16Array, length: number): number {
  if (length <= 3) return length;
  let stem = letters[length - 1] === 115 && letters[length - 2] === APOSTROPHE ? length - 2 : length;
  stem -= endingLength(letters, stem);
  if (stem <= 3) return stem;
  const last = letters[stem - 1] as number;
  // “Planning” is “plan”, and “falling” is not “fal”.
  if (last === letters[stem - 2] && last !== 115 && last !== 108) stem -= 1;
  return stem > 3 && letters[stem - 1] === 101 ? stem - 1 : stem;
}

/** The number of a feature that is written down: a stem or a mark. */
export function numberOf(feature: string): number {
  let sum = 0;
  for (let i = 0; i < feature.length; i += 1) sum = next(sum, feature.charCodeAt(i));
  return sum;
}

/** A capitalised word that is not known: a name, as a rule. */
const NAME = '*';
export const NAMED = numberOf(NAME);
const MONEY = numberOf('£');
/** Numbers of one, two, three, and of four or more digits. */
const NUMBERS = [1, 2, 3, 4].map((length) => numberOf(`#${length}`));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSmallAscii = (code: number): boolean => code >= 97 && code <= 122;

const letters = new Uint16Array(LONGEST_WORD);
const sums = new Int32Array(LONGEST_WORD + 1);

/** Reads a text feature by feature: the stems of words, and marks for names, amounts, numbers and some signs. */
export class FeatureReader {
  /** Where the feature that was read begins and ends. */
  from = 0;
  at: number;
  /** True when it is a word with a capital: a name, unless it is known. */
  isCapital = false;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.at = start;
  }

  /** The number of the next feature; 0 when there is no more. */
  read(): number {
    const { text, end } = this;
    this.isCapital = false;
    while (this.at < end) {
      const code = text.charCodeAt(this.at);
      const small = code < LETTERS ? (SMALL[code] as number) : 0;
      this.from = this.at;
      if (small !== 0) {
        const stem = this.readWord(code, small);
        if (stem !== 0) return stem;
      } else if (code >= 48 && code <= 57) {
        while (this.at < end && isDigit(text.charCodeAt(this.at))) this.at += 1;
        return NUMBERS[Math.min(4, this.at - this.from) - 1] as number;
      } else {
        this.at += 1;
        if (code === 33 || code === 58 || code === 63) return code;
        if (code === 163) {
          // The first digit belongs to the sign: “£4,500” is an amount, and a number of three digits.
          const digit = text.charCodeAt(this.at) === 32 ? this.at + 1 : this.at;
          if (isDigit(text.charCodeAt(digit))) {
            this.at = digit + 1;
            return MONEY;
          }
        }
      }
    }
    return 0;
  }

  /** The stem of the word that begins here; 0 when it is too long to be known. */
  private readWord(code: number, small: number): number {
    const { text, end, from } = this;
    let { at } = this;
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
      if ((following === APOSTROPHE || following === 0x2019) && at + 1 < end && isSmallAscii(text.charCodeAt(at + 1))) current = APOSTROPHE;
    }
    this.at = at;
    if (length > LONGEST_WORD) return 0;
    this.isCapital = code !== small && length > 2 && text.charCodeAt(from + 1) === letters[1] && text.charCodeAt(from + 2) === letters[2];
    return sums[stemLength(letters, length)] as number;
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
  const { points: worth, counted } = all;
  const reader = new FeatureReader(text, start, end);
  weighing += 1;
  let points = BIAS;
  let knownWords = 0;
  for (let feature = reader.read(); feature !== 0; feature = reader.read()) {
    let place = placeOf(all, feature);
    if (worth[place] === 0) {
      if (!reader.isCapital) continue;
      place = placeOf(all, NAMED);
    }
    if (counted[place] === weighing) continue;
    counted[place] = weighing;
    if (unheard.length > 0 && unheard.includes(feature)) continue;
    points += worth[place] as number;
    knownWords += 1;
  }
  return { points, known: knownWords };
}

/** The features of phrases, to leave them unheard. */
export function featuresOf(phrases: readonly string[]): readonly number[] {
  const features: number[] = [];
  for (const phrase of phrases) {
    const reader = new FeatureReader(phrase, 0, phrase.length);
    for (let feature = reader.read(); feature !== 0; feature = reader.read()) features.push(feature);
  }
  return features;
}
