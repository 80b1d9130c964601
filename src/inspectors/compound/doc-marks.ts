import { u16, u32 } from '../bytes';

/** What a character of a Word document is, beside itself: bits, one array element for each byte of the stream. */
export const HIDDEN = 1;
export const DELETED = 2;
/** The paragraph's last character lies in a table; … and ends a row of it. */
export const IN_TABLE = 4;
export const ROW_END = 8;

const PAGE = 512;

/** Formatting commands ([MS-DOC] 2.6.1, 2.6.2): hidden text, deleted while changes were tracked, in a table, end of a row. */
const COMMANDS: { readonly [command: number]: number | undefined } = {
  0x083c: HIDDEN,
  0x0800: DELETED,
  0x2416: IN_TABLE,
  0x2417: ROW_END,
};
/** Says that the paragraph's commands are in the stream `Data`, where there is more room. */
const ELSEWHERE = [0x6645, 0x6646];

/** How many bytes of operand a command has, by its highest three bits ([MS-DOC] 2.2.5.1); 0 where the operand says so. */
const OPERAND_LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3];

/** The marks that formatting commands in `bytes[start, end)` set; `elsewhere` reads those that are in the stream `Data`. */
function marksOf(bytes: Uint8Array, start: number, end: number, elsewhere: (offset: number) => number): number {
  let marks = 0;
  for (let at = start; at + 2 < end; ) {
    const command = u16(bytes, at);
    const operand = at + 2;
    const mark = COMMANDS[command];
    // 0x81 is "the opposite of the style", which is to say on; styles that hide text are not looked into.
    if (mark !== undefined && (bytes[operand]! & 0x7f) === 1) marks |= mark;
    if (ELSEWHERE.indexOf(command) !== -1) marks |= elsewhere(u32(bytes, operand));
    let length = OPERAND_LENGTHS[command >> 13]!;
    // A table's definition has a length of two bytes; every other long operand of one ([MS-DOC] 2.2.5.1).
    if (length === 0) length = command === 0xd608 ? u16(bytes, operand) + 1 : bytes[operand]! + 1;
    at = operand + length;
  }
  return marks;
}

interface Formatting {
  /** The stream `WordDocument`. */
  readonly document: Uint8Array;
  readonly data: Uint8Array | null;
  /** Where in it the text of each run stands, and on which page of 512 bytes its formatting: [MS-DOC] 2.8.5 and 2.8.6. */
  readonly paragraphs: Uint8Array;
  readonly characters: Uint8Array;
}

/** Marks the bytes of the text as the formatting has it: all of a hidden or deleted character, the last of a paragraph. */
export function readMarks({ document, data, paragraphs, characters }: Formatting): Uint8Array {
  const marks = new Uint8Array(document.length);
  // Sound runs share little. What comes to more than this is damaged, or made to take long.
  let allowance = 8 * (document.length + (data?.length ?? 0));
  const marksAt = (bytes: Uint8Array, start: number, length: number, elsewhere: (offset: number) => number): number => {
    allowance -= length;
    return allowance < 0 ? 0 : marksOf(bytes, start, Math.min(bytes.length, start + length), elsewhere);
  };
  const nowhere = (): number => 0;
  const inData = (offset: number): number =>
    data === null || offset >= data.length ? 0 : marksAt(data, offset + 2, u16(data, offset), nowhere);

  eachRun(document, characters, 1, (from, to, at) => {
    const found = marksAt(document, at + 1, document[at]!, nowhere);
    const end = Math.min(to, marks.length);
    if (found !== 0) allowance -= Math.max(0, end - from);
    if (found === 0 || allowance < 0) return;
    for (let i = from; i < end; i += 1) marks[i] = marks[i]! | found;
  });
  eachRun(document, paragraphs, 13, (_from, to, at) => {
    // The length counts pairs of bytes; a zero says that the next byte has it. The style's number comes before the commands.
    const isLong = document[at] === 0;
    const start = at + (isLong ? 2 : 1);
    const length = isLong ? 2 * document[at + 1]! : 2 * document[at]! - 1;
    const found = marksAt(document, start + 2, length - 2, inData);
    if (found !== 0 && to > 0 && to <= marks.length) marks[to - 1] = marks[to - 1]! | found;
  });
  return marks;
}

/**
 * Calls back for every run of text that has formatting of its own, with where its formatting stands. `table` lists the
 * pages; on each, the runs' bounds come first, then `stride` bytes a run, whose first says where the formatting is.
 */
function eachRun(
  document: Uint8Array,
  table: Uint8Array,
  stride: number,
  visit: (from: number, to: number, formatting: number) => void,
): void {
  const count = Math.floor((table.length - 4) / 8);
  // No two entries share a page.
  const most = Math.min(count, document.length / PAGE);
  for (let entry = 0; entry < most; entry += 1) {
    const page = (u32(table, 4 * (count + 1) + 4 * entry) & 0x3fffff) * PAGE;
    if (page + PAGE > document.length) continue;
    const runs = document[page + PAGE - 1]!;
    for (let run = 0; run < runs && 4 * (runs + 1) + stride * run < PAGE; run += 1) {
      const offset = 2 * document[page + 4 * (runs + 1) + stride * run]!;
      if (offset > 0) visit(u32(document, page + 4 * run), u32(document, page + 4 * run + 4), page + offset);
    }
  }
}
