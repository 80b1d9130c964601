import { isUnreadable, isWorse, milder, worst } from '../domain';
import type {
  AnyRule,
  AttachmentContent,
  Audience,
  Draft,
  DraftKind,
  Finding,
  Part,
  Policy,
  Report,
  ReportedFinding,
  RuleContext,
  Severity,
  Unchecked,
  Unreadable,
  Verdict,
} from '../domain';
import { capitalised, fillTemplate, shortenEnd } from '../text';
import { quotedClauses } from './quote';

/** What is known of a draft when the rules run: each part read, unreadable, or not asked for. */
export type Facts = { readonly [P in Part]?: Draft[P] | Unreadable };

/** The longest note Outlook shows in the compose window, in characters. */
const LONGEST_NOTE = 150;

export interface RunOptions {
  /** The rules that count for this draft: `activeRules`. */
  readonly rules: readonly AnyRule[];
  readonly policy: Policy;
  readonly facts: Facts;
  readonly context: RuleContext;
  /** The worst severity any finding may have; `warn` when a protected correspondent is among the recipients. */
  readonly ceiling: Severity;
  readonly mayBeRecorded: boolean;
}

/**
 * The rules that are on under this policy, apply to this kind of draft and have no exemption in force for the sender.
 * `isFor` tells whether an exemption names the sender; `today` is an ISO date.
 */
export function activeRules(
  rules: readonly AnyRule[],
  policy: Policy,
  kind: DraftKind,
  today: string,
  isFor: (exemption: string) => boolean,
): readonly AnyRule[] {
  return rules.filter((rule) => {
    const setting = policy.rules[rule.id];
    if (setting === undefined || !setting.on || !rule.appliesTo.includes(kind)) return false;
    return !setting.exemptions.some((exemption) => exemption.expires >= today && isFor(exemption.for));
  });
}

/** Every part that at least one of the rules needs or wants. */
export function partsFor(rules: readonly AnyRule[]): readonly Part[] {
  const parts: Part[] = [];
  for (const rule of rules) {
    for (const part of [...rule.needs, ...rule.wants]) {
      if (!parts.includes(part)) parts.push(part);
    }
  }
  return parts;
}

/** The parts a rule may see, or why it cannot run. */
function viewOf(rule: AnyRule, facts: Facts): Partial<Draft> | Unreadable {
  const view: { [part: string]: unknown } = {};
  for (const part of rule.needs) {
    const value = facts[part];
    if (isUnreadable(value)) return value;
    if (value === undefined) return { unreadable: `the ${part} could not be read` };
    view[part] = value;
  }
  for (const part of rule.wants) {
    const value = facts[part];
    if (value !== undefined && !isUnreadable(value)) view[part] = value;
  }
  return view;
}

/** How a sender who has good cause goes on, after "If everyone needs it, ": the policy's severity decides which button there is. */
const ANYWAY: { readonly [S in ReportedFinding['severity']]: string } = {
  inform: 'send it',
  warn: 'choose Send Anyway',
  justify: 'give a reason',
  block: 'ask whom Heed names',
};

/** What the rule finds. A fault in a rule is said like anything else that keeps it from running: a send must not hang on it. */
function findingsOf(rule: AnyRule, view: Partial<Draft>, options: unknown, context: RuleContext): readonly Finding[] | Unreadable {
  try {
    return rule.check(view, options, context);
  } catch (error) {
    return { unreadable: `it has a fault (${error instanceof Error ? error.message : String(error)})` };
  }
}

function reported(rule: AnyRule, finding: Finding, severity: ReportedFinding['severity'], policy: Policy): ReportedFinding {
  const tip = rule.tips[finding.tip ?? finding.situation];
  if (tip === undefined) throw new Error(`engine: ${rule.id} has no tip for "${finding.tip ?? finding.situation}"`);
  const values = { ...finding.values, anyway: ANYWAY[severity] };
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
    ...(tip.button === undefined ? {} : { button: fill(tip.button) }),
    note: shortenEnd(tip.note === undefined ? saw : fill(tip.note), LONGEST_NOTE),
    evidence: finding.evidence,
    fixes: finding.fixes ?? [],
    concerns: finding.concerns,
  };
}

/** Attachments that should hold text and were not wholly read, though no password keeps them shut. */
function uncheckedAttachments(contents: readonly AttachmentContent[]): readonly Unchecked[] {
  return contents
    .filter(({ inspection }) => inspection.content !== 'all' && inspection.nature === 'text')
    .filter(({ inspection }) => inspection.protection !== 'protected' && inspection.isRestLocked !== true)
    .map(({ attachment, inspection }) => ({
      attachment: attachment.name,
      reason: inspection.contentReason ?? 'It was not read to its end.',
    }));
}

/** Trusted with what could not be checked: colleagues, and partners the organisation lists. */
function staysWithinTrust(audience: Audience): boolean {
  return audience.members.every((member) => member.class === 'inside' || member.class === 'partner');
}

/** What parts that could not be checked mean for this send. */
function uncheckedSeverity(policy: Policy, facts: Facts): Severity {
  const audience = facts.audience;
  const isTrusted = audience !== undefined && !isUnreadable(audience) && staysWithinTrust(audience);
  return isTrusted ? policy.unchecked.inside : policy.unchecked.outside;
}

/** Runs the rules over what is known and says what they found and what could not be checked, most severe first. */
export function runRules({ rules, policy, facts, context, ceiling, mayBeRecorded }: RunOptions): Report {
  const findings: ReportedFinding[] = [];
  const unchecked: Unchecked[] = [];
  for (const rule of rules) {
    const setting = policy.rules[rule.id];
    if (setting === undefined) continue;
    const view = viewOf(rule, facts);
    if (isUnreadable(view)) {
      unchecked.push({ rule: rule.id, reason: `“${rule.title}” was not checked, because ${view.unreadable}.` });
      continue;
    }
    const found = findingsOf(rule, view, setting.options, context);
    if (isUnreadable(found)) {
      unchecked.push({ rule: rule.id, reason: `“${rule.title}” was not checked, because ${found.unreadable}.` });
      continue;
    }
    for (const finding of found) {
      const severity = milder(setting.severity[finding.situation] ?? 'off', ceiling);
      if (severity !== 'off') findings.push(reported(rule, finding, severity, policy));
    }
  }
  const contents = facts.contents;
  if (contents !== undefined && !isUnreadable(contents)) unchecked.push(...uncheckedAttachments(contents));

  const order = rules.map((rule) => rule.id);
  findings.sort((a, b) => {
    if (a.severity !== b.severity) return isWorse(a.severity, b.severity) ? -1 : 1;
    return order.indexOf(a.rule) - order.indexOf(b.rule);
  });
  const severities: Severity[] = findings.map((finding) => finding.severity);
  if (unchecked.length > 0) severities.push(milder(uncheckedSeverity(policy, facts), ceiling));
  const verdict = verdictOf(worst(severities));
  const { contacts } = policy.organisation;
  const help = contacts['it'] ?? contacts[Object.keys(contacts)[0] ?? ''];
  return {
    verdict,
    findings,
    unchecked,
    policy: { name: policy.name, version: policy.version },
    ...(verdict === 'block' && help !== undefined ? { help } : {}),
    mayBeRecorded,
  };
}

function verdictOf(severity: Severity): Verdict {
  return severity === 'off' ? 'allow' : severity;
}
