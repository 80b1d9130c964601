import type { Detection } from '../domain';
import { concernTerms } from './concerns';
import type { ConcernTerm } from './concerns';
import { valueDetectors } from './value-detectors';
import { COLUMN_WORDS } from './columns';
import { ACCESS_WORDS, CODE_WORDS, KEY_BEGINNINGS, KEY_WORDS, OPENING_WORDS, PAIR_WORDS, PASSWORD_WORDS } from './secret-words';
import { normalisePhrase, phraseFinder } from './phrases';
import type { PhraseFinder } from './phrases';

/** What a phrase tells the detectors. One phrase may tell several things. */
export interface Word {
  /** Detectors whose values it announces. */
  readonly labels: string[];
  concern: ConcernTerm | null;
  /** True when it may head a column of a table. */
  isColumn: boolean;
  /** What may follow, if it announces a secret; `beginning` is the beginning of the secret itself. */
  secret: 'password' | 'code' | 'key' | 'pair' | 'access' | 'opening' | 'beginning' | null;
  /** True when the policy says that it never counts, nor anything within it. */
  isIgnored: boolean;
}

/** A phrase found in a text. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

interface Vocabulary {
  readonly words: Map<string, Word>;
  readonly find: PhraseFinder;
}

function wordFor(words: Map<string, Word>, key: string): Word {
  let word = words.get(key);
  if (word === undefined) {
    word = { labels: [], concern: null, isColumn: false, secret: null, isIgnored: false };
    words.set(key, word);
  }
  return word;
}

let ownVocabulary: Vocabulary | null = null;

/** Built when the first text is scanned. */
function own(): Vocabulary {
  if (ownVocabulary !== null) return ownVocabulary;
  const words = new Map<string, Word>();
  for (const detector of valueDetectors) for (const phrase of detector.near) wordFor(words, phrase).labels.push(detector.id);
  for (const term of concernTerms()) {
    const word = wordFor(words, term.term);
    if (word.concern === null) word.concern = term;
  }
  for (const phrase of COLUMN_WORDS) wordFor(words, phrase).isColumn = true;
  for (const phrase of ACCESS_WORDS) wordFor(words, phrase).secret = 'access';
  for (const phrase of OPENING_WORDS) wordFor(words, phrase).secret = 'opening';
  for (const phrase of PASSWORD_WORDS) wordFor(words, phrase).secret = 'password';
  for (const phrase of CODE_WORDS) wordFor(words, phrase).secret = 'code';
  for (const phrase of KEY_WORDS) wordFor(words, phrase).secret = 'key';
  for (const phrase of PAIR_WORDS) wordFor(words, phrase).secret = 'pair';
  const phrases = Array.from(words.keys());
  const beginnings = KEY_BEGINNINGS.map(normalisePhrase);
  for (const beginning of beginnings) wordFor(words, beginning).secret = 'beginning';
  ownVocabulary = { words, find: phraseFinder(phrases, beginnings) };
  return ownVocabulary;
}

/** The sensitive words the room knows, which a policy may weigh anew. */
export function knownTerms(): readonly string[] {
  return concernTerms().map(({ term }) => term);
}

/** Every phrase of the room's own, for the bench and the docs. */
export function ownPhrases(): readonly string[] {
  return Array.from(own().words.keys());
}

const policyVocabularies = new WeakMap<Detection, Vocabulary>();

/** The policy's dictionary and the phrases it ignores. */
function ofPolicy(detection: Detection): Vocabulary {
  const known = policyVocabularies.get(detection);
  if (known !== undefined) return known;
  const words = new Map<string, Word>();
  for (const { term, weight, near } of detection.dictionary) {
    wordFor(words, normalisePhrase(term)).concern = { term: normalisePhrase(term), concern: 'own', weight, capitals: '', near };
  }
  for (const phrase of detection.ignore) wordFor(words, normalisePhrase(phrase)).isIgnored = true;
  const vocabulary = { words, find: phraseFinder(Array.from(words.keys())) };
  policyVocabularies.set(detection, vocabulary);
  return vocabulary;
}

function collect(text: string, { words, find }: Vocabulary, hits: Hit[]): void {
  for (let found = find(text, 0); found !== null; found = find(text, found.end)) {
    const { start, end, phrase } = found;
    hits.push({ start, end, word: words.get(phrase) as Word });
  }
}

/** Every known phrase in a text, in order of place. What the policy ignores hides the phrases inside it. */
export function findWords(text: string, detection: Detection): readonly Hit[] {
  const hits: Hit[] = [];
  collect(text, own(), hits);
  if (detection.specialCategoryTerms.length > 0) reweigh(hits, detection);
  if (detection.dictionary.length === 0 && detection.ignore.length === 0) return hits;
  const before = hits.length;
  collect(text, ofPolicy(detection), hits);
  return hits.length === before ? hits : withoutIgnored(hits.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Gives hits the weights the policy has for their terms; a term of weight 0 says nothing. */
function reweigh(hits: Hit[], detection: Detection): void {
  const weights = new Map(detection.specialCategoryTerms.map(({ term, weight }) => [normalisePhrase(term), weight]));
  hits.forEach((hit, i) => {
    const { concern } = hit.word;
    const weight = concern === null ? undefined : weights.get(concern.term);
    if (concern !== null && weight !== undefined) hits[i] = { ...hit, word: { ...hit.word, concern: weight === 0 ? null : { ...concern, weight } } };
  });
}

function withoutIgnored(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  let ignoredUntil = -1;
  for (const hit of hits) {
    if (hit.word.isIgnored) {
      ignoredUntil = Math.max(ignoredUntil, hit.end);
      // A hit that began before the ignored phrase and runs into it belongs to it as well.
      while (kept.length > 0 && (kept[kept.length - 1] as Hit).end > hit.start && !(kept[kept.length - 1] as Hit).word.isIgnored) kept.pop();
      kept.push(hit);
    } else if (hit.start >= ignoredUntil) kept.push(hit);
  }
  return kept;
}
