import { HEAD, LESSON, MANY, MAYBE_SCHOOL, SCHOOL, STORY, UNSURE, WORK, bitsOf } from './cues';
import { isFirstName } from './mentions';
import type { Mention, MentionKind } from './mentions';
import { lastAtOrBefore } from './page';
import type { Page } from './page';
import { firstOf } from './phrases';
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
/** What the way they are joined adds: next to each other, in one clause, in one sentence. */
const TIGHT = 20;
const DIRECT = 10;
const LOOSE = 0;
/** The word is what the person does. */
const OFFICE = -1;
/** The most that a person and a join add, and what it takes away that the sentence before names the person. */
const MOST_LINK = 40;
const CARRIED = -10;
/** What each sign of school life adds where something is missing, and how many count. */
const SIGN = 10;
const MOST_SIGNS = 3;
/** Words of these weights or less are also said in ordinary talk: they need such signs, and the last a sure one. */
const ORDINARY = 20;
const EVERYDAY = 15;
/** The least a word and a person must come to, and the most with the help of signs. */
const LEAST = 65;
const MOST_BY_SIGNS = 75;

/** How far back and forth the sentences are read, in characters. */
const BEFORE = 260;
const AFTER = 120;
/** How near a name has to stand to one of the organisation's own words, and a word that the policy wants to its term. */
const NEAR = 80;
const NEAR_WORD = 100;
/** How far a word may stand from a person before and after it. */
const REACH = 120;
const REACH_AFTER = 60;
/** How many people before a word, and after it, are looked at. */
const MOST_PEOPLE = 6;
/** How far from a name a lesson is told. */
const LESSON_REACH = 160;

/** “Theo's …”, “Theo has …”, “she is on …” and little more before the word. */
const TIGHTLY =
  /^(?:['’]s? (?:\w+ ){0,2}|(?: \([^)]{1,12}\))?(?:['’](?:s|re)| has| had| have| is| was| are| were| gets?| got| needs?| takes?| took| uses| wears| sees| carries| suffers(?: from)?| came in| came to school| turned up| arrived| may have| might have| will have| will be| lives in)(?: (?:been|also|now|an?|the|on|her|his|severe|mild|severely|diagnosed|with|under|open|to|known|got|very|still|just|again|being|having|put|gone|off|for|had|no|both|quite|really|as|half|part|originally|actually)){0,5} ?| )$/i;

/** Phrases between a person and a word that make it their work. */
const WORKS_WITH =
  /\b(?:report on|talk on|experience (?:of|in|with)|has (?:sent|drafted|updated|completed|booked|the|written)|author of|against the|looking (?:for|after)|asked (?:for (?:more|a copy)|if|what|whether)|(?:says?|said):? (?:the|training|my|that the|there)|thinks we|tak(?:e|en|ing) over|raised £|(?:is|was|as) (?:the |our |your |an? |now |new )*(?:[\w-]+ ){0,2}(?:governor|champion|contact|link|officer|co-?ordinator|nurse|therapist|advis[eo]r|manager|director|chair|trustee|member))\b/i;

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
const SET_WORK = /\b(?:in which|homework (?:attached|due|is)|assembly (?:on|slides)|bring your|read the|article for|test on|(?:write|wrote) a paragraph|discuss (?:with|in)|in (?:your )?(?:pairs|groups)|find (?:two|three|four|five) \w+s\b|blood brothers|inspector calls|of mice and men|noughts (?:and|&) crosses|christmas carol|animal farm|curious incident|(?:^|\n)(?:subject: )?(?:y(?:ear )?\d+ )?(?:re|pshe|rse|history|english|biology|sociology|psychology|citizenship|drama)(?: lesson)?:|case study|exam board|slide \d|on page \d|textbook|of the scheme|scheme of work|act \d)\b/i;

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
/** What a service does for somebody: “CAMHS are seeing Theo”, “the youth offending team are working with him”. */
const SERVES =
  /^[^.!?\n]{0,40}\b(?:(?:involved|working|work|worked|engaged|met|liaising|speaking) with|seeing|saw|assess(?:ed|ing)|support(?:ed|ing)|visit(?:ed|ing)|discharged|accepted|closed|opened|removed|interviewed|turned down|took|allocated to|reviewing|reviewed|monitoring) (?:\w+ )?(?=[A-Z]|him|her|them|the family|he |she |mum|dad)/;
