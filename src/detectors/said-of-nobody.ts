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
const IS_ON = /\b(?:(?:is|are|was|were|been|be|remains?|stays?|put|placed|back|gone|off|now|already|currently|went|goes|['’]s)\s+(?:still |now |currently |both |him |her |them |[A-Z]\w+ )?(?:on|in|under|with|for)|(?:apply|applying|applied|refer\w*|assess\w*|test\w*|screen\w*|qualif\w+|eligible|entitled|wait\w*|considered|approved|treated|subject) (?:for|to|of))\s+(?:the |an? )?$/i;
/** Words just before the term that make it anybody's. */
const ANYBODYS = /\b(?:any|many|most|such as|including|every|each|what is)\s+$/i;
/** “A referral with a diagnosis” is of one, “pupils with diagnoses” of many. */
const OF_ONE = /\b(?:(?:with|in|to|on|about|for) (?:an?|his|her|their|this)|subject (?:of|to) (?:an?|the))\s+(?:\w+\s+)?$/i;
/** “Will see staff about anxiety”, other than “worried about …”. */
const IS_TOPIC = /\b(?:about|on|around|regarding)\s+$/i;
const WORRIES = /\b(?:worr\w+|concern\w*|anxious|upset|\w+ report) (?:about|on|re|regarding)\s+$/i;

/** What says that a lesson follows. */
const SET_WORK = onlyWith(
  'in which|homework |assembly |bring your|read the|article for|test on|a paragraph|discuss |in pairs|in your pairs|in groups|in your groups|find |blood brothers|inspector calls|of mice and men|noughts |christmas carol|animal farm|curious incident|re:|pshe|rse|history|english|biology|sociology|psychology|citizenship|drama|lesson:|case study|exam board|slide |on page |textbook|of the scheme|scheme of work|act ',
  /\b(?:in which|homework (?:attached|due|is)|assembly (?:on|slides)|bring your|read the|article for|test on|(?:write|wrote) a paragraph|discuss (?:with|in)|in (?:your )?(?:pairs|groups)|find (?:two|three|four|five) \w+s\b|blood brothers|inspector calls|of mice and men|noughts (?:and|&) crosses|christmas carol|animal farm|curious incident|(?:^|\n)(?:subject: )?(?:y(?:ear )?\d+ )?(?:re|pshe|rse|history|english|biology|sociology|psychology|citizenship|drama)(?: lesson)?:|case study|exam board|slide \d|on page \d|textbook|of the scheme|scheme of work|act \d)\b/i,
);

/** What children take part in: it makes a story of ordinary words only. */
const ON_STAGE = /^(?:plays?|display|slides|rehearsals?|scenes?|costumes)$/;

/** The first two words after a term. */
const NEXT_WORDS = /^(?:['’]s?)?[\s/&-]{0,2}(\w+)(?:[\s/&-]{1,2}(\w+))?/;
const NO_QUALIFIER = /^(?:his|her|their|my|our|this|next|last|each|every|one|two|three|four|five|\d+)$/i;
const MORE_HEADS = /^ (?:review of|green paper|strategy group|drop[ -]ins?|first aiders?|premium money)\b/i;
/** “Open to the youth justice team” tells of a person what “the youth justice team” does not. */
const IS_SEEN_BY = /\b(?:(?:open|referred|known|referral) to|seen by|supported by|accepted by|under) (?:the |our )?$/i;
/** “We put her on the young carers register”. */
const IS_LISTED = /\bon (?:the |our |a )$/i;
const A_LIST = /^ (?:register|list|plan|pathway|waiting list)\b/i;
/** “FSM uptake is 22%”. */
const A_SHARE = /^[^.!?\n:;]{0,24}\b\d+(?:\.\d+)? ?%(?! (?:extra|et\b|attend))/i;
/** Words of money, which say something of somebody only before an amount. */
const MONEY = onlyWith(
  'pay|paid|wages|salary|earns|scale p|package|tlr|overtime|backdated|increment|gross|hourly rate|allowance|grand|bonus|honorarium|per hour|an hour|settlement|severance|deduct|redundancy',
  /^(?:pay|paid|wages|salary|earns|scale p\w+|package|tlr|overtime|backdated|increment|gross|net pay|hourly rate|recruitment allowance|allowance|grand|pay rise|bonus|honorarium|payment|per hour|an hour|settlement|severance|deduct\w+|(?:settlement|severance|redundancy) (?:figure|quote|payment|offer|terms|pay))s?$/i,
);
const AMOUNT = /£ ?\d|\d,\d{3}|\d ?(?:grand|k)\b|@ ?\d|\d{4}L\b|\b(?:M[1-6]|UPS? ?[1-3]|L[1-9]\d?|SCP ?\d+|scale \d|point \d+|grade [A-J])\b/;
/** How far from a word of money its amount may stand. */
const AMOUNT_REACH = 60;
const BUYS = /\b(?:trip|lunch|dinner|tickets?|uniform|deposit|invoice|quote for|stall|coach|raised|donat\w+|sponsor\w*|lessons?|club|order|budget|fund|advert|cover needed|post|vacancy|fee|prize)\b/i;

/** True when the words after a term make it a role, a text or an event. */
export function isGeneral({ text }: Page, { start, word: { concern } }: Hit, after: string): boolean {
  const [, first, second] = NEXT_WORDS.exec(after) || [];
  if (first === undefined) return false;
  const isHead = (word: string): boolean => (bitsOf(word.toLowerCase()) & HEAD) !== 0;
  if (!isHead(first) && !(second !== undefined && !NO_QUALIFIER.test(first) && isHead(second)) && !MORE_HEADS.test(after)) return false;
  const before = text.slice(Math.max(0, start - 30), start);
  if (IS_SEEN_BY.test(before) || (IS_LISTED.test(before) && A_LIST.test(after))) return false;
  // A form is an empty one, but for those that are filled in about a child.
  return !/^forms?$/i.test(first) || concern === null || concern.concern !== 'safeguarding';
}

/** True when an amount stands near a word of money, and nothing says that it was spent. */
function saysAmount(text: string, { start, end }: Hit): boolean {
  const [before = ''] = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - AMOUNT_REACH), start)) ?? [];
  const around = before + text.slice(start, end + AMOUNT_REACH).replace(/\n[^]*/, '');
  return AMOUNT.test(around) && !BUYS.test(around);
}

/** True for a word of money without an amount, and for a share of many. */
export function isOfSums({ text }: Page, hit: Hit, after: string): boolean {
  const term = text.slice(hit.start, hit.end);
  return MONEY.test(term) ? !saysAmount(text, hit) : after.includes('%') && A_SHARE.test(after) && !/time|attendance/i.test(term);
}

/** True for a word that is anybody's, or what a meeting is about. `just` stands before it. */
export function isOfAnybody(just: string): boolean {
  return ANYBODYS.test(just) || (IS_TOPIC.test(just) && !IS_ON.test(just) && !WORRIES.test(just));
}

/** True for a word that is general after its sentence so far, or stands among words of work. */
export function isOfMany(page: Page, { start }: Hit, sentence: string, sentenceStart: number): boolean {
  const end = sentence.slice(-50);
  return (OF_MANY.test(end) && !IS_ON.test(end) && !(page.isNote() && OF_ONE.test(end))) || hasCue(page, WORK, Math.max(sentenceStart, start - 60), start);
}

/** True where a story is told; children take part in plays. */
export function isStory(page: Page, isOrdinary: boolean, start: number, end: number): boolean {
  return page.cuesBetween(start, end).some(({ bits, word }) => (bits & STORY) !== 0 && (isOrdinary || !page.isNote() || !ON_STAGE.test(word)));
}

/** True where a lesson is told or set. */
export function isLesson(page: Page, start: number, end: number): boolean {
  const from = Math.max(0, start - LESSON_REACH);
  return hasCue(page, LESSON, from, end + LESSON_REACH) || SET_WORK.test(page.text.slice(from, end + LESSON_REACH));
}
