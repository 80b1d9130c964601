import { isUnreadable } from '../../src/domain';
import type { SourcePart, SourceParts } from '../../src/domain';
import { LARGEST_MAIL_MB, mailDraft } from '../../src/mail';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));

const ORDINARY = `From: Dee Marlow <dee.marlow@oakfield.example>
To: Kit Lowe <kit@oakfield.example>
Subject: Rota
Date: Wed, 18 Nov 2026 10:00:00 +0100

The rota.
`;

async function read<P extends SourcePart>(text: string, part: P, now: number | null = null): Promise<SourceParts[P]> {
  const draft = await mailDraft(bytes(text), now);
  if (isUnreadable(draft)) throw new Error(draft.unreadable);
  const value = await draft.source.read(part);
  if (isUnreadable(value)) throw new Error(value.unreadable);
  return value;
}

const withHeader = (line: string): string => ORDINARY.replace('\n\n', `\n${line}\n\n`);

describe('headers', () => {
  test('Date is the moment of sending, and its offset counts', async () => {
    expect((await read(ORDINARY, 'sending')).at).toBe(Date.parse('2026-11-18T09:00:00Z'));
  });

  test('a given moment counts instead of Date', async () => {
    const now = Date.parse('2026-11-20T21:40:00Z');
    expect((await read(ORDINARY, 'sending', now)).at).toBe(now);
  });

  test('the sensitivity label is the one that its headers enable', async () => {
    const noted = (isOn: string): string => withHeader(`msip_labels: MSIP_Label_A1B2C3D4-0000-4000-8000-00000000ABCD_Enabled=${isOn};MSIP_Label_A1B2C3D4-0000-4000-8000-00000000ABCD_Name=Encrypt`);
    expect([await read(noted('True'), 'label'), await read(noted('False'), 'label'), await read(ORDINARY, 'label')]).toEqual(['a1b2c3d4-0000-4000-8000-00000000abcd', '', '']);
  });

  test('Deferred-Delivery is a scheduled send', async () => {
    expect((await read(ORDINARY, 'sending')).deliverAt).toBeNull();
    const text = withHeader('Deferred-Delivery: Thu, 19 Nov 2026 07:30:00 +0000');
    expect((await read(text, 'sending')).deliverAt).toBe(Date.parse('2026-11-19T07:30:00Z'));
  });

  test('Bcc is read, groups are opened, and a name without an address is unresolved', async () => {
    const text = ORDINARY.replace('To: Kit Lowe <kit@oakfield.example>', 'To: Team: a@x.example, B <b@x.example>;\nCc: Year 5 parents\nBcc: c@x.example');
    const { all } = await read(text, 'recipients');
    expect(all.map(({ address, field, kind }) => [address, field, kind])).toEqual([
      ['a@x.example', 'to', 'person'],
      ['b@x.example', 'to', 'person'],
      ['', 'cc', 'unresolved'],
      ['c@x.example', 'bcc', 'person'],
    ]);
  });

  test('Sender differs from From when someone sends for another', async () => {
    expect((await read(ORDINARY, 'sender')).signedIn).toBeNull();
    expect((await read(withHeader('Sender: A Marlowe <a@oakfield.example>'), 'sender')).signedIn).toEqual({ name: 'A Marlowe', address: 'a@oakfield.example' });
    expect((await read(withHeader('Sender: DEE.MARLOW@oakfield.example'), 'sender')).signedIn).toBeNull();
    // List software passes the mail on in its own name; nobody sent it for another.
    for (const list of ['Heads <heads-bounces@trust.example>', 'Heads <heads@lists.trust.example>', 'owner-heads@trust.example']) {
      expect(await read(withHeader(`Sender: ${list}`), 'sender')).toMatchObject({ signedIn: null, isMachine: true });
    }
  });

  test.each([
    ['Importance: high', true],
    ['Importance: Normal', false],
    ['X-Priority: 1 (Highest)', true],
    ['X-Priority: 3', false],
  ])('%s', async (line, isHigh) => {
    expect((await read(withHeader(line), 'sending')).highImportance).toBe(isHigh);
  });

  test.each([
    ['Auto-Submitted: auto-generated', true],
    ['Auto-Submitted: no', undefined],
    ['Precedence: bulk', true],
    ['List-Id: Governors <governors.oakfield.example>', true],
    ['X-Mailer: Something', undefined],
  ])('a machine or a list is told apart from a person: %s', async (line, isMachine) => {
    expect((await read(withHeader(line), 'sender')).isMachine).toBe(isMachine);
  });

  test('a scanner is a machine by its mailbox', async () => {
    expect((await read(ORDINARY.replace('dee.marlow@', 'scanner.hall@'), 'sender')).isMachine).toBe(true);
  });

  test('In-Reply-To, References and the subject tell replies and forwards', async () => {
    expect(await read(ORDINARY, 'thread')).toMatchObject({ kind: 'new' });
    expect(await read(withHeader('In-Reply-To: <1@x.example>'), 'thread')).toMatchObject({ kind: 'reply' });
    expect(await read(withHeader('References: <1@x.example>'), 'thread')).toMatchObject({ kind: 'reply' });
    expect(await read(withHeader('References: <1@x.example>').replace('Subject: Rota', 'Subject: FW: Rota'), 'thread')).toMatchObject({ kind: 'forward', forwards: 1 });
  });

  test('the quoted thread tells who took part, and a Reply-To of another address is kept', async () => {
    const mail = withHeader('In-Reply-To: <1@x.example>\nReply-To: Dee <dee@gmail.com>') + '\nOn 3 March 2025 at 10:00, Sam <Sam@fellside.example> wrote:\n> Hi';
    expect(await read(mail, 'thread')).toMatchObject({ participants: null, from: 'sam@fellside.example' });
    expect((await read(mail, 'sender')).replyTo).toBe('dee@gmail.com');
    expect((await read(withHeader('Reply-To: dee.marlow@oakfield.example'), 'sender')).replyTo).toBeUndefined();
  });

  test('encoded words are decoded and a missing subject is empty', async () => {
    expect(await read(ORDINARY.replace('Subject: Rota', 'Subject: =?utf-8?B?UsO0dGE=?='), 'subject')).toBe('Rôta');
    expect(await read(ORDINARY.replace('Subject: Rota\n', ''), 'subject')).toBe('');
  });
});

