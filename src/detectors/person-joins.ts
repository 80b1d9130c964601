import { UNSURE, WORK } from './cues';
import { onlyWith } from './gated';
import { isFirstName } from './mentions';
import type { Mention } from './mentions';
import { hasCue } from './page';
import type { Page } from './page';
import type { PersonLink } from './person-links';
import { ORDINARY } from './school-signs';
import { flat } from './sentences';
import type { Hit } from './words';

/*
 * How a sensitive word is joined to somebody who stands before or after it.
 */

/** What the way they are joined adds: next to each other, in one clause, in one sentence. */
export const TIGHT = 20;
export const DIRECT = 10;
export const LOOSE = 0;
/** The word is what the person does. */
export const OFFICE = -1;
/** How far a word may stand from a person before and after it. */
const REACH = 120;
export const REACH_AFTER = 60;

/** “Theo's …”, “Theo has …”, “she is on …” and little more before the word. */
const TIGHTLY =
  /^(?:['’]s? (?:\w+ ){0,2}|(?: \([^)]{1,12}\))?(?:['’](?:s|re|ve)| has| had| have| is| was| are| were| gets?| got| needs?| takes?| took| uses| wears| sees| carries| suffers(?: from)?| came in| came to school| turned up| arrived| may have| might have| will have| will be| lives in)(?: (?:been|also|now|an?|the|on|her|his|severe|mild|severely|diagnosed|with|under|open|to|known|got|very|still|just|again|being|having|put|gone|off|for|had|no|both|quite|really|as|half|part|originally|actually)){0,5} ?| )$/i;

