import { decodeUtf8 } from '../../text/decode';
import { u16, u32 } from '../bytes';
import type { IwaFile, IwaMessage } from './iwork-archive';
import { showNumber } from './number-format';
import type { TextSink } from './package';
import { eachField } from './protocol-buffer';
import { writeSheet } from './sheet-writer';

// Message types and fields as the projects numbers-parser, SheetJS and keynote-parser have worked them out; Apple publishes none.
const TEXT_STORAGES = [2001, 2005, 2022];
const STORAGE_TEXT = 3;
const SHEET = 2;
const SHEET_NAME = 1;
const TABLE = 6001;
const TABLE_STORE = 4;
const TABLE_NAME = 8;
const STORE_TILES = 3;
const STORE_STRINGS = 4;
const STORE_RICH_TEXTS = 17;
const TILE_ENTRY = 1;
const TILE_SIZE = 2;
const LIST_ENTRY = 3;
const ENTRY_KEY = 1;
const ENTRY_STRING = 3;
const ENTRY_RICH_TEXT = 9;
const TILE_ROW = 5;
const ROWS_PER_TILE = 256;

/** Days from 30 December 1899, where spreadsheets count from, to 1 January 2001, where Apple counts seconds from. */
const APPLE_EPOCH = 36892;
const SECONDS_PER_DAY = 86400;
const DATE = { kind: 'date', hasDate: true, hasTime: true } as const;
const PLAIN = { kind: 'plain' } as const;

/** Parts that hold looks and placeholders. */
const FURNITURE = /stylesheet|theme|template|metadata|viewstate|calculationengine/i;

/** Hands out the running text of a document and its tables. */
export function* readIwaText(files: readonly IwaFile[], sink: TextSink): Generator<void, void, void> {
  const objects = new Map<number, IwaMessage>();
  for (const file of files) file.objects.forEach((message, id) => objects.set(id, message));
  for (const file of files) {
    const lines: string[] = [];
    const tables: IwaMessage[] = [];
    file.objects.forEach((message) => {
      if (TEXT_STORAGES.indexOf(message.type) !== -1) lines.push(storageText(message));
      else if (message.type === SHEET) lines.push(stringIn(message, SHEET_NAME));
      else if (message.type === TABLE) tables.push(message);
    });
    const text = lines.join('\n');
    sink.addText(FURNITURE.test(file.name) ? { place: '', text, hidden: 'document styles' } : { place: '', text });
    for (const table of tables) yield* readTable(table, objects, sink);
    yield;
  }
}

function storageText(message: IwaMessage): string {
  let text = '';
  eachField(message.data, message.start, message.end, (field, start, end) => {
    if (field === STORAGE_TEXT) text += decodeUtf8(message.data, start, end);
  });
  // Paragraph and line separators, and the place of a picture.
  return text.replace(/[\u2028\u2029\ufffc]/g, '\n');
}

function stringIn(message: IwaMessage, wanted: number): string {
  const found = fieldIn(message, wanted);
  return found === null ? '' : decodeUtf8(message.data, found.start, found.end);
}

/** The first field of that number, as a message of its own. */
function fieldIn(message: IwaMessage, wanted: number): IwaMessage | null {
  let found: IwaMessage | null = null;
  eachField(message.data, message.start, message.end, (field, start, end) => {
    if (field === wanted && found === null) found = { type: 0, data: message.data, start, end };
  });
  return found;
}

/** The object that a reference names: its number is the reference's first field. */
function follow(reference: IwaMessage | null, objects: ReadonlyMap<number, IwaMessage>): IwaMessage | null {
  if (reference === null) return null;
  let id = -1;
  eachField(reference.data, reference.start, reference.end, (field, _start, _end, value) => {
    if (field === 1) id = value;
  });
  return objects.get(id) ?? null;
}

function* readTable(table: IwaMessage, objects: ReadonlyMap<number, IwaMessage>, sink: TextSink): Generator<void, void, void> {
  const store = fieldIn(table, TABLE_STORE);
  if (store === null) return;
  const strings = readList(follow(fieldIn(store, STORE_STRINGS), objects), objects);
  const richTexts = readList(follow(fieldIn(store, STORE_RICH_TEXTS), objects), objects);
  const tiles = fieldIn(store, STORE_TILES);
  const writer = writeSheet(sink.addText, stringIn(table, TABLE_NAME), null);
  if (tiles !== null) {
    const entries: { number: number; tile: IwaMessage | null }[] = [];
    let rowsPerTile = ROWS_PER_TILE;
    eachField(tiles.data, tiles.start, tiles.end, (field, start, end, value) => {
      if (field === TILE_SIZE && value > 0) rowsPerTile = value;
      if (field !== TILE_ENTRY) return;
      const entry = { type: 0, data: tiles.data, start, end };
      let number = 0;
      eachField(tiles.data, start, end, (inner, _start, _end, id) => {
        if (inner === 1) number = id;
      });
      entries.push({ number, tile: follow(fieldIn(entry, 2), objects) });
    });
    for (const { number, tile } of entries) {
      if (tile === null) continue;
      eachField(tile.data, tile.start, tile.end, (field, start, end) => {
        if (field !== TILE_ROW) return;
        eachCell({ type: 0, data: tile.data, start, end }, (row, column, cell) => {
          writer.text.append(showCell(cell, strings, richTexts));
          writer.endCell(number * rowsPerTile + row + 1, column, false);
        });
      });
      yield;
    }
  }
  yield* writer.finish();
}

