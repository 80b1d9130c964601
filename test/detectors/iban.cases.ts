import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'in groups of four', text: 'GB29 NWBK 6016 1331 9268 19', values: ['GB29 NWBK 6016 1331 9268 19'], level: 'high' },
    { name: 'in one run of small letters', text: 'iban gb29nwbk60161331926819', values: ['gb29nwbk60161331926819'], level: 'high' },
    { name: 'with hard spaces', text: 'GB29\u00a0NWBK\u00a06016\u00a01331\u00a09268\u00a019', values: ['GB29\u00a0NWBK\u00a06016\u00a01331\u00a09268\u00a019'], level: 'high' },
    { name: 'of another country, with words after it', text: 'Pay FR14 2004 1010 0505 0001 3M02 606 TODAY', values: ['FR14 2004 1010 0505 0001 3M02 606'], level: 'high' },
    { name: 'of a country of digits alone', text: 'PL49109024020000000612345678', values: ['PL49109024020000000612345678'], level: 'high' },
    { name: "with Spain's own check digits right", text: 'ES9121000418450200051332', values: ['ES9121000418450200051332'], level: 'high' },
    { name: 'in small letters', text: 'i think it is gb29 nwbk 6016 1331 9268 19 for my account', values: ['gb29 nwbk 6016 1331 9268 19'], level: 'high' },
    { name: 'indented on the next line', text: 'IBAN  GB29 NWBK 6016\n            1331 9268 19', values: ['GB29 NWBK 6016\n            1331 9268 19'], level: 'high' },
  ],
  cleared: [
    { name: 'wrong check digits', text: 'IBAN GB29 NWBK 6016 1331 9268 18' },
    { name: 'a country that has none', text: 'IBAN ZZ29 NWBK 6016 1331 9268 19' },
    { name: 'a wrong length', text: 'IBAN GB29 NWBK 6016 1331 9268' },
    { name: "Spain's own check digits wrong", text: 'IBAN ES2121000418450200051331' },
  ],
};
