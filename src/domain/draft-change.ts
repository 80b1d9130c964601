import type { Place } from './finding';

/** One change of the draft, made from a press in the pane. It is made as a whole or, with a reason, not at all. */
export type DraftChange =
  | { readonly do: 'remove-attachment'; readonly attachment: string }
  | { readonly do: 'add-attachment'; readonly name: string; readonly content: Uint8Array }
  | { readonly do: 'remove-recipient'; readonly address: string }
  | { readonly do: 'move-to-bcc' }
  | { readonly do: 'reply-to-sender-only' }
  | { readonly do: 'set-subject'; readonly subject: string }
  | { readonly do: 'schedule'; readonly at: number }
  | { readonly do: 'remove-words'; readonly places: readonly Place[] }
  | { readonly do: 'save-draft' };
