import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'in pairs with its label', text: 'National Insurance number AB 12 34 56 C', values: ['AB 12 34 56 C'], level: 'high' },
    { name: 'in one run of small letters', text: 'NI number: ab123456c', values: ['ab123456c'], level: 'high' },
    { name: 'with hyphens', text: 'NINO AB-12-34-56-C', values: ['AB-12-34-56-C'], level: 'high' },
    { name: 'with en dashes', text: 'Nat Ins AB–123456–C', values: ['AB–123456–C'], level: 'high' },
    { name: 'without words about it, which is weak', text: 'for AB123456C please', values: ['AB123456C'], level: 'low' },
  ],
  cleared: [
    { name: 'a prefix that is not issued', text: 'NI number GB123456A' },
    { name: 'a letter that is never used', text: 'NI number DQ123456A' },
    { name: 'a suffix beyond D', text: 'NI number AB123456E' },
    { name: 'no suffix', text: 'NI number AB 12 34 56' },
    { name: 'a part number', text: 'part AB123456C is out of stock' },
    { name: 'six zeros', text: 'NI number AB000000A' },
  ],
};
