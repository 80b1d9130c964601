import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Policy } from '../../src/domain';
import { createComposeHost, DEFAULT_MAILBOX } from '../../src/demo/host/compose-host';
import { createDriver } from '../../src/demo/host/driver';
import type { Driver } from '../../src/demo/host/driver';
import { readManifest } from '../../src/demo/manifest/read-manifest';
import { nativeRuntime } from '../../src/demo/native/native-runtime';
import { diagnose } from '../../src/deployment';
import { NGINX, freePort, startNginx } from '../deployment/nginx';
import type { Ask, RunningServer } from '../deployment/nginx';
import { launchBrowser } from './find-browser';
import { VERSION, twoReleases, unpack } from './release';
import { openWebStage, PROJECT } from './web-stage';
import type { WebStage } from './web-stage';

jest.setTimeout(120_000);

const HOST = 'https://heed.laat.example';
const RECORD = ['--authorised-by', 'Trust Board', '--authorised-on', '2026-01-20', '--minute', '12/26', '--dpia', 'DPIA-7', '--staff-told-on', '2026-01-27'];
const REGISTER = { name: 'register.csv', text: 'Name,UPN,SEN need\nA Test,H801200001001,Autism\nB Test,P207000016049,Dyslexia\n' };
const SEED = { to: ['k.parent@gmail.com'], subject: 'Register', html: '<p>Here.</p>', attachments: [REGISTER] };

