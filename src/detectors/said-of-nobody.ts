import { bitsOf, HEAD, LESSON, STORY, WORK } from './cues';
import { onlyWith } from './gated';
import { hasCue } from './page';
import type { Page } from './page';
import type { Hit } from './words';

/*
 * What undoes that a sensitive word is said of somebody: it is of many, of anybody, of a service or an event, a topic, a
 * sum without an amount, a story or a lesson.
 */

/** How far from a name a lesson is told. */
const LESSON_REACH = 160;
/** Words just before the term that make it general, or deny it. */
const OF_MANY =
  /\b(?:with|on|about|of|around|for|in|to|and|any|all|our|your|their|other|some|many|most|such as|including|like|raise|raising|tackle|tackling|no|not|without|national|world|what is|the word|term|called|titled|managing|understanding|supporting|support|preventing|identifying|promoting)\s+(?:\w+\s+)?$/i;
/** “He is on the …” says it of him, other than “training on the …”. */
const IS_ON = /\b(?:(?:is|are|was|were|been|be|remains?|stays?|put|placed|back|gone|off|now|already|currently|went|goes|['’]s)\s+(?:still |now |currently |both |him |her |them |[A-Z]\w+ )?(?:on|in|under|with|for)|(?:apply|applying|applied|refer\w*|assess\w*|test\w*|screen\w*|qualif\w+|eligible|entitled|wait\w*|waiting list|referral|considered|approved|treated|subject) (?:for|to|of))\s+(?:the |an? )?$/i;
/** Words just before the term that make it anybody's. */
const ANYBODYS = /\b(?:any|many|most|such as|including|every|each|what is)\s+$/i;
/** “Will see staff about anxiety”. */
const IS_TOPIC = /\b(?:about|on|around|regarding)\s+$/i;

/** What says that a lesson follows. */
const SET_WORK = onlyWith(
  'in which|homework |assembly |bring your|read the|article for|test on|a paragraph| diary|discuss |in pairs|in your pairs|in groups|in your groups|find |blood brothers|inspector calls|of mice and men|noughts |christmas carol|animal farm|curious incident|pshe|rse|history|english|biology|sociology|psychology|citizenship|drama|lesson:|scene |case study|exam board|slide |on page |textbook|of the scheme|scheme of work|act ',
  /\b(?:in which|homework (?:attached|due|is)|assembly (?:on|about|slides|theme)|bring your (?:text|cop|book|folder|calculator|pen|essay|kit)\w*|(?:^|[.:\n] ?)read the|article for|test on|(?:write|wrote) (?:a paragraph|a diary|the diary)|discuss (?:with|in)|in (?:your )?(?:pairs|groups)|find (?:two|three|four|five) \w+s\b|blood brothers|inspector calls|of mice and men|noughts (?:and|&) crosses|christmas carol|animal farm|curious incident|(?:^|\n)(?:subject: )?(?:y(?:ear )?\d+ )?(?:pshe|rse|history|english|biology|sociology|psychology|citizenship|drama)(?: lesson)?: ?|case study|exam board|slide \d|on page \d|textbook|of the scheme|scheme of work|(?:act|scene) \d)\b/i,
);

/** In a note of a school these are somebody's department, and what is in the cupboard. */
const OF_TEACHERS = /^(?:history|books)$/;

/** What children take part in: it makes a story of ordinary words only. */
const ON_STAGE = /^(?:plays?|display|slides|rehearsals?|scenes?|costumes)$/;

/** The first two words after a term. */
const NEXT_WORDS = /^(?:['’]s?)?[\s/&-]{0,2}(\w+)(?:(?:['’]s)?[\s/&-]{1,2}(\w+))?/;
const NO_QUALIFIER = /^(?:his|her|their|my|our|this|next|last|each|every|one|two|three|four|five|\d+)$/i;
/** “Open to the youth justice team” tells of a person what “the youth justice team” does not. */
const IS_SEEN_BY = /\b(?:(?:open|referred|known|referral) to|seen by|supported by|accepted by|under) (?:the |our )?$/i;
/** “We put her on the young carers register”. */
const IS_LISTED = /\bon (?:the |our |a )$/i;
const A_LIST = /^ (?:register|list|plan|pathway|waiting list)\b/i;
/** “FSM uptake is 22%”. */
const A_SHARE = /^[^.!?\n:;]{0,14}\b\d+(?:\.\d+)? ?%(?! (?:extra|et\b|attend))/i;
/** Words of money, which say something of somebody only before an amount. */
const MONEY = onlyWith(
  'pay|paid|wages|salary|earns|scale p|package|tlr|overtime|backdated|increment|gross|hourly rate|allowance|grand|bonus|honorarium|per hour|an hour|settlement|severance|deduct|redundancy',
  /^(?:pay|paid|wages|salary|earns|scale p\w+|package|tlr|overtime|backdated|increment|gross|net pay|hourly rate|recruitment allowance|allowance|grand|pay rise|bonus|honorarium|payment|per hour|an hour|settlement|severance|deduct\w+|(?:settlement|severance|redundancy) (?:figure|quote|payment|offer|terms|pay))s?$/i,
);
const AMOUNT = /£ ?\d|\d,\d{3}|\d ?(?:grand|k)\b|@ ?\d|\d{4}L\b|\b(?:M[1-6]|UPS? ?[1-3]|L[1-9]\d?|SCP ?\d+|scale \d|point \d+|grade [A-J])\b/;
/** How far from a word of money its amount may stand. */
const AMOUNT_REACH = 60;

/** True when the words after a term make it a role, a text or an event. */
export function isGeneral({ text }: Page, { start, word: { concern } }: Hit, after: string): boolean {
  const [, first, second] = NEXT_WORDS.exec(after) || [];
  if (first === undefined) return false;
  const isHead = (word: string): boolean => (bitsOf(word.toLowerCase()) & HEAD) !== 0;
  if (!isHead(first) && !(second !== undefined && !NO_QUALIFIER.test(first) && isHead(second))) return false;
  const before = text.slice(Math.max(0, start - 30), start);
  // “Theo's annual review paperwork” is of him.
  if (/[A-Z][a-z]+['’]s $/.test(before)) return false;
  if (IS_SEEN_BY.test(before) || (IS_LISTED.test(before) && A_LIST.test(after))) return false;
  // A form is an empty one, but for those that are filled in about a child.
  return !/^forms?$/i.test(first) || concern === null || concern.concern !== 'safeguarding';
}

/** True when an amount stands near a word of money. */
function saysAmount(text: string, { start, end }: Hit): boolean {
  const [before = ''] = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - AMOUNT_REACH), start)) ?? [];
  const around = before + text.slice(start, end + AMOUNT_REACH).replace(/\n[^]*/, '');
  return AMOUNT.test(around);
}

/** True for a word of money without an amount, and for a share of many. */
export function isOfSums({ text }: Page, hit: Hit, after: string): boolean {
  const term = text.slice(hit.start, hit.end);
  return MONEY.test(term) ? !saysAmount(text, hit) : after.includes('%') && A_SHARE.test(after) && !/time|attendance/i.test(term);
}

/** True for a word that is anybody's, or what a meeting is about. `just` stands before it. */
export function isOfAnybody(just: string): boolean {
  return ANYBODYS.test(just) || (IS_TOPIC.test(just) && !IS_ON.test(just));
}

/** True for a word that is general after its sentence so far, or stands among words of work. */
export function isOfMany(page: Page, { start }: Hit, sentence: string, sentenceStart: number, isAboutOne: boolean): boolean {
  const end = sentence.slice(-50);
  return (!isAboutOne && OF_MANY.test(end) && !IS_ON.test(end)) || hasCue(page, WORK, Math.max(sentenceStart, start - 60), start);
}

/** A case made up for training. */
const IS_MADE_UP = onlyWith(
  'scenario|case stud|role play|roleplay|model answer|card |tells you |who do you tell|do you ',
  /\b(?:scenarios?|case stud(?:y|ies)|role ?play|model answers?|card \d|tells you (?:s?he|his|her|that)|who do you tell|do you (?:say|promise))\b/i,
);
const MADE_UP_REACH = 300;

/** True near a case that is made up for training. */
export function isMadeUp({ text }: Page, { start, end }: Hit): boolean {
  return IS_MADE_UP.test(text.slice(Math.max(0, start - MADE_UP_REACH), end + MADE_UP_REACH));
}

/** True where a story is told; children take part in plays. */
export function isStory(page: Page, isOrdinary: boolean, start: number, end: number): boolean {
  return page.cuesBetween(start, end).some(({ bits, word }) => (bits & STORY) !== 0 && (isOrdinary || !page.isNote() || !ON_STAGE.test(word)));
}

/** True where a lesson is told or set. */
export function isLesson(page: Page, isOrdinary: boolean, start: number, end: number): boolean {
  const from = Math.max(0, start - LESSON_REACH);
  return page.cuesBetween(from, end + LESSON_REACH).some(({ bits, word }) => (bits & LESSON) !== 0 && !(page.isNote() && (OF_TEACHERS.test(word) || (!isOrdinary && word === 'slides')))) || SET_WORK.test(page.text.slice(from, end + LESSON_REACH));
}
