import { isUnreadable, unreadable } from '../domain';
import type { DraftChange, Unreadable } from '../domain';
import { encodeBase64 } from '../text';
import { callOffice } from './call';
import { isAppointment } from './item';
import type { ComposeItem } from './item';
import { mayHoldMore, usableAddress } from './people';
import { removeWords } from './remove-words';
import type { Timers } from './timers';

/** How long a change may take, in milliseconds; an attachment that is handed over may take longer. */
const CHANGE = 10_000;
const HAND_OVER = 60_000;

/** Recipients a call may name (error 9012 beyond), and the longest subject and base64 text that the library takes. */
const MOST_PER_CALL = 100;
const LONGEST_SUBJECT = 255;
const LONGEST_BASE64 = 27_892_122;

type Person = Office.EmailAddressDetails;
type Field = Office.Recipients;
type Done = true | Unreadable;

function act(what: string, timers: Timers, start: (callback: (result: Office.AsyncResult<unknown>) => void) => void, milliseconds = CHANGE): Promise<Done> {
  return callOffice<unknown>(what, milliseconds, timers, start as never).then((answer) => (isUnreadable(answer) ? answer : true));
}

/** The people of a field, if setting them anew loses nobody. */
async function peopleOf(field: () => Field, timers: Timers): Promise<readonly Person[] | Unreadable> {
  const people = await callOffice<Person[]>('give the recipients', CHANGE, timers, (callback) => field().getAsync(callback as never));
  if (isUnreadable(people)) return people;
  if (!Array.isArray(people)) return unreadable('Outlook gave recipients that make no sense');
  if (mayHoldMore(people.length)) return unreadable('there may be more recipients than Outlook shows here');
  return people;
}

async function setPeople(field: () => Field, people: readonly Person[], timers: Timers): Promise<Done> {
  // A contact list or an unresolved name has no address to be set again by.
  if (people.some(({ emailAddress }) => usableAddress(emailAddress) === '')) return unreadable('one of the other recipients has no address that can be set again');
  const users = people.map(({ displayName, emailAddress }) => ({ displayName, emailAddress }));
  const first = await act('change the recipients', timers, (callback) => field().setAsync(users.slice(0, MOST_PER_CALL), callback as never));
  return first === true ? addPeople(field, users.slice(MOST_PER_CALL), timers) : first;
}

async function addPeople(field: () => Field, users: readonly { displayName: string; emailAddress: string }[], timers: Timers): Promise<Done> {
  for (let start = 0; start < users.length; start += MOST_PER_CALL) {
    const added = await act('add the recipients', timers, (callback) => field().addAsync(users.slice(start, start + MOST_PER_CALL), callback as never));
    if (added !== true) return added;
  }
  return true;
}

function fieldsOf(item: ComposeItem): readonly (() => Field)[] {
  return isAppointment(item) ? [() => item.requiredAttendees, () => item.optionalAttendees] : [() => item.to, () => item.cc, () => item.bcc];
}

async function removeRecipient(item: ComposeItem, address: string, timers: Timers): Promise<Done> {
  const wanted = address.toLowerCase();
  let isFound = false;
  for (const field of fieldsOf(item)) {
    const people = await peopleOf(field, timers);
    if (isUnreadable(people)) return people;
    const others = people.filter(({ emailAddress }) => usableAddress(emailAddress).toLowerCase() !== wanted);
    if (others.length === people.length) continue;
    isFound = true;
    const changed = await setPeople(field, others, timers);
    if (changed !== true) return changed;
  }
  return isFound ? true : unreadable('nobody with that address is among the recipients');
}

/** Those of the people who are not there yet, each once: an address may stand in To, in Cc and in Bcc, in whatever letters. */
function missingFrom(there: readonly Person[], people: readonly Person[]): readonly Person[] {
  const known = there.map(({ emailAddress }) => usableAddress(emailAddress).toLowerCase());
  return people.filter(({ emailAddress }) => {
    const address = usableAddress(emailAddress).toLowerCase();
    return !known.includes(address) && known.push(address) > 0;
  });
}

