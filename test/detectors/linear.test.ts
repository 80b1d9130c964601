import { findMatches, scanSegments } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { countSteps } from './step-counter';

const NO_TUNING = DEFAULT_DETECTION;

const filledTo = (size: number, unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Texts made to find a detector that looks at more than its share. */
const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['dotted letters, which took an ordinary e-mail pattern 11.6 seconds', 'a.'],
  ['signs of addresses', '@'],
  ['beginnings of phrases', 'free scho safegu '],
  ['heads of lists of names', 'FSM list: '],
  ['reports on people', 'speech therapy report on Amelia Clarke. '],
  ['first names', "Liam's mum has "],
  ['pronouns before sensitive words', 'She is on his EHCP and her asthma '],
  ['passwords that are told before the word', 'use Kestrel77 to open the (the password '],
  ['addresses in addresses', 'a@a'],
  ['digits', '1'],
  ['groups of digits', '123 '],
  ['groups of digits on lines', '123\n'],
  ['numbers that a line might part', '999 123\n4578 '],
  ['numbers in odd groups', 'NI no A B 1 2 . 3 4 - 5 6 '],
  ['groups that no number is made of', 'TRN 1 2/3.4-5\n  6 7 '],
  ['letters between digits after a label', 'card reader SN 4C8812907 '],
  ['closings, and what every mail carries', 'Regards\nJo\nThis email is confidential. '],
  ['dates with spaces in them', 'DOB 1 / 2 - 3 . 4 of march '],
  ['birthdays below their heading', 'DOBs\nAmy: 4/3/14\n'],
  ['names before dates', 'Child 1 - Amy Low, Child: '],
  ['lists of numbers', '9991000003\n9991000011\n9991000038\n9991000046\n9991000054\n'],
  ['headers of tables that labels head', 'Name,UPN\n'],
  ['spaces', ' '],
  ['tabs', '\t'],
  ['empty lines', '\n'],
  ['letters and digits', 'AB12'],
  ['letters', 'a'],
  ['capitals', 'A'],
  ['names', 'Amelia Clarke '],
  ['sensitive words', 'EHCP '],
  ['sensitive words that are said of nobody', 'cancer asthma SEN, '],
  ['names and sensitive words', 'Amelia Clarke has an EHCP. '],
  ['labels', 'UPN NHS DOB '],
  ['labels and numbers', 'NHS 9991234578 '],
  ['headers of tables', 'Name\tSEN\n'],
  ['rows of a table', 'Amelia Clarke\tK\tH801200001001\n'],
  ['bars', '|'],
  ['commas', 'SEN,'],
  ['quotes', '"SEN,'],
  ['passwords', 'password: '],
  ['passwords for things', 'password for the the the '],
  ['keys', 'eyJaaaaaaaaa.'],
  ['names of secrets that are given names', 'token='],
  ['keys that are given to names', 'token=a1b2c3d4e5f6g7h8 '],
  ['names of secrets in a row', 'token for token for '],
  ['elements of secrets', '<token>'],
  ['beginnings of private keys', '-----BEGIN RSA PRIVATE KEY-----'],
  ['beginnings of keys', 'SG.xoxb-sk_live_'],
  ['headers of lists of log-ins', 'Name, Password\n'],
  ['lists of log-ins', 'Name, Password\nAna, frog61\n'],
  ['names, user names and words', 'Ana anab3 frog\n'],
  ['addresses that one logs in with', 'ana@b.cd / '],
  ['codes of doors', 'code 4 8 1 door gate '],
  ['user names and passwords', 'username ana1, Pickle!Jar2 '],
  ['links with tokens', '://a?token=a1&'],
  ['recovery codes', 'recovery code: a1b2-c3d4, '],
  ['addresses with passwords', '://a:'],
  ['fields of forms', 'Name: A\nSEN: K\n'],
  ['closings of letters', 'Kind regards\n'],
  ['dates', 'DOB 12/03/2011 '],
  ['parts of dates', '12/'],
  ['IBANs', 'GB29NWBK'],
  ['soft hyphens', '\u00ad'],
  ['soft hyphens in words', 'a\u00ad1'],
  ['returns', '\r\n'],
  ['machine-readable lines', '<<1'],
  ['base64', 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0123456789+/'],
  ['apostrophes', "O'Connor's "],
  ['brackets', '(0)'],
  ['plus signs', '+44 '],
];

describe('ten and a hundred times the text is ten and a hundred times the work, and no more', () => {
  // Building the vocabulary belongs to the first scan alone, and its longer pattern to the first long text.
  beforeAll(() => void findMatches('warm\n'.repeat(70000), NO_TUNING));

  test.each(HOSTILE)('%s', (_name, unit) => {
    const [small, medium, large] = [300, 3000, 30000].map((size) => countSteps(() => void findMatches(filledTo(size, unit), NO_TUNING), size * 1e5)) as [number, number, number];
    // Windows around a place are cut off at the ends of a text, which weighs more in a small one.
    expect(medium / small).toBeLessThanOrEqual(16);
    expect(large / medium).toBeLessThanOrEqual(11);
  });

  test('the counter itself sees a pattern that grows with the square', () => {
    const [small, large] = [300, 3000].map((size) => countSteps(() => void /[\w.]+@/.test(filledTo(size, 'a.')))) as [number, number];
    expect(large / small).toBeGreaterThan(50);
  });

  test('mixtures of them', () => {
    let seed = 20260101;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const units = HOSTILE.map(([, unit]) => unit.slice(0, 40));
    for (let round = 0; round < 500; round += 1) {
      let text = '';
      while (text.length < 150) {
        const unit = units[next(units.length)] as string;
        text += unit.slice(next(3) === 0 ? next(unit.length) : 0) + ['', ' ', '\n'][next(3)];
      }
      expect([text, countSteps(() => void findMatches(text, NO_TUNING), 3e5)]).toEqual([text, expect.any(Number)]);
    }
  });

  test('many small segments', () => {
    const stepsFor = (count: number): number => {
      const segments = Array.from({ length: count }, (_, i) => ({ path: [], place: `page ${i}`, text: 'Amelia Clarke has an EHCP and NHS 9991234578.' }));
      return countSteps(() => void scanSegments(segments, NO_TUNING));
    };
    expect(stepsFor(400)).toBeLessThanOrEqual(stepsFor(40) * 11);
  });
});
