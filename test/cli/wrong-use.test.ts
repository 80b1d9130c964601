import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const mail = path.join(root, 'test', 'mail');

interface Answer {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-wrong-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function heed(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), stdin: Readable.from([Buffer.from(stdin)]), folder };
  return { code: await run(args, { packageFolder: root }, io), out, err };
}

function file(name: string, content: string | Uint8Array): string {
  fs.writeFileSync(path.join(folder, name), content);
  return name;
}

describe('a word or an option that there is not', () => {
  test.each<[string, readonly string[], string]>([
    ['a command', ['chek'], 'heed: there is no “chek”. Did you mean “heed check”?'],
    ['an action of heed policy, written alone', ['explain', 'laat'], 'heed: there is no “explain”. Did you mean “heed policy explain”?'],
    ['a command, asked for help', ['bogus', '--help'], 'heed: there is no “bogus”. Choose one of check, inspect,'],
    ['help on a command', ['help', 'inspekt'], 'heed: there is no “inspekt”. Did you mean “heed inspect”?'],
    ['help on an action', ['help', 'policy', 'explane'], 'heed policy: there is no “explane”. Did you mean “heed policy explain”?'],
    ['a paper', ['export', 'transport-rule'], 'heed export: there is no “transport-rule”. Did you mean “heed export transport-rules”?'],
    ['an option of a command without any', ['samples', '--json'], 'heed samples has no --json.'],
    ['a word after it', ['samples', 'all'], 'heed samples has no use for “all”.'],
    ['--forget without a queue', ['replay', '--forget', mail], '--forget goes with --queue alone.'],
    ['--lease without a queue', ['replay', '--lease', '5', mail], '--lease goes with --queue alone.'],
    ['a policy without a name', ['check', '--policy', '', path.join(mail, 'ordinary.eml')], 'policy: no name was given. The shipped packs are laat and teal;'],
    ['signing without a key', ['policy', 'sign', 'laat', '--site', 'site'], '--key: missing. Choose the private key, such as keys/heed-policy-private.pem; heed policy keygen makes one.'],
    ['signing without a site', ['policy', 'sign', 'laat', '--key', 'k.pem'], '--site: missing. Choose the site folder of the unpacked archive.'],
    ['signing a name with a space', ['policy', 'sign', 'my', 'pack.json', '--key', 'k.pem', '--site', 'site'], 'heed policy sign takes one pack at most, and was given my and pack.json. A name with a space in it stands in quotation marks;'],
    ['a list of addresses that was not named', ['policy', 'hash'], 'heed policy hash needs a file.'],
  ])('%s is answered in a sentence, with nothing done', async (_, args, sentence) => {
    const { code, out, err } = await heed(args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain(sentence);
  });

  test('what a command did not do is said by its own verb', async () => {
    expect((await heed(['replay', '--policy', 'lat', mail])).err.at(-1)).toBe('Nothing was replayed: the policy has 1 problem.');
  });
});

test('help on heed policy lists every action, also of signing', async () => {
  const [asked, alone] = [await heed(['help', 'policy']), await heed(['policy'])];
  for (const action of ['check', 'explain', 'schema', 'academies', 'hash', 'keygen', 'sign']) {
    expect(asked.out.join('\n')).toContain(`heed policy ${action}`);
    expect(alone.err.join('\n')).toContain(`heed policy ${action}`);
  }
  expect([asked.code, alone.code]).toEqual([0, 2]);
});

test('the schema is JSON with --json and without', async () => {
  expect(await heed(['policy', 'schema', '--json'])).toEqual(await heed(['policy', 'schema']));
});

describe('what cannot be read or written', () => {
  /** As where this account may not look into it, also for an administrator of the machine. */
  const closing = (closed: string): jest.SpyInstance => {
    const open = fs.promises.readdir as (...args: readonly unknown[]) => Promise<unknown>;
    return jest.spyOn(fs.promises, 'readdir').mockImplementation(((...args: readonly unknown[]) => (String(args[0]).endsWith(closed) ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })) : open(...args))) as never);
  };
  afterEach(() => jest.restoreAllMocks());

  test.each(['check', 'replay'])('heed %s says of a folder below that it may not be read, and goes on', async (command) => {
    fs.mkdirSync(path.join(folder, command, 'closed'), { recursive: true });
    fs.copyFileSync(path.join(mail, 'ordinary.eml'), path.join(folder, command, 'open.eml'));
    closing('closed');
    const { code, out, err } = await heed([command, ...(command === 'replay' ? ['--threads', '1'] : []), command]);
    expect([...out, ...err].join('\n')).toContain(`${path.join(command, 'closed')}${command === 'check' ? ': not checked' : ''}, because this account may not read it`);
    expect(code).toBe(command === 'check' ? 2 : 0);
  });

  test('heed policy check says it of a folder of packs', async () => {
    fs.mkdirSync(path.join(folder, 'packs-of-others'));
    closing('packs-of-others');
    expect(await heed(['policy', 'check', 'packs-of-others'])).toMatchObject({ code: 2, out: ['packs-of-others: the folder was not read, because this account may not read it. Choose another, or have it opened to you.', 'packs-of-others: 1 problem.'] });
  });

  test('nothing on standard input is not “Nothing found”', async () => {
    for (const args of [['detect'], ['detect', file('nothing.txt', '')]]) {
      expect(await heed(args)).toEqual({ code: 2, out: [], err: [expect.stringMatching(/^(?:Standard input|nothing\.txt): nothing was searched, because it is empty\.$/)] });
    }
  });

  /** A disk that is full once a few bytes are written, as one finds it while a file is made. */
  const filling = (): void => {
    jest.spyOn(fs.promises, 'writeFile').mockImplementation(((name: string, content: string) => {
      fs.writeFileSync(name, content.slice(0, 4));
      return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: name }));
    }) as never);
  };

  test('a full disk takes no manifest away, which holds the id of the add-in', async () => {
    await heed(['manifest', '--host', 'https://heed.example', '--out', 'kept.xml']);
    const before = fs.readFileSync(path.join(folder, 'kept.xml'), 'utf8');
    filling();
    expect(await heed(['manifest', '--host', 'https://heed.example', '--out', 'kept.xml'])).toMatchObject({ code: 2, err: [expect.stringContaining('kept.xml cannot be written, because the disk is full.')] });
    expect(fs.readFileSync(path.join(folder, 'kept.xml'), 'utf8')).toBe(before);
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('kept.xml'))).toEqual(['kept.xml']);
  });

  test('a full disk leaves no half of a key, which would stand in the way of the next', async () => {
    filling();
    expect((await heed(['policy', 'keygen', '--out', 'full'])).code).toBe(2);
    expect(fs.readdirSync(path.join(folder, 'full'))).toEqual([]);
    jest.restoreAllMocks();
    expect((await heed(['policy', 'keygen', '--out', 'full'])).code).toBe(0);
  });

  test('a key is not made where the public half of another lies: its private half is in the safe', async () => {
    await heed(['policy', 'keygen', '--out', 'moved']);
    fs.rmSync(path.join(folder, 'moved', 'heed-policy-private.pem'));
    expect(await heed(['policy', 'keygen', '--out', 'moved'])).toMatchObject({ code: 2, err: [expect.stringContaining('heed-policy-public.pem is there already. Nothing was changed')] });
  });

  test('a paper that somebody has filled in is not written over', async () => {
    const EXPORT = ['export', 'dpia', '--policy', 'teal', '--out', 'dpia.md'];
    expect((await heed(EXPORT)).code).toBe(0);
    expect((await heed(EXPORT)).code).toBe(0);
    fs.appendFileSync(path.join(folder, 'dpia.md'), 'Signed: the data protection officer\n');
    expect(await heed(EXPORT)).toMatchObject({ code: 2, out: [], err: ['--out: dpia.md is there already and says something else, perhaps what somebody has filled in. Choose another file, or remove that one.'] });
    expect(fs.readFileSync(path.join(folder, 'dpia.md'), 'utf8')).toContain('Signed:');
  });
});

