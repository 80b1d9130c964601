import { stopsSending } from '../../src/domain';
import type { AnyRule, Finding, Policy, Report, ReportedFinding, Severity } from '../../src/domain';
import { NO_EXEMPTIONS, runRules } from '../../src/engine';
import { alertButton, alertText, LONGEST_ALERT, LONGEST_BUTTON } from '../../src/formatters';
import { placeholdersIn } from '../../src/text';
import { shippedPolicy } from '../policy-for-tests';
import { rules } from '../../src/rules';

/** The longest value each placeholder can get, and the largest number. */
function longestValues(rule: AnyRule, tip: string): Finding['values'] {
  const words = rule.tips[tip];
  const names = placeholdersIn([words?.saw, words?.advice, words?.brief, words?.note, words?.button].join(' '));
  const values: { [name: string]: string | number } = {};
  for (const name of names.filter((each) => each.toLowerCase() !== 'anyway')) {
    const allowance = rule.allowances[name];
    values[name] = allowance === undefined ? 99999 : `${'W'.repeat(300)}.docx`;
  }
  return values;
}

/** A report in which the rule says one of its tips with the longest values, in one situation. */
function reportOf(rule: AnyRule, tip: string, situation: string, policy: Policy): Report {
  const finding: Finding = { situation, tip, values: longestValues(rule, tip), evidence: [], concerns: [tip] };
  const speaking: AnyRule = { ...rule, needs: [], wants: [], check: () => [finding] };
  const setting = policy.rules[rule.id];
  if (setting === undefined) throw new Error(rule.id);
  const stopping: Policy = { ...policy, rules: { [rule.id]: { ...setting, on: true, severity: { [situation]: stopsSending(setting.severity[situation] ?? 'off') ? (setting.severity[situation] as Severity) : 'justify' } } } };
  return runRules({ rules: [speaking], policy: stopping, facts: {}, context: { organisation: stopping.organisation, detection: stopping.detection, protection: stopping.protection, evidence: stopping.evidence, school: null, audience: 'staff' }, exempting: NO_EXEMPTIONS, leadsCeiling: null, ceiling: 'block', mayBeRecorded: true });
}

/** The situations a tip may speak in and stop the send: its own when it is named so, else every one that stops. */
function situationsOf(rule: AnyRule, tip: string, policy: Policy): readonly string[] {
  if (rule.situations[tip] !== undefined) return [tip];
  return Object.keys(rule.situations).filter((situation) => stopsSending(policy.rules[rule.id]?.severity[situation] ?? 'off'));
}

const everyTip = (['laat', 'teal'] as const).flatMap((pack) =>
  rules.flatMap((rule) =>
    Object.keys(rule.tips).flatMap((tip) => situationsOf(rule, tip, shippedPolicy(pack)).map((situation) => [pack, rule.id, tip, situation] as const)),
  ),
);

test.each(everyTip)('%s: %s says “%s” (%s) within the limit for the longest values, clause and all', (pack, id, tip, situation) => {
  const rule = rules.find((candidate) => candidate.id === id) as AnyRule;
  const report = reportOf(rule, tip, situation, shippedPolicy(pack));
  const text = alertText(report) as string;
  const finding = report.findings[0] as ReportedFinding;
  expect(text.length).toBeLessThanOrEqual(LONGEST_ALERT);
  expect(text).not.toMatch(/[{}]/);
  expect(text).toContain(finding.saw);
  const clause = finding.clauses[0];
  const stopsAsShipped = stopsSending(shippedPolicy(pack).rules[id]?.severity[situation] ?? 'off');
  if (clause !== undefined && stopsAsShipped) expect(text).toContain(`${clause.leadIn} “${clause.text}”`);
  if (finding.advice !== null) expect(text).toContain(/^[a-z]/.test(finding.advice) ? `Do now: ${finding.advice}` : finding.advice);
  expect(finding.note.length).toBeLessThanOrEqual(150);
  if (finding.button !== undefined) expect(alertButton(report)).toBe(finding.button);
  expect(alertButton(report).length).toBeLessThanOrEqual(LONGEST_BUTTON);
});

function finding(over: Partial<ReportedFinding>): ReportedFinding {
  return {
    rule: 'toy-rule',
    title: 'Toy',
    situation: 'plain',
    severity: 'warn',
    clauses: [],
    tip: 'Seen. Do.',
    saw: 'A thing was seen.',
    advice: 'do this.',
    brief: 'The thing again.',
    note: 'A thing was seen.',
    evidence: [],
    fixes: [],
    concerns: ['thing'],
    ...over,
  };
}

function report(over: Partial<Report>): Report {
  return { verdict: 'warn', findings: [], unchecked: [], policy: { name: 'X', version: '1' }, mayBeRecorded: true, ...over };
}

const clause = { id: 'X-1', basis: 'direct' as const, leadIn: 'X policy 1, Part A:', text: 'Be careful.', document: 'X', liveUrl: null };

