import { ADVICE } from './shapes';
import { signsOfPassage } from '../told/evidence';
import { lastAtOrBefore } from '../page';
import type { Page } from '../page';
import { END, PLACES_OF_WORD, START, STEM, wordAt } from '../words/text-words';
import { isLedTo } from './candidates';
import type { Candidate } from './candidates';

/*
 * What is seen of something that may be a secret: how it looks, what joins it to the text, and the words around it. What each is
 * worth was learned (`weights.ts`).
 */

/** What may be seen of a candidate. The order is that of the weights. */
export const SIGNS = [
  'dial', 'digits3', 'digits4', 'digits5', 'digits6', 'digits7', 'digits8', 'digitsMore', 'grouped', 'oneByOne', 'year', 'time', 'date', 'ending', 'lettersAndDigits', 'short',
  'capitals', 'small', 'capitalised', 'camel', 'innerSign', 'endingSign', 'innerHyphen', 'digitInside', 'digitsFirst', 'fewDigits', 'manyDigits', 'yearAtEnd', 'long',
  'words', 'oneWord', 'twoWords', 'moreWords', 'smallWords', 'quoted',
  'colon', 'equals', 'dash', 'bracket', 'slash', 'comma', 'newLine', 'endsLine', 'endsText', 'ownLine', 'stopAfter', 'commaAfter', 'unitAfter', 'advice', 'announced', 'announcedCode', 'note', 'school', 'moreSchool',
] as const;
export type Sign = (typeof SIGNS)[number];

const CODE = /^(?:[\d .-]+[#*]?|[A-Z]\d{3,6}[A-Z]?|\d{3,6}[A-Z])$/;
const UNIT = /^\s*(?:%|pupils|students|children|people|staff|words|points|pages|copies|days?|weeks?|times|minutes|hours|mins?|am\b|pm\b|or \d|and \d|\d)/i;

/** How a candidate looks. */
function shapeOf(written: string, isWords: boolean): readonly Sign[] {
  const signs: Sign[] = [];
  const see = (sign: Sign, isSeen: boolean): void => void (isSeen && signs.push(sign));
  if (isWords) {
    const words = written.split(/[ ,]+/).length;
    signs.push('words', words === 1 ? 'oneWord' : words === 2 ? 'twoWords' : 'moreWords');
    see('smallWords', !/[A-Z]/.test(written));
    see('camel', /[a-z][A-Z]/.test(written));
    see('innerSign', /[A-Za-z][!*&+_.][A-Za-z]/.test(written));
    see('innerHyphen', /[A-Za-z]-[A-Za-z]/.test(written));
    see('endingSign', /[!#*?]$/.test(written));
    return signs;
  }
  if (/left|right|clockwise/i.test(written)) return ['dial'];
  const digits = written.replace(/\D/g, '').length;
  if (CODE.test(written)) {
    signs.push(digits <= 3 ? 'digits3' : digits === 4 ? 'digits4' : digits === 5 ? 'digits5' : digits === 6 ? 'digits6' : digits === 7 ? 'digits7' : digits === 8 ? 'digits8' : 'digitsMore');
    see('oneByOne', /^\d(?:[ -]\d)+$/.test(written));
    see('grouped', /\d[ -]\d/.test(written));
    see('year', /^(?:19|20)\d\d$/.test(written));
    see('time', /^(?:[01]\d|2[0-3])[0-5][05]$/.test(written));
    see('date', /^[0-3]?\d[-.][01]?\d[-.](?:\d\d)?\d\d$/.test(written));
    see('ending', /[#*]$/.test(written));
    see('lettersAndDigits', /[A-Z]/.test(written));
    return signs;
  }
  see('short', written.length < 6);
  see('long', written.length > 14);
  see('capitals', /[A-Z]/.test(written) && !/[a-z]/.test(written));
  see('small', !/[A-Z]/.test(written));
  see('capitalised', /^[A-Z][a-z]/.test(written));
  see('camel', /[a-z][A-Z]/.test(written));
  see('innerSign', /\w[!*&+$£^~%?#._@]+\w/.test(written));
  see('endingSign', /[!#*$£&^?]$/.test(written));
  see('innerHyphen', /\w-\w/.test(written));
  see('digitInside', /[A-Za-z]\d+[A-Za-z]/.test(written));
  see('digitsFirst', /^\d/.test(written));
  see('yearAtEnd', /(?:19|20)\d\d\W?$/.test(written));
  see(digits > 3 ? 'manyDigits' : 'fewDigits', true);
  return signs;
}

/** What joins a candidate to the text around it. */
function joinsOf(text: string, { start, end }: Candidate): readonly Sign[] {
  const signs: Sign[] = [];
  const see = (sign: Sign, isSeen: boolean): void => void (isSeen && signs.push(sign));
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 14);
  see('quoted', /["“‘'`*]$/.test(before));
  const joint = before.replace(/["“‘'`*]+$/, '');
  see('colon', /:\s*$/.test(joint));
  see('equals', /[=>]\s*$/.test(joint));
  see('dash', /[-–]\s*$/.test(joint));
  see('bracket', /\(\s*$/.test(joint));
  see('slash', /\/\s*$/.test(joint));
  see('comma', /[,;]\s*$/.test(joint));
  const isFirst = /\n\s*$/.test(joint) || start === 0;
  const isLast = /^["”’'`*]?[.!]?[^\S\n]*(?:\n|$)/.test(after);
  see('newLine', isFirst);
  see('endsLine', isLast);
  see('ownLine', isFirst && isLast);
  see('endsText', !/\S/.test(after));
  see('stopAfter', /^["”’']?[.!](?:\s|$)/.test(after));
  see('commaAfter', /^["”’']?,/.test(after));
  see('unitAfter', UNIT.test(after));
  see('advice', ADVICE.test(text.slice(Math.max(0, start - 60), start)));
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
  return [...shapeOf(text.slice(candidate.start, candidate.end), candidate.isWords), ...joinsOf(text, candidate), ...signsOfPassage(text, page.words, candidate, page.isNote())];
}
