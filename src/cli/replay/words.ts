import { isDeepStrictEqual } from 'node:util';
import { budgetOf, NO_SCHOOL, spokenAt } from '../../replay';
import type { Result, Slice, Tally } from '../../replay';

function mails(count: number): string {
  return count === 1 ? '1 mail' : `${count} mails`;
}

/** `2.9 %`, with one digit after the point. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function ruleLines(tally: Tally): readonly string[] {
  return Object.entries(tally.rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, counts]) => `    ${rule.padEnd(24)}${spokenAt(counts).map((severity) => `${severity} ${counts[severity] ?? 0}`).join(', ')}`);
}

function budgetLines(tally: Tally): readonly string[] {
  const { share, goal, isWithin, spending } = budgetOf(tally);
  return [
    `  Prompt budget: ${percent(share)} of sends are stopped (goal: under ${percent(goal)}${isWithin ? '' : ', not met'})`,
    ...spending.map(({ rule, stops, share: part }) => `    ${rule.padEnd(24)}${stops} of the stops, ${percent(part)} of all sends`),
  ];
}

function sliceLines(title: string, slices: { readonly [name: string]: Slice }, said: (name: string) => string = (name) => name): readonly string[] {
  const names = Object.keys(slices).sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  if (names.length === 0) return [];
  return [`  ${title}`, ...names.map((name) => `    ${said(name).padEnd(24)}${slices[name]?.stopped ?? 0} of ${slices[name]?.mails ?? 0} stopped`)];
}

function tallyLines(title: string, tally: Tally): readonly string[] {
  return [
    `${title}: ${tally.stopped} of ${mails(tally.mails)} would be stopped.`,
    ...budgetLines(tally),
    '  How often each rule speaks',
    ...ruleLines(tally),
    ...sliceLines('By school', tally.schools, (id) => (id === NO_SCHOOL ? 'no listed school' : id)),
    ...sliceLines('By hour of sending', tally.hours, (hour) => `${hour.padStart(2, '0')}:00`),
    ...sliceLines('By the least trusted recipient', tally.classes),
  ];
}

/** How many changed mails are printed; `--json` gives all of them. */
const CHANGES_SHOWN = 20;

function changeLines(title: string, changed: Result['changed']): readonly string[] {
  const lines = changed.slice(0, CHANGES_SHOWN).map(({ file, from, to, gone, added }) => {
    const words = [...gone.map((each) => `no longer ${each}`), ...added.map((each) => `now ${each}`)].join('; ');
    return `  ${file}: ${from === to ? from : `${from} → ${to}`} (${words})`;
  });
  const more = changed.length - lines.length;
  return [title, ...lines, ...(more > 0 ? [`  and ${more} more; --json names them all`] : [])];
}

/** What another policy would answer, and apart from it what would be answered as before for another cause. */
function comparison({ changed }: Result): readonly string[] {
  const other = changed.filter(({ from, to }) => from !== to);
  const same = changed.filter(({ from, to }) => from === to);
  return [
    ...changeLines(`${mails(other.length)} would get another answer.`, other),
    ...(same.length === 0 ? [] : changeLines(`${mails(same.length)} would get the same answer, with other findings.`, same)),
  ];
}

/** What could not be read, and why; nothing where all was. */
export function unreadLines({ unread, unreadFiles }: Result): readonly string[] {
  if (unread === 0) return [];
  return [`${mails(unread)} could not be read and ${unread === 1 ? 'is' : 'are'} not counted:`, ...unreadFiles.map(({ file, reason }) => `  ${file}, because ${reason}`)];
}

/** The figures under another policy; one line where there is no other figure in them. */
function otherTallyLines(title: string, after: Tally, before: Tally): readonly string[] {
  return isDeepStrictEqual(after, before) ? [`${title}: the same in every figure.`] : tallyLines(title, after);
}

/** A result as lines for a terminal. */
export function resultLines(result: Result, names: { readonly before: string; readonly after: string | null }): readonly string[] {
  const unread = unreadLines(result);
  if (result.before.mails === 0) return unread;
  return [
    ...tallyLines(`Under ${names.before}`, result.before),
    ...(result.after === null ? [] : ['', ...otherTallyLines(`Under ${names.after ?? ''}`, result.after, result.before), '', ...comparison(result)]),
    ...(unread.length === 0 ? [] : ['', ...unread]),
  ];
}

/** One line of `heed replay --json`: a public contract. The budget is null where no mail was counted. */
export function resultLine({ before, after, changed, unread }: Result): object {
  const { mails: count, stopped, rules, leads, schools, hours, classes } = before;
  return {
    mails: count,
    stopped,
    rules,
    changed: changed.filter(({ from, to }) => from !== to).map(({ file, from, to }) => ({ file, from, to })),
    unread,
    budget: count === 0 ? null : budgetOf(before),
    leads,
    schools,
    hours,
    classes,
    ...(after === null ? {} : { against: { ...after, budget: budgetOf(after) }, reworded: changed.filter(({ from, to }) => from === to).map(({ file, gone, added }) => ({ file, gone, added })) }),
  };
}
