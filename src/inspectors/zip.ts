import type { Inspection } from '../domain';
import { u32 } from './bytes';
import { inspectEpub } from './epub';
import type { InspectionContext, Inspecting, Inspector } from './inspector';
import { inspectIwork, isIwork } from './iwork';
import { inspectOoxml, isOoxml } from './ooxml';
import { inspectOpenDocument, isOpenDocument } from './opendocument';
import { inspectXps, isXps } from './xps';
import { inspectArchive, isContent } from './zip-archive';
import { readZipDirectory } from './zip-directory';

const LOCAL_HEADER = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const SPLIT_MARK = 0x08074b50;
const SPLIT_MARK_SINGLE = 0x30304b50;
const END_LENGTH = 22;

/** True when a zip archive ends the file, whatever stands before it: a program that unpacks itself, for one. */
function hasEndRecord(bytes: Uint8Array): boolean {
  const at = bytes.length - END_LENGTH;
  return at > 0 && u32(bytes, at) === END_OF_DIRECTORY && (bytes[at + 20] ?? 0) === 0 && (bytes[at + 21] ?? 0) === 0;
}

function isZip(bytes: Uint8Array): boolean {
  const mark = u32(bytes, 0);
  if (mark === LOCAL_HEADER || mark === END_OF_DIRECTORY) return true;
  if (mark === SPLIT_MARK || mark === SPLIT_MARK_SINGLE) return u32(bytes, 4) === LOCAL_HEADER;
  return hasEndRecord(bytes);
}

function unread(protection: Inspection['protection'], reason: string, contentReason: string): Inspection {
  return {
    format: 'zip',
    protection,
    reason,
    content: 'none',
    contentReason,
    segments: [],
    entries: [],
    nature: 'text',
    note: null,
  };
}

function* inspectZip(bytes: Uint8Array, context: InspectionContext): Inspecting {
  const directory = readZipDirectory(bytes);
  yield;
  if (directory.isLocked) {
    return unread(
      'protected',
      'The archive needs a password, even to list its files.',
      'It can be opened only with its password.',
    );
  }
  if (directory.isSplit) {
    const reason = 'The archive is one of several parts, so it could not be told whether it has a password.';
    return unread('unknown', reason, 'The archive is one of several parts, so it could not be read.');
  }
  if (!directory.entries.some((entry) => isContent(entry) && entry.encryption !== 'none' && entry.encryption !== 'iwork')) {
    if (isOpenDocument(directory)) return yield* inspectOpenDocument(bytes, directory, context);
    if (directory.byName.has('meta-inf/container.xml')) return yield* inspectEpub(bytes, directory, context);
    if (isIwork(directory)) return yield* inspectIwork(bytes, directory, context);
    if (isXps(directory)) return yield* inspectXps(bytes, directory, context);
    if (isOoxml(directory)) return yield* inspectOoxml(bytes, directory, context);
  }
  return yield* inspectArchive(bytes, directory, context);
}

const FORMATS: readonly (readonly [string, string])[] = [
  ['zip', 'Zip archive, each file in it'],
  ['docx', 'Word document'],
  ['docm', 'Word document with macros'],
  ['dotx', 'Word template'],
  ['dotm', 'Word template with macros'],
  ['xlsx', 'Excel workbook'],
  ['xlsm', 'Excel workbook with macros'],
  ['xltx', 'Excel template'],
  ['xltm', 'Excel template with macros'],
  ['xlam', 'Excel add-in'],
  ['xlsb', 'Excel binary workbook'],
  ['pptx', 'PowerPoint presentation'],
  ['pptm', 'PowerPoint presentation with macros'],
  ['potx', 'PowerPoint template'],
  ['potm', 'PowerPoint template with macros'],
  ['ppsx', 'PowerPoint show'],
  ['ppsm', 'PowerPoint show with macros'],
  ['ppam', 'PowerPoint add-in'],
  ['vsdx', 'Visio drawing, stencil or template'],
  ['vsdm', 'Visio drawing with macros'],
  ['xps', 'XPS document'],
  ['odt', 'OpenDocument text'],
  ['ott', 'OpenDocument text template'],
  ['ods', 'OpenDocument spreadsheet'],
  ['ots', 'OpenDocument spreadsheet template'],
  ['odp', 'OpenDocument presentation'],
  ['otp', 'OpenDocument presentation template'],
  ['odg', 'OpenDocument drawing'],
  ['otg', 'OpenDocument drawing template'],
  ['odb', 'OpenDocument database'],
  ['odf', 'Other OpenDocument files'],
  ['epub', 'EPUB book'],
  ['pages', 'Pages document'],
  ['numbers', 'Numbers document'],
  ['key', 'Keynote presentation'],
];

export const zip: Inspector = {
  id: 'zip',
  formats: FORMATS.map(([format, title]) => ({ format, title, reads: 'text' as const })),
  sniff: isZip,
  inspect: inspectZip,
};
