/**
 * Characters collected into one string: readers of large files append bytes straight from the file, so that no small
 * strings are made on the way.
 */
export interface TextBuffer {
  /** UTF-16 units so far. */
  readonly length: number;
  append(text: string): void;
  /** Appends one UTF-16 unit. */
  appendUnit(unit: number): void;
  /** Appends one character by its Unicode number; numbers that are no character become U+FFFD. */
  appendCodePoint(codePoint: number): void;
  /** Appends `bytes[start, end)` read as UTF-8; each malformed sequence becomes U+FFFD. */
  appendUtf8(bytes: Uint8Array, start: number, end: number): void;
  /** The last unit, or one `back` before it; -1 when there is none. */
  last(back?: number): number;
  /** Appends `[start, end)` of another buffer. */
  appendFrom(other: TextBuffer, start: number, end: number): void;
  /** The units themselves, as long as nothing is appended. */
  units(): Uint16Array;
  /** Makes `[start, length)` fit a table cell: every run of white space becomes one space, none at the ends. */
  flatten(start: number): void;
  /** Drops everything after `length`; of a buffer that keeps nothing the room goes to others. */
  cut(length: number): void;
  /** The characters from `start` (the beginning) to `end` (all there are). */
  slice(start?: number, end?: number): string;
  /** All of it; the buffer is empty afterwards. */
  take(): string;
}

const FIRST_CAPACITY = 512;
/** Many buffers are never written to. */
const NOTHING = new Uint16Array(0);
/** Room of buffers that were emptied, for others: most are short-lived. */
const spares: Uint16Array<ArrayBuffer>[] = [];
const MOST_SPARES = 16;
const LARGEST_SPARE = 1 << 15;
const REPLACEMENT = 0xfffd;

/** How many units `String.fromCharCode` takes at once: well below the smallest argument limit of the engines we know. */
const UNITS_PER_CALL = 8192;

class Units implements TextBuffer {
  length = 0;
  private held = NOTHING;

  private reserve(extra: number): void {
    const needed = this.length + extra;
    const { held } = this;
    if (needed <= held.length) return;
    const spare = needed <= LARGEST_SPARE ? spares.pop() : undefined;
    this.held = spare !== undefined && spare.length >= needed ? spare : new Uint16Array(Math.max(FIRST_CAPACITY, held.length * 2, needed));
    if (this.length > 0) this.held.set(held.subarray(0, this.length));
  }

  units(): Uint16Array {
    return this.held;
  }

  append(text: string): void {
    this.reserve(text.length);
    const { held, length } = this;
    for (let index = 0; index < text.length; index += 1) held[length + index] = text.charCodeAt(index);
    this.length += text.length;
  }

  appendUnit(unit: number): void {
    if (this.length === this.held.length) this.reserve(1);
    this.held[this.length] = unit;
    this.length += 1;
  }

  appendCodePoint(codePoint: number): void {
    if (codePoint <= 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) this.appendUnit(REPLACEMENT);
    else if (codePoint < 0x10000) this.appendUnit(codePoint);
    else {
      this.appendUnit(0xd800 + ((codePoint - 0x10000) >> 10));
      this.appendUnit(0xdc00 + ((codePoint - 0x10000) & 0x3ff));
    }
  }

  appendUtf8(bytes: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const target = this.held;
    let at = this.length;
    let position = start;
    while (position < end) {
      const byte = bytes[position]!;
      if (byte < 0x80) {
        target[at] = byte;
        at += 1;
        position += 1;
        continue;
      }
      const codePoint = multibyteAt(bytes, position, end);
      this.length = at;
      this.appendCodePoint(codePoint);
      at = this.length;
      position += codePoint < 0 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
    this.length = at;
  }

  appendFrom(other: TextBuffer, start: number, end: number): void {
    this.reserve(end - start);
    const source = other.units();
    const { held } = this;
    const shift = this.length - start;
    for (let index = start; index < end; index += 1) held[index + shift] = source[index]!;
    this.length += end - start;
  }

  last(back = 0): number {
    return this.length <= back ? -1 : this.held[this.length - 1 - back]!;
  }

  flatten(start: number): void {
    const { held, length } = this;
    let to = start;
    let isSpace = true;
    for (let from = start; from < length; from += 1) {
      const unit = held[from]!;
      const wasSpace = isSpace;
      isSpace = unit <= 32 || unit === 0xa0;
      if (isSpace && wasSpace) continue;
      held[to] = isSpace ? 32 : unit;
      to += 1;
    }
    this.length = isSpace && to > start ? to - 1 : to;
  }

  cut(length: number): void {
    if (length < this.length) this.length = length;
    if (length > 0 || this.held === NOTHING) return;
    if (this.held.length <= LARGEST_SPARE && spares.length < MOST_SPARES) spares.push(this.held);
    this.held = NOTHING;
  }

  slice(start = 0, end = this.length): string {
    if (end - start <= UNITS_PER_CALL) return unitsToString(this.held, start, end);
    const parts: string[] = [];
    for (let from = start; from < end; from += UNITS_PER_CALL) {
      parts.push(unitsToString(this.held, from, Math.min(end, from + UNITS_PER_CALL)));
    }
    return parts.join('');
  }

  take(): string {
    const text = this.slice();
    this.cut(0);
    return text;
  }
}

/** An empty one. */
export function makeTextBuffer(): TextBuffer {
  return new Units();
}

function unitsToString(units: Uint16Array, start: number, end: number): string {
  return start === end ? '' : String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
}

/** The character of two to four bytes at `position`, or -1 when it is malformed, overlong or a surrogate (RFC 3629). */
function multibyteAt(bytes: Uint8Array, position: number, end: number): number {
  const first = bytes[position]!;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || position + size > end) return -1;
  let codePoint = first & (0x7f >> size);
  for (let index = 1; index < size; index += 1) {
    const byte = bytes[position + index]!;
    if ((byte & 0xc0) !== 0x80) return -1;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (size === 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint <= 0xdfff))) return -1;
  if (size === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) return -1;
  return codePoint;
}

/** True when there is anything but white space. */
export function hasInk(text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) > 32 && text.charCodeAt(index) !== 0xa0) return true;
  return false;
}
