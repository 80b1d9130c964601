import { makeTextBuffer } from './text-buffer';
import type { PlacedText } from '../office/package';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const TAB = 9;

/** Lines looked at to find what parts the fields. */
const SAMPLE_LINES = 60;
const SAMPLE_LENGTH = 65536;

const SEPARATORS = [',', '\t', ';', '|'];

/**
 * What parts the fields of a file of rows; null when it is no such file. Rows have the same number of fields, or nearly
 * all do. A name that promises rows needs less evidence.
 */
export function findSeparator(text: string, isPromised: boolean): string | null {
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 8));
  if (declared !== null) return declared[1]!;
  let best: string | null = null;
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const counts = countFields(text, separator);
    if (counts.length === 0) continue;
    const usual = mostCommon(counts);
    const agreeing = counts.filter((count) => count === usual).length / counts.length;
    // A comma in each of a few lines is prose; a tab, or several fields, is not.
    const isEnough = isPromised
      ? usual > 1 && agreeing >= 0.5
      : counts.length >= 3 && agreeing >= 0.85 && (usual > 2 || (usual === 2 && separator === '\t' && agreeing === 1));
    const score = agreeing * Math.min(usual, 5);
    if (isEnough && score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** The number of fields on each of the first lines that are not blank; empty when the quotes do not add up. */
function countFields(text: string, separator: string): number[] {
  const counts: number[] = [];
  const end = Math.min(text.length, SAMPLE_LENGTH);
  const code = separator.charCodeAt(0);
  let fields = 1;
  let isQuoted = false;
  let isFieldStart = true;
  let isBlank = true;
  for (let at = 0; at < end && counts.length < SAMPLE_LINES; at += 1) {
    const unit = text.charCodeAt(at);
    if (isQuoted) {
      if (unit === QUOTE) isQuoted = false;
      continue;
    }
    if (unit === QUOTE && (isFieldStart || text.charCodeAt(at - 1) === QUOTE)) isQuoted = true;
    else if (unit === code) {
      fields += 1;
      isFieldStart = true;
      continue;
    } else if (unit === LINE_FEED || unit === CARRIAGE_RETURN) {
      if (!isBlank) counts.push(fields);
      fields = 1;
      isFieldStart = true;
      isBlank = true;
      continue;
    }
    if (unit !== 32) isFieldStart = false;
    isBlank = false;
  }
  if (isQuoted && end === text.length) return [];
  if (!isBlank && end === text.length && counts.length < SAMPLE_LINES) counts.push(fields);
  return counts;
}

function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  let best = 0;
  let bestTally = 0;
  for (const count of counts) {
    const seen = (tally.get(count) ?? 0) + 1;
    tally.set(count, seen);
    if (seen > bestTally) {
      best = count;
      bestTally = seen;
    }
  }
  return best;
}

/** Fields beyond these have no place of their own. */
const MOST_COLUMNS = 16384;

/** Reads rows as one table. A quoted field may hold separators and line breaks; a quote inside is doubled (RFC 4180). */
export function* readRows(pieces: readonly string[], separator: string): Generator<void, PlacedText | null, void> {
  const out = makeTextBuffer();
  const rows: number[] = [];
  const code = separator.charCodeAt(0);
  let row = 1;
  let column = 0;
  let columnCount = 0;
  let lineStart = 0;
  let fieldStart = 0;
  let isQuoted = false;
  let isFieldStart = true;
  let previous = 0;

  function endField(): void {
    out.flatten(fieldStart);
    column += 1;
  }

  function endLine(): void {
    endField();
    if (out.length > lineStart) {
      rows.push(row);
      columnCount = Math.max(columnCount, column);
      out.appendUnit(LINE_FEED);
    }
    row += 1;
    column = 0;
    lineStart = out.length;
    fieldStart = lineStart;
    isFieldStart = true;
  }

  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) {
      const unit = piece.charCodeAt(at);
      if (isQuoted) {
        if (unit === QUOTE) isQuoted = false;
        else out.appendUnit(unit);
      } else if (unit === code) {
        endField();
        if (column < MOST_COLUMNS) out.appendUnit(TAB);
        else out.appendUnit(32);
        fieldStart = out.length;
        isFieldStart = true;
      } else if (unit === LINE_FEED) {
        if (previous !== CARRIAGE_RETURN) endLine();
      } else if (unit === CARRIAGE_RETURN) endLine();
      else if (unit === QUOTE && isFieldStart) {
        isQuoted = true;
        isFieldStart = false;
      } else if (unit === QUOTE && previous === QUOTE) {
        // The second of a doubled quote, or one inside a field that is not quoted.
        out.appendUnit(QUOTE);
        isQuoted = true;
      } else {
        out.appendUnit(unit);
        if (unit !== 32) isFieldStart = false;
      }
      previous = unit;
    }
    yield;
  }
  if (out.length > lineStart) endLine();
  if (rows.length === 0) return null;
  const columns: number[] = [];
  for (let index = 0; index < Math.min(columnCount, MOST_COLUMNS); index += 1) columns.push(index);
  out.cut(out.length - 1);
  return { place: '', text: out.take(), table: { rows, columns, notation: 'row' } };
}
