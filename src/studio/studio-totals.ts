import type { Totals } from '../replay';

const SCHOOLS = ['brookside', 'fellview', 'oakfield'];
const PEOPLE: readonly (readonly [Totals['people'][number]['band'], readonly (number | '<5')[]])[] = [
  ['1-9', [4120, 3870, 6230]],
  ['10-24', [212, 190, 344]],
  ['25-49', [61, 48, 90]],
  ['50-59', [14, 11, 21]],
  ['60-74', [9, '<5', 25]],
  ['75-99', [6, 7, 12]],
  ['100-249', ['<5', 0, 17]],
  ['250+', [0, 0, 12]],
];

/** A month that nobody had, so that a change can be tried before there are totals of one's own. */
export const MADE_UP_TOTALS: Totals = {
  format: 'heed totals 1',
  period: { from: '2026-10-01', to: '2026-10-31' },
  sends: 15_308,
  people: PEOPLE.flatMap(([band, sends]) => SCHOOLS.map((school, index) => ({ measure: 'colleagues' as const, band, school, class: 'inside', sends: sends[index] ?? 0 }))),
  times: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).flatMap((day) =>
    Array.from({ length: 16 }, (_, index) => index + 6).flatMap((hour) =>
      SCHOOLS.map((school, index) => ({ day, hour, school, class: 'inside', sends: hour < 7 || hour > 20 ? ('<5' as const) : hour < 8 || hour > 17 ? 6 + index * 3 : 60 + index * 35 })),
    ),
  ),
  spoke: SCHOOLS.flatMap((school, index) => [
    { rule: 'missing-subject', severity: 'warn' as const, school, class: 'inside', sends: 18 + index * 6 },
    { rule: 'personal-recipient', severity: 'warn' as const, school, class: 'personal', sends: 11 + index * 4 },
    { rule: 'sensitive-attachment', severity: 'justify' as const, school, class: 'outside', sends: index === 1 ? ('<5' as const) : 7 },
  ]),
};
