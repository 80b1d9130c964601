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

test('a list of pupils is cut down to what is needed, one of staff is not, and a parent is phoned about a child alone', async () => {
  const tipOf = async (draft: Parameters<typeof sourceOf>[0]): Promise<string> => (await check(sourceOf(draft), shippedPolicy('laat'))).findings[0]!.tip;
  const pay = `Name,Role,NI number\n${['Ada', 'Ben', 'Cal', 'Dev', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jan', 'Kim', 'Lee'].map((name, index) => `${name} Mercer,Teaching assistant,AB${123450 + index}C`).join('\n')}\n`;
  expect(await tipOf({ to: ['k.parent@gmail.com'], attachments: [{ name: 'Staff.csv', text: pay }] })).toContain('Tell them only what they need');
  expect(await tipOf({ to: ['k.lowe@gmail.com'], body: 'New starter: Kit Lowe, NI number AB123456C.' })).toContain('Phone them');
  expect(await tipOf({ to: ['k.parent@gmail.com'], body: 'Theo Khan has an EHCP and will need a quiet room.' })).toContain('Phone the parent');
});

test('an invitation is never offered to be scheduled', async () => {
  for (const to of ['kit@oakfield.example', 'x@fellside-centre.example']) {
    const { findings } = await check(sourceOf({ kind: 'appointment', to: [to], at: '2026-11-17T20:50:00Z' }), shippedPolicy('laat'));
    const late = findings.find(({ rule }) => rule === 'out-of-hours')!;
    expect([late.fixes.map((fix) => fix.do), `${late.tip} ${late.note} ${late.button ?? ''}`]).toEqual([['save-draft'], expect.not.stringMatching(/schedule/i)]);
  }
});

test('no row of dots alone is shown where something else can be', async () => {
  const text = 'Name,UPN,SEN status\nAda Test,H801200001001,K\nBen Test,,E\nCal Test,,K\n';
  const { findings } = await check(sourceOf({ to: ['x@fellside-centre.example'], attachments: [{ name: 'register.csv', text }] }), shippedPolicy('laat'));
  expect(findings[0]?.evidence.map(({ masked }) => masked).filter((masked) => /^[^•]*•+$/.test(masked))).toEqual([]);
  expect(findings[0]?.evidence.some(({ masked }) => masked.endsWith('001'))).toBe(true);
});

test('the other way to reach all staff is the school’s own before the organisation’s, and is linked where it has a page', async () => {
  const laat = shippedPolicy('laat');
  const schools = [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'], hours: null, terms: [], staff: null, contacts: {}, alternatives: [{ label: 'the Friday bulletin', url: 'https://oakfield.example/bulletin' }] }];
  const found = async (from: string, to: string, thread: 'new' | 'reply' = 'new') => {
    const organisation = { ...laat.organisation, ...ORDINARY_ORGANISATION, schools, alternatives: [{ label: 'the staff channel in Teams', url: null }] };
    const { findings } = await check(sourceOf({ from, to: [to], thread }), { ...laat, organisation });
    const { tip, fixes } = findings.find(({ rule }) => rule === 'all-staff')!;
    return { tip, links: fixes.filter((fix) => fix.do === 'open-page') };
  };
  expect(await found('dee.marlow@oakfield.example', 'all-staff@oakfield.example')).toEqual({
    tip: expect.stringContaining('or use the Friday bulletin.'),
    links: [{ do: 'open-page', page: 'bulletin', label: 'the Friday bulletin', url: 'https://oakfield.example/bulletin' }],
  });
  expect(await found('kit@marsh-lane.example', 'everyone@marsh-lane.example')).toEqual({ tip: expect.stringContaining('or use the staff channel in Teams.'), links: [] });
  // A reply is better sent to one person than put into a bulletin.
  expect(await found('dee.marlow@oakfield.example', 'all-staff@oakfield.example', 'reply')).toEqual({ tip: expect.not.stringContaining('bulletin'), links: [] });
});
