import { defineRule, unreadable } from '../../src/domain';
import type { AnyRule, Exemption, Policy, RuleAtASend, RuleSetting, Severity } from '../../src/domain';
import type { Exempting } from '../../src/engine';
import { activeRules, isExempt, isWhollyExempt, NO_EXEMPTIONS, partsFor, quotedClauses, runRules, severityOf } from '../../src/engine';
import { shippedPolicy } from '../policy-for-tests';

const anything = { '~standard': { version: 1 as const, vendor: 'toy' } };

function toy(id: string, over: Partial<AnyRule> = {}): AnyRule {
  const rule = defineRule({
    id,
    title: `Toy ${id}`,
    why: 'To test the engine.',
    tips: { plain: { saw: 'Saw {thing}.', advice: 'do it.', brief: null } },
    allowances: { thing: 10 },
    situations: { plain: 'warn' },
    appliesTo: ['message'],
    needs: ['subject'],
    wants: ['body'],
    options: anything,
    check: ({ subject }) => (subject === 'quiet' ? [] : [{ situation: 'plain', values: { thing: subject }, evidence: [], concerns: [id] }]),
  });
  return { ...rule, ...over };
}

function policyWith(settings: { readonly [id: string]: Partial<RuleSetting> }): Policy {
  const rules: { [id: string]: RuleSetting } = {};
  for (const id of Object.keys(settings)) {
    rules[id] = { on: true, locked: false, clauses: [], severity: { plain: 'warn' }, severityByAudience: {}, exemptions: [], options: {}, wording: {}, button: null, ...settings[id] };
  }
  return { ...shippedPolicy('laat'), rules };
}

const audience = (classes: readonly string[]) => ({
  members: classes.map((name, index) => ({ address: `a${index}@b.example`, name: '', field: 'to', class: name, isSender: false, isAllowed: false, isRegistered: false, isPupilsOwn: false, kind: 'person' })),
  atLeast: false,
});

const run = (rules: readonly RuleAtASend[], policy: Policy, facts: object, ceiling: Severity = 'block') =>
  runRules({ rules, policy, facts, context: { organisation: policy.organisation, detection: policy.detection, protection: policy.protection, evidence: policy.evidence, school: null, audience: 'staff' }, ceiling, exempting: NO_EXEMPTIONS, leadsCeiling: null, mayBeRecorded: true });

describe('exemptions', () => {
  const setting = (exemption: Partial<Exemption>): RuleSetting =>
    policyWith({ toy: { severity: { plain: 'warn', late: 'warn' }, exemptions: [{ for: 'dsl@b.example', why: 'DSL', expires: '2026-11-18', ...exemption }] } }).rules['toy']!;
  const dsl: Exempting = { today: '2026-11-18', isFor: (named) => named === 'dsl@b.example', areAllAmong: (listed) => listed.includes('b.example') };

  test('hold for the sender they name until the end of their last day', () => {
    expect(isExempt(setting({}), 'plain', dsl)).toBe(true);
    expect(isExempt(setting({}), 'plain', { ...dsl, today: '2026-11-19' })).toBe(false);
    expect(isExempt(setting({}), 'plain', { ...dsl, isFor: () => false })).toBe(false);
  });

  test('hold for the situations they name', () => {
    expect(isExempt(setting({ situations: ['late'] }), 'late', dsl)).toBe(true);
    expect(isExempt(setting({ situations: ['late'] }), 'plain', dsl)).toBe(false);
  });

  test('hold only where everyone the draft goes to is named', () => {
    expect(isExempt(setting({ recipients: ['b.example'] }), 'plain', dsl)).toBe(true);
    expect(isExempt(setting({ recipients: ['c.example'] }), 'plain', dsl)).toBe(false);
  });

  test('keep a rule from running at all when they leave nothing of it', () => {
    expect(isWhollyExempt(setting({}), dsl)).toBe(true);
    expect(isWhollyExempt(setting({ situations: ['late'] }), dsl)).toBe(false);
    expect(isWhollyExempt(policyWith({ toy: {} }).rules['toy'], dsl)).toBe(false);
  });
});

test('a severity may differ by audience, situation by situation', () => {
  const setting = policyWith({ toy: { severity: { plain: 'warn', late: 'warn' }, severityByAudience: { trainee: { plain: 'justify' } } } }).rules['toy']!;
  expect(severityOf(setting, 'plain', 'trainee')).toBe('justify');
  expect(severityOf(setting, 'late', 'trainee')).toBe('warn');
  expect(severityOf(setting, 'plain', 'leader')).toBe('warn');
});

describe('which rules run', () => {
  const all = [toy('first-toy'), toy('second-toy', { appliesTo: ['appointment'] })];
  const ids = (rules: readonly RuleAtASend[]) => rules.map(({ id }) => id);

  test('those that are on and apply to this kind of draft', () => {
    expect(ids(activeRules(all, policyWith({ 'first-toy': {}, 'second-toy': {} }), 'message'))).toEqual(['first-toy']);
    expect(ids(activeRules(all, policyWith({ 'first-toy': { on: false }, 'second-toy': {} }), 'message'))).toEqual([]);
  });

  test('none for an invitation, where the policy leaves invitations alone', () => {
    const policy = policyWith({ 'second-toy': {} });
    expect(ids(activeRules(all, policy, 'appointment'))).toEqual(['second-toy']);
    expect(activeRules(all, { ...policy, appointments: { enabled: false } }, 'appointment')).toEqual([]);
  });

  test('only what they need or want is asked for', () => {
    expect(partsFor(all)).toEqual(['subject', 'body']);
  });
});

