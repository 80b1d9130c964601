/** Why, already masked. `where` and `masked` name files and addresses, so a report stays on the sender's machine. */
export interface Evidence {
  /** The place a person would look: `To`, `Subject`, `register.xlsx > Sheet2!B2:F13`. */
  readonly where: string;
  /** What is there, masked: `•••••••••001`, `14 pupils' SEN needs`. */
  readonly masked: string;
  readonly count?: number;
  readonly people?: number;
}

/** A one-click way to put a finding right. What it acts on is named by id or address. */
export type Fix =
  | { readonly do: 'remove-attachment'; readonly attachment: string }
  | { readonly do: 'protect-attachment'; readonly attachment: string }
  | { readonly do: 'remove-recipient'; readonly address: string }
  | { readonly do: 'move-to-bcc' }
  | { readonly do: 'reply-to-sender-only' }
  | { readonly do: 'add-subject'; readonly suggestion: string | null }
  | { readonly do: 'schedule'; readonly at: number };

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
