import { SENDER_AUDIENCES } from '../domain';
import type { Organisation, School, Sender, SenderAudience } from '../domain';
import { domainOf, matchesAddress, matchesDomain } from './addresses';

/**
 * True when an address is among those listed, each an address, a domain (`*.` for those below it) or a group, whose listed
 * members then count.
 */
export function isAmong(address: string, listed: readonly string[], { groups }: Pick<Organisation, 'groups'>): boolean {
  return listed.some((pattern) => {
    if (matchesAddress(pattern, address)) return true;
    const members = groups.find((group) => matchesAddress(group.address, pattern))?.members ?? [];
    return members.some((member) => matchesAddress(member, address));
  });
}

/** How firmly a domain pattern names a domain: the longest wins, and one without `*.` before one with it. */
function firmness(pattern: string): number {
  return pattern.startsWith('*.') ? 2 * pattern.length - 4 : 2 * pattern.length + 1;
}

/**
 * The school an address belongs to: the one with the longest domain that fits, else the one of a group that the address is,
 * or is a member of. Null when none is known; so for a domain that several schools share, unless a group tells them apart.
 */
export function schoolOf(address: string, { schools, groups }: Pick<Organisation, 'schools' | 'groups'>): School | null {
  const domain = domainOf(address);
  if (domain === null) return null;
  let best: readonly School[] = [];
  let firmest = 0;
  for (const school of schools) {
    for (const pattern of school.domains) {
      const found = matchesDomain(pattern, domain) ? firmness(pattern) : 0;
      if (found < firmest || found === 0) continue;
      best = found > firmest ? [school] : best.concat(!best.includes(school) ? school : []);
      firmest = found;
    }
  }
  const [only, other] = best;
  if (only !== undefined && other === undefined) return only;
  const ids = groups.filter((group) => matchesAddress(group.address, address) || (group.members ?? []).some((member) => matchesAddress(member, address)));
  const named = ids.map(({ school }) => schools.find(({ id }) => id === school)).filter((school): school is School => school !== undefined);
  return named.find((school) => best.length === 0 || best.includes(school)) ?? null;
}

/** Where a sender stands: the first audience that lists them, `staff` when none does. */
export function senderAudience({ address }: Pick<Sender, 'address'>, organisation: Organisation): SenderAudience {
  return SENDER_AUDIENCES.find((audience) => isAmong(address, organisation.audiences[audience] ?? [], organisation)) ?? 'staff';
}
