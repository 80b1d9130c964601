import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { PROJECT } from './web-stage';

export const { version: VERSION } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { version: string };

/** A fixed moment, so that the archive depends on the sources alone. */
const EPOCH = '1795910400';

/** Everything a release is made from. */
const SOURCES = ['src', 'assets', 'docs', '.config', 'manifest.xml', 'webpack.config.js', 'package.json', 'package-lock.json', 'CHANGELOG.md', 'LICENSE'];

function keyOf(): string {
  const hash = createHash('sha256');
  const add = (name: string): void => {
    const file = path.join(PROJECT, name);
    if (fs.statSync(file).isDirectory()) fs.readdirSync(file).sort().forEach((entry) => add(path.join(name, entry)));
    else hash.update(`${name}\0`).update(fs.readFileSync(file));
  };
  SOURCES.forEach(add);
  return hash.digest('hex').slice(0, 24);
}

const cache = path.join(PROJECT, 'node_modules', '.cache', 'heed-release');

/** Makes a release into a folder, in a process of its own. */
async function makeRelease(folder: string, zone: string): Promise<void> {
  const child = spawn(process.execPath, ['.config/release.mjs', '--out', folder], { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH, TZ: zone } });
  let said = '';
  child.stderr.on('data', (data) => void (said += String(data)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`npm run release ended with ${String(code)}: ${said}`);
}

/** An archive of these sources: made now, unless it was made of the very same before. `TZ` must not matter, so each is made in another. */
async function release(name: 'first' | 'second', key: string): Promise<string> {
  const folder = path.join(cache, key, name);
  const archive = path.join(folder, `heed-${VERSION}.zip`);
  if (fs.existsSync(archive)) return archive;
  const unfinished = `${folder}.${process.pid}`;
  await makeRelease(unfinished, name === 'first' ? 'Pacific/Auckland' : 'America/New_York');
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.renameSync(unfinished, folder);
  return archive;
}

/** Two archives of these sources, made beside each other. Those of other sources are removed. */
export function twoReleases(): Promise<readonly [string, string]> {
  const key = keyOf();
  for (const other of fs.existsSync(cache) ? fs.readdirSync(cache) : []) if (other !== key) fs.rmSync(path.join(cache, other), { recursive: true });
  return Promise.all([release('first', key), release('second', key)]);
}

/** Unpacks an archive and answers the folder in it. */
export function unpack(archive: string, into: string): string {
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(fs.readFileSync(archive))))) {
    const file = path.join(into, ...name.split('/'));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
  return path.join(into, `heed-${VERSION}`);
}
