/**
 * What a PDF file is made of (ISO 32000-1, 7.3). Names are JavaScript strings, strings are bytes: what characters those
 * stand for depends on where they are.
 */
export type PdfValue = null | boolean | number | string | Uint8Array | PdfArray | PdfDictionary | PdfStream | PdfReference;

export type PdfArray = readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
}

/** A dictionary with data. `bytes[start, end)` is the data as stored: enciphered and packed. */
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Deciphers the stored data; null when it is not enciphered. */
  readonly decipher: ((data: Uint8Array) => Uint8Array) | null;
}

export const EMPTY_DICTIONARY: PdfDictionary = new Map<string, PdfValue>();

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && (value as { kind?: string }).kind === 'reference';
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && (value as { kind?: string }).kind === 'stream';
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is PdfArray {
  return Array.isArray(value);
}

/** Whatever has the objects that references name. */
export interface Objects {
  /** The object of this number; null when there is none. */
  load(number: number): PdfValue;
}

/** How often references may lead to references. */
const MAX_HOPS = 16;
const EMPTY_ARRAY: PdfArray = [];

/** The value itself: references are followed; what is not there is null. */
export function resolve(objects: Objects, value: PdfValue | undefined): PdfValue {
  let current = value ?? null;
  for (let hops = 0; isReference(current); hops += 1) {
    if (hops >= MAX_HOPS) return null;
    current = objects.load(current.number);
  }
  return current;
}

export function dictionaryOf(objects: Objects, value: PdfValue | undefined): PdfDictionary {
  const resolved = resolve(objects, value);
  return isDictionary(resolved) ? resolved : isStream(resolved) ? resolved.dictionary : EMPTY_DICTIONARY;
}

export function arrayOf(objects: Objects, value: PdfValue | undefined): PdfArray {
  const resolved = resolve(objects, value);
  return isArray(resolved) ? resolved : EMPTY_ARRAY;
}

export function numberOf(objects: Objects, value: PdfValue | undefined, otherwise: number): number {
  const resolved = resolve(objects, value);
  return typeof resolved === 'number' && resolved === resolved ? resolved : otherwise;
}
