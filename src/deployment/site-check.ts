import { beginsWithMark, withoutMark } from './as-written';
import { headerProblems } from './header-problems';
import type { Headers } from './header-problems';
import { whyNoAnswer } from './no-answer';
import { scriptOf, scriptsOf } from './page-scripts';
import { SERVED } from './served';
import type { Served } from './served';
import { differenceOf } from './site-differences';
import { buildIn, siteIn } from './site-scripts';
import { differencesFrom, SUMS_PATH } from './sums';
import { wellKnownFile, WELL_KNOWN_PATH } from './well-known';

/** What of an answer is looked at. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** With its byte order mark, where it begins with one. */
  text(): Promise<string>;
}

/** Asks for one address and follows no redirect. Rejects when there is no answer. */
export type SiteFetch = (address: string) => Promise<SiteAnswer>;

export interface SiteFinding {
  readonly address: string;
  readonly isProblem: boolean;
  readonly message: string;
}

/** What one address answered; `text` is null when it was not handed out. */
interface Looked {
  readonly served: Served;
  readonly status: number | 'silent' | 'broken off';
  readonly text: string | null;
  readonly findings: readonly SiteFinding[];
}

const WHOLE_FOLDER = 'Upload the whole site folder of the archive.';

function wellKnownProblem(host: string, text: string): string | null {
  let allowed: unknown;
  try {
    allowed = (JSON.parse(text) as { allowed?: unknown } | null)?.allowed;
  } catch {
    return 'is not JSON. Upload the file that was written for this host.';
  }
  const [wanted = ''] = wellKnownFile(host).allowed;
  if (Array.isArray(allowed) && allowed.includes(wanted)) return null;
  return `does not allow ${wanted}. Upload the file that was written for this host.`;
}

/** Whether an editor was at a file that Outlook itself reads; what it makes of a byte order mark is written down nowhere. */
function markProblem({ isShared }: Served, text: string): string | null {
  return isShared && beginsWithMark(text) ? 'begins with a byte order mark, which an editor put there, and classic Outlook may refuse the file. Upload it as it was written; where you have no other copy, sign again.' : null;
}

/** Whether a file is the one that belongs at its path, as far as its own words tell. */
function contentProblem(host: string, { path, types, isForPeople }: Served, text: string): string | null {
  if (path === WELL_KNOWN_PATH) return wellKnownProblem(host, text);
  if (path === '/launchevent.js' && buildIn(text) === null) return `is not the script of Heed. ${WHOLE_FOLDER}`;
  if (path === '/launchevent.js' && siteIn(text) === null) return 'is cut short: its last line is missing. Upload it again.';
  const isOurPage = types.includes('text/html') && isForPeople !== true && SERVED.some((each) => each.path === path);
  return isOurPage && scriptsOf(text).length === 0 ? `is a page without a script of Heed. ${WHOLE_FOLDER} For each name the web server has to answer with the file of that name.` : null;
}

/** What to do about an answer other than 200. */
function statusProblem({ path, isTheirs }: Served, { status, headers }: SiteAnswer): string {
  if (status >= 300 && status < 400) return `leads elsewhere (${status}, ${headers.get('location') ?? 'unknown'}). Serve it here.`;
  if (status === 401 || status === 403 || status === 407) return `may not be read by everybody (${status}). Let the web server hand it out without a log-in.`;
  if (status >= 500) return `answers ${status}, a fault of the web server. Its log says why.`;
  if (isTheirs === true) return `answers ${status} instead of 200. Write the address of a page that is there.`;
  if (path === WELL_KNOWN_PATH) return `answers ${status} instead of 200. It is written when a policy is signed: upload the folder .well-known too, which some tools leave out because of the dot.`;
  return `answers ${status} instead of 200. Upload the files of the archive’s site folder.`;
}

/** True for what only has to be there: it may lead on, or ask who is reading. */
const isThere = ({ isTheirs }: Served, status: number): boolean => isTheirs === true && (status < 400 || status === 401 || status === 403);

const addressOf = (host: string, { path }: Served): string => (path.startsWith('/') ? `${host}${path}` : path);

async function look(host: string, served: Served, ask: SiteFetch): Promise<Looked> {
  const finding = (message: string, isProblem = true): SiteFinding => ({ address: addressOf(host, served), isProblem, message: `${served.what}: ${message}` });
  const nothing = (status: Looked['status'], message: string, isProblem = true): Looked => ({ served, status, text: null, findings: [finding(message, isProblem)] });
  let answer: SiteAnswer;
  try {
    answer = await ask(addressOf(host, served));
  } catch (error) {
    return nothing('silent', `no answer, because ${whyNoAnswer(error)}`);
  }
  const { status } = answer;
  // Read in every case: one that is left unread holds its connection open.
  const text = await answer.text().catch((error: unknown) => (status === 200 ? ([whyNoAnswer(error)] as const) : ''));
  if (served.isForPeople === true && status !== 200) return nothing(status, `${status >= 300 && status < 400 ? `leads on (${status})` : `answers ${status}`}. Outlook never asks for it. To show a page there, upload index.html from the archive’s site folder.`, false);
  if (!served.isNeeded && status === 404) return nothing(status, served.without ?? 'there is none.', false);
  if (isThere(served, status)) return nothing(status, 'it is there.', false);
  if (status !== 200) return nothing(status, statusProblem(served, answer));
  if (typeof text !== 'string') return nothing('broken off', `breaks off before its end, because ${text[0]}`);
  const content = withoutMark(text);
  const problems = [...headerProblems(served, answer.headers), markProblem(served, text), contentProblem(host, served, content)].filter((problem) => problem !== null);
  return { served, status, text: content, findings: problems.length === 0 ? [finding('as it should be.', false)] : problems.map((problem) => finding(problem)) };
}

