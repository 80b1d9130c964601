import { run } from './main';

/** Where the archive's command begins: everything it reads of the package lies beside it. */
void run(process.argv.slice(2), { packageFolder: __dirname }).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(`heed: a fault of ours stopped this command: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 2;
  },
);
