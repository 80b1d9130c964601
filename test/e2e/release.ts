import { execFileSync } from 'node:child_process';
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

/** Makes a release into a folder and answers the archive. `TZ` must not matter, so each is made in another. */
function makeRelease(folder: string, zone: string): string {
  execFileSync(process.execPath, ['.config/release.mjs', '--out', folder], { cwd: PROJECT, stdio: 'pipe', env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH, TZ: zone } });
  return path.join(folder, `heed-${VERSION}.zip`);
}

/** The archive of these sources: made now, unless it was made of the very same before. */
export function release(name: 'first' | 'second'): string {
  const cache = path.join(PROJECT, 'node_modules', '.cache', 'heed-release');
  const folder = path.join(cache, keyOf(), name);
  const archive = path.join(folder, `heed-${VERSION}.zip`);
  if (fs.existsSync(archive)) return archive;
  if (name === 'first') fs.rmSync(cache, { recursive: true, force: true });
  const unfinished = `${folder}.${process.pid}`;
  makeRelease(unfinished, name === 'first' ? 'Pacific/Auckland' : 'America/New_York');
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  fs.renameSync(unfinished, folder);
  return archive;
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
