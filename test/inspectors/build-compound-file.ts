/** What a compound file is built from: streams by their bytes, storages by what they hold. */
export interface Tree {
  readonly [name: string]: Uint8Array | Tree;
}

interface Entry {
  readonly name: string;
  readonly data: Uint8Array | null;
  readonly children: number[];
  start: number;
  size: number;
}

const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;
const LIST_SECTOR = 0xfffffffc;
const SMALL = 64;
const SMALL_LIMIT = 4096;

/** Builds a compound file as [MS-CFB] has it: small streams in the root's own, a list of FAT sectors when there are many. */
export function buildCompoundFile(tree: Tree, sectorSize: 512 | 4096 = 512): Uint8Array {
  const entries: Entry[] = [{ name: 'Root Entry', data: null, children: [], start: END_OF_CHAIN, size: 0 }];
  const addTree = (branch: Tree, parent: number): void => {
    for (const name of Object.keys(branch)) {
      const value = branch[name]!;
      const isStream = value instanceof Uint8Array;
      entries.push({ name, data: isStream ? value : null, children: [], start: isStream ? END_OF_CHAIN : 0, size: isStream ? value.length : 0 });
      const index = entries.length - 1;
      entries[parent]!.children.push(index);
      if (!isStream) addTree(value, index);
    }
  };
  addTree(tree, 0);

  const sectors: Uint8Array[] = [];
  const links: number[] = [];
  const addChain = (data: Uint8Array): number => {
    if (data.length === 0) return END_OF_CHAIN;
    const first = sectors.length;
    for (let at = 0; at < data.length; at += sectorSize) {
      const sector = new Uint8Array(sectorSize);
      sector.set(data.subarray(at, at + sectorSize));
      sectors.push(sector);
      links.push(at + sectorSize < data.length ? sectors.length : END_OF_CHAIN);
    }
    return first;
  };

  const small: Uint8Array[] = [];
  const smallLinks: number[] = [];
  for (const entry of entries) {
    if (entry.data === null || entry.data.length === 0) continue;
    if (entry.data.length >= SMALL_LIMIT) {
      entry.start = addChain(entry.data);
      continue;
    }
    entry.start = small.length;
    for (let at = 0; at < entry.data.length; at += SMALL) {
      const piece = new Uint8Array(SMALL);
      piece.set(entry.data.subarray(at, at + SMALL));
      small.push(piece);
      smallLinks.push(at + SMALL < entry.data.length ? small.length : END_OF_CHAIN);
    }
  }
  const smallStream = joined(small);
  entries[0]!.size = smallStream.length;
  entries[0]!.start = addChain(smallStream);
  const smallTable = addChain(numbers(smallLinks));
  const directory = addChain(joined(entries.map((entry, index) => directoryEntry(entry, index, entries))));

  const perSector = sectorSize / 4;
  // The table lists its own sectors too, and those of the list of them.
  let tableCount = 0;
  let listCount = 0;
  for (;;) {
    const needed = Math.ceil((links.length + tableCount + listCount) / perSector);
    const lists = Math.max(0, Math.ceil((needed - 109) / (perSector - 1)));
    if (needed === tableCount && lists === listCount) break;
    tableCount = needed;
    listCount = lists;
  }
  const firstTable = sectors.length;
  const firstList = firstTable + tableCount;
  const tableSectors = Array.from({ length: tableCount }, (_, index) => firstTable + index);
  const table = [...links, ...tableSectors.map(() => FAT_SECTOR), ...new Array<number>(listCount).fill(LIST_SECTOR)];
  while (table.length < tableCount * perSector) table.push(FREE);
  const lists: number[] = [];
  for (let list = 0; list < listCount; list += 1) {
    const part = tableSectors.slice(109 + list * (perSector - 1), 109 + (list + 1) * (perSector - 1));
    while (part.length < perSector - 1) part.push(FREE);
    lists.push(...part, list + 1 < listCount ? firstList + list + 1 : END_OF_CHAIN);
  }

  const header = new Uint8Array(sectorSize);
  const view = new DataView(header.buffer);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, sectorSize === 512 ? 3 : 4, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, sectorSize === 512 ? 9 : 12, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tableCount, true);
  view.setUint32(48, directory, true);
  view.setUint32(56, SMALL_LIMIT, true);
  view.setUint32(60, smallTable, true);
  view.setUint32(64, Math.ceil(smallLinks.length / perSector), true);
  view.setUint32(68, listCount === 0 ? END_OF_CHAIN : firstList, true);
  view.setUint32(72, listCount, true);
  for (let index = 0; index < 109; index += 1) view.setUint32(76 + 4 * index, tableSectors[index] ?? FREE, true);
  return joined([header, ...sectors, numbers(table), numbers(lists)]);
}

/** Siblings hang to the right of each other: a tree as good as any. */
function directoryEntry(entry: Entry, index: number, entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < entry.name.length; at += 1) view.setUint16(2 * at, entry.name.charCodeAt(at), true);
  view.setUint16(64, 2 * entry.name.length + 2, true);
  bytes[66] = index === 0 ? 5 : entry.data === null ? 1 : 2;
  bytes[67] = 1;
  const siblings = entries.find((other) => other.children.includes(index))?.children ?? [];
  view.setUint32(68, FREE, true);
  view.setUint32(72, siblings[siblings.indexOf(index) + 1] ?? FREE, true);
  view.setUint32(76, entry.children[0] ?? FREE, true);
  view.setUint32(116, entry.start, true);
  view.setUint32(120, entry.size, true);
  return bytes;
}

function numbers(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setUint32(4 * index, value, true));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
