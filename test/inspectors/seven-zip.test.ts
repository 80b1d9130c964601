import { crc32 } from '../../src/inspectors/bytes';
import { bytesOf, expectInspection, inspectBytes, inspectSample, little, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const PUPILS = 'Rowan Example';
const MINUTES = 'Oakfield reading group';

const CASES: readonly (readonly [string, string, Expected])[] = [
  ['an archive packed with LZMA is read', 'lzma.7z', { format: '7z', protection: 'open', content: 'all', says: PUPILS }],
  [
    'an archive packed as one with LZMA2 is read',
    'lzma2-solid.7z',
    { format: '7z', protection: 'open', content: 'all', says: 'summer concert' },
  ],
  ['an archive that only stores is read', 'stored.7z', { format: '7z', protection: 'open', content: 'all', says: MINUTES }],
  ['an archive packed with Deflate is read', 'deflate.7z', { format: '7z', protection: 'open', content: 'all', says: PUPILS }],
  ['an archive packed with bzip2 is read', 'bzip2.7z', { format: '7z', protection: 'open', content: 'all', says: PUPILS }],
  ['an archive with the delta filter is read', 'delta.7z', { format: '7z', protection: 'open', content: 'all', says: PUPILS }],
  ['an archive with the filter for programs is read', 'bcj.7z', { format: '7z', protection: 'open', content: 'all', says: PUPILS }],
  ['an archive packed with PPMd is open, and said not to be read', 'ppmd.7z', { format: '7z', protection: 'open', content: 'none' }],
  [
    'an archive with a password is protected, though its names can be seen',
    'locked.7z',
    { format: '7z', protection: 'protected', content: 'none' },
  ],
  ['an archive that hides its names too is protected', 'locked-names.7z', { format: '7z', protection: 'protected', content: 'none' }],
  [
    'an archive with one locked file among open ones is partly protected',
    'partly.7z',
    { format: '7z', protection: 'partly', content: 'part', says: PUPILS },
  ],
  [
    'an open archive around a locked one is partly protected',
    'locked-inside.7z',
    { format: '7z', protection: 'partly', content: 'part', says: MINUTES },
  ],
];

test.each(CASES)('%s', (_, file, expected) => {
  expectInspection(inspectSample(`7z/${file}`), expected);
});

test('names inside are told, those of folders, empty files and locked files too', () => {
  expect([...inspectSample('7z/lzma.7z').entries].sort()).toEqual(['empty.txt', 'minutes.txt', 'notes', 'notes/hall.txt', 'pupils.csv']);
  expect(inspectSample('7z/locked.7z').entries).toEqual(expect.arrayContaining(['pupils.csv', 'minutes.txt']));
  expect(inspectSample('7z/locked-inside.7z').entries).toContain('inner.7z > pupils.csv');
});

test('text carries the path of the file it is in', () => {
  const paths = inspectSample('7z/stored.7z').segments.map((segment) => segment.path);
  expect(paths).toEqual(expect.arrayContaining([['pupils.csv'], ['minutes.txt']]));
});

test('a program that unpacks itself is read like the archive it holds', () => {
  const program = bytesOf('MZ', new Array(3000).fill(0), sampleBytes('7z/lzma.7z'));
  expectInspection(inspectBytes('setup.exe', program), { format: '7z', protection: 'open', content: 'all', says: PUPILS });
});

describe('hostile archives end quickly, and never as open and clean', () => {
  const lzma = sampleBytes('7z/lzma.7z');

  /** A 7z file around a header of our own. */
  function archive(header: readonly number[], data: readonly number[] = []): Uint8Array {
    return bytesOf(
      '7z\xbc\xaf\x27\x1c\x00\x04',
      little(0, 4),
      little(data.length, 8),
      little(header.length, 8),
      little(crc32(Uint8Array.from(header)), 4),
      data,
      header,
    );
  }
  /** A header whose one folder holds one file, with the size it claims as 8 bytes. */
  function oneFile(method: readonly number[], properties: readonly number[], packedSize: number, size: number): number[] {
    const coder = properties.length > 0 ? [0x20 + method.length, ...method, properties.length, ...properties] : [method.length, ...method];
    const size8 = [0xff, ...little(size, 8)];
    return [
      1,
      4,
      6,
      0,
      1,
      9,
      0x80 | (packedSize >> 8),
      packedSize & 255,
      0,
      7,
      11,
      1,
      0,
      1,
      ...coder,
      12,
      ...size8,
      0,
      0,
      5,
      1,
      17,
      5,
      0,
      97,
      0,
      0,
      0,
      0,
      0,
    ];
  }

  test('a header of our own making is understood', () => {
    const inspection = inspectBytes('a.7z', archive(oneFile([0], [], 5, 5), [104, 101, 108, 108, 111]));
    expectInspection(inspection, { format: '7z', protection: 'open', content: 'all', says: 'hello' });
  });

  test('a huge declared size takes no memory', () => {
    const inspection = inspectBytes('a.7z', archive(oneFile([3, 1, 1], [93, 0, 0, 0, 64], 20, 2 ** 50), new Array<number>(20).fill(0)));
    expect(inspection.content).not.toBe('all');
  });

  test('a bomb of zeros stops at the size limit and says so', () => {
    const inspection = inspectSample('7z/zeros.7z', { maxUnpackedMB: 1 });
    expect(inspection.content).not.toBe('all');
    expect(inspection.contentReason).toContain('size limit');
    expect(textOf(inspection).length).toBeLessThanOrEqual(1024 * 1024);
  });

  test('files beyond the entry limit are named and not read', () => {
    const inspection = inspectSample('7z/lzma.7z', { maxEntries: 1 });
    expect(inspection.content).toBe('part');
    expect(inspection.contentReason).toContain('more files than the limit');
    expect(inspection.entries).toContain('minutes.txt');
  });

  test('counts and lengths beyond the file are not believed', () => {
    const huge = [0xff, ...little(2 ** 52, 8)];
    for (const header of [
      [1, 4, 6, 0, ...huge],
      [1, 4, 7, 11, ...huge],
      [1, 4, 7, 11, 1, 0, ...huge],
      [1, 5, ...huge],
      [1, 4, 6, 0, 1, 9, 1, 0, 7, 11, 1, 0, 1, 1, 0, 12, 1, 0, 8, 13, ...huge, 9],
      [1],
      [23],
      [23, 6],
      [],
    ]) {
      const inspection = inspectBytes('a.7z', archive([...header, ...new Array<number>(64).fill(1)]));
      expect(inspection.protection).toBe('unknown');
      expect(inspection.content).toBe('none');
    }
  });

  test('coders that feed each other in a circle are given up on', () => {
    const header = [
      1, 4, 6, 0, 1, 9, 1, 0, 7, 11, 1, 0, 3, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 12, 1, 1, 1, 0, 0, 5, 1, 17, 5, 0, 97, 0, 0, 0, 0, 0,
    ];
    expect(inspectBytes('a.7z', archive(header, [1])).content).toBe('none');
  });

  test('a packed header that holds itself is given up on', () => {
    const header = [23, 6, 0, 1, 9, 22, 0, 7, 11, 1, 0, 1, 1, 0, 12, 22, 0, 0];
    const file = archive([...header, 0, 0, 0, 0]);
    expect(inspectBytes('a.7z', file).protection).toBe('unknown');
  });

  test('a cut file says so', () => {
    for (let length = 33; length < lzma.length; length += 7) {
      const inspection = inspectBytes('a.7z', lzma.subarray(0, length));
      expect([inspection.protection, inspection.content]).toEqual(['unknown', 'none']);
    }
  });

  test('no change of one byte makes a locked archive open and clean', () => {
    const locked = sampleBytes('7z/locked.7z');
    for (let at = 0; at < locked.length; at += 1) {
      const changed = locked.slice();
      changed[at] = changed[at]! ^ 0x41;
      const inspection = inspectBytes('a.7z', changed);
      const isOpenAndClean = inspection.format === '7z' && inspection.content === 'all' && textOf(inspection) === '';
      expect([at, isOpenAndClean]).toEqual([at, false]);
    }
  });
});
