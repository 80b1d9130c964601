import { check } from '../../src/check';
import { dailySelfTest, selfTest, testedThing } from '../../src/diagnosis';
import type { SelfTestStore } from '../../src/diagnosis';
import { canaryDraft, expectedRules } from '../../src/diagnosis/canary';
import type { DraftSource, Policy, Report, RuleSetting, Severity } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';

const LAAT = shippedPolicy('laat');
const NOON = Date.parse('2026-11-18T12:00:00Z');
const checking = (source: DraftSource, policy: Policy): Promise<Report> => check(source, policy);
const withRule = (policy: Policy, id: string, change: Partial<RuleSetting>): Policy => ({ ...policy, rules: { ...policy.rules, [id]: { ...policy.rules[id]!, ...change } } });
const test_ = (policy: Policy, run = checking): ReturnType<typeof selfTest> => selfTest({ policy, check: run, clock: () => NOON }, 50);

test.each(['laat', 'teal'] as const)('under the shipped policy %s the made-up draft is stopped, by every rule that has to', async (name) => {
  const policy = shippedPolicy(name);
  expect(expectedRules(policy)).toEqual(['sensitive-attachment', 'missing-subject']);
  expect(await selfTest({ policy, check: checking, clock: () => NOON })).toEqual({ at: NOON, outcome: 'works', silent: [] });
});

test('it goes to nobody: every name in it is made up', async () => {
  const draft = canaryDraft(LAAT, NOON);
  const recipients = await draft.read('recipients');
  expect(JSON.stringify(recipients)).toContain('heed-self-test-nobody@gmail.com');
});

test('a rule that has gone silent is named', async () => {
  const deaf = async (source: DraftSource, policy: Policy): Promise<Report> => {
    const report = await check(source, policy);
    return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'sensitive-attachment') };
  };
  expect(await test_(LAAT, deaf)).toMatchObject({ outcome: 'silent', silent: ['sensitive-attachment'] });
});

test('a check that lets everything pass, never answers or throws is a fault', async () => {
  const nothing: Report = { verdict: 'allow', findings: [], unchecked: [], policy: { name: '', version: '' }, mayBeRecorded: true };
  expect(await test_(LAAT, () => Promise.resolve(nothing))).toMatchObject({ outcome: 'silent', silent: ['sensitive-attachment', 'missing-subject'] });
  expect(await test_(LAAT, () => new Promise(() => undefined))).toMatchObject({ outcome: 'no answer' });
  expect(await test_(LAAT, () => Promise.reject(new Error('broken')))).toMatchObject({ outcome: 'failed' });
});

describe('what the policy says is no fault', () => {
  test('a rule that is off, or whose situation is off, need not speak', async () => {
    const off = withRule(LAAT, 'sensitive-attachment', { on: false });
    expect(await test_(off)).toMatchObject({ outcome: 'works' });
    const severity: { [situation: string]: Severity } = { ...LAAT.rules['missing-subject']!.severity, blank: 'off' };
    expect(await test_(withRule(off, 'missing-subject', { severity }))).toMatchObject({ outcome: 'no rule' });
  });

  test.each<[string, Partial<Policy['detection']>]>([
    ['lists of ten and more alone', { minCount: { upn: 10, 'special-category': 10 } }],
    ['no UPNs and no words', { off: ['upn', 'special-category'] }],
    ['what is quite sure alone', { minScore: { outside: 100, inside: 100 } }],
    ['no words of the register', { ignore: ['SEN need', 'Autism', 'UPN'] }],
  ])('a policy that looks for %s does not make it silent', async (_name, change) => {
    expect(await test_({ ...LAAT, detection: { ...LAAT.detection, ...change } })).toMatchObject({ outcome: 'works' });
  });

  test('an exemption for everybody inside does not make it silent', async () => {
    const exemptions = LAAT.organisation.internalDomains.concat('heed.example').map((domain) => ({ for: domain, why: 'tried out', expires: '2027-01-01' }));
    expect(await test_(withRule(LAAT, 'sensitive-attachment', { exemptions }))).toMatchObject({ outcome: 'works' });
  });
});

describe('once a day', () => {
  function storeOf(text: string | null = null): SelfTestStore & { text: string | null } {
    const store = { text, read: () => store.text, write: (written: string) => void (store.text = written) };
    return store;
  }
  const THING = testedThing('0.1.0-abc', LAAT, 7);

  async function times(store: SelfTestStore, moments: readonly number[], thing = THING, run = checking): Promise<number> {
    let count = 0;
    for (const now of moments) {
      await dailySelfTest({ policy: LAAT, check: (...given) => (count += 1, run(...given)), clock: () => now }, store, thing);
    }
    return count;
  }

  test('the next pane of the same day relies on it; the next day does not', async () => {
    expect(await times(storeOf(), [NOON, NOON + 3_600_000, NOON + 6 * 3_600_000])).toBe(1);
    expect(await times(storeOf(), [NOON, NOON + 24 * 3_600_000])).toBe(2);
  });

  test('another build or another policy is tested anew', async () => {
    const store = storeOf();
    await times(store, [NOON]);
    expect(await times(store, [NOON], testedThing('0.1.1-def', LAAT, 7))).toBe(1);
    expect(await times(store, [NOON], testedThing('0.1.1-def', LAAT, 8))).toBe(1);
  });

  test('what did not work is tried again at once', async () => {
    expect(await times(storeOf(), [NOON, NOON], THING, () => Promise.reject(new Error('broken')))).toBe(2);
  });

  test.each(['', '{', 'null', '7', '{"thing":1}', `{"thing":"${THING}","at":"x","outcome":"works"}`, `{"thing":"${THING}","at":${NOON},"outcome":"splendid"}`])('a store that holds %s is as good as none', async (text) => {
    expect(await times(storeOf(text), [NOON])).toBe(1);
  });
});
