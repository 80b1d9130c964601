import path from 'node:path';
import { checkCommand } from './check-command';
import type { CommandIo, ExitCode } from './io';

/** Where the sample drafts are, from the folder of the package. */
const SAMPLES = path.join('test', 'mail');

export const SAMPLES_USAGE = `heed samples
  What a sender would see for each sample draft of the project.`;

/** Shows what a sender would see for each sample draft. Always 0: stops are what it shows. */
export async function samplesCommand(packageFolder: string, io: CommandIo): Promise<ExitCode> {
  io.out('What a sender would see on pressing Send, for each sample draft in test/mail:\n');
  await checkCommand([SAMPLES], { ...io, folder: packageFolder });
  io.out('to-the-union.eml goes to a protected correspondent alone: Heed looks at nothing in it.');
  io.out('Check a mail of your own: npx heed check FILE.eml');
  return 0;
}
