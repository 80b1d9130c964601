import { isAsked, isAtWork } from './at-work';
import { bitsOf } from './cues';
import { isNotName } from './names';
import { isAccented, KEYS, NUMBER, numberOf, STEP } from './notation';
import type { Page } from './page';
import { CAPITAL, endOfWay, waysAhead } from './person-ways';
import type { Way } from './person-ways';

/*
 * Who a text speaks of: people by full name (“Amelia Clarke”, “Mrs Khan”), by first name or initials (“Theo”, “Theo K”,
 * “JB in Year 8”), by what they are to somebody (“your son”, “a Y9 boy”, “the Okafor twins”, “Mum”), or by a pronoun.
 * Those greeted, those who sign and those who hold an office are nobody concerned.
 */

export type MentionKind = 'named' | 'first' | 'described' | 'pronoun' | 'they';

export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  /** The person in lower case, equal for one person; null where the text does not say. */
  readonly key: string | null;
  /** True for those who hold an office or do the work: nothing is told of them, nor by a pronoun that stands for them. */
  readonly isAtWork?: boolean;
}

const WAYS_OF_THE: readonly Way[] = ['group', 'worker', 'child', 'definite'];
const WAYS_OF_OUR: readonly Way[] = ['kin', 'worker', 'child'];
const WAYS_OF_A: readonly Way[] = ['worker', 'child'];
const WAYS_OF_MY: readonly Way[] = ['kin', 'worker', 'child'];
const WAYS_OF_CAPITAL: readonly Way[] = ['initialled', 'initials', 'kin'];

/** Which ways a word may begin, in lower case. */
const BEGINNINGS: { readonly [word: string]: readonly Way[] | 'pronoun' | 'family' | 'they' } = {
  they: 'they', both: ['group'], all: ['group'], initials: ['initials'], new: ['worker'],
  he: 'pronoun', she: 'pronoun', him: 'pronoun', hers: 'pronoun', himself: 'pronoun', herself: 'pronoun',
  his: ['kin'], her: ['kin'], their: ['kin'], our: WAYS_OF_OUR, your: WAYS_OF_OUR,
  mum: 'family', dad: 'family', nan: 'family', mam: 'family', mummy: 'family', daddy: 'family', grandma: 'family', grandad: 'family', stepdad: 'family', stepmum: 'family',
  the: WAYS_OF_THE, a: ['initialled', 'worker', 'child'], an: WAYS_OF_A, this: WAYS_OF_A, that: WAYS_OF_A, my: WAYS_OF_MY, one: WAYS_OF_A,
  mr: ['titled'], mrs: ['titled'], ms: ['titled'], miss: ['titled'],
  in: ['child'], from: ['child'], of: ['child'], year: ['child'], yr: ['child'],
  pupil: ['initials'], student: ['initials'], child: ['initials'], re: ['initials'],
};

let begins: Map<string, readonly Way[] | 'pronoun' | 'family' | 'they'> | null = null;
/** The longest of them. */
const LONGEST_BEGINNING = 8;
/** Ways of which a word stands in the text after their beginning. */
const HAVE_HEADS: readonly Way[] = ['group', 'worker', 'child', 'definite'];

/** Capitalised words that are nobody's first name, beside those that no name holds. */
const NOT_A_FIRST_NAME =
  'Its Every Each One Some Any There Here So While Now Then Today Tomorrow Yesterday Autism Dyslexia Asthma Epilepsy Parliament Britain Europe Africa China Russia Iraq Iran Israel India France Germany Women Men People Teachers Everyone Someone Anyone Nobody Mental Self Cancer Diabetes Depression Anxiety Barnardo Mencap Mind Childline Congress Bush Clinton Trump Islam Jesus God Christ Amendment Law Training Company Life Research Attendance Absence Neglect Support Just Can Could Would Should Will Does Did Do Also Sorry Ok Okay Unfortunately However Following After Since During Because Due Given Both Under Over Please Let Quick Great Bit Another Per Via Daddy Mummy Advert Vacancy Maternity Problem Photo Set Room Right Whoever Whichever Panel Solicitor Hiya Section Point Points Update Heads Subject Victim Jews Eastern Western Settlement Payroll Household Arbor Letter Lady Gentleman Bromcom Vegan Vegetarian Gluten Dairy Milk Eggs Nuts Soya Wheat Fish Sesame Celery Mustard Grandma Grandad Father Mother Child Grade Once Ten Rest File Aut Spr Ref Auditor Procession Ramadan Plus Head Hall Month Offer Girl Boy Ours Tutor English Muslim Catholic Christian Jewish Hindu Sikh Polish';
