import type { Budget } from '../budget';
import { judgeAccess } from './encryption';
import type { Access } from './encryption';
import { objectsOfType } from './pages';
import { makeObjectStore } from './store';
import type { ObjectStore } from './store';
import { EMPTY_DICTIONARY, isDictionary, resolve } from './values';
import type { PdfDictionary } from './values';
import { placePacked, readCrossReferences, searchObjects } from './xref';
import type { FileMap } from './xref';

/** A file whose objects can be asked for. */
export interface PdfDocument {
  readonly store: ObjectStore;
  readonly trailer: PdfDictionary;
  readonly catalog: PdfDictionary;
  readonly access: Access;
  /** False when no trailer was found, so that the file may be encrypted without our knowing. */
  readonly hasTrailer: boolean;
  /** True when the objects were found by looking for them, because the file's own list of them is missing or wrong. */
  readonly isRecovered: boolean;
}

/** Opens a file by its own list of objects, and where that leads nowhere, by looking for them. */
export function* openDocument(bytes: Uint8Array, budget: Budget): Generator<void, PdfDocument, void> {
  const store = makeObjectStore(bytes, budget);
  const map = yield* readCrossReferences(store, budget);
  if (!map.hasTrailer) return yield* recoverDocument(store, budget);
  const document = assemble(store, map, false);
  const isUsable = !document.access.isReadable || hasPages(store, document.catalog);
  return isUsable && document.access.protection !== 'unknown' ? document : yield* recoverDocument(store, budget);
}

/** Opens the file anew by looking for its objects one by one. */
export function* recoverDocument(store: ObjectStore, budget: Budget): Generator<void, PdfDocument, void> {
  store.setCiphers(null);
  const recovered = yield* searchObjects(store, budget);
  // A file without a trailer has lost its end, and nothing tells how much that was.
  store.isDamaged = !recovered.hasTrailer;
  const document = assemble(store, recovered, true);
  if (!document.access.isReadable) return document;
  yield* placePacked(store, recovered, budget);
  if (hasPages(store, document.catalog)) return document;
  let { catalog } = document;
  for (const found of objectsOfType(store, 'Catalog')) {
    if (found === null) yield;
    else if (hasPages(store, found)) catalog = found;
    if (budget.isOutOfTime()) break;
  }
  return { ...document, catalog };
}

function assemble(store: ObjectStore, map: FileMap, isRecovered: boolean): PdfDocument {
  const access = judgeAccess(store, map.trailer, map.hasTrailer);
  store.setCiphers(access.ciphers);
  const root = resolve(store, map.trailer.get('Root'));
  const catalog = isDictionary(root) ? root : EMPTY_DICTIONARY;
  return { store, trailer: map.trailer, catalog, access, hasTrailer: map.hasTrailer, isRecovered };
}

function hasPages(store: ObjectStore, catalog: PdfDictionary): boolean {
  return isDictionary(resolve(store, catalog.get('Pages')));
}
