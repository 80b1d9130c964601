import { isAnswered, isForwarded, isSameSubject, threadOf } from '../../src/text';
import type { Thread } from '../../src/domain';

const FACTS: Omit<Thread, 'kind'> = { participants: null, namedOnly: [], from: null, replyTo: null, subject: null, forwards: 0 };

interface FactCase {
  readonly name: string;
  readonly kind?: Thread['kind'];
  readonly subject?: string;
  readonly quoted: string;
  readonly facts: Partial<Thread>;
}

const BLOCK = 'From: Sam Field <Sam.Field@fellside.example>\nSent: 03 March 2025 10:00\nTo: Jo Reed <jo@oakfield.example>\nSubject: Trip\n\nOld words';

const CASES: readonly FactCase[] = [
  { name: 'nothing quoted, nothing known', quoted: '', facts: {} },
  {
    name: 'an Outlook header block with addresses',
    quoted: BLOCK,
    facts: { subject: 'Trip', participants: ['sam.field@fellside.example', 'jo@oakfield.example'], from: 'sam.field@fellside.example' },
  },
  {
    name: 'an Outlook header block that gives colleagues by name only',
    quoted: 'From: Sam Field\nSent: Monday\nTo: Reed, Jo; Kit Hale\nCc: office@marsh.example\nSubject: Trip',
    facts: { subject: 'Trip', participants: ['office@marsh.example'], namedOnly: ['Sam Field', 'Reed, Jo', 'Kit Hale'] },
  },
  {
    name: 'names alone leave the participants unknown',
    quoted: 'From: Sam Field\nSent: Monday\nSubject: Trip',
    facts: { subject: 'Trip', namedOnly: ['Sam Field'] },
  },
  {
    name: 'a list of recipients that goes on over lines',
    quoted: 'From: a@x.example\nTo: b@x.example;\n c@y.example; d@z.example\nSubject: Trip\n\nWrite to e@w.example.',
    facts: { subject: 'Trip', participants: ['a@x.example', 'b@x.example', 'c@y.example', 'd@z.example'], from: 'a@x.example' },
  },
  {
    name: 'an attribution of Gmail, which does not say who else got the mail',
    quoted: 'On Mon, 3 Mar 2025 at 10:00, Sam Field <sam@fellside.example> wrote:\nOld words',
    facts: { from: 'sam@fellside.example' },
  },
  {
    name: 'an attribution over two lines',
    quoted: 'On Mon, 3 Mar 2025 at 10:00, Sam Field\n<sam@fellside.example> wrote:\nOld words',
    facts: { from: 'sam@fellside.example' },
  },
  {
    name: 'two mails below each other: the topmost is the one that is answered',
    quoted: `${BLOCK}\n\nFrom: late@other.example\nSent: Monday\nSubject: Trip`,
    facts: { subject: 'Trip', participants: ['sam.field@fellside.example', 'jo@oakfield.example', 'late@other.example'], from: 'sam.field@fellside.example' },
  },
  {
    name: 'a block in Welsh',
    quoted: 'Oddi wrth: Siân <sian@ysgol.example>\nAnfonwyd: 03 Mawrth 2025\nAt: Jo <jo@oakfield.example>\nPwnc: Taith',
    facts: { subject: 'Taith', participants: ['sian@ysgol.example', 'jo@oakfield.example'], from: 'sian@ysgol.example' },
  },
  {
    name: 'a Reply-To line of the mail that is answered',
    quoted: 'From: head@oakfield.example\nReply-To: head.oakfield@mailbox.example\nSubject: Urgent\nDate: Monday',
    facts: { subject: 'Urgent', from: 'head@oakfield.example', replyTo: 'head.oakfield@mailbox.example' },
  },
  {
    name: 'an address in the words of the old mail is nobody who took part',
    quoted: 'Please write to office@other.example.\nSubject: see above',
    facts: {},
  },
  {
    name: 'a single line that begins like a header is no block',
    quoted: 'From: Monday we use the hall.',
    facts: {},
  },
  {
    name: 'a mail passed on three times',
    kind: 'forward',
    subject: 'FW: funny',
    quoted: 'From: a@x.example\nSubject: FW: funny\n\nFrom: b@x.example\nSubject: Fwd: funny\n\nFrom: c@x.example\nSubject: funny',
    facts: { subject: 'FW: funny', from: 'a@x.example', forwards: 3 },
  },
  { name: 'prefixes that stand one behind the other', kind: 'forward', subject: 'FW: RE: Fwd: FW: funny', quoted: '', facts: { forwards: 3 } },
  { name: 'an answer is not passed on', kind: 'reply', subject: 'RE: Trip', quoted: '', facts: {} },
  { name: 'a subject that begins with a word and a colon', kind: 'new', subject: 'Trip: money and forms', quoted: '', facts: {} },
];

