import type { TextSegment } from '../domain';
import { limitReason } from './budget';
import type { Budget } from './budget';
import { giveBack } from './inflate';
import type { InspectionContext } from './inspector';
import { hasInk } from './text-buffer';
import { readTokens, readXml } from './xml';
import type { XmlReader, XmlToken } from './xml';
import type { ZipDirectory, ZipEntry } from './zip-directory';
import { unpackEntry } from './zip-unpack';
import { DAMAGED, ENTITIES } from './sentences';

/** A segment of a file that knows its own path. */
export type PlacedText = Omit<TextSegment, 'path'>;

/** Where a reader puts what it reads. */
export interface TextSink {
  /** Keeps a segment, unless it is blank. */
  addText(segment: PlacedText): void;
  /** Notes what kept a reader from reading all of its part. */
  done(reader: XmlReader): void;
  /** Gives the tokens of a part to `handle`, which may return false to end early; then it is done, and a part that `open` opened is gone. */
  tokens(reader: XmlReader, handle: (token: XmlToken) => unknown): Generator<void, void, void>;
  /** Notes why some of the file was not read; the first reason is the one that is told. */
  miss(reason: string): void;
}

/** A document that is a zip of parts: what its readers share. */
export interface DocumentPackage extends TextSink {
  readonly directory: ZipDirectory;
  readonly budget: Budget;
  readonly segments: TextSegment[];
  /** The bytes of a part, by its name whatever the case; null when there is none or nothing of it can be read. */
  read(name: string): Generator<void, Uint8Array | null, void>;
  readEntry(entry: ZipEntry): Generator<void, Uint8Array | null, void>;
  /** An XML reader of a part, to be given to `tokens`. */
  open(name: string): Generator<void, XmlReader | null, void>;
  /** The same, of a part that must be there: without it the file is damaged. */
  require(name: string): Generator<void, XmlReader | null, void>;
  /** The first reason; null when all was read. */
  missed(): string | null;
}

interface Sink extends TextSink {
  readonly segments: TextSegment[];
  missed(): string | null;
}

export function makeSink(context: InspectionContext): Sink {
  const segments: TextSegment[] = [];
  let reason: string | null = null;
  function miss(because: string): void {
    if (reason === null) reason = because;
  }
  function done(reader: XmlReader): void {
    if (reader.isCut) miss(limitReason('time'));
    else if (reader.hasEntities) miss(ENTITIES);
    else if (reader.isDamaged) miss(DAMAGED);
  }
  return {
    segments,
    addText(segment) {
      if (hasInk(segment.text)) segments.push({ path: context.path, ...segment });
    },
    *tokens(reader, handle) {
      yield* readTokens(reader, handle);
      done(reader);
    },
    done,
    miss,
    missed: () => reason,
  };
}

export function openPackage(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): DocumentPackage {
  const { budget } = context;
  const sink = makeSink(context);
  const { miss } = sink;
  if (directory.isSalvaged) miss(DAMAGED);
  if (directory.hasMore) miss(limitReason('entries'));
  if (directory.hasDuplicates)
    miss('It holds two parts of one name, so only the first was read.');

  function* readEntry(entry: ZipEntry): Generator<void, Uint8Array | null, void> {
    if (budget.hit === 'size' || budget.isOutOfTime()) {
      miss(limitReason(budget.hit ?? 'time'));
      return null;
    }
    const unpacked = yield* unpackEntry(bytes, entry, budget);
    if (unpacked.ended === 'limit') miss(limitReason(budget.hit ?? 'size'));
    else if (unpacked.ended !== 'complete') miss(DAMAGED);
    return unpacked.data.length === 0 ? null : unpacked.data;
  }

  function* read(name: string): Generator<void, Uint8Array | null, void> {
    const entry = directory.byName.get(name.toLowerCase());
    if (entry === undefined) return null;
    return yield* readEntry(entry);
  }

  /** The reader of the part that was opened last: nobody else has the bytes of it. */
  let opened: XmlReader | null = null;

  function* open(name: string): Generator<void, XmlReader | null, void> {
    const data = yield* read(name);
    opened = data === null ? null : readXml(data, budget);
    return opened;
  }

  return {
    ...sink,
    *tokens(reader, handle) {
      yield* sink.tokens(reader, handle);
      // A part that is not packed is a piece of the file itself.
      if (reader === opened && reader.bytes.buffer !== bytes.buffer) giveBack(reader.bytes);
    },
    directory,
    budget,
    read,
    readEntry,
    open,
    *require(name) {
      const reader = yield* open(name);
      if (reader === null) miss(DAMAGED);
      return reader;
    },
  };
}

/** `folder/part.xml` and a relative target → the part it names, without `.`, `..` and a leading slash. */
export function resolveTarget(part: string, target: string): string {
  const base = target.charAt(0) === '/' ? '' : part.slice(0, Math.max(0, part.lastIndexOf('/')));
  const path = base === '' ? target : `${base}/${target}`;
  if (!/(^|\/)(\.|\/|$)/.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
