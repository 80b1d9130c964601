import { isWorse } from '../../domain';
import type { Policy, Severity } from '../../domain';
import { rules } from '../../rules';
import { severityInSentence } from '../words/severities';
import { situationWords } from '../words/situations';

/** What publishing a change asks for, each with the sentence that says why. */
export interface Requirements {
  /** Union or JCNC consultation, and a review of the DPIA (AC9.4): severity goes up, or more is recorded. */
  readonly consultation: readonly string[];
  /** A second role that agrees (D.1, A.5): a new block, or a protected correspondent taken away. */
  readonly secondApprover: readonly string[];
  /** Why the version still stands, and until when (AC9.7): a document's own review date has passed. */
  readonly standing: readonly string[];
}

const LEVELS = ['none', 'totals', 'events'];

function titleOf(id: string): string {
  return rules.find((rule) => rule.id === id)?.title ?? id;
}

function situationInSentence(rule: string, situation: string): string {
  const words = situationWords(rule, situation);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** How severe a situation is, as far as the rule runs at all. */
function severityIn(policy: Policy, rule: string, situation: string): Severity {
  const setting = policy.rules[rule];
  return setting !== undefined && setting.on ? (setting.severity[situation] ?? 'off') : 'off';
}

function worstForAudiences(policy: Policy, rule: string, situation: string): Severity {
  const byAudience = Object.values(policy.rules[rule]?.severityByAudience ?? {});
  return byAudience.reduce<Severity>((worst, each) => (isWorse(each?.[situation] ?? 'off', worst) ? (each?.[situation] ?? 'off') : worst), severityIn(policy, rule, situation));
}

export function requirementsFor(before: Policy, after: Policy, today: string): Requirements {
  const consultation: string[] = [];
  const secondApprover: string[] = [];
  for (const rule of rules) {
    for (const situation of Object.keys(rule.situations)) {
      const [from, to] = [worstForAudiences(before, rule.id, situation), worstForAudiences(after, rule.id, situation)];
      if (!isWorse(to, from)) continue;
      consultation.push(`“${titleOf(rule.id)}” becomes more severe (${situationInSentence(rule.id, situation)}: ${severityInSentence(from)} → ${severityInSentence(to)}).`);
      if (to === 'block') secondApprover.push(`“${titleOf(rule.id)}” leaves the sender no way to send (${situationInSentence(rule.id, situation)}).`);
    }
  }
  const [old, now] = [before.audit, after.audit];
  if (LEVELS.indexOf(now.level) > LEVELS.indexOf(old.level)) consultation.push(`More is recorded (${old.level} → ${now.level}).`);
  if (now.retentionDays > old.retentionDays) consultation.push(`What is recorded is kept longer (${old.retentionDays} → ${now.retentionDays} days).`);
  if (now.notes && !old.notes) consultation.push('Senders’ notes are recorded.');
  for (const entry of before.organisation.protectedCorrespondents) {
    if (!after.organisation.protectedCorrespondents.includes(entry)) secondApprover.push(`${entry} would no longer be a protected correspondent.`);
  }
  const standing = Object.values(after.documents)
    .filter(({ reviewBy }) => reviewBy !== null && reviewBy < today)
    .map(({ title, version, reviewBy }) => `The review date of ${title} ${version}, ${reviewBy ?? ''}, has passed.`);
  return { consultation, secondApprover, standing };
}

/** What the owner fills in to publish. Dates are ISO; a text that is not needed may be empty. */
export interface Form {
  readonly author: string;
  readonly reason: string;
  readonly effective: string;
  readonly approver: string;
  readonly consulted: string;
  readonly dpiaReviewed: string;
  readonly stands: string;
  readonly standsUntil: string;
}

/** The longest a version may stand past its review date, in months (AC9.7). */
export const LONGEST_STANDING = 6;

export function monthsOn(date: string, months: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  const day = moment.getUTCDate();
  moment.setUTCDate(1);
  moment.setUTCMonth(moment.getUTCMonth() + months);
  const last = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0)).getUTCDate();
  moment.setUTCDate(Math.min(day, last));
  return moment.toISOString().slice(0, 10);
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A role as it is compared: `Director of HR` and `director  of H.R.` are one. */
const sameRole = (role: string): string => role.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/\b(\w) (?=\w\b)/g, '$1').trim();

/** What is still missing, by field, each a sentence; empty when it may be published. `now` is a date and time by the schools' clocks. */
export function missingIn(form: Form, needs: Requirements, now: string): { readonly [F in keyof Form]?: string } {
  const missing: { -readonly [F in keyof Form]?: string } = {};
  const today = now.slice(0, 10);
  const blank = (text: string): boolean => text.trim() === '';
  if (blank(form.author)) missing.author = 'Write the role you publish in, such as Director of Colleague Services.';
  if (blank(form.reason)) missing.reason = 'Write why, in a sentence staff may read.';
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(form.effective)) missing.effective = 'Choose the day and time it takes effect.';
  else if (form.effective < now) missing.effective = 'It cannot take effect in the past. Choose a time to come.';
  if (needs.secondApprover.length > 0) {
    if (blank(form.approver)) missing.approver = 'A second role must agree. Write which.';
    else if (sameRole(form.approver) === sameRole(form.author)) missing.approver = 'That is the role that publishes. A second, other role must agree.';
  }
  if (needs.consultation.length > 0) {
    if (!isDate(form.consulted)) missing.consulted = 'Write when the unions (JCNC) were consulted.';
    else if (form.consulted > today) missing.consulted = 'That day has not come yet. Publish when they have been consulted.';
    if (!isDate(form.dpiaReviewed)) missing.dpiaReviewed = 'Write when the DPIA was reviewed for this change.';
    else if (form.dpiaReviewed > today) missing.dpiaReviewed = 'That day has not come yet. Publish when the DPIA has been reviewed.';
  }
  if (needs.standing.length > 0) {
    if (blank(form.stands)) missing.stands = 'Write why this version still stands.';
    const last = monthsOn(today, LONGEST_STANDING);
    if (!isDate(form.standsUntil) || form.standsUntil <= today) missing.standsUntil = 'Choose until when it stands, a day to come.';
    else if (form.standsUntil > last) missing.standsUntil = `Six months at most: choose ${last} or earlier.`;
  }
  return missing;
}
