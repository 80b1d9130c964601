import type { Policy } from '../src/domain';
import { loadPolicy, shippedPacks } from '../src/policy';
import { rules } from '../src/rules';

/** A shipped pack, resolved; a pack of ours with problems is a bug. */
export function shippedPolicy(name: 'laat' | 'teal'): Policy {
  const pack = shippedPacks.find((candidate) => candidate.name === name);
  if (pack === undefined) throw new Error(`There is no pack ${name}`);
  const { policy, problems } = loadPolicy([pack], rules);
  if (policy === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return policy;
}
