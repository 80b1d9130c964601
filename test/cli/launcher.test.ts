import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const launcher = path.join('src', 'cli', 'launcher.cjs');
const HOUR = 3_600_000;

let project: string;
let cache: string;

/** A project of one source file, with our launcher and the transpiler it needs. */
beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-launcher-'));
  cache = path.join(project, 'node_modules', '.cache', 'heed');
  fs.mkdirSync(path.join(project, 'src', 'cli'), { recursive: true });
  fs.mkdirSync(path.join(project, 'node_modules'));
  fs.copyFileSync(path.join(root, launcher), path.join(project, launcher));
  fs.symlinkSync(path.join(root, 'node_modules', '@swc'), path.join(project, 'node_modules', '@swc'), 'dir');
  writeMain('first');
});
afterEach(() => fs.rmSync(project, { recursive: true }));

function writeMain(says: string): void {
  fs.writeFileSync(path.join(project, 'src', 'cli', 'main.ts'), `export async function run(): Promise<number> { console.log('{"says":"${says}"}'); return 0; }\n`);
}

function start(): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher], { cwd: project, encoding: 'utf8' });
  return { code: status, out: stdout.trim(), err: stderr.trim() };
}

/** A folder in the cache that nothing has started from for these hours. */
function other(name: string, hours: number): string {
  const folder = path.join(cache, name);
  fs.mkdirSync(folder, { recursive: true });
  const at = new Date(Date.now() - hours * HOUR);
  fs.utimesSync(folder, at, at);
  return folder;
}

const hoursSince = (folder: string): number => (Date.now() - fs.statSync(folder).mtimeMs) / HOUR;

test('the start that compiles says so on standard error alone; the next says nothing', () => {
  expect(start()).toEqual({ code: 0, out: '{"says":"first"}', err: 'heed: compiling the sources. It takes some seconds, once after each change.' });
  expect(start()).toEqual({ code: 0, out: '{"says":"first"}', err: '' });
});

test('without the packages there is one sentence', () => {
  fs.rmSync(path.join(project, 'node_modules', '@swc'));
  expect(start()).toEqual({ code: 2, out: '', err: expect.stringMatching(/^heed: @swc\/core is not installed\. Run npm ci in \S+ first\.$/) });
});

test('what another copy of the project uses, or is still making, stays; what nobody has used for a day goes', () => {
  const [used, unfinished, old] = [other('of-another-copy', 23), other('of-another-copy.4711', 0), other('of-last-week', 25)];
  start();
  expect([used, unfinished, old].map((folder) => fs.existsSync(folder))).toEqual([true, true, false]);
});

test('each start keeps what it starts from', () => {
  start();
  const own = other(fs.readdirSync(cache)[0] ?? '', 30);
  start();
  expect(hoursSince(own)).toBeLessThan(24);
  writeMain('another length');
  expect(start().out).toBe('{"says":"another length"}');
  expect(fs.existsSync(own)).toBe(true);
});

test.each([
  [['--version'], ['src', 'package.json']],
  [['detect', 'README.md'], ['src']],
  [['check', 'test/mail/ordinary.eml'], ['src', 'valibot', 'postal-mime']],
])('heed %j loads no library that another command needs', (args, wanted) => {
  const script = `
    const { load, projectRoot } = require(${JSON.stringify(path.join(root, launcher))});
    load('cli/main').run(${JSON.stringify(args)}, { packageFolder: projectRoot }, { out() {}, err() {}, stdin: process.stdin, folder: projectRoot }).then(() => {
      const packages = Object.keys(require.cache).map((file) => /node_modules[/\\\\](?!\\.cache)((?:@[^/\\\\]+[/\\\\])?[^/\\\\]+)/.exec(file)?.[1] ?? 'src');
      console.log(JSON.stringify([...new Set(packages)]));
    });`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const loaded: readonly string[] = JSON.parse(stdout);
  expect(loaded).toContain('src');
  expect(loaded.filter((name) => !wanted.includes(name) && !name.startsWith('@swc'))).toEqual([]);
});
