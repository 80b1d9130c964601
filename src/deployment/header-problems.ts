import { LONGEST_FRESH } from './served';
import type { Served } from './served';

/** Reads a header of an answer by its name. */
export interface Headers {
  get(name: string): string | null;
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

function framingProblem(headers: Headers): string | null {
  const frame = headers.get('x-frame-options');
  if (frame !== null) return `may not be shown inside Outlook (X-Frame-Options: ${frame}). Remove that header; frame-ancestors says it better.`;
  const ancestors = /(?:^|;)\s*frame-ancestors\s+([^;]*)/i.exec(headers.get('content-security-policy') ?? '')?.[1];
  if (ancestors === undefined) return null;
  const allowed = ancestors.toLowerCase().split(/\s+/);
  const missing = allowed.includes('https:') || allowed.includes('*') ? [] : FRAMING_HOSTS.filter((host) => !allowed.includes(host));
  return missing.length === 0 ? null : `may not be shown inside Outlook: frame-ancestors lacks ${missing.join(', ')}. Add it.`;
}

function scriptsProblem(headers: Headers): string | null {
  const policy = headers.get('content-security-policy') ?? '';
  const [name, scripts] = ['script-src', 'default-src'].map((each) => [each, new RegExp(`(?:^|;)\\s*${each}\\s+([^;]*)`, 'i').exec(policy)?.[1]] as const).find(([, sources]) => sources !== undefined) ?? [];
  if (scripts === undefined || /appsforoffice\.microsoft\.com|(?:^|\s)https:(?:\s|$)|(?:^|\s)\*(?:\s|$)/.test(scripts)) return null;
  return `may not load Microsoft's library: ${name ?? ''} lacks https://appsforoffice.microsoft.com. Add it.`;
}

/** What is wrong with the headers of one answer; each says what to set. */
export function headerProblems(served: Served, headers: Headers): readonly string[] {
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
