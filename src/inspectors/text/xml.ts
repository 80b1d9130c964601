import type { Budget } from '../budget';
import { makeTextBuffer } from './text-buffer';
import type { TextBuffer } from './text-buffer';
import { toUtf8 } from './xml-encoding';
import { appendFilledIn, isSame, makeValue } from './xml-values';

/**
 * `open`: a start tag, also of an empty element (`isEmpty`, no `close` follows). `text`: characters or CDATA. `end`: no more.
 * Comments, processing instructions and the document type are passed over.
 */
export type XmlToken = 'open' | 'close' | 'text' | 'end';

/**
 * Where the reading of XML has got to: tag by tag, in one pass and without a stack, so that neither depth nor unclosed tags
 * cost anything. It is no validator: what an office program would refuse is read as far as it makes sense.
 */
export interface XmlReader {
  /** The file as UTF-8, and in it the current token: the attributes of a tag, or the characters of a text. */
  readonly bytes: Uint8Array;
  start: number;
  end: number;
  /** The local name of the element just opened or closed, without its prefix. */
  name: string;
  isEmpty: boolean;
  /** Text is passed over while this is false. */
  wantsText: boolean;
  /** True when markup was cut short or makes no sense somewhere. */
  isDamaged: boolean;
  /** True when the document declares entities: they are not expanded, so its text is not all there. */
  hasEntities: boolean;
  /** True when the time was up before the end. */
  isCut: boolean;
  /** Where the next token begins: each token takes it further. */
  position: number;
  readonly budget: Budget;
  /** True when nobody else has the bytes. */
  readonly ownsBytes: boolean;
  words: Words | null;
  hasTag: boolean;
  /** True when the current text has no references to fill in. */
  isLiteral: boolean;
  askAt: number;
  pauseAt: number;
}

/** Names of elements, by their hash: a list for `tellOnly`. */
export type Words = readonly (string | undefined)[];

/** Bytes read between two pauses. */
const PAUSE_INTERVAL = 1 << 20;
/** How many bytes may pass between two questions about the time. */
const CLOCK_INTERVAL = 1 << 14;
/** Many more than the names of any list, so that most other names are told from them by their hash alone. */
const WORD_SLOTS = 512;
/**
 * Names met lately, by their hash, shared by all readers that tell of every name: a document has many small parts that use
 * the same few. Longer names are none of theirs.
 */
const NAME_SLOTS = 1024;
const LONGEST_KEPT_NAME = 40;
const nameSlots: (string | undefined)[] = new Array<string | undefined>(NAME_SLOTS);

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const COLON = 58;
const AMPERSAND = 38;
const BANG = 33;
const QUESTION = 63;
const DASH = 45;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** The names in `list`, parted by spaces. */
export function wordsOf(list: string): Words {
  const slots = new Array<string | undefined>(WORD_SLOTS).fill(undefined);
  for (const word of list.split(' ')) {
    let hash = 0;
    for (let at = 0; at < word.length; at += 1) hash = hashWith(hash, word.charCodeAt(at));
    while (slots[hash & (WORD_SLOTS - 1)] !== undefined) hash += 1;
    slots[hash & (WORD_SLOTS - 1)] = word;
  }
  return slots;
}

