import type { WeekHours } from '../../src/domain';
import { calendarFor, dayInWords, hoursToName, isWithinHours, nextStart, timeInWords, whyOutside } from '../../src/calendar';
import type { SchoolCalendar, WhyOutside } from '../../src/calendar';
import { organisationWith, schoolWith } from '../recipients/organisation';

const DAY = ['07:30', '18:00'] as const;
const WEEK: WeekHours = { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: null, sun: null };

const TERMS = [
  { from: '2025-09-01', to: '2025-12-19' },
  { from: '2026-01-05', to: '2026-03-27' },
  { from: '2026-04-13', to: '2026-07-21' },
];

function calendarWith(changes: Partial<SchoolCalendar> = {}): SchoolCalendar {
  return { timeZone: 'Europe/London', hours: WEEK, terms: [], bankHolidays: 'england', nonTermDays: 'outOfHours', graceMinutes: 0, ...changes };
}

const at = (moment: string): number => Date.parse(moment);

describe('whyOutside', () => {
  const plain = calendarWith();
  const inTerms = calendarWith({ terms: TERMS });
  const cases: readonly (readonly [name: string, calendar: SchoolCalendar, moment: string, expected: WhyOutside | null])[] = [
    ['the minute before the start is early', plain, '2026-01-13T07:29:59Z', 'early'],
    ['the start is within', plain, '2026-01-13T07:30:00Z', null],
    ['the last minute is within', plain, '2026-01-13T17:59:59Z', null],
    ['the end is outside', plain, '2026-01-13T18:00:00Z', 'evening'],
    ['20:40 UTC in summer is 21:40 in school', plain, '2026-06-09T20:40:00Z', 'evening'],
    ['06:45 UTC in summer is 07:45 in school', plain, '2026-06-09T06:45:00Z', null],
    ['17:30 UTC in summer is 18:30 in school', plain, '2026-06-09T17:30:00Z', 'evening'],
    ['23:30 UTC on a summer Friday is already Saturday', plain, '2026-06-12T23:30:00Z', 'weekend'],
    ['00:30 in school on a Monday in summer is early, though it is Sunday in UTC', plain, '2026-06-07T23:30:00Z', 'early'],
    ['Saturday', plain, '2026-01-17T12:00:00Z', 'weekend'],
    ['Sunday', plain, '2026-01-18T12:00:00Z', 'weekend'],
    ['Good Friday at noon', plain, '2026-04-03T11:00:00Z', 'bank-holiday'],
    ['the substitute day for Boxing Day', plain, '2026-12-28T12:00:00Z', 'bank-holiday'],
    ['a bank holiday where they are not kept', calendarWith({ bankHolidays: 'none' }), '2026-04-03T11:00:00Z', null],
    ['the Friday before clocks go forward, 17:59', plain, '2026-03-27T17:59:00Z', null],
    ['the Monday after clocks went forward, 07:30', plain, '2026-03-30T06:30:00Z', null],
    ['the Monday after clocks went forward, 07:29', plain, '2026-03-30T06:29:00Z', 'early'],
    ['the Friday before clocks go back, 18:00', plain, '2026-10-23T17:00:00Z', 'evening'],
    ['the Monday after clocks went back, 07:30', plain, '2026-10-26T07:30:00Z', null],
    ['the Monday after clocks went back, 07:29', plain, '2026-10-26T07:29:00Z', 'early'],
    ['ten minutes of grace before the start', calendarWith({ graceMinutes: 10 }), '2026-01-13T07:20:00Z', null],
    ['more than ten minutes before the start', calendarWith({ graceMinutes: 10 }), '2026-01-13T07:19:59Z', 'early'],
    ['the last minute of grace after the end', calendarWith({ graceMinutes: 10 }), '2026-01-13T18:09:59Z', null],
    ['the end of the grace', calendarWith({ graceMinutes: 10 }), '2026-01-13T18:10:00Z', 'evening'],
    ['a school that is open to midnight', calendarWith({ hours: { ...WEEK, tue: ['00:00', '24:00'] } }), '2026-01-13T23:59:59Z', null],
    ['a Saturday school', calendarWith({ hours: { ...WEEK, sat: ['09:00', '12:00'] } }), '2026-01-17T11:59:00Z', null],
    ['a part-time Wednesday', calendarWith({ hours: { ...WEEK, wed: ['07:30', '12:30'] } }), '2026-01-14T12:30:00Z', 'evening'],
    ['without terms, August is in term', plain, '2026-08-11T10:00:00Z', null],
    ['the first day of term', inTerms, '2026-01-05T10:00:00Z', null],
    ['the last day of term', inTerms, '2026-03-27T17:00:00Z', null],
    ['the day after the last day of term is a weekend first', inTerms, '2026-03-28T12:00:00Z', 'weekend'],
    ['a weekday between terms', inTerms, '2026-03-31T10:00:00Z', 'holiday'],
    ['an evening between terms is a holiday', inTerms, '2026-03-31T21:00:00Z', 'holiday'],
    ['a bank holiday between terms is a bank holiday', inTerms, '2026-04-06T10:00:00Z', 'bank-holiday'],
    ['a weekday between terms where they are ignored', calendarWith({ terms: TERMS, nonTermDays: 'ignore' }), '2026-03-31T10:00:00Z', null],
    ['a weekday between terms where they are worth a word', calendarWith({ terms: TERMS, nonTermDays: 'inform' }), '2026-03-31T10:00:00Z', 'holiday'],
    ['an evening between terms where they are worth a word', calendarWith({ terms: TERMS, nonTermDays: 'inform' }), '2026-03-31T20:00:00Z', 'evening'],
    ['the summer holiday after the last term that is listed', inTerms, '2026-08-11T10:00:00Z', 'holiday'],
    ['the next autumn, when nobody has listed new terms, is in term', inTerms, '2026-09-22T10:00:00Z', null],
    ['long before the first term that is listed is in term', inTerms, '2025-06-10T10:00:00Z', null],
  ];
  test.each(cases)('%s', (_name, calendar, moment, expected) => {
    expect(whyOutside(at(moment), calendar)).toBe(expected);
    expect(isWithinHours(at(moment), calendar)).toBe(expected === null);
  });

  const overNight = calendarWith({ hours: { ...WEEK, sun: ['01:30', '02:30'] } });
  const nights: readonly (readonly [name: string, day: string, within: number])[] = [
    ['clocks go forward: 01:30 is left out, so 30 minutes are within', '2026-03-29', 30],
    ['clocks go back: 01:30 to 02:00 comes twice, so 90 minutes are within', '2026-10-25', 90],
    ['an ordinary night: 60 minutes are within', '2026-11-01', 60],
  ];
  test.each(nights)('%s', (_name, day, within) => {
    let count = 0;
    for (let minute = 0; minute < 360; minute++) {
      if (whyOutside(at(`${day}T00:00:00Z`) + minute * 60_000, overNight) === null) count++;
    }
    expect(count).toBe(within);
  });
});

