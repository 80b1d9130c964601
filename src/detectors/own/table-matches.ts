import type { PatternTable } from '../../domain';
import { lastOf } from '../spans';

/** The states in which a table starts: at an edge of the text, after a letter or digit, after another character. */
const AT_EDGE = 1;
const AFTER_WORD = 2;
const AFTER_OTHER = 3;

/** A place a pattern fits. */
export interface TableMatch {
  readonly start: number;
  readonly end: number;
}

function classOf({ boundaries, classes }: PatternTable, code: number): number {
  return classes[lastOf(boundaries.length, (index) => (boundaries[index] as number) <= code)] as number;
}

function stateBeside(text: string, at: number): number {
  if (at < 0 || at >= text.length) return AT_EDGE;
  return /\w/.test(text.charAt(at)) ? AFTER_WORD : AFTER_OTHER;
}

/**
 * Every place where the pattern of a table fits, from the left, none overlapping: the match that ends first, as long to
 * the left as it goes. Each character is looked at twice at most, whatever the pattern. `step` is told of each look.
 */
export function findTableMatches(text: string, table: PatternTable, most: number, step: () => void = () => undefined): readonly TableMatch[] {
  const { width, forwards, backwards } = table;
  const ascii: number[] = [];
  for (let code = 0; code < 128; code += 1) ascii.push(classOf(table, code));
  const kindAt = (at: number): number => {
    step();
    const code = text.charCodeAt(at);
    return code < 128 ? (ascii[code] as number) : classOf(table, code);
  };
  const matches: TableMatch[] = [];
  let state = AT_EDGE;
  let from = 0;
  for (let at = 0; at <= text.length && matches.length < most; at += 1) {
    const cell = forwards[state * width + (at < text.length ? kindAt(at) : width - 1)] as number;
    if (cell % 2 === 1) {
      const start = startOf(text, table, backwards, kindAt, from, at);
      if (start < at) {
        matches.push({ start, end: at });
        from = at;
        // What was read so far belongs to this match: the next begins afresh here.
        const fresh = forwards[stateBeside(text, at - 1) * width + (at < text.length ? kindAt(at) : width - 1)] as number;
        state = fresh >> 1;
        continue;
      }
    }
    state = cell >> 1;
  }
  return matches;
}

/** Runs backwards from the end of a match to the furthest place it may have begun, not before `from`. */
function startOf(text: string, { width }: PatternTable, backwards: readonly number[], kindAt: (at: number) => number, from: number, end: number): number {
  let state = stateBeside(text, end);
  let start = end;
  for (let at = end - 1; at >= from - 1 && state !== 0; at -= 1) {
    const cell = backwards[state * width + (at >= 0 ? kindAt(at) : width - 1)] as number;
    if (cell % 2 === 1) start = at + 1;
    state = cell >> 1;
  }
  return start;
}
