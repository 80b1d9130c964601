/** Why, already masked. `where` and `masked` name files and addresses, so a report stays on the sender's machine. */
export interface Evidence {
  /** The place a person would look: `To`, `Subject`, `register.xlsx > Sheet2!B2:F13`. */
  readonly where: string;
  /** What is there, masked: `•••••••••001`, `14 pupils' SEN needs`. */
  readonly masked: string;
  readonly count?: number;
  readonly people?: number;
}

/** A run of the draft's new text, as UTF-16 offsets: it names what is there without repeating it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * A one-click way to put a finding right. What it acts on is named by id, address or place, never by a value that was
 * masked. The pane offers it only where it can be done, so a rule may offer whatever would help.
 */
export type Fix =
  | { readonly do: 'remove-attachment'; readonly attachment: string }
  | { readonly do: 'protect-attachment'; readonly attachment: string }
  | { readonly do: 'remove-recipient'; readonly address: string }
  | { readonly do: 'move-to-bcc' }
  | { readonly do: 'reply-to-sender-only' }
  | { readonly do: 'add-subject'; readonly suggestion: string | null }
  | { readonly do: 'schedule'; readonly at: number }
  /** Takes these places out of the new text and keeps all the rest. */
  | { readonly do: 'remove-words'; readonly what: 'password' | 'details'; readonly places: readonly Place[] }
  /** Says how to send from the person's own address: no Outlook lets an add-in change From. */
  | { readonly do: 'change-from'; readonly address: string }
  | { readonly do: 'save-draft' }
  /** Opens a page of the organisation in the browser; offered when `url` is https. */
  | { readonly do: 'open-page'; readonly page: 'onedrive' | 'sharing'; readonly url: string }
  /** The same for what is another way to reach everyone, under the organisation's own name for it. */
  | { readonly do: 'open-page'; readonly page: 'bulletin'; readonly label: string; readonly url: string }
  /** A new email, filled in but not sent, to a contact of the policy: of data that went astray, or of a slip to report. */
  | { readonly do: 'tell'; readonly role: string; readonly about: 'data' | 'slip' }
  /** Remembers in the person's own settings that an address is not theirs. */
  | { readonly do: 'not-mine'; readonly address: string }
  /** Remembers there that a pupil is family, so that writing to them is the person's own affair. */
  | { readonly do: 'family'; readonly address: string };

/** A value for a place in a tip. Texts are shortened to the tip's allowance; numbers choose the plural. */
export type TipValue = string | number;

/** What a rule found in a draft. */
export interface Finding<Situation extends string = string> {
  readonly situation: Situation;
  /** Which of the rule's tips says it; the situation's own when left out. */
  readonly tip?: string;
  readonly values: { readonly [name: string]: TipValue };
  readonly evidence: readonly Evidence[];
  readonly fixes?: readonly Fix[];
  /**
   * What the finding is about (`recipient:a@b`, `attachment:register.xlsx`), so that a milder finding about nothing else
   * is not said a second time in the same dialog.
   */
  readonly concerns: readonly string[];
}
