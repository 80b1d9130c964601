import { reasonsOf, why } from '../detector';
import type { Detector, Proposal } from '../detector';
import { tablePlaceOf } from '../page';
import type { Page } from '../page';
import { addressesIn, emailList } from './email-list';
import { CLASS, FAMILY, RELATIVES } from './family-words';
import { runsOf } from '../spans';
import { isNotName } from './names';
import { nameInRow } from './people';
import { inWords } from '../tables/columns';

/*
 * Lists of several families' contact details: telephone numbers, home addresses and e-mail addresses, each beside another
 * name, in a table, line by line or in a sentence. One number by a name is everyday; the numbers of a class are what a
 * school must not lose. Lists of colleagues, suppliers, venues and helplines are let go.
 */

/** A value that reaches somebody. */
export interface Contact {
  readonly detector: Detector;
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const CONTACTS = ['phone', 'postcode', emailList.id];
/** Fewer people are no list. */
const FEWEST = 3;
/** This many need no names, where the heading says whose they are. */
const MANY = 10;
/** How far the next value of a list may be from the last, and how far back its heading may begin, in characters. */
const STEP = 320;
const HEADING = 260;
/** How much before and after a value may name whose it is. */
const ENTRY = 140;
/** Sure enough to be shown, and not enough to be shown inside. */
const SCORE = 75;

const RELATIVE = new RegExp(`\\b(?:${RELATIVES}|childminder|famil(?:y|ies))\\b`, 'i');
/** Words of a heading, or their beginnings, that say the list is of families. */
const FAMILIES = new RegExp(`\\b(?:${FAMILY}|grown.?ups|emergency (?:contact|n|tel|phone)|home (?:address|tel|phone|contact|number)|boarder|sibling|admission)`, 'i');
/** Words that make a heading say so even where it speaks of colleagues too. */
const OF_FAMILIES = new RegExp(`\\b(?:${FAMILY}|home|emergency)(?:'s?)?[ \\w/&,-]{0,14}?\\b(?:contact|phone|number|mobile|tel|address|e-?mail|details)`, 'i');
/** A form or year group in the line of an entry. */
const IN_CLASS = /\b(?:(?:[1-9]|1[0-3])[A-Z]|[Yy](?:ea)?r? ?(?:[1-9]|1[0-3])[A-Za-z]?)\b/;
const TITLED = /\b(?:mr|mrs|ms|miss|dr)\b/i;
const WORK = 'staff|rota|office|dep(?:artmen)?ts?|clubs?|services?|governors?|agenc(?:y|ies)|lead(?:er)?s?|coach(?:es)?|tutors?|teachers?|providers?|clinics?|hire';
const OF_WORK = new RegExp(`\\b(?:${WORK}|colleagues|professionals?|schools|for (?:all )?(?:parents|families))\\b`, 'i');
/** Words of an entry that is no person at home. */
const AT_WORK = new RegExp(
  `\\b(?:${WORK}|schools?|academy|college|ltd|limited|plc|cent(?:re|er)|hotel|reception|team|help ?line|headteacher|head of|senco|nurse|manager|officer|director|coordinator|chair|clerk|company|council|trust|museum|zoo|surgery|hospital|travel|tours?|taxis?|catering|social worker)\\b`,
  'i',
);
/** Headers over the names of people, which no list of venues has. */
const OF_PERSON = /\b(?:sur|fore|first |last |family )names?\b/i;
/** Words of a heading over firms and helplines, whose numbers anybody may have. */
const OF_FIRMS = /\b(?:suppliers?|contractors?|venues?|hotels?|quotes|useful|help ?lines?|who to (?:ring|call|contact))\b/i;
/** Whom a mail speaks to. */
const GREETING = /^[ \t>]*(?:dear|hi|hello)\b[^\n]{0,40}$|\bparents?(?: and carers)? (?:can|may|should|please)\b/gim;

/** A capitalised word that may be part of a name, or a surname in capitals. */
const NAME_WORD = /[A-Z\u00c0-\u00de](?:['a-z\u00df-\u017f-]+[A-Za-z]*|[A-Z'-]{2,})(?![\w@])/g;
/** Capitalised words that stand before values. */
const OF_A_FORM = /^(?:tel|mob|work|mum|dad|nan|granny|father|mother|flat|house|relationship|town|postcode|whatsapp|begin|end|vcard|type|cell)$/i;

/** The words that may name somebody, in small letters; empty when there are none. */
function nameIn(text: string, pattern: RegExp = NAME_WORD): string {
  return (text.match(pattern) || [])
    .map((word) => word.toLowerCase().replace(/'s$/, ''))
    .filter((word) => !isNotName(word) && !OF_A_FORM.test(word))
    .join(' ');
}

/** Who a short line begins with, though it is written small: “- amelias mum”. */
function nameAtStart(line: string): string {
  return line.length > 50 ? '' : nameIn(line, /[a-z'-]{3,}(?![\w@])/gi);
}

interface Entry {
  readonly contact: Contact;
  readonly name: string;
  /** The words about whoever has it, without the address after the house number. */
  readonly said: string;
  readonly line: string;
}

/** Whose a value is: the words before it on its line, or else after it, or else above it; or else whoever had the last. */
function entryOf(page: Page, contact: Contact, previous: Entry | undefined, next: Contact | undefined): Entry {
  const { text } = page;
  const { start, end } = contact;
  const from = Math.max(previous === undefined ? 0 : previous.contact.end, start - ENTRY);
  // Streets have capitals as well, but they follow the house number.
  const above = text.slice(from, start).replace(contact.detector.id === 'postcode' ? /^(.*)\b\d+[a-z]?,? [A-Z].*$/gm : /(?!)/, '$1');
  const before = above.slice(above.lastIndexOf('\n') + 1);
  const after = text.slice(end, Math.min(next === undefined ? text.length : next.start, end + ENTRY)).split('\n', 1)[0] as string;
  const place = tablePlaceOf(page, start);
  const line = before + after;
  const isOwnLine = previous === undefined || above.includes('\n');
  if (!isOwnLine && previous.contact.detector !== contact.detector) return { contact, name: previous.name, said: before, line };
  const named = (place === null ? '' : nameInRow(page, place.table, place.row)) || nameIn(before);
  if (!isOwnLine) return { contact, name: named || previous.name, said: before, line };
  // The heading of a list is no part of its first entry.
  const top = previous === undefined ? '' : above.slice(0, above.length - before.length);
  const own = /[a-z]{3}/i.test(before) ? before : after;
  const name = named || nameIn(after) || (previous === undefined ? '' : nameIn(above)) || nameAtStart(before) || (previous === undefined ? nameIn(above.slice(-60)) : previous.name);
  return { contact, name, said: top.replace(/\d[^\n]*\n$/, '') + (/^[^\d]{4,}/.exec(own) || [own])[0], line };
}

function distinct(values: readonly string[]): number {
  return new Set(values.filter((value) => value !== '')).size;
}

/** Numbers of mobile telephones, which few lists of firms have. */
function isMobile({ contact: { detector, value } }: Entry): boolean {
  return detector.id === 'phone' && value.startsWith('07');
}

/** Whose contact details they are by the words above the entries and in them, where those tell. */
function whoseList(page: Page, entries: readonly Entry[]): 'families' | 'work' | 'unknown' {
  const share = (isSo: (entry: Entry) => boolean): number => entries.filter(isSo).length / entries.length;
  const work = share(({ said }) => AT_WORK.test(said));
  const relatives = share(({ said }) => RELATIVE.test(said) && !AT_WORK.test(said));
  const { contact } = entries[0] as Entry;
  const place = tablePlaceOf(page, contact.start);
  const start = place === null ? contact.start : place.table.start;
  const heading = page.text.slice(Math.max(0, start - HEADING), start).replace(GREETING, '').trim();
  const title = heading.slice(heading.lastIndexOf('\n') + 1);
  if ((work > 1 / 3 && work > relatives) || OF_FIRMS.test(title)) return 'work';
  const isPhoned = entries.some(({ contact: { detector } }) => detector.id === 'phone');
  const isAtHome = !isPhoned || share(isMobile) >= 1 / 3;
  if (relatives >= 1 / 4 || share(({ line }) => IN_CLASS.test(line) && !TITLED.test(line)) >= 1 / 2) return 'families';
  const headers = place === null ? '' : inWords(place.table.headers.join(', '));
  if (FAMILIES.test(headers) || (OF_PERSON.test(headers) && !OF_WORK.test(headers))) return 'families';
  const mayBeClass = isPhoned || contact.detector !== emailList;
  // The line above the list first: the mail around it may speak of anybody.
  for (const words of [title, heading]) {
    if (OF_FAMILIES.test(words)) return 'families';
    if (OF_WORK.test(words)) return 'unknown';
    if (isAtHome && (FAMILIES.test(words) || (mayBeClass && CLASS.test(words)))) return 'families';
  }
  return 'unknown';
}

/** What the lists of a page say of single values, by where they start: whose they are, or null for those of firms and colleagues. */
type Owners = Map<number, string | null>;

/** Adds what the values of a list of families come to, and tells whose those of any list are. */
function proposeRun(page: Page, run: readonly Contact[], owners: Owners, proposals: Proposal[], most: number): void {
  if (distinct(run.map(({ value }) => value)) < FEWEST) return;
  const entries: Entry[] = [];
  run.forEach((contact, i) => entries.push(entryOf(page, contact, entries[i - 1], run[i + 1])));
  const isNamed = distinct(entries.map(({ name }) => name)) >= FEWEST;
  if (!isNamed && run.length < MANY) return;
  const whose = whoseList(page, entries);
  for (const { contact, name } of entries) {
    const { detector, start, end, value } = contact;
    if (isNamed || whose === 'work') owners.set(start, whose === 'work' ? null : name);
    if (whose === 'families' && proposals.length < most) proposals.push({ detector, details: detector.details, start, end, value, score: SCORE, reasons: reasonsOf(() => [why('contacts', SCORE)]), person: isNamed ? name : null });
  }
}

/** Adds the contact details that make a list of families, of the numbers and postcodes found and the e-mail addresses in the text. */
export function findContactLists(page: Page, found: readonly Contact[], off: readonly string[], proposals: Proposal[], most: number): void {
  const addresses = off.includes(emailList.id) ? [] : addressesIn(page.text).map((address): Contact => ({ detector: emailList, ...address }));
  const contacts = found.concat(addresses).sort((a, b) => a.start - b.start);
  const owners: Owners = new Map();
  for (const run of runsOf(contacts, STEP)) proposeRun(page, run, owners, proposals, most);
  for (const proposal of proposals.splice(0)) {
    const owner = CONTACTS.includes(proposal.detector.id) ? owners.get(proposal.start) : undefined;
    if (owner !== null || proposal.score >= SCORE) proposals.push(typeof owner === 'string' ? { ...proposal, person: owner } : proposal);
  }
}
