import { CLOSING, COMMA, findAnchors, KEYS, NUMBER, numberOf, OPENING, STEP } from './notation';

/*
 * Finds any of many phrases in one pass. A phrase is looked for by its most telling word, its anchor. Each word of a text
 * becomes a number and is looked up once among the anchors; only where one stands is what was written compared letter by
 * letter, from the anchor on and back from it, choice by choice: no phrase is made of the notation. A space in a phrase also
 * matches a hyphen, an underscore or a line break, and a plural `s` is free. Linear: each word is looked at once, and
 * compared with a few phrases of bounded length.
 */

/** Longer phrases are cut off; nobody writes them twice the same. */
const LONGEST_PHRASE = 80;

/** How a phrase is looked up: lower case, one space between words, straight apostrophes. */
export function normalisePhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .trim()
    .slice(0, LONGEST_PHRASE);
}

const SPACE = 32;
const UNDERSCORE = 95;
const ASCII = 128;
const LETTER_S = 19;

/** Each ASCII character as phrases have it: small, and a space for what may stand for one. */
const FOLDED = new Uint8Array(ASCII);
for (let code = 0; code < ASCII; code += 1) FOLDED[code] = code >= 65 && code <= 90 ? code + 32 : code === 10 || code === 45 || code === UNDERSCORE ? SPACE : code;

function isWordCode(code: number): boolean {
  return (KEYS[code] as number) !== 0;
}

/** A phrase in a text: the longest at its place. */
export interface FoundPhrase<Word> {
  readonly start: number;
  readonly end: number;
  /** What it means. */
  readonly word: Word;
}

interface Written<Word> extends FoundPhrase<Word> {
  readonly size: number;
}

/** Of phrases that overlap, the one that begins first, and of those the longest. */
function withoutOverlaps<Word>(found: Written<Word>[]): readonly FoundPhrase<Word>[] {
  if (found.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end || b.size - a.size);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** True when the text has written[from..to) at a place. */
function isAt(text: string, place: number, written: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (!fits(text, place + i - from, written, i)) return false;
  return true;
}

function fits(text: string, at: number, written: string, i: number): boolean {
  const code = text.charCodeAt(at);
  const wanted = written.charCodeAt(i);
  if (code === wanted) return true;
  return code < ASCII ? wanted < ASCII && FOLDED[code] === FOLDED[wanted] : text.charAt(at).toLowerCase() === written.charAt(i);
}

/** Where a choice of a brace ends. */
function endOfChoice(written: string, from: number, close: number): number {
  const comma = written.indexOf(',', from);
  return comma < 0 || comma > close ? close : comma;
}

/** Where the letters of a phrase end, a plural `s` not among them, when more letters follow: -1. A phrase may end with a sign. */
function endWithPlural(text: string, end: number): number {
  if (end >= text.length) return end;
  const next = text.charCodeAt(end);
  if ((next === 115 || next === 83) && (end + 1 === text.length || !isWordCode(text.charCodeAt(end + 1)))) return end + 1;
  return isWordCode(next) ? -1 : end;
}

/** What is looked for, one phrase in one text. */
interface Search {
  readonly text: string;
  readonly written: string;
  readonly hasChoices: boolean;
  /** True when any letters may follow. */
  readonly isOpen: boolean;
}

/** The furthest place in the text where what is written from `from` on ends, read from `at` on; -1 when it does not fit. */
function readOn(search: Search, from: number, at: number): number {
  const { text, written, hasChoices, isOpen } = search;
  let place = at;
  for (let i = from; i < written.length; i += 1) {
    const code = hasChoices ? written.charCodeAt(i) : 0;
    if (code === OPENING) {
      const close = written.indexOf('}', i);
      let furthest = -1;
      for (let choice = i + 1; choice <= close; ) {
        const end = endOfChoice(written, choice, close);
        if (isAt(text, place, written, choice, end)) furthest = Math.max(furthest, readOn(search, close + 1, place + end - choice));
        choice = end + 1;
      }
      return furthest;
    }
    // The end of the choice that the anchor stands in.
    if (code === COMMA || code === CLOSING) i = written.indexOf('}', i);
    else if (fits(text, place, written, i)) place += 1;
    else return -1;
  }
  return isOpen || endWithPlural(text, place) >= 0 ? place : -1;
}

/** Tells `found` of each place in the text where what is written before `from` begins, read back from `at`, and of the place in what is written. */
function readBack(search: Search, from: number, at: number, first: number, found: (start: number, first: number) => void): void {
  const { text, written, hasChoices } = search;
  let place = at;
  let beginning = first;
  for (let i = from - 1; i >= 0; i -= 1) {
    const code = hasChoices ? written.charCodeAt(i) : 0;
    if (code === CLOSING) {
      const open = written.lastIndexOf('{', i);
      for (let choice = open + 1; choice <= i; ) {
        const end = endOfChoice(written, choice, i);
        const start = place - (end - choice);
        if (start >= 0 && isAt(text, start, written, choice, end)) readBack(search, open, start, end > choice ? choice : beginning, found);
        choice = end + 1;
      }
      return;
    }
    if (code === COMMA || code === OPENING) i = written.lastIndexOf('{', i);
    else if (place > 0 && fits(text, place - 1, written, i)) {
      place -= 1;
      beginning = i;
    } else return;
  }
  // A phrase that begins with a letter does not begin inside a word.
  const before = place === 0 ? 0 : text.charCodeAt(place - 1);
  if (!isWordCode(written.charCodeAt(beginning)) || (!isWordCode(before) && before !== UNDERSCORE)) found(place, beginning);
}

/** Phrases by their anchors. An entry is one anchor of one phrase; entry 0 is none. */
interface Index {
  /** By the last bits of a word's number: the first entry. */
  readonly heads: Uint16Array;
  /** By entry: the number of the word, the phrase, where in it the word stands, and the next entry. */
  readonly numbers: readonly number[];
  readonly phrases: readonly number[];
  readonly places: readonly number[];
  readonly nexts: readonly number[];
  /** By their first two letters: the first entry of phrases of one word that any letters may follow. */
  readonly openings: Uint16Array;
  /** The first entry of those that have no letter. */
  readonly signs: number;
}

function indexOf(all: readonly string[], hasChoices: boolean, openFrom: number): Index {
  let size = 64;
  while (size < 3 * all.length) size *= 2;
  const heads = new Uint16Array(size);
  const openings = new Uint16Array(STEP * STEP);
  const numbers: number[] = [0];
  const phrases: number[] = [0];
  const places: number[] = [0];
  const nexts: number[] = [0];
  let signs = 0;
  let phrase = 0;
  const add = (number: number, place: number, next: number): number => {
    numbers.push(number);
    phrases.push(phrase);
    places.push(place);
    return nexts.push(next) - 1;
  };
  const addAnchor = (number: number, place: number): void => {
    const head = number & (size - 1);
    heads[head] = add(number, place, heads[head] as number);
  };
  for (; phrase < all.length; phrase += 1) {
    const written = all[phrase] as string;
    const isOpen = phrase >= openFrom;
    // The last word of one that is open goes on in the text.
    if (findAnchors(isOpen ? written.replace(/[a-z0-9]+$/, '') : written, hasChoices, addAnchor) || written === '') continue;
    const two = numberOf(written.slice(0, 2));
    if (isOpen) openings[two] = add(0, 0, openings[two] as number);
    else signs = add(0, 0, signs);
  }
  return { heads, numbers, phrases, places, nexts, openings, signs };
}

/** The entries that a text may have, each with where its word begins: `entry, place, entry, place, …`. */
function meetings(text: string, { heads, numbers, nexts, openings, signs }: Index): readonly number[] {
  const met: number[] = [];
  const mask = heads.length - 1;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    let key = KEYS[text.charCodeAt(at)] as number;
    if (key === 0) continue;
    const start = at;
    let number = 0;
    let shorter = 0;
    let last = 0;
    while (key !== 0) {
      shorter = number;
      number = (number * STEP + key) & NUMBER;
      last = key;
      at += 1;
      if (at === start + 2) for (let entry = openings[number] as number; entry !== 0; entry = nexts[entry] as number) met.push(entry, start);
      key = at < length ? (KEYS[text.charCodeAt(at)] as number) : 0;
    }
    if (last === LETTER_S) for (let entry = heads[shorter & mask] as number; entry !== 0; entry = nexts[entry] as number) if (numbers[entry] === shorter) met.push(entry, start);
    for (let entry = heads[number & mask] as number; entry !== 0; entry = nexts[entry] as number) if (numbers[entry] === number) met.push(entry, start);
  }
  for (let entry = signs; entry !== 0; entry = nexts[entry] as number) for (let at = 0; at < length; at += 1) met.push(entry, at);
  return met;
}

