import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const launcher = path.join('src', 'cli', 'launcher.cjs');
const joined = path.join('src', 'cli', 'joined-sources.cjs');
const HOUR = 3_600_000;

let project: string;
let cache: string;

/** A project of one source file, with our launcher and the transpiler it needs. */
beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-launcher-'));
  cache = path.join(project, 'node_modules', '.cache', 'heed');
  fs.mkdirSync(path.join(project, 'src', 'cli'), { recursive: true });
  fs.mkdirSync(path.join(project, 'node_modules'));
  for (const name of [launcher, joined]) fs.copyFileSync(path.join(root, name), path.join(project, name));
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

/** Folders that the launcher made. */
const made = (): string => path.join(cache, fs.readdirSync(cache)[0] ?? '');

test('what was compiled is kept for each command once, and taken up by the next start alone where it fits', () => {
  start();
  const [kept = ''] = fs.readdirSync(made()).filter((name) => name.endsWith('.cache'));
  expect(kept).toBe(`joined-other-${process.version}-${process.arch}.cache`);
  const file = path.join(made(), kept);
  const before = fs.statSync(file).mtimeMs;
  expect(start().out).toBe('{"says":"first"}');
  expect(fs.statSync(file).mtimeMs).toBe(before);
  fs.writeFileSync(file, 'of another engine');
  expect(start()).toEqual({ code: 0, out: '{"says":"first"}', err: '' });
  expect(fs.statSync(file).size).toBeGreaterThan('of another engine'.length);
});

test('the sources in one script find each other and JSON, each once, and know where they lie', () => {
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(project, 'src', name)), { recursive: true });
    fs.writeFileSync(path.join(project, 'src', name), text);
  };
  write('words/index.ts', "export * from './deep/count';");
  write('words/deep/count.ts', "import words from '../words.json';\nlet loads = 0;\nloads += 1;\nexport const told = (): string => `${words.hello} ${loads}`;");
  write('words/words.json', '{ "hello": "é" }');
  write('cli/later.ts', "import { told } from '../words/index';\nimport path from 'node:path';\nexport const later = (): string => `${told()} ${path.basename(__dirname)} ${path.basename(__filename)}`;");
  write('cli/main.ts', "import { told } from '../words';\nexport async function run(): Promise<number> { const { later } = await import('./later'); console.log(told(), later()); return 3; }");
  for (const err of [expect.stringContaining('compiling'), '']) expect(start()).toEqual({ code: 3, out: 'é 1 é 1 cli later.js', err });
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
