import { parseArgs } from 'node:util';
import { missingAmong } from './files';
import type { CommandIo, ExitCode } from './io';
import { policyFor } from './policy-files';
import { productVersion } from './product-version';
import { runShardsTogether } from './replay/queue';
import { runShards } from './replay/run-shards';
import { REPLAY_USAGE } from './replay/usage';
import { resultLine, resultLines, unreadLines } from './replay/words';

function wholeNumber(text: string | undefined, otherwise: number | null): number | null {
  return text === undefined ? otherwise : /^[1-9]\d{0,4}$/.test(text) ? Number(text) : NaN;
}

/** Ctrl-C ends the work, and what was noted stays. A second one ends the process. */
function untilInterrupted(): { readonly signal: AbortSignal; off(): void } {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: controller.signal,
    off: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

export async function replayCommand(args: readonly string[], packageFolder: string, io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      policy: { type: 'string' },
      against: { type: 'string' },
      academy: { type: 'string' },
      resume: { type: 'string' },
      threads: { type: 'string' },
      queue: { type: 'string' },
      lease: { type: 'string' },
      forget: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [threads, lease] = [wholeNumber(values.threads, null), wholeNumber(values.lease, 300)];
  if (positionals.length === 0 || Number.isNaN(threads) || Number.isNaN(lease) || lease === null) {
    io.err(positionals.length === 0 ? `heed replay needs a folder, an mbox or a zip.\n\n${REPLAY_USAGE}` : '--threads and --lease are whole numbers from 1 up.');
    return 2;
  }
  if (values.queue !== undefined && values.resume !== undefined) {
    io.err('--queue keeps the place in the database by itself. Leave --resume out.');
    return 2;
  }
  if (values.queue !== undefined && !/^postgres(?:ql)?:\/\//.test(values.queue)) {
    io.err(`--queue: “${values.queue}” is not the address of a PostgreSQL database. Write it like postgres://name@host/database.`);
    return 2;
  }
  if (values.queue === undefined && (values.lease !== undefined || values.forget === true)) {
    io.err(`${values.lease === undefined ? '--forget' : '--lease'} goes with --queue alone. Write the database there, or leave it out.`);
    return 2;
  }
  const missing = await missingAmong(positionals, io.folder);
  if (missing.length > 0) {
    missing.forEach((name) => io.err(`${name}: nothing was replayed, because there is no such file or folder.`));
    return 2;
  }
  const before = await policyFor(values.policy ?? 'laat', values.academy ?? null, io, 'replayed');
  const after = values.against === undefined ? null : await policyFor(values.against, values.academy ?? null, io, 'replayed');
  if (before === null || (values.against !== undefined && after === null)) return 2;

  const work = { folder: io.folder, policies: { before, after }, version: await productVersion(packageFolder) };
  const interruption = untilInterrupted();
  const options = { resume: values.resume ?? null, threads, signal: interruption.signal };
  const ran =
    values.queue === undefined
      ? await runShards(positionals, work, options, io)
      : await runShardsTogether(positionals, work, { ...options, queue: values.queue, lease, forgets: values.forget === true }, io);
  interruption.off();
  if ('problem' in ran) {
    io.err(ran.problem);
    return 2;
  }
  const { result } = ran;
  if (values.json === true) {
    io.out(JSON.stringify(resultLine(result)));
    unreadLines(result).forEach((line) => io.err(line));
  }
  else resultLines(result, { before: values.policy ?? 'laat', after: values.against ?? null }).forEach((line) => io.out(line));
  if (result.before.mails > 0) return 0;
  io.err(`No mails were counted in ${positionals.join(', ')}.`);
  return 2;
}
