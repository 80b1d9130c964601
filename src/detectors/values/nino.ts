import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * National Insurance number: two letters, six digits and a suffix A–D. D, F, I, Q, U and V are never used in the prefix,
 * O never second, and BG, GB, KN, NK, NT, TN and ZZ are not issued. There is no check digit.
 *
 * Source: HMRC, National Insurance Manual NIM39110.
 */
/** For the docs; no runtime reads it. */
export const ninoNotes: DetectorNotes = {
  title: 'National Insurance number',
  source: 'HMRC, National Insurance Manual NIM39110',
  certainty:
    'There is no check digit, so the bare shape is weak; a word such as “NI number” or “NINO” near it makes it sure.',
  shapeReason: 'it has the shape of a National Insurance number with a prefix that is issued',
};

export const nino = valueDetector({
  id: 'nino',
  details: 'National Insurance numbers',
  pattern: /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?![A-Za-z0-9])/iy,
  valid: (value) => value.length === 9 && !/^(?:BG|GB|KN|NK|NT|TN|ZZ)|^..(?:000000|(\d)\1{5}$)/.test(value),
  near: 'ni|nino|national insurance|national ins|nat ins|nat. ins|natins|insurance number|insurance no|n.i|payroll|p45|p60',
  letters: [2],
  shape: 60,
  clashes: true,
});
