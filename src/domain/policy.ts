import type { AcceptedProtection, Detection } from './detection';
import type { Organisation, SenderAudience } from './organisation';
import type { Tip } from './rule';
import type { Severity } from './severity';

/** `direct`: the clause says it. `related`: it bears on it. `good-practice`: no clause stands behind it. */
export type Basis = 'direct' | 'related' | 'good-practice';

export interface Clause {
  readonly heading: string;
  /** The part of the document as a sender knows it: `Systems and data security`, `section 5`. */
  readonly section: string;
  /** Word for word as the document has it. */
  readonly text: string;
  /** The document's own lead-in, reworded for one reader, for a clause that is not a sentence: `You must not:`. */
  readonly leadIn: string | null;
  /** What stands before the quotation when the basis is only related: `users should not`; never a "must not". */
  readonly relatedLeadIn: string | null;
}

export interface PolicyDocument {
  readonly title: string;
  readonly version: string;
  /** ISO dates; null when the document does not say. */
  readonly approved: string | null;
  readonly implemented: string | null;
  readonly reviewBy: string | null;
  readonly liveUrl: string | null;
  /** When someone last checked this copy against the live one. */
  readonly lastVerified: string | null;
  /** The role that owns it, not a person. */
  readonly owner: string;
  readonly clauses: { readonly [clauseId: string]: Clause };
}

export interface Exemption {
  /** The sender it is for: an address, a domain, or a group whose members are listed. */
  readonly for: string;
  readonly why: string;
  /** Its last day; at most 12 months from when it was given. */
  readonly expires: string;
  /** The situations it covers; all of the rule's when left out or null. */
  readonly situations?: readonly string[] | null;
  /**
   * It covers only drafts to these (addresses or domains; `own-school` for the sender's own school) and nobody else; any
   * draft when left out or null.
   */
  readonly recipients?: readonly string[] | null;
}

export interface ClauseReference {
  readonly id: string;
  readonly basis: Basis;
  /** The situations it speaks to; all of the rule's when null. */
  readonly situations: readonly string[] | null;
}

export interface RuleSetting {
  readonly on: boolean;
  readonly locked: boolean;
  readonly clauses: readonly ClauseReference[];
  readonly severity: { readonly [situation: string]: Severity };
  /** What differs from `severity` for senders of an audience. */
  readonly severityByAudience: { readonly [A in SenderAudience]?: { readonly [situation: string]: Severity } };
  readonly exemptions: readonly Exemption[];
  readonly options: unknown;
  /** The organisation's own words for the rule's tips, by tip. */
  readonly wording: { readonly [tip: string]: Partial<Pick<Tip, 'saw' | 'advice' | 'brief' | 'note'>> };
  /** The words on the dialog's button, at most 20 characters; null for the product's. */
  readonly button: string | null;
}

/** Why a sender sends all the same: a code that is kept, and the words for it. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** The reason that sends at once at any severity below `block` (catalogue D.1 `emergencyReason`). */
export const EMERGENCY_REASON = 'child-at-risk';

export interface Fatigue {
  /** Dialogs a sender gets a day, apart from those of rules that are never capped. */
  readonly maxDialogsPerDay: number;
  /** The same for rules that are a matter of habit rather than of harm. */
  readonly maxNuisanceDialogsPerDay: number;
  /** `ifChanged`: what was answered is not shown again for the same draft within 10 minutes. */
  readonly sameDraftRepeat: 'always' | 'ifChanged';
}

/** What may be recorded; nothing, totals, or events as `domain/clauses.md` A.6 lists them. */
export interface Audit {
  readonly level: 'none' | 'totals' | 'events';
  readonly retentionDays: number;
  /** True when a sender may add a note of at most 120 characters to a reason. */
  readonly notes: boolean;
}

/** Limits of what is opened, within the product's own. */
export interface AttachmentLimits {
  readonly maxDepth: number;
  readonly maxUnpackedMB: number;
  readonly maxEntries: number;
}

