/*
 * Writes the sample drafts of this folder: invented people at example domains, numbers from reserved ranges. Run it with
 * `node test/mail/make-mail.mjs` after changing a story, then `npm run golden`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

const folder = path.dirname(fileURLToPath(import.meta.url));
/** Made once with 7-Zip (AES-256, one invented statement): we write no encrypted files here. */
const caseBundle = fs.readFileSync(path.join(folder, 'parts', 'case-bundle.zip'));

/** Same bytes on every run. */
const ZIP_OPTIONS = { mtime: new Date('2026-09-01T12:00:00Z'), level: 6 };

const zip = (files) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])), ZIP_OPTIONS);

/** A UPN for an invented pupil: the check letter of the 12 digits, by the DfE's rule. */
function upn(digits) {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] + digits;
}

/** An NHS number in the range kept for tests; null when the nine digits have no check digit. */
function nhs(nine) {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${check}`;
}

const pupils = ['Ada Penrose', 'Ben Tolland', 'Cara Whitlow', 'Dev Ashgrove', 'Ellie Marchbank', 'Finn Corrigall', 'Gita Lowthorpe', 'Hal Benning', 'Isla Thackray', 'Jon Pellow', 'Kit Amberley', 'Lena Rookwood', 'Max Fenwright', 'Nia Oldcastle'];
const surnames = ['Abbot', 'Baxter', 'Cawood', 'Denholm', 'Eastby', 'Fallow', 'Garside', 'Hexham', 'Ingleby', 'Jarrow', 'Kelso', 'Lindley', 'Marden', 'Norton', 'Otley', 'Pickard', 'Quarmby', 'Ripley', 'Selby', 'Thirsk', 'Ulley', 'Verity', 'Wetherby', 'Yarm', 'Airton', 'Bedale', 'Clapham', 'Dent', 'Elland', 'Flaxby', 'Grassing', 'Hawes', 'Ilkley', 'Kettle', 'Leyburn', 'Malham', 'Nidd', 'Oughter'];
const needs = ['K', 'E', 'K', 'K', 'E', 'K', 'K', 'K', 'E', 'K', 'K', 'K', 'E', 'K'];

const nhsNumbers = [];
for (let serial = 100; nhsNumbers.length < 40; serial += 7) {
  const number = nhs(`999${String(400000 + serial * 13)}`);
  if (number !== null) nhsNumbers.push(number);
}

const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function xlsx(rows) {
  const cell = (value, row, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  const sheet = rows.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, index, column)).join('')}</row>`).join('');
  return zip({
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Support list" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
  });
}

function docx(paragraphs) {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`).join('');
  return zip({
    '[Content_Types].xml': '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** A PDF of one page of text lines, or of none, as a scanner makes it. */
function pdf(lines) {
  const text = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n');
  const content = lines.length === 0 ? '0 0 595 842 re f' : `BT /F1 11 Tf 14 TL 60 780 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(file, true);
}

const word = (text) => (/^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);
const folded = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

function eml({ from = 'Dee Marlow <dee.marlow@oakfield.example>', to, cc, bcc, subject, date, body, headers = {}, attachments = [], invitation = false }) {
  const lines = [`From: ${from}`, `To: ${to}`];
  if (cc !== undefined) lines.push(`Cc: ${cc}`);
  if (bcc !== undefined) lines.push(`Bcc: ${bcc}`);
  if (subject !== undefined) lines.push(`Subject: ${word(subject)}`);
  lines.push(`Date: ${date}`, 'MIME-Version: 1.0');
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  const text = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body.replace(/\n/g, '\r\n')}\r\n`;
  if (attachments.length === 0 && !invitation) return `${lines.join('\r\n')}\r\n${text}`;
  const parts = [text, ...attachments.map(({ name, type, bytes }) => {
    if (type === 'message/rfc822') return `Content-Type: message/rfc822; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${bytes}\r\n`;
    return `Content-Type: ${type ?? 'application/octet-stream'}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${folded(bytes)}\r\n`;
  })];
  if (invitation) parts.push('Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Staff briefing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
  const boundary = 'heed-sample-boundary';
  return `${lines.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
}

