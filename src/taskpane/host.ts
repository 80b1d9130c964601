import type { DraftSource, DraftChange, PersonalSettings, Report, Unreadable } from '../domain';

/** What the dialog's button gave the pane: a report, and the fingerprint of the draft it was made of. */
export interface HandedOver {
  readonly report: Report;
  readonly fingerprint: string;
}

/** Why the sender sends all the same. */
export interface Justification {
  readonly code: string;
  readonly note: string | null;
  /** Of the draft it was given for: any change voids it. */
  readonly fingerprint: string;
}

/** All the pane needs of the program it stands in. Reasons complete "because …", and nothing throws. */
export interface PaneHost {
  /** False when this Outlook does not let an add-in check at Send. */
  readonly checksSends: boolean;
  /** The host's own background colour; null when it does not say. */
  readonly background: string | null;
  readonly source: DraftSource;
  /** What the dialog's button handed over; null when the pane was opened by itself or it cannot be read. */
  handedOver(): Promise<HandedOver | null>;
  /** A short text that is another one after any change that a check would notice. */
  fingerprint(): Promise<string | Unreadable>;
  change(change: DraftChange): Promise<true | Unreadable>;
  justification(): Promise<Justification | null>;
  justify(justification: Justification, report: Report): Promise<true | Unreadable>;
  /** What the person has said about themself; `savePersonal` puts all of it in place of what was there. */
  personal(): PersonalSettings | Unreadable;
  savePersonal(settings: PersonalSettings): Promise<true | Unreadable>;
  /** Opens a new email, filled in and not sent. */
  newEmail(email: { readonly to: string; readonly subject: string; readonly text: string }): Promise<true | Unreadable>;
  /** Calls back when the draft may have changed, or the dialog's button was pressed again; returns how to stop that. */
  onChange(listener: () => void): () => void;
}
