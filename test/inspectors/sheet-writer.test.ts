import type { PlacedText } from '../../src/inspectors/office/package';
import { writeSheet } from '../../src/inspectors/office/sheet-writer';
import { makeTextBuffer } from '../../src/inspectors/text/text-buffer';

type Cell = readonly [row: number, column: number, text: string, isHidden?: boolean];

function tablesOf(cells: readonly Cell[], hiddenSheet: string | null = null): PlacedText[] {
  const segments: PlacedText[] = [];
  const writer = writeSheet((segment) => segments.push(segment), 'Sheet', hiddenSheet);
  for (const [row, column, text, isHidden] of cells) {
    writer.text.append(text);
    writer.endCell(row, column, isHidden ?? false);
  }
  for (const pauses = writer.finish(); pauses.next().done !== true;);
  return segments;
}

test('cells become one table of the rows and columns that are used', () => {
  expect(tablesOf([[2, 1, 'Name'], [2, 4, 'Born'], [5, 4, '2012-03-04']])).toEqual([
    { place: 'Sheet', text: 'Name\tBorn\n\t2012-03-04', table: { rows: [2, 5], columns: [1, 4], notation: 'cell' } },
  ]);
});

test('cells of one row that go back to the left begin a line of their own', () => {
  expect(tablesOf([[1, 3, 'b'], [1, 0, 'a'], [1, 0, 'c']])[0]).toEqual({
    place: 'Sheet', text: '\tb\na\nc', table: { rows: [1, 1, 1], columns: [0, 3], notation: 'cell' },
  });
});

test('rows with something hidden come after the others, whole and said to be hidden, so that what is hidden stands beside a name', () => {
  const cells: Cell[] = [[1, 0, 'seen'], [1, 1, 'not seen', true], [1, 2, 'after'], [2, 0, 'seen too'], [3, 0, 'no row', true], [3, 1, 'at all', true]];
  expect(tablesOf(cells)).toEqual([
    { place: 'Sheet', text: 'seen\tafter\nseen too', table: { rows: [1, 2], columns: [0, 2], notation: 'cell' } },
    { place: 'Sheet', text: 'seen\tnot seen\tafter\nno row\tat all', hidden: 'hidden rows or columns', table: { rows: [1, 3], columns: [0, 1, 2], notation: 'cell' } },
  ]);
  expect(tablesOf(cells, 'hidden sheet').map(({ hidden }) => hidden)).toEqual(['hidden sheet', 'hidden sheet']);
});

test('hidden rows have the heading of the sheet above them, its title too', () => {
  const cells: Cell[] = [[1, 0, 'Register'], [3, 0, 'Name'], [3, 1, 'Born'], [4, 0, 'Ada'], [4, 1, '2012'], [5, 0, 'Ben', true], [5, 1, '2013', true]];
  expect(tablesOf(cells).map(({ text }) => text)).toEqual(['Register\nName\tBorn\nAda\t2012', 'Register\nName\tBorn\nBen\t2013']);
});

test('cells strewn over a whole sheet stay small: beyond the most tables they are text without places, and none is lost', () => {
  const cells: Cell[] = [];
  for (let index = 0; index < 16000; index += 1) cells.push([index * 7 + 1, (index * 61) % 16384, `cell${index}`]);
  cells.push([200_000, 0, 'left'], [200_000, 16383, 'right']);
  const segments = tablesOf(cells);
  const rest = segments.filter(({ table }) => table === undefined);
  expect(segments).toHaveLength(501);
  expect(rest).toHaveLength(1);
  expect(rest[0]!.text).toMatch(/^cell\d+\ncell\d+\n[^]*\nleft\tright$/);
  expect(segments.map(({ text }) => text).join('\n').split(/\s+/)).toHaveLength(cells.length);
  expect(segments.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(4_000_000);
});

test('buffers that are emptied leave nothing in those that come after, nor take from those still written to', () => {
  const written = Array.from({ length: 40 }, (_, index) => `${index} `.repeat(1 + index * 40));
  const kept = written.map((text) => {
    const buffer = makeTextBuffer();
    buffer.append(text);
    return buffer;
  });
  kept.forEach((buffer, index) => {
    if (index % 2 === 0) expect(buffer.take()).toBe(written[index]);
  });
  const later = written.map((text, index) => {
    const buffer = index % 2 === 0 ? kept[index]! : makeTextBuffer();
    buffer.append(text.slice(1));
    return buffer;
  });
  kept.forEach((buffer, index) => {
    if (index % 2 === 1) expect(buffer.slice()).toBe(written[index]);
  });
  later.forEach((buffer, index) => expect(buffer.slice()).toBe(written[index]!.slice(1)));
});