async function moveToBcc(item: ComposeItem, timers: Timers): Promise<Done> {
  if (isAppointment(item)) return unreadable('a meeting has no Bcc');
  const [to, cc, bcc] = [await peopleOf(() => item.to, timers), await peopleOf(() => item.cc, timers), await peopleOf(() => item.bcc, timers)];
  if (isUnreadable(to)) return to;
  if (isUnreadable(cc)) return cc;
  if (isUnreadable(bcc)) return bcc;
  const people = [...to, ...cc];
  if (people.some(({ emailAddress }) => usableAddress(emailAddress) === '')) return unreadable('one of the recipients has no address that can be moved');
  const moved = await addPeople(() => item.bcc, missingFrom(bcc, people).map(({ displayName, emailAddress }) => ({ displayName, emailAddress })), timers);
  if (moved !== true) return moved;
  const isEmptied = await setPeople(() => item.to, [], timers);
  return isEmptied === true ? setPeople(() => item.cc, [], timers) : isEmptied;
}

/** Outlook puts the one who is answered first when it fills in a reply to all. */
async function replyToSenderOnly(item: ComposeItem, timers: Timers): Promise<Done> {
  if (isAppointment(item)) return unreadable('a meeting is no reply');
  const type = await callOffice<{ composeType?: unknown }>('say whether this is a reply', CHANGE, timers, (callback) => item.getComposeTypeAsync(callback as never));
  if (isUnreadable(type)) return type;
  if (type?.composeType !== 'reply') return unreadable('this is not a reply');
  const to = await peopleOf(() => item.to, timers);
  if (isUnreadable(to)) return to;
  const sender = to[0];
  if (sender === undefined) return unreadable('there is nobody under To');
  // Of an answer to one's own mail a list stands first.
  if (sender.recipientType === 'distributionList') return unreadable('a list stands first under To, so it is not known who wrote');
  for (const [field, people] of [[() => item.cc, []], [() => item.bcc, []], [() => item.to, [sender]]] as const) {
    const changed = await setPeople(field, people, timers);
    if (changed !== true) return changed;
  }
  return true;
}

async function addAttachment(item: ComposeItem, name: string, content: Uint8Array, timers: Timers): Promise<Done> {
  const base64 = encodeBase64(content);
  if (base64.length > LONGEST_BASE64) return unreadable('it is larger than Outlook takes');
  return act('attach the file', timers, (callback) => item.addFileAttachmentFromBase64Async(base64, name, callback as never), HAND_OVER);
}

/** Makes one change, from a press in the pane: a send itself changes nothing (office-js issues 5132, 4669). What Outlook does not do, or cannot do without losing somebody, is a reason and changes nothing more. */
export function changeDraft(item: ComposeItem, change: DraftChange, timers: Timers): Promise<Done> {
  switch (change.do) {
    case 'remove-attachment':
      return act('remove the attachment', timers, (callback) => item.removeAttachmentAsync(change.attachment, callback as never));
    case 'add-attachment':
      return addAttachment(item, change.name, change.content, timers);
    case 'remove-recipient':
      return removeRecipient(item, change.address, timers);
    case 'move-to-bcc':
      return moveToBcc(item, timers);
    case 'reply-to-sender-only':
      return replyToSenderOnly(item, timers);
    case 'set-subject':
      return act('change the subject', timers, (callback) => item.subject.setAsync(change.subject.slice(0, LONGEST_SUBJECT), callback as never));
    case 'schedule':
      if (isAppointment(item)) return Promise.resolve(unreadable('an invitation cannot be scheduled'));
      return act('schedule the email', timers, (callback) => item.delayDeliveryTime.setAsync(new Date(change.at), callback as never));
    case 'remove-words':
      return removeWords(item, change.places, CHANGE, timers);
    case 'save-draft':
      return act('save the draft', timers, (callback) => item.saveAsync(callback as never), HAND_OVER);
  }
}
