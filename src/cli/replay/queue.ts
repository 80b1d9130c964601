import { setTimeout as wait } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { addResults, emptyResult } from '../../replay';
import type { Change, Result, Shard } from '../../replay';
import type { CommandIo } from '../io';
import { makeProgress } from './progress';
import type { Ran, RunOptions } from './run-shards';
import { shardsUnder } from './stores';
import { startWorkers } from './threads';
import { shardId, workKey } from './work';
import type { Work } from './work';

export interface QueueOptions extends RunOptions {
  /** `postgres://…`: where the processes meet. */
  readonly queue: string;
  /** Seconds after which a shard that a process took and did not finish is given to another. */
  readonly lease: number;
  /** Takes the shards and their results out of the database at the end. */
  readonly forgets: boolean;
}

const DAY = 86_400;
/** How long results stay for processes that ask later, in days; longer than any replay. */
const KEPT_DAYS = 14;
/** Shards put into the database at a time. */
const BATCH = 500;
/** Milliseconds between two looks for a shard when none is free. */
const LOOK_EVERY = 500;
/** A shard that so many processes died of is not tried again. */
const TRIES = 5;
/** Counts the shards that nobody has finished, those at work included. */
const UNFINISHED = { before: 'completed' } as const;

/** The database did not answer: no fault of ours, and what it holds stays. */
class DatabaseLost extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
}

/** What the database answers to a call; `DatabaseLost` when it does not. */
async function answered<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new DatabaseLost(messageOf(error));
  }
}

function openQueue({ queue, lease }: QueueOptions): PgBoss {
  return new PgBoss({
    connectionString: queue,
    application_name: 'heed replay',
    schema: 'heed_replay',
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.floor(lease / 3)),
    archiveCompletedAfterSeconds: KEPT_DAYS * DAY,
    archiveFailedAfterSeconds: KEPT_DAYS * DAY,
    deleteAfterDays: 1,
  });
}

/** Puts every shard into the queue; those that another process has put there stay as they are. Answers their ids. */
async function fill(boss: PgBoss, name: string, names: readonly string[], work: Work): Promise<readonly string[]> {
  const ids: string[] = [];
  let batch: PgBoss.JobInsert[] = [];
  for await (const shard of shardsUnder(names, work.folder)) {
    const id = await shardId(shard, work);
    ids.push(id);
    batch.push({ id, name, data: shard });
    if (batch.length < BATCH) continue;
    await answered(boss.insert(batch));
    batch = [];
  }
  if (batch.length > 0) await answered(boss.insert(batch));
  return ids;
}

/** Adds up the result of each shard: one a shard, whoever finished it first. A shard that was given up is made free again. */
async function collect(boss: PgBoss, name: string, ids: readonly string[], isCompared: boolean): Promise<Ran> {
  let result = emptyResult(isCompared);
  const changed: Change[] = [];
  const givenUp: Pick<PgBoss.JobWithMetadata<object>, 'id' | 'data'>[] = [];
  for (const id of ids) {
    const job = await answered(boss.getJobById(name, id));
    if (job === null) return { problem: 'Another process took results out of the database with --forget before all had them. Run the same command again.' };
    if (job.state !== 'completed') {
      givenUp.push({ id, data: job.data as object });
      continue;
    }
    const part = job.output as Result;
    changed.push(...part.changed);
    result = addResults(result, { ...part, changed: [] });
  }
  const [first, ...others] = givenUp;
  if (first === undefined) return { result: { ...result, changed: changed.sort((a, b) => (a.file < b.file ? -1 : 1)) } };
  await answered(boss.retry(name, givenUp.map(({ id }) => id)));
  const count = others.length === 0 ? 'One part was' : `${givenUp.length} parts were`;
  return { problem: `${count} given up after ${TRIES} tries: ${JSON.stringify(first.data).slice(0, 200)}. Look at those files, or give each part longer with --lease, and run the same command again.` };
}

/**
 * As `runShards`, with every process that runs the same command on the same files taking part: shards and results are kept
 * in PostgreSQL by pg-boss. A shard that a process took to its grave is given to another when its lease ends.
 */
export async function runShardsTogether(names: readonly string[], work: Work, options: QueueOptions, io: CommandIo): Promise<Ran> {
  const boss = openQueue(options);
  let fault: Error | null = null;
  boss.on('error', (error) => {
    fault = error;
  });
  try {
    await boss.start();
  } catch (error) {
    return { problem: `The database of --queue could not be opened (${messageOf(error)}). Check its address, and that it is running.` };
  }
  const name = `replay-${workKey(work)}`;
  try {
    await answered(boss.createQueue(name, { name, policy: 'standard', retryLimit: TRIES, retryDelay: 0, expireInSeconds: options.lease, retentionDays: KEPT_DAYS }));
    const ids = await fill(boss, name, names, work);
    const progress = makeProgress(io, ids.length, ids.length - (await answered(boss.getQueueSize(name, UNFINISHED))));
    const workers = startWorkers(work, ids.length, options.threads);
    try {
      await Promise.all(
        workers.map(async (worker) => {
          while (!options.signal.aborted && fault === null) {
            const [job] = await answered(boss.fetch<Shard>(name));
            if (job !== undefined) {
              const result = await worker.run(job.data);
              await answered(boss.complete(name, job.id, result));
              progress.add(result.before.mails);
            } else if ((await answered(boss.getQueueSize(name, UNFINISHED))) === 0) return;
            else await wait(LOOK_EVERY);
          }
        }),
      );
    } finally {
      progress.end();
      await Promise.all(workers.map((worker) => worker.close()));
    }
    if (options.signal.aborted) return { problem: 'Stopped. Run the same command to go on; other processes go on by themselves.' };
    if (fault !== null) throw new DatabaseLost((fault as Error).message);
    const ran = await collect(boss, name, ids, work.policies.after !== null);
    if (options.forgets) await answered(boss.deleteJob(name, [...ids]));
    return ran;
  } catch (error) {
    if (!(error instanceof DatabaseLost)) throw error;
    return { problem: `The database of --queue stopped answering (${error.message}). Nothing is lost: run the same command to go on.` };
  } finally {
    await boss.stop({ graceful: false, wait: false }).catch(() => undefined);
  }
}
