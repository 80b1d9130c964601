import * as v from 'valibot';
import type { AnyRule } from '../domain';
import { NO_NAMES } from './names';
import type { Names } from './names';
import { detection, protection } from './schema-detection';
import { policyDocument } from './schema-documents';
import { organisation } from './schema-organisation';
import { ruleSettings } from './schema-rules';
import { serviceEntries } from './schema-service';
import { documentId, EMPTY_NEEDED_TEXT, list, text } from './schema-values';

/**
 * The shape of a pack and of an overlay, with the options of every rule: for validation here, and for the JSON Schema,
 * the studio's forms and the docs elsewhere. What needs more than one place to judge is in `checkReferences`.
 */
export function packSchema(rules: readonly AnyRule[], names: Names = NO_NAMES) {
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('For editors.'))),
    extends: v.optional(v.pipe(text(60, 'no pack is named. Write the name of the trust’s pack, such as "laat", or leave it out.'), v.description('In an overlay: the name of the trust’s pack.'))),
    name: v.optional(v.pipe(text(60, EMPTY_NEEDED_TEXT), v.description('What your staff call the policy: senders read “LAAT policy V1”, which is this name and the version of the document that is quoted.'))),
    version: v.optional(v.pipe(text(20, EMPTY_NEEDED_TEXT), v.description('The version of this pack, raised when it changes and kept with every report; senders read the document’s own.'))),
    formerly: v.optional(v.pipe(list(text(60), 20), v.description('Earlier names of the pack, which overlays may still extend.')), []),
    ...serviceEntries,
    documents: v.optional(v.record(documentId, policyDocument), {}),
    organisation: v.optional(organisation(names), {}),
    detection: v.optional(detection(names), {}),
    protection: v.optional(protection, {}),
    rules: v.optional(ruleSettings(rules), {}),
  });
}

export type PackSchema = ReturnType<typeof packSchema>;
/** A pack with the defaults of this product filled in. */
export type Pack = v.InferOutput<PackSchema>;
