import { scanSegments } from '../../src/detectors';
import { MADE_UP } from '../../src/demo/host/made-up';
import { parseTrace, traceStage } from '../../src/demo/host/trace-stage';
import { inspectFile } from '../../src/check';
import type { Trace, TracedAttachment } from '../../src/domain';
import { shippedPolicy } from '../policy-for-tests';

const ATTACHMENT: TracedAttachment = { kind: 'file', ending: 'xlsx', size: 20_000, inline: false, inspection: null, matches: {} };
const TRACE: Trace = {
  format: 'heed-trace',
  version: 1,
  made: '2026-11-18T21:40Z',
  build: '0.1.0-abc',
  client: { host: 'Outlook', version: '16.0', mailboxSet: '1.14', language: 'cy-GB', hasStorage: false },
  policy: { name: 'LAAT', version: 'V1', serial: 3, mode: 'warn', from: 'built in', age: null, refused: null, isStale: false, domains: { inside: 'laat.example' } },
  selfTest: null,
  draft: { kind: 'message', thread: 'new', recipients: [{ field: 'to', class: 'personal', count: 2 }], subject: 12, newText: 40, quotedText: 0, links: 0, bodyMatches: {}, attachments: [], isScheduled: false },
  reads: [],
  verdict: 'warn',
  findings: [],
  unchecked: 0,
};

const withFile = (change: Partial<TracedAttachment>) => traceStage({ ...TRACE, draft: { ...TRACE.draft!, attachments: [{ ...ATTACHMENT, ...change }] } }, 0).stage.seed!.attachments![0]!;

/** What the detectors make of a replayed file, by detector. */
async function foundIn(seed: { readonly name: string; readonly text?: string }): Promise<{ [detector: string]: number }> {
  const { segments } = await inspectFile(seed.name, new TextEncoder().encode(seed.text ?? ''));
  const counts: { [detector: string]: number } = {};
  for (const { detector } of scanSegments(segments, shippedPolicy('laat').detection).matches) counts[detector] = (counts[detector] ?? 0) + 1;
  return counts;
}

test.each(Object.keys(MADE_UP))('made-up values of %s are found as often as the trace says', async (detector) => {
  for (const count of [1, 2, 30]) {
    const found = await foundIn(withFile({ inspection: { format: 'xlsx', protection: 'open', content: 'all' }, matches: { upn: 30, [detector]: count } }));
    expect([count, found[detector]]).toEqual([count, count]);
  }
});

test('the client, the language, the time and the measures are those of the trace', () => {
  const { stage, notShown } = traceStage(TRACE, Date.parse('2026-11-18T09:40Z'));
  expect(stage).toMatchObject({ client: 'classic-desktop', requirementSet: '1.14', locale: 'cy-GB', clockShift: 12 * 3_600_000 });
  expect(stage.seed).toMatchObject({ owner: { address: 'sender@laat.example' }, to: ['personal.to.1@gmail.com', 'personal.to.2@gmail.com'] });
  expect(stage.seed!.text).toHaveLength(40);
  expect(notShown).toEqual([]);
});

test('a locked file is one that our own inspectors call locked, and an unreadable one is unreadable', async () => {
  const bytes = (seed: { readonly base64?: string; readonly text?: string }): Uint8Array => (seed.base64 === undefined ? new TextEncoder().encode(seed.text ?? '') : new Uint8Array(Buffer.from(seed.base64, 'base64')));
  const locked = withFile({ inspection: { format: 'xlsx', protection: 'protected', content: 'none' } });
  expect(await inspectFile(locked.name, bytes(locked))).toMatchObject({ protection: 'protected' });
  const unread = withFile({ inspection: { format: 'unknown', protection: 'unknown', content: 'none' } });
  expect(await inspectFile(unread.name, bytes(unread))).toMatchObject({ content: 'none' });
  const table = withFile({ inspection: { format: 'xlsx', protection: 'open', content: 'all' }, matches: { upn: 7 } });
  expect(await inspectFile(table.name, bytes(table))).toMatchObject({ protection: 'open', content: 'all' });
});

test('what failed then fails now, file by file', () => {
  const { stage } = traceStage(
    {
      ...TRACE,
      draft: { ...TRACE.draft!, attachments: [ATTACHMENT, { ...ATTACHMENT, ending: 'pdf' }] },
      reads: [
        { what: 'body', outcome: 'silent', milliseconds: 1100, code: null },
        { what: 'attachment 2', outcome: 'failed', milliseconds: 40, code: 9020 },
        { what: 'recipients', outcome: 'late', milliseconds: 1500, code: null },
        { what: 'subject', outcome: 'read', milliseconds: 4, code: null },
      ],
    },
    0,
  );
  expect(stage.faults).toEqual([
    { api: 'body.getAsync', kind: 'hangs' },
    { api: 'getAttachmentContentAsync', kind: 'fails', code: 9020, attachment: 'file-2.pdf' },
    ...['to', 'cc', 'bcc'].map((field) => ({ api: `${field}.getAsync`, kind: 'is-slow', milliseconds: 1500 })),
  ]);
});

test('what cannot be shown is said', () => {
  const { notShown } = traceStage({ ...TRACE, client: { ...TRACE.client, host: 'OutlookMac' }, draft: { ...TRACE.draft!, bodyMatches: { iban: 1, upn: 2 } } }, 0);
  expect(notShown).toEqual(['The simulator has no client like OutlookMac: it shows a browser.', 'There are no made-up values for iban.']);
  expect(traceStage({ ...TRACE, draft: null }, 0).notShown).toEqual(['The trace says nothing of the draft.']);
});

test.each([
  ['{', 'This is not JSON. Copy the whole trace, from the first bracket to the last.'],
  ['null', 'This is no trace that this version of Heed can replay.'],
  ['{"format":"heed-trace","version":2}', 'This is no trace that this version of Heed can replay.'],
])('%s is refused in a sentence', (text, sentence) => {
  expect(parseTrace(text)).toBe(sentence);
});
