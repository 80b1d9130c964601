import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { hasUpnCheckLetter } from './upn';

/*
 * Temporary unique pupil number: as a UPN, but the serial number is two digits and a letter. The letter counts with its
 * place in the check alphabet. X00180001701A: Σ = 135, 135 mod 23 = 20 = X.
 *
 * Source: DfE, “Unique pupil numbers (UPNs): a guide for schools and local authorities”, v1.2, June 2019, section 6.1
 * and annex A.
 */
/** For the docs; no runtime reads it. */
export const temporaryUpnNotes: DetectorNotes = {
  title: 'Temporary unique pupil number',
  source: 'DfE, Unique pupil numbers (UPNs): a guide for schools and local authorities, v1.2 (June 2019), section 6.1',
  certainty:
    'The check letter must be right: one random string of this shape in 23 passes, and the shape is rare in mail.',
  shapeReason: 'it has the shape of a temporary UPN and its check letter is right',
};

export const temporaryUpn = valueDetector({
  id: 'temporary-upn',
  details: 'temporary UPNs',
  pattern: /[A-Z](?:[ -]?\d){11}[ -]?[A-HJ-NP-RT-Z](?![A-Za-z0-9])/iy,
  valid: (value) => !value.startsWith('000', 1) && hasUpnCheckLetter(value),
  near: 'temporary upn|temp upn|upn|unique pupil number|pupil number|ctf',
  letters: [1],
  shape: 70,
});
