import type { Budget } from '../budget';
import { u16 } from '../bytes';
import { inflateRaw } from './inflate';
import type { Inflating } from './inflate';
import type { ZipEntry } from './zip-directory';

// Methods of packing: APPNOTE 4.4.5.
const METHOD_STORED = 0;
const METHOD_DEFLATED = 8;
const METHOD_BZIP2 = 12;
const METHOD_LZMA = 14;

/**
 * Unpacks an entry that is not encrypted. Ends where its data ends, not where a header says; a size that is too small is
 * not believed.
 */
export function* unpackEntry(bytes: Uint8Array, entry: ZipEntry, budget: Budget): Inflating {
  const farEnd = Math.max(entry.end, entry.farEnd);
  switch (entry.method) {
    case METHOD_STORED: {
      const end = Math.min(entry.end, bytes.length);
      const room = budget.remainingBytes;
      if (budget.unpack(end - entry.start)) return { data: bytes.subarray(entry.start, end), ended: 'complete', next: end };
      budget.unpack(room);
      return { data: bytes.subarray(entry.start, entry.start + room), ended: 'limit', next: entry.start + room };
    }
    case METHOD_DEFLATED:
      return yield* inflateRaw(bytes, entry.start, farEnd, budget, entry.declaredSize);
    case METHOD_LZMA: {
      if (budget.readers === null) break;
      // APPNOTE 5.8.8: version (2 bytes), length of the properties (2), the properties.
      const data = entry.start + 4 + u16(bytes, entry.start + 2);
      return yield* budget.readers.lzma(bytes, data, farEnd, bytes[entry.start + 4] ?? 0, entry.declaredSize, budget);
    }
    case METHOD_BZIP2:
      if (budget.readers !== null) return yield* budget.readers.bzip2(bytes, entry.start, farEnd, budget);
  }
  return { data: new Uint8Array(0), ended: 'corrupt', next: entry.start };
}

/** True when only the pane unpacks the data of such an entry. */
export function isMethodSeldom({ method }: ZipEntry): boolean {
  return method === METHOD_LZMA || method === METHOD_BZIP2;
}

/** True when the data of such an entry can be unpacked here. */
export function isMethodKnown(entry: ZipEntry, { readers }: Budget): boolean {
  return entry.method === METHOD_STORED || entry.method === METHOD_DEFLATED || (readers !== null && isMethodSeldom(entry));
}
