import fs from 'node:fs';
import path from 'node:path';
import { loadPolicy, sayProblem } from '../../src/policy';
import { rules } from '../../src/rules';

/** Packs as they were shipped once, some with keys that have moved since. */
const folder = path.join(__dirname, 'earlier');
const files = fs.readdirSync(folder).sort();

function load(file: string, change: (text: string) => string = (text) => text) {
  return loadPolicy([{ file, text: change(fs.readFileSync(path.join(folder, file), 'utf8')) }], rules, { today: '2026-11-21' });
}

test.each(files)('%s still loads, and nothing it says is lost', (file) => {
  const { policy, problems } = load(file);
  expect(problems.map(sayProblem)).toEqual([]);
  const written = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as { rules: { [id: string]: { on: boolean; severity: object } } };
  for (const [id, { on, severity }] of Object.entries(written.rules)) expect(policy?.rules[id]).toMatchObject({ on, severity });
});

test('hosts that were an option of a rule are the organisation’s', () => {
  const shares = (file: string, change?: (text: string) => string) => load(file, change).policy?.organisation.fileShares;
  expect(shares('teal-with-file-shares.json')).toEqual(['*.sharepoint.com', 'onedrive.live.com', '1drv.ms', 'drive.google.com', 'docs.google.com']);
  const withOption = (text: string): string => text.replace(/("unapproved-file-share": \{[\s\S]*?"options": )\{\}/, '$1{ "approvedHosts": ["files.oakfield.example"] }');
  expect(shares('teal-with-file-shares.json', withOption)).toEqual(['files.oakfield.example']);
});
