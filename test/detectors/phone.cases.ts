import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: "a parent's mobile", text: 'Mum can be reached on 07700 900996', values: ['07700 900996'], level: 'low' },
    { name: 'an emergency contact', text: 'emergency contact number: 07700900612', values: ['07700900612'], level: 'low' },
    { name: 'with the country code', text: 'her mobile is +44 7700 900 123', values: ['44 7700 900 123'], level: 'low' },
    { name: 'a landline to ring', text: 'Jack Smith. please ring 01632 960 640', values: ['01632 960 640'], level: 'low' },
    { name: 'with a nought in brackets', text: 'mum: +44 (0)7700 900835', values: ['44 (0)7700 900835'], level: 'low' },
    { name: 'with full stops', text: 'his mobile is 07700.900.123', values: ['07700.900.123'], level: 'low' },
  ],
  cleared: [
    { name: 'the number of the school', text: 'Please call the office on 01632 960001.' },
    { name: 'a signature', text: 'See you then.\n\nKind regards,\nSara Khan\nMobile 07700 900123' },
    { name: 'details to join a meeting', text: 'Join by phone +44 20 7946 0018 Conference ID: 448 201 773#' },
    { name: 'a helpline', text: 'The helpline is open on 0808 157 0192 for parents.' },
    { name: 'a long reference', text: 'ref 07700900123456' },
  ],
};
