import { promises as fs } from 'node:fs';
import path from 'node:path';
import { pageScript, siteIn, wellKnownFile, withSite, WELL_KNOWN_PATH } from '../deployment';
import type { Deployment, Policy, SiteSettings } from '../domain';

/** A signed policy for a folder that is served. */
export interface SignedSite {
  readonly text: string;
  readonly signature: string;
  /** The modulus of the key, in base64. */
  readonly key: string;
  readonly policy: Policy;
  readonly deployment: Deployment;
  /** Where the folder is served; null to leave it as it was. */
  readonly host: string | null;
}

/** Writes a file so that whoever reads at the same moment sees the old or the new one, whole. */
async function replaceFile(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.new`;
  await fs.writeFile(unfinished, text, 'utf8');
  await fs.rename(unfinished, file);
}

/**
 * Writes the policy, its signature, and the fallback inside the add-in's own files into the folder; answers what was
 * written, or a sentence when nothing was. A folder without the add-in holds the policy alone.
 */
export async function writeSite(folder: string, signed: SignedSite): Promise<readonly string[] | string> {
  const { text, signature, key, policy, deployment } = signed;
  const scriptFile = path.join(folder, 'launchevent.js');
  const script = await fs.readFile(scriptFile, 'utf8').catch(() => null);
  const files: [file: string, text: string][] = [];
  if (script !== null) {
    const before = siteIn(script);
    if (before === null) return `${scriptFile} is not a script that Heed built. Unpack the archive's site folder anew.`;
    const origin = signed.host ?? before.origin;
    if (origin === null) return '--host: missing: the add-in in this folder has not been told where it is served. Write it, such as https://heed.school.example.';
    const site: SiteSettings = { origin, key, policy, deployment, written: deployment.issued };
    files.push([scriptFile, withSite(script, site) as string], [path.join(folder, 'site.js'), pageScript(site)]);
    files.push([path.join(folder, ...WELL_KNOWN_PATH.split('/')), `${JSON.stringify(wellKnownFile(origin), null, 2)}\n`]);
  }
  files.push([path.join(folder, 'policy.json'), text], [path.join(folder, 'policy.json.sig'), signature]);
  for (const [file, content] of files) await replaceFile(file, content);
  return files.map(([file]) => file);
}
