import { reasonsOf, why } from '../detector';
import type { Detector, DetectorNotes, Proposal } from '../detector';
import { onlyWith } from '../gated';
import { KEYS } from '../words/notation';
import { isInColumnOf } from '../page';
import { CLASS, FAMILY } from './family-words';
import type { Page } from '../page';
import { lineEnd, lineStart, runsOf } from '../spans';

/*
 * A list of people's e-mail addresses: ten or more different ones close together, or fewer where the words before them
 * say whose they are (“parent emails”). Single addresses, the headers of a quoted mail and signatures are let go.
 *
 * Source: RFC 5321 for the length of what stands before the @ (64); the shape is what people use, not all it allows.
 */
/** For the docs; no runtime reads it. */
export const emailListNotes: DetectorNotes = {
  title: 'List of e-mail addresses',
  source: 'RFC 5321, section 4.5.3.1, for the length of what stands before the @',
  certainty:
    'Supports other findings until ten different addresses follow words such as “parent emails”, or three families’ stand together.',
};

export const emailList: Detector = { id: 'email-list', details: 'email addresses' };

/** What follows an `@`. It is found there and read outwards: a pattern that starts before the @ is slow on `a.a.a.`. */
const DOMAIN = /@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z][A-Za-z0-9-]{1,23}(?![A-Za-z0-9@-])/y;

/** From this many different addresses on, a list is one without words that say so. */
const MANY = 10;
/** How far the next address of a list may be, in characters. */
const STEP = 80;
const LONGEST_LOCAL_PART = 64;

const OF_PEOPLE = new RegExp(`\\b(?:${FAMILY}|home|personal|private|distribution|mailing)\\b`, 'i');
const OF_ADDRESSES = /\b(?:e-?mails?|addresses|contacts?|list)\b/i;
const MINE = onlyWith(
  'mail',
  /\b(?:my|his|her|their|mum's|dad's|personal|home|private)\s+(?:[\w-]+\s+){0,2}e-?mail(?:\s+address)?\s*(?:is|:)\s*$/i,
);
const HEADER_LINE = /^[ \t>|*]*(?:from|to|cc|bcc|sent|reply-to|sender|return-path|list-\w+|x-[\w-]+|received|message-id|in-reply-to|references|errors-to|delivered-to)\s*\*?:/i;

interface Address {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** True for what the part before an @ may have: letters, digits and `._%+'-`. */
function isLocal(code: number): boolean {
  return (code < 128 && KEYS[code] !== 0) || code === 46 || code === 95 || code === 37 || code === 43 || code === 39 || code === 45;
}

function addressAt(text: string, at: number): Address | null {
  DOMAIN.lastIndex = at;
  const domain = DOMAIN.exec(text);
  if (domain === null) return null;
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL_PART && isLocal(text.charCodeAt(start - 1))) start -= 1;
  while (start < at && /[.'%+-]/.test(text.charAt(start))) start += 1;
  if (start === at) return null;
  return { start, end: at + domain[0].length, value: (text.slice(start, at) + domain[0]).toLowerCase() };
}

function proposeAll(list: readonly Address[], score: number, reasons: readonly string[], proposals: Proposal[], most: number): void {
  for (const { start, end, value } of list) {
    if (proposals.length >= most) return;
    proposals.push({ detector: emailList, details: emailList.details, start, end, value, score, reasons });
  }
}

function weighList(page: Page, list: readonly Address[], proposals: Proposal[], most: number): void {
  const first = list[0] as Address;
  const before = page.text.slice(Math.max(0, first.start - 120), first.start);
  const distinct = new Set(list.map(({ value }) => value)).size;
  const isColumn = isInColumnOf(page, first.start, emailList.id);
  const isSaid = isColumn || ((OF_PEOPLE.test(before) || CLASS.test(before)) && OF_ADDRESSES.test(before));
  if (distinct >= MANY) {
    const reasons = reasonsOf(() => [why('addresses', 60, String(distinct))].concat(isSaid ? why('whose', 15) : []));
    proposeAll(list, isSaid ? 75 : 60, reasons, proposals, most);
  } else if (isColumn || (distinct > 1 && isSaid)) {
    proposeAll(list, 60, reasonsOf(() => [why('whose', 60)]), proposals, most);
  } else if (distinct === 1 && /(?:is|:)\s*$/i.test(before) && MINE.test(before)) {
    proposeAll(list, 55, reasonsOf(() => [why('whose', 55)]), proposals, most);
  } else if (distinct === 1 && page.isAlone(first.start, first.end)) {
    proposeAll(list, 50, reasonsOf(() => [why('alone', 50)]), proposals, most);
  }
}

/** Every address in a text, in order of place, but for those in the headers of quoted mails. */
export function addressesIn(text: string): readonly Address[] {
  const addresses: Address[] = [];
  let lineUntil = -1;
  let isHeader = false;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > lineUntil) {
      const start = lineStart(text, at);
      lineUntil = lineEnd(text, at);
      isHeader = HEADER_LINE.test(text.slice(start, start + 40));
    }
    const address = isHeader ? null : addressAt(text, at);
    if (address !== null) addresses.push(address);
  }
  return addresses;
}

/** Adds the addresses that make a list of people. False when it stopped before the end. */
export function findEmailLists(page: Page, proposals: Proposal[], most: number): boolean {
  for (const list of runsOf(addressesIn(page.text), STEP)) weighList(page, list, proposals, most);
  return proposals.length < most;
}
