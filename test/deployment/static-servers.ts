import fs from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { child, descendants, readXml } from '../../src/demo/manifest/xml';
import type { XmlElement } from '../../src/demo/manifest/xml';
import { askTrusting, certificate } from './nginx';
import type { RunningServer } from './nginx';

type Headers = { readonly [name: string]: string };

/** What a kind of server makes of a path, by its own configuration. */
export type HeadersOf = (pathname: string) => Headers;

/** Serves a folder as it lies there, with the headers that a configuration asks for. */
export async function startStatic(folder: string, headersOf: HeadersOf, port: number): Promise<RunningServer> {
  const { cert, key } = await certificate();
  const server = https.createServer({ cert, key }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost');
    // Every server of this kind answers a folder's address with its index.html, where there is one.
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, headersOf(pathname)).end(fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${port}`,
    ask: askTrusting(cert),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface SwaRoute {
  readonly route: string;
  readonly headers?: Headers;
}

/** A route's pattern as Azure documents it: a path, a path with a star at its end, or a star with endings in braces. */
function fits(route: string, pathname: string): boolean {
  const endings = /^(.*)\*\.\{([^}]+)\}$/.exec(route);
  if (endings !== null) return pathname.startsWith(endings[1] as string) && (endings[2] as string).split(',').some((ending) => pathname.endsWith(`.${ending}`));
  return route.endsWith('*') ? pathname.startsWith(route.slice(0, -1)) : route === pathname;
}

/** Azure Static Web Apps: headers for everything, then those of the first route that fits; types by ending. */
export function swaHeaders(text: string): HeadersOf {
  const { routes, globalHeaders, mimeTypes } = JSON.parse(text) as { routes: readonly SwaRoute[]; globalHeaders: Headers; mimeTypes: Headers };
  return (pathname) => ({
    'Content-Type': mimeTypes[pathname === '/' ? '.html' : path.extname(pathname)] ?? 'application/octet-stream',
    ...globalHeaders,
    ...(routes.find(({ route }) => fits(route, pathname))?.headers ?? {}),
  });
}

function customHeaders(element: XmlElement | null, before: Headers): Headers {
  const headers = { ...before };
  const list = child(child(child(element, 'system.webServer'), 'httpProtocol'), 'customHeaders');
  for (const { name, attributes } of list?.children ?? []) {
    const header = attributes['name'] ?? '';
    if (name === 'remove') delete headers[header];
    else if (headers[header] !== undefined) throw new Error(`IIS refuses ${header} twice`);
    else headers[header] = attributes['value'] ?? '';
  }
  return headers;
}

/** IIS: the site's headers, changed by each location whose path is this one or a folder above it. */
export function iisHeaders(text: string): HeadersOf {
  const configuration = readXml(text);
  if ('problem' in configuration) throw new Error(configuration.problem);
  const types = Object.fromEntries(descendants(configuration, 'mimeMap').map(({ attributes }) => [attributes['fileExtension'] ?? '', attributes['mimeType'] ?? '']));
  const site = customHeaders(configuration, {});
  const locations = configuration.children.filter(({ name }) => name === 'location');
  // The document of a folder is answered as a request for itself.
  return (asked) => {
    const pathname = asked === '/' ? '/index.html' : asked;
    return locations
      .filter(({ attributes }) => pathname === `/${attributes['path'] ?? ''}` || pathname.startsWith(`/${attributes['path'] ?? ''}/`))
      .reduce<Headers>((headers, location) => customHeaders(location, headers), { 'Content-Type': types[path.extname(pathname)] ?? '', ...site });
  };
}
