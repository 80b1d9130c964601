import { bytesOf, expectInspection, inspectBytes, little, textOf } from './inspecting';
import type { Expected } from './inspecting';

// No free tool writes RAR, so these archives are synthetic: built here after technote.txt (RAR 1.5–4) and “RAR 5.0 archive format”. Their
// checksums are left at zero, which the inspector does not look at.

const MARK_4 = 'Rar!\x1a\x07\x00';
const MARK_5 = 'Rar!\x1a\x07\x01\x00';
const WORDS = 'Rowan Example will bring the register.';

interface File {
  readonly name: string;
  readonly data?: string;
  readonly method?: number;
  readonly isEncrypted?: boolean;
  readonly isFolder?: boolean;
  readonly isSplit?: boolean;
}

function block4(type: number, flags: number, body: Uint8Array, data: string): Uint8Array {
  return bytesOf(little(0, 2), [type], little(flags, 2), little(7 + body.length, 2), body, data);
}

function rar4(files: readonly File[], mainFlags = 0): Uint8Array {
  const blocks = files.map(({ name, data = WORDS, method = 0x30, isEncrypted, isFolder, isSplit }) => {
    const flags = 0x8000 | (isEncrypted === true ? 4 : 0) | (isFolder === true ? 0xe0 : 0) | (isSplit === true ? 2 : 0);
    const content = isFolder === true ? '' : data;
    const body = bytesOf(
      little(content.length, 4),
      little(content.length, 4),
      [2],
      little(0, 8),
      [29, method],
      little(name.length, 2),
      little(0x20, 4),
      name,
    );
    return block4(0x74, flags, body, content);
  });
  return bytesOf(MARK_4, block4(0x73, mainFlags, bytesOf(little(0, 6)), ''), ...blocks, block4(0x7b, 0x4000, bytesOf(), ''));
}

function block5(type: number, flags: number, body: Uint8Array, extra: readonly number[], data: string): Uint8Array {
  const sizes = [...(extra.length > 0 ? [extra.length] : []), ...(data.length > 0 ? [data.length] : [])];
  const header = bytesOf([type, flags | (extra.length > 0 ? 1 : 0) | (data.length > 0 ? 2 : 0), ...sizes], body, extra);
  return bytesOf(little(0, 4), [header.length], header, data);
}

function rar5(files: readonly File[]): Uint8Array {
  const blocks = files.map(({ name, data = WORDS, method = 0, isEncrypted, isFolder, isSplit }) => {
    const content = isFolder === true ? '' : data;
    const compression = method << 7;
    const body = bytesOf(
      [isFolder === true ? 1 : 0, content.length, 0x20, (compression & 127) | 128, compression >> 7, 1, name.length],
      name,
    );
    return block5(2, isSplit === true ? 0x10 : 0, body, isEncrypted === true ? [3, 1, 0, 0] : [], content);
  });
  return bytesOf(MARK_5, block5(1, 0, bytesOf([0]), [], ''), ...blocks, block5(5, 0, bytesOf([0]), [], ''));
}

const OPEN_FILE = { name: 'open.txt' };
const LOCKED_FILE = { name: 'locked.txt', isEncrypted: true };

