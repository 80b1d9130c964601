import fs from 'node:fs';
import path from 'node:path';

/** Real files and mail to measure against, beside the project and never part of it. */
export const CORPUS = path.resolve(__dirname, '..', '..', 'shared', 'corpus');
/** A test that needs a folder beside the project: where it is absent, the test is counted as not run, by name. */
export function testWith(folder: string, name: string, run: (() => Promise<void>) | (() => void), milliseconds?: number): void {
  if (fs.existsSync(folder)) test(name, run, milliseconds);
  else test.todo(`${name} (not run: ${path.basename(folder)} is not beside the project)`);
}
