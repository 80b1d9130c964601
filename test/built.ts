import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'dist');
const keyFile = path.join(folder, '.built-from');
const lock = path.join(root, 'node_modules', '.cache', 'heed-build.lock');

/** How long another test may take to build, in milliseconds. */
const LONGEST_BUILD = 180_000;

/** What no built file has anything of. */
const NOT_BUILT = new Set([path.join('src', 'demo'), path.join('src', 'studio'), path.join('src', 'mail'), path.join('src', 'replay')]);

function keyOf(): string {
  const hash = createHash('sha256').update(process.env['HEED_POLICY'] ?? '').update(process.env['HEED_ORIGIN'] ?? '');
  const add = (name: string): void => {
    const file = path.join(root, name);
    if (!fs.existsSync(file) || NOT_BUILT.has(name)) return;
    if (fs.statSync(file).isDirectory()) fs.readdirSync(file).sort().forEach((entry) => add(path.join(name, entry)));
    else hash.update(`${name}\0`).update(fs.readFileSync(file));
  };
  ['src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'].forEach(add);
  return hash.digest('hex');
}

function isFresh(key: string): boolean {
  return fs.existsSync(keyFile) && fs.readFileSync(keyFile, 'utf8') === key;
}

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

let isBuilt = false;

/** The folder of the built add-in, built now unless it was built from these very sources. Tests may ask at the same time. */
export function builtFolder(): string {
  while (!isBuilt && !isFresh(keyOf())) {
    if (!takeLock()) {
      wait(500);
      continue;
    }
    try {
      const key = keyOf();
      if (!isFresh(key)) {
        execFileSync(process.execPath, [path.join(root, 'node_modules', 'webpack-cli', 'bin', 'cli.js')], { cwd: root, stdio: 'pipe' });
        fs.writeFileSync(keyFile, key);
      }
      break;
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
  isBuilt = true;
  return folder;
}
