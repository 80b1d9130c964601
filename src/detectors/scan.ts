import type { Detection, Match, PlacedMatch, Scan, TextSegment } from '../domain';
import { EMPTY_SCAN } from '../domain';
import { findAnnounced } from './values/announced';
import { findCandidates } from './values/candidates';
import type { Candidate } from './values/candidates';
import { CONCERN_DETAILS } from './words/concerns';
import type { Concern } from './words/concerns';
import { findContactLists } from './people/contact-lists';
import type { Contact } from './people/contact-lists';
import type { Proposal } from './detector';
import { findOwnPatterns } from './own/own-patterns';
import { findInProse } from './prose-detectors';
import { levelOf, MEDIUM } from './levels';
import { hash, mask, MASKED_SECRET } from './masking';
import { once } from './once';
import { isInColumnOf, makePage } from './page';
import type { Page } from './page';
import { countPeople, identify, peopleInTables } from './people/people';
import type { PersonKeys } from './people/people';
import { lineStarts, placeInSegment, placeInText, placeOfAll, placeWords } from './places';
import type { Place } from './places';
import { readText } from './reading';
import { nhsNumber } from './values/nhs-number';
import { findNhsNumberList } from './values/number-lists';
import { phone } from './values/phone';
import { postcode } from './values/postcode';
import { isAnnounced, weigh } from './score';
import type { ListMemory } from './score';
import { valueDetectors } from './values/value-detectors';

/** Matches after which a search stops: far beyond any threshold, so nothing that matters is missed. */
const MOST_MATCHES = 5000;

/** A match with what the room knows of it and tells nobody. */
interface Found {
  readonly match: Match;
  readonly details: string;
  readonly person: PersonKeys;
}

/** A row of a table that has matches: it is a person, and part of the place, whether or not it has one itself. */
interface PersonRow {
  readonly person: PersonKeys;
  readonly start: number;
  readonly end: number;
}

interface Findings {
  readonly found: readonly Found[];
  readonly rows: readonly PersonRow[];
  /** True when words beside the first match speak of pupils. */
  readonly saysPupils: boolean;
  readonly isPartial: boolean;
}

/** NHS numbers that are never issued, for tests and demonstrations. */
const TEST_NHS_NUMBERS = '999';

const NO_LIST: ReadonlySet<string> = new Set();

const NOTHING: Findings = { found: [], rows: [], saysPupils: false, isPartial: false };

/** Words that say the people are pupils, this far from the first match at most. */
const PUPIL_WORDS = /\b(?:pupils?|students?|child(?:ren)?|y(?:ea)?r ?(?:[1-9]|1[0-3])|reception|class|form|tutor group|parents?|mum|dad|carers?|year(?=[,\t|;]))\b/i;
const NEAR_FIRST = 2000;
/** Details that only pupils have, and those that only grown-ups have. */
const OF_PUPILS = /UPN|UCI|ULN|SEN |free school meals/;
const OF_ADULTS = /HR |National Insurance|teacher|taxpayer|bank|card|licence/i;

/** Of overlapping proposals the surest stays. When a text is nothing but one number, all its readings stay. */
function withoutOverlaps(page: Page, proposals: readonly Proposal[]): readonly Proposal[] {
  const sorted = proposals.slice().sort((a, b) => a.start - b.start || b.score - a.score);
  const kept: Proposal[] = [];
  for (const proposal of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || proposal.start >= last.end) kept.push(proposal);
    else if (proposal.start === last.start && proposal.end === last.end && proposal.score === last.score && page.isAlone(last.start, last.end)) kept.push(proposal);
    else if (proposal.score > last.score) kept[kept.length - 1] = proposal;
  }
  return kept;
}

interface ProposedValues {
  readonly proposals: Proposal[];
  /** Telephone numbers and postcodes, whatever they are worth by themselves. */
  readonly contacts: readonly Contact[];
  readonly isPartial: boolean;
}

/** True for a telephone number or a postcode. Ten digits from 7 on are one only where a column says so. */
function isContact(page: Page, { detector, written, start }: Candidate): boolean {
  return detector === postcode || (detector === phone && (!written.startsWith('7') || isInColumnOf(page, start, phone.id)));
}

