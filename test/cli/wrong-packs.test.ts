import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-packs-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** What `heed policy check` says of a file of the folder, or of the folder itself, without the count at its end. */
async function problemsOf(name: string): Promise<readonly string[]> {
  const out: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => out.push(line), stdin: Readable.from([]), folder };
  expect(await run(['policy', 'check', name], { packageFolder: root }, io)).toBe(2);
  return out.slice(0, out.findIndex((line) => /: \d+ problems?\.$/.test(line)));
}

function pack(name: string, content: object | string | Uint8Array): string {
  fs.writeFileSync(path.join(folder, name), typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  return name;
}

describe('a pack that stands on one there is not', () => {
  test.each<[string, unknown, string]>([
    ['a slip in the name of a shipped one', 'laatt', '313.json: extends: there is no pack "laatt". Did you mean "laat"?'],
    ['a slip in the name of a file beside it', 'trst.json', '313.json: extends: there is no pack "trst.json". Did you mean "trust"?'],
    ['a name like no other', 'policy of 2019', '313.json: extends: there is no pack "policy of 2019". Write the name of one that comes with Heed, "laat" or "teal", or of a file beside this one.'],
    ['nothing', '', '313.json: extends: no pack is named. Write the name of the trust’s pack, such as "laat", or leave it out.'],
    ['a web address', 'https://www.laat.example/laat.json', '313.json: extends: "https://www.laat.example/laat.json" is a web address, and no pack is fetched from one. Save that pack beside this file, and write its name.'],
    ['a list', ['laat'], '313.json: extends: this is a list. Write'],
  ])('%s', async (_, below, sentence) => {
    pack('trust.json', { name: 'Trust', version: '1' });
    const problems = await problemsOf(pack('313.json', { extends: below, name: 'Oakfield' }));
    expect(problems).toEqual([expect.stringContaining(sentence)]);
  });

  test('the pack that says it is named, also where another stands on that one, and in a folder', async () => {
    pack('middle.json', { extends: 'teall', name: 'Middle' });
    const sentence = 'middle.json: extends: there is no pack "teall". Did you mean "teal"?';
    expect(await problemsOf(pack('top.json', { extends: 'middle', name: 'Top' }))).toEqual([sentence]);
    expect(await problemsOf('.')).toEqual([sentence]);
  });

  test('packs that stand on each other in a circle are said to', async () => {
    pack('a.json', { extends: 'b', name: 'A' });
    pack('b.json', { extends: 'a', name: 'B' });
    expect(await problemsOf('a.json')).toEqual([expect.stringContaining('extends: these packs stand on each other in a circle.')]);
  });
});

describe('a file that is no pack', () => {
  test.each<[string, Uint8Array, string]>([
    ['a Word document', fs.readFileSync(path.join(root, 'test', 'mail', 'parts', 'case-bundle.zip')), 'a Word, Excel or zip file'],
    ['a workbook of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), 'a Word or Excel file of before 2007, or a mail of Outlook’s'],
    ['a mail', fs.readFileSync(path.join(root, 'test', 'mail', 'ordinary.eml')), 'a mail'],
  ])('%s renamed', async (_, bytes, kind) => {
    expect(await problemsOf(pack('renamed.json', bytes))).toEqual([expect.stringContaining(`this is ${kind}, not a pack. Choose the pack itself, which is plain text and begins with {.`)]);
  });

  test('a file of 300 MB is too large for a pack, whatever a mail may weigh', async () => {
    const handle = fs.openSync(path.join(folder, 'large.json'), 'w');
    fs.ftruncateSync(handle, 300 * 1024 * 1024);
    fs.closeSync(handle);
    expect(await problemsOf('large.json')).toEqual(['large.json: not read, because it is larger than 16 MB, and no pack is. Check that it is the right file.']);
  });
});
