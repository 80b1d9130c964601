import { run } from './main';

/** Where the archive's command begins: everything it reads of the package lies beside it. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
void run(process.argv.slice(2), { packageFolder: __dirname }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`heed: a fault of ours stopped this command: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 2;
  },
);
