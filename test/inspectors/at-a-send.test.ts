import fs from 'node:fs';
import path from 'node:path';
import { crc32 } from '../../src/inspectors/bytes';
import { formatNotes } from '../../src/inspectors/format-notes';
import { knowLetters } from '../../src/text/single-byte';
import { buildCompoundFile } from './build-compound-file';
import { buildZip } from './build-zip';
import { bytesOf, inspectBytes, little, textOf } from './inspecting';

// What classic Outlook reads at a send, beside what every other place does.

const FILES = path.join(__dirname, 'files');

const samples = fs
  .readdirSync(FILES, { recursive: true })
  .map(String)
  .filter((name) => !/\.(sh|py|mjs|ts)$/.test(name) && fs.statSync(path.join(FILES, name)).isFile())
  .sort();

const notes = new Map(formatNotes.map((note) => [note.format, note]));

describe.each(samples)('%s', (name) => {
  const bytes = new Uint8Array(fs.readFileSync(path.join(FILES, name)));
  const whole = inspectBytes(path.basename(name), bytes);
  const atSend = inspectBytes(path.basename(name), bytes, { readers: null });

  test('its protection is the same everywhere, or said to be left to the pane', () => {
    if (notes.get(whole.format)?.isJudgedLater === true) {
      expect(atSend).toMatchObject({ protection: 'unknown', content: 'none', isLeftToPane: true });
      expect(['unknown', whole.format]).toContain(atSend.format);
      return;
    }
    // What is deciphered elsewhere is not deciphered at a send.
    expect(atSend.format).toBe(atSend.format === 'ooxml' && whole.protection === 'opens-without-password' ? 'ooxml' : whole.format);
    // A file with a password, inside one that is not unpacked at a send, is not seen there.
    expect(atSend.protection).toBe(name === '7z/locked-inside.7z' ? 'open' : whole.protection);
  });

  test('its format has a note for the docs', () => {
    expect(['unknown', 'empty'].includes(whole.format) || notes.has(whole.format)).toBe(true);
  });

  test('what is left to the pane is said, and is never remembered; all else is read the same', () => {
    if (atSend.isLeftToPane !== true) {
      expect({ ...atSend, segments: textOf(atSend) }).toEqual({ ...whole, segments: textOf(whole) });
      return;
    }
    expect(whole.isLeftToPane).toBeUndefined();
    expect(atSend.content).not.toBe('all');
    expect(atSend.contentReason ?? '').not.toBe('');
  });

  test('the note says where it is read', () => {
    const { reads, isJudgedLater } = notes.get(whole.format)!;
    if (isJudgedLater === true || whole.protection === 'opens-without-password') return;
    if (reads === 'later' && whole.content !== 'none') expect(atSend.isLeftToPane).toBe(true);
    if (atSend.isLeftToPane === true && whole.entries.length === 0) expect(['words', 'later']).toContain(reads);
  });
});

/** A 7z file whose list of files is packed with LZMA2: its header says so, and that is all a send looks at. */
function otherwisePackedArchive(): Uint8Array {
  const header = Uint8Array.from([23, 6, 0, 1, 9, 4, 0, 7, 11, 1, 0, 1, 0x21, 0x21, 1, 24, 12, 4, 0, 0]);
  const data = [0, 0, 0, 0];
  return bytesOf('7z\xbc\xaf\x27\x1c\x00\x04', little(0, 4), little(data.length, 8), little(header.length, 8), little(crc32(header), 4), data, header);
}

const LATER = 'Open Heed beside the draft to have it read.';

