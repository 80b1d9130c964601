/** Values that belong to nobody, for the detectors a replay has to make speak: one for each number from 1. */

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

function weighted(digits: string, weight: (index: number) => number): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * weight(index), 0);
}

/** Of an establishment, 2000, in an early year: the rest is the serial number. */
function upn(number: number): string {
  const digits = `801200001${String(number % 1000).padStart(3, '0')}`;
  return `${UPN_LETTERS.charAt(weighted(digits, (index) => index + 2) % 23)}${digits}`;
}

/** Test numbers begin with 999; one in eleven has no check digit and is passed over. */
function nhsNumber(number: number): string {
  let left = number;
  for (let serial = 0; ; serial += 1) {
    const digits = `999${String(serial).padStart(6, '0')}`;
    const check = (11 - (weighted(digits, (index) => 10 - index) % 11)) % 11;
    if (check < 10) left -= 1;
    if (left === 0) return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}${check}`;
  }
}

/** By detector: the heading of a column, and the value for a number. */
export const MADE_UP: { readonly [detector: string]: { readonly heading: string; readonly value: (number: number) => string } } = {
  upn: { heading: 'UPN', value: upn },
  'nhs-number': { heading: 'NHS number', value: nhsNumber },
  'date-of-birth': { heading: 'Date of birth', value: (number) => `${String((number % 28) + 1).padStart(2, '0')}/03/2015` },
  phone: { heading: 'Phone', value: (number) => `07700 900${String(number % 1000).padStart(3, '0')}` },
  'special-category': { heading: 'SEN need', value: () => 'Autism' },
};
