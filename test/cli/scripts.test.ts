import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-scripts-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function run(script: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): { readonly code: number | null; readonly err: string } {
  const { status, stderr } = spawnSync(process.execPath, [path.join('.config', script), ...args], { cwd: root, encoding: 'utf8', timeout: 20_000, env: { ...process.env, HEED_DIST: folder, ...environment } });
  return { code: status, err: stderr.trim() };
}

/** The first line that a script says, on the stream of that name; the script is ended then. */
async function firstLine(stream: 'stdout' | 'stderr', script: string, environment: Readonly<Record<string, string>>, args: readonly string[], then: (line: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
  const child = spawn(process.execPath, [path.join('.config', script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HEED_DIST: folder, TMPDIR: folder, ...environment } });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let said = '';
  await new Promise<void>((resolve) => {
    child[stream].on('data', (data) => {
      said += String(data);
      if (said.includes('\n')) resolve();
    });
    child.on('close', () => resolve());
  });
  const line = said.split('\n')[0] ?? '';
  await then(line);
  child.kill('SIGKILL');
  await ended;
  return line;
}

describe('what takes a while is said before it begins', () => {
  test('by npm run studio', async () => {
    expect(await firstLine('stderr', 'studio.cjs', { PORT: '0' }, ['--build'])).toBe('Building the studio. This takes half a minute, and longer on a busy machine.');
    const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(scripts.studio).toBe('node .config/studio.cjs --build');
  });

  test('by npm start', async () => {
    expect(await firstLine('stderr', 'start.cjs', {}, ['--once'])).toBe('Building the add-in. This takes half a minute, and longer on a busy machine.');
  });

  test('by npm run release', async () => {
    expect(await firstLine('stderr', 'release.mjs', {}, ['--out', folder])).toBe('Building the add-in, its pages and the command. This takes a minute, and several on a busy machine.');
  });
});

test('the studio has an icon for the browser that asks for one', async () => {
  fs.writeFileSync(path.join(folder, 'studio.html'), '');
  const answers: (readonly [number, string | null])[] = [];
  await firstLine('stdout', 'studio.cjs', { PORT: '0' }, [], async (line) => {
    const address = /http:\/\/\S+/.exec(line)?.[0] ?? '';
    for (const name of ['favicon.ico', 'other.ico']) {
      const { status, headers } = await fetch(`${address}${name}`);
      answers.push([status, headers.get('content-type')]);
    }
  });
  fs.rmSync(path.join(folder, 'studio.html'));
  expect(answers).toEqual([[200, 'image/png'], [404, 'text/plain; charset=utf-8']]);
});

describe('npm run studio says in a sentence', () => {
  test.each(['abc', '99999', '-1'])('that %s is no port', (port) => {
    expect(run('studio.cjs', { PORT: port })).toEqual({ code: 2, err: `PORT=${port} is no port. Set it to a number from 1 to 65535, or leave it out for 3444.` });
  });

  test('that there is nothing to serve', () => {
    expect(run('studio.cjs', {})).toEqual({ code: 2, err: 'The studio is not built yet. Run npm run build first.' });
  });

  test('that another program has the port', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as net.AddressInfo;
    fs.writeFileSync(path.join(folder, 'studio.html'), '');
    expect(run('studio.cjs', { PORT: String(port) })).toEqual({ code: 2, err: `The studio could not be served: another program has port ${port}. Set PORT to another number, such as PORT=${port + 1} npm run studio.` });
    fs.rmSync(path.join(folder, 'studio.html'));
    await new Promise((resolve) => other.close(resolve));
  });
});

describe('npm run release says in a sentence, before it builds', () => {
  test('that the archive cannot be written there', () => {
    const file = path.join(folder, 'a-file');
    fs.writeFileSync(file, '');
    expect(run('release.mjs', {}, '--out', file)).toEqual({ code: 2, err: `npm run release: --out: nothing can be written into ${file} (EEXIST). Choose another folder.` });
  });

  test('that a time is none', () => {
    expect(run('release.mjs', { SOURCE_DATE_EPOCH: 'today' }, '--out', folder)).toEqual({ code: 2, err: 'npm run release: SOURCE_DATE_EPOCH=today is no number of seconds since 1970. Write one, or leave it out.' });
  });

  test('that there is no such option', () => {
    expect(run('release.mjs', {}, '--nope')).toEqual({ code: 2, err: expect.stringMatching(/^npm run release: Unknown option '--nope'/) });
  });
});
