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
/** Rows without columns, such as wrapped cells and headings, that may follow one another inside a table. */
const MOST_SINGLE = 4;
/** How many rows above may be the ones a row lines up with. */
const ALIGNED_WITH = 4;
/** The part of the rows that may cross a gutter, such as headings over several columns. */
const MOST_CROSSING = 0.1;
const GUTTER_WIDTH = 0.4;
const ROW_GAP = 0.9;
const SAME_ROW = 0.35;
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
  if (gutters.length === 0) return null;
  if (gutters.length < 2 && block.length < LEAST_SHARE * rows.length) return null;
  const cells = block.map((row) => splitRow(row, gutters));
  // A gap inside a cell is a column that other rows do not have.
  const uneven = cells.filter((row) => row.some((cell) => cell.indexOf('\t') !== -1)).length;
  if (uneven > MOST_UNEVEN * cells.length) return null;
  const merged = mergeContinuations(block, cells.map((row) => row.map((cell) => cell.split('\t').join(' '))));
  const columns = keepFilledColumns(merged);
  if (columns === null || columns.length < FEWEST_ROWS || looksLikeProse(columns, lines, gutters)) return null;
  const top = block[0]!.base;
  const bottom = block[block.length - 1]!.base;
  // The row of a raised figure is its neighbours' row.
  const isIn = (line: Line): boolean =>
    line.angle === angle && line.base <= top + SAME_ROW * line.size && line.base >= bottom - SAME_ROW * line.size;
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

function gatherRows(lines: readonly Line[], angle: number): Row[] {
  const runs: Run[] = [];
  for (const line of lines) {
    if (line.angle !== angle) continue;
    for (const run of line.runs) if (run.text.trim() !== '') runs.push(run);
  }
  const order = runs.map((run, index) => ({ run, index }));
  order.sort((a, b) => b.run.base - a.run.base || a.index - b.index);
  const rows: Row[] = [];
  let row: Row | null = null;
  for (const { run } of order) {
    if (row === null || row.base - run.base > SAME_ROW * Math.min(row.size, run.size)) {
      row = { runs: [], base: run.base, size: run.size, edges: [] };
      rows.push(row);
    }
    row.runs.push(run);
  }
  for (const each of rows) {
    const positions = each.runs.map((run, index) => ({ run, index }));
    positions.sort((a, b) => a.run.start - b.run.start || a.index - b.index);
    positions.forEach(({ run }, index) => {
      each.runs[index] = run;
    });
    for (const run of each.runs) {
      const end = each.edges[each.edges.length - 1];
      if (end !== undefined && run.start - end <= ROW_GAP * each.size) each.edges[each.edges.length - 1] = Math.max(end, run.end);
      else each.edges.push(run.start, run.end);
    }
  }
  return rows;
}

/** The longest stretch of rows that line up with one another, from its first row with columns to its last. */
function largestBlock(rows: readonly Row[]): readonly Row[] {
  let best: readonly Row[] = [];
  let first = -1;
  let recent: number[] = [];
  const close = (): void => {
    const last = recent[recent.length - 1];
    if (last !== undefined && last + 1 - first > best.length) best = rows.slice(first, last + 1);
  };
  rows.forEach((row, index) => {
    if (row.edges.length < 4) return;
    const last = recent[recent.length - 1];
    const isNear = last !== undefined && index - last <= MOST_SINGLE + 1;
    if (!isNear || !recent.some((other) => isAligned(rows[other]!, row))) {
      close();
      first = index;
      recent = [];
    }
    recent.push(index);
    if (recent.length > ALIGNED_WITH) recent.shift();
  });
  close();
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
      if (to !== -Infinity && run.start - to <= 0.3 * row.size) {
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
  let crossing = 0;
  let openAt: number | null = null;
  for (const edge of edges) {
    crossing += edge.step;
    if (crossing <= most) {
      if (openAt === null) openAt = edge.at;
    } else if (openAt !== null) {
      if (edge.at - openAt >= GUTTER_WIDTH * size && openAt > left && edge.at < right) gutters.push({ start: openAt, end: edge.at });
      openAt = null;
    }
  }
  return gutters;
}

function splitRow(row: Row, gutters: readonly Gutter[]): string[] {
  const cells: string[] = [];
  let index = 0;
  for (let column = 0; column <= gutters.length; column += 1) {
    const gutter = gutters[column];
    const inside: Run[] = [];
    while (index < row.runs.length && (gutter === undefined || row.runs[index]!.start < (gutter.start + gutter.end) / 2)) {
      inside.push(row.runs[index]!);
      index += 1;
    }
    cells.push(runsText(inside));
  }
  return cells;
}

/** A row close under another, with nothing in its first cell, goes on with the cells above it. */
function mergeContinuations(rows: readonly Row[], cells: readonly string[][]): string[][] {
  const merged: string[][] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const above = merged[merged.length - 1];
    const row = cells[index]!;
    const filled = row.filter((cell) => cell !== '').length;
    const drop = index === 0 ? Infinity : rows[index - 1]!.base - rows[index]!.base;
    const next = index + 1 < rows.length ? rows[index]!.base - rows[index + 1]!.base : Infinity;
    const isContinued =
      above !== undefined &&
      row[0] === '' &&
      filled * 2 <= Math.max(2, row.length) &&
      drop <= 1.6 * rows[index]!.size &&
      next > drop * 1.1 &&
      row.every((cell, column) => cell === '' || above[column] !== '');
    if (!isContinued) {
      merged.push(row.slice());
      continue;
    }
    row.forEach((cell, column) => {
      if (cell !== '') above[column] += ` ${cell}`;
    });
  }
  return merged;
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

/** Columns of running text, as in a newspaper: long lines, drawn one column after the other. */
function looksLikeProse(rows: readonly string[][], lines: readonly Line[], gutters: readonly Gutter[]): boolean {
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
  if (proseColumns > 1) return true;
  return proseColumns === 1 && rows[0]!.length === 2 && !isDrawnByRow(lines, gutters);
}

/** True when the cells of a row were drawn one after the other. */
function isDrawnByRow(lines: readonly Line[], gutters: readonly Gutter[]): boolean {
  const gutter = gutters[0]!;
  const across = lines.filter((line) => line.start < gutter.start && line.end > gutter.end);
  let sideways = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index]!;
    const previous = lines[index - 1]!;
    if (line.start >= gutter.end && previous.end <= gutter.start && Math.abs(line.base - previous.base) < SAME_ROW * line.size) sideways += 1;
  }
  return (across.length + sideways) * 2 > FEWEST_ROWS && (across.length + sideways) * 4 > lines.length;
}

