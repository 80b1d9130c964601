import fc from 'fast-check';
import { check } from '../../src/check';
import { factsOf, readTrace, traceOf } from '../../src/diagnosis';
import { outcomeOf } from '../../src/diagnosis/recorded-source';
import { unreadable } from '../../src/domain';
import type { ClientFacts, DraftSource, Trace } from '../../src/domain';
import type { InForce } from '../../src/hosted';
import { shippedPolicy } from '../policy-for-tests';
import { sourceOf } from '../story';
import type { Story } from '../story';

const LAAT = shippedPolicy('laat');
const NOON = Date.parse('2026-11-18T12:00:40Z');
const CLIENT: ClientFacts = { host: 'OutlookWebApp', version: '20260814008.09', mailboxSet: '1.15', language: 'en-GB', hasStorage: true };
const IN_FORCE: InForce = { policy: LAAT, deployment: null, from: 'built in', contact: null, refused: null, isStale: false, keep: null };

const REGISTER = 'Name,UPN,SEN need\nAda Test,H801200001001,Autism\nBen Test,P207000016049,Dyslexia\n';
const STORY: Story = {
  from: 'Dee Marlow <dee.marlow@oakfield.example>',
  to: ['Kim Parent <k.parent@gmail.com>', 'kit@oakfield.example'],
  cc: ['Lou Other <lou@council.example>'],
  subject: 'Zebra register for Kim',
  body: 'Dear Kim, the quokka list, NHS number 999 000 0018, is attached.',
  quoted: 'On Monday Kim wrote: wombat',
  attachments: [{ name: 'Kim Parent platypus.csv', text: REGISTER }, { name: 'letter.parent', text: 'koala' }],
};

const traced = (source: DraftSource, inForce: InForce = IN_FORCE): Promise<Trace> =>
  traceOf({ source, inForce, client: CLIENT, build: '0.1.0-abc', selfTest: null, check, clock: () => NOON });

test('it has the measures of the draft and how it went', async () => {
  const trace = await traced(sourceOf(STORY));
  expect(trace).toMatchObject({ made: '2026-11-18T12:00Z', verdict: 'justify', unchecked: 0, policy: { name: 'LAAT', serial: null, from: 'built in' } });
  expect(trace.draft).toMatchObject({
    kind: 'message',
    recipients: expect.arrayContaining([{ field: 'to', class: 'personal', count: 1 }, { field: 'cc', class: 'outside', count: 1 }]),
    subject: 22,
    bodyMatches: { 'nhs-number': 1 },
    attachments: [
      { ending: 'csv', size: REGISTER.length, inspection: { format: 'csv', protection: 'open', content: 'all' }, matches: { upn: 2 } },
      { ending: null, size: 5 },
    ],
  });
  expect(trace.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['sensitive-attachment']));
  expect(trace.reads.map(({ what }) => what)).toEqual(expect.arrayContaining(['recipients', 'sender', 'subject', 'attachments', 'attachment 1', 'attachment 2']));
});

test('no address, name, subject or word of the text is in it', async () => {
  const text = JSON.stringify(await traced(sourceOf(STORY)));
  for (const word of ['Dee', 'Marlow', 'Kim', 'Lou', 'parent', 'kit@', 'council', 'Zebra', 'quokka', 'wombat', 'koala', 'platypus', 'letter', 'Autism', 'H8012', '999', 'gmail']) {
    expect([word, text.toLowerCase().includes(word.toLowerCase())]).toEqual([word, false]);
  }
});

test('whatever the words are, none of them is in it', async () => {
  const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{7,9}$/);
  await fc.assert(
    fc.asyncProperty(word, word, word, word, word, async (name, domain, subject, body, file) => {
      const story: Story = { to: [`${name} <${name}@${domain}.example>`], subject, body, attachments: [{ name: `${file}.${body}`, text: subject }, { name: `${subject}.${file.slice(0, 4)}`, text: body }] };
      const text = JSON.stringify(await traced(sourceOf(story)));
      return [name, domain, subject, body, file].every((each) => !text.includes(each));
    }),
    { numRuns: 40, seed: 8 },
  );
});

test.each([[['a@neu.org.uk']], [['a@neu.org.uk', 'k.parent@gmail.com']]])('a draft with a protected correspondent leaves none: %j', async (to) => {
  const read: string[] = [];
  const source = sourceOf({ ...STORY, to, cc: [] });
  const trace = await traced({ read: (part) => (read.push(part), source.read(part)), open: (id) => (read.push(id), source.open(id)) });
  expect(trace).toMatchObject({ draft: null, reads: [], verdict: null, findings: [], unchecked: 0 });
  expect(read.sort()).toEqual(['recipients', 'sender']);
});