let folder: string;
let archive: string;
let second: string;
let unpacked: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-release-test-'));
  [archive, second] = await twoReleases();
  unpacked = unpack(archive, folder);
}, 900_000);
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** The archive's own command, far from any package of ours. */
function heed(...args: readonly string[]): string {
  return execFileSync(process.execPath, [path.join(unpacked, 'command', 'heed.cjs'), ...args], { cwd: unpacked, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
}

const filesBelow = (inside: string): readonly string[] =>
  fs.readdirSync(path.join(unpacked, inside), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.relative(unpacked, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));

describe('the archive', () => {
  test('two builds of the same sources have the same bytes, in whatever time zone', () => {
    expect(createHash('sha256').update(fs.readFileSync(second)).digest('hex')).toBe(createHash('sha256').update(fs.readFileSync(archive)).digest('hex'));
  });

  test('has all an administrator needs, and its checksums are right', () => {
    const files = filesBelow('.');
    for (const wanted of [
      'admin.html', 'publish.html', 'LICENCES.txt', 'SHA256SUMS', 'sbom.cdx.json', 'site/launchevent.js', 'site/launchevent.html', 'site/taskpane.html', 'site/site.js',
      'site/index.html', 'site/setup.html', 'site/diagnosis.html', 'site/studio.html', 'command/assets/unified-color.png',
      'site/web.config', 'site/staticwebapp.config.json', 'servers/nginx.conf', 'servers/any-other-server.html', 'packs/packs.html', 'packs/laat.json', 'packs/teal.json', 'packs/academies/oakfield.json', 'packs/academies/marsh-lane.json', 'site/sums.json', 'command/heed.cjs',
    ]) expect(files).toContain(wanted);
    // The page that a private key is chosen on is handed out by no server.
    expect(files.filter((file) => file.startsWith('site/') && file.includes('publish'))).toEqual([]);
    const sums = fs.readFileSync(path.join(unpacked, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.split('  '));
    expect(sums.map(([, file]) => file).sort()).toEqual(files.filter((file) => file !== 'SHA256SUMS').sort());
    for (const [sum, file] of sums) expect([file, createHash('sha256').update(fs.readFileSync(path.join(unpacked, file as string))).digest('hex')]).toEqual([file, sum]);
  });

  test('says of every script and page of the site what it has to be', () => {
    const { files } = JSON.parse(fs.readFileSync(path.join(unpacked, 'site', 'sums.json'), 'utf8')) as { files: { readonly [path: string]: string } };
    const lasting = filesBelow('site').filter((file) => /\.(?:js|html)$/.test(file) && !['site/site.js', 'site/index.html'].includes(file)).map((file) => file.slice('site'.length));
    expect(Object.keys(files)).toEqual(lasting.sort());
    for (const [file, sum] of Object.entries(files)) {
      const text = fs.readFileSync(path.join(unpacked, 'site', file), 'utf8');
      const part = file === '/launchevent.js' ? text.slice(0, text.lastIndexOf('/*heed-site*/') + '/*heed-site*/'.length) : text;
      expect([file, createHash('sha256').update(part).digest('hex')]).toEqual([file, sum]);
    }
  });

  test('has nothing of Microsoft’s library, and nothing of this machine', () => {
    for (const file of filesBelow('.')) {
      expect(path.basename(file)).not.toMatch(/^(?:office|outlook-web|outlook-win32|excel|word)[-.]/i);
      const text = fs.readFileSync(path.join(unpacked, file), 'latin1');
      expect([file, /OSF\.DDA|office-js-api/.test(text)]).toEqual([file, false]);
      expect([file, text.includes(PROJECT) || text.includes(os.tmpdir() + path.sep)]).toEqual([file, false]);
    }
  });

  test('names every package that is in it, with its licence in full', () => {
    const { components } = JSON.parse(fs.readFileSync(path.join(unpacked, 'sbom.cdx.json'), 'utf8')) as { components: readonly { name: string; version: string; licenses: unknown; hashes: unknown }[] };
    const names = components.map(({ name }) => name);
    for (const name of ['react', 'react-dom', '@fluentui/react', 'valibot', 'postal-mime']) expect(names).toContain(name);
    expect(names).not.toContain('@microsoft/office-js');
    const licences = fs.readFileSync(path.join(unpacked, 'LICENCES.txt'), 'utf8');
    for (const { name, version } of components) expect(licences).toContain(`${name} ${version} (`);
    for (const part of licences.split(/\n-{100}\n/)) expect([part.trim().split('\n')[0], /permission|redistribution/i.test(part)]).toEqual([expect.any(String), true]);
    expect(licences).not.toMatch(/\((?:unknown|.*(?:GPL|SSPL|BUSL).*)\)\n/);
  });

  test('its bill of materials is one by the schema of CycloneDX 1.6', () => {
    const schemas = path.join(PROJECT, 'node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema');
    const read = (name: string): object => JSON.parse(fs.readFileSync(path.join(schemas, name), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}`);
    const isValid = ajv.validate(read('bom-1.6.SNAPSHOT.schema.json'), JSON.parse(fs.readFileSync(path.join(unpacked, 'sbom.cdx.json'), 'utf8')));
    expect([isValid, ajv.errors]).toEqual([true, null]);
  });

  test('its command runs with Node alone', () => {
    expect(heed('help')).toContain('heed manifest --host URL');
    const mail = path.join(PROJECT, 'test', 'mail', 'ordinary.eml');
    expect(JSON.parse(heed('check', '--json', mail))).toMatchObject({ verdict: 'allow' });
    expect(heed('export', 'transport-rules')).toContain('New-TransportRule');
    expect(heed('policy', 'check', path.join(unpacked, 'packs', 'teal.json'))).toContain('no problems');
  });
});

describe('the page that writes a manifest, opened from the archive as a file', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test('writes what the command writes, byte for byte, and asks nobody', async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(pathToFileURL(path.join(unpacked, 'site', 'setup.html')).href);
    const save = page.getByRole('button', { name: 'Save manifest.xml' });
    const field = (name: string) => page.getByRole('textbox', { name });
    await field('Host').fill('heed.laat.example');
    expect(await page.getByText('does not say https. Write https://heed.laat.example.').count()).toBeGreaterThan(0);
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await field('Host').fill(HOST);
    await field('Name in Outlook').fill('Heed & LAAT');
    await field('Provided by').fill('LAAT IT');
    await page.getByLabel('An email does not go (block)').check({ force: true });
    await page.getByLabel('Welsh').check({ force: true });
    const saved = async (button: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
      return fs.readFileSync(await download.path());
    };
    const typed = ['--host', HOST, '--name', 'Heed & LAAT', '--provider', 'LAAT IT', '--send-mode', 'block', '--languages', 'cy-GB'];
    heed('manifest', ...typed, '--out', 'by-command.xml');
    heed('manifest', ...typed, '--unified', '--out', 'by-command.zip');
    expect((await saved('Save manifest.xml')).toString('utf8')).toBe(fs.readFileSync(path.join(unpacked, 'by-command.xml'), 'utf8'));
    expect((await saved('Save the unified package')).equals(fs.readFileSync(path.join(unpacked, 'by-command.zip')))).toBe(true);

    await page.locator('#earlier').setInputFiles(path.join(unpacked, 'by-command.xml'));
    await page.getByText('the id is kept').waitFor();
    heed('manifest', ...typed, '--out', 'by-command.xml');
    expect((await saved('Save manifest.xml')).toString('utf8')).toBe(fs.readFileSync(path.join(unpacked, 'by-command.xml'), 'utf8'));
    expect(asked.filter((address) => !/^(?:file|blob):/.test(address))).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

/** What a host answers, as a browser is handed it. */
async function servedBy(ask: Ask, address: string): Promise<{ status: number; headers: { [name: string]: string }; body: Buffer }> {
  const answer = await ask(address);
  return { status: answer.status, headers: answer.all, body: await answer.bytes() };
}

interface ServedWindow {
  readonly stage: WebStage;
  /** Sends the register once, and answers what becomes of it. */
  send(): Promise<unknown>;
  /** Puts the clock of the window, and of the add-in in it, to so many minutes after it was opened. */
  minutesOn(minutes: number): Promise<void>;
}

/**
 * A compose window with the add-in of an unpacked archive in it, every page under its server's own headers. It keeps the scripts with
 * their built-in policy as they were at first, as a client does that reloads nothing: what changes then, changed by following the host.
 */
async function openServed(browser: Browser, ask: Ask, archiveFolder: string): Promise<ServedWindow> {
  const kept = new Map<string, ReturnType<typeof servedBy>>();
  const keeping = (pathname: string): ReturnType<typeof servedBy> => {
    const answer = kept.get(pathname) ?? servedBy(ask, `${HOST}${pathname}`);
    if (['/launchevent.js', '/site.js'].includes(pathname)) kept.set(pathname, answer);
    return answer;
  };
  const stage = await openWebStage(browser, {
    addinFolder: path.join(archiveFolder, 'site'),
    manifestFile: path.join(archiveFolder, 'manifest.xml'),
    pages: 'as-built',
    served: keeping,
  });
  const opened = Date.now();
  return {
    stage,
    send: async () => {
      await stage.driver.load({ seed: SEED });
      await stage.driver.pressSend();
      return stage.driver.settle(20_000);
    },
    minutesOn: (minutes) => stage.page.clock.setSystemTime(opened + minutes * 60_000),
  };
}

/** From the archive to a stopped send: unpacked, signed, served by nginx, its manifest loaded, in both kinds of client. */
describe('the whole path', () => {
  // Without nginx this is counted as not run; .ci/run installs it.
  const inItsPlace = NGINX === null ? test.skip : test;
  let server: RunningServer | null = null;
  let browser: Browser | null = null;
  const site = (): string => path.join(unpacked, 'site');
  /** The host as the outside sees it, answered by the nginx of this machine. */
  const ask: Ask = (address) => server!.ask(address.replace(HOST, server!.origin));

  const sign = (...args: readonly string[]): void => void heed('policy', 'sign', ...args, '--key', 'keys/heed-policy-private.pem', '--site', 'site');

  beforeAll(async () => {
    if (NGINX === null) return;
    heed('policy', 'keygen', '--out', 'keys');
    sign('laat', '--host', HOST, '--mode', 'block', ...RECORD);
    heed('manifest', '--host', HOST, '--name', 'Heed for LAAT', '--out', 'manifest.xml');
    server = await startNginx(fs.readFileSync(path.join(unpacked, 'servers', 'nginx.conf'), 'utf8'), site(), await freePort());
    browser = await launchBrowser({ keepsStorage: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  inItsPlace('the doctor finds nothing wrong, and says what is served', async () => {
    const { facts, findings } = await diagnose(HOST, ask);
    expect(findings.filter(({ isProblem }) => isProblem)).toEqual([]);
    expect(facts.build).toMatch(new RegExp(`^${VERSION.replaceAll('.', '\\.')}-[0-9a-f]{8}$`));
    expect(facts.hosted).toMatch(/^LAAT V1, number 1 of .* block, 100 % of mailboxes$/);
  });

  inItsPlace('the pages for administrators find nothing wrong either, under the server’s own headers', async () => {
    const context = await browser!.newContext();
    await context.route('**/*', async (route) => {
      const address = route.request().url();
      if (!address.startsWith(`${HOST}/`)) return route.fulfill({ status: 200, body: '' });
      return route.fulfill(await servedBy(ask, address));
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(HOST);
    await page.getByRole('heading', { name: 'Heed is here' }).waitFor();
    await page.getByRole('link', { name: 'What works here' }).click();
    await page.getByText('Nothing is wrong.').waitFor();
    expect(await page.getByText(/^LAAT V1, number 1 of .* block, 100 % of mailboxes$/).count()).toBeGreaterThan(0);
    await page.goto(`${HOST}/setup.html`);
    expect(await page.getByRole('textbox', { name: 'Host' }).inputValue()).toBe(HOST);
    await page.getByRole('button', { name: 'Check this host' }).click();
    await page.getByText(/^All \d+ addresses are as Outlook needs them\.$/).waitFor();
    await page.goto(`${HOST}/studio.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  inItsPlace('in a browser: the send is stopped by the hosted policy, under the server’s own headers', async () => {
    const { stage, send, minutesOn } = await openServed(browser!, ask, unpacked);
    try {
      expect(await send()).toMatchObject({ dialog: { kind: 'stopped', text: expect.stringContaining('register.csv') } });
      expect(await send()).toMatchObject({ dialog: { text: expect.stringContaining('LAAT policy V1') } });
      // All to monitor-only: asked for once five minutes have passed, without a new manifest and without a reload.
      sign('--mode', 'monitor-only');
      await minutesOn(4);
      expect(await send()).toMatchObject({ dialog: { kind: 'stopped' } });
      await minutesOn(10);
      expect(await send()).toMatchObject({ phase: 'sent' });
      expect(stage.offMachine).toEqual([]);
      expect(stage.errors).toEqual([]);
    } finally {
      await stage.close();
      sign('--mode', 'block');
    }
  });

  inItsPlace('in the bare runtime of classic clients: each send follows the host, and a silent host leaves the built-in policy', async () => {
    const manifest = readManifest(fs.readFileSync(path.join(unpacked, 'manifest.xml'), 'utf8'));
    expect(manifest.name).toBe('Heed for LAAT');
    let isSilent = false;
    const fetched: string[] = [];
    // As the classic client does, it loads the script once and keeps it.
    const script = await (await ask(`${HOST}/launchevent.js`)).text();
    const driver: Driver = createDriver((change) =>
      createComposeHost({
        manifest: change(manifest),
        mailbox: DEFAULT_MAILBOX,
        startRuntime: nativeRuntime({
          files: { officeFolder: path.join(PROJECT, 'node_modules/@microsoft/office-js/dist'), demoFolder: path.join(PROJECT, 'src/demo') },
          script: () => script,
          fetcher: async (url) => {
            fetched.push(url);
            if (isSilent) return null;
            const answer = await ask(url);
            return { status: answer.status, text: await answer.text() };
          },
        }),
      }),
    );
    const send = async (seed: object = SEED): Promise<unknown> => {
      driver.load({ client: 'classic-desktop', seed });
      driver.pressSend();
      return driver.settle(20_000);
    };
    try {
      expect(await send()).toMatchObject({ dialog: { kind: 'stopped' } });
      expect(fetched.sort()).toEqual([`${HOST}/policy.json`, `${HOST}/policy.json.sig`]);
      sign('--mode', 'monitor-only');
      expect(await send()).toMatchObject({ phase: 'sent' });
      isSilent = true;
      expect(await send()).toMatchObject({ dialog: { kind: 'stopped' } });
      fetched.length = 0;
      expect(await send({ ...SEED, to: ['caseworker@neu.org.uk'] })).toMatchObject({ phase: 'sent' });
      expect(fetched).toEqual([]);
    } finally {
      driver.dispose();
    }
  });

  inItsPlace('what is signed with another key changes nothing', async () => {
    heed('policy', 'keygen', '--out', 'others');
    const forged = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-forged-'));
    fs.copyFileSync(path.join(site(), 'launchevent.js'), path.join(forged, 'launchevent.js'));
    heed('policy', 'sign', 'teal', '--key', 'others/heed-policy-private.pem', '--site', forged, '--serial', '99');
    const before = ['policy.json', 'policy.json.sig'].map((name) => [name, fs.readFileSync(path.join(site(), name))] as const);
    for (const [name] of before) fs.copyFileSync(path.join(forged, name), path.join(site(), name));
    try {
      const { facts, findings } = await diagnose(HOST, ask);
      expect(facts.hosted).toBeNull();
      expect(findings.filter(({ isProblem }) => isProblem).map(({ message }) => message)).toEqual([
        'clients refuse it, because it is not what was signed: it was changed, cut short or signed with another key. Sign it again and upload policy.json and policy.json.sig together.',
      ]);
    } finally {
      for (const [name, bytes] of before) fs.writeFileSync(path.join(site(), name), bytes);
      fs.rmSync(forged, { recursive: true });
    }
  });
});

/** The same path as an administrator walks it who has a browser and nothing else: admin.html, steps 1 to 4, and a change. */
describe('the whole path by the pages alone', () => {
  const inItsPlace = NGINX === null ? test.skip : test;
  let server: RunningServer | null = null;
  let browser: Browser | null = null;
  let archiveFolder: string;
  const ask: Ask = (address) => server!.ask(address.replace(HOST, server!.origin));
  const inArchive = (...names: readonly string[]): string => path.join(archiveFolder, ...names);

  async function openContext(): Promise<BrowserContext> {
    const context = await browser!.newContext({ acceptDownloads: true });
    await context.route(/^https:/, async (route) => {
      const address = route.request().url();
      if (!address.startsWith(`${HOST}/`)) return route.fulfill({ status: 200, body: '' });
      return route.fulfill(await servedBy(ask, address));
    });
    return context;
  }
  async function saved(page: Page, button: string): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
    return fs.readFileSync(await download.path());
  }
  /** The page of the archive with the site folder and the key chosen. */
  async function openPublish(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(pathToFileURL(inArchive('publish.html')).href);
    await page.locator('input[aria-label="Read the folder, save a zip"]').setInputFiles(inArchive('site'));
    return page;
  }
  /** Signs, unpacks the zip over the folder that is served, and answers what the page said would be published. */
  async function sign(page: Page): Promise<string> {
    const will = (await page.getByText('This will be published:').innerText()).replace(/\s+/g, ' ');
    for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await saved(page, 'Sign, and save the zip'))))) {
      fs.mkdirSync(path.dirname(inArchive('site', name)), { recursive: true });
      fs.writeFileSync(inArchive('site', name), bytes);
    }
    await page.getByRole('heading', { name: /^Number \d+ is signed$/ }).waitFor();
    await page.close();
    return will;
  }

  beforeAll(async () => {
    if (NGINX === null) return;
    archiveFolder = unpack(archive, path.join(folder, 'by-pages'));
    server = await startNginx(fs.readFileSync(inArchive('servers', 'nginx.conf'), 'utf8'), inArchive('site'), await freePort());
    browser = await launchBrowser({ keepsStorage: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  inItsPlace('signed, checked, its manifest written, the send stopped, and all to monitor-only again', async () => {
    const context = await openContext();
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));

    // The guide is a page too, and leads to the others.
    const guide = await context.newPage();
    await guide.goto(pathToFileURL(inArchive('admin.html')).href);
    await guide.getByRole('link', { name: 'publish.html' }).first().click();
    await guide.getByRole('heading', { name: 'Publish a policy' }).waitFor();
    await guide.close();

    const publish = await openPublish(context);
    await publish.getByText('a new site, with no policy of its own yet').waitFor();
    await publish.getByLabel('Host', { exact: true }).fill(HOST);
    fs.writeFileSync(inArchive('key.pem'), await saved(publish, 'Make a key'));
    const chooseKey = (page: Page): Promise<void> => page.locator('input[aria-label="Choose the private key"]').setInputFiles(inArchive('key.pem'));
    await chooseKey(publish);
    await publish.getByRole('radio', { name: 'LAAT, as it comes with Heed' }).check({ force: true });
    await publish.getByRole('radio', { name: 'All that the policy says' }).check({ force: true });
    for (const [label, text] of [['Authorised by (role)', 'Trust Board'], ['Authorised on', '2026-01-20'], ['Minute or decision', '12/26'], ['Staff told on', '2026-01-27']] as const) await publish.getByLabel(label, { exact: true }).fill(text);
    await publish.locator('input[name="dpia"]').fill('DPIA-7');
    expect(await sign(publish)).toContain('LAAT V1, number 1, block, 100 % of mailboxes.');

    // What the page at the host says is what the doctor says of the same host.
    const diagnosis = await context.newPage();
    await diagnosis.goto(`${HOST}/diagnosis.html`);
    await diagnosis.getByText('Nothing is wrong.').waitFor();
    const { facts, findings } = await diagnose(HOST, ask);
    expect(findings.filter(({ isProblem }) => isProblem)).toEqual([]);
    const shown = (await diagnosis.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const fact of [facts.build, facts.origin, facts.builtIn, facts.hosted]) expect(shown).toContain(fact);
    for (const { address, message } of findings) expect(shown).toContain(`Right ${address.slice(HOST.length)}: ${message}`);

    const setup = await context.newPage();
    await setup.goto(`${HOST}/setup.html`);
    await setup.getByRole('button', { name: 'Check this host' }).click();
    await setup.getByText(/^All \d+ addresses are as Outlook needs them\.$/).waitFor();
    // A page for help on this host is one of them.
    await setup.getByLabel('Page for help').fill(`${HOST}/help.html`);
    await setup.getByRole('button', { name: 'Check this host' }).click();
    await setup.getByText('the support page: answers 404 instead of 200.').waitFor();
    await setup.getByLabel('Page for help').fill('https://it.laat.example/heed');
    await setup.getByText('The page for help is on another host').waitFor();
    fs.writeFileSync(inArchive('manifest.xml'), await saved(setup, 'Save manifest.xml'));

    const { stage, send, minutesOn } = await openServed(browser!, ask, inArchive());
    try {
      expect(await send()).toMatchObject({ dialog: { kind: 'stopped', text: expect.stringContaining('register.csv') } });
      const again = await openPublish(context);
      await chooseKey(again);
      await again.getByText(`${HOST} serves LAAT V1, number 1, block, 100 % of mailboxes.`).waitFor();
      await again.getByRole('radio', { name: 'Nothing is said to anybody (monitor-only)' }).check({ force: true });
      expect(await sign(again)).toContain('LAAT V1, number 2, monitor-only, 100 % of mailboxes.');
      await minutesOn(10);
      expect(await send()).toMatchObject({ phase: 'sent' });
      expect([...stage.offMachine, ...stage.errors, ...errors]).toEqual([]);
    } finally {
      await stage.close();
      await context.close();
    }
  });
});

test('the policy a client is given is the whole pack', () => {
  const { policy } = JSON.parse(fs.readFileSync(path.join(unpacked, 'site', 'policy.json'), 'utf8')) as { policy: Policy };
  expect(policy.rules['sensitive-attachment']?.on).toBe(true);
});
