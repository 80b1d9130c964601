import { u16 } from '../bytes';
import { EXCEL_PASSWORD } from './default-password';
import { unlockRc4 } from './office-rc4';
import type { BlockKeys } from './office-rc4';
import { RECORD_HEADER, nextRecord, readRecords } from './xls-records';

const END_OF_GLOBALS = 0x0a;
const FILE_PASS = 0x2f;

/**
 * What the weakest scheme, method 1 of [MS-OFFCRYPTO] 2.3.7, makes of Excel's own password: the two numbers that stand in
 * the file.
 */
const MIXED_KEY = 0xb359;
const MIXED_CHECK = 0x9a0a;

/** Whether a workbook is encrypted, and if it is with Excel's own password, with which keys: `mixed` is the weakest scheme. */
export type XlsProtection = 'none' | 'locked' | 'mixed' | BlockKeys;

export function unlockXls(stream: Uint8Array): XlsProtection {
  const records = readRecords(stream);
  while (nextRecord(records) && records.id !== END_OF_GLOBALS) {
    if (records.id !== FILE_PASS) continue;
    const body = stream.subarray(records.position + RECORD_HEADER, records.end);
    // Excel 5 and 95 know one scheme; later ones say which: 0 is that same scheme, 1 is RC4.
    const isOld = body.length === 4;
    if (isOld || u16(body, 0) === 0) {
      const at = isOld ? 0 : 2;
      const isOurs = u16(body, at) === MIXED_KEY && u16(body, at + 2) === MIXED_CHECK;
      return isOurs ? 'mixed' : 'locked';
    }
    return unlockRc4(body.subarray(2), EXCEL_PASSWORD) ?? 'locked';
  }
  return 'none';
}
