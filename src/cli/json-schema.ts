import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { AnyRule } from '../domain';
import { packSchema } from '../policy';
import { rules } from '../rules';

/** The JSON Schema of a pack, for editors and for anyone who checks one without Heed. */
export function jsonSchema(): object {
  return toJsonSchema(packSchema(rules), { typeMode: 'input', errorMode: 'ignore' });
}

/** The JSON Schema of one rule's options. */
export function optionsSchema(rule: AnyRule): object {
  return toJsonSchema(rule.options as unknown as GenericSchema, { typeMode: 'input', errorMode: 'ignore' });
}
