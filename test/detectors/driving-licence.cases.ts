import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'with its label', text: 'Driving licence number: MORGA657054SM9IJ', values: ['MORGA657054SM9IJ'], level: 'high' },
    { name: 'in groups with an issue number', text: 'DVLA: MORGA 657054 SM9IJ 35', values: ['MORGA 657054 SM9IJ 35'], level: 'high' },
    { name: 'a short surname, filled up with nines', text: 'licence FO999512018AA1AB', values: ['FO999512018AA1AB'], level: 'high' },
    { name: 'without words about it', text: 'minibus rota: see MORGA607054SM9IJ', values: ['MORGA607054SM9IJ'], level: 'high' },
  ],
  cleared: [
    { name: 'a month that does not exist', text: 'licence MORGA663054SM9IJ' },
    { name: 'a day that does not exist', text: 'licence MORGA657004SM9IJ' },
    { name: 'a nine inside the surname', text: 'licence MO9GA657054SM9IJ' },
    { name: 'one character short', text: 'licence MORGA65705SM9IJ' },
    { name: 'a television licence', text: 'The TV licence is due on 1 March 2027.' },
  ],
};
