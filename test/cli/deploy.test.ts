import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../src/cli/main';
import { SERVED, asServed } from '../../src/deployment';
import type { SiteFetch } from '../../src/deployment';
import { BUILD, PAGE_SCRIPTS, rightHeaders, rightTexts } from '../deployment/right-host';
import { KEY, deploymentOf, signed } from '../hosted/signed';
import { shippedPolicy } from '../policy-for-tests';

// A command loads what it needs when it is first asked for, within the test.
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const HOST = 'https://heed.laat.example';

let folder: string;
let changes: { readonly [path: string]: { readonly status?: number; readonly type?: string; readonly text?: string } } = {};
let [clock, certificate] = ['', Infinity] as [string, number];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-deploy-'));
  changes = {};
  [clock, certificate] = ['', Date.now() + 90 * 86_400_000];
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const texts = rightTexts(HOST, { origin: HOST, key: null, policy: shippedPolicy('laat'), deployment: null, written: '2026-01-01T00:00:00Z' });

/** A host on which everything is right, but for the changes. */
const ask: SiteFetch = (address) => {
  const pathname = new URL(address).pathname;
  const change = changes[pathname] ?? {};
  const headers = rightHeaders(pathname);
  if (change.type !== undefined) headers.set('content-type', change.type);
  if (clock !== '') headers.set('date', clock);
  const isMissing = texts[pathname] === undefined || pathname.startsWith('/policy.json');
  return Promise.resolve({ status: change.status ?? (isMissing ? 404 : 200), headers, text: () => Promise.resolve(change.text ?? texts[pathname] ?? '') });
};

async function heed(...args: readonly string[]): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { packageFolder: root, ask, certificateEnd: () => Promise.resolve(certificate) }, { out: (line) => out.push(line), err: (line) => err.push(line), stdin: Readable.from([]), folder });
  return { code, out, err };
}

const written = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');

