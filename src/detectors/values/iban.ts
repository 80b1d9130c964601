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
const STRUCTURES =
  'AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n ' +
  'EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c GT4c20c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c ' +
  'JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD2c18c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a ' +
  'NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ' +
  'ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c';

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
  const place = (' ' + STRUCTURES).indexOf(' ' + country);
  if (place < 0) return null;
  const parts = STRUCTURES.slice(place + 2).split(' ', 1)[0] as string;
  let length = 4;
  const source = parts.replace(/(\d+)([nac])/g, (_whole, count: string, kind: string) => {
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
