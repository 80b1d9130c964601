import { bytesOf, expectInspection, inspectBytes, little, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const HEAD = 'From: Rowan Example <rowan@oakfield.example>\r\nTo: ivy@sample.example\r\nSubject: The register\r\nMIME-Version: 1.0\r\n';
const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const base64 = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
const mail = (...lines: readonly string[]): Uint8Array => utf8(HEAD + lines.join('\r\n'));
/** A mail of several parts, each given as its header lines, an empty line and its content. */
const multipart = (kind: string, ...parts: readonly string[]): string =>
  [`Content-Type: multipart/${kind}; boundary="=_edge"`, '', ...parts.map((part) => `--=_edge\r\n${part}`), '--=_edge--', ''].join('\r\n');
const attachment = (name: string, bytes: Uint8Array): string =>
  `Content-Type: application/octet-stream; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${base64(bytes)}`;
const BODY = 'Content-Type: text/plain\r\n\r\nThe list is attached.';
const OPEN: Expected = { format: 'eml', protection: 'open', content: 'all' };
const ENCRYPTED_BLOCK = Buffer.from(sampleBytes('pgp/encrypted.asc')).toString('latin1');

const CASES: readonly (readonly [string, Uint8Array, Expected])[] = [
  ['a plain mail is read', mail('', 'Rowan starts on Monday.'), { ...OPEN, says: 'Rowan starts on Monday.' }],
  ['its subject and addresses are read', mail('', 'x'), { ...OPEN, says: 'Subject: The register' }],
  [
    'quoted-printable is decoded',
    mail('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '', 'caf=C3=A9 lun=\r\nch'),
    { ...OPEN, says: 'café lunch' },
  ],
  [
    'base64 is decoded',
    mail('Content-Transfer-Encoding: BASE64', '', base64('Rowan starts on Monday.')),
    { ...OPEN, says: 'Rowan starts on Monday.' },
  ],
  [
    'base64 with stray characters is decoded all the same',
    mail('Content-Transfer-Encoding: base64', '', 'Um93!YW4g', '*c3RhcnRz'),
    { ...OPEN, says: 'Rowan starts' },
  ],
  [
    'uuencoded text is decoded',
    mail('Content-Transfer-Encoding: x-uuencode', '', 'begin 644 a.txt', '%:&5L;&\\', '`', 'end'),
    { ...OPEN, says: 'hello' },
  ],
  [
    'a declared encoding is heeded',
    bytesOf(HEAD, 'Content-Type: text/plain; charset=iso-8859-2\r\n\r\n\xb3\xf3d\xbc'),
    { ...OPEN, says: 'łódź' },
  ],
  ['an undeclared encoding is recognised', bytesOf(HEAD, '\r\ncaf\xe9 \x80 5'), { ...OPEN, says: 'café € 5' }],
  [
    'HTML is read as text',
    mail('Content-Type: text/html', '', '<p>Rowan <b>starts</b> on&nbsp;Monday.</p>'),
    { ...OPEN, says: 'Rowan starts on Monday.' },
  ],
  [
    'both alternatives are read',
    mail(multipart('alternative', 'Content-Type: text/plain\r\n\r\nplain words', 'Content-Type: text/html\r\n\r\n<p>rich words</p>')),
    { ...OPEN, says: 'plain words\nrich words' },
  ],
  [
    'an attached table is read',
    mail(multipart('mixed', BODY, attachment('a.csv', utf8('Name,Year\r\nIvy Sample,8\r\n')))),
    { ...OPEN, says: 'Ivy Sample' },
  ],
  [
    'a mail attached to a mail is read',
    mail(multipart('mixed', BODY, `Content-Type: message/rfc822\r\n\r\n${HEAD}\r\nInner words.`)),
    { ...OPEN, says: 'Inner words.' },
  ],
  ['a mail with only a content type is a mail', utf8('Content-Type: text/html\n\n<a href="x">click</a>\n'), { ...OPEN, says: 'click' }],
  [
    'a mail saved by an older program, with its From line, is a mail',
    bytesOf('From rowan@oakfield.example Mon Jan  5 10:00:00 2026\n', HEAD, '\r\nRowan starts.'),
    { ...OPEN, says: 'Rowan starts.' },
  ],
  [
    'a multipart without any of its boundaries is read as it stands',
    mail('Content-Type: multipart/mixed; boundary=never', '', 'words in plain sight'),
    { ...OPEN, says: 'words in plain sight' },
  ],
  [
    'a multipart that is cut off is read to its end',
    mail(multipart('mixed', BODY).replace('--=_edge--\r\n', '')),
    { ...OPEN, says: 'The list is attached.' },
  ],
  ['text after the last part is read too', mail(`${multipart('mixed', BODY)}left over`), { ...OPEN, says: 'left over' }],
  [
    'a picture beside the text is said not to be read',
    mail(multipart('mixed', BODY, attachment('a.gif', bytesOf('GIF89a', new Array(20).fill(0))))),
    { ...OPEN, content: 'part', says: 'The list' },
  ],
  [
    'a mail with a locked archive is partly protected',
    mail(multipart('mixed', BODY, attachment('a.7z', sampleBytes('7z/locked.7z')))),
    { format: 'eml', protection: 'partly', content: 'part', says: 'The list' },
  ],
  [
    'a PGP/MIME mail is protected',
    mail(
      multipart(
        'encrypted; protocol="application/pgp-encrypted"',
        'Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1',
        `Content-Type: application/octet-stream; name="encrypted.asc"\r\n\r\n${ENCRYPTED_BLOCK}`,
      ),
    ),
    { format: 'eml', protection: 'protected', content: 'part', says: 'The register' },
  ],
  [
    'a mail whose text is one PGP block is protected',
    mail('', ENCRYPTED_BLOCK),
    { format: 'eml', protection: 'protected', content: 'part' },
  ],
  [
    'a mail with words around a PGP block is partly protected',
    mail('', 'The passphrase follows by phone.', '', ENCRYPTED_BLOCK),
    { format: 'eml', protection: 'partly', content: 'part', says: 'follows by phone' },
  ],
  [
    'a mail that calls itself encrypted and is not, is open',
    mail(
      multipart(
        'encrypted; protocol="application/pgp-encrypted"',
        'Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1',
        'Content-Type: application/octet-stream\r\n\r\nnot encrypted at all',
      ),
    ),
    { ...OPEN, says: 'not encrypted at all' },
  ],
  [
    'an S/MIME mail that is only signed is open',
    mail(
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      base64(sampleBytes('cms/signed.p7m')),
    ),
    { ...OPEN, says: 'Minutes of the Oakfield' },
  ],
  [
    'an S/MIME mail that is enveloped is protected, whatever it says of itself',
    mail(
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
      'Content-Transfer-Encoding: base64',
      '',
      base64(sampleBytes('cms/enveloped.p7m')),
    ),
    { format: 'eml', protection: 'protected', content: 'part' },
  ],
];

test.each(CASES)('%s', (_, bytes, expected) => {
  expectInspection(inspectBytes('a.eml', bytes), expected);
});

test.each([
  ['=?utf-8?Q?caf=C3=A9_menu?=', 'café menu'],
  ['=?utf-8?B?Y2Fmw6k=?= menu', 'café menu'],
  ['=?utf-8?B?Y2Fmww==?=\r\n =?utf-8?B?qQ==?= menu', 'café menu'],
  ['=?iso-8859-1?Q?caf=E9?= =?iso-8859-1?Q?_menu?=', 'café menu'],
  ['=?windows-1252*en?Q?caf=E9?=', 'café'],
  ['=?utf-8?Q?half', '=?utf-8?Q?half'],
])('the subject %s reads as %s', (subject, expected) => {
  expect(textOf(inspectBytes('a.eml', utf8(`From: a@b.example\r\nSubject: ${subject}\r\n\r\nx`)))).toContain(`Subject: ${expected}`);
});

test.each([
  ['filename="plain.txt"', 'plain.txt'],
  ['filename=bare.txt', 'bare.txt'],
  ['filename="=?utf-8?Q?caf=C3=A9.txt?="', 'café.txt'],
  ["filename*=utf-8''caf%C3%A9.txt", 'café.txt'],
  ["filename*0*=utf-8''caf%C3; filename*1*=%A9.txt", 'café.txt'],
  ['filename*0="part one "; filename*1="and two.txt"', 'part one and two.txt'],
  ['filename="quoted \\"x\\"; y.txt"', 'quoted "x"; y.txt'],
])('an attachment with %s is called %s', (parameter, expected) => {
  const inspection = inspectBytes('a.eml', mail(multipart('mixed', BODY, `Content-Disposition: attachment; ${parameter}\r\n\r\nwords`)));
  expect(inspection.entries).toEqual([expected]);
  expect(inspection.segments.map((segment) => segment.path)).toContainEqual([expected]);
});

test('a mailbox of several mails is read mail by mail', () => {
  const one = 'From rowan@oakfield.example Mon Jan  5 10:00:00 2026\n';
  const box = bytesOf(one, HEAD, '\r\nFirst words.\r\nFrom here on, more words.\r\n\r\n', one, HEAD, '\r\nSecond words.\r\n');
  const inspection = inspectBytes('inbox', box);
  expectInspection(inspection, { format: 'mbox', protection: 'open', content: 'all', says: 'Second words.' });
  expect(inspection.entries).toEqual(['mail 1', 'mail 2']);
});

describe('an ordinary text is no mail', () => {
  test.each([
    ['a letter', 'Dear Rowan,\n\nTo: the hall\nFrom: the office\n'],
    ['a note with one field', 'Subject: the summer concert\n\nWe meet at seven.\n'],
    ['settings', 'name: value\ncolour: blue\n\n'],
    ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Terms\nX-WR-TIMEZONE:Europe/London\nEND:VCALENDAR\n'],
    ['a contact', 'BEGIN:VCARD\nN:Example;Rowan\nORG:Oakfield\nX-ABUID:1\nX-ABDATE:2\nEND:VCARD\n'],
    ['a log', '10:00: started\n10:01: from: here\n'],
  ])('%s', (_, text) => {
    expect(inspectBytes('a.txt', utf8(text)).format).not.toBe('eml');
  });

  test('but a memo that begins like one loses no word by being read as one', () => {
    const text = 'To: all staff\nFrom: the head\nDate: 5 January\nRe: the concert\n\nWe meet at seven.\n';
    const words = textOf(inspectBytes('a.txt', utf8(text)));
    for (const line of text.split('\n')) expect(words).toContain(line);
  });
});

describe('winmail.dat (synthetic, after [MS-OXTNEF])', () => {
  const attribute = (level: number, id: number, data: Uint8Array): Uint8Array =>
    bytesOf([level], little(id, 4), little(data.length, 4), data, [0, 0]);
  const property = (type: number, id: number, value: Uint8Array): Uint8Array =>
    bytesOf(little(type, 2), little(id, 2), little(1, 4), little(value.length, 4), value, new Array((4 - (value.length % 4)) % 4).fill(0));
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`${text}\0`, 'utf16le'));
  const named = bytesOf(
    little(3, 2),
    little(0x8001, 2),
    new Array(16).fill(1),
    little(1, 4),
    little(6, 4),
    'a\0b\0\0\0',
    [0, 0],
    little(5, 4),
  );
  const winmail = bytesOf(
    '\x78\x9f\x3e\x22\x01\x00',
    attribute(1, 0x00018004, bytesOf('The register\0')),
    attribute(
      1,
      0x00069003,
      bytesOf(
        little(3, 4),
        property(0x1f, 0x37, utf16('The register again')),
        named,
        property(0x1f, 0x1000, utf16('Rowan starts on Monday.')),
      ),
    ),
    attribute(2, 0x00069002, bytesOf(new Array(14).fill(0))),
    attribute(2, 0x00018010, bytesOf('A~1.CSV\0')),
    attribute(2, 0x0006800f, utf8('Name,Year\r\nIvy Sample,8\r\n')),
    attribute(2, 0x00069005, bytesOf(little(1, 4), property(0x1f, 0x3707, utf16('a long name.csv')))),
  );

  test('its text and attachments are read, under their long names', () => {
    const inspection = inspectBytes('winmail.dat', winmail);
    expectInspection(inspection, { format: 'tnef', protection: 'open', content: 'all', says: 'Rowan starts on Monday.' });
    expect(textOf(inspection)).toContain('The register again');
    expect(textOf(inspection)).toContain('Ivy Sample');
    expect(inspection.entries).toEqual(['a long name.csv']);
  });

  test('it is read inside a mail', () => {
    const inspection = inspectBytes('a.eml', mail(multipart('mixed', BODY, attachment('winmail.dat', winmail))));
    expect(inspection.entries).toEqual(['winmail.dat', 'winmail.dat > a long name.csv']);
  });

  test('cut anywhere it is not read whole', () => {
    for (let length = 10; length < winmail.length - 2; length += 1) {
      const inspection = inspectBytes('winmail.dat', winmail.subarray(0, length));
      if (inspection.content === 'all') expect(inspection.segments.length).toBeGreaterThan(0);
    }
  });
});

