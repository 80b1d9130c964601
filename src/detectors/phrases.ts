import { CLOSING, COMMA, eachWordAt, KEYS, longestWordAt, MARK, NUMBER, OPENING, STEP } from './notation';

/*
 * Finds any of many phrases in one pass. A phrase is looked for by one of its words, its anchor. Each word of a text
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

/** Letters as bits: those that may stand somewhere. */
const ANY = -1;

function bitOf(key: number): number {
  return 1 << (key & 31);
}

/** The letters that a choice of words, or a word, at a place of what is written may begin with; with `step` -1, end with. */
function lettersAt(written: string, place: number, step: 1 | -1): number {
  if (place < 0 || place >= written.length) return ANY;
  if (written.charCodeAt(place) !== (step === 1 ? OPENING : CLOSING)) return bitOf(KEYS[written.charCodeAt(place)] as number);
  let letters = 0;
  for (let at = place; ; at += step) {
    const code = written.charCodeAt(at);
    if (code === (step === 1 ? CLOSING : OPENING)) return letters;
    if (code !== COMMA && at !== place) continue;
    const next = written.charCodeAt(at + step);
    // One may be left out.
    if (next === COMMA || next === CLOSING || next === OPENING) return ANY;
    letters |= bitOf(KEYS[next] as number);
  }
}

/** Phrases by their anchors. An entry is one anchor of one phrase; entry 0 is none. */
class Index {
  /** By the last bits of a word's number: the first entry. */
  readonly heads: Uint16Array;
  /** By entry: the number of the word, the phrase, from where to where the word stands in it, and the next entry. */
  readonly numbers: number[] = [0];
  readonly phrases: number[] = [0];
  readonly places: number[] = [0];
  readonly ends: number[] = [0];
  readonly nexts: number[] = [0];
  /** By entry: the letters that the word before may end with and the one after may begin with; 0 until they are asked for. */
  readonly before: number[] = [0];
  readonly after: number[] = [0];
  /** By their first two letters: the first entry of phrases that any letters may follow. */
  readonly openings = new Uint16Array(STEP * STEP);
  /** The first entry of those that have no letter. */
  signs = 0;

  constructor(readonly all: string[], readonly hasChoices: boolean, openFrom: number) {
    let size = 64;
    while (size < 6 * all.length) size *= 2;
    this.heads = new Uint16Array(size);
    let phrase = 0;
    const addAnchor = (number: number, place: number, end: number): void => {
      const head = number & (size - 1);
      this.heads[head] = this.add(number, phrase, place, end, this.heads[head] as number);
    };
    for (; phrase < all.length; phrase += 1) {
      const written = all[phrase] as string;
      if (phrase >= openFrom) {
        const two = (KEYS[written.charCodeAt(0)] as number) * STEP + (KEYS[written.charCodeAt(1)] as number);
        this.openings[two] = this.add(0, phrase, 0, 0, this.openings[two] as number);
        this.before[this.openings[two]] = ANY;
        this.after[this.openings[two]] = written.length === 2 ? ANY : bitOf(KEYS[written.charCodeAt(2)] as number);
      } else if (hasChoices) {
        const mark = written.indexOf(MARK);
        if (mark >= 0) all[phrase] = written.slice(0, mark) + written.slice(mark + 1);
        eachWordAt(all[phrase] as string, Math.max(0, mark), true, addAnchor);
      } else {
        const place = longestWordAt(written);
        if (place >= 0) eachWordAt(written, place, false, addAnchor);
        else if (written !== '') this.signs = this.add(0, phrase, 0, 0, this.signs);
      }
    }
  }

  private add(number: number, phrase: number, place: number, end: number, next: number): number {
    this.numbers.push(number);
    this.phrases.push(phrase);
    this.places.push(place);
    this.ends.push(end);
    this.before.push(0);
    this.after.push(0);
    return this.nexts.push(next) - 1;
  }

