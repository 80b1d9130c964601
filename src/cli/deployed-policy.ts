import path from 'node:path';
import { deploymentInShort, whoInWords } from '../deployment';
import { isUnreadable } from '../domain';
import type { Deployment, DraftSource, PolicyAtASend } from '../domain';
import { standingOf } from '../engine';
import { choosePolicy } from '../hosted/in-force';
import { readSite } from '../publishing';
import { isAmong, schoolOf } from '../recipients';
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
  io.err(`As deployed: ${deployment === null ? `${policy.name} ${policy.version}, never signed, for everybody` : `${policy.name} ${policy.version}, ${deploymentInShort(deployment, true)}`}.`);
  return { policy, deployment };
}

/** How many of those always in are named in a sentence about somebody who is not. */
const NAMED = 5;

/**
 * What has to be known of one mail under a deployment, as sentences: that its sender meets nothing yet, or that it is older than what was
 * signed. None where there is no deployment.
 */
export async function deploymentRemarks({ read }: DraftSource, { policy, deployment }: DeployedPolicy): Promise<{ readonly isOutside: boolean; readonly remarks: readonly string[] }> {
  const [sender, sending] = [await read('sender'), await read('sending')];
  if (deployment === null || isUnreadable(sender)) return { isOutside: false, remarks: [] };
  const { organisation, rules } = policy;
  const school = schoolOf(sender.address, organisation)?.id ?? null;
  const standing = standingOf(deployment, sender.address, school, (named) => named === school || isAmong(sender.address, [named], organisation));
  const isOutside = !Object.keys(rules).some((rule) => standing.runs(rule));
  const isOlder = !isUnreadable(sending) && sending.at < Date.parse(deployment.issued);
  return {
    isOutside,
    remarks: [
      ...(isOutside ? [`nothing is looked at, because ${sender.address} is not in the rollout: ${whoInWords(deployment, NAMED)}. What it would meet is said without --as-deployed, under the pack.`] : []),
      ...(isOlder ? [`older than number ${deployment.serial}, which was signed on ${deployment.issued.slice(0, 16).replace('T', ' ')} UTC. What it met then is said under the site folder of that day.`] : []),
    ],
  };
}
