import { generateKeyPairSync, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { hostedText, siteIn, withSite } from '../../src/deployment';
import { buildIn } from '../../src/deployment/site-scripts';
import { isUnreadable } from '../../src/domain';
import type { Deployment, Policy, SiteSettings } from '../../src/domain';
import { knownPolicy, readHosted } from '../../src/hosted';
import type { HostedPolicy } from '../../src/hosted/read-hosted';
import { builtFolder } from '../built';
import { shippedPolicy } from '../policy-for-tests';
import { classicClient, REGISTER } from './classic-client';
import type { HostAnswers } from './classic-client';

/**
 * The build before this one, as it was made and signed then: its one script, and a policy of its own command with the
 * public key. The folder is named for the build; nothing in it is ever changed.
 */
const folder = path.join(__dirname, 'releases', 'before');

jest.setTimeout(60_000);

const ORIGIN = 'https://heed.laat.example';
const RECORD = { by: 'Trust Board', on: '2026-01-20', minute: '12/26', dpia: 'DPIA-7', staffToldOn: '2026-01-27' };
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const NEW_KEY = Buffer.from(publicKey.export({ format: 'jwk' }).n as string, 'base64url').toString('base64');

interface Signed {
  readonly text: string;
  readonly signature: string;
  readonly key: string;
}

const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'latin1');
const OLD: Signed = { text: read('policy.json'), signature: read('policy.json.sig'), key: read('key.txt').trim() };
const OLD_SCRIPT = brotliDecompressSync(fs.readFileSync(path.join(folder, 'launchevent.js.br'))).toString('utf8');
const oldPolicy = readHosted(OLD.text, OLD.signature, OLD.key, 0) as HostedPolicy;
const TODAY = shippedPolicy('laat');

function signedToday(mode: Deployment['mode'], serial = 7, policy: Policy = TODAY): Signed {
  const deployment: Deployment = { serial, issued: new Date().toISOString(), mode, rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: RECORD };
  const text = hostedText(policy, deployment);
  return { text, signature: sign('sha256', Buffer.from(text, 'latin1'), privateKey).toString('base64'), key: NEW_KEY };
}

const serving = ({ text, signature }: Signed): HostAnswers => (pathname) => ({ status: 200, text: pathname === '/policy.json' ? text : signature });

/** A script as it stands in a site folder: with a policy in monitor-only built in, so that only the hosted one stops a send. */
function installed(script: string, key: string, policy: Policy): string {
  const deployment: Deployment = { serial: 1, issued: new Date().toISOString(), mode: 'monitor-only', rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: null };
  const site: SiteSettings = { origin: ORIGIN, key, policy, deployment, written: new Date().toISOString() };
  return withSite(script, site) as string;
}

let todaysScript: string;
beforeAll(() => {
  todaysScript = fs.readFileSync(path.join(builtFolder(), 'launchevent.js'), 'utf8');
}, 400_000);

async function outcome(script: string, answers: HostAnswers, seed = REGISTER): Promise<{ readonly ended: string; readonly session: { readonly [name: string]: string } }> {
  const client = classicClient(script, answers);
  try {
    const ended = await client.send(seed);
    return { ended, session: client.driver.item()['sessionData'] as { readonly [name: string]: string } };
  } finally {
    client.driver.dispose();
  }
}

test('the two are different builds, and today’s command can write into the folder of either', () => {
  expect(buildIn(OLD_SCRIPT)).not.toBe(buildIn(todaysScript));
  for (const script of [OLD_SCRIPT, todaysScript]) expect(siteIn(installed(script, NEW_KEY, TODAY))).toMatchObject({ origin: ORIGIN, key: NEW_KEY, policy: { name: 'LAAT' } });
});

describe.each<[string, () => string]>([
  ['the client of before', () => OLD_SCRIPT],
  ['today’s client', () => todaysScript],
])('%s', (_name, script) => {
  test('follows a policy that was signed before', async () => {
    expect(await outcome(installed(script(), OLD.key, oldPolicy.policy), serving(OLD))).toMatchObject({ ended: 'stopped' });
  });

  test('follows one that is signed today, and “all to monitor-only” too', async () => {
    expect(await outcome(installed(script(), NEW_KEY, TODAY), serving(signedToday('block')))).toMatchObject({ ended: 'stopped' });
    expect(await outcome(installed(script(), NEW_KEY, TODAY), serving(signedToday('monitor-only')))).toMatchObject({ ended: 'sent' });
  });

  test('is not thrown by a rule, a setting or an option that it does not know', async () => {
    const known = TODAY.rules['sensitive-attachment']!;
    const later = { ...TODAY, 'of-tomorrow': { on: true }, rules: { ...TODAY.rules, 'rule-of-tomorrow': known, 'sensitive-attachment': { ...known, options: { ...(known.options as object), 'option-of-tomorrow': [1] } } } };
    expect(await outcome(installed(script(), NEW_KEY, TODAY), serving(signedToday('block', 7, later)))).toMatchObject({ ended: 'stopped' });
  });

  test('reads what the other has kept with a draft, and goes on', async () => {
    const other = script() === OLD_SCRIPT ? todaysScript : OLD_SCRIPT;
    const answers = serving(signedToday('block'));
    const before = await outcome(installed(other, NEW_KEY, TODAY), answers);
    expect(Object.keys(before.session).length).toBeGreaterThan(0);
    expect(await outcome(installed(script(), NEW_KEY, TODAY), answers, { ...REGISTER, sessionData: before.session })).toMatchObject({ ended: 'stopped' });
    const nonsense = Object.fromEntries(Object.keys(before.session).map((name) => [name, '{"version":99,"x":[']));
    expect(await outcome(installed(script(), NEW_KEY, TODAY), answers, { ...REGISTER, sessionData: nonsense })).toMatchObject({ ended: 'stopped' });
  });
});

describe('what lies in a browser from before', () => {
  const site: SiteSettings = { origin: ORIGIN, key: OLD.key, policy: TODAY, deployment: null, written: new Date().toISOString() };
  // As the build of before wrote it.
  const kept = JSON.stringify({ text: OLD.text, signature: OLD.signature, at: Date.now() - 60_000 });

  test('is in force today, and a rule that it never heard of is off', () => {
    const known = knownPolicy({ site, store: { read: () => kept, write: () => undefined }, clock: () => Date.now() });
    expect(known).toMatchObject({ from: 'kept', deployment: { serial: oldPolicy.deployment.serial, mode: 'block' } });
    const strangers = Object.keys(TODAY.rules).filter((id) => !(id in oldPolicy.policy.rules));
    expect(strangers.filter((id) => known.policy.rules[id]?.on === true)).toEqual([]);
    for (const [id, { on, severity }] of Object.entries(oldPolicy.policy.rules)) expect(known.policy.rules[id]).toMatchObject({ on, severity });
  });
});

test('the policy of before reads today as it read then', () => {
  expect(isUnreadable(oldPolicy)).toBe(false);
  expect(oldPolicy.policy.rules['sensitive-attachment']?.on).toBe(true);
});
