import type { Organisation } from '../../src/domain';
import type { Story } from '../story';
import { film, lockedZip, register, song } from './catalogue-files';

/** A draft that brings up one text of the catalogue. */
export interface MessageDraft {
  readonly story?: Story;
  /** A stored mail of test/mail instead of a story. */
  readonly mail?: string;
  readonly organisation?: Partial<Organisation>;
  /** Options of rules, by rule id. */
  readonly options?: { readonly [rule: string]: { readonly [option: string]: unknown } };
  /** What the product says, where it differs from the catalogue, and why it does. */
  readonly says?: string;
  readonly why?: string;
  /** The button where it differs; null when the usual one is meant. */
  readonly button?: string | null;
}

const MARSH_LANE: Partial<Organisation> = {
  internalDomains: ['marsh-lane.example'],
  groups: [{ address: 'all-staff@marsh-lane.example', name: 'Marsh Lane All Staff', size: 93, school: null, allStaff: true }],
};
const HOLMEFIELD: Partial<Organisation> = {
  internalDomains: ['holmefield.example'],
  groups: [{ address: 'all-staff@holmefield.example', name: 'Holmefield All Staff', size: 71, school: null, allStaff: true }],
};
const kit = 'Kit Lowe <kit@marsh-lane.example>';
const dee = 'Dee Marlow <dee.marlow@holmefield.example>';

const ana = 'Ana Reed <ana.reed@holmefield.example>';
const sam = 'Sam Fielding <sam.fielding@holmefield.example>';
const MB = 1024 * 1024;
const bundle = { name: 'case-bundle.zip', bytes: lockedZip };
const guests = (count: number): string[] => Array.from({ length: count }, (_, index) => `guest${index}@place${index}.example`);

const sen = `Name,SEN status\n${Array.from({ length: 14 }, (_, index) => `Pupil ${'ABCDEFGHIJKLMN'.charAt(index)}${'bcdefghijklmno'.charAt(index)}en,K`).join('\n')}\n`;

