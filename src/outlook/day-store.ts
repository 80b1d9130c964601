import { NOTHING_SHOWN, parseShown } from './fatigue';
import type { Shown } from './fatigue';

/** Browsers have it, each add-in's and host's apart; classic Outlook's own runtime has not. */
declare const localStorage: { getItem(name: string): string | null; setItem(name: string, text: string): void } | undefined;

const NAME = 'heed.day';

/** The day a moment falls on, in UTC: the limit needs a day, and it does not matter whose. */
function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function stored(): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(NAME);
  } catch {
    // A browser that refuses storage to the pages of others.
    return null;
  }
}

/** What was shown today on this machine; nothing, where nothing can be kept from one draft to the next. */
export function readDay(now: number): Shown {
  const text = stored();
  return text !== null && text.slice(0, 10) === dayOf(now) ? parseShown(text.slice(10)) : NOTHING_SHOWN;
}

/** Keeps it, where anything can be kept. */
export function keepDay(shown: Shown, now: number): void {
  try {
    if (typeof localStorage !== 'undefined') localStorage.setItem(NAME, dayOf(now) + JSON.stringify(shown));
  } catch {
    // The count of the draft still holds.
  }
}
