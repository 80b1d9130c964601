/**
 * The Mailbox requirement set that brought each member of a compose item, as far as add-ins can meet older ones. Paths
 * are written as after `item.`; what is not listed came with 1.1. From the requirement-set pages of the documentation.
 */
const SINCE: Readonly<Record<string, number>> = {
  'addFileAttachmentFromBase64Async': 8,
  'body.appendOnSendAsync': 9,
  'body.getAsync': 3,
  'body.prependOnSendAsync': 13,
  'body.setAsync': 3,
  'body.setSignatureAsync': 10,
  'categories': 8,
  'closeAsync': 14,
  'delayDeliveryTime': 13,
  'disableClientSignatureAsync': 10,
  'enhancedLocation': 8,
  'from': 7,
  'getAttachmentContentAsync': 8,
  'getAttachmentsAsync': 8,
  'getComposeTypeAsync': 10,
  'getConversationIndexAsync': 14,
  'getInitializationContextAsync': 8,
  'getItemClassAsync': 14,
  'getItemIdAsync': 8,
  'getSelectedDataAsync': 2,
  'getSharedPropertiesAsync': 8,
  'inReplyTo': 14,
  'internetHeaders': 8,
  'isAllDayEvent': 14,
  'isClientSignatureEnabledAsync': 10,
  'notificationMessages': 3,
  'organizer': 7,
  'recurrence': 7,
  'saveAsync': 3,
  'sendAsync': 15,
  'sensitivity': 14,
  'sensitivityLabel': 13,
  'sessionData': 11,
  'setSelectedDataAsync': 2,
};

/** Minor version of a set such as `1.14`; comparing sets as numbers would put 1.9 above 1.14. */
export function minorOf(set: string): number {
  return Number(/^1\.(\d+)$/.exec(set)?.[1] ?? 0);
}

/** Members of a compose item that a client at this set does not have. */
export function membersAfter(set: string): readonly string[] {
  return Object.keys(SINCE).filter((path) => (SINCE[path] ?? 1) > minorOf(set));
}
