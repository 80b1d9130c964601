import type { Inspection } from '../../src/domain';
import { buildZip } from './build-zip';
import type { ZipPart } from './build-zip';
import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';

const ENCRYPTED = 1;
const STRONG = 0x41;
const MASKED = 0x2041;
const AES_EXTRA = bytesOf([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);

describe('zips made by the programs people use', () => {
  test('a plain zip is open, and its files are read with their names as their path', () => {
    const inspection = inspectSample('documents/plain.zip');
    expectInspection(inspection, { format: 'zip', protection: 'open', content: 'all', says: '9991234560' });
    expect(inspection.entries).toEqual(['pupils.csv', 'note.txt']);
    expect(inspection.segments.map((segment) => segment.path)).toEqual([['pupils.csv'], ['note.txt']]);
    expect(inspection.note).toBeNull();
  });

  test('a zip with the older password encryption is protected, and the note says the encryption is older', () => {
    const inspection = inspectSample('documents/traditional.zip');
    expectInspection(inspection, { format: 'zip', protection: 'protected', content: 'none' });
    expect(inspection.note).toContain('older encryption');
    expect(inspection.entries).toEqual(['pupils.csv', 'note.txt']);
  });

  test('a zip with AES encryption is protected, without a note', () => {
    const inspection = inspectSample('documents/aes.zip');
    expectInspection(inspection, { format: 'zip', protection: 'protected', content: 'none' });
    expect(inspection.note).toBeNull();
  });

  test('a zip with one encrypted file among others is partly protected, and the others are read', () => {
    const inspection = inspectSample('documents/some-locked.zip');
    expectInspection(inspection, { format: 'zip', protection: 'partly', content: 'part', says: 'Ben Sample' });
    expect(inspection.reason).toContain('secret.csv');
  });

  test('an open zip that holds an encrypted zip is partly protected', () => {
    const inspection = inspectSample('documents/holds-locked.zip');
    expectInspection(inspection, { format: 'zip', protection: 'partly', content: 'part' });
    expect(inspection.entries).toContain('inner.zip > pupils.csv');
  });
});

const CSV = 'Name,NHS number,Year\nAda Example,9991234560,7\nBen Sample,9991234579,8\n';

function verdict(parts: readonly ZipPart[], options = {}): Inspection {
  return inspectBytes('file.zip', buildZip(parts, options));
}

describe('encryption, as the headers tell it', () => {
  test.each<[string, ZipPart[], Inspection['protection']]>([
    [
      'an entry marked with the strong encryption of PKWARE is protected',
      [{ name: 'a.csv', data: CSV, flags: STRONG }],
      'protected',
    ],
    [
      'an entry with method 99 and the AES mark is protected',
      [{ name: 'a.csv', data: CSV, flags: ENCRYPTED, method: 99, extra: AES_EXTRA }],
      'protected',
    ],
    [
      'an empty file and a folder beside encrypted files need no password, and change nothing',
      [
        { name: 'folder/', data: '', method: 0 },
        { name: 'empty.txt', data: '', method: 0 },
        { name: 'a.csv', data: CSV, flags: ENCRYPTED },
      ],
      'protected',
    ],
    [
      'an entry that only the directory calls encrypted could be either',
      [{ name: 'a.csv', data: CSV, flags: ENCRYPTED, localFlags: 0 }],
      'unknown',
    ],
    [
      'an entry that only its own header calls encrypted could be either',
      [{ name: 'a.csv', data: CSV, flags: 0, localFlags: ENCRYPTED }],
      'unknown',
    ],
  ])('%s', (_name, parts, protection) => {
    const inspection = verdict(parts);
    expect(inspection.protection).toBe(protection);
    expect(inspection.content).toBe('none');
  });

  test('encrypted bytes are never handed on as text', () => {
    expect(textOf(verdict([{ name: 'a.txt', data: 'looks like text', method: 0, flags: ENCRYPTED }]))).toBe('');
  });

  test('a zip whose directory is encrypted is protected, though it lists nothing', () => {
    const zip = buildZip([{ name: '1', data: CSV, localFlags: MASKED }], { withoutDirectory: true });
    expectInspection(inspectBytes('a.zip', zip), { format: 'zip', protection: 'protected', content: 'none' });
  });

  test('an encrypted file with the names of an office document inside is no office document', () => {
    const inspection = verdict([
      { name: '[Content_Types].xml', data: '<Types/>', flags: ENCRYPTED },
      { name: 'word/document.xml', data: '<x/>', flags: ENCRYPTED },
    ]);
    expect(inspection).toMatchObject({ format: 'zip', protection: 'protected' });
  });
});

describe('zips that lie or are broken are read as far as they go, and never called read in full', () => {
  test('a size that is too small does not hide the rest of a file', () => {
    const long = `${'x'.repeat(5000)} 9991234560`;
    expect(textOf(verdict([{ name: 'a.txt', data: long, declaredSize: 10 }]))).toContain('9991234560');
  });

  test('a packed size that is too small does not hide the rest of a file', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${(index * 7919) % 10007}`).join(' ');
    const inspection = verdict([
      { name: 'a.txt', data: `${words} 9991234560`, declaredPackedSize: 20 },
      { name: 'b.txt', data: 'second' },
    ]);
    expect(textOf(inspection)).toContain('9991234560');
    expect(textOf(inspection)).toContain('second');
  });

  test('a zip without its directory is read by the headers of its files, and says so', () => {
    const zip = buildZip(
      [
        { name: 'a.csv', data: CSV },
        { name: 'b.txt', data: 'second file' },
      ],
      { withoutDirectory: true },
    );
    const inspection = inspectBytes('a.zip', zip);
    expectInspection(inspection, { format: 'zip', protection: 'open', content: 'part', says: '9991234579' });
    expect(textOf(inspection)).toContain('second file');
  });

  test('a zip that was cut in the middle keeps what came before the cut', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${(index * 7919) % 100003}`).join(' ');
    const zip = buildZip([
      { name: 'a.csv', data: CSV },
      { name: 'b.txt', data: words },
    ]);
    const inspection = inspectBytes('a.zip', zip.subarray(0, zip.length >> 1));
    expectInspection(inspection, { format: 'zip', protection: 'open', content: 'part', says: '9991234579' });
    expect(textOf(inspection)).toContain('word7919');
  });

  test('a zip with something before it, such as a program that unpacks it, is read', () => {
    const zip = buildZip([{ name: 'a.csv', data: CSV }], { prefix: bytesOf('MZ', new Uint8Array(500)) });
    expectInspection(inspectBytes('a.exe', zip), { format: 'zip', protection: 'open', content: 'all', says: '9991234560' });
  });

  test('a document, or a picture, before a locked zip does not become protected', () => {
    const locked = { name: 'a.csv', data: CSV, flags: 1 };
    const page = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n';
    expect(inspectBytes('a.pdf', buildZip([locked], { prefix: bytesOf(page) })).format).toBe('pdf');
    expect(inspectBytes('a.gif', buildZip([locked], { prefix: bytesOf('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b]) })).protection).toBe('partly');
    expect(inspectBytes('a.exe', buildZip([locked], { prefix: bytesOf('MZ', new Uint8Array(500)) })).protection).toBe('protected');
    expect(inspectBytes('a.zip', buildZip([locked])).protection).toBe('protected');
  });

  test('a name that differs in the two headers is listed both ways', () => {
    expect(verdict([{ name: 'holiday.txt', localName: 'exclusions.txt', data: 'x' }]).entries).toEqual([
      'exclusions.txt',
      'holiday.txt',
    ]);
  });

  test('a method that cannot be unpacked leaves the file unread and named', () => {
    const inspection = verdict([{ name: 'a.csv', data: CSV, method: 6 }]);
    expect(inspection).toMatchObject({ protection: 'open', content: 'none', entries: ['a.csv'] });
  });

  test('one part of several cannot be judged', () => {
    const part = bytesOf('PK\x07\x08', buildZip([{ name: 'a.csv', data: CSV }], { withoutDirectory: true }));
    expectInspection(inspectBytes('a.z01', part), { format: 'zip', protection: 'unknown', content: 'none' });
  });

  test('an empty zip is open and read', () => {
    expect(verdict([])).toMatchObject({ format: 'zip', protection: 'open', content: 'all', entries: [] });
  });
});

describe('zips made to exhaust', () => {
  test('a file that unpacks to a gigabyte stops at the limit', () => {
    const inspection = verdict([{ name: 'a.txt', data: new Uint8Array(200 << 20).fill(32) }]);
    expect(inspection).toMatchObject({ protection: 'open', content: 'part' });
    expect(inspection.contentReason).toContain('size limit');
  });

  test('20,000 entries that share one large file are unpacked once', () => {
    const parts: ZipPart[] = [{ name: '0.txt', data: new Uint8Array(20 << 20).fill(120) }];
    for (let index = 1; index < 20000; index += 1) parts.push({ name: `${index}.txt`, data: '', sharesDataOf: '0.txt' });
    expect(verdict(parts)).toMatchObject({ protection: 'open', content: 'part' });
  });

  test('of 65,000 entries the first ones are read, many more named, and the rest is said to be missing', () => {
    const parts: ZipPart[] = [];
    for (let index = 0; index < 65000; index += 1) parts.push({ name: `${index}.txt`, data: 'x', method: 0 });
    const inspection = verdict(parts);
    expect(inspection).toMatchObject({ protection: 'open', content: 'part' });
    expect(inspection.entries.length).toBeGreaterThan(200);
    expect(inspection.contentReason).toContain('limit');
  });

  test('zips inside zips are opened five deep and no deeper', () => {
    let zip = buildZip([{ name: 'secret.txt', data: '9991234560' }]);
    for (let depth = 0; depth < 4; depth += 1) zip = buildZip([{ name: `level${depth}.zip`, data: zip }]);
    expect(textOf(inspectBytes('a.zip', zip))).toContain('9991234560');
    const deeper = inspectBytes('a.zip', buildZip([{ name: 'outer.zip', data: zip }]));
    expect(textOf(deeper)).toBe('');
    expect(deeper).toMatchObject({ protection: 'open', content: 'none' });
    expect(deeper.contentReason).toContain('deeper');
  });

  test('a zip that widens sixteenfold at each level ends at the limits', () => {
    let zip = buildZip([{ name: 'zeros', data: new Uint8Array(4 << 20).fill(48) }]);
    for (let depth = 0; depth < 4; depth += 1) {
      const inner = zip;
      zip = buildZip(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, data: inner })));
    }
    expect(inspectBytes('a.zip', zip)).toMatchObject({ protection: 'open', content: 'part' });
  });

  test('a million header marks without headers end in nothing', () => {
    const bytes = new Uint8Array(4 << 20);
    for (let at = 0; at + 4 < bytes.length; at += 4) bytes.set([0x50, 0x4b, 3, 4], at);
    expect(inspectBytes('a.zip', bytes).content).not.toBe('all');
  });

  test('every truncation of a zip is answered, and none is called read in full', () => {
    const zip = sampleBytes('documents/plain.zip');
    for (let length = 4; length < zip.length; length += 1) {
      expect([length, inspectBytes('a.zip', zip.subarray(0, length)).content]).not.toEqual([length, 'all']);
    }
  });
});
