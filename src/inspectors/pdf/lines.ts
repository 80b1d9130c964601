/**
 * Characters drawn in one go, where they stand. `start` and `end` run along the line of writing, `base` across it (upwards),
 * in page units; turned text has axes of its own, named by its angle in degrees.
 */
export interface Run {
  text: string;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  readonly angle: number;
  /** True when the font does not say how wide its letters are. */
  readonly isGuessed: boolean;
}

/** Gaps, as parts of the letters' size: from here on a space is seen, and from here on a column. */
export const WORD_GAP = 0.12;
export const GUESSED_WORD_GAP = 0.25;
const COLUMN_GAP = 1.2;
/** How far back a letter may be set and still continue the line. */
const LARGEST_STEP_BACK = 0.5;
/** Bases that differ by less are on one line; raised figures are smaller and may differ by more where they follow closely. */
const SAME_BASE = 0.3;
const RAISED_SIZE = 0.9;
const RAISED_BASE = 0.7;
const RAISED_GAP = 0.4;
/** Pieces of a line that were drawn at different times are joined when they lie this close. */
const JOINED_GAP = 0.6;

/** Runs that follow one another on one line. */
export interface Line {
  readonly runs: Run[];
  start: number;
  end: number;
  readonly base: number;
  readonly size: number;
  readonly angle: number;
}

/** Runs in the order they were drawn → lines. */
export function gatherLines(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  let previous: Run | null = null;
  for (const run of runs) {
    if (run.text === '') continue;
    if (line !== null && previous !== null && line.angle === run.angle) {
      const size = Math.max(run.size, previous.size, line.size);
      const gap = run.start - line.end;
      const drop = Math.abs(run.base - line.base);
      const isSmall = Math.min(run.size, line.size) < RAISED_SIZE * size;
      const isNear = drop <= SAME_BASE * size || (isSmall && drop <= RAISED_BASE * size && Math.abs(gap) < RAISED_GAP * size);
      if (isNear && isRepeated(run, previous)) continue;
      if (isNear && gap > -LARGEST_STEP_BACK * size) {
        line.runs.push(run);
        line.end = Math.max(line.end, run.end);
        previous = run;
        continue;
      }
    }
    line = { runs: [run], start: run.start, end: run.end, base: run.base, size: run.size, angle: run.angle };
    lines.push(line);
    previous = run;
  }
  return lines;
}

/** Bold letters and shadows are often the same text drawn twice, a little apart. */
function isRepeated(run: Run, previous: Run): boolean {
  return (
    run.text === previous.text &&
    Math.abs(run.start - previous.start) < 0.2 * run.size &&
    Math.abs(run.base - previous.base) < 0.2 * run.size
  );
}

const byPlace = (a: Line, b: Line): number => a.angle - b.angle || b.base - a.base;

/** Joins pieces of one line that were not drawn one after the other; the line stays where its first piece was drawn. */
export function joinLines(lines: readonly Line[]): Line[] {
  const order = lines.slice().sort(byPlace);
  const places = new Map(lines.map((line, index) => [line, index] as const));
  const taken = new Set<Line>();
  let from = 0;
  while (from < order.length) {
    const first = order[from]!;
    let to = from + 1;
    while (to < order.length && order[to]!.angle === first.angle && first.base - order[to]!.base <= 0.2 * first.size) to += 1;
    if (to - from > 1) joinRow(order.slice(from, to), places, taken);
    from = to;
  }
  return lines.filter((line) => !taken.has(line));
}

function joinRow(row: Line[], places: ReadonlyMap<Line, number>, taken: Set<Line>): void {
  row.sort((a, b) => a.start - b.start || places.get(a)! - places.get(b)!);
  let chain: Line[] = [];
  const finish = (): void => {
    if (chain.length > 1) {
      const earliest = chain.reduce((a, b) => (places.get(b)! < places.get(a)! ? b : a));
      const runs: Run[] = [];
      for (const part of chain) {
        for (const run of part.runs) runs.push(run);
        if (part !== earliest) taken.add(part);
      }
      earliest.runs.length = 0;
      for (const run of runs) earliest.runs.push(run);
      earliest.start = chain[0]!.start;
      earliest.end = chain[chain.length - 1]!.end;
    }
    chain = [];
  };
  for (const part of row) {
    const last = chain[chain.length - 1];
    const gap = last === undefined ? 0 : part.start - last.end;
    const size = Math.max(part.size, last?.size ?? 0);
    if (last !== undefined && (gap > JOINED_GAP * size || gap < -0.3 * size)) finish();
    chain.push(part);
  }
  finish();
}

/** True when a reader sees a space between two runs. */
function isWordGap(previous: Run, run: Run): boolean {
  const gap = run.start - previous.end;
  const least = run.isGuessed || previous.isGuessed ? GUESSED_WORD_GAP : WORD_GAP;
  return gap > least * Math.min(run.size, previous.size);
}

/** The text of runs side by side: spaces where there are gaps, tabs where the gaps are columns. */
export function runsText(runs: readonly Run[]): string {
  const parts: string[] = [];
  let previous: Run | null = null;
  for (const run of runs) {
    let part = run.text;
    if (previous !== null) {
      const last = parts[parts.length - 1]!;
      if (run.start - previous.end > COLUMN_GAP * Math.max(run.size, previous.size)) {
        parts[parts.length - 1] = trimmedEnd(last);
        parts.push('\t');
        part = trimmedStart(part);
      } else if (last[last.length - 1] !== ' ' && part[0] !== ' ' && isWordGap(previous, run)) parts.push(' ');
    } else part = trimmedStart(part);
    parts.push(part);
    previous = run;
  }
  const text = parts.join('');
  return trimmedEnd(isRightToLeft(text) ? inReadingOrder(text) : text);
}

function trimmedStart(text: string): string {
  let start = 0;
  while (text[start] === ' ') start += 1;
  return text.slice(start);
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end -= 1;
  return text.slice(0, end);
}

/** True for Hebrew and Arabic letters, which are drawn from left to right but read the other way. */
function isRightToLeftUnit(unit: number): boolean {
  return (unit >= 0x590 && unit < 0x900) || (unit >= 0xfb1d && unit < 0xfe00) || (unit >= 0xfe70 && unit < 0xff00);
}

function isRightToLeft(text: string): boolean {
  let rightToLeft = 0;
  for (let index = 0; index < text.length; index += 1) if (isRightToLeftUnit(text.charCodeAt(index))) rightToLeft += 1;
  return rightToLeft * 3 > text.length;
}

/** Turns a line around, but not the words and figures in it that run from left to right. */
function inReadingOrder(text: string): string {
  const parts = text.match(/[A-Za-z0-9À-ɏ]+(?:[ .,:\/@+-]+[A-Za-z0-9À-ɏ]+)*|[^]/g) ?? [];
  return parts.reverse().join('');
}
