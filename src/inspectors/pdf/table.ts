import { countBefore } from '../bytes';
import { runsText } from './lines';
import type { Line, Run } from './lines';

/** Row and column numbers as `TextSegment.table` has them. */
export interface PageTable {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly notation: 'row';
}

/** A page that is a table: its text, one row a line, and what stands before and after it. */
export interface FoundTable {
  readonly text: string;
  readonly table: PageTable;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** Runs on one height, from left to right. */
interface Row {
  readonly runs: Run[];
  readonly base: number;
  readonly size: number;
  /** Where its stretches between wide gaps begin and end, one after the other. */
  readonly edges: number[];
}

interface Gutter {
  readonly start: number;
  readonly end: number;
}

/** Fewer rows than these could be chance. */
const FEWEST_ROWS = 4;
/** The part of the page's lines that must lie in a table of two columns. */
const LEAST_SHARE = 0.5;
/** The part of the rows that may have columns of their own. */
const MOST_UNEVEN = 0.15;
/** Rows that do not line up with the others that may follow one another inside a table. */
const MOST_ODD = 5;
/** How many rows above may be the ones a row lines up with. */
const ALIGNED_WITH = 4;
/** The part of the rows that may cross a gutter, such as headings over several columns. */
const MOST_CROSSING = 0.1;
const GUTTER_WIDTH = 0.4;
/** A table of more columns than this is no list of people. */
const MOST_GUTTERS = 60;
/** Gutters may be this narrow where the spaces between words are drawn with the words. */
const NARROW_GUTTER = 0.15;
const WORD_SPACE = 0.3;
const ROW_GAP = 0.9;
const SAME_ROW = 0.35;
/** The largest distance between lines of one cell, in letter sizes. */
const WRAP_PITCH = 1.6;
/** The part of the rows that must have something in a column. */
const LEAST_FILLED = 0.25;
/** Mean characters of a cell above which a column is prose: two such columns are a page of newspaper, not a table. */
const PROSE_LENGTH = 28;

/** Sees a table where most of a page's lines, or a good many of them, share columns; null when there clearly is none. */
export function findTable(lines: readonly Line[]): FoundTable | null {
  const angle = mainAngle(lines);
  if (angle === null) return null;
  const rows = gatherRows(lines, angle);
  const block = largestBlock(rows);
  if (block.length < FEWEST_ROWS) return null;
  const gutters = findGutters(block);
  if (gutters.length === 0 || gutters.length > MOST_GUTTERS) return null;
  if (gutters.length < 2 && block.length < LEAST_SHARE * rows.length) return null;
  const pitch = rowPitch(block, gutters);
  const { top, bottom } = widened(rows, block, gutters, pitch);
  // The row of a raised figure is its neighbours' row.
  const isIn = (line: Line): boolean =>
    line.angle === angle && line.base <= top + SAME_ROW * line.size && line.base >= bottom - SAME_ROW * line.size;
  const cells = gatherCells(lines.filter(isIn), gutters, pitch);
  // A gap inside a cell is a column that other rows do not have.
  const uneven = cells.filter((cell) => cell.text.indexOf('\t') !== -1);
  if (uneven.length > MOST_UNEVEN * block.length) return null;
  for (const cell of uneven) cell.text = cell.text.split('\t').join(' ');
  const columns = keepFilledColumns(rowsOf(cells, gutters.length + 1));
  if (columns === null || columns.length < FEWEST_ROWS || looksLikeProse(columns)) return null;
  const outside = lines.filter((line) => !isIn(line));
  return {
    text: columns.map((row) => row.join('\t')).join('\n'),
    table: { rows: columns.map((_, index) => index + 1), columns: columns[0]!.map((_, index) => index), notation: 'row' },
    before: outside.filter((line) => line.angle !== angle || line.base > bottom),
    after: outside.filter((line) => line.angle === angle && line.base <= bottom),
  };
}

/** The angle most of the page is written at; null when less than nearly all is. */
function mainAngle(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line.angle, (counts.get(line.angle) ?? 0) + line.runs.length);
  let total = 0;
  let best: number | null = null;
  for (const [angle, count] of Array.from(counts)) {
    total += count;
    if (best === null || count > counts.get(best)!) best = angle;
  }
  return best !== null && counts.get(best)! >= 0.85 * total ? best : null;
}

const byBase = (a: Run, b: Run): number => b.base - a.base;
const byStart = (a: Run, b: Run): number => a.start - b.start;

