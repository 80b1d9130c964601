import { BANK_HOLIDAY_YEARS, BANK_HOLIDAYS, isBankHoliday } from '../../src/calendar';

const DAY = 86_400_000;

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const n = Math.floor((h + l - 7 * m + 90) / 25);
  const p = (h + l - 7 * m + 33 * n + 19) % 32;
  return Date.UTC(year, n - 1, p);
}

const weekday = (at: number): number => new Date(at).getUTCDay();

function mondayFrom(at: number): number {
  return at + ((8 - weekday(at)) % 7) * DAY;
}

/** Moves holidays that fall on a weekend to the next days that are neither weekend nor holiday. */
function substitute(days: readonly number[]): number[] {
  const kept = days.filter((day) => weekday(day) % 6 !== 0);
  for (const day of days) {
    if (weekday(day) % 6 !== 0) continue;
    let moved = day;
    while (weekday(moved) % 6 === 0 || kept.includes(moved)) moved += DAY;
    kept.push(moved);
  }
  return kept;
}

/** Days that were proclaimed once: added, and taken away. */
const PROCLAIMED: { readonly [year: number]: { readonly added: readonly string[]; readonly removed: readonly string[] } } = {
  2020: { added: ['2020-05-08'], removed: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], removed: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], removed: [] },
};

function bankHolidays(year: number): string[] {
  const fixed = [...substitute([Date.UTC(year, 0, 1)]), ...substitute([Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)])];
  const moving = [easter(year) - 2 * DAY, easter(year) + DAY, mondayFrom(Date.UTC(year, 4, 1)), mondayFrom(Date.UTC(year, 4, 25)), mondayFrom(Date.UTC(year, 7, 25))];
  const days = [...fixed, ...moving].map((day) => new Date(day).toISOString().slice(0, 10));
  const { added, removed } = PROCLAIMED[year] ?? { added: [], removed: [] };
  return [...days.filter((day) => !removed.includes(day)), ...added].sort();
}

describe('bank holidays in England', () => {
  const years = Array.from({ length: BANK_HOLIDAY_YEARS.to - BANK_HOLIDAY_YEARS.from + 1 }, (_, index) => BANK_HOLIDAY_YEARS.from + index);

  test.each(years)('%i is what Easter, the Mondays and the substitution rules make it', (year) => {
    expect(BANK_HOLIDAYS.filter((day) => day.startsWith(`${year}-`))).toEqual(bankHolidays(year));
  });

  test('the table covers the years it says and no other', () => {
    expect(new Set(BANK_HOLIDAYS.map((day) => Number(day.slice(0, 4))))).toEqual(new Set(years));
    expect(isBankHoliday('2019-12-25')).toBe(false);
  });

  const cases: readonly (readonly [name: string, date: string, expected: boolean])[] = [
    ['Christmas Day 2026, a Friday', '2026-12-25', true],
    ['Boxing Day 2026 is a Saturday, and Monday is its substitute', '2026-12-28', true],
    ['Christmas Day 2027 is a Saturday, and Monday is its substitute', '2027-12-27', true],
    ['Boxing Day 2027 is a Sunday, and Tuesday is its substitute', '2027-12-28', true],
    ['New Year\'s Day 2028 is a Saturday, and Monday is its substitute', '2028-01-03', true],
    ['the coronation', '2023-05-08', true],
    ['the spring holiday that was moved in 2022', '2022-05-30', false],
    ['an ordinary day', '2026-09-01', false],
    ['a date that is none', '', false],
  ];
  test.each(cases)('%s', (_name, date, expected) => expect(isBankHoliday(date)).toBe(expected));
});
