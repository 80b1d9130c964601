import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/** A tiny house with one broken edge; answers what the floor check says of it. */
function floorsOf(files: { readonly [file: string]: string }): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-floors-'));
  try {
    for (const file of Object.keys(files)) {
      fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), files[file] as string);
    }
    fs.copyFileSync(path.join(root, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
    fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    execFileSync(
      process.execPath,
      [path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', path.join(root, '.config', 'floors.cjs'), '--output-type', 'err-long'],
      { cwd: folder, encoding: 'utf8' },
    );
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const DOMAIN = 'export const one = 1;\n';

test('a house with straight stairs stands', () => {
  expect(floorsOf({ 'src/domain/index.ts': DOMAIN, 'src/engine/run.ts': "export { one } from '../domain';\n" })).toBe('');
});

test.each([
  ['the engine knows no rule', { 'src/rules/late.ts': DOMAIN, 'src/engine/run.ts': "export { one } from '../rules/late';\n" }, 'src/engine may import: domain, text. If it needs more, move the code, not the wall.'],
  ['a rule opens no file', { 'src/inspectors/archives/zip.ts': DOMAIN, 'src/rules/late.ts': "export { one } from '../inspectors/archives/zip';\n" }, 'src/rules may import: domain, text, calendar, recipients, detectors.'],
  ['a type counts as an import', { 'src/policy/load.ts': 'export type One = 1;\n', 'src/engine/run.ts': "import type { One } from '../policy/load';\nexport const one: One = 1;\n" }, 'src/engine may import'],
  ['domain imports nothing', { 'src/text/fold.ts': DOMAIN, 'src/domain/draft.ts': "export { one } from '../text/fold';\n" }, 'src/domain may import: nothing.'],
  ['no Node below the command line', { 'src/text/read.ts': "import fs from 'node:fs';\nexport const one = fs;\n" }, 'runs where there is no Node'],
  ['a package needs a decision', { 'src/text/read.ts': "import { unzipSync } from 'fflate';\nexport const one = unzipSync;\n" }, 'may use these packages: nothing'],
  ['the pieces of the pane check nothing', { 'src/check.ts': DOMAIN, 'src/ui/card.ts': "export { one } from '../check';\n" }, 'src/ui may import: domain, text, formatters.'],
  ['no app imports another', { 'src/cli/main.ts': DOMAIN, 'src/taskpane/pane.ts': "export { one } from '../cli/main';\n" }, 'src/taskpane may import'],
  ['what finds secrets takes nothing from what is told of somebody', { 'src/detectors/told/evidence.ts': DOMAIN, 'src/detectors/secrets/told.ts': "export { one } from '../told/evidence';\n" }, 'src/detectors/secrets may import of its neighbours: nothing.'],
  ['every file has a room', { 'src/utils/misc.ts': DOMAIN }, 'Every source stands in a room of the floor plan'],
  ['no circles', { 'src/text/a.ts': "import { b } from './b';\nexport const a = () => b;\n", 'src/text/b.ts': "import { a } from './a';\nexport const b = () => a;\n" }, 'import each other in a circle'],
])('%s', (_name, files, said) => {
  expect(floorsOf(files).replace(/\s+/g, ' ')).toContain(said);
});
