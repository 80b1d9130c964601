import { compactDigits, valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { RELATIVES } from '../people/family-words';

/*
 * British telephone number: 0 and nine or ten digits, or +44, 0044 or +44 (0) instead of the 0; the first digit after it
 * is 1, 2, 3, 7, 8 or 9. Drama numbers (07700 900xxx, 01632 960xxx) fit the shape, as they should.
 *
 * Source: Ofcom, “The National Telephone Numbering Plan”.
 */
const PERSONAL = new RegExp(
  `\\b(?:${RELATIVES}|partner|husband|wife|emergency contacts?|home (?:number|phone|tel|contact)|(?:his|her|their|personal|private) (?:\\w+ ){0,2}(?:mob(?:ile)?|number|phone|tel|cell)|please (?:ring|call|phone|text)|(?:reached|contacted) (?:on|at|by)|(?:ring|call|text|phone|reach) (?:him|her|them|home))\\b[^.!?\\n]{0,60}$`,
  'i',
);
const BUSINESS =
  /\b(?:join|dial|conference|meeting|fax|switchboard|reception|office|helpline|hotline|help ?desk|enquir(?:y|ies)|customer|support|bookings?|line is open|(?:free|text) ?phone|childline|samaritans|nspcc|service desk|(?:absence|attendance) line|(?:school|us|team) on|direct|ext)\b[^\n]{0,50}$/i;

/** For the docs; no runtime reads it. */
export const phoneNotes: DetectorNotes = {
  title: 'Personal telephone number',
  source: 'Ofcom, The National Telephone Numbering Plan',
  certainty:
    'Supports other findings, unless it stands in a list of three or more families. A number counts when the words about it are personal (“mum”, “emergency contact”); in signatures, dial-in details and lists of firms it is let go.',
  shapeReason: 'it has the shape of a telephone number',
};

export const phone = valueDetector({
  id: 'phone',
  details: 'phone numbers',
  pattern: /(?:(?:00)?44[ .-]?(?:\(0\)[ .-]?)?|0)[1235789]\d{1,4}\)?[ .\/-]?\d{2,4}[ .-]?\d{3,4}(?:[ .-]?\d{1,3})?(?![A-Za-z0-9#])|7\d{9}(?![A-Za-z0-9#])/y,
  compact: (written) => compactDigits(written).replace(/^(?:(?:00)?440?|(?=7))/, '0'),
  valid: (value) => /^0(?:[1235789]\d{9}|1\d{8}|[58]00\d{6})$/.test(value) && !/(\d)\1{7}/.test(value),
  near: 'emergency contact|next of kin',
  digits: [5, 4, 3, 11, 2, 10, 12, 6, 14],
  // A spreadsheet drops the 0 of a mobile number: then only a column says what it is.
  shape: (_value, written) => (written.startsWith('7') ? 0 : 15),
  reach: 60,
  most: 64,
  surroundings(before) {
    return BUSINESS.test(before) ? -60 : PERSONAL.test(before) ? 40 : 0;
  },
});
