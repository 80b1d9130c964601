import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * Unique candidate identifier of the exam boards: the centre (5 digits), the board (0, or a letter such as B for centres
 * abroad), the year (2), the candidate (4) and a check letter. Positions have the weights 16 to 5, letters count from
 * A = 1, and the remainder of the sum by 17 picks from ABCDEFGHKLMRTVWXY. 68999 0 98 0001 D: Σ = 734, 734 mod 17 = 3 = D.
 *
 * Source: JCQ, “Entry procedures: unique candidate identifier”, with WJEC's worked example.
 */
/** For the docs; no runtime reads it. */
export const uciNotes: DetectorNotes = {
  title: 'Unique candidate identifier (UCI)',
  source: 'JCQ, Unique candidate identifiers; worked example by WJEC',
  certainty:
    'The check letter must be right: one random string of this shape in 17 passes, so it is weak without a word such as “UCI” or “candidate” near it.',
  shapeReason: 'it has the shape of a UCI and its check letter is right',
};

export const uci = valueDetector({
  id: 'uci',
  details: 'exam candidate numbers',
  pattern: /\d{5}[ -]?[0ABCEG][ -]?\d{2}[ -]?\d{4}[ -]?[A-HK-MRTV-Y](?![A-Za-z0-9])/iy,
  valid(value) {
    if (value.length !== 13) return false;
    let sum = 0;
    for (let i = 0; i < 12; i += 1) {
      const code = value.charCodeAt(i);
      sum += (code < 58 ? code - 48 : code - 64) * (16 - i);
    }
    return 'ABCDEFGHKLMRTVWXY'.charAt(sum % 17) === value.charAt(12);
  },
  near: 'uci|u.c.i|unique candidate identifier|candidate|exam entry|exam entries|exam number|statement of results|statement of entry',
  digits: [5, 12, 6, 8],
  shape: 60,
});
