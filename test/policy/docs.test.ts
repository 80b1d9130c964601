import fs from 'node:fs';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { COLUMNS } from '../../src/cli/academies/columns';
import type { AnyRule } from '../../src/domain';
import { explainPolicy, loadPolicy, packSchema, sayProblem, shippedPacks } from '../../src/policy';
import { rules } from '../../src/rules';
import { shippedRules, TODAY, toyRules } from './toy-rules';

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly lock?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly write?: string;
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** What may be written, in words: the range, the length, the choices. */
function rangeOf(schema: JsonSchema): string {
  const [first, second] = schema.anyOf ?? [];
  if (first !== undefined && second?.type === 'null') {
    const words = rangeOf(first);
    return words.includes('null') ? words : `${words}, or null`;
  }
  if (schema.write !== undefined) return schema.write;
  if (schema.enum !== undefined) return schema.enum.map((choice) => `\`${String(choice)}\``).join(', ');
  if (schema.type === 'integer') return `${schema.minimum ?? ''} to ${schema.maximum ?? ''}`;
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'array') return `list of at most ${schema.maxItems ?? ''}`;
  if (schema.type === 'string') return schema.maxLength === undefined ? 'text' : `text of at most ${schema.maxLength} characters`;
  return 'object';
}

function defaultOf(schema: JsonSchema, isRequired: boolean): string {
  if (!('default' in schema)) return isRequired ? 'must be given' : 'none';
  const text = JSON.stringify(schema.default);
  return text.length > 40 ? 'below' : `\`${text}\``;
}

/** A row for every key that has a lock, outside the rules, which have pages of their own. */
function rowsOf(schema: JsonSchema, at: string, isRequired = false): readonly string[] {
  const own = schema.lock !== undefined && at !== '' ? [`| \`${at}\` | ${schema.description ?? ''} | ${rangeOf(schema)} | ${defaultOf(schema, isRequired)} | ${schema.lock} |`] : [];
  const inner = schema.items ?? schema;
  const step = schema.items === undefined ? '' : '[]';
  const entries = Object.entries(inner.properties ?? {}).flatMap(([key, entry]) => {
    // Days and the two ends of a term are told where they are explained; an item's own keys follow it.
    if (entry.lock === undefined && entry.properties === undefined && entry.additionalProperties === undefined) return [];
    return rowsOf(entry, at === '' ? key : `${at}${step}.${key}`, (inner.required ?? []).includes(key));
  });
  const record = inner.additionalProperties;
  const named = typeof record === 'object' && record.properties !== undefined ? rowsOf(record, `${at}.*`) : [];
  return [...own, ...entries, ...named];
}

function jsonSchemaOf(rules: readonly AnyRule[]): JsonSchema {
  return toJsonSchema(packSchema(rules), { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema;
}

const file = path.join(__dirname, '..', '..', 'docs', 'packs.md');
const table = ['| key | meaning | what to write | default | lock |', '|---|---|---|---|---|', ...rowsOf(jsonSchemaOf([]), '')].join('\n');

describe('the example academies', () => {
  const folder = path.join(__dirname, '..', '..', 'docs', 'academies');
  const load = (name: string) => {
    const text = fs.readFileSync(path.join(folder, `${name}.json`), 'utf8');
    const trust = shippedPacks.find((pack) => pack.name === (JSON.parse(text) as { extends: string }).extends);
    if (trust === undefined) throw new Error(name);
    return loadPolicy([trust, { file: `${name}.json`, text }], shippedRules, { today: TODAY });
  };

  test.each(fs.readdirSync(folder).map((file) => path.basename(file, '.json')))('%s loads on the pack it stands on', (name) => {
    expect(load(name).problems.map(sayProblem)).toEqual([]);
  });

  test('what each brings comes from its own file', () => {
    const layerIn = (name: string, place: string): string | undefined => {
      const { layers } = load(name);
      return layers === null ? undefined : explainPolicy(layers, { academy: name }).find(({ path: at }) => at === place)?.layer;
    };
    expect(layerIn('oakfield', 'organisation.hours.fri')).toBe('oakfield.json');
    expect(layerIn('oakfield', 'rules.all-staff.severity.list')).toBe('laat.json');
    expect(layerIn('marsh-lane', 'organisation.hours.fri')).toBe('teal.json');
    expect(layerIn('marsh-lane', 'rules.all-staff.severity.list')).toBe('marsh-lane.json');
    expect(layerIn('marsh-lane', 'rules.all-staff.options.groupSize')).toBe('product');
  });
});

describe('docs/packs.md', () => {
  test('says of every key what the schema says', () => {
    const [start, end] = ['<!-- keys -->\n\n', '\n\n<!-- /keys -->'];
    const guide = fs.readFileSync(file, 'utf8');
    const before = guide.slice(0, guide.indexOf(start) + start.length);
    const after = guide.slice(guide.indexOf(end));
    // `UPDATE_FIXTURES=1` writes the table anew.
    if (process.env['UPDATE_FIXTURES'] === '1') fs.writeFileSync(file, before + table + after);
    expect(fs.readFileSync(file, 'utf8')).toBe(before + table + after);
    expect(table.split('\n').length).toBeGreaterThan(50);
  });

  test('says of every key of a rule what it may be', () => {
    const guide = fs.readFileSync(file, 'utf8');
    const rule = jsonSchemaOf(toyRules).properties?.['rules']?.properties?.['all-staff'];
    const keys = Object.keys(rule?.properties ?? {});
    expect(keys).toContain('severity');
    for (const key of keys) expect(guide).toContain(`| \`${key}\` |`);
  });

  test('names every column of the spreadsheet of academies', () => {
    const guide = fs.readFileSync(file, 'utf8');
    const columns = Object.keys(COLUMNS).filter((column) => !/^(?:tue|wed|thu|fri|sat)$/.test(column));
    for (const column of columns) expect(guide).toMatch(new RegExp(`^\\| .*\`${column}\`.* \\|`, 'm'));
  });

  test('names only options that the rules have', () => {
    const named = fs.readFileSync(file, 'utf8').match(/rules\.[a-z-]+\.options\.\w+/g) ?? [];
    const known = rules.flatMap((rule) => Object.keys((rule.options as unknown as { entries: object }).entries).map((option) => `rules.${rule.id}.options.${option}`));
    expect(named.length).toBeGreaterThan(7);
    expect(named.filter((option) => !known.includes(option))).toEqual([]);
  });

  test('its example overlay loads on the shipped pack', () => {
    const example = /```json\n(\{\n {2}"extends"[\s\S]*?)```/.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? '';
    const [, teal] = shippedPacks;
    if (teal === undefined) throw new Error('no pack');
    const { problems } = loadPolicy([teal, { file: 'oakfield.json', text: example }], shippedRules, { today: TODAY });
    expect(problems.map(sayProblem)).toEqual([]);
  });
});
