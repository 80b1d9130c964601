import { check } from '../../src/check';
import { unreadable } from '../../src/domain';
import type { Deployment, Policy } from '../../src/domain';
import { sendHandler } from '../../src/outlook';
import { SEND_INSPECTION_TIME } from '../../src/outlook/send';
import { DRAFTS, LETTER, REGISTER, WEDNESDAY, fileOf, policyWith } from './drafts';
import { CALLS, fakeEvent, fakeOutlook } from './fake-office';
import type { Call, FakeDraft, FakeOutlook, Fault, Faults } from './fake-office';

// Beside other work a whole send may take its time.
jest.setTimeout(30_000);

const DEADLINE = 3500;

beforeEach(() => {
  jest.useFakeTimers({ now: WEDNESDAY });
});
afterEach(() => {
  jest.useRealTimers();
  delete (globalThis as any).Office;
});

interface Sent {
  readonly answers: any[];
  /** Timers that were still set when the answer was given. */
  readonly timersLeft: number[];
  /** Milliseconds from the press to the answer. */
  readonly after: number | null;
  readonly outlook: FakeOutlook;
}

async function send(draft: FakeDraft, faults: Faults = {}, policy: any = policyWith('warn'), checking: any = check, outlook = fakeOutlook(draft, faults)): Promise<Sent> {
  (globalThis as any).Office = outlook.Office;
  const answers: any[] = [];
  const timersLeft: number[] = [];
  let after: number | null = null;
  const event = {
    completed: (options: unknown) => {
      answers.push(options);
      timersLeft.push(jest.getTimerCount());
      after ??= Date.now() - WEDNESDAY;
    },
  };
  sendHandler({ policy, deployment: null, build: 'test', check: checking })(event);
  for (let time = 0; time <= DEADLINE + 1000; time += 50) await jest.advanceTimersByTimeAsync(50);
  // And long after: nothing that was still under way may answer again.
  await jest.advanceTimersByTimeAsync(700_000);
  return { answers, timersLeft, after, outlook };
}

