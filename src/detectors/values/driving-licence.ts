import { compactAlphanumeric, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * British driving licence: five letters of the surname (filled up with 9), the decade of birth, the month (plus 50 for
 * women), the day, the year's last digit, two initials (9 for none), an arbitrary digit and two check characters whose
 * algorithm is not published. Two more digits for the issue may follow.
 *
 * Source: DVLA, INF1D “The driver number explained”; format published by DVLA in the bulk data transfer guidance.
 */
/** For the docs; no runtime reads it. */
export const drivingLicenceNotes: DetectorNotes = {
  title: 'Driving licence number',
  source: 'DVLA, The driver number explained (INF1D); the check characters are not published',
  certainty:
    'The shape holds a date of birth that must exist, so chance matches are rare.',
  shapeReason: 'it has the shape of a driver number with a date of birth in it',
};

export const drivingLicence = valueDetector({
  id: 'driving-licence',
  details: 'driving licence numbers',
  pattern: /[A-Z9]{5}[ -]?\d[0156]\d[0-3]\d{2}[ -]?[A-Z][A-Z9][ -]?\d[ -]?[A-Z]{2}(?: ?\d{2})?(?![A-Za-z0-9])/iy,
  compact: (written) => compactAlphanumeric(written).slice(0, 16),
  valid(value) {
    const parts = /^([A-Z]+)9*\d(\d\d)(\d\d)\d[A-Z][A-Z9]\d[A-Z]{2}$/.exec(value.slice(0, 5).replace(/9+$/, '') + value.slice(5));
    if (parts === null || /9./.test(value.slice(0, 5).replace(/9+$/, ''))) return false;
    const month = Number(parts[2]) % 50;
    const day = Number(parts[3]);
    return month >= 1 && month <= 12 && Number(parts[2]) <= 62 && day >= 1 && day <= 31;
  },
  near: 'driving licence|driving license|driver number|licence|dvla|minibus',
  letters: [1, 2, 3, 4, 5],
  shape: 65,
});
