import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clearLeftovers } from '../../.config/clear-leftovers.cjs';

const hash = (letter: string): string => letter.repeat(16);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-leftovers-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('what no page leads to goes, whoever built it; what another page loads stays, step by step', () => {
  const files: { readonly [name: string]: string } = {
    'taskpane.html': `<script src="taskpane.${hash('a')}.js"></script>`,
    [`taskpane.${hash('a')}.js`]: 'the pane of now',
    [`taskpane.${hash('b')}.js`]: `the pane of before, which loaded {12:"${hash('c')}"}`,
    [`12.${hash('c')}.js`]: 'a piece of the pane of before',
    'studio.html': `<script src="studio.${hash('d')}.js"></script>`,
    [`studio.${hash('d')}.js`]: `the studio, which loads {34:"${hash('e')}"}`,
    [`34.${hash('e')}.js`]: `a piece of the studio, which starts {56:"${hash('f')}"}`,
    [`studio-replay.${hash('f')}.js`]: 'its worker',
    'launchevent.js': 'no hash in its name',
    'notes.abc.js': 'somebody’s own',
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  expect(clearLeftovers(folder).sort()).toEqual([`12.${hash('c')}.js`, `taskpane.${hash('b')}.js`]);
  expect(fs.readdirSync(folder).sort()).toEqual(Object.keys(files).filter((name) => !name.includes(hash('b')) && !name.includes(hash('c'))).sort());
});
