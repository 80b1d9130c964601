import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { run } from '../../src/cli/main';
import type { SiteFetch } from '../../src/deployment';
import { builtFolder } from '../built';
import { classicClient, REGISTER } from './classic-client';
import { readingGrade } from '../formatters/reading-grade';
import { launchBrowser } from './find-browser';
import { PROJECT } from './web-stage';

jest.setTimeout(120_000);

const HOST = 'https://heed.laat.example';
const NOON = new Date('2026-11-27T12:00:00Z');
const FILES = ['launchevent.js', 'site.js', '.well-known/microsoft-officeaddins-allowed.json', 'policy.json', 'policy.json.sig'];
const RECORD = { by: 'Trust Board', on: '2026-11-20', minute: '12/26', dpia: 'DPIA-7', told: '2026-11-26' };
const RECORD_OPTIONS = ['--authorised-by', RECORD.by, '--authorised-on', RECORD.on, '--minute', RECORD.minute, '--dpia', RECORD.dpia, '--staff-told-on', RECORD.told];
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Files = { readonly [path: string]: string };

let folder: string;
let dist: string;
let browser: Browser;
/** What the host serves; null while it is silent. */
let served: Files | null = null;

const at = (...names: readonly string[]): string => path.join(folder, ...names);
const ask: SiteFetch = (address) => {
  if (served === null) return Promise.reject(new Error('fetch failed'));
  const text = served[new URL(address).pathname.slice(1)];
  return Promise.resolve({ status: text === undefined ? 404 : 200, headers: new Headers(), text: () => Promise.resolve(text ?? '') });
};

/** The command at noon, in this very process. */
async function heed(...args: readonly string[]): Promise<{ readonly code: number; readonly out: readonly string[]; readonly err: readonly string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  jest.useFakeTimers({ now: NOON, doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
  try {
    const code = await run(args, { packageFolder: PROJECT, ask }, { out: (line) => out.push(line), err: (line) => err.push(line), stdin: Readable.from([]), folder });
    return { code, out, err };
  } finally {
    jest.useRealTimers();
  }
}

/** A site folder of the built add-in, as the archive has it. */
function makeSite(name: string): string {
  fs.mkdirSync(at(name), { recursive: true });
  for (const file of ['launchevent.js', 'launchevent.html', 'taskpane.html', 'site.js']) fs.copyFileSync(path.join(dist, file), at(name, file));
  return at(name);
}

function filesIn(name: string): Files {
  return Object.fromEntries(FILES.map((file) => [file, fs.readFileSync(at(name, ...file.split('/')), 'utf8')]));
}

beforeAll(async () => {
  dist = process.env['HEED_PUBLISH_DIST'] ?? builtFolder();
  browser = await launchBrowser();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-publish-'));
  for (const name of ['keys', 'others']) await heed('policy', 'keygen', '--out', name);
}, 500_000);
afterAll(async () => {
  await browser.close();
  fs.rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address asked for that is not a file of this machine. */
  readonly asked: string[];
}

const contexts: { readonly context: BrowserContext; readonly faults: string[] }[] = [];
afterEach(async () => {
  served = null;
  for (const { context, faults } of contexts.splice(0)) {
    await context.close();
    expect(faults).toEqual([]);
  }
  for (const name of fs.readdirSync(folder)) if (name !== 'keys' && name !== 'others') fs.rmSync(at(name), { recursive: true });
});

/** The page, opened as a file or from a host. The host answers what `served` says. */
async function open({ from = 'file', ...looks }: { readonly from?: 'file' | 'host'; readonly width?: number; readonly colorScheme?: 'light' | 'dark'; readonly forcedColors?: 'active' | 'none' } = {}): Promise<Opened> {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: looks.width ?? 1000, height: 900 }, colorScheme: looks.colorScheme ?? 'light', forcedColors: looks.forcedColors ?? 'none' });
  const asked: string[] = [];
  const faults: string[] = [];
  contexts.push({ context, faults });
  await context.route(/^https:/, (route) => {
    const { origin, pathname, href } = new URL(route.request().url());
    if (origin === 'https://pages.example') return route.fulfill({ status: 200, contentType: 'text/html', body: fs.readFileSync(path.join(dist, 'publish.html')) });
    asked.push(href);
    const text = origin === HOST ? served?.[pathname.slice(1)] : undefined;
    if (served === null) return route.abort();
    return route.fulfill({ status: text === undefined ? 404 : 200, headers: { 'access-control-allow-origin': '*' }, body: text ?? '' });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.clock.setFixedTime(NOON);
  await page.goto(from === 'file' ? pathToFileURL(path.join(dist, 'publish.html')).href : 'https://pages.example/publish.html');
  await page.getByRole('heading', { level: 1, name: 'Publish a policy' }).waitFor();
  return { page, context, asked };
}

/** A sentence of the command as the page says it. */
const british = (sentence: string): string => sentence.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1');

const picker = (page: Page, label: string): Locator => page.locator(`input[type=file][aria-label="${label}"]`);
const chooseSite = (page: Page, site: string): Promise<void> => picker(page, 'Read the folder, save a zip').setInputFiles(site);
const chooseKey = (page: Page, name = 'keys'): Promise<void> => picker(page, 'Choose the private key').setInputFiles(at(name, 'heed-policy-private.pem'));
const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true });
const choose = (page: Page, label: string): Promise<void> => page.getByRole('radio', { name: label }).check({ force: true });

