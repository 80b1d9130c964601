/** A fake of Outlook as honest as we can make it: it answers as the real one does, and each call can be told to misbehave. */

/**
 * `hang`: the callback is never called. `fail`: the answer is an error. `throw`: the library throws at once. `twice`: the
 * callback is called two times, the second time with an error. `missing`: there is no such function. `nothing`: the answer is
 * undefined. `late`: the answer comes after ten minutes. `locked`: the member throws when it is touched. `no status`: the
 * answer has a value and does not say that all went well. `torn`: it says so, and its value cannot be touched. `at once`: the
 * callback is called within the call.
 */
export type Fault = 'hang' | 'fail' | 'throw' | 'twice' | 'missing' | 'nothing' | 'late' | 'locked' | 'no status' | 'torn' | 'at once';

export const CALLS = [
  'to', 'cc', 'bcc', 'required', 'optional', 'from', 'organizer', 'subject', 'body html', 'body text', 'attachments', 'content', 'delay', 'compose type', 'label',
  'session get', 'session set', 'session remove', 'note add', 'note replace', 'body type', 'body set', 'save', 'settings save', 'new email',
] as const;
export type Call = (typeof CALLS)[number];

export interface FakePerson {
  readonly emailAddress?: string | null;
  readonly displayName?: string;
  readonly recipientType?: string;
}

export interface FakeAttachment {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly attachmentType?: string;
  readonly isInline?: boolean;
  readonly content: string;
  readonly format?: string;
  /** True for one whose content never comes. */
  readonly isSilent?: boolean;
}

export interface FakeDraft {
  readonly kind?: 'message' | 'appointment';
  readonly from?: FakePerson;
  readonly user?: { readonly emailAddress: string; readonly displayName: string };
  readonly to?: readonly (string | FakePerson)[];
  readonly cc?: readonly (string | FakePerson)[];
  readonly bcc?: readonly (string | FakePerson)[];
  readonly subject?: string;
  readonly html?: string;
  readonly text?: string;
  readonly attachments?: readonly FakeAttachment[];
  readonly deliverAt?: unknown;
  /** The id of its sensitivity label; left out for a client that knows no labels. */
  readonly label?: string | null;
  readonly composeType?: string;
  readonly session?: { readonly [name: string]: string };
  readonly settings?: { readonly [name: string]: unknown };
  readonly bodyType?: 'html' | 'text';
  /** How long every call takes, in milliseconds. */
  readonly latency?: number;
  readonly language?: string;
}

export type Faults = { readonly [C in Call]?: Fault };

interface Result {
  readonly status: 'succeeded' | 'failed';
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string; readonly message: string };
}

export interface FakeOutlook {
  /** What stands at `Office`. */
  readonly Office: any;
  /** Every call in the order in which it was made. */
  readonly asked: string[];
  readonly session: Record<string, string>;
  readonly notes: { key: string; message: string }[];
  /** The most content calls that were under way at once. */
  readonly mostAtOnce: () => number;
  /** Handlers by the name they were associated with. */
  readonly handlers: Record<string, (event: unknown) => void>;
  /** What is in the draft now: fixes change it. */
  readonly now: { to: FakePerson[]; cc: FakePerson[]; bcc: FakePerson[]; subject: string; attachments: FakeAttachment[]; deliverAt: any; html: string; text: string; isSaved: boolean };
  /** The person's own settings as they were last saved, and the emails that were opened. */
  readonly kept: { settings: Record<string, unknown>; emails: unknown[] };
}

/** Characters of all names and values together (Mailbox 1.15). */
const MOST_SESSION = 50_000;

const NEVER = Symbol('no answer');

/** The member of an item that a call is reached through, where it has another name. */
const MEMBERS: { readonly [call: string]: string } = {
  required: 'requiredAttendees', optional: 'optionalAttendees', 'body html': 'body', 'body text': 'body', 'body type': 'body', 'body set': 'body',
  attachments: 'getAttachmentsAsync', content: 'getAttachmentContentAsync', delay: 'delayDeliveryTime', 'compose type': 'getComposeTypeAsync',
  label: 'sensitivityLabel', 'session get': 'sessionData', 'session set': 'sessionData', 'session remove': 'sessionData',
  'note add': 'notificationMessages', 'note replace': 'notificationMessages', save: 'saveAsync',
};

const TOUCHED = Object.assign(new Error('Attempting to access a member that is not available'), { name: 'Error' });

function untouchable(): never {
  throw TOUCHED;
}

