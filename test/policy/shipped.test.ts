import { SUPPORTED_ZONES } from '../../src/calendar';
import { detectors, knownTerms } from '../../src/detectors';
import { loadPolicy, policyHealth, sayProblem, shippedPacks } from '../../src/policy';
import { PERSONAL_DOMAINS } from '../../src/recipients';
import { rules } from '../../src/rules';

const names = { zones: SUPPORTED_ZONES, detectors: detectors.map(({ id }) => id), personalDomains: PERSONAL_DOMAINS, terms: knownTerms() };

describe('the shipped packs with the rules as they ship', () => {
  test('the default comes first', () => {
    expect(shippedPacks.map(({ name, file }) => [name, file])).toEqual([
      ['laat', 'laat.json'],
      ['teal', 'teal.json'],
    ]);
  });

  test.each(shippedPacks.map((pack) => [pack.name, pack] as const))('%s has no problem and leaves no rule unmentioned', (_, pack) => {
    const { policy, problems, layers } = loadPolicy([pack], rules, { names, today: '2026-11-21' });
    expect(problems.map(sayProblem)).toEqual([]);
    const notes = layers === null ? [] : policyHealth(layers, { today: '2026-11-21', bankHolidaysUntil: null });
    expect(notes.filter(({ path }) => path.startsWith('rules.'))).toEqual([]);
    // Every situation has its severity in the pack itself: a new one is a decision for the policy owner.
    const shipped = JSON.parse(pack.text) as { rules: { [id: string]: { severity: object } } };
    for (const rule of rules) expect([rule.id, Object.keys(shipped.rules[rule.id]?.severity ?? {}).sort()]).toEqual([rule.id, Object.keys(rule.situations).sort()]);
    expect(policy?.name).toBe(pack.name.toUpperCase());
  });
});
