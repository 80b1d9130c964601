import type { Detection } from '../domain';
import type { ValueDetector } from './detector';
import { once } from './once';
import { itemAt, lastAtOrBefore } from './spans';
import type { Span } from './spans';
import { stemOf } from './words/text-words';
import type { TextWords } from './words/text-words';
import { personLists } from './people/person-lists';
import { holdsValuesOf } from './tables/columns';
import { findTables } from './tables/tables';
import type { Row, Table } from './tables/tables';
import { findWords } from './words/words';
import type { Hit } from './words/words';

/** A text with everything about it that more than one detector asks for, each found once. */
export interface Page {
  readonly text: string;
  /** Known phrases, in order of place. */
  readonly hits: readonly Hit[];
  /** All its words and marks, in order of place. */
  readonly words: TextWords;
  /** The stems of sensitive words that the policy lets say nothing. */
  readonly unheard: readonly number[];
  readonly tables: readonly Table[];
  /** Phrases that announce a detector's values, in order of place. */
  labelsOf(detectorId: string): readonly Hit[];
  /** True for a short text without web addresses or quoted lines: a note to somebody, not an article. */
  isNote(): boolean;
  /** True when the value of a detector stands in a list of people that no table header explains. */
  isInPersonList(detector: ValueDetector, offset: number): boolean;
  /** Closing lines, each with what may be a signature below it. */
  signatures(): readonly Span[];
  /** True for a place in closing lines or a signature. */
  isSignature(offset: number): boolean;
  /** True when a phrase that the policy ignores covers any of the given place. */
  isIgnored(start: number, end: number): boolean;
  /** True when nothing but white space stands beside the given place. */
  isAlone(start: number, end: number): boolean;
}

/** A place in a table. */
export interface TablePlace {
  readonly table: Table;
  readonly tableIndex: number;
  readonly row: Row;
  readonly rowIndex: number;
  /** -1 when the row could not be parted into cells. */
  readonly column: number;
}

/** Where in a table an offset lies; null when in none. */
export function tablePlaceOf(page: Page, offset: number): TablePlace | null {
  const tableIndex = lastAtOrBefore(page.tables, offset);
  const table = page.tables[tableIndex];
  if (table === undefined || offset >= table.end) return null;
  const rowIndex = lastAtOrBefore(table.rows, offset);
  const row = table.rows[rowIndex];
  if (row === undefined || offset >= row.end) return null;
  let column = row.cells.length - 1;
  while (column >= 0 && (row.cells[column] as readonly [number, number])[0] > offset) column -= 1;
  return { table, tableIndex, row, rowIndex, column };
}

/** True where a place stands in a column of a detector's values. */
export function isInColumnOf(page: Page, offset: number, detectorId: string): boolean {
  const place = tablePlaceOf(page, offset);
  return place !== null && holdsValuesOf(place.table.columns[place.column], detectorId);
}

const CLOSING = /^[ \t>]*(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|yours|with)[ \w]{0,24}(?:regards(?:,? [a-z'-]{2,15}){0,2}|wishes|thanks(?: in advance)?|sincerely|faithfully|truly)|regards|sincerely|thanks|thank you|cheers|-- ?)[ ,.!-]*$/gim;
/** How much after a closing line is taken for the signature, in characters. */
const SIGNATURE_LENGTH = 800;

function findSignatures(text: string): readonly Span[] {
  const ranges: Span[] = [];
  CLOSING.lastIndex = 0;
  for (let match = CLOSING.exec(text); match !== null; match = CLOSING.exec(text)) {
    ranges.push({ start: match.index, end: match.index + match[0].length + SIGNATURE_LENGTH });
    if (match[0] === '') CLOSING.lastIndex += 1;
  }
  return ranges;
}

/** White space that may stand around a value that is all there is. */
const MARGIN = 40;
/** A signature has an address or two; a newsletter has more. */
const LINKS = /(?:https?:|www\.)[^]*?\s(?:https?:|www\.)[^]*?\s(?:https?:|www\.)/;
/** A longer text is no note, in characters. */
const LONGEST_NOTE = 1200;

const NO_HITS: readonly Hit[] = [];

/** The stems of the words of some phrases. */
function stemsOf(phrases: readonly string[]): readonly number[] {
  return phrases.join(' ').split(/[^a-z0-9\u00c0-\u017f]+/i).filter((word) => word !== '').map(stemOf);
}

export function makePage(text: string, detection: Detection): Page {
  const { hits, words } = findWords(text, detection);
  const labels = new Map<string, Hit[]>();
  for (const hit of hits) {
    for (const id of hit.word.labels) {
      const known = labels.get(id);
      if (known === undefined) labels.set(id, [hit]);
      else known.push(hit);
    }
  }
  const tables = findTables(text, hits);
  const signatures = once(() => findSignatures(text));
  return {
    text,
    hits,
    words,
    unheard: stemsOf(detection.specialCategoryTerms.filter(({ weight }) => weight === 0).map(({ term }) => term)),
    tables,
    isNote: once(() => {
      if (text.length >= 2 * LONGEST_NOTE || LINKS.test(text)) return false;
      const [signature] = signatures();
      const said = signature === undefined ? text : text.slice(0, signature.start);
      return said.length < LONGEST_NOTE && !/https?:|www\.|^>/m.test(said);
    }),
    signatures,
    isInPersonList: personLists(text),
    labelsOf: (detectorId) => labels.get(detectorId) || NO_HITS,
    isSignature: (offset) => itemAt(signatures(), offset) !== undefined,
    isIgnored: (start, end) => detection.ignore.length > 0 && itemAt(hits, start, end)?.word.isIgnored === true,
    isAlone: (start, end) => text.length - end < MARGIN && start < MARGIN && !/\S/.test(text.slice(0, start) + text.slice(end)),
  };
}
