import { spawnSync } from 'node:child_process';
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
