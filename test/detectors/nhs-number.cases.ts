import type { DetectorCases } from './story';

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
  ],
  cleared: [
    { name: 'a wrong check digit', text: 'NHS number: 999 123 4579' },
    { name: 'ten zeros, which pass the check and are never issued', text: 'NHS number: 000 000 0000' },
    { name: 'an order number that passes the check', text: 'Order number 9991234578. Thanks.' },
    { name: 'a meeting number that passes the check', text: 'Meeting ID 999 123 4578' },
    { name: 'a telephone number that passes the check', text: 'tel. 999 123 4578' },
    { name: 'a ticket reference', text: 'Your ticket ref 9991234578 has been closed.' },
    { name: 'ten bare digits', text: 'Photocopier reading: 9991234578' },
    { name: 'a form with an empty field', text: 'NHS number: ___ ___ ____' },
    { name: 'a number that goes on', text: 'NHS 99912345789' },
  ],
};
