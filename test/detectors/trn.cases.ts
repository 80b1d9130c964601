import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'seven digits after TRN', text: 'TRN 8336840', values: ['8336840'], level: 'medium' },
    { name: 'the older way with a stroke', text: 'Teacher reference number: 12/34567', values: ['12/34567'], level: 'medium' },
    { name: 'with the prefix of a retirement record', text: 'Teacher ref RP 98/76543', values: ['RP 98/76543'], level: 'medium' },
    { name: 'a column of teachers', text: 'Name\tTRN\nSara Khan\t1234567\nTom Low\t7654321', values: ['1234567', '7654321'], level: 'medium' },
    { name: "as a teacher number", text: "she's qualified (teacher no. 7633124)", values: ["7633124"], level: 'medium' },
    { name: "before its words", text: "RP76/33124 is the teacher reference", values: ["RP76/33124"], level: 'medium' },
    { name: "with dots in the words", text: "his T.R.N. is 7633124", values: ["7633124"], level: 'medium' },
    { name: "in other groups", text: "TRN 763 3124", values: ["763 3124"], level: 'medium' },
    { name: 'as the DfE number of a teacher', text: 'Kay Obi, DfES number 7633124', values: ['7633124'], level: 'medium' },
    { name: 'in a column of teachers', text: 'Name\tTeacher Number\nKay Obi\t7633124\nLee Poe\t7633125', values: ['7633124', '7633125'], level: 'medium' },
  ],
  cleared: [
    { name: 'seven digits without a word about them', text: 'The charity raised 1234567 pounds.' },
    { name: 'a charity number', text: 'Charity number 1098765' },
    { name: 'eight digits', text: 'TRN 12345678' },
    { name: 'a date', text: 'The TRN letter went out on 12/10/2026.' },
    { name: "a date after the words", text: "TRN checked 12 9 2026, TPS from 1.10.2026" },
    { name: "signatures to a petition", text: "7633124 signatures on the teacher pay petition" },
    { name: 'the number of a school', text: 'School DfE number 330 2045, URN 103456. DfE no. 3302046, UKPRN 10034567' },
    { name: 'a budget', text: 'TPS employer contributions 28.68% from 1.4.2024, budget 7633124' },
  ],
};