async function fillRecord(page: Page): Promise<void> {
  await field(page, 'Authorised by (role)').fill(RECORD.by);
  await field(page, 'Authorised on').fill(british(RECORD.on));
  await field(page, 'Minute or decision').fill(RECORD.minute);
  await field(page, 'Impact assessment').fill(RECORD.dpia);
  await field(page, 'Staff told on').fill(british(RECORD.told));
}

async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return fs.readFileSync(await download.path());
}

/** Signs, and answers the files in the zip that is saved. */
async function signedZip(page: Page): Promise<Files> {
  const files = unzipSync(new Uint8Array(await saved(page, 'Sign, and save the zip')));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

const said = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
/** Waits until the page says a sentence: a message bar shows its words a moment after itself. */
const says = async (page: Page, sentence: string): Promise<void> => {
  const wait = page.waitForFunction("(sentence) => document.querySelector('main').innerText.replace(/\\s+/g, ' ').includes(sentence)", sentence, { timeout: 10_000 });
  await wait.catch(async () => expect(await said(page)).toContain(sentence));
};

describe('the page signs what the command signs, byte for byte', () => {
  test('opened as a file, into a zip; each number follows the one before', async () => {
    makeSite('mine');
    makeSite('theirs');
    served = {};
    const { page, asked } = await open();
    await chooseSite(page, at('mine'));
    await page.getByText('“mine”: a new site, with no policy of its own yet. What changes is saved as a zip.').waitFor();
    await field(page, 'Host').fill(HOST);
    await chooseKey(page);
    await choose(page, 'LAAT, as it comes with Heed');
    await page.getByText('This will be published: LAAT V1, number 1, monitor-only, 100 % of mailboxes.').waitFor();
    const remark = `${HOST} serves no policy of this key yet, so this is number 1.`;
    await says(page, remark);
    const first = await signedZip(page);
    const command = await heed('policy', 'sign', 'laat', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--host', HOST);
    expect(Object.keys(first)).toEqual(FILES);
    expect(first).toEqual(filesIn('theirs'));
    expect(command.out.at(-2)).toContain(remark);
    await says(page, String(command.out.at(-1)));

    // Ring by ring, from the same page.
    await choose(page, 'A dialog with Send Anyway at most (warn)');
    await field(page, 'Share of mailboxes').fill('5');
    await field(page, 'Always in').fill('IT@laat.example, oakfield.example');
    await page.getByText('A share for one school or rule').click();
    await field(page, 'Other shares').fill('out-of-hours=1, all-staff=2');
    await fillRecord(page);
    const second = await signedZip(page);
    await heed('policy', 'sign', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--mode', 'warn', '--rollout', '5', '--rings', 'IT@laat.example, oakfield.example', '--rollout-for', 'out-of-hours=1, all-staff=2', ...RECORD_OPTIONS);
    expect(second).toEqual(filesIn('theirs'));

    // What was there stands in the boxes, and a share that is taken out goes back to the rest's.
    await page.getByRole('button', { name: 'Sign something else' }).click();
    expect(await field(page, 'Always in').inputValue()).toBe('it@laat.example, oakfield.example');
    expect(await field(page, 'Staff told on').inputValue()).toBe(british(RECORD.told));
    await field(page, 'Other shares').fill('all-staff=2');
    await field(page, 'Number').fill('9');
    const third = await signedZip(page);
    await heed('policy', 'sign', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--rollout-for', 'out-of-hours=', '--serial', '9');
    expect(third).toEqual(filesIn('theirs'));
    expect([...new Set(asked)].sort()).toEqual([`${HOST}/policy.json`, `${HOST}/policy.json.sig`]);
  });

  test('into the folder itself, where the browser may write; the archive’s own folder stands for the site in it', async () => {
    makeSite('theirs');
    const { page } = await open({ from: 'host' });
    // The folder lies in the browser's own store: the same kind of handle that a person would pick.
    await page.evaluate(`(async (files) => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('heed-0.1.0', { create: true });
      const site = await root.getDirectoryHandle('site', { create: true });
      for (const [name, text] of Object.entries(files)) {
        const writable = await (await site.getFileHandle(name, { create: true })).createWritable();
        await writable.write(text);
        await writable.close();
      }
      window.showDirectoryPicker = async () => root;
    })(${JSON.stringify({ 'launchevent.js': fs.readFileSync(at('theirs', 'launchevent.js'), 'utf8'), 'site.js': fs.readFileSync(at('theirs', 'site.js'), 'utf8') })})`);
    await page.getByRole('button', { name: 'Choose the site folder' }).click();
    await page.getByText('“site”: a new site, with no policy of its own yet.').waitFor();
    await field(page, 'Host').fill(HOST);
    await chooseKey(page);
    await choose(page, 'TEAL, as it comes with Heed');
    await page.getByRole('button', { name: 'Sign, and write the files' }).click();
    await page.getByRole('heading', { name: 'Number 1 is signed' }).waitFor();
    await says(page, 'Written into “site”:');
    const written = await page.evaluate<Files>(`(async () => {
      const site = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('heed-0.1.0')).getDirectoryHandle('site');
      const all = {};
      for (const path of ${JSON.stringify(FILES)}) {
        const steps = path.split('/');
        const folder = steps.length === 1 ? site : await site.getDirectoryHandle(steps[0]);
        all[path] = await (await (await folder.getFileHandle(steps.at(-1))).getFile()).text();
      }
      return all;
    })()`);
    await heed('policy', 'sign', 'teal', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--host', HOST);
    expect(written).toEqual(filesIn('theirs'));
  });

  test('a browser that may not write says so, and the other way is there', async () => {
    const { page } = await open();
    await page.evaluate("window.showDirectoryPicker = () => Promise.reject(new DOMException('no', 'SecurityError'))");
    await page.getByRole('button', { name: 'Choose the site folder' }).click();
    await page.getByText('This browser may not write into that folder. Use “Read the folder, save a zip” instead.').waitFor();
  });

  test('a folder that is behind its host follows the host', async () => {
    makeSite('mine');
    makeSite('theirs');
    const sign = ['--key', 'keys/heed-policy-private.pem', '--site'];
    await heed('policy', 'sign', 'teal', ...sign, 'mine', '--host', HOST);
    await heed('policy', 'sign', 'laat', ...sign, 'theirs', '--host', HOST, '--serial', '6', '--mode', 'warn', ...RECORD_OPTIONS);
    served = filesIn('theirs');
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await chooseKey(page);
    await page.getByText(`Follows number 6, which ${HOST} serves now. This will be published: LAAT V1, number 7, warn, 100 % of mailboxes.`).waitFor();
    const files = await signedZip(page);
    expect((await heed('policy', 'sign', ...sign, 'mine')).out.at(-2)).toBe(`Follows number 6, which ${HOST} serves now.`);
    expect(files).toEqual(filesIn('mine'));
  });

  test('a new archive follows what the host serves, without a pack', async () => {
    makeSite('old');
    makeSite('new');
    makeSite('theirs');
    await heed('policy', 'sign', 'teal', '--key', 'keys/heed-policy-private.pem', '--site', 'old', '--host', HOST, '--serial', '6', '--mode', 'warn', ...RECORD_OPTIONS);
    served = filesIn('old');
    const { page } = await open();
    await chooseSite(page, at('new'));
    await field(page, 'Host').fill(HOST);
    await chooseKey(page);
    await page.getByText(`Follows number 6, which ${HOST} serves now. This will be published: TEAL v3.8, number 7, warn, 100 % of mailboxes.`).waitFor();
    const files = await signedZip(page);
    await heed('policy', 'sign', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--host', HOST);
    expect(files).toEqual(filesIn('theirs'));
  });

  test('a trust with packs of its academies, all files together', async () => {
    makeSite('mine');
    makeSite('theirs');
    fs.mkdirSync(at('packs'));
    const pack = JSON.parse(fs.readFileSync(path.join(PROJECT, 'src/policy/packs/laat.json'), 'utf8')) as { name: string };
    fs.writeFileSync(at('packs', 'ours.3.1f2e3d4c.json'), JSON.stringify({ ...pack, name: 'Ours' }));
    fs.writeFileSync(at('packs', 'ashgrove.3.0a1b2c3d.json'), JSON.stringify({ extends: 'ours' }));
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await field(page, 'Host').fill(HOST);
    await chooseKey(page);
    await picker(page, 'Choose your own pack').setInputFiles([at('packs', 'ours.3.1f2e3d4c.json'), at('packs', 'ashgrove.3.0a1b2c3d.json')]);
    await page.getByText(/^ours\.3\.1f2e3d4c\.json, SHA-256 [0-9a-f]{64}$/).waitFor();
    const files = await signedZip(page);
    expect((await heed('policy', 'sign', 'packs', '--key', 'keys/heed-policy-private.pem', '--site', 'theirs', '--host', HOST)).code).toBe(0);
    expect(files).toEqual(filesIn('theirs'));
  });

  test('the papers are those of heed export', async () => {
    const { page } = await open();
    await choose(page, 'TEAL, as it comes with Heed');
    for (const [button, what] of [['Impact assessment', 'dpia'], ['Notice to staff', 'staff-notice'], ['Exchange rules', 'transport-rules']] as const) {
      await heed('export', what, '--policy', 'teal', '--out', what);
      expect((await saved(page, button)).toString('utf8')).toBe(fs.readFileSync(at(what), 'utf8'));
    }
  });
});

test('the notice for one school of many has its name and contacts, as heed export --academy writes it', async () => {
  const pack = JSON.parse(fs.readFileSync(path.join(PROJECT, 'src/policy/packs/laat.json'), 'utf8')) as { organisation: object };
  const schools = ['Oakfield Academy', 'Ashgrove Academy'].map((name) => ({ id: name.split(' ')[0]?.toLowerCase(), name, domains: [], contacts: { it: `IT desk of ${name}` } }));
  fs.writeFileSync(at('mine.json'), JSON.stringify({ ...pack, organisation: { ...pack.organisation, schools } }));
  const { page } = await open();
  await picker(page, 'Choose your own pack').setInputFiles(at('mine.json'));
  await page.getByRole('combobox', { name: 'The notice is for' }).click();
  await page.getByRole('option', { name: 'Ashgrove Academy' }).click();
  const notice = (await saved(page, 'Notice to staff')).toString('utf8');
  expect(notice).toContain('IT desk of Ashgrove Academy');
  expect((await heed('export', 'staff-notice', '--policy', 'mine.json', '--academy', 'ashgrove', '--out', 'notice.md')).err).toEqual([]);
  expect(notice).toBe(fs.readFileSync(at('notice.md'), 'utf8'));
});

test('what the page signs is followed by the client of classic Outlook, in its bare realm', async () => {
  makeSite('mine');
  const { page } = await open();
  await chooseSite(page, at('mine'));
  await field(page, 'Host').fill(HOST);
  await chooseKey(page);
  await choose(page, 'LAAT, as it comes with Heed');
  const quiet = await signedZip(page);
  await page.getByRole('button', { name: 'Sign something else' }).click();
  await choose(page, 'All that the policy says');
  await fillRecord(page);
  const loud = await signedZip(page);
  const outcome = async (script: Files, host: Files | null): Promise<string> => {
    const client = classicClient(script['launchevent.js'] as string, (pathname) => (host === null ? null : { status: 200, text: host[pathname.slice(1)] ?? '' }));
    try {
      return await client.send(REGISTER);
    } finally {
      client.driver.dispose();
    }
  };
  expect(await outcome(quiet, null)).toBe('sent');
  expect(await outcome(quiet, loud)).toBe('stopped');
  expect(await outcome(loud, null)).toBe('stopped');
  // A lower number is not followed.
  expect(await outcome(loud, quiet)).toBe('stopped');
});

test('a key is made, saved, and counts once it is chosen; the command reads it too', async () => {
  makeSite('mine');
  const { page } = await open();
  fs.mkdirSync(at('made'));
  fs.writeFileSync(at('made', 'heed-policy-private.pem'), await saved(page, 'Make a key'));
  await page.getByText('put a copy in the safe, and then choose it here.').waitFor();
  await says(page, 'Choose the key, or make one.');
  await chooseKey(page, 'made');
  await page.getByText('heed-policy-private.pem is a key that policies can be signed with.').waitFor();
  expect((await heed('policy', 'sign', 'laat', '--key', 'made/heed-policy-private.pem', '--site', 'mine', '--host', HOST)).code).toBe(0);
  await chooseSite(page, at('mine'));
  await page.getByText('heed-policy-private.pem is a key that policies can be signed with, and the one of this site.').waitFor();
  expect(await page.evaluate('JSON.stringify([Object.keys({ ...localStorage }), Object.keys({ ...sessionStorage }), document.cookie])')).toBe('[[],[],""]');
});

describe('what is wrong is said in the command’s words', () => {
  /** What the command says, without the name of the option before it and the folder around. */
  async function byCommand(...args: readonly string[]): Promise<string> {
    const { err } = await heed('policy', 'sign', ...args);
    return (err[0] ?? '').replace(/^--[a-z-]+: /, '').replaceAll(`${folder}${path.sep}`, '');
  }
  const KEY = ['--key', 'keys/heed-policy-private.pem'];

  test('a folder that is none', async () => {
    fs.mkdirSync(at('letters'));
    fs.writeFileSync(at('letters', 'letter.txt'), 'x');
    const { page } = await open();
    await chooseSite(page, at('letters'));
    await says(page, (await byCommand('laat', ...KEY, '--site', 'letters')).replace(/^letters/, '“letters”'));
  });

  test('a script that is not ours', async () => {
    makeSite('mine');
    fs.writeFileSync(at('mine', 'launchevent.js'), 'alert(1);');
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await says(page, (await byCommand('laat', ...KEY, '--site', 'mine')).replace('mine/', ''));
  });

  test('what is no private key', async () => {
    makeSite('mine');
    const { page } = await open();
    await picker(page, 'Choose the private key').setInputFiles(at('keys', 'heed-policy-public.pem'));
    await page.getByText('is the public key, which signs nothing').waitFor();
    await says(page, (await byCommand('laat', '--key', 'keys/heed-policy-public.pem', '--site', 'mine')).replace('keys/', ''));
  });

  test('a day that is none or has not come, before anything else is chosen', async () => {
    const { page } = await open();
    await field(page, 'Authorised on').fill('11/23/2026');
    await says(page, '“11/23/2026” is not a date. Write it like 20/11/2026.');
    await field(page, 'Authorised on').fill('28.11.2026');
    await says(page, '28/11/2026 has not come yet.');
    await field(page, 'Authorised on').fill(british(RECORD.on));
    await page.waitForFunction("!/not a date|not come/.test(document.querySelector('main').innerText)");
  });

  test('a host that is none, before anything else is chosen', async () => {
    makeSite('mine');
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await field(page, 'Host').fill('http://heed.laat.example');
    await says(page, await byCommand('laat', ...KEY, '--site', 'mine', '--host', 'http://heed.laat.example'));
  });

  test('the key of another site', async () => {
    makeSite('mine');
    await heed('policy', 'sign', 'laat', ...KEY, '--site', 'mine', '--host', HOST);
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await chooseKey(page, 'others');
    await page.getByText('but not the one of this site').waitFor();
    await says(page, (await byCommand('--key', 'others/heed-policy-private.pem', '--site', 'mine')).replace('mine/', ''));
  });

  test('a pack with a problem', async () => {
    makeSite('mine');
    fs.writeFileSync(at('bad.json'), '{"name": "Bad", "rules": {"all-stuff": {}}}');
    const { page } = await open();
    await picker(page, 'Choose your own pack').setInputFiles(at('bad.json'));
    await page.getByText('This pack cannot be signed yet:').waitFor();
    const { err } = await heed('policy', 'sign', 'bad.json', ...KEY, '--site', 'mine', '--host', HOST);
    expect(err.length).toBeGreaterThan(1);
    for (const sentence of err) await says(page, sentence);
  });

  test('a pack that is dropped on the page is taken as one that is chosen', async () => {
    const { page } = await open();
    const text = fs.readFileSync(path.join(PROJECT, 'src/policy/packs/teal.json'), 'utf8');
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(text)}], 'mine.json'));
      return transfer;
    })()`);
    await page.getByRole('button', { name: 'Choose your own pack' }).dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByRole('radio', { name: 'Your own: mine.json' }).waitFor();
    await says(page, 'Papers filled in from TEAL');
  });

  test('what is missing, a number that goes back, a day to come and a share for nobody; the button leads there', async () => {
    makeSite('mine');
    await heed('policy', 'sign', 'laat', ...KEY, '--site', 'mine', '--host', HOST, '--serial', '9');
    const { page } = await open();
    await chooseSite(page, at('mine'));
    await chooseKey(page);
    await page.getByText('This will be published: LAAT V1, number 10, monitor-only, 100 % of mailboxes.').waitFor();
    await page.getByText('A share for one school or rule').click();
    await field(page, 'Number').fill('9');
    await says(page, `Number: ${await byCommand(...KEY, '--site', 'mine', '--serial', '9')}`);
    await field(page, 'Number').fill('');
    await field(page, 'Other shares').fill('oakfeld=5');
    await says(page, await byCommand(...KEY, '--site', 'mine', '--rollout-for', 'oakfeld=5'));
    await field(page, 'Other shares').fill('');
    await choose(page, 'A reason must be given at most (justify)');
    await page.getByRole('button', { name: 'Sign, and save the zip' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('authorised-by');
    const { err } = await heed('policy', 'sign', ...KEY, '--site', 'mine', '--mode', 'justify');
    expect(err).toHaveLength(5);
    for (const sentence of err) await says(page, british(sentence.replace(/^--[a-z-]+: /, '')));
    await fillRecord(page);
    for (const day of ['2026-11-28', '2026-11-31']) {
      await field(page, 'Staff told on').fill(british(day));
      await says(page, british(await byCommand(...KEY, '--site', 'mine', '--mode', 'justify', ...RECORD_OPTIONS.slice(0, -1), day)));
    }
    expect(await page.getByRole('heading', { name: /is signed/ }).count()).toBe(0);
  });
});

describe('for everybody', () => {
  /** The page with something in every part of it. */
  async function full(looks: Parameters<typeof open>[0]): Promise<Page> {
    makeSite('mine');
    await heed('policy', 'sign', 'laat', '--key', 'keys/heed-policy-private.pem', '--site', 'mine', '--host', HOST, '--rollout-for', 'all-staff=5');
    const { page } = await open(looks);
    await chooseSite(page, at('mine'));
    await chooseKey(page);
    await page.getByText('This will be published').waitFor();
    return page;
  }
  // Sentences fade in.
  const violations = (page: Page): Promise<readonly string[]> =>
    page.evaluate<readonly string[]>("Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))");

  test.each([
    ['light', 'none'],
    ['dark', 'none'],
    ['light', 'active'],
  ] as const)('axe finds nothing, %s, forced colours %s: ready, with problems, and signed', async (colorScheme, forcedColors) => {
    const page = await full({ colorScheme, forcedColors });
    await page.evaluate(axe);
    expect(await violations(page)).toEqual([]);
    await choose(page, 'A reason must be given at most (justify)');
    await page.getByRole('button', { name: 'Sign, and save the zip' }).click();
    expect(await violations(page)).toEqual([]);
    await fillRecord(page);
    await signedZip(page);
    await page.getByRole('heading', { name: 'Number 2 is signed' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('its words are short and plain', async () => {
    const page = await full({});
    await choose(page, 'A reason must be given at most (justify)');
    // Each line is a sentence of its own; addresses and what is signed are not ours.
    const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim()).filter((line) => /[a-z]/.test(line) && !/https:|SHA-256|number \d/.test(line));
    const text = lines.map((line) => (/[.:?]$/.test(line) ? line : `${line}.`)).join(' ');
    const { grade, words } = readingGrade(text);
    expect(words).toBeGreaterThan(250);
    expect(grade).toBeLessThanOrEqual(8);
    expect(text).not.toMatch(/please|oops|sorry|\u2014/i);
  });

  test('from a host without https, where a browser signs nothing, it says where to open it', async () => {
    const context = await browser.newContext();
    await context.route('**/*', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: fs.readFileSync(path.join(dist, 'publish.html')) }));
    const page = await context.newPage();
    await page.goto('http://intranet.example/publish.html');
    await page.getByText('Open publish.html from the unpacked archive on this computer.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await context.close();
  });

  // 500 is 1000 at 200 %.
  test.each([500, 380])('nothing runs over a window of %i pixels', async (width) => {
    const page = await full({ width });
    const widest = (): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await widest()).toBeLessThanOrEqual(width);
    await signedZip(page);
    expect(await widest()).toBeLessThanOrEqual(width);
  });

  test('signed by keyboard alone, and what was done is what is read next', async () => {
    const page = await full({});
    const focused = (): Promise<string> => page.evaluate<string>("[document.activeElement.getAttribute('aria-label'), document.activeElement.labels?.[0]?.textContent, document.activeElement.textContent].find((each) => each) ?? ''");
    const tabTo = async (name: string): Promise<void> => {
      for (let tries = 0; tries < 40; tries += 1) {
        if ((await focused()).trim().startsWith(name)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never came to ${name}; it is at ${await focused()}.`);
    };
    for (const stop of ['Choose another folder', 'Read the folder, save a zip', 'Host', 'Choose another key', 'Make a key', 'The one that is there', 'Choose your own pack', 'Impact assessment', 'Nothing is said to anybody']) await tabTo(stop);
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
    await tabTo('Share of mailboxes');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('25');
    await tabTo('Authorised by (role)');
    await page.keyboard.type(RECORD.by);
    const DAY = '20/11/2026';
    await tabTo('Authorised on');
    await page.keyboard.type(DAY);
    await tabTo('Minute or decision');
    await page.keyboard.type(RECORD.minute);
    await tabTo('Impact assessment');
    await page.keyboard.type(RECORD.dpia);
    await tabTo('Staff told on');
    await page.keyboard.type(DAY);
    await tabTo('Sign, and save the zip');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('heed-number-2.zip');
    await page.getByRole('heading', { name: 'Number 2 is signed' }).waitFor();
    expect(await focused()).toBe('Number 2 is signed');
    await says(page, 'LAAT V1, number 2, warn, 25 % of mailboxes. Upload these files: Outlook follows within five minutes, classic Outlook at the latest when it starts again.');
  });
});
