import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'with DOB', text: 'Theo Khan, DOB: 26-03-2016', values: ['26-03-2016'], level: 'high' },
    { name: 'with D.O.B. and two digits of the year', text: 'Theo Khan, D.O.B. 10/12/08', values: ['10/12/08'], level: 'high' },
    { name: 'with the month in words', text: 'Theo Khan, date of birth is 28th March 2016', values: ['28th March 2016'], level: 'high' },
    { name: 'year first', text: 'Theo Khan, date of birth 2019-07-17', values: ['2019-07-17'], level: 'high' },
    { name: 'with dots', text: 'Theo Khan, dob 12.3.2011', values: ['12.3.2011'], level: 'high' },
    { name: 'with hard hyphens', text: 'Theo Khan, DOB 12\u20113\u20112011', values: ['12\u20113\u20112011'], level: 'high' },
    { name: 'born on a day', text: 'Theo Khan was born on 12 March 2011.', values: ['12 March 2011'], level: 'high' },
    { name: 'on the line below the words', text: 'Theo Khan, Date of birth\n12/03/2011', values: ['12/03/2011'], level: 'high' },
    { name: 'without a name near it, which is weak', text: 'DOB: 26-03-2016', values: ['26-03-2016'], level: 'low' },
    { name: 'a column of dates, and not the column beside it', text: 'Name,DOB,Start\nAmy Low,12/03/2011,01/09/2026\nTheo Khan,13/04/2012,01/09/2026', values: ['12/03/2011', '13/04/2012'], level: 'high' },
  ],
  cleared: [
    { name: 'term dates', text: 'Term starts 03/09/2026 and ends 18/12/2026.' },
    { name: 'a deadline after a date of birth', text: 'DOB on the form. Please return it to the school office by 12/03/2026.' },
    { name: 'a day that does not exist', text: 'DOB 31/02/2011' },
    { name: 'a form with an empty field', text: 'DOB: __/__/____' },
    { name: 'a form that says how', text: 'Date of birth (dd/mm/yyyy):' },
    { name: 'something that was born', text: 'A rare rhino was born in the zoo\nDate: 27 Sep 2002' },
  ],
};
