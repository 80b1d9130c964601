import type { Detection } from '../../domain';
import type { Concern, ConcernTerm } from '../words/concerns';
import { reasonsOf, why } from '../detector';
import type { Proposal } from '../detector';
import { BRIEF, GENERAL, isBrief, MORE_OF_SCHOOL, NAMED, NOTE, OF_SCHOOL, OFFICIAL, ORDINARY, SAID_PLAINLY, signsOfHit, signsOfPassage, SPOKEN_OF, stepOf, TELLING } from './evidence';
import { makePage } from '../page';
import type { Page } from '../page';
import { footersOf } from './footers';
import { isKnownStem, mostTellingWord, weighPassage } from './passage';
import { LEAST, SIGN_POINTS } from './passage-weights';
import { ENOUGH_TO_LEARN_FROM, passagesOf } from './passages';
import { readText } from '../reading';
import { personOf, sentencesIn, speaksOfSomebody } from './sentences';
import type { Sentence } from './sentences';
import { lastAtOrBefore } from '../spans';
import type { Span } from '../spans';
import type { Table } from '../tables/tables';
import { END, isCapitalised, PLACES_OF_WORD, START, STEM } from '../words/text-words';
import { MEDIUM, scoreOf, worthOf } from '../levels';
import { isWrittenSo } from '../words/words';
import type { Hit } from '../words/words';

/*
 * Whether a passage tells something of somebody. What its ordinary words suggest, its most telling sensitive word, who is
 * spoken of beside that and whether it is of school life are added up. What each is worth was learned from mails that
 * were read and labelled (`test/detectors/told-mails`).
 */

/** Something told of somebody, at its place. */
export interface Told {
  readonly start: number;
  readonly end: number;
  readonly concern: Concern;
  readonly score: number;
  readonly reasons: readonly string[];
  /** The person's name in lower case; null when the text does not say it. */
  readonly person: string | null;
}

/** What each point adds to the score beyond those that a passage needs, up to the most. */
const EACH = 1.5;
const MOST_SCORE = 95;
/** Without a sensitive word a passage needs more, for nobody can be told what was found; it is never high, nor does it count among colleagues. */
const WITHOUT_WORD = 4;
const MOST_WITHOUT_WORD = 79;
/** “Poppy Lane has autism” is sure, whatever else the passage speaks of, and gets more points than mails give it: it hurts most when it is missed. */
const PLAIN_SCORE = 80;
const PLAINLY = 14;

/** A passage without a capital, as people type on telephones, shows no names and needs fewer points. */
const UNCAPITALISED = 12;
/** A sensitive word in a part of a longer text needs fewer: there are fewer words to come to as much as a whole mail does. */
const IN_PARTS = 4;

function leastOf(text: string, { start, end }: Span): number {
  return /[A-Z][a-z]/.test(text.slice(start, end)) ? LEAST : LEAST - UNCAPITALISED;
}

const worth = (...signs: readonly number[]): number => worthOf(signs, SIGN_POINTS);

/** The most that signs can add to the words of a passage: whoever is spoken of beside a sensitive word, and signs of school life. */
const positive = (...signs: readonly number[]): number => signs.reduce((sum, sign) => sum + Math.max(0, worth(sign)), 0);
const MOST_OF_PEOPLE = PLAINLY + positive(NAMED, NAMED + 1, NAMED + 2, NAMED + 3, SPOKEN_OF, SAID_PLAINLY);
const MOST_OF_STEP = Math.max(worth(ORDINARY), worth(TELLING), worth(OFFICIAL));
const MOST_OF_SCHOOL = positive(OF_SCHOOL, MORE_OF_SCHOOL, NOTE);

function concernOf(hit: Hit): ConcernTerm {
  return hit.word.concern as ConcernTerm;
}

/** A passage as far as it is known before its sentences are read. */
interface Weighed extends Span {
  /** What its words come to. */
  readonly points: number;
  /** What it has to come to with a sensitive word, and without one. */
  readonly least: number;
  readonly leastWithoutWord: number;
  /** The most that people beside a sensitive word may add. */
  readonly ofPeople: number;
  /** Its sensitive words. */
  readonly hits: readonly Hit[];
}

/** The phrases that begin in a passage. */
function hitsIn({ hits }: Page, { start, end }: Span): readonly Hit[] {
  return hits.slice(lastAtOrBefore(hits, start - 1) + 1, lastAtOrBefore(hits, end - 1) + 1);
}

