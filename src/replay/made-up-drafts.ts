import { NO_PERSONAL_SETTINGS, unreadable } from '../domain';
import type { Attachment, DraftSource, Policy, Recipient, SourceParts } from '../domain';
import { bodyFromText } from '../text';

/** A draft that nobody wrote, to show what a policy says: people of no school, numbers from ranges that are never given out. */
export interface MadeUpDraft {
  readonly id: string;
  readonly title: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** `2026-11-18T10:00`, as if on the schools' clocks in winter. */
  readonly at: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly isReply: boolean;
}

const MORNING = '2026-11-18T10:00';
const REGISTER = 'Name,UPN,SEN status\nA Test,H801200001001,K\nB Test,P207000016049,E\n';

function colleagues(number: number, domain: string): readonly string[] {
  return Array.from({ length: number }, (_, index) => `colleague${index + 1}@${domain}`);
}

function draft(id: string, title: string, given: Partial<MadeUpDraft>): MadeUpDraft {
  return { id, title, to: [], cc: [], subject: 'Open evening rota', text: 'Please see the rota for the open evening.', at: MORNING, attachments: [], isReply: false, ...given };
}

function csv(name: string, text: string): MadeUpDraft['attachments'][number] {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** The domain that the made-up people of a policy's organisation send from: its own first one. */
export function madeUpDomain({ organisation }: Policy): string {
  const own = organisation.schools.flatMap(({ domains }) => domains)[0] ?? organisation.internalDomains[0] ?? 'oakfield.example';
  return own.replace(/^\*\./, '');
}

/** The made-up drafts: ordinary ones, and one or more for what each rule looks at. */
export function madeUpDrafts(domain: string): readonly MadeUpDraft[] {
  const kit = [`kit.example@${domain}`];
  const many = [5, 12, 30, 48, 52, 58, 66, 72, 90, 150].map((number) => draft(`to-${number}`, `A note to ${number} colleagues`, { to: colleagues(number, domain) }));
  return [
    draft('ordinary', 'A rota to one colleague', { to: kit }),
    draft('answer-outside', 'A short answer to a supplier', { to: ['orders@paper-supplier.example'], subject: 'RE: Order for paper', text: 'Thank you, Monday is fine.', isReply: true }),
    draft('all-staff-list', 'A notice to an all-staff list', { to: [`all.staff@${domain}`] }),
    ...many,
    draft('no-subject', 'No subject', { to: kit, subject: '' }),
    draft('bare-reply', 'A subject that says nothing', { to: kit, subject: 'RE:' }),
    draft('late', 'To a colleague at 21:40', { to: kit, at: '2026-11-18T21:40' }),
    draft('early', 'To a colleague at 06:45', { to: kit, at: '2026-11-18T06:45' }),
    draft('weekend', 'To a colleague on a Sunday', { to: kit, at: '2026-11-22T11:00' }),
    draft('late-outside', 'To a parent at 19:10', { to: ['r.parent@parents.example'], at: '2026-11-18T19:10', text: 'Yes, Tuesday at three is fine.' }),
    draft('register-outside', 'A class register to a centre', { to: ['office@fellside-centre.example'], subject: 'Trip list', attachments: [csv('register.csv', REGISTER)] }),
    draft('register-inside', 'The same register to a colleague', { to: kit, subject: 'Trip list', attachments: [csv('register.csv', REGISTER)] }),
    draft('register-gmail', 'The same register to a Gmail address', { to: ['k.example.parent@gmail.com'], subject: 'Trip list', attachments: [csv('register.csv', REGISTER)] }),
    draft('plain-gmail', 'A note to a parent’s Gmail address', { to: ['k.example.parent@gmail.com'], subject: 'Parents’ evening', text: 'Your time is ten past five.' }),
    draft('letter-with-number', 'An NHS number in the words', { to: ['office@fellside-centre.example'], subject: 'Trip', text: 'Sam Example’s NHS number is 999 000 0018. She needs an inhaler for her asthma.' }),
  ];
}

/** A made-up or typed draft as the checks read one. */
export function sourceOfDraft(made: MadeUpDraft, from: { readonly address: string; readonly name: string }, at: number): DraftSource {
  const recipients = (addresses: readonly string[], field: 'to' | 'cc'): readonly Recipient[] => addresses.map((address) => ({ address, name: '', field, kind: 'person' as const }));
  const attachments: readonly Attachment[] = made.attachments.map(({ name, bytes }, index) => ({ id: String(index), name, size: bytes.length, kind: 'file', inline: false }));
  const parts: SourceParts = {
    personal: NO_PERSONAL_SETTINGS,
    label: '',
    kind: 'message',
    sender: { address: from.address, name: from.name, signedIn: null },
    recipients: { all: [...recipients(made.to, 'to'), ...recipients(made.cc, 'cc')], atLeast: false },
    subject: made.subject,
    body: bodyFromText(made.text),
    attachments,
    sending: { at, deliverAt: null, highImportance: false },
    thread: { kind: made.isReply ? 'reply' : 'new', participants: null, namedOnly: [], from: null, replyTo: null, subject: null, forwards: 0 },
  };
  return {
    read: (part) => Promise.resolve(parts[part]),
    open: (id) => Promise.resolve(made.attachments[Number(id)]?.bytes ?? unreadable('there is no such attachment')),
  };
}
