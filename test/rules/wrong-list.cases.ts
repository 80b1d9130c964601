import type { RuleCases } from '../story';

const organisation = {
  internalDomains: ['oakfield.example'],
  groups: [
    { address: 'everyone@oakfield.example', name: 'Oakfield All Staff', size: 71, school: null, allStaff: true },
    { address: 'home-y6@oakfield.example', name: 'Year 6 Parents', size: 58, school: null, allStaff: false },
    { address: 'community@oakfield.example', name: 'Parents and Staff', size: 300, school: null, allStaff: false },
  ],
};
const toStaff = ['everyone@oakfield.example'];
const toParents = ['home-y6@oakfield.example'];

export const cases: RuleCases = {
  finds: [
    {
      name: 'a briefing for colleagues to the list of all parents',
      draft: { to: ['all-parents@oakfield.example'], body: 'Dear colleagues,\nPlease read the behaviour log before Monday.' },
      organisation,
      situations: ['parents-list'],
      saw: 'This seems meant for staff, but goes to all-parents@oakfield.example.',
    },
    {
      name: 'a message to staff to a listed group of parents',
      draft: { to: toParents, body: 'Hi all staff,\nCover for tomorrow is below.' },
      organisation,
      situations: ['parents-list'],
      saw: 'This seems meant for staff, but goes to Year 6 Parents.',
    },
    { name: 'a list that the owner says reaches parents, whatever its name', draft: { to: ['y9@oakfield.example'], body: 'Dear colleagues,\nDuties for today.' }, organisation: { groups: [{ address: 'y9@oakfield.example', name: 'Y9 home', size: 180, school: null, allStaff: false, reaches: 'parents' }] }, situations: ['parents-list'] },
    { name: 'a list of parents in Bcc', draft: { bcc: toParents, body: 'Good morning team\nDuties for today.' }, organisation, situations: ['parents-list'] },
    { name: 'a subject that is for staff only', draft: { to: toParents, subject: 'Staff only: INSET day', body: 'The plan is below.' }, organisation, situations: ['parents-list'] },
    { name: 'a cover rota by its subject', draft: { to: ['y6parents@oakfield.example'], subject: 'Cover rota', body: 'For tomorrow.' }, organisation, situations: ['parents-list'] },
    { name: 'a distribution list that only its name explains', draft: { to: ['Parents Year 3 <dl-0381@oakfield.example>'], lists: ['dl-0381@oakfield.example'], body: 'Dear staff,\nNotes.' }, organisation, situations: ['parents-list'] },
    { name: 'a farewell for colleagues to the leavers, who are a year group', draft: { to: ['Leavers 2026 <l26@oakfield.example>'], lists: ['l26@oakfield.example'], subject: 'Farewell drinks', body: 'Dear colleagues,\nIt is on Friday.' }, organisation, situations: ['parents-list'], saw: 'This seems meant for staff, but goes to Leavers 2026.', shows: ['l26@oakfield.example'], fixes: ['remove-recipient'] },
    { name: 'a message for staff to a list that reaches pupils, as its owner says', draft: { to: ['y11@oakfield.example'], body: 'Hi team,\nDuties for today.' }, organisation: { ...organisation, groups: [{ address: 'y11@oakfield.example', name: 'Year 11', size: 180, school: null, allStaff: false, reaches: 'pupils' }] }, situations: ['parents-list'] },
    { name: 'a letter to parents to a list of staff that only its owner knows as one', draft: { to: ['hub@oakfield.example'], body: 'Dear parents,\nPhotos are on Friday.' }, organisation: { ...organisation, groups: [{ address: 'hub@oakfield.example', name: 'The Hub', size: 40, school: null, allStaff: false, reaches: 'staff' }] }, situations: ['staff-list'] },
    { name: 'a message to parents to all staff', draft: { to: toStaff, subject: 'School photos', body: 'Dear parents and carers,\nPhotos are on Friday.' }, organisation, situations: ['staff-list'] },
    { name: 'a message to families to the teachers', draft: { to: ['teachers@oakfield.example'], subject: 'Photos', body: 'Dear families\nPhotos are on Friday.' }, organisation, situations: ['staff-list'] },
    { name: 'an invitation to a staff meeting to parents', draft: { kind: 'appointment', to: toParents, subject: 'Staff meeting', body: 'In the hall.' }, organisation, situations: ['parents-list'] },
  ],
  clears: [
    { name: 'staff who leave, on a list of theirs', draft: { to: ['Staff Leavers <staffleavers@oakfield.example>'], lists: ['staffleavers@oakfield.example'], body: 'Dear colleagues,\nYour last day is Friday.' }, organisation },
    { name: 'a message for staff to the mailbox of one who looks after leavers', draft: { to: ['leavers@oakfield.example'], body: 'Dear colleague,\nWho goes?' }, organisation },
    { name: 'a message for staff to a list named after pupils that reaches staff', draft: { to: ['y11@oakfield.example'], body: 'Hi team,\nDuties for today.' }, organisation: { ...organisation, groups: [{ address: 'y11@oakfield.example', name: 'Year 11 Pupils', size: 9, school: null, allStaff: false, reaches: 'staff' }] } },
    { name: 'a message to parents to the list of parents', draft: { to: toParents, body: 'Dear parents and carers,\nPhotos are on Friday.' }, organisation },
    { name: 'a message to staff to all staff', draft: { to: toStaff, body: 'Dear colleagues,\nBriefing at eight.' }, organisation },
    { name: 'a message to both lists', draft: { to: [...toParents, ...toStaff], body: 'Dear colleagues,\nSnow: we are closed.' }, organisation },
    { name: 'a list that is for both', draft: { to: ['community@oakfield.example'], body: 'Dear staff,\nThe fair is on Saturday.' }, organisation },
    { name: 'a salutation to both', draft: { to: toParents, body: 'Dear parents and staff,\nThe fair is on Saturday.' }, organisation },
    { name: 'dear all', draft: { to: toParents, body: 'Dear all,\nThe fair is on Saturday.' }, organisation },
    { name: 'no salutation', draft: { to: toParents, body: 'The fair is on Saturday.' }, organisation },
    { name: 'news of staff for parents', draft: { to: toParents, subject: 'Staff changes in September', body: 'We welcome three new teachers.' }, organisation },
    { name: 'parents who are told to thank the staff', draft: { to: toParents, subject: 'Thank you', body: 'Dear parents,\nStaff and colleagues were moved by your gifts.' }, organisation },
    { name: 'a copy of a letter home, for staff', draft: { to: toStaff, subject: 'Letter home: photos', body: 'Dear parents,\nPhotos are on Friday.' }, organisation },
    { name: 'a letter to parents, passed on to staff', draft: { thread: 'forward', subject: 'FW: Photos', to: toStaff, body: 'Dear parents,\nPhotos are on Friday.' }, organisation },
    { name: 'the parent support adviser’s own mailbox', draft: { to: ['parentsupport@oakfield.example'], body: 'Dear colleague,\nCould we meet?' }, organisation },
    { name: 'the mailbox of Parent View', draft: { to: ['parents.evening@oakfield.example'], body: 'Dear team,\nCan you add a slot?' }, organisation },
    { name: 'one parent', draft: { to: ['k.parent@gmail.com'], body: 'Dear team,\nthank you.' }, organisation },
    { name: 'a colleague called Stafford', draft: { to: ['m.stafford@oakfield.example'], body: 'Dear parent,\nthis is the draft you asked for.' }, organisation },
    { name: 'a parents’ list of another organisation', draft: { to: ['parents@marsh.example'], body: 'Dear colleagues,\nHello.' }, organisation },
    { name: 'parent teachers’ association', draft: { to: ['pta@oakfield.example'], body: 'Dear team,\nThe raffle.' }, organisation },
    { name: 'a staff list by a word the owner took out', draft: { to: ['teachers@oakfield.example'], body: 'Dear parents,\nHello.' }, organisation, options: { staffWords: ['staff'] } },
  ],
};
