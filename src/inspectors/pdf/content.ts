import { MAX_ITEMS, readItems, skipInlinePicture } from './content-syntax';
import { makeLexer, readToken, readValue } from './lexer';
import type { Lexer } from './lexer';
import { UNREADABLE } from './fonts';
import type { Font } from './fonts';
import { documentText } from './encodings';
import { GUESSED_WORD_GAP, WORD_GAP } from './lines';
import type { Run } from './lines';
import { IDENTITY, area, matrixOf, multiply } from './matrix';
import type { Matrix } from './matrix';
import { MAX_TEXT, formContent, spend } from './reader';
import type { ContentReader } from './reader';
import { EMPTY_DICTIONARY, dictionaryOf, isArray, isDictionary, isStream, resolve } from './values';
import type { PdfDictionary, PdfStream, PdfValue } from './values';

/** Runs kept for one page: a page of 50,000 words is no page. */
const MAX_RUNS = 50000;
const MAX_OPERANDS = 64;
const MAX_SAVED = 256;
const MAX_MARKED = 256;
const MAX_FORM_DEPTH = 12;
/** Beginning a form takes about as long as reading this many bytes. */
const FORM_COST = 200;
/** How much content is read between two questions about the time. */
const STRETCH = 1 << 15;
const PAUSE_INTERVAL = 1 << 18;
/** So many spaces in a row part columns in reports that are lined up with spaces. */
const COLUMN_SPACES = 2;

/** What `q` saves and `Q` brings back (ISO 32000-1, 8.4.1), as far as it matters for text. */
interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
  characterSpace: number;
  wordSpace: number;
  /** Horizontal scaling, 1 for none. */
  stretch: number;
  leading: number;
  rise: number;
}

interface Frame {
  readonly lexer: Lexer;
  readonly resources: PdfDictionary;
  readonly savedDepth: number;
  readonly form: PdfStream | null;
}

interface Marked {
  readonly actual: string | null;
  /** How many runs there were when it began. */
  readonly since: number;
}

/** Where the reading of content has got to. */
interface Scene {
  readonly reader: ContentReader;
  /** Where runs go. */
  readonly runs: Run[];
  state: State;
  textMatrix: Matrix;
  lineMatrix: Matrix;
  readonly saved: State[];
  readonly marked: Marked[];
  markedTooDeep: number;
  /** The innermost form, and outside of it what draws it. */
  frame: Frame;
  readonly frames: Frame[];
  readonly operands: PdfValue[];
  /** A form that is drawn, and is to be read before anything else. */
  wanted: PdfStream | null;
}

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
    markedTooDeep: 0,
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

function move(scene: Scene, font: Font, width: number): void {
  const [a, b, c, d, e, f] = scene.textMatrix;
  scene.textMatrix = font.isVertical ? [a, b, c, d, e - width * c, f - width * d] : [a, b, c, d, e + width * a, f + width * b];
}

/** Shows strings and the shifts between them as few runs: a new one only where a wide gap parts columns. */
function show(scene: Scene, items: readonly PdfValue[]): void {
  const { reader, state } = scene;
  const font = state.font ?? (state.font = reader.fontOf(undefined));
  const { texts, widths, codeLengths } = font;
  const stretch = font.isVertical ? 1 : state.stretch;
  const unit = (state.size / 1000) * stretch;
  const wordGap = (font.hasGuessedWidths ? GUESSED_WORD_GAP : WORD_GAP) * Math.abs(state.size * stretch);
  let characters = '';
  let width = 0;
  // Where the last letter ends: spaces and shifts after it are no part of what is seen.
  let drawnWidth = 0;
  let spaces = 0;
  for (const item of items) {
    if (typeof item === 'number') {
      const shift = -item * unit;
      // A wide gap parts columns; a shift back over what was just drawn begins something new.
      if (characters === '' || shift > wordGap * 6 || shift < -4 * Math.abs(state.size)) {
        put(scene, font, characters, drawnWidth, width);
        move(scene, font, shift);
        characters = '';
        width = drawnWidth = spaces = 0;
      } else {
        if (shift > wordGap && spaces === 0) {
          characters += ' ';
          spaces = 1;
        }
        width += shift;
      }
      continue;
    }
    if (!(item instanceof Uint8Array)) continue;
    for (let index = 0; index < item.length && reader.readable <= MAX_TEXT; ) {
      const length = codeLengths[item[index]!]!;
      let code = item[index]!;
      for (let more = 1; more < length; more += 1) code = code * 256 + (item[index + more] ?? 0);
      index += length;
      let character = texts[code];
      if (character === undefined) {
        font.learn(code);
        character = texts[code]!;
      }
      if (character === ' ') spaces += 1;
      else {
        if (spaces >= COLUMN_SPACES) {
          put(scene, font, characters, drawnWidth, width);
          characters = '';
          width = drawnWidth = 0;
        }
        spaces = 0;
      }
      if (character === UNREADABLE) reader.unreadable += 1;
      else {
        reader.readable += character.length;
        characters += character;
      }
      width += widths[code]! * unit + state.characterSpace * stretch;
      if (code === 32 && length === 1) width += state.wordSpace * stretch;
      if (character !== ' ') drawnWidth = width;
    }
  }
  put(scene, font, characters, drawnWidth, width);
}

