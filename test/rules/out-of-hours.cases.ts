import type { RuleCases } from '../story';

const outside = ['office@fellside-centre.example'];
const hours = (start: string, end: string) => {
  const day = [start, end] as const;
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: null, sun: null };
};
const school = (over: object) => ({
  schools: [
    { id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: {}, ...over },
  ],
});
const list = (address: string, over: object) => ({ address, name: address, size: null, school: null, allStaff: false, reaches: null, members: [], ...over });
const term = [{ from: '2026-11-02', to: '2026-12-18' }];

export const cases: RuleCases = {
  finds: [
    { name: 'an evening to one colleague, which can be held until the morning', draft: { at: '2026-11-18T21:40:00Z' }, situations: ['colleagues'], shows: ['21:40 (evening)'], fixes: ['schedule'] },
    { name: 'an invitation in the evening, which Outlook cannot hold back', draft: { kind: 'appointment', at: '2026-11-18T21:40:00Z' }, situations: ['colleagues'], saw: 'It is 21:40, outside school hours, and this invitation goes to 1 colleague.', fixes: ['save-draft'] },
    { name: 'an evening mail that is scheduled for a later evening hour', draft: { at: '2026-11-18T20:00:00Z', deliverAt: '2026-11-18T21:40:00Z' }, situations: ['colleagues'], saw: 'This is scheduled for 21:40, outside school hours, and goes to 1 colleague.', advice: 'You may leave it. Or schedule it for 07:30 tomorrow.' },
    { name: 'a Friday evening, where tonight would leave the weekend', draft: { at: '2026-11-20T21:40:00Z' }, situations: ['colleagues'], advice: "You may send now. Or schedule it for 07:30 on Monday. If you send now, add 'no reply needed before then'." },
    {
      name: 'colleagues at 20:50 on a Tuesday',
      draft: { at: '2026-11-17T20:50:00Z', to: ['kit@oakfield.example', 'ana@oakfield.example'] },
      situations: ['colleagues'],
      saw: 'It is 20:50. School hours are 07:30 to 18:00, and this goes to 2 colleagues.',
    },
    {
      name: 'a list whose size is known, which is no one colleague',
      draft: { at: '2026-11-17T20:50:00Z', to: ['all-staff@oakfield.example'], lists: ['all-staff@oakfield.example'] },
      organisation: { groups: [list('All-Staff@oakfield.example', { size: 93, allStaff: true })] },
      situations: ['colleagues'],
      saw: 'It is 20:50. School hours are 07:30 to 18:00, and this goes to about 93 people.',
    },
    {
      name: 'a colleague and two lists, one of them in the list of all staff',
      draft: { at: '2026-11-21T10:00:00Z', to: ['kit@guests.oakfield.example', 'all-staff@oakfield.example', 'year4@oakfield.example'] },
      organisation: { internalDomains: ['oakfield.example', 'guests.oakfield.example'], groups: [list('all-staff@oakfield.example', { size: 93, allStaff: true }), list('year4@oakfield.example', { size: 6 })] },
      situations: ['colleagues'],
      saw: 'It is a day off, and this goes to about 94 people.',
    },
    {
      name: 'a list whose size nobody has said, without a number',
      draft: { at: '2026-11-17T20:50:00Z', to: ['year4@oakfield.example', 'kit@oakfield.example'] },
      organisation: { groups: [list('year4@oakfield.example', {})] },
      situations: ['colleagues'],
      saw: 'It is 20:50. School hours are 07:30 to 18:00, and this goes to colleagues.',
    },
    {
      name: 'a list of six, where the owner minds three colleagues',
      draft: { at: '2026-11-17T20:50:00Z', to: ['year4@oakfield.example'] },
      organisation: { groups: [list('year4@oakfield.example', { size: 6 })] },
      options: { minRecipients: 3 },
      situations: ['colleagues'],
    },
    { name: 'one minute before the day begins', draft: { at: '2026-11-18T07:29:59Z' }, situations: ['colleagues'] },
    { name: 'the very moment the day ends', draft: { at: '2026-11-18T18:00:00Z' }, situations: ['colleagues'] },
    { name: 'a Saturday morning', draft: { at: '2026-11-21T10:00:00Z' }, situations: ['colleagues'] },
    { name: 'Christmas Day', draft: { at: '2026-12-25T10:00:00Z' }, situations: ['colleagues'] },
    { name: 'the substitute day for Boxing Day', draft: { at: '2026-12-28T10:00:00Z' }, situations: ['colleagues'] },
    { name: 'half term, where the school has set its terms', draft: { at: '2026-10-28T10:00:00Z' }, organisation: school({ terms: term }), situations: ['colleagues'] },
    {
      name: 'half term, where the owner only wants a note for it',
      draft: { at: '2026-10-28T10:00:00Z' },
      organisation: school({ terms: term }),
      options: { nonTermDays: 'inform' },
      situations: ['holiday'],
    },
    { name: 'summer time: 18:30 on the clock is 17:30 in UTC', draft: { at: '2026-06-10T17:30:00Z' }, situations: ['colleagues'] },
    { name: 'a laptop abroad: the hour at school counts', draft: { at: '2026-11-18T14:30:00-05:00' }, situations: ['colleagues'] },
    { name: 'scheduled for the evening, though sent in the morning', draft: { at: '2026-11-18T10:00:00Z', deliverAt: '2026-11-18T21:00:00Z' }, situations: ['colleagues'] },
    { name: 'a Friday evening, without a word about tonight: the next school day is after the weekend', draft: { at: '2026-11-20T20:50:00Z' }, situations: ['colleagues'], advice: "You may send now. Or schedule it for 07:30 on Monday. If you send now, add 'no reply needed before then'." },
    { name: 'half an hour too early, without a word about tonight', draft: { at: '2026-11-18T07:00:00Z' }, situations: ['colleagues'], saw: 'It is 07:00. School hours are 07:30 to 18:00, and this goes to 1 colleague.' },
    { name: 'scheduled for a time that has passed already', draft: { at: '2026-11-17T20:50:00Z', deliverAt: '2026-11-17T09:00:00Z' }, situations: ['colleagues'] },
    { name: 'scheduled for the evening, to people outside', draft: { at: '2026-11-18T10:00:00Z', deliverAt: '2026-11-18T21:00:00Z', to: outside }, situations: ['outside'], saw: 'This is scheduled for 21:00, outside school hours.' },
    { name: 'only people outside, as a note', draft: { at: '2026-11-17T20:50:00Z', to: outside }, situations: ['outside'] },
    { name: 'people outside, asked to answer tonight', draft: { at: '2026-11-17T20:50:00Z', to: outside, body: 'Could you answer tonight?' }, situations: ['outside-urgent'] },
    { name: 'a late newsletter that says tonight far down, as a note', draft: { at: '2026-11-17T20:50:00Z', to: outside, body: `${'News of the term. '.repeat(120)}The play is tonight.` }, situations: ['outside'] },
    {
      name: 'an evening within the sender’s own working pattern, as a note',
      draft: { at: '2026-11-17T19:30:00Z', personal: { hours: hours('12:00', '20:00') } },
      situations: ['own-hours'],
      saw: "It is 19:30, outside school hours but within yours.",
    },
    { name: 'an evening after the sender’s own working pattern', draft: { at: '2026-11-17T20:30:00Z', personal: { hours: hours('12:00', '20:00') } }, situations: ['colleagues'] },
    { name: 'Christmas Day, whatever the sender’s weekly pattern', draft: { at: '2026-12-25T14:00:00Z', personal: { hours: hours('12:00', '20:00') } }, situations: ['colleagues'] },
    {
      name: 'a meeting sent to colleagues late, which no one can schedule',
      draft: { kind: 'appointment', at: '2026-11-17T20:50:00Z' },
      situations: ['colleagues'],
      saw: 'It is 20:50, outside school hours, and this invitation goes to 1 colleague.',
    },
    { name: 'a meeting with people outside, sent late', draft: { kind: 'appointment', at: '2026-11-17T20:50:00Z', to: outside }, situations: ['outside'], saw: 'It is 20:50, outside school hours.' },
    { name: "one school's shorter day", draft: { at: '2026-11-18T16:30:00Z' }, organisation: school({ hours: hours('08:00', '16:00') }), situations: ['colleagues'] },
    { name: 'an emergency word without high importance', draft: { at: '2026-11-17T20:50:00Z', subject: 'School closure tomorrow' }, situations: ['colleagues'] },
    { name: 'a leader, more than the hour they work longer', draft: { at: '2026-11-18T19:05:00Z' }, organisation: { audiences: { leader: ['dee.marlow@oakfield.example'] } }, situations: ['colleagues'] },
    { name: 'a leader at half past six, where the school gives leaders no longer day', draft: { at: '2026-11-18T18:30:00Z' }, organisation: { audiences: { leader: ['dee.marlow@oakfield.example'] } }, options: { minutesByAudience: { leader: 0 } }, situations: ['colleagues'] },
    { name: 'half term, where another works all year', draft: { at: '2026-10-28T10:00:00Z' }, organisation: school({ terms: term }), options: { allYearStaff: ['site@oakfield.example'] }, situations: ['colleagues'] },
    { name: 'an evening in half term, of somebody who works all year', draft: { at: '2026-10-28T20:00:00Z' }, organisation: school({ terms: term }), options: { allYearStaff: ['dee.marlow@oakfield.example'] }, situations: ['colleagues'] },
  ],
  clears: [
    { name: 'a word from one who works evenings, to people outside alone, where the owner looks at colleagues only', draft: { at: '2026-11-17T19:30:00Z', to: outside, personal: { hours: hours('12:00', '20:00') } }, options: { recipients: 'internalOnly' } },
    { name: 'a leader at half past six, who works an hour longer', draft: { at: '2026-11-18T18:30:00Z' }, organisation: { audiences: { leader: ['dee.marlow@oakfield.example'] } } },
    { name: 'an early morning of somebody who works all year, by their group', draft: { at: '2026-10-28T08:00:00Z' }, organisation: { ...school({ terms: term }), groups: [{ address: 'site-team@oakfield.example', name: 'Site team', size: 2, school: null, allStaff: false, reaches: null, members: ['dee.marlow@oakfield.example'] }] }, options: { allYearStaff: ['site-team@oakfield.example'] } },
    { name: 'the first moment of the day', draft: { at: '2026-11-18T07:30:00Z' } },
    { name: 'the last minute of the day', draft: { at: '2026-11-18T17:59:59Z' } },
    { name: 'summer time: 08:00 on the clock is 07:00 in UTC', draft: { at: '2026-06-10T07:00:00Z' } },
    { name: 'scheduled for the next morning, though sent at night', draft: { at: '2026-11-17T21:40:00Z', deliverAt: '2026-11-18T07:30:00Z' } },
    { name: 'a note to oneself', draft: { at: '2026-11-17T20:50:00Z', to: ['dee.marlow@oakfield.example'] } },
    { name: 'a closure sent with high importance', draft: { at: '2026-11-17T20:50:00Z', subject: 'School closure tomorrow', highImportance: true } },
    { name: 'people outside, where the owner looks at colleagues only', draft: { at: '2026-11-17T20:50:00Z', to: outside }, options: { recipients: 'internalOnly' } },
    { name: 'two colleagues, where the owner minds three', draft: { at: '2026-11-17T20:50:00Z', to: ['a@oakfield.example', 'b@oakfield.example'] }, options: { minRecipients: 3 } },
    { name: 'ten minutes late, where the owner allows fifteen', draft: { at: '2026-11-18T18:10:00Z' }, options: { graceMinutes: 15 } },
    { name: 'half term, where staff work all year', draft: { at: '2026-10-28T10:00:00Z' }, organisation: school({ terms: term }), options: { nonTermDays: 'ignore' } },
    { name: 'a mail that a machine sent at night', draft: { at: '2026-11-17T20:50:00Z', isMachine: true } },
    { name: 'a day in term', draft: { at: '2026-11-18T10:00:00Z' }, organisation: school({ terms: term }) },
    { name: 'the school’s own longer day', draft: { at: '2026-11-17T18:30:00Z' }, organisation: { hours: { mon: ['07:00', '19:00'], tue: ['07:00', '19:00'], wed: ['07:00', '19:00'], thu: ['07:00', '19:00'], fri: ['07:00', '19:00'], sat: null, sun: null } } },
    { name: 'a lunch-time message', draft: { at: '2026-11-18T12:30:00Z' } },
    { name: 'an invitation within the day', draft: { kind: 'appointment', at: '2026-11-18T15:00:00Z' } },
    { name: 'a reply before the first lesson', draft: { thread: 'reply', at: '2026-11-18T08:05:00Z' } },
  ],
};
