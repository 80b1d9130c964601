import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../replay';
import { workHere } from './work';
import type { ShardWorker, Work } from './work';

const THREAD = path.join(__dirname, 'thread.js');

function threadWorker(work: Work): ShardWorker {
  const worker = new Worker(THREAD, { workerData: work });
  return {
    run: (shard) =>
      new Promise<Result>((resolve, reject) => {
        const settle = (answer: { readonly result?: Result; readonly fault?: string }): void => {
          worker.off('error', reject);
          if (answer.result === undefined) reject(new Error(answer.fault));
          else resolve(answer.result);
        };
        worker.once('message', settle);
        worker.once('error', reject);
        worker.postMessage(shard);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

/**
 * As many workers as the machine has processors, each in a thread of its own, and no more than there are shards. A single
 * one works in this thread; so it does where the sources are not on disk as JavaScript, as in a test runner.
 */
export function startWorkers(work: Work, shards: number, asked: number | null): readonly ShardWorker[] {
  const count = Math.min(asked ?? os.availableParallelism(), Math.max(1, shards));
  if (count === 1 || !fs.existsSync(THREAD)) return [workHere(work)];
  return Array.from({ length: count }, () => threadWorker(work));
}
