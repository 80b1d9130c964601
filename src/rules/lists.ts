import type { Group, Organisation } from '../domain';

/** The list of the organisation that has this address, when it has told of one. */
export function listAt(address: string, { groups }: Organisation): Group | undefined {
  return groups.find((group) => group.address.toLowerCase() === address);
}

/**
 * How many people the lists reach together, null when nobody has said of one: whoever is in the list of all staff is not
 * counted in another list of theirs.
 */
export function sizeOf(groups: readonly Group[]): number | null {
  let total = 0;
  for (const group of groups) {
    if (groups.some((whole) => whole.allStaff && (whole.school === null || whole.school === group.school) && !(group.allStaff && whole.school === group.school))) continue;
    if (group.size === null) return null;
    total += group.size;
  }
  return total;
}
