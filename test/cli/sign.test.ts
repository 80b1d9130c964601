import { createPublicKey, verify } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import { siteIn } from '../../src/deployment';
import type { SiteFetch } from '../../src/deployment';
import { aroundScript } from '../../src/deployment/site-scripts';
import { readHosted } from '../../src/hosted';
import { shippedPolicy } from '../policy-for-tests';

const root = path.resolve(__dirname, '..', '..');
// Making keys takes a busy machine its time.
jest.setTimeout(60_000);

let folder: string;
let keys: string;
/** What the host serves; silent unless a test says otherwise. */
let served: { readonly [path: string]: string } | null = null;
const ask: SiteFetch = (address) => {
  if (served === null) return Promise.reject(new Error('fetch failed'));
  const text = served[new URL(address).pathname];
  return Promise.resolve({ status: text === undefined ? 404 : 200, headers: new Headers(), text: () => Promise.resolve(text ?? '') });
};
afterEach(() => {
  served = null;
});

async function heed(...args: readonly string[]): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), stdin: Readable.from([]), folder };
  return { code: await run(args, { packageFolder: root, ask }, io), out, err };
}

const SIGN = ['--key', 'keys/heed-policy-private.pem', '--site', 'site'];
const RECORD = ['--authorised-by', 'Trust Board', '--authorised-on', '2026-01-20', '--minute', '12/26', '--dpia', 'DPIA-7', '--staff-told-on', '2026-01-27'];

const inSite = (name: string): string => fs.readFileSync(path.join(folder, 'site', name), 'latin1');

function keyInBase64(): string {
  const { n = '' } = createPublicKey(fs.readFileSync(path.join(folder, 'keys', 'heed-policy-public.pem'))).export({ format: 'jwk' });
  return Buffer.from(n, 'base64url').toString('base64');
}