  private readLetters(entry: number): void {
    const written = this.all[this.phrases[entry] as number] as string;
    const place = this.places[entry] as number;
    let end = this.ends[entry] as number;
    const code = written.charCodeAt(end);
    if (this.hasChoices && (code === COMMA || code === CLOSING)) end = written.indexOf('}', end) + 1;
    this.before[entry] = this.hasChoices && written.charCodeAt(place - 1) === SPACE ? lettersAt(written, place - 2, -1) : ANY;
    this.after[entry] = this.hasChoices && written.charCodeAt(end) === SPACE ? lettersAt(written, end + 1, 1) : ANY;
  }

  /** The entries that a text may have, each with where its word begins: `entry, start, entry, start, …`. */
  meetings(text: string): readonly number[] {
    const { heads, numbers, nexts, openings } = this;
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
        key = at < length ? (KEYS[text.charCodeAt(at)] as number) : 0;
      }
      if (last === LETTER_S) {
        for (let entry = heads[shorter & mask] as number; entry !== 0; entry = nexts[entry] as number) if (numbers[entry] === shorter && this.mayStand(entry, text, start, at - 1)) met.push(entry, start);
      }
      for (let entry = heads[number & mask] as number; entry !== 0; entry = nexts[entry] as number) if (numbers[entry] === number && this.mayStand(entry, text, start, at)) met.push(entry, start);
      if (at - start > 1) {
        const two = (KEYS[text.charCodeAt(start)] as number) * STEP + (KEYS[text.charCodeAt(start + 1)] as number);
        for (let entry = openings[two] as number; entry !== 0; entry = nexts[entry] as number) if (this.mayStand(entry, text, start, start + 1)) met.push(entry, start);
      }
    }
    for (let entry = this.signs; entry !== 0; entry = nexts[entry] as number) for (let at = 0; at < length; at += 1) met.push(entry, at);
    return met;
  }

  /** False where the words beside an anchor end and begin with other letters: most of what is met ends here. */
  private mayStand(entry: number, text: string, start: number, end: number): boolean {
    if (this.before[entry] === 0) this.readLetters(entry);
    const before = this.before[entry] as number;
    const after = this.after[entry] as number;
    if (after !== ANY && (after & bitOf(end + 1 < text.length ? (KEYS[text.charCodeAt(end + 1)] as number) : 0)) === 0) return false;
    return before === ANY || (start >= 2 && (before & bitOf(KEYS[text.charCodeAt(start - 2)] as number)) !== 0);
  }
}

/** Every phrase in a text, in order of place; none overlap. */
export type PhraseFinder<Word> = (text: string) => readonly FoundPhrase<Word>[];

/** What a found phrase means: as `normalisePhrase` gives it, the index of what was written, and where in that it begins. */
type MeaningOf<Word> = (phrase: string, index: number, first: number) => Word;

/**
 * Makes a finder. `phrases` are as `normalisePhrase` gives them or, with `hasChoices`, in notation. Those from `openFrom`
 * on are beginnings of words that any letters may follow.
 */
export function phraseFinder<Word>(phrases: readonly string[], hasChoices: boolean, meaningOf: MeaningOf<Word>, openFrom = phrases.length): PhraseFinder<Word> {
  const all = phrases.slice();
  const index = new Index(all, hasChoices, openFrom);
  return (text) => {
    const found: Written<Word>[] = [];
    const compare = (entry: number, at: number): void => {
      const which = index.phrases[entry] as number;
      const place = index.places[entry] as number;
      const written = all[which] as string;
      const search: Search = { text, written, hasChoices, isOpen: which >= openFrom };
      const letters = readOn(search, place, at);
      if (letters < 0) return;
      const end = search.isOpen ? letters : endWithPlural(text, letters);
      readBack(search, place, at, place, (start, first) => {
        const phrase = text.slice(start, letters).toLowerCase().replace(/[\n_-]/g, ' ');
        found.push({ start, end, size: letters - start, word: meaningOf(phrase, which, first) });
      });
    };
    const met = index.meetings(text);
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