/** True for a sensitive word as it counts. */
function counts(page: Page, hit: Hit): boolean {
  return isWrittenSo(page.text, hit) && concernOf(hit).concern !== 'own' && page.text.charAt(hit.end) !== '@' && (concernOf(hit).isOfNotes !== true || page.isNote());
}

/** The most that the surest of some sensitive words can add with the people beside it; nothing where there is none. */
function mostOf(hits: readonly Hit[], ofPeople: number): number {
  return hits.reduce((most, hit) => Math.max(most, ofPeople + worth(...stepOf(concernOf(hit)))), 0);
}

function isTelling(signs: readonly number[]): boolean {
  return signs.includes(TELLING) || signs.includes(OFFICIAL);
}

function isGeneral(signs: readonly number[]): boolean {
  return signs.some((sign) => sign >= GENERAL);
}

/** The label of a field, straight before what it holds: “Diagnosis: epilepsy”. */
const IN_FIELD = /(?:^|[.;,|\n\t] *)[A-Z][A-Za-z ]{1,20}: ?$/;
const LABEL = 26;

/** True where somebody's number or date of birth stands in the sentence of a word that nothing makes general: few of the mails that are learned from have any. */
function isOfNumbered(page: Page, passage: Span, values: readonly Proposal[], hit: Hit, signs: readonly number[], sentences: readonly Sentence[]): boolean {
  const sentence = sentences[lastAtOrBefore(sentences, hit.start)];
  if (sentence === undefined || !isTelling(signs) || isGeneral(signs)) return false;
  // In a form the number stands in a field of its own, in a line or two in a sentence of its own.
  const isApart = isBrief(page.words, passage) || IN_FIELD.test(page.text.slice(Math.max(0, hit.start - LABEL), hit.start));
  const [from, to] = isApart ? [passage.start, passage.end] : [sentence.start, sentence.end];
  return values.some(({ start, score }) => score >= MEDIUM && start >= from && start < to);
}

/** Tables that are read by their columns. Of names and free notes the words are weighed as in any passage, too. */
function tablesApart({ tables }: Page): readonly Table[] {
  return tables.filter(({ columns }) => columns.some((column) => column !== null && column.holds !== 'name' && column.holds !== 'notes'));
}

/** What parts the passages of a page: tables, and what stands below a mail. */
function apartIn(page: Page): readonly Span[] {
  const { text, signatures } = page;
  return [...tablesApart(page), ...footersOf(text, signatures())].sort((a, b) => a.start - b.start);
}

/** What the passages of a page tell. `values` are the numbers and dates of somebody that were found in it; `isSilent` is true for a word that stands where it says nothing. */
export function toldIn(page: Page, values: readonly Proposal[], isSilent: (hit: Hit) => boolean): readonly Told[] {
  const { text, words, unheard } = page;
  const told: Told[] = [];
  for (const passage of passagesOf(text, apartIn(page))) {
    // Sentences are read where they can matter.
    const points = weighPassage(text, words, passage.start, passage.end, unheard);
    const most = points + MOST_OF_SCHOOL;
    const ofPeople = MOST_OF_PEOPLE + (isBrief(words, passage) ? worth(BRIEF) : 0);
    const ofWholeMail = leastOf(text, passage);
    const least = passage.isPart ? ofWholeMail - IN_PARTS : ofWholeMail;
    const leastWithoutWord = ofWholeMail + WITHOUT_WORD;
    if (most + ofPeople + MOST_OF_STEP < least && !isAmong(values, passage)) continue;
    const sensitive = hitsIn(page, passage).filter(({ word }) => word.concern !== null);
    if (most + mostOf(sensitive, ofPeople) < least && !isAmong(values, passage)) continue;
    const hits = sensitive.filter((hit) => counts(page, hit) && !isSilent(hit));
    if (hits.length > 0 || most >= leastWithoutWord) told.push(...toldOf(page, { ...passage, points, least, leastWithoutWord, ofPeople, hits }, values));
  }
  return told;
}

/** True when any value stands in a passage. */
function isAmong(values: readonly Proposal[], passage: Span): boolean {
  return values.some(({ start }) => start >= passage.start && start < passage.end);
}

