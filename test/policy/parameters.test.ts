import fs from 'node:fs';
import path from 'node:path';
import parameters from '../../docs/parameters.json';
import schema from '../../docs/policy.schema.json';
import { CORPUS, testWith } from '../corpus';

interface Place {
  readonly at: string;
  readonly range?: readonly number[];
  /** The fewest and the most entries of a list. */
  readonly items?: readonly number[];
  readonly default?: unknown;
}

interface Parameter {
  readonly keys: readonly string[];
  readonly section: string;
  /** The lock in the catalogue. */
  readonly lock: string;
  readonly places?: readonly Place[];
  readonly range?: readonly number[];
  readonly elsewhere?: string;
  readonly differs?: string;
}

interface JsonSchema {
  readonly lock?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

const rows = parameters as readonly Parameter[];

/** What the schema says at a place; `*` stands for every id, of which each must say the same. */
function schemasAt(place: string): readonly JsonSchema[] {
  let found: readonly JsonSchema[] = [schema as unknown as JsonSchema];
  for (const step of place.replace(/\[\]/g, '.[]').split('.')) {
    found = found.flatMap((at) => {
      const { properties = {}, additionalProperties: every, items } = at.anyOf?.[0] ?? at;
      const next = step === '[]' ? items : step === '*' ? undefined : properties[step];
      if (step === '*') return typeof every === 'object' ? [every] : Object.values(properties);
      return next === undefined ? [] : [next];
    });
  }
  return found;
}

/** The lock at a place is its own or that of the nearest place above it. */
function lockOf(place: string): string {
  const steps = place.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const locks = schemasAt(steps.slice(0, length).join('.').replace(/\[\]$/, '')).map(({ lock, anyOf }) => lock ?? anyOf?.[0]?.lock);
    if (locks[0] !== undefined) return new Set(locks).size === 1 ? locks[0] : 'not the same everywhere';
  }
  return 'none';
}

const places = rows.flatMap((row) => (row.places ?? []).map((place) => ({ row, place, at: place.at })));

test.each(places)('$at stands in the schema, with the range, the default and the lock of the catalogue', ({ row, place }) => {
  const found = schemasAt(place.at);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) {
    const inner = one.anyOf?.[0] ?? one;
    if (place.range !== undefined) expect([inner.minimum, inner.maximum]).toEqual(place.range);
    if (place.items !== undefined) expect([inner.minItems, inner.maxItems]).toEqual(place.items);
    if ('default' in place) expect(one.default).toEqual(place.default);
  }
  if (row.differs === undefined) expect(lockOf(place.at)).toBe(row.lock);
});

test('each parameter has a place in a pack, or says why it has none', () => {
  expect(places.length).toBeGreaterThan(90);
  for (const { keys, places: at = [], elsewhere } of rows) expect([keys, at.length > 0 || (elsewhere ?? '').length > 10]).toEqual([keys, true]);
});

/** The rows of the tables D.1 to D.7: what stands in backquotes in the first column, the range and the lock. */
function catalogued(text: string): readonly { readonly keys: readonly string[]; readonly section: string; readonly limits: string; readonly lock: string }[] {
  const part = text.slice(text.indexOf('## D.1 Global'), text.indexOf('# Part F. Sources'));
  let section = '';
  return part.split('\n').flatMap((line) => {
    section = /^## (D\.\d)/.exec(line)?.[1] ?? section;
    const cells = line.split('|').map((cell) => cell.trim());
    const keys = [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key]) => key as string);
    return keys.length === 0 || !line.startsWith('| `') ? [] : [{ keys, section, limits: `${cells[2] ?? ''} ${(cells[3] ?? '').replace(/(\d),(\d{3})/g, '$1$2')}`, lock: cells[5] ?? '' }];
  });
}

const CATALOGUE = path.join(CORPUS, '..', 'domain', 'clauses.md');

testWith(CATALOGUE, 'every parameter of the catalogue has its row, with the range and the lock it has there', () => {
  const wanted = catalogued(fs.readFileSync(CATALOGUE, 'utf8'));
  expect(rows.map(({ keys, section, lock }) => ({ keys, section, lock }))).toEqual(wanted.map(({ keys, section, lock }) => ({ keys, section, lock })));
  wanted.forEach(({ keys, limits }, index) => {
    const row = rows[index] as Parameter;
    const stated = [...limits.matchAll(/(\d+)–(\d+)(?!:)/g)].filter(([whole]) => !limits.includes(`${whole}:`)).map(([, least, most]) => `${least}–${most}`);
    const kept = [row, ...(row.places ?? [])].flatMap((place) => [place.range, 'items' in place ? place.items : undefined]).filter((range) => range !== undefined).map((range) => range.join('–'));
    // What is fixed has no range. Identifiers have one map for all, and the list of consumer domains is Heed's own.
    if (stated.length > 0 && row.places !== undefined && !/^(?:identifiers|consumerDomains|workingHours)/.test(keys[0] as string)) expect([keys, [...new Set(kept)]]).toEqual([keys, stated]);
  });
});
