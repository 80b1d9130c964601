import { u16, u32 } from '../bytes';

/** A record of a PowerPoint presentation before 2007: kind, length, body ([MS-PPT] 2.3.1). */
export interface PptRecord {
  readonly kind: number;
  /** Tells records of one kind apart. */
  readonly instance: number;
  /** Its body. */
  readonly start: number;
  readonly end: number;
}

export const RECORD_HEADER = 8;
const USER_EDIT = 0x0ff5;
const PERSIST_DIRECTORY = 0x1772;
/** Holds records though it does not say so: the comments of a slide. */
const BINARY_TAG_DATA = 0x138b;

/** The record at an offset; null where there is no room for one. */
export function pptRecordAt(stream: Uint8Array, position: number, limit = stream.length): PptRecord | null {
  const start = position + RECORD_HEADER;
  if (start > limit) return null;
  const end = Math.min(limit, start + u32(stream, position + 4));
  return { kind: u16(stream, position + 2), instance: u16(stream, position) >> 4, start, end };
}

/** Calls back for every record within `[start, end)`, those that hold others before what they hold. */
export function* eachPptRecord(stream: Uint8Array, start: number, end: number): Generator<PptRecord, void, void> {
  let position = start;
  for (let record = pptRecordAt(stream, position, end); record !== null; record = pptRecordAt(stream, position, end)) {
    yield record;
    const isContainer = (stream[position]! & 15) === 15 || record.kind === BINARY_TAG_DATA;
    position = isContainer ? record.start : record.end;
  }
}

/** Where the presentation's parts are. */
export interface PptLayout {
  /** By their number; a later save's place stands for an earlier one's. */
  readonly offsets: ReadonlyMap<number, number>;
  /** The number of the part that says how the presentation is encrypted; null when the last save names none. */
  readonly cryptSession: number | null;
}

/** Follows the chain of saves back from the last one ([MS-PPT] 2.1.2). What does not fit ends it. */
export function readPptLayout(stream: Uint8Array, currentUser: Uint8Array): PptLayout {
  const offsets = new Map<number, number>();
  let cryptSession: number | null = null;
  // Sound directories share no bytes, so this ends even where saves go in a circle.
  let allowance = stream.length;
  let editAt = u32(currentUser, 16);
  for (let isLast = true; allowance > 0; isLast = false) {
    const edit = pptRecordAt(stream, editAt);
    if (edit === null || edit.kind !== USER_EDIT) break;
    if (isLast && edit.end - edit.start >= 32) cryptSession = u32(stream, edit.start + 28);
    const directory = pptRecordAt(stream, u32(stream, edit.start + 12));
    if (directory === null || directory.kind !== PERSIST_DIRECTORY) break;
    allowance -= directory.end - directory.start + 1;
    readDirectory(stream, directory, offsets);
    editAt = u32(stream, edit.start + 8);
    if (editAt === 0) break;
  }
  return { offsets, cryptSession };
}

/** Numbers that follow each other share one entry: the first of them, how many, then where each is ([MS-PPT] 2.3.5). */
function readDirectory(stream: Uint8Array, directory: PptRecord, offsets: Map<number, number>): void {
  let at = directory.start;
  while (at + 8 <= directory.end) {
    const first = u32(stream, at) & 0xfffff;
    const count = u32(stream, at) >>> 20;
    at += 4;
    for (let i = 0; i < count && at + 4 <= directory.end; i += 1, at += 4) {
      if (!offsets.has(first + i)) offsets.set(first + i, u32(stream, at));
    }
  }
}
