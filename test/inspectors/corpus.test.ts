import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { CORPUS, testWith } from '../corpus';

testWith(
  path.join(CORPUS, 'files'),
  'the inspectors are right about the real files as often as they promise',
  () => {
    const run = spawnSync(process.execPath, [path.join(__dirname, 'corpus.mjs'), '--check'], { encoding: 'utf8' });
    expect(run.stdout.split('\n').filter((line) => /^(BROKEN|THROWN|FAILED)/.test(line))).toEqual([]);
    expect(run.status).toBe(0);
    return Promise.resolve();
  },
  300000,
);
