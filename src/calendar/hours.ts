import type { DateRange, DayHours, Organisation, WeekHours } from '../domain';
import { isBankHoliday } from './bank-holidays';
import { addDays, civilTime, daysBetween, momentOf } from './zone';
import type { CivilTime } from './zone';

/** When a school works: its own hours and terms, or the organisation's. */
export interface SchoolCalendar {
  readonly timeZone: string;
  readonly hours: WeekHours;
  /** With none given, every day is in term. */
  readonly terms: readonly DateRange[];
  readonly bankHolidays: 'england' | 'none';
  /**
   * What days out of term are: like any other (`ignore`), worth a word in working hours (`inform`), or free all day
   * (`outOfHours`).
   */
  readonly nonTermDays: 'ignore' | 'inform' | 'outOfHours';
  /** How many minutes before the start and after the end still count as within. */
  readonly graceMinutes: number;
}

/** Why a moment is outside working hours. `weekend` is any day of the week without hours; `holiday` a day out of term. */
export type WhyOutside = 'evening' | 'early' | 'weekend' | 'bank-holiday' | 'holiday';

/**
 * Days before the first and after the last term that is listed which are still known to be out of term: a little more than
 * the longest summer holiday in England. Further off, the list is out of date, and days count as in term.
 */
const LONGEST_HOLIDAY = 60;

/** How far ahead the next working day is looked for, in days. */
const LOOK_AHEAD = 400;

/** The calendar of one school by its id, what it does not set being the organisation's; the organisation's for null. */
export function calendarFor(
  organisation: Organisation,
  schoolId: string | null,
  settings: Pick<SchoolCalendar, 'nonTermDays' | 'graceMinutes'>,
): SchoolCalendar {
  const school = schoolId === null ? undefined : organisation.schools.find((each) => each.id === schoolId);
  return {
    timeZone: organisation.timeZone,
    hours: school?.hours ?? organisation.hours,
    terms: school !== undefined && school.terms.length > 0 ? school.terms : organisation.terms,
    bankHolidays: organisation.bankHolidays,
    nonTermDays: settings.nonTermDays,
    graceMinutes: settings.graceMinutes,
  };
}

/** `07:30` as minutes since midnight; `24:00` is 1440. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function isOutOfTerm(date: string, terms: readonly DateRange[]): boolean {
  if (terms.length === 0 || terms.some((term) => term.from <= date && date <= term.to)) return false;
  const first = terms.reduce((least, term) => (term.from < least ? term.from : least), terms[0]!.from);
  const last = terms.reduce((most, term) => (term.to > most ? term.to : most), terms[0]!.to);
  return daysBetween(date, first) <= LONGEST_HOLIDAY && daysBetween(last, date) <= LONGEST_HOLIDAY;
}

function isHoliday(date: string, calendar: SchoolCalendar): boolean {
  return calendar.nonTermDays !== 'ignore' && isOutOfTerm(date, calendar.terms);
}

function isFreeBankHoliday(date: string, calendar: SchoolCalendar): boolean {
  return calendar.bankHolidays === 'england' && isBankHoliday(date);
}

/**
 * Why a moment (milliseconds since 1970 UTC) is outside the school's hours; null when it is within. By the school's clocks,
 * whatever the machine's show; the start of the hours is within and their end is not. Where days out of term are only worth
 * a word, an evening in the holidays is an evening.
 */
export function whyOutside(at: number, calendar: SchoolCalendar): WhyOutside | null {
  const now = civilTime(at, calendar.timeZone);
  if (isFreeBankHoliday(now.date, calendar)) return 'bank-holiday';
  const hours = calendar.hours[now.weekday];
  if (hours === null) return 'weekend';
  const isInHolidays = isHoliday(now.date, calendar);
  if (isInHolidays && calendar.nonTermDays === 'outOfHours') return 'holiday';
  if (now.minute < minuteOf(hours[0]) - calendar.graceMinutes) return 'early';
  if (now.minute >= minuteOf(hours[1]) + calendar.graceMinutes) return 'evening';
  return isInHolidays ? 'holiday' : null;
}

export function isWithinHours(at: number, calendar: SchoolCalendar): boolean {
  return whyOutside(at, calendar) === null;
}

/** The hours of the date that `now` falls on; null when it is free all day. */
function workingHours({ date, weekday }: Pick<CivilTime, 'date' | 'weekday'>, calendar: SchoolCalendar): DayHours {
  if (isFreeBankHoliday(date, calendar) || isHoliday(date, calendar)) return null;
  return calendar.hours[weekday];
}

/**
 * The first moment after `at` when a working day starts, both in milliseconds since 1970 UTC; null when none is known in the
 * next 400 days. Days out of term are passed over unless they are to be ignored.
 */
export function nextStart(at: number, calendar: SchoolCalendar): number | null {
  const today = civilTime(at, calendar.timeZone).date;
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead++) {
    const date = addDays(today, ahead);
    // Noon is never within a change of clocks, so it falls on the date in every zone.
    const { weekday } = civilTime(momentOf(date, 720, calendar.timeZone), calendar.timeZone);
    const hours = workingHours({ date, weekday }, calendar);
    if (hours === null) continue;
    const start = momentOf(date, minuteOf(hours[0]), calendar.timeZone);
    if (start > at) return start;
  }
  return null;
}

/** The hours that the words for a sender name: that day's, or those of the next working day; null when there are none. */
export function hoursToName(at: number, calendar: SchoolCalendar): DayHours {
  const today = workingHours(civilTime(at, calendar.timeZone), calendar);
  if (today !== null) return today;
  const start = nextStart(at, calendar);
  return start === null ? null : workingHours(civilTime(start, calendar.timeZone), calendar);
}