beforeAll(async () => {
  keys = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-keys-'));
  folder = keys;
  for (const name of ['keys', 'others']) expect((await heed('policy', 'keygen', '--out', name)).code).toBe(0);
}, 120_000);
afterAll(() => fs.rmSync(keys, { recursive: true }));

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-sign-'));
  fs.mkdirSync(path.join(folder, 'site'));
  fs.writeFileSync(
    path.join(folder, 'site', 'launchevent.js'),
    aroundScript('void HEED_SITE;', { origin: null, key: null, policy: shippedPolicy('laat'), deployment: null, written: '2026-01-01T00:00:00Z' }),
  );
  fs.cpSync(keys, folder, { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

test('a key pair is made once, and the private key is its owner’s alone', async () => {
  expect(fs.statSync(path.join(folder, 'keys', 'heed-policy-private.pem')).mode & 0o77).toBe(0);
  const before = fs.readFileSync(path.join(folder, 'keys', 'heed-policy-private.pem'));
  const { code, err } = await heed('policy', 'keygen', '--out', 'keys');
  expect([code, err[0]]).toEqual([2, expect.stringContaining('is there already. Nothing was changed')]);
  expect(fs.readFileSync(path.join(folder, 'keys', 'heed-policy-private.pem'))).toEqual(before);
});

test('a pack is signed, begins in monitor-only, and stands in the add-in’s own files too', async () => {
  const { code, out } = await heed('policy', 'sign', 'teal', ...SIGN, '--host', 'https://heed.teal.example', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out[0] ?? '')).toMatchObject({ problems: [], serial: 1, mode: 'monitor-only' });
  const [text, signature] = [inSite('policy.json'), inSite('policy.json.sig')];
  expect(verify('sha256', Buffer.from(text, 'latin1'), fs.readFileSync(path.join(folder, 'keys', 'heed-policy-public.pem')), Buffer.from(signature, 'base64'))).toBe(true);
  const read = readHosted(text, signature, keyInBase64(), 0);
  expect(read).toMatchObject({ policy: { name: 'TEAL' }, deployment: { serial: 1, mode: 'monitor-only', offlineDays: 14, authorisation: null } });
  expect(siteIn(inSite('launchevent.js'))).toMatchObject({ origin: 'https://heed.teal.example', key: keyInBase64(), policy: { name: 'TEAL' }, deployment: { serial: 1 } });
  expect(inSite('site.js')).toMatch(/^var HEED_SITE = /);
  expect(JSON.parse(inSite('.well-known/microsoft-officeaddins-allowed.json'))).toEqual({ allowed: ['https://heed.teal.example/launchevent.js'] });
});

test('it leaves monitor-only only with the whole record, and what happened has happened', async () => {
  await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.laat.example');
  const refused = await heed('policy', 'sign', ...SIGN, '--mode', 'warn', '--authorised-on', '2999-01-01', '--staff-told-on', '2026-02-30');
  expect(refused.code).toBe(2);
  expect(refused.err).toEqual([
    '--authorised-by: missing: Heed stays in monitor-only until it is on record. Write the role that authorised it, such as "Trust Board".',
    '--authorised-on: 2999-01-01 has not come yet. It has to have happened before Heed may speak to anybody.',
    '--minute: missing: Heed stays in monitor-only until it is on record. Write the minute or decision it stands in.',
    '--dpia: missing: Heed stays in monitor-only until it is on record. Write the reference of the data protection impact assessment.',
    '--staff-told-on: “2026-02-30” is not a date. Write it like 2026-11-20.',
  ]);
  expect(readHosted(inSite('policy.json'), inSite('policy.json.sig'), keyInBase64(), 0)).toMatchObject({ deployment: { serial: 1, mode: 'monitor-only' } });

  expect((await heed('policy', 'sign', ...SIGN, '--mode', 'warn', '--rollout', '5', '--rings', 'IT@laat.example, oakfield.example', ...RECORD)).code).toBe(0);
  expect((await heed('policy', 'sign', ...SIGN, '--rollout', '25')).code).toBe(0);
  expect(readHosted(inSite('policy.json'), inSite('policy.json.sig'), keyInBase64(), 3)).toMatchObject({
    policy: { name: 'LAAT' },
    deployment: { serial: 3, mode: 'warn', rollout: { percent: 25, rings: ['it@laat.example', 'oakfield.example'] }, authorisation: { by: 'Trust Board', dpia: 'DPIA-7' } },
  });

  // A rule that begins more slowly than the rest, and back again.
  expect((await heed('policy', 'sign', ...SIGN, '--rollout-for', 'out-of-hours=5, all-staff = 50')).code).toBe(0);
  expect((await heed('policy', 'sign', ...SIGN, '--rollout-for', 'all-staff=')).code).toBe(0);
  expect(readHosted(inSite('policy.json'), inSite('policy.json.sig'), keyInBase64(), 5)).toMatchObject({ deployment: { rollout: { percent: 25, rules: { 'out-of-hours': 5 }, rings: ['it@laat.example', 'oakfield.example'] } } });

  // All to monitor-only: one command, no pack, and the record stays.
  expect((await heed('policy', 'sign', ...SIGN, '--mode', 'monitor-only')).code).toBe(0);
  expect(readHosted(inSite('policy.json'), inSite('policy.json.sig'), keyInBase64(), 6)).toMatchObject({ deployment: { mode: 'monitor-only', authorisation: { by: 'Trust Board' } } });
});

test('a ring may be a school of the policy, and one that was signed before is kept when its school has left', async () => {
  const schools = [{ id: 'oakfield', name: 'Oakfield', domains: ['oakfield.example'] }];
  for (const [name, organisation] of [['with.json', { schools }], ['without.json', { schools: [] }]] as const) fs.writeFileSync(path.join(folder, name), JSON.stringify({ name: 'T', version: '1', organisation }));
  expect(await heed('policy', 'sign', 'with.json', ...SIGN, '--host', 'https://h.laat.example', '--rings', 'Oakfield, *.oak.example')).toMatchObject({ code: 0, err: [] });
  expect(await heed('policy', 'sign', 'without.json', ...SIGN)).toMatchObject({ code: 0, err: [] });
  expect(readHosted(inSite('policy.json'), inSite('policy.json.sig'), keyInBase64(), 2)).toMatchObject({ deployment: { rollout: { rings: ['oakfield', '*.oak.example'] } } });
});

test.each<[string, readonly string[], string]>([
  ['no host yet', ['laat'], '--host: missing: the add-in in this folder has not been told where it is served. Write it, such as https://heed.school.example.'],
  ['no pack yet', [], 'There is no policy in the folder yet. Choose the pack to sign, such as laat or my-pack.json.'],
  ['a pack that is none', ['nope'], 'nope: not read, because there is no such file. The shipped packs are laat and teal; anything else is a file.'],
  ['a host that is none', ['laat', '--host', 'http://x.example'], '--host: “http://x.example” is not https. Outlook loads add-ins over https only: get a certificate for the host and write https://x.example.'],
  ['a mode that is none', ['laat', '--host', 'https://h.laat.example', '--mode', 'loud'], '--mode: “loud” is not a mode. Choose monitor-only, inform, warn, justify or block.'],
  ['a share that is none', ['laat', '--host', 'https://h.laat.example', '--rollout', 'half'], '--rollout: “half” is not a share. Write a whole number from 0 to 100.'],
  ['a share for nobody', ['laat', '--host', 'https://h.laat.example', '--rollout-for', 'oakfeld=5'], '--rollout-for: “oakfeld” is neither a rule nor the id of a school in the policy. Write one of them and its share, such as sensitive-attachment=25.'],
  ['a ring that nobody is in', ['laat', '--host', 'https://h.laat.example', '--rings', 'it@laat.example, oakfeld'], '--rings: “oakfeld” is neither an address, a domain nor the id of a school in the policy. Write one of them, such as it@school.example.'],
  ['half an address', ['laat', '--host', 'https://h.laat.example', '--rings', 'it@laat'], '--rings: “it@laat” is neither an address, a domain nor the id of a school in the policy. Write one of them, such as it@school.example.'],
  ['a rule without a share', ['laat', '--host', 'https://h.laat.example', '--rollout-for', 'all-staff=120'], '--rollout-for: “all-staff=120” has no share. Write a whole number from 0 to 100 after “=”, or nothing to give it the rest\'s.'],
  ['a serial that is none', ['laat', '--host', 'https://h.laat.example', '--serial', '0'], '--serial: “0” is not a serial. Write a whole number from 1 to 1,000,000,000.'],
  ['a serial that is too high', ['laat', '--host', 'https://h.laat.example', '--serial', '99999999999'], '--serial: “99999999999” is not a serial. Write a whole number from 1 to 1,000,000,000.'],
])('%s: refused, and nothing is written', async (_name, args, sentence) => {
  const { code, err } = await heed('policy', 'sign', ...args, ...SIGN);
  expect([code, err]).toEqual([2, [sentence]]);
  expect(fs.existsSync(path.join(folder, 'site', 'policy.json'))).toBe(false);
});

test('a policy that keeps events is signed with the assessment on record alone', async () => {
  const pack = fs.readFileSync(path.join(root, 'src', 'policy', 'packs', 'teal.json'), 'utf8').replace('"level": "totals"', '"level": "events"');
  fs.writeFileSync(path.join(folder, 'mine.json'), pack);
  const { code, err } = await heed('policy', 'sign', 'mine.json', ...SIGN, '--host', 'https://h.laat.example');
  expect([code, err[0]]).toEqual([2, expect.stringMatching(/^The policy keeps events of single sends, .* or choose "totals" in audit\.level\.$/)]);
  expect(fs.existsSync(path.join(folder, 'site', 'policy.json'))).toBe(false);
  expect((await heed('policy', 'sign', 'mine.json', ...SIGN, '--host', 'https://h.laat.example', ...RECORD)).code).toBe(0);
});

test('a serial never goes back, and another key does not follow', async () => {
  await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://h.laat.example', '--serial', '9');
  expect((await heed('policy', 'sign', 'laat', ...SIGN, '--serial', '9')).err).toEqual(['--serial: 9 is not above 9, which clients have seen. Write 10 or more.']);
  const other = await heed('policy', 'sign', 'laat', '--key', 'others/heed-policy-private.pem', '--site', 'site');
  expect(other.err[0]).toContain('it cannot be followed by a new one, because it is not what was signed');
});

test('what is no private key is named', async () => {
  fs.writeFileSync(path.join(folder, 'words.pem'), 'the key is in the safe');
  expect((await heed('policy', 'sign', 'laat', '--key', 'words.pem', '--site', 'site')).err[0]).toContain('is not an RSA private key of 2,048 to 4,096 bits');
  expect((await heed('policy', 'sign', 'laat', '--key', 'keys/heed-policy-public.pem', '--site', 'site')).err[0]).toMatch(/heed-policy-public\.pem is the public key, which signs nothing\. Choose the private key that was made with it, such as heed-policy-private\.pem\.$/);
  expect((await heed('policy', 'sign', 'laat', '--key', 'nowhere.pem', '--site', 'site')).err[0]).toMatch(/nowhere\.pem was not read, because there is no such file\. Choose the private key/);
});

test.each<[string, (text: string) => string | Buffer]>([
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
])('a site whose files an editor gave %s is signed all the same, and is as it was written again', async (_name, edited) => {
  await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://h.laat.example');
  const names = ['launchevent.js', 'site.js', 'policy.json', 'policy.json.sig'];
  for (const name of names) fs.writeFileSync(path.join(folder, 'site', name), edited(inSite(name)));
  expect((await heed('policy', 'sign', ...SIGN)).out.at(-1)).toMatch(/^LAAT V1, number 2, monitor-only/);
  for (const name of names) expect([name, /^\u00ef|\r/.test(inSite(name))]).toEqual([name, false]);
});

test('another host than before is said, because a slip of the pen moves the add-in too', async () => {
  await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.laat.example');
  const { out } = await heed('policy', 'sign', ...SIGN, '--host', 'https://head.laat.example');
  expect(out.at(-2)).toMatch(/^The add-in in this folder was written for https:\/\/heed\.laat\.example, and is for https:\/\/head\.laat\.example now: Outlook needs a manifest that says so\. /);
  expect((await heed('policy', 'sign', ...SIGN)).out.join(' ')).not.toContain('was written for');
});

test('a key that PowerShell wrote as UTF-16 is a key', async () => {
  const pem = fs.readFileSync(path.join(folder, 'keys', 'heed-policy-private.pem'), 'utf8');
  fs.writeFileSync(path.join(folder, 'wide.pem'), Buffer.from(`\ufeff${pem.replaceAll('\n', '\r\n')}`, 'utf16le'));
  expect((await heed('policy', 'sign', 'laat', '--key', 'wide.pem', '--site', 'site', '--host', 'https://h.laat.example')).err).toEqual([]);
});

test('a folder that is no site is refused, and stays as it was', async () => {
  const { code, err } = await heed('policy', 'sign', 'laat', '--key', 'keys/heed-policy-private.pem', '--site', 'keys');
  expect([code, err]).toEqual([2, [`--site: ${path.join(folder, 'keys')} is not the site folder of Heed: there is no launchevent.js in it. Choose the site folder of the unpacked archive.`]]);
  expect(fs.readdirSync(path.join(folder, 'keys')).sort()).toEqual(['heed-policy-private.pem', 'heed-policy-public.pem']);
});

test('a folder that cannot be written is said with its place, and nothing half-written is left', async () => {
  fs.writeFileSync(path.join(folder, 'site', '.well-known'), 'a file in the way');
  const { code, err } = await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.laat.example');
  expect([code, err]).toEqual([2, [`--site: ${path.join(folder, 'site', '.well-known', 'microsoft-officeaddins-allowed.json')} cannot be written, because a file stands where its folder should be. Put that right and sign again; upload nothing before.`]]);
  expect(fs.readdirSync(path.join(folder, 'site')).filter((name) => name.endsWith('.new'))).toEqual([]);
  fs.rmSync(path.join(folder, 'site', '.well-known'));
  expect(await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.laat.example')).toMatchObject({ code: 0 });
});

test('a policy that is there and cannot be read is not taken for none, which would begin at number 1 again', async () => {
  fs.mkdirSync(path.join(folder, 'site', 'policy.json'));
  const { code, err } = await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.laat.example');
  expect([code, err]).toEqual([2, [`--site: ${path.join(folder, 'site', 'policy.json')} was not read, because it is a folder. Put that right and sign again.`]]);
});

test('a place where no key can be kept is said', async () => {
  fs.writeFileSync(path.join(folder, 'there'), 'a file');
  expect(await heed('policy', 'keygen', '--out', 'there')).toMatchObject({ code: 2, err: [expect.stringMatching(/^--out: .*there cannot be written, because a file stands where its folder should be\. Choose another folder\.$/)] });
});

test('a script that is not ours is left alone', async () => {
  fs.writeFileSync(path.join(folder, 'site', 'launchevent.js'), 'alert(1);');
  const { code, err } = await heed('policy', 'sign', 'laat', ...SIGN);
  expect([code, err[0]]).toEqual([2, expect.stringContaining('is not a script that Heed built')]);
});

describe('a new archive’s folder, which has no policy yet', () => {
  const HOSTED = ['--host', 'https://heed.laat.example'];
  async function signedBefore(key: string): Promise<void> {
    fs.mkdirSync(path.join(folder, 'old'));
    fs.copyFileSync(path.join(folder, 'site', 'launchevent.js'), path.join(folder, 'old', 'launchevent.js'));
    for (const mode of ['monitor-only', 'warn', 'justify']) expect((await heed('policy', 'sign', 'laat', '--key', `${key}/heed-policy-private.pem`, '--site', 'old', '--mode', mode, ...RECORD, ...HOSTED)).code).toBe(0);
    served = Object.fromEntries(['policy.json', 'policy.json.sig'].map((name) => [`/${name}`, fs.readFileSync(path.join(folder, 'old', name), 'latin1')]));
  }

  test('follows what the host serves: a higher number, the same mode and record, and without a pack the same policy', async () => {
    await signedBefore('keys');
    const { code, out } = await heed('policy', 'sign', ...SIGN, ...HOSTED);
    expect([code, out]).toEqual([0, expect.arrayContaining(['Follows number 3, which https://heed.laat.example serves now.', expect.stringMatching(/^LAAT V1, number 4, justify,/)])]);
    expect(siteIn(inSite('launchevent.js'))).toMatchObject({ deployment: { serial: 4, mode: 'justify', authorisation: { dpia: 'DPIA-7' } } });
  });

  test('begins at 1 and says why: the host is silent, or serves one of another key', async () => {
    const { code, out } = await heed('policy', 'sign', 'laat', ...SIGN, ...HOSTED);
    expect([code, out]).toEqual([0, expect.arrayContaining(['https://heed.laat.example did not answer (fetch failed), so this is number 1. If clients have seen a higher one, sign again with a number above it.'])]);
    fs.rmSync(path.join(folder, 'site', 'policy.json'));
    await signedBefore('others');
    expect((await heed('policy', 'sign', 'laat', ...SIGN, ...HOSTED)).out.slice(-2)).toEqual([
      'https://heed.laat.example serves no policy of this key yet, so this is number 1. If clients have seen a higher one, sign again with a number above it.',
      expect.stringContaining('number 1, monitor-only'),
    ]);
  });

  test('once there is one, a silent host is said, because somebody else may have signed meanwhile', async () => {
    await heed('policy', 'sign', 'laat', ...SIGN, ...HOSTED);
    expect((await heed('policy', 'sign', ...SIGN)).out.slice(-2)).toEqual([
      'https://heed.laat.example did not answer (fetch failed), so nobody has looked whether it serves a higher number by now. Clients refuse a lower one.',
      expect.stringContaining('number 2, monitor-only'),
    ]);
  });

  test('a folder that lags behind its host, as when somebody else has published, follows the host too', async () => {
    expect((await heed('policy', 'sign', 'teal', ...SIGN, ...HOSTED)).code).toBe(0);
    await signedBefore('keys');
    const { out } = await heed('policy', 'sign', ...SIGN);
    expect(out.slice(-2)).toEqual(['Follows number 3, which https://heed.laat.example serves now.', expect.stringMatching(/^LAAT V1, number 4, justify,/)]);
    expect((await heed('policy', 'sign', ...SIGN)).out.at(-1)).toMatch(/^LAAT V1, number 5, justify,/);
  });
});

test('what one academy makes stricter for every school is said when it is signed', async () => {
  fs.mkdirSync(path.join(folder, 'academies'));
  for (const [id, more] of [['hill', {}], ['marsh', { rules: { 'all-staff': { severity: { list: 'justify' } } } }]] as const) {
    fs.writeFileSync(path.join(folder, 'academies', `${id}.json`), JSON.stringify({ extends: 'teal', name: id, organisation: { schools: [{ id, name: id, domains: [`${id}.example`] }] }, ...more }));
  }
  const SAID = 'marsh.json sets all-staff, and that holds for all 2 schools of this policy, not for its own alone.';
  const { code, out } = await heed('policy', 'sign', 'academies', ...SIGN, '--host', 'https://heed.teal.example');
  expect([code, out.includes(SAID)]).toEqual([0, true]);
  expect(JSON.parse((await heed('policy', 'sign', 'academies', ...SIGN, '--json')).out[0] ?? '').remarks).toEqual([SAID, expect.stringContaining('did not answer')]);
});

describe('heed check --as-deployed', () => {
  const MAIL = path.join(root, 'test', 'mail', 'sen-register-to-gmail.eml');
  // Sent after the signing, whatever the clock of the test says.
  const LATER = ['--now', '2099-01-05T10:00:00Z'];
  const CHECK = ['check', '--json', '--policy', 'site', '--as-deployed', ...LATER, MAIL];

  test('goes by the mode and the rollout of the site folder', async () => {
    expect((await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.example')).code).toBe(0);
    const watching = await heed(...CHECK);
    const report = JSON.parse(watching.out[0] ?? '');
    expect([watching.code, report.verdict, report.findings]).toEqual([0, 'allow', []]);
    expect(report.monitored[0]).toMatchObject({ rule: 'sensitive-attachment', severity: 'justify' });
    expect(watching.err).toEqual([expect.stringMatching(/^As deployed: LAAT V1, number 1 of \d{4}-\d\d-\d\d \d\d:\d\d UTC, monitor-only, 100 % of mailboxes\.$/)]);

    expect((await heed('policy', 'sign', ...SIGN, '--mode', 'warn', ...RECORD)).code).toBe(0);
    const warning = await heed(...CHECK);
    expect([warning.code, JSON.parse(warning.out[0] ?? '').verdict]).toEqual([1, 'warn']);

    expect((await heed('policy', 'sign', ...SIGN, '--rollout', '0')).code).toBe(0);
    const outside = await heed(...CHECK);
    expect([outside.code, JSON.parse(outside.out[0] ?? '')]).toEqual([0, { file: MAIL, verdict: 'allow', findings: [], unchecked: [], outsideRollout: true }]);
    expect(outside.err.slice(1)).toEqual([
      `${MAIL}: nothing is looked at, because dee.marlow@oakfield.example is not in the rollout: 0 % of mailboxes. What it would meet is said without --as-deployed, under the pack.`,
    ]);
  });

  test('whoever is not in the rollout is told from whoever had nothing to hear', async () => {
    expect((await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.example', '--rollout', '0', '--rings', 'it@laat.example')).out.at(-1)).toMatch(/^LAAT V1, number 1, monitor-only, 0 % of mailboxes, and always it@laat\.example\./);
    const { out } = await heed('check', '--policy', 'site', '--as-deployed', MAIL, path.join(root, 'test', 'mail', 'to-the-union.eml'));
    expect(out).toEqual([expect.stringMatching(/sen-register-to-gmail\.eml: sent, and not looked at\n$/), expect.stringMatching(/to-the-union\.eml: sent, and not looked at\n$/), '2 mails: 0 stopped, 0 sent with a note, 0 sent with nothing to say, 2 sent and not looked at.']);
  });

  test('a mail from before the policy was signed is said to be one', async () => {
    expect((await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.example')).code).toBe(0);
    const early = path.join(folder, 'early.eml');
    fs.writeFileSync(early, 'From: jo@oakfield.example\nTo: sam@oakfield.example\nDate: Tue, 10 Feb 2026 10:00:00 +0000\nSubject: Rota\n\nHello.\n');
    const old = await heed('check', '--policy', 'site', '--as-deployed', early);
    expect(old.err[1]).toMatch(/early\.eml: older than number 1, which was signed on \d{4}-\d\d-\d\d \d\d:\d\d UTC\. What it met then is said under the site folder of that day\.$/);
    const now = await heed('check', '--policy', 'site', '--as-deployed', ...LATER, early);
    expect(now.err).toHaveLength(1);
  });

  test('says that clients refuse a policy that was changed since, and goes by what is built in', async () => {
    expect((await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.example')).code).toBe(0);
    const hosted = path.join(folder, 'site', 'policy.json');
    fs.writeFileSync(hosted, inSite('policy.json').replace('"percent": 100', '"percent": 0'));
    const { err } = await heed(...CHECK);
    expect(err[0]).toBe(`${path.join('site', 'policy.json')}: clients do not take it up, because it is not what was signed: it was changed, cut short or signed with another key. What is built into launchevent.js counts.`);
  });

  test('a pack is deployed nowhere: it counts whole, and that is said', async () => {
    const { code, out, err } = await heed('check', '--json', '--as-deployed', MAIL);
    expect([code, JSON.parse(out[0] ?? '').verdict]).toEqual([1, 'justify']);
    expect(err).toEqual([expect.stringContaining('--as-deployed: laat is a pack and says nothing of a deployment')]);
  });

  test('a signed policy is no pack, and is told from one', async () => {
    expect((await heed('policy', 'sign', 'laat', ...SIGN, '--host', 'https://heed.example')).code).toBe(0);
    for (const args of [['policy', 'check', 'site/policy.json'], ['policy', 'explain', 'site'], ['check', '--policy', 'site', MAIL]]) {
      const { code, out, err } = await heed(...args);
      expect([code, [...out, ...err][0]]).toEqual([2, expect.stringContaining('policy.json: this is a signed policy, not the pack it was made from. Choose that pack.')]);
    }
  });
});