/** What one passage tells. */
function toldOf(page: Page, passage: Weighed, values: readonly Proposal[]): readonly Told[] {
  const { text, words } = page;
  const { points, least, leastWithoutWord, ofPeople, hits } = passage;
  const base = points + worth(...signsOfPassage(text, words, passage, page.isNote()));
  if (base + mostOf(hits, ofPeople) < least && !isAmong(values, passage)) return [];
  const sentences = sentencesIn(text, words, passage, hits, isKnownStem);
  if (!speaksOfSomebody(sentences)) return [];
  const brief = isBrief(words, passage);
  const told: Told[] = [];
  /** The score of what is told in a sentence: a telling word beside it is told as well. */
  const scores = new Map<number, number>();
  const weighed = hits.map((hit) => {
    const signs = signsOfHit(text, hit, sentences, brief);
    const isPlain = signs.includes(SAID_PLAINLY);
    const sum = base + worth(...signs) + (isPlain ? PLAINLY : 0);
    const isNumbered = isOfNumbered(page, passage, values, hit, signs, sentences);
    const score = sum < least && !isNumbered ? 0 : Math.max(scoreOf(sum - least, EACH, MOST_SCORE), isPlain ? PLAIN_SCORE : MEDIUM);
    const sentence = lastAtOrBefore(sentences, hit.start);
    scores.set(sentence, Math.max(score, scores.get(sentence) ?? 0));
    return { hit, signs, sum, isNumbered, sentence, score };
  });
  for (const { hit, signs, sum, isNumbered, sentence, score } of weighed) {
    const isBeside = isTelling(signs) && !isGeneral(signs);
    const surest = Math.max(score, isBeside ? (scores.get(sentence) as number) : 0);
    if (surest === 0) continue;
    const { start, end } = hit;
    const reasons = reasonsOf(() => [why('word', 0, text.slice(start, end).replace(/\s+/g, ' ')), why('passage', points), why('beside', sum - points)].concat(isNumbered ? why('numbered', 0) : []));
    told.push({ start, end, concern: concernOf(hit).concern, score: surest, reasons, person: personOf(hit, sentences) });
  }
  if (told.length > 0 || base < leastWithoutWord) return told;
  const word = mostTellingWord(words, passage.start, passage.end);
  const reasons = reasonsOf(() => [why('passage', points), why('beside', base - points)]);
  return [{ ...word, concern: 'private', score: scoreOf(base - leastWithoutWord, EACH, MOST_WITHOUT_WORD), reasons, person: personOf(word, sentences) }];
}

/** A passage as it is learned from. */
export interface PassageToLearn {
  readonly text: string;
  /** Its stems and marks, with what is written, as far as the stem goes; `isCapital` for what would be a name if it were not known, `opens` for what opens a sentence. */
  readonly stems: readonly { readonly stem: number; readonly written: string; readonly isCapital: boolean; readonly opens: boolean }[];
  /** What is seen of it, and of each of its sensitive words. */
  readonly signs: readonly number[];
  readonly hits: readonly (readonly number[])[];
}

/** Each passage of a text that speaks of somebody. */
export function passagesToLearn(given: string, detection: Detection, isKnown: (stem: number) => boolean): readonly PassageToLearn[] {
  const { text } = readText(given);
  const page = makePage(text, detection);
  const passages: PassageToLearn[] = [];
  for (const passage of passagesOf(text, tablesApart(page), ENOUGH_TO_LEARN_FROM)) {
    const hits = hitsIn(page, passage).filter((hit) => counts(page, hit));
    const sentences = sentencesIn(text, page.words, passage, hits, isKnown);
    if (!speaksOfSomebody(sentences)) continue;
    const brief = isBrief(page.words, passage);
    passages.push({ text: text.slice(passage.start, passage.end), stems: stemsIn(page, passage), signs: signsOfPassage(text, page.words, passage, page.isNote()), hits: hits.map((hit) => signsOfHit(text, hit, sentences, brief)) });
  }
  return passages;
}

function stemsIn({ text, words: { all, count } }: Page, { start, end }: Span): PassageToLearn['stems'] {
  const stems: { stem: number; written: string; isCapital: boolean; opens: boolean }[] = [];
  for (let at = 0; at < PLACES_OF_WORD * count; at += PLACES_OF_WORD) {
    const from = all[at + START] as number;
    const to = all[at + END] as number;
    if (from >= start && from < end) stems.push({ stem: all[at + STEM] as number, written: text.slice(from, to).toLowerCase(), isCapital: isCapitalised(text, from, to), opens: /(?:^|[.?!:\n][^\w]*)$/.test(text.slice(Math.max(start, from - 4), from)) });
  }
  return stems;
}
