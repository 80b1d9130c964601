import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';

/*
 * British postcode: an outward code (A9, A99, AA9, AA99, A9A or AA9A, with some letters never used in some places) and an
 * inward code of a digit and two letters, never C I K M O V; also GIR 0AA.
 *
 * Source: Royal Mail, “Programmers' guide” to the Postcode Address File, annex on postcode formats.
 */
const HOME =
  /\b(?:addr(?:ess)?|lives? (?:at|in|with)|(?:living|resid(?:es|ing)|family(?: is)?) at|mov(?:ed|ing) (?:to|house)|stay(?:s|ing) (?:at|with)|home|collected from|post ?code)\b[^!?]{0,90}$/i;
const STREET =
  /\b\d{1,4}[a-z]?,? (?:[A-Z][A-Za-z'-]+ ){1,3}(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Way|Crescent|Court|Gardens|Grove|Place|Terrace|Green|Hill|Row|Square|Walk|View|Park|Mews|Rise|Path|Yard|Quay|Bank|Cottages|Croft|Fold)\b[^\d!?]{0,50}$/;
const PUBLIC = /\b(?:e-?mail|web|ip|(?:registered|head|our) offices?|our site|(?:school(?:'s)?|our|return) address|venue|held at|sat ?nav|find us)\b[^\n]{0,80}$/i;

/** For the docs; no runtime reads it. */
export const postcodeNotes: DetectorNotes = {
  title: 'Home address by its postcode',
  source: 'Royal Mail, Postcode Address File programmers’ guide',
  certainty:
    'Supports other findings, unless it stands in a list of three or more families. A postcode counts when the words before it are about someone’s home; in signatures and lists of venues it is let go.',
  shapeReason: 'it has the shape of a postcode',
};

export const postcode = valueDetector({
  id: 'postcode',
  details: 'addresses',
  pattern: /(?:GIR ?0AA|(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])) ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/iy,
  valid: (value) => !value.startsWith('ZZ99'),
  near: 'home address|postcode|post code',
  letters: [1, 2, 3],
  shape: 25,
  reach: 60,
  most: 64,
  surroundings(before) {
    return PUBLIC.test(before) ? -60 : HOME.test(before) ? 35 : STREET.test(before) ? 25 : 0;
  },
});
