import { decodeText } from '../../text/decode';
import { limitReason } from '../budget';
import type { Budget } from '../budget';

/** The whole of a text file, decoded a piece at a time. */
export interface DecodedFile {
  /** In order; each but the last ends with a line, if its lines are not longer than a piece. */
  readonly pieces: readonly string[];
  /** Why the rest is missing; null when nothing is. */
  readonly missed: string | null;
}

/** Bytes decoded between two pauses. */
const PIECE_SIZE = 1 << 20;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Decodes a file of any size. `declared` is the encoding that it names itself. */
export function* decodePieces(bytes: Uint8Array, declared: string | null, budget: Budget): Generator<void, DecodedFile, void> {
  if (bytes.length <= PIECE_SIZE) return { pieces: [decodeText(bytes, declared).text], missed: null };
  const pieces: string[] = [];
  let encoding = declared;
  for (let start = 0; start < bytes.length;) {
    if (outOfTime(budget)) return { pieces, missed: limitReason('time') };
    const end = endOfPiece(bytes, start, encoding);
    const decoded = decodeText(bytes.subarray(start, end), encoding);
    // UTF-16 shows itself at the beginning of a file; a stray byte beyond ASCII may come anywhere, so each piece is judged.
    if (start === 0 && /^utf-16/.test(decoded.encoding)) encoding = decoded.encoding;
    pieces.push(decoded.text);
    start = end;
    yield;
  }
  return { pieces, missed: null };
}

/** Asks often enough that the clock is looked at: a budget looks once in 32 questions. */
function outOfTime(budget: Budget): boolean {
  for (let question = 0; question < 32; question += 1) if (budget.isOutOfTime()) return true;
  return false;
}

/** The end of the last line within a piece's size; anywhere even when there is none. */
function endOfPiece(bytes: Uint8Array, start: number, encoding: string | null): number {
  const most = start + PIECE_SIZE;
  if (most >= bytes.length) return bytes.length;
  const isWide = encoding !== null && /^utf-?16/i.test(encoding);
  for (let at = most - 1; at > start; at -= 1) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) continue;
    if (!isWide) return at + 1;
    // The other half of the unit is zero, before or after.
    if ((at - start) % 2 === 0 ? bytes[at + 1] === 0 : bytes[at - 1] === 0) return at + ((at - start) % 2 === 0 ? 2 : 1);
  }
  return most;
}
