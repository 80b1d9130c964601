import { isNotName } from './names';
import type { Page } from './page';

/*
 * Who a text speaks of: people by full name (“Amelia Clarke”, “Mrs Khan”), by first name or initials (“Theo”, “Theo K”,
 * “JB in Year 8”), by what they are to somebody (“your son”, “a Y9 boy”, “the Okafor twins”, “Mum”), or by a pronoun.
 * Those greeted, those who sign and those who hold an office are nobody concerned.
 */

export type MentionKind = 'named' | 'first' | 'described' | 'pronoun';

export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  /** The person in lower case, equal for one person; null where the text does not say. */
  readonly key: string | null;
}

const CAPITAL = "[A-Z\\u00c0-\\u00de][a-z\\u00df-\\u017f]{1,14}(?:-[A-Z][a-z]+)?";
const SCHOOL_YEAR = '(?:in |from |of )?\\(?(?:Y|Yr ?|Year ?|year |yr ?|y)(?:1[0-3]|[1-9])\\w{0,2}\\)?';
const CHILD = '(?:boy|girl|lad|pupil|student|child|kid|learner|leaver|starter|lass)';
const KIN =
  '(?:son|daughter|brother|sister|sibling|twins?|nephew|niece|cousin|mum|mam|mother|dad|father|step ?-?(?:mum|dad|mother|father|son|daughter|brother|sister)|nan|nana|gran|grandma|grandad|grandmother|grandfather|aunt|aunty|uncle|carer|guardian|partner|wife|husband|family|tutee|pupil|student|son and daughter)';

/** The ways but full names, which have a file of their own. */
const WAYS = ['initials', 'group', 'kin', 'mum', 'titled', 'worker', 'child', 'pronoun', 'first'] as const;
type Way = (typeof WAYS)[number];

const PATTERNS: { readonly [way in Way]: string } = {
  initials: `\\b[A-Z]\\.? ?[A-Z]\\.?(?=,? ?(?:and [A-Z]\\.? ?[A-Z]\\.? ?)?${SCHOOL_YEAR}|,? ?\\((?:both )?\\d)|\\b[A-Z]\\.[A-Z]\\.|\\b(?:[Pp]upil|[Ss]tudent|[Cc]hild|re:?|Re:?|RE:) [A-Z]{1,2}\\b`,
  group: `\\b[Tt]he ${CAPITAL}(?:'s|s'?)? (?:twins|family|siblings|brothers|sisters|boys|girls|children|kids|case|household)\\b`,
  kin: `\\b(?:[Oo]ur|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|${CAPITAL}'s) (?:[a-z]+ )?${KIN}\\b`,
  mum: '\\b(?:[Mm]um|[Dd]ad|[Nn]an|[Ss]tep ?(?:dad|mum)|[Mm]am)\\b(?! and dads?\\b)',
  titled: "\\b(?:[Mm]rs?|[Mm]s|[Mm]iss)\\.? (?:(?:&|and) (?:[Mm]rs?|[Mm]s|[Mm]iss)\\.? )?(?:[A-Z]\\.? )?[A-Za-z][a-z'-]+",
  worker: `\\b(?:[Oo]ur|[Mm]y|[Tt]he|[Oo]ne of (?:my|our|the)) (?:[\\w-]+ ){0,2}?(?:caretaker|cook|cleaner|chair|head|deputy|ta|TA|TAs|lsa|LSA|teacher|colleague|technician|receptionist|midday|team|driver|staff member|member of staff)\\b(?: of governors)?`,
  child: `\\b${SCHOOL_YEAR} ${CHILD}\\b|\\b(?:[Aa]n?|[Tt]his|[Tt]hat|[Tt]he|[Mm]y|[Oo]ur|[Yy]our|[Oo]ne of (?:my|our|your|the)) (?:[\\w-]+ ){0,2}?(?:${CHILD}s? (?:${SCHOOL_YEAR}|in (?:my|our|your|\\d\\w)|of (?:mine|ours|yours))|${SCHOOL_YEAR} ${CHILD}|tutees?|tutor group)\\b`,
  pronoun: '\\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]ers?|[Hh]is|[Hh]imself|[Hh]erself|[Tt]he (?:child|pupil|student|boy|girl|young person|learner|employee|family)(?! (?:premium|referral|passport|protection|council|voice|progress|list)))\\b',
  first: `\\b${CAPITAL}(?![\\w-])(?: [A-Z]\\b\\.?)?`,
};