const FAILED: Result = { status: 'failed', error: { code: 9020, name: 'GenericResponseError', message: 'An internal error has occurred.' } };

function person(written: string | FakePerson): FakePerson {
  return typeof written === 'string' ? { emailAddress: written, displayName: written.split('@')[0] ?? '', recipientType: 'externalUser' } : written;
}

export function fakeOutlook(draft: FakeDraft, faults: Faults = {}, hasItem = true): FakeOutlook {
  const asked: string[] = [];
  const notes: { key: string; message: string }[] = [];
  const session: Record<string, string> = { ...draft.session };
  const handlers: Record<string, (event: unknown) => void> = {};
  let underWay = 0;
  let most = 0;
  const now: FakeOutlook['now'] = {
    to: (draft.to ?? ['kit@oakfield.example']).map(person),
    cc: (draft.cc ?? []).map(person),
    bcc: (draft.bcc ?? []).map(person),
    subject: draft.subject ?? 'Open evening rota',
    attachments: [...(draft.attachments ?? [])],
    deliverAt: draft.deliverAt ?? 0,
    html: draft.html ?? '<p>Please see the rota.</p>',
    text: draft.text ?? '',
    isSaved: false,
  };
  const kept: FakeOutlook['kept'] = { settings: { ...draft.settings }, emails: [] };
  const settings: Record<string, unknown> = { ...draft.settings };

  /** A call of the library: arguments, then the callback, which comes last. */
  function method(call: Call, answer: (args: readonly unknown[]) => Result | unknown): ((...args: unknown[]) => void) | undefined {
    const fault = faults[call];
    if (fault === 'missing') return undefined;
    return (...args) => {
      asked.push(call);
      if (fault === 'throw') throw Object.assign(new Error('Sys.ArgumentException'), { name: 'Sys.ArgumentException' });
      const callback = args[args.length - 1] as (result: unknown) => void;
      if (call === 'content') most = Math.max(most, (underWay += 1));
      const settle = (result: unknown): void => {
        if (call === 'content') underWay -= 1;
        callback(result);
      };
      if (fault === 'hang') return;
      if (fault === 'late') return void setTimeout(() => settle(FAILED), 600_000);
      const reply = (): void => {
        if (fault === 'fail') return settle(FAILED);
        if (fault === 'nothing') return settle(undefined);
        const value = answer(args);
        if (value === NEVER) return;
        const result: Result = typeof value === 'object' && value !== null && 'status' in value ? (value as Result) : { status: 'succeeded', value };
        if (fault === 'no status') return settle({ value: result.value });
        settle(fault === 'torn' ? Object.defineProperty({ status: 'succeeded' }, 'value', { get: untouchable }) : result);
        if (fault === 'twice') callback(FAILED);
      };
      if (fault === 'at once') reply();
      else if (draft.latency !== undefined) setTimeout(reply, draft.latency);
      else void Promise.resolve().then(reply);
    };
  }

  const people = (call: Call, field: 'to' | 'cc' | 'bcc'): unknown => ({
    getAsync: method(call, () => now[field].map((one) => ({ ...one }))),
    setAsync: method(call, ([users]) => void (now[field] = [...(users as FakePerson[])])),
    addAsync: method(call, ([users]) => void (now[field] = [...now[field], ...(users as FakePerson[])])),
  });
  const from = draft.from ?? { emailAddress: 'dee.marlow@oakfield.example', displayName: 'Dee Marlow' };
  const isMeeting = draft.kind === 'appointment';
  const members: Record<string, unknown> = {
    itemType: draft.kind ?? 'message',
    subject: { getAsync: method('subject', () => now.subject), setAsync: method('subject', ([text]) => void (now.subject = text as string)) },
    body: {
      getAsync: (type: string, callback: unknown) => {
        const read = type === 'html' ? method('body html', () => now.html) : method('body text', () => now.text);
        if (read === undefined) throw new TypeError('draft.body.getAsync is not a function');
        read(callback);
      },
      getTypeAsync: method('body type', () => draft.bodyType ?? 'html'),
      setAsync: method('body set', ([data, options]) => void ((options as { coercionType: string }).coercionType === 'text' ? (now.text = data as string) : (now.html = data as string))),
    },
    saveAsync: method('save', () => void (now.isSaved = true)),
    getAttachmentsAsync: method('attachments', () =>
      now.attachments.map(({ id, name, size, attachmentType, isInline }) => ({ id, name, size, attachmentType: attachmentType ?? 'file', isInline: isInline ?? false })),
    ),
    getAttachmentContentAsync: method('content', ([id]) => {
      const found = now.attachments.find((attachment) => attachment.id === id);
      if (found?.isSilent === true) return NEVER;
      return found === undefined ? FAILED : { content: found.content, format: found.format ?? 'base64' };
    }),
    removeAttachmentAsync: method('attachments', ([id]) => void (now.attachments = now.attachments.filter((attachment) => attachment.id !== id))),
    addFileAttachmentFromBase64Async: method('attachments', ([content, name]) => {
      now.attachments = [...now.attachments, { id: `new-${now.attachments.length}`, name: name as string, size: 1, content: content as string }];
      return 'new';
    }),
    sessionData: {
      getAsync: method('session get', ([name]) => {
        const value = session[name as string];
        return value === undefined ? { status: 'failed', error: { code: 9050, name: 'KeyNotFound', message: 'The key was not found.' } } : value;
      }),
      setAsync: method('session set', ([name, value]) => {
        const next = { ...session, [name as string]: value as string };
        const size = Object.keys(next).reduce((sum, key) => sum + key.length + next[key]!.length, 0);
        if (size > MOST_SESSION) return { status: 'failed', error: { code: 9051, name: 'SessionObjectMaxLengthExceeded', message: 'x' } };
        return void (session[name as string] = value as string);
      }),
      removeAsync: method('session remove', ([name]) => void delete session[name as string]),
    },
    notificationMessages: {
      addAsync: method('note add', ([key, { message, type, icon, persistent }]: any) => {
        if (message.length > 150) throw new RangeError('Sys.ArgumentOutOfRangeException: message');
        if (type !== 'informationalMessage' || typeof icon !== 'string' || typeof persistent !== 'boolean') throw new RangeError('Sys.ArgumentException');
        if (notes.some((note) => note.key === key)) return { status: 'failed', error: { code: 9023, name: 'DuplicateMessage', message: 'x' } };
        notes.push({ key, message });
      }),
      replaceAsync: method('note replace', ([key, { message }]: any) => void notes.splice(0, notes.length, { key, message })),
    },
  };
  if (isMeeting) {
    members['organizer'] = { getAsync: method('organizer', () => from) };
    members['requiredAttendees'] = people('required', 'to');
    members['optionalAttendees'] = people('optional', 'cc');
  } else {
    members['from'] = { getAsync: method('from', () => from) };
    members['to'] = people('to', 'to');
    members['cc'] = people('cc', 'cc');
    members['bcc'] = people('bcc', 'bcc');
    if (faults['delay'] !== 'missing') {
      members['delayDeliveryTime'] = { getAsync: method('delay', () => now.deliverAt), setAsync: method('delay', ([at]) => void (now.deliverAt = at)) };
    }
    members['getComposeTypeAsync'] = method('compose type', () => ({ composeType: draft.composeType ?? 'newMail', coercionType: 'html' }));
  }
  if (draft.label !== undefined) members['sensitivityLabel'] = { getAsync: method('label', () => draft.label) };
  // As in the real library, the members of an item cannot be listed or copied.
  const item = {};
  const locked = CALLS.filter((call) => faults[call] === 'locked').map((call) => MEMBERS[call] ?? call);
  for (const name of Object.keys(members)) Object.defineProperty(item, name, { get: locked.includes(name) ? untouchable : () => members[name], enumerable: false });

  return {
    asked,
    session,
    notes,
    handlers,
    now,
    kept,
    mostAtOnce: () => most,
    Office: {
      context: {
        mailbox: { item: hasItem ? item : null, userProfile: draft.user ?? { emailAddress: 'dee.marlow@oakfield.example', displayName: 'Dee Marlow' }, displayNewMessageFormAsync: method('new email', ([email]) => void kept.emails.push(email)) },
        displayLanguage: draft.language ?? 'en-GB',
        roamingSettings: {
          get: (name: string) => settings[name],
          set: (name: string, value: unknown) => void (settings[name] = value),
          saveAsync: method('settings save', () => void (kept.settings = { ...settings })),
        },
        requirements: { isSetSupported: () => true },
      },
      actions: { associate: (name: string, handler: (event: unknown) => void) => void (handlers[name] = handler) },
    },
  };
}

/** What one event was answered, each time it was. */
export function fakeEvent(): { readonly event: { completed(options?: unknown): void }; readonly answers: any[] } {
  const answers: any[] = [];
  return { answers, event: { completed: (options) => void answers.push(options) } };
}
