import type { Policy } from '../../src/domain';
import { loadPolicy, shippedPacks } from '../../src/policy';
import { betweenInWords, isAnsweredByTotals, madeUpDrafts, readTotals, replayTotals, spokeIn } from '../../src/replay';
import type { Totals } from '../../src/replay';
import { rules } from '../../src/rules';

function laat(options: object, hours?: object): Policy {
  const pack = JSON.parse(shippedPacks[0]!.text);
  pack.rules['all-staff'].options = options;
  if (hours !== undefined) Object.assign(pack.organisation.hours, hours);
  const { policy, problems } = loadPolicy([{ file: 'laat.json', text: JSON.stringify(pack) }], rules);
  if (policy === null) throw new Error(JSON.stringify(problems));
  return policy;
}

const people = (band: Totals['people'][number]['band'], sends: number | '<5', school = 'oakfield'): Totals['people'][number] => ({ measure: 'colleagues', band, school, class: 'inside', sends });
const TOTALS: Totals = {
  format: 'heed totals 1',
  period: { from: '2026-10-01', to: '2026-10-31' },
  sends: 1000,
  people: [people('1-9', 700), people('50-59', 50), people('60-74', 32, 'fellview'), people('75-99', 58), people('100-249', '<5')],
  times: [
    { day: 'mon', hour: 10, school: 'oakfield', class: 'inside', sends: 400 },
    { day: 'mon', hour: 17, school: 'oakfield', class: 'inside', sends: 20 },
    { day: 'mon', hour: 18, school: 'oakfield', class: 'inside', sends: 9 },
    { day: 'mon', hour: 19, school: 'oakfield', class: 'outside', sends: 30 },
    { day: 'sun', hour: 10, school: 'oakfield', class: 'inside', sends: 7 },
  ],
  spoke: [{ rule: 'missing-subject', severity: 'warn', school: 'oakfield', class: 'inside', sends: 37 }],
};

test('a change between two band edges is counted exactly, the small cell apart', () => {
  const answer = replayTotals(TOTALS, 'all-staff', laat({ directRecipients: 50 }), laat({ directRecipients: 75 }))!;
  expect(answer.before).toEqual({ least: 140, most: 144 });
  expect(answer.after).toEqual({ least: 58, most: 62 });
  expect(answer.fewer).toEqual({ least: 82, most: 82 });
  expect(betweenInWords(answer.fewer)).toBe('82');
  expect(answer.more).toEqual({ least: 0, most: 0 });
  expect(answer.schools).toEqual([
    { name: 'fellview', before: { least: 32, most: 32 }, after: { least: 0, most: 0 } },
    { name: 'oakfield', before: { least: 108, most: 112 }, after: { least: 58, most: 62 } },
  ]);
});

test('a school that the totals write in capitals has its own hours', () => {
  const school = { id: 'oakfield', name: 'Oakfield', hours: { mon: ['08:00', '15:00'], tue: null, wed: null, thu: null, fri: null, sat: null, sun: null } };
  const policyOf = (schools: readonly object[]): Policy => {
    const pack = JSON.parse(shippedPacks[0]!.text);
    pack.organisation.schools = schools;
    return loadPolicy([{ file: 'laat.json', text: JSON.stringify(pack) }], rules).policy!;
  };
  const capitals: Totals = { ...TOTALS, times: TOTALS.times.map((cell) => ({ ...cell, school: 'Oakfield' })) };
  const [small, large] = [TOTALS, capitals].map((totals) => replayTotals(totals, 'out-of-hours', policyOf([]), policyOf([school]))!.after);
  expect(large).toEqual(small);
  expect(large).not.toEqual(replayTotals(capitals, 'out-of-hours', policyOf([]), policyOf([]))!.after);
});

test('within a band it says between which numbers the answer lies', () => {
  const answer = replayTotals(TOTALS, 'all-staff', laat({ directRecipients: 50 }), laat({ directRecipients: 70 }))!;
  expect(betweenInWords(answer.after)).toBe('between 58 and 94');
  expect(betweenInWords(answer.fewer)).toBe('between 50 and 82');
});

test('fewer than five are “<5”', () => {
  expect(betweenInWords({ least: 0, most: 4 })).toBe('<5');
  expect(betweenInWords({ least: 3, most: 3 })).toBe('<5');
  expect(betweenInWords({ least: 5, most: 5 })).toBe('5');
  expect(betweenInWords({ least: 2, most: 9 })).toBe('between <5 and 9');
});

test('hours are judged by the hour, and an hour that is cut says “between”', () => {
  const late = { mon: ['07:30', '18:30'] };
  const answer = replayTotals(TOTALS, 'out-of-hours', laat({}), laat({}, late))!;
  expect(answer.before).toEqual({ least: 16, most: 16 });
  expect(answer.after).toEqual({ least: 7, most: 16 });
});

test('a rule that looks at content is not answered from totals', () => {
  expect(replayTotals(TOTALS, 'missing-subject', laat({}), laat({}))).toBeNull();
  expect(rules.filter(({ id }) => isAnsweredByTotals(id)).map(({ id }) => id)).toEqual(['all-staff', 'out-of-hours']);
  expect(spokeIn(TOTALS, 'missing-subject')).toEqual({ least: 37, most: 37 });
});

test('a file of totals is read, and a wrong one answered in a sentence', () => {
  expect(readTotals(JSON.stringify(TOTALS))).toEqual(TOTALS);
  expect(readTotals('{')).toEqual({ problem: 'This is not a file of totals: it is not JSON.' });
  expect(readTotals('{"format":"other"}')).toEqual({ problem: expect.stringMatching(/^This is not a file of totals: format: /) });
  expect(readTotals(JSON.stringify({ ...TOTALS, subject: 'x' }))).toEqual({ problem: expect.stringContaining('This is not a file of totals') });
});

test('made-up drafts name nobody and have names of their own', () => {
  const drafts = madeUpDrafts('oakfield.example');
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
  expect(JSON.stringify(drafts.map(({ to }) => to))).not.toMatch(/@(?!oakfield\.example|[a-z-]+\.example|gmail\.com)/);
});
