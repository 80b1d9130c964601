import { unreadable } from '../domain';
import type { SiteSettings, Unreadable } from '../domain';

/** Written behind the script when a host, a pack and a key are chosen. */
declare const HEED_SITE: SiteSettings | undefined;
/** Put in place when the add-in is built: a name for the build. */
declare const HEED_BUILD: string | undefined;

/** Where the add-in is served, and the policy it was given there. */
export function siteSettings(): SiteSettings | Unreadable {
  return typeof HEED_SITE === 'object' ? HEED_SITE : unreadable('Heed was built without a policy');
}

export function buildName(): string {
  return typeof HEED_BUILD === 'string' ? HEED_BUILD : 'unbuilt';
}
