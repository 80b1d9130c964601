import type { Case } from '../story';

/** A case in which one option makes the difference: with it as told, without it otherwise. */
export interface OptionCase extends Case {
  readonly rule: string;
  /** The situations with the option set. */
  readonly situations: readonly string[];
  /** The situations without it. */
  readonly usually: readonly string[];
  /** Words of the first finding with the option, where only they differ. */
  readonly says?: RegExp;
  /** Words of the first finding without it. */
  readonly usuallySays?: RegExp;
}

const MB = 1024 * 1024;
const UPNS = ['H801200001001', 'K801200001002', 'M801200001003', 'P801200001004'];
const register = { name: 'register.csv', text: `Name,UPN,SEN status\n${UPNS.map((upn, index) => `Pupil ${'ABCD'.charAt(index)},${upn},K`).join('\n')}\n` };
const parents = (count: number): string[] => Array.from({ length: count }, (_, index) => `parent${index}@gmail.com`);
const colleagues = (count: number): string[] => Array.from({ length: count }, (_, index) => `person${index}@oakfield.example`);
const late = '2026-11-17T20:50:00Z';
const outside = ['office@fellside-centre.example'];
const sam = 'Sam Fielding <sam.fielding@oakfield.example>';
const own = ['sam.t.fielding@gmail.com'];
const office = [{ address: 'office@oakfield.example', members: [] }];
const school = { schools: [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: 30, contacts: {} }] };
const teams = { groups: [{ address: 'tas@oakfield.example', name: 'Teaching Assistants', size: 14, school: null, allStaff: false }] };
const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]);

export const OPTION_CASES: readonly OptionCase[] = [
  { rule: 'sensitive-attachment', name: 'four pupils are a bulk where the owner says so', draft: { to: ['k.parent@gmail.com'], attachments: [register] }, options: { bulkPeople: 4 }, situations: ['outside'], usually: ['outside'], says: /Send only what this person needs/, usuallySays: /Tell them only what they need/ },
  { rule: 'sensitive-attachment', name: 'a file that cannot be read, named with the owner’s own word', draft: { to: outside, attachments: [{ name: 'Nest group.zip', bytes: zip }] }, options: { nameWords: ['nest group'] }, situations: ['name-only'], usually: ['unread'] },
  { rule: 'own-personal-account', name: 'four pupils are a bulk where the owner says so', draft: { from: sam, to: own, attachments: [register] }, options: { bulkPeople: 4 }, situations: ['bulk'], usually: ['with-sensitive'] },
  { rule: 'own-personal-account', name: 'a payslip under the name that the payroll gives it', draft: { from: sam, to: own, attachments: [{ name: 'Advice of pay 11.txt', text: 'Net pay' }] }, options: { payFiles: ['advice of pay'] }, situations: [], usually: ['work'] },
  { rule: 'external-bulk-cc', name: 'a group that the owner counts as sensitive', draft: { to: parents(12), subject: 'Nest group outing' }, options: { sensitiveGroupWords: ['nest group'] }, situations: ['sensitive-group'], usually: ['visible'] },
  { rule: 'send-as', name: 'a shared mailbox where the owner wants a record for each', draft: { from: 'Office <office@oakfield.example>', signedIn: 'A Marlowe <a.marlowe@oakfield.example>' }, organisation: { sharedMailboxes: office }, options: { sharedMailboxOk: false }, situations: ['from'], usually: [] },
  { rule: 'all-staff', name: 'twenty colleagues where the owner has set twenty', draft: { to: colleagues(20) }, options: { directRecipients: 20 }, situations: ['many'], usually: [] },
  { rule: 'all-staff', name: 'a list of fourteen where the owner has set ten', draft: { to: ['tas@oakfield.example'] }, organisation: teams, options: { groupSize: 10 }, situations: ['list'], usually: [] },
  { rule: 'all-staff', name: 'a third of a school where the owner has set 30 %', draft: { to: colleagues(10) }, organisation: school, options: { percentOfSchool: 30 }, situations: ['many'], usually: [] },
  { rule: 'all-staff', name: 'a list by the name that the owner gives it', draft: { to: ['oak.gang@oakfield.example'] }, options: { listNames: ['oakgang'] }, situations: ['list'], usually: [] },
  { rule: 'wrong-list', name: 'a parents’ list by the owner’s own word for it', draft: { to: ['y5.households@oakfield.example'], lists: ['y5.households@oakfield.example'], body: 'Dear colleagues,\nthe rota is below.' }, options: { parentWords: ['households'] }, situations: ['parents-list'], usually: [] },
  { rule: 'chain-mail', name: 'a mail passed on three times to six, where the owner has set five', draft: { to: parents(6), thread: 'forward', subject: 'FW: FW: FW: funny', body: '' }, options: { recipients: 5 }, situations: ['passed-on'], usually: [] },
  { rule: 'missing-subject', name: 'a prefix of another language', draft: { subject: 'Odp:' }, options: { prefixes: ['ODP'] }, situations: ['prefix-only'], usually: [] },
  { rule: 'missing-subject', name: 'a blank subject, with no suggestion where the owner wants none', draft: { subject: '', body: 'Please bring the marked books to the meeting.' }, options: { suggest: false }, situations: ['blank'], usually: ['blank'], says: /a few words that say what this is about/i, usuallySays: /Suggestion: 'Please bring the marked books to the meeting\.'/ },
  { rule: 'large-attachment', name: 'two megabytes to forty where the owner has set eighty in all', draft: { bcc: parents(40), attachments: [{ name: 'Poster.pdf', size: 2 * MB }] }, options: { mbTimesRecipients: 80 }, situations: ['reach'], usually: [] },
  { rule: 'out-of-hours', name: 'the owner’s own word for a quick answer', draft: { at: late, to: outside, body: 'A reply pronto would be good.' }, options: { urgentWords: ['pronto'] }, situations: ['outside-urgent'], usually: ['outside'] },
  { rule: 'out-of-hours', name: 'the owner’s own word for an emergency', draft: { at: late, subject: 'Burst main', highImportance: true }, options: { emergencyWords: ['burst main'] }, situations: [], usually: ['colleagues'] },
  { rule: 'out-of-hours', name: 'an emergency from somebody who is not on the list', draft: { at: late, subject: 'School closure', highImportance: true }, options: { emergencySenders: ['head@oakfield.example'] }, situations: ['colleagues'], usually: [] },
  { rule: 'out-of-hours', name: 'half an hour after the start, where the owner wants it so', draft: { at: late }, options: { scheduleTo: 'next-start-plus-30' }, situations: ['colleagues'], usually: ['colleagues'], says: /schedule it for 08:00 tomorrow/, usuallySays: /schedule it for 07:30 tomorrow/ },
  { rule: 'out-of-hours', name: 'a fixed time, where the owner wants one', draft: { at: late }, options: { scheduleTo: 'fixed', scheduleTime: '09:15' }, situations: ['colleagues'], usually: ['colleagues'], says: /schedule it for 09:15 tomorrow/ },
  { rule: 'credentials', name: 'a secret by the organisation’s own name for it', draft: { to: outside, body: 'The gate code is C4418Z.' }, options: { secretWords: ['gate code'] }, situations: ['outside'], usually: ['entry'] },
];