/** “FSM uptake is 22%”. */
const A_SHARE = /^[^.!?\n:;]{0,24}\b\d+(?:\.\d+)? ?%(?! (?:extra|et\b|attend))/i;
/** Words of money, which say something of somebody only before an amount. */
const MONEY = /^(?:pay|paid|wages|salary|earns|scale p\w+|package|tlr|overtime|backdated|increment|gross|net pay|hourly rate|recruitment allowance|allowance|grand|pay rise|bonus|honorarium|payment|per hour|an hour|settlement|severance|deduct\w+|(?:settlement|severance|redundancy) (?:figure|quote|payment|offer|terms|pay))s?$/i;
const AMOUNT = /£ ?\d|\d,\d{3}|\d ?(?:grand|k)\b|@ ?\d|\d{4}L\b|\b(?:M[1-6]|UPS? ?[1-3]|L[1-9]\d?|SCP ?\d+|scale \d|point \d+|grade [A-J])\b/;
/** How far from a word of money its amount may stand. */
const AMOUNT_REACH = 60;
const BUYS = /\b(?:trip|lunch|dinner|tickets?|uniform|deposit|invoice|quote for|stall|coach|raised|donat\w+|sponsor\w*|lessons?|club|order|budget|fund|advert|cover needed|post|vacancy|fee|prize)\b/i;

