import { check } from '../../src/check';
import { sendHandler } from '../../src/outlook';
import { paneHost } from '../../src/outlook/pane-host';
import type { Report } from '../../src/domain';
import { DRAFTS, LETTER, WEDNESDAY, policyWith } from './drafts';
import { fakeEvent, fakeOutlook } from './fake-office';
import type { FakeDraft, FakeOutlook } from './fake-office';

// Beside other work a whole send may take its time.
jest.setTimeout(30_000);

beforeEach(() => {
  jest.useFakeTimers({ now: WEDNESDAY });
});
afterEach(() => {
  jest.useRealTimers();
  delete (globalThis as any).Office;
});

async function send(outlook: FakeOutlook, policy = policyWith('warn')): Promise<any> {
  (globalThis as any).Office = outlook.Office;
  const { event, answers } = fakeEvent();
  sendHandler({ policy, deployment: null, build: 'test', check })(event);
  await jest.advanceTimersByTimeAsync(4000);
  expect(answers).toHaveLength(1);
  return answers[0];
}

/** What the pane does when a reason is chosen: from the same draft, through the same store. */
async function giveReason(outlook: FakeOutlook, answer: any): Promise<void> {
  (globalThis as any).Office = outlook.Office;
  const { report, fingerprint } = JSON.parse(answer.contextData) as { report: Report; fingerprint: string };
  expect(await paneHost().fingerprint()).toBe(fingerprint);
  expect(await paneHost().justify({ code: 'parent-asked', note: null, fingerprint }, report)).toBe(true);
  expect(await paneHost().justification()).toMatchObject({ code: 'parent-asked', fingerprint });
}

test('a draft that was answered for passes, unchanged', async () => {
  const outlook = fakeOutlook(DRAFTS['justify']!);
  const stopped = await send(outlook);
  expect(stopped.allowEvent).toBe(false);
  await giveReason(outlook, stopped);
  expect(await send(outlook)).toEqual({ allowEvent: true });
});

test.each<[string, (outlook: FakeOutlook) => void]>([
  ['another recipient', ({ now }) => void now.cc.push({ emailAddress: 'x@gmail.com', displayName: 'x' })],
  ['another subject', ({ now }) => void (now.subject = 'Other')],
  ['another file', ({ now }) => void now.attachments.push(LETTER)],
  ['another size', ({ now }) => void (now.attachments = now.attachments.map((one) => ({ ...one, size: one.size + 1 })))],
])('%s voids the answer', async (_name, change) => {
  const outlook = fakeOutlook(DRAFTS['justify']!);
  await giveReason(outlook, await send(outlook));
  change(outlook);
  expect((await send(outlook)).allowEvent).toBe(false);
});

test('a block passes with no answer', async () => {
  const draft: FakeDraft = { ...DRAFTS['justify']!, subject: '' };
  const outlook = fakeOutlook(draft);
  await giveReason(outlook, await send(outlook, policyWith('warn', 'inform')));
  expect(await send(outlook, policyWith('warn', 'inform'))).toEqual({ allowEvent: true });
  expect((await send(outlook, policyWith('warn', 'block'))).allowEvent).toBe(false);
});

test('a reason that is asked for something else since is asked for again', async () => {
  const outlook = fakeOutlook({ ...DRAFTS['justify']!, subject: '' });
  await giveReason(outlook, await send(outlook, policyWith('warn', 'inform')));
  expect((await send(outlook, policyWith('warn', 'justify'))).allowEvent).toBe(false);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another shape', '{"fingerprint":7}'],
  ['findings that are no list', '{"fingerprint":"x","code":"y","findings":{}}'],
  ['null', 'null'],
])('an answer that is torn (%s) is no answer', async (_name, text) => {
  const outlook = fakeOutlook({ ...DRAFTS['justify']!, session: { 'heed.acknowledgement': text } });
  expect((await send(outlook)).allowEvent).toBe(false);
});

test('nothing is kept of a draft that may not be recorded', async () => {
  const outlook = fakeOutlook(DRAFTS['justify']!);
  (globalThis as any).Office = outlook.Office;
  const report = { verdict: 'justify', findings: [], unchecked: [], policy: { name: '', version: '' }, mayBeRecorded: false } as const;
  expect(await paneHost().justify({ code: 'x', note: null, fingerprint: 'y' }, report)).toHaveProperty('unreadable');
  expect(outlook.session).toEqual({});
});
