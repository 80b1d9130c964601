import { singleByteTable } from '../../text/single-byte';
import { limitReason } from '../budget';
import { writeFlow } from '../office/flow';
import type { InspectionContext } from '../inspector';
import type { Members } from '../members';
import { embeddedFile } from './rtf-object';
import { makeTableState } from './rtf-table';
import { characterOf, codePageOfCharset, destinationOf, encodingOfCodePage } from './rtf-words';
import type { Destination } from './rtf-words';

const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Bytes between two questions about the time, and between two pauses. */
const CLOCK_INTERVAL = 1 << 14;
const PAUSE_INTERVAL = 1 << 20;

/** Groups inside groups beyond this depth share one state: real documents stay below 100. */
const DEEPEST_GROUP = 10000;

const FIRST_OBJECT_SIZE = 4096;

/** What a group inherits from the one around it. */
interface GroupState {
  destination: Destination;
  isHidden: boolean;
  isDeleted: boolean;
  font: number;
  /** How many characters after `\u` stand for it in programs without Unicode. */
  replacementLength: number;
  isInTable: boolean;
  /** True in the group that began a box: its end ends the box. */
  opensBox: boolean;
}

/** Reads RTF into `members`: its text by places, and what is embedded in it as files of their own. */
export function* readRtf(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, void, void> {
  const { budget } = context;
  const flow = writeFlow((segment) => members.addText(segment), { place: '', numbersTables: true });
  const stack: GroupState[] = [];
  const fontPages = new Map<number, number>();
  let state: GroupState = {
    destination: 'text',
    isHidden: false,
    isDeleted: false,
    font: -1,
    replacementLength: 1,
    isInTable: false,
    opensBox: false,
  };
  let surplusDepth = 0;
  let defaultPage = 1252;
  let fontBeingDefined = -1;
  let isIgnorable = false;
  let toSkip = 0;
  let hasUnknownText = false;
  let objects = 0;
  const table = makeTableState(flow);
  /** Hexadecimal digits of an embedded object. */
  let objectBytes = new Uint8Array(FIRST_OBJECT_SIZE);
  let objectLength = 0;
  let halfByte = -1;

  function divert(): void {
    switch (state.destination) {
      case 'properties':
        flow.divert('document properties');
        return;
      case 'comment':
        flow.divert('comment');
        return;
      case 'field-code':
        flow.divert('field code');
        return;
      default:
        flow.divert(state.isDeleted ? 'tracked change' : state.isHidden ? 'hidden text' : null);
    }
  }

  function isTextual(): boolean {
    return state.destination !== 'skip' && state.destination !== 'fonts' && state.destination !== 'object-data';
  }

  function appendUnit(unit: number): void {
    if (toSkip > 0) {
      toSkip -= 1;
      return;
    }
    if (!isTextual()) return;
    if (state.destination === 'text') table.beforeText(state.isInTable);
    divert();
    flow.target().appendUnit(unit);
  }

  /** A byte beyond ASCII, in the code page of the font. */
  function appendByte(byte: number): void {
    if (byte < 0x80) {
      appendUnit(byte);
      return;
    }
    const page = fontPages.get(state.font) ?? 0;
    const encoding = encodingOfCodePage(page === 0 ? defaultPage : page);
    if (encoding === null && toSkip === 0 && isTextual()) hasUnknownText = true;
    appendUnit(encoding === null ? 0xfffd : singleByteTable(encoding)[byte]!);
  }

  function openGroup(): void {
    toSkip = 0;
    isIgnorable = false;
    if (stack.length >= DEEPEST_GROUP) {
      surplusDepth += 1;
      return;
    }
    stack.push(state);
    state = { ...state, opensBox: false };
  }

  function* closeGroup(): Generator<void, void, void> {
    toSkip = 0;
    if (surplusDepth > 0) {
      surplusDepth -= 1;
      return;
    }
    const outer = stack.pop();
    if (outer === undefined) return;
    if (state.destination === 'object-data' && outer.destination !== 'object-data') yield* endObject();
    if (isTextual() && (outer.destination !== state.destination || state.destination === 'properties')) {
      divert();
      flow.endDiversion();
    }
    if (state.opensBox) flow.endBox();
    state = outer;
  }

  function* endObject(): Generator<void, void, void> {
    const data = objectLength === 0 ? null : embeddedFile(objectBytes.slice(0, objectLength));
    objectLength = 0;
    halfByte = -1;
    if (data === null) return;
    if (!budget.unpack(data.length)) {
      members.addUnread(`object ${objects + 1}`, limitReason('size'));
      return;
    }
    objects += 1;
    yield* members.add(`object ${objects}`, data);
  }

  function startDestination(destination: Destination, word: string): void {
    // Inside what is passed over, nothing comes back to life.
    if (state.destination === 'skip') return;
    if (destination === 'box' || destination === 'note') {
      flow.divert(null);
      flow.startBox(destination === 'note' ? 'note' : word === 'shptxt' ? 'text box' : word.slice(0, 6));
      state.opensBox = true;
      state.destination = 'text';
      return;
    }
    state.destination = destination;
  }

  function applyWord(word: string, parameter: number | null): void {
    const destination = destinationOf(word, isIgnorable);
    isIgnorable = false;
    if (destination !== null) {
      startDestination(destination, word);
      return;
    }
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        if (state.destination === 'text') table.beforeText(state.isInTable);
        if (isTextual()) {
          divert();
          flow.endParagraph();
        }
        return;
      case 'line':
        appendUnit(10);
        return;
      case 'tab':
      case 'nestcell':
      case 'nestrow':
        if (state.destination === 'text' && table.isInRow()) appendUnit(32);
        else appendUnit(9);
        return;
      case 'trowd':
        if (state.destination === 'text') table.startRow();
        return;
      case 'cell':
        if (state.destination === 'text') table.endCell();
        return;
      case 'row':
        if (state.destination === 'text') table.endRow();
        return;
      case 'intbl':
        state.isInTable = true;
        return;
      case 'pard':
        state.isInTable = false;
        return;
      case 'plain':
        state.isHidden = false;
        state.isDeleted = false;
        return;
      case 'v':
        state.isHidden = parameter !== 0;
        return;
      case 'deleted':
        state.isDeleted = parameter !== 0;
        return;
      case 'uc':
        state.replacementLength = Math.max(0, Math.min(16, parameter ?? 1));
        return;
      case 'u':
        toSkip = 0;
        if (parameter !== null) appendUnit(parameter & 0xffff);
        toSkip = state.replacementLength;
        return;
      case 'f':
        if (state.destination === 'fonts') fontBeingDefined = parameter ?? -1;
        else state.font = parameter ?? -1;
        return;
      case 'fcharset':
        if (state.destination === 'fonts') fontPages.set(fontBeingDefined, codePageOfCharset(parameter ?? 0));
        return;
      case 'cpg':
        if (state.destination === 'fonts') fontPages.set(fontBeingDefined, parameter ?? 0);
        return;
      case 'ansicpg':
        defaultPage = parameter ?? 1252;
        return;
      case 'mac':
      case 'pc':
      case 'pca':
        return;
      default: {
        const character = characterOf(word);
        if (character !== null) appendUnit(character);
      }
    }
  }

  function appendHexDigit(byte: number): void {
    const digit = hexValue(byte);
    if (digit === -1) return;
    if (halfByte === -1) {
      halfByte = digit;
      return;
    }
    if (objectLength === objectBytes.length) {
      if (objectLength >= budget.remainingBytes) return;
      const larger = new Uint8Array(objectLength * 2);
      larger.set(objectBytes);
      objectBytes = larger;
    }
    objectBytes[objectLength] = halfByte * 16 + digit;
    objectLength += 1;
    halfByte = -1;
  }

  let position = 0;
  let askedAt = 0;
  let pausedAt = 0;
  while (position < bytes.length) {
    if (position - askedAt > CLOCK_INTERVAL) {
      askedAt = position;
      if (budget.isOutOfTime()) {
        members.miss(limitReason('time'));
        break;
      }
      if (position - pausedAt > PAUSE_INTERVAL) {
        pausedAt = position;
        yield;
      }
    }
    const byte = bytes[position]!;
    position += 1;
    if (byte === OPEN_BRACE) openGroup();
    else if (byte === CLOSE_BRACE) yield* closeGroup();
    else if (byte === BACKSLASH) {
      const next = bytes[position] ?? 0;
      if (isLetter(next)) {
        const word = readWord(bytes, position);
        position = word.end;
        if (word.name === 'bin') position += Math.max(0, word.parameter ?? 0);
        else applyWord(word.name, word.parameter);
      } else {
        position += 1;
        if (next === 0x27) {
          const value = hexValue(bytes[position] ?? 0) * 16 + hexValue(bytes[position + 1] ?? 0);
          position += 2;
          if (value >= 0) appendByte(value);
        } else if (next === 0x2a) isIgnorable = opensGroup(bytes, position - 3);
        else if (next === 0x7e) appendUnit(0xa0);
        else if (next === 0x5f) appendUnit(0x2d);
        else if (next === 10 || next === 13) applyWord('par', null);
        else if (next === 9) applyWord('tab', null);
        else if (next === BACKSLASH || next === OPEN_BRACE || next === CLOSE_BRACE) appendUnit(next);
      }
    } else if (byte === 13 || byte === 10 || byte === 0) continue;
    else if (state.destination === 'object-data') appendHexDigit(byte);
    else appendByte(byte);
  }
  yield* endObject();
  flow.finish();
  if (hasUnknownText) members.miss('Some of it is written in an East Asian encoding that cannot be read here.');
}

