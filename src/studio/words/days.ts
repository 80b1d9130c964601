const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** `2026-11-23` as “23 November 2026”. */
export function dayWords(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}

/** `2026-11-23T06:00` as “Monday 23 November 2026 at 06:00”. */
export function momentWords(moment: string): string {
  const [date = '', time = ''] = moment.split('T');
  return `${WEEKDAY.format(new Date(`${date}T00:00:00Z`))} ${dayWords(date)} at ${time}`;
}

/** The days of the week, by what packs call them. */
export const WEEKDAYS: { readonly [day: string]: string } = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

/** `2026-11-30T19:55:00Z` by this machine's clock, as “30 November 2026, 19:55”. */
export function clockWords(moment: string): string {
  return new Date(moment).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).replace(' at ', ', ');
}
