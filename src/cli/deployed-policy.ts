import path from 'node:path';
import type { Deployment, PolicyAtASend } from '../domain';
import { choosePolicy } from '../hosted/in-force';
import { inShort, readSite } from '../publishing';
import { isFolder } from './files';
import type { CommandIo } from './io';
import { policyFor } from './policy-files';
import { siteFolder } from './site-files';

/** A policy to check under, and how far it has been rolled out: null where nobody says, and then it counts whole, for everybody. */
export interface DeployedPolicy {
  readonly policy: PolicyAtASend;
  readonly deployment: Deployment | null;
}

/**
 * The policy that clients take up from a site folder, with its mode and rollout; a pack is in no site folder, so it counts as it is,
 * and that is said. Null, with the reason on standard error, when it cannot be used.
 */
export async function deployedPolicy(nameOrFolder: string, academy: string | null, io: CommandIo): Promise<DeployedPolicy | null> {
  const folder = path.resolve(io.folder, nameOrFolder);
  const site = (await isFolder(folder)) ? await readSite(siteFolder(folder)) : null;
  if (site === null || typeof site === 'string' || site.settings === null) {
    const policy = await policyFor(nameOrFolder, academy, io);
    if (policy === null) return null;
    io.err(`--as-deployed: ${nameOrFolder} is a pack and says nothing of a deployment, so all of it counts, for everybody. Choose the site folder: --policy FOLDER.`);
    return { policy, deployment: null };
  }
  if (academy !== null) {
    io.err('--academy: a policy as it is deployed goes by each sender’s own school. Leave it out.');
    return null;
  }
  const { policy, deployment, refused } = choosePolicy(site.settings, null, site.hosted, Date.now());
  if (refused !== null) io.err(`${path.join(nameOrFolder, 'policy.json')}: clients do not take it up, because ${refused}. What is built into launchevent.js counts.`);
  io.err(`As deployed: ${deployment === null ? `${policy.name} ${policy.version}, never signed, for everybody` : inShort({ policy, deployment })}.`);
  return { policy, deployment };
}
