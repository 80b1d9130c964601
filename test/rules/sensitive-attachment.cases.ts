import { strToU8, zipSync } from 'fflate';
import type { RuleCases } from '../story';

/** Check letters are right; no such pupils exist. */
const UPNS = ['H801200001001', 'P207000016049'];
const register = { name: 'register.csv', text: `Name,UPN,SEN status\nA Test,${UPNS[0]},K\nB Test,${UPNS[1]},E\n` };
const nhs = { name: 'trip.csv', text: 'Name,NHS number\nA Test,999 824 5915\n' };
const menu = { name: 'menu.txt', text: 'Pasta on Monday, fish on Friday. Order 4512 7781.' };
const zipped = (name: string): { name: string; bytes: Uint8Array } => ({ name, bytes: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]) });
const photo = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
});

/** A public-key encrypted session key and the data it opens, as PGP writes them. */
const PGP = new Uint8Array([0xc1, 0x0c, 3, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0, 0, 0xd2, 0x06, 1, 9, 9, 9, 9, 9]);

/** A zip whose one file says, in both its headers, that it is in the older encryption. */
const OLD_ZIP = zipSync({ 'notes.txt': strToU8('twelve bytes first, then the notes') }, { level: 0 });
for (let at = 0; at < OLD_ZIP.length - 4; at += 1) {
  if (OLD_ZIP[at] !== 0x50 || OLD_ZIP[at + 1] !== 0x4b) continue;
  if (OLD_ZIP[at + 2] === 3) OLD_ZIP[at + 6]! |= 1;
  if (OLD_ZIP[at + 2] === 1) OLD_ZIP[at + 8]! |= 1;
}

