import { zipSync } from 'fflate';
import { hostedText, pageScript, wellKnownFile, withSite, WELL_KNOWN_PATH } from '../deployment';
import type { SiteSettings } from '../domain';
import type { SigningKey } from './keys';
import type { Plan } from './plan';
import type { Site } from './site';

/** A file of a site, by its path from the folder, with slashes. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Everything that changes in a site folder: the policy, its signature, and the fallback inside the add-in's own files. A folder
 * without the add-in holds the policy alone.
 */
export async function signedFiles({ policy, deployment, host }: Plan, { script }: Site, key: SigningKey): Promise<readonly SiteFile[]> {
  const text = hostedText(policy, deployment);
  const hosted = [{ path: 'policy.json', text }, { path: 'policy.json.sig', text: await key.sign(text) }];
  if (script === null || host === null) return hosted;
  const settings: SiteSettings = { origin: host, key: key.modulus, policy, deployment, written: deployment.issued };
  return [
    { path: 'launchevent.js', text: withSite(script, settings) as string },
    { path: 'site.js', text: pageScript(settings) },
    { path: WELL_KNOWN_PATH.slice(1), text: `${JSON.stringify(wellKnownFile(host), null, 2)}\n` },
    ...hosted,
  ];
}

/** The files as one zip, to be unpacked over the site folder. `time` is when they were signed, in milliseconds since 1970 UTC. */
export function zipOf(files: readonly SiteFile[], time: number): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  return zipSync(Object.fromEntries(files.map(({ path, text }) => [path, [encoder.encode(text), { mtime: new Date(time) }]])));
}
