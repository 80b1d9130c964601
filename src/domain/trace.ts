import type { DraftKind, RecipientClass, RecipientField, SourcePart, Thread } from './draft';
import type { Inspection } from './inspection';
import type { Mode } from './deployment';
import type { ReportedFinding } from './report';
import type { Verdict } from './severity';

/** What the program is in which the add-in runs, as it says itself; null where it does not say. */
export interface ClientFacts {
  /** Such as `OutlookWebApp`, `newOutlookWindows`, `Outlook` (classic) or `OutlookMac`. */
  readonly host: string | null;
  readonly version: string | null;
  /** The highest Mailbox requirement set it has, such as `1.15`. */
  readonly mailboxSet: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** True when something can be kept from one draft to the next. */
  readonly hasStorage: boolean;
}

/** How the daily self-test with a made-up draft ended. `no rule`: the policy has none that it could show. */
export type SelfTestOutcome = 'works' | 'silent' | 'no answer' | 'failed' | 'no rule';

export interface SelfTest {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly outcome: SelfTestOutcome;
  /** The rules that had to speak and did not, by id. */
  readonly silent: readonly string[];
}

/** How a call went. `late`: it took a second or more. `silent`: it never answered in time. `empty`: without any content. */
export type ReadOutcome = 'read' | 'late' | 'silent' | 'missing' | 'failed' | 'empty';

export interface TracedRead {
  /** An attachment is named by its number, from 1. */
  readonly what: SourcePart | `attachment ${number}`;
  readonly outcome: ReadOutcome;
  readonly milliseconds: number;
  /** The library's own number for why it failed; null when it gave none. */
  readonly code: number | null;
}

export interface TracedAttachment {
  readonly kind: 'file' | 'item' | 'link';
  /** The ending of its name in lower case, such as `xlsx`; null when it has none or an unusual one. */
  readonly ending: string | null;
  readonly size: number | null;
  readonly inline: boolean;
  /** What an inspection made of it; null when there was none. */
  readonly inspection: Pick<Inspection, 'format' | 'protection' | 'content'> | null;
  /** How many matches of each detector, by id. */
  readonly matches: { readonly [detector: string]: number };
}

/** A draft by its measures alone. */
export interface TracedDraft {
  readonly kind: DraftKind;
  readonly thread: Thread['kind'];
  /** How many recipients of each class stand in each field. */
  readonly recipients: readonly { readonly field: RecipientField; readonly class: RecipientClass; readonly count: number }[];
  /** Characters. */
  readonly subject: number;
  readonly newText: number;
  readonly quotedText: number;
  readonly links: number;
  readonly bodyMatches: { readonly [detector: string]: number };
  readonly attachments: readonly TracedAttachment[];
  readonly isScheduled: boolean;
}

/**
 * What happened with a draft, to send to support: counts, sizes, times and outcomes. It has no address, name, subject or
 * word of the text, and of a draft with a protected correspondent nothing at all.
 */
export interface Trace {
  readonly format: 'heed-trace';
  readonly version: 1;
  /** To the minute, as an ISO moment in UTC. */
  readonly made: string;
  readonly build: string;
  readonly client: ClientFacts;
  readonly policy: {
    readonly name: string;
    readonly version: string;
    /** Null for a policy that was never signed. */
    readonly serial: number | null;
    readonly mode: Mode | null;
    readonly from: 'built in' | 'kept' | 'fetched';
    /** Minutes since the host confirmed it; null when it never has. */
    readonly age: number | null;
    readonly refused: string | null;
    readonly isStale: boolean;
    /** A domain of the policy for each class of recipient, so that a replay has somebody to write to. */
    readonly domains: { readonly [C in Extract<RecipientClass, 'inside' | 'partner' | 'pupil'>]?: string };
  };
  readonly selfTest: SelfTest | null;
  /** Null when nothing may be said of the draft. */
  readonly draft: TracedDraft | null;
  readonly reads: readonly TracedRead[];
  readonly verdict: Verdict | null;
  /** In monitor-only what would have been found. */
  readonly findings: readonly Pick<ReportedFinding, 'rule' | 'situation' | 'severity'>[];
  readonly unchecked: number;
}
