import type { Inspection } from '../../src/domain';
import { bytesOf, expectInspection, inspectBytes, inspectSample, textOf } from './inspecting';

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}

function inspectText(text: string, name = 'file'): Inspection {
  return inspectBytes(name, utf8(text));
}

describe('what is text, by its bytes', () => {
  test.each<[string, Uint8Array]>([
    ['plain English', utf8('Dear parent,\r\nAda goes on the visit.\r\n')],
    ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], utf8('Größe'))],
    ['UTF-16 with a mark', bytesOf([0xff, 0xfe], Buffer.from('Größe', 'utf16le'))],
    ['UTF-16 without a mark', bytesOf(Buffer.from('Dear parent, Ada goes.', 'utf16le'))],
    ['UTF-16 with the big end first', bytesOf([0xfe, 0xff], Buffer.from('Größe', 'utf16le').swap16())],
    ['Windows-1252', bytesOf('caf\xe9 \x80 5, na\xefve \x93quoted\x94')],
    ['Cyrillic of Windows', bytesOf('\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0')],
    ['a log with escapes and form feeds', bytesOf('line\x1b[0m\n\x0cpage two\n')],
    ['a single letter', utf8('a')],
  ])('%s is', (_name, bytes) => expect(inspectBytes('file', bytes).content).toBe('all'));

  test.each<[string, Uint8Array]>([
    ['random bytes', Uint8Array.from({ length: 300 }, (_, index) => (index * 7919 + ((index * index) >> 3)) & 0xff)],
    ['a short run of controls', bytesOf([1, 2, 3, 4, 5])],
    [
      'text with binary data after it',
      bytesOf(
        'This program cannot be run\r\n',
        Uint8Array.from({ length: 40000 }, (_, index) => (index * 7919) & 0xff),
      ),
    ],
    ['zeros', new Uint8Array(100)],
    ['little-endian numbers', Uint8Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 65 + (index % 26) : 0))],
  ])('%s are not', (_name, bytes) =>
    expect(inspectBytes('file.txt', bytes)).toMatchObject({ format: 'unknown', content: 'none' }),
  );

  test.each<[string, string, string]>([
    ['a page that declares itself', '<!DOCTYPE html><html><body>Hi</body></html>', 'html'],
    ['a page that begins with a comment', '<!-- saved --><html><body>Hi</body></html>', 'html'],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><body/></html>', 'html'],
    ['XML', '<?xml version="1.0"?><pupils><pupil/></pupils>', 'xml'],
    ['XML without a declaration', '<pupils year="7">\n<pupil/></pupils>', 'xml'],
    ['JSON', '{ "name": "Ada" }', 'json'],
    ['a list in JSON', '[\n {"name": "Ada"}\n]\n', 'json'],
    ['a calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'ics'],
    ['a contact', 'BEGIN:VCARD\r\nFN:Ada\r\nEND:VCARD\r\n', 'vcf'],
    ['rows parted by commas', 'a,b,c\n1,2,3\n4,5,6\n', 'csv'],
    ['rows parted by tabs', 'a\tb\n1\t2\n3\t4\n', 'tsv'],
    ['rows parted by semicolons', 'a;b;c\n1;2;3\n4;5;6\n', 'csv'],
    ['prose with a comma in every line', 'Dear Ada,\nwell, yes\nthus, no\n', 'txt'],
    ['a program', 'if (a < b) {\n  c = d;\n  e();\n}\n', 'txt'],
    ['prose with a < in it', 'a < b and <c\n', 'txt'],
  ])('%s is told apart', (_name, text, format) => expect(inspectText(text).format).toBe(format));

  test('two columns are a table when the name promises one, and prose when it does not', () => {
    expect(inspectText('Ada,7\nBen,8\n', 'pupils.csv').segments[0]?.table).toBeDefined();
    expect(inspectText('Ada,7\nBen,8\n', 'pupils').segments[0]?.table).toBeUndefined();
  });
});

