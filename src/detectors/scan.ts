import type { Detection, Match, PlacedMatch, Scan, TextSegment } from '../domain';
import { EMPTY_SCAN } from '../domain';
import { findCandidates } from './candidates';
import type { Proposal } from './detector';
import { findInProse } from './prose-detectors';
import { hash, mask, MASKED_SECRET } from './masking';
import { makePage, tablePlaceOf } from './page';
import type { Page } from './page';
import { countPeople, identify } from './people';
import type { PersonKeys } from './people';
import { lineStarts, placeInSegment, placeInText, placeOfAll, placeWords } from './places';
import type { Place } from './places';
import { readText } from './reading';
import { levelOf, weigh } from './score';
import type { ListMemory } from './score';

/** Matches after which a search stops: far beyond any threshold, so nothing that matters is missed. */
const MOST_MATCHES = 5000;

/** A match with what the room knows of it and tells nobody. */
interface Found {
  readonly match: Match;
  readonly details: string;
  readonly person: PersonKeys;
  /** The match with the names in its row, if it stands in a table. */
  readonly start: number;
  readonly end: number;
}

interface Findings {
  readonly found: readonly Found[];
  readonly isPartial: boolean;
}

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

function proposeValues(page: Page, off: readonly string[]): { readonly proposals: Proposal[]; readonly isPartial: boolean } {
  const proposals: Proposal[] = [];
  const lists = new Map<string, ListMemory>();
  let isPartial = false;
  findCandidates(page, off, (candidate) => {
    const weighed = weigh(page, candidate, lists.get(candidate.detector.id));
    if (weighed === null) return true;
    const { proposal } = weighed;
    if (weighed.isLabelled) lists.set(candidate.detector.id, { end: candidate.end, length: candidate.value.length });
    const { parts } = candidate.detector;
    if (parts === undefined) proposals.push(proposal);
    else for (const [from, to] of parts(candidate.written)) proposals.push({ ...proposal, start: candidate.start + from, end: candidate.start + to });
    isPartial = proposals.length >= MOST_MATCHES;
    return !isPartial;
  });
  return { proposals, isPartial };
}

/** A place widened to the cells that name the person of its row. */
function withNames(page: Page, start: number, end: number): readonly [start: number, end: number] {
  const place = tablePlaceOf(page, start);
  if (place === null) return [start, end];
  let from = start;
  let to = end;
  place.table.columns.forEach((column, i) => {
    const cell = place.row.cells[i];
    if (column === null || column.holds !== 'name' || cell === undefined || cell[0] === cell[1]) return;
    from = Math.min(from, cell[0]);
    to = Math.max(to, cell[1]);
  });
  return [from, to];
}

function findAll(text: string, detection: Detection, pageId: string): Findings {
  const reading = readText(text);
  const page = makePage(reading.text, detection);
  const { proposals, isPartial } = proposeValues(page, detection.off);
  findInProse(page, detection.off, proposals, MOST_MATCHES);
  const kept = withoutOverlaps(page, proposals).filter(({ start, end }) => !page.isIgnored(start, end));
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
    const [from, to] = withNames(page, start, end);
    return { match, details, person: people[i] as PersonKeys, start: reading.origin(from), end: reading.origin(to - 1) + 1 };
  });
  return { found, isPartial };
}

/** Everything the detectors find in a text, in order of place. */
export function findMatches(text: string, detection: Detection): readonly Match[] {
  return findAll(text, detection, '').found.map(({ match }) => match);
}

interface Placed {
  readonly found: Found;
  readonly place: Place;
  readonly whole: Place;
}

/** How telling details are: special categories first, then numbers that identify, then what anyone may know. */
const ORDER_OF_DETAILS: readonly string[] = [];

function toScan(placed: readonly Placed[], isPartial: boolean): Scan {
  if (placed.length === 0) return isPartial ? { ...EMPTY_SCAN, isPartial } : EMPTY_SCAN;
  const matches = placed.map(({ found, place }): PlacedMatch => ({ ...found.match, where: placeWords(place) }));
  // What is never shown alone does not make someone a person concerned, unless there is nothing else.
  const sure = placed.filter(({ found }) => found.match.level !== 'low');
  const telling = sure.length > 0 ? sure : placed;
  const kinds: string[] = [];
  for (const { found } of telling) if (!kinds.includes(found.details)) kinds.push(found.details);
  const rank = (details: string): number => {
    const place = ORDER_OF_DETAILS.indexOf(details);
    return place < 0 ? ORDER_OF_DETAILS.length : place;
  };
  return {
    matches,
    people: countPeople(telling.filter(({ found }) => found.match.detector !== 'credentials').map(({ found }) => found.person)),
    kinds: kinds.sort((a, b) => rank(a) - rank(b)),
    where: placeOfAll(telling.map(({ whole }) => whole)),
    isPartial,
  };
}

/** Scans the draft's own words. Places are lines: `line 4`. */
export function scanText(text: string, detection: Detection): Scan {
  const { found, isPartial } = findAll(text, detection, '');
  if (found.length === 0) return toScan([], isPartial);
  const starts = lineStarts(text);
  return toScan(
    found.map((one) => ({ found: one, place: placeInText(starts, one.match.start), whole: placeInText(starts, one.start) })),
    isPartial,
  );
}

/** Scans the text of an inspected file, with the places in it: `Sheet2!B2`, `page 3`, `b.zip > c.csv > line 2`. */
export function scanSegments(segments: readonly TextSegment[], detection: Detection): Scan {
  const placed: Placed[] = [];
  let isPartial = false;
  segments.forEach((segment, i) => {
    if (placed.length >= MOST_MATCHES) {
      isPartial = true;
      return;
    }
    const findings = findAll(segment.text, detection, String(i));
    isPartial = isPartial || findings.isPartial;
    if (findings.found.length === 0) return;
    const starts = lineStarts(segment.text);
    for (const found of findings.found) {
      placed.push({
        found,
        place: placeInSegment(segment, starts, found.match.start, found.match.end),
        whole: placeInSegment(segment, starts, found.start, found.end),
      });
    }
  });
  return toScan(placed, isPartial);
}
