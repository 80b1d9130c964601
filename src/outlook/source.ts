import { isUnreadable, unreadable } from '../domain';
import type {
  Attachment,
  Body,
  DraftSource,
  Recipient,
  RecipientField,
  Recipients,
  Sender,
  Sending,
  SourcePart,
  SourceParts,
  Thread,
  Unreadable,
} from '../domain';
import { bodyFromHtml, bodyFromText, kindByWords, threadOf } from '../text';
import { callOffice } from './call';
import { cloudFile } from './cloud-links';
import { contentBytes } from './content-bytes';
import { isAppointment, signedInPerson } from './item';
import type { ComposeItem } from './item';
import { mayHoldMore, toRecipient, usableAddress } from './people';
import type { OutlookPerson } from './people';
import { readPersonal } from './personal';
import type { Timers } from './timers';

/** How long calls may take, each asked for anew when a call begins, in milliseconds. */
export interface Patience {
  readonly read: () => number;
  readonly open: () => number;
}

/** The largest attachment that is opened, in megabytes: what Outlook takes at most is 25 or, if raised, 35. */
const LARGEST_OPENED_MB = 50;

const MEGABYTE = 1024 * 1024;

/** The part of `Office.EmailAddressDetails` fields that is used, alike for recipients and attendees. */
interface PeopleField {
  getAsync(callback: (result: Office.AsyncResult<Office.EmailAddressDetails[]>) => void): void;
}

function fieldsOf(item: ComposeItem): readonly (readonly [RecipientField, string, () => PeopleField])[] {
  if (isAppointment(item)) {
    return [
      ['to', 'give the required attendees', () => item.requiredAttendees],
      ['cc', 'give the optional attendees', () => item.optionalAttendees],
    ];
  }
  return [
    ['to', 'give the To recipients', () => item.to],
    ['cc', 'give the Cc recipients', () => item.cc],
    ['bcc', 'give the Bcc recipients', () => item.bcc],
  ];
}

/** A moment as Outlook gives it: a Date, or milliseconds as a number or as text; 0 and all else is no moment. */
function momentOf(value: unknown): number | null {
  const moment = typeof value === 'string' ? (/^\d+$/.test(value) ? Number(value) : Date.parse(value)) : Number(value);
  return value !== null && isFinite(moment) && moment > 0 ? moment : null;
}

function threadKind(composeType: unknown): Thread['kind'] {
  return composeType === 'reply' || composeType === 'forward' ? composeType : 'new';
}

function toAttachment(details: Office.AttachmentDetailsCompose): Attachment {
  const type = String(details.attachmentType);
  const kind = type === 'cloud' ? 'link' : type === 'item' ? 'item' : 'file';
  const isMeasured = typeof details.size === 'number' && (details.size > 0 || kind === 'file');
  return {
    id: String(details.id),
    name: typeof details.name === 'string' && details.name !== '' ? details.name : 'unnamed attachment',
    // New Outlook says 0 for every attached mail (office-js issue 4550).
    size: isMeasured ? details.size : null,
    kind,
    inline: details.isInline === true,
  };
}

/**
 * The draft in the window as a source. Each part is read at most once; what does not arrive is unreadable with the reason,
 * and the other parts are read all the same. `at` is when Send was pressed, in milliseconds since 1970 UTC.
 */