describe('what is reported', () => {
  test('a finding with its words filled, shortened to their allowance', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': {} }), { subject: 'A very long subject' });
    expect(report.verdict).toBe('warn');
    expect(report.findings[0]).toMatchObject({ rule: 'first-toy', severity: 'warn', saw: 'Saw A very…ect.', tip: 'Saw A very…ect. Do it.' });
  });

  test('the most severe first, and among equals the earlier rule', () => {
    const rules = [toy('first-toy'), toy('second-toy'), toy('third-toy')];
    const policy = policyWith({ 'first-toy': {}, 'second-toy': { severity: { plain: 'justify' } }, 'third-toy': {} });
    const report = run(rules, policy, { subject: 'x' });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['second-toy', 'first-toy', 'third-toy']);
    expect(report.verdict).toBe('justify');
  });

  test('a situation the policy turns off is not reported', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': { severity: { plain: 'off' } } }), { subject: 'x' });
    expect(report).toMatchObject({ verdict: 'allow', findings: [] });
  });

  test('nothing is worse than the ceiling', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': { severity: { plain: 'block' } } }), { subject: 'x' }, 'warn');
    expect(report.findings[0]?.severity).toBe('warn');
    expect(report.verdict).toBe('warn');
  });
});

describe('what could not be read', () => {
  test('a needed part: the rule is unchecked and the policy says what that means outside', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': {} }), { subject: unreadable('the subject did not arrive'), audience: audience(['outside']) });
    expect(report.unchecked).toEqual([
      { rule: 'first-toy', missing: { part: 'subject', because: 'the subject did not arrive' }, reason: '“Toy first-toy” was not checked, because the subject did not arrive.' },
    ]);
    expect(report.verdict).toBe('warn');
  });

  test('the same among colleagues and partners is only a note', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': {} }), { subject: unreadable('x'), audience: audience(['inside', 'partner']) });
    expect(report.verdict).toBe('inform');
  });

  test('a wanted part that it searches: the rule runs without it, and says so', () => {
    const searching = { ...toy('first-toy'), searches: ['body' as const] };
    const report = run([searching], policyWith({ 'first-toy': {} }), { subject: 'x', body: unreadable('the text did not arrive') });
    expect(report.unchecked).toEqual([
      { rule: 'first-toy', missing: { part: 'body', because: 'the text did not arrive' }, reason: '“Toy first-toy” was checked without the body, because the text did not arrive.' },
    ]);
    expect(report.findings).toHaveLength(1);
  });

  test('a wanted part: the rule runs without it', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': {} }), { subject: 'x', body: unreadable('x') });
    expect(report.unchecked).toEqual([]);
    expect(report.findings).toHaveLength(1);
  });

  test('a rule with a fault is unchecked, and the others still speak', () => {
    const faulty = toy('faulty-toy', {
      check: () => {
        throw new Error('oh');
      },
    });
    const report = run([faulty, toy('first-toy')], policyWith({ 'faulty-toy': {}, 'first-toy': {} }), { subject: 'x' });
    expect(report.unchecked).toEqual([{ rule: 'faulty-toy', reason: '“Toy faulty-toy” was not checked, because it has a fault (oh).' }]);
    expect(report.findings.map(({ rule }) => rule)).toEqual(['first-toy']);
  });

  test('a part nobody gave is not taken for an empty one', () => {
    const report = run([toy('first-toy')], policyWith({ 'first-toy': {} }), {});
    expect(report.unchecked).toHaveLength(1);
  });
});

describe('the words before a quotation follow the basis', () => {
  const policy: Policy = {
    ...policyWith({
      'first-toy': {
        clauses: [
          { id: 'X-1', basis: 'direct', situations: null },
          { id: 'X-2', basis: 'related', situations: null },
          { id: 'X-3', basis: 'related', situations: ['other'] },
          { id: 'X-4', basis: 'direct', situations: null },
          { id: 'X-2', basis: 'good-practice', situations: null },
        ],
      },
    }),
    name: 'X',
    documents: {
      A: {
        title: 'X policy',
        version: 'V9',
        approved: null,
        implemented: null,
        reviewBy: null,
        liveUrl: null,
        lastVerified: null,
        owner: 'Director',
        clauses: {
          'X-1': { heading: 'h', section: 'Email', text: 'One.', leadIn: null, relatedLeadIn: null },
          'X-2': { heading: 'h', section: 'Email', text: 'two', leadIn: 'You must not:', relatedLeadIn: 'users should not' },
          'X-3': { heading: 'h', section: 'section 4', text: 'three', leadIn: null, relatedLeadIn: 'Users must ensure:' },
          'X-4': { heading: 'h', section: 'section 5', text: 'four', leadIn: 'You must not:', relatedLeadIn: null },
        },
      },
    },
  };

  test('policy for a direct clause, related guidance for the rest, nothing for good practice', () => {
    expect(quotedClauses(policy, 'first-toy', 'plain').map(({ leadIn }) => leadIn)).toEqual([
      'X policy V9, Email:',
      'X policy V9, Email – related guidance: users should not',
      'X policy V9, section 5. You must not:',
    ]);
    expect(quotedClauses(policy, 'first-toy', 'other').map(({ leadIn }) => leadIn)).toContain('X policy V9, section 4, related. Users must ensure:');
  });
});
