import type { Budget } from '../budget';
import { bigEndian, hasBytes } from '../bytes';
import { isSpace, makeLexer, nextNumber, readToken, readValue } from './lexer';
import type { Lexer } from './lexer';
import { FREE, packedIn } from './store';
import type { ObjectStore } from './store';
import { EMPTY_DICTIONARY, arrayOf, isDictionary, isReference, isStream, numberOf } from './values';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

/** What a file says about itself as a whole: the trailer that counts, empty when none could be read. */
export interface FileMap {
  readonly trailer: PdfDictionary;
  /** True when a trailer, or a cross-reference stream in its place, was found. */
  readonly hasTrailer: boolean;
}

const NO_MAP: FileMap = { trailer: EMPTY_DICTIONARY, hasTrailer: false };

/** Sections that refer to one another: each save adds one. */
const MAX_SECTIONS = 4096;
/** More objects than any file of 25 MB has; each takes memory. */
const MAX_OBJECTS = 1 << 20;
const ENTRIES_PER_PAUSE = 1 << 15;

/** Follows `startxref` and every earlier section (ISO 32000-1, 7.5.4 to 7.5.8); no trailer when that leads nowhere. */
export function* readCrossReferences(store: ObjectStore, budget: Budget): Generator<void, FileMap, void> {
  const { bytes } = store;
  const start = lastIndexOfWord(bytes, 'startxref');
  if (start === -1) return NO_MAP;
  const lexer = makeLexer(bytes, start + 9, bytes.length);
  const latest = nextNumber(lexer);
  if (latest === null) return NO_MAP;
  const offsets = [latest];
  const seen = new Set<number>();
  let newest: PdfDictionary | null = null;
  while (offsets.length > 0 && seen.size < MAX_SECTIONS && !budget.isOutOfTime()) {
    const offset = offsets.pop()!;
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section = yield* readSection(store, lexer, offset, budget);
    if (section === null) return NO_MAP;
    if (newest === null) newest = section;
    const previous = section.get('Prev');
    const hybrid = section.get('XRefStm');
    // What is last in the list is read first: a hybrid file's stream counts before what was saved earlier.
    if (typeof previous === 'number') offsets.push(previous);
    if (typeof hybrid === 'number') offsets.push(hybrid);
    yield;
  }
  return newest === null ? NO_MAP : { trailer: newest, hasTrailer: true };
}

function* readSection(store: ObjectStore, lexer: Lexer, offset: number, budget: Budget): Generator<void, PdfDictionary | null, void> {
  if (!(offset >= 0 && offset < lexer.end)) return null;
  lexer.position = Math.floor(offset);
  if (readToken(lexer) === 'word' && lexer.word === 'xref') return yield* readTable(store, lexer, budget);
  const object = store.readAt(offset);
  if (object === null || !isStream(object.value) || object.value.dictionary.get('Type') !== 'XRef') return null;
  return yield* readXrefStream(store, object.value, budget);
}

function* readTable(store: ObjectStore, lexer: Lexer, budget: Budget): Generator<void, PdfDictionary | null, void> {
  for (;;) {
    const token = readToken(lexer);
    if (token === 'word' && lexer.word === 'trailer') {
      const trailer = readValue(lexer, null);
      return isDictionary(trailer) ? trailer : null;
    }
    if (token !== 'value' || typeof lexer.value !== 'number') return null;
    const first = lexer.value;
    const count = nextNumber(lexer);
    if (count === null) return null;
    for (let index = 0; index < count; index += 1) {
      if (index % ENTRIES_PER_PAUSE === ENTRIES_PER_PAUSE - 1) {
        yield;
        if (budget.isOutOfTime()) return null;
      }
      const offset = nextNumber(lexer);
      if (offset === null || readToken(lexer) !== 'value' || readToken(lexer) !== 'word') return null;
      // Offset 0 is the header: some writers mean a free object by it.
      place(store, first + index, lexer.word === 'n' && offset > 0 ? offset : FREE);
    }
  }
}

/** Newer sections are read first, so what is known stays. */
function place(store: ObjectStore, number: number, at: number): void {
  if (!store.places.has(number) && store.places.size < MAX_OBJECTS) store.places.set(number, at);
}

function* readXrefStream(store: ObjectStore, stream: PdfStream, budget: Budget): Generator<void, PdfDictionary | null, void> {
  const { dictionary } = stream;
  const widths = arrayOf(store, dictionary.get('W'));
  const [typeWidth, placeWidth, lastWidth] = [widths[0], widths[1], widths[2]];
  if (!isWidth(typeWidth) || !isWidth(placeWidth) || !isWidth(lastWidth)) return null;
  const entryWidth = typeWidth + placeWidth + lastWidth;
  const { data, ended } = yield* store.unpack(stream);
  if (ended !== 'complete' && data.length === 0) return null;
  const index = arrayOf(store, dictionary.get('Index'));
  const ranges = index.length > 0 ? index : [0, numberOf(store, dictionary.get('Size'), 0)];
  let position = 0;
  for (let range = 0; range + 1 < ranges.length && !budget.isOutOfTime(); range += 2) {
    const first = numberOf(store, ranges[range], 0);
    const count = numberOf(store, ranges[range + 1], 0);
    for (let entry = 0; entry < count && entryWidth > 0 && position + entryWidth <= data.length; entry += 1) {
      if (store.places.size >= MAX_OBJECTS) break;
      if (entry % ENTRIES_PER_PAUSE === ENTRIES_PER_PAUSE - 1) yield;
      const type = typeWidth === 0 ? 1 : bigEndian(data, position, typeWidth);
      const at = bigEndian(data, position + typeWidth, placeWidth);
      place(store, first + entry, type === 1 ? at : type === 2 ? packedIn(at) : FREE);
      position += entryWidth;
    }
  }
  return dictionary;
}

