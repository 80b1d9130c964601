import type { RuleCases } from '../story';

const organisation = { internalDomains: ['oakfield-academy.example'], groups: [] };
const from = 'Dee Marlow <dee@oakfield-academy.example>';
const asks = 'Are you at your desk? I need gift cards for a pupil prize today. Do not phone, I am in a meeting.';
const block = (sender: string, words = asks): string => `From: ${sender}\nSent: Monday\nTo: dee@oakfield-academy.example\nSubject: Quick task\n\n${words}`;
const reply = { thread: 'reply' as const, subject: 'RE: Quick task', body: 'Which ones?', from };

const answersTo = (writes: string, takes: string): string => `From: sales@${writes}\nReply-To: desk@${takes}\nTo: dee@oakfield-academy.example\nSubject: Order\n\nYour order.`;
const sameFirms: readonly (readonly [writes: string, takes: string])[] = [['books.example', 'help.books.example'], ['mail.books.co.example', 'help.books.co.example'], ['hq.example', 'mail.hq.example'], ['books.sch.example', 'a.b.books.sch.example']];
const otherFirms: readonly (readonly [writes: string, takes: string])[] = [['books.example', 'prints.example'], ['books.co.example', 'prints.co.example'], ['mail.books.example', 'mail.prints.example']];