describe('each verdict is answered as it should be', () => {
  test('nothing found: the mail goes', async () => {
    expect((await send(DRAFTS['allow']!)).answers).toEqual([{ allowEvent: true }]);
  });

  test('something to know: the mail goes, with a note above it', async () => {
    const { answers, outlook } = await send(DRAFTS['inform']!);
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(outlook.notes).toHaveLength(1);
    expect(outlook.notes[0]!.message.length).toBeLessThanOrEqual(150);
    expect(outlook.notes[0]!.message).toContain('register.csv');
  });

  test('a note about a file with a long name is short enough to be shown', async () => {
    const name = `${'register of year five '.repeat(12)}.csv`;
    const { answers, outlook } = await send({ attachments: [{ ...REGISTER, name, isSilent: true }] }, {}, policyWith('inform'));
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(outlook.notes).toEqual([expect.objectContaining({ message: expect.stringMatching(/^'register of year.{60,}…$/) })]);
  });

  test('what takes the longest ends before the deadline, so that what was found until then is told', () => {
    // Reading takes 1.1 s at most where calls are answered.
    expect(1100 + SEND_INSPECTION_TIME).toBeLessThan(DEADLINE - 250);
  });

  test('a warning: one dialog that Send Anyway passes', async () => {
    const { answers } = await send(DRAFTS['warn']!);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser', commandId: 'heedMessagePane' });
    expect(answers[0].cancelLabel.length).toBeLessThanOrEqual(20);
    expect(answers[0].errorMessage).toContain('subject');
  });

  test.each([
    ['a reason is asked for', DRAFTS['justify']!, policyWith('warn')],
    ['a block', { ...DRAFTS['allow']!, subject: '' }, policyWith('warn', 'block')],
  ])('%s: one dialog without Send Anyway', async (_name, draft, policy) => {
    const { answers } = await send(draft, {}, policy);
    expect(answers).toHaveLength(1);
    expect(answers[0].allowEvent).toBe(false);
    expect(answers[0]).not.toHaveProperty('sendModeOverride');
    expect(answers[0].errorMessage.length).toBeLessThanOrEqual(500);
  });

  test('a meeting leads to the pane of meetings', async () => {
    const { answers } = await send({ kind: 'appointment', subject: '', to: ['k.parent@gmail.com'], attachments: [REGISTER] });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ allowEvent: false, commandId: 'heedAppointmentPane' });
  });

  test('what the pane is handed is text, bounded, masked and whole', async () => {
    const { answers } = await send(DRAFTS['justify']!);
    expect(typeof answers[0].contextData).toBe('string');
    expect(answers[0].contextData.length).toBeLessThanOrEqual(8000);
    expect(answers[0].contextData).not.toContain('H801200001001');
    expect(JSON.parse(answers[0].contextData)).toMatchObject({ version: 1, report: { verdict: 'justify' } });
  });

  test('what the pane is handed stays short however much was found, and leaves out first what it can do without', async () => {
    const attachments = Array.from({ length: 40 }, (_, index) => ({ ...REGISTER, id: `r${index}`, name: `register of class ${index}.csv` }));
    const { answers } = await send({ ...DRAFTS['justify']!, attachments });
    const { fingerprint, report } = JSON.parse(answers[0].contextData);
    expect(answers[0].contextData.length).toBeLessThanOrEqual(8000);
    expect(fingerprint).not.toBeNull();
    expect(report.findings[0].evidence.length).toBeLessThanOrEqual(5);
    expect(report.findings.map(({ rule }: any) => rule)).toContain('sensitive-attachment');
  });
});

/** What must be said when a call does not work; null when the check does as well without it. */
const SAID: { readonly [C in Call]?: string } = {
  to: 'This email was not checked, because',
  cc: 'This email was not checked, because',
  bcc: 'This email was not checked, because',
  subject: 'No subject line',
  attachments: 'Sensitive attachment',
  content: 'letter.txt',
  delay: 'was not checked',
};

const FAULTS: readonly Fault[] = ['hang', 'fail', 'throw', 'twice', 'missing', 'nothing', 'late', 'locked', 'no status', 'torn', 'at once'];
/** Faults that do no harm. */
const HARMLESS: readonly Fault[] = ['twice', 'at once'];
const MESSAGE_CALLS = CALLS.filter((call) => !['required', 'optional', 'organizer'].includes(call));

describe('every send is answered exactly once: call × failure × severity', () => {
  const cases: [string, Call, Fault, string, 'warn' | 'inform'][] = [];
  for (const call of MESSAGE_CALLS) {
    for (const fault of FAULTS) {
      for (const verdict of ['allow', 'inform', 'warn', 'justify', 'block']) {
        for (const unchecked of ['warn', 'inform'] as const) {
          cases.push([`${call} ${fault}, a draft to ${verdict}, unchecked means ${unchecked}`, call, fault, verdict, unchecked]);
        }
      }
    }
  }

  test.each(cases)('%s', async (_name, call, fault, verdict, unchecked) => {
    const draft = verdict === 'block' ? { ...DRAFTS['allow']!, subject: '' } : DRAFTS[verdict]!;
    const policy = policyWith(unchecked, verdict === 'block' ? 'block' : 'warn');
    const { answers, timersLeft, after, outlook } = await send(draft, { [call]: fault }, policy);

    expect(answers).toHaveLength(1);
    expect(timersLeft.every((count) => count === 0 || fault === 'late')).toBe(true);
    expect(after).not.toBeNull();
    expect(after!).toBeLessThanOrEqual(DEADLINE);
    const [answer] = answers;
    expect(typeof answer.allowEvent).toBe('boolean');

    const isBroken = !HARMLESS.includes(fault) && !(fault === 'nothing' && (call === 'session set' || call === 'session remove'));
    // Behind a body that cannot be touched there is no other text.
    const said = !isBroken ? undefined : fault === 'locked' && call.startsWith('body') ? 'Outlook refused to give the text' : SAID[call];
    const hidesTheFinding = said !== undefined && (['to', 'cc', 'bcc'].includes(call) || (call === 'subject' && draft.subject === '') || (['attachments', 'content'].includes(call) && verdict !== 'warn' && verdict !== 'block'));
    if (said === undefined || !hidesTheFinding) {
      // What was found is found all the same.
      if (verdict === 'block') expect(answer).toMatchObject({ allowEvent: false });
      if (verdict === 'block' || verdict === 'justify') expect(answer).not.toHaveProperty('sendModeOverride');
      if (verdict === 'warn') expect(answer).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
      if (verdict === 'justify') expect(answer.allowEvent).toBe(false);
    }
    if (said !== undefined && answer.allowEvent === true) {
      // Let go though something was not checked: only where the policy says inform, and never without a word.
      expect(unchecked).toBe('inform');
      expect(outlook.notes.length).toBe(1);
    }
    if (said !== undefined && unchecked === 'warn') {
      expect(answer.allowEvent).toBe(false);
      const told = `${answer.errorMessage} ${answer.contextData ?? ''}`;
      expect(told).toContain(call === 'content' ? draft.attachments![0]!.name : said);
    }
    if (said === undefined && verdict === 'allow') expect(answer).toEqual({ allowEvent: true });
  });

  const SUBJECT_UNREAD = 'The subject has NOT been checked, because ';
  const readsTheSubject = ['missing-subject', 'sensitive-body', 'credentials', 'inappropriate-language', 'personal-recipient', 'own-personal-account', 'external-bulk-cc', 'wrong-list'];
  const subjectCases = FAULTS.filter((fault) => !HARMLESS.includes(fault)).flatMap((fault) =>
    ['allow', 'inform', 'warn', 'justify'].flatMap((verdict) => [...readsTheSubject, 'all of them'].map((rule): [string, Fault, string, string] => [`the subject: ${fault}, a draft to ${verdict}, read by ${rule}`, fault, verdict, rule])),
  );

  test.each(subjectCases)('%s', async (_name, fault, verdict, rule) => {
    const policy = policyWith('warn');
    const isOn = (id: string): boolean => !readsTheSubject.includes(id) || rule === 'all of them' || id === rule;
    const rules = Object.fromEntries(Object.entries(policy.rules).map(([id, setting]) => [id, { ...setting, on: isOn(id) && (setting.on || id === rule) }]));
    const { answers } = await send({ ...DRAFTS[verdict]!, subject: 'EHCP of Theo Khan' }, { subject: fault }, { ...policy, rules });
    expect(answers).toHaveLength(1);
    expect(answers[0].allowEvent).toBe(false);
    const said = answers[0].errorMessage.split(SUBJECT_UNREAD).length - 1;
    // What does not fit beside a long finding is counted there, and the pane says it.
    expect(said + (/ \d+ more in Heed\./.test(answers[0].errorMessage) ? 1 : 0)).toBe(1);
    const { report } = JSON.parse(answers[0].contextData);
    const without = report.unchecked.filter(({ missing }: any) => missing?.part === 'subject').map((one: any) => one.rule);
    expect(without).toEqual(expect.arrayContaining(rule === 'all of them' ? readsTheSubject.filter((id) => rules[id]!.on) : [rule]));
  });

  test('the subject that never comes: one sentence, whatever reads it', async () => {
    const { answers } = await send({ to: ['k.parent@gmail.com'], subject: 'EHCP of Theo Khan' }, { subject: 'hang' });
    expect(answers[0].errorMessage).toBe(
      'The subject has NOT been checked, because Outlook did not give the subject in time.\n\nDo now: check it yourself. If it is right, choose Send Anyway.',
    );
  });

  test.each(FAULTS.filter((fault) => !HARMLESS.includes(fault)))('what is told in a thread that is passed on is found though the client does not say that it is: %s', async (fault) => {
    const html = '<p>See below.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Sam<br><b>Sent:</b> Monday<br><b>To:</b> Jo<br><b>Subject:</b> Theo</div><div>Theo Khan has an EHCP and takes Ritalin.</div>';
    const { answers } = await send({ to: ['x@fellside-centre.example'], subject: 'FW: Theo', html, composeType: 'forward' }, { 'compose type': fault });
    expect(answers[0].errorMessage).toMatch(/^The thread below your message has a pupil's /);
  });

  test('an empty subject is a blank one, not an unread one', async () => {
    const { answers } = await send({ to: ['k.parent@gmail.com'], subject: '' });
    expect(answers[0].errorMessage).toContain('Your subject line is blank.');
    expect(answers[0].errorMessage).not.toContain('NOT been checked');
    const policy = policyWith('warn');
    const without = { ...policy, rules: { ...policy.rules, 'missing-subject': { ...policy.rules['missing-subject']!, on: false } } };
    expect((await send({ to: ['k.parent@gmail.com'], subject: '' }, {}, without)).answers).toEqual([{ allowEvent: true }]);
  });

  test('a text that never comes is said once too', async () => {
    const { answers } = await send({ to: ['k.parent@gmail.com'] }, { 'body html': 'hang', 'body text': 'hang' });
    expect(answers[0].errorMessage.split('The text has NOT been checked, because Outlook did not give the text in time.')).toHaveLength(2);
    expect(answers[0].errorMessage).not.toContain('was not checked');
  });

  test.each(FAULTS.map((fault) => [fault]))('a meeting whose attendees %s', async (fault) => {
    for (const call of ['required', 'optional', 'organizer'] as const) {
      jest.setSystemTime(WEDNESDAY);
      const { answers, after } = await send({ kind: 'appointment', attachments: [LETTER] }, { [call]: fault });
      expect(answers).toHaveLength(1);
      expect(after!).toBeLessThanOrEqual(DEADLINE);
    }
  });
});

describe('whatever else fails', () => {
  test('no draft', async () => {
    const { answers } = await send({}, {}, policyWith('warn'), check, fakeOutlook({}, {}, false));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
    expect(answers[0].errorMessage).toContain('Outlook gave no draft to read');
  });

  test.each<[Call, string]>([
    ['note add', 'inform'],
    ['session set', 'warn'],
    ['session get', 'warn'],
  ])('%s that never answers keeps nobody waiting for long: a draft to %s', async (call, verdict) => {
    const { after } = await send(DRAFTS[verdict]!, { [call]: 'hang' });
    expect(after!).toBeLessThan(DEADLINE / 2);
  });

  const untouchable = (owner: object, name: string): void => void Object.defineProperty(owner, name, { get: () => { throw new Error('not here'); } });
  test.each<[string, (office: any) => void, string]>([
    ['the kind of the draft', ({ context }) => (context.mailbox.item = Object.create(context.mailbox.item, { itemType: { get: () => { throw new Error('not here'); } } })), 'register.csv'],
    ['its conversation', ({ context }) => (context.mailbox.item = Object.create(context.mailbox.item, { conversationId: { get: () => { throw new Error('not here'); } } })), 'register.csv'],
    ['the language', ({ context }) => untouchable(context, 'displayLanguage'), 'register.csv'],
    ['who is signed in', ({ context }) => untouchable(context.mailbox, 'userProfile'), 'register.csv'],
    ['the settings', ({ context }) => untouchable(context, 'roamingSettings'), 'register.csv'],
    ['what browsers part their storage by', ({ context }) => untouchable(context, 'partitionKey'), 'register.csv'],
    ['the draft', ({ context }) => untouchable(context.mailbox, 'item'), 'Outlook gave no draft to read'],
    ['the mailbox', ({ context }) => untouchable(context, 'mailbox'), 'Outlook gave no draft to read'],
    ['anything', (office) => untouchable(office, 'context'), 'Outlook gave no draft to read'],
  ])('%s cannot be touched', async (_name, spoil, told) => {
    const outlook = fakeOutlook(DRAFTS['justify']!);
    spoil(outlook.Office);
    const { answers, after } = await send({}, {}, policyWith('warn'), check, outlook);
    expect(answers).toHaveLength(1);
    expect(after!).toBeLessThanOrEqual(DEADLINE);
    expect(answers[0]).toMatchObject({ allowEvent: false });
    expect(answers[0].errorMessage).toContain(told);
  });

  test('no library at all', async () => {
    const outlook = { ...fakeOutlook({}), Office: undefined };
    expect((await send({}, {}, policyWith('warn'), check, outlook)).answers).toEqual([expect.objectContaining({ allowEvent: false })]);
  });

  test('a policy that cannot be read is said, and warns', async () => {
    const { answers } = await send(DRAFTS['allow']!, {}, unreadable('the policy could not be read'));
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
    expect(answers[0].errorMessage).toContain('the policy could not be read');
  });

  test.each([
    ['throws', () => { throw new Error('a slip'); }],
    ['rejects', () => Promise.reject(new Error('a slip'))],
    ['answers nonsense', () => Promise.resolve(undefined)],
  ])('a check that %s', async (_name, broken) => {
    for (const unchecked of ['warn', 'inform'] as const) {
      jest.setSystemTime(WEDNESDAY);
      const { answers } = await send(DRAFTS['allow']!, {}, policyWith(unchecked), broken);
      expect(answers).toHaveLength(1);
      expect(answers[0].allowEvent).toBe(unchecked === 'inform');
    }
  });

  test('a check that never ends: at the deadline, with what was not read', async () => {
    const endless = async (source: any): Promise<never> => {
      await source.read('attachments');
      return new Promise(() => undefined);
    };
    const { answers, after, timersLeft } = await send({ attachments: [LETTER, REGISTER] }, {}, policyWith('warn'), endless);
    expect(after).toBe(DEADLINE);
    expect(timersLeft).toEqual([0]);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
    for (const word of ['took too long', 'letter.txt', 'register.csv']) expect(answers[0].errorMessage).toContain(word);
  });

  test('a check that never ends where unchecked means inform: let go with a note, not in silence', async () => {
    const { answers, outlook } = await send({}, {}, policyWith('inform'), () => new Promise(() => undefined));
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(outlook.notes[0]!.message).toContain('not checked to its end');
  });

  test('a check that ends after the deadline changes nothing', async () => {
    const late = (source: any, policy: Policy) => new Promise((resolve) => setTimeout(() => resolve(check(source, policy)), 10_000));
    const { answers } = await send(DRAFTS['allow']!, {}, policyWith('warn'), late);
    expect(answers).toEqual([expect.objectContaining({ allowEvent: false })]);
  });

  test('every call hangs at once', async () => {
    const faults = Object.fromEntries(CALLS.map((call) => [call, 'hang'])) as Faults;
    const { answers, after } = await send(DRAFTS['justify']!, faults);
    expect(answers).toHaveLength(1);
    expect(after!).toBeLessThanOrEqual(DEADLINE);
  });

  test('two sends at once are two answers', async () => {
    const outlook = fakeOutlook(DRAFTS['warn']!);
    (globalThis as any).Office = outlook.Office;
    const [a, b] = [fakeEvent(), fakeEvent()];
    const handler = sendHandler({ policy: policyWith('warn'), deployment: null, build: 'test', check });
    handler(a.event);
    handler(b.event);
    await jest.advanceTimersByTimeAsync(4000);
    expect([a.answers.length, b.answers.length]).toEqual([1, 1]);
  });
});

describe('attachments', () => {
  test('never more than three content calls at once', async () => {
    const many = Array.from({ length: 9 }, (_, index) => fileOf(`letter ${index}.txt`, `Letter ${index}`));
    const { outlook, answers } = await send({ attachments: many });
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(outlook.mostAtOnce()).toBe(3);
  });

  test('one that never arrives is named, and the others are checked', async () => {
    const { answers, after } = await send({ to: ['k.parent@gmail.com'], attachments: [REGISTER, { ...LETTER, isSilent: true }] });
    expect(answers).toHaveLength(1);
    expect(after!).toBeLessThanOrEqual(DEADLINE);
    const told = `${answers[0].errorMessage} ${answers[0].contextData}`;
    for (const word of ['register.csv', 'letter.txt', 'did not hand it over in time']) expect(told).toContain(word);
  });

  test('with a size but no bytes (encrypted on the web) it was not checked', async () => {
    const { answers } = await send({ attachments: [{ ...LETTER, content: '' }] });
    expect(answers[0].allowEvent).toBe(false);
    expect(answers[0].errorMessage).toContain('letter.txt');
  });
});

describe('names that Outlook has not resolved are not given to an add-in (office-js issues 1879, 2636)', () => {
  const toNobody: FakeDraft = { to: [], attachments: [REGISTER] };

  test('an email that goes to nobody else was not checked, and nothing of it is read', async () => {
    const { answers, outlook } = await send(toNobody);
    expect(answers).toEqual([expect.objectContaining({ allowEvent: false, sendModeOverride: 'promptUser' })]);
    expect(answers[0].errorMessage).toContain('This email was not checked, because Outlook did not say who it goes to.');
    expect(outlook.asked).not.toContain('content');
    expect(outlook.asked).not.toContain('body html');
  });

  test('a meeting may be with a room alone', async () => {
    expect((await send({ ...toNobody, kind: 'appointment', attachments: [] })).answers).toEqual([{ allowEvent: true }]);
  });
});

describe('how far the rules go, when the policy in force cannot be made out', () => {
  const pilot = { serial: 1, issued: '2026-11-01T00:00:00Z', mode: 'monitor-only', rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: null } as const;
  const answersOf = async (deployment: Deployment | null, checking: any, inForce: () => Promise<never>): Promise<any[]> => {
    const outlook = fakeOutlook(DRAFTS['justify']!);
    (globalThis as any).Office = outlook.Office;
    const { event, answers } = fakeEvent();
    sendHandler({ policy: policyWith('warn'), deployment, inForce, build: 'test', check: checking })(event);
    await jest.advanceTimersByTimeAsync(DEADLINE + 1000);
    // Where it only watches, nothing is said either.
    if (deployment !== null) expect(outlook.notes).toEqual([]);
    return answers;
  };
  const broken = (): Promise<never> => Promise.reject(new Error('a slip'));

  test.each<[string, any, () => Promise<never>]>([
    ['it fails', check, broken],
    ['it never comes', check, () => new Promise(() => undefined)],
    ['the check fails too', broken, broken],
  ])('%s: as far as the one built in, so a pilot that only watches stops nobody', async (_name, checking, inForce) => {
    expect(await answersOf(pilot, checking, inForce)).toEqual([{ allowEvent: true }]);
    jest.setSystemTime(WEDNESDAY);
    expect(await answersOf(null, checking, inForce)).toEqual([expect.objectContaining({ allowEvent: false })]);
  });
});

describe('protected correspondents leave no trace', () => {
  const secret: FakeDraft = { to: ['caseworker@neu.org.uk'], subject: '', attachments: [REGISTER], session: { 'heed.inspections': '{}' } };

  test('alone: nothing is read but who it goes to, nothing is shown, what was remembered is forgotten', async () => {
    const { answers, outlook } = await send(secret);
    expect(answers).toEqual([{ allowEvent: true }]);
    expect(outlook.asked.filter((call) => !['to', 'cc', 'bcc', 'from', 'session remove'].includes(call))).toEqual([]);
    expect(outlook.notes).toEqual([]);
    expect(outlook.session).toEqual({});
  });

  test('beside a stranger: a dialog, but nothing is kept and nothing handed on', async () => {
    const { answers, outlook } = await send({ ...secret, cc: ['k.parent@gmail.com'] });
    expect(answers[0]).toMatchObject({ allowEvent: false, sendModeOverride: 'promptUser' });
    expect(answers[0]).not.toHaveProperty('contextData');
    expect(outlook.session).toEqual({});
    expect(outlook.notes).toEqual([]);
  });
});
