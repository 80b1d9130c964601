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

/** Signs that a pattern sees. */
type Looks<S extends string> = readonly (readonly [sign: S, pattern: RegExp])[];
const looks = <S extends string>(...all: (readonly [S, RegExp])[]): Looks<S> => all;
const names = <S extends string>(all: Looks<S>): readonly S[] => all.map(([sign]) => sign);

const OF_DIGITS = ['digits3', 'digits4', 'digits5', 'digits6', 'digits7', 'digits8', 'digitsMore'] as const;
const FEWEST_DIGITS = 3;
const CODE = /^(?:[\d .-]+[#*]?|[A-Z][ -]?\d[\d -]{1,9}[A-Z]?|\d[\d -]{1,9}[A-Z])$/;
const OF_CODE = looks(
  ['oneByOne', /^\d(?:[ -]\d)+$/],
  ['grouped', /\d[ -]\d/],
  ['year', /^(?:19|20)\d\d$/],
  ['time', /^(?:[01]\d|2[0-3])[0-5][05]$/],
  ['ending', /[#*]$/],
  ['keypad', /^(?:C[\d -]+[XYZ]?|[\d -]+[XYZ])$/],
  ['lettersAndDigits', /[A-Z]/],
);
const OF_BOTH = looks(['camel', /[a-z][A-Z]/], ['innerSign', /\w[!*&+$£^~%?#._@]+\w/], ['innerHyphen', /\w-\w/], ['endingSign', /[!#*$£&^?]$/]);
const OF_TOKEN = looks(
  ['short', /^.{0,5}$/],
  ['long', /.{15}/],
  ['capitals', /^[^a-z]*[A-Z][^a-z]*$/],
  ['small', /^[^A-Z]+$/],
  ['capitalised', /^[A-Z][a-z]/],
  ['reference', /^[A-Z]{2,4}[-/]?[A-Z]?\d{1,6}$/],
  ['yearAtEnd', /(?:19|20)\d\d\W?$/],
  ['manyDigits', /(?:\d\D*){4}/],
);
const OF_WORDS = looks(['oneWord', /^[^ ,]+$/], ['moreWords', /[ ,].*[^ ,][ ,]/]);
const BEFORE_IT = looks(['colon', /:\s*$/], ['dash', /[-–]\s*$/], ['bracket', /\(\s*$/], ['slash', /\/\s*$/], ['comma', /[,;]\s*$/], ['newLine', /\n\s*$/]);
const AFTER_IT = looks(['endsLine', /^["”’'`*]?[.!]?[^\S\n]*(?:\n|$)/], ['endsText', /^\s*$/], ['stopAfter', /^["”’']?[.!](?:\s|$)/], ['commaAfter', /^["”’']?,/]);

/** What may be seen of a candidate. The order is that of the weights. */
export const SIGNS = [
  ...OF_DIGITS, ...names(OF_CODE), ...names(OF_BOTH), ...names(OF_TOKEN), ...names(OF_WORDS), ...names(BEFORE_IT), ...names(AFTER_IT),
  ...(['dial', 'spelt', 'ownLine', 'advice', 'announced', 'announcedCode', 'note'] as const),
];
export type Sign = (typeof SIGNS)[number];

const seen = <S extends string>(all: Looks<S>, text: string): readonly S[] => names(all.filter(([, pattern]) => pattern.test(text)));

/** How a candidate looks. */
function shapeOf(written: string, isWords: boolean): readonly Sign[] {
  if (isWords) return [...seen(OF_WORDS, written), ...seen(OF_BOTH, written)];
  if (/left|right|clockwise/i.test(written)) return ['dial'];
  if (!CODE.test(written)) return [...seen(OF_TOKEN, written), ...seen(OF_BOTH, written)];
  const more = Math.max(0, written.replace(/\D/g, '').length - FEWEST_DIGITS);
  const signs = seen(OF_CODE, written);
  return more === 0 && /[A-Z]/.test(written) ? signs : [OF_DIGITS[Math.min(OF_DIGITS.length - 1, more)] as Sign, ...signs];
}

/** What joins a candidate to the text around it. */
function joinsOf(text: string, { start, end, spelt }: Candidate): readonly Sign[] {
  const before = seen(BEFORE_IT, start === 0 ? '\n' : text.slice(Math.max(0, start - 4), start).replace(/["“‘'`*]+$/, ''));
  const after = seen(AFTER_IT, text.slice(end, end + 14));
  const signs: Sign[] = [...before, ...after];
  if (spelt !== undefined) signs.push('spelt');
  if (before.includes('newLine') && after.includes('endsLine')) signs.push('ownLine');
  if (ADVICE.test(text.slice(Math.max(0, start - 60), start))) signs.push('advice');
  return signs;
}

/** The word for a password or a code that leads straight to a candidate. */
export function announcedBy({ text, hits }: Page, { start }: Candidate): readonly Sign[] {
  const hit = hits[lastAtOrBefore(hits, start - 1)];
  if (hit === undefined || !isLedTo(text.slice(hit.end, start))) return [];
  return hit.word.secret === 'password' ? ['announced'] : hit.word.secret === 'code' ? ['announcedCode'] : [];
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
export function signsOf(page: Page, candidate: Candidate): readonly Sign[] {
  const { text } = page;
  return [...shapeOf(candidate.spelt ?? text.slice(candidate.start, candidate.end), candidate.isWords), ...joinsOf(text, candidate), ...(page.isNote() ? (['note'] as const) : [])];
}
