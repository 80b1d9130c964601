import type { Budget } from './budget';
import { u16 } from './bytes';
import { rc4 } from './crypto/rc4';
import { EXCEL_PASSWORD } from './default-password';
import { unlockRc4 } from './office-rc4';
import { readRecords, RECORD_HEADER } from './xls-records';

const END_OF_GLOBALS = 0x0a;
const FILE_PASS = 0x2f;
const SHEET_NAME = 0x85;

/** Records that are never enciphered ([MS-XLS] 2.2.10): BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN_RECORDS = [0x009, 0x209, 0x409, 0x809, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138];
/** RC4 begins anew, with the next key, at each of these many bytes. */
const BLOCK = 1024;
const BYTES_PER_PAUSE = 1 << 20;

/**
 * What the weakest scheme, method 1 of [MS-OFFCRYPTO] 2.3.7, makes of Excel's own password: the two numbers that stand in
 * the file, and the bytes that its text is mixed with.
 */
const MIXED_KEY = 0xb359;
const MIXED_CHECK = 0x9a0a;
const MIXED_BYTES = [0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04];

/** Whether a workbook is encrypted, and if it is with Excel's own password, the workbook in clear. */
export type XlsProtection = 'none' | 'locked' | Uint8Array;

export function* unlockXls(stream: Uint8Array, budget: Budget): Generator<void, XlsProtection, void> {
  const records = readRecords(stream);
  while (records.next() && records.id !== END_OF_GLOBALS) {
    if (records.id !== FILE_PASS) continue;
    const body = stream.subarray(records.position + RECORD_HEADER, records.end);
    // Excel 5 and 95 know one scheme; later ones say which: 0 is that same scheme, 1 is RC4.
    const isOld = body.length === 4;
    if (isOld || u16(body, 0) === 0) {
      const at = isOld ? 0 : 2;
      const isOurs = u16(body, at) === MIXED_KEY && u16(body, at + 2) === MIXED_CHECK;
      return isOurs ? yield* unmix(stream) : 'locked';
    }
    const keys = unlockRc4(body.subarray(2), EXCEL_PASSWORD);
    return keys === null ? 'locked' : yield* decipher(stream, keys, budget);
  }
  return 'none';
}

/** Calls back with the parts of records that are enciphered: neither their headers nor where a sheet begins. */
function* eachSecret(
  stream: Uint8Array,
  visit: (start: number, end: number, bodyStart: number) => void,
): Generator<void, void, void> {
  const records = readRecords(stream);
  let paused = 0;
  while (records.next()) {
    const { id, position, end } = records;
    const start = position + RECORD_HEADER;
    if (PLAIN_RECORDS.indexOf(id) === -1) visit(id === SHEET_NAME ? Math.min(end, start + 4) : start, end, start);
    if (position - paused > BYTES_PER_PAUSE) {
      paused = position;
      yield;
    }
  }
}

function* decipher(stream: Uint8Array, keys: (block: number) => Uint8Array, budget: Budget): Generator<void, Uint8Array, void> {
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
