/** @jest-environment node */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspectFile } from '../../src/check';
import { makePassword } from '../../src/taskpane/password';
import { PASSWORD_WORDS } from '../../src/taskpane/password-words';
import { freeName, protectedZip, zipNameFor } from '../../src/taskpane/protected-zip';

const NOW = new Date(2026, 10, 18, 21, 40, 12);

/** Opens a zip as its recipient would: PBKDF2, HMAC and AES by Node, read from the format's description and not from ours. */
async function opened(zip: Uint8Array, password: string): Promise<{ name: string; content: Uint8Array; isSealed: boolean } | null> {
  const { createCipheriv, createHmac, pbkdf2Sync } = await import('node:crypto');
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const start = 30 + nameLength + extraLength;
  const size = view.getUint32(18, true);
  const salt = zip.subarray(start, start + 16);
  const keys = pbkdf2Sync(password, salt, 1000, 66, 'sha1');
  if (!keys.subarray(64).equals(Buffer.from(zip.subarray(start + 16, start + 18)))) return null;
  const data = zip.subarray(start + 18, start + size - 10);
  const seal = createHmac('sha1', keys.subarray(32, 64)).update(data).digest().subarray(0, 10);
  const content = new Uint8Array(data.length);
  for (let block = 0; block * 16 < data.length; block += 1) {
    const counter = Buffer.alloc(16);
    counter.writeUIntLE(block + 1, 0, 6);
    const cipher = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false);
    const stream = cipher.update(counter);
    for (let i = 0; i < 16 && block * 16 + i < data.length; i += 1) content[block * 16 + i] = data[block * 16 + i]! ^ stream[i]!;
  }
  const name = new TextDecoder().decode(zip.subarray(30, 30 + nameLength));
  return { name, content, isSealed: seal.equals(Buffer.from(zip.subarray(start + size - 10, start + size))) };
}

const has7z = spawnSync('7z', ['i']).status === 0;