describe('body and parts', () => {
  const multipart = (parts: string): string =>
    ORDINARY.replace('\n\nThe rota.\n', `\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\n\n${parts}--b1--\n`);

  test('the HTML body is read without its quoted thread', async () => {
    const html = '<html><body><p>New words</p><blockquote type="cite">Old words</blockquote></body></html>';
    const body = await read(ORDINARY.replace('\n\nThe rota.', `\nContent-Type: text/html\n\n${html}`), 'body');
    expect(body.newText).toContain('New words');
    expect(body.newText).not.toContain('Old words');
    expect(body.quotedText).toContain('Old words');
  });

  test('an invitation part makes it a meeting and is no attachment', async () => {
    const text = multipart('--b1\nContent-Type: text/plain\n\nHi\n--b1\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n');
    expect(await read(text, 'kind')).toBe('appointment');
    expect(await read(text, 'attachments')).toEqual([]);
    expect(await read(ORDINARY, 'kind')).toBe('message');
  });

  test('the copy of an invitation that is attached to it is none either, but another calendar is', async () => {
    const event = (words: string): string => `BEGIN:VCALENDAR\nSUMMARY:${words}\nEND:VCALENDAR\n`;
    const text = multipart(
      `--b1\nContent-Type: text/calendar; method=REQUEST\n\n${event('Review')}--b1\nContent-Type: application/ics; name="invite.ics"\nContent-Disposition: attachment; filename="invite.ics"\n\n${event('Review')}--b1\nContent-Type: application/ics; name="term.ics"\nContent-Disposition: attachment; filename="term.ics"\n\n${event('Term')}`,
    );
    expect((await read(text, 'attachments')).map(({ name }) => name)).toEqual(['term.ics']);
  });

  test('attachments keep their names, sizes and bytes', async () => {
    const text = multipart('--b1\nContent-Type: text/plain\n\nHi\n--b1\nContent-Type: text/csv; name="a.csv"\nContent-Disposition: attachment; filename="a.csv"\nContent-Transfer-Encoding: base64\n\nVVBOCg==\n');
    expect(await read(text, 'attachments')).toEqual([{ id: '0', name: 'a.csv', size: 4, kind: 'file', inline: false }]);
    const draft = await mailDraft(bytes(text), null);
    if (isUnreadable(draft)) throw new Error(draft.unreadable);
    expect(Buffer.from((await draft.source.open('0')) as Uint8Array).toString()).toBe('UPN\n');
    expect(await draft.source.open('7')).toEqual({ unreadable: 'there is no such attachment' });
  });

  test('a picture shown in the body is inline, one that is not shown is not', async () => {
    const picture = (id: string): string => `--b1\nContent-Type: image/png; name="${id}.png"\nContent-ID: <${id}>\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n`;
    const text = multipart(`--b1\nContent-Type: text/html\n\n<p>Hi<img src="cid:logo"></p>\n${picture('logo')}${picture('other')}`);
    expect((await read(text, 'attachments')).map(({ name, inline }) => [name, inline])).toEqual([['logo.png', true], ['other.png', false]]);
  });

  test('an attached mail stays one attachment', async () => {
    const text = multipart(`--b1\nContent-Type: text/plain\n\nHi\n--b1\nContent-Type: message/rfc822\n\n${ORDINARY}\n`);
    expect((await read(text, 'attachments')).map(({ name, kind }) => [name, kind])).toEqual([['attached mail.eml', 'item']]);
  });

  test.each([
    ['marked inline, as Apple Mail does', 'Content-Type: text/plain; name="list.txt"\nContent-Disposition: inline;\n filename="list.txt"'],
    ['with a name and no disposition', 'Content-Type: text/plain; name="list.txt"'],
    ['a web page marked inline', 'Content-Type: text/html\nContent-Disposition: inline; filename="list.txt"'],
  ])('a text file is an attachment, not the body: %s', async (_name, headers) => {
    const text = multipart(`--b1\nContent-Type: text/plain\n\nHi\n--b1\n${headers}\nContent-Transfer-Encoding: base64\n\nVVBO\n`);
    expect((await read(text, 'attachments')).map(({ name, size }) => [name, size])).toEqual([['list.txt', 3]]);
    expect((await read(text, 'body')).newText.trim()).toBe('Hi');
  });

  test('a part in an encoding nobody knows cannot be opened, and says why', async () => {
    const text = multipart('--b1\nContent-Type: text/plain\n\nHi\n--b1\nContent-Type: text/csv; name="a.csv"\nContent-Disposition: attachment; filename="a.csv"\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.csv\n');
    const draft = await mailDraft(bytes(text), null);
    if (isUnreadable(draft)) throw new Error(draft.unreadable);
    expect(await draft.source.open('0')).toEqual({ unreadable: 'its encoding “x-uuencode” is not known' });
  });

  test('a file that ends inside the headers says so', async () => {
    const draft = await mailDraft(bytes('From: a@oakfield.example\nTo: b@oakfield.example\nSubj'), null);
    expect(isUnreadable(draft) ? draft : draft.cutShort).toBe('The file ends inside the headers of the mail.');
  });

  test('a mail that ends before its last part does says so', async () => {
    const whole = multipart('--b1\nContent-Type: text/plain\n\nHi\n');
    const cut = whole.slice(0, whole.lastIndexOf('--b1--'));
    const [first, second] = [await mailDraft(bytes(whole), null), await mailDraft(bytes(cut), null)];
    expect(isUnreadable(first) ? first : first.cutShort).toBeNull();
    expect(isUnreadable(second) ? second : second.cutShort).toBe('The file ends before the mail does, so its last part may be missing.');
  });
});

