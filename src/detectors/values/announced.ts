import type { ValueDetector } from '../detector';
import type { Page } from '../page';
import { IDENTIFYING } from '../people/people';
import { tryAt } from './candidates';
import type { Candidate } from './candidates';
import { valueDetectors } from './value-detectors';

/*
 * Values just after the words that announce them, written as nobody should write them: parted by a line break, or by dots and spaces in
 * odd places as scanners and tired hands put them. They count only whole, with the words before them, which is for `found` to see.
 */

/** Detectors whose values are long enough to be known without the usual groups. */
const LONG = IDENTIFYING.concat('iban', 'payment-card');

/** How far after its words a value may begin, and how far from there it may end, in characters. */
const REACH = 60;
const LONGEST = 72;

/** What may part two characters of a value. The next line may be set in, as in a column; quoted lines begin with their marks. */
const GAP = '(?: ?[ ./-] ?|[ \\t]*\\n[> \\t]{0,40})?';
/** A digit with up to five letters before it, and all that may belong to it. */
const RUN = new RegExp(`(^|[^A-Za-z0-9])((?:[A-Za-z]${GAP}){0,5}\\d(?:${GAP}[A-Za-z0-9]){5,40})`, 'g');
const LEADING = /^(?:\d[\d\s>./-]*|[A-Za-z]+)/;
const GROUP = /[A-Za-z0-9]+/g;
const DATE = /(?:^|\D)\d\d?( ?[ ./-] ?)\d\d?\1\d{4}|\d{4}([./-])\d\d?\2\d/;
/** Digits alone that no check digit bears out may be parted twice at most. */
const MOST_GAPS = 2;
const CHECKED = 25;
/** “no. 533401”: what stands apart before the digits need not be theirs. */
const OTHER_WORD = /^[A-Za-z]+[^A-Za-z0-9]/;

/** The value of one of these detectors that begins where this run does and that `accepts` takes; its length, or 0 when there is none. */
function acceptIn(run: string, start: number, detectors: readonly ValueDetector[], accepts: (candidate: Candidate) => boolean): number {
  let compact = '';
  let gaps = -1;
  GROUP.lastIndex = 0;
  for (let group = GROUP.exec(run); group !== null; group = GROUP.exec(run)) {
    compact += group[0].toUpperCase();
    gaps += 1;
    if (compact.length < 7 || (gaps === 0 && !/\d[A-Z]+\d/.test(compact))) continue;
    const end = group.index + group[0].length;
    const written = run.slice(0, end);
    const isNumber = !/[A-Z]/.test(compact);
    // A number that goes on is another number; so is a date.
    if (isNumber && (/^[ ./-]{1,3}\d/.test(run.slice(end)) || written.includes('/') || DATE.test(written))) continue;
    const letters = compact.search(/\d/);
    const digits = letters === 0 ? compact.search(/[A-Z]|$/) : 0;
    for (const detector of detectors) {
      if (!(letters > 0 ? detector.letters.includes(letters) : detector.digits.includes(digits))) continue;
      const isUnborne = (isNumber ? gaps > MOST_GAPS : OTHER_WORD.test(written)) && detector.needsLabel && detector.shape(compact, compact) < CHECKED;
      const candidate = isUnborne ? null : tryAt(compact, 0, detector);
      if (candidate !== null && candidate.end === compact.length && accepts({ ...candidate, start, end: start + end, written })) return end;
    }
  }
  return 0;
}

/** Proposes each such value; `accepts` says whether it is taken, and another detector is not asked. */
export function findAnnounced(page: Page, off: readonly string[], accepts: (candidate: Candidate) => boolean): void {
  const { text, hits } = page;
  const detectors = valueDetectors.filter(({ id }) => LONG.includes(id) && !off.includes(id) && page.labelsOf(id).length > 0);
  if (detectors.length === 0) return;
  /** Up to here all has been looked at. */
  let seen = 0;
  for (const { end, word } of hits) {
    if (!word.labels.some((id) => LONG.includes(id))) continue;
    const from = Math.max(end, seen);
    const window = text.slice(from, end + REACH + LONGEST);
    RUN.lastIndex = 0;
    for (let match = RUN.exec(window); match !== null; match = RUN.exec(window)) {
      const at = match.index + (match[1] as string).length;
      if (from + at > end + REACH) break;
      const run = match[2] as string;
      const length = acceptIn(run, from + at, detectors, accepts);
      // On past the value, or past the digits that are none, or the letters that begin none.
      const passed = length || (LEADING.exec(run) as RegExpExecArray)[0].length;
      seen = from + at + passed;
      // A window may begin within a run, and always on.
      RUN.lastIndex = Math.max(match.index + 1, at + passed - (length === 0 ? 1 : 0));
    }
  }
}
