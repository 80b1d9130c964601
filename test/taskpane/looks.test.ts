import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { builtFolder } from '../built';

/**
 * The built pane in a real browser: light, dark, forced colours, 320 and 160 pixels wide (200 % of a pane). axe-core finds
 * nothing, no target is smaller than 24 pixels, nothing scrolls sideways, and nothing is asked for off this machine.
 */
test('the pane stands up to axe-core in every theme and at its narrowest', () => {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-pane-'));
  try {
    const script = path.resolve(__dirname, '..', '..', 'docs', 'pictures', 'make-pane.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script, '--dist', builtFolder(), '--out', out, '--all'], { encoding: 'utf8' });
    expect(`${stdout}${stderr}`.trim()).toMatch(/^\d+ scenes of the task pane, 0 problems$/);
    expect(fs.readdirSync(out).length).toBeGreaterThan(12);
  } finally {
    fs.rmSync(out, { recursive: true });
  }
}, 300_000);
