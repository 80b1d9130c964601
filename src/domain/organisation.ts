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
  /** Whom to ask, by role (`it`, `dsl`, `dpo`, `hr`, `head`), as it is shown: `ext 200`. */
  readonly contacts: { readonly [role: string]: string };
  /** Other ways to reach everyone, such as the staff bulletin; the organisation's when left out or empty. */
  readonly alternatives?: readonly Alternative[];
}

/** Another way to tell people. */
export interface Alternative {
  readonly label: string;
  /** A web address; null for one that is only named. */
  readonly url: string | null;
}

/** Whom a list reaches. */
export type GroupReach = 'staff' | 'parents' | 'pupils' | 'governors';

export interface Group {
  readonly address: string;
  readonly name: string;
  readonly size: number | null;
  readonly school: string | null;
  readonly allStaff: boolean;
  /** Whom it reaches, when somebody has said: a list that reaches pupils is classed as a pupil. */
  readonly reaches?: GroupReach | null;
  /** Addresses in it, for exemptions, audiences and rings that name the group; Outlook tells nobody who is in a list. */
  readonly members?: readonly string[];
}

/** Where a sender stands in the organisation (catalogue D.1 `severityByAudience`). */
export type SenderAudience = 'staff' | 'leader' | 'governor' | 'trainee' | 'agency' | 'contractor' | 'volunteer' | 'visitor';

export const SENDER_AUDIENCES: readonly SenderAudience[] = ['staff', 'leader', 'governor', 'trainee', 'agency', 'contractor', 'volunteer', 'visitor'];

export interface SharedMailbox {
  readonly address: string;
  /** Addresses, domains or groups of those who share it; empty for whoever Exchange lets send as it. */
  readonly members: readonly string[];
}

/** A number that may be given to pupils. */
export interface SafeNumber {
  /** Digits alone, from 0: `08001111`. `+44` and `0044` are a 0. */
  readonly number: string;
  /** Whose it is: `Childline`. */
  readonly what: string;
}

export interface Partner {
  readonly domain: string;
  readonly purpose: string;
  /** What the trust in it rests on, when somebody has said. */
  readonly basis?: 'agreement' | 'tls' | null;
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
  /** By mailbox: who may send as it (addresses, domains, groups). */
  readonly delegations: { readonly [mailbox: string]: readonly string[] };
  readonly sharedMailboxes: readonly SharedMailbox[];
  /** Pupils' own addresses, each as `addressHash` makes it: the pack never holds the address. */
  readonly pupilAddresses: readonly string[];
  /** Contacts the school has on record, such as parents, hashed alike. */
  readonly registeredContacts: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** Who is what: addresses, domains or groups by audience. A sender in none is staff. */
  readonly audiences: { readonly [A in SenderAudience]?: readonly string[] };
  /** Designated safeguarding leads and their deputies: addresses or groups. Their mail is never held up (catalogue C.12). */
  readonly safeguardingLeads: readonly string[];
  /** Hosts that files may be shared from, beside the organisation's own: `*.sharepoint.com`. */
  readonly fileShares: readonly string[];
  readonly safeNumbers: readonly SafeNumber[];
  /** Which role of `contacts` the words of a rule name, by rule (catalogue D.6 `contacts.show`). */
  readonly contactFor: { readonly [ruleId: string]: string };
}
