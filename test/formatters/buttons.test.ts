import { LONGEST_BUTTON } from '../../src/formatters/alert';
import { USUAL_BUTTON, buttonIn } from '../../src/formatters/buttons';
import { rules } from '../../src/rules';

const buttons = [...new Set([USUAL_BUTTON, ...rules.flatMap(({ tips }) => Object.values(tips).map(({ button }) => button))])].filter((button) => button !== undefined);

test.each(['cy', 'pl'])('%s: every button that a rule can ask for, in at most 20 characters', (language) => {
  for (const button of buttons.map((each) => each.replace(/\{[A-Za-z]+\}/, '07:30'))) {
    const words = buttonIn(language, button);
    expect(`${button}: ${words === button ? 'not translated' : 'translated'}`).toBe(`${button}: translated`);
    expect(words.length).toBeLessThanOrEqual(LONGEST_BUTTON);
  }
});

test('a time stays, and so do words of an organisation’s own, and English', () => {
  expect(buttonIn('pl', 'Schedule 07:30')).toBe('Zaplanuj na 07:30');
  expect([buttonIn('cy', 'Ask Mrs Hart'), buttonIn(null, USUAL_BUTTON), buttonIn('fr', USUAL_BUTTON)]).toEqual(['Ask Mrs Hart', USUAL_BUTTON, USUAL_BUTTON]);
});
