import { u16, u32 } from '../bytes';
import type { InspectionContext, Inspecting, Inspector } from '../inspector';
import { inspectIwork, isIwork } from '../office/iwork';
import { inspectOoxml, isOoxml } from '../office/ooxml';
import { inspectOpenDocument, isOpenDocument } from '../office/opendocument';
import { locked, unread, untold } from '../unread';
import { inspectArchive, isContent } from './zip-archive';
import { readZipDirectory } from './zip-directory';
import { NOT_JUDGED, OPENS, PARTLY_ENCRYPTED } from '../sentences';

const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const SPLIT_MARK = 0x08074b50;
const SPLIT_MARK_SINGLE = 0x30304b50;
const END_LENGTH = 22;
const PERCENT = 37;
const XPS_PAGE = /\.fpage/i;

/** True when a zip archive ends the file, whatever stands before it: a program that unpacks itself, for one. A PDF document opens as one. */
function hasEndRecord(bytes: Uint8Array): boolean {
  const at = bytes.length - END_LENGTH;
  return at > 0 && bytes[0] !== PERCENT && u32(bytes, at) === END_OF_DIRECTORY && u16(bytes, at + 20) === 0;
}

/** True for a file that begins with anything but an archive, or a program. */
function hasForeword(bytes: Uint8Array): boolean {
  return bytes[0] !== 0x50 && bytes[0] !== 0x4d;
}

function isZip(bytes: Uint8Array): boolean {
  const mark = u32(bytes, 0);
  if (mark === LOCAL_HEADER || mark === END_OF_DIRECTORY) return true;
  if (mark === SPLIT_MARK || mark === SPLIT_MARK_SINGLE) return u32(bytes, 4) === LOCAL_HEADER;
  return hasEndRecord(bytes);
}

function* inspectZip(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const directory = readZipDirectory(bytes);
  const { readers } = context.budget;
  yield;
  if (directory.isLocked) {
    return locked('zip');
  }
  if (directory.isSplit) {
    return untold('zip');
  }
  if (!directory.entries.some((entry) => isContent(entry) && entry.encryption !== 'none' && entry.encryption !== 'iwork')) {
    if (isOpenDocument(directory)) return yield* inspectOpenDocument(bytes, directory, context);
    if (directory.byName.has('meta-inf/container.xml'))
      return readers === null ? unread('epub', 'unknown', NOT_JUDGED, context.leaveToPane()) : yield* readers.epub(bytes, directory, context);
    if (isIwork(directory)) return yield* inspectIwork(bytes, directory, context);
    if (directory.entries.some(({ name }) => XPS_PAGE.test(name)))
      return readers === null ? unread('xps', 'open', OPENS, context.leaveToPane()) : yield* readers.xps(bytes, directory, context);
    if (isOoxml(directory)) return yield* inspectOoxml(bytes, directory, context);
  }
  const inspection = yield* inspectArchive(bytes, directory, context);
  // What stands before the archive, such as a picture, opens for anyone; a program that unpacks it says nothing else.
  return inspection.protection === 'protected' && hasForeword(bytes) ? { ...inspection, protection: 'partly', reason: PARTLY_ENCRYPTED } : inspection;
}

export const zip: Inspector = {
  sniff: isZip,
  inspect: inspectZip,
};
