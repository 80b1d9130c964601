import { rc4 } from '../../src/inspectors/crypto/rc4';
import { bytesOf, expectInspection, inspectBytes, little } from './inspecting';

// Synthetic, out of what is known of the formats: no free program writes them.

const MASK = Uint8Array.of(0xc7, 0xda, 0x39, 0x6b);

interface Database {
  readonly name: 'Standard Jet DB' | 'Standard ACE DB';
  readonly generation: number;
  readonly pageKey?: number;
  readonly password?: Uint8Array;
  readonly encryption?: readonly number[];
}

/** Two pages: the first with its masked part, the second with a name in it. */
function database({ name, generation, pageKey = 0, password, encryption }: Database): Uint8Array {
  const size = generation === 0 ? 2048 : 4096;
  const masked = new Uint8Array(generation === 0 ? 126 : 128);
  masked.set(little(pageKey, 4), 0x3e - 0x18);
  if (password !== undefined) masked.set(password, 0x42 - 0x18);
  const first = new Uint8Array(size);
  first.set(bytesOf([0, 1, 0, 0], name));
  first[0x14] = generation;
  first.set(rc4(MASK, masked), 0x18);
  if (encryption !== undefined) first.set(encryption, 0x299);
  const second = new Uint8Array(size);
  second.set(bytesOf('\xff\xfeRowan Example, Year 9'), 100);
  const shown = pageKey === 0 ? second : rc4(Uint8Array.from(little((pageKey ^ 1) >>> 0, 4)), second);
  return bytesOf(first, shown);
}

describe('an Access database', () => {
  test.each([
    ['of Access 97', { name: 'Standard Jet DB', generation: 0 }, 'mdb', 'open'],
    ['of Access 2003', { name: 'Standard Jet DB', generation: 1 }, 'mdb', 'open'],
    ['of Access 2010', { name: 'Standard ACE DB', generation: 3 }, 'accdb', 'open'],
    ['of Access 97, encoded with the key in the file', { name: 'Standard Jet DB', generation: 0, pageKey: 0x12345678 }, 'mdb', 'opens-without-password'],
    ['of Access 2003, encoded with the key in the file', { name: 'Standard Jet DB', generation: 1, pageKey: 0x9abcdef0 }, 'mdb', 'opens-without-password'],
    ['of Access 97, with a password that encrypts nothing', { name: 'Standard Jet DB', generation: 0, password: bytesOf('oak') }, 'mdb', 'opens-without-password'],
    ['of Access 2003, with a password that encrypts nothing', { name: 'Standard Jet DB', generation: 1, password: bytesOf('o\0a\0') }, 'mdb', 'opens-without-password'],
  ] as const)('%s can be read', (_name, made, format, protection) => {
    expectInspection(inspectBytes('a', database(made)), { format, protection, content: 'part', says: 'Rowan Example, Year 9' });
  });

  test.each([
    ['agile', [4, 0, 4, 0]],
    ['standard', [3, 0, 2, 0]],
    ['the older RC4', [1, 0, 1, 0]],
  ])('of Access 2010, encrypted in the %s way, is protected', (_name, version) => {
    const made = { name: 'Standard ACE DB', generation: 3, pageKey: 5, encryption: [0x80, 0, ...version] } as const;
    expectInspection(inspectBytes('a', database(made)), { format: 'accdb', protection: 'protected', content: 'none' });
  });
});

describe('a OneNote section', () => {
  const section = [0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d, 0xae, 0xb1, 0x53, 0x78, 0xd0, 0x29, 0x96, 0xd3];
  const title = Buffer.from('Safeguarding notes', 'utf16le');

  test('is open, and what looks like text in it is read', () => {
    expectInspection(inspectBytes('a.one', bytesOf(section, new Array<number>(100).fill(0), title)), {
      format: 'onenote',
      protection: 'open',
      content: 'part',
      says: 'Safeguarding notes',
    });
  });

  test('with the key of an encrypted section in it is partly protected', () => {
    const key = [[0x67, 0xa0, 0xd1, 0xda, 0x85, 0xa3, 0x6b, 0xfb], new Array<number>(64).fill(7), [0x3c, 0x8b, 0x19, 0x8e, 0x4f, 0x29, 0x49, 0x26]];
    const inspection = inspectBytes('a.one', bytesOf(section, title, ...key));
    expectInspection(inspection, { format: 'onenote', protection: 'partly', content: 'part' });
    expect(inspection.reason).toContain('password');
  });
});
