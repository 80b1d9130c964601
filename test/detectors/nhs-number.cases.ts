import type { DetectorCases } from './story';

const PUPILS = ['Amelia Clarke', 'Theo Khan', 'Olivia Singh', 'Noah Begum', 'Kacper Nowak', 'Isla Green', 'Leo Shah', 'Ruby Okafor', 'Yusuf Ali', 'Grace Davies', 'Rhys Evans', 'Mia Stone'];
const NUMBERS = ['9991000003', '9991000011', '9991000038', '9991000046', '9991000054', '9991000062', '9991000070', '9991000089', '9991000097', '9991000100', '9991000119', '9991000127'];
const SPACED = NUMBERS.map((number) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`);
/** Ten-digit ISBNs of English books, which all have the check digit of an NHS number. */
const ENGLISH_BOOKS = ['0306406152', '1861972717', '0140449132', '0201633612', '0131103628', '0262033844'];

const rows = (numbers: readonly string[], separator = ','): string => numbers.map((number, i) => `${PUPILS[i] as string}${separator}${number}`).join('\n');
const wrong = (number: string): string => `${number.slice(0, 9)}${(Number(number.charAt(9)) + 1) % 10}`;

export const cases: DetectorCases = {
  found: [
    { name: 'in three groups with its label', text: 'NHS number: 999 123 4578', values: ['999 123 4578'], level: 'high' },
    { name: 'in one run', text: 'NHS No. 9991234578', values: ['9991234578'], level: 'medium' },
    { name: 'with hyphens', text: "Theo's NHS is 999-123-4578.", values: ['999-123-4578'], level: 'high' },
    { name: 'with thin and hard spaces', text: 'NHS number: 999\u2009123\u00a04578', values: ['999\u2009123\u00a04578'], level: 'high' },
    { name: 'with en dashes', text: 'NHS number: 999–123–4578', values: ['999–123–4578'], level: 'high' },
    { name: 'in full-width digits', text: 'NHS ９９９１２３４５７８', values: ['９９９１２３４５７８'], level: 'medium' },
    { name: 'with a zero-width space inside', text: 'NHS number: 999\u200b1234578', values: ['999\u200b1234578'], level: 'medium' },
    { name: 'broken over two lines', text: 'Please note the NHS number 999 123\n4578 for the trip.', values: ['999 123\n4578'], level: 'medium' },
    { name: 'broken over two lines of a quoted mail', text: '> the NHS number 999 123\n> 4578 for the trip', values: ['999 123\n> 4578'], level: 'medium' },
    { name: 'the words after it', text: '999 123 4578 is the NHS number for Theo Khan.', values: ['999 123 4578'], level: 'high' },
    { name: 'in the middle of a table with the header far above', text: `Name,NHS number\n${'Ali Low,none\n'.repeat(80)}Theo Khan,9991234578`, values: ['9991234578'], level: 'high' },
    { name: 'in groups beside a name and without words, which is weak', text: 'Theo Khan 999 123 4578', values: ['999 123 4578'], level: 'low' },
    { name: 'lines that end as Windows ends them', text: 'NHS number:\r\n999 123 4578\r\n', values: ['999 123 4578'], level: 'high' },
    { name: 'a list of twelve names and numbers without a heading', text: rows(NUMBERS), values: NUMBERS, level: 'medium' },
    { name: 'such a list in three groups', text: rows(SPACED, '\t'), values: SPACED, level: 'high' },
    { name: 'such a list below a heading that says only “Number”', text: `Name,Number\n${rows(NUMBERS)}`, values: NUMBERS, level: 'medium' },
    { name: 'five numbers alone on their lines', text: NUMBERS.slice(0, 5).join('\n'), values: NUMBERS.slice(0, 5), level: 'medium' },
    { name: 'a list with one number mistyped', text: rows(NUMBERS.map((number, i) => (i === 0 ? wrong(number) : number))), values: NUMBERS.slice(1), level: 'medium' },
    { name: 'a list far below the words', text: `NHS\n${'Nothing is said here.\n'.repeat(30)}${rows(NUMBERS)}`, values: NUMBERS },
    { name: 'a list with telephone numbers in the next column', text: `Name,Number,Phone\n${NUMBERS.map((number, i) => `${PUPILS[i] as string},${number},01632960001`).join('\n')}`, values: NUMBERS, level: 'medium' },
    { name: "in odd groups", text: "nhs# 99 9100 0003", values: ["99 9100 0003"], level: 'medium' },
    { name: "one digit at a time", text: "NHS no. 9 9 9 1 0 0 0 0 0 3", values: ["9 9 9 1 0 0 0 0 0 3"], level: 'medium' },
    { name: "over two lines, set in", text: "NHS No\n999 100\n  0003", values: ["999 100\n  0003"], level: 'medium' },
  ],
  cleared: [
    { name: 'four numbers that pass the check, which may be luck', text: rows(NUMBERS.slice(0, 4)) },
    { name: 'one number five times', text: rows(NUMBERS.slice(0, 5).map(() => NUMBERS[0] as string)) },
    { name: 'a list in which one number in six fails the check', text: rows(NUMBERS.map((number, i) => (i % 6 === 0 ? wrong(number) : number))) },
    { name: 'a list of ten-digit numbers of which one passes, as by luck', text: rows(NUMBERS.map((number, i) => (i > 0 ? wrong(number) : number))) },
    { name: 'a list of ULNs without a heading', text: rows(['6123456007', '6123456376', '6123456740', '6123457119', '6123457488', '6123457852']) },
    { name: 'a list of ten-digit telephone numbers', text: rows(['0163296000', '0163296001', '0163296002', '0163296003', '0163296004', '0163296005']) },
    { name: 'a list in which each number is called an order', text: rows(NUMBERS, ', order ') },
    { name: 'a list headed “Order number”', text: `Name,Order number,Year\n${NUMBERS.map((number, i) => `${PUPILS[i] as string},${number},4`).join('\n')}` },
    { name: 'a list below a line about invoices', text: `Hello, here are the invoice numbers:\n\n${NUMBERS.join('\n')}` },
    { name: 'numbers that pass, two on each line', text: NUMBERS.map((number, i) => `${number},${NUMBERS[(i + 1) % 12] as string}`).join('\n') },
    { name: 'book numbers, which have the same check digit', text: rows(ENGLISH_BOOKS) },
    { name: 'a list with book numbers of other countries', text: `ISBN\n3161484100\n${NUMBERS.join('\n')}` },
    { name: 'book numbers of which some end in X', text: `${NUMBERS.join('\n')}\n316148410X\n999100002X` },
    { name: 'a wrong check digit', text: 'NHS number: 999 123 4579' },
    { name: 'ten zeros, which pass the check and are never issued', text: 'NHS number: 000 000 0000' },
    { name: 'an order number that passes the check', text: 'Order number 9991234578. Thanks.' },
    { name: 'a meeting number that passes the check', text: 'Meeting ID 999 123 4578' },
    { name: 'a telephone number that passes the check', text: 'tel. 999 123 4578' },
    { name: 'a ticket reference', text: 'Your ticket ref 9991234578 has been closed.' },
    { name: 'ten bare digits', text: 'Photocopier reading: 9991234578' },
    { name: 'a form with an empty field', text: 'NHS number: ___ ___ ____' },
    { name: 'a number that goes on', text: 'NHS 99912345789' },
    { name: "a day and a time", text: "NHS 111 appointment 12.03.2026 10.30" },
  ],
};
