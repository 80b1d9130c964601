import { bitsOf, HEAD, LESSON, MAYBE_SCHOOL, PRONOUN, SCHOOL, THEY, WORK } from './cues';
import { INITIALS, isClass, NAME, SOMEBODY_SAID } from './sentences';
import type { Sentence } from './sentences';
import { lastAtOrBefore } from '../spans';
import type { Span } from '../spans';
import type { ConcernTerm } from '../words/concerns';
import { END, PLACES_OF_WORD, STEM, WORD, wordAt } from '../words/text-words';
import type { TextWords } from '../words/text-words';
import type { Hit } from '../words/words';

/*
 * What stands beside the ordinary words of a passage: its sensitive words, and for each of them who is spoken of in its
 * sentence and what makes it general. What each is worth was learned (`passage-weights.ts`).
 */

/** What may be seen of a sensitive word, or of a passage. The order is that of the weights; in what is seen a sign is the number of its place here, and no send carries these names. */
export const SIGNS = ['ordinary', 'telling', 'official', 'name', 'initials', 'somebody', 'pronoun', 'they', 'said', 'saidPlainly', 'brief', 'head', 'lesson', 'work', 'school', 'moreSchool', 'note'];
export const ORDINARY = 0;
export const TELLING = 1;
export const OFFICIAL = 2;
/** The first sign of whoever is spoken of beside it, and the last. */
export const NAMED = 3;
export const SPOKEN_OF = 7;
const SAID = 8;
export const SAID_PLAINLY = 9;
export const BRIEF = 10;
/** The first sign of what makes it general. */
export const GENERAL = 11;
/** Of a passage. */
export const OF_SCHOOL = 14;
export const MORE_OF_SCHOOL = 15;
export const NOTE = 16;

/** The steps of sensitive words by their least weights. */
const LEAST_OFFICIAL = 45;
const LEAST_TELLING = 35;
const LEAST_ORDINARY = 20;

