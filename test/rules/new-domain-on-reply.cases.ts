import type { RuleCases } from '../story';

const said = 'We met on Monday and agreed that the review of the plan is due in March. Both teams will bring their notes, and the minutes will be shared with the people who were there and with nobody else for now.';
const quoted = `From: Sam Field <sam@fellside.example>\nSent: Monday\nTo: Dee Marlow <dee.marlow@oakfield.example>; Jo Reed <jo@county.example>\nSubject: Review\n\n${said}`;
const gmail = `From: K Parent <k.parent@gmail.com>\nSent: Monday\nTo: dee.marlow@oakfield.example\nSubject: Review\n\n${said}`;
const byName = `From: Sam Field <sam@fellside.example>\nSent: Monday\nTo: Dee Marlow; Reed, Jo\nCc: Mark Hale (Travel Desk)\nSubject: Review\n\n${said}`;
const reply = { thread: 'reply' as const, subject: 'RE: Review' };

export const cases: RuleCases = {
  finds: [
    {
      name: 'a stranger added in Cc',
      draft: { ...reply, to: ['sam@fellside.example'], cc: ['news@gazette.example'], quoted },
      situations: ['added'],
      saw: 'news@gazette.example was not in this conversation before. The emails quoted below go there too.',
    },
    { name: 'a stranger added in Bcc', draft: { ...reply, to: ['sam@fellside.example'], bcc: ['news@gazette.example'], quoted }, situations: ['added'] },
    { name: 'a parent’s partner, where another at the same provider took part', draft: { ...reply, to: ['k.parent@gmail.com', 'r.parent@gmail.com'], quoted: gmail }, situations: ['added'] },
    {
      name: 'two strangers, said once',
      draft: { ...reply, to: ['a@gazette.example', 'b@herald.example'], quoted },
      situations: ['added'],
      saw: '2 people outside were not in this conversation before. The emails quoted below go to them too.',
    },
    { name: 'a stranger beside people who are quoted by name only', draft: { ...reply, to: ['Ann Other <ann@gazette.example>'], quoted: byName }, situations: ['added'] },
    {
      name: 'a partner, where the owner wants to hear of partners',
      draft: { ...reply, to: ['ward@nhs.net'], quoted },
      options: { partners: true },
      situations: ['added'],
    },
    { name: 'a thread of just the shortest length', draft: { ...reply, to: ['a@gazette.example'], quoted: quoted.slice(0, 200) }, situations: ['added'], fixes: ['remove-recipient'] },
    { name: 'a stranger who shares a first name with one who is quoted by name only', draft: { ...reply, to: ['Jo Other <jo.other@gazette.example>'], quoted: byName }, situations: ['added'] },
    { name: 'four strangers, as many of whom are shown as the owner set', draft: { ...reply, to: ['a', 'b', 'c', 'd'].map((name) => `${name}@gazette.example`), quoted }, situations: ['added'], shows: ['a@gazette.example', 'b@gazette.example', 'c@gazette.example'] },
    { name: 'a short thread, where the owner looks at all', draft: { ...reply, to: ['a@gazette.example'], quoted: quoted.slice(0, 150) }, options: { shortestThread: 0 }, situations: ['added'] },
  ],
  clears: [
    { name: 'an answer to the one who wrote', draft: { ...reply, to: ['sam@fellside.example'], quoted } },
    { name: 'an answer to all who took part', draft: { ...reply, to: ['sam@fellside.example', 'jo@county.example'], quoted } },
    { name: 'a colleague of the one who wrote', draft: { ...reply, to: ['sam@fellside.example', 'new@fellside.example'], quoted } },
    { name: 'a colleague of our own', draft: { ...reply, to: ['sam@fellside.example', 'kit@oakfield.example'], quoted } },
    { name: 'a parent who wrote from Gmail', draft: { ...reply, to: ['K.Parent@gmail.com'], quoted: gmail } },
    { name: 'a partner of the organisation', draft: { ...reply, to: ['sam@fellside.example', 'ward@nhs.net'], quoted } },
    { name: 'somebody whom the headers give by name only', draft: { ...reply, to: ['Jo Reed <j.reed@county.example>'], quoted: byName } },
    { name: 'somebody by name only, with the desk beside it', draft: { ...reply, to: ['Mark Hale <mh@travel.example>'], quoted: byName } },
    { name: 'somebody whose address says the name that is quoted', draft: { ...reply, to: ['jo.reed@county.example'], quoted: byName } },
    { name: 'a thread whose headers give no address', draft: { ...reply, to: ['a@gazette.example'], quoted: `From: Sam Field\nTo: Dee Marlow\nSubject: Review\n\n${said}` } },
    { name: 'a thread whose quotation names its author alone', draft: { ...reply, to: ['a@gazette.example'], quoted: `On Mon, 3 Mar 2025 at 10:00, Sam <sam@fellside.example> wrote:\n${said}` } },
    { name: 'a thread whose quotation has no headers', draft: { ...reply, to: ['a@gazette.example'], quoted: said } },
    { name: 'a thread that was deleted', draft: { ...reply, to: ['a@gazette.example'] } },
    { name: 'a thread one character short', draft: { ...reply, to: ['a@gazette.example'], quoted: quoted.slice(0, 199) } },
    { name: 'a short thread', draft: { ...reply, to: ['a@gazette.example'], quoted: quoted.slice(0, 150) } },
    { name: 'a mail that is passed on, where a new reader is the point', draft: { thread: 'forward', subject: 'FW: Review', to: ['a@gazette.example'], quoted } },
    { name: 'a new email', draft: { to: ['a@gazette.example'] } },
    {
      name: 'an address that the organisation allows',
      draft: { ...reply, to: ['a@gazette.example'], quoted },
      organisation: { allowedAddresses: [{ address: 'a@gazette.example', why: 'our press office', expires: null }] },
    },
    { name: 'a copy to oneself at another address', draft: { ...reply, to: ['sam@fellside.example', 'dee.marlow@oakfield.example'], quoted } },
    { name: 'a pupil, whom another rule looks after', draft: { ...reply, to: ['p@pupils.oakfield.example'], quoted }, organisation: { pupilDomains: ['pupils.oakfield.example'] } },
    { name: 'an invitation to somebody new', draft: { kind: 'appointment', to: ['a@gazette.example'], quoted } },
  ],
};
