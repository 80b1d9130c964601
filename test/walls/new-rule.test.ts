import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const script = path.join(root, 'docs', 'new-rule.mjs');
let copy: string;

beforeAll(() => {
  copy = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-new-rule-'));
  fs.cpSync(path.join(root, 'src'), path.join(copy, 'src'), { recursive: true });
  fs.cpSync(path.join(root, '.config'), path.join(copy, '.config'), { recursive: true });
  fs.copyFileSync(path.join(root, 'tsconfig.json'), path.join(copy, 'tsconfig.json'));
  fs.mkdirSync(path.join(copy, 'test', 'rules'), { recursive: true });
  fs.copyFileSync(path.join(root, 'test', 'story.ts'), path.join(copy, 'test', 'story.ts'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => {
  fs.rmSync(copy, { recursive: true });
});

const newRule = (id: string) => spawnSync(process.execPath, [script, id], { env: { ...process.env, HEED_ROOT: copy }, encoding: 'utf8' });

test('lays out a rule and its cases that compile, and lists it', () => {
  expect(newRule('late-reply').status).toBe(0);
  expect(fs.readFileSync(path.join(copy, 'src/rules/index.ts'), 'utf8')).toContain('  lateReply,\n];');
  expect(fs.existsSync(path.join(copy, 'test/rules/late-reply.cases.ts'))).toBe(true);
  execFileSync(process.execPath, [path.join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', path.join(copy, '.config/tsconfig.runtime.json')], { encoding: 'utf8' });
}, 60_000);

test.each([
  ['late', 'is not a rule id'],
  ['LateReply', 'is not a rule id'],
  ['../late-reply', 'is not a rule id'],
  ['missing-subject', 'is there already'],
])('refuses %s in words', (id, said) => {
  const { status, stderr } = newRule(id);
  expect(status).toBe(2);
  expect(stderr).toContain(said);
});
