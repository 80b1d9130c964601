import { deflateRawSync } from 'node:zlib';
import { bytesOf, expectInspection, inspectBytes, inspectSample, sampleBytes, textOf } from './inspecting';
import type { Expected } from './inspecting';

const MINUTES = 'Oakfield reading group';

const CASES: readonly (readonly [string, string, Expected])[] = [
  ['a message encrypted for someone is protected', 'encrypted.gpg', { format: 'pgp', protection: 'protected', content: 'none' }],
  ['an encrypted message as text is protected', 'encrypted.asc', { format: 'pgp', protection: 'protected', content: 'none' }],
  ['a message encrypted with a passphrase is protected', 'passphrase.gpg', { format: 'pgp', protection: 'protected', content: 'none' }],
  ['a message that is only signed is open and read', 'signed.gpg', { format: 'pgp', protection: 'open', content: 'all', says: MINUTES }],
  ['a signed message packed with bzip2 is read', 'signed-bzip2.gpg', { format: 'pgp', protection: 'open', content: 'all', says: MINUTES }],
  [
    'a signed message packed with zlib is read',
    'signed-zlib.gpg',
    { format: 'pgp', protection: 'open', content: 'all', says: 'Line 40: the hall' },
  ],
  [
    'a signed message as text is open, though its first line says PGP MESSAGE',
    'signed.asc',
    { format: 'pgp', protection: 'open', content: 'all', says: MINUTES },
  ],
  [
    'a file that PGP only stored is open and read',
    'stored.gpg',
    { format: 'pgp', protection: 'open', content: 'all', says: 'Rowan Example' },
  ],
  ['text signed in the clear is open and read', 'clear-signed.asc', { format: 'pgp', protection: 'open', content: 'all', says: MINUTES }],
  ['a signature by itself is open', 'detached.sig', { format: 'pgp', protection: 'open', content: 'all' }],
  [
    'a public key is open, and the name on it is read',
    'public-key.gpg',
    { format: 'pgp', protection: 'open', content: 'all', says: 'rowan@oakfield.example' },
  ],
  [
    'a public key as text is open, and the name on it is read',
    'public-key.asc',
    { format: 'pgp', protection: 'open', content: 'all', says: 'rowan@oakfield.example' },
  ],
];

test.each(CASES)('%s', (_, file, expected) => {
  expectInspection(inspectSample(`pgp/${file}`), expected);
});

test('a private key is open, and said to be private (synthetic: the packet alone)', () => {
  const key = bytesOf([0xc5, 12, 4, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 3]);
  const inspection = inspectBytes('key.gpg', key);
  expectInspection(inspection, { format: 'pgp', protection: 'open', content: 'all' });
  expect(inspection.note).toBe('It holds a private key.');
});

test('words before an encrypted block leave the file partly protected, and are read', () => {
  const block = sampleBytes('pgp/encrypted.asc');
  const inspection = inspectBytes('a.asc', bytesOf(block, '\nThe passphrase follows by phone.\n'));
  expectInspection(inspection, { format: 'pgp', protection: 'partly', content: 'part', says: 'follows by phone' });
});

test('lines that signing escaped with a dash read as they were written', () => {
  const text = '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nItems:\n- - first\n- - second\n';
  expect(textOf(inspectBytes('a.asc', bytesOf(text)))).toContain('\n- first\n- second');
});

