import type * as v from 'valibot';
import { listed, quoted } from './problem';
import type { Path } from './problem';
import type { Lock } from './names';

/** What this room reads of a valibot schema or of an action in its pipe. */
interface Part {
  readonly kind: 'schema' | 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly entries?: { readonly [key: string]: Part };
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly value?: Part;
  readonly wrapped?: Part;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Part[];
  readonly requirement?: unknown;
  readonly description?: string;
  readonly metadata?: { readonly [name: string]: unknown };
}

/** Which keys an object schema has; null for a schema that is no object of fixed keys. */
export function keysOf(schema: v.GenericSchema): readonly string[] | null {
  const { entries } = bare(partOf(schema));
  return entries === undefined ? null : Object.keys(entries);
}

/** The kind of value a schema is for, its `optional` and `nullable` wrappings taken off: `array`, `strict_object` … */
export function typeOf(schema: v.GenericSchema): string {
  return bare(partOf(schema)).type;
}

/** The schema of what is inside a value under a key or at a position; null when there is none. */
export function childSchema(schema: v.GenericSchema, step: string | number): v.GenericSchema | null {
  const part = bare(partOf(schema));
  const entry = part.entries !== undefined && Object.prototype.hasOwnProperty.call(part.entries, step) ? part.entries[step] : undefined;
  const child = entry ?? (part.type === 'record' ? part.value : undefined) ?? (typeof step === 'number' ? (part.items?.[step] ?? part.item) : undefined);
  return child === undefined ? null : schemaOf(child);
}

export function schemaAt(schema: v.GenericSchema, path: Path): v.GenericSchema | null {
  let at: v.GenericSchema | null = schema;
  for (const step of path) at = at === null ? null : childSchema(at, step);
  return at;
}

/** Who may change the value: what the schema says there, or the nearest place above it; `T` where nothing is said. */
export function lockAt(schema: v.GenericSchema, path: Path): Lock {
  let lock: unknown = markOf(schema, 'lock');
  let at: v.GenericSchema | null = schema;
  for (const step of path) {
    at = at === null ? null : childSchema(at, step);
    if (at === null) break;
    lock = markOf(at, 'lock') ?? lock;
  }
  return lock === 'S' || lock === 'T+' ? lock : 'T';
}

/** How many values a fixed list has: two for a start and an end. Null for any other schema. */
export function tupleLength(schema: v.GenericSchema): number | null {
  return bare(partOf(schema)).items?.length ?? null;
}

/** The texts a choice offers. */
export function choicesOf(schema: v.GenericSchema): readonly string[] {
  return (bare(partOf(schema)).options ?? []).map(String);
}

/** A mark the schema carries in its metadata, such as `lock` or `tighter`. */
export function markOf(schema: v.GenericSchema, name: string): unknown {
  let found: unknown;
  for (let part: Part | undefined = partOf(schema); part !== undefined; part = part.wrapped) {
    for (const action of actionsOf(part)) {
      if (action.type === 'metadata') found = found ?? action.metadata?.[name];
    }
  }
  return found;
}

/** What to write, in words: `a whole number from 2 to 500`, `true or false`, `"inform" or "warn"`. */
export function wordsFor(schema: v.GenericSchema): string {
  const words = markOf(schema, 'write');
  if (typeof words === 'string') return words;
  const part = bare(partOf(schema));
  const requirement = (type: string): unknown => actionsOf(part).find((action) => action.type === type)?.requirement;
  switch (part.type) {
    case 'boolean':
      return 'true or false';
    case 'number': {
      const [least, most] = [requirement('min_value'), requirement('max_value')];
      const name = requirement('integer') === undefined ? 'a number' : 'a whole number';
      if (typeof least === 'number' && typeof most === 'number') return `${name} from ${least} to ${most}`;
      return name;
    }
    case 'string': {
      const most = requirement('max_length');
      return typeof most === 'number' ? `a text of at most ${most} characters` : 'a text';
    }
    case 'picklist':
      return listed((part.options ?? []).slice(0, 12).map((option) => quoted(String(option))));
    case 'array':
      return 'a list, [ … ]';
    case 'record':
    case 'object':
    case 'strict_object':
      return 'an object, { … }';
    default:
      return 'another value';
  }
}

/** What the schema, or the nearest place above it on the way, is described as; null when nothing is said. */
export function descriptionAt(schema: v.GenericSchema, path: Path): string | null {
  let description: string | null = null;
  let at: v.GenericSchema | null = schema;
  for (const step of path) {
    at = at === null ? null : childSchema(at, step);
    if (at === null) break;
    for (let part: Part | undefined = partOf(at); part !== undefined; part = part.wrapped) {
      const found = actionsOf(part).find((action) => action.type === 'description');
      if (found?.description !== undefined) description = found.description;
    }
  }
  return description;
}

/** True when the schema takes null. */
export function isNullable(schema: v.GenericSchema): boolean {
  for (let part: Part | undefined = partOf(schema); part !== undefined; part = part.wrapped) {
    if (part.type === 'nullable') return true;
  }
  return false;
}

/** True for a key that an object of this schema cannot be without. */
export function isRequired(schema: v.GenericSchema, key: string | number): boolean {
  const entry = bare(partOf(schema)).entries?.[key];
  return entry !== undefined && !isOptional(entry);
}

function isOptional(part: Part): boolean {
  return part.type === 'optional' || (part.wrapped !== undefined && isOptional(part.wrapped));
}

function partOf(schema: v.GenericSchema): Part {
  return schema;
}

function schemaOf(part: Part): v.GenericSchema {
  return part as unknown as v.GenericSchema;
}

/** The part without the wrappings that only say that it may be absent. */
function bare(part: Part): Part {
  let at = part;
  while (at.wrapped !== undefined) at = at.wrapped;
  return at;
}

/** The checks and marks on a schema, those of a pipe inside its pipe first. */
function actionsOf(part: Part): readonly Part[] {
  const actions: Part[] = [];
  for (const action of part.pipe ?? []) {
    if (action.kind !== 'schema') actions.push(action);
    else if (action !== part) actions.push(...actionsOf(action));
  }
  return actions;
}
