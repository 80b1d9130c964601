import * as v from 'valibot';
import type { AnyRule } from '../domain';
import { NO_NAMES } from './names';
import type { Names } from './names';
import { policyDocument } from './schema-documents';
import { organisation } from './schema-organisation';
import { ruleSettings } from './schema-rules';
import { serviceEntries } from './schema-service';
import { documentId, key, list, text, wholeNumber } from './schema-values';

function detection({ detectors }: Names) {
  const detector: v.GenericSchema<string> = detectors === null ? text(60) : v.picklist(detectors);
  const term = v.strictObject({
    term: key('T+', 'The word or phrase.', v.pipe(text(80), v.minLength(2))),
    weight: v.optional(key('T+', 'What it adds to the score; 45 is a word said of one person only, 25 one of ordinary talk.', wholeNumber(1, 100)), 45),
  });
  return v.strictObject({
    off: v.optional(key('T', 'Detectors that are switched off.', list(detector, 100)), []),
    dictionary: v.optional(key('T+', 'The organisation’s own words that are sensitive near a person.', list(term, 2000)), []),
    ignore: v.optional(key('T', 'Phrases that never count, such as the titles of forms.', list(v.pipe(text(200), v.minLength(2)), 2000)), []),
  });
}

/**
 * The shape of a pack and of an overlay, with the options of every rule: for validation here, and for the JSON Schema,
 * the studio's forms and the docs elsewhere. What needs more than one place to judge is in `checkReferences`.
 */
export function packSchema(rules: readonly AnyRule[], names: Names = NO_NAMES) {
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('For editors.'))),
    extends: v.optional(v.pipe(text(60), v.description('In an overlay: the name of the trust’s pack.'))),
    name: v.optional(v.pipe(text(60), v.description('The name senders see before the word “policy”.'))),
    version: v.optional(v.pipe(text(20), v.description('The pack’s own version.'))),
    formerly: v.optional(v.pipe(list(text(60), 20), v.description('Earlier names of the pack, which overlays may still extend.')), []),
    ...serviceEntries,
    documents: v.optional(v.record(documentId, policyDocument), {}),
    organisation: v.optional(organisation(names), {}),
    detection: v.optional(detection(names), {}),
    rules: v.optional(ruleSettings(rules), {}),
  });
}

export type PackSchema = ReturnType<typeof packSchema>;
/** A pack with the defaults of this product filled in. */
export type Pack = v.InferOutput<PackSchema>;