function hashWith(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

/** Begins to read `bytes`, which may be in any encoding that XML allows. */
export function readXml(bytes: Uint8Array, budget: Budget, ownsBytes = false): XmlReader {
  return {
    bytes: toUtf8(bytes),
    start: 0,
    end: 0,
    name: '',
    isEmpty: false,
    wantsText: true,
    isDamaged: false,
    hasEntities: false,
    isCut: false,
    position: 0,
    budget,
    ownsBytes,
    words: null,
    hasTag: false,
    isLiteral: false,
    askAt: CLOCK_INTERVAL,
    pauseAt: PAUSE_INTERVAL,
  };
}

/** From here on only elements of these names are told of, and text only once `wantsText` is set. */
export function tellOnly(reader: XmlReader, words: Words): void {
  reader.words = words;
  reader.wantsText = false;
}

/** True once for each megabyte read, for a loop of one's own: the time to yield. */
export function isPauseDue(reader: XmlReader): boolean {
  if (reader.position < reader.pauseAt) return false;
  reader.pauseAt = reader.position + PAUSE_INTERVAL;
  return true;
}

/**
 * Takes each token, and what the reading has come to; may return false to end early. It best stands outside of what uses it, as
 * engines forget how they made a function of one use fast when that use is over.
 */
export type Handle<State> = (token: XmlToken, reader: XmlReader, state: State) => unknown;

/** Gives tokens to `handle` until it is time to pause; false then, true at the end. */
export function readStretch<State>(reader: XmlReader, handle: Handle<State>, state?: State): boolean {
  while (!isPauseDue(reader)) {
    const token = nextToken(reader);
    if (token === 'end' || handle(token, reader, state as State) === false) return true;
  }
  return false;
}

export function nextToken(reader: XmlReader): XmlToken {
  const { bytes } = reader;
  for (;;) {
    const { position } = reader;
    if (position >= reader.askAt) {
      reader.askAt = position + CLOCK_INTERVAL;
      if (reader.budget.isOutOfTime()) {
        reader.isCut = true;
        reader.position = bytes.length;
      }
    }
    if (reader.position >= bytes.length) {
      // XML has at least one element.
      if (!reader.hasTag) reader.isDamaged = true;
      return 'end';
    }
    const token = bytes[position] !== LESS ? readText(reader) : isMarkup(bytes[position + 1]) ? readSpecial(reader) : readTag(reader);
    if (token !== null) return token;
  }
}

function isMarkup(byte: number | undefined): boolean {
  return byte === BANG || byte === QUESTION;
}

function readText(reader: XmlReader): XmlToken | null {
  const { bytes, wantsText } = reader;
  const size = bytes.length;
  let at = reader.position;
  let isLiteral = true;
  for (; at < size; at += 1) {
    const byte = bytes[at]!;
    if (byte > LESS) continue;
    if (byte === LESS) break;
    if (byte === AMPERSAND) isLiteral = false;
  }
  if (wantsText) {
    reader.start = reader.position;
    reader.end = at;
    reader.isLiteral = isLiteral;
  }
  reader.position = at;
  return wantsText ? 'text' : null;
}

/** Passes over `<!…>`, `<?…?>`; a text token when it was CDATA. */
function readSpecial(reader: XmlReader): XmlToken | null {
  const { bytes, position } = reader;
  const size = bytes.length;
  if (bytes[position + 2] === OPEN_BRACKET && bytes[position + 1] === BANG) {
    reader.start = Math.min(size, position + '<![CDATA['.length);
    reader.position = after(bytes, reader.start, CLOSE_BRACKET, CLOSE_BRACKET, GREATER);
    reader.end = reader.position === size && bytes[size - 1] !== GREATER ? size : Math.max(reader.start, reader.position - 3);
    reader.isLiteral = true;
    return reader.wantsText ? 'text' : null;
  }
  if (bytes[position + 1] === QUESTION) reader.position = after(bytes, position + 2, QUESTION, GREATER, -1);
  else if (bytes[position + 2] === DASH && bytes[position + 3] === DASH) reader.position = after(bytes, position + 4, DASH, DASH, GREATER);
  else readDocumentType(reader);
  if (reader.position >= size && bytes[size - 1] !== GREATER) reader.isDamaged = true;
  return null;
}

function readDocumentType(reader: XmlReader): void {
  const { bytes } = reader;
  let depth = 0;
  let quote = 0;
  let at = reader.position + 2;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === OPEN_BRACKET) {
      depth += 1;
      reader.hasEntities = true;
    } else if (byte === CLOSE_BRACKET) depth -= 1;
    else if (byte === GREATER && depth <= 0) {
      at += 1;
      break;
    }
  }
  reader.position = at;
}

