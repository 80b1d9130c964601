import { NOTHING_SHOWN, parseShown } from './fatigue';
import type { Shown } from './fatigue';
import { storeNamed } from './policy-store';

/** Where what was shown lies. Where nothing can be kept, the count of the draft still holds. */
const dayStore = storeNamed('heed.day');

/** The day a moment falls on, in UTC: the limit needs a day, and it does not matter whose. */
function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** What was shown today on this machine; nothing, where nothing can be kept from one draft to the next. */
export function readDay(now: number): Shown {
  const text = dayStore.read();
  return text !== null && text.slice(0, 10) === dayOf(now) ? parseShown(text.slice(10)) : NOTHING_SHOWN;
}

/** Keeps it, where anything can be kept. */
export function keepDay(shown: Shown, now: number): void {
  dayStore.write(dayOf(now) + JSON.stringify(shown));
}
