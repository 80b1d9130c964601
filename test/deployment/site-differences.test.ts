import fs from 'node:fs';
import path from 'node:path';
import { check } from '../../src/check';
import { pageScript, siteIn } from '../../src/deployment';
import { differenceOf } from '../../src/deployment/site-differences';
import { aroundScript, settingsOfPages } from '../../src/deployment/site-scripts';
import { isUnreadable, policyAtASend } from '../../src/domain';
import type { SiteSettings } from '../../src/domain';
import { mailDraft } from '../../src/mail';
import { deploymentOf, siteOf } from '../hosted/signed';
import { shippedPolicy } from '../policy-for-tests';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..', '..');
const PACKS = ['laat', 'teal'] as const;
const MAILS = fs.readdirSync(path.join(root, 'test', 'mail')).filter((name) => name.endsWith('.eml'));

const isParts = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Documents, clauses and rules are called as each organisation likes. */
function generalised(steps: readonly string[]): string {
  return steps.map((step, index) => ((['documents', 'clauses'].includes(steps[index - 1] ?? '') && steps[0] === 'documents') || steps[index - 1] === 'rules' ? '*' : step)).join('.');
}

/** The same value, which notes the path of everything that is read of it. */
function watched<T>(value: T, read: (steps: readonly string[]) => void, steps: readonly string[] = []): T {
  if (!isParts(value)) return value;
  return new Proxy(value, {
    get: (target, name) => {
      const inside: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return inside;
      const path = [...steps, name];
      read(path);
      return watched(inside, read, path);
    },
  });
}

const at = (value: unknown, steps: readonly string[]): unknown => steps.reduce<unknown>((inside, step) => (isParts(inside) ? inside[step] : undefined), value);

/** What only the whole has, without what is inside it. */
function only(whole: unknown, part: unknown, steps: readonly string[] = []): readonly string[] {
  if (!isParts(whole) || Array.isArray(whole)) return [];
  return Object.keys(whole).flatMap((name) => (isParts(part) && Object.hasOwn(part, name) ? only(whole[name], part[name], [...steps, name]) : [generalised([...steps, name])]));
}

describe.each(PACKS)('%s', (name) => {
  const policy = shippedPolicy(name);

  test('every setting that a send reads is in launchevent.js, as it is in site.js', async () => {
    const settings: SiteSettings = siteOf({ policy, deployment: deploymentOf() });
    const inScript = siteIn(aroundScript('', settings))!.policy;
    const inPages = settingsOfPages(pageScript(settings))!.policy;
    const paths = new Map<string, readonly string[]>();
    for (const mail of MAILS) {
      const draft = await mailDraft(fs.readFileSync(path.join(root, 'test', 'mail', mail)), null);
      if (isUnreadable(draft)) throw new Error(draft.unreadable);
      await check(draft.source, watched(policy, (steps) => paths.set(steps.join('\0'), steps)));
    }
    expect(paths.size).toBeGreaterThan(300);
    const missing = [...paths.values()].filter((steps) => at(inScript, steps) === undefined).map((steps) => steps.join('.'));
    expect(missing).toEqual([]);
    // A document and a clause are less in the script; whatever is read inside them is looked at by itself.
    for (const steps of paths.values()) if (steps[0] !== 'documents' || !isParts(at(policy, steps))) expect([steps.join('.'), at(inScript, steps)]).toEqual([steps.join('.'), at(inPages, steps)]);
  });

  test('decision 006 lists what only site.js has', () => {
    const decision = fs.readFileSync(path.join(root, 'docs', 'decisions', '006-the-send-path.md'), 'utf8').replace(/\s+/g, ' ');
    const [, list = ''] = /Only `site\.js` has (.*?) All else is in both/.exec(decision) ?? [];
    const listed = [...list.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
    expect([...new Set(only(policy, policyAtASend(policy)))].sort()).toEqual([...listed].sort());
  });
});

describe('a difference is told in plain words', () => {
  const site = siteOf({ deployment: deploymentOf() });
  const inScript = siteIn(aroundScript('', site))!;
  const rule = site.policy.rules['all-staff']!;
  const withRule = (changes: object): SiteSettings => ({ ...site, policy: { ...site.policy, rules: { ...site.policy.rules, 'all-staff': { ...rule, ...changes } } } });

  test('none is told where there is none, nor what only the pane reads', () => {
    expect(differenceOf(pageScript(site), inScript)).toBeNull();
    expect(differenceOf(pageScript({ ...site, policy: { ...site.policy, reasons: [], offlinePackMaxDays: 3 } }), inScript)).toBeNull();
  });

  test.each<[string, SiteSettings, string]>([
    ['a signature with another mode', siteOf({ deployment: deploymentOf({ serial: 8, mode: 'warn' }) }), 'they differ in the number (8 in site.js, 7 in launchevent.js), the mode (“warn” in site.js, “block” in launchevent.js)'],
    ['one that was never signed', siteOf(), 'they differ in whether the policy is signed'],
    ['another host', { ...site, origin: 'https://old.example' }, 'they differ in the host (“https://old.example” in site.js, “https://heed.laat.example” in launchevent.js)'],
    ['another key', { ...site, key: 'AAAA' }, 'they differ in the key'],
    ['a setting', withRule({ on: !rule.on }), `they differ in the setting rules.all-staff.on (${String(!rule.on)} in site.js, ${String(rule.on)} in launchevent.js)`],
    ['one that the script has not', withRule({ button: 'Look again' }), 'they differ in the setting rules.all-staff.button (“Look again” in site.js, null in launchevent.js)'],
    ['more than can be named', { ...site, origin: 'https://a.example', policy: { ...site.policy, name: 'A', version: 'B', languages: [], emergencyReason: !site.policy.emergencyReason } }, ' and 2 more'],
  ])('%s', (_name, pages, words) => {
    const told = differenceOf(pageScript(pages), inScript) ?? '';
    expect(words.startsWith(' ') ? told.endsWith(words) : told === words ? words : told).toBe(words.startsWith(' ') ? true : words);
  });

  test.each(['alert(1);', 'var HEED_SITE = {};', 'var HEED_SITE = {"policy":{"documents":{}'])('what is none of ours is told: %s', (text) => {
    expect(differenceOf(text, inScript)).toBe('site.js has no settings that Heed wrote');
  });
});