let others: RegExp | null = null;

/** Capitalised words that are nobody's first name, beside those that no name holds. */
const NOT_A_FIRST_NAME =
  /^(?:Its|Every|Each|One|Some|Any|There|Here|So|While|Now|Then|Today|Tomorrow|Yesterday|Autism|Dyslexia|Asthma|Epilepsy|Parliament|Britain|Europe|Africa|China|Russia|Iraq|Iran|Israel|India|France|Germany|Women|Men|People|Teachers|Everyone|Someone|Anyone|Nobody|Mental|Self|Cancer|Diabetes|Depression|Anxiety|Barnardo|Mencap|Mind|Childline|Congress|Bush|Clinton|Trump|Islam|Jesus|God|Christ|Amendment|Law|Training|Company|Life|Research|Attendance|Absence|Neglect|Support|Just|Can|Could|Would|Should|Will|Does|Did|Do|Also|Sorry|Ok|Okay|Unfortunately|However|Following|After|Since|During|Because|Due|Given|Both|Under|Over|Please|Let|Quick|Great|Bit|Another|Per|Via|English|Muslim|Catholic|Christian|Jewish|Hindu|Sikh|Polish|\w+(?:ing|tion|ment|ness|ism|viour))$/;
/** Names that are also words. */
const ALSO_WORDS = /^(?:Will|Mark|Grace|Hope|Faith|Rose|Joy|May|Max|Grant|Miles|Frank|Pat|Sue|Rob|Nick|Guy|Summer|Autumn|Lily|Ivy|Holly|Daisy|Amber|Jade|Ruby|Pearl|Poppy)$/;
/** What comes after a first name that opens a sentence, and not after most other words. */
const SPEAKS_OF = /^(?:['’]s\b| ?[(,–-]| (?:and [A-Z]|has|hasn't|had|is|isn't|was|wasn't|needs?|will|won't|came|told|said|says|gets?|takes?|lives?|does|doesn't|did|didn't|can|can't|cannot|may|might|must|also|still|now|just|again|self|refus\w+|disclosed|wears|uses|carries|suffers|sees|[a-z]+ed)\b)/;
/** “Experts said” are many; “James has” is one. */
const ARE_MANY = /^[A-Z]\w*s (?:said|told|sent|came|tried|had|will)/;
/** Before a place rather than a person. */
const AT_A_PLACE = /\b(?:in|at|near|via|on|from|to|of|the|an?|every|each|this|next|last|all|st\.?|\d+(?:st|nd|rd|th)?)\s$/i;

/** False for a word that the text has in small letters as well: it opened a sentence. */
export function isFirstName(page: Page, word: string): boolean {
  return !isNotName(word) && !NOT_A_FIRST_NAME.test(word) && (ALSO_WORDS.test(word) || !page.words().small.has(word.toLowerCase()));
}

