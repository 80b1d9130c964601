import { isGrownUp } from './at-work';
import type { Concern } from './concerns';
import { MANY, UNSURE, WORK } from './cues';
import { once } from './gated';
import type { Mention, MentionKind } from './mentions';
import { hasCue, lastAtOrBefore } from './page';
import type { Page } from './page';
import { DIRECT, joinAfter, joinBefore, listAfter, nameAfter, LISTS_OTHERS, LOOSE, OFFICE, REACH_AFTER, servesSomebody, TIGHT } from './person-joins';
import { firstOf } from './phrases';
import { isGeneral, isLesson, isMadeUp, isOfAnybody, isOfMany, isOfSums, isStory } from './said-of-nobody';
import { EVERYDAY, hasEnoughSigns, ORDINARY, signsOfSchool } from './school-signs';
import { flat, SENTENCE_END, sentenceLength, sentenceStart } from './sentences';
import type { Hit } from './words';

/*
 * Whether a text says a sensitive word of somebody. Three things are weighed: who is spoken of (a full name says more than
 * a first name, that more than a pronoun); how the word is joined to them (“Theo has …”, “… for Theo” and “Theo's …” more
 * than a sentence that merely holds both); and, where those leave a doubt, whether the text is a note of school life. Words
 * that make it general (“pupils with”, “training on”, “SEN lead”) undo it.
 */

export interface PersonLink {
  readonly weight: number;
  /** What signs of school life add. */
  readonly signs: number;
  /** A code for `why`, and what it is about. */
  readonly code: string;
  readonly about?: string;
  /** The person's name in lower case; null when the text does not say it. */
  readonly person: string | null;
}

/** What the person adds. */
const WHO: { readonly [kind in MentionKind]: number } = { named: 30, described: 20, first: 10, pronoun: 0, they: 0 };
/** What a first name adds besides in a note, where hardly anybody writes a full one. */
const IN_NOTE = 5;
/** The most that a person and a join add, and what it takes away that the sentence before names the person. */
const MOST_LINK = 40;
const CARRIED = -10;
/** What each sign of school life adds where something is missing, and how many count. */
const SIGN = 10;
/** The least a word and a person must come to, and the most with the help of signs. */
const LEAST = 65;
const MOST_BY_SIGNS = 75;

/** How far back and forth the sentences are read, in characters. */
const BEFORE = 260;
const AFTER = 120;
/** How near a name has to stand to one of the organisation's own words, and a word that the policy wants to its term. */
const NEAR = 80;
const NEAR_WORD = 100;
/** How many people before a word, and after it, are looked at. */
const MOST_PEOPLE = 6;

