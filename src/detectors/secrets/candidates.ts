import type { Page } from '../page';
import { itemAt } from '../spans';
import { spokenIn } from './spoken';
import { isOrdinary, isPlaceholder, trimToken } from './shapes';

/*
 * What may be a secret in running text: what has a digit in it and is neither a date, a sum nor an address; letters with a sign among
 * them; the turns of a dial; and after a word for a password plain words. Linear: each search goes on behind what it found, and looks
 * no further back or ahead than a secret is long.
 */

/** A place where a secret may stand. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** True for plain words, which are secrets only by what announces them. */
  readonly isWords: boolean;
  /** The digits that are spelt out, if they are. */
  readonly spelt?: string;
}

/** How long a secret may be, in characters. */
const SHORTEST = 3;
const LONGEST = 64;

const ASCII = 128;

/** By ASCII code: true for white space and some characters. */
function boundaries(characters: string): readonly boolean[] {
  return Array.from({ length: ASCII }, (_, code) => code <= 32 || characters.includes(String.fromCharCode(code)));
}

/** What no secret has inside: white space, quotation marks, brackets, and what joins it to its label. */
const BOUNDARY = boundaries('"<>()[]{}|,;:=/\\');
/** The same where a sign was found, which may be any. */
const BOUNDARY_BUT_SIGNS = boundaries('"<>(),;');
const LEADING_MARKS = "'`‘’*_.-";
const TRAILING_MARKS = /[’'`*_?]+$/;

/** Addresses and file names, whole or in part; versions; and what a machine encoded. */
const NO_SECRET = /:\/\/|^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,4}|mp[2-4]|m4[abv]|7z|3gp|bz2)$|\d\.\d|%[0-9A-F]{2}|@.*\./i;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:r?uary|ch|il|ust|(?:em|o)ber)?';
/** Dates with the name of a month or the year first, and what spans two years. */
const DATE = new RegExp(`^(?:\\d{0,4}(?:st|nd|rd|th)?[-–./’']?${MONTH}(?:[-–./’']?\\d{1,4}){0,2}|(?:19|20)\\d\\d[-–.](?:\\d\\d?[-–.])?\\d{1,4})$`, 'i');
const YEAR_AFTER_MONTH = new RegExp(`\\b${MONTH}(?: \\d\\d?(?:st|nd|rd|th)?)?[ ,’']{1,2}(?:19|20)\\d\\d$`, 'i');
const LONGEST_MONTH = 16;
/** Times, ordinals, measures and ranges, which open nothing. */
const SOMETHING_ELSE = /^(?:\d{1,2}(?:st|nd|rd|th)|\d{1,2}[.:]?\d{0,2}[ap]m|\d+(?:k|m|kg|g|ml|cm|mm|km|mb|gb|p|hrs?|mins?|m?secs?|ms)|\d{1,2}[-–]\d{1,2}|\d{1,3}(?:-[a-z]+)+)$/i;
/** More digits than a code has, which are a number of somebody or something; a recovery key has more still. */
const LONG_NUMBER = /^(?:\d[ -]?){9,24}$/;
const SUM = /^[£$€]/;
/** Before a sum, a number and an address. */
const SIGN_BEFORE = /[£$€#@%+~]$|\d[,./:]$/;
/** After a part of a date, a time, a share or an address. */
const SIGN_AFTER = /^(?:[,./:]\d|%|:\/\/|@)/;

/** More text without white space than anybody types is encoded, or an address. */
const AROUND = 60;

/** True for white space; the detectors read every kind as a plain one (reading.ts). */
function isSpace(code: number): boolean {
  return code <= 32;
}

/** True inside an address or what a machine encoded. */
function isOfAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && end - from <= AROUND && !isSpace(text.charCodeAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - from <= AROUND && !isSpace(text.charCodeAt(to))) to += 1;
  if (to - from > AROUND) return true;
  if (from === start) return false;
  const lead = text.slice(from, start);
  return lead.includes('://') || /(?:^|[<("'])www\./i.test(lead);
}

function isInside(code: number, boundary: readonly boolean[]): boolean {
  return code < ASCII ? boundary[code] === false : code !== 8220 && code !== 8221;
}

function startOf(text: string, at: number, boundary: readonly boolean[]): number {
  let start = at;
  while (start > 0 && at - start < LONGEST && isInside(text.charCodeAt(start - 1), boundary)) start -= 1;
  while (start < at && LEADING_MARKS.includes(text.charAt(start))) start += 1;
  return start;
}

function endOf(text: string, at: number, boundary: readonly boolean[]): number {
  let end = at + 1;
  while (end < text.length && end - at < LONGEST && isInside(text.charCodeAt(end), boundary)) end += 1;
  return end;
}

function candidate(text: string, start: number, end: number): Candidate | null {
  if (end - start < SHORTEST) return null;
  const token = trimToken(text.slice(start, end).replace(TRAILING_MARKS, ''));
  const stop = start + token.length;
  if (token.length < SHORTEST || token.length >= LONGEST || NO_SECRET.test(token) || isPlaceholder(token) || isOfAddress(text, start, stop)) return null;
  return { start, end: stop, isWords: false };
}

const DIGIT = /\d/g;
/** Digits with spaces between them: two or three groups of one size, or one by one. */
const GROUPS =
  /(?:\d \d(?: \d){1,6}(?: [A-Z])?|\d - \d(?: - \d){1,6}|\d then \d(?: then \d){1,6}|\d\d \d\d(?: \d\d)?|\d{3} \d{3}(?: \d{3})?|\d{4} \d{4})(?![\w-]| \d| - \d| then \d)/y;
/** Digits with single spaces or hyphens between them. */
const RUN = /\d{1,24}(?:[ -]\d{1,12}){1,12}(?!\d)/y;
/** A letter that begins such a row: “B 4 1 9”. */
const LETTER_BEFORE = /(?:^|\s)[A-Z] $/;

/** The last place of a long number in groups that begins at a place; the place itself where there is none. */
function longNumberEnd(text: string, digit: number): number {
  RUN.lastIndex = digit;
  const run = RUN.exec(text);
  return run !== null && LONG_NUMBER.test(run[0]) ? digit + run[0].length - 1 : digit;
}

/** What has a digit at a place; null when it can be no secret. */
function aroundDigit(text: string, digit: number): Candidate | null {
  let start = startOf(text, digit, BOUNDARY);
  let end = endOf(text, digit, BOUNDARY);
  GROUPS.lastIndex = digit;
  if (start === digit && longNumberEnd(text, digit) > digit) return null;
  const groups = start === digit ? GROUPS.exec(text) : null;
  if (groups !== null) {
    end = digit + groups[0].length;
    if (/^\d /.test(groups[0]) && LETTER_BEFORE.test(text.slice(Math.max(0, digit - 3), digit))) start = digit - 2;
  }
  const found = candidate(text, start, end);
  if (found === null) return null;
  const token = text.slice(found.start, found.end);
  if (DATE.test(token) || (token.length === 4 && YEAR_AFTER_MONTH.test(text.slice(Math.max(0, found.start - LONGEST_MONTH), found.end)))) return null;
  if (SOMETHING_ELSE.test(token) || LONG_NUMBER.test(token) || SUM.test(token)) return null;
  return SIGN_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || SIGN_AFTER.test(text.slice(found.end, found.end + 3)) ? null : found;
}

/** Letters with a sign inside, which no word has: “Kettle!Drum”. */
const SIGN_INSIDE = /[A-Za-z][!%&*@$#][A-Za-z]/g;
const SHORTEST_WITH_SIGN = 8;

/** What has a sign among its letters at a place; null for code, addresses and “AT&T”. */
function aroundSign(text: string, at: number): Candidate | null {
  const found = candidate(text, startOf(text, at, BOUNDARY_BUT_SIGNS), endOf(text, at, BOUNDARY_BUT_SIGNS));
  return found === null || found.end - found.start < SHORTEST_WITH_SIGN || /[{}[\]|/\\]/.test(text.slice(found.start, found.end)) ? null : found;
}

/** A turn of a dial: “left 31”, “3 right past it to 8”, “anticlockwise to 40”. */
const TURN = '(?:\\d )?(?:\\w{0,7}-?clockwise|left|right|[lr])\\s?(?:(?:past it )?to )?\\d{1,2}';
/** The same, said the other way round: “37 left”. */
const TURNED = '\\d{1,2} (?:left|right)';
const NEXT_TURN = '[\\s,;-]{1,3}(?:then |and )?';
const DIAL = new RegExp(`\\b(?:${TURN}(?:${NEXT_TURN}${TURN}){1,4}|${TURNED}(?:${NEXT_TURN}${TURNED}){1,4})`, 'i');
/** What stands straight before or after the first number of one. */
const BEFORE_TURN = /(?:left|right|wise|\b[lr])[ ,]{1,2}(?:(?:past it )?to )?$/i;
const AFTER_TURN = /^\d? (?:left|right)\b/i;
const BEFORE_DIAL = 24;
const DIAL_REACH = 110;

/** The turns of a dial of which the first number is at a place. */
function dialAt(text: string, digit: number): Candidate | null {
  const from = Math.max(0, digit - BEFORE_DIAL);
  if (!BEFORE_TURN.test(text.slice(from, digit)) && !AFTER_TURN.test(text.slice(digit + 1, digit + 9))) return null;
  const dial = DIAL.exec(text.slice(from, from + DIAL_REACH));
  return dial === null ? null : { start: from + dial.index, end: from + dial.index + dial[0].length, isWords: false };
}

/** How far after a word for a password it may stand, in characters. */
const REACH = 60;
/** What leads from a word for a secret to it: an owner, and a verb or a sign. */
const BRIDGE =
  "(?:[ \\t]+(?:for|to|on|of|in)(?: [\\w'’&/-]+){1,5}?)?(?:\\s*(?:[:=]+|=?>|\\()\\s*|\\s+[-–]\\s+|['’]s\\s+|\\s+(?:is|to|as|with|was|be)(?: now| just| still| set to| changed to)?\\s*:?\\s+|\\s+(?=[\"“‘]))";
const LEADS_ON = new RegExp(`^${BRIDGE}`);
const LEADS_TO_END = new RegExp(`^${BRIDGE}["“‘']?$`);

/** True when what stands between a word for a secret and a candidate leads from one to the other: “passcode for the portal = ”. */
export function isLedTo(between: string): boolean {
  return between.length <= REACH && LEADS_TO_END.test(between);
}

const QUOTED = /^["“‘']([^"“”‘’\n]{3,48})["”’']/;
/** Up to five words, or a row of pictures: “cat, sun, boat”. */
const WORDS = /^[A-Za-z][A-Za-z'’]*(?:[-_.!*&+ ][A-Za-z][A-Za-z'’]*){0,4}(?:[-.]?\d{1,4})?[!*#?]?(?:(?:, ?[A-Za-z]{2,12}){2,4}(?=[.!]?(?:\n|$)))?/;
/** Where the sentence goes on behind them: “otters for now”. */
const GOES_ON = / (?:for|on|to|until|if|when|so|but|please|ask|at|from|is)\b.*$/i;
/** Such words may begin with one that follows “password is” in other sentences too. */
const THREE_WORDS = /^(?!(?:never|not|always|only|being|going|yet|another|every|everything|in|on|at|with|the)\b)(?:[a-z]{3,} ){3}/;

/** Plain words after a word for a password at text[start..at). “Pass” is a verb too, and announces only what a sign parts from it. */
function wordsAfter(text: string, start: number, at: number): Candidate | null {
  const bridge = LEADS_ON.exec(text.slice(at, at + REACH));
  // What stands in the next line is a greeting or a name.
  if (bridge === null || bridge[0].includes('\n') || (at - start === 4 && !/[:=]/.test(bridge[0]))) return null;
  const from = at + bridge[0].length;
  const rest = text.slice(from, from + LONGEST);
  const quoted = QUOTED.exec(rest);
  if (quoted !== null) return { start: from + 1, end: from + 1 + (quoted[1] as string).length, isWords: true };
  const words = (WORDS.exec(rest) ?? [''])[0].replace(GOES_ON, '');
  if (words.length < SHORTEST || isPlaceholder(words)) return null;
  if (isOrdinary(words.split(/[ ,]/)[0] as string) && !THREE_WORDS.test(words)) return null;
  return { start: from, end: from + trimToken(words).length, isWords: true };
}

/** Everything in a text that may be a secret, in order of place, up to `most`. */
export function candidatesIn(page: Page, most: number): readonly Candidate[] {
  const { text, hits } = page;
  const found: Candidate[] = [];
  DIGIT.lastIndex = 0;
  while (DIGIT.test(text) && found.length < most) {
    const digit = DIGIT.lastIndex - 1;
    const one = dialAt(text, digit) ?? aroundDigit(text, digit);
    if (one !== null) found.push(one);
    DIGIT.lastIndex = one === null ? endOf(text, longNumberEnd(text, digit), BOUNDARY) : one.end;
  }
  if (page.isNote()) for (const one of spokenIn(page)) if (found.length < most) found.push(one);
  /** What is looked for later is found only where nothing stands yet. */
  const taken = found.slice().sort((a, b) => a.start - b.start);
  const add = (one: Candidate | null): void => {
    if (one !== null && found.length < most && itemAt(taken, one.start, one.end) === undefined) found.push(one);
  };
  SIGN_INSIDE.lastIndex = 0;
  for (let match = SIGN_INSIDE.exec(text); match !== null; match = SIGN_INSIDE.exec(text)) add(aroundSign(text, match.index));
  for (const { start, end, word } of hits) if (word.secret === 'password') add(wordsAfter(text, start, end));
  return found.sort((a, b) => a.start - b.start);
}
