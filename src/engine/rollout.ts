import type { Deployment, Severity } from '../domain';

/** 0 to 99, always the same for a mailbox, and spread evenly (FNV-1a, 32 bits, with its high half folded in). */
export function bucketOf(mailbox: string): number {
  let hash = 0x811c9dc5;
  for (const character of mailbox.trim().toLowerCase()) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}

/** How far a deployment lets the rules go for one sender. */
export interface Standing {
  /** True when this rule runs for the sender. */
  runs(rule: string): boolean;
  /** The worst that any finding may do. */
  readonly ceiling: Severity;
  /** True when the rules run and nothing is shown. */
  readonly isMonitored: boolean;
}

/** Without a deployment the rules do what the policy says. */
const UNLIMITED: Standing = { runs: () => true, ceiling: 'block', isMonitored: false };

/** What a deployment means for a sender: `isInRing` tells whether an address, a domain or the id of a school is theirs. */
export function standingOf(deployment: Deployment | null, mailbox: string, school: string | null, isInRing: (named: string) => boolean): Standing {
  if (deployment === null) return UNLIMITED;
  const { mode, rollout } = deployment;
  const bucket = bucketOf(mailbox);
  const share = school === null ? undefined : rollout.schools?.[school];
  const isIn = bucket < (share ?? rollout.percent) || rollout.rings.some(isInRing);
  const isMonitored = mode === 'monitor-only';
  return { runs: (rule) => isIn && bucket < (rollout.rules?.[rule] ?? 100), ceiling: isMonitored ? 'block' : mode, isMonitored };
}
