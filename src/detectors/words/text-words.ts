import { lastOf } from '../spans';
import { KEYS, NUMBER, numberOf, STEP } from './notation';

/*
 * The words of a text, each read once for everyone who asks: as a number for phrases that may stand there, and as the number
 * of its stem for what it weighs. No word is made a string.
 */

/** What is known of a word: where it begins and ends, its number, and that of its stem; a mark has no number. */
export const START = 0;
export const END = 1;
export const WORD = 2;
export const STEM = 3;
/** So many numbers a word. */
export const PLACES_OF_WORD = 4;

/** The words and marks of a text, in order. */
export interface TextWords {
  readonly count: number;
  readonly all: Int32Array;
}

/** Marks stand for what is no word; their numbers are no word's. `#1` to `#4` are numbers of as many digits, or more. */
const MARKS: { readonly [mark: string]: number } = { '#1': NUMBER + 1, '#2': NUMBER + 2, '#3': NUMBER + 3, '#4': NUMBER + 4, '!': NUMBER + 5, '?': NUMBER + 6, ':': NUMBER + 7, '£': NUMBER + 8, '*': NUMBER + 9 };
/** A capitalised word that is not known: a name, as a rule. */
export const NAMED = NUMBER + 9;
const MOST_DIGITS = 4;
const FIRST_DIGIT = 27;
const LAST_DIGIT = 36;

const D = 4;
const E = 5;
const G = 7;
const I = 9;
const L = 12;
const N = 14;
const R = 18;
const S = 19;
const Y = 25;

/** Where the stem of text[start..end) ends: without -ing, -ed, -er, -es, -s and -ly, a doubled letter, and an e. “Planning” is “plan”, and “falling” is “fall”. */
function stemEnd(text: string, start: number, end: number): number {
  let to = end;
  const size = end - start;
  const second = KEYS[text.charCodeAt(end - 2)] as number;
  switch (KEYS[text.charCodeAt(end - 1)] as number) {
    case S:
      to -= size > 4 && second === E ? 2 : 1;
      break;
    case D:
    case R:
      if (size > 4 && second === E) to -= 2;
      break;
    case G:
      if (size > 5 && second === N && KEYS[text.charCodeAt(end - 3)] === I) to -= 3;
      break;
    case Y:
      if (size > 4 && second === L) to -= 2;
  }
  if (to - start <= 3) return to;
  const last = KEYS[text.charCodeAt(to - 1)] as number;
  if (last === KEYS[text.charCodeAt(to - 2)] && last !== S && last !== L) to -= 1;
  return to - start > 3 && KEYS[text.charCodeAt(to - 1)] === E ? to - 1 : to;
}

/** The number of a stem or mark that is written down. */
export function numberOfStem(written: string): number {
  return written.length < 3 ? MARKS[written] ?? numberOf(written) : numberOf(written);
}

/** The number of the stem of a single word. */
export function stemOf(word: string): number {
  return word.length <= 3 ? numberOf(word) : numberOf(word.slice(0, stemEnd(word, 0, word.length)));
}

function grown(all: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(all.length * 2);
  more.set(all);
  return more;
}

/**
 * The words of a text, and in `met` those that `heads` or `openings` know: `entry, number, start, end, entry, …`. Every
 * character passes here.
 */
export function readWords(text: string, heads: Uint16Array, openings: Uint16Array, met: number[]): TextWords {
  const { length } = text;
  const mask = heads.length - 1;
  let all = new Int32Array(PLACES_OF_WORD * ((length >> 2) + 8));
  let next = 0;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    let key = KEYS[code] as number;
    if (key === 0) {
      if (code !== 33 && code !== 63 && code !== 58 && code !== 163) continue;
      if (next === all.length) all = grown(all);
      all[next] = at;
      all[next + 1] = at + 1;
      all[next + 3] = code === 33 ? NUMBER + 5 : code === 63 ? NUMBER + 6 : code === 58 ? NUMBER + 7 : NUMBER + 8;
      next += PLACES_OF_WORD;
      continue;
    }
    const start = at;
    let number = 0;
    let shorter = 0;
    let last = 0;
    let digits = 0;
    do {
      shorter = number;
      number = (number * STEP + key) & NUMBER;
      last = key;
      if (key >= FIRST_DIGIT && key <= LAST_DIGIT) digits += 1;
      at += 1;
      key = at < length ? (KEYS[text.charCodeAt(at)] as number) : 0;
    } while (key !== 0);
    let entry = heads[number & mask] as number;
    if (entry !== 0) met.push(entry, number, start, at);
    if (last === S) {
      entry = heads[shorter & mask] as number;
      if (entry !== 0) met.push(entry, shorter, start, at - 1);
    }
    if (at > start + 1) {
      entry = openings[(KEYS[code] as number) * STEP + (KEYS[text.charCodeAt(start + 1)] as number)] as number;
      if (entry !== 0) met.push(entry, 0, start, start + 1);
    }
    let stem = number;
    if (digits === at - start) stem = NUMBER + Math.min(MOST_DIGITS, digits);
    else if (at - start > 3) {
      const to = stemEnd(text, start, at);
      if (to === at - 1) stem = shorter;
      else if (to < at) {
        stem = 0;
        for (let i = start; i < to; i += 1) stem = (stem * STEP + (KEYS[text.charCodeAt(i)] as number)) & NUMBER;
      }
    }
    if (next === all.length) all = grown(all);
    all[next] = start;
    all[next + 1] = at;
    all[next + 2] = number;
    all[next + 3] = stem;
    next += PLACES_OF_WORD;
    // What ends a word may be a mark.
    at -= 1;
  }
  return { count: next / PLACES_OF_WORD, all };
}

/** The index of the first word that begins at or after a place. */
export function wordAt({ count, all }: TextWords, place: number): number {
  return lastOf(count, (index) => (all[index * PLACES_OF_WORD] as number) < place) + 1;
}

/** True for a word with one capital at its head, of three letters or more. */
export function isCapitalised(text: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const code = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  return isCapital(code) && second > 90 && !isCapital(second);
}

/** True for a capital; letters with an accent stand in pairs of a capital and a small one, or the capitals before the small ones. */
function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return code < 0xc0 ? false : code < 0x100 ? code < 0xdf : String.fromCharCode(code).toLowerCase().charCodeAt(0) !== code;
}