describe('nextStart', () => {
  const cases: readonly (readonly [name: string, calendar: SchoolCalendar, moment: string, expected: string | null])[] = [
    ['in the evening, tomorrow', calendarWith(), '2026-01-13T21:40:00Z', '2026-01-14T07:30:00.000Z'],
    ['before the start, today', calendarWith(), '2026-01-13T06:00:00Z', '2026-01-13T07:30:00.000Z'],
    ['at the start, the next day', calendarWith(), '2026-01-13T07:30:00Z', '2026-01-14T07:30:00.000Z'],
    ['on Friday evening, Monday', calendarWith(), '2026-01-16T19:00:00Z', '2026-01-19T07:30:00.000Z'],
    ['over the change to summer time', calendarWith(), '2026-03-27T19:00:00Z', '2026-03-30T06:30:00.000Z'],
    ['over the change to winter time', calendarWith(), '2026-10-23T19:00:00Z', '2026-10-26T07:30:00.000Z'],
    ['over Easter, Tuesday', calendarWith(), '2026-04-02T19:00:00Z', '2026-04-07T06:30:00.000Z'],
    ['over Christmas 2026', calendarWith(), '2026-12-24T19:00:00Z', '2026-12-29T07:30:00.000Z'],
    ['in the holidays, the first day of term', calendarWith({ terms: TERMS }), '2026-03-30T19:00:00Z', '2026-04-13T06:30:00.000Z'],
    ['in the holidays where they are ignored, tomorrow', calendarWith({ terms: TERMS, nonTermDays: 'ignore' }), '2026-03-30T19:00:00Z', '2026-03-31T06:30:00.000Z'],
    ['at 00:30 in school, the same morning, though it is the day before in UTC', calendarWith(), '2026-06-08T23:30:00Z', '2026-06-09T06:30:00.000Z'],
    ['for a school that never opens, none', calendarWith({ hours: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null } }), '2026-01-13T21:40:00Z', null],
  ];
  test.each(cases)('%s', (_name, calendar, moment, expected) => {
    const start = nextStart(at(moment), calendar);
    expect(start === null ? null : new Date(start).toISOString()).toBe(expected);
    if (start !== null) expect(isWithinHours(start, calendar)).toBe(true);
  });

  test('the hours that are named are the day\'s, or those of the next working day', () => {
    const calendar = calendarWith({ hours: { ...WEEK, mon: ['08:00', '17:00'] } });
    expect(hoursToName(at('2026-01-13T21:40:00Z'), calendar)).toEqual(['07:30', '18:00']);
    expect(hoursToName(at('2026-01-17T12:00:00Z'), calendar)).toEqual(['08:00', '17:00']);
  });
});

