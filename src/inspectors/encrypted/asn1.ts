import { bigEndian, join } from '../bytes';

// The basic and distinguished encoding rules of ASN.1 (X.690), as far as messages and keys need them.

export const SEQUENCE = 0x30;
export const OBJECT_ID = 6;
export const INTEGER = 2;
const OCTET_STRING = 4;
const OCTET_STRING_IN_PARTS = 0x24;
const CONSTRUCTED = 0x20;

export interface Element {
  /** The identifier octet: class, form and number. */
  readonly tag: number;
  readonly start: number;
  /** Where the contents end; null when only an end mark tells (the indefinite form). Never beyond the bytes. */
  readonly end: number | null;
}

/** The element whose identifier is at `at`; null when there is none, or its number takes more than one octet. */
export function elementAt(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 31) === 31) return null;
  if (first < 0x80) return { tag, start: at + 2, end: Math.min(at + 2 + first, bytes.length) };
  if (first === 0x80) return (tag & CONSTRUCTED) === 0 ? null : { tag, start: at + 2, end: null };
  const size = first & 127;
  if (size > 6) return null;
  const start = at + 2 + size;
  return { tag, start, end: Math.min(start + bigEndian(bytes, at + 2, size), bytes.length) };
}

/** Where the element after this one starts; -1 when that cannot be told. */
export function endOf(bytes: Uint8Array, element: Element): number {
  if (element.end !== null) return element.end;
  let open = 1;
  let at = element.start;
  while (open > 0) {
    const next = elementAt(bytes, at);
    if (next === null) return -1;
    if (next.tag === 0 && next.end === next.start) {
      open -= 1;
      at = next.start;
    } else if (next.end === null) {
      open += 1;
      at = next.start;
    } else at = next.end;
  }
  return at;
}

/** The elements inside another, each where it starts, at most `most` of them. */
export function childrenOf(bytes: Uint8Array, parent: Element, most: number): Element[] {
  const children: Element[] = [];
  let at = parent.start;
  while (children.length < most && at >= 0 && at < (parent.end ?? bytes.length)) {
    const child = elementAt(bytes, at);
    if (child === null || (child.tag === 0 && child.end === child.start)) break;
    children.push(child);
    if (children.length < most) at = endOf(bytes, child);
  }
  return children;
}

/** The contents of an octet string, in one piece or in parts; a copy only when it is in parts. */
export function octetsOf(bytes: Uint8Array, element: Element): Uint8Array {
  if (element.tag !== OCTET_STRING_IN_PARTS) return bytes.subarray(element.start, element.end ?? bytes.length);
  const limit = element.end ?? bytes.length;
  const parts: Uint8Array[] = [];
  for (let at = element.start; at < limit;) {
    const part = elementAt(bytes, at);
    if (part === null) break;
    if (part.tag === OCTET_STRING) {
      parts.push(bytes.subarray(part.start, part.end!));
      at = part.end!;
    } else if (part.tag === OCTET_STRING_IN_PARTS || part.tag === 0) at = part.start;
    else break;
  }
  return join(parts);
}