export const cases: RuleCases = {
  finds: [
    {
      name: 'a head’s name, and an answer that goes to Gmail',
      draft: { ...reply, to: ['head.office2026@gmail.com'], quoted: block('Head <head@oakfield-academy.example>') },
      organisation,
      situations: ['answers-elsewhere'],
      saw: 'You are answering an email from head@oakfield-academy.example, but your reply goes to head.office2026@gmail.com.',
    },
    { name: 'a partner’s name, and an answer to another domain', draft: { ...reply, to: ['ward.nhs@payments-desk.example'], quoted: block('ward@nhs.net') }, organisation, situations: ['answers-elsewhere'] },
    {
      name: 'a Reply-To line that stands in the thread',
      draft: { ...reply, to: ['head.desk@mailbox.example'], quoted: `From: head@fellside.example\nReply-To: head.desk@mailbox.example\nTo: dee@oakfield-academy.example\nSubject: Hi\n\n${asks}` },
      organisation,
      situations: ['answers-elsewhere'],
    },
    ...otherFirms.map(([writes, takes]) => ({ name: `a firm at ${writes} whose answers ${takes} takes`, draft: { ...reply, to: [`desk@${takes}`], quoted: answersTo(writes, takes) }, organisation, situations: ['answers-elsewhere' as const] })),
    { name: 'an email from a domain that is nearly our own', draft: { ...reply, to: ['head@oakfeild-academy.example'], quoted: block('head@oakfeild-academy.example') }, organisation, situations: ['lookalike'] },
    { name: 'such an email passed on to colleagues', draft: { ...reply, thread: 'forward', to: ['kit@oakfield-academy.example'], quoted: block('head@oakfeild-academy.example') }, organisation, situations: ['lookalike'] },
    { name: 'an email that the gateway does not trust', draft: { ...reply, to: ['a@books-direct.example'], quoted: block('a@books-direct.example', 'Possible phishing\nPay now.') }, organisation, situations: ['marked'] },
    { name: 'a mark that the gateway puts before the subject', draft: { ...reply, to: ['a@books-direct.example'], quoted: block('a@books-direct.example', 'Subject: [SUSPICIOUS] Updated bank details\n\nPlease change them today.') }, organisation, situations: ['marked'], saw: "The email below is marked '[suspicious]'." },
    { name: 'a mark of the owner’s gateway', draft: { ...reply, to: ['a@books-direct.example'], quoted: block('a@books-direct.example', '[TRUST: beware]\nPay.') }, organisation, options: { marks: ['trust: beware'] }, situations: ['marked'] },
  ],
  clears: [
    ...sameFirms.map(([writes, takes]) => ({ name: `a firm at ${writes} that takes its answers at ${takes}`, draft: { ...reply, to: [`desk@${takes}`], quoted: answersTo(writes, takes) }, organisation })),
    { name: 'an answer to the one who wrote', draft: { ...reply, to: ['accounts@books-direct.example'], quoted: block('accounts@books-direct.example') }, organisation },
    { name: 'an answer to a colleague of theirs', draft: { ...reply, to: ['help@books-direct.example'], quoted: block('accounts@books-direct.example') }, organisation },
    { name: 'a mailing list that takes the answers for people outside', draft: { ...reply, to: ['talk@maths-teachers.example'], quoted: block('sam@fellside.example') }, organisation },
    { name: 'another domain of the same company', draft: { ...reply, to: ['help@support.books-direct.example'], quoted: block('accounts@mail.books-direct.example') }, organisation },
    { name: 'a parent whose mail a colleague passed on', draft: { ...reply, to: ['k.parent@gmail.com'], quoted: `${block('kit@oakfield-academy.example')}\n\nFrom: K Parent <k.parent@gmail.com>\nSubject: Shoes` }, organisation },
    { name: 'a ticket system that writes from a mailbox without answers', draft: { ...reply, to: ['support@ticketing.example'], quoted: block('no-reply@tickets.example') }, organisation },
    { name: 'a partner who was added', draft: { ...reply, to: ['ward@nhs.net'], quoted: block('accounts@books-direct.example') }, organisation },
    { name: 'an answer to a colleague', draft: { ...reply, to: ['head@oakfield-academy.example'], quoted: block('head@oakfield-academy.example') }, organisation },
    { name: 'an answer to a colleague about a mail from outside', draft: { ...reply, to: ['kit@oakfield-academy.example'], quoted: block('accounts@books-direct.example') }, organisation },
    { name: 'a false email passed on to the help desk', draft: { ...reply, thread: 'forward', to: ['helpdesk@oakfield-academy.example'], quoted: block('head@oakfeild-academy.example') }, organisation },
    { name: 'a false email passed on to the contact that is named', draft: { ...reply, thread: 'forward', to: ['sam@oakfield-academy.example'], quoted: block('a@b.example', 'Possible phishing') }, organisation: { ...organisation, contacts: { it: 'IT: sam@oakfield-academy.example' } } },
    { name: 'a false email passed on to a reporting service', draft: { ...reply, thread: 'forward', to: ['report@phishing.gov.uk'], quoted: block('a@b.example', 'Possible phishing') }, organisation, options: { reportingRecipients: ['report@phishing.gov.uk'] } },
    { name: 'the banner that all mail from outside has', draft: { ...reply, to: ['a@books-direct.example'], quoted: block('a@books-direct.example', 'CAUTION: This email originated from outside the Trust.') }, organisation },
    { name: 'an invitation, which answers no email', draft: { kind: 'appointment', from, to: ['a@books-direct.example'], quoted: block('head@oakfeild-academy.example') }, organisation },
    { name: 'a thread without addresses', draft: { ...reply, to: ['k.parent@gmail.com'], quoted: 'From: Head\nTo: Dee\nSubject: Hi\n\nHello' }, organisation },
    { name: 'a mail passed on to somebody new', draft: { ...reply, thread: 'forward', to: ['k.parent@gmail.com'], quoted: block('kit@oakfield-academy.example') }, organisation },
    { name: 'a new email about phishing training', draft: { from, to: ['kit@oakfield-academy.example'], body: 'Possible phishing: how to tell. Training on Monday.' }, organisation },
    { name: 'an address that the organisation allows', draft: { ...reply, to: ['head.home@gmail.com'], quoted: block('head@oakfield-academy.example') }, organisation: { ...organisation, allowedAddresses: [{ address: 'head.home@gmail.com', why: 'the chair of governors', expires: null }] } },
    { name: 'an answer that also goes to the one who wrote', draft: { ...reply, to: ['accounts@books-direct.example', 'new@warehouse.example'], quoted: block('accounts@books-direct.example') }, organisation },
  ],
};
