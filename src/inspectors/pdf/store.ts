import type { Budget } from '../budget';
import { countBefore, findBytes, hasBytes } from '../bytes';
import type { FurtherReaders } from '../further';
import { unpackStream } from './filters';
import type { Unpacked, Unpacking } from './filters';
import { isSpace, makeLexer, nextNumber, readToken, readValue } from './lexer';
import type { Lexer } from './lexer';
import { isDictionary, isReference, isStream, numberOf, resolve } from './values';
import type { Objects, PdfDictionary, PdfValue } from './values';

/** Deciphers what belongs to one object; null where nothing is enciphered. */
export interface Ciphers {
  forStrings(number: number, generation: number): ((data: Uint8Array) => Uint8Array) | null;
  forStream(number: number, generation: number, dictionary: PdfDictionary): ((data: Uint8Array) => Uint8Array) | null;
}

/** An object as it stands in the file. */
export interface StoredObject {
  readonly number: number;
  readonly value: PdfValue;
  /** The offset after it. */
  readonly next: number;
}

/** The objects of a file, read when they are asked for. */
export interface ObjectStore extends Objects {
  readonly bytes: Uint8Array;
  /** What this runtime reads beside what every send does; null for nothing. */
  readonly readers: FurtherReaders | null;
  /** Where each object is: an offset, `packedIn()` or `FREE`. */
  readonly places: Map<number, number>;
  /** Set once the encryption is known; everything read before is forgotten. */
  setCiphers(ciphers: Ciphers | null): void;
  /** The object that stands at an offset; null when none does. */
  readAt(offset: number): StoredObject | null;
  /** The data of a stream, or nothing for anything else. */
  unpack(value: PdfValue | undefined): Unpacking;
  /** The same without a pause, for what is small by nature; at most a megabyte or two of it, or `most` bytes. */
  unpackSmall(value: PdfValue | undefined, most?: number): Unpacked;
  /** The numbers of the objects packed in an object stream. */
  packedNumbers(container: number): readonly number[];
  /** The offset of the next `endstream` from an offset on; the file's length when there is none. */
  endOfStream(from: number): number;
  /** Forgets what was read, when the places have changed. */
  forget(): void;
  /** True when an object was not where the file says it is, or could not be read whole. */
  isMisplaced: boolean;
  /** True when something was met that only those would read. */
  isForPane: boolean;
  /** True when a part could not be read. */
  isDamaged: boolean;
  /** True when a part was larger than the budget allows. */
  isCut: boolean;
}

/** The place of an object that the file says is not there. */
export const FREE = Infinity;

/** The place of an object in an object stream. */
export function packedIn(container: number): number {
  return -container - 1;
}

/** An object stream: where each object begins in its data. */
interface Container {
  readonly lexer: Lexer;
  readonly offsets: ReadonlyMap<number, number>;
}

/** Object streams, character maps and font headers: bytes unpacked without a pause. Real ones stay below 200 KB. */
const MAX_SMALL = 2 << 20;
/** How deep an object stream's length may lie in another object stream. */
const MAX_NESTED_LOADS = 8;
const NOTHING: Unpacked = { data: new Uint8Array(0), ended: 'complete' };

