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

class RecordReader implements Records {
  id = 0;
  end: number;

  constructor(
    private readonly stream: Uint8Array,
    public position: number,
  ) {
    this.end = position;
  }

  next(): boolean {
    const { stream, end } = this;
    if (end + RECORD_HEADER > stream.length) return false;
    this.position = end;
    this.id = u16(stream, end);
    this.end = Math.min(stream.length, end + RECORD_HEADER + u16(stream, end + 2));
    return true;
  }
}

export function readRecords(stream: Uint8Array, start = 0): Records {
  return new RecordReader(stream, start);
}
