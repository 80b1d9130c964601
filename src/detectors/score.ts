import type { MatchLevel } from '../domain';
import type { Candidate } from './candidates';
import type { Proposal } from './detector';
import { findNames } from './names';
import { lastAtOrBefore, tablePlaceOf } from './page';
import type { Page } from './page';
import { nameInRow } from './people';
import type { Hit } from './words';

/*
 * What a value is worth in its surroundings: shape and check digit, plus the words, header or list that announce it,
 * less the words that say it is something else. Each term has a reason in words.
 */

export const HIGH = 85;
export const MEDIUM = 65;
/** Below this a proposal is dropped. */
export const LOW = 50;

export function levelOf(score: number): MatchLevel {
  return score >= HIGH ? 'high' : score >= MEDIUM ? 'medium' : 'low';
}

/** What a shape must be worth for a text that is nothing but the value to be a match: a check digit, or a rare make-up. */
const STANDS_ALONE = 25;
/** What a shape must be worth to count without any words that announce it. */
const NEEDS_NO_WORDS = 45;
const NEAR = 60;
const FAR = 300;
/** The longest line on which a label at its beginning still speaks for a value at its end. */
const SAME_LINE = 200;

/** Words that say a number is something else, just before it. Looked for only beside a candidate. */
const CLASH =
  /\b(?:order|orders|invoice|inv|po|p\.o\.|purchase|tracking|track|parcel|consignment|delivery|ticket|case|incident|job|meeting|conference|webinar|dial|join|zoom|call|tel|telephone|phone|fax|mobile|mob|ref|reference|isbn|issn|ean|barcode|vat|company|charity|registered|registration|reg|ofsted|inspection|urn|ukprn|laestab|dfe no|serial|asset|meter|reading|model|part|product|item|sku|quote|quotation|licence key|product key|version|build|id|session|booking|confirmation|transaction|receipt|customer|supplier|policy|contract|budget|cost|ledger|nominal|code|unit|access|extension|photocopier|copier|copy count|total|population|timestamp|guid|uuid|message-id)\b[^.!?\n]{0,32}$/i;

/** Those that say so even after a label: “NHS trust invoice 4010232137”. Words such as “ref” may well follow one. */
export const FIRM_CLASH =
  /\b(?:orders?|invoice|po|purchase|tracking|parcel|delivery|ticket|meeting|conference|tel|telephone|phone|fax|mobile|isbn|vat|serial|asset|booking|quote|quotation|transaction|receipt|switchboard|helpline|hotline|charity|company)\b[^.!?\n]{0,24}$/i;

// “.example” ends reserved domains, which say nothing about the values beside them.
const PLACEHOLDER = /(?:^|[^.@\w])(?:example|sample|dummy|fictitious|fictional|e\.g\.?|eg|for instance|placeholder|test card|format|template|specimen|xxxx)\b/i;

/** The most that a match may come to and not be shown alone. */
const UNSURE = MEDIUM - 1;

/** True when the row of a table that holds the place names somebody. */
function isNamedRow(page: Page, start: number): boolean {
  const place = tablePlaceOf(page, start);
  return place !== null && nameInRow(page, place.table, place.row) !== '';
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
  readonly reason: string;
  /** Where the label before the value ends; 0 when there is none. */
  readonly labelEnd: number;
}

function quoted(page: Page, hit: Hit): string {
  return `“${page.text.slice(hit.start, hit.end).replace(/\s+/g, ' ')}”`;
}

/** True when another detector's label stands between a label and the value: the nearer one probably owns the value. */
function hasRival(page: Page, label: Hit, start: number, detectorId: string): boolean {
  for (let i = lastAtOrBefore(page.hits, start); i >= 0; i -= 1) {
    const hit = page.hits[i] as Hit;
    if (hit.start <= label.start) return false;
    if (hit.end <= start && hit.word.labels.length > 0 && !hit.word.labels.includes(detectorId)) return true;
  }
  return false;
}

function labelContext(page: Page, candidate: Candidate): Context | null {
  const { detector, start, end } = candidate;
  const labels = page.labelsOf(detector.id);
  if (labels.length === 0) return null;
  const reach = detector.reach === undefined ? FAR : detector.reach;
  const index = lastAtOrBefore(labels, start);
  const before = labels[index];
  const after = labels[index + 1];
  const { bridge } = detector;
  if (before !== undefined && (bridge === undefined || (start - before.end <= reach && bridge.test(page.text.slice(before.end, start))))) {
    const distance = Math.max(0, start - before.end);
    const isSameLine = distance <= SAME_LINE && !page.text.slice(before.end, start).includes('\n');
    if (distance <= reach && (distance <= NEAR || isSameLine)) {
      const weight = hasRival(page, before, start, detector.id) ? 40 : 50;
      return { weight, reason: `${quoted(page, before)} stands before it`, labelEnd: before.end };
    }
  }
  if (after !== undefined && after.start - end <= Math.min(NEAR, reach)) return { weight: 35, reason: `${quoted(page, after)} stands just after it`, labelEnd: 0 };
  if (bridge !== undefined) return null;
  if (before !== undefined && start - before.end <= reach) return { weight: 35, reason: `${quoted(page, before)} stands some lines before it`, labelEnd: before.end };
  if (after !== undefined && after.start - end <= reach) return { weight: 15, reason: `${quoted(page, after)} stands some lines after it`, labelEnd: 0 };
  if (before !== undefined && reach === FAR) return { weight: 15, reason: `${quoted(page, before)} stands far above it`, labelEnd: before.end };
  return null;
}

