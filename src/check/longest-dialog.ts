import { NO_EXEMPTIONS, runRules } from '../engine';
import { alertText, LONGEST_ALERT, OR_A_REASON } from '../formatters';
import { placeholdersIn } from '../text';
import type { AnyRule, Finding, Policy, Report, TipValue } from '../domain';

/** A tip with the longest value in every place, as a sender could get it. */
export interface LongestDialog {
  readonly report: Report;
  /** What the dialog shows; null when the severity stops nothing. */
  readonly shown: string | null;
  /** Characters that all of it would take: what was seen, the clause and the advice. */
  readonly length: number;
  /** Of 500; negative when it is too long, and the quotation is then left to the pane. */
  readonly left: number;
  readonly note: string;
}

/** What a text may take when the rule sets no allowance, in characters: an address or a file's name. */
const USUAL_ALLOWANCE = 40;
const LARGEST_NUMBER = 9999;

/** Words as wide as the allowance, so that a preview reads like one. */
function longText(length: number): string {
  return 'Annual review with a very long name indeed '.repeat(Math.ceil(length / 43)).slice(0, length).trimEnd().padEnd(length, '.');
}

/** The situation that a tip speaks to: its own name's, or the longest that its name begins with, or the first. */
export function situationOf(rule: AnyRule, tip: string): string {
  const situations = Object.keys(rule.situations);
  if (situations.includes(tip)) return tip;
  const begins = situations.filter((situation) => tip.startsWith(situation)).sort((a, b) => b.length - a.length);
  return begins[0] ?? situations[0] ?? '';
}

/** The longest value for each placeholder of some texts. */
export function longestValues(rule: AnyRule, templates: readonly (string | null | undefined)[]): { readonly [name: string]: TipValue } {
  const text = templates.map((template) => template ?? '').join(' ');
  const values: { [name: string]: TipValue } = {};
  for (const name of placeholdersIn(text)) values[name] = text.includes(`{${name}:`) ? LARGEST_NUMBER : longText(rule.allowances[name] ?? USUAL_ALLOWANCE);
  return values;
}

/** What fills the places of some texts of a rule. */
export type ValuesOf = (rule: AnyRule, templates: readonly (string | null | undefined)[]) => { readonly [name: string]: TipValue };

/** One tip of a rule under a policy, filled with the longest values, or with others. */
export function longestDialog(rule: AnyRule, tip: string, policy: Policy, valuesOf: ValuesOf = longestValues): LongestDialog | null {
  const words = { ...rule.tips[tip], ...policy.rules[rule.id]?.wording[tip] };
  const setting = policy.rules[rule.id];
  if (setting === undefined || words.saw === undefined) return null;
  const values = valuesOf(rule, [words.saw, words.advice, words.brief, words.note, words.button]);
  const finding: Finding = { situation: situationOf(rule, tip), tip, values, evidence: [], concerns: [] };
  const toy: AnyRule = { ...rule, needs: [], wants: [], check: () => [finding] };
  const on: Policy = { ...policy, rules: { ...policy.rules, [rule.id]: { ...setting, on: true } } };
  const report = runRules({
    rules: [toy],
    policy: on,
    facts: {},
    context: { organisation: policy.organisation, school: null, audience: 'staff', detection: policy.detection, protection: policy.protection, evidence: policy.evidence },
    ceiling: 'block',
    exempting: NO_EXEMPTIONS,
    leadsCeiling: null,
    mayBeRecorded: false,
  });
  const [found] = report.findings;
  if (found === undefined) return null;
  const clause = found.clauses[0];
  const length = found.saw.length + (clause === undefined ? 0 : clause.leadIn.length + clause.text.length + 5) + (found.advice === null ? 0 : found.advice.length + (/^[a-z]/.test(found.advice) ? 10 : 2)) + (report.verdict === 'justify' ? OR_A_REASON.length : 0);
  return { report, shown: alertText(report), length, left: LONGEST_ALERT - length, note: found.note };
}
