import {
  calendarFor,
  civilTime,
  dayInWords,
  isSupportedZone,
  momentOf,
  nextStart,
  SUPPORTED_ZONES,
  timeInWords,
  whyOutside,
} from '../../src/calendar';
import { organisationWith } from '../recipients/organisation';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What the platform's own tables say that the clocks show: `2026-03-29 02:30 Sun`. */
function platformClock(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  });
  // "Sun, 29/03/2026, 02:30"
  return (at) => {
    const shown = format.format(at);
    return `${shown.slice(11, 15)}-${shown.slice(8, 10)}-${shown.slice(5, 7)} ${shown.slice(17, 22)} ${shown.slice(0, 3)}`;
  };
}

function ourClock(zone: string): (at: number) => string {
  return (at) => {
    const { date, minute, weekday } = civilTime(at, zone);
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `${date} ${time} ${weekday[0]!.toUpperCase()}${weekday.slice(1)}`;
  };
}

describe('civil time', () => {
  test('agrees with the platform for every hour of 2020 to 2040 in Europe/London', () => {
    const platform = platformClock('Europe/London');
    const ours = ourClock('Europe/London');
    const differences: string[] = [];
    let hours = 0;
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2041, 0, 1); at += HOUR) {
      hours++;
      if (platform(at) !== ours(at)) differences.push(`${new Date(at).toISOString()}: ${platform(at)}, not ${ours(at)}`);
    }
    expect(differences).toEqual([]);
    expect(hours).toBe(184_104);
  });

  const nights: readonly (readonly [name: string, from: number])[] = [
    ['the night that clocks go forward in 2026', Date.UTC(2026, 2, 28, 22)],
    ['the night that clocks go back in 2026', Date.UTC(2026, 9, 24, 22)],
    ['the night that clocks go forward in 2024, on the 31st', Date.UTC(2024, 2, 30, 22)],
    ['the night that clocks go back in 2027, on the 31st', Date.UTC(2027, 9, 30, 22)],
  ];
  test.each(nights)('agrees minute by minute over %s, in every zone', (_name, from) => {
    for (const zone of SUPPORTED_ZONES) {
      const platform = platformClock(zone);
      const ours = ourClock(zone);
      for (let at = from; at < from + 6 * HOUR; at += MINUTE) {
        if (platform(at) !== ours(at)) expect([zone, ours(at)]).toEqual([zone, platform(at)]);
      }
    }
    expect(SUPPORTED_ZONES.length).toBeGreaterThan(8);
  });

  test('agrees at noon of every day of 2020 to 2040 in every zone', () => {
    for (const zone of SUPPORTED_ZONES) {
      const platform = platformClock(zone);
      const ours = ourClock(zone);
      for (let at = Date.UTC(2020, 0, 1, 12); at < Date.UTC(2041, 0, 1); at += 24 * HOUR) {
        if (platform(at) !== ours(at)) expect([zone, ours(at)]).toEqual([zone, platform(at)]);
      }
    }
  });

  test('never asks for the machine\'s own time', () => {
    const local = ['getTimezoneOffset', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours', 'getMinutes', 'toLocaleString', 'toString'] as const;
    const spies = local.map((name) =>
      jest.spyOn(Date.prototype, name as 'getHours').mockImplementation(() => {
        throw new Error(`Date.${name} tells the machine's time.`);
      }),
    );
    try {
      const calendar = calendarFor(organisationWith(), null, { nonTermDays: 'ignore', graceMinutes: 0 });
      const evening = Date.UTC(2026, 6, 1, 20, 40);
      expect(ourClock('Europe/London')(evening)).toBe('2026-07-01 21:40 Wed');
      expect(whyOutside(evening, calendar)).toBe('evening');
      const start = nextStart(evening, calendar)!;
      expect(`${dayInWords(start, evening, 'Europe/London')} ${timeInWords(start, 'Europe/London')}`).toBe('tomorrow 08:00');
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  test('names of zones are known exactly', () => {
    expect(['Europe/London', 'GB', 'UTC'].map(isSupportedZone)).toEqual([true, true, true]);
    expect(['europe/london', 'America/New_York', '', 'constructor'].map(isSupportedZone)).toEqual([false, false, false, false]);
  });
});

describe('the moment of a civil time', () => {
  const cases: readonly (readonly [name: string, date: string, minute: number, zone: string, moment: string])[] = [
    ['in winter', '2026-01-05', 450, 'Europe/London', '2026-01-05T07:30:00.000Z'],
    ['in summer', '2026-07-01', 450, 'Europe/London', '2026-07-01T06:30:00.000Z'],
    ['on the morning after clocks went forward', '2026-03-29', 450, 'Europe/London', '2026-03-29T06:30:00.000Z'],
    ['on the morning after clocks went back', '2026-10-25', 450, 'Europe/London', '2026-10-25T07:30:00.000Z'],
    ['of two, the first', '2026-10-25', 90, 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['of a time that is left out, as late after the change', '2026-03-29', 90, 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['just before the change', '2026-03-29', 59, 'Europe/London', '2026-03-29T00:59:00.000Z'],
    ['at midnight at the end of a day', '2026-07-01', 1440, 'Europe/London', '2026-07-01T23:00:00.000Z'],
    ['in UTC', '2026-07-01', 450, 'UTC', '2026-07-01T07:30:00.000Z'],
    ['in Cyprus', '2026-07-01', 450, 'Asia/Nicosia', '2026-07-01T04:30:00.000Z'],
  ];
  test.each(cases)('%s', (_name, date, minute, zone, moment) => {
    expect(new Date(momentOf(date, minute, zone)).toISOString()).toBe(moment);
  });
});
