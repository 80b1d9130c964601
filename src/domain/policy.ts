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

/** Start (included) and end (excluded) as `HH:MM`; null for a day off. */
export type DayHours = readonly [start: string, end: string] | null;
export type WeekHours = { readonly [day in 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun']: DayHours };
/** ISO dates, both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

export interface School {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  readonly hours: WeekHours | null;
  readonly terms: readonly DateRange[];
  /** How many staff have a mailbox; null when not known. */
  readonly staff: number | null;
  readonly contacts: { readonly [role: string]: string };
}

export interface Group {
  readonly address: string;
  readonly name: string;
  readonly size: number | null;
  readonly school: string | null;
  readonly allStaff: boolean;
}

export interface Partner {
  readonly domain: string;
  readonly purpose: string;
  readonly expires: string | null;
}

export interface ListedAddress {
  readonly address: string;
  readonly why: string;
  readonly expires: string | null;
}

/** The organisation's own facts. Domains may start with `*.` for any subdomain; all are compared anchored. */
export interface Organisation {
  readonly timeZone: string;
  readonly hours: WeekHours;
  readonly terms: readonly DateRange[];
  readonly bankHolidays: 'england' | 'none';
  readonly internalDomains: readonly string[];
  readonly pupilDomains: readonly string[];
  readonly personalDomains: readonly string[];
  readonly schools: readonly School[];
  readonly groups: readonly Group[];
  readonly partners: readonly Partner[];
  readonly allowedAddresses: readonly ListedAddress[];
  /** Addresses and domains beside the vendor's minimum list, which cannot be removed. */
  readonly protectedCorrespondents: readonly string[];
  readonly contacts: { readonly [role: string]: string };
}

export interface Exemption {
  /** The sender it is for: an address, or a domain. */
  readonly for: string;
  readonly why: string;
  readonly expires: string;
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
  readonly exemptions: readonly Exemption[];
  readonly options: unknown;
}

/** Limits of what is opened, within the product's own. */
export interface AttachmentLimits {
  readonly maxDepth: number;
  readonly maxUnpackedMB: number;
  readonly maxEntries: number;
}

/** How the detectors are tuned, for all rules alike. */
export interface Detection {
  /** Detector ids that are switched off. */
  readonly off: readonly string[];
  /** Words of the organisation's own that count as sensitive near a person. */
  readonly dictionary: readonly { readonly term: string; readonly weight: number }[];
  /** Phrases that never count, such as the titles of forms and policies. */
  readonly ignore: readonly string[];
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
  readonly rules: { readonly [ruleId: string]: RuleSetting };
}
