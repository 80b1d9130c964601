import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { askOnce, runDemo } from '../../src/demo/main';
import type { RunningHost } from '../../src/demo/server/start-host';

const PROJECT = path.resolve(__dirname, '..', '..');

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function request(host: RunningHost, pathname: string, more: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string; readonly isPlain?: boolean } = {}): Promise<Reply> {
  const { port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const asked = (more.isPlain === true ? http : https).request(
      { host: '127.0.0.1', port, path: pathname, method: more.method ?? 'GET', headers: { host: `localhost:${port}`, ...more.headers }, rejectUnauthorized: false },
      (response) => {
        let body = '';
        response.on('data', (piece: Buffer) => (body += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end(more.body);
  });
}

describe('the server', () => {
  const lines: string[] = [];
  let host: RunningHost;
  beforeAll(async () => {
    host = await runDemo({ projectFolder: PROJECT, port: 0, out: (line) => lines.push(line) });
  });
  afterAll(() => host.close());

  test('starts without a browser or a question, and prints where it is', () => {
    expect(lines[0]).toBe(`Compose simulator: ${host.url}`);
    expect(host.url).toMatch(/^https:\/\/localhost:\d+\/__host__\/$/);
    expect(lines[lines.length - 1]).toBe('It runs on this machine alone and sends nothing. Stop it with Ctrl+C.');
  });

  test('sends people from its root to the window', async () => {
    expect(await request(host, '/')).toMatchObject({ status: 302, headers: { location: '/__host__/' } });
  });

  test('lets its pages reach nothing but itself', async () => {
    const { headers } = await request(host, '/__host__/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('http');
  });

  test('refuses other names for this machine, other methods, and runtimes for other pages', async () => {
    expect((await request(host, '/__host__/', { headers: { host: 'rebound.example' } })).status).toBe(421);
    expect((await request(host, '/__host__/', { method: 'DELETE' })).status).toBe(405);
    expect((await request(host, '/__host__/classic', { method: 'POST', body: '{}', headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await request(host, '/__host__/classic', { method: 'POST', body: '{}' })).status).toBe(403);
    expect((await request(host, '/__host__/classic', { method: 'POST', body: 'no json', headers: { origin: host.origin } })).status).toBe(400);
    expect((await request(host, '/__host__/classic/no-session', { method: 'POST', body: '{}', headers: { origin: host.origin } })).status).toBe(404);
  });

  test('asked once, it answers by its own certificate, or says which page is not there', async () => {
    // The built add-in is there or not: what is promised is that one sentence says which.
    const said = await askOnce(host).catch((error: Error) => error.message);
    expect(said).toMatch(/^Asked once: 8 pages answered at https:\/\/localhost:\d+\.$|^https:\/\/localhost:\d+\/launchevent\.html answered 404\.$/);
    await expect(askOnce({ ...host, certificate: '' })).rejects.toThrow(/certificate/i);
  });

  test('sends who typed http to https at the same address, and nobody to another name', async () => {
    const { status, headers } = await request(host, '/__host__/?a=1', { isPlain: true });
    expect({ status, location: headers['location'] }).toEqual({ status: 307, location: `${host.origin}/__host__/?a=1` });
    const rebound = await request(host, '/', { isPlain: true, headers: { host: 'rebound.example' } });
    expect({ status: rebound.status, location: rebound.headers['location'] }).toEqual({ status: 421, location: undefined });
    expect((await request(host, '/__host__/')).status).toBe(200);
  });

  test('stops although somebody has said nothing yet', async () => {
    const second = await runDemo({ projectFolder: PROJECT, port: 0, out: () => undefined });
    const silent = net.connect(Number(new URL(second.origin).port), '127.0.0.1');
    const isGone = new Promise((resolve) => silent.once('close', resolve));
    silent.on('error', () => undefined);
    await new Promise((resolve) => silent.once('connect', resolve));
    // The connection has been taken up once another one is answered.
    await request(second, '/__host__/');
    await second.close();
    await isGone;
  });

  test('uses another port when its own is taken', async () => {
    const taken = Number(new URL(host.origin).port);
    const second = await runDemo({ projectFolder: PROJECT, port: taken, out: () => undefined });
    expect(second.origin).not.toBe(host.origin);
    expect((await request(second, '/__host__/')).status).toBe(200);
    await second.close();
  });
});