/** A pack with its layers resolved and every default filled in: says which rules run and what they mean here. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  /** What a part that could not be checked means for sending. */
  readonly unchecked: { readonly outside: 'inform' | 'warn'; readonly inside: 'inform' | 'warn' };
  readonly documents: { readonly [documentId: string]: PolicyDocument };
  readonly organisation: Organisation;
  readonly attachments: AttachmentLimits;
  readonly detection: Detection;
  readonly protection: AcceptedProtection;
  readonly rules: { readonly [ruleId: string]: RuleSetting };
  /** Three to eight, in the order they are offered. */
  readonly reasons: readonly Reason[];
  /** True when “Child at risk now” is offered, and sends at once. */
  readonly emergencyReason: boolean;
  readonly fatigue: Fatigue;
  /** The most pieces of evidence a finding shows. */
  readonly evidence: { readonly maxItems: number };
  readonly audit: Audit;
  readonly appointments: { readonly enabled: boolean };
  /** Such as “Need help in another language? Contact the HR Department.”; null when there is none to name. */
  readonly languageHelp: string | null;
  /** The languages the buttons and help are offered in, beside British English. Clauses are never translated. */
  readonly languages: readonly string[];
  /** For how many days the last pack that arrived is used when no newer one can be had; after that all rules inform only. */
  readonly offlinePackMaxDays: number;
}

/** Of a clause, and of its document, what a dialog quotes. */
export type ClauseAtASend = Omit<Clause, 'heading'>;
export type DocumentAtASend = Pick<PolicyDocument, 'title' | 'version' | 'liveUrl'> & { readonly clauses: { readonly [clauseId: string]: ClauseAtASend } };

/** What a send reads of a policy; the pane, the studio and the command read the rest. The script that answers a send carries no more. */
export type PolicyAtASend = Omit<Policy, 'documents' | 'reasons' | 'audit' | 'languageHelp' | 'offlinePackMaxDays'> & {
  readonly documents: { readonly [documentId: string]: DocumentAtASend };
};

function without<Whole extends object, Part extends keyof Whole>(whole: Whole, parts: readonly Part[]): Omit<Whole, Part> {
  const rest: Partial<Whole> = {};
  for (const part of Object.keys(whole) as (keyof Whole)[]) if (!parts.includes(part as Part)) rest[part] = whole[part];
  return rest as Omit<Whole, Part>;
}

/** The policy without what no send reads. */
export function policyAtASend(policy: Policy): PolicyAtASend {
  const documents: { [documentId: string]: DocumentAtASend } = {};
  for (const id of Object.keys(policy.documents)) {
    const { title, version, liveUrl, clauses } = policy.documents[id]!;
    const quoted: { [clauseId: string]: ClauseAtASend } = {};
    for (const clause of Object.keys(clauses)) quoted[clause] = without(clauses[clause]!, ['heading']);
    documents[id] = { title, version, liveUrl, clauses: quoted };
  }
  return { ...without(policy, ['documents', 'reasons', 'audit', 'languageHelp', 'offlinePackMaxDays']), documents };
}

/** The policy with the rules that are on alone, and the clauses that they quote: all that a send reads where no other policy can come. */
export function policyOfRulesThatAreOn(policy: PolicyAtASend): PolicyAtASend {
  const rules: { [ruleId: string]: RuleSetting } = {};
  const documents: { [documentId: string]: DocumentAtASend } = {};
  for (const id of Object.keys(policy.rules)) if (policy.rules[id]!.on) rules[id] = policy.rules[id]!;
  const quoted = new Set<string>();
  for (const id of Object.keys(rules)) for (const clause of rules[id]!.clauses) quoted.add(clause.id);
  for (const id of Object.keys(policy.documents)) {
    const document = policy.documents[id]!;
    const unquoted = Object.keys(document.clauses).filter((clause) => !quoted.has(clause));
    documents[id] = { ...document, clauses: without(document.clauses, unquoted) };
  }
  return { ...policy, rules, documents };
}
