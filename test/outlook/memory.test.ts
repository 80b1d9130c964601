import { check } from '../../src/check';
import { sendHandler, warmUpHandler } from '../../src/outlook';
import { DRAFTS, LETTER, REGISTER, WEDNESDAY, fileOf, policyWith } from './drafts';
import { fakeEvent, fakeOutlook } from './fake-office';
import type { Call, FakeOutlook } from './fake-office';

// Beside other work a whole send may take its time.
jest.setTimeout(30_000);

beforeEach(() => {
  jest.useFakeTimers({ now: WEDNESDAY });
});
afterEach(() => {
  jest.useRealTimers();
  delete (globalThis as any).Office;
});

const policy = policyWith('warn');

async function run(outlook: FakeOutlook, handler: (event: any) => void): Promise<{ answer: any; asked: readonly string[] }> {
  (globalThis as any).Office = outlook.Office;
  const before = outlook.asked.length;
  const { event, answers } = fakeEvent();
  handler(event);
  await jest.advanceTimersByTimeAsync(61_000);
  expect(answers).toHaveLength(1);
  jest.setSystemTime(WEDNESDAY);
  return { answer: answers[0], asked: outlook.asked.slice(before) };
}

const send = (outlook: FakeOutlook, build = 'test') => run(outlook, sendHandler({ policy, deployment: null, build, check }));
const warmUp = (outlook: FakeOutlook) => run(outlook, warmUpHandler({ policy, deployment: null, build: 'test', check }));

/** Apart from the moment in the context, a warm answer is the cold one. */
const withoutTime = (answer: any) => ({ ...answer, contextData: answer.contextData?.replace(/"at":\d+/, '') });

test('a send after a warm-up opens nothing and answers the same', async () => {
  const draft = { to: ['k.parent@gmail.com'], attachments: [REGISTER, LETTER] };
  const cold = await send(fakeOutlook(draft));
  const outlook = fakeOutlook(draft);
  expect((await warmUp(outlook)).asked.filter((call) => call === 'content')).toHaveLength(2);
  const warm = await send(outlook);
  expect(warm.asked).not.toContain('content');
  expect(withoutTime(warm.answer)).toEqual(withoutTime(cold.answer));
});

test('after a fix only what is new is opened', async () => {
  const outlook = fakeOutlook({ to: ['info@fellside.example'], attachments: [REGISTER, LETTER] });
  expect((await send(outlook)).answer.allowEvent).toBe(false);
  outlook.now.attachments = [LETTER, fileOf('plan.txt', 'The plan.')];
  const { answer, asked } = await send(outlook);
  expect(asked.filter((call) => call === 'content')).toHaveLength(1);
  expect(answer.allowEvent).toBe(true);
});

test.each([
  ['another size', { ...LETTER, size: LETTER.size + 1 }],
  ['another name', { ...LETTER, name: 'other.txt' }],
  ['another id', { ...LETTER, id: 'other' }],
])('%s is another attachment', async (_name, other) => {
  const outlook = fakeOutlook({ attachments: [LETTER] });
  await warmUp(outlook);
  outlook.now.attachments = [other];
  expect((await send(outlook)).asked).toContain('content');
});

test('another build remembers nothing', async () => {
  const outlook = fakeOutlook({ attachments: [LETTER] });
  await warmUp(outlook);
  expect((await send(outlook, 'newer')).asked).toContain('content');
});

test('what is stored is masked, has no text of the files, and is bounded', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `Name ${index},name${index}@school.example,07700 900${String(index % 1000).padStart(3, '0')}`).join('\n');
  const outlook = fakeOutlook({ attachments: [REGISTER, fileOf('contacts.csv', `Name,Email,Phone\n${rows}`)] });
  await warmUp(outlook);
  const stored = outlook.session['heed.inspections'] ?? '';
  expect(stored).toContain('register.csv');
  expect(stored).not.toContain('H801200001001');
  expect(stored).not.toContain('A Test');
  expect(stored.length).toBeLessThanOrEqual(50_000);
});

test('what does not fit is read again, and what fits is kept, whatever the files are called', async () => {
  const attachments = Array.from({ length: 300 }, (_, index) => fileOf(`${'"'.repeat(120)} ${index}.txt`, `Letter ${index}`));
  const outlook = fakeOutlook({ attachments });
  await warmUp(outlook);
  const { known } = JSON.parse(outlook.session['heed.inspections'] ?? '{}');
  expect(Object.keys(known).length).toBeGreaterThan(20);
  const { asked } = await send(outlook);
  expect(asked.filter((call) => call === 'content')).toHaveLength(300 - Object.keys(known).length);
});

test.each(['{', 'null', '[]', '{"stamp":"test/LAAT/V1"}', '{"stamp":"test/LAAT/V1","known":{"x":{}}}'])('a torn memory (%s) is no memory', async (text) => {
  const draft = { ...DRAFTS['justify']!, session: { 'heed.inspections': text } };
  const { answer, asked } = await send(fakeOutlook(draft));
  expect(asked).toContain('content');
  expect(answer.allowEvent).toBe(false);
});

test('an attachment that could not be read is not remembered as such', async () => {
  const outlook = fakeOutlook({ attachments: [{ ...LETTER, isSilent: true }] });
  expect((await send(outlook)).answer.allowEvent).toBe(false);
  outlook.now.attachments = [LETTER];
  expect((await send(outlook)).answer).toEqual({ allowEvent: true });
});

describe('a warm-up', () => {
  test('reads nothing before there is anybody to write to', async () => {
    const { asked } = await warmUp(fakeOutlook({ to: [], attachments: [REGISTER] }));
    expect([...asked].sort()).toEqual(['bcc', 'cc', 'to']);
  });

  test('reads nothing for protected correspondents and keeps nothing', async () => {
    const outlook = fakeOutlook({ to: ['caseworker@neu.org.uk'], attachments: [REGISTER] });
    const { asked } = await warmUp(outlook);
    expect(asked).not.toContain('content');
    expect(outlook.session).toEqual({});
  });

  test('says nothing and decides nothing', async () => {
    const outlook = fakeOutlook(DRAFTS['justify']!);
    expect((await warmUp(outlook)).answer).toBeUndefined();
    expect(outlook.notes).toEqual([]);
  });

  test.each<[Call]>([['to'], ['attachments'], ['content'], ['session get'], ['session set']])('ends when %s never answers', async (call) => {
    const outlook = fakeOutlook(DRAFTS['justify']!, { [call]: 'hang' });
    await warmUp(outlook);
  });

  test('ends without a draft', async () => {
    await run(fakeOutlook({}, {}, false), warmUpHandler({ policy, deployment: null, build: 'test', check }));
  });
});
