import type { ValueDetector } from '../detector';
import type { Page } from '../page';
import { holdsValuesOf } from '../tables/columns';
import { valueDetectors } from './value-detectors';

/*
 * One pass over the text proposes places for all detectors of written values. It looks for digits with enough behind
 * them to be a number that matters; each detector then tries its own pattern at that place. Everything is bounded: no
 * input makes any step longer than its place.
 */

/** A written value that fits a detector's pattern and is valid. */
export interface Candidate {
  readonly detector: ValueDetector;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly value: string;
}

/**
 * At a digit: six digits with single separators between them; the shapes of dates; NN/NNNNN; a postcode from its first
 * digit on; the letters after the check digits of an IBAN; five digits and a letter (exam candidates).
 */
const PROMISING =
  /\d(?=(?:\)?[ .-]?\d){5}|\d?(?:\d\d)? ?[/.]\s{0,9}\d{1,2} ?[/.]\s{0,9}\d\d|\d? ?-\s{1,9}\d{1,2} ?-\s{0,9}\d\d|\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)|\d\/\d{5}|\d?(?:st|nd|rd|th)?[ \n/-]?(?:day )?(?:of )?(?:[Jj][AUau]|[Ff][Ee]|[Mm][Aa]|[Aa][PUpu]|[Ss][Ee]|[Oo][Cc]|[Nn][Oo]|[Dd][Ee])[A-Za-z]|\d?[A-Za-z]? ?\d[A-Za-z]{2}(?![A-Za-z0-9])|AA(?![A-Za-z0-9])|\d{1,4}[ -]?[A-Za-z]{1,4}[ -]?\d|\d? ?\(0\)|\d[a-z]{4}\d|\d{4}[ -]?[ABCEGabceg]|[ -]\d{1,2}[ -](?:\d\d)?\d\d(?!\d))/g;

/** How far back a value may begin before its first digit: a month and a space. */
const MOST_LETTERS = 9;

interface Dispatch {
  readonly byLetters: readonly (readonly ValueDetector[])[];
  readonly byDigits: readonly (readonly ValueDetector[])[];
}

function dispatch(detectors: readonly ValueDetector[]): Dispatch {
  const byLetters: ValueDetector[][] = [];
  const byDigits: ValueDetector[][] = [];
  for (let i = 0; i <= MOST_LETTERS; i += 1) byLetters.push(detectors.filter(({ letters }) => letters.includes(i)));
  for (let i = 0; i <= MOST_DIGITS; i += 1) byDigits.push(detectors.filter(({ digits }) => digits.includes(i)));
  return { byLetters, byDigits };
}

/** A text this short may be nothing but a value. */
const SHORT_TEXT = 60;

/** Longer runs of digits are tried as if they had this many. */
const MOST_DIGITS = 20;

/** By the detectors that are active, one bit each. */
const dispatches = new Map<number, Dispatch>();

/** The detectors worth trying on a page: all that are on, less those whose words it does not have. */
function dispatchFor(page: Page, off: readonly string[]): Dispatch {
  const isShort = page.text.length < SHORT_TEXT;
  let active = 0;
  valueDetectors.forEach(({ id, needsLabel, orSign }, i) => {
    if (needsLabel && !isShort && page.labelsOf(id).length === 0 && !page.tables.some(({ columns }) => columns.some((column) => holdsValuesOf(column, id))) && (orSign === undefined || !orSign.test(page.text))) return;
    if (!off.includes(id)) active |= 1 << i;
  });
  let known = dispatches.get(active);
  if (known === undefined) {
    known = dispatch(valueDetectors.filter((_detector, i) => (active & (1 << i)) !== 0));
    dispatches.set(active, known);
  }
  return known;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** The detector's value at a place, if its pattern fits there and the value is valid. */
export function tryAt(text: string, start: number, detector: ValueDetector): Candidate | null {
  const { pattern } = detector;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return null;
  const written = detector.fit === undefined ? match[0] : detector.fit(match[0]);
  const value = detector.compact(written);
  return detector.valid(value) ? { detector, start, end: start + written.length, written, value } : null;
}

/** Every valid written value in a text, overlapping ones too. `found` says when it has enough. */
export function findCandidates(page: Page, off: readonly string[], found: (candidate: Candidate) => boolean): void {
  const { text } = page;
  const { byLetters, byDigits } = dispatchFor(page, off);
  PROMISING.lastIndex = 0;
  for (let match = PROMISING.exec(text); match !== null; match = PROMISING.exec(text)) {
    const at = match.index;
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    let run = at + 1;
    while (run - at < MOST_DIGITS && isDigit(text.charCodeAt(run))) run += 1;
    // The rest of this run of digits cannot begin anything.
    PROMISING.lastIndex = run;
    if (isDigit(before)) continue;
    if (!isLetter(before)) {
      for (const detector of byDigits[run - at] as readonly ValueDetector[]) {
        const candidate = tryAt(text, at, detector);
        if (candidate !== null && !found(candidate)) return;
      }
    }
    // Letters before the digits, touching them or one space or hyphen away.
    let first = isLetter(before) || (before !== 32 && before !== 45) ? at : at - 1;
    const last = first;
    while (last - first < MOST_LETTERS && first > 0 && isLetter(text.charCodeAt(first - 1))) first -= 1;
    const letters = last - first;
    if (letters === 0) continue;
    const edge = first === 0 ? 0 : text.charCodeAt(first - 1);
    if (isLetter(edge) || isDigit(edge)) continue;
    for (const detector of byLetters[letters] as readonly ValueDetector[]) {
      const candidate = tryAt(text, first, detector);
      if (candidate !== null && !found(candidate)) return;
    }
  }
}
