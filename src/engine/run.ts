import { isUnreadable, isWorse, milder, worst } from '../domain';
import type {
  AttachmentContent,
  Audience,
  Draft,
  DraftKind,
  Finding,
  Part,
  PolicyAtASend,
  Report,
  ReportedFinding,
  RuleAtASend,
  RuleContext,
  Severity,
  Unchecked,
  Unreadable,
  Verdict,
} from '../domain';
import { reported } from './reported-finding';
import { isExempt, severityOf } from './severity';
import type { Exempting } from './severity';

/** What is known of a draft when the rules run: each part read, unreadable, or not asked for. */
export type Facts = { readonly [P in Part]?: Draft[P] | Unreadable };

export interface RunOptions {
  /** The rules that count for this draft: `activeRules`. */
  readonly rules: readonly RuleAtASend[];
  readonly policy: PolicyAtASend;
  readonly facts: Facts;
  readonly context: RuleContext;
  /** The worst severity any finding may have; `warn` when a protected correspondent is among the recipients. */
  readonly ceiling: Severity;
  readonly exempting: Exempting;
  /** The worst that anything but a block may be for a safeguarding lead, whom no hour of the day holds up; null for anyone else. */
  readonly leadsCeiling: Severity | null;
  readonly mayBeRecorded: boolean;
}

/** The rules that are on under this policy and apply to this kind of draft. */
export function activeRules(rules: readonly RuleAtASend[], policy: PolicyAtASend, kind: DraftKind): readonly RuleAtASend[] {
  if (kind === 'appointment' && !policy.appointments.enabled) return [];
  return rules.filter((rule) => policy.rules[rule.id]?.on === true && rule.appliesTo.includes(kind));
}

/** Every part that at least one of the rules needs or wants. */
export function partsFor(rules: readonly RuleAtASend[]): readonly Part[] {
  const parts: Part[] = [];
  for (const rule of rules) {
    for (const part of [...rule.needs, ...rule.wants]) {
      if (!parts.includes(part)) parts.push(part);
    }
  }
  return parts;
}

type Missing = NonNullable<Unchecked['missing']>;

/** Those of the parts that did not arrive. The wording is there without the subject, but does not hold it. */
function missingOf(parts: readonly Part[], facts: Facts): readonly Missing[] {
  const all = parts.includes('wording') && !parts.includes('subject') ? [...parts, 'subject' as const] : parts;
  return all.reduce<Missing[]>((missing, part) => {
    const value = facts[part];
    return isUnreadable(value) ? [...missing, { part, because: value.unreadable }] : missing;
  }, []);
}

/** The part without which a rule cannot run, if one is missing. */
function keptFromRunning(rule: RuleAtASend, facts: Facts): Missing | undefined {
  const part = rule.needs.find((needed) => facts[needed] === undefined);
  return part === undefined ? missingOf(rule.needs, facts).find((missing) => rule.needs.includes(missing.part)) : { part, because: `the ${part} could not be read` };
}

/** The parts a rule may see. */
function viewOf(rule: RuleAtASend, facts: Facts): Partial<Draft> {
  const view: { [part: string]: unknown } = {};
  for (const part of [...rule.needs, ...rule.wants]) {
    const value = facts[part];
    if (value !== undefined && !isUnreadable(value)) view[part] = value;
  }
  return view;
}

