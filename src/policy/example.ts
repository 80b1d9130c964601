import * as v from 'valibot';
import { isRawObject } from './raw';
import { childSchema, choicesOf, isRequired, keysOf, markOf, typeOf, wordsFor } from './schema-parts';

/** The longest example that a sentence shows, in characters: a week of hours fits. */
const LONGEST_EXAMPLE = 260;

/** Stands for a number nobody but the writer knows, and is printed without quotation marks. */
const ANY_NUMBER = '…0';

function fits(schema: v.GenericSchema, value: unknown): boolean {
  // Valibot takes a list for an object of no fixed keys.
  if (Array.isArray(value) && ['record', 'strict_object'].indexOf(typeOf(schema)) !== -1) return false;
  return v.safeParse(schema, value).success;
}

/** The value that the schema's own words name: `such as ["07:30", "18:00"]`. */
function namedExample(schema: v.GenericSchema): unknown {
  const words = markOf(schema, 'write');
  const [, example = ''] = typeof words === 'string' ? (/such as (\[[^\]]*\]|"[^"]*")/.exec(words) ?? []) : [];
  return example === '' ? undefined : (JSON.parse(example) as unknown);
}

/** A list of what was written: as it stands, or the parts of a text that lists them with commas. */
function listOf(item: v.GenericSchema, written: unknown): unknown {
  const parts = typeof written === 'string' ? written.split(/[,;\s]+/).filter((part) => part !== '') : [];
  if (!fits(item, written) && parts.length > 1 && parts.every((part) => fits(item, part))) return parts;
  const one = exampleOf(item, written);
  return one === undefined ? undefined : [one];
}

/** True when the example holds what was written. */
function holds(example: unknown, written: unknown): boolean {
  return example !== undefined && JSON.stringify(example).indexOf(JSON.stringify(written)) !== -1;
}

/** The key that takes what was written: by itself, or else somewhere inside it. A free text that may be left out takes anything, and says nothing. */
function placeFor(schema: v.GenericSchema, keys: readonly string[], written: unknown): string | undefined {
  if (written === undefined) return undefined;
  const child = (key: string): v.GenericSchema => childSchema(schema, key) as v.GenericSchema;
  const telling = keys.filter((key) => isRequired(schema, key) || typeOf(child(key)) !== 'string');
  const inside = (key: string): boolean => typeOf(child(key)) === 'strict_object' && holds(exampleOf(child(key), written), written);
  return telling.find((key) => fits(child(key), written)) ?? telling.find(inside);
}

/** An object with every key it needs, and what was written under the key that takes it. */
function objectOf(schema: v.GenericSchema, written: unknown): unknown {
  const keys = keysOf(schema) ?? [];
  const needed = keys.filter((key) => isRequired(schema, key));
  const place = placeFor(schema, [...needed, ...keys.filter((key) => needed.indexOf(key) === -1)], written);
  const shown = place === undefined && needed.length === 0 ? keys.slice(0, 1) : keys.filter((key) => key === place || needed.indexOf(key) !== -1);
  const example: { [key: string]: unknown } = {};
  for (const key of shown) {
    const value = exampleOf(childSchema(schema, key) as v.GenericSchema, key === place ? written : undefined);
    if (value === undefined) return undefined;
    example[key] = value;
  }
  return shown.length === 0 ? undefined : example;
}

/** A value the schema takes, made of what was written as far as that fits; undefined where none can be made. */
function exampleOf(schema: v.GenericSchema, written: unknown): unknown {
  if (written !== undefined && fits(schema, written)) return written;
  const usual: unknown = v.getDefault(schema as v.OptionalSchema<v.GenericSchema, unknown>);
  switch (typeOf(schema)) {
    case 'array':
      return listOf(childSchema(schema, 0) as v.GenericSchema, written);
    case 'strict_object':
      return objectOf(schema, written);
    case 'picklist':
      return usual ?? choicesOf(schema)[0];
    case 'string':
      return namedExample(schema) ?? '…';
    case 'record': {
      const item = childSchema(schema, '…');
      return item !== null && written !== undefined && fits(item, written) ? { '…': written } : undefined;
    }
    case 'boolean':
      return usual ?? true;
    case 'number':
      return usual ?? ANY_NUMBER;
    default:
      return namedExample(schema);
  }
}

/** As people write a pack: `{ "blank": "warn" }`, `["oakfield.example"]`. */
function printed(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\[\n\s*/g, '[').replace(/\n\s*\]/g, ']').replace(/\n\s*/g, ' ').replace(`"${ANY_NUMBER}"`, '…');
}

/** True for what can stand in an example: a text of a line, a number, or true or false. */
function isShort(input: unknown): boolean {
  return typeof input === 'string' ? input.length <= LONGEST_EXAMPLE : typeof input === 'number' || typeof input === 'boolean';
}

/** What to write where a list or an object is due and something else stands: an example of it where one can be made, else the words for it. */
export function remedyFor(schema: v.GenericSchema, input: unknown): string {
  const isList = typeOf(schema) === 'array';
  if (!isList && ['strict_object', 'record'].indexOf(typeOf(schema)) === -1) return wordsFor(schema);
  const item = childSchema(schema, 0);
  if (isList && item !== null && isRawObject(input) && fits(item, input)) return 'it between [ and ]';
  const only: unknown = Array.isArray(input) && input.length === 1 ? input[0] : undefined;
  if (isRawObject(only) && fits(schema, only)) return 'what is between [ and ] alone';
  const [whole, part] = [input, only].map((each) => (isShort(each) || (each === input && isShort(only)) ? each : undefined));
  const ofPart = part === undefined ? undefined : exampleOf(schema, part);
  const ofWhole = part !== undefined && holds(ofPart, part) ? undefined : exampleOf(schema, whole);
  const example = part === undefined || holds(ofWhole, whole) ? ofWhole : ofPart;
  const text = example === undefined ? '' : printed(example);
  return text === '' || text.length > LONGEST_EXAMPLE ? wordsFor(schema) : text;
}
