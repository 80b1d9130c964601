import { FRAMING_HOSTS } from './header-problems';

/** One header for some of the files; the ready server configurations are written from these rules. */
export interface HeaderRule {
  /** What it is for, in a word or two. */
  readonly what: string;
  /** The files, as the end of a path: `.html`, or a whole one that begins with a slash. Empty for every file. */
  readonly files: readonly string[];
  readonly headers: { readonly [name: string]: string };
}

/**
 * What pages may load and who may show them. Styles may be inline, because Fluent UI writes them so; Microsoft's library
 * comes from its own address, and it alone may call its makers.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' https://appsforoffice.microsoft.com https://*.office.com https://*.office.net https://*.events.data.microsoft.com",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${[...FRAMING_HOSTS, 'https://outlook.live.com', 'https://*.office.com', 'https://*.cloud.microsoft'].join(' ')}`,
].join('; ');

/**
 * The studio stands in no other page and asks nobody but its own host: a pack, a draft or a mail cannot be sent anywhere.
 * Its archives are unpacked by WebAssembly. `npm run studio` says the same.
 */
export const STUDIO_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Read by Outlook itself and by scripts of other origins, and never older than the last look. */
const SHARED = ['/launchevent.js', '/policy.json', '/policy.json.sig', '/.well-known/microsoft-officeaddins-allowed.json'];

export const HEADER_RULES: readonly HeaderRule[] = [
  { what: 'every file', files: [], headers: { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } },
  { what: 'read from elsewhere', files: SHARED, headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' } },
  { what: 'settings of this site', files: ['/site.js'], headers: { 'Cache-Control': 'no-cache' } },
  { what: 'the studio', files: ['/studio.html'], headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': STUDIO_POLICY } },
  { what: 'pages', files: ['.html'], headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': CONTENT_POLICY } },
  { what: 'pictures', files: ['.png', '.svg'], headers: { 'Cache-Control': 'public, max-age=86400' } },
];

/** The headers of hashed files, which are in no rule above. */
export const HASHED_HEADERS = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** The types that a web server may not know. */
export const TYPES: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.sig': 'text/plain',
  '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
