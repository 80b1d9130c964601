import * as v from 'valibot';
import { remedyFor } from './example';
import type { FaultList } from './faults';
import { quoted, shown } from './problem';
import type { Path } from './problem';
import { nearest, suggestion } from './nearest';
import { EMPTY_NEEDED_TEXT, EMPTY_TEXT } from './schema-values';
import { childSchema, choicesOf, descriptionAt, isNullable, isRequired, keysOf, schemaAt, tupleLength, typeOf, wordsFor } from './schema-parts';

/** What a key is called where it stands, so that a wrong one can be answered in the pack's own words. */
function nameOfKey(path: Path): { one: string; many: string } {
  if (path[0] !== 'rules') return { one: 'key', many: 'keys' };
  if (path.length === 2) return { one: 'rule', many: 'rules' };
  if (path[2] === 'severity') return { one: 'situation', many: 'situations' };
  if (path[2] === 'options' && path.length === 4) return { one: 'option', many: 'options' };
  return { one: 'key', many: 'keys' };
}

/**
 * What valibot lets pass or reports only the first of: unknown keys, lists where an object is due, and pairs with more
 * or fewer than two values. Recurses as deep as the schema, not the input.
 */
function looseEnds(schema: v.GenericSchema, value: unknown, path: Path, faults: FaultList): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = keysOf(schema);
  if (Array.isArray(value)) {
    if (keys !== null || typeOf(schema) === 'record') {
      faults.add(path, () => `this is a list. Write ${remedyFor(schema, value)}.`);
      return;
    }
    const length = tupleLength(schema);
    if (length !== null && length !== value.length) {
      const count = value.length === 1 ? '1 entry' : `${value.length} entries`;
      faults.add(path, () => `this list has ${count}. Write ${wordsFor(schema)}.`);
      return;
    }
    value.forEach((item: unknown, index) => {
      const child = childSchema(schema, index);
      if (child !== null) looseEnds(child, item, [...path, index], faults);
    });
    return;
  }
  const record = value as { readonly [key: string]: unknown };
  for (const key of Object.keys(record)) {
    const child = childSchema(schema, key);
    if (child !== null) looseEnds(child, record[key], [...path, key], faults);
    else if (keys !== null) {
      const name = nameOfKey([...path, key]);
      faults.add([...path, key], () => `no such ${name.one}. ${suggestion(key, keys, name.many)}`);
    }
  }
}

function wrongType(input: unknown, schema: v.GenericSchema): string {
  const words = remedyFor(schema, input);
  const remedy = `Write ${words}${isNullable(schema) && words.indexOf('null') === -1 ? ', or null' : ''}.`;
  if (input === null) return `null is not possible here. ${remedy}`;
  if (Array.isArray(input)) return `this is a list. ${remedy}`;
  if (typeof input === 'object') return `this is an object. ${remedy}`;
  const type = typeof input === 'string' ? 'a text' : typeof input === 'number' ? 'a number' : 'a true-or-false value';
  return `${shown(input)} is ${type}. ${remedy}`;
}

function noChoice(input: string, schema: v.GenericSchema): string {
  const meant = nearest(input, choicesOf(schema));
  const remedy = meant === null ? `Choose ${wordsFor(schema)}.` : `Did you mean "${meant}"?`;
  return `${quoted(input)} is not one of the choices. ${remedy}`;
}

function lengthOf(input: unknown): string {
  if (Array.isArray(input)) return `the list has ${input.length === 1 ? '1 entry' : `${input.length} entries`}`;
  const { length } = String(input);
  return `the text has ${length === 1 ? '1 character' : `${length} characters`}`;
}

/** The sentence for one of valibot's issues; a sentence the schema itself gives stands. */
function sentenceFor(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, description: string | null): string {
  // Valibot's own messages all begin so; everything else was written for people.
  const isOwn = !issue.message.startsWith('Invalid ');
  const isMissing = issue.kind === 'schema' && issue.received === 'undefined';
  if (isMissing) return `missing. Add ${wordsFor(schema)}.`;
  if (isOwn) return issue.message;
  switch (issue.type) {
    case 'picklist':
      return typeof issue.input === 'string' ? noChoice(issue.input, schema) : wrongType(issue.input, schema);
    case 'min_value':
    case 'max_value':
      return `${shown(issue.input)} is out of range. Choose ${wordsFor(schema)}.`;
    case 'integer':
      return `${shown(issue.input)} is not a whole number. Choose ${wordsFor(schema)}.`;
    case 'max_length':
      return `${lengthOf(issue.input)}. Keep to ${String(issue.requirement)} at most.`;
    case 'min_length':
      return `${lengthOf(issue.input)}. Write at least ${String(issue.requirement)}.`;
    case 'regex':
      return `${shown(issue.input)} does not have the form this needs. ${description ?? `Write it to fit ${String(issue.requirement)}.`}`;
    default:
      return issue.kind === 'schema' ? wrongType(issue.input, schema) : `${shown(issue.input)} is not possible here. Choose another value.`;
  }
}

/** True when the place, or one that holds it, has been spoken of. */
function isWithin(path: Path, places: ReadonlySet<string>): boolean {
  for (let length = 0; length <= path.length; length += 1) {
    if (places.has(JSON.stringify(path.slice(0, length)))) return true;
  }
  return false;
}

/** Adds everything in a value that does not fit a schema, each once. */
export function checkShape(schema: v.GenericSchema, value: unknown, faults: FaultList): void {
  looseEnds(schema, value, [], faults);
  const spokenOf = new Set(faults.all.map((fault) => JSON.stringify(fault.path)));
  const { issues } = v.safeParse(schema, value, { abortPipeEarly: true });
  for (const issue of issues ?? []) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    if (issue.expected === 'never' || isWithin(path, spokenOf)) continue;
    const at = schemaAt(schema, path);
    const holder = schemaAt(schema, path.slice(0, -1));
    if (issue.message === EMPTY_TEXT && holder !== null && isRequired(holder, path[path.length - 1] ?? '')) faults.add(path, () => EMPTY_NEEDED_TEXT);
    else faults.add(path, () => (at === null ? issue.message : sentenceFor(issue, at, descriptionAt(schema, path))));
  }
}
