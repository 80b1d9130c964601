import type { Inspection } from '../../domain';
import { limitReason } from '../budget';
import type { Limit } from '../budget';
import { hasBytes } from '../bytes';
import type { Inspecting, InspectionContext, Inspector } from '../inspector';
import { collectMembers } from '../members';
import { openDocument, recoverDocument } from './document';
import type { PdfDocument } from './document';
import { handlerReason } from './encryption';
import { embeddedFile, fileSpecifications, wrappedHandler } from './extras';
import { readDocument } from './reading';
import type { Reading } from './reading';
import type { PdfDictionary } from './values';
import { unread } from '../unread';
import { DAMAGED, LOCKED, PACKED, UNTOLD } from '../sentences';

/** How far from the start the header may be: readers look through the first kilobyte (ISO 32000-1, annex H.3). */
const HEADER_REACH = 1024;
/** The share of characters without a meaning above which the text is not all there. */
const MOST_UNREADABLE = 0.05;

/** Reads PDF files (ISO 32000-1 and 32000-2). */
export const pdf: Inspector = {
  sniff: (bytes) => headerOffset(bytes) !== -1,
  inspect,
};

/** Where the header begins: at the start of the file or of a line near it; -1 when there is none. */
function headerOffset(bytes: Uint8Array): number {
  const last = Math.min(HEADER_REACH, bytes.length);
  for (let offset = bytes.indexOf(37); offset !== -1 && offset < last; offset = bytes.indexOf(37, offset + 1)) {
    const before = bytes[offset - 1];
    const isAtStart = offset === 0 || before === 10 || before === 13 || (offset === 3 && hasBytes(bytes, '\xef\xbb\xbf'));
    if (isAtStart && hasBytes(bytes, '%PDF-', offset)) return offset;
  }
  return -1;
}

function* inspect(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const { budget } = context;
  let document = yield* openDocument(bytes.subarray(headerOffset(bytes)), budget);
  if (!document.access.isReadable) return lockedAnswer(document);
  let reading = yield* readDocument(document, context.path, budget);
  if (document.store.isMisplaced && !document.isRecovered) {
    // The file's own list of objects is wrong somewhere, so they are looked for one by one.
    document = yield* recoverDocument(document.store, budget);
    if (!document.access.isReadable) return lockedAnswer(document);
    reading = yield* readDocument(document, context.path, budget);
  }
  const files = (yield* fileSpecifications(document.store, document.catalog)).concat(reading.files);
  for (const file of files) {
    const handler = wrappedHandler(document.store, file);
    if (handler !== null) return wrapperAnswer(handlerReason(handler), reading);
  }
  return yield* conclude(document, reading, files, context);
}

function lockedAnswer({ access }: PdfDocument): Inspection {
  const { protection, reason, note } = access;
  const contentReason = protection === 'protected' ? LOCKED : PACKED;
  return { ...unread('pdf', protection, reason, contentReason), note };
}

/** An unencrypted cover page around an encrypted document (ISO 32000-2, 7.6.7). */
function wrapperAnswer(reason: string, { segments }: Reading): Inspection {
  const contentReason = 'Only its cover page could be read: the document inside is locked.';
  const content = segments.length > 0 ? 'part' : 'none';
  return { ...unread('pdf', 'protected', reason, contentReason), content, segments };
}

function* conclude(
  document: PdfDocument,
  reading: Reading,
  files: readonly PdfDictionary[],
  context: InspectionContext,
): Inspecting {
  const { access, store } = document;
  const members = collectMembers(context);
  const isLeft = store.isForPane || (store.readers === null && reading.unreadableShare > MOST_UNREADABLE);
  const reason = isLeft ? context.leaveToPane() : unreadReason(document, reading, context.budget.hit);
  for (const segment of reading.segments) members.addText(segment);
  if (reason !== null) members.miss(reason);
  let hasInnerText = false;
  const seen = new Set<PdfDictionary>();
  for (const specification of files) {
    const file = seen.has(specification) ? null : embeddedFile(store, specification);
    seen.add(specification);
    if (file === null) continue;
    if (access.protection === 'partly') {
      members.addProtected(file.name);
      continue;
    }
    yield;
    const unpacked = yield* store.unpack(file.stream);
    if (unpacked.data.length === 0 && unpacked.ended !== 'complete') {
      members.addUnread(file.name, unpacked.ended === 'cut' ? limitReason('size') : DAMAGED);
      continue;
    }
    const inspection = yield* members.add(file.name, unpacked.data);
    if (inspection !== null && inspection.content !== 'none') hasInnerText = true;
    if (unpacked.ended === 'damaged') members.miss(`“${file.name}” in it is damaged.`);
  }
  const told = members.finish('pdf');
  const content = reading.pagesWithText === 0 && !hasInnerText && told.content === 'part' ? 'none' : told.content;
  if (access.protection !== 'open' && (told.protection !== 'partly' || access.protection === 'partly')) {
    return { ...told, content, protection: access.protection, reason: access.reason };
  }
  // Where the file's own account of itself is lost, only text that makes sense shows that nothing is encrypted.
  const isSure = !document.isRecovered || reading.pagesWithText > 0 || (document.hasTrailer && reading.pages > 0 && !store.isDamaged);
  if (told.protection === 'open' && !isSure) {
    return { ...told, content, protection: 'unknown', reason: UNTOLD };
  }
  return { ...told, content };
}

/** Why not everything on the pages was read, the weightiest reason first; null when all was. */
function unreadReason({ store }: PdfDocument, reading: Reading, limit: Limit | null): string | null {
  const { pages, pagesWithText, scans } = reading;
  if (reading.isCut || store.isCut) return limitReason(limit === 'time' ? 'time' : 'size');
  if (pages === 0 || (pagesWithText === 0 && store.isDamaged)) return 'It is damaged, so nothing could be read from it.';
  if (pagesWithText === 0) {
    if (reading.unreadableShare > 0) return 'It does not say which letters its text is written in.';
    return reading.hasPicture ? 'It has no text: it looks like a scan.' : 'Its pages have no text.';
  }
  if (store.isDamaged) return DAMAGED;
  if (scans > 0) return scanReason(pages, scans);
  if (reading.unreadableShare > MOST_UNREADABLE) return 'It does not say which letters some of its text is written in.';
  return null;
}

function scanReason(pages: number, scans: number): string {
  return `${scans} of its ${pages} pages ${scans === 1 ? 'has no text: it looks like a scan.' : 'have no text: they look like scans.'}`;
}
