import { bitsOf, DETERMINER, PRONOUN, REACH_OF_DETERMINER, SCHOOL, SOMEBODY, THEY } from './cues';
import { isNotName } from '../people/names';
import { lastAtOrBefore } from '../spans';
import type { Span } from '../spans';
import { KEYS } from '../words/notation';
import { END, isCapitalised, PLACES_OF_WORD, START, STEM, WORD, wordAt } from '../words/text-words';
import type { TextWords } from '../words/text-words';

/*
 * The sentences of a passage, and who is spoken of in each.
 */

/** A name as it is written, with whatever else may be one: the capitalised words that no mail has in small letters. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** In lower case, equal for one person. */
  readonly key: string;
}

/** A sentence, or a line, with who is spoken of in it. */
export interface Sentence {
  readonly start: number;
  end: number;
  readonly names: Name[];
  readonly words: { readonly start: number; readonly end: number; readonly bits: number }[];
}

/** Bits of a word beside those of single words (`cues.ts`): what is written as a name, and as initials. */
export const NAME = 512;
export const INITIALS = 1024;
/** A word that stands for somebody, “the new Y4 lad”; `SOMEBODY` alone may be anybody. */
export const SOMEBODY_SAID = 2048;
/** Of whom a sentence may speak. */
const PEOPLE = PRONOUN | THEY | NAME | INITIALS | SOMEBODY_SAID;

const FIRST_DIGIT = 27;
const STOP = 46;
const LINE_FEED = 10;
const TAB = 9;

/** True where a sentence ends: a stop before white space, other than in “Mr. Khan” and “T. Okoye”; a line that no small letter goes on from; a cell. */
function endsSentence(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  if (code === TAB) return true;
  if (code === LINE_FEED) {
    let next = at + 1;
    // Quoted lines begin with their marks.
    while (next < text.length && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 62)) next += 1;
    return !(text.charCodeAt(next) >= 97 && text.charCodeAt(next) <= 122);
  }
  if ((code !== STOP && code !== 33 && code !== 63) || text.charCodeAt(at + 1) > 32) return false;
  return code !== STOP || !/(?:^|[^A-Za-z])(?:Mrs?|Ms|Dr|St|No|[A-Z])$/.test(text.slice(Math.max(from, at - 4), at));
}

