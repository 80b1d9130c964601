import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findMatches } from '../../src/detectors';
import { DEFAULT_DETECTION } from '../../src/domain';
import { FeatureReader, featuresOf, NAMED, numberOf, weighPassage } from '../../src/detectors/passage';
import { passagesOf } from '../../src/detectors/passages';
import { passagesToLearn } from '../../src/detectors/told';

/** A mail that was read and labelled by whoever wrote it. */
interface ToldMail {
  readonly label: 'told' | 'silent';
  readonly subject?: string;
  readonly text: string;
}

const FOLDER = path.join(__dirname, 'told-mails');
const read = (name: string): readonly ToldMail[] => fs.readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as ToldMail);
const heldBack = read('held-back.jsonl');
const learnedFrom = read('learned-from.jsonl');

const textOf = ({ subject, text }: ToldMail): string => (subject === undefined ? text : `${subject}\n${text}`);
const speaks = (mail: ToldMail): boolean => findMatches(textOf(mail), DEFAULT_DETECTION).some(({ level }) => level !== 'low');

describe('mails that nothing was learned from', () => {
  const told = heldBack.filter(({ label }) => label === 'told');
  const silent = heldBack.filter(({ label }) => label === 'silent');

  test('of those that tell something of somebody more than half are found', () => {
    expect(told.length).toBeGreaterThan(150);
    expect(told.filter(speaks).length / told.length).toBeGreaterThan(0.56);
  });

  test('of those that tell nothing, two thirds of them look-alikes, hardly any speaks', () => {
    expect(silent.length).toBeGreaterThan(150);
    expect(silent.filter(speaks).length / silent.length).toBeLessThan(0.04);
  });

  test('none of them was learned from', () => {
    const known = new Set(learnedFrom.map(textOf));
    expect(heldBack.filter((mail) => known.has(textOf(mail)))).toEqual([]);
  });
});

test('the weights in the source are those that the mails give', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join(FOLDER, 'learn.mjs'), '--check'], { encoding: 'utf8' });
  expect(stdout).toContain('of the stems weigh as in src/detectors/passage-weights.ts');
  expect(status).toBe(0);
}, 120_000);

describe('the words of a passage', () => {
  const features = (text: string, known: readonly string[] = []): readonly number[] => {
    const found: number[] = [];
    const numbers = known.map(numberOf);
    const reader = new FeatureReader(text, 0, text.length);
    for (let feature = reader.read(); feature !== 0; feature = reader.read()) found.push(reader.isCapital && !numbers.includes(feature) ? NAMED : feature);
    return found;
  };
  const numbers = (...stems: readonly string[]): readonly number[] => stems.map(numberOf);
  const weigh = (text: string, unheard: readonly number[] = []): number => weighPassage(text, 0, text.length, unheard).points;

  test('endings do not count, nor do capitals in words that are known', () => {
    expect(features('cope copes coping coped')).toEqual(numbers('cop', 'cop', 'cop', 'cop'));
    expect(features('planning falling passes daily')).toEqual(numbers('plan', 'fall', 'pass', 'dai'));
    expect(features('Mum MUM mum’s', ['mum'])).toEqual(numbers('mum', 'mum', 'mum'));
  });

  test('an unknown word with a capital is a name; amounts, numbers and questions have marks', () => {
    expect(features('Amelia Clarke', ['clark'])).toEqual(numbers('*', 'clark'));
    expect(features('£4,500?\n12 2026 !:')).toEqual([...numbers('£', '#3'), numberOf('?'), ...numbers('#2', '#4', '!', ':')]);
    expect(features('Łucja Öztürk')).toEqual(numbers('*', '*'));
  });

  test('a word counts once, and words that the policy lets say nothing not at all', () => {
    const nothing = weigh('');
    expect(weigh('mum')).toBeGreaterThan(nothing);
    expect(weigh('mum mum Mum')).toBe(weigh('mum'));
    expect(weigh('mum', featuresOf(['Mum']))).toBe(nothing);
  });

  test('a word without end is no word', () => {
    expect(features(`${'a'.repeat(50_000)} mum`)).toEqual(numbers('mum'));
  });
});

describe('passages', () => {
  const paragraph = 'The hall is booked for the choir and the band. Chairs go back after the concert, and the keys to the office. ';
  const covered = (text: string, tables: readonly { readonly start: number; readonly end: number }[] = []): string => passagesOf(text, tables).map(({ start, end }) => text.slice(start, end)).join('');

  test('a short text is one, and nothing of a long one is lost', () => {
    expect(passagesOf(paragraph, [])).toEqual([{ start: 0, end: paragraph.length }]);
    for (const text of [`${paragraph}\n\n`.repeat(40), paragraph.repeat(40), 'word '.repeat(2000), 'x'.repeat(5000), '\n\n'.repeat(900)]) expect(covered(text)).toBe(text);
  });

  test('none is long, and each but the last has some length', () => {
    const passages = passagesOf(`${paragraph}\n\n`.repeat(40), []);
    expect(passages.length).toBeGreaterThan(8);
    expect(passages.every(({ start, end }) => end - start <= 600)).toBe(true);
    expect(passages.slice(0, -1).every(({ start, end }) => end - start >= 250)).toBe(true);
  });

  test('tables belong to none', () => {
    const text = `${paragraph}TABLE${paragraph}`;
    const table = { start: paragraph.length, end: paragraph.length + 5 };
    expect(covered(text, [table])).toBe(paragraph + paragraph);
  });
});

test.each([
  ['Amelia Clarke has an EHCP.', { word: 4, beside: 3, named: 2 }],
  ['Theo was sent to isolation again.', { word: 2, beside: 2, named: 1 }],
  ['She has asthma. Theo is in goal on Saturday.', { word: 3, beside: 1, named: 1 }],
  ['Asthma pumps are in the office.\nTheo Khan is in goal.', { word: 3, beside: 0, named: 2 }],
  ['Theo Khan has the keys.', { word: 0, beside: 0, named: 2 }],
])('what stands beside the words of “%s”', (text, evidence) => {
  expect(passagesToLearn(text, DEFAULT_DETECTION)).toEqual([{ text, evidence }]);
});

test('nothing is learned from passages that speak of nobody', () => {
  expect(passagesToLearn('The boiler is fixed and the hall is warm.', DEFAULT_DETECTION)).toEqual([]);
});

describe('a passage speaks for and against', () => {
  const sure = (text: string): readonly string[] => findMatches(text, DEFAULT_DETECTION).filter(({ level }) => level !== 'low').map(({ detector }) => detector);

  test('what is told in no term at all is found by its words', () => {
    expect(sure("Please keep an eye on Tomas. Mum rang in tears, dad has left and she doesn't want the other parents to know. He's not been eating and he cried at lunch.")).toContain('special-category');
  });

  test('a rota that names people beside the same words is left alone', () => {
    expect(sure('Asthma and EpiPen refresher, hall, Tuesday 3.30: Petra, Gwen, Lucas and Yusuf. Register on the door. Coffee from 3.')).toEqual([]);
  });

  test('what the policy lets say nothing does not speak by its passage either', () => {
    const text = 'Theo Khan has asthma.';
    expect(findMatches(text, { ...DEFAULT_DETECTION, specialCategoryTerms: [{ term: 'asthma', weight: 0 }] })).toEqual([]);
  });
});
