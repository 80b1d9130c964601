import { MAX_ITEMS, readItems, skipInlinePicture } from './content-syntax';
import { makeLexer, readValue } from './lexer';
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
import { EMPTY_DICTIONARY, isArray, isDictionary, isStream } from './values';
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

interface TextState {
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

/** Reads content: a page's, an appearance's. Forms in it are read where they are drawn. Runs are added to `runs`. */
export function* readContent(
  reader: ContentReader,
  data: Uint8Array,
  resources: PdfDictionary,
  start: Matrix,
  runs: Run[],
): Generator<void, void, void> {
  const { store } = reader;
  const target: Target = { reader, runs };
  let matrix: Matrix = start;
  let textMatrix: Matrix = IDENTITY;
  let lineMatrix: Matrix = IDENTITY;
  let text: TextState = { font: null, size: 1, characterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 };
  const saved: { matrix: Matrix; text: TextState }[] = [];
  const marked: Marked[] = [];
  const frames: Frame[] = [];
  const operands: PdfValue[] = [];
  let frame: Frame = { lexer: makeLexer(data, 0, data.length), resources, savedDepth: 0, form: null };
  let sincePause = 0;
  let wanted: PdfStream | null = null;
  let markedTooDeep = 0;

  const operand = (fromEnd: number): PdfValue => operands[operands.length - 1 - fromEnd] ?? null;
  const number = (fromEnd: number): number => {
    const value = operand(fromEnd);
    return typeof value === 'number' ? value : 0;
  };

  function move(font: Font, width: number): void {
    const [a, b, c, d, e, f] = textMatrix;
    textMatrix = font.isVertical ? [a, b, c, d, e - width * c, f - width * d] : [a, b, c, d, e + width * a, f + width * b];
  }

  /** Shows strings and the shifts between them as few runs: a new one only where a wide gap parts columns. */
  function show(items: readonly PdfValue[]): void {
    const font = text.font ?? (text.font = reader.fontOf(undefined));
    const { texts, widths, codeLengths } = font;
    const stretch = font.isVertical ? 1 : text.stretch;
    const unit = (text.size / 1000) * stretch;
    const wordGap = (font.hasGuessedWidths ? GUESSED_WORD_GAP : WORD_GAP) * Math.abs(text.size * stretch);
    let characters = '';
    let width = 0;
    // Where the last letter ends: spaces and shifts after it are no part of what is seen.
    let drawnWidth = 0;
    let spaces = 0;
    const finish = (): void => {
      put(target, font, text, multiply(textMatrix, matrix), characters, drawnWidth);
      move(font, width);
      characters = '';
      width = 0;
      drawnWidth = 0;
      spaces = 0;
    };
    for (const item of items) {
      if (typeof item === 'number') {
        const shift = -item * unit;
        // A wide gap parts columns; a shift back over what was just drawn begins something new.
        if (characters === '' || shift > wordGap * 6 || shift < -4 * Math.abs(text.size)) {
          finish();
          move(font, shift);
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
          if (spaces >= COLUMN_SPACES) finish();
          spaces = 0;
        }
        if (character === UNREADABLE) reader.unreadable += 1;
        else {
          reader.readable += character.length;
          characters += character;
        }
        width += widths[code]! * unit + text.characterSpace * stretch;
        if (code === 32 && length === 1) width += text.wordSpace * stretch;
        if (character !== ' ') drawnWidth = width;
      }
    }
    finish();
  }

  function nextLine(x: number, y: number): void {
    lineMatrix = multiply([1, 0, 0, 1, x, y], lineMatrix);
    textMatrix = lineMatrix;
  }

  function draw(object: PdfValue): void {
    if (!isStream(object)) return;
    const subtype = store.resolve(object.dictionary.get('Subtype'));
    if (subtype === 'Image') reader.largestPicture = Math.max(reader.largestPicture, area(matrix));
    else if (subtype === 'Form') wanted = object;
  }

  function beginMarked(properties: PdfValue): void {
    if (marked.length >= MAX_MARKED) {
      markedTooDeep += 1;
      return;
    }
    const actual = isDictionary(properties) ? store.resolve(properties.get('ActualText')) : null;
    marked.push({ actual: actual instanceof Uint8Array ? documentText(actual) : null, since: runs.length });
  }

  function endMarked(): void {
    if (markedTooDeep > 0) {
      markedTooDeep -= 1;
      return;
    }
    const mark = marked.pop();
    if (mark !== undefined && mark.actual !== null) replaceByActual(runs, mark.since, mark.actual);
  }

  /** False where a form is drawn, which is to be read before anything else. */
  function execute(operator: string): boolean {
    act(operator);
    operands.length = 0;
    return wanted === null;
  }

  function act(operator: string): void {
    switch (operator) {
      case 'Tj':
        show([operand(0)]);
        return;
      case 'TJ': {
        const items = operand(0);
        if (isArray(items)) show(items);
        return;
      }
      case "'":
        nextLine(0, -text.leading);
        show([operand(0)]);
        return;
      case '"':
        text.wordSpace = number(2);
        text.characterSpace = number(1);
        nextLine(0, -text.leading);
        show([operand(0)]);
        return;
      case 'Td':
        nextLine(number(1), number(0));
        return;
      case 'TD':
        text.leading = -number(0);
        nextLine(number(1), number(0));
        return;
      case 'T*':
        nextLine(0, -text.leading);
        return;
      case 'Tm':
        lineMatrix = [number(5), number(4), number(3), number(2), number(1), number(0)];
        textMatrix = lineMatrix;
        return;
      case 'BT':
        lineMatrix = IDENTITY;
        textMatrix = IDENTITY;
        return;
      case 'Tf':
        text.font = reader.fontOf(resource(store, frame, 'Font', operand(1)));
        text.size = number(0);
        return;
      case 'Tc':
        text.characterSpace = number(0);
        return;
      case 'Tw':
        text.wordSpace = number(0);
        return;
      case 'Tz':
        text.stretch = number(0) / 100;
        return;
      case 'TL':
        text.leading = number(0);
        return;
      case 'Ts':
        text.rise = number(0);
        return;
      case 'cm':
        matrix = multiply([number(5), number(4), number(3), number(2), number(1), number(0)], matrix);
        return;
      case 'q':
        if (saved.length < MAX_SAVED) saved.push({ matrix, text: { ...text } });
        return;
      case 'Q': {
        if (saved.length <= frame.savedDepth) return;
        const state = saved.pop()!;
        matrix = state.matrix;
        text = state.text;
        return;
      }
      case 'Do':
        draw(resource(store, frame, 'XObject', operand(0)));
        return;
      case 'BDC': {
        const properties = operand(0);
        beginMarked(isDictionary(properties) ? properties : resource(store, frame, 'Properties', properties));
        return;
      }
      case 'BMC':
        beginMarked(null);
        return;
      case 'EMC':
        endMarked();
        return;
      case 'BI':
        reader.largestPicture = Math.max(reader.largestPicture, area(matrix));
        skipInlinePicture(frame.lexer);
    }
  }

  function mayEnter(form: PdfStream): boolean {
    return spend(reader, FORM_COST) && frames.length < MAX_FORM_DEPTH && frame.form !== form && !frames.some((outer) => outer.form === form);
  }

  function enter(form: PdfStream, content: Uint8Array): void {
    frames.push(frame);
    const own = store.dictionary(form.dictionary.get('Resources'));
    saved.push({ matrix, text: { ...text } });
    matrix = multiply(matrixOf(store, form.dictionary.get('Matrix')), matrix);
    frame = {
      lexer: makeLexer(content, 0, content.length),
      // A form without resources uses those of what draws it (ISO 32000-1, 7.8.3).
      resources: own === EMPTY_DICTIONARY ? frame.resources : own,
      savedDepth: saved.length,
      form,
    };
  }

  for (;;) {
    const { lexer } = frame;
    const from = lexer.position;
    if (readTo(lexer, Math.min(from + STRETCH, lexer.end), operands, execute)) reader.isCut = true;
    const done = lexer.position - from;
    sincePause += done;
    if (!spend(reader, done)) return;
    if (sincePause > PAUSE_INTERVAL) {
      sincePause = 0;
      yield;
    }
    if (wanted !== null) {
      const form: PdfStream = wanted;
      wanted = null;
      operands.length = 0;
      if (mayEnter(form)) enter(form, yield* formContent(reader, form));
    } else if (lexer.position >= lexer.end) {
      const outer = frames.pop();
      if (outer === undefined) return;
      // What the form left saved or marked ends with it.
      saved.length = frame.savedDepth;
      const state = saved.pop()!;
      matrix = state.matrix;
      text = state.text;
      frame = outer;
      operands.length = 0;
    }
  }
}

/** Where runs go. */
interface Target {
  readonly reader: ContentReader;
  readonly runs: Run[];
}

/** Puts a run down. `across` leads from the text to the page. */
function put({ runs, reader }: Target, font: Font, text: TextState, across: Matrix, characters: string, width: number): void {
  const [a, b, c, d] = across;
  const x = across[4] + text.rise * c;
  const y = across[5] + text.rise * d;
  const alongX = font.isVertical ? -c : a;
  const alongY = font.isVertical ? -d : b;
  const scale = Math.sqrt(alongX * alongX + alongY * alongY);
  if (characters !== '' && scale > 0) {
    const directionX = alongX / scale;
    const directionY = alongY / scale;
    const isLevel = directionY === 0 && directionX > 0;
    const size = Math.abs(text.size) * Math.sqrt(c * c + d * d) * font.scale;
    const begin = isLevel ? x : x * directionX + y * directionY;
    const length = width * scale;
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
}

function resource(store: ContentReader['store'], { resources }: Frame, kind: string, name: PdfValue): PdfValue {
  return typeof name === 'string' ? store.resolve(store.dictionary(resources.get(kind)).get(name)) : null;
}

/**
 * Reads up to an offset, or to where `execute` says so; true when something was too long to be read whole. It stands outside of
 * what uses it, as engines forget how they made a function of one use fast when that is over.
 */
function readTo(lexer: Lexer, stop: number, operands: PdfValue[], execute: (operator: string) => boolean): boolean {
  let isCut = false;
  for (let goesOn = true; goesOn && lexer.position < stop;) {
    switch (lexer.next()) {
      case 'value':
        if (operands.length >= MAX_OPERANDS) operands.length = 0;
        operands.push(lexer.value);
        break;
      case 'word':
        goesOn = execute(lexer.word);
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
