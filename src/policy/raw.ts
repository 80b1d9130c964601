/** Ways into data whose shape is not known yet: what is not as expected reads as empty, and `checkShape` speaks of it. */

import type { Path } from './problem';

export interface RawObject {
  readonly [key: string]: unknown;
}

const EMPTY: RawObject = {};

export function hasOwn(value: object, key: string | number): boolean {
  return Object.prototype.hasOwnProperty.call(value, key);
}

export function isRawObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(value: unknown, key: string): RawObject {
  const inner = isRawObject(value) && hasOwn(value, key) ? value[key] : undefined;
  return isRawObject(inner) ? inner : EMPTY;
}

export function listIn(value: unknown, key: string): readonly unknown[] {
  const inner = isRawObject(value) && hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(inner) ? inner : [];
}

export function textIn(value: unknown, key: string): string | null {
  const inner = isRawObject(value) && hasOwn(value, key) ? value[key] : undefined;
  return typeof inner === 'string' ? inner : null;
}

export function textsIn(value: unknown, key: string): readonly string[] {
  return listIn(value, key).filter((item): item is string => typeof item === 'string');
}

/** The same data without what is at these places; where one is within a list, without the list, as its other places would move. One pass, however many there are. */
export function without(value: RawObject, places: readonly Path[]): RawObject {
  const below = new Map<string, Path[]>();
  for (const [key, ...rest] of places) {
    if (typeof key !== 'string' || !hasOwn(value, key)) continue;
    const others = below.get(key);
    if (others === undefined) below.set(key, [rest]);
    else others.push(rest);
  }
  if (below.size === 0) return value;
  const rest: { [key: string]: unknown } = { ...value };
  below.forEach((inside, key) => {
    const inner = value[key];
    if (inside.some(([next]) => typeof next !== 'string')) delete rest[key];
    else if (isRawObject(inner)) rest[key] = without(inner, inside);
  });
  return rest;
}
