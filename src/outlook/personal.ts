import { isUnreadable, personalSettings, unreadable } from '../domain';
import type { PersonalSettings, Unreadable } from '../domain';
import { callOffice } from './call';
import type { Timers } from './timers';

/** The name under which Outlook keeps them with the mailbox; all of an add-in's settings share 32 KB. */
const NAME = 'heed.personal';

/** What the person has said about themself, as this Outlook last had it: another device may know more. */
export function readPersonal(): PersonalSettings | Unreadable {
  try {
    return personalSettings(Office.context.roamingSettings.get(NAME));
  } catch {
    return unreadable('this Outlook keeps no settings of yours');
  }
}

/** Keeps them with the mailbox, in place of what was there. */
export async function savePersonal(settings: PersonalSettings, milliseconds: number, timers: Timers): Promise<true | Unreadable> {
  const saved = await callOffice<unknown>('keep your settings', milliseconds, timers, (callback) => {
    Office.context.roamingSettings.set(NAME, settings);
    Office.context.roamingSettings.saveAsync(callback);
  });
  return isUnreadable(saved) ? saved : true;
}
