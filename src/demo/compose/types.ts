/** What a compose window holds, as plain data that survives JSON. Names follow the draft in `src/domain`. */

export type ItemKind = 'message' | 'appointment';

/** The fields people can stand in. An appointment has `required` and `optional`, a message the other three. */
export type Field = 'to' | 'cc' | 'bcc' | 'required' | 'optional';

export type PersonKind = 'other' | 'distributionList' | 'user' | 'externalUser';

export interface Person {
  readonly address: string;
  readonly name: string;
  readonly kind: PersonKind;
  /** False for typed text that no directory knows: the host keeps such people from add-ins. */
  readonly isResolved: boolean;
}

export type AttachmentKind = 'file' | 'item' | 'cloud';

/** The bytes as the host hands them out, or the reason it has none. */
export type AttachmentContent =
  | { readonly format: 'base64' | 'eml' | 'iCalendar' | 'url'; readonly text: string }
  | { readonly format: 'none'; readonly errorCode: number };

export interface ComposeAttachment {
  readonly id: string;
  readonly name: string;
  /** In bytes, as the host reports it: for attached items often not the true size. */
  readonly size: number;
  readonly kind: AttachmentKind;
  readonly isInline: boolean;
  readonly contentId: string | null;
  readonly contentType: string;
  readonly content: AttachmentContent;
}

export type NotificationType = 'informationalMessage' | 'progressIndicator' | 'errorMessage' | 'insightMessage';

export interface NotificationAction {
  readonly actionText: string;
  readonly commandId: string;
  readonly contextData: string | null;
}

export interface Notification {
  readonly key: string;
  readonly type: NotificationType;
  readonly message: string;
  readonly icon: string | null;
  readonly isPersistent: boolean;
  readonly actions: readonly NotificationAction[];
}

export type ComposeType = 'newMail' | 'reply' | 'forward';

export interface Address {
  readonly address: string;
  readonly name: string;
}

export interface ItemState {
  kind: ItemKind;
  composeType: ComposeType;
  from: Address;
  fields: Record<Field, readonly Person[]>;
  subject: string;
  /** `html` is the truth; a plain-text draft keeps its text there escaped, with `bodyType` `text`. */
  html: string;
  bodyType: 'html' | 'text';
  attachments: readonly ComposeAttachment[];
  /** When the draft is scheduled to leave, in milliseconds since 1970 UTC; null for at once. */
  deliverAt: number | null;
  /** Appointments: beginning and end in milliseconds since 1970 UTC. */
  start: number;
  end: number;
  location: string;
  isAllDay: boolean;
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  sensitivityLabel: string | null;
  categories: readonly string[];
  notifications: readonly Notification[];
  internetHeaders: Readonly<Record<string, string>>;
  sessionData: Readonly<Record<string, string>>;
  /** JSON text, as the add-in saved it. */
  customProperties: string;
  /** Null until the draft was saved to the mailbox. */
  itemId: string | null;
  conversationId: string;
  inReplyTo: string | null;
  isFromSharedFolder: boolean;
  appendOnSend: string;
  prependOnSend: string;
}

export type ItemPart = keyof ItemState;

/** What a draft starts from: everything is optional, and what is left out is an empty new message. */
export interface DraftSeed {
  readonly kind?: ItemKind;
  readonly composeType?: ComposeType;
  /** The person signed in, where it is not the usual owner of the mailbox. */
  readonly owner?: Address;
  readonly from?: Address;
  readonly to?: readonly PersonSeed[];
  readonly cc?: readonly PersonSeed[];
  readonly bcc?: readonly PersonSeed[];
  readonly required?: readonly PersonSeed[];
  readonly optional?: readonly PersonSeed[];
  readonly subject?: string;
  readonly html?: string;
  /** A plain-text body; `html` wins when both are given. */
  readonly text?: string;
  readonly attachments?: readonly AttachmentSeed[];
  readonly deliverAt?: number | null;
  readonly start?: number;
  readonly end?: number;
  readonly location?: string;
  readonly internetHeaders?: Readonly<Record<string, string>>;
  readonly sessionData?: Readonly<Record<string, string>>;
  readonly isFromSharedFolder?: boolean;
  readonly inReplyTo?: string | null;
  readonly itemId?: string | null;
}

/** An address as people write it (`Ann <ann@x.example>`), or a person in full. */
export type PersonSeed = string | Partial<Person>;

export interface AttachmentSeed {
  readonly name: string;
  readonly kind?: AttachmentKind;
  readonly size?: number;
  readonly isInline?: boolean;
  readonly contentId?: string;
  readonly contentType?: string;
  /** One of these says what is inside; none makes an empty file. */
  readonly base64?: string;
  readonly text?: string;
  readonly eml?: string;
  readonly iCalendar?: string;
  readonly url?: string;
  readonly errorCode?: number;
}

/** The person whose mailbox it is, and what their mailbox remembers between drafts. */
export interface Mailbox {
  owner: Address;
  readonly accountType: 'office365' | 'outlookCom' | 'enterprise';
  /** Windows name of the time zone, as the host reports it. */
  readonly timeZone: string;
  /** The language the client is shown in. */
  locale: string;
  /** Name to JSON text. */
  roamingSettings: Readonly<Record<string, string>>;
  readonly masterCategories: readonly { readonly displayName: string; readonly color: string }[];
}
