import type { Budget } from '../budget';
import { inflateZlib } from '../archives/inflate';
import { EMPTY_DICTIONARY, isArray, isDictionary, resolve } from './values';
import type { Objects, PdfDictionary, PdfStream, PdfValue } from './values';

/**
 * What came out of a stream. `cut`: the budget ended it. `damaged`: the data makes no sense from some place on. `picture`:
 * it is packed as a picture, or by a filter nobody knows, and not opened. `older`: in a way that this runtime does without.
 */
export interface Unpacked {
  readonly data: Uint8Array;
  readonly ended: 'complete' | 'cut' | 'damaged' | 'picture' | 'older';
}

export type Unpacking = Generator<void, Unpacked, void>;

/** Each filter of a chain may grow its input a thousandfold, and no real file has more than three. */
const MAX_FILTERS = 6;
const NOTHING = new Uint8Array(0);

/** Deciphers and unpacks a stream through all its filters (ISO 32000-1, 7.4). */
export function* unpackStream(stream: PdfStream, objects: Objects, budget: Budget): Unpacking {
  const names = listOf(resolve(objects, stream.dictionary.get('Filter')), objects);
  const settings = listOf(resolve(objects, stream.dictionary.get('DecodeParms')), objects);
  let data = stream.bytes.subarray(stream.start, stream.end);
  if (names.length > 0 && budget.remainingBytes <= 0) return { data: NOTHING, ended: 'cut' };
  if (names.length > MAX_FILTERS) return { data: NOTHING, ended: 'picture' };
  if (stream.decipher !== null) {
    if (!budget.unpack(data.length)) return { data: NOTHING, ended: 'cut' };
    data = stream.decipher(data);
  }
  let ended: Unpacked['ended'] = 'complete';
  for (let index = 0; index < names.length; index += 1) {
    const setting = settings[index];
    const step = yield* applyFilter(names[index], data, isDictionary(setting) ? setting : EMPTY_DICTIONARY, objects, budget);
    if (step.ended === 'picture' || step.ended === 'older') return step;
    if (ended === 'complete') ended = step.ended;
    data = step.data;
  }
  return { data, ended };
}

function listOf(value: PdfValue, objects: Objects): PdfValue[] {
  if (isArray(value)) return value.slice(0, MAX_FILTERS + 1).map((item) => resolve(objects, item));
  return value === null ? [] : [value];
}

function* applyFilter(
  name: PdfValue | undefined,
  data: Uint8Array,
  setting: PdfDictionary,
  objects: Objects,
  budget: Budget,
): Unpacking {
  switch (name) {
    case 'FlateDecode': {
      const inflated = yield* inflateZlib(data, 0, data.length, budget);
      const ended = inflated.ended === 'limit' ? 'cut' : inflated.ended === 'complete' ? 'complete' : 'damaged';
      return { data: undoPrediction(inflated.data, setting, objects), ended };
    }
    case 'LZWDecode': {
      if (budget.readers === null) return { data: NOTHING, ended: 'older' };
      const unpacked = yield* budget.readers.lzw(data, resolve(objects, setting.get('EarlyChange')) === 0 ? 0 : 1, budget);
      return { data: undoPrediction(unpacked.data, setting, objects), ended: unpacked.ended };
    }
    case 'RunLengthDecode':
      return budget.readers === null ? { data: NOTHING, ended: 'older' } : yield* budget.readers.runLength(data, budget);
    case 'ASCII85Decode':
      return budget.unpack(ascii85Length(data)) ? { data: decodeAscii85(data), ended: 'complete' } : { data: NOTHING, ended: 'cut' };
    case 'ASCIIHexDecode':
      return budget.readers === null ? { data: NOTHING, ended: 'older' } : budget.readers.asciiHex(data, budget);
    default:
      return { data: NOTHING, ended: 'picture' };
  }
}

/** The most that can come out: a lone z stands for four bytes, any other five for four. */
function ascii85Length(data: Uint8Array): number {
  let short = 0;
  for (const byte of data) if (byte === 122) short += 1;
  return short * 4 + Math.ceil((data.length - short) / 5) * 4;
}

function decodeAscii85(data: Uint8Array): Uint8Array {
  const output = new Uint8Array(ascii85Length(data));
  let length = 0;
  let group = 0;
  let count = 0;
  for (const byte of data) {
    if (byte === 126) break;
    if (byte === 122 && count === 0) {
      length += 4;
      continue;
    }
    if (byte < 33 || byte > 117) continue;
    group = group * 85 + byte - 33;
    count += 1;
    if (count < 5) continue;
    output[length] = group / 0x1000000;
    output[length + 1] = group >>> 16;
    output[length + 2] = group >>> 8;
    output[length + 3] = group;
    length += 4;
    group = 0;
    count = 0;
  }
  if (count > 1) {
    for (let index = count; index < 5; index += 1) group = group * 85 + 84;
    for (let index = 0; index < count - 1; index += 1) output[length + index] = Math.floor(group / Math.pow(256, 3 - index));
    length += count - 1;
  }
  return output.subarray(0, length);
}

/** Most bytes a row may have: wider ones are in no file, and a row is memory. */
const MAX_ROW = 1 << 24;

/** Undoes PNG prediction (ISO 32000-1, 7.4.4.4). */
function undoPrediction(data: Uint8Array, setting: PdfDictionary, objects: Objects): Uint8Array {
  const settingOf = (key: string, otherwise: number): number => {
    const value = resolve(objects, setting.get(key));
    return typeof value === 'number' && value >= 1 ? Math.floor(value) : otherwise;
  };
  const predictor = settingOf('Predictor', 1);
  // That of TIFF is for pictures.
  if (predictor < 10) return data;
  const colors = settingOf('Colors', 1);
  const bits = settingOf('BitsPerComponent', 8);
  const rowBits = colors * bits * settingOf('Columns', 1);
  if (rowBits > MAX_ROW * 8) return data;
  const rowBytes = (rowBits + 7) >> 3;
  const pixelBytes = Math.max(1, (colors * bits + 7) >> 3);
  const rows = Math.ceil(data.length / (rowBytes + 1));
  const output = new Uint8Array(Math.max(0, data.length - rows));
  let from = 0;
  let to = 0;
  for (let row = 0; row < rows; row += 1) {
    const kind = data[from]!;
    const length = Math.min(rowBytes, data.length - from - 1);
    from += 1;
    for (let index = 0; index < length; index += 1) {
      const left = index >= pixelBytes ? output[to + index - pixelBytes]! : 0;
      const up = row > 0 ? output[to + index - rowBytes]! : 0;
      const upLeft = row > 0 && index >= pixelBytes ? output[to + index - rowBytes - pixelBytes]! : 0;
      output[to + index] = data[from + index]! + prediction(kind, left, up, upLeft);
    }
    from += length;
    to += length;
  }
  return output;
}

/** The PNG filters (RFC 2083, 6): none, left, up, average, Paeth. */
function prediction(kind: number, left: number, up: number, upLeft: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - upLeft;
      const toLeft = Math.abs(estimate - left);
      const toUp = Math.abs(estimate - up);
      const toUpLeft = Math.abs(estimate - upLeft);
      return toLeft <= toUp && toLeft <= toUpLeft ? left : toUp <= toUpLeft ? up : upLeft;
    }
    default:
      return 0;
  }
}