describe('heed manifest', () => {
  test('writes this tenant’s, and over the old one keeps the id and raises the version', async () => {
    expect(await heed('manifest', '--host', HOST, '--out', 'manifest.xml')).toMatchObject({ code: 0, err: [], out: ['Written: manifest.xml', expect.stringMatching(/^Id [0-9a-f-]{36}, version 0\.1\.0\.0, host https:\/\/heed\.laat\.example\.$/)] });
    const [id] = /<Id>[^<]*/.exec(written('manifest.xml')) ?? [];
    expect((await heed('manifest', '--host', 'https://new.laat.example', '--out', 'manifest.xml')).out.at(-1)).toContain('version 0.1.0.1, host https://new.laat.example');
    expect(written('manifest.xml')).toContain(`${id}</Id>`);
    expect(written('manifest.xml')).toContain('https://new.laat.example/launchevent.js');
  });

  test.each(['manifest.xml', 'manifest.json'])('knows its %s again when an editor was at it', async (name) => {
    const kind = name.endsWith('.json') ? ['--unified'] : [];
    await heed('manifest', '--host', HOST, ...kind, '--out', name);
    fs.writeFileSync(path.join(folder, name), `\ufeff${written(name).replaceAll('\n', '\r\n')}`);
    expect(await heed('manifest', '--host', HOST, ...kind, '--out', name)).toMatchObject({ code: 0, err: [], out: [expect.anything(), expect.stringContaining('version 0.1.0.1')] });
  });

  test('prints it where there is no file to write', async () => {
    const { out } = await heed('manifest', '--host', HOST, '--send-mode', 'block');
    expect(out.join('\n')).toContain('SendMode="Block"');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['heed.zip', ['heed.zip']],
    ['manifest.json', ['cy-gb.json', 'manifest.json']],
  ])('the unified one, as %s, is one version further each time', async (name, files) => {
    for (const version of ['0.1.0.0', '0.1.0.1', '0.1.1.1']) expect((await heed('manifest', '--host', HOST, '--unified', '--languages', 'cy-GB', '--out', name)).out.at(-1)).toContain(`version ${version}`);
    expect(fs.readdirSync(folder).sort()).toEqual(files);
  });

  test('says every problem at once, in words and for machines, and writes nothing', async () => {
    const wrong = ['manifest', '--host', 'laat.example/heed', '--send-mode', 'hard', '--languages', 'fr', '--out', 'manifest.xml'];
    const { code, err } = await heed(...wrong);
    expect([code, err.map((line) => line.split(':')[0])]).toEqual([2, ['--host', '--send-mode', '--languages']]);
    const { out } = await heed(...wrong, '--json');
    expect(JSON.parse(out.join(''))).toEqual({ written: [], problems: err });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('a folder that is not there is said', async () => {
    expect(await heed('manifest', '--host', HOST, '--out', 'none/manifest.xml')).toMatchObject({ code: 2, err: [expect.stringMatching(/^--out: .* cannot be written, because its folder is not there\. Choose another file\.$/)] });
  });

  test('takes the place of nothing but a manifest of Heed, so that an id is never lost', async () => {
    fs.writeFileSync(path.join(folder, 'notes.xml'), 'not a manifest');
    expect(await heed('manifest', '--host', HOST, '--out', 'notes.xml')).toMatchObject({ code: 2, err: [expect.stringMatching(/^--out: .*notes\.xml is there already and is no manifest of Heed\. Choose another file, or remove that one\.$/)] });
    expect(written('notes.xml')).toBe('not a manifest');
  });

  test.each([
    [['--out', 'heed.zip'], /^--out: .* is no name for the XML manifest\. Choose one that ends with \.xml, or write the other kind with --unified\.$/],
    [['--unified', '--out', 'manifest.xml'], /^--out: .* is no name for the unified manifest\. Choose one that ends with \.zip, to be uploaded, or with \.json\.$/],
  ])('%j is refused: the name says another kind', async (options, sentence) => {
    expect(await heed('manifest', '--host', HOST, ...options)).toMatchObject({ code: 2, err: [expect.stringMatching(sentence)] });
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('--check asks for the page for help on the same host too', async () => {
    const { code, err } = await heed('manifest', '--host', HOST, '--support', `${HOST}/help.html`, '--check', '--out', 'manifest.xml');
    expect([code, err]).toEqual([2, [`${HOST}/help.html: the support page: answers 404 instead of 200. Write the address of a page that is there.`]]);
  });

  test('--check writes it when all is right, and nothing when something is wrong', async () => {
    expect(await heed('manifest', '--host', HOST, '--check', '--out', 'manifest.xml')).toMatchObject({ code: 0, err: [`${HOST}: all ${SERVED.length + PAGE_SCRIPTS.length} addresses are as Outlook needs them.`] });
    fs.rmSync(path.join(folder, 'manifest.xml'));
    changes = { '/launchevent.js': { type: 'text/html' }, '/taskpane.html': { status: 404 }, '/help': { status: 404 } };
    const { code, err } = await heed('manifest', '--host', HOST, '--support', 'https://it.laat.example/help', '--check', '--out', 'manifest.xml');
    expect([code, err]).toEqual([
      2,
      [
        `${HOST}/launchevent.js: the script that answers a send: is called text/html. Set Content-Type: text/javascript.`,
        `${HOST}/taskpane.html: the pane: answers 404 instead of 200. Upload the files of the archive’s site folder.`,
        'https://it.laat.example/help: the support page: answers 404 instead of 200. Write the address of a page that is there.',
      ],
    ]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('heed export staff-notice', () => {
  const academy = path.join(root, 'docs', 'academies', 'marsh-lane.json');

  test('of an academy bears its own name and its own contacts', async () => {
    const { code, out } = await heed('export', 'staff-notice', '--policy', academy);
    expect(code).toBe(0);
    expect(out.join('\n')).toMatch(/^# A second look before an email goes: Heed at Marsh Lane Academy\n/);
    expect(out.join('\n')).toContain('- Safeguarding lead: ext 114\n');
  });

  test('of a trust with two schools is the trust’s, until one is chosen', async () => {
    const schools = [{ id: 'oak', name: 'Oak', contacts: { head: 'ext 1' } }, { id: 'ash', name: 'Ash', contacts: { head: 'ext 2' } }];
    fs.writeFileSync(path.join(folder, 'trust.json'), JSON.stringify({ name: 'T', version: '1', organisation: { contacts: { dpo: 'ext 9' }, schools } }));
    const notice = async (...args: readonly string[]): Promise<string> => (await heed('export', 'staff-notice', '--policy', 'trust.json', ...args)).out.join('\n');
    expect(await notice()).toMatch(/^# [^\n]* Heed at T\n/);
    expect(await notice()).not.toContain('ext 1');
    expect(await notice('--academy', 'ash')).toMatch(/^# [^\n]* Heed at Ash\n[^]*- Data protection officer: ext 9\n- Headteacher: ext 2\n/);
  });
});

test('a script for PowerShell with more than ASCII begins with the mark that Windows PowerShell needs; one without it does not', async () => {
  const pack = JSON.parse(fs.readFileSync(path.join(root, 'src', 'policy', 'packs', 'laat.json'), 'utf8')) as object;
  fs.writeFileSync(path.join(folder, 'welsh.json'), JSON.stringify({ ...pack, name: 'Ysgol Tŷ Őr' }));
  expect(await heed('export', 'transport-rules', '--policy', 'welsh.json', '--out', 'welsh.ps1')).toMatchObject({ code: 0, err: [] });
  expect(written('welsh.ps1')).toMatch(/^\ufeff# Exchange Online transport rules for Ysgol Tŷ Őr/);
  await heed('export', 'transport-rules', '--policy', 'laat', '--out', 'laat.ps1');
  await heed('export', 'dpia', '--policy', 'welsh.json', '--out', 'welsh.md');
  for (const name of ['laat.ps1', 'welsh.md']) expect([name, written(name).startsWith('\ufeff')]).toEqual([name, false]);
});

test('the assessment names every place in which anything is kept, and for how long', async () => {
  const text = (await heed('export', 'dpia', '--policy', 'laat')).out.join('\n');
  for (const place of ['- Kept afterwards: at most totals by rule', '- With the draft, while it is open: ', '- In the sender’s browser: ', '- In the sender’s own mailbox: ', '- In the log of the trust’s web server, ']) expect(text).toContain(place);
});

describe('heed doctor', () => {
  test('says what is served, and answers 0 when nothing is wrong', async () => {
    const { code, out } = await heed('doctor', HOST);
    expect(out).toEqual(expect.arrayContaining([`Add-in:          ${BUILD}`, 'Built-in policy: LAAT V1, never signed', 'Hosted policy:   none that clients take up', `${HOST}: nothing is wrong.`]));
    expect(code).toBe(0);
  });

  test('answers 1 and counts what is wrong', async () => {
    changes = Object.fromEntries(['/launchevent.js', '/site.js'].map((name) => [name, { text: texts[name]!.replaceAll(HOST, 'https://old.laat.example') }]));
    const { code, out } = await heed('doctor', HOST);
    expect([code, out.at(-1)]).toEqual([1, `${HOST}: 1 thing is wrong.`]);
    expect(out).toContain(`wrong  ${HOST}/launchevent.js: the add-in was written for https://old.laat.example. Sign the site folder again for ${HOST} (publish.html, or heed policy sign --host ${HOST}) and upload all the files it names.`);
    const { out: json } = await heed('doctor', '--json', HOST);
    expect(JSON.parse(json.join(''))).toMatchObject({ host: HOST, build: BUILD, findings: expect.arrayContaining([expect.objectContaining({ isProblem: true })]) });
  });

  test('a policy without its signature is wrong', async () => {
    const signed = rightTexts(HOST, { origin: HOST, key: 'AAAA', policy: shippedPolicy('laat'), deployment: null, written: '2026-01-01T00:00:00Z' });
    changes = { ...Object.fromEntries(['/launchevent.js', '/site.js'].map((name) => [name, { text: signed[name]! }])), '/policy.json': { status: 200, text: '{}' } };
    expect((await heed('doctor', HOST)).out.filter((line) => line.startsWith('wrong'))).toEqual([`wrong  ${HOST}/policy.json: clients refuse it, because its signature is not there. Upload policy.json and policy.json.sig together.`]);
  });

  describe('of a signed policy', () => {
    // Long ago, whatever the clock of the test says.
    const issued = '2020-01-01T00:00:00.000Z';
    const { text, signature } = signed({ issued }, shippedPolicy('laat'));
    const built = rightTexts(HOST, { origin: HOST, key: KEY, policy: shippedPolicy('laat'), deployment: deploymentOf({ issued }), written: '2026-01-01T00:00:00Z' });
    const hosting = (policy: string): typeof changes => ({
      ...Object.fromEntries(['/launchevent.js', '/site.js'].map((name) => [name, { text: built[name]! }])),
      '/policy.json': { status: 200, text: policy },
      '/policy.json.sig': { status: 200, text: signature },
    });
    const wrong = async (): Promise<readonly string[]> => (await heed('doctor', HOST)).out.filter((line) => line.startsWith('wrong'));

    test('as it was written, nothing is wrong', async () => {
      changes = hosting(text);
      expect(await wrong()).toEqual([]);
    });

    test('a byte order mark is wrong, though a browser would read over it', async () => {
      changes = hosting(`\ufeff${text}`);
      expect(await wrong()).toEqual([`wrong  ${HOST}/policy.json: the hosted policy: begins with a byte order mark, which an editor put there, and classic Outlook may refuse the file. Upload it as it was written; where you have no other copy, sign again.`]);
    });

    test('line ends of Windows are named for what they are', async () => {
      changes = hosting(text.replaceAll('\n', '\r\n'));
      expect(await wrong()).toEqual([`wrong  ${HOST}/policy.json: clients refuse it, because its line ends were changed on the way. Upload policy.json as it is: by FTP, choose binary and not text.`]);
    });
  });

  test('a certificate that is about to end is wrong while there is time to renew it', async () => {
    certificate = Date.now() + 5.5 * 86_400_000;
    const { code, out } = await heed('doctor', HOST);
    expect([code, out.filter((line) => line.startsWith('wrong'))]).toEqual([1, [expect.stringMatching(/^wrong {2}https:\/\/heed\.laat\.example: its certificate ends in 5 days, on \d+ \w+ \d{4}\. Put a new one on the web server/)]]);
  });

  test('of a host that does not answer nothing is said of a certificate', async () => {
    const answer = await run(['doctor', HOST], { packageFolder: root, ask: () => Promise.reject(new Error('fetch failed', { cause: { code: 'ECONNREFUSED' } })), certificateEnd: () => Promise.reject(new Error('asked')) }, { out: () => undefined, err: () => undefined, stdin: Readable.from([]), folder });
    expect(answer).toBe(1);
  });

  test.each([
    [5, null],
    [-5, null],
    [12, 'this computer’s clock is 12 minutes behind the web server’s.'],
    [-180, 'this computer’s clock is 3 hours ahead of the web server’s.'],
    [576_000, 'this computer’s clock is 400 days behind the web server’s.'],
  ])('a web server whose clock is %d minutes off', async (minutes, sentence) => {
    // A header has whole seconds.
    clock = new Date(Date.now() + minutes * 60_000 + 5_000 * Math.sign(minutes)).toUTCString();
    const { code, out } = await heed('doctor', HOST);
    const said = out.filter((line) => line.includes('clock'));
    expect([code, said]).toEqual(sentence === null ? [0, []] : [1, [expect.stringContaining(`wrong  ${HOST}: ${sentence} Put right the one that is wrong`)]]);
  });

  test('a policy that was signed by a clock that runs ahead is told', async () => {
    const ahead = { ...deploymentOf(), issued: new Date(Date.now() + 40.5 * 86_400_000).toISOString() };
    const { text, signature } = signed({ issued: ahead.issued }, shippedPolicy('laat'));
    const built = rightTexts(HOST, { origin: HOST, key: KEY, policy: shippedPolicy('laat'), deployment: ahead, written: ahead.issued });
    changes = { ...Object.fromEntries(['/launchevent.js', '/site.js'].map((name) => [name, { text: built[name]! }])), '/policy.json': { status: 200, text }, '/policy.json.sig': { status: 200, text: signature } };
    expect((await heed('doctor', HOST)).out.filter((line) => line.startsWith('wrong'))).toEqual([`wrong  ${HOST}/policy.json: was signed by a clock that was 40 days ahead. Until then classic Outlook does not notice that the host is silent. Put that clock right, and sign again.`]);
  });

  test('while a host keeps one waiting, it is said what is asked for, and the line is cleared', async () => {
    const progress: (string | null)[] = [];
    const io = { out: () => undefined, err: () => undefined, stdin: Readable.from([]), folder, progress: (line: string | null) => void progress.push(line) };
    for (const args of [['doctor', HOST], ['manifest', '--check', '--host', HOST]]) {
      progress.length = 0;
      await run(args, { packageFolder: root, ask, certificateEnd: () => Promise.resolve(null) }, io);
      expect([progress[0], progress.at(-1)]).toEqual([`Asking ${HOST}/launchevent.js`, null]);
    }
  });

  test('what the network hands over keeps its byte order mark, so that it can be told', async () => {
    const whole = await asServed(new Response(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).text();
    expect(whole).toBe('\ufeff{}');
  });

  test('a policy that nobody can verify is wrong', async () => {
    changes = { '/policy.json': { status: 200, text: '{}' }, '/policy.json.sig': { status: 200, text: 'AAAA' } };
    expect((await heed('doctor', HOST)).out).toContain(`wrong  ${HOST}/policy.json: there is a hosted policy, but the add-in has no key to verify it with, so nobody takes it up. Sign it into the site folder (publish.html, or heed policy sign) and upload all the files it names.`);
  });

  test.each([[[]], [['a', 'b']]])('%j is no one host', async (hosts) => {
    expect(await heed('doctor', ...hosts)).toMatchObject({ code: 2, err: [expect.stringContaining('needs the address of one host')] });
  });
});
