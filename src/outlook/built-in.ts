import { unreadable } from '../domain';
import type { Policy, Unreadable } from '../domain';

/** Put in place when the add-in is built: the policy with its layers resolved, and a name for the build. */
declare const HEED_POLICY: Policy | undefined;
declare const HEED_BUILD: string | undefined;

/** The policy the add-in was built with. */
export function builtInPolicy(): Policy | Unreadable {
  return typeof HEED_POLICY === 'object' ? HEED_POLICY : unreadable('Heed was built without a policy');
}

export function buildName(): string {
  return typeof HEED_BUILD === 'string' ? HEED_BUILD : 'unbuilt';
}