/** A list of strings by their keys; rich texts are stored as running text elsewhere. */
function readList(list: IwaMessage | null, objects: ReadonlyMap<number, IwaMessage>): Map<number, string> {
  const strings = new Map<number, string>();
  if (list === null) return strings;
  eachField(list.data, list.start, list.end, (field, start, end) => {
    if (field !== LIST_ENTRY) return;
    const entry = { type: 0, data: list.data, start, end };
    let key = -1;
    eachField(list.data, start, end, (inner, _start, _end, value) => {
      if (inner === ENTRY_KEY) key = value;
    });
    const payload = follow(fieldIn(entry, ENTRY_RICH_TEXT), objects);
    const storage = payload === null ? null : follow(fieldIn(payload, 1), objects);
    strings.set(key, storage === null ? stringIn(entry, ENTRY_STRING) : storageText(storage));
  });
  return strings;
}

/** Passes each cell of a row to `visit`; rows written for old programs too are read in their newer form. */
function eachCell(rowInfo: IwaMessage, visit: (row: number, column: number, cell: Uint8Array) => void): void {
  const { data } = rowInfo;
  let row = 0;
  let isWide = false;
  eachField(data, rowInfo.start, rowInfo.end, (field, _start, _end, value) => {
    if (field === 1) row = value;
    if (field === 8) isWide = value > 0;
  });
  const isNewer = fieldIn(rowInfo, 6) !== null && fieldIn(rowInfo, 7) !== null;
  const storage = fieldIn(rowInfo, isNewer ? 6 : 3);
  const offsets = fieldIn(rowInfo, isNewer ? 7 : 4);
  if (storage === null || offsets === null) return;
  const unit = isNewer && isWide ? 4 : 1;
  for (let at = offsets.start; at + 1 < offsets.end; at += 2) {
    const offset = u16(data, at);
    // What is not there is written as -1; a cell knows its own length.
    if (offset !== 0xffff) visit(row, (at - offsets.start) >> 1, data.subarray(storage.start + offset * unit, storage.end));
  }
}

/** Where a cell keeps the parts of its value; -1 for what it has not. */
interface CellLayout {
  readonly type: number;
  readonly decimal: number;
  readonly real: number;
  readonly seconds: number;
  readonly string: number;
  readonly richText: number;
}

function layoutOf(cell: Uint8Array): CellLayout {
  return (cell[0] ?? 0) >= 5 ? newLayout(cell) : oldLayout(cell);
}

function newLayout(cell: Uint8Array): CellLayout {
  const flags = u32(cell, 8);
  let at = 12;
  const take = (flag: number, size: number): number => {
    if ((flags & flag) === 0) return -1;
    at += size;
    return at - size;
  };
  return {
    type: cell[1] ?? 0,
    decimal: take(1, 16),
    real: take(2, 8),
    seconds: take(4, 8),
    string: take(8, 4),
    richText: take(16, 4),
  };
}

/** Documents of 2013 to 2016. Before the value stand numbers of styles and formats, one for each of some flags. */
function oldLayout(cell: Uint8Array): CellLayout {
  const isSecond = (cell[0] ?? 0) > 1;
  const flags = u32(cell, 4);
  let at = (isSecond ? 12 : 8) + 4 * countBits(flags & (isSecond ? 0xd8e : 0x18e));
  const take = (flag: number, size: number): number => {
    if ((flags & flag) === 0) return -1;
    at += size;
    return at - size;
  };
  const richText = take(0x200, 4);
  at += 4 * countBits(flags & (isSecond ? 0x3000 : 0x1000));
  // The kind of cell moved from the third byte to the second along the way.
  return {
    type: (cell[1] ?? 0) || (cell[2] ?? 0),
    decimal: -1,
    richText,
    string: take(0x10, 4),
    real: take(0x20, 8),
    seconds: take(0x40, 8),
  };
}

function countBits(flags: number): number {
  let count = 0;
  for (let rest = flags; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function showCell(cell: Uint8Array, strings: ReadonlyMap<number, string>, richTexts: ReadonlyMap<number, string>): string {
  const layout = layoutOf(cell);
  const real = (at: number): number =>
    at < 0 || at + 8 > cell.length ? NaN : new DataView(cell.buffer, cell.byteOffset + at, 8).getFloat64(0, true);
  switch (layout.type) {
    case 2:
    case 10: {
      const value = layout.decimal >= 0 ? decimalAt(cell, layout.decimal) : real(layout.real);
      return value === value ? showNumber(value, PLAIN, false) : '';
    }
    case 3:
      return strings.get(u32(cell, layout.string)) ?? '';
    case 5: {
      const seconds = real(layout.seconds);
      return seconds === seconds ? showNumber(seconds / SECONDS_PER_DAY + APPLE_EPOCH, DATE, false) : '';
    }
    case 6:
      return real(layout.real) > 0 ? 'TRUE' : 'FALSE';
    case 7: {
      const duration = real(layout.real);
      return duration === duration ? String(duration) : '';
    }
    case 9:
      return richTexts.get(u32(cell, layout.richText)) ?? '';
    default:
      return '';
  }
}

/** A decimal number of 16 bytes: 113 bits of digits and 14 of exponent, above 6176. */
function decimalAt(cell: Uint8Array, at: number): number {
  if (at + 16 > cell.length) return NaN;
  const high = cell[at + 15]!;
  const exponent = (((high & 0x7f) << 7) | (cell[at + 14]! >> 1)) - 0x1820;
  let digits = cell[at + 14]! & 1;
  for (let index = 13; index >= 0; index -= 1) digits = digits * 256 + cell[at + index]!;
  const value = Number(`${digits}e${exponent}`);
  return (high & 0x80) !== 0 ? -value : value;
}
