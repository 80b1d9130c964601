import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { hostedText } from '../../src/deployment';
import { choosePolicy } from '../../src/hosted/in-force';
import type { Kept } from '../../src/hosted/in-force';
import { readHosted } from '../../src/hosted';
import { shippedPolicy } from '../policy-for-tests';
import { DAY, KEY, MORNING, deploymentOf, signText, signed, siteOf } from './signed';

const teal = shippedPolicy('teal');
const kept = (changes: Partial<Kept> = {}): Kept => ({ ...signed({ serial: 7 }), at: MORNING - 60_000, ...changes });

describe('which policy is in force', () => {
  test('without a key nothing hosted counts, and nothing grows stale', () => {
    const site = siteOf({ key: null, written: '2020-01-01T00:00:00Z' });
    expect(choosePolicy(site, kept(), signed(), MORNING)).toMatchObject({ from: 'built in', deployment: null, isStale: false, refused: null });
  });

  test('what the host answers, and it is kept', () => {
    const answer = signed({ serial: 8, mode: 'warn' }, teal);
    const chosen = choosePolicy(siteOf(), kept(), answer, MORNING);
    expect(chosen).toMatchObject({ from: 'fetched', contact: MORNING, refused: null, isStale: false, keep: { ...answer, at: MORNING } });
    expect(chosen.policy.name).toBe('TEAL');
    expect(chosen.deployment).toMatchObject({ serial: 8, mode: 'warn' });
  });

  test('the last good one when the host is silent, and the built-in one before there was any', () => {
    expect(choosePolicy(siteOf(), kept(), { unreadable: 'the host could not be reached' }, MORNING)).toMatchObject({
      from: 'kept',
      contact: MORNING - 60_000,
      refused: 'the host could not be reached',
      keep: null,
    });
    expect(choosePolicy(siteOf(), null, { unreadable: 'the host answered 503' }, MORNING)).toMatchObject({ from: 'built in', contact: null, refused: 'the host answered 503' });
  });

  test('the same number again is taken, so that a host that answers is contact', () => {
    expect(choosePolicy(siteOf(), kept(), signed({ serial: 7 }), MORNING)).toMatchObject({ from: 'fetched', contact: MORNING });
  });

  test('all to monitor-only reaches a client like any other policy', () => {
    expect(choosePolicy(siteOf(), kept(), signed({ serial: 8, mode: 'monitor-only', authorisation: null }), MORNING).deployment).toMatchObject({ mode: 'monitor-only' });
  });

  test('a lower number than the kept one, or than the built-in one, is refused', () => {
    expect(choosePolicy(siteOf(), kept(), signed({ serial: 6 }), MORNING)).toMatchObject({ from: 'kept', refused: 'it is older (6) than the one in force (7)' });
    const site = siteOf({ deployment: deploymentOf({ serial: 9 }) });
    expect(choosePolicy(site, kept(), signed({ serial: 8 }), MORNING)).toMatchObject({ from: 'built in', contact: null, refused: 'it is older (8) than the one in force (9)' });
  });

  test('what was kept is believed only as far as its signature', () => {
    const forged = kept({ text: signed({ serial: 7 }, teal).text });
    expect(choosePolicy(siteOf(), forged, null, MORNING)).toMatchObject({ from: 'built in', contact: null });
    expect(choosePolicy(siteOf(), kept({ at: MORNING + DAY }), null, MORNING)).toMatchObject({ from: 'kept', contact: null });
  });
});

describe('without contact', () => {
  const silent = { unreadable: 'the host could not be reached' };
  test.each([
    [13.9, false, 'block'],
    [14.1, true, 'inform'],
  ])('for %d days', (days, isStale, mode) => {
    expect(choosePolicy(siteOf(), kept({ at: MORNING - days * DAY }), silent, MORNING)).toMatchObject({ isStale, deployment: { mode } });
  });

  test('the days count from when the add-in was written, before there was any contact', () => {
    expect(choosePolicy(siteOf(), null, silent, MORNING + 15 * DAY)).toMatchObject({ isStale: true, deployment: { mode: 'inform', rollout: { percent: 100 } } });
    expect(choosePolicy(siteOf(), null, silent, MORNING)).toMatchObject({ isStale: false, deployment: null });
  });

  test('the deployment says how many days', () => {
    expect(choosePolicy(siteOf(), { ...signed({ offlineDays: 2 }), at: MORNING - 3 * DAY }, silent, MORNING)).toMatchObject({ isStale: true });
  });

  test('monitor-only does not become more', () => {
    expect(choosePolicy(siteOf(), { ...signed({ mode: 'monitor-only' }), at: MORNING - 20 * DAY }, silent, MORNING)).toMatchObject({ deployment: { mode: 'monitor-only' } });
  });

  test('an answer that is refused is no contact', () => {
    expect(choosePolicy(siteOf(), kept({ at: MORNING - 15 * DAY }), signed({ serial: 3 }), MORNING)).toMatchObject({ isStale: true });
  });
});