/** What the rule finds. A fault in a rule is said like anything else that keeps it from running: a send must not hang on it. */
function findingsOf(rule: RuleAtASend, view: Partial<Draft>, options: unknown, context: RuleContext): readonly Finding[] | Unreadable {
  try {
    return rule.check(view, options, context);
  } catch (error) {
    return { unreadable: `it has a fault (${error instanceof Error ? error.message : String(error)})` };
  }
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
export function staysWithinTrust(audience: Audience): boolean {
  return audience.members.every((member) => member.class === 'inside' || member.class === 'partner');
}

/** What parts that could not be checked mean for this send. */
function uncheckedSeverity(policy: PolicyAtASend, facts: Facts): Severity {
  const audience = facts.audience;
  const isTrusted = audience !== undefined && !isUnreadable(audience) && staysWithinTrust(audience);
  return isTrusted ? policy.unchecked.inside : policy.unchecked.outside;
}

/** The concern of findings about when a draft leaves. */
function isAboutTimeAlone({ concerns }: Finding): boolean {
  return concerns.length === 1 && concerns[0] === 'time';
}

/** Runs the rules over what is known and says what they found and what could not be checked, most severe first. */
export function runRules({ rules, policy, facts, context, ceiling, exempting, leadsCeiling, mayBeRecorded }: RunOptions): Report {
  const findings: ReportedFinding[] = [];
  const unchecked: Unchecked[] = [];
  const isSafeguarding = leadsCeiling !== null;
  for (const rule of rules) {
    const setting = policy.rules[rule.id];
    if (setting === undefined) continue;
    const missing = keptFromRunning(rule, facts);
    if (missing !== undefined) {
      unchecked.push({ rule: rule.id, missing, reason: `“${rule.title}” was not checked, because ${missing.because}.` });
      continue;
    }
    for (const unsearched of missingOf([...rule.needs, ...(rule.searches ?? [])], facts)) {
      unchecked.push({ rule: rule.id, missing: unsearched, reason: `“${rule.title}” was checked without the ${unsearched.part}, because ${unsearched.because}.` });
    }
    const found = findingsOf(rule, viewOf(rule, facts), setting.options, context);
    if (isUnreadable(found)) {
      unchecked.push({ rule: rule.id, reason: `“${rule.title}” was not checked, because ${found.unreadable}.` });
      continue;
    }
    for (const finding of found) {
      if (isExempt(setting, finding.situation, exempting) || (isSafeguarding && isAboutTimeAlone(finding))) continue;
      const set = severityOf(setting, finding.situation, context.audience);
      const severity = milder(set === 'block' || leadsCeiling === null ? set : milder(set, leadsCeiling), ceiling);
      if (severity !== 'off') findings.push(reported(rule, finding, severity, policy));
    }
  }
  const { contents, wording } = facts;
  if (wording !== undefined && !isUnreadable(wording) && (wording.newText.isPartial || wording.quotedText.isPartial)) {
    unchecked.push({ reason: 'The text has NOT been checked to its end, because it is too long.' });
  }
  if (contents !== undefined && !isUnreadable(contents)) unchecked.push(...uncheckedAttachments(contents));

  const order = rules.map((rule) => rule.id);
  // What another finding of its weight says as well, and more, speaks after it.
  const isCovered = ({ severity, concerns }: ReportedFinding): boolean =>
    findings.some((other) => other.severity === severity && other.concerns.length > concerns.length && concerns.every((concern) => other.concerns.includes(concern)));
  const covered = findings.filter(isCovered);
  findings.sort((a, b) => {
    if (a.severity !== b.severity) return isWorse(a.severity, b.severity) ? -1 : 1;
    return Number(covered.includes(a)) - Number(covered.includes(b)) || order.indexOf(a.rule) - order.indexOf(b.rule);
  });
  const severities: Severity[] = findings.map((finding) => finding.severity);
  if (unchecked.length > 0) severities.push(milder(milder(uncheckedSeverity(policy, facts), leadsCeiling ?? ceiling), ceiling));
  const verdict = verdictOf(worst(severities));
  const contacts = { ...policy.organisation.contacts, ...context.school?.contacts };
  const help = contacts['it'] ?? contacts[Object.keys(contacts)[0] ?? ''];
  return {
    verdict,
    findings,
    unchecked,
    policy: { name: policy.name, version: policy.version },
    ...(verdict === 'block' && help !== undefined ? { help } : {}),
    ...(isSafeguarding ? { isSafeguarding } : {}),
    mayBeRecorded,
  };
}

function verdictOf(severity: Severity): Verdict {
  return severity === 'off' ? 'allow' : severity;
}
