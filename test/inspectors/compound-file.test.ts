import { findEntry, isCompoundFile, openCompoundFile } from '../../src/inspectors/compound/compound-file';
import type { CompoundFile } from '../../src/inspectors/compound/compound-file';
import { buildCompoundFile } from './build-compound-file';
import type { Tree } from './build-compound-file';

function fill(length: number, seed: number): Uint8Array {
  return new Uint8Array(length).map((_, index) => (index * 7 + seed) & 255);
}

function read(file: CompoundFile, ...path: string[]): Uint8Array | null {
  const entry = findEntry(file.root, ...path);
  return entry === null ? null : file.read(entry);
}

const TREE: Tree = {
  Short: fill(100, 1),
  Long: fill(10_000, 2),
  Empty: new Uint8Array(0),
  Storage: { Inner: fill(5_000, 3), Deeper: { Innermost: fill(64, 4) } },
};

describe.each([512, 4096] as const)('a compound file with sectors of %i bytes', (sectorSize) => {
  const bytes = buildCompoundFile(TREE, sectorSize);

  test('gives back short, long and empty streams, in storages too', () => {
    expect(isCompoundFile(bytes)).toBe(true);
    const file = openCompoundFile(bytes);
    expect(read(file, 'Short')).toEqual(fill(100, 1));
    expect(read(file, 'Long')).toEqual(fill(10_000, 2));
    expect(read(file, 'Empty')).toEqual(new Uint8Array(0));
    expect(read(file, 'Storage', 'Inner')).toEqual(fill(5_000, 3));
    expect(read(file, 'Storage', 'Deeper', 'Innermost')).toEqual(fill(64, 4));
    expect(file.isDamaged).toBe(false);
  });

  test('finds names whatever their case', () => {
    expect(read(openCompoundFile(bytes), 'STORAGE', 'inner')).toEqual(fill(5_000, 3));
  });

  test('knows what is not there', () => {
    expect(findEntry(openCompoundFile(bytes).root, 'Storage', 'Outer')).toBeNull();
  });

  test('cut off anywhere, gives what is left and never more', () => {
    for (let length = 8; length < bytes.length; length += 997) {
      const file = openCompoundFile(bytes.subarray(0, length));
      const long = read(file, 'Long');
      if (long !== null) expect(fill(10_000, 2).subarray(0, long.length)).toEqual(long);
    }
  });
});

test('streams that lie in pieces are put together', () => {
  // The second and the third sector of the stream change places.
  const bytes = buildCompoundFile({ Stream: fill(4_608, 9) });
  const view = new DataView(bytes.buffer);
  const table = 512 * (view.getUint32(76, true) + 1);
  const second = bytes.slice(512 * 2, 512 * 3);
  bytes.copyWithin(512 * 2, 512 * 3, 512 * 4);
  bytes.set(second, 512 * 3);
  view.setUint32(table, 2, true);
  view.setUint32(table + 4 * 2, 1, true);
  view.setUint32(table + 4 * 1, 3, true);
  expect(read(openCompoundFile(bytes), 'Stream')).toEqual(fill(4_608, 9));
});

test('a file of more than seven megabytes, whose table needs a list of its own, is read to its end', () => {
  const data = fill(8_000_000, 5);
  const file = openCompoundFile(buildCompoundFile({ Big: data, After: fill(70, 6) }));
  expect(Buffer.compare(read(file, 'Big')!, data)).toBe(0);
  expect(read(file, 'After')).toEqual(fill(70, 6));
});

describe('a damaged or hostile file', () => {
  function spoiled(change: (view: DataView, bytes: Uint8Array) => void): CompoundFile {
    const bytes = buildCompoundFile(TREE);
    change(new DataView(bytes.buffer), bytes);
    return openCompoundFile(bytes);
  }
  const tableAt = (view: DataView): number => 512 * (view.getUint32(76, true) + 1);
  const directoryAt = (view: DataView): number => 512 * (view.getUint32(48, true) + 1);

  test('with a table that goes in a circle ends at the size the stream claims', () => {
    const file = spoiled((view) => view.setUint32(tableAt(view), 0, true));
    expect(read(file, 'Long')!.length).toBeLessThanOrEqual(10_000);
  });

  test('with a directory that goes in a circle ends', () => {
    const file = spoiled((view) => {
      const directory = view.getUint32(48, true);
      view.setUint32(tableAt(view) + 4 * directory, directory, true);
    });
    expect(read(file, 'Short')).not.toBeNull();
  });

  test('with entries that are their own siblings and children still shows each once', () => {
    const file = spoiled((view) => {
      for (let entry = 1; entry < 8; entry += 1) for (const link of [68, 72, 76]) view.setUint32(directoryAt(view) + 128 * entry + link, 1, true);
    });
    expect(file.root.children.length).toBe(7);
    expect(read(file, 'Long')).toEqual(fill(10_000, 2));
    expect(file.isDamaged).toBe(true);
  });

  test('with sectors of two gigabytes is read with the usual size', () => {
    const file = spoiled((view) => view.setUint16(30, 31, true));
    expect(read(file, 'Long')).toEqual(fill(10_000, 2));
  });

  test('with a list of tables that points at itself ends', () => {
    const file = spoiled((view) => {
      view.setUint32(68, 3, true);
      view.setUint32(512 * 4 + 508, 3, true);
    });
    expect(read(file, 'Short')).not.toBeNull();
  });

  test('with a stream as large as can be claimed gives no more than the file has', () => {
    const file = spoiled((view) => view.setUint32(directoryAt(view) + 128 * 2 + 120, 0xffffffff, true));
    expect(read(file, 'Long')!.length).toBeLessThan(40_000);
  });

  test('with many streams that share their bytes stops giving them out', () => {
    const tree: Record<string, Uint8Array> = {};
    for (let index = 0; index < 200; index += 1) tree[`s${index}`] = new Uint8Array(0);
    const bytes = buildCompoundFile({ Shared: fill(50_000, 1), ...tree });
    const view = new DataView(bytes.buffer);
    for (let entry = 2; entry < 202; entry += 1) {
      view.setUint32(512 * (view.getUint32(48, true) + 1) + 128 * entry + 116, 0, true);
      view.setUint32(512 * (view.getUint32(48, true) + 1) + 128 * entry + 120, 50_000, true);
    }
    const file = openCompoundFile(bytes);
    const total = file.root.children.reduce((sum, child) => sum + file.read(child).length, 0);
    expect(total).toBeLessThanOrEqual(4 * bytes.length);
  });

  test('of the signature alone is empty', () => {
    const file = openCompoundFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    expect(file.root.children).toEqual([]);
    expect(file.isDamaged).toBe(true);
  });
});
