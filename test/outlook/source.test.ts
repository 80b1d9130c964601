import type { Attachment, Body, Recipients, Sender, Sending, Unreadable } from '../../src/domain';
import { fingerprintOf } from '../../src/outlook/fingerprint';
import { outlookSource } from '../../src/outlook/source';
import { makeTimers } from '../../src/outlook/timers';
import { LETTER, fileOf } from './drafts';
import { fakeOutlook } from './fake-office';
import type { FakeDraft, FakePerson, Faults } from './fake-office';

afterEach(() => {
  delete (globalThis as any).Office;
});

const AT = Date.parse('2026-11-18T10:00:00Z');

function sourceOf(draft: FakeDraft, faults: Faults = {}) {
  const outlook = fakeOutlook(draft, faults);
  (globalThis as any).Office = outlook.Office;
  const patience = { read: () => 50, open: () => 50 };
  return { outlook, source: outlookSource(outlook.Office.context.mailbox.item, AT, makeTimers(), patience) };
}

async function recipientsOf(draft: FakeDraft): Promise<Recipients> {
  return (await sourceOf(draft).source.read('recipients')) as Recipients;
}

describe('the sensitivity label', () => {
  const LABEL = 'A1B2C3D4-0000-4000-8000-00000000ABCD';
  const labelOf = (draft: FakeDraft, faults: Faults = {}) => sourceOf(draft, faults).source.read('label');

  test('is told by its id, in lower case', async () => {
    expect(await labelOf({ label: LABEL })).toBe(LABEL.toLowerCase());
    expect(await labelOf({ kind: 'appointment', label: LABEL })).toBe(LABEL.toLowerCase());
  });

  test('is none where the draft has none, or the client knows no labels', async () => {
    expect([await labelOf({ label: null }), await labelOf({})]).toEqual(['', '']);
  });

  test('is unreadable where Outlook fails', async () => {
    expect(await labelOf({ label: LABEL }, { label: 'fail' })).toEqual({ unreadable: expect.stringContaining('label') });
  });
});

describe('recipients', () => {
  test('all three fields, in order, with name and address as written', async () => {
    const { all, atLeast } = await recipientsOf({ to: [{ emailAddress: 'Kit@Oakfield.example', displayName: 'Kit' }], cc: ['a@oakfield.example'], bcc: ['b@gmail.com'] });
    expect(all.map(({ field, address, kind }) => `${field} ${address} ${kind}`)).toEqual(['to Kit@Oakfield.example person', 'cc a@oakfield.example person', 'bcc b@gmail.com person']);
    expect(all[0]!.name).toBe('Kit');
    expect(atLeast).toBe(false);
  });

  test('attendees of a meeting, required and optional', async () => {
    const { all } = await recipientsOf({ kind: 'appointment', to: ['a@oakfield.example'], cc: ['b@oakfield.example'] });
    expect(all.map(({ field }) => field)).toEqual(['to', 'cc']);
  });

  test.each<[string, FakePerson, string, string]>([
    ['a contact list has no address', { emailAddress: '', displayName: 'Year 5 parents', recipientType: 'other' }, '', 'unresolved'],
    ['nor has one whose address is null', { emailAddress: null, displayName: 'Year 5 parents' }, '', 'unresolved'],
    ['nor has one without the member at all', { displayName: 'Year 5 parents' }, '', 'unresolved'],
    ['a name that was not resolved', { emailAddress: 'kit', displayName: 'kit', recipientType: 'other' }, '', 'unresolved'],
    ["a name that reads like an address is no address", { emailAddress: '', displayName: 'kit@oakfield.example' }, '', 'unresolved'],
    ["Exchange's own address", { emailAddress: '/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=kit' }, '', 'unresolved'],
    ["Exchange's own address with its mark", { emailAddress: 'EX:/O=OAKFIELD/OU=X/CN=KIT' }, '', 'unresolved'],
    ["Exchange's own address made to look like one at our domain", { emailAddress: 'IMCEAEX-_O=X_CN=KIT@oakfield.example' }, '', 'unresolved'],
    ['a distribution list', { emailAddress: 'all-staff@oakfield.example', recipientType: 'distributionList' }, 'all-staff@oakfield.example', 'list'],
    ['a distribution list without an address', { emailAddress: '', displayName: 'Staff', recipientType: 'distributionList' }, '', 'unresolved'],
    ['a colleague in a personal address book, whom Outlook calls external', { emailAddress: 'kit@oakfield.example', recipientType: 'externalUser' }, 'kit@oakfield.example', 'person'],
  ])('%s', async (_name, one, address, kind) => {
    const { all } = await recipientsOf({ to: [one] });
    expect(all).toEqual([expect.objectContaining({ address, kind })]);
  });

  test.each([
    [499, false],
    [500, true],
    [501, false],
    [1000, true],
  ])('%d in a field: at least that many? %s', async (count, atLeast) => {
    const to = Array.from({ length: count }, (_, index) => `p${index}@oakfield.example`);
    expect((await recipientsOf({ to })).atLeast).toBe(atLeast);
  });

  test('a field that does not arrive makes all unreadable: who is not known may be anybody', async () => {
    expect(await sourceOf({}, { bcc: 'hang' }).source.read('recipients')).toEqual({ unreadable: 'Outlook did not give the Bcc recipients in time' });
  });
});

