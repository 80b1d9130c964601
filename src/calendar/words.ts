import { civilTime, DAY_NAMES, daysBetween, WEEKDAYS } from './zone';

export const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

/** A moment (milliseconds since 1970 UTC) by a zone's clocks: `21:40`. */
export function timeInWords(at: number, zone: string): string {
  const { minute } = civilTime(at, zone);
  return `${`0${Math.floor(minute / 60)}`.slice(-2)}:${`0${minute % 60}`.slice(-2)}`;
}

/**
 * The day of a moment, as someone says it at another (`now`): `today`, `tomorrow`, `Monday` within a week, else
 * `Monday 7 September`, and with its year when that is another one.
 */
export function dayInWords(at: number, now: number, zone: string): string {
  const day = civilTime(at, zone);
  const today = civilTime(now, zone);
  const ahead = daysBetween(today.date, day.date);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  const name = DAY_NAMES[WEEKDAYS.indexOf(day.weekday)]!;
  if (ahead > 1 && ahead < 7) return name;
  const [year, month, date] = day.date.split('-');
  const words = `${name} ${Number(date)} ${MONTH_NAMES[Number(month) - 1]!}`;
  return year === today.date.slice(0, 4) ? words : `${words} ${year}`;
}
