import type { ObjectStore } from './store';
import { EMPTY_DICTIONARY, arrayOf, dictionaryOf, isArray, isDictionary, isReference, numberOf, resolve } from './values';
import type { PdfArray, PdfDictionary, PdfValue } from './values';

export interface Page {
  readonly dictionary: PdfDictionary;
  /** The page's own resources, or those of a node above it. */
  readonly resources: PdfDictionary;
  /** In square units. */
  readonly area: number;
}

/** Most pages that are read, and most nodes looked at on the way: a file of more is not made to be read. */
const MAX_PAGES = 20000;
const MAX_NODES = 100000;
/** A4, for a page that does not say. */
const USUAL_AREA = 595 * 842;

interface Node {
  readonly value: PdfValue;
  readonly resources: PdfDictionary;
  readonly box: PdfArray | null;
}

/** The pages in reading order, each once, whatever loops the tree has (ISO 32000-1, 7.7.3). */
export function* pagesOf(store: ObjectStore, catalog: PdfDictionary): Generator<Page | null, void, void> {
  const seen = new Set<PdfDictionary>();
  const nodes: Node[] = [{ value: catalog.get('Pages') ?? null, resources: EMPTY_DICTIONARY, box: null }];
  let pages = 0;
  while (nodes.length > 0 && pages < MAX_PAGES && seen.size < MAX_NODES) {
    const node = nodes.pop()!;
    const dictionary = resolve(store, node.value);
    if (!isDictionary(dictionary)) {
      if (isReference(node.value)) store.isDamaged = true;
      continue;
    }
    if (seen.has(dictionary)) continue;
    seen.add(dictionary);
    const own = dictionaryOf(store, dictionary.get('Resources'));
    const resources = own === EMPTY_DICTIONARY ? node.resources : own;
    const ownBox = arrayOf(store, dictionary.get('MediaBox'));
    const box = ownBox.length >= 4 ? ownBox : node.box;
    const kids = resolve(store, dictionary.get('Kids'));
    if (isArray(kids) && resolve(store, dictionary.get('Type')) !== 'Page') {
      const first = Math.max(0, kids.length - MAX_NODES);
      for (let index = kids.length - 1; index >= first; index -= 1) nodes.push({ value: kids[index]!, resources, box });
      yield null;
      continue;
    }
    pages += 1;
    yield { dictionary, resources, area: areaOf(store, box) };
  }
  if (nodes.length > 0) store.isDamaged = true;
}

function areaOf(store: ObjectStore, box: PdfArray | null): number {
  if (box === null) return USUAL_AREA;
  const width = Math.abs(numberOf(store, box[2], 595) - numberOf(store, box[0], 0));
  const height = Math.abs(numberOf(store, box[3], 842) - numberOf(store, box[1], 0));
  return width * height > 0 ? width * height : USUAL_AREA;
}

/** Dictionaries of one type among all objects, for files whose catalogue or page tree is lost. */
export function* objectsOfType(store: ObjectStore, type: string): Generator<PdfDictionary | null, void, void> {
  let count = 0;
  for (const number of Array.from(store.places.keys()).sort((a, b) => a - b)) {
    count += 1;
    if (count % 256 === 0) yield null;
    const value = resolve(store, { kind: 'reference', number });
    if (isDictionary(value) && value.get('Type') === type) yield value;
  }
}