function gatherRows(lines: readonly Line[], angle: number): Row[] {
  const runs: Run[] = [];
  for (const line of lines) {
    if (line.angle !== angle) continue;
    for (const run of line.runs) if (run.text.trim() !== '') runs.push(run);
  }
  // Sorting keeps what is equal in the order it was drawn in.
  runs.sort(byBase);
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const run of runs) {
    if (row === null || row.base - run.base > SAME_ROW * Math.min(row.size, run.size)) {
      row = { runs: [], base: run.base, size: run.size, edges: [] };
      rows.push(row);
    }
    row.runs.push(run);
  }
  for (const each of rows) {
    each.runs.sort(byStart);
    for (const run of each.runs) {
      const end = each.edges[each.edges.length - 1];
      if (end !== undefined && run.start - end <= ROW_GAP * each.size) each.edges[each.edges.length - 1] = Math.max(end, run.end);
      else each.edges.push(run.start, run.end);
    }
  }
  return rows;
}

/**
 * The longest stretch of rows that line up with one another, from its first row with columns to its last. A few that do
 * not, such as wrapped cells and headings, may lie between.
 */
function largestBlock(rows: readonly Row[]): readonly Row[] {
  let best: readonly Row[] = [];
  let from = 0;
  while (from < rows.length) {
    const aligned = rows[from]!.edges.length < 4 ? [] : [from];
    let next = from + 1;
    let odd = 0;
    while (aligned.length > 0 && next < rows.length && odd <= MOST_ODD) {
      const row = rows[next]!;
      const isPart = row.edges.length >= 4 && aligned.slice(-ALIGNED_WITH).some((other) => isAligned(rows[other]!, row));
      if (isPart) aligned.push(next);
      odd = isPart ? 0 : odd + 1;
      next += 1;
    }
    const last = aligned[aligned.length - 1] ?? from;
    if (aligned.length >= FEWEST_ROWS && last + 1 - from > best.length) best = rows.slice(from, last + 1);
    from = last + 1;
  }
  return best;
}

/** True when most stretches of the shorter row begin, end or are centred where one of the other does. */
function isAligned(a: Row, b: Row): boolean {
  const tolerance = 0.6 * Math.max(a.size, b.size);
  let matches = 0;
  let other = 0;
  for (let index = 0; index < a.edges.length; index += 2) {
    const start = a.edges[index]!;
    const end = a.edges[index + 1]!;
    while (other + 2 < b.edges.length && b.edges[other + 1]! < start - tolerance) other += 2;
    const otherStart = b.edges[other]!;
    const otherEnd = b.edges[other + 1]!;
    const isMatch =
      Math.abs(start - otherStart) < tolerance ||
      Math.abs(end - otherEnd) < tolerance ||
      Math.abs(start + end - otherStart - otherEnd) < 2 * tolerance;
    if (isMatch) matches += 1;
  }
  return matches >= 2 && matches * 4 >= Math.min(a.edges.length, b.edges.length);
}

/** Upright strips that nearly no row crosses. */
function findGutters(rows: readonly Row[]): Gutter[] {
  const isByWord = isDrawnByWord(rows);
  const edges: { at: number; step: number }[] = [];
  let size = 0;
  let left = Infinity;
  let right = -Infinity;
  for (const row of rows) {
    size += row.size / rows.length;
    let from = -Infinity;
    let to = -Infinity;
    const close = (): void => {
      if (to > from) edges.push({ at: from, step: 1 }, { at: to, step: -1 });
    };
    for (const run of row.runs) {
      left = Math.min(left, run.start);
      right = Math.max(right, run.end);
      if (to !== -Infinity && run.start - to <= (isByWord ? WORD_SPACE : 0.02) * row.size) {
        to = Math.max(to, run.end);
        continue;
      }
      close();
      from = run.start;
      to = run.end;
    }
    close();
  }
  edges.sort((a, b) => a.at - b.at || b.step - a.step);
  const gutters: Gutter[] = [];
  const most = Math.floor(MOST_CROSSING * rows.length);
  const least = isByWord ? GUTTER_WIDTH : NARROW_GUTTER;
  let crossing = 0;
  let openAt: number | null = null;
  for (const edge of edges) {
    crossing += edge.step;
    if (crossing <= most) {
      if (openAt === null) openAt = edge.at;
    } else if (openAt !== null) {
      if (edge.at - openAt >= least * size && openAt > left && edge.at < right) gutters.push({ start: openAt, end: edge.at });
      openAt = null;
    }
  }
  return gutters;
}

/** True when the program that made the page placed each word by itself, so that a gap may be no more than a space. */
function isDrawnByWord(rows: readonly Row[]): boolean {
  let runs = 0;
  let withSpace = 0;
  for (const row of rows) {
    for (const run of row.runs) {
      runs += 1;
      if (run.text.trim().indexOf(' ') !== -1) withSpace += 1;
    }
  }
  return withSpace < 0.1 * runs;
}

/** A cell's text, and the heights of its first and last line. */
interface Cell {
  readonly column: number;
  text: string;
  readonly top: number;
  bottom: number;
  readonly size: number;
}