/** Joins capitalised words that stand side by side into one name. */
function addName(text: string, names: Name[], start: number, end: number): void {
  const last = names[names.length - 1];
  const key = text.slice(start, end).toLowerCase().replace(/['’]s$/, '');
  const stop = start + key.length;
  if (last !== undefined && text.slice(last.end, start) === ' ') names[names.length - 1] = { start: last.start, end: stop, key: `${last.key} ${key}` };
  else names.push({ start, end: stop, key });
}

/** The sentences of text[start..end) with the people in them. A capitalised word whose stem `isKnown` is no name, nor is “Ritalin”, one of the sensitive words `hits`. */
export function sentencesIn(text: string, { all, count }: TextWords, { start, end }: Span, hits: readonly Span[], isKnown: (stem: number) => boolean): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let sentence: Sentence = { start, end, names: [], words: [] };
  let read = start;
  /** How many words ahead a determiner still reaches. */
  let reach = 0;
  let nextHit = 0;
  for (let at = PLACES_OF_WORD * wordAt({ all, count }, start); ; at += PLACES_OF_WORD) {
    const isOver = at >= PLACES_OF_WORD * count || (all[at + START] as number) >= end;
    const from = isOver ? end : (all[at + START] as number);
    for (let i = read; i < from; i += 1) {
      if (!endsSentence(text, i, start) || isHeading(text, sentence, i)) continue;
      sentence.end = i;
      sentences.push(sentence);
      sentence = { start: i + 1, end, names: [], words: [] };
      reach = 0;
    }
    if (isOver) break;
    const word = all[at + WORD] as number;
    // A mark may itself end a sentence.
    read = word === 0 ? from : (all[at + END] as number);
    if (word === 0) continue;
    const to = read;
    const stem = all[at + STEM] as number;
    let bits = bitsOf(word, stem);
    if (isClass(text, from, to)) bits |= SCHOOL;
    while (nextHit < hits.length && (hits[nextHit] as Span).end <= from) nextHit += 1;
    const isSensitive = nextHit < hits.length && (hits[nextHit] as Span).start <= from;
    if (!isSensitive && isInitials(text, from, to) && !isKnown(stem)) bits |= INITIALS;
    // A word that is known may be half a name: “Zac Lowe”, “Max Cole”.
    if (!isSensitive && isCapitalised(text, from, to) && !isNotName(text.slice(from, to)) && (!isKnown(stem) || isHalfOfName(text, sentence, from, to))) {
      bits |= NAME;
      addName(text, sentence.names, from, to);
    }
    if (reach > 0 && (bits & SOMEBODY) !== 0) bits |= SOMEBODY_SAID;
    reach = (bits & DETERMINER) !== 0 ? REACH_OF_DETERMINER : reach - 1;
    if (bits !== 0) sentence.words.push({ start: from, end: to, bits });
  }
  sentence.end = end;
  sentences.push(sentence);
  return sentences;
}

/** True for a word that stands beside a name, or before a word that may be one. */
function isHalfOfName(text: string, { names }: Sentence, start: number, end: number): boolean {
  const last = names[names.length - 1];
  if (last !== undefined && last.end === start - 1) return true;
  const [, next] = /^ ([A-Z\u00c0-\u00de][a-z\u00df-\u017f'-]+)/.exec(text.slice(end, end + 24)) ?? [];
  return next !== undefined && !isNotName(next);
}

/** True for a line that is nothing but a name: what follows is said of them. */
function isHeading(text: string, { start, names }: Sentence, end: number): boolean {
  const [name] = names;
  return names.length === 1 && name !== undefined && text.charCodeAt(end) === LINE_FEED && text.slice(start, end).trim() === text.slice(name.start, name.end);
}

/** “Y9”, “9C”, “KS3”, but not “4th” nor “250”. */
export function isClass(text: string, start: number, end: number): boolean {
  if (end - start > 4 || end - start < 2) return false;
  const [first, last] = [KEYS[text.charCodeAt(start)] as number, KEYS[text.charCodeAt(end - 1)] as number];
  return first >= FIRST_DIGIT !== last >= FIRST_DIGIT && /^(?:(?:y|yr)(?:[1-9]|1[0-3])[a-z]?|(?:[1-9]|1[0-3])[a-z]|ks[1-5])$/i.test(text.slice(start, end));
}

/** What mail programs write before a subject. */
const OF_SUBJECT = /^(?:RE|FW)$/;

/** One capital, or two: “J”, “TB”. */
function isInitials(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (end - start > 2 || code < 65 || code > 90) return false;
  const second = text.charCodeAt(end - 1);
  return end - start === 2 ? second >= 65 && second <= 90 && !OF_SUBJECT.test(text.slice(start, end)) : code !== 65 && code !== 73;
}

/** True when anybody is spoken of. */
export function speaksOfSomebody(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ words }) => words.some(({ bits }) => (bits & PEOPLE) !== 0));
}

/** Whom a word is most likely said of: the last named before it in its sentence, else the first after it, else the last named before. */
export function personOf(hit: { readonly start: number }, sentences: readonly Sentence[]): string | null {
  const index = lastAtOrBefore(sentences, hit.start);
  const names = index < 0 ? [] : (sentences[index] as Sentence).names;
  const near = names[lastAtOrBefore(names, hit.start)] ?? names[0];
  if (near !== undefined) return near.key;
  for (let i = index - 1; i >= 0; i -= 1) {
    const earlier = (sentences[i] as Sentence).names;
    if (earlier.length > 0) return (earlier[earlier.length - 1] as Name).key;
  }
  return null;
}

/** How far around a word its sentence is read, in characters. */
const AROUND = 200;

/** Who is spoken of in the sentence of text[start..end). */
export function namesAround(text: string, words: TextWords, start: number, end: number, isKnown: (stem: number) => boolean): { readonly isNamed: boolean; readonly isPronoun: boolean; readonly person: string | null } {
  const sentences = sentencesIn(text, words, { start: Math.max(0, start - AROUND), end: Math.min(text.length, end + AROUND) }, [{ start, end }], isKnown);
  const sentence = sentences[lastAtOrBefore(sentences, start)] as Sentence;
  let bits = 0;
  for (const word of sentence.words) if (word.end <= start || word.start >= end) bits |= word.bits;
  return { isNamed: (bits & (NAME | INITIALS | SOMEBODY_SAID)) !== 0, isPronoun: (bits & PRONOUN) !== 0, person: personOf({ start }, sentences) };
}
