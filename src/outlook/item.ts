/** The draft in the window, as Office.js has it. */
export type ComposeItem = Office.MessageCompose | Office.AppointmentCompose;

/** A draft whose kind Outlook does not say counts as a message. */
export function isAppointment(item: ComposeItem): item is Office.AppointmentCompose {
  try {
    return String(item.itemType) === 'appointment';
  } catch {
    return false;
  }
}

/**
 * The draft in the window. Null when there is none that can be read: a mailbox that is hidden from the address list, a
 * pinned pane with nothing selected, or a library that is not there.
 */
export function currentItem(): ComposeItem | null {
  try {
    return (Office.context.mailbox.item as ComposeItem | null | undefined) ?? null;
  } catch {
    return null;
  }
}

/** The person signed in, who may send for another; null when Outlook does not say. */
export function signedInPerson(): { readonly address: string; readonly name: string } | null {
  try {
    const { emailAddress, displayName } = Office.context.mailbox.userProfile;
    return typeof emailAddress === 'string' && emailAddress.indexOf('@') > 0 ? { address: emailAddress, name: String(displayName ?? '') } : null;
  } catch {
    return null;
  }
}

/** The conversation a draft belongs to; null where Outlook does not say. */
export function conversationOf(item: ComposeItem): string | null {
  try {
    const id = (item as Office.MessageCompose).conversationId as unknown;
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}