describe('what nobody takes up', () => {
  const start = path.join(root, 'src', 'cli', 'launcher.cjs');

  test('a full disk under the answer is said, and is no “the send goes”', () => {
    if (!fs.existsSync('/dev/full')) return;
    const { status, stderr } = spawnSync(process.execPath, [start, 'policy', 'schema'], { stdio: ['ignore', fs.openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' });
    expect([status, stderr.split('\n').filter((line) => !line.includes('compiling')).join('')]).toEqual([2, 'heed: the answer could not be written, because the disk is full. Make room, or send it elsewhere.']);
  });

  test('a reader that stops reading ends the command without a word, and not with 0', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `"$0" "$1" policy schema | true; exit "\${PIPESTATUS[0]}"`, process.execPath, start], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, '']);
  });
});

describe('a file that is something else', () => {
  test('every mail of an mbox is checked, not the first alone', async () => {
    const one = 'From jo@oakfield.example Mon Nov 16 10:00:00 2026\nFrom: jo@oakfield.example\nTo: sam@oakfield.example\nDate: Mon, 16 Nov 2026 10:00:00 +0000\nSubject: Rota\n\nHello.\n\n';
    const box = file('two.mbox', one + one.replace('Subject: Rota', 'Subject: '));
    const { code, out } = await heed(['check', '--json', box]);
    expect(out.map((line) => JSON.parse(line)).map(({ file: name, verdict }) => [name, verdict])).toEqual([
      ['two.mbox at 0', 'allow'],
      [`two.mbox at ${one.length}`, 'warn'],
    ]);
    expect(code).toBe(1);
  });

  test('a mail that Outlook saved as .msg is said to be one, with what to do', async () => {
    const msg = file('saved.msg', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]));
    const { code, err } = await heed(['check', msg]);
    expect([code, err]).toEqual([2, [expect.stringContaining('saved.msg: not checked, because it is a file such as Outlook’s .msg')]]);
  });

  test('a folder with a .msg in it is not passed over as if all of it had been read', async () => {
    fs.mkdirSync(path.join(folder, 'saved'));
    fs.copyFileSync(path.join(mail, 'ordinary.eml'), path.join(folder, 'saved', 'a.eml'));
    file('saved/b.msg', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]));
    const checked = await heed(['check', 'saved']);
    expect([checked.code, checked.out.at(-1)]).toEqual([2, '2 mails: 0 stopped, 0 sent with a note, 1 sent with nothing to say, 1 not checked.']);
    const { code, out } = await heed(['replay', '--json', '--threads', '1', 'saved']);
    expect([code, JSON.parse(out[0] ?? '')]).toEqual([0, expect.objectContaining({ mails: 1, unread: 1 })]);
  });

  test('what could not be checked has the documented keys and no more', async () => {
    const soon = file('soon.eml', 'From: a@oakfield.example\nTo: b@oakfield.example\nSubject: Rota for hall\nDate: soon\n\nHello\n');
    const { code, out } = await heed(['check', '--json', soon]);
    expect([code, JSON.parse(out[0] ?? '').unchecked]).toEqual([0, [{ rule: 'out-of-hours', reason: '“Sent outside school hours” was not checked, because its Date “soon” cannot be read.' }]]);
  });

  test('heed detect searches no bytes of a program, and says what reads them', async () => {
    const book = file('register.xlsx', fs.readFileSync(path.join(mail, 'parts', 'case-bundle.zip')));
    for (const answer of [await heed(['detect', book]), await heed(['detect', '--json'], fs.readFileSync(path.join(folder, book)))]) {
      expect([answer.code, answer.out]).toEqual([2, []]);
      expect(answer.err.join('\n')).toMatch(/: not searched, because it is no text\. heed inspect --text .+ shows what it says\./);
    }
    const few = await heed(['detect', '--json'], 'UPN\u000b H801200001001');
    expect([few.code, JSON.parse(few.out[0] ?? '').matches.length]).toEqual([0, 1]);
  });

  test('lines of JSON may begin with a mark or be UTF-16, as Windows writes them', async () => {
    const row = '{"id":"a","text":"UPN H801200001001"}\n';
    const wide = file('wide.jsonl', Buffer.from(`\ufeff${row}`, 'utf16le'));
    const marked = file('marked.jsonl', `\ufeff${row}`);
    for (const answer of [await heed(['detect', '--jsonl', wide]), await heed(['detect', '--jsonl', marked]), await heed(['detect', '--jsonl'], `\ufeff${row}`)]) {
      expect([answer.code, answer.err]).toEqual([0, []]);
      expect(JSON.parse(answer.out[0] ?? '')).toMatchObject({ id: 'a', matches: [{ detector: 'upn' }] });
    }
  });

  test('a line that is not of the shape is named with its file', async () => {
    expect(await heed(['detect', '--jsonl', file('bad.jsonl', '{"id":1}\n')])).toMatchObject({ code: 2, err: ['bad.jsonl: line 1: not read. Each line has to be {"id": …, "text": "…"}.'] });
    expect(await heed(['detect', '--jsonl', 'none.jsonl'])).toMatchObject({ code: 2, err: ['none.jsonl: not read, because there is no such file.'] });
  });

  test('what a sender says of themself is read as it is meant, or said to be wrong', async () => {
    const rota = path.join(mail, 'ordinary.eml');
    const wrong = file('wrong.json', JSON.stringify({ ownAdresses: [], family: 'jo', hours: { mon: 1 } }));
    expect(await heed(['check', '--personal', wrong, rota])).toMatchObject({
      code: 2,
      out: [],
      err: [
        'wrong.json: ownAdresses: there is no such setting. Did you mean “ownAddresses”?',
        'wrong.json: family: write a list of addresses, such as ["jo@home.example"].',
        'wrong.json: hours: write each day from mon to sun, as ["08:30", "16:00"] or null.',
      ],
    });
    const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, day === 'sun' ? null : ['08:30', '16:00']]));
    const right = file('right.json', JSON.stringify({ ownAddresses: ['jo@home.example'], hours }));
    expect(await heed(['check', '--personal', right, rota])).toMatchObject({ code: 0, err: [] });
    expect(await heed(['check', '--personal', file('list.json', '[]'), rota])).toMatchObject({ code: 2, err: ['list.json: it has to be an object with any of ownAddresses, notMine, family, hours.'] });
  });
});
