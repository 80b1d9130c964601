import { englishPlural, fillTemplate, placeholdersIn, shortenEnd, shortenMiddle } from '../../src/text';

describe('filling a template', () => {
  test.each([
    ['Hello {name}.', { name: 'Kit' }, 'Hello Kit.'],
    ['{count: # person|# people}', { count: 1 }, '1 person'],
    ['{count: # person|# people}', { count: 0 }, '0 people'],
    ['{count: # person | # people} here', { count: 2 }, '2 people here'],
    ['{absent} stays', {}, '{absent} stays'],
    ['{name} and {name}', { name: 'a' }, 'a and a'],
    ['no value is read as a template', { name: '{other}' }, 'no value is read as a template'],
    ['{name}', { name: '{other}', other: 'x' }, '{other}'],
  ])('%s', (template, values, filled) => {
    expect(fillTemplate(template, values as { [name: string]: string | number })).toBe(filled);
  });

  test('shortens a text to its allowance', () => {
    expect(fillTemplate('{file} {count}', { file: 'a very long file name.xlsx', count: 123456 }, { file: 12 })).toBe('a very….xlsx 123456');
  });

  test('a language with other plurals brings its own', () => {
    expect(fillTemplate('{n: # osoba|# osoby|# osób}', { n: 5 }, {}, () => 2)).toBe('5 osób');
    expect([0, 1, 2].map(englishPlural)).toEqual([1, 0, 1]);
  });

  test('names its placeholders once each', () => {
    expect(placeholdersIn('{a} {b: x|y} {a}')).toEqual(['a', 'b']);
  });
});

describe('shortening', () => {
  test('keeps the ending of a file name', () => {
    expect(shortenMiddle('Year 5 register of pupils.docx', 16)).toBe('Year 5 reg….docx');
    expect(shortenMiddle('short.txt', 16)).toBe('short.txt');
  });

  test('is never longer than asked', () => {
    for (let most = 1; most < 40; most += 1) {
      expect(shortenMiddle('a'.repeat(100), most).length).toBeLessThanOrEqual(Math.max(most, 1));
      expect(shortenEnd('a'.repeat(100), most).length).toBeLessThanOrEqual(most);
    }
  });
});
