import type { RuleCases } from '../story';

const file = [{ name: 'menu.txt', text: 'Pasta on Monday, fish on Friday.' }];
const register = [
  { name: 'register.csv', text: 'Name,UPN\nA Test,H801200001001\nB Test,P207000016049\n' },
];

export const cases: RuleCases = {
  finds: [
    { name: 'a plain note to a personal address, as a note only', draft: { to: ['k.parent@gmail.com'] }, situations: ['plain'] },
    {
      name: 'a file to a personal address, where the school has no list of contacts',
      draft: { to: ['k.parent@hotmail.co.uk'], attachments: file },
      situations: ['with-file'],
      saw: 'k.parent@hotmail.co.uk is a personal address, and a file is attached.',
    },
    {
      name: "a file to a personal address that is not in the school's list of contacts",
      draft: { to: ['k.parent@hotmail.co.uk'], attachments: file },
      organisation: { registeredContacts: ['d5ce81ae96b1b8638661c29c531a5458'] },
      situations: ['with-file'],
      saw: "k.parent@hotmail.co.uk is a personal address that is not in the school's contact list, and a file is attached.",
    },
    {
      name: 'a file to three personal addresses, one of them in the list of contacts',
      draft: { to: ['j.example.pupil@gmail.com', 'k.parent@hotmail.co.uk', 'r.parent@icloud.com'], attachments: file },
      organisation: { registeredContacts: ['d5ce81ae96b1b8638661c29c531a5458'] },
      situations: ['with-file'],
      saw: "2 addresses here are personal and not in the school's contact list, and a file is attached.",
    },
    { name: 'an invitation to a personal address', draft: { kind: 'appointment', to: ['k.parent@gmail.com'] }, situations: ['plain'] },
    { name: 'a personal address in Bcc', draft: { bcc: ['k.parent@outlook.com'] }, situations: ['plain'] },
    { name: 'a personal address written in capitals', draft: { to: ['K.PARENT@GMAIL.COM'] }, situations: ['plain'] },
    {
      name: 'a reply to a personal address with a pupil list attached',
      draft: { to: ['k.parent@gmail.com'], thread: 'reply', attachments: register },
      situations: ['with-sensitive'],
      saw: 'k.parent@gmail.com is a personal address, and this has personal details in it.',
    },
    {
      name: 'a reply that another personal address is added to, with a child told of below',
      draft: { to: ['k.parent@gmail.com'], cc: ['gran@outlook.com'], subject: 'RE: Theo', thread: 'reply', body: 'Thank you.', quoted: 'From: Kim Parent <k.parent@gmail.com>\nSent: Monday\nTo: dee.marlow@oakfield.example\nSubject: Theo\n\nTheo Khan has an EHCP and takes Ritalin at noon.' },
      situations: ['with-sensitive'],
    },
    {
      name: 'a mail about a child, passed on to a personal address',
      draft: { to: ['k.parent@gmail.com'], subject: 'FW: Theo', thread: 'forward', body: 'As promised.', quoted: 'From: Kim Parent <s.tutor@fellside.example>\nSent: Monday\nTo: dee.marlow@oakfield.example\nSubject: Theo\n\nTheo Khan has an EHCP and takes Ritalin at noon.' },
      situations: ['with-sensitive'],
    },
    {
      name: 'a reply, where the owner wants replies looked at too',
      draft: { to: ['k.parent@gmail.com'], thread: 'reply', attachments: file },
      options: { replyExempt: false },
      situations: ['with-file'],
    },
    {
      name: 'a pupil list to two personal addresses, said once',
      draft: { to: ['k.parent@gmail.com', 'r.parent@icloud.com'], attachments: register },
      situations: ['with-sensitive'],
      saw: '2 addresses here are personal, and this has personal details in it.',
    },
    {
      name: 'two files to a personal address',
      draft: { to: ['k.parent@gmail.com'], attachments: [{ name: 'menu.txt', text: 'Pasta on Monday.' }, { name: 'map.txt', text: 'Turn left.' }] },
      situations: ['with-file'],
      saw: 'k.parent@gmail.com is a personal address, and files are attached.',
      advice: 'check it is the right person and the right files.',
    },
    {
      name: 'two hundred parents at one provider',
      draft: { to: Array.from({ length: 200 }, (_, index) => `parent${index}@gmail.com`) },
      situations: ['plain'],
      saw: '200 addresses here are personal.',
    },
    {
      name: 'an allowed address whose permission has run out',
      draft: { to: ['k.parent@gmail.com'] },
      organisation: { allowedAddresses: [{ address: 'k.parent@gmail.com', why: 'Registered contact', expires: '2026-08-31' }] },
      situations: ['plain'],
    },
  ],
  clears: [
    { name: 'a colleague', draft: { to: ['kit@oakfield.example'] } },
    { name: 'an organisation outside', draft: { to: ['office@fellside-centre.example'], attachments: file } },
    { name: 'a reply to a parent, with what the parent wrote of the child below it', draft: { to: ['k.parent@gmail.com'], subject: 'RE: Theo', thread: 'reply', body: 'Thank you, see you then.', quoted: 'From: Kim Parent <k.parent@gmail.com>\nSent: Monday\nTo: dee.marlow@oakfield.example\nSubject: Theo\n\nTheo Khan has an EHCP and takes Ritalin at noon.' } },
    { name: 'a reply to a parent, whose quotation does not say who had it', draft: { to: ['k.parent@gmail.com'], subject: 'RE: Theo', thread: 'reply', body: 'Thank you.', quoted: 'On Mon, 3 Mar 2025 at 10:00, Kim Parent <k.parent@gmail.com> wrote:\nTheo Khan has an EHCP.' } },
    { name: 'a reply to a personal address without sensitive data', draft: { to: ['k.parent@gmail.com'], thread: 'reply', attachments: file } },
    {
      name: 'an address the organisation allows',
      draft: { to: ['k.parent@gmail.com'], attachments: file },
      organisation: { allowedAddresses: [{ address: 'K.Parent@gmail.com', why: 'Registered contact', expires: '2027-08-31' }] },
    },
    { name: 'a domain that only ends like a personal one', draft: { to: ['info@notgmail.com'], attachments: file } },
    { name: 'a domain that only begins like a personal one', draft: { to: ['info@gmail.com.evil.example'], attachments: file } },
    { name: 'a signature picture to a personal address in a reply', draft: { to: ['k.parent@gmail.com'], thread: 'reply' } },
    { name: 'a partner of the organisation', draft: { to: ['ward@nhs.net'], attachments: file } },
    { name: 'a pupil at the school’s own address', draft: { to: ['p@pupils.oakfield.example'] }, organisation: { pupilDomains: ['pupils.oakfield.example'] } },
    { name: 'a supplier', draft: { to: ['orders@books-direct.example'], attachments: file } },
    { name: 'a university', draft: { to: ['admissions@example.ac.uk'], attachments: file } },
    { name: 'a school of another trust', draft: { to: ['office@marsh.sch.uk'], attachments: file } },
    { name: 'a recipient without an address', draft: { to: ['Year 5 parents'], attachments: file } },
    { name: 'a company whose own domain has a provider’s name in it', draft: { to: ['info@outlook-blinds.example'], attachments: file } },
    { name: 'a subdomain that only sounds like a provider', draft: { to: ['x@gmail.oakfield-supplies.example'], attachments: file } },
    { name: 'colleagues at two schools of the trust', draft: { to: ['a@oakfield.example', 'b@marsh-lane.example'], attachments: file } },
  ],
};
