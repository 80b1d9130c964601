import { scanSegments, scanText, sensitiveData, whatItSays } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { families } from './contact-lists.cases';
import { others } from './contact-lists.others';

const NO_TUNING = DEFAULT_DETECTION;

const saidOf = (text: string): string => {
  const data = sensitiveData(scanText(text, NO_TUNING), NO_TUNING, 'outside');
  return data === null ? '' : whatItSays(data);
};

test.each(families.map((story) => [story.name, story] as const))('the contact details of families speak: %s', (_name, { text, people }) => {
  expect(saidOf(text)).toMatch(new RegExp(`^${people} (?:pupils'|people's) .*(?:phone numbers|addresses|email addresses)`));
});

test.each(others.map((story) => [story.name, story] as const))('other lists are let go: %s', (_name, { text }) => {
  expect(saidOf(text)).toBe('');
  expect(scanText(text, NO_TUNING).matches.filter(({ level }) => level !== 'low')).toEqual([]);
});

const NAMES = ['Amara Byrne', 'Tom Eze', 'Zofia Kowalski', 'Sam Okafor', 'Priya Patel', 'Callum Reid', 'Ffion Hughes', 'Nikos Pappas', 'Ola Nowak', 'Yusuf Demir', 'Grace Lamb', 'Isaac Moor'];

const numbers: readonly (readonly [how: string, number: (last: number) => string])[] = [
  ['in two parts', (last) => `07700 900${last}`],
  ['in one', (last) => `07700900${last}`],
  ['with the country’s code', (last) => `+44 7700 900${last}`],
  ['with a nought in brackets', (last) => `+44 (0)7700 900${last}`],
  ['with brackets about the code', (last) => `(01632) 960${last}`],
  ['with hyphens', (last) => `07700-900-${last}`],
  ['with full stops', (last) => `07700.900.${last}`],
  ['from abroad', (last) => `0044 7700 900${last}`],
  ['from abroad, in one', (last) => `00447700900${last}`],
];

test.each(numbers)('a class list is found however its numbers are written: %s', (_how, number) => {
  const lines = NAMES.map((name, i) => `${name}, ${number(100 + i * 7)}`);
  expect(saidOf(`4B parents' numbers\n${lines.join('\n')}`)).toBe("12 pupils' phone numbers");
});

test('a nought that a spreadsheet has dropped is read in a column of phone numbers', () => {
  const rows = NAMES.map((name, i) => `${name},7700900${100 + i * 7}`);
  expect(saidOf(`Pupil,Parent mobile\n${rows.join('\n')}`)).toBe("12 pupils' phone numbers");
  expect(saidOf(`Pupil,Account\n${rows.join('\n')}`)).toBe('');
});

test('in a file as in a mail, with the cells that hold them', () => {
  const text = `Child\tParent\tMobile\tHome address\n${NAMES.map((name, i) => `${name}\t${NAMES[(i + 3) % 12]}\t07700 900${100 + i * 7}\t${i + 2} Elm Row, PE4 6HN`).join('\n')}`;
  const scan = scanSegments([{ path: [], place: 'Sheet1', text }], NO_TUNING);
  const data = sensitiveData(scan, NO_TUNING, 'outside');
  expect(data?.people).toBe(12);
  expect(data?.kinds).toEqual(['phone numbers', 'addresses']);
});

test('twenty numbers without names count one by one, where the words above say whose they are', () => {
  const bare = NAMES.map((_name, i) => `07700 900${100 + i * 7}`).join('\n');
  expect(saidOf(`Numbers for the text to 4B parents:\n${bare}`)).toBe("12 pupils' phone numbers");
  expect(saidOf(`Numbers of the photocopiers:\n${bare}`)).toBe('');
});

test('colleagues may have them', () => {
  const lines = NAMES.map((name, i) => `${name}, 07700 900${100 + i * 7}`).join('\n');
  expect(sensitiveData(scanText(`4B parents' numbers\n${lines}`, NO_TUNING), NO_TUNING, 'inside')).toBeNull();
});

test('a family or two stay silent, and so does one family with many numbers', () => {
  expect(saidOf("Amara's mum is on 07700 900121 and Tom's dad on 07700 900131.")).toBe('');
  expect(saidOf('Emergency contacts for Amara Byrne\nMum: 07700 900121\nDad: 07700 900131\nNan: 07700 900141\nHome: 01632 960151\nWork: 01632 960161')).toBe('');
});
