import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readChain } from '../../src/cli/policy-files';
import { shippedPacks } from '../../src/policy';

test('a folder of files as the studio saves them stands on its own trust’s pack, whatever the academies are called', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-packs-'));
  const edited = JSON.parse(shippedPacks.find(({ name }) => name === 'laat')!.text);
  edited.rules['all-staff'].options = { directRecipients: 75 };
  fs.writeFileSync(path.join(folder, 'laat.2.1f2e3d4c.json'), JSON.stringify(edited));
  for (const academy of ['ashgrove', 'oakfield']) fs.writeFileSync(path.join(folder, `${academy}.2.0a1b2c3d.json`), JSON.stringify({ extends: 'laat' }));
  const chain = await readChain(folder, process.cwd());
  expect('message' in chain ? chain : chain.map(({ file }) => file)).toEqual(['laat.2.1f2e3d4c.json', 'ashgrove.2.0a1b2c3d.json', 'oakfield.2.0a1b2c3d.json']);
  expect('message' in chain ? '' : chain[0]?.text).toBe(JSON.stringify(edited));
  fs.rmSync(folder, { recursive: true });
});
