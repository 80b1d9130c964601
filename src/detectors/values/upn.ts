import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { isFiller } from './check-digits';

/*
 * Unique pupil number, permanent or former: a check letter, the local authority (3 digits), the establishment (4), the
 * year it was given (2) and a serial number (3). The letter is Σ position × digit for positions 2–13, modulo 23, in the
 * alphabet without I, O and S. H801200001001: 4 × 0 … = 53, 53 mod 23 = 7 = H.
 *
 * Source: DfE, “Unique pupil numbers (UPNs): a guide for schools and local authorities”, v1.2, June 2019, annex A.
 * There is no list of authorities here: new ones (838–839, 940–943, pseudo codes from 001) outdate every list.
 */

/** The letters a check character or a temporary number may use; the position is the value. */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** True when the first letter is right for the twelve characters after it. */
export function hasUpnCheckLetter(upn: string): boolean {
  let sum = 0;
  for (let i = 1; i < 13; i += 1) {
    const code = upn.charCodeAt(i);
    const value = code < 58 ? code - 48 : UPN_LETTERS.indexOf(upn.charAt(i));
    if (value < 0) return false;
    sum += value * (i + 1);
  }
  return UPN_LETTERS.charAt(sum % 23) === upn.charAt(0);
}

/** For the docs; no runtime reads it. */
export const upnNotes: DetectorNotes = {
  title: 'Unique pupil number (UPN)',
  source: 'DfE, Unique pupil numbers (UPNs): a guide for schools and local authorities, v1.2 (June 2019), annex A',
  certainty:
    'The check letter must be right: one random string of this shape in 23 passes, and the shape is rare in mail.',
  shapeReason: 'it has the shape of a UPN and its check letter is right',
};

export const upn = valueDetector({
  id: 'upn',
  details: 'UPNs',
  pattern: /[A-Z](?:[ -]?\d){12}(?![A-Za-z0-9])/iy,
  // An authority of 000 was never given out; a serial of zeros is a made-up number.
  valid: (value) => !value.startsWith('000', 1) && !isFiller(value.slice(1)) && hasUpnCheckLetter(value),
  near: 'upn|unique pupil number|pupil number|pupil ref|pupil reference|ctf|common transfer file|class list',
  letters: [1],
  shape: 70,
});
