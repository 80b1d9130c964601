import type { TextSegment } from '../domain';
import { limitReason } from './budget';
import type { Budget } from './budget';
import { giveBack } from './inflate';
import type { InspectionContext } from './inspector';
import { hasInk } from './text-buffer';
import { readStretch, readXml } from './xml';
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
  const sink: Sink = {
    segments,
    addText(segment) {
      if (hasInk(segment.text)) segments.push({ path: context.path, ...segment });
    },
    tokens: (reader, handle) => giveTokens(sink, reader, handle),
    done,
    miss,
    missed: () => reason,
  };
  return sink;
}

/** A package as its own functions know it. */
interface Opened extends DocumentPackage {
  readonly bytes: Uint8Array;
  /** The reader of the part that was opened last: nobody else has the bytes of it. */
  opened: XmlReader | null;
}

export function openPackage(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): DocumentPackage {
  const sink = makeSink(context);
  const { miss } = sink;
  if (directory.isSalvaged) miss(DAMAGED);
  if (directory.hasMore) miss(limitReason('entries'));
  if (directory.hasDuplicates)
    miss('It holds two parts of one name, so only the first was read.');
  const pack: Opened = {
    ...sink,
    tokens: (reader, handle) => giveTokens(pack, reader, handle),
    directory,
    budget: context.budget,
    bytes,
    opened: null,
    read: (name) => readEntry(pack, directory.byName.get(name.toLowerCase())),
    readEntry: (entry) => readEntry(pack, entry),
    open: (name) => openPart(pack, name),
    require: (name) => openPart(pack, name, true),
  };
  return pack;
}

// Generators stand outside of what uses them. Engines give each that is made anew a shape of its own, which lies in old memory
// and keeps alive all that the generator knows.

function* giveTokens(sink: Sink & Partial<Opened>, reader: XmlReader, handle: (token: XmlToken) => unknown): Generator<void, void, void> {
  while (!readStretch(reader, handle)) yield;
  sink.done(reader);
  // A part that is not packed is a piece of the file itself.
  if (reader === sink.opened && reader.bytes.buffer !== sink.bytes?.buffer) giveBack(reader.bytes);
}

function* readEntry({ budget, bytes, miss }: Opened, entry: ZipEntry | undefined): Generator<void, Uint8Array | null, void> {
  if (entry === undefined) return null;
  if (budget.hit === 'size' || budget.isOutOfTime()) {
    miss(limitReason(budget.hit ?? 'time'));
    return null;
  }
  const { data, ended } = yield* unpackEntry(bytes, entry, budget);
  if (ended === 'limit') miss(limitReason(budget.hit ?? 'size'));
  else if (ended !== 'complete') miss(DAMAGED);
  return data.length === 0 ? null : data;
}

function* openPart(pack: Opened, name: string, isNeeded = false): Generator<void, XmlReader | null, void> {
  const data = yield* pack.read(name);
  if (isNeeded && data === null) pack.miss(DAMAGED);
  pack.opened = data === null ? null : readXml(data, pack.budget);
  return pack.opened;
}

/** `folder/part.xml` and a relative target → the part it names, without `.`, `..` and a leading slash. */
export function resolveTarget(part: string, target: string): string {
  const path = target.charAt(0) === '/' ? target.slice(1) : part.slice(0, part.lastIndexOf('/') + 1) + target;
  if (!/(^|\/)(\.|\/|$)/.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
