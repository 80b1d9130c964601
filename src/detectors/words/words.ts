import type { Detection } from '../../domain';
import { concernLists, concernTerms } from './concerns';
import type { ConcernTerm } from './concerns';
import { valueDetectors } from '../values/value-detectors';
import { COLUMN_WORDS } from '../tables/columns';
import { CODE_WORDS, KEY_BEGINNINGS, PASSWORD_WORDS } from './announcing-words';
import { once } from '../once';
import { MARK, waysToRead } from './notation';
import { normalisePhrase, phraseFinder } from './phrases';
import type { FoundPhrase, PhraseFinder } from './phrases';
import type { TextWords } from './text-words';

/** What a phrase tells the detectors. One phrase may tell several things. */
export interface Word {
  /** Detectors whose values it announces. */
  readonly labels: string[];
  concern: ConcernTerm | null;
  /** True when it may head a column of a table. */
  isColumn: boolean;
  /** What may follow, if it announces a secret; `beginning` is a key's own beginning. */
  secret: 'password' | 'code' | 'beginning' | null;
  /** True when the policy says that it never counts, nor anything within it. */
  isIgnored: boolean;
}

/** A phrase found in a text. */
export type Hit = FoundPhrase<Word>;

const newWord = (): Word => ({ labels: [], concern: null, isColumn: false, secret: null, isIgnored: false });

/** Phrases with what each tells of its word. */
type Source = readonly [written: readonly string[], tell: (word: Word, phrase: string, written: string, first: number) => void];

/** Of two concerns that a phrase has the first counts, of two secrets that it announces the last. */
function sources(): readonly Source[] {
  const secret = (written: readonly string[], kind: Word['secret']): Source => [written, (word) => void (word.secret = kind)];
  return [
    ...valueDetectors.map(({ id, near }): Source => [near, ({ labels }) => void labels.push(id)]),
    ...concernLists().map(([list, termFor]): Source => [list, (word, phrase, written, first) => void (word.concern = word.concern || termFor(phrase, written, first))]),
    [COLUMN_WORDS, (word) => void (word.isColumn = true)],
    secret(PASSWORD_WORDS, 'password'),
    secret(CODE_WORDS, 'code'),
    secret(KEY_BEGINNINGS.map(normalisePhrase), 'beginning'),
  ];
}

/** Finds the room's own phrases. */
const own = once((): PhraseFinder<Word> => {
  const all = sources();
  const written: string[] = [];
  const ends = all.map(([list]) => {
    for (const phrase of list) written.push(phrase);
    return written.length;
  });
  /** What is known of a phrase, and from which places of `written`. */
  const words = new Map<string, { readonly word: Word; readonly told: (readonly [index: number, first: number])[] }>();
  const wordFor = (phrase: string, index: number, first: number): Word => {
    let known = words.get(phrase);
    if (known === undefined) words.set(phrase, (known = { word: newWord(), told: [] }));
    const { word, told } = known;
    if (told.some(([place]) => place === index)) return word;
    // Sources turn up as a text has their words: what they tell is told anew in their order.
    told.push([index, first]);
    told.sort(([a], [b]) => a - b);
    word.labels.length = 0;
    word.concern = null;
    for (const [place, at] of told) (all[ends.findIndex((end) => place < end)] as Source)[1](word, phrase, (written[place] as string).replace(MARK, ''), at);
    return word;
  };
  return phraseFinder(written, true, wordFor, ends[ends.length - 2]);
});

/** The sensitive words the room knows, which a policy may weigh anew. */
export function knownTerms(): readonly string[] {
  return concernTerms().map(({ term }) => term);
}

/** Every phrase of the room's own, for the bench and the docs. */
export function ownPhrases(): readonly string[] {
  const phrases = new Set<string>();
  for (const [written] of sources()) for (const phrase of written) for (const way of waysToRead(phrase)) phrases.add(way.toLowerCase());
  return Array.from(phrases);
}

