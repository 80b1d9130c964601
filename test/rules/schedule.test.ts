import { check } from '../../src/check';
import type { Policy } from '../../src/domain';
import { rules } from '../../src/rules';
import { shippedPolicy } from '../policy-for-tests';
import { sourceOf } from '../story';

function policyWith(options: object): Policy {
  const policy = shippedPolicy('laat');
  const rule = policy.rules['out-of-hours'];
  if (rule === undefined) throw new Error('no such rule');
  return { ...policy, rules: { ...policy.rules, 'out-of-hours': { ...rule, options: { ...(rule.options as object), ...options } } } };
}

/** What is offered for a mail to a colleague on a Friday evening. */
async function offered(options: object): Promise<readonly (string | null)[]> {
  const report = await check(sourceOf({ at: '2026-11-20T20:50:00Z' }), policyWith(options), {}, rules);
  const late = report.findings.filter(({ rule }) => rule === 'out-of-hours');
  return late.flatMap(({ fixes }) => fixes.map((fix) => (fix.do === 'schedule' ? new Date(fix.at).toISOString() : null)));
}

test.each([
  ['the start of the next working day', {}, '2026-11-23T07:30:00.000Z'],
  ['half an hour later', { scheduleTo: 'next-start-plus-30' }, '2026-11-23T08:00:00.000Z'],
  ['a fixed time', { scheduleTo: 'fixed', scheduleTime: '09:15' }, '2026-11-23T09:15:00.000Z'],
  ['the start, where the fixed time lies outside the day', { scheduleTo: 'fixed', scheduleTime: '19:00' }, '2026-11-23T07:30:00.000Z'],
])('a late mail is offered for %s', async (_, options, moment) => {
  expect(await offered(options)).toEqual([moment]);
});
