import type { Budget } from './budget';
import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';
import { toUtf8 } from './xml-encoding';

/**
 * `open`: a start tag, also of an empty element (`isEmpty`, no `close` follows). `text`: characters or CDATA. `end`: no more.
 * Comments, processing instructions and the document type are passed over.
 */
export type XmlToken = 'open' | 'close' | 'text' | 'end';

/**
 * Reads XML tag by tag, in one pass and without a stack, so that neither depth nor unclosed tags cost anything. Names come
 * without their prefix. It is no validator: what an office program would refuse is read as far as it makes sense.
 */
export interface XmlReader {
  next(): XmlToken;
  /** The local name of the element just opened or closed. */
  readonly name: string;
  readonly isEmpty: boolean;
  /** The value of the first attribute of the open tag with this local name, whatever its prefix; null when there is none. */
  attribute(localName: string): string | null;
  /** The same, of an attribute that has a prefix: `r:id` beside `id`. */
  prefixedAttribute(localName: string): string | null;
  /** The file as UTF-8, and in it the current token: the attributes of a tag, or the characters of a text. For hot loops. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** The characters of the text token. */
  text(): string;
  /** Appends the characters of the text token. */
  appendText(buffer: TextBuffer): void;
  /** True when the text token is white space only. */
  isBlank(): boolean;
  /** Passes over everything inside the element just opened, and its end. */
  skip(): void;
  /** True once for each megabyte read: the time to yield. */
  isPauseDue(): boolean;
  /** True when markup was cut short or makes no sense somewhere. */
  readonly isDamaged: boolean;
  /** True when the document declares entities: they are not expanded, so its text is not all there. */
  readonly hasEntities: boolean;
  /** True when the time was up before the end. */
  readonly isCut: boolean;
}

const PAUSE_INTERVAL = 1 << 20;
/** How many bytes may pass between two questions about the time. */
const CLOCK_INTERVAL = 1 << 14;
/**
 * Names met lately, by their hash, shared by all readers: a document has many small parts that use the same few names.
 * Longer names are none of theirs.
 */
