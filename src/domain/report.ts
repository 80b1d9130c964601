import type { Part } from './draft';
import type { Evidence, Fix } from './finding';
import type { Basis } from './policy';
import type { Weight } from './rule';
import type { Severity, Verdict } from './severity';

/** A clause as it is shown: quoted whole, with the words that lead into it. */
export interface QuotedClause {
  readonly id: string;
  readonly basis: Basis;
  /** Such as `LAAT policy V1, Systems and data security:` or `TEAL policy v3.8, section 4, related guidance:`. */
  readonly leadIn: string;
  readonly text: string;
  readonly document: string;
  readonly liveUrl: string | null;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly title: string;
  readonly situation: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly clauses: readonly QuotedClause[];
  /** What was seen and what to do, filled in. */
  readonly tip: string;
  readonly saw: string;
  readonly advice: string | null;
  readonly brief: string | null;
  /** At most 150 characters, for the compose window. */
  readonly note: string;
  /** The words on the dialog's button, at most 20 characters; left out where the usual ones do. */
  readonly button?: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  readonly concerns: readonly string[];
  /** As the rule has it. */
  readonly weight?: Weight;
}

/** A rule that could not run on something, and why. */
export interface Unchecked {
  readonly rule?: string;
  readonly attachment?: string;
  /** The part of the draft that did not arrive, and why, as a phrase that completes "because …"; left out for any other reason. */
  readonly missing?: { readonly part: Part; readonly because: string };
  /** A sentence. */
  readonly reason: string;
}

/** Everything a dialog, a screen, a terminal line or an audit event is made from. Stays on the sender's machine. */
export interface Report {
  readonly verdict: Verdict;
  /** Most severe first. */
  readonly findings: readonly ReportedFinding[];
  readonly unchecked: readonly Unchecked[];
  /** What is worth knowing though no rule is broken, each at most 150 characters; left out when there is nothing. */
  readonly notes?: readonly string[];
  readonly policy: { readonly name: string; readonly version: string };
  /** Whom to call when a send is blocked, as the organisation writes it; left out otherwise or when it names nobody. */
  readonly help?: string;
  /** True when the sender is a safeguarding lead: going on comes first. */
  readonly isSafeguarding?: boolean;
  /** What would have been said, where the rules run and nothing is shown yet; `findings` is empty then. */
  readonly monitored?: readonly ReportedFinding[];
  /** False when a protected correspondent is among the recipients: no event of any kind may be written. */
  readonly mayBeRecorded: boolean;
}
