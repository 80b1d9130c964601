import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { WHOLE, isBuilt, keyOf, noteBuilt } from '../.config/built-from.cjs';

const root = path.resolve(__dirname, '..');
const cache = path.join(root, 'node_modules', '.cache');
const lock = path.join(cache, 'heed-build.lock');

/** How long another test may take to build, in milliseconds. */
const LONGEST_BUILD = 180_000;

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** True when the lock is ours now. One that is older than any build was left behind. */
function takeLock(): boolean {
  try {
    fs.mkdirSync(path.dirname(lock), { recursive: true });
    fs.mkdirSync(lock);
    return true;
  } catch {
    const age = fs.existsSync(lock) ? Date.now() - fs.statSync(lock).mtimeMs : 0;
    if (age > LONGEST_BUILD) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

const isFresh = (folder: string, pack: string): boolean => isBuilt(folder, keyOf(pack), WHOLE);

const known = new Set<string>();

/** Builds into a folder unless it was built there from these very sources. Tests may ask at the same time. */
function build(folder: string, pack: string, environment: NodeJS.ProcessEnv, config: readonly string[] = []): string {
  while (!known.has(folder) && !isFresh(folder, pack)) {
    if (!takeLock()) {
      wait(500);
      continue;
    }
    try {
      const key = keyOf(pack);
      if (!isFresh(folder, pack)) {
        execFileSync(process.execPath, [path.join(root, 'node_modules', 'webpack-cli', 'bin', 'cli.js'), ...config], { cwd: root, stdio: 'pipe', env: { ...process.env, ...environment } });
        noteBuilt(folder, key, WHOLE, []);
      }
      break;
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
  known.add(folder);
  return folder;
}

/** The folder of the built add-in, as `npm run build` leaves it. */
export function builtFolder(): string {
  return build(path.join(root, 'dist'), process.env['HEED_POLICY'] ?? '', {});
}

/** The add-in, without the pages beside it, built with a pack of one's own as an organisation builds it. `name` tells the folders apart. */
export function builtWith(name: string, pack: unknown): string {
  const text = JSON.stringify(pack);
  const folder = path.join(cache, 'heed-built', name);
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'pack.json');
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
  return build(folder, text, { HEED_POLICY: file, HEED_DIST: folder, HEED_PAGES: 'taskpane' });
}

/** The file that answers a send, built without its inspectors. */
export function builtWithoutInspectors(): string {
  const folder = path.join(cache, 'heed-built', 'without-inspectors');
  fs.mkdirSync(folder, { recursive: true });
  return path.join(build(folder, '', { HEED_DIST: folder }, ['--config', path.join(__dirname, 'bundle', 'without-inspectors.cjs')]), 'launchevent.js');
}