function proposeValues(page: Page, off: readonly string[]): ProposedValues {
  const proposals: Proposal[] = [];
  const contacts: Contact[] = [];
  const lists = new Map<string, ListMemory>();
  let isPartial = false;
  const nhsNumberList = once(() => findNhsNumberList(page.text));
  findCandidates(page, off, (candidate) => {
    if (isContact(page, candidate) && contacts.length < MOST_MATCHES) contacts.push(candidate);
    const weighed = weigh(page, candidate, lists.get(candidate.detector.id), candidate.detector === nhsNumber ? nhsNumberList() : NO_LIST);
    if (weighed === null) return true;
    const { proposal } = weighed;
    if (weighed.isLabelled) lists.set(candidate.detector.id, { end: candidate.end, length: candidate.value.length });
    const { parts } = candidate.detector;
    if (parts === undefined) proposals.push(proposal);
    else for (const [from, to] of parts(candidate.written)) proposals.push({ ...proposal, start: candidate.start + from, end: candidate.start + to });
    isPartial = proposals.length >= MOST_MATCHES;
    return !isPartial;
  });
  findAnnounced(page, off, (candidate) => {
    const weighed = isAnnounced(page, candidate) ? weigh(page, candidate, undefined, NO_LIST) : null;
    if (weighed === null || proposals.length >= MOST_MATCHES) return false;
    proposals.push(weighed.proposal);
    return true;
  });
  return { proposals, contacts, isPartial };
}

function findAll(text: string, detection: Detection, pageId: string): Findings {
  const reading = readText(text);
  const page = makePage(reading.text, detection);
  const values = proposeValues(page, detection.off);
  const { proposals } = values;
  const isProseWhole = findInProse(page, detection.off, proposals, MOST_MATCHES);
  findContactLists(page, values.contacts, detection.off, proposals, MOST_MATCHES);
  const isPartial = !findOwnPatterns(page, detection, proposals, MOST_MATCHES) || !isProseWhole || values.isPartial;
  if (proposals.length === 0) return isPartial ? { ...NOTHING, isPartial } : NOTHING;
  const isLetGo = ({ detector, value, start, end }: Proposal): boolean =>
    page.isIgnored(start, end) || (detection.ignoreTestNumbers && detector === nhsNumber && value.startsWith(TEST_NHS_NUMBERS));
  const kept = withoutOverlaps(page, proposals).filter((proposal) => !isLetGo(proposal));
  const people = identify(page, kept, pageId);
  const found = kept.map((proposal, i): Found => {
    const { detector, details, start, end, value, score, reasons } = proposal;
    const match: Match = {
      detector: detector.id,
      start: reading.origin(start),
      end: reading.origin(end - 1) + 1,
      masked: detector.id === 'credentials' ? MASKED_SECRET : mask(page.text.slice(start, end)),
      score,
      level: levelOf(score),
      reasons,
      key: hash(`${detector.id}:${value}`),
    };
    return { match, details, person: people[i] as PersonKeys };
  });
  const rows = peopleInTables(page, kept.filter(({ score }) => score >= MEDIUM), pageId).map(({ person, start, end }) => ({
    person,
    start: reading.origin(start),
    end: reading.origin(end - 1) + 1,
  }));
  const first = kept[0]?.start ?? 0;
  const saysPupils = PUPIL_WORDS.test(page.text.slice(Math.max(0, first - NEAR_FIRST), first + NEAR_FIRST));
  return { found, rows, saysPupils, isPartial };
}

/** Everything the detectors find in a text, in order of place. */
export function findMatches(text: string, detection: Detection): readonly Match[] {
  return findAll(text, detection, '').found.map(({ match }) => match);
}

interface Placed {
  readonly found: Found;
  readonly place: Place;
}

/** What was found in one text, with the places in it. */
interface PlacedFindings {
  readonly placed: readonly Placed[];
  readonly rows: readonly { readonly person: PersonKeys; readonly place: Place }[];
  readonly saysPupils: boolean;
}

/** How telling details are: special categories first, then numbers that identify, then what anyone may know. */
const ORDER_OF_DETAILS: readonly string[] = [
  ...Object.keys(CONCERN_DETAILS).map((concern) => CONCERN_DETAILS[concern as Concern]),
  ...valueDetectors.map(({ details }) => details),
];

