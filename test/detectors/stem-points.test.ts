import { addPoints, countWord, countWords, rowOf, stemPoints, weighAnew } from '../../src/detectors/words/stem-points';
import type { StemPoints } from '../../src/detectors/words/stem-points';
import { numberOfStem, readWords, stemOf } from '../../src/detectors/words/text-words';

/** What the words of a text come to, each where `place` says. */
function weigh(table: StemPoints, text: string, unheard: readonly number[] = [], place = 0): number {
  weighAnew(table, unheard);
  let sum = 0;
  let end = 0;
  for (const word of text.split(' ')) {
    sum += countWord(table, stemOf(word), text, end, end + word.length, place);
    end += word.length + 1;
  }
  return sum;
}

function tableOf(points: Readonly<Record<string, number>>, rows = 16): StemPoints {
  const table = stemPoints(rows);
  for (const [stems, worth] of Object.entries(points)) addPoints(table, stems, worth);
  return table;
}

test('a word counts once in what is weighed, in whatever ending, and again in what is weighed next', () => {
  const table = tableOf({ 'plan rota': 5, gat: -2 });
  expect(weigh(table, 'a rota to plan plans planning the gate')).toBe(8);
  expect(weigh(table, 'plans')).toBe(5);
});

test('whoever is named counts as a name, but once, and not when the word is known', () => {
  const table = tableOf({ '*': 11, plan: 3 });
  expect(weigh(table, 'Poppy and Theo')).toBe(11);
  expect(weigh(table, 'Plan')).toBe(3);
  expect(weigh(table, 'poppy')).toBe(0);
});

test('what is unheard adds nothing, the next time it does', () => {
  const table = tableOf({ plan: 3, rota: 4 });
  expect(weigh(table, 'plan rota', [stemOf('plans'), stemOf('unknown')])).toBe(4);
  expect(weigh(table, 'plan rota')).toBe(7);
});

test('a stem is worth something else at each place, and counts once at each', () => {
  const table = stemPoints(8, 2);
  addPoints(table, 'gat', 6, 0);
  addPoints(table, 'gat door', -1, 1);
  addPoints(table, 'gat', 2, 0);
  expect([weigh(table, 'gate door', [], 0), weigh(table, 'gate door', [], 1)]).toEqual([8, -2]);
  expect(weigh(table, 'gate door', [stemOf('gate')], 1)).toBe(-1);
});

test('stems that fall on one row are told apart', () => {
  const words = Array.from({ length: 400 }, (_, i) => `w${i}`);
  const table = stemPoints(1024);
  words.forEach((word, i) => addPoints(table, word, (i % 99) + 1));
  expect(new Set(words.map((word) => rowOf(table, numberOfStem(word)))).size).toBe(words.length);
  weighAnew(table);
  expect(words.map((word) => countWord(table, numberOfStem(word), word, 0, word.length))).toEqual(words.map((_word, i) => (i % 99) + 1));
});

test('many words come to what each of them does', () => {
  const table = tableOf({ 'plan rota': 5, gat: -2, '*': 11, '?': 3 });
  const text = 'Rotas for Poppy and Theo? Plan a rota, shut the gate';
  const words = readWords(text, new Uint16Array(2), new Uint16Array(2), []);
  weighAnew(table);
  expect(countWords(table, text, words, 0, text.length)).toBe(weigh(table, 'Rotas for Poppy and Theo Plan a rota shut the gate') + 3);
  weighAnew(table, [stemOf('rota')]);
  expect(countWords(table, text, words, text.indexOf('Theo'), text.indexOf('shut'))).toBe(11 + 3 + 5);
});