const CASES: readonly (readonly [string, Uint8Array, Expected])[] = [
  ['a RAR 4 archive that stores its files is read', rar4([OPEN_FILE]), { format: 'rar', protection: 'open', content: 'all', says: WORDS }],
  ['a RAR 5 archive that stores its files is read', rar5([OPEN_FILE]), { format: 'rar', protection: 'open', content: 'all', says: WORDS }],
  [
    'a RAR 4 archive that packs them is open, and said not to be read',
    rar4([{ ...OPEN_FILE, method: 0x33 }]),
    { format: 'rar', protection: 'open', content: 'none' },
  ],
  [
    'a RAR 5 archive that packs them is open, and said not to be read',
    rar5([{ ...OPEN_FILE, method: 3 }]),
    { format: 'rar', protection: 'open', content: 'none' },
  ],
  ['a RAR 4 archive with a password is protected', rar4([LOCKED_FILE]), { format: 'rar', protection: 'protected', content: 'none' }],
  ['a RAR 5 archive with a password is protected', rar5([LOCKED_FILE]), { format: 'rar', protection: 'protected', content: 'none' }],
  [
    'a RAR 4 archive with one locked file is partly protected',
    rar4([OPEN_FILE, LOCKED_FILE]),
    { format: 'rar', protection: 'partly', content: 'part', says: WORDS },
  ],
  [
    'a RAR 5 archive with one locked file is partly protected',
    rar5([OPEN_FILE, LOCKED_FILE]),
    { format: 'rar', protection: 'partly', content: 'part', says: WORDS },
  ],
  [
    'a RAR 4 archive that hides its names is protected',
    bytesOf(rar4([], 0x80).subarray(0, 20), new Array(40).fill(77)),
    { format: 'rar', protection: 'protected', content: 'none' },
  ],
  [
    'a RAR 5 archive that hides its names is protected',
    bytesOf(MARK_5, block5(4, 0, bytesOf([0, 0, 15]), [], ''), new Array(40).fill(77)),
    { format: 'rar', protection: 'protected', content: 'none' },
  ],
  [
    'a folder beside locked files changes nothing',
    rar4([{ name: 'notes', isFolder: true }, LOCKED_FILE]),
    { format: 'rar', protection: 'protected', content: 'none' },
  ],
  [
    'a part of an archive in several parts is not read as if it were whole',
    rar4([{ ...OPEN_FILE, isSplit: true }]),
    { format: 'rar', protection: 'open', content: 'none' },
  ],
  [
    'a program that unpacks itself is read like the archive it holds',
    bytesOf('MZ', new Array(2000).fill(0), rar5([OPEN_FILE])),
    { format: 'rar', protection: 'open', content: 'all', says: WORDS },
  ],
  [
    'a RAR 1.4 archive with a password is protected',
    bytesOf(
      'RE~^',
      little(7, 2),
      [0],
      little(4, 4),
      little(4, 4),
      little(0, 2),
      little(26, 2),
      little(0, 4),
      [0, 4, 0, 5, 3],
      'a.txt',
      'data',
    ),
    { format: 'rar', protection: 'protected', content: 'none' },
  ],
];

test.each(CASES)('%s', (_, bytes, expected) => {
  expectInspection(inspectBytes('a.rar', bytes), expected);
});

test('names inside are told, those of packed and locked files too', () => {
  expect(inspectBytes('a.rar', rar5([OPEN_FILE, { name: 'packed.txt', method: 3 }, LOCKED_FILE])).entries).toEqual([
    'open.txt',
    'packed.txt',
    'locked.txt',
  ]);
});

test('a name that is written a second time in Unicode is told by its plain form', () => {
  expect(inspectBytes('a.rar', rar4([{ name: 'test.txt\0\x04\x55\x42\x35' }])).entries).toEqual(['test.txt']);
});

describe('hostile archives end quickly, and never as open and clean', () => {
  test('an archive that ends early says so', () => {
    for (const archive of [rar4([OPEN_FILE]), rar5([OPEN_FILE])]) {
      for (let length = 8; length < archive.length - 8; length += 1) {
        const inspection = inspectBytes('a.rar', archive.subarray(0, length));
        expect([length, inspection.content]).not.toEqual([length, 'all']);
      }
    }
  });

  test('sizes and offsets that lead beyond the file, or nowhere, end the list', () => {
    const huge = new Array<number>(9).fill(0xff);
    for (const bytes of [
      bytesOf(MARK_5, [0, 0, 0, 0], huge, [127]),
      bytesOf(MARK_5, [0, 0, 0, 0, 0]),
      bytesOf(MARK_4, new Array(60).fill(0)),
      bytesOf(MARK_4, little(0, 2), [0x74], little(0x8000, 2), little(40, 2), new Array(40).fill(0xff)),
    ]) {
      const inspection = inspectBytes('a.rar', bytes);
      expect(inspection.content).toBe('none');
      expect(textOf(inspection)).toBe('');
    }
  });

  test('thousands of entries over the same few bytes stop at the entry limit', () => {
    const inspection = inspectBytes('a.rar', rar4(new Array<File>(3000).fill(OPEN_FILE)));
    expect(inspection.content).toBe('part');
    expect(inspection.contentReason).toContain('more files than the limit');
  });
});
