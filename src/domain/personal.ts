import type { WeekHours } from './organisation';

/** What a sender has said about themself. It is theirs alone, is no policy, and switches no rule off. */
export interface PersonalSettings {
  /** Addresses that are their own; in lower case, like the others. */
  readonly ownAddresses: readonly string[];
  /** Addresses that may look like theirs and are not. */
  readonly notMine: readonly string[];
  /** Addresses of pupils who are family, as declared. */
  readonly family: readonly string[];
  /** When they work; null for the school's hours. */
  readonly hours: WeekHours | null;
}

/** Of someone who has said nothing. */
export const NO_PERSONAL_SETTINGS: PersonalSettings = { ownAddresses: [], notMine: [], family: [], hours: null };

/** More of a list than anyone has is not kept. */
const LONGEST_LIST = 200;

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, LONGEST_LIST).filter((item): item is string => typeof item === 'string').map((item) => item.trim().toLowerCase());
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function hours(value: unknown): WeekHours | null {
  if (typeof value !== 'object' || value === null) return null;
  const week: { [day: string]: readonly [string, string] | null } = {};
  for (const day of DAYS) {
    const written = (value as { readonly [day: string]: unknown })[day];
    const [start, end] = Array.isArray(written) ? (written as unknown[]).map(String) : [];
    if (written !== null && (start === undefined || end === undefined || !TIME.test(start) || !TIME.test(end) || start >= end)) return null;
    week[day] = written === null ? null : [start as string, end as string];
  }
  return week as unknown as WeekHours;
}

/** Settings out of what was stored or written by hand; what makes no sense in them is as if it had not been said. */
export function personalSettings(stored: unknown): PersonalSettings {
  if (typeof stored !== 'object' || stored === null) return NO_PERSONAL_SETTINGS;
  const { ownAddresses, notMine, family, hours: week } = stored as { readonly [name: string]: unknown };
  return { ownAddresses: texts(ownAddresses), notMine: texts(notMine), family: texts(family), hours: hours(week) };
}
