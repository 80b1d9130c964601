import { isBase64, sizeOfBase64 } from '../compose/base64';
import type { AttachmentKind, ComposeAttachment } from '../compose/types';
import { answered, call, refused } from './call';
import type { Answer, CallContext, HostCall } from './call';
import { maybeFlag, text } from './checkers';
import { ERRORS } from './errors';

/** Order of attachmentType on the wire, read in the library. */
const KIND_NUMBERS: readonly AttachmentKind[] = ['file', 'item', 'cloud'];

/** Limits of the documentation: 25 MB as base64 text, 499 files in browser clients. */
const LONGEST_BASE64 = 34_865_152;
const MOST_FILES = 499;

function onTheWire(attachment: ComposeAttachment): unknown {
  return {
    id: attachment.id,
    name: attachment.name,
    size: attachment.size,
    attachmentType: KIND_NUMBERS.indexOf(attachment.kind),
    isInline: attachment.isInline,
    contentType: attachment.contentType,
    ...(attachment.contentId === null ? {} : { contentId: attachment.contentId }),
    // Assumption: cloud-attachment-shape.
    ...(attachment.content.format === 'url' ? { url: attachment.content.text } : {}),
  };
}

function addFile(context: CallContext, name: string, base64: string, isInline: boolean): Answer {
  if (base64.length > LONGEST_BASE64) return refused(ERRORS.attachmentTooLarge);
  if (context.item.state.attachments.length >= MOST_FILES) return refused(ERRORS.tooManyAttachments);
  if (!isBase64(base64)) return refused(ERRORS.uploadFailed);
  return answered(context.item.addAttachment({ name, base64, isInline, size: sizeOfBase64(base64) }, 'add-in').id);
}

export const ATTACHMENT_CALLS: readonly HostCall[] = [
  call({ id: 149, name: 'getAttachmentsAsync', run: ({ item }) => answered(item.state.attachments.map(onTheWire)) }),
  call({
    id: 150,
    name: 'getAttachmentContentAsync',
    params: { id: text() },
    run: ({ item }, { id }) => {
      const content = item.state.attachments.find((attachment) => attachment.id === id)?.content;
      if (content === undefined) return refused(ERRORS.invalidAttachmentId);
      // Assumption: item-attachment-content.
      return content.format === 'none' ? refused(content.errorCode) : answered({ content: content.text, format: content.format });
    },
  }),
  call({
    id: 148,
    name: 'addFileAttachmentFromBase64Async',
    params: { base64String: text(), name: text(255), isInline: maybeFlag },
    run: (context, { base64String, name, isInline }) => addFile(context, name, base64String, isInline ?? false),
  }),
  call({
    id: 16,
    name: 'addFileAttachmentAsync',
    params: { uri: text(2_048), name: text(255), isInline: maybeFlag },
    // The host would fetch the address; the simulator never leaves the machine.
    run: () => refused(ERRORS.uploadFailed),
  }),
  call({
    id: 19,
    name: 'addItemAttachmentAsync',
    params: { itemId: text(200), name: text(255) },
    run: ({ item }, { name }) => answered(item.addAttachment({ name, kind: 'item', eml: `Subject: ${name}\r\n\r\n` }, 'add-in').id),
  }),
  call({
    id: 20,
    name: 'removeAttachmentAsync',
    params: { attachmentIndex: text(200) },
    run: ({ item }, { attachmentIndex }) => {
      const attachment = item.state.attachments.find(({ id }) => id === attachmentIndex);
      // Inline pictures are part of the body and cannot be removed this way (documentation of removeAttachmentAsync).
      if (attachment === undefined || attachment.isInline) return refused(ERRORS.noSuchAttachmentToDelete);
      item.removeAttachment(attachmentIndex, 'add-in');
      return answered();
    },
  }),
];

/** Calls that change the attachments; more than three at once are more than the clients promise to keep apart. */
export const ATTACHMENT_CHANGES: ReadonlySet<number> = new Set([16, 19, 20, 148]);

/** The name of the attachment a content call is about; faults can strike one file only. */
export function attachmentNameOf(context: CallContext, id: number, params: unknown): string | null {
  if (id !== 150) return null;
  const wanted = (params as { id?: unknown } | null)?.id;
  return context.item.state.attachments.find((attachment) => attachment.id === wanted)?.name ?? null;
}
