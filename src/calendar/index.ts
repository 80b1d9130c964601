export { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS, isBankHoliday } from './bank-holidays';
export { calendarFor, hoursToName, isWithinHours, minuteOf, nextStart, whyOutside } from './hours';
export type { SchoolCalendar, WhyOutside } from './hours';
export { dayInWords, MONTH_NAMES, timeInWords } from './words';
export { addDays, civilTime, DAY_NAMES, isSupportedZone, momentOf, SUPPORTED_ZONES } from './zone';
export type { CivilTime, Weekday } from './zone';