/** Without the detectors of which there are fewer different values than the policy asks for. */
function withEnough(placed: readonly Placed[], { minCount }: Detection): readonly Placed[] {
  const values = new Map<string, Set<string>>();
  for (const { found } of placed) {
    const { detector, key } = found.match;
    const known = values.get(detector);
    if (known === undefined) values.set(detector, new Set([key]));
    else known.add(key);
  }
  return placed.filter(({ found: { match } }) => (values.get(match.detector) as Set<string>).size >= (minCount[match.detector] || 1));
}

function toScan(findings: readonly PlacedFindings[], isPartial: boolean, detection: Detection): Scan {
  const placed = withEnough(findings.reduce<Placed[]>((all, one) => all.concat(one.placed), []), detection);
  if (placed.length === 0) return isPartial ? { ...EMPTY_SCAN, isPartial } : EMPTY_SCAN;
  const matches = placed.map(({ found, place }): PlacedMatch => ({ ...found.match, where: placeWords(place) }));
  // What is never shown alone does not make someone a person concerned, unless there is nothing else.
  const sure = placed.filter(({ found }) => found.match.level !== 'low');
  const telling = sure.length > 0 ? sure : placed;
  const rows = findings.reduce<PlacedFindings['rows'][number][]>((all, one) => all.concat(one.rows), []);
  const kinds: string[] = [];
  for (const { found } of telling) if (!kinds.includes(found.details)) kinds.push(found.details);
  const rank = (details: string): number => {
    const place = ORDER_OF_DETAILS.indexOf(details);
    return place < 0 ? ORDER_OF_DETAILS.length : place;
  };
  const people = telling.filter(({ found }) => found.match.detector !== 'credentials').map(({ found }) => found.person);
  return {
    matches,
    people: countPeople(people.concat(rows.map(({ person }) => person))),
    kinds: kinds.sort((a, b) => rank(a) - rank(b)),
    isNamed: people.some(({ name }) => name !== ''),
    isAboutPupils: kinds.some((kind) => OF_PUPILS.test(kind)) || (findings.some(({ saysPupils }) => saysPupils) && !kinds.some((kind) => OF_ADULTS.test(kind))),
    where: placeOfAll(telling.map(({ place }) => place).concat(rows.map(({ place }) => place))),
    isPartial,
  };
}

function place(findings: Findings, placeOf: (start: number, end: number) => Place): PlacedFindings {
  return {
    placed: findings.found.map((found) => ({ found, place: placeOf(found.match.start, found.match.end) })),
    rows: findings.rows.map(({ person, start, end }) => ({ person, place: placeOf(start, end) })),
    saysPupils: findings.saysPupils,
  };
}

const IN_SUBJECT: Place = { base: 'subject', range: null };

/** A subject as it is read above a text: a paragraph of its own. */
export function aboveText(subject: string): string {
  return subject === '' ? '' : `${subject}\n\n`;
}

/**
 * Scans the draft's own words. Places are lines: `line 4`. A subject is read as a paragraph above them, so that whom it names is known
 * below. What stands in the subject itself has the place `subject`, and offsets below 0.
 */
export function scanText(text: string, detection: Detection, subject = ''): Scan {
  const lead = aboveText(subject);
  const findings = findAll(lead + text, detection, '');
  const starts = findings.found.length === 0 ? [] : lineStarts(text);
  const inText = (offset: number): number => offset - lead.length;
  const { placed, ...rest } = place(findings, (start) => (start < lead.length ? IN_SUBJECT : placeInText(starts, inText(start))));
  const moved = placed.map(({ found, place: where }) => ({ found: { ...found, match: { ...found.match, start: inText(found.match.start), end: inText(found.match.end) } }, place: where }));
  return toScan([{ placed: moved, ...rest }], findings.isPartial, detection);
}

/** Scans the text of an inspected file, with the places in it: `Sheet2!B2`, `page 3`, `b.zip > c.csv > line 2`. */
export function scanSegments(segments: readonly TextSegment[], detection: Detection): Scan {
  const all: PlacedFindings[] = [];
  let count = 0;
  let isPartial = false;
  segments.forEach((segment, i) => {
    if (count >= MOST_MATCHES) {
      isPartial = true;
      return;
    }
    const findings = findAll(segment.text, detection, String(i));
    isPartial = isPartial || findings.isPartial;
    if (findings.found.length === 0) return;
    count += findings.found.length;
    const starts = lineStarts(segment.text);
    all.push(place(findings, (start, end) => placeInSegment(segment, starts, start, end)));
  });
  return toScan(all, isPartial, detection);
}
