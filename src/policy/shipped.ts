import type { PackFile } from './load';
import laat from './packs/laat.json';
import teal from './packs/teal.json';

/** A pack that comes with Heed. */
export interface ShippedPack extends PackFile {
  /** What it is asked for by, and what overlays extend. */
  readonly name: string;
}

function shipped(name: string, pack: object): ShippedPack {
  return { name, file: `${name}.json`, text: JSON.stringify(pack) };
}

/** The packs that come with Heed; the first is the default. */
export const shippedPacks: readonly ShippedPack[] = [shipped('laat', laat), shipped('teal', teal)];
