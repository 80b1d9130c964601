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

export function processIo(): CommandIo {
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
