import { knowLetters } from '../text/single-byte';
import type { AttachmentLimits } from '../domain';
import type { FurtherReaders } from './further';

/** Which limit ended an inspection early. */
export type Limit = 'size' | 'entries' | 'depth' | 'time';

/**
 * What one draft's attachments may cost together. Every inspector asks before it takes: memory before it is allocated,
 * time before each stretch of work.
 */
export interface Budget {
  readonly maxDepth: number;
  /** Bytes that may still be unpacked. */
  readonly remainingBytes: number;
  /** Reserves bytes of unpacked output; false, and nothing reserved, when that is more than remains. */
  unpack(byteCount: number): boolean;
  /** Counts one more file inside an archive; false when there are too many. */
  enter(): boolean;
  /** True when the time is up. Costs next to nothing: it looks at the clock once in a while. */
  isOutOfTime(): boolean;
  /** Milliseconds left, by the clock as it stands: for work whose length can be foretold, such as a key derivation. */
  remainingTime(): number;
  /** The first limit that was hit; null while there is room. */
  readonly hit: Limit | null;
  /** What this runtime reads beside what every send does; null when it has nothing but that. */
  readonly readers: FurtherReaders | null;
}

export interface BudgetOptions extends AttachmentLimits {
  /** Milliseconds of work; Infinity for none. */
  readonly maxTime: number;
  /** Milliseconds from any start. */
  readonly clock: () => number;
  /** Left out where a send reads what every send does. */
  readonly readers?: FurtherReaders | null;
}

/** The limits both shipped packs use (D.4 of the catalogue). */
export const DEFAULT_LIMITS: AttachmentLimits = { maxDepth: 5, maxUnpackedMB: 25, maxEntries: 200 };

/** How many calls of `isOutOfTime` share one look at the clock. */
const CALLS_PER_LOOK = 32;

export function makeBudget(options: BudgetOptions): Budget {
  // The readers may be another script's, with a table of its own.
  if (options.readers) knowLetters(options.readers.letters);
  const deadline = options.clock() + options.maxTime;
  let remainingBytes = options.maxUnpackedMB * 1024 * 1024;
  let remainingEntries = options.maxEntries;
  let calls = 0;
  let hit: Limit | null = null;
  const stop = (limit: Limit): false => {
    if (hit === null) hit = limit;
    return false;
  };
  return {
    maxDepth: options.maxDepth,
    readers: options.readers ?? null,
    get remainingBytes() {
      return remainingBytes;
    },
    get hit() {
      return hit;
    },
    unpack(byteCount) {
      if (byteCount > remainingBytes) return stop('size');
      remainingBytes -= byteCount;
      return true;
    },
    enter() {
      if (remainingEntries <= 0) return stop('entries');
      remainingEntries -= 1;
      return true;
    },
    isOutOfTime() {
      if (hit === 'time') return true;
      calls += 1;
      if (calls % CALLS_PER_LOOK !== 0) return false;
      if (options.clock() < deadline) return false;
      stop('time');
      return true;
    },
    remainingTime() {
      return hit === 'time' ? 0 : Math.max(0, deadline - options.clock());
    },
  };
}

const REASONS: { readonly [limit in Limit]: string } = {
  size: 'It unpacks to more than the size limit, so only part of it was read.',
  entries: 'It holds more files than the limit, so only some of them were read.',
  depth: 'It holds files inside files, deeper than the limit, so the innermost were not read.',
  time: 'Reading it took too long, so only part of it was read.',
};

/** The sentence a person reads about a limit. */
export function limitReason(limit: Limit): string {
  return REASONS[limit];
}
