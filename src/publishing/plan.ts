import { deploymentInShort, hostedText, nextDeployment } from '../deployment';
import type { ChoiceProblem, TypedDeployment } from '../deployment';
import type { Deployment, Policy, PolicyAtASend } from '../domain';
import { LONGEST_HOSTED } from '../hosted';
import { hostOf, policyInFolder } from './site';
import type { Before, ServedNow, Site } from './site';

/** What somebody wants to publish; what is left out stays as it was. */
export interface Wanted extends TypedDeployment {
  /** The policy of a pack; null to sign the one that is there again. */
  readonly policy: Policy | null;
  readonly host?: string | undefined;
  readonly serial?: string | undefined;
}

/** What is known when something is signed. */
export interface Circumstances {
  readonly site: Site;
  /** The public part of the key, in base64. */
  readonly modulus: string;
  /** What the host serves now; null where nobody has asked it. */
  readonly served: ServedNow | null;
  /** ISO, UTC. */
  readonly issued: string;
}

/** What will be published. */
export interface Plan {
  readonly policy: Policy;
  readonly deployment: Deployment;
  /** Where the folder is served; null where it holds a policy alone and nobody has said. */
  readonly host: string | null;
  /** What it follows; null for the first. */
  readonly before: Before | null;
  /** What has to be known about the number; empty where it simply follows the one in the folder. */
  readonly remark: string;
}

/** `LAAT V1, number 7, warn, 5 % of mailboxes`. */
export function inShort({ policy, deployment }: { readonly policy: PolicyAtASend; readonly deployment: Deployment }): string {
  return `${policy.name} ${policy.version}, ${deploymentInShort(deployment)}`;
}

/** What to do with what was signed. */
export const UPLOAD = 'Upload these files: Outlook follows within five minutes, classic Outlook at the latest when it starts again.';

/** The serial that was asked for, or the next one; a sentence when it would not be taken up. */
function serialOf(typed: string | undefined, before: Before | null): number | string {
  const last = before?.deployment.serial ?? 0;
  if (typed === undefined) return last + 1;
  const serial = Number(typed);
  if (!Number.isInteger(serial) || serial < 1 || serial > 1e9) return `“${typed}” is not a serial. Write a whole number from 1 to 1,000,000,000.`;
  return serial > last ? serial : `${serial} is not above ${last}, which clients have seen. Write ${last + 1} or more.`;
}

function remarkOn(inFolder: Before | null, served: ServedNow | null, host: string | null, isNumbered: boolean): string {
  const last = inFolder?.deployment.serial ?? 0;
  if (host === null) return '';
  const theirs = served?.before?.deployment.serial ?? 0;
  if (theirs > last) return `Follows number ${theirs}, which ${host} serves now.`;
  const silent = `${host} did not answer${served?.failure === undefined ? '' : ` (${served.failure})`}`;
  const isFirst = inFolder === null && theirs === 0 && !isNumbered;
  if (isFirst) return `${served?.isSilent === true ? silent : `${host} serves no policy of this key yet`}, so this is number 1. If clients have seen a higher one, sign again with a number above it.`;
  return served?.isSilent === true ? `${silent}, so nobody has looked whether it serves a higher number by now. Clients refuse a lower one.` : '';
}

/** A sentence when the policy is longer than clients read; it names the list that takes most. */
function lengthProblem(policy: Policy, deployment: Deployment): string | null {
  const { length } = hostedText(policy, deployment);
  if (length <= LONGEST_HOSTED) return null;
  const lists = Object.entries(policy.organisation).map(([name, value]) => ({ name, length: JSON.stringify(value).length, entries: Array.isArray(value) ? value.length : 1 }));
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most));
  const count = (number: number): string => number.toLocaleString('en-GB');
  return `The policy has ${count(length)} characters, and clients read ${count(LONGEST_HOSTED)} at most. Shorten its longest list, organisation.${longest.name}, which has ${count(longest.entries)} entries.`;
}

/** A sentence when the add-in moves to another host than the one it was written for, which a slip of the pen can do too. */
function moveOf({ settings }: Site, host: string | null): string {
  const old = settings?.origin ?? null;
  if (old === null || host === null || old === host) return '';
  return `The add-in in this folder was written for ${old}, and is for ${host} now: Outlook needs a manifest that says so.`;
}

/** A sentence when schools of the policy before are in the new one no more: one overlay was signed in place of all, or a school has left. */
function schoolsGone(before: Before | null, policy: Policy): string {
  const kept = new Set(policy.organisation.schools.map(({ id }) => id));
  const gone = (before?.policy.organisation.schools ?? []).map(({ id }) => id).filter((id) => !kept.has(id));
  if (before === null || gone.length === 0) return '';
  const named = `${gone.slice(0, 3).join(', ')}${gone.length > 3 ? ` and ${gone.length - 3} more` : ''}`;
  return `${gone.length === 1 ? '1 school' : `${gone.length} schools`} of number ${before.deployment.serial} ${gone.length === 1 ? 'is' : 'are'} not in this policy: ${named}. Where they have not left, sign the trust’s pack with all its overlays together.`;
}

type Planned = { readonly plan: Plan; readonly problems: readonly [] } | { readonly plan: null; readonly problems: readonly ChoiceProblem[] };

const refused = (...problems: readonly ChoiceProblem[]): Planned => ({ plan: null, problems });

/**
 * What is published next: what is wanted over what was, by the folder or by the host, whichever is ahead. Problems are sentences with
 * their remedy; those of no one choice have an empty one.
 */
export function planPublication(wanted: Wanted, { site, modulus, served, issued }: Circumstances): Planned {
  const host = hostOf(site, wanted.host);
  if (host !== null && 'problem' in host) return refused({ choice: 'host', message: host.problem });
  const inFolder = policyInFolder(site, modulus);
  if (typeof inFolder === 'string') return refused({ choice: '', message: inFolder });
  const theirs = served?.before ?? null;
  const before = theirs !== null && theirs.deployment.serial > (inFolder?.deployment.serial ?? 0) ? theirs : inFolder;

  const policy = wanted.policy ?? before?.policy ?? null;
  if (policy === null) return refused({ choice: '', message: 'There is no policy in the folder yet. Choose the pack to sign, such as laat or my-pack.json.' });
  const serial = serialOf(wanted.serial, before);
  if (typeof serial === 'string') return refused({ choice: 'serial', message: serial });
  const { deployment, problems } = nextDeployment(wanted, before?.deployment ?? null, { serial, issued, offlineDays: policy.offlinePackMaxDays }, { schools: policy.organisation.schools.map(({ id }) => id), rules: Object.keys(policy.rules) });
  if (deployment === null) return refused(...problems);
  if (policy.audit.level === 'events' && deployment.authorisation === null) {
    return refused({ choice: '', message: 'The policy keeps events of single sends, which needs an impact assessment and consultation on record. Fill in who authorised it, when and in which minute, the assessment and the day staff were told, or choose "totals" in audit.level.' });
  }
  if (site.script !== null && host === null) {
    return refused({ choice: 'host', message: 'missing: the add-in in this folder has not been told where it is served. Write it, such as https://heed.school.example.' });
  }
  const tooLong = lengthProblem(policy, deployment);
  if (tooLong !== null) return refused({ choice: '', message: tooLong });
  const origin = host?.value ?? null;
  return { plan: { policy, deployment, host: origin, before, remark: [moveOf(site, origin), schoolsGone(before, policy), remarkOn(inFolder, served, origin, wanted.serial !== undefined)].filter((part) => part !== '').join(' ') }, problems: [] };
}