export function makeObjectStore(bytes: Uint8Array, budget: Budget): ObjectStore {
  const lexer = makeLexer(bytes, 0, bytes.length);
  const places = new Map<number, number>();
  const known = new Map<number, PdfValue>();
  const containers = new Map<number, Container | null>();
  const endings: number[] = [];
  let endingsSought = 0;
  let ciphers: Ciphers | null = null;
  let nested = 0;
  // Each byte is read a few times at most, even where objects are made to overlap.
  let workLeft = bytes.length * 8 + (1 << 22);

  function endOfStream(from: number): number {
    while (endingsSought < bytes.length && (endings.length === 0 || endings[endings.length - 1]! < from)) {
      const found = findBytes(bytes, 'endstream', endingsSought);
      endingsSought = found === -1 ? bytes.length : found + 9;
      if (found !== -1) endings.push(found);
    }
    return endings[countBefore(endings.length, (index) => endings[index]! < from)] ?? bytes.length;
  }

  function readAt(offset: number): StoredObject | null {
    if (workLeft < 0 || !(offset >= 0 && offset < bytes.length) || offset % 1 !== 0) return null;
    lexer.position = offset;
    const number = nextNumber(lexer);
    const generation = nextNumber(lexer);
    if (number === null || generation === null || readToken(lexer) !== 'word') return null;
    // Some writers leave out the space: `7 0 obj<<`, or even `7 0 objnull`.
    if (lexer.word.slice(0, 3) !== 'obj') return null;
    if (lexer.word.length > 3) lexer.position -= lexer.word.length - 3;
    const value = readValue(lexer, ciphers === null ? null : ciphers.forStrings(number, generation));
    const afterValue = lexer.position;
    workLeft -= afterValue - offset;
    if (!isDictionary(value) || readToken(lexer) !== 'word' || lexer.word !== 'stream') {
      return { number, value, next: afterValue };
    }
    let start = lexer.position;
    if (bytes[start] === 32) while (bytes[start] === 32) start += 1;
    if (bytes[start] === 13) start += 1;
    if (bytes[start] === 10) start += 1;
    const end = start + streamLength(value, start);
    const decipher = ciphers === null ? null : ciphers.forStream(number, generation, value);
    return { number, value: { kind: 'stream', dictionary: value, bytes, start, end, decipher }, next: end };
  }

  /** The declared length where `endstream` stands after it; else what lies before the next `endstream`. */
  function streamLength(dictionary: PdfDictionary, start: number): number {
    const declared = dictionary.get('Length');
    const length = isReference(declared) && nested >= MAX_NESTED_LOADS ? null : resolve(store, declared);
    if (typeof length === 'number' && length >= 0 && start + length <= bytes.length) {
      let position = start + length;
      while (position < start + length + 4 && isSpace(bytes[position])) position += 1;
      if (hasBytes(bytes, 'endstream', position)) return length;
    }
    return endOfStream(start) - start;
  }

  function load(number: number): PdfValue {
    const cached = known.get(number);
    if (cached !== undefined) return cached;
    // What refers to itself finds nothing.
    known.set(number, null);
    const place = places.get(number);
    if (place === undefined || place === FREE) return null;
    nested += 1;
    const value = place < 0 ? loadPacked(number, -place - 1) : loadAt(number, place);
    nested -= 1;
    known.set(number, value);
    return value;
  }

  function loadAt(number: number, offset: number): PdfValue {
    const object = readAt(offset);
    if (object !== null && object.number === number) return object.value;
    store.isMisplaced = true;
    return null;
  }

  function loadPacked(number: number, containerNumber: number): PdfValue {
    const container = nested > MAX_NESTED_LOADS ? null : openContainer(containerNumber);
    if (container === null) return null;
    const offset = container.offsets.get(number);
    if (offset === undefined || offset >= container.lexer.end || workLeft < 0) {
      store.isMisplaced = true;
      return null;
    }
    container.lexer.position = offset;
    const value = readValue(container.lexer, null);
    workLeft -= container.lexer.position - offset;
    return value;
  }

  function openContainer(number: number): Container | null {
    const cached = containers.get(number);
    if (cached !== undefined) return cached;
    containers.set(number, null);
    const place = places.get(number);
    const stream = place !== undefined && place >= 0 ? load(number) : null;
    if (!isStream(stream)) {
      store.isMisplaced = true;
      return null;
    }
    const unpacked = unpackSmall(stream);
    if (unpacked.ended === 'damaged') store.isDamaged = true;
    if (unpacked.ended === 'cut') store.isCut = true;
    if (unpacked.ended === 'older') store.isForPane = true;
    workLeft += unpacked.data.length * 2;
    const count = numberOf(store, stream.dictionary.get('N'), 0);
    const first = numberOf(store, stream.dictionary.get('First'), 0);
    const inside = makeLexer(unpacked.data, 0, unpacked.data.length);
    const offsets = new Map<number, number>();
    for (let index = 0; index < count; index += 1) {
      const packed = nextNumber(inside);
      const offset = nextNumber(inside);
      if (packed === null || offset === null) break;
      if (!offsets.has(packed)) offsets.set(packed, first + offset);
    }
    const container = { lexer: inside, offsets };
    containers.set(number, container);
    return container;
  }

  function unpackSmall(value: PdfValue | undefined, most = MAX_SMALL): Unpacked {
    const stream = resolve(store, value);
    if (!isStream(stream)) return NOTHING;
    const unpacking = unpackStream(stream, store, partOf(budget, most));
    for (;;) {
      const step = unpacking.next();
      if (step.done === true) return step.value;
    }
  }

  function forget(): void {
    known.clear();
    containers.clear();
  }

  const store: ObjectStore = {
    bytes,
    readers: budget.readers,
    places,
    setCiphers(newCiphers) {
      ciphers = newCiphers;
      forget();
    },
    readAt,
    load,
    unpack: (value) => unpackNoting(store, value, budget),
    unpackSmall,
    packedNumbers: (container) => Array.from((openContainer(container)?.offsets ?? new Map<number, number>()).keys()),
    endOfStream,
    forget,
    isForPane: false,
    isMisplaced: false,
    isDamaged: false,
    isCut: false,
  };
  return store;
}

/** Unpacks a stream, and notes what became of it. */
function* unpackNoting(store: ObjectStore, value: PdfValue | undefined, budget: Budget): Unpacking {
  const stream = resolve(store, value);
  if (!isStream(stream)) return NOTHING;
  const unpacked = yield* unpackStream(stream, store, budget);
  if (unpacked.ended === 'damaged') store.isDamaged = true;
  if (unpacked.ended === 'cut') store.isCut = true;
  return unpacked;
}

/** The same budget, of which at most `most` bytes may be taken here. */
function partOf(budget: Budget, most: number): Budget {
  let remaining = most;
  return {
    ...budget,
    get hit() {
      return budget.hit;
    },
    get remainingBytes() {
      return Math.min(remaining, budget.remainingBytes);
    },
    unpack(byteCount) {
      if (byteCount > remaining || !budget.unpack(byteCount)) return false;
      remaining -= byteCount;
      return true;
    },
  };
}
