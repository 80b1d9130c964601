import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { digitAt, isFiller, weightedSum } from './check-digits';

/*
 * NHS number: ten digits, usually written 3-3-4, the last a check digit. The first nine have the weights 10 to 2; the
 * check digit is 11 less the remainder of their sum by 11, where 11 is written 0 and 10 is never issued.
 * 943 476 5870: Σ = 308 = 28 × 11, 11 − 0 = 11, so 0.
 *
 * Source: NHS Data Dictionary, “NHS NUMBER” (check digit calculation). About 9 % of random ten-digit numbers pass.
 */
/** For the docs; no runtime reads it. */
export const nhsNumberNotes: DetectorNotes = {
  title: 'NHS number',
  source: 'NHS Data Dictionary, NHS NUMBER (check digit calculation)',
  certainty:
    'One random ten-digit number in eleven passes the check digit, so a number without a word such as “NHS” near it is weak, unless five or more stand in a list where nearly all pass; one called an order or a phone number is let go.',
  shapeReason: 'it has ten digits and the check digit of an NHS number',
};

export const nhsNumber = valueDetector({
  id: 'nhs-number',
  details: 'NHS numbers',
  pattern: /\d{3}[ .-]?\d{3}[ .-]?\d{4}(?![A-Za-z0-9])/y,
  compact: compactDigits,
  valid(value) {
    if (value.length !== 10 || isFiller(value)) return false;
    const check = 11 - (weightedSum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return check !== 10 && check % 11 === digitAt(value, 9);
  },
  near: 'nhs|n.h.s|health number|health and care number|chi number|hospital no|patient no|health service number|hospital number|patient number|patient id',
  digits: [3, 10, 6],
  shape: (_value, written) => (/^\d{3}([ -])\d{3}\1\d{4}$/.test(written) ? 45 : 30),
  clashes: true,
});
