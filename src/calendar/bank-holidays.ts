/**
 * Bank holidays in England, with substitute days, and the days that were moved or added once. 2020–2027 as published at
 * gov.uk/bank-holidays; 2028–2030 by the rules of the Banking and Financial Dealings Act 1971, Easter and the usual
 * substitution, as nothing else is proclaimed yet. A test works every year out again.
 */
const TABLE: { readonly [year: string]: string } = {
  // VE Day: the early May holiday moved to the Friday.
  '2020': '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  '2021': '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  // Platinum Jubilee: the spring holiday moved to 2 June, and 3 June was added. 19 September: the Queen's funeral.
  '2022': '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  // 8 May: the King's coronation.
  '2023': '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  '2024': '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  '2025': '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  '2026': '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  '2027': '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  '2028': '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  '2029': '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  '2030': '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
};

/** The first and the last year of the table. In other years no day is known as a bank holiday. */
export const BANK_HOLIDAY_YEARS: { readonly from: number; readonly to: number } = { from: 2020, to: 2030 };

const DAYS = new Set<string>();
for (const year of Object.keys(TABLE)) {
  for (const day of TABLE[year]!.split(' ')) DAYS.add(`${year}-${day}`);
}

/** The dates of the table, `YYYY-MM-DD`, in order. */
export const BANK_HOLIDAYS: readonly string[] = Array.from(DAYS).sort();

/** True for a bank holiday in England, or the substitute day of one. */
export function isBankHoliday(date: string): boolean {
  return DAYS.has(date);
}