test.each(CASES.map((example) => [example.name, example] as const))('the thread: %s', (_name, { kind, subject, quoted, facts }) => {
  expect(threadOf(kind ?? 'new', subject ?? '', quoted)).toEqual({ kind: kind ?? 'new', ...FACTS, ...facts });
});

test('a thread of a megabyte of awkward lines is read at once', () => {
  const quoted = 'From: a@\nTo: ;;;@@@\n'.repeat(50_000);
  expect(threadOf('reply', 'RE:'.repeat(80), quoted).participants).toBeNull();
});

describe('what a subject says of its thread', () => {
  const ANSWERS = ['RE: Trip', 'Re : Trip', 're[2]: Trip', 'RE(3): Trip', 'AW: Trip', 'SV: Trip', 'VS: Trip', 'ODP: Trip', 'Antw: Trip', 'R: Trip', 'RES: Trip', 'RÉF : Trip', 'ATB: Trip', 'Ynghylch: Trip', 'YNT: Trip', '[EXTERNAL] RE: Trip'];
  const FORWARDS = ['FW: Trip', 'Fwd: Trip', 'FW[2]: Trip', 'WG: Trip', 'TR : Trip', 'RV: Trip', 'ENC: Trip', 'PD: Trip', 'VB: Trip', 'I: Trip', 'YML: Trip', 'İLT: Trip', '[SPAM] FW: Trip'];
  const NEITHER = ['Trip', '', 'Trip: money and forms', 'Reminder: trip', 'Regarding the trip', 'Reception: parents evening', 'Year 4: RE: books', 'Ref: 12345', 'Invoice: 4', 'Fwd the trip', 'RE lessons', 'Re-sit timetable'];

  test.each(ANSWERS)('%s is an answer', (subject) => expect([isAnswered(subject), isForwarded(subject)]).toEqual([true, false]));
  test.each(FORWARDS)('%s is passed on', (subject) => expect([isAnswered(subject), isForwarded(subject)]).toEqual([true, true]));
  test.each(NEITHER)('“%s” is neither', (subject) => expect([isAnswered(subject), isForwarded(subject)]).toEqual([false, false]));

  test.each([
    ['RE: Trip', 'Trip'],
    ['FW: RE: Re[2]: trip  to York', 'AW: Trip to York'],
    ['[EXTERNAL] RE: Trip', 'Trip'],
    ['RE: Trip', '[EXTERNAL] Trip'],
    ['Gwrth: Trip', 'Trip'],
  ])('“%s” is the subject of “%s” still', (subject, earlier) => expect(isSameSubject(subject, earlier)).toBe(true));

  test.each([
    ['RE: Trip', 'Trips'],
    ['RE: EHCP review', 'Trip'],
    ['RE: Trip, and the EHCP', 'Trip'],
    ['RE: EHCP review', ''],
    ['', 'Trip'],
  ])('“%s” is not the subject of “%s”', (subject, earlier) => expect(isSameSubject(subject, earlier)).toBe(false));

  test('a long row of prefixes is read at once', () => {
    expect(isSameSubject('RE:'.repeat(300) + '['.repeat(50_000), 'x'.repeat(50_000))).toBe(false);
  });
});
