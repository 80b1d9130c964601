import type { Inspection } from '../../domain';
import { limitReason } from '../budget';
import { giveBack } from '../archives/inflate';
import type { InspectionContext } from '../inspector';
import { isMarked } from '../marked';
import { collectMembers } from '../members';
import type { Members } from '../members';
import { readEntry } from './package';
import type { DocumentPackage } from './package';
import type { ZipEntry } from '../archives/zip-directory';

/** What became of a part: read (or known to hold no words), a picture, or a file of its own that is inspected as such. */
export type PartKind = 'read' | 'picture' | 'embedded';

/** What the parts of a document came to. */
export interface InspectedParts {
  readonly members: Members;
  readonly pictureBytes: number;
}

/** Pictures that together are larger than this may be scans of pages. */
const SCAN_BYTES = 60000;
/** With less text than this, the pictures are taken to be the content. */
const LITTLE_TEXT = 200;

/** What becomes of a part: some are to be read first. */
export type Handling = PartKind | Generator<void, PartKind, void>;

/** Gives every part to `handle`, and inspects as files of their own those that it calls embedded. */
export function* inspectParts(
  pack: DocumentPackage,
  entries: readonly ZipEntry[],
  context: InspectionContext,
  handle: (entry: ZipEntry) => Handling,
): Generator<void, InspectedParts, void> {
  const members = collectMembers(context);
  let pictureBytes = 0;
  for (const entry of entries) {
    if (entry.isDirectory) continue;
    const handling = handle(entry);
    const kind = typeof handling === 'string' ? handling : yield* handling;
    if (kind === 'picture' || (kind === 'embedded' && (yield* inspectEmbedded(pack, entry, members)))) pictureBytes += entry.end - entry.start;
    yield;
  }
  return { members, pictureBytes };
}

/** Inspects a part as a file of its own; true when it is only a picture. */
function* inspectEmbedded(pack: DocumentPackage, entry: ZipEntry, members: Members): Generator<void, boolean, void> {
  const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
  if (entry.encryption !== 'none') members.addProtected(name);
  else if (pack.budget.hit !== null) members.addUnread(name, limitReason(pack.budget.hit));
  else {
    const data = yield* readEntry(pack, entry);
    if (data === null) return false;
    // A picture under another name is a picture of the document like the rest.
    const isOnlyPicture = isMarked('picture', data);
    if (!isOnlyPicture) yield* members.add(name, data);
    // A part that is not packed is a piece of the file itself.
    if (data.buffer !== pack.bytes.buffer) giveBack(data);
    return isOnlyPicture;
  }
  return false;
}

/** The inspection of a document that opens without a password; `reason` says so. What is embedded may still have one. */
export function concludeDocument(pack: DocumentPackage, format: string, parts: InspectedParts, reason: string): Inspection {
  const inside = parts.members.finish(format);
  let textLength = 0;
  for (const segment of pack.segments) textLength += segment.hidden === undefined ? segment.text.length : 0;
  const looksScanned = parts.pictureBytes > SCAN_BYTES && textLength < LITTLE_TEXT;
  const missed =
    pack.missed ??
    inside.contentReason ??
    (looksScanned ? 'It holds pictures, which could not be looked into, and little text.' : null);
  const segments = [...pack.segments, ...inside.segments];
  return {
    ...inside,
    protection: inside.protection === 'open' ? 'open' : 'partly',
    reason: inside.protection === 'open' ? reason : inside.reason,
    content: missed === null ? 'all' : segments.length > 0 ? 'part' : 'none',
    contentReason: missed,
    segments,
    nature: 'text',
  };
}
