import type { Finding, PolicyAtASend, ReportedFinding, RuleAtASend, Tip } from '../domain';
import { capitalised, fillTemplate, shortenEnd } from '../text';
import { quotedClauses } from './quote';

/** The longest note Outlook shows in the compose window, in characters. */
const LONGEST_NOTE = 150;

/** How a sender who has good cause goes on, after "If everyone needs it, ": the policy's severity decides which button there is. */
const ANYWAY: { readonly [S in ReportedFinding['severity']]: string } = {
  inform: 'send it',
  warn: 'choose Send Anyway',
  justify: 'give a reason',
  block: 'ask whom Heed names',
};

/**
 * A finding as it is shown: the rule's words, or the organisation's own where it has some, filled in, with the clauses that
 * speak to its situation.
 */
export function reported(rule: RuleAtASend, finding: Finding, severity: ReportedFinding['severity'], policy: PolicyAtASend): ReportedFinding {
  const name = finding.tip ?? finding.situation;
  const usual = rule.tips[name];
  if (usual === undefined) throw new Error(`engine: ${rule.id} has no tip for "${name}"`);
  const setting = policy.rules[rule.id];
  const tip: Tip = { ...usual, ...setting?.wording[name] };
  const button = setting?.button ?? tip.button;
  const values = { ...finding.values, anyway: ANYWAY[severity], Anyway: capitalised(ANYWAY[severity]) };
  const fill = (template: string): string => fillTemplate(template, values, rule.allowances);
  const saw = fill(tip.saw);
  const advice = tip.advice === null ? null : fill(tip.advice);
  return {
    rule: rule.id,
    title: tip.title ?? rule.title,
    situation: finding.situation,
    severity,
    clauses: quotedClauses(policy, rule.id, finding.situation),
    tip: advice === null ? saw : `${saw} ${capitalised(advice)}`,
    saw,
    advice,
    brief: tip.brief === null ? null : fill(tip.brief),
    ...(button === undefined ? {} : { button: fill(button) }),
    ...(rule.weight === undefined ? {} : { weight: rule.weight }),
    note: shortenEnd(tip.note === undefined ? saw : fill(tip.note), LONGEST_NOTE),
    evidence: finding.evidence,
    fixes: finding.fixes ?? [],
    concerns: finding.concerns,
  };
}
