import type { RuleCases } from '../story';

const parents = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `parent${index + from}@${index % 2 === 0 ? 'gmail.com' : 'hotmail.co.uk'}`);
const officers = (count: number, domain = 'fellside-council.example'): string[] => Array.from({ length: count }, (_, index) => `officer${index}@${domain}`);
const schools = (count: number): string[] => Array.from({ length: count }, (_, index) => `head@school${index}.example`);
const partner = [{ domain: '*.partner.example', purpose: 'Multi-agency work', expires: null }];
/** What Outlook writes above the mail that is answered. */
const answered = (people: readonly string[]): string =>
  `From: Coach <coach@fellside-club.example>\nSent: 17 November 2026 09:00\nTo: ${people.map((address) => `Guest <${address}>`).join('; ')}\nSubject: Fixtures\n\nHere they are.`;

export const cases: RuleCases = {
  finds: [
    {
      name: 'thirty-one parents in Cc',
      draft: { cc: parents(31) },
      situations: ['visible'],
      saw: '31 outside addresses in Cc will see each other.',
      fixes: ['move-to-bcc'],
    },
    { name: 'ten parents in To, the number from which it counts', draft: { to: parents(10) }, situations: ['visible'] },
    {
      name: 'parents in To and Cc together',
      draft: { to: parents(6), cc: parents(6, 6) },
      situations: ['visible'],
      saw: '12 outside addresses in To and Cc will see each other.',
    },
    { name: 'two hundred parents at two providers, whom a count of domains would miss', draft: { to: parents(200) }, situations: ['visible'] },
    { name: 'twelve heads of other schools', draft: { to: schools(12) }, situations: ['visible'] },
    {
      name: 'parents of a SEN group, for whom Bcc is not enough',
      draft: { to: parents(12), subject: 'SEN coffee morning' },
      situations: ['sensitive-group'],
      saw: '12 outside addresses in To will see each other, and the subject says what they share.',
      fixes: [],
    },
    {
      name: 'parents invited to a meeting, who see each other too',
      draft: { kind: 'appointment', to: parents(11) },
      situations: ['visible'],
      saw: '11 outside people on this invitation will see each other.',
      fixes: [],
    },
    {
      name: 'as many recipients as Outlook gives, which may be more',
      draft: { to: parents(500), atLeast: true },
      situations: ['visible'],
      saw: 'At least 500 outside addresses in To will see each other.',
    },
    {
      name: 'a reply that adds a dozen parents who were not in the thread',
      draft: { thread: 'reply', to: ['coach@fellside-club.example'], cc: parents(12), quoted: answered(['dee.marlow@oakfield.example']) },
      situations: ['visible'],
    },
    { name: 'a dozen parents at one provider, who are no colleagues', draft: { to: Array.from({ length: 12 }, (_, index) => `parent${index}@gmail.com`) }, situations: ['visible'] },
    { name: 'a forward to many parents', draft: { thread: 'forward', to: parents(12), quoted: answered(parents(12)) }, situations: ['visible'] },
    { name: 'a smaller number where the owner has set one', draft: { to: parents(5) }, options: { visible: 5 }, situations: ['visible'] },
    { name: 'colleagues of one council among parents', draft: { to: [...officers(8), ...parents(3)] }, situations: ['visible'] },
  ],
  clears: [
    { name: 'thirty parents in Bcc', draft: { to: ['office@oakfield.example'], bcc: parents(30) } },
    { name: 'nine parents of a team', draft: { to: parents(9) } },
    { name: 'a PTA committee of seven with a copy to the office', draft: { to: parents(7), cc: ['office@oakfield.example'] } },
    { name: 'both parents of a child', draft: { to: parents(2) } },
    { name: 'sixty colleagues', draft: { to: Array.from({ length: 60 }, (_, index) => `person${index}@oakfield.example`) } },
    { name: 'colleagues of the other schools of the trust', draft: { to: Array.from({ length: 20 }, (_, index) => `person${index}@marsh-lane.example`) } },
    { name: 'twelve officers of one council, who are colleagues', draft: { to: officers(12) } },
    { name: 'a multi-agency group of partners', draft: { to: [...officers(8, 'police.partner.example'), ...officers(8, 'health.partner.example')] }, organisation: { partners: partner } },
    { name: 'partners and a few others', draft: { to: [...officers(9, 'health.partner.example'), ...schools(4)] }, organisation: { partners: partner } },
    { name: 'a reply to all in a thread where all have seen each other', draft: { thread: 'reply', to: parents(14), quoted: answered(parents(14)) } },
    { name: 'a reply to all that adds two', draft: { thread: 'reply', to: [...parents(14), 'new1@gmail.com', 'new2@gmail.com'], quoted: answered(parents(14)) } },
    { name: 'one parent many times over', draft: { to: Array.from({ length: 12 }, () => 'Parent0@GMAIL.com') } },
    { name: 'a parents’ list, which is one address', draft: { to: ['year5-parents@lists.example'], lists: ['year5-parents@lists.example'] } },
    { name: 'a supplier, a caterer and a coach firm', draft: { to: ['a@supplies.example', 'b@catering.example', 'c@coaches.example'] } },
    { name: 'a work-experience round to nine firms', draft: { to: schools(9) } },
    { name: 'names that have not been resolved', draft: { to: Array.from({ length: 15 }, (_, index) => `Name ${index}`) } },
    { name: 'an invitation for colleagues and two trainers', draft: { kind: 'appointment', to: Array.from({ length: 30 }, (_, index) => `person${index}@oakfield.example`), cc: schools(2) } },
    { name: 'pupils of a class at their school addresses', draft: { to: Array.from({ length: 28 }, (_, index) => `pupil${index}@pupils.oakfield.example`) }, organisation: { pupilDomains: ['pupils.oakfield.example'] } },
    { name: 'a larger number where the owner has set one', draft: { to: parents(20) }, options: { visible: 25 } },
  ],
};
