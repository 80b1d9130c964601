import { unreadable } from '../domain';
import type { Unreadable } from '../domain';
import { LARGEST_MAIL_MB } from './eml';
import type { StoredFile } from './stored-file';

/** A mail of an mbox, and the offset of its separator line in the file, which names it for good. */
export interface BoxedMail {
  readonly start: number;
  readonly bytes: Uint8Array | Unreadable;
}

/** Bytes read at a time; a mail that is longer makes it grow. */
const CHUNK = 1024 * 1024;
/** No separator line is longer, in bytes. */
const LONGEST_LINE = 1000;
const LONGEST_MAIL = LARGEST_MAIL_MB * 1024 * 1024;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const QUOTE = 0x3e;

function startsWithFrom(bytes: Uint8Array, at: number): boolean {
  return FROM.every((byte, index) => bytes[at + index] === byte);
}

function endOfLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LINE_FEED, at);
  return end === -1 ? bytes.length : end;
}

/** True when the line at a place parts two mails: "From ", somebody, a time of day, after an empty line (RFC 4155). */
function isSeparator(bytes: Uint8Array, at: number, isFirst: boolean): boolean {
  if (!startsWithFrom(bytes, at)) return false;
  const before = bytes[at - 2] === RETURN ? bytes[at - 3] : bytes[at - 2];
  if (!isFirst && before !== LINE_FEED) return false;
  const line = bytes.subarray(at, Math.min(endOfLine(bytes, at), at + LONGEST_LINE));
  return /\d{1,2}:\d{2}/.test(String.fromCharCode(...line));
}

/** The place of the next separator at or after `from`; -1 when there is none. */
function nextSeparator(bytes: Uint8Array, from: number, isStartOfFile: boolean): number {
  if (from === 0 && isStartOfFile && isSeparator(bytes, 0, true)) return 0;
  for (let feed = bytes.indexOf(LINE_FEED, Math.max(0, from - 1)); feed !== -1; feed = bytes.indexOf(LINE_FEED, feed + 1)) {
    if (feed + 1 >= from && bytes[feed + 1] === FROM[0] && isSeparator(bytes, feed + 1, false)) return feed + 1;
  }
  return -1;
}

/** A body line that began with "From " was given a ">" when it was stored (mboxrd): one is taken off again. */
function withoutQuoting(bytes: Uint8Array): Uint8Array {
  const dropped: number[] = [];
  for (let feed = bytes.indexOf(LINE_FEED); feed !== -1; feed = bytes.indexOf(LINE_FEED, feed + 1)) {
    let at = feed + 1;
    while (bytes[at] === QUOTE) at += 1;
    if (at > feed + 1 && startsWithFrom(bytes, at)) dropped.push(feed + 1);
  }
  if (dropped.length === 0) return bytes;
  const result = new Uint8Array(bytes.length - dropped.length);
  let [from, to] = [0, 0];
  for (const at of [...dropped, bytes.length]) {
    result.set(bytes.subarray(from, at), to);
    to += at - from;
    from = at + 1;
  }
  return result;
}

/** The mail below its separator line. */
function mailBelow(bytes: Uint8Array): Uint8Array {
  return withoutQuoting(bytes.slice(Math.min(bytes.length, endOfLine(bytes, 0) + 1)));
}

/**
 * The mails of an mbox whose separator lines begin from one offset up to, and without, another, one at a time. The parts
 * of a file that is cut anywhere give each mail exactly once. Holds one mail and what is read ahead, nothing more.
 */
export async function* mailsInMbox(file: StoredFile, from = 0, to = file.size): AsyncGenerator<BoxedMail> {
  // Two line ends before the first place may belong to what makes a separator of it.
  let base = Math.max(0, from - 4);
  let held = new Uint8Array(0);
  let search = from - base;
  let opened: number | null = null;
  let isTooLong = false;
  for (;;) {
    const end = base + held.length;
    const isWhole = end >= file.size;
    const found = nextSeparator(held, search, base === 0);
    // A separator is judged when its line is there to its end.
    const isSure = found !== -1 && (isWhole || found + LONGEST_LINE < held.length);
    if (isSure || isWhole) {
      const at = found === -1 ? held.length : found;
      if (opened !== null) {
        const bytes = isTooLong ? unreadable(`it is larger than ${LARGEST_MAIL_MB} MB, the largest message that can be sent`) : mailBelow(held.subarray(opened, at));
        yield { start: base + opened, bytes };
        isTooLong = false;
      }
      if (found === -1 || base + found >= to) return;
      opened = found;
      search = found + 1;
      continue;
    }
    if (opened === null && base + search >= to + LONGEST_LINE) return;
    // What lies before the open mail is done with; a few bytes stay for the look behind a separator.
    const keep: number = opened ?? Math.max(0, Math.min(search, held.length) - LONGEST_LINE);
    if (opened !== null && held.length - opened > LONGEST_MAIL) {
      // Too long to be a mail: only its end is looked for.
      isTooLong = true;
      const tail = Math.max(opened, held.length - 2 * LONGEST_LINE);
      base += tail;
      held = held.slice(tail);
      opened = 0;
    } else {
      base += keep;
      held = held.slice(keep);
      search -= keep;
      if (opened !== null) opened = 0;
    }
    search = Math.max(opened === null ? from - base : 1, held.length - LONGEST_LINE, 0);
    const more = await file.read(base + held.length, base + held.length + Math.max(CHUNK, held.length));
    if (more.length === 0) throw new Error(`${file.name} ended early while it was read`);
    const grown = new Uint8Array(held.length + more.length);
    grown.set(held);
    grown.set(more, held.length);
    held = grown;
  }
}
