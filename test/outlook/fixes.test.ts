import type { DraftChange } from '../../src/domain';
import { paneHost } from '../../src/outlook/pane-host';
import { bodyFromHtml } from '../../src/text';
import { LETTER, REGISTER } from './drafts';
import { CALLS, fakeOutlook } from './fake-office';
import type { FakeDraft, FakeOutlook, Faults } from './fake-office';

afterEach(() => {
  delete (globalThis as any).Office;
});

async function change(draft: FakeDraft, what: DraftChange, faults: Faults = {}): Promise<{ answer: unknown; now: FakeOutlook['now'] }> {
  const outlook = fakeOutlook(draft, faults);
  (globalThis as any).Office = outlook.Office;
  return { answer: await paneHost().change(what), now: outlook.now };
}

const addresses = (people: FakeOutlook['now']['to']) => people.map(({ emailAddress }) => emailAddress);

test('remove an attachment', async () => {
  const { answer, now } = await change({ attachments: [LETTER, REGISTER] }, { do: 'remove-attachment', attachment: REGISTER.id });
  expect(answer).toBe(true);
  expect(now.attachments).toEqual([LETTER]);
});

test('attach a file', async () => {
  const { answer, now } = await change({}, { do: 'add-attachment', name: 'register.zip', content: new Uint8Array([80, 75]) });
  expect(answer).toBe(true);
  expect(now.attachments).toEqual([expect.objectContaining({ name: 'register.zip', content: 'UEs=' })]);
});

test('a file larger than Outlook takes is not attached', async () => {
  const { answer, now } = await change({}, { do: 'add-attachment', name: 'big.zip', content: new Uint8Array(21 * 1024 * 1024) });
  expect(answer).toEqual({ unreadable: 'it is larger than Outlook takes' });
  expect(now.attachments).toEqual([]);
});

test('remove a recipient, from whichever fields, in whatever letters', async () => {
  const { answer, now } = await change({ to: ['a@x.example', 'b@x.example'], bcc: ['A@X.example'] }, { do: 'remove-recipient', address: 'a@x.example' });
  expect(answer).toBe(true);
  expect([addresses(now.to), addresses(now.bcc)]).toEqual([['b@x.example'], []]);
});

test('remove one of 250: nobody else is lost', async () => {
  const to = Array.from({ length: 250 }, (_, index) => `p${index}@x.example`);
  const { answer, now } = await change({ to }, { do: 'remove-recipient', address: 'p7@x.example' });
  expect(answer).toBe(true);
  expect(addresses(now.to)).toEqual(to.filter((address) => address !== 'p7@x.example'));
});

test('move all to Bcc', async () => {
  const { answer, now } = await change({ to: ['a@x.example'], cc: ['b@x.example'], bcc: ['c@x.example'] }, { do: 'move-to-bcc' });
  expect(answer).toBe(true);
  expect([addresses(now.to), addresses(now.cc), addresses(now.bcc)]).toEqual([[], [], ['c@x.example', 'a@x.example', 'b@x.example']]);
});

test('move to Bcc whoever stands in several fields, once', async () => {
  const { answer, now } = await change({ to: ['a@x.example', 'b@x.example'], cc: ['A@X.example'], bcc: ['B@x.example'] }, { do: 'move-to-bcc' });
  expect(answer).toBe(true);
  expect([addresses(now.to), addresses(now.cc), addresses(now.bcc)]).toEqual([[], [], ['B@x.example', 'a@x.example']]);
});

test('a Bcc field that may hold more than Outlook shows is left as it is, with all others', async () => {
  const bcc = Array.from({ length: 500 }, (_, index) => `p${index}@x.example`);
  const { answer, now } = await change({ to: ['a@x.example'], bcc }, { do: 'move-to-bcc' });
  expect(answer).toEqual({ unreadable: 'there may be more recipients than Outlook shows here' });
  expect(addresses(now.to)).toEqual(['a@x.example']);
});

test('the first under To is no writer when it is a list', async () => {
  const { answer, now } = await change({ composeType: 'reply', to: [{ displayName: 'All Staff', emailAddress: 'all@x.example', recipientType: 'distributionList' }, 'b@x.example'] as never }, { do: 'reply-to-sender-only' });
  expect(answer).toEqual({ unreadable: 'a list stands first under To, so it is not known who wrote' });
  expect(addresses(now.to)).toEqual(['all@x.example', 'b@x.example']);
});

test('answer the sender only', async () => {
  const { answer, now } = await change({ composeType: 'reply', to: ['writer@x.example', 'b@x.example'], cc: ['all@x.example'] }, { do: 'reply-to-sender-only' });
  expect(answer).toBe(true);
  expect([addresses(now.to), addresses(now.cc)]).toEqual([['writer@x.example'], []]);
});

const DETAILS = '<p>Hi Sam,</p><p>The log-in is <b>ks</b>mith / Tulip&amp;Fox9 .<br>My number is 07700&nbsp;900123.</p><p>Dee</p>';
const THREAD = '<hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Sam &lt;s@x.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Dee<br><b>Subject:</b> Log-in</div><p>Is it Tulip&amp;Fox9 still?</p>';

/** The place of some words in the new text, as a rule would name it. */
function place(html: string, words: string): { readonly start: number; readonly end: number } {
  const start = bodyFromHtml(html).newText.indexOf(words);
  return { start, end: start + words.length };
}