/** Every phrase in a text, in order of place; none overlap. */
export type PhraseFinder<Word> = (text: string) => readonly FoundPhrase<Word>[];

/** What a found phrase means: as `normalisePhrase` gives it, the index of what was written, and where in that it begins. */
type MeaningOf<Word> = (phrase: string, index: number, first: number) => Word;

/**
 * Makes a finder. `all` are phrases as `normalisePhrase` gives them or, with `hasChoices`, in notation. Those from `openFrom`
 * on are beginnings of words that any letters may follow.
 */
export function phraseFinder<Word>(all: readonly string[], hasChoices: boolean, meaningOf: MeaningOf<Word>, openFrom = all.length): PhraseFinder<Word> {
  const index = indexOf(all, hasChoices, openFrom);
  return (text) => {
    const found: Written<Word>[] = [];
    const compare = (entry: number, at: number): void => {
      const which = index.phrases[entry] as number;
      const place = index.places[entry] as number;
      const search: Search = { text, written: all[which] as string, hasChoices, isOpen: which >= openFrom };
      const letters = readOn(search, place, at);
      if (letters < 0) return;
      const end = search.isOpen ? letters : endWithPlural(text, letters);
      readBack(search, place, at, place, (start, first) => {
        const phrase = text.slice(start, letters).toLowerCase().replace(/[\n_-]/g, ' ');
        found.push({ start, end, size: letters - start, word: meaningOf(phrase, which, first) });
      });
    };
    const met = meetings(text, index);
    for (let i = 0; i < met.length; i += 2) compare(met[i] as number, met[i + 1] as number);
    return withoutOverlaps(found);
  };
}

/** By the policy's own lists, which live as long as it does. */
const finders = new WeakMap<readonly string[], PhraseFinder<null>>();

/** The first of some words in a text, as it is written there; null when none is. */
export function firstOf(words: readonly string[], text: string): string | null {
  let find = finders.get(words);
  if (find === undefined) {
    find = phraseFinder(words.map(normalisePhrase), false, () => null);
    finders.set(words, find);
  }
  const [found] = find(text);
  return found === undefined ? null : text.slice(found.start, found.end);
}