const ELSEWHERE: Context = { weight: 0, reason: '', labelEnd: 0 };

function headerContext(page: Page, candidate: Candidate): Context | null {
  const place = tablePlaceOf(page, candidate.start);
  if (place === null) return null;
  const column = place.table.columns[place.column];
  if (column !== undefined && column !== null && column.holds === 'value' && column.detectors.includes(candidate.detector.id)) {
    return { weight: 50, reason: `it stands in the column headed “${place.table.headers[place.column]}”`, labelEnd: 0 };
  }
  if (place.column >= 0) {
    // A column of its own elsewhere in the table says that this value is something else.
    const isElsewhere = place.table.columns.some((kind) => kind !== null && kind.holds === 'value' && kind.detectors.includes(candidate.detector.id));
    return isElsewhere ? ELSEWHERE : null;
  }
  const index = place.table.columns.findIndex((kind) => kind !== null && kind.holds === 'value' && kind.detectors.includes(candidate.detector.id));
  return index < 0 ? null : { weight: 50, reason: `it stands below the header “${place.table.headers[index]}”`, labelEnd: 0 };
}

/** True when a label stands close enough before a value to vouch for one that a line break parts. */
export function isAnnounced(page: Page, candidate: Candidate): boolean {
  const context = labelContext(page, candidate);
  return context !== null && context.weight >= 40;
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
  const reasons: string[] = [`${detector.shapeReason} (+${shape})`];
  const add = (weight: number, reason: string): void => {
    score += weight;
    reasons.push(`${reason} (${weight < 0 ? '−' : '+'}${Math.abs(weight)})`);
  };
  let isLabelled = context !== null || isOfPeople;
  const before = text.slice(Math.max(0, start - 100), start);
  const after = text.slice(end, end + 60);
  const beforeIt = text.slice(Math.max(start - 40, context === null ? 0 : context.labelEnd), start);
  const isFirmClash = detector.clashes && header === null && FIRM_CLASH.test(beforeIt);
  const isClash = isFirmClash || (detector.clashes && (context === null || context.weight < 40) && CLASH.test(before.slice(-40)));
  if (context !== null) add(context.weight, context.reason);
  else if (!isOfPeople && mayContinue && previous !== undefined && !isClash && start - previous.end <= LIST_STEP && previous.length === value.length) {
    add(45, 'it continues a list of such values');
    isLabelled = true;
  }
  if (isOfPeople) add(45, 'it stands in a list of names under a heading about pupils or parents');
  // Beside a label that is near, the numbers need not speak for themselves.
  const isGivenAway = isListed && !isClash && (context === null ? !isLabelled : context.weight < 40);
  if (isGivenAway) add(40, `${list.size} numbers in this list all have the check digit of an NHS number`);
  if (isClash) add(isFirmClash ? -60 : -35, 'the words before it say it is another kind of number');
  if (detector.surroundings !== undefined) {
    const found = detector.surroundings(before, after);
    if (found !== null) {
      add(found.weight, found.reason);
      isLabelled = isLabelled || found.weight > 0;
    }
    if (page.isSignature(start) && tablePlaceOf(page, start) === null) add(-60, 'it stands in a signature');
  }
  if (isAlone) {
    if (score < LOW) add(LOW - score, 'it is all there is');
    isLabelled = true;
  }
  // A shape that says little by itself needs something that announces it: a name beside it is not enough.
  if (score + 10 < LOW || (shape < NEEDS_NO_WORDS && !isLabelled && !isGivenAway)) return null;
  const isNamed = findNames(text, start - 80, end + 80).length > 0;
  if (isNamed) add(10, 'a name stands near it');
  score = Math.min(100, score);
  if (PLACEHOLDER.test(before.slice(-60))) add(-50, 'the words before it say it is an example');
  if (detector.most !== undefined && score > detector.most) add(detector.most - score, 'it only supports other findings');
  if (detector.needsName && score > UNSURE && !isNamed && !isNamedRow(page, start)) add(UNSURE - score, 'no name stands near it');
  if (score < LOW || isInAddress(text, start)) return null;
  return { proposal: { detector, details: detector.details, start, end, value, score, reasons }, isLabelled: isLabelled && shape < 85 };
}
