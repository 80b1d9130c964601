import { check } from '../../src/check';
import { policyForDraft } from '../../src/hosted';
import type { Following } from '../../src/hosted';
import { sendHandler } from '../../src/outlook';
import type { Checking } from '../../src/outlook';
import { siteOf } from '../hosted/signed';
import { DRAFTS, WEDNESDAY, policyWith } from './drafts';
import { fakeEvent, fakeOutlook } from './fake-office';
import type { FakeOutlook } from './fake-office';

// Beside other work a whole send may take its time.
jest.setTimeout(30_000);

/** What every call of the slowest client takes that is still answered in full, in milliseconds. */
const SLOW = 400;
const DEADLINE = 3500;

const policy = policyWith('warn');
const following: Following = {
  site: siteOf({ policy, written: new Date(WEDNESDAY).toISOString() }),
  store: { read: () => null, write: () => undefined },
  clock: () => Date.now(),
};
const builtIn: Checking = { policy, deployment: null, build: 'test', check };
const hosted: Checking = { ...builtIn, inForce: (source, patience) => policyForDraft(following, source, patience) };

const before = globalThis.fetch;
beforeEach(() => {
  jest.useFakeTimers({ now: WEDNESDAY });
  // A host that takes the question and says nothing.
  globalThis.fetch = () => new Promise(() => undefined);
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = before;
  delete (globalThis as any).Office;
});

async function press(outlook: FakeOutlook, checking: Checking): Promise<any> {
  jest.setSystemTime(WEDNESDAY);
  (globalThis as any).Office = outlook.Office;
  const { event, answers } = fakeEvent();
  let after = 0;
  sendHandler(checking)({ completed: (options) => void (event.completed(options), (after = Date.now() - WEDNESDAY)) });
  for (let time = 0; time <= DEADLINE; time += 50) await jest.advanceTimersByTimeAsync(50);
  expect(answers).toHaveLength(1);
  expect(after).toBeLessThan(DEADLINE);
  return answers[0];
}

describe.each<[string, Checking]>([
  ['under the policy that was built in', builtIn],
  ['beside a policy host that never answers', hosted],
])('a client that takes its time over every call, %s', (_name, checking) => {
  test('lets an ordinary draft go', async () => {
    expect(await press(fakeOutlook({ ...DRAFTS['allow']!, latency: SLOW }), checking)).toEqual({ allowEvent: true });
  });

  test('is told what was found, in full, and of which draft', async () => {
    const answer = await press(fakeOutlook({ ...DRAFTS['justify']!, latency: SLOW }), checking);
    const { fingerprint, report } = JSON.parse(answer.contextData);
    expect(report).toMatchObject({ verdict: 'justify', unchecked: [] });
    expect(fingerprint).not.toBeNull();
  });

  test('lets it go once a reason was given: it is not asked for again and again', async () => {
    const outlook = fakeOutlook({ ...DRAFTS['justify']!, latency: SLOW });
    const { fingerprint, report } = JSON.parse((await press(outlook, checking)).contextData);
    const findings = report.findings.map(({ rule, situation }: any) => `${rule}/${situation}`);
    outlook.session['heed.acknowledgement'] = JSON.stringify({ fingerprint, findings, code: 'agreed', note: null, at: WEDNESDAY });
    expect(await press(outlook, checking)).toEqual({ allowEvent: true });
  });
});

test('what was shown is kept before the answer, because what comes after it may be lost (office-js 6097)', async () => {
  const outlook = fakeOutlook({ ...DRAFTS['warn']!, latency: 100 });
  (globalThis as any).Office = outlook.Office;
  const kept: string[] = [];
  sendHandler(builtIn)({ completed: () => void kept.push(...Object.keys(outlook.session)) });
  await jest.advanceTimersByTimeAsync(DEADLINE);
  expect(kept.sort()).toEqual(['heed.inspections', 'heed.shown']);
});