/** Of whom something may be said. */
const ONE_PERSON = PRONOUN | NAME | INITIALS | SOMEBODY_SAID;
/** What stands between somebody and what is said of them: “Theo (Y6) is on a …”, “Theo's …”, “she has been diagnosed with …”. */
const SAYS_OF = /^\.?(?: \([^)]{1,12}\)|,? (?:in|from) (?:y(?:ea)?r? ?)?\d\w{0,2},?)?(?:['’]s?|,? ?\(| ?[:–-]|,?\s+(?:who |both |all )?(?:has|have|had|is|was|are|were|needs?|takes|gets?|got|uses|sees|lives|['’]s)) ?(?:[\w'’]+ ){0,3}$/i;
/** What says something by itself right after a name: “Theo was arrested”. */
const IS_VERB = /^ (?:(?:is|was|has|had|been|being|[a-z]+(?:ed|ing|s)|lost|bit|hit|stole|fell|cut|left) |[a-z]+(?:ed|ing)$)/;
/** The same after what is said: “permanent exclusion of …”, “EHCP review for …”, “FSM: …”. */
const SAID_OF = /^(?:(?: (?!by|from|with)[\w'’-]+){0,2} (?:of|for|re|about|on|regarding) |[\w' ]{0,24} ?[:–-][ \n]{1,2})$/;

/** True for “Hazard: …”: only a name of two words and more is told something of after a colon. */
function isLabel(said: string, { names }: Sentence, end: number): boolean {
  return /^ ?[:–-]/.test(said) && names.some((name) => name.end === end && !name.key.includes(' '));
}

/** How telling a sensitive word is by itself. */
export function stepOf({ weight }: ConcernTerm): readonly number[] {
  return weight >= LEAST_OFFICIAL ? [OFFICIAL] : weight >= LEAST_TELLING ? [TELLING] : weight >= LEAST_ORDINARY ? [ORDINARY] : [];
}

/** So few words make a passage brief: little stands beside what it tells. */
const FEW_WORDS = 15;

/** True for a passage of few words. */
export function isBrief(words: TextWords, { start, end }: Span): boolean {
  return wordAt(words, end) - wordAt(words, start) <= FEW_WORDS;
}

/** What is seen of a sensitive word in its sentence. */
export function signsOfHit(text: string, hit: Hit, sentences: readonly Sentence[], isBrief: boolean): readonly number[] {
  const signs = hit.word.concern === null ? [] : stepOf(hit.word.concern).slice();
  const sentence = sentences[lastAtOrBefore(sentences, hit.start)];
  if (sentence === undefined) return signs;
  let around = 0;
  let before = 0;
  let next = 0;
  /** Where whoever is spoken of last before it ends, and where the first named after it begins. */
  let last = -1;
  let first = -1;
  for (const { start, end, bits } of sentence.words) {
    if (start >= hit.start && end <= hit.end) continue;
    around |= bits;
    if (start < hit.start) {
      before |= bits;
      if ((bits & ONE_PERSON) !== 0) last = end;
    } else {
      if (start <= hit.end + 2) next |= bits;
      if (first < 0 && (bits & (NAME | INITIALS)) !== 0) first = start;
    }
  }
  [NAME, INITIALS, SOMEBODY_SAID, PRONOUN, THEY].forEach((bit, i) => void ((around & bit) !== 0 && signs.push(NAMED + i)));
  const general = [next & HEAD, around & LESSON, before & WORK];
  const isPlain = general.every((bits) => bits === 0) && (around & (NAME | INITIALS)) !== 0 && hit.word.concern !== null && hit.word.concern.weight >= LEAST_TELLING;
  const said = last < 0 ? '' : text.slice(last, hit.start);
  const isSaid = (last >= 0 && ((SAYS_OF.test(said) && !isLabel(said, sentence, last)) || (hit.start === last + 1 && IS_VERB.test(text.slice(last, hit.end))))) || (first >= 0 && SAID_OF.test(text.slice(hit.end, first)));
  if (isSaid) signs.push(isPlain ? SAID_PLAINLY : SAID);
  if (isBrief) signs.push(BRIEF);
  general.forEach((bits, i) => void (bits !== 0 && signs.push(GENERAL + i)));
  return signs;
}

/** How far around a passage words of school life count, in characters. */
const SCHOOL_REACH = 300;
/** So many of them make a sign of their own; one that is at home in schools counts twice, as does that the text is a note. */
const MORE_SCHOOL = 2;

/** What is seen of a whole passage of a text. */
export function signsOfPassage(text: string, words: TextWords, { start, end }: Span, isNote: boolean): readonly number[] {
  const { all, count } = words;
  const seen = new Set<number>();
  let sure = isNote ? 1 : 0;
  let maybe = 0;
  for (let at = PLACES_OF_WORD * wordAt(words, start - SCHOOL_REACH); at < PLACES_OF_WORD * count && (all[at] as number) < end + SCHOOL_REACH; at += PLACES_OF_WORD) {
    const word = all[at + WORD] as number;
    let bits = word === 0 || seen.has(word) ? 0 : bitsOf(word, all[at + STEM] as number);
    if (isClass(text, all[at] as number, all[at + END] as number)) bits |= SCHOOL;
    if ((bits & (SCHOOL | MAYBE_SCHOOL)) === 0) continue;
    seen.add(word);
    if ((bits & SCHOOL) !== 0) sure += 1;
    else maybe += 1;
  }
  const signs: number[] = [];
  if (sure > 0) signs.push(OF_SCHOOL);
  if (2 * sure + maybe >= MORE_SCHOOL + (isNote ? 1 : 0)) signs.push(MORE_OF_SCHOOL);
  // In a long mail too, where a passage speaks of school.
  if (isNote || sure >= MORE_SCHOOL) signs.push(NOTE);
  return signs;
}
