import type { RuleCases } from '../story';

const colleagues = (count: number): string[] => Array.from({ length: count }, (_, index) => `person${index}@oakfield.example`);

const threePlaces = {
  to: [...colleagues(25), 'PERSON0@OAKFIELD.EXAMPLE'],
  cc: colleagues(50).slice(25, 40),
  bcc: colleagues(50).slice(40),
};

export const cases: RuleCases = {
  finds: [
    {
      name: 'a listed all-staff group in To',
      draft: { to: ['all-staff@oakfield.example'] },
      situations: ['list'],
      saw: 'This goes to Oakfield All Staff (about 71 people).',
      advice: 'choose the teams who need it. If everyone needs it, choose Send Anyway.',
    },
    { name: 'news of a closed school that nobody has marked as important', draft: { to: ['all-staff@oakfield.example'], subject: 'Pool closed on Friday' }, situations: ['list'] },
    { name: 'a reply to all staff, answered to its sender at one press', draft: { thread: 'reply', to: ['bo.fox@oakfield.example', 'All-Staff@oakfield.example'] }, situations: ['reply'], shows: ['all-staff@oakfield.example'], fixes: ['reply-to-sender-only', 'remove-recipient'] },
    { name: 'an answer to one’s own mail to all staff, which nobody else wrote', draft: { thread: 'reply', to: ['All-Staff@oakfield.example', 'bo.fox@oakfield.example'] }, situations: ['reply'], shows: ['all-staff@oakfield.example'], fixes: ['remove-recipient'] },
    { name: 'a team of just as many as make a big list', draft: { to: ['site@oakfield.example'] }, organisation: { groups: [{ address: 'site@oakfield.example', name: 'Site', size: 60, school: null, allStaff: false }] }, situations: ['list'], fixes: ['remove-recipient'] },
    { name: 'a message of high importance that is no emergency', draft: { to: ['all-staff@oakfield.example'], subject: 'Reports are due', highImportance: true }, situations: ['list'] },
    { name: 'an emergency by words of the owner’s alone', draft: { to: ['all-staff@oakfield.example'], subject: 'School closed', highImportance: true }, options: { emergencyWords: ['code red'] }, situations: ['list'] },
    {
      name: 'an all-staff group, where the school has another way to reach everyone',
      draft: { to: ['all-staff@oakfield.example'] },
      organisation: { alternatives: [{ label: 'the Friday bulletin', url: 'https://oakfield.example/bulletin' }] },
      situations: ['list'],
      advice: 'choose the teams who need it, or use the Friday bulletin. If everyone needs it, choose Send Anyway.',
    },
    { name: 'two teams that are nearly the school together', draft: { to: ['teachers@oakfield.example', 'tas@oakfield.example'] }, organisation: { groups: [{ address: 'teachers@oakfield.example', name: 'Teachers', size: 48, school: null, allStaff: false }, { address: 'tas@oakfield.example', name: 'Teaching Assistants', size: 14, school: null, allStaff: false }, { address: 'all-staff@oakfield.example', name: 'Oakfield All Staff', size: 71, school: null, allStaff: true }] }, situations: ['list'], saw: 'This goes to Teachers and 1 more (about 62 people).' },
    { name: 'all staff and a team of theirs, who are not counted twice', draft: { to: ['all-staff@oakfield.example', 'tas@oakfield.example'] }, organisation: { groups: [{ address: 'teachers@oakfield.example', name: 'Teachers', size: 48, school: null, allStaff: false }, { address: 'tas@oakfield.example', name: 'Teaching Assistants', size: 14, school: null, allStaff: false }, { address: 'all-staff@oakfield.example', name: 'Oakfield All Staff', size: 71, school: null, allStaff: true }] }, situations: ['list'], saw: 'This goes to Oakfield All Staff and 1 more (about 71 people).' },
    { name: 'two lists of the whole trust, each counted', draft: { to: ['all-staff@oakfield.example', 'all@oakfield.example'] }, organisation: { groups: [{ address: 'all@oakfield.example', name: 'Everyone', size: 20, school: null, allStaff: true }, { address: 'all-staff@oakfield.example', name: 'Oakfield All Staff', size: 71, school: null, allStaff: true }] }, situations: ['list'], saw: 'This goes to Oakfield All Staff and 1 more (about 91 people).' },
    { name: 'a listed all-staff group in Bcc', draft: { bcc: ['All-Staff@Oakfield.Example'] }, situations: ['list'] },
    { name: 'an all-staff group invited to a meeting', draft: { kind: 'appointment', to: ['all-staff@oakfield.example'] }, situations: ['list'] },
    {
      name: 'a list that only its name tells, as the compose window shows it',
      draft: { to: ['Oakfield Trust - All Staff <oat-dl-001@oakfield.example>'] },
      situations: ['list'],
      saw: 'This goes to oat-dl-001@oakfield.example, a list for all staff.',
    },
    { name: 'a reply to an all-staff group', draft: { thread: 'reply', to: ['all-staff@oakfield.example'] }, situations: ['reply'] },
    { name: 'fifty colleagues written one by one', draft: { to: colleagues(50) }, situations: ['many'] },
    { name: 'forty-nine colleagues and oneself, which is fifty addresses', draft: { to: [...colleagues(49), 'dee.marlow@oakfield.example'] }, situations: ['many'] },
    { name: 'fifty colleagues across To, Cc and Bcc, one of them twice', draft: threePlaces, situations: ['many'] },
    {
      name: 'as many recipients as Outlook gives, which may be more',
      draft: { to: colleagues(500), atLeast: true },
      situations: ['many'],
      saw: 'This goes to at least 500 colleagues at once.',
    },
    {
      name: 'most of a small school',
      draft: { to: colleagues(13) },
      organisation: {
        schools: [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: 20, contacts: {} }],
      },
      situations: ['many'],
    },
    {
      name: 'two lists that are large together',
      draft: { to: ['teachers@oakfield.example', 'support@oakfield.example'] },
      organisation: {
        groups: [
          { address: 'teachers@oakfield.example', name: 'Teachers', size: 40, school: null, allStaff: false },
          { address: 'support@oakfield.example', name: 'Support staff', size: 30, school: null, allStaff: false },
        ],
      },
      situations: ['list'],
    },
    { name: 'a list of staff and parents', draft: { to: ['community@oakfield.example'] }, organisation: { groups: [{ address: 'community@oakfield.example', name: 'Staff and Parents', size: 1271, school: null, allStaff: false }] }, situations: ['list'] },
    { name: 'a list that the owner says reaches staff, whatever its name', draft: { to: ['parent.support@oakfield.example'] }, organisation: { groups: [{ address: 'parent.support@oakfield.example', name: 'Parent support workers', size: 64, school: null, allStaff: false, reaches: 'staff' }] }, situations: ['list'] },
    { name: 'an inside list whose name says all staff, though nobody listed it', draft: { to: ['marshlane.allstaff@marsh-lane.example'] }, situations: ['list'] },
    {
      name: 'a distribution list of ours that nobody listed, by its name',
      draft: { to: ['everyone@oakfield.example'], lists: ['everyone@oakfield.example'] },
      situations: ['list'],
    },
  ],
  clears: [
    { name: 'a school that stays closed tomorrow, said at night', draft: { to: ['all-staff@oakfield.example'], subject: 'School closed tomorrow', highImportance: true, at: '2026-11-18T21:40:00Z' } },
    { name: 'a team of one fewer than make a big list', draft: { to: ['site@oakfield.example'] }, organisation: { groups: [{ address: 'site@oakfield.example', name: 'Site', size: 59, school: null, allStaff: false }] } },
    { name: 'a lockdown, said in the text', draft: { to: colleagues(60), subject: 'Read now', body: 'This is a lockdown. Stay in your rooms.', highImportance: true } },
    { name: "a distribution list of someone else's with such a name", draft: { to: ['everyone@other.example'], lists: ['everyone@other.example'] } },
    { name: 'forty-eight colleagues and oneself', draft: { to: [...colleagues(48), 'dee.marlow@oakfield.example'] } },
    { name: 'forty-nine colleagues', draft: { to: colleagues(49) } },
    { name: 'forty-nine colleagues, one of them in three fields and cases', draft: { to: colleagues(49), cc: ['Person1@oakfield.example'], bcc: ['PERSON1@oakfield.example'] } },
    { name: 'a newsletter to the list of all parents', draft: { to: ['families@oakfield.example'] }, organisation: { groups: [{ address: 'families@oakfield.example', name: 'Home', size: 1200, school: null, allStaff: false, reaches: 'parents' }] } },
    { name: 'the list of all parents, of which nobody has said whom it reaches', draft: { to: ['y9@oakfield.example'] }, organisation: { groups: [{ address: 'y9@oakfield.example', name: 'Year 9 Parents', size: 180, school: null, allStaff: false }] } },
    { name: 'a list of governors of every school', draft: { to: ['board@oakfield.example'] }, organisation: { groups: [{ address: 'board@oakfield.example', name: 'Boards', size: 240, school: null, allStaff: false, reaches: 'governors' }] } },
    { name: 'a small listed group', draft: { to: ['tas@oakfield.example'] } },
    { name: "someone else's all-staff list", draft: { to: ['all-staff@other.example'] } },
    { name: 'two hundred parents outside, which is not a staff message', draft: { to: Array.from({ length: 200 }, (_, index) => `p${index}@gmail.com`) } },
    { name: 'four schools of one trust, one person each', draft: { to: ['a@oakfield.example', 'b@marsh-lane.example'] } },
    { name: 'one colleague', draft: { to: ['kit@oakfield.example'] } },
    { name: 'a department of twelve', draft: { to: colleagues(12) } },
    { name: 'a reply to everyone on a list of six', draft: { thread: 'reply', to: colleagues(6) } },
    { name: 'a colleague called Staff', draft: { to: ['j.staffordshire@oakfield.example'] } },
    { name: 'the staff room booking mailbox', draft: { to: ['staffroom@oakfield.example'] } },
    { name: 'forty partners of the organisation', draft: { to: Array.from({ length: 60 }, (_, index) => `person${index}@nhs.net`) } },
    { name: 'an invitation to ten colleagues', draft: { kind: 'appointment', to: colleagues(10) } },
  ],
};