/** Looks at every address, four at a time. */
async function lookAtAll(host: string, list: readonly Served[], ask: SiteFetch): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < list.length) {
      const index = next;
      next += 1;
      looked[index] = await look(host, list[index] as Served, ask);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return looked;
}

/** Files that are right one by one, and do not belong together: some of a version, or of a signature, were not uploaded. */
async function togetherFindings(host: string, looked: readonly Looked[]): Promise<readonly SiteFinding[]> {
  const texts = new Map(looked.map(({ served, text }) => [served.path, text]));
  const script = texts.get('/launchevent.js') ?? '';
  const [site, build] = [siteIn(script), buildIn(script)];
  if (site === null || build === null) return [];
  const findings: SiteFinding[] = [];
  const problem = (path: string, message: string): void => void findings.push({ address: `${host}${path}`, isProblem: true, message });
  const own = texts.get('/site.js') ?? null;
  const difference = own === null ? null : differenceOf(own, site);
  if (difference !== null) problem('/site.js', `does not say what launchevent.js says, so the pane and a send go by different policies: ${difference}. Upload both from the same folder.`);
  for (const [path, text] of texts) {
    if (!/^\/(?:readers|taskpane\.\w+)\.js$/.test(path) || text === null || text.includes(build)) continue;
    problem(path, `is of another version than launchevent.js (${build}). ${WHOLE_FOLDER}`);
  }
  const sums = texts.get(SUMS_PATH) ?? null;
  const told = new Set(findings.map(({ address }) => address));
  // What is wrong with a file by itself says more than that it differs.
  const sound = looked.filter(({ served, text, findings: own }) => text !== null && !told.has(`${host}${served.path}`) && own.every(({ isProblem }) => !isProblem));
  const differences = sums === null ? [] : await differencesFrom(sums, build, new Map(sound.map(({ served, text }) => [served.path, text ?? ''])));
  return [...findings, ...differences.map(({ path, message, isProblem }) => ({ address: `${host}${path}`, isProblem, message }))];
}

/** A page of theirs that only has to be there, such as one where staff find help, elsewhere or on the same host. */
export function pageOfTheirs(address: string): Served {
  return { path: address, what: 'the support page', types: [], caching: 'any', isShared: false, isFramed: false, isNeeded: true, isTheirs: true };
}

/** What is wrong with a host as a whole, when that is one thing to put right and not a dozen; null when it is not. */
function wrongThroughout(host: string, looked: readonly Looked[]): SiteFinding | null {
  const own = looked.filter(({ served }) => served.path.startsWith('/') && served.isNeeded);
  const [first] = own;
  if (first === undefined || own.length < 2 || first.status === 200 || own.some(({ status }) => status !== first.status)) return null;
  const message = (first.findings[0]?.message ?? '').slice(first.served.what.length + 2);
  return { address: host, isProblem: true, message: first.status === 'silent' ? message : `every file ${message}` };
}

/** Asks a host for every address the add-in names and every script its pages name, and says what is not as Outlook needs it. */
export async function checkSite(host: string, ask: SiteFetch, list: readonly Served[] = SERVED): Promise<readonly SiteFinding[]> {
  const first = await lookAtAll(host, list.slice(0, 2), ask);
  const early = wrongThroughout(host, first);
  // Whoever waited for two answers in vain does not wait for ten more.
  if (early !== null && typeof first[0]?.status === 'string') return [early];
  const looked = [...first, ...(await lookAtAll(host, list.slice(2), ask))];
  const throughout = wrongThroughout(host, looked);
  if (throughout !== null) return [throughout, ...looked.filter(({ served }) => !served.path.startsWith('/')).flatMap(({ findings }) => findings)];
  const pages = looked.filter(({ served, text }) => served.path.endsWith('.html') && text !== null);
  const named = new Map(pages.flatMap(({ served, text }) => scriptsOf(text ?? '').map((path) => [path, scriptOf(path, served.path)] as const)));
  for (const { path } of list) named.delete(path);
  const all = [...looked, ...(await lookAtAll(host, [...named.values()], ask))];
  const together = await togetherFindings(host, all);
  const told = new Set(together.filter(({ isProblem }) => isProblem).map(({ address }) => address));
  // What is wrong beside the others is not as it should be.
  return [...all.flatMap(({ findings }) => findings).filter(({ address, isProblem }) => isProblem || !told.has(address)), ...together];
}
