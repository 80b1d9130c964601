import { decodeLenientBase64 } from './lenient-base64';
import { latin1 } from '../bytes';
import type { FurtherReaders } from '../further';
import { decodeQuotedPrintable, readHeaders, readParameters } from './mime-headers';
import type { Headers, Parametered } from './mime-headers';

// Multipart messages: RFC 2046 §5.1. Read in one pass with a list of open boundaries, so depth costs nothing.

export interface MimePart {
  readonly headers: Headers;
  readonly type: Parametered;
  readonly disposition: Parametered;
  /** The types of the multiparts it stands in, outermost first. */
  readonly within: readonly string[];
  /** True for text before the first part of a multipart or after its last, which mail programs do not show. */
  readonly isAside: boolean;
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;
const DASH = 0x2d;
/** RFC 2046 allows 70 characters; programs have been seen to write more. */
const LONGEST_BOUNDARY = 250;
/** Deeper than this, the chain of multiparts a part stands in is told no further. */
const DEEPEST_TOLD = 10;
const BYTES_PER_PAUSE = 1 << 20;

interface Multipart {
  readonly boundary: string;
  readonly type: string;
}

const NO_HEADERS = readHeaders(new Uint8Array(0), 0, 0);
const NO_VALUE = readParameters('');

function asideAt(start: number): Omit<MimePart, 'end'> {
  return { headers: NO_HEADERS, type: NO_VALUE, disposition: NO_VALUE, within: [], isAside: true, start };
}

/** The parts of a message that are no multiparts themselves, in order; null wherever reading may be paused. */
export function* eachPart(bytes: Uint8Array, start: number): Generator<MimePart | null, void, void> {
  const open: Multipart[] = [];
  const depths = new Map<string, number>();
  let current = asideAt(start);
  let position = start;
  let pausedAt = start;

  const closeDownTo = (depth: number): void => {
    while (open.length > depth) depths.delete(open.pop()!.boundary);
  };
  const closed = (end: number): MimePart => ({ ...current, end: Math.max(end, current.start) });
  const openPart = (): void => {
    const headers = readHeaders(bytes, position, bytes.length);
    position = headers.end;
    const type = readParameters(headers.get('content-type'));
    const boundary = (type.parameters.get('boundary') ?? '').slice(0, LONGEST_BOUNDARY).replace(/\s+$/, '');
    if (/^multipart\//.test(type.value) && boundary !== '' && !depths.has(boundary)) {
      open.push({ boundary, type: type.value });
      depths.set(boundary, open.length - 1);
      current = asideAt(position);
      return;
    }
    const within = open.slice(0, DEEPEST_TOLD).map((multipart) => multipart.type);
    current = { headers, type, disposition: readParameters(headers.get('content-disposition')), within, isAside: false, start: position };
  };

  openPart();
  while (position < bytes.length) {
    if (open.length === 0) break;
    const feed = bytes.indexOf(LINE_FEED, position);
    const lineEnd = feed === -1 ? bytes.length : feed;
    const lineStart = position;
    position = Math.min(lineEnd + 1, bytes.length);
    if (position - pausedAt > BYTES_PER_PAUSE) {
      pausedAt = position;
      yield null;
    }
    if (bytes[lineStart] !== DASH || bytes[lineStart + 1] !== DASH || lineEnd - lineStart > LONGEST_BOUNDARY + 10) continue;
    const line = latin1(bytes, lineStart + 2, lineEnd).replace(/\s+$/, '');
    let depth = depths.get(line);
    const isClosing = depth === undefined && line.slice(-2) === '--';
    if (isClosing) depth = depths.get(line.slice(0, -2));
    if (depth === undefined) continue;
    // The line break before a boundary belongs to the boundary.
    let end = lineStart;
    if (bytes[end - 1] === LINE_FEED) end -= 1;
    if (bytes[end - 1] === 13) end -= 1;
    yield closed(end);
    closeDownTo(isClosing ? depth : depth + 1);
    if (isClosing) current = asideAt(position);
    else openPart();
  }
  yield closed(bytes.length);
}

const UUENCODED = /^(?:x-)?uu(?:e|encode)$/;

function encodingOf(part: MimePart): string {
  return part.headers.get('content-transfer-encoding').trim().toLowerCase();
}

/** The most bytes that undoing the part's transfer encoding takes; 0 when there is none to undo. */
export function decodedSize(part: MimePart): number {
  const encoding = encodingOf(part);
  const size = part.end - part.start;
  if (encoding === 'base64') return Math.ceil((size * 3) / 4);
  return encoding === 'quoted-printable' || UUENCODED.test(encoding) ? size : 0;
}

/** The part's content with its transfer encoding undone; a view of the same bytes where there is none. Null when that is left to the pane. */
export function partContent(bytes: Uint8Array, part: MimePart, readers: FurtherReaders | null): Uint8Array | null {
  const encoding = encodingOf(part);
  if (encoding === 'base64') return decodeLenientBase64(bytes, part.start, part.end);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes, part.start, part.end);
  if (UUENCODED.test(encoding)) return readers === null ? null : readers.uuencoded(bytes, part.start, part.end);
  return bytes.subarray(part.start, part.end);
}