describe('what was encrypted before it was attached is protected', () => {
  const armoured = fs.readFileSync(path.join(FILES, 'pgp/encrypted.asc'), 'latin1');
  const binary = new Uint8Array(fs.readFileSync(path.join(FILES, 'pgp/encrypted.gpg')));
  const from = 'From: a@school.example\r\nSubject: x\r\n';
  const pgpMail = `${from}Content-Type: multipart/encrypted; boundary=b; protocol="application/pgp-encrypted"\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n${armoured}\r\n--b--\r\n`;
  const locked = buildCompoundFile({ 'PowerPoint Document': new Uint8Array(5000), 'Current User': bytesOf(new Uint8Array(12), little(0xf3d1c4df, 4), new Uint8Array(8)) });

  test.each([
    ['a PGP message after the marker that PGP itself writes', bytesOf([0xa8, 3], 'PGP', binary), 'pgp', 'protected'],
    ['a mail that PGP encrypts', bytesOf(pgpMail), 'eml', 'protected'],
    ['a mail of which nothing but a PGP message is its text', bytesOf(`${from}\r\n${armoured}`), 'eml', 'protected'],
    ['a PGP message among the lines of a mail', bytesOf(`${from}\r\nHere it is.\r\n${armoured}`), 'eml', 'partly'],
    ['a locked presentation of before 2007', new Uint8Array(locked), 'ppt', 'protected'],
  ])('%s', (_, bytes, format, protection) => {
    const inspection = inspectBytes('a', bytes, { readers: null });
    expect(inspection).toMatchObject({ format, protection });
    expect(inspection.isLeftToPane).toBeUndefined();
  });
});

describe('what schools never send', () => {
  const mail = (encoding: string, body: string): Uint8Array =>
    bytesOf(`From: a@school.example\r\nSubject: x\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`);

  test.each([
    ['an Access database', bytesOf([0, 1, 0, 0], 'Standard Jet DB\0', new Uint8Array(4096)), 'unknown'],
    ['a OneNote section', bytesOf('\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3', new Uint8Array(100)), 'unknown'],
    ['a RAR archive of 1994', bytesOf('RE~^', [7, 0, 0], new Uint8Array(30)), 'unknown'],
    ['an age file that is nearly all letters', bytesOf('age-encryption.org/v1\n-> X25519 abcdefgh\nijklmnop\n--- qrst\n', 'letters '.repeat(100)), 'unknown'],
    ['a vault of Ansible', bytesOf('$ANSIBLE_VAULT;1.1;AES256\n6162\n'), 'unknown'],
    ['bytes that nobody knows', Uint8Array.from({ length: 300 }, (_, i) => (i * 97 + 131) & 255), 'unknown'],
    // py7zr packs the list of files with LZMA2, 7-Zip with LZMA.
    ['a 7-Zip archive whose list is packed in another way', otherwisePackedArchive(), 'unknown'],
    ['a mailbox', bytesOf('From a@school.example Mon\r\nFrom: a@school.example\r\nTo: b@school.example\r\n\r\nhello\r\n'), 'open'],
    ['a file that is uuencoded in a mail', mail('x-uuencode', 'begin 644 a.bin\r\n#0V%T\r\n`\r\nend\r\n'), 'open'],
    ['an EPUB book', buildZip([{ name: 'mimetype', data: 'application/epub+zip', method: 0 }, { name: 'META-INF/container.xml', data: '<container/>' }]), 'unknown'],
    ['a Pages document', buildZip([{ name: 'Index/Document.iwa', data: 'x' }]), 'open'],
    ['an XPS document', buildZip([{ name: 'Documents/1/Pages/1.fpage', data: '<FixedPage/>' }]), 'open'],
  ])('%s is left to the pane', (_, bytes, protection) => {
    const inspection = inspectBytes('a', bytes, { readers: null });
    expect(inspection).toMatchObject({ protection, isLeftToPane: true });
    expect(inspection.content).not.toBe('all');
    expect(inspection.contentReason).toContain(LATER);
  });

  test('letters of other scripts are read as Western ones, and left to the pane', () => {
    knowLetters({});
    const page = bytesOf('<?xml version="1.0" encoding="windows-1251"?>\n<list>\xd8\xea\xee\xeb\xe0 for Rowan Example</list>');
    const inspection = inspectBytes('a.xml', page, { readers: null });
    expect(inspection).toMatchObject({ content: 'part', contentReason: expect.stringContaining(LATER), isLeftToPane: true });
    expect(textOf(inspection)).toContain('for Rowan Example');
    expect(textOf(inspectBytes('a.xml', page))).toContain('Школа for Rowan Example');
  });
});
