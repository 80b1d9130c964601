import { CLOSING, COMMA, KEYS, MARK, numberOf, OPENING, STEP, wordsAt } from './notation';

/*
 * Where phrases may stand in a text. A phrase is looked for by one of its words, its anchor. Each word of a text becomes a
 * number and is looked up once among the anchors; where one stands, the letters of the words beside it are looked at, which
 * rules most out. Linear: each character is looked at once, and each word leads to the few phrases that share its anchor.
 */

export const SPACE = 32;

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

/** An entry is one anchor of one phrase; entry 0 is none. */
interface Entries {
  /** The number of the word, the phrase, where the word begins in it, and the next entry. */
  readonly numbers: number[];
  readonly phrases: number[];
  readonly places: number[];
  readonly nexts: number[];
}

/** Phrases by their anchors. */
export interface Index extends Entries {
  /** By the last bits of a word's number: the first entry. */
  readonly heads: Uint16Array;
  /** By entry: the letters that the word before may end with and the one after may begin with; 0 until they are asked for. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** By their first two letters: the first entry of phrases that any letters may follow. */
  readonly openings: Uint16Array;
  /** Phrases that have no letter. */
  readonly signs: number[];
}

function add({ numbers, phrases, places, nexts }: Entries, heads: Uint16Array, head: number, number: number, phrase: number, place: number): void {
  nexts.push(heads[head] as number);
  heads[head] = numbers.push(number) - 1;
  phrases.push(phrase);
  places.push(place);
}

/** Makes the index, and takes the marks out of what is written. */
export function indexOf(all: string[], hasChoices: boolean, openFrom: number): Index {
  let size = 64;
  while (size < 6 * all.length) size *= 2;
  const heads = new Uint16Array(size);
  const openings = new Uint16Array(STEP * STEP);
  const entries: Entries = { numbers: [0], phrases: [0], places: [0], nexts: [0] };
  const signs: number[] = [];
  for (let phrase = 0; phrase < all.length; phrase += 1) {
    const written = all[phrase] as string;
    if (phrase >= openFrom) {
      const two = numberOf(written.slice(0, 2));
      add(entries, openings, two, 0, phrase, 0);
      continue;
    }
    const mark = hasChoices ? written.indexOf(MARK) : -1;
    if (mark >= 0) all[phrase] = written.slice(0, mark) + written.slice(mark + 1);
    const place = hasChoices ? Math.max(0, mark) : Array.from(written).findIndex((sign) => KEYS[sign.charCodeAt(0)] !== 0);
    if (place < 0) {
      if (written !== '') signs.push(phrase);
    } else {
      const words = wordsAt(all[phrase] as string, place, hasChoices);
      for (let i = 0; i < words.length; i += 2) add(entries, heads, (words[i] as number) & (size - 1), words[i] as number, phrase, words[i + 1] as number);
    }
  }
  return { ...entries, heads, openings, signs, before: new Int32Array(entries.numbers.length), after: new Int32Array(entries.numbers.length) };
}

/** The letters beside an anchor, for an entry that was met. */
function readLetters(index: Index, entry: number, written: string, hasChoices: boolean): void {
  const place = index.places[entry] as number;
  // A beginning that any letters may follow goes on with its third.
  if (index.numbers[entry] === 0) {
    index.before[entry] = ANY;
    index.after[entry] = written.length === 2 ? ANY : bitOf(KEYS[written.charCodeAt(2)] as number);
    return;
  }
  let end = place;
  while (end < written.length && KEYS[written.charCodeAt(end)] !== 0) end += 1;
  const code = written.charCodeAt(end);
  // An anchor that is a choice, or ends with one.
  if (hasChoices && (code === COMMA || code === CLOSING || code === OPENING)) end = written.indexOf('}', end) + 1;
  index.before[entry] = hasChoices && written.charCodeAt(place - 1) === SPACE ? lettersAt(written, place - 2, -1) : ANY;
  index.after[entry] = hasChoices && written.charCodeAt(end) === SPACE ? lettersAt(written, end + 1, 1) : ANY;
}

/** False where the words beside an anchor end and begin with other letters: most of what is met ends here. */
function mayStand(before: number, after: number, text: string, start: number, end: number): boolean {
  if (after !== ANY && (after & bitOf(end + 1 < text.length ? (KEYS[text.charCodeAt(end + 1)] as number) : 0)) === 0) return false;
  return before === ANY || (start >= 2 && (before & bitOf(KEYS[text.charCodeAt(start - 2)] as number)) !== 0);
}

/** Of the anchors in a text (`met`, as `readWords` gives them), what the words beside them do not rule out: `entry, place, entry, place, …`. */
export function meetings(text: string, met: readonly number[], index: Index, all: readonly string[], hasChoices: boolean): readonly number[] {
  const { numbers, nexts, phrases, before, after } = index;
  const kept: number[] = [];
  for (let i = 0; i < met.length; i += 4) {
    const number = met[i + 1] as number;
    for (let entry = met[i] as number; entry !== 0; entry = nexts[entry] as number) {
      if (numbers[entry] !== number) continue;
      if (before[entry] === 0) readLetters(index, entry, all[phrases[entry] as number] as string, hasChoices);
      if (mayStand(before[entry] as number, after[entry] as number, text, met[i + 2] as number, met[i + 3] as number)) kept.push(entry, met[i + 2] as number);
    }
  }
  return kept;
}
