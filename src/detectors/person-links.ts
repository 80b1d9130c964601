import { firstOf } from './phrases';
import { findNames, isNotName } from './names';
import type { PersonName } from './names';
import type { Page } from './page';
import type { Hit } from './words';

/*
 * Whether a sentence says a sensitive word of somebody. Five ways, surest first: “Amelia Clarke has …”, “… for Amelia
 * Clarke”, “Amelia Clarke's …”, the same with a single name, and “she has …” after a sentence that names her. Words that
 * make it general (“pupils with”, “training on”, “SEN lead”) undo it.
 */

export interface PersonLink {
  readonly weight: number;
  /** A code for `why`, and what it is about. */
  readonly code: string;
  readonly about?: string;
  /** The person's name in lower case; null when there is only a first name or a pronoun. */
  readonly person: string | null;
}

/** How far back and forth the sentences are read, in characters. */
const BEFORE = 260;
const AFTER = 120;
/** How near a name has to stand to one of the organisation's own words. */
const NEAR = 80;
/** How near a word has to stand to a term that the policy wants it beside. */
const NEAR_WORD = 100;
/** How much of the sentence before the word is read for first names and initials. */
const TAIL = 110;

/** Words of this weight or less are also said in ordinary talk. */
const ORDINARY = 25;

/** A verb or a phrase that says something of its subject. */
const VERB =
  /(?:\b(?:is|was|has|had|have|having|been|being|are|were|needs?|needed|requires?|receiv(?:es?|ed|ing)|gets|got|diagnosed|disclosed|told|said|reported|suffer(?:s|ed|ing)|tak(?:es?|ing)|took|carr(?:ies|ied)|lives?|living|given|placed|referred|attends?|attended|recommend(?:s|ed)|sees|sent|came|arrived|starts?|joins|move[sd]|eligible|entitled|subject|known|awaiting|under|uses|wears|struggl(?:es|ed|ing)|experienc(?:es|ed|ing)|made|went|threatened|assaulted|brought|caught|absent|off|returned|refus(?:es|ed)|claims?|remains?|self-harm\w*|because|due|following|after|re|regarding)|'s)\b|\b(?:her|his) (?:\w+ )?$|[(:;,–-]\s*$/i;

/** Words that make it about many, about work, or about a text. */
const GENERAL_BETWEEN =
  /\b(?:pupils|children|students|people|persons|families|schools|teachers|those|anyone|everyone|colleagues|adults|learners|clients|patients|members|women|men|boys|girls|individuals|someone|article|book|author|report on|research|study|studies|talk on|spoke|training|trained|qualified|course|conference|seminar|webinar|awareness|charity|charities|campaign|policy|policies|lead|leader|responsible|expert|works?|working|teaches|taught|speciali[sz]\w+|interested|interest|experience (?:of|in|with)|writes?|wrote|supports|supporting|has sent|has drafted|has updated|studying|helps|helping|advis\w+|manages|managing|oversees|runs|coordinat\w+|develop\w+|deliver\w+|provid\w+|publish\w+|announc\w+|launch\w+|secretary|minister|against the|if|would|could|might|consultant|specialist|professor|author of|who|whose|which|(?:is|was|as) (?:the |our |your |an? |now |new )*(?:[\w-]+ ){0,2}(?:governor|champion|contact|link|officer|co-?ordinator|nurse|therapist|adviser|advisor|manager|director|chair|trustee))\b/i;

/** Words just before the term that make it general, or deny it. */
const GENERAL_BEFORE =
  /\b(?:with|on|about|of|around|for|in|to|and|any|all|our|your|their|other|some|many|most|such as|including|like|raise|raising|tackle|tackling|no|not|without|national|world|what is|the word|term|called|titled|managing|understanding|supporting|support|preventing|identifying|promoting)\s+(?:\w+\s+)?$/i;

/** “He is on the …” says it of him, other than “training on the …”. */
const IS_ON = /\b(?:is|are|was|were|been|be|remains?|stays?|put|placed|back|['’]s)\s+(?:still |now |currently |both )?(?:on|in|under)\s+(?:the |an? )?$/i;

/** Words just after the term that make it a role, a service, a text or an event. */
const GENERAL_AFTER =
  /^(?:['’]s?)?[\s,/&-]{0,2}(?:(?!(?:this|next|last|each|every|one|two|three|four|five|\d+)\b)\w+\s+){0,1}(?:leads?|leader|leadership|officers?|teams?|advis[eo]rs?|co-?ordinators?|governors?|managers?|champions?|specialists?|charit(?:y|ies)|polic(?:y|ies)|training|departments?|weeks?|days?|awareness|assembl(?:y|ies)|workshops?|courses?|conferences?|webinars?|code|guidance|provisions?|services|clinics?|units?|bases?|resources?|society|association|foundation|research|experts?|consultants?|teachers?|teaching|nurses?|posters?|leaflets?|forms?|applications?|newsletters?|newspaper|magazine|museum|university|college|school|act|law|laws|legislation|rights|activists?|movement|community|communities|leaders|studies|funding|reforms?|review of|green paper|strategy group|drugs|pills|insurance|companies|pupils|children|students|people|families|parents|learners|adults|women|men|patients|sufferers|survivors|victims|groups?|network|forum|helpline|toolkit|inspector|inspections?|lists?|registers?|sites?|pages?|software|systems?|panels?|boards?|outreach|hubs?|experience|expertise|first aiders?|bags?|cupboards?|badges?|parking|toilets?|bays?)\b/i;

const PRONOUN = /\b(?:he|she|both|him|her|hers|his|they|them|their|the (?:child|pupil|student|boy|girl|young person|learner|employee)|mum|mother|dad|father|parents|carers?)\b/i;
const INDIVIDUAL = /\b(?:he|she|him|her|his|mum|mother|dad|father|foster|nan|year \d{1,2}|y\d{1,2}|aged? \d{1,2})\b/i;

/** Where the sentence that holds an offset begins and ends; line breaks inside a paragraph do not end it. */
const SENTENCE_END = /[.!?](?=\s+["'(]?[A-Z\u00c0-\u00de])|\n\s*\n|\n[ \t]*[-*•]|\t/g;

function sentenceStart(before: string): number {
  let start = 0;
  SENTENCE_END.lastIndex = 0;
  for (let match = SENTENCE_END.exec(before); match !== null; match = SENTENCE_END.exec(before)) {
    // “Mr. Smith” and “J. Smith” do not end a sentence.
    if (match[0] === '.' && /\b(?:Mrs?|Ms|Dr|St|No|[A-Z])$/.test(before.slice(Math.max(0, match.index - 4), match.index))) continue;
    start = match.index + match[0].length;
  }
  return start;
}

const FIRST_NAME = "([A-Z\\u00c0-\\u00de][a-z\\u00df-\\u017f]{1,14}(?:-[A-Z][a-z]+)?)";
const SINGLE_POSSESSIVE = new RegExp(`(?:^|[^\\w'.-])${FIRST_NAME}(?:'s|s') (?:[\\w-]+ ){0,3}$`);
const SINGLE_SUBJECT = new RegExp(
  `(?:^|[^\\w'.-])${FIRST_NAME}(?: \\([^)]{1,12}\\)| in (?:Year|Y|Class) ?\\w{1,3})? (?:has|had|is|was|needs|requires|disclosed|told|tried|said|sent|came|takes|carries|receives|gets|suffers|lives|self-harm\\w*|will be|may be|also has|also|now has|is now|has now|has been|was given|has just been)\\b([^.!?]{0,60})$`,
);
/** Capitalised words that are nobody's first name, beside those that no name holds. */
const NOT_A_FIRST_NAME =
  /^(?:Its|Every|Each|One|Some|Any|There|Here|So|While|Now|Then|Today|Tomorrow|Yesterday|Autism|Dyslexia|Asthma|Epilepsy|Parliament|Britain|Europe|Africa|China|Russia|Iraq|Iran|Israel|India|France|Germany|Women|Men|People|Teachers|Everyone|Someone|Anyone|Nobody|Mental|Self|Cancer|Diabetes|Depression|Anxiety|Barnardo|Mencap|Mind|Childline|Congress|Bush|Clinton|Trump|Islam|Jesus|God|Christ|Amendment|Law|Training|Company|Life|Research|Attendance|Absence|Neglect|Support|\w+(?:ing|tion|ment|ness|ism|viour))$/;

/** First names in a sentence about a book are nobody's. */
const FICTION = /\b(?:in which|novel|stor(?:y|ies)|films?|character|chapter|author|poem)\b/i;

/** Before a full name, only what says outright that a book tells of them. */
const IN_A_BOOK = /\b(?:novel|books?|film|play|poem|story) (?:in which|about|where|of|by)\b/i;

/** Terms that are somebody's work, and what stands between the name of who does it and them. */
const IS_ROLE = /(?:psych\w*|worker|paediatrician|foster carer|therapy|counsellor|camhs|mash|lado)s?$/i;
const IN_OFFICE = /^(?:,| \(| -| is| was)(?: ?(?:an?|the|our|your|new|school))* ?$/;

/** “FSM list: Ruth Adams, Tim Adams”. */
const LISTS_NAMES = /^(?: (?:list|register|pupils|children|students|names))?: ?\n?(?=[A-Z])/;
/** “Speech therapy report on Bella Rossi”. */
const PAPER_ABOUT = /^ (?:report|review|assessment|referral|letter|notes?|minutes|meeting|plan|appointment|file|update|log|chronology) (?:on|for|re|about|regarding|of) $/i;

/** “Open to the youth justice team” tells of a person what “the youth justice team” does not. */
const IS_SEEN_BY = /\b(?:(?:open|referred|known|referral) to|seen by|supported by|accepted by|under) (?:the |our )?$/i;
/** “As a looked-after child, Kit Rowe …”, “Following a strategy meeting, Kit Rowe …”. */
const OPENS = /^\W*(?:as|following|after|since|because of|due to|given) (?:an?|the|his|her)? ?$/i;

/** “Experts said” are many; “James has” is one. */
const ARE_MANY = /^\W*[A-Z]\w*s (?:said|told|sent|came|tried|had|will)\b/;
/** Names that are also words. */
const ALSO_WORDS = /^(?:Will|Mark|Grace|Hope|Faith|Rose|Joy|May|Max|Grant|Miles|Frank|Pat|Sue|Rob|Nick|Guy)$/;

/** False for a word that the text has in small letters as well: it opened a sentence. */
function isFirstName({ text }: Page, word: string): boolean {
  return !isNotName(word) && !NOT_A_FIRST_NAME.test(word) && (ALSO_WORDS.test(word) || !text.includes(` ${word.toLowerCase()} `));
}

/** The text between two places with its line breaks as spaces. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

// “Hi Theo Khan,” greets him; “Hi, Theo Khan has …” speaks of him.
const GREETING = /(?:\b(?:dr|prof|professor|cllr|sir|dear|hi|hello|hey|thanks|thank you|cheers|regards|from|to|cc|by|with|sent|author|says|said|wrote)[.:]?\s*|\b(?:thanks|thank you|cheers|regards),\s*)$/i;

/** Names that are no person concerned: the one greeted, the one who signs or wrote. */
function isBystander(page: Page, name: PersonName): boolean {
  const { text } = page;
  // “Explain to Freya Lund's dad” speaks of her.
  if (GREETING.test(text.slice(Math.max(0, name.start - 14), name.start)) && !/^['’]s /.test(text.slice(name.end, name.end + 3))) return true;
  if (/^\s*(?:wrote|writes|said|says|reported|<|\[mailto|@)/.test(text.slice(name.end, name.end + 12))) return true;
  return page.isSignature(name.start);
}

/** What stands between a person and an ordinary word that is said of them directly. */
const DIRECT =
  /^['’]s (?:\w+ ){0,5}$|^(?: \([^)]{1,30}\))?,? (?:(?:has|had|is|was|will be|may be|needs|takes|got|gets|sees|uses|wears|received|receives|came in with|arrived with|identifies as|came out as|is now|has now|also|just|recently|currently|still|now) )(?:[\w'-]+ ){0,6}$/i;

/** The same of someone the sentence before names. */
const PRONOUN_DIRECT = /^\W*(?:he|she) (?:has|had|is|was|will be|may be|came in with|arrived with|sees|uses|gets) (?:been |now |just |also |having |getting |receiving |an? |the )*$/i;

/** What a sentence about a named person adds where the words near it are of school life. */
const AT_SCHOOL = 40;

/** Words of school life near by. */
const SCHOOL = /\b(?:pupils?|students?|child|son|daughter|year \d{1,2}|y\d{1,2}|class|tutor|head(?:teacher)?|dsl|senco|mum|dad|mother|father|parents?|carers?|foster|attendance|governors?|staff|colleague|hr|maternity|ta|teaching assistant|lunchtime|playground|trip|residential|pe|break ?time|cpoms|dbs|confidential|lesson|school|starter|bull(?:y|ied|ying)|worried about|writing to (?:inform|confirm|let|tell|advise))\b/i;

/** A first name and a short predicate that ends at the word: “Ruby is autistic”, “Theo has been diagnosed with”. */
const SINGLE_DIRECT = new RegExp(`(?:^|[^\\w'.-])${FIRST_NAME}(?: \\([^)]{1,12}\\))? (?:also |now )?(?:has|had|is|needs|takes|carries|was) (?:(?:been|also|now|a|an|the|on|severe|mild|severely|diagnosed|with|under|open|to|known|got|very) ){0,4}$`);
/** Somebody in a pupil's family: “Liam's mum has”. */
const OF_FAMILY = new RegExp(`(?:^|[^\\w'.-])${FIRST_NAME}'s (?:step ?)?(?:mum|mother|dad|father|parents?|carer|sister|brother|nan|gran\\w*) (?:has|is|was|had)(?: \\w+){0,4} $`);
/** A pupil by initials and year: “AB in Year 8”, “J.S. (Y9)”. */
const INITIALS = /(?:^|[^\w.])([A-Z]\.? ?[A-Z])\.?,? (?:in )?\(?(?:Y|Yr|Year) ?\d{1,2}\)?[^.!?]{0,80}$/;
/** Words that are verbs themselves, so that a name may stand right beside them. */
const IS_VERB = /ed(?: (?:to|that))?$|ing$|^(?:took|made|wets?|identifies|must not|not to be) /i;

/** “salary £38,330”: what somebody is paid is said of them, wherever their name stands in the sentence. */
const AMOUNT_AFTER = /^(?: is| of| to|:)? ?£ ?\d/;

/** How far before an ordinary word its person must stand, in characters. */
const DIRECT_REACH = 120;

/** The link for an ordinary word: direct, and in a text about school. */
function linkOrdinary(page: Page, hit: Hit, after: string): PersonLink | null {
  const { text } = page;
  const isVerb = IS_VERB.test(text.slice(hit.start, hit.end));
  const from = Math.max(0, hit.start - DIRECT_REACH);
  const before = text.slice(from, hit.start);
  const isAmount = AMOUNT_AFTER.test(after);
  const mayFollow = /^(?: (?:from|against|by|on)|:) [A-Z]/.test(after);
  if (!isVerb && !isAmount && !mayFollow && !VERB.test(before)) return null;
  const isTelling = isVerb && /^(?:disclosed|told)/i.test(text.slice(hit.start, hit.end));
  if (!isTelling && isGeneral(page, hit, after)) return null;
  const sentenceFrom = from + sentenceStart(before);
  const isBelief = hit.word.concern !== null && hit.word.concern.concern === 'belief';
  const isAny = !isEveryday(hit) || (!isBelief && isAtSchool(page, hit));
  const names = findNames(text, from, hit.end + DIRECT_REACH).filter((name) => !isBystander(page, name));
  if (isBelief && /s$/.test(text.slice(hit.start, hit.end))) return null;
  for (let i = names.length - 1; i >= 0; i -= 1) {
    const name = names[i] as PersonName;
    if (name.end > hit.start || name.start < sentenceFrom) continue;
    const directly = flat(text.slice(name.end, hit.start));
    const between = isEveryday(hit) ? directly : directly.replace(/^, who /, ' ');
    if (IS_ROLE.test(text.slice(hit.start, hit.end)) && IN_OFFICE.test(between)) return null;
    if (!(DIRECT.test(between) || (between.length <= 60 && isAny && VERB.test(between)) || isAmount || (between === ' ' && isVerb)) || GENERAL_BETWEEN.test(between) || /\bnot\b/.test(between)) continue;
    return isAmount ? { weight: 40, code: 'amount', person: name.key } : ordinaryLink(page, hit, name);
  }
  const firstName = ofFirstName(page, hit, flat(text.slice(sentenceFrom, hit.start)));
  if (firstName !== null) return firstName;
  const pronoun = PRONOUN_DIRECT.test(flat(text.slice(sentenceFrom, hit.start)));
  const previous = pronoun ? names.filter((name) => name.end <= sentenceFrom).pop() : undefined;
  if (previous !== undefined) {
    const link = ordinaryLink(page, hit, previous);
    return link.weight === AT_SCHOOL ? link : null;
  }
  const [following, another] = findNames(text, hit.end, hit.end + DIRECT_REACH);
  if (following === undefined) return null;
  // “At risk of redundancy: Lorna Peel, Gavin Stott”.
  if (another !== undefined && text.slice(hit.end, following.start) === ': ' && text.slice(following.end, another.start) === ', ') {
    return { weight: 40, code: 'names', person: following.key };
  }
  // “We have suspended Harry Kaur”, “a grievance from Denise Fowler”.
  const between = flat(text.slice(hit.end, following.start));
  return (isVerb && between === ' ') || /^ (?:from|against|by) $/.test(between) || (between === ' on ' && /^['’]/.test(text.slice(following.end))) ? ordinaryLink(page, hit, following) : null;
}

/** “Callum has been suspended”, “Liam's mum has cancer”, “AB in Year 8 is pregnant”: in a text about school alone. */
function ofFirstName(page: Page, hit: Hit, sentence: string): PersonLink | null {
  const tail = sentence.slice(-TAIL);
  const initials = INITIALS.exec(tail);
  if (initials !== null) return { weight: AT_SCHOOL, code: 'initials', person: (initials[1] as string).replace(/\W/g, '').toLowerCase() };
  const single = SINGLE_DIRECT.exec(tail) || OF_FAMILY.exec(tail);
  if (single === null || !isFirstName(page, single[1] as string) || FICTION.test(sentence) || !isAtSchool(page, hit)) return null;
  return { weight: AT_SCHOOL, code: 'first', person: (single[1] as string).toLowerCase() };
}

/** Concerns and words that stand in any newspaper or manual: somebody is arrested, in debt, of a religion, a setting disabled. */
const EVERYDAY = /^(?:(?:behaviour|belief|meals):.*|.*:(?:disabled|adopted|breakdown|dismiss\w*|surgery|neglect\w*|abused|overdose|redundant))$/;

function isEveryday({ word: { concern } }: Hit): boolean {
  return concern !== null && EVERYDAY.test(`${concern.concern}:${concern.term}`);
}

function isAtSchool({ text }: Page, { start, end }: Hit): boolean {
  return SCHOOL.test(text.slice(Math.max(0, start - BEFORE), start) + text.slice(end, end + BEFORE));
}

function ordinaryLink(page: Page, hit: Hit, name: PersonName): PersonLink {
  const isSchool = isAtSchool(page, hit);
  return { weight: isSchool || !isEveryday(hit) ? AT_SCHOOL : 30, code: isSchool ? 'school' : 'said', person: name.key };
}

/** True when the words after a term make it a role, a text or an event. */
function isGeneral(page: Page, hit: Hit, after: string): boolean {
  if (!GENERAL_AFTER.test(after) || IS_SEEN_BY.test(page.text.slice(Math.max(0, hit.start - 30), hit.start))) return false;
  // A form is an empty one, but for those that are filled in about a child.
  return !/^ forms?\b/i.test(after) || hit.word.concern === null || hit.word.concern.concern !== 'safeguarding';
}

/** How the sentence around a sensitive word says it of a person; null when it does not. */
export function linkToPerson(page: Page, hit: Hit): PersonLink | null {
  const { text } = page;
  const after = text.slice(hit.end, hit.end + AFTER);
  const isOwn = hit.word.concern !== null && hit.word.concern.concern === 'own';
  const wanted = hit.word.concern === null ? undefined : hit.word.concern.near;
  if (wanted !== undefined && wanted.length > 0) {
    const word = firstOf(wanted, text.slice(Math.max(0, hit.start - NEAR_WORD), hit.end + NEAR_WORD));
    return word === null ? null : { weight: 40, code: 'near', about: word, person: null };
  }
  if (!isOwn && hit.word.concern !== null && hit.word.concern.weight <= ORDINARY) return linkOrdinary(page, hit, after);
  const listed = LISTS_NAMES.exec(after);
  const [first, second] = listed === null ? [] : page.namesBetween(hit.end + listed[0].length, hit.end + AFTER);
  if (listed !== null && first !== undefined && second !== undefined && first.start === hit.end + listed[0].length && /^(?: \([^)]{1,20}\))?[,;\n]/.test(text.slice(first.end, second.start))) {
    return { weight: 40, code: 'names', person: first.key };
  }
  if (isGeneral(page, hit, after)) return null;
  const windowStart = Math.max(0, hit.start - BEFORE);
  const before = text.slice(windowStart, hit.start);
  const start = windowStart + sentenceStart(before);
  const sentence = flat(text.slice(start, hit.start));
  const names = page.namesBetween(windowStart, hit.end + AFTER).filter((name) => !isBystander(page, name));

  for (let i = names.length - 1; i >= 0; i -= 1) {
    const name = names[i] as PersonName;
    if (name.end > hit.start || name.start < start) continue;
    // “Yusuf Ali, who is on …” is about him; “people who” is not.
    const between = flat(text.slice(name.end, hit.start)).replace(/^, (?:who|whose) /, ' ');
    if (between === ' ' && IS_VERB.test(text.slice(hit.start, hit.end))) return { weight: 40, code: 'said', person: name.key };
    if (IS_ROLE.test(text.slice(hit.start, hit.end)) && IN_OFFICE.test(between)) return null;
    if (GENERAL_BETWEEN.test(between) || IN_A_BOOK.test(text.slice(start, name.start))) continue;
    if (/^['’]s? /.test(between) && between.length < 50) return { weight: 40, code: 'owned', person: name.key };
    if (between.length <= 120 && VERB.test(between)) return { weight: 40, code: 'said', person: name.key };
  }

  const following = names.find((name) => name.start >= hit.end);
  if (following !== undefined) {
    const between = flat(text.slice(hit.end, following.start));
    // “Pupil premium: Mrs Green” names whom to ask.
    if (/^ ?[:–-] $/.test(between) && /^M(?:rs?|s|iss|x) /.test(text.slice(following.start))) return null;
    if (PAPER_ABOUT.test(between) || (OPENS.test(sentence) && /^ ?(?:[\w-]+ ?){0,2}, $/.test(between))) return { weight: 40, code: 'about', person: following.key };
    const isPointed = between === ' ' && /(?:against|about)$/i.test(text.slice(hit.start, hit.end));
    if (isPointed) return { weight: 40, code: 'about', person: following.key };
    if (between.length <= 60 && /(?:^|\s)(?:will see|is seeing|saw|sees|for|re|regarding|concerning|about|of|on|against|involving|that|where)\s(?:\w+ ){0,2}$|[:–(]\s?$|- $/.test(between) && !GENERAL_BETWEEN.test(between) && !/[.!?] /.test(between)) {
      return { weight: 40, code: 'about', person: following.key };
    }
  }

  // “Capability procedures with Graham Lowe”: elsewhere “with” names a colleague who comes along.
  const withWhom = hit.word.concern !== null && hit.word.concern.concern === 'staff' ? /^ with (?=[A-Z])/.exec(after) : null;
  const [against] = withWhom === null ? [] : page.namesBetween(hit.end, hit.end + withWhom[0].length + 1);
  if (against !== undefined) return { weight: 40, code: 'about', person: against.key };

  const tail = sentence.slice(-TAIL);
  const isOfMany = (GENERAL_BEFORE.test(sentence.slice(-50)) && !IS_ON.test(sentence.slice(-50))) || GENERAL_BETWEEN.test(sentence.slice(-60));
  const previous = names.filter((name) => name.end <= start).pop();
  const isLogged = /\b(?:(?:logged|recorded|added|put) (?:it|this) (?:on|in|to|with)|told|informed|contacted) (?:the )?$/.test(sentence);
  const isField = /(?:^|[.;,|])\W*[A-Z][\w ]{1,24}: $/.test(sentence);
  if (previous !== undefined && (isField || isLogged || (!isOfMany && PRONOUN.test(sentence + after.slice(0, 40)) && VERB.test(sentence)))) {
    return { weight: 30, code: 'before', person: previous.key };
  }

  if (FICTION.test(sentence)) return null;
  const direct = SINGLE_DIRECT.exec(tail);
  if (direct !== null && isFirstName(page, direct[1] as string)) {
    return { weight: 30, code: 'first', person: (direct[1] as string).toLowerCase() };
  }
  const initials = isOfMany ? null : INITIALS.exec(tail) || (PRONOUN.test(sentence) && VERB.test(sentence) ? INITIALS.exec(flat(text.slice(Math.max(0, start - TAIL), start)).replace(/[.!?]\s*$/, '')) : null);
  if (initials !== null) return { weight: 30, code: 'initials', person: (initials[1] as string).replace(/\W/g, '').toLowerCase() };
  const single = SINGLE_POSSESSIVE.exec(tail) || SINGLE_SUBJECT.exec(tail);
  if (single !== null && isFirstName(page, single[1] as string) && !GENERAL_BETWEEN.test(single[0]) && !ARE_MANY.test(single[0])) {
    const isIndividual = INDIVIDUAL.test(sentence) || INDIVIDUAL.test(after);
    const isClose = (single[2] ?? '').length <= 25;
    return { weight: isIndividual || isClose ? 30 : 20, code: 'first', person: (single[1] as string).toLowerCase() };
  }
  // The organisation chose its own words for being sensitive, so a name beside one is enough.
  const near = isOwn ? names.find((name) => name.end > hit.start - NEAR && name.start < hit.end + NEAR) : undefined;
  return near === undefined ? null : { weight: 30, code: 'name', person: near.key };
}
