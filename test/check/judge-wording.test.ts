import { judgeWording } from '../../src/check/judge-wording';
import { loadPolicy, sayProblem, shippedPacks } from '../../src/policy';
import { rules } from '../../src/rules';

/** The sentences for a pack whose owner has words of their own for the rule on all staff. */
function saidOf(wording: object): readonly string[] {
  const pack = JSON.parse(shippedPacks[1]?.text ?? '') as { rules: { [id: string]: { wording?: object } } };
  const rule = pack.rules['all-staff'];
  if (rule === undefined) throw new Error('no such rule');
  rule.wording = wording;
  const { policy, problems } = loadPolicy([{ file: 'mine.json', text: JSON.stringify(pack) }], rules, { judgeWording });
  expect(policy === null).toBe(problems.length > 0);
  return problems.map(sayProblem);
}

test('words that fit are taken', () => {
  expect(saidOf({ list: { saw: '{list} reaches {size}.', advice: 'put it into the bulletin, or {anyway}.', note: 'This goes to {list}.' } })).toEqual([]);
  expect(saidOf({})).toEqual([]);
});

test('a placeholder that nothing fills is answered with the one that was meant', () => {
  expect(saidOf({ list: { saw: 'This goes to {lst}.' } })).toEqual(['mine.json: rules.all-staff.wording.list.saw: nothing stands for {lst} here. Did you mean {list}?']);
  expect(saidOf({ list: { brief: 'For {pupils}.' } })[0]).toMatch(/^mine\.json: rules\.all-staff\.wording\.list\.brief: nothing stands for \{pupils\} here\. Here there are \{list\}, .*\.$/);
});

test('a dialog is measured with the longest values and the quotation', () => {
  const [sentence, ...more] = saidOf({ list: { saw: 'x'.repeat(380), advice: 'y'.repeat(150) } });
  const [, takes, over] = /^mine\.json: rules\.all-staff\.wording\.list: with the longest values and the quotation this takes (\d+) characters, and a dialog holds 500\. Shorten it by (\d+)\.$/.exec(sentence ?? '') ?? [];
  expect(more).toEqual([]);
  expect(Number(takes)).toBeGreaterThan(530);
  expect(Number(takes) - Number(over)).toBe(500);
});

test('a note is measured with the longest values', () => {
  expect(saidOf({ list: { note: `${'z'.repeat(140)} {list}` } })[0]).toMatch(/^mine\.json: rules\.all-staff\.wording\.list\.note: with the longest values this takes \d+ characters, and a note holds 150\. Shorten it by \d+\.$/);
});
