import type { ValueDetector } from '../detector';
import { CLASS, FAMILY } from './family-words';
import { findNames } from './names';
import { lineEnd, lineStart } from '../spans';
import type { Span } from '../spans';

/*
 * Lists of people without a table's header: a line that says whose list it is (“Reg group 7A”, “Parent contacts”), and
 * below it lines of nothing but a name and a date. What a line alone would not tell, the list does.
 */

/** How many lines make a list. */
const FEWEST = 3;

/** Whose list it is, in the line above it. */
const OF_PUPILS = new RegExp(`\\b(?:${FAMILY}|reg(?:ister)?|group|year)\\b|${CLASS.source}`, 'i');
/** Says itself what the dates below are. */
const SAYS_BIRTH = /\b(?:births?|birth ?da(?:y|te)s?|dobs?|d\.o\.b)\b/i;
/** Lists of colleagues at work and of things to be done. */
const OF_WORK = /\b(?:staff|dut(?:y|ies)|rota|(?:deadline|meeting|appointment|governor|visit|trip|fixture)s?|due|cover)\b/i;

const LONGEST_LINE = 90;
/** How far above the list its heading may stand, in lines; blank ones count. */
const HEADING_REACH = 3;

const lineAt = (text: string, place: number): Span => ({ start: lineStart(text, place), end: lineEnd(text, place) });

/** How a line may begin in a list. */
const BULLET = /^\s*(?:[*•·-]|\d{1,2}[.)]) ?/;

/** 2 for a line of a full name and a value and nothing that a sentence has, 1 for such a line with any word in capitals, else 0. */
function entryOf(text: string, { start, end }: Span, { pattern, compact, valid, severs }: ValueDetector): number {
  if (end - start > LONGEST_LINE || end <= start) return 0;
  const line = text.slice(start, end).replace(BULLET, '');
  const at = line.search(/\+?\(?\d/);
  if (at < 0) return 0;
  pattern.lastIndex = at;
  const value = pattern.exec(line);
  if (value === null || !valid(compact(value[0]))) return 0;
  const rest = line.slice(0, at) + line.slice(at + value[0].length);
  if (/[.!?]/.test(rest) || rest.split(' ').length > 8) return 0;
  if (!rest.includes(':') && findNames(rest, 0, rest.length).length > 0) return 2;
  return /^[^\t|;]*[A-Z][^\t|;]*$/.test(line.slice(0, at)) && severs?.(line.slice(0, at)) !== true ? 1 : 0;
}

/** True when a line may begin and end near enough to be an entry: looking further would take long in a text of one line. */
function isInShortLine(text: string, offset: number): boolean {
  const begins = offset <= LONGEST_LINE || text.slice(offset - LONGEST_LINE, offset).includes('\n');
  return begins && (text.length - offset <= LONGEST_LINE || text.slice(offset, offset + LONGEST_LINE).includes('\n'));
}

/** Whether a value stands in such a list. Lines are read once a page and detector. */
export function personLists(text: string): (detector: ValueDetector, offset: number) => boolean {
  const known = new Map<number, boolean>();
  /** Reads the run that begins with a line, and remembers the answer for each of its lines. */
  const readRun = (detector: ValueDetector, first: Span): boolean => {
    const lines: Span[] = [];
    let full = 0;
    for (let line = first, entry = entryOf(text, line, detector); entry > 0; entry = entryOf(text, line, detector)) {
      lines.push(line);
      if (entry === 2) full += 1;
      if (line.end === text.length) break;
      line = lineAt(text, line.end + 1);
    }
    let heading = '';
    for (let i = 0, at = first.start; i < HEADING_REACH && at > 0 && heading === ''; i += 1) {
      const above = lineAt(text, at - 1);
      heading = text.slice(above.start, Math.min(above.end, above.start + 2 * LONGEST_LINE)).trim();
      at = above.start;
    }
    const isList = SAYS_BIRTH.test(heading) || (full >= FEWEST && OF_PUPILS.test(heading) && !OF_WORK.test(heading));
    for (const line of lines) known.set(line.start, isList);
    return isList;
  };
  return (detector, offset) => {
    if (detector.id !== 'date-of-birth' || !isInShortLine(text, offset)) return false;
    const line = lineAt(text, offset);
    const answer = known.get(line.start);
    if (answer !== undefined) return answer;
    if (entryOf(text, line, detector) > 0) return readRun(detector, line);
    known.set(line.start, false);
    return false;
  };
}