const policyFinders = new WeakMap<Detection, PhraseFinder<Word>>();

/** Finds the policy's dictionary, the phrases it ignores, and the words it weighs, of which Heed may no longer know one. */
function ofPolicy(detection: Detection): PhraseFinder<Word> {
  let find = policyFinders.get(detection);
  if (find !== undefined) return find;
  const words = new Map<string, Word>();
  const wordFor = (phrase: string): Word => {
    const word = words.get(phrase) || newWord();
    words.set(phrase, word);
    return word;
  };
  for (const { term, weight, near } of detection.dictionary) {
    wordFor(normalisePhrase(term)).concern = { term: normalisePhrase(term), concern: 'own', weight, capitals: '', near };
  }
  for (const { term, weight } of detection.specialCategoryTerms) {
    if (weight === 0) continue;
    const word = wordFor(normalisePhrase(term));
    if (word.concern === null) word.concern = { term: normalisePhrase(term), concern: 'own', weight, capitals: '' };
  }
  for (const phrase of detection.ignore) wordFor(normalisePhrase(phrase)).isIgnored = true;
  find = phraseFinder(Array.from(words.keys()), false, wordFor);
  policyFinders.set(detection, find);
  return find;
}

/** Every known phrase in a text, in order of place, and the words of the text. What the policy ignores hides the phrases inside it. */
export function findWords(text: string, detection: Detection): { readonly hits: readonly Hit[]; readonly words: TextWords } {
  const { found, words } = own()(text);
  const hits = detection.specialCategoryTerms.length > 0 ? reweighed(found, detection) : found;
  const isPlain = detection.dictionary.length === 0 && detection.ignore.length === 0 && detection.specialCategoryTerms.length === 0;
  // What Heed knows at a place, and the policy weighs there, counts once.
  const further = isPlain ? [] : ofPolicy(detection)(text).found.filter((own) => own.word.concern?.concern !== 'own' || isOfDictionary(own, detection) || !hits.some((hit) => hit.start === own.start && hit.word.concern !== null));
  return { hits: further.length === 0 ? hits : withoutIgnored(hits.concat(further).sort((a, b) => a.start - b.start || b.end - a.end)), words };
}

/** True for a word of the policy's dictionary. */
function isOfDictionary({ word: { concern } }: Hit, { dictionary }: Detection): boolean {
  return concern !== null && dictionary.some(({ term }) => normalisePhrase(term) === concern.term);
}

/** Hits with the weights the policy has for their terms; a term of weight 0 says nothing. */
function reweighed(hits: readonly Hit[], detection: Detection): readonly Hit[] {
  const weights = new Map(detection.specialCategoryTerms.map(({ term, weight }) => [normalisePhrase(term), weight]));
  return hits.map((hit) => {
    const { concern } = hit.word;
    const weight = concern === null ? undefined : weights.get(concern.term);
    return concern === null || weight === undefined ? hit : { ...hit, word: { ...hit.word, concern: weight === 0 ? null : { ...concern, weight, isReweighed: true } } };
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

/** A title, after which any word is a name. */
const TITLED = /\b(?:mr|mrs|ms|miss|mx|dr|fr|rev|sir)\.? $/i;
/** Before what is not so: “wasn't too worried about”. A weak word that is denied says nothing; “has not been fed” does. */
const DENIED = /(?:\bnot|n['’]t|\bnever|\bno longer)(?: (?:too|very|that|so|really|overly|particularly))? $/i;
/** The most a weak word adds. */
const WEAK = 20;

/** True when a text has a sensitive word as it counts: `MASH`, not “mash”, and “gay”, not “Mr Gay”. */
export function isWrittenSo(text: string, { start, word: { concern } }: Hit): boolean {
  if (concern === null || !text.startsWith(concern.capitals, start)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  if (concern.weight <= WEAK && DENIED.test(before)) return false;
  return !(/^[A-Z]/.test(text.charAt(start)) && TITLED.test(before.slice(-6)));
}
