import type { Page } from '../page';
import { numberOf } from '../words/notation';
import { END, PLACES_OF_WORD, START, WORD } from '../words/text-words';
import type { Candidate } from './candidates';
import { isOrdinary, isPlaceholder } from './shapes';

/*
 * What may be a secret as it is said aloud: digits that are spelt out, “fifty-two ninety”, and plain words that somebody is told to type.
 * Linear: each word of a text is looked at once, and what follows it no further than a secret is long.
 */

/** Numbers to nineteen and tens from twenty, each at its place; then other words for 0, and the cues below. */
const CUES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety oh o nought double then type types enter with log sign user unlock'.split(' ');
const TWENTY = 20;
const NOUGHT = 28;
/** Before a digit that is said twice, and between digits. */
const TWICE = 31;
const THEN = 32;
/** Before plain words that may be what is to be typed; after a word of getting in, the last ones, “then” leads there too. */
const WITH = 36;
const LOG_IN = 37;

/** Most words are no cue, which the last bits of their numbers tell. */
const FEW = 1023;
const isRare = new Uint8Array(FEW + 1);
const places = new Map<number, number>();
CUES.forEach((word, place) => {
  isRare[numberOf(word) & FEW] = 1;
  places.set(numberOf(word), place);
});
const NONE = CUES.length;
/** So many words behind one of getting in “then” and “with” still lead on. */
const NEAR_LOG_IN = 9;

const JOINT = /^(?: |-|, ?| - )$/;
const FEWEST_DIGITS = 3;
const MOST_WORDS = 16;

function cueAt({ all, count }: Page['words'], i: number): number {
  const number = i < count ? (all[i * PLACES_OF_WORD + WORD] as number) : 0;
  return isRare[number & FEW] === 0 ? NONE : places.get(number) ?? NONE;
}

/** Digits spelt out from the word at an index on; null when they are no code. */
function speltFrom(text: string, words: Page['words'], first: number): Candidate | null {
  const { all } = words;
  const start = all[first * PLACES_OF_WORD + START] as number;
  let spelt = '';
  let said = 0;
  let times = 1;
  let end = start;
  let last = start;
  /** True after tens that a digit may still join. */
  let isTens = false;
  for (let i = first; i - first < MOST_WORDS; i += 1) {
    const cue = cueAt(words, i);
    const joint = text.slice(last, all[i * PLACES_OF_WORD + START]);
    if (cue > THEN || (i > first && !JOINT.test(joint))) break;
    last = all[i * PLACES_OF_WORD + END] as number;
    if (cue >= TWICE) {
      times = cue === TWICE ? 2 : 1;
      isTens = false;
      continue;
    }
    const value = cue < TWENTY ? cue : cue < NOUGHT ? 10 * (cue - TWENTY + 2) : 0;
    spelt = isTens && value > 0 && value < 10 && !/,/.test(joint) ? spelt.slice(0, -1) + value : spelt + `${value}`.repeat(times);
    said += 1;
    times = 1;
    isTens = value >= TWENTY;
    end = last;
  }
  return spelt.length > FEWEST_DIGITS ? (said > 1 ? { start, end, isWords: false, spelt } : null) : spelt.length === FEWEST_DIGITS && said > 2 ? { start, end, isWords: false, spelt } : null;
}

const PLAIN = '(?!(?:and|then|to|when|on|in|at|if|it|for|by|with|from|as|or|into|th[eioa]\\w*|your|our|my|his|her|its)\\b)[A-Za-z]{3,12}';
/** One to four plain words, up to a stop or what is said of them. */
const WORDS = new RegExp(`^ (?:in )?["“'‘]?(${PLAIN}(?: ${PLAIN}){0,3})(?=["”'’]?(?:[.,!?\\n)]|$| (?:and|then|to|when|on|in|at|if|for) ))`);
const LONGEST = 64;

/** Plain words to be typed after a cue that ends at a place. */
function typedAfter(text: string, end: number): Candidate | null {
  const [all, words] = WORDS.exec(text.slice(end, end + LONGEST)) ?? [];
  if (all === undefined || words === undefined || isPlaceholder(words) || isOrdinary(words.replace(/ \w+$/, ''))) return null;
  return { start: end + all.length - words.length, end: end + all.length, isWords: true };
}

/** Everything in a text that may be a secret as it is said aloud, in order of place. */
export function spokenIn({ text, words }: Page): readonly Candidate[] {
  const found: Candidate[] = [];
  let lastLogIn = -NEAR_LOG_IN;
  for (let i = 0; i < words.count; i += 1) {
    const cue = cueAt(words, i);
    if (cue === NONE) continue;
    const end = words.all[i * PLACES_OF_WORD + END] as number;
    let candidate: Candidate | null = null;
    if (cue >= LOG_IN) lastLogIn = i;
    else if (cue <= TWICE) {
      if (cueAt(words, i + 1) <= THEN) candidate = speltFrom(text, words, i);
    } else if ((cue > THEN && cue < WITH) || i - lastLogIn < NEAR_LOG_IN) candidate = typedAfter(text, end);
    if (candidate === null) continue;
    found.push(candidate);
    while (i + 1 < words.count && (words.all[(i + 1) * PLACES_OF_WORD] as number) < candidate.end) i += 1;
  }
  return found;
}
