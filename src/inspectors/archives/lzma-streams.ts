import type { Budget } from '../budget';
import type { Inflating } from './inflate';
import { makeDecoder } from './lzma';
import type { Decoder, Step } from './lzma';

// LZMA and LZMA2 of any length, within the budget.

/** Bytes decoded between two looks at the budget. */
const STEP = 1 << 16;

/** How much of the output may be given out. */
interface Given {
  most: number;
}

/** Decodes up to `size` bytes, a step at a time, each paid for before it is made. */
function* decodeUpTo(decoder: Decoder, size: number, budget: Budget, given: Given): Generator<void, Step | 'limit', void> {
  while (decoder.written() < size) {
    if (budget.isOutOfTime()) return 'limit';
    const before = decoder.written();
    const step = decoder.decode(Math.min(before + Math.min(STEP, budget.remainingBytes), size));
    const made = Math.min(decoder.written(), size) - before;
    const room = budget.remainingBytes;
    // A match may run a few bytes over what was left: those are not given out.
    if (!budget.unpack(made)) {
      budget.unpack(room);
      given.most = before + room;
      return 'limit';
    }
    if (made === 0 && step === 'more') {
      budget.unpack(1);
      return 'limit';
    }
    if (step !== 'more') return step;
    yield;
  }
  return 'more';
}

/**
 * Unpacks raw LZMA data in `bytes[start, end)`, whose properties byte stands apart. `size` is the declared length of the
 * output, Infinity when only an end marker ends it; what comes out never exceeds the budget.
 */
export function* unpackLzma(bytes: Uint8Array, start: number, end: number, properties: number, size: number, budget: Budget): Inflating {
  const decoder = makeDecoder(bytes);
  if (!decoder.setProperties(properties)) return { data: new Uint8Array(0), ended: 'corrupt', next: start };
  decoder.resetState();
  decoder.begin(start, Math.min(end, bytes.length));
  const given = { most: size };
  const ended = yield* decodeUpTo(decoder, size, budget, given);
  return { data: decoder.output(given.most), ended: ended === 'more' ? 'complete' : ended, next: decoder.position() };
}

/** Unpacks LZMA2 data in `bytes[start, end)`: chunks up to the one that says it is the last. */
export function* unpackLzma2(bytes: Uint8Array, start: number, end: number, budget: Budget): Inflating {
  const decoder = makeDecoder(bytes);
  const given = { most: Infinity };
  let hasProperties = false;
  const last = Math.min(end, bytes.length);
  let at = start;
  const finish = (ended: 'complete' | 'truncated' | 'limit' | 'corrupt') => ({
    data: decoder.output(given.most),
    ended,
    next: at,
  });
  for (;;) {
    if (at >= last) return finish('truncated');
    const control = bytes[at] as number;
    const sizeHigh = (control & 31) << 16;
    const size = ((bytes[at + 1] ?? 0) << 8) + (bytes[at + 2] ?? 0) + 1;
    if (control === 0) {
      at += 1;
      return finish('complete');
    }
    if (control < 0x80) {
      if (control > 2) return finish('corrupt');
      if (control === 1) decoder.resetDictionary();
      const room = Math.min(size, budget.remainingBytes, Math.max(0, last - at - 3));
      decoder.copy(at + 3, at + 3 + room);
      budget.unpack(room);
      if (room < size) {
        if (at + 3 + size > last) return finish('truncated');
        budget.unpack(size);
        return finish('limit');
      }
      at += 3 + size;
      if (budget.isOutOfTime()) return finish('limit');
      yield;
      continue;
    }
    const reset = (control >> 5) & 3;
    const packedSize = ((bytes[at + 3] ?? 0) << 8) + (bytes[at + 4] ?? 0) + 1;
    if (reset === 3) decoder.resetDictionary();
    const dataAt = at + (reset >= 2 ? 6 : 5);
    if (reset >= 2 && !decoder.setProperties(bytes[at + 5] ?? 255)) return finish('corrupt');
    hasProperties ||= reset >= 1;
    if (reset >= 1) decoder.resetState();
    if (!hasProperties) return finish('corrupt');
    decoder.begin(dataAt, Math.min(dataAt + packedSize, last));
    const target = decoder.written() + sizeHigh + size;
    const step = yield* decodeUpTo(decoder, target, budget, given);
    if (step !== 'more') return finish(step === 'complete' ? 'corrupt' : step);
    at = dataAt + packedSize;
  }
}
