import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'a home address', text: 'home address 2 The Green, CF24 2BE', values: ['CF24 2BE'], level: 'low' },
    { name: 'a family that moved', text: 'They have moved to 14 Harehills Lane, NE67PG', values: ['NE67PG'], level: 'low' },
    { name: 'where somebody lives, in small letters', text: 'He lives at 9 Mill Street, m60 1nw', values: ['m60 1nw'], level: 'low' },
    { name: 'a house and a street after a name', text: 'Theo Khan, 14 Harehills Lane, Leeds, LS8 5DB', values: ['LS8 5DB'], level: 'low' },
  ],
  cleared: [
    { name: 'the address of the school', text: 'Our school address is Oakfield Academy, School Lane, Leeds LS8 5DB' },
    { name: 'a signature', text: 'Kind regards\nSara Khan\nOakfield Academy, 1 School Lane, Leeds LS8 5DB' },
    { name: 'a letter that inward codes never have', text: 'home address M1 1CA' },
    { name: 'a product code', text: 'Order 12 of SW1A 1AA widgets' },
  ],
};