function isWidth(value: PdfValue | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= 8 && value % 1 === 0;
}

function lastIndexOfWord(bytes: Uint8Array, word: string): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.lastIndexOf(first); at !== -1; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    if (hasBytes(bytes, word, at)) return at;
  }
  return -1;
}

/** What the search for objects found. */
export interface Recovered extends FileMap {
  /** Object streams, in the order of the file: what they hold is placed by `placePacked`, once it can be deciphered. */
  readonly containers: readonly { readonly number: number; readonly offset: number }[];
}

const PAUSE_INTERVAL = 1 << 20;

/**
 * Finds the objects of a damaged file by going through all of it. What is inside streams, strings and comments is passed
 * over: a word there is no trailer. Of objects with one number the last counts.
 */
export function* searchObjects(store: ObjectStore, budget: Budget): Generator<void, Recovered, void> {
  const { bytes } = store;
  const containers: { number: number; offset: number }[] = [];
  const trailers: PdfDictionary[] = [];
  const catalogs: number[] = [];
  const ciphers: number[] = [];
  store.places.clear();
  store.forget();
  let nextPause = PAUSE_INTERVAL;
  let position = 0;
  while (position < bytes.length) {
    const byte = bytes[position]!;
    if (position >= nextPause) {
      nextPause = position + PAUSE_INTERVAL;
      yield;
      if (budget.isOutOfTime()) break;
    }
    if (byte === 116 && hasBytes(bytes, 'trailer', position) && isAtLineStart(bytes, position)) {
      const lexer = makeLexer(bytes, position + 7, bytes.length);
      const trailer = readValue(lexer, null);
      if (isDictionary(trailer)) {
        trailers.push(trailer);
        position = lexer.position;
      } else position += 7;
      continue;
    }
    const offset = byte === 111 && hasBytes(bytes, 'obj', position) ? headerStart(bytes, position) : -1;
    const object = offset === -1 ? null : store.readAt(offset);
    if (object === null) {
      position += 1;
      continue;
    }
    position = Math.max(position + 3, object.next);
    if (store.places.size < MAX_OBJECTS) store.places.set(object.number, offset);
    const dictionary = isStream(object.value) ? object.value.dictionary : object.value;
    if (!isDictionary(dictionary)) continue;
    const type = dictionary.get('Type');
    if (type === 'XRef') trailers.push(dictionary);
    else if (type === 'ObjStm') containers.push({ number: object.number, offset });
    else if (type === 'Catalog') catalogs.push(object.number);
    else if (dictionary.has('Filter') && dictionary.has('V') && dictionary.has('O') && dictionary.has('U')) ciphers.push(object.number);
  }
  const trailer = new Map<string, PdfValue>();
  for (const found of trailers) {
    // A linearized file's second trailer has no root, and an older one may be the only one with an identifier.
    if (!isReference(found.get('Root')) && trailer.has('Root')) continue;
    for (const key of ['Root', 'Encrypt', 'ID', 'Info']) {
      const value = found.get(key);
      if (value !== undefined) trailer.set(key, value);
    }
  }
  if (!trailer.has('Root') && catalogs.length > 0) {
    trailer.set('Root', { kind: 'reference', number: catalogs[catalogs.length - 1]! });
  }
  if (trailers.length === 0 && ciphers.length > 0) {
    // The end of the file is lost, but what encrypts it is still there.
    trailer.set('Encrypt', { kind: 'reference', number: ciphers[ciphers.length - 1]! });
  }
  return { trailer, hasTrailer: trailers.length > 0, containers };
}

/** Places what lies in object streams, unless the file has a newer object of that number. */
export function* placePacked(store: ObjectStore, recovered: Recovered, budget: Budget): Generator<void, void, void> {
  for (const container of recovered.containers) {
    if (budget.isOutOfTime()) break;
    for (const number of store.packedNumbers(container.number)) {
      const known = store.places.get(number);
      if (known !== undefined && known >= 0 && known > container.offset) continue;
      if (store.places.size >= MAX_OBJECTS) break;
      store.places.set(number, packedIn(container.number));
    }
    yield;
  }
}

function isAtLineStart(bytes: Uint8Array, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && (bytes[before] === 32 || bytes[before] === 9)) before -= 1;
  if (before < 0 || bytes[before] === 10 || bytes[before] === 13) return true;
  return before >= 5 && hasBytes(bytes, 'endobj', before - 5);
}

/** Digits an object's number or generation may have. */
const MAX_DIGITS = 10;

/** Where `12 0` before the `obj` at `position` begins, or -1. */
function headerStart(bytes: Uint8Array, position: number): number {
  let at = position;
  for (let part = 0; part < 2; part += 1) {
    const gap = at;
    while (at > 0 && isSpace(bytes[at - 1])) at -= 1;
    if (at === gap && part > 0) return -1;
    const digits = at;
    while (at > 0 && digits - at < MAX_DIGITS && isDigit(bytes[at - 1]!)) at -= 1;
    if (at === digits) return -1;
  }
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
