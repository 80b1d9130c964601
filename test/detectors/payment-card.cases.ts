import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'in groups of four', text: 'credit card 6011 1111 1111 1117 CVV 123', values: ['6011 1111 1111 1117'], level: 'high' },
    { name: 'in one run with its label', text: 'Card number: 4111111111111111 exp 04/28', values: ['4111111111111111'], level: 'high' },
    { name: 'American Express, in its own groups', text: 'Amex 3782 822463 10005', values: ['3782 822463 10005'], level: 'high' },
    { name: 'with hyphens and no words', text: 'it is 5555-5555-5555-4444', values: ['5555-5555-5555-4444'], level: 'medium' },
    { name: 'in one run and no words, which is weak', text: 'it is 4111111111111111', values: ['4111111111111111'], level: 'low' },
    { name: 'one run with when it expires', text: 'Till was down: H Mazur 4242424242424242 exp 08/27', values: ['4242424242424242'], level: 'high' },
    { name: 'what it is for', text: 'The amex for the conference hotel is 3782 822463 10005.', values: ['3782 822463 10005'], level: 'high' },
  ],
  cleared: [
    { name: 'a wrong check digit', text: 'card 4111 1111 1111 1112' },
    { name: 'a number of no scheme', text: 'card 9111 1111 1111 1116' },
    { name: 'mostly zeros, as tables are filled up', text: '000000000005413' },
    { name: 'a parcel number', text: 'tracking 4111111111111111' },
    { name: 'a longer number', text: 'card 41111111111111112222' },
  ],
};