describe('the sender', () => {
  const shared = { emailAddress: 'office@oakfield.example', displayName: 'School office' };
  test.each<[string, FakeDraft, Faults, Partial<Sender> | Unreadable]>([
    ['is who the draft goes out from', {}, {}, { address: 'dee.marlow@oakfield.example', signedIn: null }],
    ['of a shared mailbox or a delegate: from, and who is signed in', { from: shared }, {}, { address: 'office@oakfield.example', signedIn: { address: 'dee.marlow@oakfield.example', name: 'Dee Marlow' } }],
    ['is the same in other letters', { from: { emailAddress: 'Dee.Marlow@Oakfield.example' } }, {}, { address: 'Dee.Marlow@Oakfield.example', signedIn: null }],
    ['is the one signed in when from cannot be read', {}, { from: 'fail' }, { address: 'dee.marlow@oakfield.example', signedIn: null }],
    ['is the one signed in when from is empty', { from: { emailAddress: '' } }, {}, { address: 'dee.marlow@oakfield.example', signedIn: null }],
    ['of a meeting is its organiser', { kind: 'appointment', from: shared }, {}, { address: 'office@oakfield.example' }],
    ['cannot be read when neither is known', { user: { emailAddress: '', displayName: '' } }, { from: 'hang' }, { unreadable: 'Outlook did not say who the sender is in time' }],
  ])('%s', async (_name, draft, faults, expected) => {
    expect(await sourceOf(draft, faults).source.read('sender')).toMatchObject(expected);
  });
});

describe('the text', () => {
  test('HTML is taken apart into new words and the thread', async () => {
    const body = (await sourceOf({ html: '<p>New words</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Kit</div><p>Old words</p>' }).source.read('body')) as Body;
    expect(body.newText).toBe('New words');
    expect(body.quotedText).toContain('Old words');
  });

  test.each<[string, FakeDraft, Faults]>([
    ['cannot be read', {}, { 'body html': 'fail' }],
    ['is empty', { html: ' ' }, {}],
    ['never comes', {}, { 'body html': 'hang' }],
  ])('plain text stands in when HTML %s', async (_name, draft, faults) => {
    const body = (await sourceOf({ ...draft, text: 'Words\n> old' }, faults).source.read('body')) as Body;
    expect(body).toMatchObject({ newText: 'Words', quotedText: 'old' });
  });

  test('an empty draft is empty, not unreadable', async () => {
    expect(await sourceOf({ html: '', text: '' }).source.read('body')).toEqual({ newText: '', quotedText: '', links: [] });
  });

  test('neither arrives', async () => {
    expect(await sourceOf({}, { 'body html': 'throw', 'body text': 'fail' }).source.read('body')).toEqual({ unreadable: 'Outlook refused to give the text' });
  });
});