describe('what is refused, and why', () => {
  const good = signed();
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const changed = 'it is not what was signed: it was changed, cut short or signed with another key';
  const json = JSON.parse(good.text) as { deployment: object; policy: object };
  const resigned = (file: object): { text: string; signature: string } => signText(JSON.stringify(file).replace(/[^ -~]/g, '?'));
  test.each<[string, string, string, string]>([
    ['a text cut short', good.text.slice(0, -200), good.signature, changed],
    ['a text with one character changed', good.text.replace('"block"', '"xlock"'), good.signature, changed],
    ['a line break more', `${good.text}\n`, good.signature, changed],
    ['a mark of byte order', `\ufeff${good.text}`, good.signature, changed],
    ['an empty text', '', good.signature, changed],
    ['a page in its place', '<html>Sign in</html>', good.signature, changed],
    ['no signature', good.text, '', 'its signature makes no sense'],
    ['a page for a signature', good.text, '<html>', 'its signature makes no sense'],
    ['the signature of another text', good.text, signed({ serial: 8 }).signature, changed],
    ['the signature of another key', good.text, sign('sha256', Buffer.from(good.text), other).toString('base64'), changed],
    ['characters beyond ASCII, though signed', ...Object.values(signText('{"format":1,"é":1}')) as [string, string], changed],
    ['no JSON, though signed', ...Object.values(signText('{')) as [string, string], 'it is not JSON'],
    ['a later format', ...Object.values(resigned({ ...json, format: 2 })) as [string, string], 'it was written for a later version of Heed'],
    ['no policy', ...Object.values(resigned({ format: 1, deployment: json.deployment })) as [string, string], 'it is not a policy as Heed writes it'],
    ['a mode that is none', ...Object.values(resigned({ ...json, deployment: { ...json.deployment, mode: 'loud' } })) as [string, string], 'it is not a policy as Heed writes it'],
    ['a share beyond 100', ...Object.values(resigned({ ...json, deployment: { ...json.deployment, rollout: { percent: 101, rings: [] } } })) as [string, string], 'it is not a policy as Heed writes it'],
    ['a mode beyond monitor-only without its record', ...Object.values(resigned({ ...json, deployment: { ...json.deployment, authorisation: null } })) as [string, string], 'it is not a policy as Heed writes it'],
  ])('%s', (_name, text, signature, reason) => {
    expect(readHosted(text, signature, KEY, 0)).toEqual({ unreadable: reason });
  });

  test('a signature may have line breaks, as tools write them', () => {
    expect(readHosted(good.text, good.signature.replace(/(.{64})/g, '$1\r\n'), KEY, 0)).toMatchObject({ deployment: { serial: 7 } });
  });

  test('whatever comes, it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, signature) => 'unreadable' in readHosted(text, signature, KEY, 0)),
      { numRuns: 200, seed: 8 },
    );
  });
});

describe('a policy of an earlier Heed', () => {
  test('what it could not know takes the built-in values, and a rule it never heard of is off', () => {
    const earlier = JSON.parse(JSON.stringify(teal)) as { rules: { [id: string]: { options: { [name: string]: unknown } } }; detection?: unknown };
    delete earlier.rules['all-staff'];
    delete earlier.detection;
    const [rule = ''] = Object.keys(earlier.rules).filter((id) => Object.keys(earlier.rules[id]!.options).length > 0);
    const [option = ''] = Object.keys(earlier.rules[rule]!.options);
    delete earlier.rules[rule]!.options[option];
    const { policy } = choosePolicy(siteOf(), null, signText(hostedText(earlier as never, deploymentOf())), MORNING);
    const site = siteOf().policy;
    expect(policy.name).toBe('TEAL');
    expect(policy.rules['all-staff']).toMatchObject({ on: false });
    expect(policy.detection).toEqual(site.detection);
    expect((policy.rules[rule]!.options as { [name: string]: unknown })[option]).toEqual((site.rules[rule]!.options as { [name: string]: unknown })[option]);
  });

  test('a setting that is missing anywhere takes the built-in value, and the documents stay the policy’s own', () => {
    const site = siteOf().policy;
    const parts = Object.entries(site).filter(([part, value]) => part !== 'rules' && part !== 'documents' && typeof value === 'object' && value !== null && !Array.isArray(value));
    expect(parts.length).toBeGreaterThan(5);
    for (const [part, value] of parts) {
      for (const name of Object.keys(value as object)) {
        const earlier = JSON.parse(JSON.stringify(teal)) as { [part: string]: { [name: string]: unknown } };
        delete earlier[part]![name];
        const { policy } = choosePolicy(siteOf(), null, signText(hostedText(earlier as never, deploymentOf())), MORNING);
        expect([part, name, (policy as unknown as typeof earlier)[part]![name]]).toEqual([part, name, (value as typeof earlier[string])[name]]);
        expect(policy.documents).toEqual(teal.documents);
      }
    }
  });

  test('an option that is a fact of the organisation now is read where it stood', () => {
    const earlier = JSON.parse(JSON.stringify(teal)) as { organisation: { fileShares?: unknown }; rules: { [id: string]: { options: { [name: string]: unknown } } } };
    delete earlier.organisation.fileShares;
    earlier.rules['unapproved-file-share']!.options['approvedHosts'] = ['files.teal.example'];
    const { policy } = choosePolicy(siteOf(), null, signText(hostedText(earlier as never, deploymentOf())), MORNING);
    expect(policy.organisation.fileShares).toEqual(['files.teal.example']);
    expect(choosePolicy(siteOf(), null, signed({}, teal), MORNING).policy.organisation.fileShares).toEqual(teal.organisation.fileShares);
  });

  test('a rule that this Heed does not know is left out', () => {
    const later = { ...teal, rules: { ...teal.rules, 'rule-of-tomorrow': teal.rules['all-staff']! } };
    expect(Object.keys(choosePolicy(siteOf(), null, signed({}, later), MORNING).policy.rules)).not.toContain('rule-of-tomorrow');
  });
});
