import { u16 } from './bytes';

/** The records of an Excel workbook before 2007, one after the other: number, length, body ([MS-XLS] 2.1.4). */
export interface Records {
  /** Moves to the next record; false at the end. */
  next(): boolean;
  readonly id: number;
  /** Where the current record itself begins; its body begins four bytes later. */
  readonly position: number;
  /** The first byte after the current record's body. */
  readonly end: number;
}

export const RECORD_HEADER = 4;

export function readRecords(stream: Uint8Array, start = 0): Records {
  let position = start;
  let end = start;
  return {
    next() {
      if (end + RECORD_HEADER > stream.length) return false;
      position = end;
      end = Math.min(stream.length, position + RECORD_HEADER + u16(stream, position + 2));
      return true;
    },
    get id() {
      return u16(stream, position);
    },
    get position() {
      return position;
    },
    get end() {
      return end;
    },
  };
}