/**
 * True when nothing but line ends stands between the place and the brace that opens its group. Only there does `\*` let a reader
 * pass over what it does not know; amid text, as StarWriter wrote it, it would hide the rest of the paragraph.
 */
function opensGroup(bytes: Uint8Array, place: number): boolean {
  let at = place;
  while (bytes[at] === 10 || bytes[at] === 13) at -= 1;
  return bytes[at] === OPEN_BRACE;
}

/** The longest control word (RTF 1.9.1); what is longer is none. */
const LONGEST_WORD = 32;

function readWord(bytes: Uint8Array, start: number): { name: string; parameter: number | null; end: number } {
  let at = start;
  let name = '';
  while (at < bytes.length && isLetter(bytes[at]!) && at - start < LONGEST_WORD) {
    name += String.fromCharCode(bytes[at]!);
    at += 1;
  }
  let sign = 1;
  let parameter: number | null = null;
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) {
    sign = -1;
    at += 1;
  }
  for (let count = 0; isDigit(bytes[at] ?? 0) && count < 10; count += 1) {
    parameter = (parameter ?? 0) * 10 + bytes[at]! - 48;
    at += 1;
  }
  if (bytes[at] === 32) at += 1;
  return { name, parameter: parameter === null ? null : sign * parameter, end: at };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** The value of a hexadecimal digit; -1 for any other byte. */
function hexValue(byte: number): number {
  if (isDigit(byte)) return byte - 48;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