const NO_NAME_ENDS_SO = /^\w+(?:ing|tion|ment|ness|ism|viour)$/;
/** Names that are also words. */
const ALSO_WORDS = 'Will Mark Grace Hope Faith Rose Joy May Max Grant Miles Frank Pat Sue Rob Nick Guy Summer Autumn Lily Ivy Holly Daisy Amber Jade Ruby Pearl Poppy';
/** What comes after a first name that opens a sentence, and not after most other words. */
const SPEAKS_OF = /^(?:['’]s\b| ?[(,–=-]|: (?:on|has|is|was|now|not|needs|still|moved|back|been|had|no|told|said|came|mum|dad|he|she|his|her)\b| (?:and [A-Z]|(?:in|from) (?:[Yy]\d\w*|[Yy]r|[Yy]ear|[Rr]ec|\d\w*|my|our|your|[a-z]+ (?:is|has|was|needs)))\b)/;
const DONE_BY_SOMEBODY =
  'only never always sometimes often once really even rang cut ate slept hid swung ran broke went got set left put hit bit threw stole swore spat kept made brought keeps wants comes goes lost fell felt feels seems thinks looks qualifies hates likes loves has hasn\'t had is isn\'t was wasn\'t need needs will won\'t came told said says get gets take takes live lives does doesn\'t did didn\'t can can\'t cannot may might must would also starts earns sits stays joins leaves works finds tells talks speaks plays eats sleeps hides hits kicks bites throws runs refuses struggles asks shows cries attends moves owes pays claims prays fasts identifies turns walks still now just again self disclosed wears uses carries suffers sees';
const VERB = /^ ([a-z]+?n't|[a-z]+)(?!\w)/;
let doneBySomebody: ReadonlySet<string> | null = null;

/** True for what comes after somebody who is spoken of. */
function speaksOf(after: string): boolean {
  const [, verb] = VERB.exec(after) || [];
  if (doneBySomebody === null) doneBySomebody = new Set(DONE_BY_SOMEBODY.split(' '));
  return (verb !== undefined && (doneBySomebody.has(verb) || /.ed$|^refus./.test(verb))) || SPEAKS_OF.test(after);
}

/** “Experts said” are many; “James has” is one. */
const ARE_MANY = /^[A-Z]\w*s (?:said|told|sent|came|tried|had|will)/;
/** Before a place rather than a person. */
const AT_A_PLACE = /\b(?:in|at|near|via|on|from|to|of|the|an?|every|each|this|next|last|all|st\.?|\d+(?:st|nd|rd|th)?)\s$/i;

let notFirstNames: ReadonlySet<string> | null = null;
let alsoWords: ReadonlySet<string> | null = null;

/** False for a word that the text has in small letters as well: it opened a sentence. */
export function isFirstName(page: Page, word: string, start: number): boolean {
  if (notFirstNames === null) {
    notFirstNames = new Set(NOT_A_FIRST_NAME.split(' '));
    alsoWords = new Set(ALSO_WORDS.split(' '));
  }
  return !isNotName(word) && !notFirstNames.has(word) && !NO_NAME_ENDS_SO.test(word) && ((alsoWords as ReadonlySet<string>).has(word) || !page.wordsAround(start).small.has(` ${word.toLowerCase()}`));
}

/** The words of a text that stand in small letters, and those that have a capital inside a sentence. */
export interface WordForms {
  /** Each after a space. */
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
  /** True for a text that somebody wrote without capitals. */
  readonly isSmall: boolean;
  /** True when it speaks of one person by a pronoun, or of kin. */
  readonly isOfOne: boolean;
}

const OF_ONE = /\b(?:s?he|him|her|his|mum|dad|nan|son|daughter|boy|girl|lad)\b/i;

const SMALL = / [a-z]+(?= )/g;
const CAPITAL_INSIDE = /[a-z,] ([A-Z][a-z\u00df-\u017f]+)/g;

export function wordForms(text: string): WordForms {
  const small = new Set<string>(text.match(SMALL));
  const capital = new Set<string>();
  CAPITAL_INSIDE.lastIndex = 0;
  for (let match = CAPITAL_INSIDE.exec(text); match !== null; match = CAPITAL_INSIDE.exec(text)) capital.add(match[1] as string);
  return { small, capital, isSmall: /^\s*[a-z]/.test(text) && !/[.!?,]\s+[A-Z][a-z]/.test(text), isOfOne: OF_ONE.test(text) };
}

/** Words before somebody who is greeted, thanked or quoted: “Hi Theo Khan,” greets him; “Hi, Theo Khan has …” speaks of him. */
const GREETINGS = /^(?:dr|prof|professor|cllr|sir|dear|hi|hiya|hello|hey|morning|afternoon|thanks|you|cheers|regards|author)$/;
const TITLES = /^(?:dr|prof|professor|cllr|sir)$/;
const THANKS = /^(?:thanks|you|cheers|regards)$/;
const LAST_WORD = /([A-Za-z]+)([.:,]?)\s*$/;
const BY_THEM = /\b(?:led|run|organised|taken|taught|written|chaired|approved|drafted|given) by\s$/i;
const TOLD_TO_ASK = /(?:^|[.!?,;] |\b(?:please|should|must|to) )(?:tell|ask|contact|email)\s$|(?:^|[.!?,;] |\b(?:please|should|must) )see\s$/i;
const QUOTED = /[,"”] (?:says|said|wrote)\s$/;
const ADDRESSED = /(?:^|\n)(?:from|to|cc|by|sent|with)[:\s]+$/i;

/** True for what stands before somebody who is greeted, asked or named as the one who writes. */
function isGreeted(before: string): boolean {
  const [, word = '', sign] = LAST_WORD.exec(before) || [];
  const last = word.toLowerCase();
  if (GREETINGS.test(last)) return (last !== 'you' || /thank you\W*$/i.test(before)) && (sign === '.' ? TITLES.test(last) : sign !== ',' || THANKS.test(last));
  switch (last) {
    case 'by':
      return BY_THEM.test(before) || ADDRESSED.test(before);
    case 'from': case 'to': case 'cc': case 'sent': case 'with':
      return ADDRESSED.test(before);
    case 'tell': case 'ask': case 'contact': case 'email': case 'see':
      return TOLD_TO_ASK.test(before);
    case 'says': case 'said': case 'wrote':
      return QUOTED.test(before);
    default:
      return false;
  }
}

const GREETED = /^\s*(?:wrote|writes|<|\[mailto|@)/;
/** Names that are nobody concerned: the one greeted or asked, and the one who signs or wrote. */
function isBystander(page: Page, start: number, end: number): boolean {
  const { text } = page;
  // “Explain to Freya Lund's dad” speaks of her.
  const [before, after] = beside(text, start, end);
  if (!/^['’]s /.test(after) && (isGreeted(before.slice(-16)) || isAsked(before, after))) return true;
  return GREETED.test(after) || page.isSignature(start);
}

/** What stands before a name and after it. */
function beside(text: string, start: number, end: number): readonly [before: string, after: string] {
  return [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 60)];
}

/** After these a place may stand as well as a person: a person, where the text speaks of one. */
const OF_SOMEBODY = /\b(?:on|of|to|from)\s$/i;
/** “I'm at Skye's core group”, other than “at Sainsbury's on Friday”. */
const OWNS = /^['’]s (?!(?:on|in|at|for|and|by|before|after|this|next|is|has)\b)(?:[a-z]|[A-Z]{2})/;

/** True for a name that stands where a place may stand as well, in a note that means somebody by it. */
function isPersonAfterPlaceWord(page: Page, start: number, end: number, before: string): boolean {
  return page.isNote() && (OWNS.test(page.text.slice(end, end + 12)) || (OF_SOMEBODY.test(before) && page.wordsAround(start).isOfOne));
}

/** A name in small letters before its kin, anywhere, and before what is said of it, in a text without capitals. */
const SMALL_WITH_KIN = /[a-z]{3,14}(?=['’]s (?:mum|mam|dad|nan|gran|son|brother|sister|mother|father|step|carer)|s (?:mum|dad|nan)\b)/y;
const SMALL_NAME = /[a-z]{3,14}(?: [b-hj-z])?(?=(?: in (?:rec|reception|y\d+|yr \d+|\d+\w))?(?: is| still| has| had| carries| takes| needs| wears| gets| got|['’]s) )/y;
/** Small words before “mum” and “has” that are nobody, beside those that no name holds and those that tell what a text is about. */
const NO_SMALL_NAME = /^(?:whoever|whose|also|still|now|just|them|some|each|both|letter|head|today|tomorrow|room|door|bus|food|house|(?:no|some|any|every)?thing|problem|question|answer|reason|point|doctor|than|then|because|since|after|before|while|think|know|hope|file|link|hall|nobody|none|only|really|probably|maybe|let|there|here|(?:every|some)body|one|other|hers|say|kid|most|lot|load)s?$/;
const NOT_BEFORE_NAME = /\b(?:the|an?|this|that|these|our|your|their|his|her|my|each|every|any|some|no|all)\s$/i;

/** The person of a name in small letters, or null when the word is none. */
function smallNameAt(page: Page, start: number, word: string): Mention | null {
  const { text } = page;
  const next = text.charAt(start + word.length);
  if (word.length < 3 || !page.isNote() || !(next === ' ' || next === "'" || next === '’')) return null;
  const pattern = page.wordsAround(start).isSmall ? SMALL_NAME : SMALL_WITH_KIN;
  SMALL_WITH_KIN.lastIndex = start;
  let end = SMALL_WITH_KIN.test(text) ? SMALL_WITH_KIN.lastIndex : -1;
  if (end < 0 && pattern === SMALL_NAME) {
    SMALL_NAME.lastIndex = start;
    end = SMALL_NAME.test(text) ? SMALL_NAME.lastIndex : -1;
  }
  if (end < 0 || NO_SMALL_NAME.test(word) || isNotName(word) || bitsOf(word) !== 0 || NOT_BEFORE_NAME.test(text.slice(Math.max(0, start - 7), start))) return null;
  return { kind: 'first', start, end, key: text.slice(start, end) };
}

/** Before “mum”, “dad” or “nan” who are anybody's. */
const ANYBODYS = /\b(?:your|my|an?|the|any|every|each|and|or|for)\s$/i;

/** The end of a first name at an offset, with the letter of a surname after it. */
const FIRST_NAME = new RegExp(`${CAPITAL}(?![\\w-])(?: [A-Z]\\b\\.?)?`, 'y');

/** The person of a first name, or null when the word is none. */
function firstNameAt(page: Page, start: number): Mention | null {
  const { text } = page;
  FIRST_NAME.lastIndex = start;
  if (!FIRST_NAME.test(text)) return null;
  const end = FIRST_NAME.lastIndex;
  const [word = ''] = text.slice(start, end).split(' ');
  const before = text.slice(Math.max(0, start - 12), start);
  if (isNotName(word) || (AT_A_PLACE.test(before) && !isPersonAfterPlaceWord(page, start, end, before))) return null;
  const after = text.slice(end, end + 14);
  const opens = start === 0 || /(?:^|[.!?:;>•*\n\t]|["'“-] ?)\s*$/.test(before);
  if (opens && ARE_MANY.test(word + after)) return null;
  if (!isFirstName(page, word, start) || (opens && !speaksOf(after) && !page.wordsAround(start).capital.has(word))) return null;
  return { kind: 'first', start, end, key: word.toLowerCase() };
}

/** False where a capitalised word begins no such way: initials are one letter or two capitals, and an owner has an apostrophe. */
function mayBeCapital(way: Way, text: string, start: number, word: string): boolean {
  if (way === 'kin') return /['-]/.test(text.charAt(start + word.length));
  return word.length === 1 || (way === 'initials' && /^[A-Z]{2}/.test(word));
}

/** Whoever is spoken of from a word on; null when nobody is. */
function mentionAt(page: Page, start: number, word: string): Mention | null {
  const { text } = page;
  const isCapital = word.charCodeAt(0) < 97;
  if (!isCapital && word.length > LONGEST_BEGINNING) return smallNameAt(page, start, word);
  if (begins === null) begins = new Map(Object.keys(BEGINNINGS).map((key) => [key, BEGINNINGS[key] as readonly Way[]]));
  const small = word.toLowerCase();
  const begun = begins.get(small);
  if (begun === 'they') return { kind: 'they', start, end: start + word.length, key: null };
  if (begun === 'pronoun') return { kind: 'pronoun', start, end: start + word.length, key: null };
  if (begun === 'family') {
    const isAny = ANYBODYS.test(text.slice(Math.max(0, start - 8), start)) || / and dads?\b/.test(text.slice(start + word.length, start + word.length + 10));
    return isAny ? null : { kind: 'described', start, end: start + word.length, key: null };
  }
  const ways = begun || (/^y\d/.test(small) ? WAYS_OF_A : isCapital ? WAYS_OF_CAPITAL : null);
  if (ways === null) return smallNameAt(page, start, word);
  const ahead = ways === WAYS_OF_CAPITAL ? ways : HAVE_HEADS.some((way) => ways.includes(way)) ? waysAhead(text, start) : [];
  for (const way of ways) {
    if (ways === WAYS_OF_CAPITAL ? !mayBeCapital(way, text, start, word) : HAVE_HEADS.includes(way) && !ahead.includes(way)) continue;
    const end = endOfWay(way, text, start, word);
    if (end < 0) continue;
    const written = text.slice(start, end);
    if (way === 'definite') return { kind: 'pronoun', start, end, key: null };
    if (way === 'initialled') {
      if (isNotName(written.replace(/^.*[ .]/, ''))) continue;
      return { kind: 'named', start, end, key: written.toLowerCase() };
    }
    if (way === 'initials') return { kind: 'first', start, end, key: written.replace(/.* |\W/g, '').toLowerCase() };
    return { kind: way === 'titled' ? 'first' : 'described', start, end, key: way === 'titled' ? written.toLowerCase() : null };
  }
  if (small === 'their') return { kind: 'they', start, end: start + word.length, key: null };
  if (small === 'his' || small === 'her') return { kind: 'pronoun', start, end: start + word.length, key: null };
  return isCapital ? firstNameAt(page, start) : null;
}

/** True for the first letters of words, and for what else they have: digits, an underscore. */
function isWordLetter(code: number, isFirst: boolean): boolean {
  const key = KEYS[code] as number;
  return isFirst ? (key !== 0 && key <= 26) || isAccented(code) : key !== 0 || code === 95 || isAccented(code);
}

/** Whether a word in small letters may begin who is spoken of, by the last bits of its number: most do not, and are made no string of. */
let mayBegin: Uint8Array | null = null;
const PLACES = 0xfff;

function beginsSomebody(number: number): boolean {
  if (mayBegin === null) {
    mayBegin = new Uint8Array(PLACES + 1);
    for (const word of Object.keys(BEGINNINGS)) mayBegin[numberOf(word) & PLACES] = 1;
  }
  return mayBegin[number & PLACES] === 1;
}

/** Everyone spoken of who begins in one block of a text, in order of place. */
function read(page: Page, offset: number): readonly Mention[] {
  const { text } = page;
  const until = offset + BLOCK;
  const mentions: Mention[] = [];
  const names = page.namesBetween(offset - LONGEST, until);
  for (const { start, end, key } of names) if (start >= offset && !isBystander(page, start, end)) mentions.push({ kind: 'named', start, end, key, isAtWork: isAtWork(...beside(text, start, end)) });
  const isInName = (start: number): boolean => names.some((name) => name.start <= start && start < name.end);
  const isNote = page.isNote();
  let at = offset;
  // A word that the block begins in the middle of belongs to the one before.
  if (offset > 0 && isWordLetter(text.charCodeAt(offset - 1), false)) while (at < text.length && isWordLetter(text.charCodeAt(at), false)) at += 1;
  while (at < until && at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordLetter(code, true)) {
      at += 1;
      continue;
    }
    const start = at;
    let number = 0;
    for (; at < text.length && isWordLetter(text.charCodeAt(at), false); at += 1) number = (number * STEP + (KEYS[text.charCodeAt(at)] as number)) & NUMBER;
    // Names in small letters are read in notes alone; “y9” begins somebody as a word does.
    if (!isNote && code > 96 && code !== 121 && !isAccented(code) && !beginsSomebody(number)) continue;
    if (isInName(start)) continue;
    const mention = mentionAt(page, start, text.slice(start, at));
    if (mention === null) continue;
    at = Math.max(start + 1, mention.end);
    if (mention.kind === 'pronoun' || mention.kind === 'they') mentions.push(mention);
    else if (!isBystander(page, mention.start, mention.end)) mentions.push({ ...mention, isAtWork: isAtWork(...beside(text, mention.start, mention.end)) });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Blocks of a text are read once each. */
const BLOCK = 256;
const LONGEST = 80;

/** Finds everyone spoken of who begins in text[from..to), in order of place. */
export function mentionFinder(): (page: Page, from: number, to: number) => readonly Mention[] {
  const blocks = new Map<number, readonly Mention[]>();
  return (page, from, to) => {
    const found: Mention[] = [];
    for (let block = Math.max(0, Math.floor(from / BLOCK)); block * BLOCK < Math.min(to, page.text.length); block += 1) {
      let mentions = blocks.get(block);
      if (mentions === undefined) {
        mentions = read(page, block * BLOCK);
        blocks.set(block, mentions);
      }
      for (const mention of mentions) if (mention.start >= from && mention.start < to) found.push(mention);
    }
    return found;
  };
}
