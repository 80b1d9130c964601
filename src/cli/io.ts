import type { Readable } from 'node:stream';

/** Where a command reads and writes; tests hand in their own. */
export interface CommandIo {
  out(line: string): void;
  err(line: string): void;
  readonly stdin: Readable;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** Writes over the line of progress, or clears it for null; left out where nobody looks on. */
  readonly progress?: (line: string | null) => void;
}

/** 0: the send goes. 1: it would be stopped. 2: could not check, or wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Ends the command when what it says reaches nobody: 2, as the answer is not whole. A reader that stops reading, such as `head`, is told
 * nothing; of a full disk there is one sentence.
 */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') process.stderr.write(`heed: the answer could not be written, because ${error.code === 'ENOSPC' ? 'the disk is full' : (error.code ?? error.message)}. Make room, or send it elsewhere.\n`);
  process.exit(2);
}

export function processIo(): CommandIo {
  process.stdout.on('error', endWithoutOutput);
  // Where nobody can be told, there is nothing to say.
  process.stderr.on('error', () => process.exit(2));
  return {
    out: (line) => {
      process.stdout.write(`${line}\n`);
    },
    err: (line) => {
      process.stderr.write(`${line}\n`);
    },
    stdin: process.stdin,
    folder: process.cwd(),
    ...(process.stderr.isTTY ? { progress: (line: string | null) => process.stderr.write(`\r\u001b[K${line ?? ''}`) } : {}),
  };
}

/** The worse of two exit codes: 2 beats 1 beats 0. */
export function worseCode(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
