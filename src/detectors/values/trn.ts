import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * Teacher reference number: seven digits, also written NN/NNNNN, with no check digit. HMRC and exam boards use “TRN” for
 * other things, which have other lengths.
 *
 * Source: HESA, student record, field “Teacher reference number (TRN)”; DfE, “Teacher reference number (TRN)”.
 */
/** For the docs; no runtime reads it. */
export const trnNotes: DetectorNotes = {
  title: 'Teacher reference number (TRN)',
  source: 'DfE, Teacher reference number (TRN); HESA student record, field TRN',
  certainty:
    'Seven digits say nothing, so a word such as “TRN” or “teacher reference” must stand near it.',
  shapeReason: 'it has the seven digits of a teacher reference number',
};

export const trn = valueDetector({
  id: 'trn',
  details: 'teacher reference numbers',
  pattern: /(?:RP ?)?\d{2}[/ -]?\d{5}(?![A-Za-z0-9/])/iy,
  compact: compactDigits,
  valid: (value) => value.length === 7 && !/^(\d)\1+$/.test(value),
  near: "trn|t.r.n|teacher reference|teacher ref|teacher number|teacher no|teacher id|teacher's reference|teacher's number|dfe number|dfe no|dfe ref|dfe reference|dfe teacher|dfes|dcsf|gtc|gtce|tra number|teacher registration|tp number|tps|qtls|teacher pension|teachers pension|teachers' pension|qts",
  letters: [2],
  digits: [7, 2],
  shape: 15,
  needsLabel: true,
  // A school has a DfE number of seven digits too, which is public.
  surroundings: (before, after) => (/\b(?:school|academy|college|establishment)(?:'s)? (?:dfe|dcsf)|laestab|\bukprn/i.test(before) || /^\W*(?:urn|ukprn|laestab)\b/i.test(after) ? -60 : 0),
  clashes: true,
});