describe('encodings', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'a page by what it declares',
      bytesOf('<html><head><meta charset="windows-1251"></head><body>\xcf\xf0\xe8\xe2\xe5\xf2</body></html>'),
      'Привет',
    ],
    ['XML by what it declares', bytesOf('<?xml version="1.0" encoding="iso-8859-15"?><a>\xa4</a>'), '€'],
    [
      'UTF-16 throughout',
      bytesOf([0xff, 0xfe], Buffer.from('é'.repeat(900000) + ' last 9991234560', 'utf16le')),
      'last 9991234560',
    ],
    ['a stray byte far into a long file of ASCII', bytesOf('x'.repeat(99).concat('\n').repeat(30000), 'caf\xe9\n'), 'café'],
  ])('%s is read', (_name, bytes, words) => expect(textOf(inspectBytes('file', bytes))).toContain(words));
});

describe('rows', () => {
  test('quoted fields may hold separators, line breaks and quotes', () => {
    const [segment] = inspectText('Name,Note,Year\n"Example, Ada","said ""hi""\nand left",7\nBen,,8\n', 'a.csv').segments;
    expect(segment?.text).toBe('Name\tNote\tYear\nExample, Ada\tsaid "hi" and left\t7\nBen\t\t8');
    expect(segment?.table).toEqual({ rows: [1, 2, 3], columns: [0, 1, 2], notation: 'row' });
  });

  test('blank lines count as rows and give no line', () => {
    expect(inspectText('a,b,c\n\n1,2,3\n4,5,6\n').segments[0]?.table?.rows).toEqual([1, 3, 4]);
  });

  test('the line in which Excel names the separator is obeyed', () => {
    expect(inspectText('sep=|\na|b\n1|2\n', 'a.csv').segments[0]?.text).toContain('a\tb\n1\t2');
  });

  test('a quote that never ends loses nothing', () => {
    const text = textOf(inspectText(`a,b,c\n1,2,3\n4,5,6\n"${'7,8,9\n'.repeat(20000)}`, 'a.csv'));
    expect(text.split('7').length).toBe(20001);
  });
});

describe('other kinds of text', () => {
  test.each<[string, string, string]>([
    ['escapes of JSON are undone', '{"nhs": "\\u0039991234560"}', '9991234560'],
    ['numbers of characters in XML are filled in', '<?xml version="1.0"?><a>&#57;991234560 O&apos;Hara</a>', "9991234560 O'Hara"],
    [
      'long lines of a calendar are unfolded',
      'BEGIN:VCALENDAR\r\nSUMMARY:Call 99912\r\n 34560\r\nEND:VCALENDAR\r\n',
      '9991234560',
    ],
    [
      'a contact in quoted-printable is decoded',
      'BEGIN:VCARD\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=41d=61;Ex=\r\nample\r\nEND:VCARD\r\n',
      'Ada;Example',
    ],
    [
      'an old Excel file in XML is a table',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row><Cell><Data>Ada</Data></Cell><Cell ss:Index="3"><Data>7</Data></Cell></Row></Table></Worksheet></Workbook>',
      'Ada\t7',
    ],
    [
      'an old Word file in XML is read',
      '<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:body><w:p><w:r><w:t>Ada</w:t></w:r><w:r><w:t> Example</w:t></w:r></w:p></w:body></w:wordDocument>',
      'Ada Example',
    ],
  ])('%s', (_name, text, words) => expect(textOf(inspectText(text))).toContain(words));

  test('XML that defines words of its own is not called read in full', () => {
    expect(inspectText('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "9991">]><a>&x;234560</a>')).toMatchObject({
      content: 'part',
      protection: 'open',
    });
  });
});

