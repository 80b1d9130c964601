import { createReadStream, promises as fs } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Result } from '../../replay';

/** Where finished shards are noted, so that a later run goes on from there. */
export interface Journal {
  /** Notes a finished shard; it is in the file when this returns. */
  note(id: string, result: Result): Promise<void>;
  close(): Promise<void>;
  /** Takes the file away: the work is done. */
  remove(): Promise<void>;
}

const FIRST_LINE = 'heed replay 1';

/** Cuts off a last line that was being written when its process ended. */
async function withoutTornEnd(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const step = 64 * 1024;
    const piece = Buffer.alloc(step);
    for (let end = size; end > 0; end -= step) {
      const from = Math.max(0, end - step);
      const { bytesRead } = await handle.read(piece, 0, end - from, from);
      const feed = piece.subarray(0, bytesRead).lastIndexOf(0x0a);
      if (feed === -1) continue;
      await handle.truncate(from + feed + 1);
      return;
    }
    await handle.truncate(0);
  } finally {
    await handle.close();
  }
}

/**
 * Opens a journal, a new one when the file is not there, and hands over each finished shard it holds. Null when the file
 * is something else, which is left as it is.
 */
export async function openJournal(file: string, onFinished: (id: string, result: Result) => void): Promise<Journal | null> {
  const isThere = (await fs.stat(file).catch(() => null)) !== null;
  if (isThere) {
    const handle = await fs.open(file, 'r');
    const start = Buffer.alloc(FIRST_LINE.length + 1);
    const { bytesRead } = await handle.read(start, 0, start.length, 0).finally(() => handle.close());
    if (!`${FIRST_LINE}\n`.startsWith(start.toString('utf8', 0, bytesRead))) return null;
    await withoutTornEnd(file);
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (line === FIRST_LINE) continue;
      const { id, result } = JSON.parse(line) as { readonly id: string; readonly result: Result };
      onFinished(id, result);
    }
  }
  const handle = await fs.open(file, 'a');
  if ((await handle.stat()).size === 0) await handle.appendFile(`${FIRST_LINE}\n`);
  return {
    note: async (id, result) => {
      await handle.appendFile(`${JSON.stringify({ id, result })}\n`);
      await handle.datasync();
    },
    close: () => handle.close(),
    remove: async () => {
      await handle.close();
      await fs.rm(file, { force: true });
    },
  };
}
