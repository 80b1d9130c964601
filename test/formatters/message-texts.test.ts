import { check } from '../../src/check';
import type { Organisation } from '../../src/domain';
import { alertButton, alertText } from '../../src/formatters';
import { noteText } from '../../src/outlook/note';
import { shippedPolicy } from '../policy-for-tests';
import { sourceOf } from '../story';
import type { Story } from '../story';

/*
 * The texts of the clause catalogue (C.15), word for word, each from a draft that calls for it, through the front door.
 */

interface Message {
  readonly id: string;
  readonly pack: 'laat' | 'teal';
  readonly draft: Story;
  readonly organisation?: Partial<Organisation>;
  readonly text: string;
  readonly button: string;
}

/** What stands in the note of the compose window when nothing stops the send. */
interface Note {
  readonly id: string;
  readonly pack: 'laat' | 'teal';
  readonly draft: Story;
  readonly text: string;
}

const MB = 1024 * 1024;
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const addresses = (count: number): string[] => Array.from({ length: count }, (_, index) => `guest${index}@place${index}.example`);
/** A zip whose one entry is encrypted with AES, as its headers say; what is in it is no real ciphertext. */
const lockedZip = bytes(
  'PK\u0003\u00043\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPK\u0001\u00023\u00003\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000PK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000F\u0000\u0000\u0000^\u0000\u0000\u0000\u0000\u0000',
);
/** The same with the older encryption of zip files. */
const olderZip = bytes(
  'PK\u0003\u0004\u0014\u0000\u0001\u0000\u0000\u0000\u0000`!]xV4\u0012\u001e\u0000\u0000\u0000\u0012\u0000\u0000\u0000\u000d\u0000\u0000\u0000statement.txt()*+,-./0123456789:;<=>?@ABCDEPK\u0001\u00023\u0000\u0014\u0000\u0001\u0000\u0000\u0000\u0000`!]xV4\u0012\u001e\u0000\u0000\u0000\u0012\u0000\u0000\u0000\u000d\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txtPK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000;\u0000\u0000\u0000I\u0000\u0000\u0000\u0000\u0000',
);
const film = bytes('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom');
const bundle = { name: 'case-bundle.zip', bytes: lockedZip };
const SAM = 'Sam Fielding <sam.fielding@holmefield.example>';
/** A UPN of an invented pupil: the check letter of its digits, by the DfE's rule. */
function upn(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23)}${digits}`;
}
const pupilRows = Array.from({ length: 26 }, (_, index) => `Pupil ${String.fromCharCode(65 + index)},${upn(`8012000010${index + 10}`)},K`);
const register = { name: 'Y5 support list.csv', text: `Name,UPN,SEN status\n${pupilRows.join('\n')}\n` };
const FROM = 'Ana Reed <ana.reed@holmefield.example>';

const messages: readonly Message[] = [
  {
    id: 'M03B',
    pack: 'laat',
    draft: { from: FROM, to: ['j.alder@alder-law.example'], attachments: [bundle], body: 'The bundle is attached.\n\nPassword: Tr0ub4dor&3\n\nAna' },
    text: "The password for 'case-bundle.zip' is in the same email as the file. Anyone who gets one gets both.\n\nLAAT policy V1, Systems and data security: “Employees should not send out sensitive data through email unless the information is encrypted or password protected.”\n\nDo now: take the password out (line 3) and give it by phone.",
    button: 'Remove password',
  },
  {
    id: 'M04',
    pack: 'laat',
    draft: { from: SAM, to: ['sam.t.fielding@gmail.com'], attachments: [{ name: 'Planning.txt', text: 'Monday: fractions.' }] },
    text: "sam.t.fielding@gmail.com looks like your own account, and this looks like work.\n\nLAAT policy V1, Email: “Employees must not use their own personal email account to send or receive email for the purposes of the Trust or school's business.”\n\nDo now: remove the address and open the file at home in OneDrive or Outlook on the web. Not yours, or not work? Choose Give a reason.",
    button: 'Open fixes',
  },
  {
    id: 'M04B',
    pack: 'laat',
    draft: { from: SAM, to: ['sam.t.fielding@gmail.com'], attachments: [register] },
    organisation: { contacts: { it: 'IT Services on ext 200' } },
    text: "This can't be sent as it is. It has 26 pupils' SEN data and is going to sam.t.fielding@gmail.com, which looks like your own account.\n\nLAAT policy V1, Email: “Employees must not use their own personal email account to send or receive email for the purposes of the Trust or school's business.”\n\nDo now: remove the address and use OneDrive instead. If this is wrong, call IT Services on ext 200.",
    button: 'Open fixes',
  },
  {
    id: 'M06',
    pack: 'teal',
    draft: { from: FROM, to: ['ada@pupils.holmefield.example'], body: 'Hi Ada,\nfor the DofE expedition: ring 07700 900123, or my insta is dee_outdoors.' },
    organisation: { pupilDomains: ['pupils.holmefield.example'] },
    text: 'This email to a pupil includes what looks like your mobile number and a social media name.\n\nTEAL policy v3.8, section 5: “Staff must not share personal contact details with pupils (mobile telephone numbers, non-work email addresses, social networking sites etc.) unless there is a justifiable reason”\n\nDo now: remove them and use the school trip phone. Worried about a pupil? Speak to your DSL.',
    button: 'Remove details',
  },
  {
    id: 'M06B',
    pack: 'teal',
    draft: { from: FROM, to: ['j.example.pupil@gmail.com'], body: 'Here is the worksheet.' },
    // As `addressHash` makes it of that address.
    organisation: { pupilAddresses: ['d5ce81ae96b1b8638661c29c531a5458'] },
    text: "j.example.pupil@gmail.com is listed as a pupil's own address.\n\nTEAL policy v3.8, section 5: “All electronic communication between staff and pupils must be carried out through the Trust's ICT systems.”\n\nDo now: use the pupil's school account, or write to their parent or carer.",
    button: 'Use school account',
  },
  {
    id: 'M07',
    pack: 'laat',
    draft: { from: 'Headteacher <head@holmefield.example>', signedIn: 'A Marlowe <a.marlowe@holmefield.example>' },
    text: "You are signed in as A Marlowe but this will go out as the Headteacher (head@holmefield.example). We have no record that you are authorised.\n\nLAAT policy V1, Email. You must not: “send messages from another person's email address (unless authorised) or under an assumed name.”\n\nDo now: change From to your own address. If the Head asked you to send this, choose Give a reason.",
    button: 'Change From',
  },
  {
    id: 'M10',
    pack: 'teal',
    draft: { from: FROM, to: ['ana.reed@holmefield.example'], cc: addresses(31) },
    text: '31 outside addresses in Cc will see each other.\n\nTEAL policy v3.8, section 4, related. Users must ensure: “They keep personal data safe, taking steps to minimise the risk of loss or misuse of data”\n\nDo now: move them to Bcc. If the topic itself is sensitive (such as a SEN group), use the parent messaging system instead: Bcc is not enough.',
    button: 'Move to Bcc',
  },
  {
    id: 'M15',
    pack: 'teal',
    draft: { from: FROM, to: addresses(9), attachments: [{ name: 'Sports day.mp4', bytes: film, size: 40 * MB }, { name: 'Prizes.mp4', bytes: film, size: 23 * MB }] },
    text: 'Attachments total 63 MB and go to 9 people.\n\nTEAL policy v3.8, section 4, related guidance: “take advice from line managers before downloading large files or sending large amounts of data via a web-link”\n\nDo now: share a OneDrive link with only the people who need it, or ask your line manager about sending it off-peak.',
    button: 'Show options',
  },
  {
    id: 'M17',
    pack: 'teal',
    draft: { from: FROM, to: ['cover@supply-desk.example'], body: 'Hello,\nFor our supply teacher tomorrow:\nusername: supply1 password: Autumn2026!' },
    text: 'Line 3 looks like a username and password, and this is going outside the Trust.\n\nTEAL policy v3.8, section 4: “Passwords and login details must remain confidential”\n\nDo now: remove it and ask IT to set up an account for the supply teacher. If you have sent it before, change the password today.',
    button: 'Remove password',
  },
];

const notes: readonly Note[] = [
  {
    id: 'M03',
    pack: 'laat',
    draft: { from: FROM, to: ['j.alder@alder-law.example'], attachments: [bundle], body: "The bundle is attached. I'll phone the password through." },
    text: 'case-bundle.zip is encrypted. Give the password by phone or Teams, not in this email.',
  },
  {
    id: 'M03 with the older encryption (AC3.5)',
    pack: 'laat',
    draft: { from: FROM, to: ['j.alder@alder-law.example'], attachments: [{ name: 'case-bundle.zip', bytes: olderZip }] },
    text: 'case-bundle.zip has older encryption, which is easier to break. Give the password by phone or Teams, not in this email.',
  },
  {
    id: 'M16',
    pack: 'laat',
    draft: { from: FROM, to: ['kit.lowe@holmefield.example'], attachments: [{ name: 'Summer mix 7.mp3', bytes: bytes('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000') }] },
    text: "'Summer mix 7.mp3' is a music file. Check the school has the right to share it before you send.",
  },
];

const HOLMEFIELD: Partial<Organisation> = { internalDomains: ['holmefield.example'] };

function policyFor({ pack, organisation }: { readonly pack: 'laat' | 'teal'; readonly organisation?: Partial<Organisation> }) {
  const policy = shippedPolicy(pack);
  return { ...policy, organisation: { ...policy.organisation, ...HOLMEFIELD, ...organisation } };
}

test.each(messages.map((message) => [message.id, message] as const))('%s, word for word, with its button', async (_id, message) => {
  const report = await check(sourceOf(message.draft), policyFor(message));
  expect(alertText(report)).toBe(message.text);
  expect(message.text.length).toBeLessThanOrEqual(500);
  expect(alertButton(report)).toBe(message.button);
  const lead = report.findings[0]?.clauses[0];
  if (lead?.basis === 'related') expect(message.text).not.toContain('You must not:');
});

test.each(notes.map((note) => [note.id, note] as const))('%s, word for word, as a note', async (_id, note) => {
  const report = await check(sourceOf(note.draft), policyFor(note));
  expect(alertText(report)).toBeNull();
  expect(noteText(report)).toBe(note.text);
  expect(note.text.length).toBeLessThanOrEqual(150);
});
