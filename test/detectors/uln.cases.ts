import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'the example of the validation guide', text: 'ULN 1234567899', values: ['1234567899'], level: 'medium' },
    { name: 'with its long name', text: 'Unique Learner Number: 5000000012', values: ['5000000012'], level: 'medium' },
    { name: 'in a list under its label', text: 'ULNs:\n5000000012\n5000000128\n6001234565', values: ['5000000012', '5000000128', '6001234565'], level: 'medium' },
    { name: 'in groups', text: 'learner no 50000 00012', values: ['50000 00012'], level: 'medium' },
    { name: "one digit at a time", text: "unique learner no. 1 2 3 4 5 6 7 8 9 9", values: ["1 2 3 4 5 6 7 8 9 9"], level: 'medium' },
    { name: "in a column, wrapped", text: "Learner: Amy Low\nULN 12345\n      67899", values: ["12345\n      67899"], level: 'high' },
  ],
  cleared: [
    { name: 'a wrong check digit', text: 'ULN 1234567898' },
    { name: 'the placeholder of learner records', text: 'ULN 9999999999' },
    { name: 'ten digits without a word about them', text: 'Please see 5000000012 for the boiler.' },
    { name: 'an order number that passes the check', text: 'Order number 5000000012' },
    { name: 'a number that begins with 0', text: 'ULN 0123456789' },
    { name: "other numbers in a row", text: "ULN guidance: page 12 of 34, 56 schools, 78 pupils and 99 more" },
    { name: "digits that go on", text: "ULN 1 2 3 4 5 6 7 8 9 9 1 2" },
  ],
};
