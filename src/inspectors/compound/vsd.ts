import type { Budget } from '../budget';
import { u16, u32 } from '../bytes';
import type { InspectionContext } from '../inspector';
import { LOOSE } from '../further';
import { readLooseText } from '../text/loose-text';
import type { Members } from '../members';

// Visio before 2013. Microsoft has not published the format; the facts are those of the libvisio project.

const FIRST_POINTER = 0x24;
/** From this version on pointers are longer, and every list of them says where it is. */
const VERSION_2000 = 6;
/** Before, the list's place depends on the kind of part it is in; these are the exceptions. */
const LIST_PLACES: { readonly [kind: number]: number | undefined } = {
  0x14: 0x82,
  0x15: 0x42,
  0x18: 0x2e,
  0x1a: 0x12,
  0x1d: 0x1e,
  0x1e: 0x36,
};
const COMPRESSED = 2;
/** The upper half of a format that says that what is pointed at points on. */
const HAS_POINTERS = 5;
const WINDOW = 4096;

/**
 * Goes through a packed part, in which every ninth byte says of the eight pieces after it whether they are a byte as it is
 * or a reference into the last 4,096, and unpacks it into `output`, if there is one; returns how long it is unpacked.
 */
function unpack(bytes: Uint8Array, output: Uint8Array | null): number {
  let to = 0;
  let at = 0;
  for (let control = 1; at < bytes.length; control >>= 1) {
    if (control === 1) {
      control = bytes[at]! | 0x100;
      at += 1;
    }
    if ((control & 1) === 1) {
      if (output !== null) output[to] = bytes[at]!;
      to += 1;
      at += 1;
      continue;
    }
    // The reference is a place in a ring of which the first 18 bytes are written last.
    const place = (bytes[at]! | ((bytes[at + 1]! & 0xf0) << 4)) + 18;
    const distance = (to - place) & (WINDOW - 1) || WINDOW;
    const end = to + (bytes[at + 1]! & 15) + 3;
    if (output !== null) for (let i = to; i < end; i += 1) output[i] = output[i - distance] ?? 0;
    to = end;
    at += 2;
  }
  return to;
}

interface Pointer {
  readonly kind: number;
  readonly offset: number;
  readonly length: number;
  readonly format: number;
}

function readPointer(bytes: Uint8Array, at: number, isOld: boolean): Pointer {
  return {
    kind: isOld ? bytes[at]! : u32(bytes, at),
    offset: u32(bytes, at + 8),
    length: u32(bytes, at + 12),
    format: isOld ? bytes[at + 2]! : u16(bytes, at + 16),
  };
}

/** The pointers in a part that has some; `start` is where the part proper begins. */
function readPointers(part: Uint8Array, start: number, kind: number, isOld: boolean): Pointer[] {
  const place = isOld ? start + (LIST_PLACES[kind] ?? (kind > 0x45 ? 0x1e : 0x0a)) : start + u32(part, start) - 4;
  const first = place + (isOld ? 2 : 12);
  const size = isOld ? 16 : 18;
  const count = Math.min(isOld ? u16(part, place) : u32(part, place + 4), Math.floor((part.length - first) / size));
  const pointers: Pointer[] = [];
  for (let i = 0; i < count; i += 1) pointers.push(readPointer(part, first + i * size, isOld));
  return pointers;
}

/** What looks like text in the parts of a drawing: the stream `VisioDocument`. */
function* readDrawing(stream: Uint8Array, budget: Budget): Generator<void, string, void> {
  const isOld = stream[0x1a]! < VERSION_2000;
  const lines: string[] = [];
  const seen = new Set<number>();
  // Sound parts share no bytes.
  let allowance = stream.length;
  const pointers = [readPointer(stream, FIRST_POINTER, isOld)];
  for (let pointer = pointers.pop(); pointer !== undefined; pointer = pointers.pop()) {
    const { offset, format } = pointer;
    const packed = stream.subarray(offset, offset + pointer.length);
    if (seen.has(offset) || packed.length === 0) continue;
    seen.add(offset);
    allowance -= packed.length;
    if (allowance < 0 || budget.isOutOfTime()) break;
    const isCompressed = (format & COMPRESSED) !== 0;
    const size = isCompressed ? unpack(packed, null) : 0;
    if (!budget.unpack(size)) break;
    const part = isCompressed ? new Uint8Array(size) : packed;
    if (isCompressed) unpack(packed, part);
    const text = yield* readLooseText(part, budget);
    if (text !== '') lines.push(text);
    if (format >> 4 !== HAS_POINTERS) continue;
    for (const inner of readPointers(part, isCompressed ? 4 : 0, pointer.kind, isOld)) pointers.push(inner);
  }
  return lines.join('\n');
}

/** Reads a drawing into `members`. */
export function* readVisio({ budget }: InspectionContext, members: Members, drawing: Uint8Array): Generator<void, void, void> {
  members.addText({ place: '', text: yield* readDrawing(drawing, budget) });
  members.miss(LOOSE);
}
