import { daysBetween } from './formats';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SMALL_NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `July 2024`, as policies print their dates. */
export function monthAndYear(date: string): string {
  const [year = '', month = ''] = date.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `12 October 2026`. */
export function fullDate(date: string): string {
  return `${Number(date.split('-')[2] ?? '')} ${monthAndYear(date)}`;
}

/** `1 day`, `40 days`. */
export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function small(count: number): string {
  return SMALL_NUMBERS[count] ?? String(count);
}

/** How long ago a past date was, as people say it: `12 days ago`, `more than two years ago`. */
export function howLongAgo(date: string, today: string): string {
  const passed = daysBetween(date, today);
  if (passed < 31) return `${days(passed)} ago`;
  // 365.25 and 30.44: the mean lengths of a year and of a month.
  const years = Math.floor(passed / 365.25);
  if (years > 0) return `more than ${small(years)} ${years === 1 ? 'year' : 'years'} ago`;
  const months = Math.floor(passed / 30.44);
  return `more than ${small(months)} ${months === 1 ? 'month' : 'months'} ago`;
}
