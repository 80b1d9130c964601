import * as v from 'valibot';
import type { Policy, WeekHours } from '../domain';
import { stopsSending } from '../domain';

/** The bands that counts of people are kept in: finer than the steps of a setting (AC9.1). The last has no end. */
export const BANDS = ['1-9', '10-24', '25-49', '50-59', '60-74', '75-99', '100-249', '250+'] as const;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The fewest events a cell is shown with (D.7 `audit.minCell`); fewer read “<5”. */
export const SMALLEST_CELL = 5;

const count = v.union([v.literal('<5'), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9))], 'write a whole number, or "<5"');
const label = v.pipe(v.string(), v.maxLength(60));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date, such as "2026-10-01"'));

/** Last month in counts alone: no subject, body, sender or address. Documented in docs/studio.md. */
const totalsSchema = v.strictObject({
  format: v.literal('heed totals 1', 'write "heed totals 1"'),
  period: v.strictObject({ from: date, to: date }),
  sends: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Sends by how many colleagues were written one by one, or by the size of the largest list. */
  people: v.array(v.strictObject({ measure: v.picklist(['colleagues', 'listSize']), band: v.picklist(BANDS), school: label, class: label, sends: count })),
  /** Sends by the hour they left, on the schools' clocks. */
  times: v.array(v.strictObject({ day: v.picklist(DAYS), hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)), school: label, class: label, sends: count })),
  /** How often each rule spoke under the policy in force. */
  spoke: v.array(v.strictObject({ rule: label, severity: v.picklist(['inform', 'warn', 'justify', 'block']), school: label, class: label, sends: count })),
});

export type Totals = v.InferOutput<typeof totalsSchema>;

/** Reads a file of totals, or says in a sentence what is wrong with it. */
export function readTotals(text: string): Totals | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'This is not a file of totals: it is not JSON.' };
  }
  const { issues, output, success } = v.safeParse(totalsSchema, json);
  if (success) return output;
  const [first] = issues;
  return { problem: `This is not a file of totals: ${first.path === undefined ? '' : `${first.path.map(({ key }) => String(key)).join('.')}: `}${first.message}.` };
}

/** A count that is only known to lie between two numbers, both included. */
export interface Between {
  readonly least: number;
  readonly most: number;
}

const NOTHING: Between = { least: 0, most: 0 };
const add = (a: Between, b: Between): Between => ({ least: a.least + b.least, most: a.most + b.most });

function counted(sends: Totals['people'][number]['sends']): Between {
  return sends === '<5' ? { least: 0, most: SMALLEST_CELL - 1 } : { least: sends, most: sends };
}

/** `61`, `between 58 and 64`, `<5`. */
export function betweenInWords({ least, most }: Between): string {
  if (most < SMALLEST_CELL) return `<${SMALLEST_CELL}`;
  if (least === most) return String(least);
  return `between ${least < SMALLEST_CELL ? `<${SMALLEST_CELL}` : least} and ${most}`;
}

/** One cell of the totals, and whether the rule stops it: surely, perhaps, or not. */
interface Judged {
  readonly school: string;
  readonly class: string;
  readonly sends: Between;
  readonly before: Stop;
  readonly after: Stop;
}

type Stop = 'yes' | 'perhaps' | 'no';

/** What a change would have done to last month, from counts alone. */
export interface TotalsAnswer {
  readonly before: Between;
  readonly after: Between;
  /** Sends that would no longer be stopped, and that would be stopped for the first time. */
  readonly fewer: Between;
  readonly more: Between;
  readonly schools: readonly { readonly name: string; readonly before: Between; readonly after: Between }[];
  readonly classes: readonly { readonly name: string; readonly before: Between; readonly after: Between }[];
}

function stops(policy: Policy, rule: string, situations: readonly string[]): boolean {
  const setting = policy.rules[rule];
  return setting !== undefined && setting.on && situations.some((situation) => stopsSending(setting.severity[situation] === 'off' ? 'allow' : (setting.severity[situation] ?? 'allow')));
}

function bandOf(band: string): readonly [number, number] {
  const [from = '0', to] = band.replace('+', '-').split('-');
  return [Number(from), to === undefined || to === '' ? Infinity : Number(to)];
}

/** Whether sends of a band reach a threshold. */
function reaches(band: string, threshold: number): Stop {
  const [from, to] = bandOf(band);
  return from >= threshold ? 'yes' : to >= threshold ? 'perhaps' : 'no';
}

