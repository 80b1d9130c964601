import laat from './laat.json';
import teal from './teal.json';

/** A pack that comes with Heed. */
export interface ShippedPack {
  /** What it is chosen by. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** The packs of the two policies that Heed was born from, the default first. */
export const shippedPacks: readonly ShippedPack[] = [
  { name: 'laat', file: 'laat.json', text: JSON.stringify(laat) },
  { name: 'teal', file: 'teal.json', text: JSON.stringify(teal) },
];