/** “Dear Ms Frost, … you are dismissed”: a letter tells the one it greets. */
const TOLD_YOU = 120;
const IS_TOLD_YOU = /\b(?:you(?:'ve| have| are| were| will)|your)\b[^.!?]{0,80}$/i;
/** “A stage 2 meeting has been arranged. You've had 17 days …”. */
const TELLS_YOU_AFTER = /^[^?]*\bYou(?:'ve| have| were)\b/;
const ADDRESSES = /(?:^|\n)\W*(?:(?:dear|hi|hello) )?[A-Z][\w' .-]{1,30},/i;

function sentenceBefore(text: string, end: number): string {
  return text.slice(Math.max(0, end - TOLD_YOU), end);
}

/** True where a sensitive word stands: “Ritalin” has a capital, and is nobody. */
function isSensitiveWord({ hits }: Page, at: number): boolean {
  const hit = hits[lastAtOrBefore(hits, at)];
  return hit !== undefined && hit.end > at && hit.word.concern !== null && hit.word.concern.capitals === '';
}

/** True for “Jewish Passover”, which has the form of a name. */
function isBelief({ hits }: Page, { start }: Mention): boolean {
  const hit = hits[lastAtOrBefore(hits, start)];
  return hit !== undefined && hit.start === start && hit.word.concern !== null && hit.word.concern.concern === 'belief';
}

/** What is said of pupils, and never of those who work with them. */
const OF_PUPILS: readonly Concern[] = ['sen', 'meals', 'care', 'behaviour'];

/** How the text around a sensitive word says it of a person; null when it does not. */
export function linkToPerson(page: Page, hit: Hit): PersonLink | null {
  const { text } = page;
  const { concern } = hit.word;
  if (concern === null) return null;
  const wanted = concern.near;
  if (wanted !== undefined && wanted.length > 0) {
    const word = firstOf(wanted, text.slice(Math.max(0, hit.start - NEAR_WORD), hit.end + NEAR_WORD));
    return word === null ? null : { weight: 40, signs: 0, code: 'near', about: word, person: null };
  }
  if (concern.isOfNotes === true && !page.isNote()) return null;
  const isOrdinary = concern.weight <= ORDINARY;
  const after = text.slice(hit.end, hit.end + AFTER);
  if ((isOrdinary && !hasEnoughSigns(page, hit, concern.weight)) || isOfSums(page, hit, after)) return null;
  if (concern.concern === 'staff' && !isOrdinary && ADDRESSES.test(text.slice(0, 100)) && (IS_TOLD_YOU.test(sentenceBefore(text, hit.start)) || TELLS_YOU_AFTER.test(after))) return { weight: 40, signs: 0, code: 'you', person: null };
  // What is asked only of a word that somebody may be joined to is asked late.
  const isServed = once(() => servesSomebody(after));
  const isOffice = once(() => isGeneral(page, hit, after));
  const isSilent = (): boolean => (isOffice() && !isServed()) || isOfAnybody(text.slice(Math.max(0, hit.start - 40), hit.start));
  if (isOrdinary && isSilent()) return null;
  const windowStart = Math.max(0, hit.start - BEFORE);
  const around = page.mentionsBetween(windowStart, hit.end + AFTER);
  if (around.length === 0 || (concern.concern !== 'own' && isMadeUp(page, hit))) return null;
  const listed = isOrdinary ? null : (listAfter(page, hit, after) ?? nameAfter(page, hit, after));
  if (listed !== null) return listed;
  if (!isOrdinary && isSilent()) return null;
  const start = windowStart + sentenceStart(text.slice(windowStart, hit.start + 1));
  const end = hit.end + sentenceLength(after);
  const sentence = flat(text.slice(start, hit.start));
  const mentions = around
    .map((mention) => (mention.start <= hit.start && mention.end > hit.start && (mention.kind === 'described' || mention.start === hit.start) ? { ...mention, end: hit.start } : mention))
    .filter((mention) => (mention.end <= hit.start || mention.start >= hit.end) && mention.start < end && !(mention.kind === 'first' && isSensitiveWord(page, mention.start)) && !(mention.kind === 'named' && isBelief(page, mention)));
  const story = once(() => isStory(page, isOrdinary, start, end));
  const lesson = once(() => isLesson(page, isOrdinary, start, end));
  const isOfPupils = !isOrdinary && OF_PUPILS.includes(concern.concern);
  const many = once(() => isOfMany(page, hit, sentence, start, !isOrdinary && isAboutOne(page, isOfPupils)));
  // Names of faiths and peoples are mostly said of food, feasts and lessons.
  const isFaint = concern.concern === 'belief' && concern.weight <= EVERYDAY;
  let signs: { readonly sure: number; readonly all: number } | null = null;
  let best: PersonLink | null = null;
  const isConcerned = (mention: Mention): boolean => mention.isAtWork !== true && !(isOfPupils && isGrownUp(page, mention));
  const weigh = ({ kind, key }: Mention, join: number, code: string): void => {
    const weight = Math.min(MOST_LINK, WHO[kind] + (kind === 'first' && page.isNote() ? IN_NOTE : 0) + join);
    const score = concern.weight + weight;
    let added = 0;
    if (score < LEAST) {
      signs = signs ?? signsOfSchool(page, hit);
      added = Math.min(SIGN * signs.all, MOST_BY_SIGNS - score);
    }
    if (best === null || weight + added > best.weight + best.signs) best = { weight, signs: added, code, person: key };
  };
  const inside = mentions.filter((mention) => mention.start >= start && mention.isAtWork !== true);
  const before = inside.filter((mention) => mention.end <= hit.start).slice(-MOST_PEOPLE).reverse();
  if (!isOffice()) {
    for (const mention of before) {
      const join = joinBefore(page, hit, mention);
      if (join === OFFICE) return null;
      if (join === null || (join < TIGHT && !isConcerned(mention)) || (isOrdinary && join < DIRECT) || (isFaint && join < TIGHT) || ((isOrdinary || mention.kind !== 'named') && story()) || (!isPronoun(mention) && lesson())) continue;
      if (mention.kind !== 'named' && join < TIGHT && many() && (isOrdinary || isPronoun(mention) || isOfMore(page, mentions, start, hit.start))) continue;
      if (isPronoun(mention)) weighPronoun(mention, join);
      else weigh(mention, join, mention.kind === 'named' ? 'said' : mention.kind);
    }
  }
  function weighPronoun(mention: Mention, join: number): void {
    const carried = carriedBy(mentions.filter((other) => other.isAtWork === true || isConcerned(other)), mention);
    if (carried !== null && carried.isAtWork === true) return;
    if (mention.kind === 'they' && !(join === TIGHT && page.isNote() && carried !== null && !hasCue(page, MANY, carried.end, hit.start))) return;
    if (carried === null && mention.end > mention.start) weigh(mention, join, 'pronoun');
    else if (carried !== null && !lesson()) weigh(carried, carried.start >= start ? join : join + Math.max(-WHO[carried.kind], CARRIED), 'before');
  }
  for (const mention of inside.filter(({ start: at }) => at >= hit.end).slice(0, MOST_PEOPLE)) {
    const join = mention.start - hit.end < REACH_AFTER && isServed() ? DIRECT : joinAfter(page, hit, mention, sentence, () => before.length === 0 && !many());
    if (join === null || !isConcerned(mention) || (isOrdinary && join < DIRECT) || isFaint || ((isOrdinary || mention.kind !== 'named') && story()) || lesson()) continue;
    if (isPronoun(mention)) weighPronoun(mention, join);
    else weigh(mention, join, mention.kind === 'named' ? 'about' : mention.kind);
  }
  if (best !== null || isOffice() || isOrdinary || story() || lesson()) return best;
  // “Known to CAMHS.” after a sentence that names somebody.
  const nearest = mentions.filter((mention) => mention.end <= start && isConcerned(mention)).pop();
  if (nearest === undefined || isHeading(page, nearest) || ENDS_A_ROW.test(text.slice(nearest.end, hit.start))) return ownWord(hit, mentions);
  const isField = /(?:^|[.;,|])\W*[A-Z][\w ]{1,24}: $/.test(sentence);
  const isLogged = /\b(?:(?:logged|recorded|added|put) (?:(?:it|this) )?(?:on|in|to|with|as)|told|informed|contacted) (?:the )?$/.test(sentence);
  const isOfSomebody = page.wordsAround(hit.start).isOfOne || (!isPronoun(nearest) && isOnlyOne(page, nearest, hit.end)) || IS_NOTED.test(after) || /^\W*both /i.test(sentence);
  if (!isOfSomebody && !isField && !isLogged) return ownWord(hit, mentions);
  if (isField || isLogged || (!many() && before.length === 0 && !LISTS_OTHERS.test(text.slice(Math.max(0, nearest.start - NEAR), nearest.end)) && inside.every(({ kind }) => kind !== 'named') && (isShort(page, hit, start, end, nearest.end) || (isTopic(page, nearest, start) && !hasCue(page, MANY | UNSURE, start, end))))) {
    const previous = isPronoun(nearest) ? carriedBy(mentions, nearest) ?? nearest : nearest;
    weigh(previous, Math.max(-WHO[previous.kind], CARRIED) + (isField || isLogged ? DIRECT : LOOSE), 'before');
  }
  return best ?? ownWord(hit, mentions);
}

/** “LADO informed.” */
const IS_NOTED = /^ (?:(?:have|has) been |is |are )?(?:informed|aware|involved|notified|contacted|told|rung|confirmed|agreed|in place|made|sent|requested)\b/i;

/** True when a note speaks of nobody but the one, up to a place. */
function isOnlyOne(page: Page, one: Mention, until: number): boolean {
  return page.isNote() && page.mentionsBetween(0, until).every((other) => isPronoun(other) || other.isAtWork === true || other.start === one.start || (other.key !== null && other.key === one.key));
}

/** True for a note that names one person, other than those who work with them, and says “he” or “she”. */
function isAboutOne(page: Page, isOfPupils: boolean): boolean {
  if (!page.isNote() || !page.wordsAround(0).isOfOne) return false;
  const named = page.mentionsBetween(0, page.text.length).filter((mention) => mention.isAtWork === true || ((mention.kind === 'named' || mention.kind === 'first') && !(isOfPupils && isGrownUp(page, mention))));
  const [one] = named;
  return one !== undefined && named.every(({ key, isAtWork }) => isAtWork !== true && key === one.key);
}

/** In a short note the one spoken of stays the same until another is named. */
const TOPIC_REACH = 260;
/** Somebody before whom a note speaks of things. */
function isTopic(page: Page, nearest: Mention, start: number): boolean {
  return page.isNote() && start - nearest.end < TOPIC_REACH && !hasCue(page, MANY | WORK, start, start + 1) && !/\n[ \t]*[-*•]/.test(page.text.slice(nearest.end, start));
}

/** The organisation chose its own words for being sensitive, so a name beside one is enough. */
function ownWord({ start, end, word: { concern } }: Hit, mentions: readonly Mention[]): PersonLink | null {
  if (concern === null || concern.concern !== 'own') return null;
  const near = mentions.find((mention) => mention.kind === 'named' && mention.end > start - NEAR && mention.start < end + NEAR);
  return near === undefined ? null : { weight: 30, signs: 0, code: 'name', person: near.key };
}

/** How long a sentence may be that leaves out whom it is about, and how far behind it they may stand. */
const SHORT_SENTENCE = 90;
const JUST_BEFORE = 120;

function isShort(page: Page, hit: Hit, start: number, end: number, mentioned: number): boolean {
  const { text } = page;
  if (end - start > SHORT_SENTENCE || start - mentioned > JUST_BEFORE || hasCue(page, MANY, start, hit.start) || hasCue(page, MANY, hit.end, end)) return false;
  const between = text.slice(mentioned, start);
  return (between.match(SENTENCE_END) ?? []).length <= 1 && !/\n\s*\n|\n[ \t]*[-*•]/.test(between) && !/["“]/.test(text.slice(mentioned, end));
}

/** True when many are spoken of, other than those whom the text means: “the Okafor boys” are not many. */
function isOfMore(page: Page, mentions: readonly Mention[], from: number, to: number): boolean {
  return page.cuesBetween(from, to).some(({ bits, start }) => (bits & MANY) !== 0 && !mentions.some((mention) => mention.start <= start && start < mention.end));
}

/** The rest of a row of a table: what stands in the next is told of somebody else. */
const ENDS_A_ROW = /\t[^\n]*\n/;

/** “Quote, please” and “Numbers – Friday” head a mail: alone, before a comma or a dash, its first word is a name only where it speaks of somebody. */
function isHeading(page: Page, { kind, start, end }: Mention): boolean {
  return kind === 'first' && start === 0 && /^ ?[,–-]/.test(page.text.slice(end, end + 2)) && !page.wordsAround(start).isOfOne;
}

function isPronoun({ kind }: Mention): boolean {
  return kind === 'pronoun' || kind === 'they';
}

/** The last person named before a pronoun. */
function carriedBy(mentions: readonly Mention[], pronoun: Mention): Mention | null {
  for (let i = mentions.length - 1; i >= 0; i -= 1) {
    const mention = mentions[i] as Mention;
    if (mention.end <= pronoun.start && !isPronoun(mention)) return mention;
  }
  return null;
}
