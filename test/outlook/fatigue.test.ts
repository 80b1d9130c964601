import { check } from '../../src/check';
import type { Policy, Report } from '../../src/domain';
import { sendHandler } from '../../src/outlook';
import { paneHost } from '../../src/outlook/pane-host';
import { shippedPolicy } from '../policy-for-tests';
import { DRAFTS, LETTER, REGISTER, WEDNESDAY, policyWith } from './drafts';
import { fakeEvent, fakeOutlook } from './fake-office';
import type { FakeDraft, FakeOutlook } from './fake-office';

// Beside other work a whole send may take its time.
jest.setTimeout(30_000);

/** The browser's storage, which classic Outlook's own runtime has not. */
function withStorage(): Map<string, string> {
  const kept = new Map<string, string>();
  (globalThis as any).localStorage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text) };
  return kept;
}

beforeEach(() => {
  jest.useFakeTimers({ now: WEDNESDAY });
});
afterEach(() => {
  jest.useRealTimers();
  delete (globalThis as any).Office;
  delete (globalThis as any).localStorage;
});

async function send(outlook: FakeOutlook, policy: Policy = policyWith('warn')): Promise<any> {
  (globalThis as any).Office = outlook.Office;
  const { event, answers } = fakeEvent();
  sendHandler({ policy, deployment: null, build: 'test', check })(event);
  await jest.advanceTimersByTimeAsync(4000);
  expect(answers).toHaveLength(1);
  return answers[0];
}

function inThread(draft: FakeDraft, conversation: string): FakeOutlook {
  const outlook = fakeOutlook({ ...draft, composeType: 'reply' });
  outlook.Office.context.mailbox.item.conversationId = conversation;
  return outlook;
}

const always: Policy = { ...policyWith('warn'), fatigue: { ...policyWith('warn').fatigue, sameDraftRepeat: 'always' } };
const blank = (subject = ''): FakeOutlook => fakeOutlook({ ...DRAFTS['warn']!, subject });

describe('a warning that was seen is not shown again', () => {
  test('for the draft as it was: the second Send goes', async () => {
    const outlook = blank();
    expect((await send(outlook)).allowEvent).toBe(false);
    expect(await send(outlook)).toEqual({ allowEvent: true });
  });

  test('but is once the draft has changed', async () => {
    const outlook = blank();
    await send(outlook);
    outlook.now.to.push({ emailAddress: 'more@oakfield.example', displayName: 'More' });
    expect((await send(outlook)).allowEvent).toBe(false);
  });

  test('and is after 10 minutes', async () => {
    const outlook = blank();
    await send(outlook);
    await jest.advanceTimersByTimeAsync(600_000);
    expect((await send(outlook)).allowEvent).toBe(false);
  });

  test('and is where the policy always repeats', async () => {
    const outlook = blank();
    await send(outlook, always);
    expect((await send(outlook, always)).allowEvent).toBe(false);
  });

  test('a reason is never taken as given because it was asked for', async () => {
    const outlook = fakeOutlook(DRAFTS['justify']!);
    await send(outlook);
    expect((await send(outlook)).allowEvent).toBe(false);
  });

  test('nor is a draft let go of which not all could be checked', async () => {
    const outlook = fakeOutlook({ subject: '', attachments: [{ ...LETTER, isSilent: true }] });
    await send(outlook);
    expect((await send(outlook)).allowEvent).toBe(false);
  });

  test('in the same thread, about the same things: another reply goes', async () => {
    withStorage();
    const reply: FakeDraft = { subject: 'RE:', to: ['kit@oakfield.example'] };
    expect((await send(inThread(reply, 'c1'))).allowEvent).toBe(false);
    expect(await send(inThread(reply, 'c1'))).toEqual({ allowEvent: true });
    expect((await send(inThread(reply, 'c2'))).allowEvent).toBe(false);
  });
});

