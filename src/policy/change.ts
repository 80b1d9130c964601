import type * as v from 'valibot';
import type { FaultList } from './faults';
import { layerOf } from './layers';
import type { Layers } from './layers';
import { pathText } from './problem';
import type { Path } from './problem';
import type { RawObject } from './raw';
import type { Pack } from './schema';

/** One academy's file, read and found to be of the right shape. */
export interface Overlay {
  readonly file: string;
  readonly raw: RawObject;
  /** The same with defaults inside its entries filled in; only `raw` says what it really sets. */
  readonly parsed: Pack;
  readonly faults: FaultList;
}

/** An overlay on its way onto the layers below. */
export interface Change {
  readonly schema: v.GenericSchema;
  readonly base: Pack;
  readonly raw: RawObject;
  readonly parsed: Pack;
  readonly faults: FaultList;
  readonly trustFile: string;
  readonly setBy: ReadonlyMap<string, string>;
  /** Notes that the overlay set or added the value at a path of the result. */
  set(path: Path): void;
  /**
   * As `set`, for a value that only one overlay may give; false, and a fault at `at`, its place in the overlay, when
   * another overlay has given it.
   */
  claim(path: Path, at: Path): boolean;
  /** The file a value below came from. */
  ownerOf(path: Path): string;
}

export function makeChange(layers: Layers, overlay: Overlay): Change {
  const setBy = new Map(layers.setBy);
  return {
    schema: layers.schema,
    base: layers.pack,
    raw: overlay.raw,
    parsed: overlay.parsed,
    faults: overlay.faults,
    trustFile: layers.trust.file,
    setBy,
    set: (path) => {
      setBy.set(pathText(path), overlay.file);
    },
    claim: (path, at) => {
      const earlier = layers.setBy.get(pathText(path));
      if (earlier !== undefined) {
        overlay.faults.add(at, () => `${earlier} already sets this. Keep one of the two, or set it for each school in organisation.schools.`);
        return false;
      }
      setBy.set(pathText(path), overlay.file);
      return true;
    },
    ownerOf: (path) => layerOf(layers, path),
  };
}

/** Answers a change to what only the trust's pack may set. */
export function refuseAsTrustOnly(change: Change, path: Path): void {
  change.faults.add(path, () => sayTrustOnly(change.trustFile));
}

export function sayTrustOnly(trustFile: string): string {
  return `only ${trustFile} may set this. Remove it here, or ask the trust to change it.`;
}

/** Of a document that is there already. */
export function sayAnothersDocument(owner: string): string {
  return `belongs to ${owner}, whose words an academy cannot change. Give a document of your own another id.`;
}