/** Where the sentence that holds an offset begins; line breaks inside a paragraph do not end it. */
const SENTENCE_END = /[.!?](?=\s+["'(]?[A-Za-z\u00c0-\u00de])|\n\s*\n|\n[ \t]*[-*•]|\t/g;

/** “Mr. Smith” and “J. Smith” do not end a sentence, nor does “approx. five”. */
function isInside(text: string, { 0: written, index }: RegExpExecArray): boolean {
  if (written !== '.') return false;
  const before = text.slice(Math.max(0, index - 4), index);
  return /\b(?:Mrs?|Ms|Dr|St|No|[A-Z])$/.test(before) || (/^\s+["'(]?[a-z]/.test(text.slice(index + 1, index + 5)) && !/[a-z]{4}$/.test(before));
}

function sentenceStart(before: string): number {
  let start = 0;
  SENTENCE_END.lastIndex = 0;
  for (let match = SENTENCE_END.exec(before); match !== null; match = SENTENCE_END.exec(before)) {
    if (isInside(before, match)) continue;
    start = match.index + match[0].length;
  }
  return start;
}

/** How much of the text after a word belongs to its sentence. */
function sentenceLength(after: string): number {
  SENTENCE_END.lastIndex = 0;
  let match = SENTENCE_END.exec(after);
  while (match !== null && isInside(after, match)) match = SENTENCE_END.exec(after);
  return match === null ? after.length : match.index;
}

/** “Dear Ms Frost, … you are dismissed”: a letter tells the one it greets. */
const IS_TOLD_YOU = /\b(?:you(?:'ve| have| are| were| will)|your)\b[^.!?]{0,80}$/i;
const ADDRESSES = /^\W*(?:(?:dear|hi|hello) )?[A-Z][\w' .-]{1,30},/i;

function sentenceBefore(text: string, end: number): string {
  return text.slice(Math.max(0, end - REACH), end);
}

/** Terms that are somebody's work, and what stands between the name of who does it and them. */
const IS_ROLE = /(?:psych\w*|worker|paediatrician|foster carer|therap\w+|counsellor|camhs|mash|lado|services|health|social care|early help|autism|dyslexia)s?$/i;
const IN_OFFICE = /^(?:,| \(| -| is| was| from| of| at)(?: ?(?:an?|the|our|your|new|school))* ?$/;

/** “FSM list: Ruth Adams, Tim Adams”, “PP children in my class: Callum, Betsy”. */
const LISTS_NAMES = /^(?: (?:list|register|pupils|children|students|kids|names|group|in|for|on|this|today|who|attending)(?:,? [\w']+){0,8})?: ?\n?(?=[A-Z])/;
const LISTS_OTHERS = /\b(?:interviews?|responsib\w+|links?|leads?|panel|candidates|present|apologies|governors|speakers|contacts?)\b/i;
/** “Speech therapy report on Bella Rossi”. */
const PAPER_ABOUT = /^ (?:report|review|assessment|referral|letter|notes?|minutes|meeting|plan|appointment|file|update|log|chronology|form|call\b.*) (?:on|for|re|about|regarding|of) $/i;
/** “As a looked-after child, Kit Rowe …”, “Following a strategy meeting, Kit Rowe …”. */
const OPENS = /^\W*(?:as|following|after|since|because of|due to|given) (?:an?|the|his|her)? ?$/i;
/** What leads from a word to its person. */
const LEADS_TO =
  /(?:^|\s)(?:please (?:add|give|include|put|backdate|remove|take|let|excuse)|to (?:see|visit|meet|talk to|speak to|assess|observe|interview)|(?:visiting|meeting|assessing|observing)|spoke to|met|visited|will see|is seeing|are seeing|saw|sees|seen|for|re|regarding|concerning|about|of|on|against|involving|that|where|from|discharged) (?:(?:the|our|my|your|new|his|her|both|year \d+|pupil|student|child|a|little|poor) ){0,3}$|[:–(]\s?$|[-/] $/i;
/** Words that are verbs themselves, so that a name may stand right beside them. */
const IS_VERB = /ed(?: (?:to|that|for|until|from|as|off|out|up|down|in))?$|ing$|^(?:took|made|wets?|identifies|must not|not|no|born|lives|stole|fought|refuses|his|her|their|is|has|had|was|been|being|in|on|under|can't|cannot|didn't|hasn't|isn't|carries|comes|came|goes|went|hides|failed|smells|smelt) |^earns$/i;

/** The text between two places with its line breaks as spaces. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** True when a word with any of these bits begins in text[from..to). */
function has(page: Page, bits: number, from: number, to: number): boolean {
  return page.cuesBetween(from, to).some((cue) => (cue.bits & bits) !== 0);
}

/** How far around a word signs of school life count; the text is looked at in steps of this many characters. */
const SCHOOL_STEP = 256;

/** Signs of school life: each that is at home there counts twice, as does that the text is a note. */
function signsOfSchool(page: Page, { start }: Hit): { readonly sure: number; readonly all: number } {
  const step = Math.floor(start / SCHOOL_STEP) * SCHOOL_STEP;
  const sure = new Set<string>(page.isNote() ? ['note'] : []);
  const maybe = new Set<string>();
  for (const { bits, word } of page.cuesBetween(step - SCHOOL_STEP, step + 2 * SCHOOL_STEP)) {
    if ((bits & SCHOOL) !== 0) sure.add(word);
    else if ((bits & MAYBE_SCHOOL) !== 0) maybe.add(word);
  }
  return { sure: sure.size, all: Math.min(MOST_SIGNS, 2 * sure.size + maybe.size) };
}

/** Ordinary words need signs of school life, and those of every newspaper a sure one. */
function hasEnoughSigns(page: Page, hit: Hit, weight: number): boolean {
  const { sure, all } = signsOfSchool(page, hit);
  return sure > 0 || (weight > EVERYDAY && all > 0);
}

/** True when the words after a term make it a role, a text or an event. */
function isGeneral({ text }: Page, { start, word: { concern } }: Hit, after: string): boolean {
  const [, first, second] = NEXT_WORDS.exec(after) || [];
  if (first === undefined) return false;
  const isHead = (word: string): boolean => (bitsOf(word.toLowerCase()) & HEAD) !== 0;
  if (!isHead(first) && !(second !== undefined && !NO_QUALIFIER.test(first) && isHead(second)) && !MORE_HEADS.test(after)) return false;
  const before = text.slice(Math.max(0, start - 30), start);
  if (IS_SEEN_BY.test(before) || (IS_LISTED.test(before) && A_LIST.test(after))) return false;
  // A form is an empty one, but for those that are filled in about a child.
  return !/^forms?$/i.test(first) || concern === null || concern.concern !== 'safeguarding';
}

/** How a word joins somebody who stands before it; null when it does not. */
function joinBefore(page: Page, hit: Hit, { end, kind }: Mention): number | null {
  if (hit.start - end > REACH || has(page, WORK | UNSURE, end, hit.start)) return null;
  // “Yusuf Ali, who is on …” is about him; “people who” is not.
  const between = flat(page.text.slice(end, hit.start)).replace(/^,? (?:who|whose)(?=['’ ])/, ' ');
  if (WORKS_WITH.test(between)) return null;
  const term = page.text.slice(hit.start, hit.end);
  if (IS_ROLE.test(term) && IN_OFFICE.test(between)) return OFFICE;
  if (TIGHTLY.test(between) && (between !== ' ' || IS_VERB.test(term) || kind !== 'named' && kind !== 'first')) return TIGHT;
  return between === ' ' ? LOOSE : DIRECT;
}

/** The same of somebody who stands after it. */
function joinAfter(page: Page, hit: Hit, { start, kind }: Mention, sentence: string, isAlone: boolean): number | null {
  const between = flat(page.text.slice(hit.end, start));
  if (PAPER_ABOUT.test(between)) return DIRECT;
  if (between.length > REACH_AFTER || has(page, WORK | UNSURE, hit.end, start) || WORKS_WITH.test(between) || /[.!?] /.test(between)) return null;
  const term = page.text.slice(hit.start, hit.end);
  const { concern, weight } = hit.word.concern as NonNullable<Hit['word']['concern']>;
  const isSure = weight > ORDINARY;
  // “Pupil premium: Mrs Green” names whom to ask.
  if (concern !== 'staff' && /^ ?[:–-] $/.test(between) && /^M(?:rs?|s|iss|x) /.test(page.text.slice(start, start + 6))) return null;
  if (concern === 'staff' && between === ' with ') return DIRECT;
  if (between === ' ' && ((IS_VERB.test(term) && !/ing$/i.test(term)) || /(?:against|about|with|for|on)$/i.test(term))) return DIRECT;
  if (OPENS.test(sentence) && /^ ?(?:[\w-]+ ?){0,2}, $/.test(between)) return DIRECT;
  if (between === ' by ') return DIRECT;
  if (kind === 'they') return null;
  if (kind === 'pronoun') return between === ' ' || /^ (?:for|on|about|from) $/.test(between) || (isSure && page.isNote() && isAlone) ? LOOSE : null;
  if (/[^\w ] ?$/.test(between) && (between.length > (isSure ? 30 : 3) || LISTS_OTHERS.test(sentence))) return null;
  if (!isSure && / of (?:\w+ )*$/.test(between)) return null;
  if (LEADS_TO.test(between)) return DIRECT;
  return isSure && kind !== 'named' && /^ [\w ']*$/.test(between) && !/\b(?:with|by|from|to) $/.test(between) ? LOOSE : null;
}

/** True where a sensitive word stands: “Ritalin” and “CAMHS” have a capital, and are nobody. */
function isSensitiveWord({ hits }: Page, at: number): boolean {
  const hit = hits[lastAtOrBefore(hits, at)];
  return hit !== undefined && hit.end > at && hit.word.concern !== null;
}

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
  const term = text.slice(hit.start, hit.end);
  if (MONEY.test(term) ? !saysAmount(text, hit) : A_SHARE.test(after) && !/time|attendance/i.test(term)) return null;
  if (isOrdinary && !hasEnoughSigns(page, hit, concern.weight)) return null;
  if (concern.concern === 'staff' && !isOrdinary && IS_TOLD_YOU.test(sentenceBefore(text, hit.start)) && ADDRESSES.test(text.slice(0, 60))) return { weight: 40, signs: 0, code: 'you', person: null };
  const windowStart = Math.max(0, hit.start - BEFORE);
  const around = page.mentionsBetween(windowStart, hit.end + AFTER);
  if (around.length === 0) return null;
  const listed = isOrdinary ? null : listAfter(page, hit, after);
  if (listed !== null) return listed;
  const isOffice = isGeneral(page, hit, after);
  const isServed = SERVES.test(after);
  if (isOffice && !isServed) return null;
  const just = text.slice(Math.max(0, hit.start - 40), hit.start);
  if (ANYBODYS.test(just) || (IS_TOPIC.test(just) && !IS_ON.test(just) && !WORRIES.test(just))) return null;
  const start = windowStart + sentenceStart(text.slice(windowStart, hit.start + 1));
  const end = hit.end + sentenceLength(after);
  const sentence = flat(text.slice(start, hit.start));
  const mentions = around
    .map((mention) => (mention.kind === 'described' && mention.start < hit.start && mention.end > hit.start ? { ...mention, end: hit.start } : mention))
    .filter((mention) => (mention.end <= hit.start || mention.start >= hit.end) && mention.start < end && !(mention.kind === 'first' && isSensitiveWord(page, mention.start)));
  const isStory = page.cuesBetween(start, end).some(({ bits, word }) => (bits & STORY) !== 0 && (isOrdinary || !page.isNote() || !ON_STAGE.test(word)));
  const isLesson = has(page, LESSON, Math.max(0, start - LESSON_REACH), end + LESSON_REACH) || SET_WORK.test(text.slice(Math.max(0, start - LESSON_REACH), end + LESSON_REACH));
  const isOfMany = (OF_MANY.test(sentence.slice(-50)) && !IS_ON.test(sentence.slice(-50)) && !(page.isNote() && OF_ONE.test(sentence.slice(-50)))) || has(page, WORK, Math.max(start, hit.start - 60), hit.start);
  // Names of faiths and peoples are mostly said of food, feasts and lessons.
  const isFaint = concern.concern === 'belief' && concern.weight <= EVERYDAY;
  let signs: { readonly sure: number; readonly all: number } | null = null;
  let best: PersonLink | null = null;
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
  const inside = mentions.filter((mention) => mention.start >= start);
  const before = inside.filter((mention) => mention.end <= hit.start).slice(-MOST_PEOPLE).reverse();
  if (!isOffice) {
    for (const mention of before) {
      const join = joinBefore(page, hit, mention);
      if (join === OFFICE) return null;
      if (join === null || (isOrdinary && join < DIRECT) || (isFaint && join < TIGHT) || (isLesson && !isPronoun(mention)) || (isStory && (isOrdinary || mention.kind !== 'named'))) continue;
      if (isOfMany && mention.kind !== 'named' && join < TIGHT && (isOrdinary || isPronoun(mention) || isOfMore(page, mentions, start, hit.start))) continue;
      if (isPronoun(mention)) weighPronoun(mention, join);
      else weigh(mention, join, mention.kind === 'named' ? 'said' : mention.kind);
    }
  }
  function weighPronoun(mention: Mention, join: number): void {
    const carried = carriedBy(mentions, mention);
    if (mention.kind === 'they' && !(join === TIGHT && page.isNote() && carried !== null && !has(page, MANY, carried.end, hit.start))) return;
    if (carried === null) weigh(mention, join, 'pronoun');
    else if (!isLesson) weigh(carried, carried.start >= start ? join : join + Math.max(-WHO[carried.kind], CARRIED), 'before');
  }
  if (!isLesson) {
    for (const mention of inside.filter(({ start: at }) => at >= hit.end).slice(0, MOST_PEOPLE)) {
      const join = isServed && mention.start - hit.end < REACH_AFTER ? DIRECT : joinAfter(page, hit, mention, sentence, before.length === 0 && !isOfMany);
      if (join === null || (isOrdinary && join < DIRECT) || isFaint || (isStory && (isOrdinary || mention.kind !== 'named'))) continue;
      if (isPronoun(mention)) weighPronoun(mention, join);
      else weigh(mention, join, mention.kind === 'named' ? 'about' : mention.kind);
    }
  }
  if (best !== null || isOffice || isOrdinary || isStory || isLesson) return best;
  // “Known to CAMHS.” after a sentence that names somebody.
  const nearest = mentions.filter((mention) => mention.end <= start).pop();
  if (nearest === undefined) return ownWord(hit, mentions);
  const isField = /(?:^|[.;,|])\W*[A-Z][\w ]{1,24}: $/.test(sentence);
  const isLogged = /\b(?:(?:logged|recorded|added|put) (?:it|this) (?:on|in|to|with)|told|informed|contacted) (?:the )?$/.test(sentence);
  if (isField || isLogged || (!isOfMany && before.length === 0 && !LISTS_OTHERS.test(text.slice(Math.max(0, nearest.start - NEAR), nearest.end)) && inside.every(({ kind }) => kind !== 'named') && (isShort(page, start, end, nearest.end) || (isTopic(page, nearest, start) && !has(page, MANY | UNSURE, start, end) && !YOU.test(text.slice(start, end)))))) {
    const previous = isPronoun(nearest) ? carriedBy(mentions, nearest) ?? nearest : nearest;
    weigh(previous, Math.max(-WHO[previous.kind], CARRIED) + (isField || isLogged ? DIRECT : LOOSE), 'before');
  }
  return best ?? ownWord(hit, mentions);
}

/** In a short note the one spoken of stays the same until another is named. */
const TOPIC_REACH = 260;
/** Somebody before whom a note speaks of things. */
function isTopic(page: Page, nearest: Mention, start: number): boolean {
  return page.isNote() && start - nearest.end < TOPIC_REACH && !has(page, MANY | WORK, start, start + 1) && !/\n[ \t]*[-*•]/.test(page.text.slice(nearest.end, start));
}

/** True when an amount stands near a word of money, and nothing says that it was spent. */
function saysAmount(text: string, { start, end }: Hit): boolean {
  const [before = ''] = /[^.!?\n]*$/.exec(text.slice(Math.max(0, start - AMOUNT_REACH), start)) ?? [];
  const around = before + text.slice(start, end + AMOUNT_REACH).replace(/\n[^]*/, '');
  return AMOUNT.test(around) && !BUYS.test(around);
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
const YOU = /\b(?:you|your|all)\b|["“]/i;

function isShort(page: Page, start: number, end: number, mentioned: number): boolean {
  const { text } = page;
  if (end - start > SHORT_SENTENCE || start - mentioned > JUST_BEFORE || has(page, MANY, start, end)) return false;
  const between = text.slice(mentioned, start);
  return (between.match(SENTENCE_END) ?? []).length <= 1 && !/\n\s*\n|\n[ \t]*[-*•]/.test(between) && !YOU.test(text.slice(start, end)) && !/["“]/.test(between);
}

/** True when many are spoken of, other than those whom the text means: “the Okafor boys” are not many. */
function isOfMore(page: Page, mentions: readonly Mention[], from: number, to: number): boolean {
  return page.cuesBetween(from, to).some(({ bits, start }) => (bits & MANY) !== 0 && !mentions.some((mention) => mention.start <= start && start < mention.end));
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

const NAME_LIST = /^[A-Z][\w'-]+(?: [A-Z]\b)?(?: [\w/()-]{1,12})?(?:(?:, | and |,? & |\n)[A-Z][\w'-]+(?: [A-Z]\b)?(?: [\w/()-]{1,12})?){2,}/;

/** A list of names that the word heads. */
function listAfter(page: Page, hit: Hit, after: string): PersonLink | null {
  const listed = LISTS_NAMES.exec(after);
  if (listed === null || LISTS_OTHERS.test(page.text.slice(Math.max(0, hit.start - 40), hit.start))) return null;
  const from = hit.end + listed[0].length;
  const [first, second] = page.namesBetween(from, from + AFTER);
  if (first !== undefined && first.start === from && second !== undefined && /^(?: \([^)]{1,20}\))?[,;\n]/.test(page.text.slice(first.end, second.start))) {
    return { weight: 40, signs: 0, code: 'names', person: first.key };
  }
  const words = NAME_LIST.exec(page.text.slice(from, from + AFTER));
  if (words === null || !words[0].split(/, | and |,? & |\n/).slice(0, 3).every((name) => isFirstName(page, name.split(' ')[0] as string, from))) return null;
  return { weight: 30, signs: 0, code: 'names', person: null };
}