describe('pages', () => {
  const TABLE = '<table><tr><th>Pupil</th><th>NHS</th></tr><tr><td>Ada</td><td>9991234560</td></tr></table>';

  test('a table is a table of rows', () => {
    const table = inspectText(`<html><body><p>Before</p>${TABLE}<p>After</p></body></html>`).segments.find(
      (segment) => segment.table !== undefined,
    );
    expect(table).toMatchObject({
      place: 'table 1',
      text: 'Pupil\tNHS\nAda\t9991234560',
      table: { rows: [1, 2], columns: [0, 1], notation: 'row' },
    });
  });

  test('a table that only lays out other tables is none', () => {
    const inspection = inspectText(
      `<html><body><table><tr><td>Menu</td><td>${TABLE}</td></tr><tr><td>Foot</td></tr></table></body></html>`,
    );
    expect(inspection.segments.filter((segment) => segment.table !== undefined).map((segment) => segment.text)).toEqual([
      'Pupil\tNHS\nAda\t9991234560',
    ]);
    expect(textOf(inspection)).toContain('Menu');
    expect(textOf(inspection)).toContain('Foot');
  });

  test.each<[string, string, string]>([
    ['text with a style that hides it', '<p>seen<span style="display:none">unseen 1</span></p>', 'hidden text'],
    ['the title', '<title>unseen 1</title>', 'not shown on the page'],
    ['a comment', '<!-- unseen 1 -->', 'not shown on the page'],
    ['a script', '<script>var list = "unseen 1"</script>', 'not shown on the page'],
    ['what a picture is said to show', '<img alt="unseen 1">', 'not shown on the page'],
    ['the value of a field', '<input type="hidden" value="unseen 1">', 'not shown on the page'],
    ['a page in a frame', '<iframe srcdoc="unseen 1"></iframe>', 'not shown on the page'],
  ])('%s is read and named as hidden', (_name, part, reason) => {
    const inspection = inspectText(`<html><body>${part}<p>seen</p></body></html>`);
    expect(inspection.segments.find((segment) => segment.text.includes('unseen 1'))?.hidden).toBe(reason);
  });

  test.each<[string, string]>([
    ['a million tags that never end', `<html>${'<'.repeat(1 << 20)}`],
    ['a million tables inside each other', `<html>${'<table><tr><td>'.repeat(100000)}x`],
    ['a comment that never ends', `<html><!--${'<!--'.repeat(1 << 18)}`],
    ['scripts that never end', `<html>${'<script>'.repeat(1 << 17)}`],
    ['hidden elements inside each other', `<html>${'<div hidden>'.repeat(50000)}${'</p>'.repeat(50000)}`],
  ])('%s end', (_name, html) => expect(inspectText(html).protection).toBe('open'));
});

describe('archives without a password', () => {
  test('a tar is read file by file', () => {
    const inspection = inspectSample('documents/plain.tar');
    expectInspection(inspection, { format: 'tar', protection: 'open', content: 'all', says: '9991234560' });
    expect(inspection.entries).toEqual(['pupils.csv', 'note.txt']);
  });

  test('a tar in a gzip is read through both', () => {
    const inspection = inspectSample('documents/plain.tgz');
    expectInspection(inspection, { format: 'gz', protection: 'open', content: 'all', says: '9991234560' });
    expect(inspection.segments[0]?.path).toEqual(['plain.tar', 'pupils.csv']);
  });

  test('a gzip of two parts is one file, by the name it had', () => {
    const inspection = inspectSample('documents/two-members.gz');
    expectInspection(inspection, {
      format: 'gz',
      protection: 'open',
      content: 'all',
      says: 'first half, second half 9991234560',
    });
    expect(inspection.entries).toEqual(['part.txt']);
  });

  test('a tar that is cut off says so, and keeps what came before', () => {
    const whole = inspectSample('documents/plain.tar');
    expect(whole.content).toBe('all');
    const tar = tarOf([
      ['a.txt', 'first 9991234560'],
      ['b.txt', 'x'.repeat(2000)],
    ]);
    expectInspection(inspectBytes('a.tar', tar.subarray(0, tar.length - 3000)), {
      format: 'tar',
      protection: 'open',
      content: 'part',
      says: '9991234560',
    });
  });

  test('a header whose sum is wrong is passed over, and said to be', () => {
    const tar = tarOf([
      ['a.txt', 'first'],
      ['b.txt', 'second'],
      ['c.txt', 'third 9991234560'],
    ]);
    tar[1024] = 0x7a;
    expectInspection(inspectBytes('a.tar', tar), { format: 'tar', protection: 'open', content: 'part', says: '9991234560' });
  });
});

/** A tar of these files, ended by two empty blocks. */
function tarOf(files: readonly (readonly [string, string])[]): Uint8Array {
  const blocks: Buffer[] = [];
  for (const [name, text] of files) {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const data = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    data.write(text, 'latin1');
    blocks.push(header, data);
  }
  return new Uint8Array(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
