import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { isFiller, weightedSum } from './check-digits';

/*
 * HMRC unique taxpayer reference: ten digits, the first a check digit, at times with a K after or before it. Digits 2–10
 * have the weights 6 7 8 9 10 5 4 3 2; the remainder of their sum by 11 picks the first digit from 21987654321.
 * 1955839661: Σ = 320, 320 mod 11 = 1, so 1.
 *
 * Source: OECD, “United Kingdom: information on tax identification numbers”; HMRC test data guidance. The algorithm is
 * published there through python-stdnum `gb.utr`.
 */
/** For the docs; no runtime reads it. */
export const utrNotes: DetectorNotes = {
  title: 'Unique taxpayer reference (UTR)',
  source: 'OECD, United Kingdom: information on tax identification numbers',
  certainty:
    'One random ten-digit number in ten passes the check digit, so a word such as “UTR” or “self assessment” must stand near it.',
  shapeReason: 'it has ten digits and the check digit of a UTR',
};

export const utr = valueDetector({
  id: 'utr',
  details: 'tax references',
  pattern: /\d{5}[ -]?\d{5}[ ]?[Kk]?(?![A-Za-z0-9])|\d{3}[ -]\d{3}[ -]\d{4}(?![A-Za-z0-9])|\d{4}[ -]\d{6}(?![A-Za-z0-9])/y,
  compact: compactDigits,
  valid(value) {
    if (value.length !== 10 || isFiller(value)) return false;
    const remainder = weightedSum(value.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    return '21987654321'.charAt(remainder) === value.charAt(0);
  },
  near: 'utr|u.t.r|taxpayer reference|tax payer reference|tax reference|tax ref|tax number|tax no|tax id|self assessment|self employed|sole trader|subcontractor|cis return|sa ref',
  digits: [10, 5, 3, 4],
  shape: 25,
  needsLabel: true,
  clashes: true,
});
