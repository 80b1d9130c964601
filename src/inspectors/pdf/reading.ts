import type { TextSegment } from '../../domain';
import type { Budget } from '../budget';
import { join } from '../bytes';
import { readAnnotations } from './annotations';
import type { PageNotes } from './annotations';
import { readContent } from './content';
import type { PdfDocument } from './document';
import { readBookmarks, readProperties } from './extras';
import { makeFontReader } from './fonts';
import { arrange } from './layout';
import type { PagePart } from './layout';
import type { Run } from './lines';
import { IDENTITY } from './matrix';
import { objectsOfType, pagesOf } from './pages';
import type { Page } from './pages';
import { spend } from './reader';
import type { ContentReader } from './reader';
import type { ObjectStore } from './store';
import { dictionaryOf, isArray, resolve } from './values';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

/** What the pages of a file say, and what kept some of it from being read. */
export interface Reading {
  readonly segments: readonly TextSegment[];
  readonly pages: number;
  /** Pages on which any text is drawn. */
  readonly pagesWithText: number;
  /** Pages without text that are mostly a picture. */
  readonly scans: number;
  /** True when a page shows a picture. */
  readonly hasPicture: boolean;
  /** The share of characters whose meaning the file does not say, 0 to 1. */
  readonly unreadableShare: number;
  /** True when content was too large, or the time was up. */
  readonly isCut: boolean;
  /** Files attached to places on pages. */
  readonly files: readonly PdfDictionary[];
}

/** Content drawn again and again, as by a form on every page, is read up to this many bytes. */
const MAX_CONTENT = 1 << 25;
/** Looking at a page takes about as long as this many bytes of content. */
const PAGE_COST = 500;
/** The part of a page a picture must fill to count as a scan. */
const SCAN_SHARE = 0.4;

/** Reads every page and what belongs to the document as a whole. */
export function* readDocument(document: PdfDocument, path: readonly string[], budget: Budget): Generator<void, Reading, void> {
  const { store, catalog } = document;
  const segments: TextSegment[] = [];
  const files: PdfDictionary[] = [];
  const parts: PagePart[] = [];
  const flush = (runs: readonly Run[]): void => {
    for (const part of arrange(runs)) parts.push(part);
  };
  const reader: ContentReader = {
    store,
    fontOf: makeFontReader(store),
    isOutOfTime: () => budget.isOutOfTime(),
    flush,
    forms: new Map<PdfStream, Uint8Array>(),
    workLeft: MAX_CONTENT,
    unreadable: 0,
    readable: 0,
    largestPicture: 0,
    isCut: false,
  };
  let pages = 0;
  let pagesWithText = 0;
  let scans = 0;
  let hasPicture = false;
  const push = (place: string, text: string, hidden?: string): void => {
    if (text.trim() === '') return;
    segments.push(hidden === undefined ? { path, place, text } : { path, place, text, hidden });
  };

  for (const page of allPages(document)) {
    yield;
    if (page === null) continue;
    if (!spend(reader, PAGE_COST)) break;
    pages += 1;
    reader.largestPicture = 0;
    parts.length = 0;
    const runs: Run[] = [];
    const content = yield* pageContent(reader, page.dictionary.get('Contents'), budget);
    yield* readContent(reader, content, page.resources, IDENTITY, runs);
    const notes = yield* readAnnotations(reader, page.dictionary, runs);
    flush(runs);
    const place = `page ${pages}`;
    const before = segments.length;
    for (const part of parts) {
      if (part.table === null) push(place, part.text);
      else segments.push({ path, place, text: part.text, table: part.table });
    }
    push(place, notes.shown.join('\n'));
    if (segments.length > before) pagesWithText += 1;
    else if (reader.largestPicture > SCAN_SHARE * page.area) scans += 1;
    if (reader.largestPicture > 0) hasPicture = true;
    pushNotes(push, place, notes);
    for (const file of notes.files) files.push(file);
  }
  push('', (yield* readBookmarks(reader, catalog)).join('\n'), 'bookmarks');
  const form = resolve(store, dictionaryOf(store, catalog.get('AcroForm')).get('XFA'));
  if (store.readers !== null) push('', yield* store.readers.dynamicForm(reader, form, budget), 'form data');
  else if (form !== null) store.isForPane = true;
  push('', readProperties(reader, document.trailer), 'document properties');
  const characters = reader.readable + reader.unreadable;
  return {
    segments,
    pages,
    pagesWithText,
    scans,
    hasPicture,
    unreadableShare: characters === 0 ? 0 : reader.unreadable / characters,
    isCut: reader.isCut,
    files,
  };
}

function pushNotes(push: (place: string, text: string, hidden: string) => void, place: string, notes: PageNotes): void {
  push(place, notes.comments.join('\n'), 'comment');
  push(place, notes.concealed.join('\n'), 'hidden note');
  push(place, notes.links.join('\n'), 'link');
}

/** The pages of the tree; where it is lost, every page object there is. */
function* allPages(document: PdfDocument): Generator<Page | null, void, void> {
  const { store, catalog } = document;
  const seen = new Set<PdfDictionary>();
  for (const page of pagesOf(store, catalog)) {
    if (page !== null) seen.add(page.dictionary);
    yield page;
  }
  if (!document.isRecovered) return;
  for (const dictionary of objectsOfType(store, 'Page')) {
    if (dictionary === null) yield null;
    else if (!seen.has(dictionary)) {
      store.isDamaged = true;
      yield { dictionary, resources: dictionaryOf(store, dictionary.get('Resources')), area: 595 * 842 };
    }
  }
}

/** Content streams of one page; real pages have a handful. */
const MAX_CONTENT_STREAMS = 10000;
const PIECE_COST = 50;

/** The content of a page: its streams one after the other, with white space between (ISO 32000-1, 7.8.2). */
function* pageContent(reader: ContentReader, value: PdfValue | undefined, budget: Budget): Generator<void, Uint8Array, void> {
  const { store } = reader;
  const contents = resolve(store, value);
  if (!isArray(contents)) return yield* unpackContent(store, contents);
  const pieces: ArrayLike<number>[] = [];
  let length = 0;
  for (const item of contents.slice(0, MAX_CONTENT_STREAMS)) {
    if (!spend(reader, PIECE_COST)) break;
    const data = yield* unpackContent(store, item);
    if (pieces.length > 0) pieces.push([10]);
    pieces.push(data);
    length += data.length + 1;
  }
  if (pieces.length > 1 && !budget.unpack(length)) {
    reader.isCut = true;
    pieces.length = 1;
  }
  return join(pieces);
}

/** Content that is packed as only pictures are, or through too many filters, is no content a reader would show. */
function* unpackContent(store: ObjectStore, value: PdfValue): Generator<void, Uint8Array, void> {
  const { data, ended } = yield* store.unpack(value);
  if (ended === 'picture') store.isDamaged = true;
  return data;
}
