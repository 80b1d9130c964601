import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'in two groups with its label', text: 'UTR: 19558 39661', values: ['19558 39661'], level: 'medium' },
    { name: 'with the K that letters add', text: 'Self assessment 1955839661K', values: ['1955839661K'], level: 'medium' },
    { name: 'with its long name', text: 'unique taxpayer reference 1000012345', values: ['1000012345'], level: 'medium' },
    { name: "as a tax number", text: "self employed, tax number 1955839661", values: ["1955839661"], level: 'medium' },
    { name: "in a long list under one heading", text: "Firm, UTR, Verified, Rate\nA Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nB Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nC Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nD Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nE Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nF Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nG Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\nH Rahman Decorating and Plumbing, 1955839661, 02-Oct-26, 0%\n", values: ["1955839661", "1955839661", "1955839661", "1955839661", "1955839661", "1955839661", "1955839661", "1955839661"] },
  ],
  cleared: [
    { name: 'a wrong check digit', text: 'UTR: 29558 39661' },
    { name: 'ten digits without a word about them', text: 'account 1955839661' },
    { name: 'an invoice number', text: 'Invoice 1955839661 is overdue.' },
    { name: 'digits that count up', text: 'UTR 1234567890' },
  ],
};
