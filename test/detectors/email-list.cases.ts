import type { DetectorCases } from './story';

const addresses = (count: number): string[] => Array.from({ length: count }, (_, i) => `parent${i}@home${i}.example`);

export const cases: DetectorCases = {
  found: [
    { name: 'ten parents', text: `Parent emails for 7B: ${addresses(10).join('; ')}`, values: addresses(10), level: 'medium' },
    { name: 'two parents, which is weak', text: `Parent emails for 7B:\n${addresses(2).join('; ')}`, values: addresses(2), level: 'low' },
    { name: 'ten addresses without words about them, which is weak', text: addresses(10).join(', '), values: addresses(10), level: 'low' },
    { name: 'a column of a contact list', text: `Parent,Email,SEN\nAmy Low,a@home.example,K\nTheo Khan,b@home.example,E`, values: ['a@home.example', 'b@home.example'], level: 'low' },
  ],
  cleared: [
    { name: 'one address of a colleague', text: 'Please send it to sara@oakfield.example today.' },
    { name: 'the header of a quoted mail', text: `From: sara@oakfield.example\nTo: ${addresses(12).join('; ')}\nSubject: Trip` },
    { name: 'nine of one and the same address', text: `Parent email ${'a@home.example '.repeat(9)}` },
    { name: 'signs that are no address', text: 'meet @ 5pm @ the hall, @ @@ a@b' },
  ],
};
