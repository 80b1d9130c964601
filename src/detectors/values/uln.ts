import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { digitAt, isFiller, weightedSum } from './check-digits';

/*
 * Unique learner number: ten digits, the first not 0, the last a check digit. The first nine have the weights 10 to 2;
 * the check digit is 10 less the remainder of their sum by 11, and a remainder of 0 is never issued. 1234567899:
 * Σ = 210, 210 mod 11 = 1, 10 − 1 = 9. No number is both a ULN and an NHS number. 9999999999, which stands for “not yet
 * known” in learner records, fails the check.
 *
 * Source: Learning Records Service, “ULN validation” (WSLP02), v3, January 2019.
 */
/** For the docs; no runtime reads it. */
export const ulnNotes: DetectorNotes = {
  title: 'Unique learner number (ULN)',
  source: 'Learning Records Service, ULN validation (WSLP02) v3 (January 2019)',
  certainty:
    'One random ten-digit number in eleven passes the check digit, so a word such as “ULN” must stand near it.',
  shapeReason: 'it has ten digits and the check digit of a ULN',
};

export const uln = valueDetector({
  id: 'uln',
  details: 'ULNs',
  pattern: /[1-9]\d{2}[ -]?\d{3}[ -]?\d{4}(?![A-Za-z0-9])|[1-9]\d{4}[ -]\d{5}(?![A-Za-z0-9])|[1-9]\d{3}[ -]\d{3}[ -]\d{3}(?![A-Za-z0-9])/y,
  compact: compactDigits,
  valid(value) {
    if (value.length !== 10 || value.charAt(0) === '0') return false;
    const remainder = weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    // 1234567899 is the guide's own example, so only repeated digits count as filler.
    return remainder !== 0 && 10 - remainder === digitAt(value, 9) && !isFiller(value);
  },
  near: 'uln|u.l.n|unique learner|learner number|learner no|learner id|learner ref|learner reference|lrs|ilr|personal learning record',
  digits: [10, 3, 5, 4, 6],
  shape: 25,
  needsLabel: true,
  clashes: true,
});
