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
    { name: "after its number, in brackets", text: "Amy Low 533401372 (passport)", values: ["533401372"], level: 'medium' },
    { name: "of France", text: "passport: 12AB34567 (French)", values: ["12AB34567"], level: 'medium' },
    { name: "of Spain", text: "her Spanish passport is AAB123456", values: ["AAB123456"], level: 'medium' },
    { name: "of Germany", text: "German passport C4F6K2PL9, to 2031", values: ["C4F6K2PL9"], level: 'medium' },
    { name: "over two lines", text: "passport no 53340\n1372", values: ["53340\n1372"], level: 'medium' },
    { name: "after a line of the list that has none", text: "Passports received\n- Marwa Saleh 302889383\n- Dylan Pritchard 599727532\n- Ioana Moss (Romanian, number withheld until Monday)\n- Phoebe Cobb 277495078", values: ["302889383", "599727532", "277495078"], level: 'medium' },
  ],
  cleared: [
    { name: 'nine digits without the word', text: 'Call off 533401372 from the framework.' },
    { name: 'the word without a number', text: 'The passport to leisure card scheme starts on Monday.' },
    { name: 'machine-readable lines with a wrong check digit', text: '5334013721GBR0801012M2501017<<<<<<<<<<<<<<04 P<<' },
    { name: 'a date of expiry', text: 'My passport expires on 12/2031.' },
    { name: "stamps for books", text: "Passport pads: reorder code RP657261, £14.20 per 30" },
    { name: "an order", text: "Our reading passport order 533401372 has shipped" },
    { name: 'a leisure card', text: 'Passport to leisure membership 533401372' },
  ],
};
