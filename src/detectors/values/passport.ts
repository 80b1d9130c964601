import { compactAlphanumeric, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { digitAt } from './check-digits';

/*
 * Passport: nine digits on British ones since 1988; other countries write one or two letters and seven or eight digits,
 * which count only beside a label. In the machine-readable zone the second line is the number (9), a check digit, the
 * nationality (3), the date of birth (6) and a check digit, sex, the expiry date (6) and a check digit; the check digits
 * are Σ value × 7 3 1 … modulo 10, letters from A = 10, `<` as 0.
 *
 * Source: ICAO Doc 9303, parts 3 and 4; HM Passport Office, “Basic passport checks”.
 */

const MACHINE_READABLE = /^[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}/;

/** ICAO Doc 9303 part 3, 4.9. */
function hasCheckDigit(field: string, check: string): boolean {
  let sum = 0;
  for (let i = 0; i < field.length; i += 1) {
    const code = field.charCodeAt(i);
    const value = code === 60 ? 0 : code < 58 ? code - 48 : code - 55;
    sum += value * ([7, 3, 1][i % 3] as number);
  }
  return sum % 10 === digitAt(check, 0);
}

function isMachineReadable(value: string): boolean {
  return (
    MACHINE_READABLE.test(value) &&
    hasCheckDigit(value.slice(0, 9), value.charAt(9)) &&
    hasCheckDigit(value.slice(13, 19), value.charAt(19)) &&
    hasCheckDigit(value.slice(21, 27), value.charAt(27))
  );
}

/** For the docs; no runtime reads it. */
export const passportNotes: DetectorNotes = {
  title: 'Passport number, or the machine-readable lines of a passport',
  source: 'HM Passport Office, Basic passport checks; ICAO Doc 9303 parts 3 and 4',
  certainty:
    'Nine digits say nothing, so the word “passport” must stand near them. Machine-readable lines carry three check digits and are sure.',
  shapeReason: 'it has the shape of a passport number',
};

export const passport = valueDetector({
  id: 'passport',
  details: 'passport numbers',
  pattern: /[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{0,16}|(?:\d{3}[ -]?\d{3}[ -]?\d{3}|[A-Z]{1,3} ?\d{6,8}|\d{6}[A-Z]|\d\d[A-Z]{2}\d{5}|[CFGHJK][CFGHJ-NPRTVWXYZ\d]{8})(?![A-Za-z0-9])/iy,
  compact: (written) => (written.length > 27 ? written.toUpperCase() : compactAlphanumeric(written)),
  // The pattern holds the shapes; filler is nobody's.
  valid: (value) => isMachineReadable(value) || (/^(?=(?:\D*\d){4}).{7,10}$/.test(value) && !/^\D*(\d)\1+\D*$/.test(value)),
  near: 'passport|ppt|travel doc|travel document|mrz',
  letters: [1, 2, 3],
  digits: [9, 3, 6, 10, 2],
  shape: (value) => (value.length > 27 ? 85 : 15),
  needsLabel: true,
  orSign: /<</,
  clashes: true,
});
