/**
 * Civil time without `Intl`, which classic Outlook lacks. All zones here change their clocks by the European rule: forward
 * at 01:00 UTC on the last Sunday of March, back at 01:00 UTC on the last Sunday of October (The Summer Time Order 2002,
 * SI 2002/262, for the United Kingdom; Directive 2000/84/EC for the others). The rule holds since 1996; earlier times are
 * told by it too, and may be an hour out.
 */

/** Minutes ahead of UTC in winter; null for UTC itself, which has no summer time. */
const WINTER_OFFSET: { readonly [zone: string]: number | null } = {
  'Europe/London': 0,
  'Europe/Belfast': 0,
  'Europe/Guernsey': 0,
  'Europe/Isle_of_Man': 0,
  'Europe/Jersey': 0,
  GB: 0,
  'GB-Eire': 0,
  'Europe/Dublin': 0,
  Eire: 0,
  // The schools of the armed forces abroad.
  'Europe/Gibraltar': 60,
  'Asia/Nicosia': 120,
  'Europe/Nicosia': 120,
  UTC: null,
  'Etc/UTC': null,
  'Etc/GMT': null,
  GMT: null,
};

/** The zones that civil time is known for, by their IANA names. */
export const SUPPORTED_ZONES: readonly string[] = Object.keys(WINTER_OFFSET);

export function isSupportedZone(zone: string): boolean {
  return WINTER_OFFSET.hasOwnProperty(zone);
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export const DAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
export const WEEKDAYS = DAY_NAMES.map((name) => name.slice(0, 3).toLowerCase()) as readonly Weekday[];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What clocks and calendars in a zone show at a moment. */
export interface CivilTime {
  /** `2026-03-29`. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Minutes since midnight by the clock, 0–1439. */
  readonly minute: number;
}

/** 01:00 UTC on the last Sunday of a month, counted from 0, that has 31 days. */
function clockChange(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

/** Minutes that a zone's clocks are ahead of UTC at a moment. A zone that is not supported is told as Europe/London. */
function offsetAt(at: number, zone: string): number {
  const winter = isSupportedZone(zone) ? WINTER_OFFSET[zone]! : 0;
  if (winter === null) return 0;
  const year = new Date(at).getUTCFullYear();
  const isSummer = at >= clockChange(year, 2) && at < clockChange(year, 9);
  return isSummer ? winter + 60 : winter;
}

/** What the clocks of a zone show at a moment, given in milliseconds since 1970 UTC. */
export function civilTime(at: number, zone: string): CivilTime {
  const shown = new Date(at + offsetAt(at, zone) * MINUTE);
  return {
    date: shown.toISOString().slice(0, 10),
    weekday: WEEKDAYS[shown.getUTCDay()]!,
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  };
}

/**
 * The moment, in milliseconds since 1970 UTC, at which the clocks of a zone show a minute of a date. Of two such moments,
 * when clocks go back, the first; for a time that is left out, when they go forward, the moment as late after the change.
 */
export function momentOf(date: string, minute: number, zone: string): number {
  const shown = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const winter = isSupportedZone(zone) ? (WINTER_OFFSET[zone] ?? 0) : 0;
  const inSummer = shown - (winter + 60) * MINUTE;
  return offsetAt(inSummer, zone) === winter + 60 ? inSummer : shown - winter * MINUTE;
}

/** The date so many days after another, `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
