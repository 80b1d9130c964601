import type { TextSegment } from '../../domain';
import { limitReason } from '../budget';
import type { Budget } from '../budget';
import { giveBack } from '../archives/inflate';
import type { InspectionContext } from '../inspector';
import { hasInk } from '../text/text-buffer';
import { readStretch, readXml } from '../text/xml';
import type { Handle, XmlReader } from '../text/xml';
import type { ZipDirectory, ZipEntry } from '../archives/zip-directory';
import { unpackEntry } from '../archives/zip-unpack';
import { DAMAGED, ENTITIES } from '../sentences';

/** A segment of a file that knows its own path. */
export type PlacedText = Omit<TextSegment, 'path'>;

/** Where a reader puts what it reads. */
export interface TextSink {
  readonly segments: TextSegment[];
  /** Why some of the file was not read: the first reason; null when all was. */
  missed: string | null;
  /** Keeps a segment, unless it is blank. */
  addText(segment: PlacedText): void;
  /** Notes why some of the file was not read. */
  miss(reason: string): void;
}

/** A document that is a zip of parts: what its readers share. */
export interface DocumentPackage extends TextSink {
  readonly directory: ZipDirectory;
  readonly budget: Budget;
  readonly bytes: Uint8Array;
}

export function makeSink({ path }: InspectionContext): TextSink {
  const sink: TextSink = {
    segments: [],
    missed: null,
    addText(segment) {
      if (hasInk(segment.text)) sink.segments.push({ path, ...segment });
    },
    miss(reason) {
      sink.missed ??= reason;
    },
  };
  return sink;
}

export function openPackage(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): DocumentPackage {
  const pack = Object.assign(makeSink(context), { directory, budget: context.budget, bytes });
  if (directory.isSalvaged) pack.miss(DAMAGED);
  if (directory.hasMore) pack.miss(limitReason('entries'));
  if (directory.hasDuplicates) pack.miss('It holds two parts of one name, so only the first was read.');
  return pack;
}

// Generators stand outside of what uses them. Engines give each that is made anew a shape of its own, which lies in old memory
// and keeps alive all that the generator knows.

/** Gives every token to `handle`, and notes what kept the reader from reading all. */
export function* readTokens<State>(sink: TextSink, reader: XmlReader, handle: Handle<State>, state?: State): Generator<void, void, void> {
  while (!readStretch(reader, handle, state)) yield;
  endReading(sink, reader);
}

/** Notes what kept a reader from reading all of its part, which is gone then. */
export function endReading({ miss }: TextSink, reader: XmlReader): void {
  if (reader.isCut) miss(limitReason('time'));
  else if (reader.hasEntities) miss(ENTITIES);
  else if (reader.isDamaged) miss(DAMAGED);
  letGo(reader);
}

/** Ends reading a part: nothing may look at it afterwards. */
export function letGo({ ownsBytes, bytes }: XmlReader): void {
  if (ownsBytes) giveBack(bytes);
}

/** The bytes of a part, whatever the case of its name; null when there is none or nothing of it can be read. */
export function readPart(pack: DocumentPackage, name: string): Generator<void, Uint8Array | null, void> {
  return readEntry(pack, pack.directory.byName.get(name.toLowerCase()));
}

export function* readEntry({ budget, bytes, miss }: DocumentPackage, entry: ZipEntry | undefined): Generator<void, Uint8Array | null, void> {
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

/** An XML reader of a part, to be given to `readTokens`; one that `isNeeded` is missing only from a damaged file. */
export function* openPart(pack: DocumentPackage, name: string, isNeeded = false): Generator<void, XmlReader | null, void> {
  const data = yield* readPart(pack, name);
  if (data !== null) return readXml(data, pack.budget, data.buffer !== pack.bytes.buffer);
  if (isNeeded) pack.miss(DAMAGED);
  return null;
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
