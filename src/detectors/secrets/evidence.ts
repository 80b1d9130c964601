import { ADVICE } from './shapes';
import type { Page } from '../page';
import { lastAtOrBefore } from '../spans';
import { END, PLACES_OF_WORD, START, STEM, wordAt } from '../words/text-words';
import { isLedTo } from './candidates';
import type { Candidate } from './candidates';

/*
 * What is seen of something that may be a secret: how it looks, what joins it to the text, and the words around it. What each is
 * worth was learned (`weights.ts`).
 */

/** What may be seen of a candidate. The order is that of the weights; in what is seen a sign is the number of its place here, and no send carries these names. */
export const SIGNS = [
  'digits3', 'digits4', 'digits5', 'digits6', 'digits7', 'digits8', 'digitsMore',
  'oneByOne', 'grouped', 'year', 'time', 'ending', 'keypad', 'lettersAndDigits',
  'camel', 'innerSign', 'innerHyphen', 'endingSign',
  'short', 'long', 'capitals', 'small', 'capitalised', 'reference', 'yearAtEnd', 'manyDigits',
  'oneWord', 'moreWords',
  'colon', 'dash', 'bracket', 'slash', 'comma', 'newLine',
  'endsLine', 'endsText', 'stopAfter', 'commaAfter',
  'dial', 'spelt', 'ownLine', 'advice', 'announced', 'announcedCode', 'note',
];

const FEWEST_DIGITS = 3;
const DIGITS_MORE = 6;
const CODE = /^(?:[\d .-]+[#*]?|[A-Z][ -]?\d[\d -]{1,9}[A-Z]?|\d[\d -]{1,9}[A-Z])$/;
/** Signs that patterns see, from the number of the first on. */
type Looks = readonly [first: number, ...patterns: readonly RegExp[]];
const OF_CODE: Looks = [7, /^\d(?:[ -]\d)+$/, /\d[ -]\d/, /^(?:19|20)\d\d$/, /^(?:[01]\d|2[0-3])[0-5][05]$/, /[#*]$/, /^(?:C[\d -]+[XYZ]?|[\d -]+[XYZ])$/, /[A-Z]/];
const OF_BOTH: Looks = [14, /[a-z][A-Z]/, /\w[!*&+$£^~%?#._@]+\w/, /\w-\w/, /[!#*$£&^?]$/];
const OF_TOKEN: Looks = [18, /^.{0,5}$/, /.{15}/, /^[^a-z]*[A-Z][^a-z]*$/, /^[^A-Z]+$/, /^[A-Z][a-z]/, /^[A-Z]{2,4}[-/]?[A-Z]?\d{1,6}$/, /(?:19|20)\d\d\W?$/, /(?:\d\D*){4}/];
const OF_WORDS: Looks = [26, /^[^ ,]+$/, /[ ,].*[^ ,][ ,]/];
const BEFORE_IT: Looks = [28, /:\s*$/, /[-–]\s*$/, /\(\s*$/, /\/\s*$/, /[,;]\s*$/, /\n\s*$/];
const NEW_LINE = 33;
const AFTER_IT: Looks = [34, /^["”’'`*]?[.!]?[^\S\n]*(?:\n|$)/, /^\s*$/, /^["”’']?[.!](?:\s|$)/, /^["”’']?,/];
const ENDS_LINE = 34;
const DIAL = 38;
const SPELT = 39;
const OWN_LINE = 40;
const ADVISED = 41;
const ANNOUNCED = 42;
const ANNOUNCED_CODE = 43;
const NOTE = 44;

const seen = ([first, ...patterns]: Looks, text: string): readonly number[] => patterns.map((pattern, i) => (pattern.test(text) ? first + i : -1)).filter((sign) => sign >= 0);

/** How a candidate looks. */
function shapeOf(written: string, isWords: boolean): readonly number[] {
  if (isWords) return [...seen(OF_WORDS, written), ...seen(OF_BOTH, written)];
  if (/left|right|clockwise/i.test(written)) return [DIAL];
  if (!CODE.test(written)) return [...seen(OF_TOKEN, written), ...seen(OF_BOTH, written)];
  const more = Math.max(0, written.replace(/\D/g, '').length - FEWEST_DIGITS);
  const signs = seen(OF_CODE, written);
  return more === 0 && /[A-Z]/.test(written) ? signs : [Math.min(DIGITS_MORE, more), ...signs];
}

/** What joins a candidate to the text around it. */
function joinsOf(text: string, { start, end, spelt }: Candidate): readonly number[] {
  const signs = [...seen(BEFORE_IT, start === 0 ? '\n' : text.slice(Math.max(0, start - 4), start).replace(/["“‘'`*]+$/, '')), ...seen(AFTER_IT, text.slice(end, end + 14))];
  if (spelt !== undefined) signs.push(SPELT);
  if (signs.includes(NEW_LINE) && signs.includes(ENDS_LINE)) signs.push(OWN_LINE);
  if (ADVICE.test(text.slice(Math.max(0, start - 60), start))) signs.push(ADVISED);
  return signs;
}

/** The word for a password or a code that leads straight to a candidate. */
export function announcedBy({ text, hits }: Page, { start }: Candidate): readonly number[] {
  const hit = hits[lastAtOrBefore(hits, start - 1)];
  if (hit === undefined || !isLedTo(text.slice(hit.end, start))) return [];
  return hit.word.secret === 'password' ? [ANNOUNCED] : hit.word.secret === 'code' ? [ANNOUNCED_CODE] : [];
}

/** Where a word stands beside a candidate: straight before it, near before it, near after it, or further off. */
export const LAST = 0;
export const BEFORE = 1;
export const AFTER = 2;
export const WIDE = 3;
export const PLACES = 4;
const NEAR_BEFORE = 4;
const WIDE_BEFORE = 22;
const NEAR_AFTER = 3;
const WIDE_AFTER = 12;

/** Tells `see` of each word and mark around a candidate, by where it stands. */
export function wordsAround({ text, words }: Page, { start, end }: Candidate, see: (place: number, stem: number, from: number, to: number) => void): void {
  const { all, count } = words;
  const first = wordAt(words, start);
  for (let i = first - 1, distance = 1; i >= 0 && distance <= WIDE_BEFORE; i -= 1, distance += 1) {
    const at = i * PLACES_OF_WORD;
    see(distance === 1 ? LAST : distance <= NEAR_BEFORE ? BEFORE : WIDE, all[at + STEM] as number, all[at + START] as number, all[at + END] as number);
  }
  let from = end;
  for (let i = wordAt(words, end), distance = 1; i < count && distance <= WIDE_AFTER; i += 1, distance += 1) {
    const at = i * PLACES_OF_WORD;
    const next = all[at + START] as number;
    // What a blank line parts from it is another matter.
    if (next - from > 1 && /\n\s*\n/.test(text.slice(from, next))) break;
    see(distance <= NEAR_AFTER ? AFTER : WIDE, all[at + STEM] as number, next, all[at + END] as number);
    from = all[at + END] as number;
  }
}

/** The signs of a candidate, but for what announces it. */
export function signsOf(page: Page, candidate: Candidate): readonly number[] {
  const { text } = page;
  return [...shapeOf(candidate.spelt ?? text.slice(candidate.start, candidate.end), candidate.isWords), ...joinsOf(text, candidate), ...(page.isNote() ? [NOTE] : [])];
}