function optionOf(policy: Policy, rule: string, option: string): number {
  const value = (policy.rules[rule]?.options as { readonly [name: string]: unknown } | undefined)?.[option];
  return typeof value === 'number' ? value : 0;
}

function hoursFor(policy: Policy, school: string): WeekHours {
  return policy.organisation.schools.find(({ id }) => id === school.toLowerCase())?.hours ?? policy.organisation.hours;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether the hour lies outside the school's hours: wholly, in part or not. */
function isOutside(policy: Policy, cell: Totals['times'][number]): Stop {
  const day = hoursFor(policy, cell.school)[cell.day];
  if (day === null) return 'yes';
  const grace = optionOf(policy, 'out-of-hours', 'graceMinutes');
  const [start, end, from] = [minutes(day[0]) - grace, minutes(day[1]) + grace, cell.hour * 60];
  if (from >= end || from + 60 <= start) return 'yes';
  return from >= start && from + 60 <= end ? 'no' : 'perhaps';
}

/** How a rule is judged on counts alone; rules that look at content are not here. */
const JUDGES: { readonly [rule: string]: (totals: Totals, before: Policy, after: Policy) => readonly Judged[] } = {
  'all-staff': (totals, before, after) =>
    totals.people.map(({ measure, band, school, class: recipients, sends }) => {
      const [option, situations] = measure === 'colleagues' ? (['directRecipients', ['many', 'reply']] as const) : (['groupSize', ['list', 'reply']] as const);
      const judged = (policy: Policy): Stop => (stops(policy, 'all-staff', situations) ? reaches(band, optionOf(policy, 'all-staff', option)) : 'no');
      return { school, class: recipients, sends: counted(sends), before: judged(before), after: judged(after) };
    }),
  'out-of-hours': (totals, before, after) =>
    totals.times
      .filter((cell) => cell.class === 'inside')
      .map((cell) => {
        const judged = (policy: Policy): Stop => (stops(policy, 'out-of-hours', ['colleagues']) ? isOutside(policy, cell) : 'no');
        return { school: cell.school, class: cell.class, sends: counted(cell.sends), before: judged(before), after: judged(after) };
      }),
};

/** True for a rule that counts alone can answer for; the others need drafts (AC9.2). */
export function isAnsweredByTotals(rule: string): boolean {
  return JUDGES[rule] !== undefined;
}

function under(sends: Between, stop: Stop): Between {
  return stop === 'yes' ? sends : stop === 'perhaps' ? { least: 0, most: sends.most } : NOTHING;
}

/** Of a cell that was judged one way and is judged another, how many change. */
function turned(sends: Between, from: Stop, to: Stop): Between {
  if (from === 'yes' && to === 'no') return sends;
  return from !== 'no' && to !== 'yes' && from !== to ? { least: 0, most: sends.most } : NOTHING;
}

function grouped(cells: readonly Judged[], by: 'school' | 'class'): TotalsAnswer['schools'] {
  return [...new Set(cells.map((cell) => cell[by]))].sort().map((name) => {
    const own = cells.filter((cell) => cell[by] === name);
    return { name, before: own.reduce((sum, cell) => add(sum, under(cell.sends, cell.before)), NOTHING), after: own.reduce((sum, cell) => add(sum, under(cell.sends, cell.after)), NOTHING) };
  });
}

/** What a change of one rule would have done to last month; null for a rule that looks at content. */
export function replayTotals(totals: Totals, rule: string, before: Policy, after: Policy): TotalsAnswer | null {
  const judge = JUDGES[rule];
  if (judge === undefined) return null;
  const cells = judge(totals, before, after);
  const sum = (of: (cell: Judged) => Between): Between => cells.reduce((total, cell) => add(total, of(cell)), NOTHING);
  return {
    before: sum((cell) => under(cell.sends, cell.before)),
    after: sum((cell) => under(cell.sends, cell.after)),
    fewer: sum((cell) => turned(cell.sends, cell.before, cell.after)),
    more: sum((cell) => turned(cell.sends, cell.after, cell.before)),
    schools: grouped(cells, 'school'),
    classes: grouped(cells, 'class'),
  };
}

/** How often a rule spoke in the period, by severity and all together. */
export function spokeIn(totals: Totals, rule: string): Between {
  return totals.spoke.filter((cell) => cell.rule === rule).reduce((sum, { sends }) => add(sum, counted(sends)), NOTHING);
}
