import { SUMS_PATH } from './sums';
import { WELL_KNOWN_PATH } from './well-known';

/** How long a copy of a file may be used. `fresh`: asked for again within ten minutes. `kept`: as long as one likes. */
export type Caching = 'fresh' | 'kept' | 'any';

/** What a web server has to say of one file, and what goes wrong when it does not. */
export interface Served {
  readonly path: string;
  readonly what: string;
  readonly types: readonly string[];
  readonly caching: Caching;
  /** True when pages and scripts of other origins read it. */
  readonly isShared: boolean;
  /** True when Outlook shows it inside a page of its own. */
  readonly isFramed: boolean;
  /** False for what a site may do without. */
  readonly isNeeded: boolean;
  /** What it means where a site does without. */
  readonly without?: string;
  /** True for a page that only has to be there, and may ask who is reading, such as one where staff find help. */
  readonly isTheirs?: boolean;
  /** True for a page that a person may open and Outlook never asks for: an answer without it is told, and is no problem. */
  readonly isForPeople?: boolean;
}

/** What browsers and Outlook take for a script. */
export const SCRIPT_TYPES: readonly string[] = ['text/javascript', 'application/javascript'];
const JSON_TYPE = ['application/json'];

/** The longest a fresh file may be kept, in seconds: with the five minutes that clients wait themselves, a policy is followed within 15. */
export const LONGEST_FRESH = 600;

function served(path: string, what: string, types: readonly string[], caching: Caching, more: Partial<Served> = {}): Served {
  return { path, what, types, caching, isShared: false, isFramed: false, isNeeded: true, ...more };
}

const NO_POLICY = 'there is none, so the policy built into the add-in is in force.';

/** The files whose names never change and whose content does: the ready server configurations are held against this list. */
export const SERVED: readonly Served[] = [
  served('/launchevent.js', 'the script that answers a send', SCRIPT_TYPES, 'fresh', { isShared: true }),
  served('/launchevent.html', 'the page it runs in, in a browser', ['text/html'], 'fresh', { isFramed: true }),
  served('/taskpane.html', 'the pane', ['text/html'], 'fresh', { isFramed: true }),
  served('/diagnosis.html', 'the page that says what works here', ['text/html'], 'fresh', { isFramed: true }),
  served('/assets/icon-16.png', 'a picture', ['image/png'], 'any'),
  served('/assets/icon-32.png', 'a picture', ['image/png'], 'any'),
  served('/assets/icon-64.png', 'a picture', ['image/png'], 'any'),
  served('/assets/icon-80.png', 'a picture', ['image/png'], 'any'),
  served('/assets/icon-128.png', 'a picture', ['image/png'], 'any'),
  served(WELL_KNOWN_PATH, 'what lets Outlook for Windows fetch the policy', JSON_TYPE, 'fresh', { isShared: true }),
  served('/policy.json', 'the hosted policy', JSON_TYPE, 'fresh', { isShared: true, isNeeded: false, without: NO_POLICY }),
  served('/policy.json.sig', 'its signature', ['text/plain', 'application/octet-stream'], 'fresh', { isShared: true, isNeeded: false, without: NO_POLICY }),
  served(SUMS_PATH, 'the list of what each file has to be', JSON_TYPE, 'fresh', { isNeeded: false, without: 'there is none, so nobody can tell whether a file was changed on its way. It is in the archive’s site folder.' }),
  served('/', 'what a person sees who opens the address', ['text/html'], 'any', { isNeeded: false, isForPeople: true }),
];
