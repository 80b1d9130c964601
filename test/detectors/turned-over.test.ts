import { scanText } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';

const NAMES = ['Amara Byrne', 'Tom Eze', 'Zofia Kowalski', 'Sam Okafor', 'Priya Patel'];
const rows = (separator: string): readonly string[] => [['Name', 'DOB', 'Medical'], ...NAMES.map((name, i) => [name, `0${i + 1}/04/2014`, 'Asthma'])].map((cells) => cells.join(separator));
const told = (text: string) => {
  const { matches, people } = scanText(text, DEFAULT_DETECTION);
  return { people, births: matches.filter(({ detector }) => detector === 'date-of-birth').length };
};

describe.each([['tabs', '\t'], ['commas', ', '], ['bars', ' | ']])('a table of %s', (_name, separator) => {
  test.each([1, 2, 3])('is found with the end of a line written %i times between rows', (ends) => {
    expect(told(`${rows(separator).join('\n'.repeat(ends))}${'\n'.repeat(Math.max(2, ends))}Thanks, Jo`)).toEqual({ people: 5, births: 5 });
  });
});

test.each(['Thanks, Jo', 'Many thanks, Jo Tarn', 'Kind regards, Jo', 'Cheers, Jo'])('“%s” straight below a table is nobody in it', (closing) => {
  expect(told(`${rows(', ').join('\n')}\n${closing}`)).toEqual({ people: 5, births: 5 });
});
