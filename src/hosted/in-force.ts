import { isUnreadable, unreadable } from '../domain';
import type { Deployment, Policy, PolicyAtASend, SiteSettings, Unreadable } from '../domain';
import { completed } from './complete';
import { readHosted } from './read-hosted';
import type { HostedPolicy } from './read-hosted';

/** A hosted policy as it came over the wire. */
export interface Fetched {
  readonly text: string;
  readonly signature: string;
}

/** The last good one, and when the host last answered with one, in milliseconds since 1970 UTC. */
export interface Kept extends Fetched {
  readonly at: number;
}

/** The policy that counts now, and what the pane says of it. */
export interface InForce<Known extends PolicyAtASend = Policy> {
  readonly policy: Known;
  /** Null for a policy that was never signed. Without contact for too long, its mode is `inform` at most. */
  readonly deployment: Deployment | null;
  readonly from: 'built in' | 'kept' | 'fetched';
  /** When the host last answered with a good policy; null when it never has. */
  readonly contact: number | null;
  /** Why the host's answer is not in force; null when it is, or when none was asked for. */
  readonly refused: string | null;
  /** True when there was no contact for so long that Heed only informs. */
  readonly isStale: boolean;
  /** What to keep for the next time; null when there is nothing new. */
  readonly keep: Kept | null;
}

const DAY = 86_400_000;

/** Days without contact when the deployment does not say (D.1 `offlinePackMaxDays`). */
const OFFLINE_DAYS = 14;

/** What a policy that was never signed becomes when its host is silent. */
function onlyInforming(deployment: Deployment | null, written: string): Deployment {
  if (deployment !== null) return deployment.mode === 'monitor-only' ? deployment : { ...deployment, mode: 'inform' };
  return { serial: 0, issued: written, mode: 'inform', rollout: { percent: 100, rings: [] }, offlineDays: OFFLINE_DAYS, authorisation: null };
}

interface Candidate {
  readonly hosted: HostedPolicy;
  readonly from: 'kept' | 'fetched';
}

/**
 * Which policy is in force: what the host answered if it is good, else the last good one, else the one built in. What
 * was kept is verified again, so nothing is believed because of where it lay. `answer` is null when the host was not asked.
 */
export function choosePolicy<Known extends PolicyAtASend>(site: SiteSettings<Known>, kept: Kept | null, answer: Fetched | Unreadable | null, now: number): InForce<Known> {
  const key = site.key;
  const builtIn: InForce<Known> = { policy: site.policy, deployment: site.deployment, from: 'built in', contact: null, refused: null, isStale: false, keep: null };
  if (key === null) return builtIn;
  let lowest = site.deployment?.serial ?? 0;
  let chosen: Candidate | null = null;
  const good = kept === null ? unreadable('') : readHosted(kept.text, kept.signature, key, lowest);
  let contact = kept !== null && !isUnreadable(good) && kept.at <= now ? kept.at : null;
  if (!isUnreadable(good)) {
    chosen = { hosted: good, from: 'kept' };
    lowest = good.deployment.serial;
  }
  let refused: string | null = null;
  let keep: Kept | null = null;
  if (answer !== null) {
    const fetched = isUnreadable(answer) ? answer : readHosted(answer.text, answer.signature, key, lowest);
    if (isUnreadable(fetched)) refused = fetched.unreadable;
    else {
      chosen = { hosted: fetched, from: 'fetched' };
      contact = now;
      keep = { ...(answer as Fetched), at: now };
    }
  }
  const deployment = chosen?.hosted.deployment ?? site.deployment;
  const since = contact ?? Date.parse(site.written);
  const isStale = now - since > (deployment?.offlineDays ?? OFFLINE_DAYS) * DAY;
  return {
    policy: chosen === null ? site.policy : completed(chosen.hosted.policy, site.policy),
    deployment: isStale ? onlyInforming(deployment, site.written) : deployment,
    from: chosen?.from ?? 'built in',
    contact,
    refused,
    isStale,
    keep,
  };
}
