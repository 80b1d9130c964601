/** What a cell says about itself in its tag. Reused from cell to cell. */
export interface CellTag {
  /** From 0; -1 when not said. */
  column: number;
  /** From 1; 0 when not said. */
  row: number;
  style: number;
  type: 'number' | 'shared' | 'text' | 'boolean';
}

/** Reads `<c r="B7" s="3" t="s">` in one pass: there may be a million of them. */
export function readCellTag(bytes: Uint8Array, start: number, end: number, tag: CellTag): void {
  tag.column = -1;
  tag.row = 0;
  tag.style = 0;
  tag.type = 'number';
  for (let at = start; at < end; at += 1) {
    const quote = bytes[at]!;
    if (quote !== 34 && quote !== 39) continue;
    const from = at + 1;
    for (at = from; at < end && bytes[at] !== quote;) at += 1;
    // The attribute's name is one letter before `="`.
    const name = bytes[from - 3];
    const before = bytes[from - 4]!;
    if (bytes[from - 2] !== 61 || before > 32) continue;
    if (name === 0x72) readReference(bytes, from, at, tag);
    else if (name === 0x73) tag.style = readDigits(bytes, from, at);
    else if (name === 0x74) tag.type = typeOf(bytes, from, at);
  }
}

function readReference(bytes: Uint8Array, from: number, to: number, tag: CellTag): void {
  let column = 0;
  let at = from;
  for (; at < to; at += 1) {
    const letter = bytes[at]! & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = Math.min(column * 26 + letter - 64, 1e6);
  }
  tag.column = column - 1;
  tag.row = readDigits(bytes, at, to);
}

/** The number that `[from, to)` writes in digits; 0 when it is none. */
export function readDigits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return 0;
    value = Math.min(value * 10 + digit, 1e9);
  }
  return value;
}

/** The types are s, str, inlineStr, b, d, e and n (ISO/IEC 29500-1 18.18.11). */
function typeOf(bytes: Uint8Array, from: number, to: number): CellTag['type'] {
  const first = bytes[from];
  if (first === 0x73) return to - from === 1 ? 'shared' : 'text';
  if (first === 0x62) return 'boolean';
  return first === 0x6e ? 'number' : 'text';
}
