import type { DetectorCases } from './story';

export const cases: DetectorCases = {
  found: [
    { name: 'the example of the DfE guide, with its label', text: 'UPN: H801200001001', values: ['H801200001001'], level: 'high' },
    { name: 'a UPN without any words about it', text: 'Theo starts on Monday. D001200026002', values: ['D001200026002'], level: 'medium' },
    { name: 'a UPN in small letters', text: 'his upn is d001200026002.', values: ['d001200026002'], level: 'high' },
    { name: 'a UPN written in groups', text: 'Unique Pupil Number H 801 2000 01 001', values: ['H 801 2000 01 001'], level: 'high' },
    { name: 'a UPN that a line break parts', text: 'The UPN is H80120000\n1001 as before.', values: ['H80120000\n1001'], level: 'high' },
    { name: 'a UPN in full-width characters', text: 'UPN Ｈ８０１２００００１００１', values: ['Ｈ８０１２００００１００１'], level: 'high' },
    { name: 'a UPN with soft hyphens in it', text: 'UPN H8012\u00ad0000\u00ad1001', values: ['H8012\u00ad0000\u00ad1001'], level: 'high' },
    { name: 'an authority made after every published list', text: 'UPN P001200026001', values: ['P001200026001'], level: 'high' },
    {
      name: 'a column of UPNs, the same one twice',
      text: 'UPN\nH801200001001\nD001200026002\nH801200001001',
      values: ['H801200001001', 'D001200026002', 'H801200001001'],
      level: 'high',
    },
    { name: "in a column, wrapped", text: "Line 14 WARNING pupil Moss Luca UPN  H801200\n      001001  does not match", values: ["H801200\n      001001"], level: 'high' },
    { name: "with dots", text: "UPN H.801.2000.01.001", values: ["H.801.2000.01.001"], level: 'high' },
    { name: "with slashes", text: "UPN H801/2000/01/001 has moved", values: ["H801/2000/01/001"], level: 'high' },
  ],
  cleared: [
    { name: 'a wrong check letter', text: 'UPN: A801200001001' },
    { name: 'the letters I, O and S, which are never used', text: 'UPN: S801200001001' },
    { name: 'an authority of 000', text: 'UPN E000200005001' },
    { name: 'a letter too many', text: 'UPN H801200001001X' },
    { name: 'a longer number that ends like one', text: 'ref 99H801200001001' },
    { name: 'a template with an empty field', text: 'Name: ________ UPN: _____________' },
    { name: 'a newsletter that mentions UPNs', text: 'Every pupil has a UPN of 13 characters, which the office can look up.' },
    { name: 'a number inside a web address', text: 'https://example.org/p?id=H801200001001' },
  ],
};
