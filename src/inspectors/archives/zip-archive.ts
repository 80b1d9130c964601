import { limitReason } from '../budget';
import type { InspectionContext, Inspecting } from '../inspector';
import { collectMembers } from '../members';
import type { ZipDirectory, ZipEntry } from './zip-directory';
import { isMethodKnown, isMethodSeldom, unpackEntry } from './zip-unpack';
import { DAMAGED, OLDER_ENCRYPTION, PACKED } from '../sentences';

/** Names beyond these are not listed: nobody reads them. */
const MOST_NAMES = 10000;

/** True for an entry that holds anything: folders and empty files need no secret to be known. */
export function isContent(entry: ZipEntry): boolean {
  return !entry.isDirectory && (entry.declaredSize > 0 || entry.end > entry.start);
}

/** An archive that is a zip and nothing more: each file in it is inspected by itself. */
export function* inspectArchive(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const members = collectMembers(context);
  const { budget } = context;
  let disputed: string | null = null;
  let hasOlderEncryption = false;
  let listed = 0;
  // Entries that share one piece of the file are unpacked once.
  const unpackedStarts = new Set<number>();
  for (const entry of directory.entries) {
    listed += 1;
    if (listed > MOST_NAMES) break;
    if (entry.otherName !== null) members.name(entry.otherName);
    if (!isContent(entry)) {
      if (!entry.isDirectory) members.name(entry.name);
      continue;
    }
    if (entry.encryption === 'either') disputed = disputed ?? entry.name;
    if (entry.encryption === 'traditional') hasOlderEncryption = true;
    if (entry.encryption !== 'none') members.addProtected(entry.name);
    else if (entry.method === -1) members.addUnread(entry.name, DAMAGED);
    else if (!isMethodKnown(entry, budget)) {
      const isForPane = isMethodSeldom(entry) && budget.readers === null;
      members.addUnread(entry.name, isForPane ? context.leaveToPane() : PACKED);
    }
    // No program writes two files in one place.
    else if (unpackedStarts.has(entry.start)) members.addUnread(entry.name, PACKED);
    else if (budget.hit !== null || budget.isOutOfTime()) members.addUnread(entry.name, limitReason(budget.hit ?? 'time'));
    else {
      unpackedStarts.add(entry.start);
      const unpacked = yield* unpackEntry(bytes, entry, budget);
      if (unpacked.ended === 'limit') members.miss(limitReason(budget.hit ?? 'size'));
      else if (unpacked.ended !== 'complete') members.miss(`“${entry.name}” in it is damaged.`);
      yield* members.add(entry.name, unpacked.data);
    }
    if (listed % 1000 === 0) yield;
  }
  if (directory.hasMore || listed > MOST_NAMES) members.miss(limitReason('entries'));
  if (directory.isSalvaged) members.miss(DAMAGED);
  const inspection =
    disputed === null
      ? members.finish('zip')
      : members.finish('zip', {
          protection: 'unknown',
          reason: `The archive contradicts itself about whether “${disputed}” is encrypted.`,
        });
  return hasOlderEncryption ? { ...inspection, note: OLDER_ENCRYPTION } : inspection;
}
