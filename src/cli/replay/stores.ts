import { promises as fs } from 'node:fs';
import path from 'node:path';
import { unreadable } from '../../domain';
import type { Unreadable } from '../../domain';
import { heldFile } from '../../mail';
import type { StoredFile } from '../../mail';
import { FILES_IN_SHARD, shardsOfBox } from '../../replay';
import type { OpenFile, Shard } from '../../replay';
import { readBytes } from '../files';

/** Reads a file on this disk piece by piece; the handle stays open until `close`. */
async function openBox(file: string): Promise<StoredFile & { close(): Promise<void> }> {
  const handle = await fs.open(file, 'r');
  const { size } = await handle.stat();
  return {
    name: file,
    size,
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

/** Opens the files of shards by their names, relative to a folder. The last box stays open: its next shard comes soon. */
export function opener(folder: string): { readonly open: OpenFile; readonly openBox: OpenFile; close(): Promise<void> } {
  let last: (StoredFile & { close(): Promise<void> }) | null = null;
  const close = async (): Promise<void> => {
    await last?.close();
    last = null;
  };
  return {
    close,
    open: async (name) => {
      const bytes = await readBytes(path.resolve(folder, name));
      return bytes instanceof Uint8Array ? heldFile(name, bytes) : bytes;
    },
    openBox: async (name) => {
      const file = path.resolve(folder, name);
      if (last?.name === file) return last;
      await close();
      try {
        last = await openBox(file);
        return last;
      } catch (error) {
        return unreadable(`it could not be opened (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
      }
    },
  };
}

/** What a path turned out to be. */
type Found = { readonly name: string; readonly isBox: boolean };

/**
 * The mails and boxes under a path, in order of name within each folder. A folder's other files are passed over; one that may not be
 * looked into counts as a mail that could not be read.
 */
async function* filesUnder(name: string, folder: string): AsyncGenerator<Found> {
  const entries = await fs.readdir(path.resolve(folder, name), { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    yield { name, isBox: false };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const inner = path.join(name, entry.name);
    if (entry.isDirectory()) yield* filesUnder(inner, folder);
    // A .msg is no mail that is read, which is said of each.
    else if (/\.(?:eml|msg)$/i.test(entry.name)) yield { name: inner, isBox: false };
    else if (/\.(?:mbox|mbx|zip)$/i.test(entry.name)) yield { name: inner, isBox: true };
  }
}

async function* found(names: readonly string[], folder: string): AsyncGenerator<Found> {
  for (const name of names) {
    const stat = await fs.stat(path.resolve(folder, name)).catch(() => null);
    if (stat?.isDirectory() === true) yield* filesUnder(name, folder);
    else yield { name, isBox: stat !== null };
  }
}

/** The shards of the paths a command was given, one at a time and the same every time. */
export async function* shardsUnder(names: readonly string[], folder: string): AsyncGenerator<Shard> {
  const { openBox: open, close } = opener(folder);
  let files: string[] = [];
  try {
    for await (const { name, isBox } of found(names, folder)) {
      const box: StoredFile | Unreadable | null = isBox ? await open(name) : null;
      const shards = box === null || 'unreadable' in box ? null : await shardsOfBox(name, box);
      if (shards !== null) {
        yield* shards;
        continue;
      }
      files.push(name);
      if (files.length < FILES_IN_SHARD) continue;
      yield { of: 'files', files };
      files = [];
    }
  } finally {
    await close();
  }
  if (files.length > 0) yield { of: 'files', files };
}
