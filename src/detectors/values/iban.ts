import { valueDetector } from '../detector';
import type { DetectorNotes } from '../detector';
import { digitAt, remainder97, weightedSum } from './check-digits';

/*
 * International bank account number: country (2 letters), two check digits and the country's own account number, whose
 * length and make-up (n digits, a letters, c either) the registry fixes. With the first four characters moved to the
 * end and letters read as A = 10, the whole is 1 modulo 97. British ones have 22 characters: GB29 NWBK 6016 1331 9268 19.
 *
 * Source: SWIFT, IBAN registry (ISO 13616-1).
 */
/** Each make-up of what follows the first four characters, with the countries that have it. */
const STRUCTURES =
  '10n11c2nFRMC 11nNO 12nBE 14nDKFIFOGLSD 14n15cRU 15nSI 16nATBAEELTMNXK 17nHR 18nCRDEMERSVA 19nAEILSOTL 1a10n12cITSM 20nCZESSESKTN 21nLYPTST 22nIS 23nBIDJMR 23n1a1cBR 24nHUPL 25nEG ' +
  '2a12nFK 2a16nGE 2c18cMD 2n18cSA 3n10c2nMK 3n13cKZLU 3n16cOM 4a10nNL 4a13cLV 4a14cBH 4a14nGBIE 4a15cGI 4a15nIQ 4a16cPKRO 4a16nVG 4a19n3aMU 4a20cAZ 4a20nHNNISV 4a20n3aSC 4a21cPSQA ' +
  '4a22cKW 4a24cLC 4a4n18cJOYE 4a5n18cMT 4a6n8cBG 4c20cGT 4c20nDO 4c4n16cBY 4n20cLB 5n12cCHLI 6n16cTR 6n19cUA 7n16cGR 8n12cAD 8n16cALCY';

interface Structure {
  readonly pattern: RegExp;
  /** Characters in the whole IBAN. */
  readonly length: number;
}

const structures = new Map<string, Structure>();

/** The shape of a country's account number, compiled when it is first met; null for a country that has none. */
function structureFor(country: string): Structure | null {
  const known = structures.get(country);
  if (known !== undefined) return known;
  const parts = new RegExp(`([\\dnac]+)(?:[A-Z]{2})*?${country}`).exec(STRUCTURES);
  if (parts === null) return null;
  let length = 4;
  const source = (parts[1] as string).replace(/(\d+)([nac])/g, (_whole, count: string, kind: string) => {
    length += Number(count);
    return `${kind === 'n' ? '\\d' : kind === 'a' ? '[A-Z]' : '[A-Z\\d]'}{${count}}`;
  });
  const structure = { pattern: new RegExp(`^${source}$`), length };
  structures.set(country, structure);
  return structure;
}

/** Spain's own two check digits (Código Cuenta Cliente): bank and branch, then the account. */
function hasSpanishCheckDigits(account: string): boolean {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
  const check = (digits: string): number => {
    const digit = 11 - (weightedSum(digits, weights) % 11);
    // 10 is written 1 and 11 is written 0.
    return digit > 9 ? 11 - digit : digit;
  };
  return check(`00${account.slice(0, 8)}`) === digitAt(account, 8) && check(account.slice(10)) === digitAt(account, 9);
}

/** For the docs; no runtime reads it. */
export const ibanNotes: DetectorNotes = {
  title: 'International bank account number (IBAN)',
  source: 'SWIFT, IBAN registry (ISO 13616-1)',
  certainty:
    'Country, length, make-up and two check digits must all be right, so a match is sure.',
  shapeReason: 'it has the make-up of an IBAN and its check digits are right',
};

export const iban = valueDetector({
  id: 'iban',
  details: 'bank account numbers',
  pattern: /[A-Z]{2} ?\d{2}(?:[ .-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])/iy,
  valid(value) {
    const structure = structureFor(value.slice(0, 2));
    if (structure === null || !structure.pattern.test(value.slice(4)) || remainder97(value.slice(4) + value.slice(0, 4)) !== 1) return false;
    return !value.startsWith('ES') || hasSpanishCheckDigits(value.slice(4));
  },
  fit(written) {
    const structure = structureFor(written.slice(0, 2).toUpperCase());
    if (structure === null) return written;
    let counted = 0;
    let end = 0;
    while (end < written.length && counted < structure.length) {
      if (/[A-Za-z0-9]/.test(written.charAt(end))) counted += 1;
      end += 1;
    }
    // A letter or digit that touches the end belongs to the value, and makes it too long.
    return /[A-Za-z0-9]/.test(written.charAt(end)) ? written : written.slice(0, end);
  },
  near: 'iban|swift|bic',
  letters: [2],
  shape: 85,
});
