import { layerOf } from './layers';
import type { Layers } from './layers';
import { pathText } from './problem';
import type { Path } from './problem';
import { toPolicy } from './resolve';
import { lockAt } from './schema-parts';

/** A resolved value and where it came from. */
export interface Explained {
  readonly path: string;
  readonly value: unknown;
  /** `product` for a default of Heed's own, else the name of the file. */
  readonly layer: string;
  /** True when no academy may change it. */
  readonly locked: boolean;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Every value of the policy with the layer it came from. A list of plain values from one layer is one row. */
export function explainPolicy(layers: Layers): readonly Explained[] {
  const rows: Explained[] = [];
  const isLocked = (path: Path): boolean => {
    const rule = path[0] === 'rules' ? layers.pack.rules[String(path[1])] : undefined;
    return (rule !== undefined && rule.locked) || lockAt(layers.schema, path) === 'T';
  };
  const add = (path: Path, value: unknown, layer: string): void => {
    rows.push({ path: pathText(path), value, layer, locked: isLocked(path) });
  };
  // As deep as the schema, which is what the policy was made from.
  const walk = (path: Path, value: unknown): void => {
    if (Array.isArray(value)) {
      const [first, ...others] = (value as unknown[]).map((_, index) => layerOf(layers, [...path, index]));
      if (value.every(isPlain) && others.every((layer) => layer === first)) add(path, value, first ?? layerOf(layers, path));
      else value.forEach((item: unknown, index) => walk([...path, index], item));
      return;
    }
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
      add(path, value, layerOf(layers, path));
      return;
    }
    const record = value as { readonly [key: string]: unknown };
    for (const key of Object.keys(record)) walk([...path, key], record[key]);
  };
  // Patterns as they are written: nobody reads their tables.
  walk([], { ...toPolicy(layers.pack, []), detection: layers.pack.detection });
  return rows;
}
