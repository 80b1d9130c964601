import { documentText } from './encodings';
import { stringText } from './reader';
import type { ContentReader } from './reader';
import type { ObjectStore } from './store';
import { arrayOf, dictionaryOf, isDictionary, resolve } from './values';
import type { PdfDictionary, PdfValue } from './values';

/** Most bookmarks, or nodes of names, that are looked at. */
const MAX_NODES = 20000;

/** Goes through a tree of dictionaries, each once; `visit` says which come next, the first of them last. */
function* walk(store: ObjectStore, root: PdfValue | undefined, visit: (item: PdfDictionary) => readonly (PdfValue | undefined)[]): Generator<void, void, void> {
  const seen = new Set<PdfDictionary>();
  const pending = [root];
  while (pending.length > 0 && seen.size < MAX_NODES) {
    const item = resolve(store, pending.pop());
    if (!isDictionary(item) || seen.has(item)) continue;
    seen.add(item);
    for (const next of visit(item)) pending.push(next);
    if (seen.size % 256 === 0) yield;
  }
}

/** The titles of the outline a reader shows beside the pages. */
export function* readBookmarks(reader: ContentReader, catalog: PdfDictionary): Generator<void, string[], void> {
  const titles: string[] = [];
  yield* walk(reader.store, dictionaryOf(reader.store, catalog.get('Outlines')).get('First'), (item) => {
    titles.push(stringText(reader, item.get('Title')));
    return [item.get('Next'), item.get('First')];
  });
  return titles;
}

/** Entries of the information dictionary that say nothing about the document's matter: dates and programs. */
const TECHNICAL = /^(CreationDate|ModDate|Producer|Creator|Trapped|PTEX\..*|AAPL:.*)$/;

/** Title, author, subject, keywords and what a program or person has added to them. */
export function readProperties(reader: ContentReader, trailer: PdfDictionary): string {
  const lines: string[] = [];
  for (const [key, value] of Array.from(dictionaryOf(reader.store, trailer.get('Info')))) {
    const words = TECHNICAL.test(key) ? '' : stringText(reader, value).trim();
    if (words !== '') lines.push(`${key}: ${words}`);
  }
  return lines.join('\n');
}

/** A file inside the file. */
export interface EmbeddedFile {
  readonly name: string;
  readonly stream: PdfValue | undefined;
}

const MAX_FILES = 2000;
const MAX_FILE_NAME = 255;

/** File specifications from the tree of names (ISO 32000-1, 7.11.4) and from associated files. */
export function* fileSpecifications(store: ObjectStore, catalog: PdfDictionary): Generator<void, PdfDictionary[], void> {
  const found: PdfDictionary[] = [];
  yield* walk(store, dictionaryOf(store, catalog.get('Names')).get('EmbeddedFiles'), (node) => {
    const names = arrayOf(store, node.get('Names'));
    for (let index = 1; index < names.length && found.length < MAX_FILES; index += 2) found.push(dictionaryOf(store, names[index]));
    return arrayOf(store, node.get('Kids')).slice(0, MAX_NODES);
  });
  for (const item of arrayOf(store, catalog.get('AF')).slice(0, MAX_FILES)) found.push(dictionaryOf(store, item));
  return found;
}

/** The embedded file of a specification; null when it only names a file elsewhere. */
export function embeddedFile(store: ObjectStore, specification: PdfDictionary): EmbeddedFile | null {
  const embedded = dictionaryOf(store, specification.get('EF'));
  const stream = embedded.get('UF') ?? embedded.get('F') ?? embedded.get('DOS') ?? embedded.get('Unix') ?? embedded.get('Mac');
  if (stream === undefined) return null;
  const name = resolve(store, specification.get('UF') ?? specification.get('F') ?? specification.get('Desc'));
  const words = name instanceof Uint8Array ? documentText(name, store.readers?.rareCharacters) : '';
  return { name: words === '' ? 'attached file' : words.slice(0, MAX_FILE_NAME), stream };
}

/** The encryption handler of a wrapped document (ISO 32000-2, 7.6.7), empty when it is not named; null when none is wrapped. */
export function wrappedHandler(store: ObjectStore, specification: PdfDictionary): PdfValue {
  const isPayload = resolve(store, specification.get('AFRelationship')) === 'EncryptedPayload' || specification.has('EP');
  return isPayload ? resolve(store, dictionaryOf(store, specification.get('EP')).get('Subtype')) ?? '' : null;
}
