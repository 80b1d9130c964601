import type { ComposeAttachment, Field, ItemPart, ItemState } from '../compose/types';

/** A change of the draft as add-ins hear of it: by a registered handler, or by a launch event of the manifest. */
export interface ItemEvent {
  /** The name a handler is registered under on the wire. */
  readonly wireName: string;
  readonly payload: unknown;
  /** `AttachmentsChanged` of `OnMessageAttachmentsChanged`; null where no launch event exists. */
  readonly launchSuffix: string | null;
  readonly launchData: Readonly<Record<string, unknown>>;
}

function attachmentEvent(attachment: ComposeAttachment, status: 'added' | 'removed'): ItemEvent {
  const details = { id: attachment.id, name: attachment.name, size: attachment.size, attachmentType: attachment.kind, isInline: attachment.isInline };
  return {
    wireName: 'olkAttachmentsChanged',
    payload: { attachmentStatus: status, attachmentDetails: details },
    launchSuffix: 'AttachmentsChanged',
    launchData: { attachmentStatus: status, attachmentDetails: details },
  };
}

/** Names of the changed fields as the recipients event gives them. */
const CHANGED_NAMES: Readonly<Record<Field, string>> = {
  to: 'to',
  cc: 'cc',
  bcc: 'bcc',
  required: 'requiredAttendees',
  optional: 'optionalAttendees',
};

/** The events that one change of a part raises; most parts raise none. */
export function itemEvents(part: ItemPart, before: Readonly<ItemState>, after: Readonly<ItemState>): readonly ItemEvent[] {
  if (part === 'attachments') {
    const ids = (state: Readonly<ItemState>): ReadonlySet<string> => new Set(state.attachments.map(({ id }) => id));
    const [were, are] = [ids(before), ids(after)];
    return [
      ...after.attachments.filter(({ id }) => !were.has(id)).map((attachment) => attachmentEvent(attachment, 'added')),
      ...before.attachments.filter(({ id }) => !are.has(id)).map((attachment) => attachmentEvent(attachment, 'removed')),
    ];
  }
  if (part === 'fields') {
    const fields: Record<string, boolean> = {};
    for (const [field, name] of Object.entries(CHANGED_NAMES) as [Field, string][]) fields[name] = before.fields[field] !== after.fields[field];
    return [{ wireName: 'olkRecipientsChanged', payload: fields, launchSuffix: 'RecipientsChanged', launchData: { changedRecipientFields: fields } }];
  }
  if (part === 'start' || part === 'end') {
    return [{ wireName: 'olkAppointmentTimeChanged', payload: { start: after.start, end: after.end }, launchSuffix: null, launchData: {} }];
  }
  if (part === 'from') {
    return [{ wireName: 'olkFromChanged', payload: {}, launchSuffix: 'FromChanged', launchData: {} }];
  }
  return [];
}
