import type { RuleCases } from '../story';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A zip whose one entry is encrypted with AES, as its headers say; what is in it is no real ciphertext. */
const lockedZip = bytes(
  'PK\u0003\u00043\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPK\u0001\u00023\u00003\u0000\u0001\u0000c\u0000\u0000`!]\u0000\u0000\u0000\u0000(\u0000\u0000\u0000\u000c\u0000\u0000\u0000\u000d\u0000\u000b\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000statement.txt\u0001\u0099\u0007\u0000\u0002\u0000AE\u0003\u0000\u0000PK\u0005\u0006\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000F\u0000\u0000\u0000^\u0000\u0000\u0000\u0000\u0000',
);
const bundle = { name: 'case-bundle.zip', bytes: lockedZip };
const solicitor = ['j.alder@alder-law.example'];
const pupils = { pupilDomains: ['pupils.oakfield.example'] };

export const cases: RuleCases = {
  finds: [
    {
      name: 'the password of an encrypted file, in the same email',
      draft: { to: solicitor, attachments: [bundle], body: 'The bundle is attached.\n\nPassword: Tr0ub4dor&3\n\nAna' },
      situations: ['with-file'],
      saw: "The password for 'case-bundle.zip' is in the same email as the file. Anyone who gets one gets both.",
    },
    {
      name: 'two log-ins and a password, each on a line of its own',
      draft: { to: solicitor, body: 'Username: m.tate password: Kestrel!44\n\nThe portal password is Marble-99-Fox\nThe admin password is Bramble#31x' },
      situations: ['outside'],
      saw: 'Line 1 looks like a username and password, and this is going outside the Trust. See line 3 and line 4 too.',
      advice: 'remove them and ask IT to set up an account for whoever needs it. If you have sent it before, change the password today.',
    },
    {
      name: 'the password of an encrypted file, with more passwords for a colleague',
      draft: { attachments: [bundle], body: 'The password for the file is Tr0ub4dor&3\nSIMS password: Kestrel!44\nPortal password: Marble-99-Fox\nSafe password: Bramble#31x\nWeb password: Lantern=72q' },
      situations: ['with-file-inside'],
      saw: "The password for 'case-bundle.zip' is in the same email as the file. Anyone who gets one gets both. See 3 more places too.",
    },
    { name: 'a plain word as the password of an encrypted file', draft: { to: solicitor, attachments: [bundle], body: 'Password: sunshine' }, situations: ['with-file'] },
    { name: 'the password of an encrypted file for a colleague', draft: { attachments: [bundle], body: 'The password is Oakfield-2026!' }, situations: ['with-file-inside'] },
    {
      name: 'the password of an encrypted file, in the file beside it',
      draft: { to: solicitor, attachments: [bundle, { name: 'read me.txt', text: 'The password is Tr0ub4dor&3' }], body: 'Both files attached.' },
      situations: ['with-file'],
    },
    {
      name: 'a forwarded mail that has the password in the thread and the file with it',
      draft: { to: solicitor, thread: 'forward', attachments: [bundle], body: 'As sent to us.', quoted: 'From: Office\n\nPassword: Tr0ub4dor&3' },
      situations: ['with-file'],
    },
    {
      name: 'a log-in for a supply teacher, sent outside',
      draft: { to: ['cover@supply-desk.example'], body: 'Hello,\nFor our supply teacher tomorrow:\nusername: supply1 password: Autumn2026!' },
      situations: ['outside'],
      saw: 'Line 3 looks like a username and password, and this is going outside the Trust.',
    },
    { name: 'a shared log-in in one line', draft: { to: ['k.parent@gmail.com'], body: 'Login details: office1 / Autumn2026!' }, situations: ['outside'] },
    { name: 'a password for a colleague', draft: { body: 'You can use my login. The password is Marsh-Lane-77!' }, situations: ['inside'] },
    { name: 'an API key to a supplier', draft: { to: ['help@mis-supplier.example'], body: 'api key: 9f8aB3cD4eF5aB3cD4eF5aB3cD4eF5' }, situations: ['outside'] },
    { name: 'a password in the subject', draft: { to: ['k.parent@gmail.com'], subject: 'Laptop password: Marsh-Lane-77!', body: 'Username as usual. See you at the gate.' }, situations: ['outside'], saw: 'The subject looks like a password, and this is going outside the Trust.' },
    { name: 'the code of the door in the subject, with a user name below', draft: { to: ['hall@hirers.example'], subject: 'Door code is C4418Z', body: 'Your username for the booking site is as before.' }, situations: ['entry'], saw: 'The subject looks like a door or alarm code. People who do not work here will have it.' },
    { name: 'a one-time code in the subject', draft: { to: ['k.parent@gmail.com'], subject: 'Your verification code is 482913', body: 'Thanks' }, situations: ['code'], saw: 'The subject looks like a log-in code.' },
    { name: 'the password of a file, in the subject', draft: { to: solicitor, attachments: [bundle], subject: 'Bundle, password: Tr0ub4dor&3', body: 'Attached.' }, situations: ['with-file'], advice: 'take the password out (the subject) and give it by phone.' },
    {
      name: 'a one-time code',
      draft: { to: ['k.parent@gmail.com'], body: 'The verification code is 482913' },
      situations: ['code'],
      saw: 'Line 1 looks like a log-in code.',
    },
    { name: 'a one-time code for a colleague', draft: { body: 'My authenticator says: MFA code 482913' }, situations: ['code'] },
    {
      name: 'a password that a pupil can read',
      draft: { to: ['ada@pupils.oakfield.example'], body: 'Use my password: Marsh-Lane-77!' },
      organisation: pupils,
      situations: ['pupil'],
      saw: 'Line 1 looks like a password, and a pupil can read it.',
    },
    { name: 'a password on an invitation that a pupil gets', draft: { kind: 'appointment', to: ['ada@pupils.oakfield.example'], body: 'Laptop password: Marsh-Lane-77!' }, organisation: pupils, situations: ['pupil'] },
    { name: 'a password on an invitation to outsiders', draft: { kind: 'appointment', to: solicitor, body: 'username: guest1 password: Tr0ub4dor&3' }, situations: ['outside'] },
    { name: 'a password to IT and to somebody else', draft: { to: ['helpdesk@oakfield.example', 'kit@oakfield.example'], body: 'My password is Marsh-Lane-77!' }, situations: ['inside'] },
    { name: 'a password to a help desk outside', draft: { to: ['helpdesk@mis-supplier.example'], body: 'My password is Marsh-Lane-77!' }, situations: ['outside'] },
    { name: 'a code that came by text, read out further on', draft: { to: ['k.parent@gmail.com'], body: "The portal is asking for the 6 digit code, here's what came: 204 118" }, situations: ['code'], saw: 'Line 1 looks like a log-in code.' },
    { name: 'a password after the address it goes with', draft: { to: ['k.parent@gmail.com'], body: 'Espresso is library@oakfield.example / Pumpkin*Pie4' }, situations: ['outside'], saw: 'Line 1 looks like a username and password, and this is going outside the Trust.' },
    { name: 'a list of log-ins to a parent', draft: { to: ['k.parent@gmail.com'], body: 'Name, Username, Password\nAna, anab3, frog61\nOmar, omark2, tree42' }, situations: ['outside'] },
    {
      name: 'the code of a door, to a contractor',
      draft: { to: ['j.hill@roofs.example'], body: 'The door code is 4821 from Monday.' },
      situations: ['entry'],
      saw: 'Line 1 looks like a door or alarm code. People who do not work here will have it.',
    },
    { name: 'the number for an alarm, told after it, to a colleague and a contractor', draft: { to: ['kit@oakfield.example', 'j.hill@roofs.example'], body: "You'll need 7741 for the alarm when you open up." }, situations: ['entry'] },
    { name: 'the turns of a safe, to a pupil', draft: { to: ['ada@pupils.oakfield.example'], body: "Safe in the bursar's room: left 31, right 8, left 55." }, organisation: pupils, situations: ['entry'] },
    { name: 'a password that stands beside the code of a door', draft: { to: solicitor, body: 'The door code is 4821.\nThe laptop password is Marsh-Lane-77!' }, situations: ['outside'], saw: 'Line 2 looks like a password, and this is going outside the Trust. See line 1 too.' },
  ],
  clears: [
    { name: 'codes of doors and of the alarm, to colleagues', draft: { body: 'Front door 4815, back door 5162, alarm 9031. Key safe is on 1-9-6-6.' } },
    { name: 'the network for visitors tonight', draft: { to: ['k.parent@gmail.com'], body: 'Guest network for the governors tonight is Oak-Visit, key plumTree-5512.' } },
    { name: 'the number of the photocopier, to a supply teacher', draft: { to: ['cover@supply-desk.example'], body: 'The photocopier PIN is 4821.' } },
    { name: 'a promise to telephone the password of an encrypted file', draft: { to: solicitor, attachments: [bundle], body: "The bundle is attached. I'll phone the password through." } },
    { name: 'a password that follows in another way', draft: { to: solicitor, attachments: [bundle], body: 'The password will be sent separately by Teams.' } },
    { name: 'an encrypted file and no word of a password', draft: { to: solicitor, attachments: [bundle] } },
    { name: 'advice on resets', draft: { to: ['k.parent@gmail.com'], body: 'Password reset is now self-service. We will never ask for your password.' } },
    { name: 'a poster about passwords', draft: { body: 'For the display: Your password must be at least 12 characters. Passwords like Password1 are easily guessed.' } },
    { name: 'a lesson on safe passwords', draft: { body: 'Online safety: choose three random words. Never share your password, not even with your best friend.' } },
    { name: 'a password sent to the help desk, to have it changed', draft: { to: ['helpdesk@oakfield.example'], body: 'I have given away my password: Marsh-Lane-77! Reset it, would you?' } },
    { name: 'a log-in sent to IT, whom the policy names', draft: { to: ['ana@oakfield.example'], body: 'username: supply1 password: Autumn2026!' }, options: { itAddresses: ['ana@oakfield.example'] } },
    { name: 'a log-in sent to IT, whom the contacts name', draft: { to: ['ana@oakfield.example'], body: 'username: supply1 password: Autumn2026!' }, organisation: { contacts: { it: 'ana@oakfield.example' } } },
    { name: 'the guest Wi-Fi at a conference', draft: { to: ['k.parent@gmail.com'], body: 'The guest Wi-Fi password is Oakfield-Guest-2026.' } },
    { name: 'the code of a door, for the caretaker', draft: { body: 'The door code is 4821 from Monday.' } },
    { name: 'the number of the photocopier', draft: { body: 'The photocopier PIN is 4821.' } },
    { name: 'the passcode of a meeting', draft: { to: ['k.parent@gmail.com'], body: 'Join Zoom meeting ID: 123 456 789 Passcode: 8Hq2Kx' } },
    { name: 'a reply below which a supplier had sent a log-in', draft: { to: ['help@mis-supplier.example'], thread: 'reply', body: 'Thank you, that works.', quoted: 'username: oakfield password: Autumn2026!' } },
    { name: 'an empty form', draft: { to: ['k.parent@gmail.com'], body: 'Username: ______ Password: ______' } },
    { name: 'an error message', draft: { to: ['help@mis-supplier.example'], body: 'It says: Password incorrect. Username or password: not recognised.' } },
    { name: 'an order number after the word code', draft: { to: ['sales@paper-supplies.example'], body: 'Item code: PAPER-A4, order 99982.' } },
    { name: 'a spelling list', draft: { to: ['k.parent@gmail.com'], body: 'This week: password, passenger, passport, passage.' } },
    { name: 'the answer to a treasure hunt', draft: { body: 'The secret word at the end of the hunt is hidden in the library.' } },
    { name: 'a reminder that passwords change', draft: { body: 'Your password expires on 12 December. Change it before the holidays.' } },
    { name: 'an old file that is only linked', draft: { to: solicitor, attachments: [{ name: 'bundle.zip', kind: 'link' }], body: 'Ask me for access.' } },
  ],
};
