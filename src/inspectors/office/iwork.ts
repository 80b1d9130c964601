import type { InspectionContext, Inspecting } from '../inspector';
import { locked, unread } from '../unread';
import type { ZipDirectory } from '../archives/zip-directory';
import { OPENS } from '../sentences';

// Pages, Numbers and Keynote. Apple publishes no specification: the layout is as the projects libetonyek and numbers-parser
// describe it.

export const ARCHIVE = /\.iwa$/i;
/** Documents of iWork '09: XML, perhaps gzipped. */
export const OLD_INDEX = /^index\.(xml|apxl)(\.gz)?$/i;
/** Marks of a password: the verifier and its hint. */
const LOCK_MARK = /(^|\/)\.iwp(v2|h)$/i;

export function isIwork(directory: ZipDirectory): boolean {
  return directory.entries.some(
    (entry) =>
      ARCHIVE.test(entry.name) ||
      OLD_INDEX.test(entry.name) ||
      LOCK_MARK.test(entry.name) ||
      /(^|\/)index\.zip$/i.test(entry.name),
  );
}

function formatOf(directory: ZipDirectory): string {
  if (directory.entries.some((entry) => /slide|\.apxl/i.test(entry.name))) return 'key';
  if (directory.entries.some((entry) => /calculationengine|tables\/|sheet/i.test(entry.name))) return 'numbers';
  return 'pages';
}

export function* inspectIwork(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const format = formatOf(directory);
  const { readers } = context.budget;
  if (directory.entries.some((entry) => LOCK_MARK.test(entry.name) || entry.encryption === 'iwork')) {
    return locked(format);
  }
  return readers === null ? unread(format, 'open', OPENS, context.leaveToPane()) : yield* readers.iwork(bytes, directory, context, format);
}
