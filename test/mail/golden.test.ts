import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../src/cli/main';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');

test('each sample draft gives its golden report, and the README shows what Heed says', () => {
  expect(execFileSync(process.execPath, ['test/golden.mjs', '--check'], { cwd: root, encoding: 'utf8' })).toContain('Nothing changed.');
});

test('the sample drafts are what their script makes', () => {
  const before = fs.readdirSync(__dirname).filter((name) => name.endsWith('.eml')).map((name) => [name, fs.readFileSync(path.join(__dirname, name), 'latin1')]);
  execFileSync(process.execPath, ['test/mail/make-mail.mjs'], { cwd: root });
  for (const [name, text] of before) expect(fs.readFileSync(path.join(__dirname, name as string), 'latin1') === text).toBe(true);
});

test('the commands the README shows are commands that work', async () => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  for (const command of ['npm ci && npm start', 'npm ci && npm test']) expect(readme).toContain(`\n${command}\n`);
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line), stdin: process.stdin, folder: root };
  await run(['check', 'test/mail/sen-register-to-gmail.eml'], { packageFolder: root }, io);
  expect(readme).toContain(lines.join('\n').trimEnd());
});