describe('the calendar of a school', () => {
  const own = ['08:30', '16:00'] as const;
  const organisation = organisationWith({
    terms: TERMS,
    schools: [
      schoolWith({ id: 'oakfield', hours: { ...WEEK, mon: own }, terms: [{ from: '2026-01-06', to: '2026-03-20' }] }),
      schoolWith({ id: 'riverside' }),
    ],
  });
  const settings = { nonTermDays: 'ignore', graceMinutes: 0 } as const;

  test('a school has its own hours and terms', () => {
    const calendar = calendarFor(organisation, 'oakfield', settings);
    expect(calendar.hours.mon).toEqual(own);
    expect(calendar.terms).toEqual([{ from: '2026-01-06', to: '2026-03-20' }]);
  });

  test.each(['riverside', 'no-such-school', null])('what %s does not set is the organisation\'s', (id) => {
    const calendar = calendarFor(organisation, id, settings);
    expect(calendar.hours).toBe(organisation.hours);
    expect(calendar.terms).toBe(TERMS);
  });
});

describe('words', () => {
  const zone = 'Europe/London';
  const now = at('2026-09-03T20:40:00Z');
  const cases: readonly (readonly [name: string, moment: string, expected: string])[] = [
    ['the same day', '2026-09-03T22:00:00Z', 'today'],
    ['after midnight in school', '2026-09-03T23:30:00Z', 'tomorrow'],
    ['the day after', '2026-09-04T06:30:00Z', 'tomorrow'],
    ['within a week', '2026-09-07T06:30:00Z', 'Monday'],
    ['a week on', '2026-09-10T06:30:00Z', 'Thursday 10 September'],
    ['in another year', '2027-01-04T07:30:00Z', 'Monday 4 January 2027'],
    ['the day before', '2026-09-02T06:30:00Z', 'Wednesday 2 September'],
  ];
  test.each(cases)('%s', (_name, moment, expected) => expect(dayInWords(at(moment), now, zone)).toBe(expected));

  test.each([
    ['2026-09-03T20:40:00Z', '21:40'],
    ['2026-01-13T07:05:00Z', '07:05'],
    ['2026-06-09T23:00:00Z', '00:00'],
  ])('%s is %s by the school\'s clock', (moment, expected) => expect(timeInWords(at(moment), zone)).toBe(expected));
});
