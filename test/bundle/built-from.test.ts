import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WHOLE, isBuilt, keyOf, noteBuilt, partsBefore } from '../../.config/built-from.cjs';

/** `npm start` and the tests build nothing that is there, and never take for built what is not. */

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-built-from-'));
  fs.writeFileSync(path.join(folder, 'launchevent.js'), 'a');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const inFolder = (name: string): string => path.join(folder, name);

test('what was noted is there, and everything has every part', () => {
  expect(isBuilt(folder, 'key', 'taskpane')).toBe(false);
  noteBuilt(folder, 'key', 'taskpane', partsBefore(folder, 'key'));
  expect([isBuilt(folder, 'key', 'taskpane'), isBuilt(folder, 'key', 'studio'), isBuilt(folder, 'key', WHOLE), isBuilt(folder, 'other', 'taskpane')]).toEqual([true, false, false, false]);
  noteBuilt(folder, 'key', WHOLE, []);
  expect([isBuilt(folder, 'key', 'studio'), isBuilt(folder, 'key', WHOLE)]).toEqual([true, true]);
});

test('a build that does not end leaves nothing that is taken for one', () => {
  noteBuilt(folder, 'key', WHOLE, []);
  partsBefore(folder, 'key');
  expect(isBuilt(folder, 'key', WHOLE)).toBe(false);
});

test('parts of the same sources add up; those of others go', () => {
  noteBuilt(folder, 'key', 'taskpane', []);
  noteBuilt(folder, 'key', 'studio', partsBefore(folder, 'key'));
  expect([isBuilt(folder, 'key', 'taskpane'), isBuilt(folder, 'key', 'studio')]).toEqual([true, true]);
  noteBuilt(folder, 'other', 'studio', partsBefore(folder, 'other'));
  expect([isBuilt(folder, 'other', 'taskpane'), isBuilt(folder, 'other', 'studio')]).toEqual([false, true]);
});

test.each([
  ['changed', () => fs.writeFileSync(inFolder('launchevent.js'), 'signed anew')],
  ['removed', () => fs.rmSync(inFolder('launchevent.js'))],
  ['added', () => fs.writeFileSync(inFolder('policy.json'), '{}')],
])('a file that somebody %s since is no part of the build', (_what, change) => {
  noteBuilt(folder, 'key', WHOLE, []);
  change();
  expect(isBuilt(folder, 'key', WHOLE)).toBe(false);
});

test('another policy or origin is another build', () => {
  expect(keyOf('teal')).toBe(keyOf('teal'));
  expect(keyOf('teal')).not.toBe(keyOf(''));
  const before = keyOf('');
  const origin = process.env['HEED_ORIGIN'];
  process.env['HEED_ORIGIN'] = 'https://heed.laat.example';
  expect(keyOf('')).not.toBe(before);
  if (origin === undefined) delete process.env['HEED_ORIGIN'];
  else process.env['HEED_ORIGIN'] = origin;
});