const NAME_SLOTS = 1024;
const LONGEST_KEPT_NAME = 40;
const nameSlots: (string | undefined)[] = new Array<string | undefined>(NAME_SLOTS);
/** Attribute values are mostly a few ASCII characters, of which the engine makes a string at once. */
const LONGEST_PLAIN_VALUE = 1024;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const COLON = 58;
const EQUALS = 61;
const AMPERSAND = 38;
const BANG = 33;
const QUESTION = 63;
const DASH = 45;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Reads `bytes`, which may be in any encoding that XML allows. */
export function readXml(bytes: Uint8Array, budget: Budget): XmlReader {
  const data = toUtf8(bytes);
  const size = data.length;
  let position = 0;
  let pausedAt = 0;
  let askedAt = 0;
  let name = '';
  let isEmpty = false;
  let isDamaged = false;
  let hasTag = false;
  let hasEntities = false;
  let isCut = false;
  // The bytes of the current token: the attributes of a tag, or the characters of a text.
  let start = 0;
  let end = 0;
  let isLiteral = false;

  function localName(from: number, to: number, hash: number): string {
    const slot = hash & (NAME_SLOTS - 1);
    const known = nameSlots[slot];
    if (known !== undefined && isSame(known, data, from, to)) return known;
    const fresh = makeValue(data, from, to);
    if (to - from > LONGEST_KEPT_NAME) return fresh;
    // As a key, an engine keeps one copy of each name, which makes comparing names cheap.
    const text = Object.keys({ [fresh]: true })[0] ?? '';
    nameSlots[slot] = text;
    return text;
  }

  /** Passes over `<!…>`, `<?…?>`; true when it was CDATA, which is a text token. */
  function readSpecial(): boolean {
    if (data[position + 1] === QUESTION) {
      position = after(data, position + 2, QUESTION, GREATER, -1);
    } else if (data[position + 2] === DASH && data[position + 3] === DASH) {
      position = after(data, position + 4, DASH, DASH, GREATER);
    } else if (data[position + 2] === OPEN_BRACKET) {
      start = Math.min(size, position + '<![CDATA['.length);
      position = after(data, start, CLOSE_BRACKET, CLOSE_BRACKET, GREATER);
      end = position === size && data[size - 1] !== GREATER ? size : Math.max(start, position - 3);
      isLiteral = true;
      return true;
    } else readDocumentType();
    if (position >= size && data[size - 1] !== GREATER) isDamaged = true;
    return false;
  }

  function readDocumentType(): void {
    let depth = 0;
    let quote = 0;
    for (position += 2; position < size; position += 1) {
      const byte = data[position]!;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (byte === OPEN_BRACKET) {
        depth += 1;
        hasEntities = true;
      } else if (byte === CLOSE_BRACKET) depth -= 1;
      else if (byte === GREATER && depth <= 0) {
        position += 1;
        return;
      }
    }
  }

  /** Where the tag ends that `from` stands in; `position` goes past it. */
  function tagEnd(from: number): number {
    let at = from;
    let byte = 0;
    let quote = 0;
    // `<` cannot stand inside a tag, not even in quotes: where it does, the tag before it was cut short.
    for (; at < size; at += 1) {
      byte = data[at]!;
      if (byte > GREATER) continue;
      if (byte === LESS) break;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GREATER) break;
      else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    }
    if (at >= size || byte === LESS) isDamaged = true;
    position = at >= size || byte === LESS ? at : at + 1;
    return at;
  }

  function readTag(): XmlToken {
    hasTag = true;
    let at = position + 1;
    const isClose = data[at] === SLASH;
    if (isClose) at += 1;
    let from = at;
    let hash = 0;
    let byte = 0;
    for (; at < size; at += 1) {
      byte = data[at]!;
      // Letters come last in ASCII and first here: they are most of a name.
      if (byte <= GREATER) {
        if (byte <= 32 || byte === GREATER || byte === SLASH || byte === LESS) break;
        if (byte === COLON) {
          from = at + 1;
          hash = 0;
          continue;
        }
      }
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    name = localName(from, at, hash);
    start = at;
    if (byte === GREATER) {
      end = at;
      position = at + 1;
      isEmpty = false;
      return isClose ? 'close' : 'open';
    }
    end = tagEnd(at);
    isEmpty = !isClose && end > start && data[end - 1] === SLASH;
    return isClose ? 'close' : 'open';
  }

  function next(): XmlToken {
    for (;;) {
      if (position - askedAt > CLOCK_INTERVAL) {
        askedAt = position;
        if (budget.isOutOfTime()) {
          isCut = true;
          position = size;
        }
      }
      if (position >= size) return 'end';
      if (data[position] !== LESS) {
        start = position;
        let at = position;
        isLiteral = true;
        for (; at < size; at += 1) {
          const byte = data[at]!;
          if (byte > LESS) continue;
          if (byte === LESS) break;
          if (byte === AMPERSAND) isLiteral = false;
        }
        end = at;
        position = at;
        return 'text';
      }
      const following = data[position + 1];
      if (following === BANG || following === QUESTION) {
        if (readSpecial()) return 'text';
      } else return readTag();
    }
  }

  function findAttribute(wanted: string, needsPrefix: boolean): string | null {
    let at = start;
    while (at < end) {
      while (at < end && (data[at]! <= 32 || data[at] === SLASH)) at += 1;
      let from = at;
      let hasPrefix = false;
      while (at < end && data[at]! > 32 && data[at] !== EQUALS) {
        if (data[at] === COLON) {
          from = at + 1;
          hasPrefix = true;
        }
        at += 1;
      }
      const to = at;
      while (at < end && data[at] !== QUOTE && data[at] !== APOSTROPHE) at += 1;
      const quote = data[at];
      const valueStart = at + 1;
      at = valueStart;
      while (at < end && data[at] !== quote) at += 1;
      if (to - from === wanted.length && (hasPrefix || !needsPrefix) && isSame(wanted, data, from, to) && valueStart <= end) {
        return makeValue(data, valueStart, at);
      }
      at += 1;
    }
    return null;
  }

  return {
    next,
    bytes: data,
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    get name() {
      return name;
    },
    get isEmpty() {
      return isEmpty;
    },
    get isDamaged() {
      // XML has at least one element.
      return isDamaged || !hasTag;
    },
    get hasEntities() {
      return hasEntities;
    },
    get isCut() {
      return isCut;
    },
    attribute: (wanted) => findAttribute(wanted, false),
    prefixedAttribute: (wanted) => findAttribute(wanted, true),
    text() {
      const buffer = makeTextBuffer();
      appendDecoded(buffer, data, start, end, isLiteral);
      return buffer.take();
    },
    appendText(buffer) {
      appendDecoded(buffer, data, start, end, isLiteral);
    },
    isBlank() {
      for (let at = start; at < end; at += 1) if (data[at]! > 32) return false;
      return true;
    },
    skip() {
      if (isEmpty) return;
      for (let depth = 1; depth > 0;) {
        while (position < size && data[position] !== LESS) position += 1;
        if (position >= size) return;
        const following = data[position + 1];
        if (following === BANG || following === QUESTION) readSpecial();
        else {
          end = tagEnd(position + 1);
          if (following === SLASH) depth -= 1;
          else if (data[end - 1] !== SLASH) depth += 1;
        }
      }
    },
    isPauseDue() {
      if (position - pausedAt < PAUSE_INTERVAL) return false;
      pausedAt = position;
      return true;
    },
  };
}

