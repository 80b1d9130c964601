import * as v from 'valibot';

/** What this file reads of a schema: the layers of wrapping, and the actions in its pipe. */
interface Layer {
  readonly wrapped?: Layer;
  readonly pipe?: readonly Layer[];
  readonly kind?: string;
  readonly type: string;
  readonly requirement?: unknown;
  readonly title?: string;
  readonly description?: string;
}

/** A schema's layers from the outside in, each with the actions of its pipe. */
function actionsOf(schema: v.GenericSchema): readonly Layer[] {
  const found: Layer[] = [];
  const visit = (layer: Layer): void => {
    for (const action of layer.pipe ?? []) {
      if (action.kind !== 'schema') found.push(action);
      else if (action !== layer) visit(action);
    }
    if (layer.wrapped !== undefined) visit(layer.wrapped);
  };
  visit(schema);
  return found;
}

function requirementOf(schema: v.GenericSchema, type: string): number | null {
  const requirement = actionsOf(schema).find((action) => action.type === type)?.requirement;
  return typeof requirement === 'number' ? requirement : null;
}

/** The least and the most a number may be; null where the schema sets no such end. */
export function rangeOf(schema: v.GenericSchema): { readonly least: number | null; readonly most: number | null } {
  return { least: requirementOf(schema, 'min_value'), most: requirementOf(schema, 'max_value') };
}

/** The most characters of a text, or entries of a list; null where there is no limit. */
export function longestOf(schema: v.GenericSchema): number | null {
  return requirementOf(schema, 'max_length');
}

/** What the schema is called, itself and not a place above it; null when it has no title. */
export function titleOf(schema: v.GenericSchema): string | null {
  return actionsOf(schema).find((action) => action.type === 'title')?.title ?? null;
}

/** What the schema itself is described as; null when nothing is said. */
export function helpOf(schema: v.GenericSchema): string | null {
  return actionsOf(schema).find((action) => action.type === 'description')?.description ?? null;
}

/** What stands where a pack is silent; undefined where it must not be. */
export function defaultOf(schema: v.GenericSchema): unknown {
  return v.getDefault(schema as v.OptionalSchema<v.GenericSchema, unknown>);
}
