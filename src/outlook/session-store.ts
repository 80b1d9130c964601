import { isUnreadable } from '../domain';
import type { Unreadable } from '../domain';
import { callOffice } from './call';
import type { ComposeItem } from './item';
import type { Timers } from './timers';

/** What `sessionData` keeps of one draft while it is being written; nothing of it travels with the mail. */
export type StoredName = 'heed.acknowledgement' | 'heed.inspections' | 'heed.shown';

/** The text stored under a name; null when there is none. */
export async function readStored(item: ComposeItem, name: StoredName, milliseconds: number, timers: Timers): Promise<string | null | Unreadable> {
  const stored = await callOffice<string>('read what it remembers of this draft', milliseconds, timers, (callback) =>
    item.sessionData.getAsync(name, callback),
  );
  // A name that is not there is an error to some clients (9050, KeyNotFound) and empty to others.
  if (isUnreadable(stored)) return /\b9050\b|KeyNotFound/.test(stored.unreadable) ? null : stored;
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

/** True when it was stored. All names of one draft share 50,000 characters. */
export async function store(item: ComposeItem, name: StoredName, text: string, milliseconds: number, timers: Timers): Promise<true | Unreadable> {
  const answer = await callOffice<unknown>('remember this draft', milliseconds, timers, (callback) =>
    item.sessionData.setAsync(name, text, callback as never),
  );
  return isUnreadable(answer) ? answer : true;
}

export async function forget(item: ComposeItem, name: StoredName, milliseconds: number, timers: Timers): Promise<true | Unreadable> {
  const answer = await callOffice<unknown>('forget this draft', milliseconds, timers, (callback) =>
    item.sessionData.removeAsync(name, callback as never),
  );
  return isUnreadable(answer) ? answer : true;
}
