import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'nine digits after the word', text: 'UK passport 533401372 for the France trip', values: ['533401372'], level: 'medium' },
    { name: 'in groups', text: 'Passport no. 533 401 372', values: ['533 401 372'], level: 'medium' },
    { name: 'the number of another country', text: 'Her passport number is CD7654321.', values: ['CD7654321'], level: 'medium' },
    {
      name: 'machine-readable lines, without any words',
      text: 'P<GBRKHAN<<THEO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n5334013720GBR0801012M2501017<<<<<<<<<<<<<<04',
      values: ['5334013720GBR0801012M2501017<<<<<<<<<<<<<<04'],
      level: 'high',
    },
    { name: 'a column of the trip list', text: 'Name\tPassport\nTheo Khan\t533401372\nAmy Low\t533401373', values: ['533401372', '533401373'], level: 'medium' },
  ],
  cleared: [
    { name: 'nine digits without the word', text: 'Call off 533401372 from the framework.' },
    { name: 'the word without a number', text: 'The passport to leisure card scheme starts on Monday.' },
    { name: 'machine-readable lines with a wrong check digit', text: '5334013721GBR0801012M2501017<<<<<<<<<<<<<<04 P<<' },
    { name: 'a date of expiry', text: 'My passport expires on 12/2031.' },
  ],
};
