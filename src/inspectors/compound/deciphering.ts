import type { Budget } from '../budget';
import { u32, uint64At } from '../bytes';
import { rc4 } from '../crypto/rc4';
import type { BlockKeys } from './office-rc4';
import type { PieceCipher } from '../office/package-encryption';
import { RECORD_HEADER as PPT_HEADER } from './ppt-layout';
import type { PptLayout } from './ppt-layout';
import { RECORD_HEADER, nextRecord, readRecords } from './xls-records';

// Office documents that a program's own password opens, in clear.

/** The package is enciphered in pieces of this many bytes ([MS-OFFCRYPTO] 2.3.4.15). */
const PIECE = 4096;
const PIECES_PER_PAUSE = 256;

/** The stream `EncryptedPackage` in clear, as far as it goes: its length stands before it. Null when it is too large. */
export function* decipherPackage(data: Uint8Array, budget: Budget, open: PieceCipher): Generator<void, Uint8Array | null, void> {
  const size = Math.min(uint64At(data, 0), data.length);
  if (!budget.unpack(size)) return null;
  const output = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const piece = open(data.subarray(8 + at, 8 + at + PIECE), at / PIECE);
    output.set(piece.subarray(0, size - at), at);
    at += PIECE;
    if ((at / PIECE) % PIECES_PER_PAUSE === 0) {
      if (budget.remainingTime() <= 0) break;
      yield;
    }
  }
  return output.subarray(0, Math.min(at, size));
}

const FILE_PASS = 0x2f;
const SHEET_NAME = 0x85;
/** Records that are never enciphered ([MS-XLS] 2.2.10): BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN_RECORDS = [0x009, 0x209, 0x409, 0x809, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138];
/** RC4 begins anew, with the next key, at each of these many bytes. */
const BLOCK = 1024;
const BYTES_PER_PAUSE = 1 << 20;

/** The bytes that the weakest scheme, method 1 of [MS-OFFCRYPTO] 2.3.7, mixes the text with when the password is Excel's own. */
const MIXED_BYTES = [0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04];

/** Calls back with the parts of records that are enciphered: neither their headers nor where a sheet begins. */
function* eachSecret(
  stream: Uint8Array,
  visit: (start: number, end: number, bodyStart: number) => void,
): Generator<void, void, void> {
  const records = readRecords(stream);
  let paused = 0;
  while (nextRecord(records)) {
    const { id, position, end } = records;
    const start = position + RECORD_HEADER;
    if (PLAIN_RECORDS.indexOf(id) === -1) visit(id === SHEET_NAME ? Math.min(end, start + 4) : start, end, start);
    if (position - paused > BYTES_PER_PAUSE) {
      paused = position;
      yield;
    }
  }
}

function* decipherXls(stream: Uint8Array, keys: BlockKeys, budget: Budget): Generator<void, Uint8Array, void> {
  const all = new Uint8Array(stream.length);
  for (let at = 0; at < stream.length && !budget.isOutOfTime(); at += BLOCK) {
    all.set(rc4(keys(at / BLOCK), stream.subarray(at, at + BLOCK)), at);
    if (at % BYTES_PER_PAUSE === 0) yield;
  }
  const output = stream.slice();
  yield* eachSecret(stream, (start, end) => output.set(all.subarray(start, end), start));
  return output;
}

function* unmix(stream: Uint8Array): Generator<void, Uint8Array, void> {
  const output = stream.slice();
  yield* eachSecret(stream, (start, end, bodyStart) => {
    // The bytes to mix with begin at a place that depends on where the record ends.
    for (let at = start; at < end; at += 1) {
      const mixed = stream[at]! ^ MIXED_BYTES[(at + end - bodyStart) % 16]!;
      output[at] = (mixed << 3) | (mixed >> 5);
    }
  });
  return output;
}

/** A workbook in clear. */
export function* clearXls(stream: Uint8Array, keys: BlockKeys | 'mixed', budget: Budget): Generator<void, Uint8Array, void> {
  return keys === 'mixed' ? yield* unmix(stream) : yield* decipherXls(stream, keys, budget);
}

/** The presentation in clear: every part is enciphered by itself, with the key that has its number ([MS-PPT] 2.3.7). */
export function* clearPpt(stream: Uint8Array, layout: PptLayout, keys: BlockKeys): Generator<void, Uint8Array, void> {
  const output = stream.slice();
  // Sound parts share no bytes.
  let allowance = stream.length;
  for (const [number, offset] of layout.offsets) {
    if (number === layout.cryptSession || offset + PPT_HEADER > stream.length) continue;
    const key = keys(number);
    const length = PPT_HEADER + u32(rc4(key, stream.subarray(offset, offset + PPT_HEADER)), 4);
    const part = stream.subarray(offset, offset + length);
    allowance -= part.length;
    if (allowance < 0) break;
    output.set(rc4(key, part), offset);
    yield;
  }
  return output;
}
