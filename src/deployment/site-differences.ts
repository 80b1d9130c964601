import type { PolicyAtASend, SiteSettings } from '../domain';
import { settingsAtASend, settingsOfPages } from './site-scripts';

/** What differences are called that are no settings of the policy, by the beginning of their path. */
const NAMES: readonly (readonly [path: RegExp, called: string])[] = [
  [/^origin$/, 'the host'],
  [/^key$/, 'the key'],
  [/^written$/, 'when they were written'],
  [/^deployment$/, 'whether the policy is signed'],
  [/^deployment\.serial$/, 'the number'],
  [/^deployment\.mode$/, 'the mode'],
  [/^deployment\.issued$/, 'when it was signed'],
  [/^deployment\.rollout\./, 'who is in'],
  [/^deployment\.authorisation/, 'the record of who authorised it'],
  [/^deployment\./, 'how it is deployed'],
  [/^policy\.name$/, 'the name of the policy'],
  [/^policy\.version$/, 'the version of the policy'],
];

/** How many differences are named; the first says it all as a rule. */
const NAMED = 3;

/** The longest value that is shown beside its name, in characters. */
const LONGEST_VALUE = 40;

interface Difference {
  readonly path: string;
  readonly pages: unknown;
  readonly script: unknown;
}

function isParts(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where two values differ, each part of an object by itself and a list as a whole. */
function differences(pages: unknown, script: unknown, path: readonly string[] = []): readonly Difference[] {
  if (isParts(pages) && isParts(script)) {
    const names = new Set([...Object.keys(pages), ...Object.keys(script)]);
    return [...names].flatMap((name) => differences(pages[name], script[name], [...path, name]));
  }
  return JSON.stringify(pages) === JSON.stringify(script) ? [] : [{ path: path.join('.'), pages, script }];
}

function shown(value: unknown): string {
  return value === undefined ? 'not set' : typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

/** `the mode (“warn” in site.js, “block” in launchevent.js)`. */
function inWords({ path, pages, script }: Difference): string {
  const called = NAMES.find(([pattern]) => pattern.test(path))?.[1] ?? `the setting ${path.replace(/^policy\./, '')}`;
  const values = [shown(pages), shown(script)];
  const isShort = !isParts(pages) && !isParts(script) && path !== 'key' && values.every((value) => value.length <= LONGEST_VALUE);
  return isShort ? `${called} (${values[0] ?? ''} in site.js, ${values[1] ?? ''} in launchevent.js)` : called;
}

/**
 * In what the settings that the pages load differ from those of the script that answers a send, as far as a send reads them, as words
 * for a sentence; null when they say the same. `pages` is the text of `site.js`.
 */
export function differenceOf(pages: string, site: SiteSettings<PolicyAtASend>): string | null {
  const written = settingsOfPages(pages);
  if (written === null) return 'site.js has no settings that Heed wrote';
  const found = differences(settingsAtASend(written), site);
  const named = [...new Set(found.map(inWords))];
  if (named.length === 0) return null;
  const more = named.length - NAMED;
  return `they differ in ${named.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
