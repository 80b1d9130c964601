import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { hostedText, pageScript, withSite } from '../../src/deployment';
import type { Deployment, Policy, SiteSettings } from '../../src/domain';
import { LONGEST_HOSTED } from '../../src/hosted';
import { builtFolder } from '../built';
import { shippedPolicy } from '../policy-for-tests';
import { launchBrowser } from './find-browser';
import { openWebStage } from './web-stage';
import type { WebStage } from './web-stage';

/** What the built pane says of the policy it goes by, and of whether it checks at all. */

jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-18T10:00:00Z');
/** Where the project's own manifest says that it is. */
const ORIGIN = 'https://heed.example.org';
const LAAT = shippedPolicy('laat');
const RECORD = { by: 'Trust Board', on: '2026-01-20', minute: '12/26', dpia: 'DPIA-7', staffToldOn: '2026-01-27' };
const TYPES: { readonly [ending: string]: string } = { '.js': 'text/javascript; charset=utf-8', '.html': 'text/html; charset=utf-8', '.png': 'image/png', '.json': 'application/json' };
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const modulus = Buffer.from(pair.publicKey.export({ format: 'jwk' }).n as string, 'base64url').toString('base64');

function deployment(mode: Deployment['mode'], serial: number, days = 0): Deployment {
  return { serial, issued: new Date(NOW - days * DAY).toISOString(), mode, rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: RECORD };
}

interface Files {
  readonly text: string;
  readonly signature: string;
}

function signed(serial: number, { mode = 'block', key = pair.privateKey, policy = LAAT }: { readonly mode?: Deployment['mode']; readonly key?: KeyObject; readonly policy?: Policy } = {}): Files {
  const text = hostedText(policy, deployment(mode, serial));
  return { text, signature: sign('sha256', Buffer.from(text, 'latin1'), key).toString('base64') };
}

let browser: Browser;
let stage: WebStage | null = null;
beforeAll(async () => {
  builtFolder();
  browser = await launchBrowser({ keepsStorage: true });
}, 400_000);
afterEach(async () => {
  await stage?.close();
  stage = null;
});
afterAll(() => browser.close());

/** What a host hands out at this moment; null when it is silent. */
type Hosting = () => Files | null;

/** The pane of an add-in with number 5 built in, signed so many days ago, beside a draft that nothing is said of. */
async function openPane(hosting: Hosting, days = 0): Promise<Frame> {
  const site: SiteSettings = { origin: ORIGIN, key: modulus, policy: LAAT, deployment: deployment('block', 5, days), written: new Date(NOW - days * DAY).toISOString() };
  const folder = builtFolder();
  const text = (pathname: string): string | Buffer | null => {
    const files = hosting();
    if (pathname === '/policy.json') return files?.text ?? null;
    if (pathname === '/policy.json.sig') return files?.signature ?? null;
    if (pathname === '/site.js') return pageScript(site);
    const file = path.join(folder, pathname);
    if (!fs.existsSync(file)) return null;
    return pathname === '/launchevent.js' ? withSite(fs.readFileSync(file, 'utf8'), site) : fs.readFileSync(file);
  };
  stage = await openWebStage(browser, {
    served: (pathname) => {
      const body = text(pathname);
      return Promise.resolve({ status: body === null ? 503 : 200, headers: { 'content-type': TYPES[path.extname(pathname)] ?? 'text/plain' }, body: body ?? '' });
    },
  });
  return againPane();
}

/** The same browser, another draft: what was kept is still there. */
async function againPane(later = 0): Promise<Frame> {
  // The pages are served as they are, so it is the browser's clock that is put forward.
  await stage!.page.clock.setSystemTime(NOW + later);
  await stage!.driver.load({ seed: { to: ['office@oakfield.example'], subject: 'Lunch', text: 'See you at one.' } });
  await stage!.driver.openCommand('heedMessagePane');
  const pane = await stage!.paneFrame();
  await pane.locator('footer').waitFor();
  return pane;
}

