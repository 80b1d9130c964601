import type { Policy, PolicyAtASend } from './policy';

/**
 * How far a deployment lets Heed go. `monitor-only`: the rules run, nothing is said and nothing stops a send. The others
 * are the worst that any finding may do; `block` leaves each as the policy has it.
 */
export type Mode = 'monitor-only' | 'inform' | 'warn' | 'justify' | 'block';

/** For whom the rules run at all; for everybody else none does, and nothing is counted. */
export interface Rollout {
  /** The share of mailboxes, 0 to 100, chosen by a stable hash of the sender's address. */
  readonly percent: number;
  /** Another share for a school, by its id. */
  readonly schools?: { readonly [school: string]: number };
  /** A smaller share for a rule, by its id. */
  readonly rules?: { readonly [rule: string]: number };
  /** Addresses, domains and ids of schools that are in at any percentage. */
  readonly rings: readonly string[];
}

/** What must be on record before a deployment leaves monitor-only. */
export interface Authorisation {
  /** The role that authorised it, such as “Trust Board”; not a person's name. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
  /** The minute or decision it stands in. */
  readonly minute: string;
  /** The reference of the data protection impact assessment. */
  readonly dpia: string;
  /** ISO date on which staff were told. */
  readonly staffToldOn: string;
}

/** What a trust decides about running a policy; it belongs to the place where the policy is hosted, not to the pack. */
export interface Deployment {
  /** Counts up each time a policy is signed: a client never goes back to a lower one. */
  readonly serial: number;
  /** When it was signed, as an ISO moment in UTC. */
  readonly issued: string;
  readonly mode: Mode;
  readonly rollout: Rollout;
  /** Days without contact after which a client only informs, 1 to 30 (D.1 `offlinePackMaxDays`). */
  readonly offlineDays: number;
  /** Null only in monitor-only. */
  readonly authorisation: Authorisation | null;
}

/**
 * What is particular to the place where a built add-in is served. It stands behind the built scripts and is written when a
 * host, a pack and a key are chosen, so that one archive serves every trust.
 */
export interface SiteSettings<Known extends PolicyAtASend = Policy> {
  /** Where the add-in is served, without a slash at its end; null when nobody has said, and then nothing is fetched. */
  readonly origin: string | null;
  /** The modulus of the key that policies are signed with, in base64; null when none is hosted. */
  readonly key: string | null;
  /** The policy to begin with, and to fall back to. */
  readonly policy: Known;
  /** How it is deployed; null for a policy that was never signed: it counts as it is, for everybody. */
  readonly deployment: Deployment | null;
  /** When this was written, as an ISO moment: without any later contact the days without one count from here. */
  readonly written: string;
}
