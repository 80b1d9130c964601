import { decodeText } from '../../text/decode';
import { limitReason } from '../budget';
import { join } from '../bytes';
import { inflateRaw } from './inflate';
import type { InspectionContext, Inspecting, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { DAMAGED } from '../sentences';

// RFC 1952.

const FLAG_CHECKSUM = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;
const FIRST_HEADER = 10;
const TRAILER = 8;

function isGzip(bytes: Uint8Array, at = 0): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20;
}

interface Header {
  readonly name: string | null;
  readonly comment: string | null;
  /** Where the packed data begins. */
  readonly end: number;
}

function readHeader(bytes: Uint8Array, start: number): Header {
  const flags = bytes[start + 3] ?? 0;
  let at = start + FIRST_HEADER;
  if ((flags & FLAG_EXTRA) !== 0) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8));
  const readString = (): string => {
    const from = at;
    while (at < bytes.length && bytes[at] !== 0) at += 1;
    at += 1;
    return decodeText(bytes.subarray(from, at - 1)).text;
  };
  const name = (flags & FLAG_NAME) !== 0 ? readString() : null;
  const comment = (flags & FLAG_COMMENT) !== 0 ? readString() : null;
  if ((flags & FLAG_CHECKSUM) !== 0) at += 2;
  return { name, comment, end: at };
}

/** `report.csv.gz` → `report.csv`, `backup.tgz` → `backup.tar`. */
function innerName(outer: string): string {
  if (/\.tgz$/i.test(outer)) return outer.replace(/\.tgz$/i, '.tar');
  return /\.gz$/i.test(outer) ? outer.replace(/\.gz$/i, '') : 'content';
}

function* inspectGzip(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const { budget } = context;
  let position = 0;
  let name: string | null = null;
  const parts: Uint8Array[] = [];
  // Files that were packed one after the other are one file when unpacked.
  while (isGzip(bytes, position)) {
    const header = readHeader(bytes, position);
    if (header.comment !== null) members.addText({ place: '', text: header.comment, hidden: 'comment' });
    if (name === null) name = header.name;
    const unpacked = yield* inflateRaw(bytes, header.end, bytes.length, budget);
    parts.push(unpacked.data);
    if (unpacked.ended !== 'complete') {
      members.miss(unpacked.ended === 'limit' ? limitReason(budget.hit ?? 'size') : DAMAGED);
      break;
    }
    position = unpacked.next + TRAILER;
    if (budget.isOutOfTime()) {
      members.miss(limitReason('time'));
      break;
    }
  }
  const data = join(parts);
  const shownName = name === null || name === '' ? innerName(context.name) : name;
  if (data.length > 0) yield* members.add(shownName, data);
  else members.name(shownName);
  return members.finish('gz');
}

export const gzip: Inspector = {
  sniff: (bytes) => isGzip(bytes),
  inspect: inspectGzip,
};
