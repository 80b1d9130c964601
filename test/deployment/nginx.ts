import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { localhostCertificate } from '../../src/demo/server/certificate';

/** Where nginx is; null where it is not installed. Debian keeps it out of the path of ordinary users. */
export const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find((file) => fs.existsSync(file)) ?? null;

export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** Every header, for whoever hands the answer on. */
  readonly all: { readonly [name: string]: string };
  text(): Promise<string>;
  bytes(): Promise<Buffer>;
}

/** Like a browser's fetch of one address. */
export type Ask = (address: string) => Promise<Answer>;

export interface RunningServer {
  readonly origin: string;
  readonly ask: Ask;
  close(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export const certificate = (): ReturnType<typeof localhostCertificate> => localhostCertificate(path.resolve(__dirname, '..', '..', 'node_modules', '.cache', 'heed-demo'));

/** Asks a server of this machine, trusting its own certificate alone. */
export function askTrusting(ca: string): Ask {
  return (address) =>
    new Promise((resolve, reject) => {
      const { port, pathname, search } = new URL(address);
      https
        .get({ host: '127.0.0.1', port, path: `${pathname}${search}`, servername: 'localhost', ca, agent: false, headers: { host: `localhost:${port}` } }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => {
            const headers = { get: (name: string): string | null => (response.headers[name.toLowerCase()] as string | undefined) ?? null };
            const bytes = Buffer.concat(pieces);
            const all = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
            resolve({ status: response.statusCode ?? 0, headers, all, text: () => Promise.resolve(bytes.toString('utf8')), bytes: () => Promise.resolve(bytes) });
          });
        })
        .on('error', reject);
    });
}

async function untilAnswered(ask: Ask, address: string, child: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < 20_000; ) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    try {
      await ask(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('nginx did not answer');
}

/** A real nginx with the archive's own configuration, but for the four lines that are the administrator's. */
export async function startNginx(configuration: string, site: string, port: number): Promise<RunningServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-nginx-'));
  const { cert, key } = await certificate();
  fs.writeFileSync(path.join(folder, 'cert.pem'), cert);
  fs.writeFileSync(path.join(folder, 'key.pem'), key, { mode: 0o600 });
  const ours = configuration
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace('server_name heed.school.example;', 'server_name localhost;')
    .replace('/etc/ssl/heed/fullchain.pem', path.join(folder, 'cert.pem'))
    .replace('/etc/ssl/heed/private.pem', path.join(folder, 'key.pem'))
    .replace('/var/www/heed', site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${path.join(folder, name)};`);
  fs.writeFileSync(path.join(folder, 'heed.conf'), ours);
  fs.writeFileSync(
    path.join(folder, 'nginx.conf'),
    // As root it would hand its work to another user, who may not read this folder.
    `${process.getuid?.() === 0 ? 'user root;\n' : ''}daemon off;\npid ${path.join(folder, 'nginx.pid')};\nerror_log ${path.join(folder, 'error.log')};\nevents {}\nhttp {\n  access_log off;\n  ${temporary.join('\n  ')}\n  include ${path.join(folder, 'heed.conf')};\n}\n`,
  );
  const options = ['-p', folder, '-e', path.join(folder, 'error.log'), '-c', path.join(folder, 'nginx.conf')];
  const tested = spawnSync(NGINX as string, ['-t', ...options], { encoding: 'utf8' });
  // A warning is something that an administrator stops at too.
  if (tested.status !== 0 || /\[warn\]/.test(tested.stderr)) throw new Error(tested.stderr);
  const child = spawn(NGINX as string, options, { stdio: 'ignore' });
  const ask = askTrusting(cert);
  const origin = `https://localhost:${port}`;
  await untilAnswered(ask, origin, child);
  return {
    origin,
    ask,
    close: async () => {
      child.kill('SIGQUIT');
      await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)));
      fs.rmSync(folder, { recursive: true });
    },
  };
}
