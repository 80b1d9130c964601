import type { Inspection } from './inspection';
import type { Scan } from './match';
import type { PersonalSettings } from './personal';

export type DraftKind = 'message' | 'appointment';

export interface Sender {
  /** The address the draft goes out from, as written. */
  readonly address: string;
  readonly name: string;
  /** The person signed in, when someone sends for another (RFC 5322 `Sender`); null when it is the same or not known. */
  readonly signedIn: { readonly address: string; readonly name: string } | null;
  /** Where the draft asks answers to go, as written; left out when that is its own address, or not told (Outlook). */
  readonly replyTo?: string;
  /** True when a stored mail says that a machine or a mailing list sent it; left out when a person presses Send. */
  readonly isMachine?: boolean;
}

/** `to` and `cc` of an appointment are its required and optional attendees. */
export type RecipientField = 'to' | 'cc' | 'bcc';

export interface Recipient {
  /** The SMTP address as written; empty when there is none (contact lists, unresolved names, X.500). */
  readonly address: string;
  readonly name: string;
  readonly field: RecipientField;
  /** `list` when the client says it is a distribution list, `unresolved` when it has no usable address. */
  readonly kind: 'person' | 'list' | 'unresolved';
}

export interface Recipients {
  readonly all: readonly Recipient[];
  /** True when the client returned as many as it can, so there may be more (Outlook: 500 or 1,000 a field). */
  readonly atLeast: boolean;
}

export interface Body {
  /** What the sender wrote, without the quoted thread. */
  readonly newText: string;
  /** The thread below it: replies, forwards, quoted lines. Empty when there is none. */
  readonly quotedText: string;
  /** Links in the new text, as absolute addresses. */
  readonly links: readonly string[];
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** In bytes; null when the client does not say. */
  readonly size: number | null;
  /** `item` is an attached mail or appointment; `link` is a cloud file that is only linked. */
  readonly kind: 'file' | 'item' | 'link';
  /** True for pictures that are part of the body, such as a signature logo. */
  readonly inline: boolean;
}

export interface Sending {
  /** When Send is pressed, in milliseconds since 1970 UTC. */
  readonly at: number;
  /** When the draft is scheduled to leave, if it is; it counts instead of `at`. */
  readonly deliverAt: number | null;
  readonly highImportance: boolean;
}

/** What is known of the conversation a draft belongs to, from the thread quoted below the new text. */
export interface Thread {
  readonly kind: 'new' | 'reply' | 'forward';
  /** The addresses its headers give, lower case, each once; null when they do not say who got the mails, so that nobody is known to be new. */
  readonly participants: readonly string[] | null;
  /** People whom those headers name without an address, as written: somebody who is no participant may be one of them. */
  readonly namedOnly: readonly string[];
  /** Who wrote the mail that is answered or passed on; null when the thread does not give the address. */
  readonly from: string | null;
  /** Where that mail asked answers to go instead; null when the thread does not say. */
  readonly replyTo: string | null;
  /** The subject of the mail that is answered or passed on; null when the thread does not give it. */
  readonly subject: string | null;
  /** How often it was passed on, this time included, as far as the quoted headers and the subject tell. */
  readonly forwards: number;
}

/** How the organisation stands to an address. `outside` has a usable address at no listed domain; `unknown` has none. */
export type RecipientClass = 'inside' | 'partner' | 'personal' | 'pupil' | 'outside' | 'unknown';

export interface AudienceMember {
  /** Lower case, as compared. */
  readonly address: string;
  readonly name: string;
  readonly field: RecipientField;
  readonly class: RecipientClass;
  /** True for the sender's own address. */
  readonly isSender: boolean;
  /** True when the organisation lists the address as allowed. */
  readonly isAllowed: boolean;
  /** True when the school has it on record as a contact's. */
  readonly isRegistered: boolean;
  /** True when it is listed as a pupil's own address, not the school's for the pupil. */
  readonly isPupilsOwn: boolean;
  readonly kind: Recipient['kind'];
}

/** The recipients as a rule sees them: each address once, classed, protected correspondents taken out. */
export interface Audience {
  readonly members: readonly AudienceMember[];
  readonly atLeast: boolean;
}

/** An attachment that was opened and inspected, and what the detectors found in its text. */
export interface AttachmentContent {
  readonly attachment: Attachment;
  readonly inspection: Inspection;
  readonly scan: Scan;
}

/** What the detectors found in the draft's own words. */
export interface Wording {
  readonly newText: Scan;
  readonly quotedText: Scan;
}

/** What a source can be asked for. */
export interface SourceParts {
  kind: DraftKind;
  sender: Sender;
  recipients: Recipients;
  subject: string;
  body: Body;
  attachments: readonly Attachment[];
  sending: Sending;
  thread: Thread;
  personal: PersonalSettings;
  /** The id of the sensitivity label on the draft, in lower case; empty when it has none. */
  label: string;
}

/** What is about to be sent, as plain data. The last three parts are made by `check` from the others. */
export interface Draft extends SourceParts {
  audience: Audience;
  contents: readonly AttachmentContent[];
  wording: Wording;
}

export type SourcePart = keyof SourceParts;
export type Part = keyof Draft;
