import { britishDate, isoFrom } from '../../src/text/british-date';

describe('a date as Britain writes it', () => {
  test.each([
    ['2026-11-23', '23/11/2026'],
    ['2026-11-23T06:00', '23/11/2026 06:00'],
    ['', ''],
    ['soon', 'soon'],
  ])('%s is shown as %s', (iso, shown) => {
    expect(britishDate(iso)).toBe(shown);
  });

  test.each<[string, boolean, string | null]>([
    ['23/11/2026', false, '2026-11-23'],
    ['3.4.2027', false, '2027-04-03'],
    ['2026-11-23', false, '2026-11-23'],
    ['23/11/2026 6:05', true, '2026-11-23T06:05'],
    ['2026-11-23T06:00', true, '2026-11-23T06:00'],
    ['11/23/2026', false, null],
    ['31/02/2027', false, null],
    ['23/11/2026', true, null],
    ['23/11/2026 06:00', false, null],
    ['23/11/2026 24:30', true, null],
    ['tomorrow', false, null],
    ['', false, null],
  ])('%s (with a time: %s) is read as %s', (text, hasTime, iso) => {
    expect(isoFrom(text, hasTime)).toBe(iso);
  });
});