/** Phrases between a person and a word that make it their work. */
const WORKS_WITH = onlyWith(
  'report on|talk on|experience |has |author of|against the|looking |asked |asks |like to see|needs the|said|says|say|thinks we|tak|raised £|governor|champion|contact|link|officer|ordinator|nurse|therapist|advis|manager|director|chair|trustee|member|understanding|introduction to|working with|teaching',
  /\b(?:report on|talk on|experience (?:of|in|with)|has (?:sent|drafted|updated|completed|booked|the|written)|author of|against the|looking (?:for|after)|asked (?:for (?:more|a copy)|if|what|whether)|asks (?:how|for|if|what|whether)|(?:would|['’]d) (?:also )?like to see|needs the [\w-]+ (?:codes|figures|data|list|names)|(?:says?|said):? (?:the|training|my|that the|there)|thinks we|tak(?:e|en|ing) over|raised £|on (?:understanding|introduction to|working with|teaching)|(?:is|was|as) (?:the |our |your |an? |now |new )*(?:[\w-]+ ){0,2}(?:governor|champion|contact|link|officer|co-?ordinator|nurse|therapist|advis[eo]r|manager|director|chair|trustee|member))\b/i,
);

/** What a service does for somebody: “CAMHS are seeing Theo”, “the youth offending team are working with him”. */
const SERVES =
  /^[^.!?\n]{0,40}\b(?:(?:involved|working|work|worked|engaged|met|liaising|speaking) with|seeing|saw|assess(?:ed|ing)|sign|support(?:ed|ing)|visit(?:ed|ing)|discharged|accepted|closed|opened|removed|interviewed|turned down|took|allocated to|reviewing|reviewed|monitoring) (?:\w+ )?(?=[A-Z]|him|her|them|the family|he |she |mum|dad)/;

/** Terms that are somebody's work, and what stands between the name of who does it and them. */
const IS_ROLE = /(?:psych\w*|worker|paediatrician|foster carer|therap\w+|counsellor|camhs|mash|lado|services|health|social care|early help|autism|dyslexia)s?$/i;
const IN_OFFICE = /^(?:,| \(| -| is| was| from| of| at)(?: ?(?:an?|the|our|your|new|school))* ?$/;

/** “FSM list: Ruth Adams, Tim Adams”, “PP children in my class: Callum, Betsy”. */
const LISTS_NAMES = /^(?: (?:list|register|pupils|children|students|kids|names|group|in|for|on|this|today|who|attending)(?:,? [\w']+){0,8})?: ?\n?(?=[A-Z])/;
export const LISTS_OTHERS = /\b(?:interviews?|responsib\w+|links?|leads?|panel|candidates|present|apologies|governors|speakers|contacts?)\b/i;
/** “Speech therapy report on Bella Rossi”. */
const PAPER_ABOUT = /^ (?:report|review|assessment|referral|letter|notes?|minutes|meeting|plan|appointment|file|update|log|chronology|form|call\b.*) (?:on|for|re|about|regarding|of) $/i;
/** “As a looked-after child, Kit Rowe …”, “Following a strategy meeting, Kit Rowe …”. */
const OPENS = /^\W*(?:as|following|after|since|because of|due to|given) (?:an?|the|his|her)? ?$/i;
/** What leads from a word to its person. */
const LEADS_TO =
  /(?:^|\s)(?:please (?:add|give|include|put|backdate|remove|take|let|excuse)|to (?:see|visit|meet|talk to|speak to|assess|observe|interview)|(?:visiting|meeting|assessing|observing)|spoke to|met|visited|will see|is seeing|are seeing|saw|sees|seen|for|re|regarding|concerning|about|of|on|against|involving|that|where|from|discharged) (?:(?:the|our|my|your|new|his|her|both|year \d+|pupil|student|child|a|little|poor) ){0,3}$|[:–(]\s?$|[-/] $/i;
/** Words that are verbs themselves, so that a name may stand right beside them. */
const IS_VERB = /ed(?: (?:to|that|for|until|from|as|off|out|up|down|in))?$|ing$|^(?:took|made|wets?|identifies|must not|not|no|born|lives|stole|fought|refuses|his|her|their|is|has|had|was|been|being|in|on|under|can't|cannot|didn't|hasn't|isn't|carries|comes|came|goes|went|hides|failed|smells|smelt) |^earns$/i;

/** True between “Theo would be” and a word, other than “Theo would like he/him”. */
function isUnsure(page: Page, from: number, to: number): boolean {
  return page.cuesBetween(from, to).some(({ bits, start }) => (bits & UNSURE) !== 0 && !/^would like (?:to be|s?he|him|her|they)\b/.test(page.text.slice(start, start + 18)));
}

/** How a word joins somebody who stands before it; null when it does not. */
export function joinBefore(page: Page, hit: Hit, { end, kind }: Mention): number | null {
  if (hit.start - end > REACH || hasCue(page, WORK, end, hit.start) || isUnsure(page, end, hit.start)) return null;
  // “Yusuf Ali, who is on …” is about him; “people who” is not.
  const between = flat(page.text.slice(end, hit.start)).replace(/^,? (?:who|whose)(?=['’ ])/, ' ');
  if (WORKS_WITH.test(between)) return null;
  const term = page.text.slice(hit.start, hit.end);
  if (IS_ROLE.test(term) && IN_OFFICE.test(between)) return OFFICE;
  if (between === '') return TIGHT;
  if (TIGHTLY.test(between) && (between !== ' ' || IS_VERB.test(term) || kind !== 'named' && kind !== 'first')) return TIGHT;
  return between === ' ' ? LOOSE : DIRECT;
}

/** The same of somebody who stands after it. */
export function joinAfter(page: Page, hit: Hit, { start, kind }: Mention, sentence: string, isAlone: () => boolean): number | null {
  const between = flat(page.text.slice(hit.end, start));
  if (PAPER_ABOUT.test(between)) return DIRECT;
  if (between.length > REACH_AFTER || hasCue(page, WORK | UNSURE, hit.end, start) || WORKS_WITH.test(between) || /[.!?] /.test(between)) return null;
  const term = page.text.slice(hit.start, hit.end);
  const { concern, weight } = hit.word.concern as NonNullable<Hit['word']['concern']>;
  const isSure = weight > ORDINARY;
  // “Pupil premium: Mrs Green” names whom to ask.
  if (concern !== 'staff' && /(?:^ ?[:–-] | \()$/.test(between) && /^M(?:rs?|s|iss|x) /.test(page.text.slice(start, start + 6))) return null;
  if (concern === 'staff' && /^(?: \d)? with $|^ (?:go(?:es)? )?to $|^ (?:signed|agreed|accepted) by $/.test(between)) return DIRECT;
  if (between === ' ' && ((IS_VERB.test(term) && !/ing$/i.test(term)) || /(?:against|about|with|for|on)$/i.test(term))) return DIRECT;
  if (OPENS.test(sentence) && /^ ?(?:[\w-]+ ?){0,2}, $/.test(between)) return DIRECT;
  if (between === ' by ') return DIRECT;
  if (kind === 'they') return null;
  if (kind === 'pronoun') return between === ' ' || /^ (?:for|on|about|from) $/.test(between) || (isSure && page.isNote() && isAlone()) ? LOOSE : null;
  if (/[^\w ] ?$/.test(between) && (between.length > (isSure ? 30 : 3) || LISTS_OTHERS.test(sentence))) return null;
  if (!isSure && / of (?:\w+ )*$/.test(between)) return null;
  if (LEADS_TO.test(between)) return DIRECT;
  return isSure && kind !== 'named' && !page.text.slice(hit.end, start).includes('\n') && /^ [\w ']*$/.test(between) && !/\b(?:with|by|from|to|ring|call|email|ask|tell) /.test(between) ? LOOSE : null;
}

/** How far the names of a list are read. */
const LIST_REACH = 120;
const NAME_LIST = /^[A-Z][\w'-]+(?: [A-Z]\b)?(?: [\w/()-]{1,12})?(?:(?:, | and |,? & |\n)[A-Z][\w'-]+(?: [A-Z]\b)?(?: [\w/()-]{1,12})?){2,}/;

/** “LAC review: Maya Patel”, a name that ends its line. */
const HEADS_A_NAME = /^ (?:annual |support |risk )?(?:review|meeting|hearing|panel|plan|conference|appointment|referral|application|assessment)(?: ?[-–:] ?| (?:for|re|about|of) | )(?=[A-Z][\w'-]+ [A-Z][\w'-]+[ \t]*(?:\n|$))/;

/** Whose meeting or paper a line is about. */
export function nameAfter(page: Page, hit: Hit, after: string): PersonLink | null {
  const headed = HEADS_A_NAME.exec(after);
  if (headed === null) return null;
  const from = hit.end + headed[0].length;
  const [name] = page.namesBetween(from, from + 1);
  return name === undefined || name.start !== from ? null : { weight: 40, signs: 0, code: 'about', person: name.key };
}

/** A list of names that the word heads. */
export function listAfter(page: Page, hit: Hit, after: string): PersonLink | null {
  const listed = after.includes(':') ? LISTS_NAMES.exec(after) : null;
  if (listed === null || LISTS_OTHERS.test(page.text.slice(Math.max(0, hit.start - 40), hit.start))) return null;
  const from = hit.end + listed[0].length;
  const [first, second] = page.namesBetween(from, from + LIST_REACH);
  if (first !== undefined && first.start === from && second !== undefined && /^(?: \([^)]{1,20}\))?[,;\n]/.test(page.text.slice(first.end, second.start))) {
    return { weight: 40, signs: 0, code: 'names', person: first.key };
  }
  const words = NAME_LIST.exec(page.text.slice(from, from + LIST_REACH));
  if (words === null || !words[0].split(/, | and |,? & |\n/).slice(0, 3).every((name) => isFirstName(page, name.split(' ')[0] as string, from))) return null;
  return { weight: 30, signs: 0, code: 'names', person: null };
}

/** True for a service that does something for somebody. */
export function servesSomebody(after: string): boolean {
  return SERVES.test(after);
}
