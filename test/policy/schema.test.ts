import { toJsonSchema } from '@valibot/to-json-schema';
import Ajv from 'ajv';
import fs from 'node:fs';
import path from 'node:path';
import { packSchema } from '../../src/policy';
import type { AnyRule } from '../../src/domain';
import { names, shippedRules, toyRules } from './toy-rules';

const jsonSchemaOf = (rules: readonly AnyRule[]): object => toJsonSchema(packSchema(rules, names), { typeMode: 'input', errorMode: 'ignore' });
const toySchema = jsonSchemaOf(toyRules);
const validateToy = new Ajv({ strict: false }).compile(toySchema);
const validateShipped = new Ajv({ strict: false }).compile(jsonSchemaOf(shippedRules));

function filesIn(folder: string): readonly string[] {
  return fs.readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => path.join(folder, file));
}
function read(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
}

describe('the JSON Schema for editors', () => {
  const packs = filesIn(path.join(__dirname, '..', '..', 'src', 'policy', 'packs'));
  const valid = filesIn(path.join(__dirname, 'valid')).filter((file) => !file.endsWith('renamed-rule.json'));
  test.each([...packs.map((file) => ({ file, validate: validateShipped })), ...valid.map((file) => ({ file, validate: validateToy }))])('takes $file', ({ file, validate }) => {
    validate(read(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  /** What shows in one place of a file alone; the rest needs Heed. */
  const local = ['unknown-key', 'unknown-rule', 'unknown-situation', 'unknown-option', 'unknown-severity', 'unknown-basis', 'option-out-of-range', 'limit-out-of-range', 'wrong-type', 'time-zone', 'missing-keys', 'exemption-without-expiry', 'unchecked-blocks', 'hours-missing-day'];
  test.each(local)('refuses the mistake %s', (mistake) => {
    expect(validateToy(read(path.join(__dirname, 'invalid', `${mistake}.json`)))).toBe(false);
  });

  test('carries the range and the lock of an option', () => {
    expect(JSON.stringify(toySchema)).toContain('"bulkPeople":{"type":"integer","minimum":2,"maximum":500,"lock":"T+","default":10}');
  });
});
