import type { Detection } from '../domain';
import type { Concern, ConcernTerm } from './concerns';
import { why } from './detector';
import type { Mention, MentionKind } from './mentions';
import { lastAtOrBefore, makePage } from './page';
import type { Page } from './page';
import { weighPassage } from './passage';
import type { PassageWeight } from './passage';
import { BESIDE, LEAST, NAMED, WORD } from './passage-weights';
import { passagesOf } from './passages';
import type { Passage } from './passages';
import { readText } from './reading';
import { isWrittenSo } from './words';
import type { Hit } from './words';

/*
 * Whether a passage tells something of somebody. Three things are weighed: what its ordinary words suggest, its most
 * telling sensitive word, and who is spoken of beside it. What each is worth was learned from mails that were read and
 * labelled (`test/detectors/told-mails`). A passage that reads like a rota or a newsletter speaks against what a sentence
 * in it seems to say; one that is sure enough tells something by itself.
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

/** A passage with fewer words that are known speaks against nothing. */
const FEWEST = 9;
/** How many points a passage may lack and still not speak against what a sentence in it says of somebody: more, the plainer it says so. */
export function mostAgainst(link: number): number {
  return link >= 40 ? 40 : link >= 30 ? 12 : 4;
}

/** The surplus of points from which on a passage tells something by itself, by the step of its most telling word. */
const SURE: readonly number[] = [20, 30, 30, 22, 14];
/** The score of the least such passage, and of the surest: it is never as sure as what a sentence says. */
const LEAST_SCORE = 65;
const SUREST = 79;

/** How telling somebody is who stands in the sentence of a sensitive word. */
const TELLING: { readonly [kind in MentionKind]: number } = { they: 1, pronoun: 1, first: 2, described: 2, named: 3 };

/** What a passage has beside its ordinary words, as steps on the ladders of `passage-weights`. */
export interface Evidence {
  /** 0 without a sensitive word, 1 for one of every newspaper, to 4 for one said in schools of one person. */
  readonly word: number;
  /** 0 when nobody stands in the sentence of a sensitive word, to 3 for a full name. */
  readonly beside: number;
  /** 0 when nobody is named in the passage, 1 for a first name or a description, 2 for a full name. */
  readonly named: number;
}

function ladder(steps: readonly number[], step: number): number {
  return step === 0 ? 0 : (steps[step - 1] as number);
}

function worth({ word, beside, named }: Evidence): number {
  return ladder(WORD, word) + ladder(BESIDE, beside) + ladder(NAMED, named);
}

/** By the step of a passage's most telling word, the points that its ordinary words must come to for it to be sure, whoever stands in it. */
const LEAST_WORDS = SURE.reduce<readonly number[]>((least, sure, step) => {
  const needed = sure + LEAST - worth({ word: step, beside: step === 0 ? 0 : BESIDE.length, named: NAMED.length });
  return least.concat(Math.min(needed, least[step - 1] ?? needed));
}, []);

const SENTENCE_ENDS = /[.!?](?=\s)|\n/g;

/** The sentences of a passage, or its lines, in order. */
function sentencesOf(text: string, { start, end }: Passage): readonly Passage[] {
  const sentences: Passage[] = [];
  const passage = text.slice(start, end);
  let from = start;
  SENTENCE_ENDS.lastIndex = 0;
  for (let match = SENTENCE_ENDS.exec(passage); match !== null; match = SENTENCE_ENDS.exec(passage)) {
    sentences.push({ start: from, end: start + match.index });
    from = start + match.index + 1;
  }
  sentences.push({ start: from, end });
  return sentences;
}

function concernOf(hit: Hit): ConcernTerm {
  return hit.word.concern as ConcernTerm;
}

function stepOf(hit: Hit): number {
  const { weight } = concernOf(hit);
  return weight >= 45 ? 4 : weight >= 35 ? 3 : weight >= 20 ? 2 : 1;
}

function evidenceIn(text: string, passage: Passage, hits: readonly Hit[], mentions: readonly Mention[]): Evidence {
  const sentences = hits.length === 0 ? [] : sentencesOf(text, passage);
  const telling = sentences.map(() => 0);
  let named = 0;
  for (const { start, kind } of mentions) {
    const index = lastAtOrBefore(sentences, start);
    if (index >= 0) telling[index] = Math.max(telling[index] as number, TELLING[kind]);
    named = Math.max(named, kind === 'named' ? 2 : kind === 'first' || kind === 'described' ? 1 : 0);
  }
  const word = hits.reduce((most, hit) => Math.max(most, stepOf(hit)), 0);
  const beside = hits.reduce((most, { start }) => Math.max(most, telling[lastAtOrBefore(sentences, start)] as number), 0);
  return { word, beside, named };
}

/** The phrases that begin in a passage. */
function hitsIn({ hits }: Page, { start, end }: Passage): readonly Hit[] {
  return hits.slice(lastAtOrBefore(hits, start - 1) + 1, lastAtOrBefore(hits, end - 1) + 1);
}