test('what Outlook could not give is said by its outcome and number alone', async () => {
  const source = sourceOf(STORY);
  const trace = await traced({
    read: (part) => (part === 'body' ? Promise.resolve(unreadable('Outlook could not give the body of Zebra (5001 GenericResponseError)') as never) : source.read(part)),
    open: (id) => (id === '0' ? Promise.resolve(unreadable('Outlook did not hand it over in time')) : Promise.resolve(new Uint8Array(0))),
  });
  expect(trace.reads).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'body', outcome: 'failed', code: 5001 }),
      expect.objectContaining({ what: 'attachment 1', outcome: 'silent', code: null }),
      expect.objectContaining({ what: 'attachment 2', outcome: 'empty' }),
    ]),
  );
  expect(JSON.stringify(trace)).not.toContain('Zebra');
  expect(trace.unchecked).toBeGreaterThan(0);
});

test.each([
  ['Outlook did not give the subject in time', { outcome: 'silent', code: null }],
  ['this Outlook cannot give the subject', { outcome: 'missing', code: null }],
  ['Outlook could not give the subject (9020 Internal)', { outcome: 'failed', code: 9020 }],
  ['Outlook refused to give the subject', { outcome: 'failed', code: null }],
])('%s', (reason, outcome) => {
  expect(outcomeOf(reason)).toEqual(outcome);
});

test('recipients that cannot be read are a trace without a draft', async () => {
  const trace = await traced(sourceOf({ ...STORY, unreadable: ['recipients'] }));
  expect(trace).toMatchObject({ draft: null, verdict: null });
  expect(trace.reads).toContainEqual(expect.objectContaining({ what: 'recipients', outcome: 'failed' }));
});

test('in monitor-only it says what would have been found', async () => {
  const deployment = { serial: 3, issued: '2026-11-17T08:00:00Z', mode: 'monitor-only', rollout: { percent: 100, rings: [] }, offlineDays: 14, authorisation: null } as const;
  const trace = await traced(sourceOf(STORY), { ...IN_FORCE, deployment });
  expect(trace).toMatchObject({ verdict: 'allow', policy: { serial: 3, mode: 'monitor-only' } });
  expect(trace.findings.map(({ rule }) => rule)).toContain('sensitive-attachment');
});

describe('read again', () => {
  test('it is what was sent, and every line of it says something', async () => {
    const trace = await traced(sourceOf(STORY));
    expect(readTrace(`\n${JSON.stringify(trace, null, 2)}\n`)).toEqual(trace);
    const facts = factsOf(trace);
    expect(facts).toContainEqual(['Outlook', 'Outlook on the web 20260814008.09, Mailbox 1.15']);
    expect(facts).toContainEqual(['At Send', 'is checked']);
    expect(facts.find(([name]) => name === 'Found')?.[1]).toContain('sensitive-attachment (outside): justify');
    for (const [name, value] of facts) expect([name, /undefined|null|\[object/.test(value) || value === '']).toEqual([name, false]);
  });

  test.each([
    ['', 'it is not JSON: copy the whole of it, from the first bracket to the last'],
    ['{"format":"heed-trace","version":1', 'it is not JSON: copy the whole of it, from the first bracket to the last'],
    ['[]', 'it is not a trace that Heed made'],
    ['{"format":"heed-trace","version":2}', 'it was made by a later version of Heed'],
    ['{"format":"heed-trace","version":1,"client":{},"policy":{}}', 'a part of it is missing'],
  ])('%s is refused', (text, reason) => {
    expect(readTrace(text)).toEqual({ unreadable: reason });
  });
});

test.each<[Partial<ClientFacts>, RegExp]>([
  [{ mailboxSet: '1.9' }, /^Sending is not checked in this Outlook: it has Mailbox 1\.9/],
  [{ mailboxSet: null }, /^Sending is not checked in this Outlook/],
  [{ host: 'Outlook' }, /waits 0\.7 seconds/],
  [{ host: 'OutlookMac' }, /OnSendAddinsWaitForLoad/],
  [{ host: 'OutlookWebApp' }, /OnSendAddinsEnabled/],
  [{ host: 'OutlookIOS' }, /phones and tablets/],
  [{ hasStorage: false }, /keeps nothing/],
])('the limits of %j are said', async (client, sentence) => {
  const trace = { ...(await traced(sourceOf({}))), client: { ...CLIENT, ...client } };
  expect(factsOf(trace).filter(([name]) => name === 'Limit').map(([, value]) => value)).toContainEqual(expect.stringMatching(sentence));
});