describe('what only looks like PGP is never called protected', () => {
  test.each([
    ['Windows text that begins with an accented letter', 'Á la carte: the menu for the summer concert.'],
    ['Windows text that begins with é', '\xe9cole primaire d’Oakfield'],
    ['UTF-8 text that begins with an accented letter', '\xc3\x89cole primaire. \xc3\x80 bient\xc3\xb4t.'],
    ['UTF-8 text in Greek', '\xce\x95\xce\xbb\xce\xbb\xce\xb7\xce\xbd\xce\xb9\xce\xba\xce\xac'],
    ['a pound sign', '\xa35.00 for the trip'],
    ['a text about armour', '-----BEGIN PGP MESSAGE-----\n\nThis is how a message begins.\n-----END PGP MESSAGE-----\n'],
    ['a text that shows an armour line', 'Paste it between\n-----BEGIN PGP MESSAGE-----\nand\n-----END PGP MESSAGE-----\n'],
  ])('%s', (_, text) => {
    expect(inspectBytes('a.txt', bytesOf(text)).protection).not.toBe('protected');
  });

  test('each first byte, followed by words', () => {
    for (let first = 0x80; first < 0x100; first += 1) {
      const inspection = inspectBytes('a.txt', bytesOf([first], ' and then quite ordinary words, page after page. '.repeat(8)));
      expect([first, inspection.protection]).not.toEqual([first, 'protected']);
    }
  });

  test('bytes at random', () => {
    let state = 12345;
    let protectedCount = 0;
    for (let file = 0; file < 20_000; file += 1) {
      const bytes = Uint8Array.from({ length: 48 }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return state >>> 24;
      });
      bytes[0] = bytes[0]! | 0x80;
      if (inspectBytes('a.bin', bytes).protection === 'protected') protectedCount += 1;
    }
    expect(protectedCount).toBe(0);
  });
});

describe('hostile messages end quickly, and never as open and clean', () => {
  const literal = (data: string): Uint8Array => bytesOf([0xcb, 6 + data.length, 0x62, 0, 0, 0, 0, 0], data);
  const compressed = (inner: Uint8Array): Uint8Array => {
    const packed = deflateRawSync(inner);
    return bytesOf([0xc8, 255, 0, 0, (packed.length + 1) >> 8, (packed.length + 1) & 255, 1], packed);
  };

  test('packets packed in packets stop at a depth that no real message has', () => {
    let message = literal('hello');
    for (let i = 0; i < 40; i += 1) message = compressed(message);
    const inspection = inspectBytes('a.pgp', message);
    expect(inspection.content).toBe('none');
    expect(inspection.contentReason).not.toBeNull();
  });

  test('an encrypted message inside a packed one is found', () => {
    const inspection = inspectBytes('a.pgp', compressed(sampleBytes('pgp/encrypted.gpg')));
    expect(inspection.protection).toBe('protected');
  });

  test('a bomb stops at the size limit', () => {
    const inspection = inspectBytes('a.pgp', compressed(bytesOf([0xcb, 255, 0, 48, 0, 6, 0x62, 0, 0, 0, 0, 0], new Uint8Array(3 << 20))), {
      maxUnpackedMB: 1,
    });
    expect(inspection.content).not.toBe('all');
    expect(inspection.contentReason).toContain('size limit');
  });

  test('millions of empty packets are not all looked at', () => {
    const inspection = inspectBytes(
      'a.pgp',
      bytesOf(
        literal('hello'),
        new Uint8Array(3_000_000).map((_, index) => (index % 2 === 0 ? 0xcd : 0)),
      ),
    );
    expect(inspection.content).toBe('part');
  });

  test('armour that begins again and again without an end is read in one pass', () => {
    const inspection = inspectBytes('a.asc', bytesOf('-----BEGIN PGP MESSAGE-----\n'.repeat(100_000)));
    expect(inspection.protection).not.toBe('protected');
  });

  test.each(['signed.gpg', 'signed.asc', 'stored.gpg'])('%s cut anywhere is not read whole', (file) => {
    const bytes = sampleBytes(`pgp/${file}`);
    const whole = textOf(inspectBytes('a', bytes));
    for (let length = 30; length < bytes.length; length += 1) {
      const inspection = inspectBytes('a', bytes.subarray(0, length));
      if (inspection.format === 'pgp' && inspection.content === 'all') expect(textOf(inspection)).toBe(whole);
    }
  });
});
