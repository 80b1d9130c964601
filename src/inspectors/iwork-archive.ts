import { decodeUtf8 } from '../text';
import { limitReason } from './budget';
import type { Budget } from './budget';
import type { TextSink } from './package';
import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';

/** An `.iwa` file: chunks of one zero byte, a length of three bytes and Snappy data without its frame. */
export function* readIwaText(data: Uint8Array, name: string, sink: TextSink, budget: Budget): Generator<void, void, void> {
  const unpacked = unpackChunks(data, budget);
  if (unpacked === null) {
    sink.miss(budget.hit === null ? 'The file is damaged, so only what could be saved of it was read.' : limitReason(budget.hit));
    return;
  }
  yield;
  const text = makeTextBuffer();
  yield* readMessages(unpacked, text);
  const isFurniture = /stylesheet|themes?|template|metadata|viewstate|calculationengine/i.test(name);
  const part = { place: '', text: text.take() };
  sink.addText(isFurniture ? { ...part, hidden: 'document styles' } : part);
}

const LARGEST_CHUNKS = 1 << 24;

function unpackChunks(data: Uint8Array, budget: Budget): Uint8Array | null {
  let size = 0;
  for (let at = 0; at + 4 <= data.length; at += 4 + chunkLength(data, at)) size += readVarint(data, at + 4).value;
  if (size > LARGEST_CHUNKS * 4 || !budget.unpack(size)) return null;
  const out = new Uint8Array(size);
  let length = 0;
  for (let at = 0; at + 4 <= data.length; at += 4 + chunkLength(data, at)) {
    length = unpackSnappy(data, at + 4, Math.min(data.length, at + 4 + chunkLength(data, at)), out, length);
    if (length === -1) return null;
  }
  return out.subarray(0, length);
}

function chunkLength(data: Uint8Array, at: number): number {
  return (data[at + 1] ?? 0) | ((data[at + 2] ?? 0) << 8) | ((data[at + 3] ?? 0) << 16);
}

/** A number of seven bits a byte, the lowest first; exact up to 2^53. */
function readVarint(data: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  let next = at;
  for (; next < data.length && next < at + 10; next += 1) {
    const byte = data[next]!;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) break;
  }
  return { value, next: next + 1 };
}

/** Unpacks one Snappy block (github.com/google/snappy, format_description.txt) to `out` at `offset`; -1 when it is damaged. */
function unpackSnappy(data: Uint8Array, start: number, end: number, out: Uint8Array, offset: number): number {
  const stated = readVarint(data, start);
  let at = stated.next;
  let to = offset;
  const last = Math.min(out.length, offset + stated.value);
  while (at < end) {
    const tag = data[at]!;
    at += 1;
    let length: number;
    let distance: number;
    switch (tag & 3) {
      case 0: {
        length = tag >> 2;
        if (length >= 60) {
          const bytes = length - 59;
          length = 0;
          for (let index = 0; index < bytes; index += 1) length += (data[at + index] ?? 0) * 2 ** (8 * index);
          at += bytes;
        }
        length += 1;
        if (at + length > end || to + length > last) return -1;
        out.set(data.subarray(at, at + length), to);
        at += length;
        to += length;
        continue;
      }
      case 1:
        length = ((tag >> 2) & 7) + 4;
        distance = ((tag >> 5) << 8) | (data[at] ?? 0);
        at += 1;
        break;
      case 2:
        length = (tag >> 2) + 1;
        distance = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
        at += 2;
        break;
      default:
        length = (tag >> 2) + 1;
        distance = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
        at += 4;
    }
    if (distance === 0 || distance > to - offset || to + length > last) return -1;
    for (; length > 0; length -= 1, to += 1) out[to] = out[to - distance]!;
  }
  return to;
}

/** Every archive is a length, a description that tells type and length of its messages, and these messages. */
function* readMessages(data: Uint8Array, text: TextBuffer): Generator<void, void, void> {
  let at = 0;
  while (at < data.length) {
    const header = readVarint(data, at);
    const messages: { type: number; length: number }[] = [];
    eachField(data, header.next, Math.min(data.length, header.next + header.value), (field, start, end) => {
      if (field !== 2) return;
      const message = { type: 0, length: 0 };
      eachField(data, start, end, (inner, _start, _end, value) => {
        if (inner === 1) message.type = value;
        if (inner === 3) message.length = value;
      });
      messages.push(message);
    });
    at = header.next + header.value;
    for (const { type, length } of messages) {
      readMessage(data, at, Math.min(data.length, at + length), type, text);
      at += length;
    }
    yield;
  }
}

/** Message types that hold words, and the fields where they stand (as the numbers-parser project names them). */
const TEXT_STORAGE = [2001, 2005, 2022];
const TABLE_LIST = 6005;
const TABLE_MODEL = 6001;
const SHEET = 2;

function readMessage(data: Uint8Array, start: number, end: number, type: number, text: TextBuffer): void {
  const line = (from: number, to: number): void => {
    text.append(decodeUtf8(data, from, to).replace(/[\u2028\u2029\ufffc]/g, '\n'));
    text.appendUnit(10);
  };
  if (TEXT_STORAGE.indexOf(type) !== -1) eachField(data, start, end, (field, from, to) => field === 3 && to > from && line(from, to));
  else if (type === TABLE_MODEL) eachField(data, start, end, (field, from, to) => field === 8 && to > from && line(from, to));
  else if (type === SHEET) eachField(data, start, end, (field, from, to) => field === 1 && to > from && line(from, to));
  else if (type === TABLE_LIST) {
    eachField(data, start, end, (field, from, to) => {
      if (field === 3) eachField(data, from, to, (inner, first, last) => inner === 3 && last > first && line(first, last));
    });
  }
}

/** Passes each field of a protocol buffer to `visit`: `[start, end)` for bytes, `value` for numbers. */
function eachField(
  data: Uint8Array,
  from: number,
  to: number,
  visit: (field: number, start: number, end: number, value: number) => unknown,
): void {
  let at = from;
  while (at < to) {
    const key = readVarint(data, at);
    const field = Math.floor(key.value / 8);
    at = key.next;
    switch (key.value % 8) {
      case 0: {
        const number = readVarint(data, at);
        visit(field, at, at, number.value);
        at = number.next;
        break;
      }
      case 1:
        at += 8;
        break;
      case 2: {
        const length = readVarint(data, at);
        const end = Math.min(to, length.next + length.value);
        visit(field, length.next, end, 0);
        at = end;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        return;
    }
  }
}
