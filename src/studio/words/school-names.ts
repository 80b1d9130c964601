import type { Policy } from '../../domain';

/** What people call each school of a policy, by its id. */
export function schoolNames(policy: Policy | null): { readonly [id: string]: string } {
  return Object.fromEntries((policy?.organisation.schools ?? []).map(({ id, name }) => [id, name]));
}
