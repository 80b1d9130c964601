import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'in pairs with its label', text: 'National Insurance number AB 12 34 56 C', values: ['AB 12 34 56 C'], level: 'high' },
    { name: 'in one run of small letters', text: 'NI number: ab123456c', values: ['ab123456c'], level: 'high' },
    { name: 'with hyphens', text: 'NINO AB-12-34-56-C', values: ['AB-12-34-56-C'], level: 'high' },
    { name: 'with en dashes', text: 'Nat Ins AB–123456–C', values: ['AB–123456–C'], level: 'high' },
    { name: 'without words about it, which is weak', text: 'for AB123456C please', values: ['AB123456C'], level: 'low' },
    { name: "in groups as a scanner parts them", text: "Maternity form\nEmployee Noor Akhtar\nNat.\nIns.\nAB1 234 56C\nEWC 14 March", values: ["AB1 234 56C"], level: 'high' },
    { name: "one character at a time", text: "NI no A B 1 2 3 4 5 6 C, starts Monday", values: ["A B 1 2 3 4 5 6 C"], level: 'high' },
    { name: "with dots or slashes", text: "nat ins AB.12.34.56.C, ni num ce/12/34/56/a", values: ["AB.12.34.56.C", "ce/12/34/56/a"], level: 'high' },
    { name: "over lines that are set in", text: "National Insurance:\n\n    AB 12 34\n    56 C", values: ["AB 12 34\n    56 C"], level: 'high' },
    { name: "in a quoted export with its own headers", text: "\"EmpRef\";\"Surname\";\"Forename\";\"NatInsNo\"\n\"20124\";\"Moss\";\"Jude\";\"AB123456C\"\n\"20125\";\"Tembo\";\"Ines\";\"CE123456A\"", values: ["AB123456C", "CE123456A"], level: 'high' },
  ],
  cleared: [
    { name: 'a prefix that is not issued', text: 'NI number GB123456A' },
    { name: 'a letter that is never used', text: 'NI number DQ123456A' },
    { name: 'a suffix beyond D', text: 'NI number AB123456E' },
    { name: 'no suffix', text: 'NI number AB 12 34 56' },
    { name: 'a part number', text: 'part AB123456C is out of stock' },
    { name: 'six zeros', text: 'NI number AB000000A' },
    { name: "words and numbers that only come to as many characters", text: "NI no later than 12 34 56, see page 9 and then call" },
  ],
};
