import fs from 'node:fs';
import path from 'node:path';
import { check } from '../../src/check';
import type { AnyRule, Policy, Report } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';
import { rules } from '../../src/rules';
import { ORDINARY_ORGANISATION, sourceOf } from '../story';
import type { Case, RuleCases } from '../story';

function casesOf(rule: AnyRule): RuleCases {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(`./${rule.id}.cases`) as { cases: RuleCases }).cases;
}

function policyOf(rule: AnyRule, { organisation, options, severity, protection }: Case): Policy {
  const policy = shippedPolicy('laat');
  const setting = policy.rules[rule.id];
  if (setting === undefined) throw new Error(`laat does not set ${rule.id}`);
  return {
    ...policy,
    protection: { ...policy.protection, ...protection },
    organisation: { ...policy.organisation, ...ORDINARY_ORGANISATION, ...organisation },
    rules: { ...policy.rules, [rule.id]: { ...setting, on: true, severity: { ...setting.severity, ...severity }, options: { ...(setting.options as object), ...options } } },
  };
}

/** What this rule says, through the front door. */
async function findingsOf(rule: AnyRule, example: Case): Promise<Report['findings']> {
  const report = await check(sourceOf(example.draft), policyOf(rule, example));
  return report.findings.filter((finding) => finding.rule === rule.id);
}

/** How many look-alikes from ordinary life each rule must leave alone: one that cries wolf is switched off. */
const FEWEST_CLEARED = 15;

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { finds, clears } = casesOf(rule);

  test.each(finds.map((example) => [example.name, example] as const))('finds %s', async (_name, example) => {
    const findings = await findingsOf(rule, example);
    expect(findings.map(({ situation }) => situation)).toEqual(example.situations);
    if (example.saw !== undefined) expect(findings[0]?.saw).toBe(example.saw);
    if (example.advice !== undefined) expect(findings[0]?.advice).toBe(example.advice);
    if (example.fixes !== undefined) expect(findings[0]?.fixes.map((fix) => fix.do)).toEqual(example.fixes);
    if (example.shows !== undefined) expect(findings[0]?.evidence.map(({ masked }) => masked)).toEqual(example.shows);
    for (const finding of findings) expect(`${finding.tip} ${finding.brief ?? ''} ${finding.note}`).not.toMatch(/[{}]/);
  });

  test.each(clears.map((example) => [example.name, example] as const))('leaves alone %s', async (_name, example) => {
    expect(await findingsOf(rule, example)).toEqual([]);
  });

  test('names every situation it can be in, in its cases', () => {
    const named = new Set(finds.flatMap(({ situations }) => situations ?? []));
    expect([...named].sort()).toEqual(Object.keys(rule.situations).sort());
  });

  test('is tried on an invitation: it finds in one, or says that it does not apply and leaves one alone', () => {
    const isInvitation = ({ draft }: Case): boolean => draft.kind === 'appointment';
    const applies = rule.appliesTo.includes('appointment');
    expect([finds.some(isInvitation), applies || clears.some(isInvitation)]).toEqual([applies, true]);
  });

  test('has enough look-alikes that it leaves alone', () => {
    expect(clears.length).toBeGreaterThanOrEqual(FEWEST_CLEARED);
  });

  test('has a file, a page and an id that is a noun phrase', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(fs.existsSync(path.join(__dirname, '..', '..', 'src', 'rules', `${id}.ts`))).toBe(true);
    expect(fs.existsSync(path.join(__dirname, '..', '..', 'docs', 'rules', `${id}.md`))).toBe(true);
  });
});