/** What 7-Zip says of a zip with a password, and what it takes out. */
function by7z(zip: Uint8Array, password: string): { status: number | null; listing: string; content: Buffer } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-zip-'));
  try {
    const file = path.join(folder, 'a.zip');
    fs.writeFileSync(file, zip);
    const test = spawnSync('7z', ['t', `-p${password}`, file], { encoding: 'utf8' });
    const listing = spawnSync('7z', ['l', '-slt', `-p${password}`, file], { encoding: 'utf8' }).stdout;
    const content = spawnSync('7z', ['e', '-so', `-p${password}`, file]).stdout;
    return { status: test.status, listing, content };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const contents: readonly (readonly [string, Uint8Array])[] = [
  ['an empty file', new Uint8Array(0)],
  ['one byte', Uint8Array.of(7)],
  ['exactly one block', new Uint8Array(16).fill(1)],
  ['a short text', new TextEncoder().encode('Name,UPN\nA Test,H801200001001\n')],
  ['more blocks than the first byte of the counter can count', new Uint8Array(16 * 300 + 5).map((_, index) => index * 31)],
  ['more blocks than two bytes of the counter can count', new Uint8Array(16 * 65_600 + 3).map((_, index) => index * 7)],
];

describe('a zip with a password', () => {
  test.each(contents)('gives back %s to whoever has the password', async (_, content) => {
    const zip = await protectedZip([{ name: 'Y5 größe.csv', content }], 'maple-otter-1234', { now: NOW });
    const found = await opened(zip, 'maple-otter-1234');
    expect(found?.name).toBe('Y5 größe.csv');
    expect(found?.isSealed).toBe(true);
    expect(Buffer.from(found!.content).equals(Buffer.from(content))).toBe(true);
  });

  test('holds several files, each with its own key, and the directory finds them all', async () => {
    const files = contents.slice(1, 4).map(([name, content]) => ({ name: `${name}.csv`, content }));
    const zip = await protectedZip(files, 'maple-otter-1234', { now: NOW });
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    const end = zip.length - 22;
    expect([view.getUint16(end + 8, true), view.getUint16(end + 10, true)]).toEqual([3, 3]);
    let entry = view.getUint32(end + 16, true);
    expect(entry + view.getUint32(end + 12, true)).toBe(end);
    for (const { name, content } of files) {
      const found = await opened(zip.subarray(view.getUint32(entry + 42, true)), 'maple-otter-1234');
      expect(found).toMatchObject({ name, isSealed: true });
      expect(Buffer.from(found!.content).equals(Buffer.from(content))).toBe(true);
      entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true);
    }
    expect(entry).toBe(end);
    expect(await inspectFile('files.zip', zip)).toMatchObject({ protection: 'protected', segments: [] });
    if (has7z) expect(by7z(zip, 'maple-otter-1234').status).toBe(0);
  });

  test('ends with the record that a directory ends with', async () => {
    const zip = await protectedZip([{ name: 'register.csv', content: Uint8Array.of(7) }], 'maple-otter-1234', { now: NOW });
    expect(Buffer.from(zip.subarray(-22, -18)).toString('hex')).toBe('504b0506');
  });

  if (!has7z) test.todo('7-Zip tests and unpacks it (not run: 7z is not installed)');
  else test.each(contents)('7-Zip tests and unpacks %s', async (_, content) => {
    const zip = await protectedZip([{ name: 'register.csv', content }], 'maple-otter-1234', { now: NOW });
    const found = by7z(zip, 'maple-otter-1234');
    expect(found.status).toBe(0);
    // Of an empty file 7-Zip lists no method.
    if (content.length > 0) expect(found.listing).toContain('Method = AES-256 Store');
    expect(found.listing).toContain('Encrypted = +');
    expect(found.content.equals(Buffer.from(content))).toBe(true);
  });

  test('opens with no other password', async () => {
    const zip = await protectedZip([{ name: 'a.csv', content: new TextEncoder().encode('secret') }], 'maple-otter-1234');
    expect(await opened(zip, 'maple-otter-1235')).toBeNull();
    if (has7z) expect(by7z(zip, 'maple-otter-1235').status).toBe(2);
  });

  test('is protected in the eyes of our own inspector', async () => {
    const zip = await protectedZip([{ name: 'register.csv', content: new TextEncoder().encode('Name,UPN\nA Test,H801200001001\n') }], 'maple-otter-1234');
    const inspection = await inspectFile('register.zip', zip);
    expect(inspection.format).toBe('zip');
    expect(inspection.protection).toBe('protected');
    expect(inspection.segments).toEqual([]);
  });

  test('holds nothing of the file in the clear, and no checksum of it', async () => {
    const text = 'Name,UPN\nA Test,H801200001001\n'.repeat(20);
    const zip = await protectedZip([{ name: 'register.csv', content: new TextEncoder().encode(text) }], 'maple-otter-1234');
    expect(Buffer.from(zip).includes('H801200001001')).toBe(false);
    expect(Buffer.from(zip.subarray(14, 18)).toString('hex')).toBe('00000000');
  });

  test('is another one each time, though file and password are the same', async () => {
    const make = async (): Promise<string> => Buffer.from(await protectedZip([{ name: 'a.csv', content: new Uint8Array(64) }], 'p', { now: NOW })).toString('hex');
    expect(await make()).not.toBe(await make());
  });

  test('leaves the bytes it was given as they were', async () => {
    const content = new Uint8Array(64).fill(9);
    await protectedZip([{ name: 'a.csv', content }], 'p');
    expect(content).toEqual(new Uint8Array(64).fill(9));
  });

  test('lets the page breathe while it works on a large file', async () => {
    let pauses = 0;
    await protectedZip([{ name: 'a.bin', content: new Uint8Array(3 << 20) }], 'p', {
      pause: () => {
        pauses += 1;
        return Promise.resolve();
      },
    });
    expect(pauses).toBe(2);
  });
});

describe('the name of the copy', () => {
  test.each([
    ['register.xlsx', [], 'register.zip'],
    ['register.xlsx', ['Register.ZIP'], 'register (2).zip'],
    ['register.xlsx', ['register.zip', 'register (2).zip'], 'register (3).zip'],
    ['no ending', [], 'no ending.zip'],
    ['.csv', [], 'attachment.zip'],
    ['Mr. Marlow', [], 'Mr. Marlow.zip'],
  ])('of “%s” beside %j is “%s”', (name, taken, expected) => {
    expect(zipNameFor(name, taken)).toBe(expected);
  });
});

test.each([
  ['a.csv', [], 'a.csv'],
  ['a.csv', ['A.CSV', 'a (2).csv'], 'a (3).csv'],
  ['no ending', ['no ending'], 'no ending (2)'],
])('of two files called “%s” beside %j, the second is “%s” in the zip', (name, taken, expected) => {
  expect(freeName(name, taken)).toBe(expected);
});

describe('the password', () => {
  test('is five words and four digits, to be read out over the phone', () => {
    for (let i = 0; i < 50; i += 1) expect(makePassword()).toMatch(/^([a-z]{3,9}-){5}\d{4}$/);
  });

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 200 }, makePassword)).size).toBe(200);
  });

  test('draws from 256 different words, eight bits each', () => {
    expect(PASSWORD_WORDS.length).toBe(256);
    expect(new Set(PASSWORD_WORDS).size).toBe(256);
  });
});