export const cases: RuleCases = {
  finds: [
    {
      name: 'a list of emergency contacts, of which each number alone would be nothing',
      draft: { to: ['bookings@bewerley-lodge.example'], attachments: [{ name: 'Contacts.csv', text: `Pupil,Parent,Mobile\n${['Femi Okafor,Joy', 'Ben Mercer,Al', 'Ada Penrose,Bo', 'Carla Diaz,Eva', 'Dev Patel,Raj', 'Ella Moss,Jo'].map((row, index) => `${row} ${row.slice(row.indexOf(' ') + 1, row.indexOf(','))},07700 90012${index}`).join('\n')}\n` }] },
      situations: ['outside'],
    },
    {
      name: 'a register in an email that a gateway encrypts on a word in its subject',
      draft: { to: ['x@fellside-centre.example'], subject: '[Secure] Register', attachments: [{ name: 'register.csv', text: 'Name,UPN\nA Test,H801200001001\nB Test,P207000016049\n' }] },
      situations: ['tagged'],
      saw: "'register.csv' holds 2 pupils' UPNs. The subject has [secure], so this email is sent encrypted.",
    },
    {
      name: 'a register in an email with a label that encrypts it',
      draft: { to: ['x@fellside-centre.example'], label: 'a1b2c3d4-0000-4000-8000-00000000abcd', attachments: [{ name: 'register.csv', text: 'Name,UPN\nA Test,H801200001001\nB Test,P207000016049\n' }] },
      protection: { labels: ['a1b2c3d4-0000-4000-8000-00000000abcd'] },
      situations: ['tagged'],
      saw: "'register.csv' holds 2 pupils' UPNs. The label on this email encrypts it.",
    },
    {
      name: 'a register in an email with a label that only marks it',
      draft: { to: ['x@fellside-centre.example'], label: 'ffffffff-0000-4000-8000-00000000abcd', attachments: [register] },
      protection: { labels: ['a1b2c3d4-0000-4000-8000-00000000abcd'] },
      situations: ['outside'],
    },
    {
      name: 'a register in a labelled email, where labels are no accepted protection',
      draft: { to: ['x@fellside-centre.example'], label: 'a1b2c3d4-0000-4000-8000-00000000abcd', attachments: [register] },
      protection: { accept: ['office-encrypted'], labels: ['a1b2c3d4-0000-4000-8000-00000000abcd'] },
      situations: ['outside'],
    },
    { name: "pupils' UPNs to a personal address", draft: { to: ['k.parent@gmail.com'], attachments: [register] }, situations: ['outside'] },
    { name: "pupils' UPNs to an organisation that is no partner", draft: { to: ['office@fellside-centre.example'], attachments: [register] }, situations: ['outside'] },
    { name: 'an NHS number under its heading', draft: { to: ['office@fellside-centre.example'], attachments: [nhs] }, situations: ['outside'] },
    { name: "pupils' UPNs to a partner, as a note", draft: { to: ['ward@nhs.net'], attachments: [register] }, situations: ['partner'] },
    { name: 'a look-alike of a partner, which is no partner', draft: { to: ['ward@nhs-net.example'], attachments: [register] }, situations: ['outside'] },
    { name: "pupils' UPNs to a colleague, as a note", draft: { to: ['kit@oakfield.example'], attachments: [register] }, situations: ['inside'] },
    { name: 'a colleague and a stranger: the stranger decides', draft: { to: ['kit@oakfield.example'], bcc: ['x@fellside-centre.example'], attachments: [register] }, situations: ['outside'] },
    { name: 'a recipient without an address, who never counts as a colleague', draft: { to: ['Year 5 parents'], attachments: [register] }, situations: ['outside'] },
    { name: 'an X.500 address, which never counts as a colleague', draft: { to: ['/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=abc'], attachments: [register] }, situations: ['outside'] },
    { name: 'a distribution list that nobody listed, which may hold anyone', draft: { to: ['friends@oakfield.example'], lists: ['friends@oakfield.example'], attachments: [register] }, situations: ['outside'] },
    { name: 'a distribution list that the organisation lists, which is inside', draft: { to: ['tas@oakfield.example'], lists: ['tas@oakfield.example'], attachments: [register] }, situations: ['inside'] },
    { name: "an address the organisation allows, which is still outside", draft: { to: ['ever@gmail.com'], attachments: [register] }, organisation: { allowedAddresses: [{ address: 'ever@gmail.com', why: 'Registered contact', expires: '2027-08-31' }] }, situations: ['outside'] },
    { name: 'a recipient without an address is told so', draft: { to: ['Kit Marsh'], attachments: [register] }, situations: ['outside'], saw: "'register.csv' holds 2 pupils' SEN needs and UPNs, has no password and is going to a recipient without an address." },
    { name: 'a file named after a pupil number shows it masked', draft: { to: ['x@fellside-centre.example'], attachments: [{ ...register, name: 'H801200001001.csv' }] }, situations: ['outside'], saw: "'••••••••••001.csv' holds 2 pupils' SEN needs and UPNs and has no password. fellside-centre.example is not an approved partner." },
    { name: 'two sensitive files, each said', draft: { to: ['x@fellside-centre.example'], attachments: [register, nhs] }, situations: ['outside', 'outside'] },
    { name: 'a zip that cannot be read, going outside', draft: { to: ['x@fellside-centre.example'], attachments: [zipped('forms.zip')] }, situations: ['unread'] },
    { name: 'a file that cannot be read and whose name is telling', draft: { to: ['x@fellside-centre.example'], attachments: [zipped('Y5 SEN list.zip')] }, situations: ['name-only'] },
    { name: 'a picture with a telling name', draft: { to: ['x@fellside-centre.example'], attachments: [photo('EHCP_scan.png')] }, situations: ['name-only'] },
    { name: 'a picture, which nobody can check, as a note', draft: { to: ['x@fellside-centre.example'], attachments: [photo('IMG_0412.png')] }, situations: ['picture'] },
    {
      name: "a list in a zip in an attached mail, with its path",
      draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'office.eml', text: `Subject: forms\r\nContent-Type: text/csv; name="health.csv"\r\nContent-Disposition: attachment; filename="health.csv"\r\n\r\nPupil,Medical\r\nA Test,asthma\r\nB Test,epilepsy\r\n` }] },
      situations: ['outside'],
      saw: "2 pupils' health details found in: office.eml > health.csv. No password. fellside-centre.example is not an approved partner.",
    },
    { name: 'an attached mail that Outlook does not hand over', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'From office', bytes: new Uint8Array([1, 2, 3]), kind: 'item' }] }, situations: ['unread'], saw: "We could not open the attached email 'From office', so it has NOT been checked. It is going outside the Trust." },
    { name: 'a protection the policy does not accept', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'notes.zip', bytes: OLD_ZIP }] }, protection: { accept: ['zip-aes'] }, situations: ['unread'], saw: "'notes.zip' is protected, but not in a way that the Trust accepts. It is going to fellside-centre.example." },
    { name: 'a sensitive file with an invitation', draft: { kind: 'appointment', to: ['x@fellside-centre.example'], attachments: [register] }, situations: ['outside'] },
  ],
  clears: [
    { name: 'two contacts with their numbers, which are no list', draft: { to: ['bookings@bewerley-lodge.example'], attachments: [{ name: 'Contacts.csv', text: 'Leader,Mobile\nAda Testperson,07700 900121\nBen Testperson,07700 900122\n' }] } },
    { name: 'one’s own payslip to one’s own account', draft: { from: 'Sam Fielding <sam.fielding@oakfield.example>', to: ['sam.fielding@gmail.com'], attachments: [{ name: 'Payslip October.txt', text: 'PAYSLIP\nEmployee: Sam Fielding\nNI number: AB123456C\nNet pay: 1,900.00\n' }] } },
    { name: 'one person’s payslip to an address that is on record', draft: { to: ['sam@gmail.com'], attachments: [{ name: 'P60.txt', text: 'National Insurance number: AB123456C' }] }, organisation: { allowedAddresses: [{ address: 'sam@gmail.com', why: 'Registered by the employee', expires: null }] } },
    { name: 'an ordinary file with a subject on which the gateway encrypts', draft: { to: ['x@fellside-centre.example'], subject: 'Menu [encrypt]', attachments: [menu] } },
    { name: 'a file in the older encryption of zips, which the policy accepts', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'notes.zip', bytes: OLD_ZIP }] } },
    { name: 'a file encrypted with PGP', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'notes.gpg', bytes: PGP }] } },
    { name: 'an ordinary file', draft: { to: ['x@fellside-centre.example'], attachments: [menu] } },
    { name: 'a blank form with headings and no answers', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'Medical form.csv', text: 'Name,UPN,NHS number,Allergies\n,,,\n,,,\n' }] } },
    { name: 'an order number that passes the NHS check', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'order.txt', text: 'Order number 9998245915 has shipped.' }] } },
    { name: 'a signature picture', draft: { to: ['x@fellside-centre.example'], attachments: [{ ...photo('logo.png'), inline: true }] } },
    { name: 'a linked file, which is not in the email', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'register.xlsx', kind: 'link' }] } },
    { name: 'an unreadable file for a colleague', draft: { to: ['kit@oakfield.example'], attachments: [zipped('forms.zip')] } },
    { name: 'a UPN with a wrong check letter', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'a.csv', text: 'UPN\nA801200001001\n' }] } },
    { name: 'a dinner menu for an activity centre', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'menu.csv', text: 'Day,Main,Pudding\nMonday,Pasta,Fruit\nTuesday,Fish,Crumble\n' }] } },
    { name: 'a kit list for a trip', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'kit list.txt', text: 'Bring boots, a coat, a packed lunch and any inhaler.' }] } },
    { name: 'a policy that speaks of SEN and of safeguarding', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'SEN policy.txt', text: 'The SENCO reviews each EHCP yearly. Safeguarding concerns go to the DSL.' }] } },
    { name: 'fixtures with numbers', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'fixtures.csv', text: 'Team,Score,Pitch\nOakfield A,3,2\nMarsh Lane,1,4\n' }] } },
    { name: 'a price list', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'prices.csv', text: 'Item,Code,Price\nClimbing,4820193847,12.50\nCanoe,4820193848,15.00\n' }] } },
    { name: 'numbers of pupils by year, which name nobody', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'numbers.csv', text: 'Year,Pupils,Free school meals\n5,58,12\n6,60,14\n' }] } },
    { name: 'a risk assessment', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'risk.txt', text: 'Hazard: slips. Control: boots. First aid kit and EpiPen carried by staff.' }] } },
    { name: 'a training slide on data protection', draft: { to: ['x@fellside-centre.example'], attachments: [{ name: 'training.txt', text: 'A UPN has a letter and twelve digits. Health data is special category data.' }] } },
  ],
};