function nextLine(scene: Scene, x: number, y: number): void {
  scene.textMatrix = scene.lineMatrix = multiply([1, 0, 0, 1, x, y], scene.lineMatrix);
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

function beginMarked(scene: Scene, properties: PdfValue): void {
  const { marked, reader, runs } = scene;
  if (marked.length >= MAX_MARKED) {
    scene.markedTooDeep += 1;
    return;
  }
  const actual = isDictionary(properties) ? resolve(reader.store, properties.get('ActualText')) : null;
  marked.push({ actual: actual instanceof Uint8Array ? documentText(actual) : null, since: runs.length });
}

function endMarked(scene: Scene): void {
  if (scene.markedTooDeep > 0) {
    scene.markedTooDeep -= 1;
    return;
  }
  const mark = scene.marked.pop();
  if (mark !== undefined && mark.actual !== null) replaceByActual(scene.runs, mark.since, mark.actual);
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

/** Puts a run down, and moves on by how far it leads. */
function put(scene: Scene, font: Font, characters: string, drawnWidth: number, width: number): void {
  const { runs, reader, state } = scene;
  const [a, b, c, d, e, f] = multiply(scene.textMatrix, state.matrix);
  const x = e + state.rise * c;
  const y = f + state.rise * d;
  const alongX = font.isVertical ? -c : a;
  const alongY = font.isVertical ? -d : b;
  const scale = Math.sqrt(alongX * alongX + alongY * alongY);
  if (characters !== '' && scale > 0) {
    const directionX = alongX / scale;
    const directionY = alongY / scale;
    const isLevel = directionY === 0 && directionX > 0;
    const size = Math.abs(state.size) * Math.sqrt(c * c + d * d) * font.scale;
    const begin = isLevel ? x : x * directionX + y * directionY;
    const length = drawnWidth * scale;
    runs.push({
      text: characters,
      start: length < 0 ? begin + length : begin,
      end: length < 0 ? begin : begin + length,
      base: isLevel ? y : y * directionX - x * directionY,
      size: size > 0 ? size : 0.001,
      angle: isLevel ? 0 : Math.round((Math.atan2(directionY, directionX) * 180) / Math.PI),
      isGuessed: font.hasGuessedWidths,
    });
    if (runs.length > MAX_RUNS) {
      reader.flush(runs);
      runs.length = 0;
    }
  }
  move(scene, font, width);
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

/**
 * Puts the text a file gives for what was drawn in its place. Glyphs that say much more than that text stay: what a reader
 * sees must not be hidden by what a reader does not.
 */
function replaceByActual(runs: Run[], since: number, actual: string): void {
  const first = runs[since];
  if (first === undefined) return;
  let drawn = 0;
  for (let index = since; index < runs.length; index += 1) drawn += runs[index]!.text.trim().length;
  if (drawn > actual.length + 3) return;
  first.text = actual;
  for (let index = since + 1; index < runs.length; index += 1) runs[index]!.text = '';
}