export function outlookSource(item: ComposeItem | null, at: number, timers: Timers, patience: Patience): DraftSource {
  if (item === null) {
    const nothing = unreadable('Outlook gave no draft to read');
    return { read: () => Promise.resolve(nothing), open: () => Promise.resolve(nothing) };
  }

  const ask = <T>(what: string, start: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T | Unreadable> =>
    callOffice<T>(what, patience.read(), timers, start);

  async function recipients(draft: ComposeItem): Promise<Recipients | Unreadable> {
    const fields = await Promise.all(
      fieldsOf(draft).map(async ([field, what, find]) => {
        const people = await ask<Office.EmailAddressDetails[]>(what, (callback) => find().getAsync(callback));
        return { field, people };
      }),
    );
    const all: Recipient[] = [];
    let atLeast = false;
    for (const { field, people } of fields) {
      if (isUnreadable(people)) return people;
      if (!Array.isArray(people)) return unreadable('Outlook gave recipients that make no sense');
      for (const person of people as readonly OutlookPerson[]) all.push(toRecipient(field, person));
      if (mayHoldMore(people.length)) atLeast = true;
    }
    return { all, atLeast };
  }

  async function sender(draft: ComposeItem): Promise<Sender | Unreadable> {
    const from = await ask<Office.EmailAddressDetails>('say who the sender is', (callback) =>
      isAppointment(draft) ? draft.organizer.getAsync(callback) : draft.from.getAsync(callback),
    );
    const person = signedInPerson();
    const address = isUnreadable(from) ? '' : usableAddress(from?.emailAddress);
    if (address === '') {
      if (person !== null) return { ...person, signedIn: null };
      return isUnreadable(from) ? from : unreadable('Outlook did not say who the sender is');
    }
    const isSame = person === null || person.address.toLowerCase() === address.toLowerCase();
    return { address, name: isUnreadable(from) ? '' : String(from.displayName ?? ''), signedIn: isSame ? null : person };
  }

  /** HTML first: the text form lacks what tells new words from the quoted thread, and on the web it is unreliable. */
  async function body(draft: ComposeItem): Promise<Body | Unreadable> {
    const html = await ask<string>('give the text', (callback) => draft.body.getAsync('html', callback));
    if (typeof html === 'string' && html.trim() !== '') return bodyFromHtml(html);
    const text = await ask<string>('give the text', (callback) => draft.body.getAsync('text', callback));
    if (typeof text === 'string') return bodyFromText(text);
    return isUnreadable(html) ? html : isUnreadable(text) ? text : unreadable('Outlook gave a text that makes no sense');
  }

  /** A file that is only linked stands in no list of attachments: it is a link in the new text. */
  async function attachments(draft: ComposeItem): Promise<readonly Attachment[] | Unreadable> {
    const [listed, written] = await Promise.all([
      ask<Office.AttachmentDetailsCompose[]>('list the attachments', (callback) => draft.getAttachmentsAsync(callback)),
      read('body'),
    ]);
    if (isUnreadable(listed)) return listed;
    if (!Array.isArray(listed)) return unreadable('Outlook gave attachments that make no sense');
    const links = isUnreadable(written) ? [] : written.links;
    return [...listed.map(toAttachment), ...links.map(cloudFile).filter((file): file is Attachment => file !== null)];
  }

  async function sending(draft: ComposeItem): Promise<Sending | Unreadable> {
    // Compose has no call for importance, and an appointment has no delayed delivery.
    const now: Sending = { at, deliverAt: null, highImportance: false };
    if (isAppointment(draft)) return now;
    const time = await ask<unknown>('say when it is to be sent', (callback) => draft.delayDeliveryTime.getAsync(callback as never));
    return isUnreadable(time) ? time : { ...now, deliverAt: momentOf(time) };
  }

  async function thread(draft: ComposeItem): Promise<Thread | Unreadable> {
    if (isAppointment(draft)) return threadOf('new', '', '');
    const [type, subject, written] = await Promise.all([
      ask<{ composeType?: unknown }>('say whether this is a reply', (callback) => draft.getComposeTypeAsync(callback as never)),
      read('subject'),
      read('body'),
    ]);
    // What Outlook does not say, the mail itself mostly does.
    if (isUnreadable(type)) return isUnreadable(subject) || isUnreadable(written) ? type : threadOf(kindByWords(subject, written.quotedText), subject, written.quotedText);
    return threadOf(threadKind(type?.composeType), isUnreadable(subject) ? '' : subject, isUnreadable(written) ? '' : written.quotedText);
  }

  /** An older client, and one whose tenant has no labels, has none to tell of. */
  async function label(draft: ComposeItem): Promise<string | Unreadable> {
    const api = (draft as Partial<Office.MessageCompose>).sensitivityLabel;
    if (api === undefined) return '';
    const id = await ask<unknown>('say which label it has', (callback) => api.getAsync(callback as never));
    return isUnreadable(id) ? id : typeof id === 'string' ? id.toLowerCase() : '';
  }

  const readers: { readonly [P in SourcePart]: () => Promise<SourceParts[P] | Unreadable> } = {
    kind: () => Promise.resolve(isAppointment(item) ? 'appointment' : 'message'),
    sender: () => sender(item),
    recipients: () => recipients(item),
    subject: async () => {
      const subject = await ask<string>('give the subject', (callback) => item.subject.getAsync(callback));
      if (isUnreadable(subject) || typeof subject === 'string') return subject;
      return subject === undefined || subject === null ? '' : unreadable('Outlook gave a subject that makes no sense');
    },
    body: () => body(item),
    attachments: () => attachments(item),
    sending: () => sending(item),
    thread: () => thread(item),
    personal: () => Promise.resolve(readPersonal()),
    label: () => label(item),
  };
  const known: { [part: string]: Promise<unknown> } = {};
  function read<P extends SourcePart>(part: P): Promise<SourceParts[P] | Unreadable> {
    known[part] ??= readers[part]().catch(() => unreadable('Outlook gave something that makes no sense'));
    return known[part] as Promise<SourceParts[P] | Unreadable>;
  }

  async function open(attachmentId: string): Promise<Uint8Array | Unreadable> {
    const listed = await read('attachments');
    const attachment = isUnreadable(listed) ? undefined : listed.find(({ id }) => id === attachmentId);
    const size = attachment?.size ?? null;
    if (size !== null && size > LARGEST_OPENED_MB * MEGABYTE) return unreadable(`it is larger than ${LARGEST_OPENED_MB} MB`);
    const content = await callOffice<Office.AttachmentContent>('hand it over', patience.open(), timers, (callback) =>
      (item as ComposeItem).getAttachmentContentAsync(attachmentId, callback as never),
    );
    if (isUnreadable(content)) return content;
    const bytes = contentBytes(content?.content, content?.format);
    // Encrypt on the web gives nothing, and says that all went well (office-js issue 4725).
    if (!isUnreadable(bytes) && bytes.length === 0 && size !== 0) return unreadable('Outlook gave none of its bytes');
    return bytes;
  }

  return { read, open };
}
