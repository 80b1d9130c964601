import type { Budget } from '../budget';
import type { Unpacked, Unpacking } from './filters';
import { hexDigit } from '../bytes';
import { isSpace } from './lexer';

// LZW and run lengths: what PDF writers used before Flate (ISO 32000-1, 7.4.4 and 7.4.5).

const CHUNK = 1 << 16;
const PAUSE_INTERVAL = 1 << 20;

/** A growing output that asks the budget for each chunk. */
interface Output {
  /** Room for `count` more bytes, or false. */
  reserve(count: number): boolean;
  data: Uint8Array;
  length: number;
}

function makeOutput(budget: Budget): Output {
  let granted = 0;
  const output: Output = {
    data: new Uint8Array(CHUNK),
    length: 0,
    reserve(count) {
      if (output.length + count > granted) {
        if (budget.isOutOfTime() || !budget.unpack(CHUNK)) return false;
        granted += CHUNK;
      }
      if (output.length + count > output.data.length) {
        const larger = new Uint8Array(output.data.length * 2);
        larger.set(output.data);
        output.data = larger;
      }
      return true;
    },
  };
  return output;
}

export function* unpackRunLength(data: Uint8Array, budget: Budget): Unpacking {
  const output = makeOutput(budget);
  let nextPause = PAUSE_INTERVAL;
  let position = 0;
  while (position < data.length) {
    const control = data[position]!;
    position += 1;
    if (control === 128) break;
    const count = control < 128 ? Math.min(control + 1, data.length - position) : 257 - control;
    if (!output.reserve(count)) return { data: output.data.subarray(0, output.length), ended: 'cut' };
    if (control < 128) {
      output.data.set(data.subarray(position, position + count), output.length);
      position += count;
    } else {
      output.data.fill(data[position] ?? 0, output.length, output.length + count);
      position += 1;
    }
    output.length += count;
    if (output.length < nextPause) continue;
    nextPause += PAUSE_INTERVAL;
    yield;
  }
  return { data: output.data.subarray(0, output.length), ended: 'complete' };
}

const LZW_CLEAR = 256;
const LZW_END = 257;

export function* unpackLzw(data: Uint8Array, earlyChange: number, budget: Budget): Unpacking {
  const output = makeOutput(budget);
  // Each code stands for a run that has been put out before: where it begins, and how long it is.
  const starts = new Int32Array(4097);
  const lengths = new Uint16Array(4097);
  let nextCode = 258;
  let width = 9;
  let bits = 0;
  let bitCount = 0;
  let previousStart = -1;
  let previousLength = 0;
  let nextPause = PAUSE_INTERVAL;
  for (let position = 0; position < data.length; ) {
    while (bitCount < width && position < data.length) {
      bits = ((bits << 8) | data[position]!) & 0xffffff;
      bitCount += 8;
      position += 1;
    }
    if (bitCount < width) break;
    const code = (bits >> (bitCount - width)) & ((1 << width) - 1);
    bitCount -= width;
    if (code === LZW_END) break;
    if (code === LZW_CLEAR) {
      nextCode = 258;
      width = 9;
      previousStart = -1;
      continue;
    }
    const isNew = code >= nextCode;
    if (isNew && (previousStart === -1 || code > nextCode)) return { data: output.data.subarray(0, output.length), ended: 'damaged' };
    const length = code < 256 ? 1 : isNew ? previousLength + 1 : lengths[code]!;
    if (!output.reserve(length)) return { data: output.data.subarray(0, output.length), ended: 'cut' };
    const start = output.length;
    if (code < 256) output.data[start] = code;
    else {
      const from = isNew ? previousStart : starts[code]!;
      for (let index = 0; index < length; index += 1) output.data[start + index] = output.data[from + index]!;
    }
    output.length += length;
    if (previousStart !== -1 && nextCode < 4096) {
      // The run before and the first byte of this one lie side by side in the output.
      starts[nextCode] = previousStart;
      lengths[nextCode] = previousLength + 1;
      nextCode += 1;
      if (nextCode + earlyChange >= 1 << width && width < 12) width += 1;
    }
    previousStart = start;
    previousLength = length;
    if (output.length < nextPause) continue;
    nextPause += PAUSE_INTERVAL;
    yield;
  }
  return { data: output.data.subarray(0, output.length), ended: 'complete' };
}

/** Undoes ASCIIHexDecode. */
export function unpackAsciiHex(data: Uint8Array, budget: Budget): Unpacked {
  return budget.unpack(data.length >> 1) ? { data: decodeAsciiHex(data), ended: 'complete' } : { data: new Uint8Array(0), ended: 'cut' };
}

function decodeAsciiHex(data: Uint8Array): Uint8Array {
  const output = new Uint8Array((data.length + 1) >> 1);
  let digits = 0;
  for (const byte of data) {
    if (byte === 62) break;
    const digit = isSpace(byte) ? -1 : hexDigit(byte);
    if (digit === -1) continue;
    output[digits >> 1] = output[digits >> 1]! | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  return output.subarray(0, (digits + 1) >> 1);
}
