import type * as v from 'valibot';
import { pathText } from './problem';
import type { Path } from './problem';
import { hasOwn } from './raw';
import type { RawObject } from './raw';
import type { Pack } from './schema';

/** The layers of a policy, laid on each other: what came out, and where each value came from. */
export interface Layers {
  readonly schema: v.GenericSchema;
  readonly pack: Pack;
  /** The trust's pack as it was written, to tell its values from the product's defaults. */
  readonly trust: { readonly file: string; readonly raw: RawObject };
  /** The overlay that set or added each value, by path. */
  readonly setBy: ReadonlyMap<string, string>;
}

/** What the product itself fills in. */
export const PRODUCT = 'product';

function isWritten(raw: unknown, path: Path): boolean {
  let at = raw;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !hasOwn(at, step)) return false;
    at = (at as { readonly [key: string]: unknown })[step];
  }
  return true;
}

/** The layer a value came from: `product`, or a file's name. */
export function layerOf(layers: Layers, path: Path): string {
  for (let length = path.length; length > 0; length -= 1) {
    const overlay = layers.setBy.get(pathText(path.slice(0, length)));
    if (overlay !== undefined) return overlay;
  }
  return isWritten(layers.trust.raw, path) ? layers.trust.file : PRODUCT;
}
