import { isUnreadable } from '../domain';
import type { Unreadable } from '../domain';
import { heldFile, mailsInMbox, storeKind } from '../mail';
import type { StoredFile } from '../mail';
import { filesInZip } from '../mail/zipped';

/**
 * A piece of the work that is done, counted and recorded as one: some files, the part of an mbox whose mails begin in a
 * range of its bytes, or a range of the files in a zip. The same files give the same shards every time.
 */
export type Shard =
  | { readonly of: 'files'; readonly files: readonly string[] }
  | { readonly of: 'mbox' | 'zip'; readonly file: string; readonly from: number; readonly to: number };

/** A stored mail, by a name that stays the same. */
export interface NamedMail {
  readonly name: string;
  readonly bytes: Uint8Array | Unreadable;
}

/** Opens a file by the name it has in a shard. */
export type OpenFile = (name: string) => Promise<StoredFile | Unreadable>;

/** How many files make a shard: a second or two of work, so that little is done again after a kill. */
export const FILES_IN_SHARD = 200;
/** Bytes of an mbox in a shard. */
export const MBOX_BYTES_IN_SHARD = 4 * 1024 * 1024;

/** The shards of a file that holds more than one mail; null for a file that is a mail itself, or cannot be opened. */
export async function shardsOfBox(name: string, file: StoredFile): Promise<readonly Shard[] | null> {
  const kind = await storeKind(file);
  if (kind === 'mail') return null;
  const entries = kind === 'zip' ? await directoryOf(file) : null;
  if (entries !== null && isUnreadable(entries)) return null;
  const [whole, step] = entries === null ? [file.size, MBOX_BYTES_IN_SHARD] : [entries.length, FILES_IN_SHARD];
  const shards: Shard[] = [];
  for (let from = 0; from < whole; from += step) shards.push({ of: kind, file: name, from, to: Math.min(whole, from + step) });
  return shards;
}

async function* mailsOfBox(name: string, file: StoredFile, from: number, to: number): AsyncGenerator<NamedMail> {
  for await (const { start, bytes } of mailsInMbox(file, from, to)) yield { name: `${name} at ${start}`, bytes };
}

const directories = new WeakMap<StoredFile, ReturnType<typeof filesInZip>>();

/** A zip's directory, read once for all of its shards. */
function directoryOf(file: StoredFile): ReturnType<typeof filesInZip> {
  const known = directories.get(file) ?? filesInZip(file);
  directories.set(file, known);
  return known;
}

async function* mailsOfZip(name: string, file: StoredFile, from: number, to: number): AsyncGenerator<NamedMail> {
  const entries = await directoryOf(file);
  if (isUnreadable(entries)) {
    yield { name, bytes: entries };
    return;
  }
  for (const entry of entries.slice(from, to)) {
    const inner = `${name} > ${entry.name}`;
    const bytes = await entry.read();
    const box = isUnreadable(bytes) ? null : heldFile(inner, bytes);
    if (box !== null && (await storeKind(box)) === 'mbox') yield* mailsOfBox(inner, box, 0, box.size);
    else yield { name: inner, bytes };
  }
}

/** The mails of a shard, one at a time. */
export async function* mailsIn(shard: Shard, open: OpenFile): AsyncGenerator<NamedMail> {
  if (shard.of === 'files') {
    for (const name of shard.files) {
      const file = await open(name);
      yield { name, bytes: isUnreadable(file) ? file : await file.read(0, file.size) };
    }
    return;
  }
  const file = await open(shard.file);
  if (isUnreadable(file)) yield { name: shard.file, bytes: file };
  else yield* (shard.of === 'mbox' ? mailsOfBox : mailsOfZip)(shard.file, file, shard.from, shard.to);
}
