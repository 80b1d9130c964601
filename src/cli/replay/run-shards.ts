import path from 'node:path';
import { addResults, emptyResult } from '../../replay';
import type { Change, Result } from '../../replay';
import { unwritable } from '../files';
import type { CommandIo } from '../io';
import { openJournal } from './journal';
import type { Journal } from './journal';
import { makeProgress } from './progress';
import { shardsUnder } from './stores';
import { startWorkers } from './threads';
import { shardId } from './work';
import type { Work } from './work';

export interface RunOptions {
  /** The file in which the work keeps its place; null keeps none. */
  readonly resume: string | null;
  readonly threads: number | null;
  /** Ends the work early when it is aborted; what is noted stays noted. */
  readonly signal: AbortSignal;
}

/** All that was found, or why not. */
export type Ran = { readonly result: Result } | { readonly problem: string };

/** The ids of all shards, to tell how much there is and what was done before. */
async function planned(names: readonly string[], work: Work): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const shard of shardsUnder(names, work.folder)) ids.add(await shardId(shard, work));
  return ids;
}

/** Does every shard of the paths once, on all processors, and adds up the results. */
export async function runShards(names: readonly string[], work: Work, options: RunOptions, io: CommandIo): Promise<Ran> {
  const ids = await planned(names, work);
  let total = emptyResult(work.policies.after !== null);
  const changed: Change[] = [];
  const add = (result: Result): void => {
    // Added up apart, because a list that grows by copying takes longer and longer.
    changed.push(...result.changed);
    total = addResults(total, { ...result, changed: [] });
  };
  const done = new Set<string>();
  const journalFile = options.resume === null ? null : path.resolve(io.folder, options.resume);
  let journal: Journal | null = null;
  try {
    if (journalFile !== null) {
      journal = await openJournal(journalFile, (id, result) => {
        if (done.has(id) || !ids.has(id)) return;
        done.add(id);
        add(result);
      });
    }
  } catch (error) {
    return { problem: `--resume: ${unwritable(options.resume ?? '', error)}. Name another file.` };
  }
  if (journalFile !== null && journal === null) return { problem: `${options.resume ?? ''} is there already and no place kept by heed replay. Name another file.` };
  if (done.size > 0) io.err(`Going on: ${done.size} of ${ids.size} parts were done before.`);

  const progress = makeProgress(io, ids.size, done.size);
  const workers = startWorkers(work, ids.size - done.size, options.threads);
  const shards = shardsUnder(names, work.folder);
  // One generator feeds all workers, so its steps must not overlap.
  let turn: Promise<unknown> = Promise.resolve();
  const next = (): ReturnType<typeof shards.next> => {
    const step = turn.then(() => shards.next());
    turn = step.catch(() => undefined);
    return step;
  };
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let step = await next(); step.done !== true && !options.signal.aborted; step = await next()) {
          const id = await shardId(step.value, work);
          if (done.has(id) || !ids.has(id)) continue;
          done.add(id);
          const result = await worker.run(step.value);
          await journal?.note(id, result);
          add(result);
          progress.add(result.before.mails);
        }
      }),
    );
  } finally {
    progress.end();
    await Promise.all(workers.map((worker) => worker.close()));
  }
  if (options.signal.aborted) {
    await journal?.close();
    return { problem: options.resume === null ? 'Stopped. Nothing was kept.' : 'Stopped. Run the same command to go on.' };
  }
  await journal?.remove();
  return { result: { ...total, changed: changed.sort((a, b) => (a.file < b.file ? -1 : 1)) } };
}
