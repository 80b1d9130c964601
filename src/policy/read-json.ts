import { sayInvisible, sayOtherFile, sayWrongNumber } from './json-slips';
import { quoted } from './problem';

/** A pack's text as data, or the first place where it is not JSON. */
export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

/** No pack needs more; deeper nesting is a slip or an attack. */
const DEEPEST = 32;

/** In characters. Forty academies with all their data stay under a tenth of it. */
const LONGEST_TEXT = 4_000_000;

/** Keys that JavaScript objects give a meaning of their own. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype'];

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Up to what ends a value, or cannot be seen. */
const BARE_WORD = /[^\s\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff,:[\]{}"]+/y;
const ESCAPES: { readonly [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

interface Failure {
  /** The offset of the first character that does not fit. */
  readonly failedAt: number;
  readonly message: string;
}
interface Token {
  readonly value: unknown;
  /** The offset just after it. */
  readonly end: number;
}
interface OpenObject {
  readonly value: { [key: string]: unknown };
  /** Where each key stands, to tell of one that comes twice. */
  readonly seen: Map<string, number>;
  key: string;
}
type Open = OpenObject | { readonly value: unknown[] };

function isFailure(result: Token | Failure): result is Failure {
  return 'failedAt' in result;
}

function isObject(open: Open): open is OpenObject {
  return 'seen' in open;
}

/** Line and column, both from 1; a column counts UTF-16 units, as editors do. */
function placeOf(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.indexOf(text.charAt(at)) !== -1) at += 1;
  return at;
}

/** Reads a text; `from` is the offset after its opening quotation mark. */
function readText(text: string, from: number): Token | Failure {
  let value = '';
  let start = from;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return { value: value + text.slice(start, at), end: at + 1 };
    if (unit === 0x0a || unit === 0x0d) {
      return { failedAt: at, message: 'the line ends inside a text. Close the quotation mark before the end of the line.' };
    }
    if (unit < 0x20) return { failedAt: at, message: 'there is a tab or control character inside a text. Remove it, or write \\t for a tab.' };
    if (unit !== 0x5c) continue;
    const letter = text.charAt(at + 1);
    const code = text.slice(at + 2, at + 6);
    const isCode = letter === 'u' && /^[0-9a-fA-F]{4}$/.test(code);
    const plain = ESCAPES[letter];
    if (!isCode && plain === undefined) {
      return { failedAt: at, message: 'a backslash inside a text starts a code that JSON does not know. Write \\\\ for a backslash itself.' };
    }
    value += text.slice(start, at) + (isCode ? String.fromCharCode(parseInt(code, 16)) : (plain ?? ''));
    at += isCode ? 5 : 1;
    start = at + 1;
  }
  return { failedAt: from - 1, message: 'this text has no closing quotation mark. Add a " where it ends.' };
}

function wordAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A failure at `at`: the sentence for what was due there, unless what stands there cannot be seen. */
function failure(text: string, at: number, message: string): Failure {
  return { failedAt: at, message: sayInvisible(text, at) ?? message };
}

/** Why what stands at `at` is no value, in words about the slips people make. */
function noValue(text: string, at: number): Failure {
  const letter = text.charAt(at);
  if (at >= text.length) return { failedAt: at, message: 'the file ends too early. Check that every { has its } and every [ its ].' };
  if (/^(?:#|\/[/*]|<!--)/.test(text.slice(at, at + 4))) return { failedAt: at, message: 'JSON has no comments. Remove it.' };
  if (letter === "'" || '“”„‘’«»'.indexOf(letter) !== -1) {
    return { failedAt: at, message: `texts need straight double quotation marks. Write " instead of ${letter}.` };
  }
  if (letter === ',') return { failedAt: at, message: 'there is a comma with nothing before it. Remove it, or add the missing value.' };
  if (letter === ']' || letter === '}') return { failedAt: at, message: `a value is missing before ${letter}. Add it.` };
  const word = wordAt(BARE_WORD, text, at);
  const literal = word.toLowerCase();
  if (literal === 'true' || literal === 'false' || literal === 'null') {
    return { failedAt: at, message: `${quoted(word)} is not written so. Write ${literal}, in small letters.` };
  }
  if (/^[-+]?\.?\d/.test(word)) return { failedAt: at, message: sayWrongNumber(word, text.slice(at, at + 9)) };
  return failure(text, at, `${quoted(word === '' ? letter : word)} is not a value. Put texts in quotation marks.`);
}

/** Reads a text, a number, true, false or null. */
function readPlain(text: string, at: number): Token | Failure {
  if (text.charAt(at) === '"') return readText(text, at + 1);
  const word = wordAt(BARE_WORD, text, at);
  if (word === 'true') return { value: true, end: at + 4 };
  if (word === 'false') return { value: false, end: at + 5 };
  if (word === 'null') return { value: null, end: at + 4 };
  const number = wordAt(NUMBER, text, at);
  if (number !== '' && number.length === word.length) return { value: Number(number), end: at + number.length };
  return noValue(text, at);
}

/** Reads `"key":` into the open object and gives the offset after the colon. */
function readKey(text: string, at: number, open: OpenObject): Token | Failure {
  if (text.charAt(at) !== '"') {
    if (at >= text.length || /[#</'“”„‘’«»,[\]{}]/.test(text.charAt(at))) return noValue(text, at);
    return failure(text, at, 'a key must stand in quotation marks. Write "key": before its value.');
  }
  const token = readText(text, at + 1);
  if (isFailure(token)) return token;
  const key = String(token.value);
  if (RESERVED_KEYS.indexOf(key) !== -1) return { failedAt: at, message: `${quoted(key)} cannot be a key. Choose another.` };
  const earlier = open.seen.get(key);
  if (earlier !== undefined) {
    return { failedAt: at, message: `${quoted(key)} is already set on line ${placeOf(text, earlier).line}. Keep one of the two.` };
  }
  open.seen.set(key, at);
  open.key = key;
  const colon = skipSpace(text, token.end);
  if (text.charAt(colon) !== ':') return failure(text, colon, `a colon is missing after ${quoted(key)}. Add it.`);
  return { value: null, end: colon + 1 };
}

/** What stands where a comma or the end of the object or list was due. */
function noComma(text: string, at: number, open: Open): Failure {
  if (at >= text.length || /[#/]/.test(text.charAt(at))) return noValue(text, at);
  const closing = isObject(open) ? '}' : ']';
  if (text.charAt(at) === (isObject(open) ? ']' : '}')) {
    return { failedAt: at, message: `this should be ${closing}. Check which bracket was opened last.` };
  }
  return failure(text, at, `a comma or ${closing} is missing before this. Add it.`);
}

function parse(text: string, from: number): Token | Failure {
  const stack: Open[] = [];
  let at = skipSpace(text, from);
  for (;;) {
    const letter = text.charAt(at);
    let closed: unknown;
    if (letter === '{' || letter === '[') {
      if (stack.length >= DEEPEST) return { failedAt: at, message: `this is nested more than ${DEEPEST} deep. A pack never is.` };
      const open: Open = letter === '{' ? { value: {}, seen: new Map(), key: '' } : { value: [] };
      at = skipSpace(text, at + 1);
      if (text.charAt(at) !== (letter === '{' ? '}' : ']')) {
        stack.push(open);
        if (isObject(open)) {
          const key = readKey(text, at, open);
          if (isFailure(key)) return key;
          at = skipSpace(text, key.end);
        }
        continue;
      }
      closed = open.value;
      at += 1;
    } else {
      const plain = readPlain(text, at);
      if (isFailure(plain)) return plain;
      closed = plain.value;
      at = plain.end;
    }
    // A value is complete: put it where it belongs, and close whatever ends after it.
    for (;;) {
      const open = stack[stack.length - 1];
      at = skipSpace(text, at);
      if (open === undefined) {
        if (at < text.length) return failure(text, at, 'there is more after the end of the pack. Remove it.');
        return { value: closed, end: at };
      }
      if (isObject(open)) open.value[open.key] = closed;
      else open.value.push(closed);
      const next = text.charAt(at);
      if (next === ',') {
        const comma = at;
        at = skipSpace(text, at + 1);
        if (text.charAt(at) === '}' || text.charAt(at) === ']') {
          return { failedAt: comma, message: `there is a comma before ${text.charAt(at)}. Remove it: the last entry has none.` };
        }
        if (isObject(open)) {
          const key = readKey(text, at, open);
          if (isFailure(key)) return key;
          at = skipSpace(text, key.end);
        }
        break;
      }
      if (next !== (isObject(open) ? '}' : ']')) return noComma(text, at, open);
      closed = open.value;
      stack.pop();
      at += 1;
    }
  }
}

/**
 * Reads JSON as `JSON.parse` does, but says in words where and why it cannot, and also refuses a key that comes twice,
 * of which `JSON.parse` keeps only the last without a word. Never throws.
 */
export function readJson(text: string): JsonRead {
  const place = (at: number, message: string): JsonRead => ({ ok: false, ...placeOf(text, at), message });
  if (text.length > LONGEST_TEXT) return place(0, 'the file is far too long for a pack. Check that it is the right file.');
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (skipSpace(text, start) >= text.length) return place(0, 'the file is empty. Start from a copy of a shipped pack.');
  const result = parse(text, start);
  const otherFile = isFailure(result) ? sayOtherFile(text) : null;
  if (otherFile !== null) return place(0, otherFile);
  return isFailure(result) ? place(result.failedAt, result.message) : { ok: true, value: result.value };
}
