import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import { makeProgress } from '../../src/cli/replay/progress';
import { shardId } from '../../src/cli/replay/work';
import { shippedPolicy } from '../policy-for-tests';
import { expectedOf, writeFolder } from '../replay/many-mails.cjs';
import { replayedMails } from '../replay/replayed-mails';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '..', '..');
const launcher = path.join(root, 'src', 'cli', 'launcher.cjs');

let scratch: string;
beforeAll(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-replay-'));
});
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

async function heed(args: readonly string[], folder = path.join(root, 'test', 'mail')): Promise<{ code: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(['replay', ...args], { packageFolder: root }, { out: (line) => out.push(line), err: (line) => err.push(line), stdin: Readable.from([]), folder });
  return { code, out, err };
}

function launch(args: readonly string[]): { child: ChildProcess; ended: Promise<{ out: string; err: string; code: number | null }> } {
  const child = spawn(process.execPath, [launcher, 'replay', ...args], { cwd: scratch });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ out, err, code }))) };
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('heed replay', () => {
  test('prints one line in the documented shape', async () => {
    const { code, out, err } = await heed(['--json', '--against', 'teal', ...replayedMails]);
    expect([code, err, out.length]).toEqual([0, [], 1]);
    const line = JSON.parse(out[0] as string);
    expect(Object.keys(line).slice(0, 5)).toEqual(['mails', 'stopped', 'rules', 'changed', 'unread']);
    expect(line).toMatchObject({ mails: 16, stopped: 9, unread: 0, changed: [], against: { mails: 16 } });
  });

  test('says in words what would change, and which rule spends the budget', async () => {
    const pack = JSON.parse(fs.readFileSync(path.join(root, 'src/policy/packs/laat.json'), 'utf8'));
    pack.rules['missing-subject'].severity.blank = 'off';
    fs.writeFileSync(path.join(scratch, 'mine.json'), JSON.stringify(pack));
    const { out } = await heed(['--against', path.join(scratch, 'mine.json'), 'blank-subject.eml', 'ordinary.eml']);
    const text = out.join('\n');
    expect(text).toContain('Under laat: 1 of 2 mails would be stopped.');
    expect(text).toContain('Prompt budget: 50.0 % of sends are stopped (goal: under 3.0 %, not met)');
    expect(text).toContain('blank-subject.eml: warn → allow (no longer missing-subject: warn)');
  });

  test('tells another answer apart from the same answer with other findings', async () => {
    const pack = JSON.parse(fs.readFileSync(path.join(root, 'src/policy/packs/laat.json'), 'utf8'));
    pack.rules['missing-subject'].severity.blank = 'off';
    pack.rules['sensitive-attachment'].severity = { outside: 'warn' };
    fs.writeFileSync(path.join(scratch, 'milder.json'), JSON.stringify(pack));
    const { out } = await heed(['--against', path.join(scratch, 'milder.json'), 'blank-subject.eml', 'register-to-own-gmail.eml']);
    expect(out.slice(out.indexOf('1 mail would get another answer.'))).toEqual([
      '1 mail would get another answer.',
      '  blank-subject.eml: warn → allow (no longer missing-subject: warn)',
      '1 mail would get the same answer, with other findings.',
      '  register-to-own-gmail.eml: block (no longer sensitive-attachment: justify; now sensitive-attachment: warn)',
    ]);
    expect(out).toContain(`    ${'no listed school'.padEnd(24)}2 of 2 stopped`);
  });

  test('a path that is not there is one sentence, and no table of nothing', async () => {
    for (const also of [[], ['--json'], ['ordinary.eml']]) expect(await heed(['nosuch', ...also])).toEqual({ code: 2, out: [], err: ['nosuch: nothing was replayed, because there is no such file or folder.'] });
  });

  test('--json says on standard error what could not be read, and no budget of nothing', async () => {
    fs.writeFileSync(path.join(scratch, 'prose.eml'), 'Dear Kit,\n\nhere is the rota.\n');
    const { code, out, err } = await heed(['--json', path.join(scratch, 'prose.eml')]);
    expect(code).toBe(2);
    expect(JSON.parse(out[0] as string)).toMatchObject({ mails: 0, unread: 1, budget: null });
    expect(err).toEqual(['1 mail could not be read and is not counted:', `  ${path.join(scratch, 'prose.eml')}, because it is not a mail: it does not begin with mail headers.`.replace(/\.$/, ''), `No mails were counted in ${path.join(scratch, 'prose.eml')}.`]);
  });

  test('figures that another policy does not change are printed once', async () => {
    fs.writeFileSync(path.join(scratch, 'copy.json'), fs.readFileSync(path.join(root, 'src/policy/packs/laat.json')));
    const copy = path.join(scratch, 'copy.json');
    const { out } = await heed(['--against', copy, 'blank-subject.eml', 'ordinary.eml']);
    expect(out.filter((line) => line.includes('Prompt budget'))).toHaveLength(1);
    expect(out.slice(-3)).toEqual([`Under ${copy}: the same in every figure.`, '', '0 mails would get another answer.']);
  });

  test('rarer formats are read, as in heed check', async () => {
    const signature = '-----BEGIN PGP SIGNATURE-----\n\nwg0EAAEIAAAAABI0AAEB\n=IZWp\n-----END PGP SIGNATURE-----\n';
    const part = (type: string, text: string): string => `--x\nContent-Type: ${type}\n\n${text}\n`;
    const mail = `From: a@oakfield.example\nTo: b@fellside-centre.example\nSubject: Rota\nDate: Wed, 18 Nov 2026 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n${part('text/plain', 'Hello')}${part('application/pgp-signature; name=signature.asc', signature)}--x--\n`;
    fs.writeFileSync(path.join(scratch, 'signed.eml'), mail.replace(/\n/g, '\r\n'));
    const { out } = await heed(['--json', path.join(scratch, 'signed.eml')]);
    expect(JSON.parse(out[0] as string)).toMatchObject({ mails: 1, stopped: 0 });
  });

  test.each([
    [[], 'heed replay needs a folder, an mbox or a zip.'],
    [['--threads', '0', '.'], '--threads and --lease are whole numbers from 1 up.'],
    [['--queue', 'nonsense', '.'], '--queue: “nonsense” is not the address of a PostgreSQL database. Write it like postgres://name@host/database.'],
    [['--resume', path.join('nowhere', 'place'), '.'], `--resume: ${path.join('nowhere', 'place')} cannot be written, because its folder is not there. Name another file.`],
    [['--resume', '.', '.'], '--resume: . cannot be written, because it is a folder. Name another file.'],
    [['--queue', 'postgres://127.0.0.1:1/none', '--resume', 'x', '.'], '--queue keeps the place in the database by itself. Leave --resume out.'],
    [['nowhere.mbox'], 'nowhere.mbox: nothing was replayed, because there is no such file or folder.'],
    [['--queue', 'postgres://127.0.0.1:1/none', '.'], 'The database of --queue could not be opened'],
    [['--policy', 'nothing', '.'], 'Nothing was replayed: the policy has 1 problem.'],
  ])('%j is answered in a sentence', async (args, sentence) => {
    const { code, err, out } = await heed(args);
    expect(code).toBe(2);
    expect([...err, ...out].join('\n')).toContain(sentence);
  });

  test('a file that is no journal is left alone', async () => {
    fs.writeFileSync(path.join(scratch, 'letter.txt'), 'Dear Kit');
    const { code, err } = await heed(['--resume', path.join(scratch, 'letter.txt'), '.']);
    expect([code, err]).toEqual([2, [expect.stringContaining('is there already and no place kept by heed replay')]]);
    expect(fs.readFileSync(path.join(scratch, 'letter.txt'), 'utf8')).toBe('Dear Kit');
  });

  test('killed with -9 in the middle, it goes on, and counts nothing twice', async () => {
    const count = 4_000;
    writeFolder(count, path.join(scratch, 'many'));
    const args = ['--json', '--threads', '2', '--resume', 'place', 'many'];
    const place = path.join(scratch, 'place');
    const first = launch(args);
    await until(() => fs.existsSync(place) && fs.readFileSync(place, 'utf8').split('\n').length > 2);
    first.child.kill('SIGKILL');
    await first.ended;
    // As a process leaves it that ends in the middle of a line.
    fs.appendFileSync(place, '{"id":"torn');
    const { out, err, code } = await launch(args).ended;
    expect(code).toBe(0);
    expect(err).toMatch(/Going on: [1-9]\d* of \d+ parts were done before\./);
    const expected = expectedOf(count);
    expect(JSON.parse(out)).toMatchObject({ mails: expected.mails, stopped: expected.stopped, unread: 0, rules: { 'missing-subject': { warn: expected.blank }, 'out-of-hours': { warn: expected.late } } });
    expect(fs.existsSync(place)).toBe(false);
  });

  test('a part is another one when a mail in it, a policy or Heed has changed', async () => {
    const policies = { before: shippedPolicy('laat'), after: null };
    const work = { folder: scratch, policies, version: '1.0.0' };
    const shard = { of: 'files', files: ['one.eml'] } as const;
    const file = path.join(scratch, 'one.eml');
    fs.writeFileSync(file, 'Subject: a\n\n');
    const id = await shardId(shard, work);
    expect(await shardId(shard, { ...work, policies: { ...policies } })).toBe(id);
    expect(await shardId(shard, { ...work, policies: { ...policies }, version: '1.0.1' })).not.toBe(id);
    expect(await shardId(shard, { ...work, policies: { ...policies, after: shippedPolicy('teal') } })).not.toBe(id);
    fs.writeFileSync(file, 'Subject: another\n\n');
    expect(await shardId(shard, work)).not.toBe(id);
  });

  test('Ctrl-C ends it with a sentence, and what is done stays done', async () => {
    writeFolder(4_000, path.join(scratch, 'more'));
    const { child, ended } = launch(['--threads', '2', '--resume', 'here', 'more']);
    await until(() => fs.existsSync(path.join(scratch, 'here')));
    child.kill('SIGINT');
    const { err, code } = await ended;
    expect([code, err]).toEqual([2, expect.stringContaining('Stopped. Run the same command to go on.')]);
  });

  test('progress says how much is done and how long it takes', () => {
    const said: (string | null)[] = [];
    let now = 0;
    const progress = makeProgress({ out: () => undefined, err: () => undefined, stdin: Readable.from([]), folder: '.', progress: (line) => said.push(line) }, 4, 1, () => now);
    now = 60_000;
    progress.add(600);
    now = 120_000;
    progress.add(600);
    progress.add(600);
    progress.end();
    expect(said).toEqual(['50 %, 600 mails, 10 mails/s, 2 min left', '75 %, 1200 mails, 10 mails/s, 60 s left', '100 %, 1800 mails, 15 mails/s, done', null]);
  });
});
