import type { RuleCases } from '../story';

const MB = 1024 * 1024;
const film = (megabytes: number, kind: 'file' | 'link' = 'file') => ({ name: 'Sports day.mp4', size: megabytes * MB, kind });
const parents = (count: number): string[] => Array.from({ length: count }, (_, index) => `parent${index}@gmail.com`);
const allStaff = (size: number | null) => ({ groups: [{ address: 'all-staff@oakfield.example', name: 'Oakfield All Staff', size, school: null, allStaff: true }] });

export const cases: RuleCases = {
  finds: [
    {
      name: 'a film and its cuts of 63 MB to nine people',
      draft: { to: parents(9), attachments: [film(40), film(20), film(3)] },
      situations: ['total'],
      saw: 'Attachments total 63 MB and go to 9 people.',
    },
    { name: 'one file that alone reaches the limit', draft: { attachments: [film(20)] }, situations: ['total'], saw: 'The attachment is 20 MB and goes to 1 person.' },
    {
      name: 'a newsletter of 12 MB to ninety parents, each of whom gets a copy',
      draft: { to: [], bcc: parents(90), attachments: [film(12)] },
      situations: ['reach'],
      saw: 'The attachment is 12 MB and goes to 90 people.',
    },
    {
      name: 'photographs of 15 MB to a list of seventy-one staff',
      draft: { to: ['all-staff@oakfield.example'], attachments: [film(15)] },
      organisation: allStaff(71),
      situations: ['reach'],
      saw: 'The attachment is 15 MB and goes to 71 people.',
    },
    {
      name: 'an attached mail that does not say its size, beside a large file',
      draft: { attachments: [film(25), { name: 'Trip pack', size: null, kind: 'item' }] },
      situations: ['total'],
      saw: 'Attachments total at least 25 MB and go to at least 1 person.',
    },
    { name: 'pictures pasted into the text, which travel too', draft: { attachments: [{ ...film(21), inline: true }] }, situations: ['total'] },
    { name: 'an invitation with a large file', draft: { kind: 'appointment', attachments: [film(30)] }, situations: ['total'] },
    { name: 'a limit the owner has lowered', draft: { attachments: [film(6)] }, options: { totalMB: 5 }, situations: ['total'] },
  ],
  clears: [
    { name: 'no attachment', draft: { to: parents(300) } },
    { name: 'a letter to a colleague', draft: { attachments: [film(1)] } },
    { name: 'a file just under the limit', draft: { attachments: [film(19.9)] } },
    { name: 'a large film that is only linked', draft: { to: parents(40), attachments: [film(900, 'link')] } },
    { name: 'a linked film beside a small letter', draft: { attachments: [film(900, 'link'), film(1)] } },
    { name: 'a PDF newsletter of half a megabyte to four hundred parents', draft: { bcc: parents(400), attachments: [film(0.5)] } },
    { name: 'a poster of 3 MB to the seventy staff of a school', draft: { to: ['all-staff@oakfield.example'], attachments: [film(3)] }, organisation: allStaff(71) },
    { name: 'a list of unknown size, which counts as one', draft: { to: ['all-staff@oakfield.example'], attachments: [film(15)] }, organisation: allStaff(null) },
    { name: 'a signature picture to many', draft: { to: parents(200), attachments: [{ ...film(0.02), inline: true }] } },
    { name: 'a governors’ pack of 14 MB to twelve governors', draft: { to: parents(12), attachments: [film(14)] } },
    { name: 'photographs of 10 MB to a parent', draft: { to: parents(1), attachments: [film(10)] } },
    { name: 'slides of 18 MB for a team of eight', draft: { to: parents(8), attachments: [film(18)] } },
    { name: 'five files that together stay under the limit', draft: { attachments: [film(3), film(3), film(3), film(3), film(3)] } },
    { name: 'a scanned form of 2 MB to a list of a hundred', draft: { to: parents(100), attachments: [film(2)] } },
    { name: 'an attached mail that does not say its size, alone', draft: { attachments: [{ name: 'Trip pack', size: null, kind: 'item' }] } },
    { name: 'an invitation with an agenda', draft: { kind: 'appointment', to: parents(30), attachments: [film(0.3)] } },
    { name: 'a limit the owner has raised', draft: { attachments: [film(40)] }, options: { totalMB: 50 } },
  ],
};