test('take words out of the text, over tags and entities, and keep the rest and the thread', async () => {
  const html = DETAILS + THREAD;
  const { answer, now } = await change({ html }, { do: 'remove-words', places: [place(html, 'ksmith'), place(html, 'Tulip&Fox9'), place(html, '07700 900123')] });
  expect(answer).toBe(true);
  expect(now.html).toBe(`<p>Hi Sam,</p><p>The log-in is <b></b> /  .<br>My number is .</p><p>Dee</p>${THREAD}`);
});

test('take out the one that was named and not the same words before it', async () => {
  const html = '<p>Room 1234.</p><p>PIN 1234.</p>';
  const start = bodyFromHtml(html).newText.lastIndexOf('1234');
  expect((await change({ html }, { do: 'remove-words', places: [{ start, end: start + 4 }] })).now.html).toBe('<p>Room 1234.</p><p>PIN .</p>');
});

test('take words out of plain text', async () => {
  const text = 'Hi Sam\nPassword: a<b&c1\nDee';
  const html = 'Hi Sam<br>Password: a&lt;b&amp;c1<br>Dee';
  const { answer, now } = await change({ html, text, bodyType: 'text' }, { do: 'remove-words', places: [place(html, 'a<b&c1')] });
  expect([answer, now.text, now.html]).toEqual([true, 'Hi Sam\nPassword: \nDee', html]);
});

test.each<[string, string, { readonly start: number; readonly end: number }, string]>([
  ['nothing stands there', '<p>Hi</p>', { start: 10, end: 20 }, 'the words are no longer there'],
  ['it would change the thread', `<blockquote type="cite">Old: 1234</blockquote><p>PIN 1234</p>`, { start: 4, end: 8 }, 'they could not be taken out and the rest kept'],
])('words are left when %s', async (_name, html, where, reason) => {
  const { answer, now } = await change({ html }, { do: 'remove-words', places: [where] });
  expect([answer, now.html]).toEqual([{ unreadable: reason }, html]);
});

test('save as a draft', async () => {
  expect((await change({}, { do: 'save-draft' })).now.isSaved).toBe(true);
});

test('a new email is opened and not sent, its words as words', async () => {
  const outlook = fakeOutlook({});
  (globalThis as any).Office = outlook.Office;
  expect(await paneHost().newEmail({ to: 'dpo@trust.example', subject: 'A slip', text: 'a < b\nc' })).toBe(true);
  expect(outlook.kept.emails).toEqual([{ toRecipients: ['dpo@trust.example'], subject: 'A slip', htmlBody: 'a &lt; b<br>c' }]);
});

test.each(['fail', 'throw', 'missing'] as const)('an email whose call is to %s is a reason', async (fault) => {
  (globalThis as any).Office = fakeOutlook({}, { 'new email': fault }).Office;
  expect(await paneHost().newEmail({ to: 'a@x.example', subject: '', text: '' })).toHaveProperty('unreadable');
});

test('set the subject, and schedule', async () => {
  expect((await change({}, { do: 'set-subject', subject: 'Rota' })).now.subject).toBe('Rota');
  const at = Date.parse('2026-11-19T07:30:00Z');
  expect((await change({}, { do: 'schedule', at })).now.deliverAt).toEqual(new Date(at));
});

test.each<[string, FakeDraft, DraftChange, string]>([
  ['nobody has that address', {}, { do: 'remove-recipient', address: 'z@x.example' }, 'nobody with that address is among the recipients'],
  ['there may be more than Outlook shows', { to: Array.from({ length: 500 }, (_, index) => `p${index}@x.example`) }, { do: 'remove-recipient', address: 'p1@x.example' }, 'there may be more recipients than Outlook shows here'],
  ['a contact list beside them would be lost', { to: ['a@x.example', { emailAddress: '', displayName: 'Parents' }] }, { do: 'remove-recipient', address: 'a@x.example' }, 'one of the other recipients has no address that can be set again'],
  ['a meeting has no Bcc', { kind: 'appointment' }, { do: 'move-to-bcc' }, 'a meeting has no Bcc'],
  ['a new mail answers nobody', {}, { do: 'reply-to-sender-only' }, 'this is not a reply'],
  ['an invitation is not scheduled', { kind: 'appointment' }, { do: 'schedule', at: 1 }, 'an invitation cannot be scheduled'],
])('not done, with the reason and nothing changed: %s', async (_name, draft, what, reason) => {
  const { answer, now } = await change(draft, what);
  expect(answer).toEqual({ unreadable: reason });
  expect(addresses(now.to)).toEqual(addresses(fakeOutlook(draft).now.to));
});

test.each<[string, DraftChange]>([
  ['remove an attachment', { do: 'remove-attachment', attachment: 'x' }],
  ['attach', { do: 'add-attachment', name: 'x', content: new Uint8Array(1) }],
  ['remove a recipient', { do: 'remove-recipient', address: 'kit@oakfield.example' }],
  ['move to Bcc', { do: 'move-to-bcc' }],
  ['set the subject', { do: 'set-subject', subject: 'x' }],
  ['schedule', { do: 'schedule', at: 1 }],
  ['remove words', { do: 'remove-words', places: [{ start: 0, end: 6 }] }],
  ['save', { do: 'save-draft' }],
])('%s: a call that fails, throws or is missing is a reason', async (_name, what) => {
  for (const fault of ['fail', 'throw', 'missing'] as const) {
    const faults = Object.fromEntries(CALLS.map((call) => [call, fault])) as Faults;
    expect((await change({}, what, faults)).answer).toHaveProperty('unreadable');
  }
});

test('without a draft there is nothing to change', async () => {
  (globalThis as any).Office = fakeOutlook({}, {}, false).Office;
  expect(await paneHost().change({ do: 'move-to-bcc' })).toHaveProperty('unreadable');
});