const register = xlsx([['Name', 'UPN', 'SEN status', 'Notes'], ...pupils.map((name, index) => [name, upn(`8012000010${String(index + 10)}`), needs[index], 'Reviewed in October'])]);
const health = ['Name,Year,NHS number,Allergies', ...Array.from({ length: 38 }, (_, index) => `${pupils[index % 14].split(' ')[0]} ${surnames[index]},5,${nhsNumbers[index]},Nut allergy`)].join('\r\n');

const stories = {
  'sen-register-to-gmail': eml({
    to: 'K Parent <k.example.parent@gmail.com>',
    subject: 'Support for next term',
    date: 'Thu, 19 Nov 2026 21:40:00 +0000',
    body: 'Hi,\n\nAs promised, here is the plan for next term.\n\nDee Marlow\nSENCO, Oakfield Academy',
    attachments: [{ name: 'Y5 support list.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: register }],
  }),
  'all-staff-notice': eml({
    from: 'Kit Lowe <kit.lowe@oakfield.example>',
    to: 'Oakfield All Staff <all-staff@oakfield.example>',
    subject: 'Cakes in the staff room',
    date: 'Wed, 18 Nov 2026 11:05:00 +0000',
    body: 'There are cakes in the staff room for Sam\'s birthday.',
  }),
  'blank-subject': eml({
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    subject: '',
    date: 'Wed, 18 Nov 2026 14:20:00 +0000',
    body: 'Hi Kit,\n\nOpen evening: who is on the door? I can do the first hour.\n\nDee',
  }),
  'late-to-colleagues': eml({
    to: 'Kit Lowe <kit.lowe@oakfield.example>, Ana Reed <ana.reed@oakfield.example>',
    cc: 'Jo Field <jo.field@oakfield.example>',
    subject: 'Trip letters',
    date: 'Tue, 17 Nov 2026 20:50:00 +0000',
    body: 'Could someone print the trip letters first thing?\n\nDee',
  }),
  'late-but-scheduled': eml({
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    subject: 'Trip letters',
    date: 'Tue, 17 Nov 2026 20:50:00 +0000',
    headers: { 'Deferred-Delivery': 'Wed, 18 Nov 2026 07:30:00 +0000' },
    body: 'The trip letters are ready.\n\nDee',
  }),
  'health-list-in-forwarded-mail': eml({
    to: 'Bookings <bookings@fellside-centre.example>',
    subject: 'FW: Trip pack for 4 December',
    date: 'Wed, 18 Nov 2026 10:15:00 +0000',
    body: 'The office pack is attached.\n\nDee',
    attachments: [{
      name: 'From office.eml',
      type: 'message/rfc822',
      bytes: eml({
        from: 'Office <office@oakfield.example>',
        to: 'Dee Marlow <dee.marlow@oakfield.example>',
        subject: 'Trip pack',
        date: 'Tue, 17 Nov 2026 09:00:00 +0000',
        body: 'Forms for the trip.',
        attachments: [{ name: 'forms.zip', type: 'application/zip', bytes: zip({ 'Health info.csv': health, 'Kit list.txt': 'Boots, waterproofs, packed lunch.' }) }],
      }).replace(/heed-sample-boundary/g, 'heed-inner-boundary'),
    }],
  }),
  'letter-with-nhs-number': eml({
    to: 'Clinic <clinic@fellside-health.example>',
    subject: 'Referral',
    date: 'Wed, 18 Nov 2026 13:00:00 +0000',
    body: 'The referral letter is attached.\n\nDee',
    attachments: [{ name: 'Referral letter.docx', bytes: docx(['Referral for Ada Penrose', `NHS number: ${nhsNumbers[0]}`, 'Ada has been seen by the school nurse.']) }],
  }),
  'class-list-pdf-to-partner': eml({
    to: 'School nursing <nursing@nhs.net>',
    subject: 'Class list for the vaccination day',
    date: 'Wed, 18 Nov 2026 13:30:00 +0000',
    body: 'The list for the vaccination day.\n\nDee',
    attachments: [{ name: 'Class 5.pdf', type: 'application/pdf', bytes: pdf(['Class 5', 'UPN and name', ...pupils.slice(0, 12).map((name, index) => `${upn(`8012000010${String(index + 10)}`)}   ${name}`)]) }],
  }),
  'scan-to-centre': eml({
    to: 'Bookings <bookings@fellside-centre.example>',
    subject: 'Signed forms',
    date: 'Wed, 18 Nov 2026 13:45:00 +0000',
    body: 'The signed forms, scanned.\n\nDee',
    attachments: [{ name: 'scan.pdf', type: 'application/pdf', bytes: pdf([]) }],
  }),
  'file-to-parent': eml({
    to: 'K Parent <k.example.parent@outlook.com>',
    subject: 'Reading list',
    date: 'Wed, 18 Nov 2026 15:10:00 +0000',
    body: 'The reading list for the holidays.\n\nDee',
    attachments: [{ name: 'Reading list.docx', bytes: docx(['Reading list', 'Three books for the holidays.']) }],
  }),
  'note-to-parent': eml({
    to: 'K Parent <k.example.parent@gmail.com>',
    subject: 'Lost jumper',
    date: 'Wed, 18 Nov 2026 15:20:00 +0000',
    body: 'The jumper has turned up and is in the office.\n\nDee',
  }),
  'order-number-to-supplier': eml({
    to: 'Sales <sales@paper-supplies.example>',
    subject: 'Order 9998245915',
    date: 'Wed, 18 Nov 2026 12:00:00 +0000',
    body: 'Order number 9998245915 has not arrived. Could you look into it?\n\nKit',
    attachments: [{ name: 'order.csv', type: 'text/csv', bytes: strToU8('Order number,Item,Count\r\n9998245915,Paper A4,20\r\n9434765870,Pens,100\r\n') }],
  }),
  'to-the-union': eml({
    to: 'Caseworker <caseworker@neu.org.uk>',
    subject: '',
    date: 'Sat, 21 Nov 2026 23:55:00 +0000',
    body: 'This is what happened on Thursday.',
    attachments: [{ name: 'Y5 support list.xlsx', bytes: register }],
  }),
  'briefing-for-all-staff': eml({
    from: 'Kit Lowe <kit.lowe@oakfield.example>',
    to: 'Oakfield All Staff <all-staff@oakfield.example>',
    subject: 'Staff briefing',
    date: 'Wed, 18 Nov 2026 09:00:00 +0000',
    body: 'Briefing in the hall.',
    invitation: true,
  }),
  'protected-zip-to-solicitor': eml({
    from: 'Ana Reed <ana.reed@oakfield.example>',
    to: 'J Alder <j.alder@alder-law.example>',
    subject: 'Case bundle',
    date: 'Wed, 18 Nov 2026 10:30:00 +0000',
    body: "The bundle is attached. I'll phone the password through.\n\nAna",
    attachments: [{ name: 'case-bundle.zip', type: 'application/zip', bytes: caseBundle }],
  }),
  'password-beside-the-bundle': eml({
    from: 'Ana Reed <ana.reed@oakfield.example>',
    to: 'J Alder <j.alder@alder-law.example>',
    subject: 'Case bundle',
    date: 'Wed, 18 Nov 2026 10:40:00 +0000',
    body: 'The bundle is attached.\n\nPassword: Tr0ub4dor&3\n\nAna',
    attachments: [{ name: 'case-bundle.zip', type: 'application/zip', bytes: caseBundle }],
  }),
  'teal-log-in-for-supply': eml({
    from: 'Kit Lowe <kit.lowe@oakfield.example>',
    to: 'Cover desk <cover@supply-desk.example>',
    subject: 'Cover on Thursday',
    date: 'Wed, 18 Nov 2026 11:00:00 +0000',
    body: 'Hello,\nFor our supply teacher on Thursday:\nusername: supply1 password: Autumn2026!\n\nKit',
  }),
  'planning-to-own-gmail': eml({
    from: 'Sam Fielding <sam.fielding@oakfield.example>',
    to: 'sam.t.fielding@gmail.com',
    subject: 'FW: Planning for week 9',
    date: 'Wed, 18 Nov 2026 16:30:00 +0000',
    body: 'For tonight.',
    attachments: [{ name: 'Planning week 9.docx', bytes: docx(['Planning, week 9', 'Monday: fractions. Tuesday: decimals.']) }],
  }),
  'register-to-own-gmail': eml({
    from: 'Sam Fielding <sam.fielding@oakfield.example>',
    to: 'sam.t.fielding@gmail.com',
    subject: 'Support list',
    date: 'Wed, 18 Nov 2026 16:35:00 +0000',
    body: 'For tonight.',
    attachments: [{ name: 'Y5 support list.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: register }],
  }),
  'teal-parents-in-cc': eml({
    from: 'Kit Lowe <kit.lowe@oakfield.example>',
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    cc: surnames.slice(0, 31).map((name, index) => `${name.toLowerCase()}@${index % 2 === 0 ? 'gmail.com' : 'hotmail.co.uk'}`).join(', '),
    subject: 'Football on Saturday',
    date: 'Wed, 18 Nov 2026 12:30:00 +0000',
    body: 'Kick-off is at ten. Bring a drink.\n\nKit',
  }),
  'from-the-heads-mailbox': eml({
    from: 'Headteacher <head@oakfield.example>',
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    subject: 'Cover for Friday',
    date: 'Wed, 18 Nov 2026 09:30:00 +0000',
    headers: { Sender: 'A Marlowe <a.marlowe@oakfield.example>' },
    body: 'Cover for Friday is arranged.',
  }),
  'song-for-a-colleague': eml({
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    subject: 'For the disco',
    date: 'Wed, 18 Nov 2026 12:45:00 +0000',
    body: 'This one goes down well.\n\nDee',
    attachments: [{ name: 'Summer mix 7.mp3', type: 'audio/mpeg', bytes: strToU8('ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000', true) }],
  }),
  'forwarded-protected-bundle': eml({
    from: 'Ana Reed <ana.reed@oakfield.example>',
    to: 'J Alder <j.alder@alder-law.example>',
    subject: 'FW: SEN case bundle',
    date: 'Wed, 18 Nov 2026 11:30:00 +0000',
    body: 'As sent to us.\n\nAna',
    attachments: [{
      name: 'SEN case.eml',
      type: 'message/rfc822',
      bytes: eml({
        from: 'Office <office@oakfield.example>',
        to: 'Ana Reed <ana.reed@oakfield.example>',
        subject: 'SEN case bundle',
        date: 'Tue, 17 Nov 2026 09:00:00 +0000',
        body: 'The bundle, protected.',
        attachments: [{ name: 'SEN case bundle.zip', type: 'application/zip', bytes: caseBundle }],
      }).replace(/heed-sample-boundary/g, 'heed-inner-boundary'),
    }],
  }),
  'ordinary': eml({
    to: 'Kit Lowe <kit.lowe@oakfield.example>',
    subject: 'Open evening rota',
    date: 'Wed, 18 Nov 2026 10:00:00 +0000',
    body: 'The rota is on the shared drive.\n\nDee',
  }),
};

for (const [name, text] of Object.entries(stories)) fs.writeFileSync(path.join(folder, `${name}.eml`), text);
console.log(`${Object.keys(stories).length} drafts written.`);
