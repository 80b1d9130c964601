import { isPlaceholder, trimToken } from './shapes';
import type { Secret } from './shapes';
import { reasonsOf, why } from '../detector';

/** A private key with its beginning: the line alone opens nothing. */
const PRIVATE_KEY = /(?:-{0,5}BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d)[^]{1,240}?[\w+/]{24}/y;
/** What follows the beginning of any other key. */
const RUN = /[\w.=/+@-]{16,160}/y;
/** Beginnings that no sign parts from what follows. */
const WITHOUT_SIGN = /^(?:a[ksbc][ic]a|eyj|aiza|dapi|at[ac]tt3)$/i;

/** Bits a character that what a machine makes has at least: words have some two and a half in so few letters. */
const LEAST_ENTROPY = 3;
/** The same of what begins as a key does. */
const LEAST_OF_BEGUN = 2;
const SHORTEST = 16;
/** Rows that nobody draws by lot, and words that stand for a key. */
const NOT_DRAWN = /abcdef|abc123|123456|([a-z])\1{4}|redacted|example|placeholder|your[-_]?|_here|my-|token|secret|\*{3}|\.{3}/i;

/** Shannon's entropy of the characters, in bits a character. */
function entropyOf(written: string): number {
  const counts = new Map<string, number>();
  for (const character of written) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  counts.forEach((count) => void (bits -= (count / written.length) * Math.log2(count / written.length)));
  return bits;
}

/** True for what is drawn by lot: of letters and digits without a row, or of letters large and small. */
function isDrawn(written: string, least = LEAST_ENTROPY): boolean {
  const isMixed = /(?=[A-Za-z]*\d)[A-Za-z0-9]{12}/.test(written) || (/(?=[A-Z]*[a-z])(?=[a-z]*[A-Z])[A-Za-z]{24}/.test(written) && !/[a-z]{8}/.test(written));
  return isMixed && !NOT_DRAWN.test(written) && entropyOf(written) >= least;
}

/** True for what only a machine makes, whatever stands before it. */
export function isMadeByMachine(written: string): boolean {
  return written.length >= SHORTEST && /^[\w+/=.~:@!$-]+$/.test(written) && isDrawn(written) && !isPlaceholder(written);
}

/** The key that begins with the words of a hit. */
export function keyAt(text: string, start: number, end: number): Secret | null {
  const beginning = text.slice(start, end);
  const isPrivate = /^(?:begin|putty)/i.test(beginning);
  const pattern = isPrivate ? PRIVATE_KEY : RUN;
  pattern.lastIndex = isPrivate ? start : end;
  const run = trimToken((pattern.exec(text) || [''])[0]);
  // A token of two parts or three: one alone is no token.
  const isApart = WITHOUT_SIGN.test(beginning) ? !/^eyj/i.test(beginning) || run.includes('.eyJ') : /[\W_]$/.test(beginning) || /^[\W_]/.test(run);
  if (run === '' || (!isPrivate && !(isApart && isDrawn(run, LEAST_OF_BEGUN)))) return null;
  return { start, end: (isPrivate ? start : end) + run.length, score: 95, reasons: [why('service', 95)] };
}

/** A secret of Microsoft Entra: three characters, a digit, `Q~` and more than thirty characters. */
const ENTRA_SECRET = /[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w~])/g;

export function entraSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [];
  if (!text.includes('Q~')) return found;
  ENTRA_SECRET.lastIndex = 0;
  for (let match = ENTRA_SECRET.exec(text); match !== null; match = ENTRA_SECRET.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length, score: 95, reasons: [why('entra', 95)] });
  }
  return found;
}

/** `scheme://user:password@host`, looked for backwards from an `@`. */
export function inAddress(text: string, at: number): Secret | null {
  const from = Math.max(0, at - 160);
  if (!text.slice(from, at).includes('://')) return null;
  const match = /:\/\/[^\s/:@]{1,64}:([^\s/@]{3,100})$/.exec(text.slice(from, at));
  if (match === null || isPlaceholder(match[1] as string)) return null;
  return { start: at - (match[1] as string).length, end: at, score: 85, reasons: reasonsOf(() => [why('address', 85)]) };
}
