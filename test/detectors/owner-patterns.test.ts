import { maskPattern, prefixPattern, sourceOf, vetPattern, withShortRepeats, wordListPattern } from '../../src/detectors/own/owner-patterns';
import type { AcceptedPattern } from '../../src/detectors/own/owner-patterns';
import { findTableMatches } from '../../src/detectors/own/table-matches';

function accept(source: string, flags: '' | 'i' = 'i'): AcceptedPattern {
  const verdict = vetPattern(source, flags);
  if ('problems' in verdict) throw new Error(verdict.problems.join(' '));
  return verdict.accepted;
}

function found(source: string, text: string, flags: '' | 'i' = 'i'): string[] {
  return findTableMatches(text, accept(source, flags).table, 100).map(({ start, end }) => text.slice(start, end));
}

describe('patterns that would hang a send are refused when they are published, with the way out', () => {
  test.each([
    ['^(a+)+$'],
    ['^(\\w|\\d)+$'],
    ['^([A-Za-z]+\\s?)+,$'],
    ['\\s+$'],
    ['.*confidential.*internal'],
    ['\\d*\\d*\\d*x'],
    ['[\\w.+-]+@[\\w-]+\\.[\\w.-]+'],
  ])('%s', (source) => {
    const verdict = vetPattern(source);
    expect('problems' in verdict && verdict.problems.join(' ')).toMatch(/have no upper end\. Give them one, such as \{1,20\}\./);
  });

  test.each([
    ['(?=.*a)(?=.*b)c', 'Look-ahead (“(?=” or “(?!”) is not allowed. Write what has to be there as part of the pattern.'],
    ['(a)\\1', 'A reference to an earlier group (“\\1”) is not allowed. Write the part out again.'],
    ['(?<=a)b', 'This is no pattern: “(?” is followed by something that older Outlook does not know.'],
    ['(?<name>a)', 'This is no pattern: “(?” is followed by something that older Outlook does not know.'],
    ['(?i)STF\\d{5}', 'This is no pattern: “(?i” has no meaning here. Leave out (?i): capitals and small letters are alike.'],
    ['(?ims:STF)\\d{5}', 'This is no pattern: “(?ims” has no meaning here. Leave out (?ims): capitals and small letters are alike.'],
    ['(?s)STF', 'This is no pattern: “(?s” has no meaning here. Leave out (?s): a pattern has no settings of its own.'],
    ['/STF\\d{5}/i', 'Leave out the slashes and what follows them: "STF\\\\d{5}".'],
    ['/STF\\d{5}/', 'Leave out the slashes: "STF\\\\d{5}".'],
    ['\\p{L}', 'This is no pattern: “\\p” has no meaning here.'],
    ['(a', 'This is no pattern: A “(” is not closed.'],
    ['a)', 'This is no pattern: A “)” has no “(” before it.'],
    ['[z-a]', 'This is no pattern: A range inside “[ ]” runs backwards.'],
    ['[abc', 'This is no pattern: A “[” is not closed.'],
    ['a{3,1}', 'This is no pattern: A “{ }” counts backwards.'],
    ['a{2}{3}', 'This is no pattern: Something is repeated twice.'],
    ['*a', 'This is no pattern: “*” has nothing before it to repeat.'],
    ['a\\', 'This is no pattern: It ends with a backslash.'],
    ['(('.repeat(40) + 'a' + '))'.repeat(40), 'This is no pattern: Its parentheses are too deep.'],
    ['a{300}', 'A part may repeat up to 256 times, not 300.'],
    ['a?|b', 'The pattern fits an empty text, so it would be found everywhere. Ask for one character at least.'],
    ['  ', 'The pattern is empty.'],
    ['a'.repeat(501), 'The pattern has 501 characters. 500 are allowed.'],
    ['(a{1,64}){1,64}b', 'The pattern has too many ways to fit. Shorten its repeats or its alternatives.'],
  ])('%s', (source, problem) => {
    expect(vetPattern(source)).toEqual({ problems: [problem] });
  });

  test.each([
    ['STF\\d+', 'STF\\d{1,20}'],
    ['a*b{2,}c{30,}', 'a{0,20}b{2,20}c{30,30}'],
    ['a{1,64}b{4}c{2,9}d?', 'a{1,20}b{4}c{2,9}d?'],
    ['\\+[*+]x+?', '\\+[*+]x{1,20}?'],
  ])('%s with short repeats is %s', (source, short) => {
    expect(withShortRepeats(source, 20)).toBe(short);
  });

  test('slashes within a pattern are its own, and a bracket that may be missing is no setting', () => {
    for (const source of ['\\d{2}/\\d{2}', '/\\d{5}', '\\/\\d{5}\\/', '(STF\\(?i)']) expect(vetPattern(source)).toHaveProperty('accepted');
  });

  test('all problems are told at once', () => {
    const verdict = vetPattern('(a)\\1b+(?!c)');
    expect('problems' in verdict && verdict.problems).toHaveLength(3);
  });
});

