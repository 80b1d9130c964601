import { promises as fs } from 'node:fs';
import path from 'node:path';

/** The version of this Heed, from the package beside it. */
export async function productVersion(packageFolder: string): Promise<string> {
  const { version } = JSON.parse(await fs.readFile(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