describe('what is no mail is answered with the reason', () => {
  test.each([
    ['an empty file', new Uint8Array(0), 'it is empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'it is not a mail: it does not begin with mail headers'],
    ['prose', new TextEncoder().encode('Dear all,\n\nplease find the rota below.'), 'it is not a mail: it does not begin with mail headers'],
    ['a spreadsheet', new TextEncoder().encode('Name,UPN\nA,1\n'), 'it is not a mail: it does not begin with mail headers'],
    ['more than can be sent', new Uint8Array(LARGEST_MAIL_MB * 1024 * 1024 + 1), `it is larger than ${LARGEST_MAIL_MB} MB, the largest message that can be sent`],
  ])('%s', async (_name, content, reason) => {
    expect(await mailDraft(content, null)).toEqual({ unreadable: reason });
  });

  test('multiparts nested without end are refused, not followed', async () => {
    let text = 'From: a@x.example\n';
    for (let depth = 0; depth < 600; depth += 1) text += `Content-Type: multipart/mixed; boundary="b${depth}"\n\n--b${depth}\n`;
    expect(await mailDraft(bytes(text), null)).toMatchObject({ unreadable: expect.stringContaining('could not be read as a mail') });
  });

  test('a mail without a sender is a mail, and says that the sender is missing', async () => {
    const draft = await mailDraft(bytes('To: a@x.example\nSubject: x\n\nHi'), null);
    if (isUnreadable(draft)) throw new Error(draft.unreadable);
    expect(await draft.source.read('sender')).toEqual({ unreadable: 'the mail has no From address' });
  });

  test('a Date that cannot be read is said, and one that is not there is now', async () => {
    const sending = async (header: string, now: number | null = null) => {
      const draft = await mailDraft(bytes(`From: a@x.example\nTo: b@x.example\n${header}\n\nHi`), now);
      if (isUnreadable(draft)) throw new Error(draft.unreadable);
      return [draft.isDated, await draft.source.read('sending')];
    };
    expect(await sending('Date: yesterday')).toEqual([true, { unreadable: 'its Date “yesterday” cannot be read' }]);
    expect(await sending('Date: yesterday', 5)).toEqual([true, expect.objectContaining({ at: 5 })]);
    expect(await sending('Subject: x')).toEqual([false, expect.objectContaining({ at: expect.any(Number) })]);
  });
});