/** The sensitive words of a passage, and those spoken of who are not themselves one: “Ritalin” has a capital and is nobody. */
function contentsOf(page: Page, passage: Passage): { readonly hits: readonly Hit[]; readonly mentions: readonly Mention[] } {
  const hits = hitsIn(page, passage).filter((hit) => isWrittenSo(page.text, hit) && concernOf(hit).concern !== 'own');
  return { hits, mentions: page.mentionsBetween(passage.start, passage.end).filter((mention) => !hits.some((hit) => mention.start >= hit.start && mention.start < hit.end)) };
}

interface Weighed {
  /** Points above those from which on it is likelier than not to tell something. */
  readonly surplus: number;
  /** What its ordinary words suggest. */
  readonly words: PassageWeight;
  readonly evidence: Evidence;
  readonly hits: readonly Hit[];
  readonly mentions: readonly Mention[];
}

function weigh(page: Page, passage: Passage, words: PassageWeight): Weighed {
  const { hits, mentions } = contentsOf(page, passage);
  const evidence = evidenceIn(page.text, passage, hits, mentions);
  return { words, evidence, surplus: words.points + worth(evidence) - LEAST, hits, mentions };
}

/** True when a passage tells something by itself. Nothing is told of nobody. */
function isSure({ surplus, evidence, mentions }: Weighed): boolean {
  return mentions.length > 0 && surplus >= (SURE[evidence.word] as number);
}

/** Whom a word is most likely said of: the last named before it, else the first after it. */
function personNear(mentions: readonly Mention[], at: number): string | null {
  const named = mentions.filter(({ kind }) => kind !== 'pronoun' && kind !== 'they');
  return (named[lastAtOrBefore(named, at)] ?? named[0])?.key ?? null;
}

/** What a sure passage tells: its most telling word, or whom it speaks of. */
function toldIn(text: string, { hits, mentions, words, evidence, surplus }: Weighed): Told {
  const score = Math.min(SUREST, LEAST_SCORE + surplus - (SURE[evidence.word] as number));
  const reasons = [why('passage', words.points), why('beside', worth(evidence))];
  const first = hits[0];
  if (first === undefined) {
    const [someone] = mentions as readonly [Mention];
    const who = mentions.find(({ kind }) => kind !== 'pronoun' && kind !== 'they') ?? someone;
    return { start: who.start, end: who.end, concern: 'private', score, reasons, person: who.key };
  }
  const hit = hits.reduce((best, one) => (stepOf(one) > stepOf(best) ? one : best), first);
  const { start, end } = hit;
  return { start, end, concern: concernOf(hit).concern, score, reasons: [why('word', 0, text.slice(start, end).replace(/\s+/g, ' ')), ...reasons], person: personNear(mentions, start) };
}

/** What the passages of a text suggest. Each is weighed once, when it is asked for. */
export interface PassageReader {
  /** How many points the passage at a place has above those from which on it tells something; 0 where there is none, or too short a one to speak against anything. */
  surplus(at: number): number;
  /** What passages tell that are sure enough by themselves, and have no proposal in them. */
  told(proposals: readonly { readonly start: number }[]): readonly Told[];
}

export function passageReader(page: Page): PassageReader {
  const { text, unheard } = page;
  const passages = passagesOf(text, page.tables);
  const known: (Weighed | undefined)[] = [];
  const words: (PassageWeight | undefined)[] = [];
  const wordsOf = (index: number): PassageWeight => (words[index] = words[index] ?? weighPassage(text, (passages[index] as Passage).start, (passages[index] as Passage).end, unheard));
  const at = (index: number): Weighed => (known[index] = known[index] ?? weigh(page, passages[index] as Passage, wordsOf(index)));
  return {
    surplus(place) {
      const index = lastAtOrBefore(passages, place);
      return index < 0 || place >= (passages[index] as Passage).end || wordsOf(index).known < FEWEST ? 0 : at(index).surplus;
    },
    told(proposals) {
      const told: Told[] = [];
      const isProposed: boolean[] = [];
      for (const { start } of proposals) {
        const index = lastAtOrBefore(passages, start);
        if (index >= 0 && start < (passages[index] as Passage).end) isProposed[index] = true;
      }
      passages.forEach((passage, index) => {
        if (isProposed[index] === true) return;
        // Whom it speaks of is read where it can matter.
        const step = hitsIn(page, passage).reduce((most, hit) => (hit.word.concern === null ? most : Math.max(most, stepOf(hit))), 0);
        if (wordsOf(index).points < (LEAST_WORDS[step] as number)) return;
        if (isSure(at(index))) told.push(toldIn(text, at(index)));
      });
      return told;
    },
  };
}

/** Each passage of a text that speaks of somebody, with its evidence: what is learned from. */
export function passagesToLearn(given: string, detection: Detection): readonly { readonly text: string; readonly evidence: Evidence }[] {
  const { text } = readText(given);
  const page = makePage(text, detection);
  const passages: { readonly text: string; readonly evidence: Evidence }[] = [];
  for (const passage of passagesOf(text, page.tables)) {
    const { hits, mentions } = contentsOf(page, passage);
    if (mentions.length > 0) passages.push({ text: text.slice(passage.start, passage.end), evidence: evidenceIn(text, passage, hits, mentions) });
  }
  return passages;
}
