import { MAX_ITEMS, readItems, skipInlinePicture } from './content-syntax';
import { makeLexer, readToken, readValue } from './lexer';
import type { Run } from './lines';
import { IDENTITY, area, matrixOf, multiply } from './matrix';
import type { Matrix } from './matrix';
import { formContent, spend } from './reader';
import type { ContentReader } from './reader';
import type { Scene } from './scene';
import { beginMarked, endMarked, nextLine, show } from './showing';
import { EMPTY_DICTIONARY, dictionaryOf, isArray, isDictionary, isStream, resolve } from './values';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

const MAX_OPERANDS = 64;
const MAX_SAVED = 256;
const MAX_FORM_DEPTH = 12;
/** Beginning a form takes about as long as reading this many bytes. */
const FORM_COST = 200;
/** How much content is read between two questions about the time. */
const STRETCH = 1 << 15;
const PAUSE_INTERVAL = 1 << 18;

/** Reads content: a page's, an appearance's. Forms in it are read where they are drawn. Runs are added to `runs`. */
export function* readContent(
  reader: ContentReader,
  data: Uint8Array,
  resources: PdfDictionary,
  matrix: Matrix,
  runs: Run[],
): Generator<void, void, void> {
  const scene: Scene = {
    reader,
    runs,
    state: { matrix, font: null, size: 1, characterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 },
    textMatrix: IDENTITY,
    lineMatrix: IDENTITY,
    saved: [],
    marked: [],
    frame: { lexer: makeLexer(data, 0, data.length), resources, savedDepth: 0, form: null },
    frames: [],
    operands: [],
    wanted: null,
  };
  const { saved, frames, operands } = scene;
  let sincePause = 0;
  for (;;) {
    const { lexer, savedDepth } = scene.frame;
    const from = lexer.position;
    if (readTo(scene, Math.min(from + STRETCH, lexer.end))) reader.isCut = true;
    const done = lexer.position - from;
    sincePause += done;
    if (!spend(reader, done)) return;
    if (sincePause > PAUSE_INTERVAL) {
      sincePause = 0;
      yield;
    }
    const { wanted } = scene;
    if (wanted !== null) {
      scene.wanted = null;
      operands.length = 0;
      if (mayEnter(scene, wanted)) enter(scene, wanted, yield* formContent(reader, wanted));
    } else if (lexer.position >= lexer.end) {
      const outer = frames.pop();
      if (outer === undefined) return;
      // What the form left saved or marked ends with it.
      saved.length = savedDepth;
      scene.state = saved.pop()!;
      scene.frame = outer;
      operands.length = 0;
    }
  }
}

// What goes on for every word of a page stands outside of what uses it: engines forget how they made a function of one use fast
// when that use is over.

function operand(operands: readonly PdfValue[], fromEnd: number): PdfValue {
  return operands[operands.length - 1 - fromEnd] ?? null;
}

function number(operands: readonly PdfValue[], fromEnd: number): number {
  const value = operand(operands, fromEnd);
  return typeof value === 'number' ? value : 0;
}

function matrixIn(operands: readonly PdfValue[]): Matrix {
  return [number(operands, 5), number(operands, 4), number(operands, 3), number(operands, 2), number(operands, 1), number(operands, 0)];
}

function notePicture({ reader, state }: Scene): void {
  reader.largestPicture = Math.max(reader.largestPicture, area(state.matrix));
}

function draw(scene: Scene, object: PdfValue): void {
  if (!isStream(object)) return;
  const subtype = resolve(scene.reader.store, object.dictionary.get('Subtype'));
  if (subtype === 'Image') notePicture(scene);
  else if (subtype === 'Form') scene.wanted = object;
}