/** Where the tag ends that `from` stands in; the position goes past it. */
function tagEnd(reader: XmlReader, from: number): number {
  const { bytes } = reader;
  const size = bytes.length;
  let at = from;
  let byte = 0;
  // `<` cannot stand inside a tag, not even in quotes: where it does, the tag before it was cut short.
  for (; at < size; at += 1) {
    byte = bytes[at]!;
    if (byte > GREATER) continue;
    if (byte === LESS || byte === GREATER) break;
    if (byte !== QUOTE && byte !== APOSTROPHE) continue;
    const quote = byte;
    for (at += 1; at < size; at += 1) {
      byte = bytes[at]!;
      if (byte === quote || byte === LESS) break;
    }
    if (byte === LESS || at === size) break;
  }
  const isWhole = at < size && byte !== LESS;
  if (!isWhole) reader.isDamaged = true;
  reader.position = isWhole ? at + 1 : at;
  return at;
}

/** Null for a tag that is not to be told of. */
function readTag(reader: XmlReader): XmlToken | null {
  const { bytes } = reader;
  const size = bytes.length;
  reader.hasTag = true;
  let at = reader.position + 1;
  const isClose = bytes[at] === SLASH;
  if (isClose) at += 1;
  let from = at;
  let hash = 0;
  let byte = 0;
  for (; at < size; at += 1) {
    byte = bytes[at]!;
    // Letters come last in ASCII and first here: they are most of a name.
    if (byte <= GREATER) {
      if (byte <= 32 || byte === GREATER || byte === SLASH || byte === LESS) break;
      if (byte === COLON) {
        from = at + 1;
        hash = 0;
        continue;
      }
    }
    hash = hashWith(hash, byte);
  }
  const end = byte === GREATER ? at : tagEnd(reader, at);
  if (byte === GREATER) reader.position = at + 1;
  const name = reader.words === null ? anyName(bytes, from, at, hash) : wordAt(reader.words, bytes, from, at, hash);
  if (name === null) return null;
  reader.name = name;
  reader.start = at;
  reader.end = end;
  reader.isEmpty = !isClose && end > at && bytes[end - 1] === SLASH;
  return isClose ? 'close' : 'open';
}

function anyName(bytes: Uint8Array, from: number, to: number, hash: number): string {
  const slot = hash & (NAME_SLOTS - 1);
  const known = nameSlots[slot];
  if (known !== undefined && isSame(known, bytes, from, to)) return known;
  const fresh = makeValue(bytes, from, to);
  if (to - from > LONGEST_KEPT_NAME) return fresh;
  // As a key, an engine keeps one copy of each name, which makes comparing names cheap.
  const text = Object.keys({ [fresh]: true })[0] ?? '';
  nameSlots[slot] = text;
  return text;
}

function wordAt(words: Words, bytes: Uint8Array, from: number, to: number, hash: number): string | null {
  for (let slot = hash; ; slot += 1) {
    const word = words[slot & (WORD_SLOTS - 1)];
    if (word === undefined) return null;
    if (isSame(word, bytes, from, to)) return word;
  }
}

/** The characters of the text token. */
export function textOf(reader: XmlReader): string {
  const buffer = makeTextBuffer();
  appendText(reader, buffer);
  return buffer.take();
}

/** Appends the characters of the text token. */
export function appendText({ bytes, start, end, isLiteral }: XmlReader, buffer: TextBuffer): void {
  if (isLiteral) buffer.appendUtf8(bytes, start, end);
  else appendFilledIn(buffer, bytes, start, end);
}

/** True when the text token is white space only. */
export function isBlankText({ bytes, start, end }: XmlReader): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at]! > 32) return false;
  return true;
}

/** Passes over everything inside the element just opened, and its end. */
export function skipElement(reader: XmlReader): void {
  if (reader.isEmpty) return;
  const { bytes } = reader;
  const size = bytes.length;
  for (let depth = 1; depth > 0; ) {
    let at = reader.position;
    while (at < size && bytes[at] !== LESS) at += 1;
    reader.position = at;
    if (at >= size) return;
    const following = bytes[at + 1];
    if (isMarkup(following)) readSpecial(reader);
    else {
      const end = tagEnd(reader, at + 1);
      if (following === SLASH) depth -= 1;
      else if (bytes[end - 1] !== SLASH) depth += 1;
    }
  }
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