function columnOf(run: Run, gutters: readonly Gutter[]): number {
  return countBefore(gutters.length, (index) => run.start >= (gutters[index]!.start + gutters[index]!.end) / 2);
}

/** The cells in the order they were drawn. Lines of one cell are drawn one after the other, closer than rows are. */
function gatherCells(lines: readonly Line[], gutters: readonly Gutter[], pitch: number): Cell[] {
  const cells: Cell[] = [];
  for (const line of lines) {
    for (let from = 0; from < line.runs.length; ) {
      const column = columnOf(line.runs[from]!, gutters);
      let to = from + 1;
      while (to < line.runs.length && columnOf(line.runs[to]!, gutters) === column) to += 1;
      const text = runsText(line.runs.slice(from, to));
      const { base } = line.runs[from]!;
      from = to;
      if (text === '') continue;
      const last = cells[cells.length - 1];
      const step = last === undefined ? 0 : last.bottom - base;
      if (last !== undefined && last.column === column && step > 0 && step < WRAP_PITCH * line.size && step < 0.9 * pitch) {
        last.text += ` ${text}`;
        last.bottom = base;
      } else cells.push({ column, text, top: base, bottom: base, size: line.size });
    }
  }
  return cells;
}

/** The usual distance from one row to the next, by the rows with something in their first column. */
function rowPitch(rows: readonly Row[], gutters: readonly Gutter[]): number {
  const steps: number[] = [];
  let above: Row | null = null;
  for (const row of rows) {
    const columns = row.runs.map((run) => columnOf(run, gutters));
    if (columns[0] !== 0 || columns[columns.length - 1] === 0) continue;
    if (above !== null) steps.push(above.base - row.base);
    above = row;
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}

/** The heights between which the table lies: lines of wrapped cells may stand above its first row and under its last. */
function widened(rows: readonly Row[], block: readonly Row[], gutters: readonly Gutter[], pitch: number): { top: number; bottom: number } {
  let first = rows.indexOf(block[0]!);
  let last = rows.indexOf(block[block.length - 1]!);
  const isWrapped = (row: Row | undefined, beside: Row): boolean => {
    if (row === undefined) return false;
    const step = Math.abs(row.base - beside.base);
    const isInside = row.runs.every((run) => !gutters.some((gutter) => run.start < gutter.start && run.end > gutter.end));
    return isInside && step < WRAP_PITCH * row.size && step < 0.9 * pitch && row.runs[0]!.start >= gutters[0]!.end;
  };
  while (isWrapped(rows[first - 1], rows[first]!)) first -= 1;
  while (isWrapped(rows[last + 1], rows[last]!)) last += 1;
  return { top: rows[first]!.base, bottom: rows[last]!.base };
}

/** Cells whose heights overlap make a row, wherever in it their text stands. */
function rowsOf(cells: readonly Cell[], columns: number): string[][] {
  const rows: string[][] = [];
  let bottom = Infinity;
  for (const cell of cells.slice().sort((a, b) => b.top - a.top)) {
    let row = rows[rows.length - 1];
    if (row === undefined || cell.top < bottom - SAME_ROW * cell.size) {
      row = new Array<string>(columns).fill('');
      rows.push(row);
      bottom = cell.bottom;
    } else bottom = Math.min(bottom, cell.bottom);
    row[cell.column] = row[cell.column] === '' ? cell.text : `${row[cell.column]} ${cell.text}`;
  }
  return rows;
}

/** Leaves out columns that nearly no row fills, by adding what they have to the column before; null when one is left. */
function keepFilledColumns(rows: readonly string[][]): string[][] | null {
  const kept: number[] = [];
  for (let column = 0; column < rows[0]!.length; column += 1) {
    const filled = rows.filter((row) => row[column] !== '').length;
    if (filled >= LEAST_FILLED * rows.length) kept.push(column);
  }
  if (kept.length < 2) return null;
  return rows.map((row) =>
    kept.map((column, index) => {
      const end = kept[index + 1] ?? row.length;
      const begin = index === 0 ? 0 : column;
      return row
        .slice(begin, end)
        .filter((cell) => cell !== '')
        .join(' ');
    }),
  );
}

/** Columns of running text, as in a newspaper. */
function looksLikeProse(rows: readonly string[][]): boolean {
  let proseColumns = 0;
  for (let column = 0; column < rows[0]!.length; column += 1) {
    let length = 0;
    let filled = 0;
    for (const row of rows) {
      if (row[column] === '') continue;
      length += row[column]!.length;
      filled += 1;
    }
    if (length > PROSE_LENGTH * filled) proseColumns += 1;
  }
  // One column of prose beside another is a numbered list, or terms and what they mean.
  return proseColumns > 1 || (proseColumns === 1 && rows[0]!.length === 2);
}