describe('when it is sent', () => {
  const later = Date.parse('2026-11-19T07:30:00Z');
  test.each<[string, unknown, number | null]>([
    ['a Date', new Date(later), later],
    ['milliseconds', later, later],
    ['milliseconds as text', String(later), later],
    ['a date as text', '2026-11-19T07:30:00Z', later],
    ['0 for at once', 0, null],
    ['"0" for at once', '0', null],
    ['nothing', null, null],
    ['nonsense', 'soon', null],
  ])('%s', async (_name, deliverAt, expected) => {
    const outlook = fakeOutlook({});
    outlook.now.deliverAt = deliverAt;
    (globalThis as any).Office = outlook.Office;
    const source = outlookSource(outlook.Office.context.mailbox.item, AT, makeTimers(), { read: () => 50, open: () => 50 });
    expect(await source.read('sending')).toEqual({ at: AT, deliverAt: expected, highImportance: false } satisfies Sending);
  });

  test('a meeting leaves at once', async () => {
    expect(await sourceOf({ kind: 'appointment' }).source.read('sending')).toMatchObject({ deliverAt: null });
  });
});

test.each([
  ['newMail', 'new'],
  ['reply', 'reply'],
  ['forward', 'forward'],
  ['something newer', 'new'],
])('a draft that Outlook calls %s is %s', async (composeType, kind) => {
  expect(await sourceOf({ composeType }).source.read('thread')).toMatchObject({ kind, participants: null });
});

describe('a client that does not say whether this is a reply', () => {
  const quoted = '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Sam<br><b>Sent:</b> Monday<br><b>To:</b> Jo<br><b>Subject:</b> Trip</div><div>Old words</div>';

  test.each([
    ['FW: Trip', quoted, 'forward'],
    ['RE: Trip', quoted, 'reply'],
    ['RE: Trip', '<p>Thanks</p>', 'reply'],
    ['Trip', quoted, 'forward'],
    ['Trip', '<p>Words</p>', 'new'],
  ])('“%s” is told by its words', async (subject, html, kind) => {
    expect(await sourceOf({ subject, html }, { 'compose type': 'fail' }).source.read('thread')).toMatchObject({ kind });
  });

  test('where the words are not there either, it is not known', async () => {
    expect(await sourceOf({}, { 'compose type': 'fail', subject: 'fail' }).source.read('thread')).toEqual({ unreadable: expect.stringContaining('say whether this is a reply') });
  });
});

test('who took part in the thread is read from what is quoted', async () => {
  const html = '<p>Thanks</p><hr id="stopSpelling">From: sam@fellside.example<br>To: jo@oakfield.example<br>Subject: Trip<br><br>Old';
  const thread = await sourceOf({ composeType: 'reply', html }).source.read('thread');
  expect(thread).toMatchObject({ from: 'sam@fellside.example', participants: ['sam@fellside.example', 'jo@oakfield.example'] });
});

