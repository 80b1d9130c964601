import * as v from 'valibot';

/** Rules whose events would say when or how somebody works: they are kept as totals alone (D.7 `audit.noPseudonymRules`). */
export const TOTALS_ONLY: readonly string[] = ['out-of-hours', 'missing-subject', 'inappropriate-language'];

const label = v.pipe(v.string(), v.maxLength(60));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date, such as "2026-10-01"'));
const moment = v.pipe(v.string(), v.isoTimestamp('write a moment, such as "2026-10-14T09:30:00Z"'));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What became of a send that was stopped. */
const outcome = v.picklist(['changed', 'sent-after-warning', 'cancelled', 'could-not-check']);

/** All that may be kept of one event (A.6). No class for protected correspondents: nothing of such a mail is ever recorded. */
const event = v.strictObject({
  day,
  hours: v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/, 'write a band of hours, such as "15-18"')),
  school: label,
  rule: label,
  pack: label,
  severity: v.picklist(['inform', 'warn', 'justify', 'block']),
  outcome,
  reason: v.nullable(label),
  recipients: v.picklist(['internal', 'pupil', 'partner', 'personal', 'other']),
  people: v.picklist(['1-9', '10-24', '25-49', '50+']),
  client: label,
  /** Stands for a person until the term ends; only the data protection officer can tell who. */
  pseudonym: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{8,64}$/, 'write the pseudonym, hexadecimal digits'))),
});

/** Counts that remain when events have gone. */
const total = v.strictObject({ rule: label, school: v.nullable(label), reason: v.nullable(label), outcome, sends: whole });

/** When somebody used “Tell the DPO”, and when the officer took it up; null while that has not been. */
const report = v.strictObject({ at: moment, school: label, takenUp: v.nullable(moment) });

const fileSchema = v.strictObject({
  format: v.literal('heed events 1', 'write "heed events 1"'),
  period: v.strictObject({ from: day, to: day }),
  events: v.array(event),
  totals: v.array(total),
  reports: v.array(report),
});

export type Event = v.InferOutput<typeof event>;
export type Total = v.InferOutput<typeof total>;
export type Report = v.InferOutput<typeof report>;
export type Outcome = Event['outcome'];

/** A month of what was recorded. */
export interface Record {
  readonly period: { readonly from: string; readonly to: string };
  /** Within the time they may be kept. */
  readonly events: readonly Event[];
  readonly totals: readonly Total[];
  readonly reports: readonly Report[];
  /** Events that were too old, or of a rule that is kept as totals alone, and are now among the totals. */
  readonly folded: number;
}

const DAY = 86_400_000;

/** Whole days from one ISO date to another. */
function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The total an event becomes: of a rule about habits neither the school nor the reason is left. */
function totalOf({ rule, school, reason, outcome: what }: Event): Total {
  const isHabit = TOTALS_ONLY.includes(rule);
  return { rule, school: isHabit ? null : school, reason: isHabit ? null : reason, outcome: what, sends: 1 };
}

/** Equal totals as one. */
function merged(totals: readonly Total[]): readonly Total[] {
  const all = new Map<string, Total>();
  for (const each of totals) {
    const key = JSON.stringify([each.rule, each.school, each.reason, each.outcome]);
    all.set(key, { ...each, sends: each.sends + (all.get(key)?.sends ?? 0) });
  }
  return [...all.values()];
}

/**
 * Reads a file of recorded events, or says in a sentence what is wrong with it. Events older than `retentionDays`, and
 * those of rules about habits, are totals from here on: nothing else of them is handed out.
 */
export function readEvents(text: string, today: string, retentionDays: number): Record | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'This is not a file of recorded events: it is not JSON.' };
  }
  const { issues, output, success } = v.safeParse(fileSchema, json);
  if (!success) {
    // A key that must not be there says more than one that is missing beside it.
    const isUnknownKey = (issue: (typeof issues)[number]): boolean => issue.type === 'strict_object' && issue.expected === 'never';
    const first = issues.find(isUnknownKey) ?? issues[0];
    const place = first.path === undefined ? '' : `${first.path.map(({ key }) => String(key)).join('.')}: `;
    const known = isUnknownKey(first) ? 'there is no such key. Events hold no address, no subject and no word of an email' : first.message;
    return { problem: `This is not a file of recorded events: ${place}${known}.` };
  }
  const isKept = ({ day: on, rule }: Event): boolean => !TOTALS_ONLY.includes(rule) && daysFrom(on, today) <= retentionDays;
  const folded = output.events.filter((each) => !isKept(each));
  const totals = output.totals.map((each) => (TOTALS_ONLY.includes(each.rule) ? { ...each, school: null, reason: null } : each));
  return { period: output.period, events: output.events.filter(isKept), totals: merged([...totals, ...folded.map(totalOf)]), reports: output.reports, folded: folded.length };
}