describe('hostile mails end quickly, and keep what can be read', () => {
  test('multiparts nested 3,000 deep are read to the innermost', () => {
    let text = HEAD;
    for (let depth = 0; depth < 3000; depth += 1)
      text += `Content-Type: multipart/mixed; boundary="edge${depth}"\r\n\r\n--edge${depth}\r\n`;
    const inspection = inspectBytes('deep.eml', utf8(`${text}Content-Type: text/plain\r\n\r\nthe innermost words`));
    expectInspection(inspection, { ...OPEN, says: 'the innermost words' });
  });

  test('mails nested 3,000 deep stop at the depth limit', () => {
    const text = `${HEAD}Content-Type: message/rfc822\r\n\r\n`.repeat(3000);
    const inspection = inspectBytes('deep.eml', utf8(`${text}${HEAD}\r\nthe innermost words`));
    expect(inspection.content).toBe('part');
    expect(inspection.contentReason).toContain('deeper than the limit');
  });

  test('ten thousand attachments stop at the entry limit', () => {
    const inspection = inspectBytes(
      'many.eml',
      mail(multipart('mixed', ...new Array<string>(10_000).fill('Content-Disposition: attachment; filename=a.txt\r\n\r\nx'))),
    );
    expect(inspection.content).toBe('part');
    expect(inspection.contentReason).toContain('more files than the limit');
  });

  test('a million parts without content are not all looked at', () => {
    const inspection = inspectBytes('many.eml', mail('Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\n'.repeat(1_000_000)));
    expect(inspection.content).toBe('part');
  });

  test('a header without end, and a million headers, are read in one pass', () => {
    expect(inspectBytes('a.eml', utf8(`${HEAD}X-Long: ${'=?utf-8?Q?'.repeat(200_000)}`)).format).toBe('eml');
    expect(inspectBytes('a.eml', utf8(`${HEAD}${'a:\r\n'.repeat(1_000_000)}\r\nwords`)).content).toBe('all');
    expect(inspectBytes('a.eml', utf8(`${HEAD}Content-Type: text/plain${';'.repeat(1_000_000)}\r\n\r\nwords`)).content).toBe('all');
  });

  test('decoded attachments count against the size limit', () => {
    const inspection = inspectBytes('a.eml', mail(multipart('mixed', BODY, attachment('a.txt', new Uint8Array(2 << 20).fill(97)))), {
      maxUnpackedMB: 1,
    });
    expectInspection(inspection, { format: 'eml', protection: 'open', content: 'part', says: 'The list' });
    expect(inspection.contentReason).toContain('size limit');
  });

  test('a boundary used by two levels at once ends', () => {
    const inspection = inspectBytes(
      'a.eml',
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'words',
        '--b--',
        '--b--',
      ),
    );
    expect(textOf(inspection)).toContain('words');
  });
});