describe('what is accepted looks at each character at most a few times, whatever the text', () => {
  const stepsOf = (source: string, text: string): number => {
    let steps = 0;
    findTableMatches(text, accept(source, '').table, 1000000, () => {
      steps += 1;
    });
    return steps;
  };

  test.each([
    ['^(?:a{1,16}){1,4}$', (size: number) => 'a'.repeat(size)],
    ['(?:[A-Za-z]{1,8} ?){1,6},', (size: number) => 'Amelia Clarke '.repeat(size / 14)],
    ['\\s{1,64}$', (size: number) => `${' '.repeat(size)}x`],
    ['\\d{0,9}\\d{0,9}\\d{0,9}x', (size: number) => '1'.repeat(size)],
    ['[\\w.]{1,64}@[\\w-]{1,64}\\.[a-z]{2,9}', (size: number) => 'a.'.repeat(size / 2)],
    ['a', (size: number) => 'a'.repeat(size)],
    ['a{1,64}b', (size: number) => `${'a'.repeat(63)}b`.repeat(size / 64)],
  ] as const)('%s', (source, textOf) => {
    for (const size of [1000, 10000, 100000]) expect(stepsOf(source, textOf(size))).toBeLessThanOrEqual(4 * textOf(size).length + 4);
  });
});

test('a table finds what a RegExp finds', () => {
  const atoms = ['a', 'b', '[ab]', '\\d', '.', '\\w', '[^a]', '(?:ab|b)', '(a|ab)', ' ', 'é', '\\x62', '\\u0061'];
  const repeats = ['', '?', '{1,3}', '{2}', '{0,2}?', ''];
  let seed = 7;
  const pick = <T>(list: readonly T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return list[seed % list.length] as T;
  };
  let compared = 0;
  for (let i = 0; i < 1500; i += 1) {
    let source = pick(['', '', '\\b', '^', '\\B']);
    for (let parts = pick([1, 2, 3]); parts > 0; parts -= 1) source += pick(atoms) + pick(repeats);
    source += pick(['', '', '\\b', '$']);
    const verdict = vetPattern(source, '');
    if ('problems' in verdict) continue;
    for (let texts = 0; texts < 4; texts += 1) {
      let text = '';
      for (let length = pick([0, 3, 6, 9, 12]); length > 0; length -= 1) text += pick([...'ab c1-é\n']);
      const matches = findTableMatches(text, verdict.accepted.table, 100);
      expect([source, text, matches.length > 0]).toEqual([source, text, new RegExp(source).test(text)]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(3000);
});

describe('builders', () => {
  test('a word list finds whole words, over hard white space too, in any case', () => {
    const source = wordListPattern(['Nest group', 'S.P.A.R.K', '  ']);
    expect(found(source, 'The nest  group, S.P.A.R.K and SPARK, nest groups')).toEqual(['nest  group', 'S.P.A.R.K']);
    expect(wordListPattern([])).toBe('');
  });

  test('a prefix and digits', () => {
    expect(found(prefixPattern('STF', 5), 'STF12345, stf-12345, STF 12345; STF123456 XSTF12345')).toEqual(['STF12345', 'stf-12345', 'STF 12345']);
    expect(found(prefixPattern('A+', 3, 4), 'A+123 BA+1234')).toEqual(['A+123']);
    expect(found(prefixPattern('CASE', 3, 4), 'CASE-123 CASE1234')).toEqual(['CASE-123', 'CASE1234']);
  });

  test('a mask', () => {
    expect(found(maskPattern('AA-9999'), 'AB-1234, ab-1234 and ABC-1234 or AB-12345')).toEqual(['AB-1234', 'ab-1234']);
    expect(found(maskPattern('9X/A'), '1b/c 11/c')).toEqual(['1b/c', '11/c']);
    expect(maskPattern(' ')).toBe('');
  });
});

test('the hash of a pattern is of what is written, so a changed one no longer fits it', () => {
  expect(accept('CASE-\\d{4}').hash).toBe(accept('CASE-\\d{4}').hash);
  expect(accept('CASE-\\d{5}').hash).not.toBe(accept('CASE-\\d{4}').hash);
  expect(accept('CASE-\\d{4}', '').hash).not.toBe(accept('CASE-\\d{4}').hash);
});

test('a pattern says what it looks like in one of four ways', () => {
  expect(sourceOf({ words: ['Nest'] })).toBe(wordListPattern(['Nest']));
  expect(sourceOf({ prefix: 'STF', digits: [4, 5] })).toBe(prefixPattern('STF', 4, 5));
  expect(sourceOf({ mask: 'AA-99' })).toBe(maskPattern('AA-99'));
  expect(sourceOf({ regexp: 'a{2}' })).toBe('a{2}');
  expect(sourceOf({ prefix: 'STF' })).toBe('');
});
