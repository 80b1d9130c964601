import { documentText } from './encodings';
import { UNREADABLE } from './fonts';
import type { Font } from './fonts';
import { GUESSED_WORD_GAP, WORD_GAP } from './lines';
import type { Run } from './lines';
import { multiply } from './matrix';
import { MAX_TEXT } from './reader';
import type { Scene } from './scene';
import { isDictionary, resolve } from './values';
import type { PdfValue } from './values';

/** Runs kept for one page: a page of 50,000 words is no page. */
const MAX_RUNS = 50000;
const MAX_MARKED = 256;
/** So many spaces in a row part columns in reports that are lined up with spaces. */
const COLUMN_SPACES = 2;

// What goes on for every word of a page stands outside of what uses it: engines forget how they made a function of one use fast
// when that use is over.

/** Shows strings and the shifts between them as few runs: a new one only where a wide gap parts columns. */
export function show(scene: Scene, items: readonly PdfValue[]): void {
  const { reader, state } = scene;
  const font = state.font ?? (state.font = reader.fontOf(undefined));
  const { texts, widths, codeLengths } = font;
  const { stretch } = state;
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
        move(scene, shift);
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

export function nextLine(scene: Scene, x: number, y: number): void {
  scene.textMatrix = scene.lineMatrix = multiply([1, 0, 0, 1, x, y], scene.lineMatrix);
}

/** Puts a run down, and moves on by how far it leads. */
function put(scene: Scene, font: Font, characters: string, drawnWidth: number, width: number): void {
  const { runs, reader, state } = scene;
  const [a, b, c, d, e, f] = multiply(scene.textMatrix, state.matrix);
  const x = e + state.rise * c;
  const y = f + state.rise * d;
  const scale = Math.sqrt(a * a + b * b);
  if (characters !== '' && scale > 0) {
    const directionX = a / scale;
    const directionY = b / scale;
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
  move(scene, width);
}

function move(scene: Scene, width: number): void {
  const [a, b, c, d, e, f] = scene.textMatrix;
  scene.textMatrix = [a, b, c, d, e + width * a, f + width * b];
}

export function beginMarked(scene: Scene, properties: PdfValue): void {
  const { marked, reader, runs } = scene;
  if (marked.length >= MAX_MARKED) return;
  const actual = isDictionary(properties) ? resolve(reader.store, properties.get('ActualText')) : null;
  marked.push({ actual: actual instanceof Uint8Array ? documentText(actual, reader.store.readers?.rareCharacters) : null, since: runs.length });
}

export function endMarked(scene: Scene): void {
  const mark = scene.marked.pop();
  if (mark !== undefined && mark.actual !== null) replaceByActual(scene.runs, mark.since, mark.actual);
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