export const DRAFTS: { readonly [id: string]: MessageDraft } = {
  M01: {
    story: { from: dee, to: ['k.example.parent@gmail.com'], at: '2026-11-19T21:40:00Z', attachments: [{ name: 'Y5 support list.xlsx', text: sen }] },
    organisation: HOLMEFIELD,
    says:
      "'Y5 support list.xlsx' lists 14 pupils' SEN needs, has no password and is going to a Gmail address.\n\nLAAT policy V1, Systems and data " +
      'security: “Employees should not send out sensitive data through email unless the information is encrypted or password protected.”\n\nDo now: ' +
      'send only what this person needs in a password-protected file, or remove it. It is 21:40, so you can also schedule it for 07:30.',
    why: 'A list names many pupils, and no rule can know that whoever gets it is the parent of one of them.',
  },
  M02: {
    story: { from: kit, to: ['all-staff@marsh-lane.example'] },
    organisation: { ...MARSH_LANE, alternatives: [{ label: 'the staff bulletin', url: null }] },
  },
  M02L: { story: { from: dee, to: ['all-staff@holmefield.example'], thread: 'reply', subject: 'RE: Lost keys' }, organisation: HOLMEFIELD },
  M03: { story: { from: ana, to: ['j.alder@alder-law.example'], attachments: [bundle], body: "The bundle is attached. I'll phone the password through." }, organisation: HOLMEFIELD },
  M03B: {
    story: { from: ana, to: ['j.alder@alder-law.example'], attachments: [bundle], body: 'The bundle is attached.\n\nPassword: Tr0ub4dor&3\n\nAna' },
    organisation: HOLMEFIELD,
  },
  M04: {
    story: { from: sam, to: ['sam.t.fielding@gmail.com'], attachments: [{ name: 'Planning.txt', text: 'Monday: fractions.' }] },
    organisation: HOLMEFIELD,
    says:
      'sam.t.fielding@gmail.com looks like your own account, and this looks like work.\n\nLAAT policy V1, Email: “Employees must not use their own ' +
      "personal email account to send or receive email for the purposes of the Trust or school's business.”\n\nDo now: remove the address and open " +
      'the file at home in OneDrive or Outlook on the web. Not yours, or not work? Give a reason.',
    why: 'No button is called “Give a reason”: it is given in the pane, which the last line says.',
  },
  M04B: {
    story: { from: sam, to: ['sam.t.fielding@gmail.com'], attachments: [register] },
    organisation: { ...HOLMEFIELD, contacts: { it: 'IT Services on ext 200' } },
  },
  M05: {
    mail: 'health-list-in-forwarded-mail.eml',
    says:
      "38 pupils' health details and NHS numbers found in: From office.eml > forms.zip > Health info.csv. No password. " +
      'fellside-centre.example is not an approved partner.\n\nTEAL policy v3.8, section 4. Email must not be used to: “Disclose sensitive ' +
      "information or personal data to unapproved people or organisations”\n\nDo now: remove 'From office.eml'. Tell them only what they " +
      "need, such as '2 nut allergies', or send a protected file.",
    why: 'The file holds NHS numbers too, the mail in it is an .eml, and no rule can know that the recipient is a centre.',
  },
  M05B: { story: { from: kit, to: ['x@fellside-centre.example'], attachments: [{ name: 'From office', kind: 'item', bytes: new Uint8Array([1, 2, 3]) }] }, organisation: MARSH_LANE },
  M06: {
    story: { from: ana, to: ['ada@pupils.holmefield.example'], body: 'Hi Ada,\nfor the DofE expedition: ring 07700 900123, or my insta is dee_outdoors.' },
    organisation: { ...HOLMEFIELD, pupilDomains: ['pupils.holmefield.example'] },
  },
  M06B: {
    story: { from: ana, to: ['j.example.pupil@gmail.com'], body: 'Here is the worksheet.' },
    // As `addressHash` makes it of that address.
    organisation: { ...HOLMEFIELD, pupilAddresses: ['d5ce81ae96b1b8638661c29c531a5458'] },
  },
  M07: {
    story: { from: 'Headteacher <head@holmefield.example>', signedIn: 'A Marlowe <a.marlowe@holmefield.example>' },
    organisation: HOLMEFIELD,
    says:
      'You are signed in as A Marlowe but this will go out as the Headteacher (head@holmefield.example). We have no record that you are ' +
      "authorised.\n\nLAAT policy V1, Email. You must not: “send messages from another person's email address (unless authorised) or under an " +
      'assumed name.”\n\nDo now: change From to your own address. If the Head asked you to send this, give a reason.',
    why: 'No button is called “Give a reason”: it is given in the pane, which the last line says.',
  },
  M08: { story: { from: kit, to: ['sam@marsh-lane.example'], subject: '', body: 'Open evening: who is on the door?' }, organisation: MARSH_LANE },
  M08L: { story: { from: dee, to: ['sam@holmefield.example'], subject: 'FW:', thread: 'forward' }, organisation: HOLMEFIELD },
  M09: {
    story: { from: kit, to: ['a@marsh-lane.example', 'b@marsh-lane.example', 'c@marsh-lane.example'], at: '2026-11-17T20:50:00Z' },
    organisation: MARSH_LANE,
    says:
      'It is 20:50. School hours are 07:00 to 18:00, and this goes to 3 colleagues.\n\nTEAL policy v3.8, section 5, related guidance: users ' +
      'should not “expect to receive a response to emails outside of normal working hours”\n\nYou may send now. Or schedule it for 07:00 ' +
      "tomorrow. If you send now, add 'no reply needed tonight'.",
    why: 'The basis is related, so the words before the quotation forbid nothing.',
  },
  M10: { story: { from: ana, to: ['ana.reed@holmefield.example'], cc: guests(31) }, organisation: HOLMEFIELD },
  M11: {
    story: {
      from: dee,
      to: ['s.kemp@hotmail.com'],
      body: 'Dear Mrs Kemp,\n\nWe have updated our records for Poppy Kemp, Year 4. Poppy Kemp, date of birth 14/03/2018, NHS number 999 100 0003, takes melatonin at night.',
    },
    organisation: HOLMEFIELD,
  },
  M12: {
    story: { from: kit, to: ['k.example.parent@outlook.com'], attachments: [{ name: 'menu.txt', text: 'Pasta on Monday.' }] },
    organisation: { ...MARSH_LANE, registeredContacts: ['d5ce81ae96b1b8638661c29c531a5458'] },
    says:
      "k.example.parent@outlook.com is a personal address that is not in the school's contact list, and a file is attached.\n\nTEAL policy " +
      'v3.8, section 4, related guidance: email should not be used to “Disclose sensitive information or personal data to unapproved people ' +
      'or organisations”\n\nDo now: check it is the right person and the right file.',
    why: 'The basis is related, so the words before the quotation forbid nothing.',
  },
  M13: { story: { from: dee, to: ['sam@holmefield.example'], body: 'Send this to 10 friends today or you will have bad luck.' }, organisation: HOLMEFIELD },
  M14: { story: { from: kit, to: ['sam@marsh-lane.example'], body: 'You are an absolute idiot.' }, organisation: MARSH_LANE },
  M15: {
    story: { from: ana, to: guests(9), attachments: [{ name: 'Sports day.mp4', bytes: film, size: 40 * MB }, { name: 'Prizes.mp4', bytes: film, size: 23 * MB }] },
    organisation: HOLMEFIELD,
  },
  M16: {
    story: { from: ana, to: ['kit.lowe@holmefield.example'], attachments: [{ name: 'Summer mix 7.mp3', bytes: song }] },
    organisation: HOLMEFIELD,
    says: "'Summer mix 7.mp3' is a music file. Check the school has the right to share it.",
    why: 'The note stands above a mail that is being sent: “before you send” comes too late there.',
  },
  M17: {
    story: { from: ana, to: ['cover@supply-desk.example'], body: 'Hello,\nFor our supply teacher tomorrow:\nusername: supply1 password: Autumn2026!' },
    organisation: HOLMEFIELD,
  },
  M18: {
    story: { from: kit, to: ['sam@marsh-lane.example'], attachments: [{ name: 'Care plan v2', text: 'Care plan for Ada Penrose, born 3 March 2015. Diagnosis: epilepsy. Medication: Epilim 200 mg twice a day.' }] },
    organisation: MARSH_LANE,
    says: "'Care plan v2' has 1 person's health details. A OneDrive link is safer than a copy, even for colleagues.",
    why: 'It says how many people they are about, as every text on an attachment does.',
  },
};
