import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** A PostgreSQL of its own for a test, on a free port of this machine. */
export interface OwnPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The folder of PostgreSQL's programs, the newest first; null on a machine that has none. */
export function postgresFolder(): string | null {
  const root = '/usr/lib/postgresql';
  if (!fs.existsSync(root)) return null;
  const versions = fs.readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(root, version, 'bin')).find((folder) => fs.existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root, so there it runs as the user its package made. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = fs.readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return uid === undefined || gid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function answers(folder: string, port: number): boolean {
  try {
    execFileSync(path.join(folder, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export async function startPostgres(folder: string): Promise<OwnPostgres> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-postgres-'));
  const owner = user();
  if (owner.uid !== undefined && owner.gid !== undefined) fs.chownSync(data, owner.uid, owner.gid);
  const options = { ...owner, cwd: data, stdio: 'ignore' } as const;
  execFileSync(path.join(folder, 'initdb'), ['-D', data, '-U', 'heed', '--auth=trust', '--no-sync'], options);
  const port = await freePort();
  const server: ChildProcess = spawn(path.join(folder, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', data, '-c', 'fsync=off'], options);
  const ended = new Promise((resolve) => server.on('close', resolve));
  for (let tries = 0; !answers(folder, port); tries += 1) {
    if (tries > 100) throw new Error('PostgreSQL did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url: `postgres://heed@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}