const says = async (pane: Frame, words: string | RegExp): Promise<void> => pane.getByText(words).first().waitFor({ timeout: 10_000 });
const isSilentOf = async (pane: Frame, words: readonly string[]): Promise<void> => {
  for (const each of words) expect([each, await pane.getByText(each).count()]).toEqual([each, 0]);
};

const FAULTS = ['A newer policy was not taken up', 'Heed only informs for now', 'Heed may not be checking'];

test('a good one: its number, when it was signed, and when the host confirmed it', async () => {
  const pane = await openPane(() => signed(6));
  await says(pane, /It is number 6, signed on 18 November 2026/);
  await says(pane, 'Your organisation confirmed it just now.');
  await isSilentOf(pane, FAULTS);
});

test('a silent host: the last good one, and how old that word is; then, after 14 days, that Heed only informs', async () => {
  let files: Files | null = signed(6);
  await openPane(() => files);
  await says(await againPane(), 'Your organisation confirmed it just now.');
  files = null;
  const days = await againPane(3 * DAY);
  await says(days, /It is number 6/);
  await says(days, 'Your organisation confirmed it 3 days ago.');
  await isSilentOf(days, FAULTS);
  await says(await againPane(15 * DAY), 'It has had no word of its policy for more than 14 days, so it stops nothing.');
});

test('all to monitor-only is said in the pane', async () => {
  const pane = await openPane(() => signed(6, { mode: 'monitor-only' }));
  await says(pane, 'Heed is being tried out: nothing it finds stops an email.');
});

test.each<[string, () => Files, RegExp]>([
  ['tampered with', () => ({ ...signed(6), text: signed(6).text.replace('"block"', '"inform"') }), /because it is not what was signed: it was changed, cut short or signed with another key/],
  ['cut short', () => ({ ...signed(6), text: signed(6).text.slice(0, 400) }), /because it is not what was signed/],
  ['signed with another key', () => signed(6, { key: other.privateKey }), /because it is not what was signed/],
  ['older than the one built in', () => signed(4), /because it is older \(4\) than the one in force \(5\)/],
  ['too long', () => ({ ...signed(6), text: ' '.repeat(LONGEST_HOSTED + 1) }), /because it is too long/],
])('one that is %s is refused, the pane says why, and the policy of before stays', async (_name, files, why) => {
  const pane = await openPane(files);
  await says(pane, 'A newer policy was not taken up');
  await says(pane, why);
  await says(pane, /It is number 5/);
});

test('a rolled-back one is refused by whoever has seen the later one', async () => {
  let files = signed(7);
  await openPane(() => files);
  await says(await againPane(), /It is number 7/);
  files = signed(6);
  const pane = await againPane(10 * 60_000);
  await says(pane, /because it is older \(6\) than the one in force \(7\)/);
  await says(pane, /It is number 7/);
});

test('a self-test that stays silent is said above everything else, and stands in the trace', async () => {
  // Nothing is looked at that goes to a protected correspondent, so here nothing can speak of the made-up draft.
  const deaf: Policy = { ...LAAT, organisation: { ...LAAT.organisation, protectedCorrespondents: ['gmail.com'] } };
  const pane = await openPane(() => signed(6, { policy: deaf }));
  await pane.getByRole('heading', { level: 1, name: 'Heed may not be checking' }).waitFor();
  await isSilentOf(pane, ['Nothing to say about this draft', 'There is nothing to put right.']);
  expect(await pane.getByRole('alert').innerText()).toContain('Do not rely on Heed until IT Services have looked at it.');
  await pane.getByRole('button', { name: 'What works here' }).click();
  await pane.getByRole('button', { name: /^Make a trace/ }).click();
  await says(pane, /a made-up draft was not stopped \(silent: sensitive-attachment, missing-subject\)/);
});
