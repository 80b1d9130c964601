import { TOTALS_ONLY } from './events';
import type { Outcome, Record, Report } from './events';

/** The fewest events a cell is shown with (D.7 `audit.minCell`). */
const SMALLEST_CELL = 5;

/** A count that may be shown: `<5` hides the few behind it, and `19+` is a sum that would tell them. */
export type Shown = number | '<5' | `${number}+`;

/** Sends that went on after a rule had spoken, by rule, school and reason. */
export interface OverrideRow {
  readonly rule: string;
  readonly school: string;
  /** The code of the reason; null where none was asked for. */
  readonly reason: string | null;
  readonly sends: Shown;
}

export interface Digest {
  readonly overrides: readonly OverrideRow[];
  /** By rule: how often it spoke, and what became of it. Rules about habits are here alone. */
  readonly rules: readonly { readonly rule: string; readonly isTotalsOnly: boolean; readonly outcomes: { readonly [O in Outcome]: Shown } }[];
  /** Reports to the data protection officer: somebody put a mistake right. */
  readonly reports: Shown;
}

export const shown = (count: number): Shown => (count > 0 && count < SMALLEST_CELL ? '<5' : count);

interface Counted {
  readonly rule: string;
  readonly school: string | null;
  readonly reason: string | null;
  readonly outcome: Outcome;
  readonly sends: number;
}

function sumBy(counted: readonly Counted[], keyOf: (each: Counted) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const each of counted) sums.set(keyOf(each), (sums.get(keyOf(each)) ?? 0) + each.sends);
  return sums;
}

/** The month for the data protection officer and the Board: counts alone, the small ones hidden. */
export function digestOf({ events, totals, reports }: Record): Digest {
  const counted: readonly Counted[] = [...events.map((event) => ({ ...event, sends: 1 })), ...totals];
  const sent = counted.filter(({ outcome, rule, school }) => outcome === 'sent-after-warning' && !TOTALS_ONLY.includes(rule) && school !== null);
  const byCell = sumBy(sent, ({ rule, school, reason }) => JSON.stringify([rule, school, reason]));
  const overrides = [...byCell].map(([key, sends]) => {
    const [rule, school, reason] = JSON.parse(key) as [string, string, string | null];
    return { rule, school, reason, count: sends };
  });
  overrides.sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  // A rule's sum less its shown cells would be its hidden cell.
  const sentOf = (rule: string): Shown => {
    const own = overrides.filter((row) => row.rule === rule).map(({ count: sends }) => sends);
    const open = own.filter((sends) => shown(sends) !== '<5').reduce((sum, sends) => sum + sends, 0);
    return own.some((sends) => shown(sends) === '<5') && open > 0 ? `${open}+` : count(rule, 'sent-after-warning');
  };
  const byOutcome = sumBy(counted, ({ rule, outcome }) => `${rule} ${outcome}`);
  const count = (rule: string, outcome: Outcome): Shown => shown(byOutcome.get(`${rule} ${outcome}`) ?? 0);
  return {
    overrides: overrides.map(({ count: sends, ...row }) => ({ ...row, sends: shown(sends) })),
    rules: [...new Set(counted.map(({ rule }) => rule))].sort().map((rule) => ({
      rule,
      isTotalsOnly: TOTALS_ONLY.includes(rule),
      outcomes: { changed: count(rule, 'changed'), 'sent-after-warning': sentOf(rule), cancelled: count(rule, 'cancelled'), 'could-not-check': count(rule, 'could-not-check') },
    })),
    reports: shown(reports.length),
  };
}

/** Hours a breach may take to reach the regulator (UK GDPR, article 33). */
export const BREACH_HOURS = 72;

/** Whole hours from a report until it was taken up, or until now. */
export function hoursSince({ at, takenUp }: Report, now: string): number {
  return Math.floor((Date.parse(takenUp ?? now) - Date.parse(at)) / 3_600_000);
}

/** The overrides as lines for a spreadsheet. Codes hold no comma and no quotation mark, names of schools may. */
export function digestCsv({ overrides }: Digest, namesOf: { readonly rule: (id: string) => string; readonly school: (id: string) => string; readonly reason: (code: string | null) => string }): string {
  // A cell that begins like a formula would be run by a spreadsheet.
  const cell = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replace(/"/g, '""')}"`;
  const lines = overrides.map(({ rule, school, reason, sends }) => [namesOf.rule(rule), namesOf.school(school), namesOf.reason(reason), String(sends)].map(cell).join(','));
  return ['"Rule","School","Reason","Sends"', ...lines, ''].join('\r\n');
}
