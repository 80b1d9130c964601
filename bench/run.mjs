/* Runs every bench of this folder, one after the other. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.mjs') && file !== 'run.mjs').sort()) {
  console.log(`── bench/${name}`);
  const { status } = spawnSync(process.execPath, [path.join(folder, name)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
