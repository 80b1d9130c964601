import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from '../../src/text/base64';
import { decodeText, decodeUtf16, decodeUtf8, decodeWindows1252 } from '../../src/text/decode';
import { otherLetters } from '../../src/text/other-letters';
import { knowLetters, missedLetters } from '../../src/text/single-byte';

beforeEach(() => knowLetters(otherLetters));
afterAll(() => knowLetters({}));

const bytesOf = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe('decodeText', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, declared: string | null, encoding: string, text: string])[] = [
    ['no bytes are an empty text', bytesOf(), null, 'utf-8', ''],
    ['plain ASCII', utf8('Forename,UPN\r\n'), null, 'utf-8', 'Forename,UPN\r\n'],
    ['UTF-8 with a mark, which is left out', join(bytesOf(0xef, 0xbb, 0xbf), utf8('Zoë')), null, 'utf-8', 'Zoë'],
    ['UTF-8 without a mark', utf8('Siân – £5 👍'), null, 'utf-8', 'Siân – £5 👍'],
    ['UTF-16 with a mark, little end first, as Excel saves Unicode text', join(bytesOf(0xff, 0xfe), utf16le('Siân\t👍')), null, 'utf-16le', 'Siân\t👍'],
    ['UTF-16 with a mark, big end first', join(bytesOf(0xfe, 0xff), utf16be('Siân')), null, 'utf-16be', 'Siân'],
    ['UTF-16 without a mark, told by its zero bytes', utf16le('Name,UPN\r\n'), null, 'utf-16le', 'Name,UPN\r\n'],
    ['UTF-16 without a mark, big end first', utf16be('Name,UPN\r\n'), null, 'utf-16be', 'Name,UPN\r\n'],
    ['UTF-16 in Cyrillic without a mark, told by its spaces', utf16le('Ученик номер пять живёт дома'), null, 'utf-16le', 'Ученик номер пять живёт дома'],
    ['UTF-16 in Chinese, declared', utf16le('学校老师学生'), 'utf-16', 'utf-16le', '学校老师学生'],
    ['a page that declares UTF-16 but is plain ASCII', utf8('<p>hello</p>'), 'utf-16', 'utf-8', '<p>hello</p>'],
    ['Windows-1252 as Excel saves a CSV', latin1('caf\xe9 \x80 \x93x\x94'), null, 'windows-1252', 'café € “x”'],
    ['Windows-1252 that ends in an accented letter', latin1('Zo\xeb'), null, 'windows-1252', 'Zoë'],
    ['UTF-8 cut off in the middle of a character', utf8('Zoë Siân 学').subarray(0, 12), null, 'utf-8', 'Zoë Siân \ufffd'],
    ['UTF-8 with one bad byte in it', join(utf8('Zoë, Siân, '), bytesOf(0xff), utf8('x')), null, 'utf-8', 'Zoë, Siân, \ufffdx'],
    ['declared UTF-8 that is Windows-1252', latin1('Zo\xeb and Si\xe2n'), 'utf-8', 'windows-1252', 'Zoë and Siân'],
    ['declared US-ASCII that is UTF-8', utf8('Siân'), 'us-ascii', 'utf-8', 'Siân'],
    ['declared Latin 1 is read as Windows-1252', latin1('\x80 \xa3'), 'ISO-8859-1', 'windows-1252', '€ £'],
    ['declared Latin 9 has its own euro sign', latin1('\xa4 \xbd'), 'iso-8859-15', 'iso-8859-15', '€ œ'],
    ['declared Windows-1250 is Polish', latin1('\xa3\xf3d\x9f'), '"windows-1250"', 'windows-1250', 'Łódź'],
    ['declared ISO 8859-2 is Polish', latin1('\xa3\xf3d\xbc'), 'iso_8859-2', 'iso-8859-2', 'Łódź'],
    ['declared Windows-1251 is Cyrillic', latin1('\xd8\xea\xee\xeb\xe0'), 'cp1251', 'windows-1251', 'Школа'],
    ['an encoding that is not read falls back, and says so', latin1('\xfb\xcb'), 'koi8-r', 'windows-1252', 'ûË'],
    ['UTF-7 is not read, and says so', utf8('+AGE-'), 'utf-7', 'utf-8', '+AGE-'],
    ['a name that is no encoding is passed over', utf8('x'), 'constructor', 'utf-8', 'x'],
    ['a stray zero byte does not make it UTF-16', utf8('Name\0,UPN and more of the same'), null, 'utf-8', 'Name\0,UPN and more of the same'],
    ['one single byte', bytesOf(0xe9), null, 'windows-1252', 'é'],
  ];
  test.each(cases)('%s', (_name, bytes, declared, encoding, text) => {
    expect(decodeText(bytes, declared)).toEqual({ text, encoding });
  });

  test('the tables agree with the platform for every byte', () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const name of ['windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1257', 'iso-8859-2', 'iso-8859-15']) {
      expect([name, decodeText(every, name).text]).toEqual([name, new TextDecoder(name).decode(every)]);
    }
  });

  test('Windows-1252 maps its 27 characters between 0x80 and 0x9F and leaves the five unused bytes as controls', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);
    expect(decodeWindows1252(bytes)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  });
});

