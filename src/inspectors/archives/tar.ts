import { decodeUtf8 } from '../../text/decode';
import { limitReason } from '../budget';
import { latin1 } from '../bytes';
import type { InspectionContext, Inspecting, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { DAMAGED } from '../sentences';

// POSIX.1-2017 pax and ustar; GNU tar for long names.

const BLOCK = 512;

/** An octal number, or the binary one that GNU tar writes when it does not fit; 0 when it is neither. */
function readNumber(bytes: Uint8Array, at: number, length: number): number {
  if ((bytes[at]! & 0x80) !== 0) {
    let value = bytes[at]! & 0x3f;
    for (let index = 1; index < length; index += 1) value = value * 256 + bytes[at + index]!;
    return value;
  }
  const digits = latin1(bytes, at, at + length)
    .replace(/^[\s\0]+/, '')
    .replace(/[\s\0].*$/, '');
  return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : 0;
}

/** The sum of a header's bytes, its own checksum read as spaces, is written in the header. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  if (at + BLOCK > bytes.length) return false;
  let sum = 0;
  let signed = 0;
  for (let index = 0; index < BLOCK; index += 1) {
    const byte = index >= 148 && index < 156 ? 32 : bytes[at + index]!;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const stated = readNumber(bytes, at + 148, 8);
  return stated > 0 && (stated === sum || stated === signed);
}

function cString(bytes: Uint8Array, at: number, length: number): string {
  let end = at;
  while (end < at + length && end < bytes.length && bytes[end] !== 0) end += 1;
  return decodeUtf8(bytes, at, end);
}

/** The records of an extended header: `27 path=folder/file.txt`. */
function readPaxPath(bytes: Uint8Array, start: number, end: number): string | null {
  let path: string | null = null;
  for (let at = start; at < end;) {
    const length = parseInt(latin1(bytes, at, Math.min(end, at + 12)), 10);
    if (!(length > 0)) return path;
    const record = decodeUtf8(bytes, at, Math.min(end, at + length))
      .replace(/^\d+ /, '')
      .replace(/\n$/, '');
    if (record.slice(0, 5) === 'path=') path = record.slice(5);
    at += length;
  }
  return path;
}

function* inspectTar(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const { budget } = context;
  let longName: string | null = null;
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    if (bytes[at] === 0 && latin1(bytes, at, at + 16) === '\0'.repeat(16)) {
      at += BLOCK;
      continue;
    }
    if (!isHeader(bytes, at)) {
      members.miss(DAMAGED);
      // The next header that makes sense, if there is one.
      do at += BLOCK;
      while (at + BLOCK <= bytes.length && !isHeader(bytes, at) && !budget.isOutOfTime());
      if (budget.hit === 'time') break;
      continue;
    }
    const size = readNumber(bytes, at + 124, 12);
    const type = String.fromCharCode(bytes[at + 156]!);
    const start = at + BLOCK;
    const end = Math.min(bytes.length, start + size);
    const prefix = latin1(bytes, at + 257, at + 262) === 'ustar' ? cString(bytes, at + 345, 155) : '';
    const shortName = cString(bytes, at, 100);
    const name: string =
      longName ?? (prefix === '' || latin1(bytes, at + 263, at + 265) === ' \0' ? shortName : `${prefix}/${shortName}`);
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x' || type === 'X') {
      longName = readPaxPath(bytes, start, end) ?? longName;
      continue;
    }
    if (type === 'L') {
      longName = cString(bytes, start, end - start);
      continue;
    }
    longName = null;
    // Links, folders and devices hold nothing; a global header speaks of all files, and none by name.
    if (type === 'g' || type === 'K') continue;
    const isFile = type === '0' || type === '\0' || type === '7' || type === 'S';
    if (!isFile || size === 0) members.name(name);
    else if (budget.hit !== null || budget.isOutOfTime()) members.addUnread(name, limitReason(budget.hit ?? 'time'));
    else {
      if (start + size > bytes.length) members.miss(`“${name}” in it is cut off.`);
      if (type === 'S') members.miss(`“${name}” in it is stored with gaps, which are left out here.`);
      yield* members.add(name, bytes.subarray(start, end));
    }
    yield;
  }
  return members.finish('tar');
}

export const tar: Inspector = {
  sniff: (bytes) => isHeader(bytes, 0),
  inspect: inspectTar,
};
