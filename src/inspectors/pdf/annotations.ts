import { readContent } from './content';
import { arrange } from './layout';
import type { Run } from './lines';
import { matrixOf, multiply } from './matrix';
import type { Matrix } from './matrix';
import { formContent, spend, stringText } from './reader';
import type { ContentReader } from './reader';
import type { ObjectStore } from './store';
import { arrayOf, dictionaryOf, isArray, isStream, numberOf, resolve } from './values';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

/** What the annotations of a page say. */
export interface PageNotes {
  /** Text that a reader sees on the page though no font draws it. */
  readonly shown: string[];
  /** What stands in notes that open at a click. */
  readonly comments: string[];
  /** What annotations that are not shown would show. */
  readonly concealed: string[];
  /** Where links lead. */
  readonly links: string[];
  /** File specifications of attached files. */
  readonly files: PdfDictionary[];
}

const MAX_ANNOTATIONS = 20000;
/** Looking at one takes about as long as this many bytes of content. */
const ANNOTATION_COST = 100;
/** How far up a form field's value may be. */
const MAX_PARENTS = 32;
/** Bits of `F`: hidden, and not shown on a screen (ISO 32000-1, 12.5.3). */
const CONCEALED = 2 | 32;

/** Reads a page's annotations: what they draw is added to `runs`, the rest comes back. */
export function* readAnnotations(reader: ContentReader, page: PdfDictionary, runs: Run[]): Generator<void, PageNotes, void> {
  const { store } = reader;
  const notes: PageNotes = { shown: [], comments: [], concealed: [], links: [], files: [] };
  for (const item of arrayOf(store, page.get('Annots')).slice(0, MAX_ANNOTATIONS)) {
    if (!spend(reader, ANNOTATION_COST)) break;
    const annotation = dictionaryOf(store, item);
    const subtype = resolve(store, annotation.get('Subtype'));
    const isConcealed = (numberOf(store, annotation.get('F'), 0) & CONCEALED) !== 0;
    const own: Run[] = [];
    if (subtype !== 'Popup') yield* drawAppearance(reader, annotation, own);
    const drawn = textOf(own);
    if (isConcealed) add(notes.concealed, drawn);
    else for (const run of own) runs.push(run);
    if (subtype === 'Widget') {
      const value = fieldValue(reader, annotation, drawn.trim() !== '');
      if (!holds(drawn, value)) add(isConcealed ? notes.concealed : notes.shown, value);
    } else if (subtype === 'Link') {
      add(notes.links, stringText(reader, dictionaryOf(store, annotation.get('A')).get('URI')));
    } else if (subtype === 'FileAttachment') notes.files.push(dictionaryOf(store, annotation.get('FS')));
    const contents = stringText(reader, annotation.get('Contents'));
    if (!holds(drawn, contents)) add(notes.comments, contents);
    yield;
  }
  return notes;
}

function add(list: string[], text: string): void {
  if (text.trim() !== '') list.push(text);
}

function textOf(runs: readonly Run[]): string {
  return arrange(runs)
    .map((part) => part.text)
    .join('\n');
}

/** True when everything in `text` is drawn already. */
function holds(drawn: string, text: string): boolean {
  return drawn.replace(/\s/g, '').indexOf(text.replace(/\s/g, '')) !== -1;
}

const MAX_CHOICES = 1000;

/** What was entered in a form field, and what may be chosen in one; empty for buttons and signatures. */
function fieldValue(reader: ContentReader, widget: PdfDictionary, isDrawn: boolean): string {
  const { store } = reader;
  const type = inherited(store, widget, 'FT');
  const isChoice = type === 'Ch';
  if (!isChoice && type !== 'Tx') return '';
  // The value of a choice may be a code that nobody sees.
  const value = isChoice && isDrawn ? null : inherited(store, widget, 'V');
  if (isStream(value)) return stringText(reader, store.unpackSmall(value).data);
  const choices = isChoice ? arrayOf(store, inherited(store, widget, 'Opt')) : [];
  return (isArray(value) ? value : [value])
    .concat(choices)
    .slice(0, MAX_CHOICES)
    .map((item) => choiceText(reader, item))
    .filter((text) => text !== '')
    .join('\n');
}

/** A choice is its text, or a code and its text. */
function choiceText(reader: ContentReader, value: PdfValue): string {
  const choice = resolve(reader.store, value);
  return stringText(reader, isArray(choice) ? choice[1] : choice);
}

/** An entry of a form field or of the nearest field above it that has one. */
function inherited(store: ObjectStore, widget: PdfDictionary, key: string): PdfValue {
  let field = widget;
  for (let steps = 0; steps < MAX_PARENTS; steps += 1) {
    const value = resolve(store, field.get(key));
    const parent = field.get('Parent');
    if (value !== null || parent === undefined) return value;
    field = dictionaryOf(store, parent);
  }
  return null;
}

function* drawAppearance(reader: ContentReader, annotation: PdfDictionary, runs: Run[]): Generator<void, void, void> {
  const { store } = reader;
  let normal = resolve(store, dictionaryOf(store, annotation.get('AP')).get('N'));
  if (!isStream(normal)) {
    const state = resolve(store, annotation.get('AS'));
    normal = typeof state === 'string' ? resolve(store, dictionaryOf(store, normal).get(state)) : null;
  }
  if (!isStream(normal)) return;
  const data = yield* formContent(reader, normal);
  const resources = dictionaryOf(store, normal.dictionary.get('Resources'));
  yield* readContent(reader, data, resources, appearanceMatrix(store, annotation, normal), runs);
}

/** Where an appearance stands on the page (ISO 32000-1, 12.5.5, algorithm 8.1). */
function appearanceMatrix(store: ObjectStore, annotation: PdfDictionary, appearance: PdfStream): Matrix {
  const own = matrixOf(store, appearance.dictionary.get('Matrix'));
  const rectangle = corners(store, annotation.get('Rect'));
  const box = corners(store, appearance.dictionary.get('BBox'));
  if (rectangle === null || box === null) return own;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box[0], box[2]]) {
    for (const y of [box[1], box[3]]) {
      const point = multiply([1, 0, 0, 1, x, y], own);
      xs.push(point[4]);
      ys.push(point[5]);
    }
  }
  const left = Math.min(...xs);
  const bottom = Math.min(...ys);
  const width = Math.max(...xs) - left;
  const height = Math.max(...ys) - bottom;
  const scaleX = width > 0 ? (rectangle[2] - rectangle[0]) / width : 1;
  const scaleY = height > 0 ? (rectangle[3] - rectangle[1]) / height : 1;
  return multiply(own, [scaleX, 0, 0, scaleY, rectangle[0] - left * scaleX, rectangle[1] - bottom * scaleY]);
}

function corners(store: ObjectStore, value: PdfValue | undefined): readonly [number, number, number, number] | null {
  const list = arrayOf(store, value);
  if (list.length < 4) return null;
  const at = (index: number): number => numberOf(store, list[index], 0);
  return [Math.min(at(0), at(2)), Math.min(at(1), at(3)), Math.max(at(0), at(2)), Math.max(at(1), at(3))];
}

