import { isUnreadable, unreadable } from '../domain';
import type { DraftSource, Policy, PolicyAtASend, SiteSettings, Unreadable } from '../domain';
import { withoutProtected } from '../recipients';
import { fetchHosted } from './fetch-hosted';
import { choosePolicy } from './in-force';
import type { Fetched, InForce, Kept } from './in-force';

/** How long a fetched policy is used before the host is asked again, in milliseconds: well within the 15 minutes of C.8. */
export const ASK_EVERY = 5 * 60_000;

/** Where the last good policy lies between two runtimes. Classic Outlook has no such place. */
export interface PolicyStore {
  read(): string | null;
  write(text: string): void;
}

export interface Following<Known extends PolicyAtASend = Policy> {
  readonly site: SiteSettings<Known>;
  readonly store: PolicyStore;
  readonly clock: () => number;
}

function readKept({ store }: Pick<Following, 'store'>): Kept | null {
  try {
    const kept = JSON.parse(store.read() ?? 'null') as Partial<Kept> | null;
    if (kept === null || typeof kept.text !== 'string' || typeof kept.signature !== 'string' || typeof kept.at !== 'number') return null;
    return { text: kept.text, signature: kept.signature, at: kept.at };
  } catch {
    return null;
  }
}

/** Asks the host now, and keeps what is good. */
async function ask<Known extends PolicyAtASend>(following: Following<Known>, origin: string): Promise<InForce<Known>> {
  const answer = await fetchHosted(origin);
  return settle(following, answer);
}

function settle<Known extends PolicyAtASend>(following: Following<Known>, answer: Fetched | Unreadable | null): InForce<Known> {
  const chosen = choosePolicy(following.site, readKept(following), answer, following.clock());
  if (chosen.keep !== null) following.store.write(JSON.stringify(chosen.keep));
  return chosen;
}

/** The policy in force without asking anybody. */
export function knownPolicy<Known extends PolicyAtASend>(following: Following<Known>): InForce<Known> {
  return settle(following, null);
}

/** True when the host may not be asked: nothing may be fetched for a mail to protected correspondents alone. */
async function isGuarded(source: DraftSource, known: InForce<PolicyAtASend>): Promise<boolean> {
  const [recipients, sender] = await Promise.all([source.read('recipients'), source.read('sender')]);
  if (isUnreadable(recipients) || isUnreadable(sender)) return true;
  return withoutProtected(recipients, known.policy.organisation, sender).areAllProtected;
}

/**
 * The policy in force for a draft. The guard comes first; then the host is asked, if it was not a moment ago, and
 * its answer is waited for only until `patience` ends. An answer that comes later is kept for the next one.
 */
export async function policyForDraft<Known extends PolicyAtASend>(following: Following<Known>, source: DraftSource, patience: () => Promise<void>): Promise<InForce<Known>> {
  const { key, origin } = following.site;
  const known = knownPolicy(following);
  const { contact } = known;
  const now = following.clock();
  if (key === null || origin === null || (contact !== null && now - contact < ASK_EVERY)) return known;
  if (await isGuarded(source, known)) return known;
  // The draft may be looked at, and is while the host is asked.
  for (const part of ['attachments', 'subject', 'thread', 'sending'] as const) void source.read(part);
  const late: InForce<Known> = { ...known, refused: unreadable('the host did not answer in time').unreadable };
  return Promise.race([ask(following, origin), patience().then(() => late)]);
}
