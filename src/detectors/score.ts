import type { Candidate } from './values/candidates';
import { FAR, reasonsOf, why } from './detector';
import type { Proposal } from './detector';
import { LOW, MEDIUM } from './levels';
import { findNames } from './people/names';
import { tablePlaceOf } from './page';
import type { Page } from './page';
import { lastAtOrBefore } from './spans';
import { holdsValuesOf } from './tables/columns';
import { IDENTIFYING } from './people/people';
import type { Hit } from './words/words';

/*
 * What a value is worth in its surroundings: shape and check digit, plus the words, header or list that announce it,
 * less the words that say it is something else. Each term has a reason in words.
 */

/** What a shape must be worth for a text that is nothing but the value to be a match: a check digit, or a rare make-up. */
const STANDS_ALONE = 25;
/** What a shape must be worth to count without any words that announce it. */
const NEEDS_NO_WORDS = 45;
const NEAR = 60;
/** The longest line on which a label at its beginning still speaks for a value at its end. */
const SAME_LINE = 200;
/** “533401372 is her passport number”, “533401372 (passport)”, “04/03/2014 - DOB”. */
const SAYS_WHAT = /^ ?[(=-] ?(?:[\w']+ ){0,2}$|^,? (?:is|are|was|on|in|from) (?:[\w']+ ){0,2}$/;

/** Words that say a number before which they stand is something else. */
const OTHERS =
  'orders?|invoice|po|purchase|tracking|parcel|delivery|ticket|meeting|conference|tel|(?:tele)?phone|fax|mobile|isbn|vat|serial|asset|booking|quot(?:e|ation)|transaction|receipt|charity|company|code|budget';

/** Those, and others that may well follow a label. Looked for only beside a candidate. */
const CLASH = new RegExp(
  `\\b(?:${OTHERS}|inv|p\\.o\\.|track|consignment|case|incident|job|webinar|dial|join|zoom|call|mob|ref(?:erence)?|issn|barcode|reg(?:ist(?:ered|ration))?|ofsted|inspection|urn|ukprn|laestab|dfe no|meter|reading|model|part|product|item|licence key|version|id|confirmation|customer|supplier|policy|contract|cost|ledger|unit|access|extension|(?:photo)?copier|total|message-id)\\b[^.!?\\n]{0,32}$`,
  'i',
);

/** Those that say so even after a label: “NHS trust invoice 4010232137”. */
export const FIRM_CLASH = new RegExp(`\\b(?:${OTHERS}|switchboard|helpline|hotline|voucher|membership)\\b[^.!?\\n)]{0,24}$`, 'i');

// “.example” ends reserved domains, which say nothing about the values beside them.
const PLACEHOLDER = /(?:^|[^.@\w])(?:example|sample|dummy|ficti(?:tious|onal)|e\.?g\.?|for instance|placeholder|test card|format|template|specimen|xxxx)\b/i;

/** “The card for the conference hotel is”: what it is for, after a label, is no other number. */
const FOR = /^ (?:to )?(?:for|pay) (?!.*\b(?:no|num|number|ref|id)\b)/i;

/** The most that a match may come to and not be shown alone. */
const UNSURE = MEDIUM - 1;

/** True in a table with names, or with numbers that only one person has: its rows are people. */
function isInRowOfPerson(page: Page, start: number): boolean {
  const place = tablePlaceOf(page, start);
  return place !== null && place.table.columns.some((column) => column?.holds === 'name' || IDENTIFYING.some((id) => holdsValuesOf(column, id)));
}

/** How far before a value its person's name, or another number of that person's, may stand, in characters. */
const SAME_RECORD = 200;

/** True when something other than a name beside it says that the value is one person's. */
function isSomebodys(page: Page, { detector, start, end }: Candidate): boolean {
  const { text, hits } = page;
  if (findNames(text, start - SAME_RECORD, start).length > 0 || isInRowOfPerson(page, start)) return true;
  for (let i = lastAtOrBefore(hits, end + NEAR); i >= 0 && (hits[i] as Hit).end > start - NEAR; i -= 1) {
    if ((hits[i] as Hit).word.labels.some((id) => id !== detector.id && IDENTIFYING.includes(id))) return true;
  }
  return detector.namedBy?.test(text.slice(Math.max(0, start - SAME_RECORD), end)) === true;
}

/** How far back a web address may have begun. */
const LONGEST_ADDRESS = 200;

/** True inside a web address or a message id, where numbers are anything. */
function isInAddress(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_ADDRESS), start);
  const word = before.slice(before.search(/[^\s<>"'()]*$/));
  return /:\/\/|^www\.|[?&][\w.-]+=|%[0-9A-F]{2}/i.test(word);
}

interface Context {
  readonly weight: number;
  /** As `why` makes it, if at all. */
  readonly reasons: readonly string[];
  /** Where the label before the value ends; 0 when there is none. */
  readonly labelEnd: number;
}

/** A label as context: what it adds, and where it stands. */
function labelled(page: Page, { start, end }: Hit, weight: number, code: string, isBefore: boolean): Context {
  return { weight, reasons: reasonsOf(() => [why(code, weight, page.text.slice(start, end).replace(/\s+/g, ' '))]), labelEnd: isBefore ? end : 0 };
}

function labelContext(page: Page, candidate: Candidate): Context | null {
  const { detector, start, end } = candidate;
  const { bridge, reach } = detector;
  const labels = page.labelsOf(detector.id);
  if (labels.length === 0) return null;
  const index = lastAtOrBefore(labels, start);
  const before = labels[index];
  const after = labels[index + 1];
  if (before !== undefined && (bridge === undefined || (start - before.end <= reach && bridge.test(page.text.slice(before.end, start))))) {
    const distance = Math.max(0, start - before.end);
    const isSameLine = distance <= SAME_LINE && !page.text.slice(before.end, start).includes('\n');
    if (distance <= reach && (distance <= NEAR || isSameLine)) {
      return labelled(page, before, 50, 'label', true);
    }
  }
  if (after !== undefined && after.start - end <= Math.min(NEAR, reach)) {
    const saysWhat = SAYS_WHAT.test(page.text.slice(end, after.start));
    if (saysWhat || bridge === undefined) return labelled(page, after, saysWhat ? 50 : 35, 'after', false);
  }
  if (bridge !== undefined) return null;
  if (before !== undefined && start - before.end <= reach) return labelled(page, before, 35, 'above', true);
  if (after !== undefined && after.start - end <= reach) return labelled(page, after, 15, 'below', false);
  if (before !== undefined && reach === FAR) return labelled(page, before, 15, 'far', true);
  return null;
}

const ELSEWHERE: Context = { weight: 0, reasons: [], labelEnd: 0 };

function headerContext(page: Page, { start, detector: { id } }: Candidate): Context | null {
  const place = tablePlaceOf(page, start);
  if (place === null) return null;
  const { columns, headers } = place.table;
  const headed = (i: number, code: string): Context => ({ weight: 50, reasons: reasonsOf(() => [why(code, 50, headers[i])]), labelEnd: 0 });
  if (holdsValuesOf(columns[place.column], id)) return headed(place.column, 'column');
  const elsewhere = columns.findIndex((column) => holdsValuesOf(column, id));
  if (elsewhere < 0) return null;
  // A column of its own elsewhere in the table says that this value is something else, where the row has columns at all.
  return place.column < 0 ? headed(elsewhere, 'header') : ELSEWHERE;
}

/** True when a label stands close enough before a value to vouch for one that a line break parts. */
export function isAnnounced(page: Page, candidate: Candidate): boolean {
  return (labelContext(page, candidate)?.weight ?? 0) >= 40;
}

/** The value of a detector that was accepted last, for lists. */
export interface ListMemory {
  readonly end: number;
  readonly length: number;
}

/** How far the next value of a list may be from the last, in characters: a row of a list. */
const LIST_STEP = 160;

/**
 * Weighs a candidate. Null when it is not worth keeping. `previous` is the last value of the same detector that a label
 * or a list announced; `list` has the values of one that their check digits give away.
 */
export function weigh(page: Page, candidate: Candidate, previous: ListMemory | undefined, list: ReadonlySet<string>): { readonly proposal: Proposal; readonly isLabelled: boolean } | null {
  const { detector, start, end, value, written } = candidate;
  const { text } = page;
  const shape = detector.shape(value, written);
  const header = headerContext(page, candidate);
  const context = header === ELSEWHERE ? null : header || labelContext(page, candidate);
  const mayContinue = header !== ELSEWHERE && previous !== undefined;
  const isListed = header !== ELSEWHERE && list.has(value);
  const isAlone = shape >= STANDS_ALONE && page.isAlone(start, end);
  const isOfPeople = context === null && header !== ELSEWHERE && page.isInPersonList(detector, start);
  if (context === null && !mayContinue && !isListed && !isAlone && !isOfPeople && shape < NEEDS_NO_WORDS && detector.surroundings === undefined) return null;
  let score = shape;
  const reasons = reasonsOf(() => [why('shape', shape, detector.id)]).slice();
  const add = (weight: number, code: string, about?: string): void => {
    score += weight;
    reasons.push(...reasonsOf(() => [why(code, weight, about)]));
  };
  let isLabelled = context !== null || isOfPeople;
  const before = text.slice(Math.max(0, start - 100), start);
  const after = text.slice(end, end + 60);
  const beforeIt = text.slice(Math.max(start - 40, context === null ? 0 : context.labelEnd), start);
  const isFirmClash = detector.clashes && header === null && FIRM_CLASH.test(beforeIt) && !(context !== null && FOR.test(beforeIt));
  const isClash = isFirmClash || (detector.clashes && (context === null || context.weight < 40) && CLASH.test(before.slice(-40)));
  const isNext = mayContinue && !isOfPeople && !isClash && start - previous.end <= LIST_STEP && previous.length === value.length && detector.severs?.(text.slice(Math.max(previous.end, start - 40), start)) !== true;
  if (isNext && (context === null || context.weight < 40)) {
    add(45, 'list');
    isLabelled = true;
  } else if (context !== null) {
    score += context.weight;
    reasons.push(...context.reasons);
  }
  if (isOfPeople) add(45, 'people');
  // Beside a label that is near, the numbers need not speak for themselves.
  const isGivenAway = isListed && !isClash && (context === null ? !isLabelled : context.weight < 40);
  if (isGivenAway) add(40, 'checked', String(list.size));
  if (isClash) add(isFirmClash ? -60 : -35, 'clash');
  if (detector.surroundings !== undefined) {
    const added = detector.surroundings(before, after);
    if (added !== 0) add(added, added > 0 ? 'for' : 'against', detector.id);
    isLabelled = isLabelled || added > 0;
    if (detector.most < 100 && page.isSignature(start) && tablePlaceOf(page, start) === null) add(-60, 'signature');
  }
  if (isAlone) {
    if (score < LOW) add(LOW - score, 'alone');
    isLabelled = true;
  }
  // A shape that says little by itself needs something that announces it: a name beside it is not enough.
  if (score + 10 < LOW || (shape < NEEDS_NO_WORDS && !isLabelled && !isGivenAway)) return null;
  const isNamed = findNames(text, start - 80, end + 80).length > 0;
  if (isNamed) add(10, 'name');
  score = Math.min(100, score);
  if (PLACEHOLDER.test(before.slice(-60))) add(-50, 'example');
  if (score > detector.most) add(detector.most - score, 'supports');
  if (detector.needsName && score > UNSURE && !isNamed && !isSomebodys(page, candidate)) add(UNSURE - score, 'nameless');
  if (score < LOW || isInAddress(text, start)) return null;
  return { proposal: { detector, details: detector.details, start, end, value, score, reasons }, isLabelled: isLabelled && shape < 85 };
}
