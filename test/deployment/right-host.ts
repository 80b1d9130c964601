import { createHash } from 'node:crypto';
import { SERVED, SUMS_PATH, pageScript, wellKnownFile, WELL_KNOWN_PATH } from '../../src/deployment';
import { aroundScript } from '../../src/deployment/site-scripts';
import type { SiteSettings } from '../../src/domain';

export const BUILD = '0.1.0-abc';

/** The scripts that its pages name, beside `launchevent.js`. */
export const PAGE_SCRIPTS: readonly string[] = ['/readers.js', '/site.js', '/taskpane.0123456789abcdef.js', '/diagnosis.fedcba9876543210.js'];

const page = (...scripts: readonly string[]): string => ['https://appsforoffice.microsoft.com/lib/1/hosted/office.js', ...scripts].map((src) => `<script src="${src}"></script>`).join('\n');

/** What a build says that its files are, where they are these. */
export function rightSums(texts: { readonly [path: string]: string }, build = BUILD): string {
  const files = Object.entries(texts)
    .filter(([path]) => /\.(?:js|html)$/.test(path) && path !== '/site.js')
    .map(([path, text]) => [path, createHash('sha256').update(path === '/launchevent.js' ? text.slice(0, text.lastIndexOf('/*heed-site*/') + '/*heed-site*/'.length) : text).digest('hex')]);
  return JSON.stringify({ build, files: Object.fromEntries(files) });
}

/** The text of every file of a host on which all is right, by its path. */
export function rightTexts(host: string, settings: SiteSettings): { readonly [path: string]: string } {
  const texts = filesOf(host, settings);
  return { ...texts, [SUMS_PATH]: rightSums(texts) };
}

function filesOf(host: string, settings: SiteSettings): { readonly [path: string]: string } {
  return {
    ...Object.fromEntries(SERVED.map(({ path }) => [path, ''])),
    '/': '<h1>Heed is here</h1>',
    '/launchevent.js': aroundScript('void HEED_SITE;', settings, BUILD),
    '/launchevent.html': page('readers.js', 'launchevent.js'),
    '/taskpane.html': page('site.js', 'taskpane.0123456789abcdef.js'),
    '/diagnosis.html': page('diagnosis.fedcba9876543210.js'),
    '/site.js': pageScript(settings),
    '/readers.js': `"${BUILD}"`,
    '/taskpane.0123456789abcdef.js': `"${BUILD}"`,
    '/diagnosis.fedcba9876543210.js': '"the page"',
    [WELL_KNOWN_PATH]: JSON.stringify(wellKnownFile(host)),
  };
}

/** The headers that a file of such a host is served with. */
export function rightHeaders(path: string): Headers {
  const served = SERVED.find((each) => each.path === path);
  return new Headers({
    'content-type': served?.types[0] ?? (path.endsWith('.js') ? 'text/javascript' : 'text/html'),
    'cache-control': served?.caching === 'any' ? 'max-age=3600' : 'no-cache',
    'access-control-allow-origin': '*',
  });
}