describe('several findings make one text', () => {
  test('the most severe leads, the others follow in a sentence each', () => {
    const text = alertText(
      report({
        verdict: 'justify',
        findings: [
          finding({ severity: 'justify', clauses: [clause], concerns: ['a'] }),
          finding({ brief: 'It is 21:40, so you can also schedule it for 07:30.', concerns: ['time'] }),
        ],
      }),
    );
    expect(text).toBe(
      'A thing was seen.\n\nX policy 1, Part A: “Be careful.”\n\nDo now: do this. It is 21:40, so you can also schedule it for 07:30.\n\n“Fix this email” opens Heed: fix it there, or give a reason.',
    );
  });

  test('what is told more mildly than a block does not say that it cannot be sent', () => {
    expect(alertText(report({ verdict: 'warn', findings: [finding({ severity: 'warn' })] }))).not.toContain("can't be sent");
  });

  test('a block says whom to call', () => {
    const blocked = report({ verdict: 'block', findings: [finding({ severity: 'block' })] });
    expect(alertText({ ...blocked, help: 'IT Services on ext 200' })).toBe("This can't be sent as it is. A thing was seen.\n\nDo now: do this. If this is wrong, call IT Services on ext 200.");
    expect(alertText(blocked)).toContain('If this is wrong, call IT Services.');
    // Nobody calls an email address.
    expect(alertText({ ...blocked, help: 'IT Services on it@oakfield.example' })).toContain('If this is wrong, contact IT Services on it@oakfield.example.');
  });

  test('a milder finding about nothing else is not said twice', () => {
    const text = alertText(
      report({
        verdict: 'justify',
        findings: [
          finding({ severity: 'justify', concerns: ['attachment:1', 'recipient:a@b'] }),
          finding({ brief: 'a@b is a personal address.', concerns: ['recipient:a@b'] }),
        ],
      }),
    );
    expect(text).not.toContain('personal');
  });

  test('findings that only inform stay out of the dialog', () => {
    expect(alertText(report({ verdict: 'inform', findings: [finding({ severity: 'inform' })] }))).toBeNull();
  });

  test('what does not fit is counted, never cut in silence', () => {
    const many = Array.from({ length: 30 }, (_, index) => finding({ brief: `Another thing, the ${index}th of its kind, was seen.`, concerns: [`c${index}`] }));
    const text = alertText(report({ findings: [finding({ concerns: ['lead'] }), ...many] })) as string;
    expect(text.length).toBeLessThanOrEqual(LONGEST_ALERT);
    expect(text).toMatch(/ \d+ more in Heed\.$/);
  });

  test('a quotation that would burst the dialog is left to the pane, the advice is kept', () => {
    const text = alertText(report({ findings: [finding({ clauses: [{ ...clause, text: 'x'.repeat(480) }] })] })) as string;
    expect(text).toBe('A thing was seen.\n\nDo now: do this.');
  });
});

describe('what could not be checked is said', () => {
  test('beside a finding', () => {
    const text = alertText(report({ findings: [finding({})], unchecked: [{ attachment: 'scan.pdf', reason: 'It looks like a scan.' }] }));
    expect(text).toContain("'scan.pdf' has NOT been checked. It looks like a scan.");
  });

  test('by itself, when that is all there is', () => {
    const text = alertText(report({ unchecked: [{ rule: 'all-staff', reason: '“Message to all staff” was not checked, because the recipients did not arrive.' }] }));
    expect(text).toBe(
      '“Message to all staff” was not checked, because the recipients did not arrive.\n\nDo now: check it yourself. If it is right, choose Send Anyway.',
    );
  });

  test('a part that several rules had to do without is said once, by its name', () => {
    const missing = { part: 'subject', because: 'Outlook did not give the subject in time' } as const;
    const unchecked = ['missing-subject', 'sensitive-body', 'credentials'].map((rule) => ({ rule, missing, reason: `“${rule}” was checked without the subject.` }));
    const text = alertText(report({ unchecked: [...unchecked, { rule: 'out-of-hours', missing: { part: 'sending', because: 'Outlook kept it' }, reason: '“Out of hours” was not checked.' }] }));
    expect(text).toBe(
      'The subject has NOT been checked, because Outlook did not give the subject in time. “Out of hours” was not checked.\n\nDo now: check it yourself. If it is right, choose Send Anyway.',
    );
  });

  test('once, when a finding says it already', () => {
    const text = alertText(
      report({
        findings: [finding({ saw: "We could not read 'scan.pdf'.", evidence: [{ where: 'scan.pdf', masked: 'a scan' }] })],
        unchecked: [{ attachment: 'scan.pdf', reason: 'It looks like a scan.' }],
      }),
    ) as string;
    expect(text.match(/scan\.pdf/g)).toHaveLength(1);
  });
});
