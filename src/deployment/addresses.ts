import type { ManifestChoices } from './choices';
import { SERVED } from './served';
import type { Served } from './served';
import { pageOfTheirs } from './site-check';

/** Every address that a manifest names: the files that are always there, and the page where staff find help. */
export function addressesOf({ host, support }: Pick<ManifestChoices, 'host' | 'support'>): readonly Served[] {
  const own = support.startsWith(`${host}/`) ? support.slice(host.length) : support;
  return SERVED.some(({ path }) => path === own) ? SERVED : [...SERVED, pageOfTheirs(own)];
}
