import { limitReason } from '../budget';
import type { Budget } from '../budget';
import { DAMAGED } from '../sentences';
import type { TextSink } from './package';
import { eachField, readVarint } from './protocol-buffer';

/** A piece of a document: what kind it is, and its protocol buffer in `data[start, end)`. */
export interface IwaMessage {
  readonly type: number;
  readonly data: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** One `.iwa` file of a document, as its objects by their numbers. */
export interface IwaFile {
  readonly name: string;
  readonly objects: ReadonlyMap<number, IwaMessage>;
}

/** Reads an `.iwa` file: chunks of one zero byte, a length of three bytes and Snappy data without its frame. */
export function* readIwaFile(data: Uint8Array, name: string, sink: TextSink, budget: Budget): Generator<void, IwaFile, void> {
  const unpacked = unpackChunks(data, budget);
  if (unpacked === null) {
    sink.miss(budget.hit === null ? DAMAGED : limitReason(budget.hit));
    return { name, objects: new Map() };
  }
  yield;
  return { name, objects: yield* readObjects(unpacked) };
}

function unpackChunks(data: Uint8Array, budget: Budget): Uint8Array | null {
  let size = 0;
  for (let at = 0; at + 4 <= data.length; at += 4 + chunkLength(data, at)) size += readVarint(data, at + 4).value;
  if (!budget.unpack(size)) return null;
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

/** Every object is a length, a description that tells its number and the type and length of its messages, and these messages. */
function* readObjects(data: Uint8Array): Generator<void, Map<number, IwaMessage>, void> {
  const objects = new Map<number, IwaMessage>();
  let at = 0;
  while (at < data.length) {
    const header = readVarint(data, at);
    const bodies: { type: number; length: number }[] = [];
    let id = 0;
    eachField(data, header.next, Math.min(data.length, header.next + header.value), (field, start, end, value) => {
      if (field === 1) id = value;
      if (field !== 2) return;
      const body = { type: 0, length: 0 };
      eachField(data, start, end, (inner, _start, _end, number) => {
        if (inner === 1) body.type = number;
        if (inner === 3) body.length = number;
      });
      bodies.push(body);
    });
    at = header.next + header.value;
    for (const { type, length } of bodies) {
      // The first message of an object is the object; others are changes to it.
      if (!objects.has(id)) objects.set(id, { type, data, start: at, end: Math.min(data.length, at + length) });
      at += length;
    }
    yield;
  }
  return objects;
}
