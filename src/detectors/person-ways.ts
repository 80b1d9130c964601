/*
 * The ways in which a text speaks of somebody other than by full name, first name or pronoun: by initials, by what they are to
 * somebody (“your son”, “Theo's mum”), by what they do, or as “a Y9 boy”. Their patterns are long, so the words after a
 * place are looked at first, and a pattern is made when one of its words stands there.
 */

export const CAPITAL = "[A-Z\\u00c0-\\u00de][a-z\\u00df-\\u017f]{1,14}(?:-[A-Z][a-z]+)?";
const SCHOOL_YEAR = '(?:in |from |of )?\\(?(?:Y|Yr ?|Year ?|year |yr ?|y)(?:1[0-3]|[1-9])\\w{0,2}\\)?';
const CHILD = '(?:boy|girl|lad|pupil|student|child|kid|learner|leaver|starter|lass|toddler|youngster)';
const KIN =
  '(?:son|daughter|brother|sister|sibling|twins?|nephew|niece|cousin|mum|mam|mother|dad|father|step ?-?(?:mum|dad|mother|father|son|daughter|brother|sister)|nan|nana|gran|grandma|grandad|grandmother|grandfather|aunt|aunty|uncle|carer|guardian|partner|wife|husband|family(?! (?:support|liaison|worker|learning))|tutee|pupil|student|son and daughter)';
/** Whom the text means when the word before says whose. */
const CLOSE_KIN = '(?:child|boys?|girls?|lads?|lass|sons|daughters|kids|parents|grandparents|(?:foster|birth|adoptive) \\w+|half ?-?(?:brother|sister))';

/** The ways but full names, which have a file of their own, and plain pronouns and first names, which need no pattern. */
export type Way = 'initialled' | 'initials' | 'group' | 'kin' | 'titled' | 'worker' | 'child' | 'definite';

const SOURCES: { readonly [way in Exclude<Way, 'kin'>]: string } = {
  initialled: `(?:[A-Z]\\. ?(?:[A-Z]\\. ?)?|[B-HJ-Z] )${CAPITAL}(?![\\w'])`,
  initials: `[A-Z]\\.?(?= in (?:Y|Yr ?|[Yy]ear ?)\\d|,? \\((?:Y|Yr ?|[Yy]ear ?)\\d)|initials [A-Z]{2}\\b|[A-Z]\\.? ?[A-Z]\\.?(?=,? ?(?:and [A-Z]\\.? ?[A-Z]\\.? ?)?${SCHOOL_YEAR}|,? ?\\((?:both )?\\d)|[A-Z]\\.[A-Z]\\.|(?:[Pp]upil|[Ss]tudent|[Cc]hild|re:?|Re:?|RE:) [A-Z]{1,2}\\b`,
  group: `[Tt]he ${CAPITAL}(?:'s|s'?)? (?:twins|family|siblings|brothers|sisters|boys|girls|children|kids|case|household)\\b|[Tt]he ${CAPITAL}s(?= (?:are|were|have|had|keep|want|don't|aren't|haven't|can't)\\b)|(?:[Tt]he|[Bb]oth|[Aa]ll) (?:the |of the |two |three |four |five )*(?:twins|siblings|brothers|sisters)\\b|(?:[Bb]oth|[Aa]ll (?:two|three|four|five|six)) (?:of )?(?:the |her |his |their )?(?:kids|children|boys|girls)\\b|[Tt]he unborn(?: baby)?\\b`,
  titled: "(?:[Mm]rs?|[Mm]s|[Mm]iss)\\.? (?:(?:&|and) (?:[Mm]rs?|[Mm]s|[Mm]iss)\\.? )?(?:[A-Z]\\.? )?[A-Za-z](?:[a-z'-]+|\\b)",
  worker: `[Nn]ew (?:head|deputy|caretaker|cook|TA|teacher|bursar)\\b(?! (?:of|team|training))|(?:[Oo]ur|[Mm]y|[Tt]he|[Oo]ne of (?:my|our|the)) (?:[\\w-]+ ){0,2}?(?:caretaker|cook|cleaner|chair|bursar|librarian|business manager|office manager|site manager|head of [a-z]+|head|deputy|ta|TA|TAs|lsa|LSA|teacher|colleague|technician|receptionist|midday|team|driver|staff member|member of staff|teaching assistant|volunteer)\\b(?: of governors)?`,
  child: `${SCHOOL_YEAR} ${CHILD}\\b|(?:[Aa]n?|[Tt]his|[Tt]hat|[Tt]he|[Mm]y|[Oo]ur|[Yy]our|[Oo]ne of (?:my|our|your|the)) (?:[\\w-]+ ){0,2}?(?:${CHILD}s? (?:${SCHOOL_YEAR}|in (?:my|our|your|\\d\\w)|of (?:mine|ours|yours))|${SCHOOL_YEAR} ${CHILD}|tutees?|tutor group)\\b`,
  definite: '[Tt]he (?:child|pupil|student|boy|girl|young person|learner|employee|family)(?! (?:premium|referral|passport|protection|council|voice|progress|list))\\b',
};

