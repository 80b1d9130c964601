import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkSite, nginxFile, staticWebApp, webConfig, WELL_KNOWN_PATH } from '../../src/deployment';
import { shippedPolicy } from '../policy-for-tests';
import { NGINX, freePort, startNginx } from './nginx';
import type { RunningServer } from './nginx';
import { rightTexts } from './right-host';
import { iisHeaders, startStatic, swaHeaders } from './static-servers';

jest.setTimeout(60_000);

const HASHED = '/taskpane.0123456789abcdef.js';
const HASHED_FILES = [HASHED, '/diagnosis.fedcba9876543210.js'];

let site: string;
let port: number;
beforeAll(async () => {
  port = await freePort();
  site = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-site-'));
  const host = `https://localhost:${port}`;
  const texts = rightTexts(host, { origin: host, key: null, policy: shippedPolicy('laat'), deployment: null, written: '2026-01-01T00:00:00Z' });
  for (const [name, text] of Object.entries({ ...texts, '/studio.html': '' }).map(([path, text]) => [path === '/' ? '/index.html' : path, text] as const)) {
    fs.mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    // Long enough to be packed on the way.
    fs.writeFileSync(path.join(site, name), text === '' ? 'text '.repeat(400) : text);
  }
});
afterAll(() => fs.rmSync(site, { recursive: true }));

const SERVERS: readonly (readonly [name: string, isHere: boolean, start: () => Promise<RunningServer>])[] = [
  ['nginx', NGINX !== null, () => startNginx(nginxFile(), site, port)],
  ['Azure Static Web Apps’ rules', true, () => startStatic(site, swaHeaders(JSON.stringify(staticWebApp(HASHED_FILES))), port)],
  ['IIS’s rules', true, () => startStatic(site, iisHeaders(webConfig(HASHED_FILES, ['/launchevent.html', '/taskpane.html', '/diagnosis.html', '/index.html'])), port)],
];

describe.each(SERVERS)('%s', (_name, isHere, start) => {
  // Without nginx its part is counted as not run; .ci/run installs it.
  const inItsPlace = isHere ? test : test.skip;
  let server: RunningServer | null = null;
  beforeAll(async () => {
    if (isHere) server = await start();
  });
  afterAll(() => server?.close());
  const headerOf = async (file: string, name: string): Promise<string | null> => (await server!.ask(`${server!.origin}${file}`)).headers.get(name);

  inItsPlace('serves everything as Outlook needs it', async () => {
    expect((await checkSite(server!.origin, server!.ask)).filter(({ isProblem }) => isProblem)).toEqual([]);
  });

  inItsPlace('lets files be kept that are named for what is in them, and asks anew for those that are not', async () => {
    expect(await headerOf(HASHED, 'cache-control')).toBe('public, max-age=31536000, immutable');
    for (const file of ['/launchevent.js', '/site.js', '/policy.json', '/taskpane.html', WELL_KNOWN_PATH]) expect([file, await headerOf(file, 'cache-control')]).toEqual([file, 'no-cache']);
    expect(await headerOf('/assets/icon-16.png', 'cache-control')).toBe('public, max-age=86400');
  });

  inItsPlace('says each header once, on every file', async () => {
    for (const file of ['/launchevent.js', '/taskpane.html', '/assets/icon-16.png', HASHED, '/policy.json.sig', '/site.js']) {
      expect([file, await headerOf(file, 'x-content-type-options'), await headerOf(file, 'referrer-policy')]).toEqual([file, 'nosniff', 'no-referrer']);
      expect(await headerOf(file, 'x-frame-options')).toBeNull();
    }
    expect(await headerOf('/site.js', 'access-control-allow-origin')).toBeNull();
    expect(await headerOf('/taskpane.html', 'content-security-policy')).toContain("default-src 'none'");
  });

  inItsPlace('lets the studio ask nobody but its own host, and stand in no other page', async () => {
    const policy = await headerOf('/studio.html', 'content-security-policy');
    for (const part of ["default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "'wasm-unsafe-eval'"]) expect(policy?.split('; ').join(' ')).toContain(part);
    expect(policy).not.toMatch(/https:/);
    expect(await headerOf('/studio.html', 'cache-control')).toBe('no-cache');
  });

  inItsPlace('shows a page to whoever opens the bare address, under the headers of a page', async () => {
    const answer = await server!.ask(`${server!.origin}/`);
    expect([answer.status, await answer.text()]).toEqual([200, '<h1>Heed is here</h1>']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  inItsPlace('has nothing where there is nothing', async () => {
    expect((await server!.ask(`${server!.origin}/nothing.js`)).status).toBe(404);
    expect((await server!.ask(`${server!.origin}/assets/`)).status).not.toBe(200);
  });
});
