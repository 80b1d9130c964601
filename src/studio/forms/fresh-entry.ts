import type { GenericSchema } from 'valibot';
import { childSchema, defaultOf, keysOf, typeOf } from '../../policy';

/** A new entry of a list or a record: its texts stand there empty, to be filled in; the rest is left to its defaults. */
export function freshEntry(schema: GenericSchema): unknown {
  const keys = keysOf(schema);
  if (keys === null) return '';
  const entry: { [key: string]: unknown } = {};
  for (const key of keys) {
    const child = childSchema(schema, key);
    if (child !== null && defaultOf(child) === undefined && typeOf(child) === 'string') entry[key] = '';
  }
  return entry;
}

/** The first texts of an entry: what it is known by, and what it is. */
export function namesOf(entry: unknown): readonly string[] {
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.values(entry).filter((value): value is string => typeof value === 'string' && value !== '');
}
