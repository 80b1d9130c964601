import type { Stage } from '../../src/demo/host/driver';

/** One promise of the host to add-ins, asked through Microsoft's own library. Both hosts keep the same list. */
export interface ContractCase {
  readonly name: string;
  readonly probe: string;
  readonly stage?: Stage;
  readonly expected: unknown;
  /** Where the client libraries themselves differ, by their own code. */
  readonly nativeExpected?: unknown;
  /** Sentences of the violations that must be recorded; none when it is left out. */
  readonly violations?: readonly string[];
  /** Runs in a function runtime, where more is allowed than in an event. */
  readonly kind?: 'event' | 'function';
  /** Replaces the draft while the probe waits. */
  readonly changesDraft?: boolean;
}

const ok = { value: undefined };
const BYTES = 'UEsDBAo=';

export const CONTRACT: readonly ContractCase[] = [
  { name: 'the subject is read, set and read again', probe: 'subject', stage: { seed: { subject: 'First' } }, expected: [{ value: 'First' }, ok, { value: 'Changed' }] },
  { name: 'a subject of 256 characters is refused by the library itself', probe: 'long-subject', expected: expect.stringContaining('ArgumentOutOfRange') },
  {
    name: 'people arrive with their kind, and unresolved ones stay hidden',
    probe: 'read-people',
    stage: {
      seed: {
        to: [{ address: 'kit@oakfield.example', name: 'Kit', kind: 'user' }, 'Ann Other <ann@centre.example>', 'somebody'],
        cc: [{ address: 'all@oakfield.example', name: 'All staff', kind: 'distributionList' }],
        bcc: [{ address: '', name: 'My contacts', kind: 'distributionList', isResolved: false }],
      },
    },
    expected: [
      [
        { address: 'kit@oakfield.example', name: 'Kit', type: 'user' },
        { address: 'ann@centre.example', name: 'Ann Other', type: 'externalUser' },
      ],
      [{ address: 'all@oakfield.example', name: 'All staff', type: 'distributionList' }],
      [{ address: '', name: 'My contacts', type: 'distributionList' }],
    ],
  },
  {
    name: 'a field of 1,200 people answers 1,000 in a browser client',
    probe: 'count-people',
    stage: { seed: { to: Array.from({ length: 1_200 }, (_, index) => `p${index}@x.example`) } },
    expected: 1_000,
    nativeExpected: 500,
  },
  {
    name: 'a field of 1,200 people answers them all on a Mac',
    probe: 'count-people',
    stage: { client: 'mac-desktop', seed: { to: Array.from({ length: 1_200 }, (_, index) => `p${index}@x.example`) } },
    expected: 1_200,
  },
  {
    name: 'people are replaced, added and cleared',
    probe: 'write-people',
    stage: { seed: { to: ['old@x.example'], bcc: ['hidden@x.example'] } },
    expected: [
      ok,
      ok,
      ok,
      [
        { address: 'new@x.example', name: 'New', type: 'externalUser' },
        { address: 'second@x.example', name: 'second@x.example', type: 'externalUser' },
      ],
      { value: [] },
    ],
  },
  {
    name: 'the sender may differ from the owner of the mailbox',
    probe: 'from',
    stage: { seed: { from: { address: 'office@oakfield.example', name: 'School office' } } },
    expected: ['office@oakfield.example', 'School office', 'dee.marlow@oakfield.example', 'Dee Marlow', 'GMT Standard Time'],
  },
  {
    name: 'the body is read as text and HTML, and replaced',
    probe: 'body',
    stage: { seed: { html: '<p>Some <b>bold</b> words</p>' } },
    expected: [{ value: 'html' }, { value: 'Some bold words' }, true, ok, { value: 'new' }],
  },
  {
    name: 'attachments of every kind are listed and opened in their own format',
    probe: 'attachments',
    stage: {
      seed: {
        attachments: [
          { name: 'register.zip', base64: BYTES },
          { name: 'Fwd.eml', eml: 'Subject: Inner\r\n\r\nHello' },
          { name: 'meeting.ics', iCalendar: 'BEGIN:VCALENDAR' },
          { name: 'shared.xlsx', url: 'https://cloud.example/shared.xlsx', size: 10 },
          { name: 'logo.png', base64: BYTES, isInline: true, contentId: 'logo' },
          { name: 'contact', errorCode: 9043, kind: 'item' },
        ],
      },
    },
    expected: [
      ['register.zip', 'file', 5, false, 'base64', BYTES],
      ['Fwd.eml', 'item', 23, false, 'eml', 'Subject: Inner\r\n\r\nHello'],
      ['meeting.ics', 'item', 15, false, 'iCalendar', 'BEGIN:VCALENDAR'],
      ['shared.xlsx', 'cloud', 10, false, 'url', 'https://cloud.example/shared.xlsx'],
      ['logo.png', 'file', 5, true, 'base64', BYTES],
      ['contact', 'item', 0, false, 9043, ''],
    ],
  },
  { name: 'the content of an unknown attachment fails with 9003', probe: 'unknown-attachment', expected: { failed: 9003 } },
  {
    name: 'three megabytes of attachment arrive whole',
    probe: 'content-length',
    stage: { seed: { attachments: [{ name: 'big.bin', base64: 'A'.repeat(4 * 1024 * 1024) }] } },
    expected: 4 * 1024 * 1024,
  },
  {
    name: 'a file is attached and another removed',
    probe: 'change-attachments',
    stage: { seed: { attachments: [{ name: 'old.txt', text: 'old' }] } },
    expected: [['new.txt', 5, ok], { failed: 9008 }, ['new.txt']],
  },
  { name: 'a draft without a schedule answers 0, and takes a time', probe: 'schedule', expected: [{ value: 0 }, ok, { value: 1_800_000_000_000 }] },
  {
    name: 'session data is kept, listed, limited and removed',
    probe: 'session-data',
    expected: [{ failed: 9050 }, ok, { value: 'kept' }, { value: { mine: 'kept' } }, { failed: 9051 }, ok, ok],
  },
  { name: 'custom properties are kept', probe: 'custom-properties', expected: [false, 42] },
  { name: 'roaming settings are saved', probe: 'roaming-settings', expected: ['none', false] },
  { name: 'internet headers are set, removed and read', probe: 'internet-headers', expected: [ok, ok, { value: { 'x-one': '1' } }] },
  {
    name: 'five notifications fit, a sixth and a double do not',
    probe: 'notifications',
    expected: [ok, { failed: 9023 }, ok, ok, ok, ok, { failed: 9025 }, { failed: 9024 }, ok, [5, 'errorMessage', 'Stop.']],
  },
  { name: 'without Take Action there is no context data', probe: 'context-data', expected: { value: '' } },
  { name: 'a draft has an id only after it was saved', probe: 'saving', expected: [{ failed: 9046 }, { value: expect.stringMatching(/^saved-/) }, { value: expect.stringMatching(/^saved-/) }] },
  {
    name: 'a forward says that it is one',
    probe: 'compose-type',
    stage: { seed: { composeType: 'forward' } },
    expected: { value: { composeType: 'forward', coercionType: 'html' } },
  },
  {
    name: 'an appointment has times, a place and two kinds of attendees',
    probe: 'appointment',
    stage: {
      seed: { kind: 'appointment', required: ['kit@x.example'], optional: ['bo@x.example'], start: 1_800_000_000_000, end: 1_800_003_600_000, location: 'Hall' },
    },
    expected: [
      ['appointment', 'function'],
      1_800_000_000_000,
      1_800_003_600_000,
      { value: 'Hall' },
      [{ address: 'kit@x.example', name: 'kit@x.example', type: 'externalUser' }],
      [{ address: 'bo@x.example', name: 'bo@x.example', type: 'externalUser' }],
    ],
  },
  {
    name: 'members newer than the npm library work',
    probe: 'newer-members',
    expected: ['promptUser', 'olkInitializationContextChanged', { value: 'IPM.Note' }, { value: '' }, ok],
  },
  { name: 'a client at 1.15 has what it promises', probe: 'members', expected: [true, true, true, true, true, 'function', 'function', true, true, true, true] },
  {
    name: 'a client at 1.12 lacks what came later',
    probe: 'members',
    stage: { requirementSet: '1.12' },
    expected: [false, true, true, true, false, 'function', 'function', true, true, false, false],
  },
  {
    name: 'a client at 1.8 has neither session data nor signatures',
    probe: 'members',
    stage: { requirementSet: '1.8' },
    expected: [false, false, false, true, false, 'function', 'undefined', true, false, false, false],
  },
  {
    name: 'an add-in that may only read cannot write',
    probe: 'no-permission',
    stage: { permission: 'ReadItem' },
    expected: [expect.stringContaining('Elevated permission'), 'nothing was thrown'],
  },
  { name: 'a window without an item has no item', probe: 'no-item', stage: { runtimeFault: 'no-item' }, expected: true },
  { name: 'a call that hangs is never answered', probe: 'hang', stage: { faults: [{ api: 'subject.getAsync', kind: 'hangs' }] }, expected: 'never answered' },
  { name: 'a call that fails answers its code', probe: 'hang', stage: { faults: [{ api: 'subject.getAsync', kind: 'fails', code: 9020 }] }, expected: { failed: 9020 } },
  { name: 'a call that is slow answers late', probe: 'hang', stage: { seed: { subject: 'Late' }, faults: [{ api: 'subject.getAsync', kind: 'is-slow', milliseconds: 30 }] }, expected: { value: 'Late' } },
  { name: 'a call that answers empty has nothing in it', probe: 'hang', stage: { seed: { subject: 'Full' }, faults: [{ api: 'subject.getAsync', kind: 'answers-empty' }] }, expected: { value: '' } },
  {
    name: 'a call answered twice calls back once in a browser client, whose library forgets it, and twice in the classic one',
    probe: 'twice',
    stage: { faults: [{ api: 'subject.getAsync', kind: 'answers-twice' }] },
    expected: 1,
    nativeExpected: 2,
  },
  {
    name: 'a member can be missing, whole or in part',
    probe: 'missing',
    stage: {
      faults: [
        { api: 'subject.setAsync', kind: 'is-missing' },
        { api: 'getAttachmentsAsync', kind: 'is-missing' },
      ],
    },
    expected: ['function', 'undefined', 'undefined'],
  },
  {
    name: 'a member can throw when it is called',
    probe: 'throws',
    stage: {
      faults: [
        { api: 'getAttachmentsAsync', kind: 'throws' },
        { api: 'body.getAsync', kind: 'throws' },
      ],
    },
    expected: [expect.stringContaining('getAttachmentsAsync threw'), expect.stringContaining('body.getAsync threw')],
  },
  {
    name: 'closing the draft from an event is refused and recorded',
    probe: 'forbidden',
    expected: { failed: 5000 },
    violations: ['closeAsync is not allowed in an event handler.'],
  },
  { name: 'closing the draft from a button is allowed', probe: 'forbidden', kind: 'function', expected: ok },
  { name: 'a call without its callback is refused by the library itself', probe: 'wrong-argument', expected: expect.stringContaining('ArgumentNull') },
  { name: 'the async context comes back', probe: 'async-context', expected: { mine: 1 } },
  {
    name: 'handlers hear of changed people and attachments',
    probe: 'events',
    kind: 'function',
    expected: [
      ['olkRecipientsChanged', { to: true, cc: false, bcc: false, requiredAttendees: false, optionalAttendees: false }],
      ['olkAttachmentsChanged', 'added'],
    ],
  },
];