describe('a day has enough dialogs', () => {
  test('after three about habits there are notes, whichever draft it is', async () => {
    withStorage();
    for (let count = 0; count < 3; count += 1) expect((await send(blank())).allowEvent).toBe(false);
    const fourth = blank();
    expect(await send(fourth)).toEqual({ allowEvent: true });
    expect(fourth.notes[0]?.message).toContain('subject');
  });

  test('the next day begins anew', async () => {
    withStorage();
    for (let count = 0; count < 4; count += 1) await send(blank());
    jest.setSystemTime(WEDNESDAY + 24 * 3_600_000);
    expect((await send(blank())).allowEvent).toBe(false);
  });

  test('after six of any ordinary kind', async () => {
    withStorage();
    const toAll = (): FakeOutlook => fakeOutlook({ to: ['all-staff@oakfield.example'], subject: 'Rota' });
    for (let count = 0; count < 6; count += 1) expect((await send(toAll())).allowEvent).toBe(false);
    expect(await send(toAll())).toEqual({ allowEvent: true });
  });

  test('where nothing can be kept, the limit is the draft’s own', async () => {
    const outlook = blank();
    for (let count = 0; count < 3; count += 1) {
      outlook.now.to = [{ emailAddress: `a${count}@oakfield.example`, displayName: 'A' }];
      expect((await send(outlook)).allowEvent).toBe(false);
    }
    outlook.now.to = [{ emailAddress: 'last@oakfield.example', displayName: 'A' }];
    expect(await send(outlook)).toEqual({ allowEvent: true });
    expect((await send(blank())).allowEvent).toBe(false);
  });

  test('it never ends for sensitive data, asked for a reason or not', async () => {
    withStorage();
    const warns = policyWith('warn');
    const setting = warns.rules['sensitive-attachment']!;
    const softer: Policy = { ...warns, rules: { ...warns.rules, 'sensitive-attachment': { ...setting, severity: { ...setting.severity, outside: 'warn' } } } };
    for (let count = 0; count < 9; count += 1) {
      expect((await send(fakeOutlook({ to: ['office@elsewhere.example'], attachments: [REGISTER] }), softer)).sendModeOverride).toBe('promptUser');
      expect((await send(fakeOutlook(DRAFTS['justify']!))).allowEvent).toBe(false);
    }
  });

  test.each<[string, FakeDraft]>([
    ['a pupil’s details in the words', { to: ['x@fellside-centre.example'], subject: 'Tuesday', html: '<p>Theo Khan has an EHCP and will need a quiet room.</p>' }],
    ['a password for a colleague', { to: ['kit@oakfield.example'], subject: 'Log-in', html: '<p>username: kit password: Autumn2026!</p>' }],
    ['a number for a pupil', { to: ['femi.o@pupils.oakfield.example'], subject: 'Trip', html: '<p>Ring me on 07700 900321 if you get lost.</p>' }],
  ])('nor for %s', async (_, draft) => {
    withStorage();
    const laat = shippedPolicy('laat');
    const policy: Policy = { ...laat, organisation: { ...laat.organisation, internalDomains: ['oakfield.example'], pupilDomains: ['pupils.oakfield.example'] } };
    for (let count = 0; count < 8; count += 1) expect((await send(fakeOutlook(draft), policy)).sendModeOverride).toBe('promptUser');
  });

  test('what is kept names nobody and no mail', async () => {
    const kept = withStorage();
    await send(inThread({ subject: '', to: ['kit.person@oakfield.example'] }, 'conversation-of-kit'));
    const text = [...kept.values()].join(' ');
    expect(text).toContain('2026-11-18');
    expect(text).not.toMatch(/kit|oakfield|conversation/i);
  });

  test('nothing is kept of a draft with a protected correspondent', async () => {
    const kept = withStorage();
    const outlook = fakeOutlook({ subject: '', to: ['a@neu.org.uk', 'k.parent@gmail.com'] });
    await send(outlook);
    expect((await send(outlook)).allowEvent).toBe(false);
    expect(kept.size).toBe(0);
    expect(outlook.session).toEqual({});
  });

  test.each(['', '{', 'null', '2026-11-18', '2026-11-18{"dialogs":"many","answers":7}'])('storage that is torn (%s) counts nothing', async (text) => {
    withStorage().set('heed.day', text);
    expect((await send(blank())).allowEvent).toBe(false);
  });
});

describe('a child at risk now', () => {
  async function giveEmergency(answer: any): Promise<void> {
    const { report, fingerprint } = JSON.parse(answer.contextData) as { report: Report; fingerprint: string };
    expect(await paneHost().justify({ code: 'child-at-risk', note: null, fingerprint }, report)).toBe(true);
  }

  test('goes at once, and stays free to change for half an hour', async () => {
    const outlook = fakeOutlook(DRAFTS['justify']!);
    await giveEmergency(await send(outlook));
    outlook.now.subject = 'Please call me';
    outlook.now.cc.push({ emailAddress: 'duty@elsewhere.example', displayName: 'Duty' });
    expect(await send(outlook)).toEqual({ allowEvent: true });
    await jest.advanceTimersByTimeAsync(1_800_000);
    outlook.now.subject = 'Something else';
    expect((await send(outlook)).allowEvent).toBe(false);
  });

  test('does not pass a block', async () => {
    const outlook = fakeOutlook({ ...DRAFTS['justify']!, subject: '' });
    await giveEmergency(await send(outlook, policyWith('warn', 'inform')));
    expect((await send(outlook, policyWith('warn', 'block'))).allowEvent).toBe(false);
  });

  test('is a reason like any other where the policy has it so', async () => {
    const off: Policy = { ...policyWith('warn'), emergencyReason: false };
    const outlook = fakeOutlook(DRAFTS['justify']!);
    await giveEmergency(await send(outlook, off));
    outlook.now.subject = 'Other';
    expect((await send(outlook, off)).allowEvent).toBe(false);
  });
});
