import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkCommand } from './check-command';
import { isFolder } from './files';
import type { CommandIo, ExitCode } from './io';

/** Where the sample drafts are, from the folder of the package. */
const SAMPLES = path.join('test', 'mail');

export const SAMPLES_USAGE = `heed samples
  What a sender would see for each sample draft, where the sources of Heed are.`;

/** Shows what a sender would see for each sample draft. 0 whatever is stopped, as stops are what it shows; 2 where there are no samples. */
export async function samplesCommand(args: readonly string[], packageFolder: string, io: CommandIo): Promise<ExitCode> {
  parseArgs({ args: [...args], allowPositionals: false, options: {} });
  if (!(await isFolder(path.join(packageFolder, SAMPLES)))) {
    io.err('heed samples: the sample drafts are not here. They come with the sources of Heed. Check a mail of your own: heed check FILE.eml');
    return 2;
  }
  io.out('What a sender would see on pressing Send, for each sample draft in test/mail:\n');
  await checkCommand([SAMPLES], { ...io, folder: packageFolder });
  io.out('to-the-union.eml goes to a protected correspondent alone: Heed looks at nothing in it.');
  io.out('Check a mail of your own: npx heed check FILE.eml');
  return 0;
}
