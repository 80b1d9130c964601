import { readToken } from './lexer';
import type { Lexer } from './lexer';
import type { PdfValue } from './values';

/** Values in one array, such as the strings and shifts of a line. */
export const MAX_ITEMS = 1 << 17;

/** The values of the array that has just begun. */
export function readItems(lexer: Lexer): PdfValue[] {
  const items: PdfValue[] = [];
  for (;;) {
    const token = readToken(lexer);
    if (token === 'value') {
      if (items.length < MAX_ITEMS) items.push(lexer.value);
    } else if (token === ']' || token === 'end') return items;
  }
}

/** Passes over the data of a picture that stands in the content: up to an `EI` that text follows. */
export function skipInlinePicture(lexer: Lexer): void {
  const { bytes, end } = lexer;
  for (let token = readToken(lexer); token !== 'end'; token = readToken(lexer)) if (token === 'word' && lexer.word === 'ID') break;
  for (let at = bytes.indexOf(69, lexer.position); at !== -1 && at < end; at = bytes.indexOf(69, at + 1)) {
    if (bytes[at + 1] !== 73 || !isGap(bytes[at - 1]) || !(at + 2 >= end || isGap(bytes[at + 2]))) continue;
    if (!isPlain(bytes, at + 2, Math.min(at + 14, end))) continue;
    lexer.position = at + 2;
    return;
  }
  lexer.position = end;
}

function isGap(byte: number | undefined): boolean {
  return byte === undefined || byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 0;
}

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index]!;
    if (byte > 126 || (byte < 32 && !isGap(byte))) return false;
  }
  return true;
}