describe('attachments', () => {
  test('files, mails, pictures in the text and cloud files', async () => {
    const attachments = [
      LETTER,
      { ...LETTER, id: 'b', attachmentType: 'item', size: 0 },
      { ...LETTER, id: 'c', isInline: true },
      { ...LETTER, id: 'd', attachmentType: 'cloud' },
    ];
    const listed = (await sourceOf({ attachments }).source.read('attachments')) as readonly Attachment[];
    expect(listed.map(({ kind, inline, size }) => [kind, inline, size])).toEqual([
      ['file', false, LETTER.size],
      ['item', false, null],
      ['file', true, LETTER.size],
      ['link', false, LETTER.size],
    ]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no list', {}],
    ['a list with a hole in it', [null]],
  ])('%s in their place is not read as none', async (_name, listed) => {
    const { outlook } = sourceOf({ attachments: [LETTER] });
    const item = Object.create(outlook.Office.context.mailbox.item, { getAttachmentsAsync: { value: (done: any) => done({ status: 'succeeded', value: listed }) } });
    const source = outlookSource(item, AT, makeTimers(), { read: () => 50, open: () => 50 });
    expect(await source.read('attachments')).toEqual({ unreadable: expect.stringMatching(/^Outlook gave .* make[s]? no sense$/) });
  });

  test.each([
    ['https://oakfield-my.sharepoint.com/:x:/g/personal/dee_oakfield_example/EabcDEF?e=1', 'OneDrive link'],
    ['https://oakfield.sharepoint.com/sites/send/Shared%20Documents/Register%20Y5.xlsx?web=1', 'Register Y5.xlsx'],
    ['https://oakfield.sharepoint.com/sites/send/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=Plan.docx&action=default', 'Plan.docx'],
    ['https://1drv.ms/x/s!Aabc', 'OneDrive link'],
    ['https://onedrive.live.com/view.aspx?resid=1', 'OneDrive link'],
    ['https://drive.google.com/file/d/1abc/view?usp=sharing', 'Google Drive link'],
    ['https://docs.google.com/spreadsheets/d/1abc/edit#gid=0', 'Google Drive link'],
    ['https://drive.google.com/drive/folders/1abc', 'Google Drive link'],
    ['https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2F1drv.ms%2Fx%2Fs!Aabc&data=05', 'OneDrive link'],
  ])('a link to %s in the new text is a linked file', async (href, name) => {
    const listed = (await sourceOf({ html: `<p>See <a href="${href.replace(/&/g, '&amp;')}">this</a></p>` }).source.read('attachments')) as readonly Attachment[];
    expect(listed).toEqual([expect.objectContaining({ kind: 'link', name, size: null })]);
  });

  test.each([
    'https://oakfield.sharepoint.com/sites/staff',
    'https://oakfield.sharepoint.com/sites/staff/SitePages/Home.aspx',
    'https://docs.google.com/forms/d/e/1abc/viewform',
    'https://notsharepoint.com/:x:/g/abc',
    'https://sharepoint.com.example/:x:/g/abc',
    'https://www.example.org/Shared%20Documents/a.xlsx',
    'https://drive.google.com/',
  ])('a link to %s is not', async (href) => {
    expect(await sourceOf({ html: `<p>See <a href="${href}">this</a></p>` }).source.read('attachments')).toEqual([]);
  });

  test('a link in the quoted thread is not the sender’s', async () => {
    const html = '<p>Hello</p><div id="divRplyFwdMsg"><b>From:</b> Kit</div><p><a href="https://1drv.ms/x/s!Aabc">file</a></p>';
    expect(await sourceOf({ html }).source.read('attachments')).toEqual([]);
  });

  test('listed all the same when the text cannot be read', async () => {
    expect(await sourceOf({ attachments: [LETTER] }, { 'body html': 'hang', 'body text': 'hang' }).source.read('attachments')).toHaveLength(1);
  });
});

describe('the bytes of an attachment', () => {
  const open = async (attachment: Partial<typeof LETTER>, faults: Faults = {}) => {
    const result = await sourceOf({ attachments: [{ ...LETTER, ...attachment }] }, faults).source.open(LETTER.id);
    return result instanceof Uint8Array ? Buffer.from(result).toString('utf8') : result;
  };
  test.each<[string, Partial<typeof LETTER> & { format?: string }, unknown]>([
    ['a file in base64', {}, 'Dear all, the hall is booked for the open evening.'],
    ['an attached mail as text', { format: 'eml', content: 'Subject: Größe 😀\r\n\r\nx' }, 'Subject: Größe 😀\r\n\r\nx'],
    ['an attached mail that a client packed', { format: 'eml', content: Buffer.from('Subject: x\r\n').toString('base64') }, 'Subject: x\r\n'],
    ['a meeting as text', { format: 'iCalendar', content: 'BEGIN:VCALENDAR' }, 'BEGIN:VCALENDAR'],
    ['a cloud file', { format: 'url', content: 'https://1drv.ms/x' }, { unreadable: 'it is kept in the cloud and only linked' }],
    ['a form of tomorrow', { format: 'hologram' }, { unreadable: 'Outlook gave it in a form that is not known (hologram)' }],
    ['base64 that is none', { content: '%%%' }, { unreadable: 'Outlook gave bytes that make no sense' }],
    ['a size but no bytes', { content: '' }, { unreadable: 'Outlook gave none of its bytes' }],
    ['a file of no bytes is empty, not unread', { content: '', size: 0 }, ''],
    ['one too large to open is not asked for', { size: 60 * 1024 * 1024 }, { unreadable: 'it is larger than 50 MB' }],
  ])('%s', async (_name, attachment, expected) => {
    expect(await open(attachment)).toEqual(expected);
  });

  test.each<[Faults[keyof Faults] & string, string]>([
    ['hang', 'Outlook did not hand it over in time'],
    ['fail', 'Outlook could not hand it over (9020 GenericResponseError)'],
    ['throw', 'Outlook refused to hand it over'],
    ['missing', 'this Outlook cannot hand it over'],
    ['nothing', 'Outlook could not hand it over'],
  ])('%s', async (fault, reason) => {
    expect(await open({}, { content: fault })).toEqual({ unreadable: reason });
  });
});

test('each part is read once, however often it is asked for', async () => {
  const { source, outlook } = sourceOf({});
  await Promise.all([source.read('body'), source.read('attachments'), source.read('body'), source.read('subject'), source.read('subject')]);
  expect(outlook.asked.sort()).toEqual(['attachments', 'body html', 'subject']);
});

describe('the fingerprint of a draft', () => {
  const base: FakeDraft = { to: ['a@x.example', 'b@x.example'], subject: 'Rota', html: '<p>Hi</p>', attachments: [LETTER] };
  const of = (draft: FakeDraft) => fingerprintOf(sourceOf(draft).source);
  test('is the same for the same draft, in whatever order people stand', async () => {
    expect(await of({ ...base, to: ['b@x.example', 'A@x.example'] })).toBe(await of(base));
  });
  test.each<[string, FakeDraft]>([
    ['another recipient', { ...base, to: ['a@x.example', 'c@x.example'] }],
    ['a recipient in another field', { ...base, to: ['a@x.example'], bcc: ['b@x.example'] }],
    ['another subject', { ...base, subject: 'Rota 2' }],
    ['another word', { ...base, html: '<p>Ho</p>' }],
    ['another link behind the same words', { ...base, html: '<p><a href="https://a.example">Hi</a></p>' }],
    ['another file', { ...base, attachments: [{ ...LETTER, name: 'other.txt' }] }],
    ['another size', { ...base, attachments: [fileOf('letter.txt', 'shorter')] }],
    ['no file', { ...base, attachments: [] }],
  ])('%s changes it', async (_name, draft) => {
    expect(await of(draft)).not.toBe(await of(base));
  });
  test('an attached mail may have another size each time it is asked', async () => {
    const item = { ...LETTER, attachmentType: 'item' };
    expect(await of({ ...base, attachments: [{ ...item, size: 5 }] })).toBe(await of({ ...base, attachments: [{ ...item, size: 9 }] }));
  });
  test('is none when a part cannot be read', async () => {
    expect(await fingerprintOf(sourceOf(base, { subject: 'fail' }).source)).toBeNull();
  });
});
