import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { hostedText, withSite } from '../../src/deployment';
import type { Deployment, SiteSettings } from '../../src/domain';
import { builtFolder } from '../built';
import { shippedPolicy } from '../policy-for-tests';
import { classicClient, REGISTER } from './classic-client';
import type { ClassicClient, HostAnswers } from './classic-client';

/** Which policy is in force where nothing can be kept: the built script in the bare realm, send by send. */

jest.setTimeout(60_000);

const DAY = 86_400_000;
const NOW = Date.now();
const ORIGIN = 'https://heed.laat.example';
const LAAT = shippedPolicy('laat');
const RECORD = { by: 'Trust Board', on: '2026-01-20', minute: '12/26', dpia: 'DPIA-7', staffToldOn: '2026-01-27' };

const isoBefore = (days: number): string => new Date(NOW - days * DAY).toISOString();
const modulus = (key: KeyObject): string => Buffer.from(key.export({ format: 'jwk' }).n as string, 'base64url').toString('base64');
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

function deployment(mode: Deployment['mode'], serial: number, days = 0): Deployment {
  return { serial, issued: isoBefore(days), mode, rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: RECORD };
}

interface Files {
  readonly text: string;
  readonly signature: string;
}

function signed(mode: Deployment['mode'], serial: number, key = pair.privateKey): Files {
  const text = hostedText(LAAT, deployment(mode, serial));
  return { text, signature: sign('sha256', Buffer.from(text, 'latin1'), key).toString('base64') };
}

const serving = ({ text, signature }: Files): HostAnswers => (pathname) => ({ status: 200, text: pathname === '/policy.json' ? text : signature });
const SILENT: HostAnswers = () => null;

let script: string;
beforeAll(() => {
  script = fs.readFileSync(path.join(builtFolder(), 'launchevent.js'), 'utf8');
}, 400_000);

/** An add-in that was signed `days` ago in a mode, with the number 5. */
function client(mode: Deployment['mode'], answers: HostAnswers, { days = 0, key = pair.publicKey }: { readonly days?: number; readonly key?: KeyObject } = {}): ClassicClient {
  const site: SiteSettings = { origin: ORIGIN, key: modulus(key), policy: LAAT, deployment: deployment(mode, 5, days), written: isoBefore(days) };
  return classicClient(withSite(script, site) as string, answers);
}

async function outcome(classic: ClassicClient): Promise<string> {
  try {
    return await classic.send(REGISTER);
  } finally {
    classic.driver.dispose();
  }
}

describe('the built-in policy is in monitor-only, so that only a hosted one stops the send', () => {
  const good = signed('block', 6);
  test('a good one counts at once, without a restart or a new manifest', async () => {
    const classic = client('monitor-only', serving(good));
    expect(await outcome(classic)).toBe('stopped');
    expect(classic.fetched.sort()).toEqual([`${ORIGIN}/policy.json`, `${ORIGIN}/policy.json.sig`]);
  });

  test.each<[string, HostAnswers]>([
    ['cut short', serving({ ...good, text: good.text.slice(0, -100) })],
    ['tampered with', serving({ ...good, text: good.text.replace('"monitor-only"', '"block"').replace('"serial": 6', '"serial": 9') })],
    ['signed with another key', serving(signed('block', 6, other.privateKey))],
    ['the signature of another', serving({ ...good, signature: signed('block', 7).signature })],
    ['a sign-in page', () => ({ status: 200, text: '<!doctype html><title>Sign in</title>' })],
    ['not there', () => ({ status: 404, text: '' })],
    ['without its signature', (pathname) => (pathname === '/policy.json' ? { status: 200, text: good.text } : { status: 404, text: '' })],
    ['older than the one built in', serving(signed('block', 4))],
    ['of a later format', serving(((text) => ({ text, signature: sign('sha256', Buffer.from(text, 'latin1'), pair.privateKey).toString('base64') }))(good.text.replace('"format": 1', '"format": 2')))],
    ['silent', SILENT],
    ['asked and never answering', () => new Promise<never>(() => undefined)],
  ])('one that is %s does not', async (_name, answers) => {
    expect(await outcome(client('monitor-only', answers))).toBe('sent');
  });
});

describe('the built-in policy stops the send', () => {
  test('a hosted file that says monitor-only lets it go, and one that does not count changes nothing', async () => {
    expect(await outcome(client('block', serving(signed('monitor-only', 6))))).toBe('sent');
    expect(await outcome(client('block', serving(signed('monitor-only', 6, other.privateKey))))).toBe('stopped');
    expect(await outcome(client('block', serving(signed('monitor-only', 4))))).toBe('stopped');
  });

  test.each([
    [13, 'stopped'],
    [15, 'sent'],
  ])('a host that is silent, %d days after it was signed', async (days, expected) => {
    expect(await outcome(client('block', SILENT, { days }))).toBe(expected);
  });

  test('after 15 days a host that answers counts again', async () => {
    expect(await outcome(client('block', serving(signed('block', 6)), { days: 15 }))).toBe('stopped');
  });
});

describe('another key', () => {
  test('an add-in with the new key follows it and not the old one; one with the old key the other way round', async () => {
    const [old, fresh] = [serving(signed('block', 6)), serving(signed('block', 6, other.privateKey))];
    expect(await outcome(client('monitor-only', fresh, { key: other.publicKey }))).toBe('stopped');
    expect(await outcome(client('monitor-only', old, { key: other.publicKey }))).toBe('sent');
    expect(await outcome(client('monitor-only', fresh))).toBe('sent');
  });
});

test('an email to a protected correspondent alone asks nobody', async () => {
  const classic = client('block', serving(signed('block', 6)));
  try {
    expect(await classic.send({ ...REGISTER, to: ['caseworker@neu.org.uk'] })).toBe('sent');
    expect(classic.fetched).toEqual([]);
  } finally {
    classic.driver.dispose();
  }
});
