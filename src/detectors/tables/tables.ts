import { GAP, isOfLists, SEPARATORS, SPACE, splitRow } from './cells';
import type { Cell } from './cells';
import { columnKind, PERSON } from './columns';
import type { ColumnKind } from './columns';
import { lineEnd, lineStart } from '../spans';
import type { Hit } from '../words/words';

/*
 * Tables in text: a header line whose cells name sensitive columns, and the rows below it. Cells are parted by tabs,
 * bars, commas, semicolons or wide gaps; in text from a PDF by single spaces, where every word is known.
 */

export interface Row {
  readonly start: number;
  readonly end: number;
  /** By column; a missing cell is left out at the end. */
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly (ColumnKind | null)[];
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** A longer line is prose, or data nobody reads. */
const LONGEST_HEADER_LINE = 2000;

interface Header {
  readonly separator: RegExp;
  readonly cells: readonly Cell[];
  readonly columns: readonly (ColumnKind | null)[];
}

/** True when the columns belong to people, and at least one tells something about them. */
function isAboutPeople(columns: readonly (ColumnKind | null)[]): boolean {
  let names = 0;
  let values = 0;
  let concerns = 0;
  let notes = 0;
  for (const column of columns) {
    if (column === null) continue;
    if (column.holds === 'name') names += 1;
    else if (column.holds === 'value') values += 1;
    else if (column.holds === 'notes') notes += 1;
    else concerns += 1;
  }
  return (names > 0 && notes > 0) || (values + concerns > 0 && names + values + concerns > 1 && names + values > 0);
}

/** A header of a list of who was trained: “EpiPen” beside it is a course too. */
const TRAINING = /\btrain(?:ing|ed)\b|\bfirst aid\b|\brefresher\b|\bsafeguarding l(?:evel )?\d/i;

/** What the columns under these headers hold. */
function columnsOf(text: string, cells: readonly Cell[]): readonly (ColumnKind | null)[] {
  const headers = cells.map(([from, to]) => text.slice(from, to));
  const isOfTraining = headers.some((header) => TRAINING.test(header));
  return headers.map((header) => {
    const kind = columnKind(header);
    return isOfTraining && kind !== null && kind.holds === 'concern' ? null : kind;
  });
}

/** Words that follow a header without changing it. */
const FILLER = /^(?:status|codes?|needs?|no\.?|numbers?|type|stage|details|notes|y\/n|\(y\/n\)|conditions?)$/i;

/**
 * Reads words parted by single spaces as headers, the shortest that is known first, but two where one says only whose it
 * is (“Pupil Premium”). Null when a word is left over.
 */
function wordsAsHeader(text: string, words: readonly Cell[]): Header | null {
  const cells: Cell[] = [];
  const columns: ColumnKind[] = [];
  let at = 0;
  while (at < words.length) {
    const start = (words[at] as Cell)[0];
    let taken = 0;
    let kind: ColumnKind | null = null;
    for (let count = 1; count <= Math.min(4, words.length - at); count += 1) {
      const found = columnKind(text.slice(start, (words[at + count - 1] as Cell)[1]));
      const isNewWord = count > 1 && columnKind(text.slice((words[at + count - 1] as Cell)[0], (words[at + count - 1] as Cell)[1])) !== null;
      if (found === null || isNewWord || (kind !== null && (kind.holds !== 'name' || found.holds === 'name'))) continue;
      kind = found;
      taken = count;
    }
    if (kind === null) return null;
    while (at + taken < words.length && FILLER.test(text.slice((words[at + taken] as Cell)[0], (words[at + taken] as Cell)[1]))) taken += 1;
    cells.push([start, (words[at + taken - 1] as Cell)[1]]);
    columns.push(kind);
    at += taken;
  }
  return columns.length >= 3 ? { separator: SPACE, cells, columns } : null;
}

/** A line of dashes and bars below a header, or a blank one: not the first row. */
const RULE = /^[\s|:+=-]*$/;

/** The first line below a place that has anything in it, cut to what is looked at; empty at the end. */
function lineBelow(text: string, end: number): string {
  let at = end;
  for (let lines = 0; lines < 3 && at < text.length; lines += 1) {
    const stop = lineEnd(text, at + 1);
    const line = text.slice(at + 1, Math.min(stop, at + 1 + LONGEST_HEADER_LINE));
    if (!RULE.test(line)) return line;
    at = stop;
  }
  return '';
}

function readHeader(text: string, start: number, end: number): Header | null {
  if (end - start > LONGEST_HEADER_LINE) return null;
  const line = text.slice(start, end);
  // The line below has to be parted in the same way: that turns most prose away before its words are looked at.
  const below = lineBelow(text, end);
  for (const separator of SEPARATORS) {
    if (line.search(separator) < 0 || below.search(separator) < 0) continue;
    const cells = splitRow(text, start, end, separator);
    if (cells.length < 2) continue;
    // A sentence has commas too, but its parts are longer than headers, or it ends as a sentence and the line below has more or fewer.
    const isSentence = /[.?]\s*$/.test(line) && splitRow(below, 0, below.length, separator).length !== cells.length;
    if (isOfLists(separator) && (isSentence || /[!:]\s*$/.test(line) || cells.some(([from, to]) => text.slice(from, to).split(' ').length > 7))) continue;
    const columns = columnsOf(text, cells);
    if (isAboutPeople(columns)) return { separator, cells, columns };
  }
  if (/[.?!:,]\s*$/.test(line) || !/\d/.test(below)) return null;
  const words = splitRow(text, start, end, SPACE).filter(([from, to]) => to > from);
  if (words.length < 3 || words.length > 40) return null;
  const header = wordsAsHeader(text, words);
  return header !== null && isAboutPeople(header.columns) ? header : null;
}

/** Puts cells that wide gaps parted under the header they stand nearest to: an empty cell leaves no trace but its place. */
function alignCells(cells: readonly Cell[], lineStart: number, header: Header, headerStart: number): readonly Cell[] {
  const aligned: Cell[] = [];
  for (const cell of cells) {
    const place = cell[0] - lineStart;
    let best = aligned.length;
    for (let i = aligned.length; i < header.cells.length; i += 1) {
      const distance = Math.abs((header.cells[i] as Cell)[0] - headerStart - place);
      if (distance <= Math.abs((header.cells[best] || cell)[0] - headerStart - place)) best = i;
    }
    while (aligned.length < best) aligned.push([cell[0], cell[0]]);
    aligned.push(cell);
  }
  return aligned;
}

function readRow(text: string, start: number, end: number, header: Header, headerStart: number): Row | null {
  const { separator } = header;
  const mayBeEmpty = separator !== GAP && separator !== SPACE;
  const cells = splitRow(text, start, end, separator).filter(([from, to]) => mayBeEmpty || to > from);
  if (cells.length < 2) return null;
  // Names have spaces of their own: without as many words as columns, only the values themselves can be read.
  if (separator === SPACE) return { start, end, cells: cells.length === header.cells.length ? cells : [] };
  if (separator === GAP && cells.length < header.cells.length) return { start, end, cells: alignCells(cells, start, header, headerStart) };
  return { start, end, cells };
}

/** A header has two known words, or one and a word for people. */
const NAMES_PEOPLE = new RegExp(`name|dob|${PERSON}`, 'i');

/** `next` is the hit after the first on the line. */
function namesPeople(text: string, start: number, end: number, next: Hit | undefined): boolean {
  return (next !== undefined && next.start < end) || NAMES_PEOPLE.test(text.slice(start, Math.min(end, start + LONGEST_HEADER_LINE)));
}

/** A line whose first cell is headed as a name, or any of them where tabs part them, however little else of it is known. */
const NAME_FIRST = new RegExp(`(?:(?:^|\\n)[ \\t|"]*|[\\t;,]"?)(?:${PERSON}|(?:sur|fore|first |last |full )?names?|name of [a-z]{1,12})(?:'s?)?(?:[ _]?name)?"?[ \\t]*(?:[\\t|,;]| {2}|\\n)`, 'gi');
const NAME_WORD: Hit['word'] = { labels: [], concern: null, isColumn: true, secret: null, isIgnored: false };

/** The hits, with one for each line that a name heads. */
function withNameHeads(text: string, hits: readonly Hit[]): readonly Hit[] {
  const heads: Hit[] = [];
  NAME_FIRST.lastIndex = 0;
  for (let match = NAME_FIRST.exec(text); match !== null; match = NAME_FIRST.exec(text)) {
    const start = match.index + (match[0].charCodeAt(0) === 10 ? 1 : 0);
    heads.push({ start, end: start + 1, word: NAME_WORD });
    // The end of one line may begin the next.
    NAME_FIRST.lastIndex = match.index + match[0].length - 1;
  }
  return heads.length === 0 ? hits : hits.concat(heads).sort((a, b) => a.start - b.start);
}

function mayHead({ word }: Hit): boolean {
  return word.isColumn || word.labels.length > 0;
}

/** True for two lines that differ in spaces, quotes and capitals at most. */
function isSameLine(line: string, other: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/[\s"]+/g, '');
  return plain(line) === plain(other);
}

/** The line of a blank form that shows how to fill it in. */
const AN_EXAMPLE = /^[\s"|]*(?:e\.?g\b|example|sample)|\b(?:Joe?|Fred|Jane|John) (?:Bloggs|Doe)\b/i;

/** True for a row of nothing but headers, whatever stands below it. */
function isHeaderRow(text: string, { cells }: Row): boolean {
  const columns = cells.filter(([from, to]) => to > from).map(([from, to]) => columnKind(text.slice(from, to)));
  return isAboutPeople(columns) && columns.every((column) => column !== null);
}

/** Every table about people, each found by a known word in its header. Looks at each line once. */
export function findTables(text: string, known: readonly Hit[]): readonly Table[] {
  const hits = withNameHeads(text, known);
  const tables: Table[] = [];
  /** Lines up to here have been looked at. */
  let seenUntil = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const hit = hits[i] as Hit;
    if (hit.start < seenUntil || !mayHead(hit)) continue;
    const start = Math.max(lineStart(text, hit.start), seenUntil);
    const end = lineEnd(text, hit.start);
    seenUntil = end;
    const next = hits[i + 1];
    const header = namesPeople(text, start, end, next) ? readHeader(text, start, end) : null;
    if (header === null) continue;
    const table = readRows(text, header, start, end, hits, i);
    seenUntil = Math.max(seenUntil, table.end);
    if (table.rows.length > 0) tables.push(table);
  }
  return tables;
}

function readRows(text: string, header: Header, headerStart: number, headerEnd: number, hits: readonly Hit[], firstHit: number): Table {
  const rows: Row[] = [];
  let at = headerEnd;
  let end = headerEnd;
  let blanks = 0;
  /** Blank lines below the header: as many may stand between rows. */
  let gap = 0;
  let nextHit = firstHit;
  while (at < text.length) {
    const start = at + 1;
    const stop = lineEnd(text, start);
    const line = text.slice(start, stop);
    if (/^\s*$/.test(line) && !line.includes('\t')) {
      blanks += 1;
      if (blanks > (rows.length > 0 ? gap : 2)) break;
    } else if (!/^[\s|:+=-]+$/.test(line) || line.includes('\t')) {
      while (nextHit < hits.length && ((hits[nextHit] as Hit).start < start || !mayHead(hits[nextHit] as Hit))) nextHit += 1;
      const next = hits[nextHit];
      const hasHeaderWord = next !== undefined && next.start < stop;
      // A row that is a header itself begins another table.
      if (hasHeaderWord && namesPeople(text, start, stop, hits[nextHit + 1]) && readHeader(text, start, stop) !== null) break;
      const row = readRow(text, start, stop, header, headerStart);
      // What follows a blank line may be the rest of the mail.
      if (row === null || (blanks > 0 && rows.length > 0 && row.cells.length !== header.cells.length)) break;
      if (rows.length === 0) gap = blanks;
      blanks = 0;
      // A header that is repeated, or has nothing below it, is nobody; so is the line that shows how to fill it in.
      if (!AN_EXAMPLE.test(line) && (!hasHeaderWord || !(isSameLine(line, text.slice(headerStart, headerEnd)) || isHeaderRow(text, row)))) rows.push(row);
      end = stop;
    }
    at = stop;
  }
  return { start: headerStart, end, columns: header.columns, headers: header.cells.map(([from, to]) => text.slice(from, to)), rows };
}