/** The place after the next `first second third`; a third of -1 stands for no third byte. The end when there is none. */
function after(data: Uint8Array, from: number, first: number, second: number, third: number): number {
  const size = data.length;
  for (let at = from; at < size; at += 1) {
    if (data[at] !== first || data[at + 1] !== second) continue;
    if (third === -1) return at + 2;
    if (data[at + 2] === third) return at + 3;
  }
  return size;
}

function isSame(text: string, data: Uint8Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== data[from + index]) return false;
  return true;
}

function makeValue(data: Uint8Array, from: number, to: number): string {
  let isPlain = to - from <= LONGEST_PLAIN_VALUE;
  for (let at = from; isPlain && at < to; at += 1) isPlain = data[at]! < 0x80 && data[at] !== AMPERSAND;
  if (isPlain) return String.fromCharCode.apply(null, data.subarray(from, to) as unknown as number[]);
  const buffer = makeTextBuffer();
  appendDecoded(buffer, data, from, to, false);
  return buffer.take();
}

function appendDecoded(buffer: TextBuffer, data: Uint8Array, from: number, to: number, isLiteral: boolean): void {
  if (isLiteral) {
    buffer.appendUtf8(data, from, to);
    return;
  }
  let plainFrom = from;
  for (let at = from; at < to; at += 1) {
    if (data[at] !== AMPERSAND) continue;
    const reference = referenceAt(data, at, to);
    if (reference === null) continue;
    if (plainFrom < at) buffer.appendUtf8(data, plainFrom, at);
    buffer.appendCodePoint(reference.codePoint);
    at = reference.end - 1;
    plainFrom = reference.end;
  }
  if (plainFrom < to) buffer.appendUtf8(data, plainFrom, to);
}

/** The longest reference is `&#x10FFFF;`, with room for leading zeros. */
const LONGEST_REFERENCE = 16;

/** The character that `&…;` at `at` stands for: one of the five that XML knows, or a number. */
function referenceAt(data: Uint8Array, at: number, to: number): { codePoint: number; end: number } | null {
  let end = at + 1;
  const limit = Math.min(to, at + LONGEST_REFERENCE);
  let text = '';
  while (end < limit && data[end] !== 59) {
    text += String.fromCharCode(data[end]!);
    end += 1;
  }
  if (end >= limit) return null;
  const codePoint = codePointOf(text);
  return codePoint === null ? null : { codePoint, end: end + 1 };
}

function codePointOf(reference: string): number | null {
  switch (reference) {
    case 'amp':
      return 38;
    case 'lt':
      return 60;
    case 'gt':
      return 62;
    case 'quot':
      return 34;
    case 'apos':
      return 39;
  }
  if (/^#[0-9]+$/.test(reference)) return parseInt(reference.slice(1), 10);
  if (/^#[xX][0-9a-fA-F]+$/.test(reference)) return parseInt(reference.slice(2), 16);
  return null;
}
