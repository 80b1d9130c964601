import { u16 } from '../bytes';

/** Where the reading of an Excel workbook before 2007 has got to: records of a number, a length and a body ([MS-XLS] 2.1.4). */
export interface Records {
  readonly stream: Uint8Array;
  id: number;
  /** Where the current record itself begins; its body begins four bytes later. */
  position: number;
  /** The first byte after the current record's body. */
  end: number;
}

export const RECORD_HEADER = 4;

export function readRecords(stream: Uint8Array, start = 0): Records {
  return { stream, id: 0, position: start, end: start };
}

/** Moves to the next record; false at the end. */
export function nextRecord(records: Records): boolean {
  const { stream, end } = records;
  if (end + RECORD_HEADER > stream.length) return false;
  records.position = end;
  records.id = u16(stream, end);
  records.end = Math.min(stream.length, end + RECORD_HEADER + u16(stream, end + 2));
  return true;
}
