import { policyAtASend, policyOfRulesThatAreOn } from '../domain';
import type { PolicyAtASend, SiteSettings } from '../domain';

/** Stands before the settings in the last line of the script that answers a send. */
const MARK = '})(/*heed-site*/';

/** The settings as JavaScript of ASCII alone, because caches take scripts for Windows-1252; nothing in them ends a tag or looks like the mark. */
function literal(site: SiteSettings<PolicyAtASend>): string {
  return JSON.stringify(site).replace(/[<*\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The settings as the script that answers a send has them, with a policy that holds what a send reads. */
export function settingsAtASend(site: SiteSettings): SiteSettings<PolicyAtASend> {
  const policy = policyAtASend(site.policy);
  // Where there is a key, a hosted policy may turn a rule on and take from here what it could not know yet.
  return { ...site, policy: site.key === null ? policyOfRulesThatAreOn(policy) : policy };
}

/** A script with the settings as its argument, so that one file is all that Outlook for Windows has to load. */
export function aroundScript(code: string, site: SiteSettings, build = 'unbuilt'): string {
  return `(function(HEED_SITE){/*heed ${build}*/${code}\n${MARK}${literal(settingsAtASend(site))});\n`;
}

function markIn(script: string): number | null {
  const at = script.lastIndexOf(MARK);
  return at === -1 ? null : at + MARK.length;
}

/** The script without its settings; null when it is no script of ours. */
export function codeOf(script: string): string | null {
  const at = markIn(script);
  return at === null ? null : script.slice(0, at);
}

/** The script with other settings; null when it is no script of ours. */
export function withSite(script: string, site: SiteSettings): string | null {
  const at = markIn(script);
  return at === null ? null : `${script.slice(0, at)}${literal(settingsAtASend(site))});\n`;
}

/** The settings in a script; null when it has none. */
export function siteIn(script: string): SiteSettings<PolicyAtASend> | null {
  const at = markIn(script);
  if (at === null) return null;
  try {
    return JSON.parse(script.slice(at).replace(/\);\s*$/, '')) as SiteSettings<PolicyAtASend>;
  } catch {
    return null;
  }
}

/** The name of the build that a script is of; null when it is no script of ours. */
export function buildIn(script: string): string | null {
  return /^\(function\(HEED_SITE\)\{\/\*heed ([\w.-]{1,60})\*\//.exec(script)?.[1] ?? null;
}

/** What the pages load beside their own script. */
export function pageScript(site: SiteSettings): string {
  return `${PAGE_MARK}${literal(site)};\n`;
}

const PAGE_MARK = 'var HEED_SITE = ';

/** The settings that the pages load; null when the text is none of ours. */
export function settingsOfPages(text: string): SiteSettings | null {
  const written = text.trim();
  if (!written.startsWith(PAGE_MARK)) return null;
  try {
    const site = JSON.parse(written.slice(PAGE_MARK.length).replace(/;$/, '')) as Partial<SiteSettings>;
    return typeof site.policy?.documents === 'object' ? (site as SiteSettings) : null;
  } catch {
    return null;
  }
}
