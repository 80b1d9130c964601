import { REASONS, words } from '../../src/ui/words';

/** Those that take a word of the domain, and are looked at below or in the pane's own tests. */
const CHOOSING = ['severity', 'basis', 'headline', 'whatNow'];

/** Every other text of the pane, functions called with values that could stand in them. */
function everyText(): readonly string[] {
  const texts: string[] = [...REASONS.map(({ text }) => text)];
  for (const [name, value] of Object.entries(words)) {
    if (CHOOSING.includes(name)) continue;
    if (typeof value === 'string') texts.push(value);
    else for (const number of [1, 2]) texts.push(String((value as (...values: unknown[]) => unknown)(number, number, 'register.xlsx', 'it was refused')));
  }
  return texts;
}

test('no sentence says please, blames, or is left without an end', () => {
  for (const text of everyText()) {
    expect(text).not.toMatch(/please|invalid|error|failed to|you should not|undefined|\[object/i);
    expect(text).not.toMatch(/\s$|^\s| {2}/);
  }
});

test('there are six reasons, each with a code of its own', () => {
  expect(REASONS.map(({ code }) => code)).toEqual(['recipient-entitled', 'own-child-only', 'partner-agreement', 'child-at-risk', 'wrong-match', 'manager-agreed']);
});

test('what may be one or several is said in whole sentences', () => {
  expect(words.showMore(1)).toBe('Show one more');
  expect(words.showMore(7)).toBe('Show 7 more');
  expect(words.headline('warn', 1)).toBe('One thing to check before you send');
  expect(words.headline('inform', 3)).toBe('This draft can go, with 3 notes');
});
