import { LONGEST_FRESH, SERVED } from './served';
import type { Served } from './served';
import { wellKnownFile, WELL_KNOWN_PATH } from './well-known';

/** What of an answer is looked at. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Asks for one address and follows no redirect. Rejects when there is no answer. */
export type SiteFetch = (address: string) => Promise<SiteAnswer>;

export interface SiteFinding {
  readonly address: string;
  readonly isProblem: boolean;
  readonly message: string;
}

/** Hosts whose pages show the add-in. A page that names its frames has to name at least these. */
export const FRAMING_HOSTS: readonly string[] = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.cloud.microsoft',
  'https://*.officeapps.live.com',
];

function cachingProblem(caching: Served['caching'], header: string | null, type: string): string | null {
  const directives = (header ?? '').toLowerCase().split(',').map((part) => part.trim());
  const age = /^(?:s-)?max-?age=(\d+)$/;
  const seconds = directives.map((part) => age.exec(part)?.[1]).find((found) => found !== undefined);
  const isAskedAgain = directives.includes('no-cache') || directives.includes('no-store') || (seconds !== undefined && Number(seconds) <= LONGEST_FRESH);
  if (caching === 'fresh' && header === null) return `says nothing of caching, so old copies may stay for days. Add Cache-Control: no-cache.`;
  if (caching === 'fresh' && !isAskedAgain) return `may be kept for longer than 10 minutes (Cache-Control: ${header ?? ''}). Set Cache-Control: no-cache.`;
  if (type.startsWith('image/') && (directives.includes('no-store') || directives.includes('no-cache'))) {
    return `is a picture that may not be kept (Cache-Control: ${header ?? ''}), so Outlook shows none. Set Cache-Control: max-age=3600.`;
  }
  return null;
}

function framingProblem(headers: SiteAnswer['headers']): string | null {
  const frame = headers.get('x-frame-options');
  if (frame !== null) return `may not be shown inside Outlook (X-Frame-Options: ${frame}). Remove that header; frame-ancestors says it better.`;
  const ancestors = /(?:^|;)\s*frame-ancestors\s+([^;]*)/i.exec(headers.get('content-security-policy') ?? '')?.[1];
  if (ancestors === undefined) return null;
  const allowed = ancestors.toLowerCase().split(/\s+/);
  const missing = allowed.includes('https:') || allowed.includes('*') ? [] : FRAMING_HOSTS.filter((host) => !allowed.includes(host));
  return missing.length === 0 ? null : `may not be shown inside Outlook: frame-ancestors lacks ${missing.join(', ')}. Add it.`;
}

function scriptsProblem(headers: SiteAnswer['headers']): string | null {
  const scripts = /(?:^|;)\s*script-src\s+([^;]*)/i.exec(headers.get('content-security-policy') ?? '')?.[1];
  if (scripts === undefined || /appsforoffice\.microsoft\.com|(?:^|\s)https:(?:\s|$)|(?:^|\s)\*(?:\s|$)/.test(scripts)) return null;
  return `may not load Microsoft's library: script-src lacks https://appsforoffice.microsoft.com. Add it.`;
}

function headerProblems(served: Served, { headers }: SiteAnswer): readonly string[] {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const problems: (string | null)[] = [];
  if (served.types.length > 0 && !served.types.includes(type)) problems.push(`is called ${type === '' ? 'nothing' : type}. Set Content-Type: ${served.types[0] ?? ''}.`);
  const charset = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') problems.push(`is said to be ${charset}. It is utf-8.`);
  problems.push(cachingProblem(served.caching, headers.get('cache-control'), type));
  if (served.isShared && headers.get('access-control-allow-origin') !== '*') problems.push('may not be read by Outlook. Set Access-Control-Allow-Origin: *.');
  if (served.isFramed) problems.push(framingProblem(headers), scriptsProblem(headers));
  return problems.filter((problem) => problem !== null);
}

function wellKnownProblem(host: string, text: string): string | null {
  let allowed: unknown;
  try {
    allowed = (JSON.parse(text.replace(/^\ufeff/, '')) as { allowed?: unknown } | null)?.allowed;
  } catch {
    return 'is not JSON. Upload the file that was written for this host.';
  }
  const [wanted = ''] = wellKnownFile(host).allowed;
  if (Array.isArray(allowed) && allowed.includes(wanted)) return null;
  return `does not allow ${wanted}. Upload the file that was written for this host.`;
}

const SILENT = 'no answer';

async function checkOne(host: string, served: Served, ask: SiteFetch): Promise<readonly SiteFinding[]> {
  const address = served.path.startsWith('/') ? `${host}${served.path}` : served.path;
  const finding = (message: string, isProblem = true): SiteFinding => ({ address, isProblem, message });
  let answer: SiteAnswer;
  try {
    answer = await ask(address);
  } catch (error) {
    const cause = error instanceof Error ? ((error.cause as { code?: string } | undefined)?.code ?? error.message) : String(error);
    return [finding(`${served.what}: ${SILENT} (${cause}). Check the address, the name server, the certificate and the firewall.`)];
  }
  if (!served.isNeeded && answer.status === 404) return [finding(`${served.what}: there is none, so the policy built into the add-in is in force.`, false)];
  if (answer.status >= 300 && answer.status < 400) return [finding(`${served.what}: leads elsewhere (${answer.status}, ${answer.headers.get('location') ?? 'unknown'}). Serve it here.`)];
  if (answer.status !== 200) return [finding(`${served.what}: answers ${answer.status} instead of 200. ${served.path.startsWith('/') ? 'Upload the files of the archive’s site folder.' : 'Write the address of a page that is there.'}`)];
  const problems = [...headerProblems(served, answer)];
  if (served.path === WELL_KNOWN_PATH) {
    const problem = wellKnownProblem(host, await answer.text());
    if (problem !== null) problems.push(problem);
  }
  if (problems.length === 0) return [finding(`${served.what}: as it should be.`, false)];
  return problems.map((problem) => finding(`${served.what}: ${problem}`));
}

/** A page elsewhere that only has to be there, such as one where staff find help. */
export function pageElsewhere(address: string): Served {
  return { path: address, what: 'the support page', types: [], caching: 'any', isShared: false, isFramed: false, isNeeded: true };
}

/** Asks a host for every address the add-in names, four at a time, and says what is not as Outlook needs it. */
export async function checkSite(host: string, ask: SiteFetch, list: readonly Served[] = SERVED): Promise<readonly SiteFinding[]> {
  const results: (readonly SiteFinding[])[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < list.length) {
      const index = next;
      next += 1;
      results[index] = await checkOne(host, list[index] as Served, ask);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  const findings = results.flat();
  const [first] = findings;
  // A host that is silent throughout is one thing to put right, not twelve.
  if (first !== undefined && findings.every(({ message }) => message.includes(`: ${SILENT} (`))) {
    return [{ address: host, isProblem: true, message: first.message.slice(first.message.indexOf(SILENT)) }];
  }
  return findings;
}
