import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { allReaders } from '../../inspectors/all-readers';
import { replayShard } from '../../replay';
import type { Policies, Result, Shard } from '../../replay';
import { opener } from './stores';

/** Everything a thread or another process needs to know to do a shard. */
export interface Work {
  readonly folder: string;
  readonly policies: Policies;
  /** The version of Heed: another one may find other things. */
  readonly version: string;
}

/** Does shards one after the other. */
export interface ShardWorker {
  run(shard: Shard): Promise<Result>;
  close(): Promise<void>;
}

/** A worker in this very thread. */
export function workHere({ folder, policies }: Work): ShardWorker {
  const { open, openBox, close } = opener(folder);
  return { run: (shard) => replayShard(shard, shard.of === 'files' ? open : openBox, policies, { readers: allReaders }), close };
}

/** The size and the time of a file; null when there is none. */
async function stampOf(folder: string, name: string): Promise<readonly [number, number] | null> {
  const stat = await fs.stat(path.resolve(folder, name)).catch(() => null);
  return stat === null ? null : [stat.size, stat.mtimeMs];
}

/**
 * The id of a shard of this work, with the form of a UUID: equal for the same files with their sizes and times, the same
 * policies and the same version of Heed; so that a result is only ever counted for what it was made from.
 */
export async function shardId(shard: Shard, work: Work): Promise<string> {
  const stamps = await Promise.all((shard.of === 'files' ? shard.files : [shard.file]).map((name) => stampOf(work.folder, name)));
  const hash = createHash('sha256').update(workKey(work)).update(JSON.stringify([shard, stamps])).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

const keys = new WeakMap<Policies, string>();

/** Tells the work of one version of Heed under one pair of policies from any other. */
export function workKey({ policies, version }: Pick<Work, 'policies' | 'version'>): string {
  const known = keys.get(policies);
  if (known !== undefined) return known;
  const key = createHash('sha256').update(JSON.stringify([version, policies])).digest('hex').slice(0, 24);
  keys.set(policies, key);
  return key;
}
