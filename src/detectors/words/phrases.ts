import { CLOSING, COMMA, KEYS, OPENING } from './notation';
import { indexOf, meetings, SPACE } from './phrase-index';
import { readWords } from './text-words';
import type { TextWords } from './text-words';

/*
 * Finds any of many phrases in one pass: where an anchor of one stands in a text (phrase-index.ts), what was written is compared
 * letter by letter, from the anchor on and back from it, choice by choice. No phrase is made of the notation. A space in
 * a phrase also matches a hyphen, an underscore or a line break, and a plural `s` is free. Linear: a phrase is of bounded
 * length, and each word of a text leads to few.
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

const UNDERSCORE = 95;
const ASCII = 128;

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

/** Every phrase in a text, in order of place, none of which overlap; and the words of the text. */
export type PhraseFinder<Word> = (text: string) => { readonly found: readonly FoundPhrase<Word>[]; readonly words: TextWords };

/** What a found phrase means: as `normalisePhrase` gives it, the index of what was written, and where in that it begins. */
type MeaningOf<Word> = (phrase: string, index: number, first: number) => Word;

/**
 * Makes a finder. `phrases` are as `normalisePhrase` gives them or, with `hasChoices`, in notation. Those from `openFrom`
 * on are beginnings of words that any letters may follow.
 */
export function phraseFinder<Word>(phrases: readonly string[], hasChoices: boolean, meaningOf: MeaningOf<Word>, openFrom = phrases.length): PhraseFinder<Word> {
  const all = phrases.slice();
  const index = indexOf(all, hasChoices, openFrom);
  return (text) => {
    const found: Written<Word>[] = [];
    const compare = (which: number, place: number, at: number): void => {
      const search: Search = { text, written: all[which] as string, hasChoices, isOpen: which >= openFrom };
      const letters = readOn(search, place, at);
      if (letters < 0) return;
      const end = search.isOpen ? letters : endWithPlural(text, letters);
      readBack(search, place, at, place, (start, first) => {
        const phrase = text.slice(start, letters).toLowerCase().replace(/[\n_-]/g, ' ');
        found.push({ start, end, size: letters - start, word: meaningOf(phrase, which, first) });
      });
    };
    const anchors: number[] = [];
    const words = readWords(text, index.heads, index.openings, anchors);
    const met = meetings(text, anchors, index, all, hasChoices);
    for (let i = 0; i < met.length; i += 2) compare(index.phrases[met[i] as number] as number, index.places[met[i] as number] as number, met[i + 1] as number);
    for (const which of index.signs) for (let at = 0; at < text.length; at += 1) compare(which, 0, at);
    return { found: withoutOverlaps(found), words };
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
  const [found] = find(text).found;
  return found === undefined ? null : text.slice(found.start, found.end);
}
