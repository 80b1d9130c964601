import { asWritten, failureOf, readHost, siteIn } from '../deployment';
import type { SiteFetch } from '../deployment';
import { isUnreadable } from '../domain';
import type { Deployment, Policy, PolicyAtASend, SiteSettings } from '../domain';
import { readHosted } from '../hosted';

/** A folder that is served, as the command or a page reads it. */
export interface SiteFolder {
  /** What the folder, or a file in it, is called in a sentence; without a path the folder itself. */
  called(path?: string): string;
  /** The text of a file by its path with slashes; null when there is none. */
  read(path: string): Promise<string | null>;
}

/** A policy and how it is deployed. */
export interface Before {
  readonly policy: Policy;
  readonly deployment: Deployment;
}

/** What stands in a site folder. */
export interface Site {
  readonly folder: SiteFolder;
  /** The add-in's script; null in a folder that holds a policy alone. */
  readonly script: string | null;
  /** What the script has been told; null where there is no script. */
  readonly settings: SiteSettings<PolicyAtASend> | null;
  readonly hosted: { readonly text: string; readonly signature: string } | null;
}

/** Reads a site folder; a sentence when it is none. */
export async function readSite(folder: SiteFolder): Promise<Site | string> {
  const read = async (path: string): Promise<string | null> => {
    const text = await folder.read(path);
    return text === null ? null : asWritten(text);
  };
  const [script, text] = [await read('launchevent.js'), await read('policy.json')];
  if (script === null && text === null) return `${folder.called()} is not the site folder of Heed: there is no launchevent.js in it. Choose the site folder of the unpacked archive.`;
  const settings = script === null ? null : siteIn(script);
  if (script !== null && settings === null) return `${folder.called('launchevent.js')} is not a script that Heed built. Unpack the archive’s site folder anew.`;
  const hosted = text === null ? null : { text, signature: (await read('policy.json.sig')) ?? '' };
  return { folder, script, settings, hosted };
}

/** The policy in the folder; null when there is none, a sentence when it is not of this key. */
export function policyInFolder({ folder, hosted }: Site, modulus: string): Before | string | null {
  if (hosted === null) return null;
  const read = readHosted(hosted.text, hosted.signature, modulus, 0);
  if (!isUnreadable(read)) return read;
  return `${folder.called('policy.json')}: it cannot be followed by a new one, because ${read.unreadable}. Use the key it was signed with, or remove the file and its signature.`;
}

/** Where a site says that it is served, or is going to be; a sentence when that is no host, null when nobody has said. */
export function hostOf(site: Site, typed: string | undefined): { readonly value: string } | { readonly problem: string } | null {
  if (typed !== undefined) return readHost(typed);
  const origin = site.settings?.origin ?? null;
  return origin === null ? null : { value: origin };
}

/** What a host answered when it was asked for its policy. */
export interface ServedNow {
  /** Null when it serves none that this key has signed, or did not answer. */
  readonly before: Before | null;
  readonly isSilent: boolean;
  /** Why it is silent, in the words of whoever asked. */
  readonly failure?: string;
}

/** What the host serves now. */
export async function policyServed(host: string, modulus: string, ask: SiteFetch): Promise<ServedNow> {
  const textOf = async (name: string): Promise<string> => {
    const answer = await ask(`${host}/${name}`);
    return answer.status === 200 ? asWritten(await answer.text()) : '';
  };
  try {
    const [text, signature] = await Promise.all([textOf('policy.json'), textOf('policy.json.sig')]);
    const read = readHosted(text, signature, modulus, 0);
    return { before: isUnreadable(read) ? null : read, isSilent: false };
  } catch (error) {
    return { before: null, isSilent: true, failure: failureOf(error) };
  }
}