describe('decodeUtf8 and decodeUtf16', () => {
  test('any bytes give what the platform gives, in any part of them', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0xed, 0xa0, 0xf4, 0x90, 0xe0, 0x80));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 40 }), fc.nat(10), (values, start) => {
        const bytes = Uint8Array.from(values);
        expect(decodeUtf8(bytes, Math.min(start, bytes.length))).toBe(decoder.decode(bytes.subarray(start)));
      }),
    );
  });

  test('any pairs of bytes give what the platform gives', () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 }));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const bytes = new Uint8Array(Uint16Array.from(units).buffer);
        expect(decodeUtf16(bytes, true)).toBe(new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes));
        const swapped = new Uint8Array(Buffer.from(bytes).swap16());
        expect(decodeUtf16(swapped, false)).toBe(decodeUtf16(bytes, true));
      }),
    );
  });

  test('an odd byte at the end of UTF-16 is marked', () => expect(decodeUtf16(bytesOf(0x61, 0, 0x62), true)).toBe('a\ufffd'));

  test('texts longer than a chunk are whole, also where a chunk ends inside a pair', () => {
    const text = `${'a'.repeat(8191)}👍${'é'.repeat(20_000)}`;
    expect(decodeUtf8(utf8(text))).toBe(text);
    expect(decodeUtf16(utf16le(text), true)).toBe(text);
    expect(decodeWindows1252(latin1('é'.repeat(20_000)))).toBe('é'.repeat(20_000));
  });

  test('a part of the bytes is read when start and end are given', () => {
    expect(decodeUtf8(utf8('abcdef'), 2, 4)).toBe('cd');
    expect(decodeUtf16(utf16le('abcdef'), true, 2, 6)).toBe('bc');
    expect(decodeWindows1252(latin1('abcdef'), 1, 3)).toBe('bc');
    expect(decodeUtf8(utf8('é'), 0, 1)).toBe('\ufffd');
  });
});

describe('base64', () => {
  const cases: readonly (readonly [name: string, text: string, decoded: string | null])[] = [
    ['empty text is no bytes', '', ''],
    ['padded text', 'SGVlZA==', 'Heed'],
    ['the padding may be missing', 'SGVlZA', 'Heed'],
    ['half the padding may be missing', 'SGVlZA=', 'Heed'],
    ['line ends and spaces anywhere', ' SG\r\nVl\tZA ==\n', 'Heed'],
    ['a character outside the alphabet', 'SGVl-A==', null],
    ['a character beyond ASCII', 'SGVlé', null],
    ['text after the padding', 'SGVlZA==SGVl', null],
    ['one character too many', 'SGVlZ', null],
    ['padding with nothing before it', '=', null],
    ['three padding characters', 'SG===', null],
  ];
  test.each(cases)('%s', (_name, text, decoded) => {
    const bytes = decodeBase64(text);
    expect(bytes === null ? null : decodeWindows1252(bytes)).toBe(decoded);
  });

  test('any bytes survive the way there and back, as the platform writes them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
    const long = Uint8Array.from({ length: 30_001 }, (_, index) => index % 251);
    expect(encodeBase64(long)).toBe(Buffer.from(long).toString('base64'));
  });
});

test('letters that this runtime has no table of are read as Western ones, which is told once', () => {
  knowLetters({});
  missedLetters();
  expect(decodeText(Uint8Array.of(0x41, 0xa3), 'windows-1250').text).toBe('A£');
  expect([missedLetters(), missedLetters()]).toEqual([true, false]);
  knowLetters(otherLetters);
  expect(decodeText(Uint8Array.of(0x41, 0xa3), 'windows-1250').text).toBe('AŁ');
  expect(missedLetters()).toBe(false);
});