/** Words that a way has among the first after its beginning. */
const HEADS: readonly (readonly [way: Way, words: string])[] = [
  ['group', 'twins family siblings brothers sisters boys girls children kids case household unborn'],
  ['worker', 'head deputy caretaker cook TA TAs ta teacher bursar cleaner chair librarian business office site lsa LSA colleague technician receptionist midday team driver staff member teaching volunteer'],
  ['child', 'boy girl lad pupil student child kid learner leaver starter lass toddler youngster boys girls lads pupils students kids learners leavers starters toddlers youngsters tutee tutees tutor'],
  ['definite', 'child pupil student boy girl young learner employee family'],
];
const MOST_WORDS = 10;
const REACH = 160;

let heads: Map<string, readonly Way[]> | null = null;

function headsOf(word: string): readonly Way[] | undefined {
  if (heads === null) {
    heads = new Map();
    for (const [way, words] of HEADS) for (const one of words.split(' ')) heads.set(one, (heads.get(one) || []).concat(way));
  }
  return heads.get(word);
}

/** The ways whose words are among those after a place. */
export function waysAhead(text: string, start: number): readonly Way[] {
  const found: Way[] = [];
  const words = text.slice(start, start + REACH).split(' ', MOST_WORDS);
  for (let i = 1; i < words.length; i += 1) {
    const word = words[i] as string;
    const ways = headsOf(word) || headsOf((LETTERS.exec(word) as RegExpExecArray)[0]);
    if (ways !== undefined) for (const way of ways) found.push(way);
  }
  // “The Okafors are …”
  if (words.length > 1 && /^[A-Z\u00c0-\u00de].*s$/.test(words[1] as string)) found.push('group');
  return found;
}
const LETTERS = /^[A-Za-z]*/;

const made: { [source: string]: RegExp } = {};

/** Where a pattern that begins at an offset ends; -1 when it does not fit. */
function endOf(source: string, text: string, start: number): number {
  let pattern = made[source];
  if (pattern === undefined) {
    pattern = new RegExp(`(?:${source})`, 'y');
    made[source] = pattern;
  }
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const OF_MY = ' (?:[a-z]+ )?(?:son|daughter|child|boy|girl|eldest|youngest|twins?|grandson|granddaughter|tutee)\\b';
const OF_SOMEBODY = ` (?:[a-z]+ )?${CLOSE_KIN}\\b`;
const OF_ANYBODY = ` (?:[a-z]+ )?${KIN}\\b`;
const OWNER = `${CAPITAL}'s`;
const FIRST_OF_KIN = /^(?:step|half|son|daughter|brother|sister|sibling|twin|nephew|niece|cousin|m[ua]m|mother|dad|father|nan|gran|aunt|uncle|carer|guardian|partner|wife|husband|family|tutee|pupil|student|child|boy|girl|lad|lass|kid|parent|foster|birth|adoptive)/;

/** Where kin ends whose owner, “his” or “Theo's”, begins at a place. */
function endOfKin(text: string, start: number, word: string): number {
  const small = word.toLowerCase();
  if (small === 'my') return endOf(OF_MY, text, start + 2);
  const isShared = small === 'our' || small === 'your' || small === 'their';
  const end = isShared || small === 'his' || small === 'her' ? start + small.length : endOf(OWNER, text, start);
  if (end < 0 || text.charAt(end) !== ' ') return -1;
  const [, first = '', second = ''] = text.slice(end, end + 60).split(' ', 3);
  if (!FIRST_OF_KIN.test(first) && !FIRST_OF_KIN.test(second)) return -1;
  const close = isShared ? -1 : endOf(OF_SOMEBODY, text, end);
  return close >= 0 ? close : endOf(OF_ANYBODY, text, end);
}

/** Where a way that begins with a word at an offset ends; -1 when it does not. */
export function endOfWay(way: Way, text: string, start: number, word: string): number {
  return way === 'kin' ? endOfKin(text, start, word) : endOf(SOURCES[way], text, start);
}
