import { check } from '../../src/check';
import type { Report } from '../../src/domain';
import { rules } from '../../src/rules';
import { shippedPolicy } from '../policy-for-tests';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import type { RuleCases } from '../story';
import { OPTION_CASES } from './options.cases';
import type { OptionCase } from './options.cases';

async function findingsOf({ rule, draft, organisation }: OptionCase, options: OptionCase['options']): Promise<Report['findings']> {
  const policy = shippedPolicy('laat');
  const setting = policy.rules[rule]!;
  const report = await check(sourceOf(draft), {
    ...policy,
    organisation: { ...policy.organisation, ...ORDINARY_ORGANISATION, ...organisation },
    rules: { [rule]: { ...setting, on: true, options: { ...(setting.options as object), ...options } } },
  });
  return report.findings;
}

test.each(OPTION_CASES.map((example) => [`${example.rule}: ${example.name}`, example] as const))('%s', async (_, example) => {
  const set = await findingsOf(example, example.options);
  const usual = await findingsOf(example, {});
  expect([set.map(({ situation }) => situation), usual.map(({ situation }) => situation)]).toEqual([example.situations, example.usually]);
  if (example.says !== undefined) expect(set[0]?.tip).toMatch(example.says);
  if (example.usuallySays !== undefined) expect(usual[0]?.tip).toMatch(example.usuallySays);
});

test.each(rules.map((rule) => [rule.id, rule] as const))('%s: each option has a case', (id, rule) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { finds, clears } = (require(`./${id}.cases`) as { cases: RuleCases }).cases;
  const tried = new Set([...finds, ...clears, ...OPTION_CASES.filter((example) => example.rule === id)].flatMap(({ options }) => Object.keys(options ?? {})));
  const { entries } = rule.options as unknown as { entries: { [option: string]: unknown } };
  expect(Object.keys(entries).filter((option) => !tried.has(option))).toEqual([]);
});

test('a finding shows as much as the policy wants of what was found', async () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `parent${index}@gmail.com`);
  const policy = shippedPolicy('laat');
  for (const maxItems of [1, 3, 10]) {
    const { findings } = await check(sourceOf({ to: addresses }), { ...policy, evidence: { maxItems } });
    expect(findings.find(({ rule }) => rule === 'external-bulk-cc')?.evidence).toHaveLength(maxItems);
  }
});

test('no row of dots alone is shown where something else can be', async () => {
  const text = 'Name,UPN,SEN status\nAda Test,H801200001001,K\nBen Test,,E\nCal Test,,K\n';
  const { findings } = await check(sourceOf({ to: ['x@fellside-centre.example'], attachments: [{ name: 'register.csv', text }] }), shippedPolicy('laat'));
  expect(findings[0]?.evidence.map(({ masked }) => masked).filter((masked) => /^•+$/.test(masked))).toEqual([]);
  expect(findings[0]?.evidence.some(({ masked }) => masked.endsWith('001'))).toBe(true);
});
