import type { Policy, PolicyAtASend } from '../domain';

type Parts = { readonly [name: string]: unknown };

function isParts(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of `from` that `of` lacks, one level deep. */
function filled(of: unknown, from: unknown): unknown {
  return isParts(of) && isParts(from) ? { ...from, ...of } : (of ?? from);
}

/** Options of rules that are facts of the organisation now. None is ever taken out: a policy of any age may be hosted. */
const MOVED = [{ rule: 'unapproved-file-share', option: 'approvedHosts', to: 'fileShares' }] as const;

/** What the policy says under the names of before. */
function movedFacts(policy: Policy): Parts {
  const facts: { [name: string]: unknown } = {};
  for (const { rule, option, to } of MOVED) {
    const options = policy.rules[rule]?.options;
    const value = isParts(options) ? options[option] : undefined;
    if (value !== undefined) facts[to] = value;
  }
  return facts;
}

/**
 * A policy that was signed by an earlier Heed, with what it could not know yet: settings and options take the built-in
 * policy's values; a rule it does not speak of is off, so that a new Heed stops no send that passed before.
 */
export function completed<Known extends PolicyAtASend>(policy: Policy, builtIn: Known): Known {
  const rules: { [id: string]: unknown } = {};
  for (const id of Object.keys(builtIn.rules)) rules[id] = { ...builtIn.rules[id], on: false };
  for (const id of Object.keys(policy.rules)) {
    const known = builtIn.rules[id] as Parts | undefined;
    const setting = policy.rules[id] as unknown as Parts;
    if (known === undefined) continue;
    rules[id] = { ...known, ...setting, severity: filled(setting['severity'], known['severity']), options: filled(setting['options'], known['options']) };
  }
  const whole: { [part: string]: unknown } = { ...builtIn, ...policy, rules };
  // Documents are the policy's own, whatever they are called; every other part has the settings that this Heed reads.
  for (const part of Object.keys(builtIn) as (keyof PolicyAtASend)[]) if (part !== 'documents' && part !== 'rules') whole[part] = filled(policy[part], builtIn[part]);
  whole['organisation'] = { ...builtIn.organisation, ...movedFacts(policy), ...policy.organisation };
  return whole as unknown as Known;
}