function act(scene: Scene, operator: string): void {
  const { state, operands, saved, frame } = scene;
  const last = operand(operands, 0);
  const value = number(operands, 0);
  switch (operator) {
    case '"':
    case "'":
    case 'Tj':
      if (operator === '"') {
        state.wordSpace = number(operands, 2);
        state.characterSpace = number(operands, 1);
      }
      if (operator !== 'Tj') nextLine(scene, 0, -state.leading);
      show(scene, [last]);
      return;
    case 'TJ':
      if (isArray(last)) show(scene, last);
      return;
    case 'TD':
    case 'Td':
      if (operator === 'TD') state.leading = -value;
      nextLine(scene, number(operands, 1), value);
      return;
    case 'T*':
      nextLine(scene, 0, -state.leading);
      return;
    case 'Tm':
      scene.textMatrix = scene.lineMatrix = matrixIn(operands);
      return;
    case 'BT':
      scene.textMatrix = scene.lineMatrix = IDENTITY;
      return;
    case 'Tf':
      state.font = scene.reader.fontOf(resource(scene, 'Font', operand(operands, 1)));
      state.size = value;
      return;
    case 'Tc':
      state.characterSpace = value;
      return;
    case 'Tw':
      state.wordSpace = value;
      return;
    case 'Tz':
      state.stretch = value / 100;
      return;
    case 'TL':
      state.leading = value;
      return;
    case 'Ts':
      state.rise = value;
      return;
    case 'cm':
      state.matrix = multiply(matrixIn(operands), state.matrix);
      return;
    case 'q':
      if (saved.length < MAX_SAVED) saved.push({ ...state });
      return;
    case 'Q':
      if (saved.length > frame.savedDepth) scene.state = saved.pop()!;
      return;
    case 'Do':
      draw(scene, resource(scene, 'XObject', last));
      return;
    case 'BDC':
      beginMarked(scene, isDictionary(last) ? last : resource(scene, 'Properties', last));
      return;
    case 'BMC':
      beginMarked(scene, null);
      return;
    case 'EMC':
      endMarked(scene);
      return;
    case 'BI':
      notePicture(scene);
      skipInlinePicture(frame.lexer);
  }
}

function mayEnter({ reader, frames, frame }: Scene, form: PdfStream): boolean {
  return spend(reader, FORM_COST) && frames.length < MAX_FORM_DEPTH && frame.form !== form && !frames.some((outer) => outer.form === form);
}

function enter(scene: Scene, form: PdfStream, content: Uint8Array): void {
  const { frame, saved, state } = scene;
  const { store } = scene.reader;
  const own = dictionaryOf(store, form.dictionary.get('Resources'));
  scene.frames.push(frame);
  saved.push({ ...state });
  state.matrix = multiply(matrixOf(store, form.dictionary.get('Matrix')), state.matrix);
  scene.frame = {
    lexer: makeLexer(content, 0, content.length),
    // A form without resources uses those of what draws it (ISO 32000-1, 7.8.3).
    resources: own === EMPTY_DICTIONARY ? frame.resources : own,
    savedDepth: saved.length,
    form,
  };
}

function resource({ reader, frame }: Scene, kind: string, name: PdfValue): PdfValue {
  const { store } = reader;
  return typeof name === 'string' ? resolve(store, dictionaryOf(store, frame.resources.get(kind)).get(name)) : null;
}

/** Reads up to an offset, or to where a form is drawn; true when something was too long to be read whole. */
function readTo(scene: Scene, stop: number): boolean {
  const { operands } = scene;
  const { lexer } = scene.frame;
  let isCut = false;
  while (scene.wanted === null && lexer.position < stop) {
    switch (readToken(lexer)) {
      case 'value':
        if (operands.length >= MAX_OPERANDS) operands.length = 0;
        operands.push(lexer.value);
        break;
      case 'word':
        act(scene, lexer.word);
        operands.length = 0;
        break;
      case '[': {
        const items = readItems(lexer);
        if (items.length >= MAX_ITEMS) isCut = true;
        operands.push(items);
        break;
      }
      case '<<':
        lexer.position -= 2;
        operands.push(readValue(lexer, null));
        break;
      case 'end':
        return isCut;
      case ']':
      case '>>':
    }
  }
  return isCut;
}
