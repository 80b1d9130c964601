import type { Inspection } from '../../src/domain';
import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';

function inspectRtf(body: string): Inspection {
  return inspectBytes('a.rtf', bytesOf(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`));
}

function hiddenText(inspection: Inspection, hidden: string | undefined): string {
  return inspection.segments
    .filter((segment) => segment.hidden === hidden)
    .map((segment) => segment.text)
    .join('\n');
}

describe('a letter from a word processor', () => {
  const letter = inspectSample('documents/letter.rtf');
  test('is open and read in full', () => {
    expectInspection(letter, {
      format: 'rtf',
      protection: 'open',
      content: 'all',
      says: 'Dear parent, Ada Example goes on the visit.',
    });
  });
  test('has its table as rows', () => {
    const table = letter.segments.find((segment) => segment.table !== undefined);
    expect(table?.text).toBe('Pupil\tNHS number\nAda Example\t999 123 4560\nBen Sample\t999 123 4579');
  });
  test.each([
    ['tracked change', 'withdrawn sentence'],
    ['hidden text', 'kept out of sight'],
    ['document properties', 'Letter to parents'],
  ])('has its %s read and named as hidden', (hidden, words) => expect(hiddenText(letter, hidden)).toContain(words));
});

describe('characters', () => {
  test.each<[string, string, string]>([
    ['a byte in the code page of the document', "caf\\'e9", 'café'],
    ['a byte in the code page of its font', "{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\f0 \\'cf\\'f0\\'e8}", 'При'],
    ['Unicode, with the replacement for older programs left out', "\\u8364?5 \\uc2\\u233\\'c3\\'a9!", '€5 é!'],
    ['Unicode given as a negative number', '\\u-4051?', '\uf02d'],
    ['dashes and quotes by name', 'a\\endash b \\ldblquote c\\rdblquote', 'a–b “c”'],
    ['escaped braces and backslashes', 'a\\{b\\}\\\\c', 'a{b}\\c'],
    ['a number broken by formatting', '999{\\b 123}{\\i 4560}', '9991234560'],
    ['a space that keeps words together, and a hyphen that does', '999\\~123\\_4560', '999\u00a0123-4560'],
  ])('%s', (_name, body, expected) => expect(textOf(inspectRtf(body))).toBe(expected));

  test('a code page of two bytes a character is said not to be read', () => {
    expect(inspectRtf("{\\fonttbl{\\f0\\fcharset128 Mincho;}}{\\f0 \\'83\\'65\\'83\\'58}")).toMatchObject({
      protection: 'open',
      content: 'part',
    });
  });
});

describe('groups', () => {
  test.each<[string, string, string]>([
    ['what a program may ignore is left out', 'a{\\*\\unknown b}c', 'ac'],
    ['what a program may ignore is left out on a line of its own', 'a{\n\\*\\unknown b}c', 'ac'],
    ['the mark for it hides nothing amid text', 'a{\\i0\\*\\cs7\\cf0 b}c{d\\*\\unknown e}', 'abcde'],
    ['a style of characters is no reason to leave text out', 'a{\\*\\cs7 b}c', 'abc'],
    ['pictures are left out', 'a{\\pict\\pngblip 89504e47}b', 'ab'],
    ['binary data is passed over by its length', 'a{\\pict\\bin5 }}}}}}b', 'ab'],
    ['a field shows its result', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt shown}}', 'shown'],
    ['styles and fonts are left out', '{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}}a', 'a'],
  ])('%s', (_name, body, expected) => expect(hiddenText(inspectRtf(body), undefined)).toBe(expected));

  test.each<[string, string, string, string]>([
    ['a field code', '{\\field{\\*\\fldinst HYPERLINK "mailto:ada@example.org"}{\\fldrslt x}}', 'field code', 'ada@example.org'],
    ['hidden characters', 'a{\\v unseen}b', 'hidden text', 'unseen'],
    ['a comment', 'a{\\*\\annotation unseen}b', 'comment', 'unseen'],
    ['deleted text', 'a{\\deleted unseen}b', 'tracked change', 'unseen'],
  ])('%s is read and named as hidden', (_name, body, hidden, words) => {
    expect(hiddenText(inspectRtf(body), hidden)).toContain(words);
    expect(hiddenText(inspectRtf(body), undefined)).not.toContain(words);
  });

  test('an embedded file is inspected, and when it is protected the document is partly so', () => {
    const embedded = (file: Uint8Array): string => {
      const length = (value: number): string => Buffer.from(Uint32Array.of(value).buffer).toString('hex');
      const native = Buffer.concat([
        Buffer.from('0200', 'hex'),
        Buffer.from('a.zip\0C:\\a.zip\0'),
        Buffer.from('00000300', 'hex'),
        Buffer.from('0600000061', 'hex'),
        Buffer.from('2e7a697000', 'hex'),
        Buffer.from(Uint32Array.of(file.length).buffer),
        Buffer.from(file),
      ]);
      const data = `01050000${length(2)}${length(8)}${Buffer.from('Package\0').toString('hex')}${length(0)}${length(0)}${length(native.length)}${native.toString('hex')}`;
      return `{\\object\\objemb{\\*\\objdata ${data}}{\\result shown}}`;
    };
    expect(inspectRtf(embedded(sampleBytes('documents/aes.zip')))).toMatchObject({ protection: 'partly', content: 'part' });
    expect(textOf(inspectRtf(embedded(sampleBytes('documents/plain.zip'))))).toContain('9991234560');
  });
});

describe('documents made to exhaust', () => {
  test.each<[string, string]>([
    ['a million groups inside each other', '{'.repeat(1 << 20)],
    ['a million ends of groups', '}'.repeat(1 << 20)],
    ['a million text boxes', '{\\*\\shpinst{\\shptxt a'.repeat(50000)],
    ['a million cells', '\\trowd\\intbl a\\cell'.repeat(50000)],
    ['control words without end', '\\'.concat('a'.repeat(1 << 20))],
    ['a binary length beyond the end', 'a\\bin999999999 b'],
    ['embedded objects without end', '{\\object{\\*\\objdata 0105000002000000'.repeat(20000)],
  ])('%s end', (_name, body) => expect(inspectRtf(body)).toMatchObject({ format: 'rtf', protection: 'open' }));
});
