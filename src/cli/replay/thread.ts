/* What runs in a worker thread: shards in, results out. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Shard } from '../../replay';
import { workHere } from './work';
import type { Work } from './work';

const worker = workHere(workerData as Work);

parentPort?.on('message', (shard: Shard) => {
  worker.run(shard).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
