import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const MINUTES = 'Oakfield reading group';

const CASES: readonly (readonly [string, string, Expected])[] = [
  ['an xz file is unpacked and read', 'minutes.txt.xz', { format: 'xz', protection: 'open', content: 'all', says: MINUTES }],
  [
    'an xz file in many blocks is read to its end',
    'hall.txt.xz',
    { format: 'xz', protection: 'open', content: 'all', says: 'Line 40: the hall' },
  ],
  [
    'an xz file with a filter for programs is said not to be read',
    'filtered.txt.xz',
    { format: 'xz', protection: 'open', content: 'none' },
  ],
  ['a bzip2 file is unpacked and read', 'minutes.txt.bz2', { format: 'bz2', protection: 'open', content: 'all', says: MINUTES }],
  [
    'two bzip2 files put together are both read',
    'two-streams.bz2',
    { format: 'bz2', protection: 'open', content: 'all', says: 'Ivy Sample' },
  ],
  ['a Zstandard file is open, and said not to be read', 'minutes.txt.zst', { format: 'zst', protection: 'open', content: 'none' }],
  ['an ARJ archive that stores its files is read', 'stored.arj', { format: 'arj', protection: 'open', content: 'all', says: MINUTES }],
  ['an ARJ archive that packs them is open, and said not to be read', 'packed.arj', { format: 'arj', protection: 'open', content: 'none' }],
  ['a garbled ARJ archive is protected', 'locked.arj', { format: 'arj', protection: 'protected', content: 'none' }],
  ['a cabinet is open, and said not to be read', 'two-files.cab', { format: 'cab', protection: 'open', content: 'none' }],
];

test.each(CASES)('%s', (_, file, expected) => {
  expectInspection(inspectSample(`archives/${file}`), expected);
});

test.each([
  ['lz4', bytesOf([0x04, 0x22, 0x4d, 0x18, 0x64, 0x40])],
  ['z', bytesOf([0x1f, 0x9d, 0x90, 0x4f, 0xc3])],
  ['lzo', bytesOf('\x89LZO\0\r\n\x1a\n')],
  ['cpio', bytesOf('070707000000', new Array(60).fill(0))],
])('%s is open, and said not to be read', (format, bytes) => {
  expectInspection(inspectBytes('a', bytes), { format, protection: 'open', content: 'none' });
});

describe('a file written as lines of letters', () => {
  const encode = (text: string): string =>
    (text.match(/[^]{1,45}/g) ?? [])
      .map((piece) => {
        const bits = Array.from(Buffer.from(piece), (byte) => byte.toString(2).padStart(8, '0')).join('');
        const letters = (bits.match(/.{1,6}/g) ?? []).map((six) => String.fromCharCode(32 + parseInt(six.padEnd(6, '0'), 2)).replace(' ', '`'));
        return `${String.fromCharCode(32 + piece.length)}${letters.join('')}\n`;
      })
      .join('');

  test('is read as what it is', () => {
    const inspection = inspectBytes('list.uue', bytesOf(`begin 644 list.csv\n${encode('Name,UPN\nRowan Example,H801200001001\nIvy Sample,G801200001002\n')}\`\nend\n`));
    expectInspection(inspection, { format: 'uu', protection: 'open', content: 'all', says: 'Rowan Example' });
    expect(inspection.entries).toEqual(['list.csv']);
    expect(inspection.segments[0]?.table?.rows).toEqual([1, 2, 3]);
  });

  test('is within the limits, and a sentence that begins so is a text', () => {
    const long = inspectBytes('a', bytesOf('begin 644 a.bin\n', encode('x'.repeat(1_500_000))), { maxUnpackedMB: 1 });
    expect([long.content, long.contentReason]).toEqual(['none', expect.stringContaining('size limit')]);
    expect(inspectBytes('a', bytesOf('begin 644 pages from the end\nand so on\n')).format).toBe('txt');
    expect(inspectBytes('a', bytesOf('begin 64 pages from the end')).format).toBe('txt');
  });
});

test('names inside are told', () => {
  expect(inspectSample('archives/minutes.txt.xz').entries).toEqual(['minutes.txt']);
  expect(inspectSample('archives/stored.arj').entries).toEqual(['minutes.txt', 'pupils.csv']);
  expect(inspectSample('archives/locked.arj').entries).toEqual(['pupils.csv']);
});

describe('hostile files end quickly, and never as open and clean', () => {
  test.each(['zeros.xz', 'zeros.bz2'])('%s, four megabytes of zeros, stops at a limit of one', (file) => {
    const inspection = inspectSample(`archives/${file}`, { maxUnpackedMB: 1 });
    expect(inspection.content).not.toBe('all');
    expect(inspection.contentReason).toContain('size limit');
  });

  test.each(['minutes.txt.xz', 'hall.txt.xz', 'minutes.txt.bz2', 'two-streams.bz2', 'stored.arj'])(
    '%s cut anywhere is not read whole',
    (file) => {
      const bytes = sampleBytes(`archives/${file}`);
      const whole = textOf(inspectBytes('a', bytes));
      for (let length = 24; length < bytes.length - 8; length += 1) {
        const inspection = inspectBytes('a', bytes.subarray(0, length));
        // Cut between two streams or blocks, what is there is whole, as far as anyone can tell.
        if (inspection.content === 'all') expect(whole.startsWith(textOf(inspection))).toBe(true);
        expect(inspection.content === 'all' && textOf(inspection) === '').toBe(false);
      }
    },
  );

  test.each(['minutes.txt.xz', 'minutes.txt.bz2', 'stored.arj', 'packed.arj', 'two-files.cab'])(
    '%s with any byte changed is answered',
    (file) => {
      const bytes = sampleBytes(`archives/${file}`);
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = bytes.slice();
        changed[at] = changed[at]! ^ 0xff;
        expect(inspectBytes('a', changed).contentReason ?? '').not.toContain('failed');
      }
    },
  );
});