/** The words of a text that stand in small letters, and those that have a capital inside a sentence. */
export interface WordForms {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

const SMALL = / [a-z]+(?= )/g;
const CAPITAL_INSIDE = /[a-z,] ([A-Z][a-z\u00df-\u017f]+)/g;

export function wordForms(text: string): WordForms {
  const small = new Set<string>();
  const capital = new Set<string>();
  SMALL.lastIndex = 0;
  for (let match = SMALL.exec(text); match !== null; match = SMALL.exec(text)) small.add(match[0].slice(1));
  CAPITAL_INSIDE.lastIndex = 0;
  for (let match = CAPITAL_INSIDE.exec(text); match !== null; match = CAPITAL_INSIDE.exec(text)) capital.add(match[1] as string);
  return { small, capital };
}

// “Hi Theo Khan,” greets him; “Hi, Theo Khan has …” speaks of him.
const GREETING = /(?:\b(?:dr|prof|professor|cllr|sir|dear|hi|hiya|hello|hey|morning|afternoon|thanks|thank you|cheers|regards|author|[,"”] (?:says|said|wrote)|(?:^|\n)(?:from|to|cc|by|sent|with)|(?:led|run|organised|taken|taught|written|chaired|approved|drafted|given) by|with the help of)[.:]?\s*|(?:^|[.!?,;] |\b(?:please|should|must|to) )(?:tell|ask|contact|email|see)\s|\b(?:thanks|thank you|cheers|regards),\s*)$/i;
const GREETED = /^\s*(?:wrote|writes|<|\[mailto|@)/;
/** What a person at work is, just after the name. */
const HOLDS_OFFICE =
  /^(?:,| \(| -| –| from| of| is| was| as)(?: |$)?(?:an?|the|our|your|new|school|from|now|deputy|assistant|head of|acting|lead|senior|designated|is|was|[\w&]+){0,4} ?(?:[\w-]+ ){0,2}(?:senco|sendco|dsl|ddsl|governor|champion|contact|link|officer|co-?ordinator|nurse|therapist|advis[eo]r|manager|director|chair|trustee|lead|leader|headteacher|head|principal|consultant|specialist|psychologist|paediatrician|secretary|counsellor|teacher|inspector|minister|professor|author|inclusion|ceo)\b/i;

/** Names that are no person concerned: the one greeted, the one who signs, wrote or holds an office. */
function isBystander(page: Page, start: number, end: number): boolean {
  const { text } = page;
  // “Explain to Freya Lund's dad” speaks of her.
  if (GREETING.test(text.slice(Math.max(0, start - 14), start)) && !/^['’]s /.test(text.slice(end, end + 3))) return true;
  const after = text.slice(end, end + 60);
  return GREETED.test(after) || HOLDS_OFFICE.test(after) || page.isSignature(start);
}

const KINDS: { readonly [way in Way]: MentionKind } = {
  initials: 'first',
  group: 'described',
  kin: 'described',
  mum: 'described',
  titled: 'first',
  worker: 'described',
  child: 'described',
  pronoun: 'pronoun',
  first: 'first',
};
/** Before “mum”, “dad” or “nan” who are anybody's. */
const ANYBODYS = /\b(?:your|my|an?|the|any|every|each|and|or|for)\s$/i;

/** The person's key; undefined when the words are nobody after all. */
function keyOf(page: Page, way: Way, written: string, start: number): string | null | undefined {
  const { text } = page;
  const before = text.slice(Math.max(0, start - 12), start);
  if (way === 'mum') return ANYBODYS.test(before) ? undefined : null;
  if (way === 'initials') return written.replace(/.* |\W/g, '').toLowerCase();
  if (way === 'titled') return written.toLowerCase();
  if (way !== 'first') return null;
  const [word = ''] = written.split(' ');
  if (!isFirstName(page, word) || AT_A_PLACE.test(before)) return undefined;
  const after = text.slice(start + written.length, start + written.length + 14);
  const opens = start === 0 || /(?:^|[.!?:;>•*\n\t]|["'“-] ?)\s*$/.test(before);
  if (opens && ARE_MANY.test(word + after)) return undefined;
  if (opens && !SPEAKS_OF.test(after) && !page.words().capital.has(word)) return undefined;
  return word.toLowerCase();
}

/** Everyone spoken of who begins in one block of a text, in order of place. */
function read(page: Page, offset: number): readonly Mention[] {
  const { text } = page;
  const until = offset + BLOCK;
  const mentions: Mention[] = [];
  const names = page.namesBetween(offset - LONGEST, until);
  for (const { start, end, key } of names) if (start >= offset && !isBystander(page, start, end)) mentions.push({ kind: 'named', start, end, key });
  const isInName = (start: number): boolean => names.some((name) => name.start <= start && start < name.end);
  if (others === null) others = new RegExp(WAYS.map((way) => `(${PATTERNS[way]})`).join('|'), 'g');
  // What stands before decides whether a word begins here.
  const from = Math.max(0, offset - 1);
  const slice = text.slice(from, until + LONGEST);
  others.lastIndex = offset - from;
  for (let match = others.exec(slice); match !== null && match.index + from < until; match = others.exec(slice)) {
    const [written] = match;
    const start = match.index + from;
    const end = start + written.length;
    if (isInName(start)) continue;
    const way = WAYS[match.findIndex((part, i) => i > 0 && part !== undefined) - 1] as Way;
    const key = keyOf(page, way, written, start);
    if (key === undefined) others.lastIndex = start - from + (written.split(' ')[0] as string).length;
    else if (way === 'pronoun' || !isBystander(page, start, end)) mentions.push({ kind: KINDS[way], start, end, key });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Blocks of a text are read once each. */
const BLOCK = 512;
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
