import https from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { withPlainHttp } from './both-protocols';
import { localhostCertificate } from './certificate';
import { createClassicRelay } from './classic-relay';
import { createSite, HOST_PATH } from './site';
import type { Site, SiteOptions } from './site';

export interface StartOptions extends SiteOptions {
  /** 3443 when it is left out; another free one when that is taken. 0 asks for any free one. */
  readonly port?: number;
}

export interface RunningHost {
  /** Where the compose window is. */
  readonly url: string;
  readonly origin: string;
  readonly site: Site;
  /** The certificate it shows, as PEM. */
  readonly certificate: string;
  close(): Promise<void>;
}

export const DEFAULT_PORT = 3_443;

const CLASSIC_PATH = `${HOST_PATH}classic`;

/**
 * What pages here may reach: their own origin and nothing else, so that a demo can't call out. Scripts may be inline and
 * made from text because an add-in's may; where they come from is what counts. The public library's hosts are added
 * only when they were asked for.
 */
function contentPolicy(officeJs: SiteOptions['officeJs']): string {
  const cdn = officeJs === 'cdn' ? ' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com' : '';
  return [
    `default-src 'self' data: blob:`,
    `script-src 'self' 'unsafe-inline' 'unsafe-eval'${cdn}`,
    `style-src 'self' 'unsafe-inline'`,
    `connect-src 'self'${cdn}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ');
}

/** Serves the compose window at https on this machine alone. Opens no browser and asks nothing. */
export async function startHost(options: StartOptions): Promise<RunningHost> {
  const site = createSite({ ...options, hasClassic: true });
  const relay = createClassicRelay(site, path.join(options.projectFolder, 'src', 'demo'));
  const certificate = await localhostCertificate(path.join(options.projectFolder, 'node_modules', '.cache', 'heed-demo'));
  const policy = contentPolicy(options.officeJs);
  const secure = https.createServer(certificate, (request, response) => {
    void answer(site, relay, policy, request, response);
  });
  const server = withPlainHttp(secure, redirect);
  const port = await listen(server, options.port ?? DEFAULT_PORT);
  const origin = `https://localhost:${port}`;
  return {
    url: `${origin}${HOST_PATH}`,
    origin,
    site,
    certificate: certificate.cert,
    close: () =>
      new Promise((resolve) => {
        relay.close();
        server.close(() => resolve());
        server.closeAll();
      }),
  };
}

async function answer(site: Site, relay: ReturnType<typeof createClassicRelay>, policy: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'https://localhost');
  const headers = { 'content-security-policy': policy, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (request.method === 'POST' && pathname.startsWith(CLASSIC_PATH)) {
    // Only this window may start runtimes: another site's page could post here too.
    if (request.headers.origin !== `https://${request.headers.host ?? ''}` || !isLocalName(request.headers.host)) {
      response.writeHead(403, headers).end();
      return;
    }
    relay.handle(pathname.slice(CLASSIC_PATH.length).replace(/^\//, ''), request, response);
    return;
  }
  // A name that only points here could make another site's page look like ours.
  if (!isLocalName(request.headers.host)) {
    response.writeHead(421, headers).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, headers).end();
    return;
  }
  try {
    const { status, headers: own, body } = await site.answer(pathname);
    response.writeHead(status, { ...headers, ...own });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch (error) {
    response.writeHead(500, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
    response.end(`The simulator failed on this address: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Who typed http, or nothing before the name, comes to the same page at https. */
function redirect(request: IncomingMessage, response: ServerResponse): void {
  const { host } = request.headers;
  if (isLocalName(host)) response.writeHead(307, { location: `https://${host}${request.url ?? '/'}`, connection: 'close' }).end();
  else response.writeHead(421, { connection: 'close' }).end();
}

function isLocalName(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host ?? '');
}

/** Listens on 127.0.0.1 only. A taken port is no failure: another free one is used, and the address says which. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' && port !== 0) listen(server, 0).then(resolve, reject);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
