import type { RuleCases } from '../story';

const planning = [{ name: 'Planning week 9.txt', text: 'Monday: fractions. Tuesday: decimals.' }];
const sam = 'Sam Fielding <sam.fielding@oakfield.example>';
const own = 'sam.t.fielding@gmail.com';

/** UPNs of invented pupils, with their check letters. */
const UPNS = 'H801200001001 K801200001002 M801200001003 P801200001004 R801200001005 U801200001006 W801200001007 Z801200001008 B801200001009 V801200001010 X801200001011 A801200001012'.split(' ');
const register = (count: number) => [{ name: 'Y5 support list.csv', text: `Name,UPN,SEN status\n${UPNS.slice(0, count).map((upn, index) => `Pupil ${'ABCDEFGHIJKL'.charAt(index)} Test,${upn},K`).join('\n')}\n` }];

export const cases: RuleCases = {
  finds: [
    {
      name: 'planning forwarded to one’s own Gmail',
      draft: { from: sam, to: [own], subject: 'FW: Planning', thread: 'forward', attachments: planning },
      situations: ['work'],
      saw: 'sam.t.fielding@gmail.com looks like your own account, and this looks like work.',
    },
    {
      name: 'two files to one’s own account',
      draft: { from: sam, to: [own], attachments: [...planning, { name: 'Week 10.txt', text: 'Monday: decimals.' }] },
      situations: ['work'],
      advice: 'remove the address and open the files at home in OneDrive or Outlook on the web. Not yours, or not work? Give a reason.',
    },
    { name: 'one’s own account in Bcc of a mail to colleagues', draft: { from: sam, bcc: [own], attachments: planning }, situations: ['work'] },
    { name: 'words about a class, with no file', draft: { from: sam, to: [own], subject: 'Reports', body: 'Finish the reports and the seating plan for the class tonight.' }, situations: ['work'] },
    {
      name: 'a colleague’s mail passed on to one’s own account',
      draft: { from: sam, to: [own], thread: 'forward', body: 'For later.', quoted: 'From: Kit Lowe <kit@oakfield.example>\nSent: 17 November 2026 09:00\nTo: Sam Fielding <sam.fielding@oakfield.example>\nSubject: Thursday\n\nSee you then.' },
      situations: ['work'],
    },
    { name: 'two pupils’ details', draft: { from: sam, to: [own], attachments: register(2) }, situations: ['with-sensitive'] },
    {
      name: 'twelve pupils’ details, which cannot be sent',
      draft: { from: sam, to: [own], attachments: register(12) },
      situations: ['bulk'],
      saw: "It has 12 pupils' SEN data and is going to sam.t.fielding@gmail.com, which looks like your own account.",
    },
    { name: 'ten pupils’ details, the number from which it counts', draft: { from: sam, to: [own], attachments: register(10) }, situations: ['bulk'] },
    {
      name: 'an address the person has said is theirs, whatever it is called',
      draft: { from: sam, to: ['mountain.goat@yahoo.co.uk'], attachments: planning, personal: { ownAddresses: ['mountain.goat@yahoo.co.uk'] } },
      situations: ['work'],
      saw: 'mountain.goat@yahoo.co.uk is your own account, and this looks like work.',
    },
    { name: 'an address of their own at a domain of their own', draft: { from: sam, to: ['me@fielding-family.example'], attachments: planning, personal: { ownAddresses: ['me@fielding-family.example'] } }, situations: ['work'] },
    { name: 'initial and surname', draft: { from: sam, to: ['s.fielding82@hotmail.co.uk'], attachments: planning }, situations: ['work'] },
    { name: 'an address that shows the sender’s own name', draft: { from: sam, to: ['Sam Fielding <oakfield82@gmail.com>'], attachments: planning }, situations: ['work'] },
    { name: 'the surname alone, where the owner wants it loose', draft: { from: sam, to: ['fielding82@gmail.com'], attachments: planning }, options: { nameMatch: 'loose' }, situations: ['work'] },
    { name: 'a private line to oneself, as a note only', draft: { from: sam, to: [own], subject: 'Shopping', body: 'Milk, bread, cat food.' }, situations: ['plain'] },
    { name: 'a meeting with one’s own account as a guest', draft: { kind: 'appointment', from: sam, to: ['kit@oakfield.example', own], subject: 'Staff meeting', body: 'Agenda: the budget, reports.' }, situations: ['work'] },
    {
      name: 'a request to write to a personal address',
      draft: { from: sam, to: ['k.parent@outlook.com'], body: 'You can email me at coach.fields@gmail.com any time.' },
      situations: ['replies-there'],
      saw: 'This asks people to write to coach.fields@gmail.com, a personal account.',
    },
    { name: 'one’s own account in a signature', draft: { from: sam, to: ['coach@fellside-club.example'], body: 'See you Saturday.\n\nSam Fielding\nE: sam.fielding@gmail.com' }, situations: ['replies-there'] },
    { name: 'answers of a pupil that are to go to a personal account', draft: { from: sam, to: ['ada@pupils.oakfield.example'], replyTo: 'coach.fields@gmail.com' }, organisation: { pupilDomains: ['pupils.oakfield.example'] }, situations: ['replies-there'] },
    { name: 'answers that are to go to a personal account', draft: { from: sam, to: ['coach@fellside-club.example'], replyTo: 'coach.fields@gmail.com' }, situations: ['replies-there'] },
    { name: 'two payslips of other people', draft: { from: sam, to: [own], attachments: [{ name: 'Payslips.csv', text: `Name,UPN\n${UPNS.slice(0, 3).map((upn, index) => `${'ABC'.charAt(index)} Test,${upn}`).join('\n')}\n` }] }, situations: ['with-sensitive'] },
  ],
  clears: [
    { name: 'one’s own account given to a pupil in the text, of which another rule speaks', draft: { from: sam, to: ['ada@pupils.oakfield.example'], body: 'Send it to me.\n\nSam Fielding\nE: sam.fielding@gmail.com' }, organisation: { pupilDomains: ['pupils.oakfield.example'] } },
    { name: 'an address the organisation allows, whatever the name', draft: { from: sam, to: [own], attachments: planning }, organisation: { allowedAddresses: [{ address: own, why: 'Agreed', expires: null }] } },
    { name: 'an address that has been marked “not mine”', draft: { from: sam, to: [own], attachments: planning, personal: { notMine: [own] } } },
    { name: 'a parent with the same surname', draft: { from: sam, to: ['rachel.fielding@gmail.com'], attachments: planning } },
    { name: 'a parent with the same surname and initial, who is shown by name', draft: { from: sam, to: ['Sarah Fielding <s.fielding@gmail.com>'], attachments: planning } },
    { name: 'a family’s address', draft: { from: sam, to: ['thefieldings@gmail.com'], attachments: planning } },
    { name: 'the surname alone', draft: { from: sam, to: ['fielding82@gmail.com'], attachments: planning } },
    { name: 'somebody with the same first name', draft: { from: sam, to: ['sam.okafor@gmail.com'], attachments: planning } },
    { name: 'a firm with the sender’s name, at its own domain', draft: { from: sam, to: ['sam.fielding@fielding-builders.example'], attachments: planning } },
    { name: 'one’s own work address', draft: { from: sam, to: ['sam.fielding@oakfield.example'], attachments: planning } },
    { name: 'a colleague of the same name', draft: { from: sam, to: ['s.fielding@marsh-lane.example'], attachments: planning } },
    { name: 'one’s own payslip', draft: { from: sam, to: [own], subject: 'FW: November', attachments: [{ name: 'Payslip_Nov_2026.txt', text: 'Net pay' }] } },
    { name: 'a payslip that HR sends to an employee’s own address', draft: { from: 'HR <hr@oakfield.example>', to: [own], attachments: [{ name: 'P60 2026.txt', text: 'Pay' }] } },
    { name: 'a name match that the owner has switched off', draft: { from: sam, to: [own], attachments: planning }, options: { nameMatch: 'off' } },
    { name: 'a shared mailbox writing to a parent', draft: { from: 'Oakfield Office <office@oakfield.example>', to: ['office.party@gmail.com'], attachments: planning } },
    { name: 'a volunteer who writes from a personal account', draft: { from: 'Sam Fielding <sam.fielding@hotmail.com>', to: [own], attachments: planning } },
    { name: 'a leaver who says where to find them', draft: { from: sam, body: 'It is my last day on Friday. Keep in touch: my email is sam.fielding@gmail.com.' } },
    { name: 'a personal address given to payroll', draft: { from: sam, to: ['payroll@oakfield.example'], body: 'After the move my personal email is sam.fielding@gmail.com.' } },
    { name: 'a parent’s address passed to the office', draft: { from: sam, to: ['office@oakfield.example'], body: 'New contact for Ada: k.parent@gmail.com, her mother.' } },
    { name: 'somebody else’s address', draft: { from: sam, to: ['kit@oakfield.example'], body: 'Send it to my wife at rachel.f@gmail.com, she has the tickets.' } },
    { name: 'a club’s address in a newsletter', draft: { from: sam, to: ['k.parent@outlook.com'], body: 'To join the club, write to oakfield.chess.club@gmail.com.' } },
    { name: 'a thread in which a personal address stands', draft: { from: sam, to: ['k.parent@outlook.com'], thread: 'reply', body: 'Thank you.', quoted: 'You can email me at k.parent2@gmail.com.' } },
  ],
};
