import { concludeDocument, inspectParts } from './document-parts';
import type { InspectionContext, Inspecting } from './inspector';
import { readIwaFile } from './iwork-archive';
import type { IwaFile } from './iwork-archive';
import { readIwaText } from './iwork-text';
import { latin1 } from './bytes';
import { readOldIwork } from './iwork-xml';
import { openPackage } from './package';
import { inflateRaw } from './inflate';
import { readXml } from './xml';
import { readZipDirectory } from './zip-directory';
import type { ZipDirectory } from './zip-directory';
import { unpackEntry } from './zip-unpack';

// Pages, Numbers and Keynote. Apple publishes no specification: the layout is as the projects libetonyek and numbers-parser
// describe it.

const ARCHIVE = /\.iwa$/i;
/** Documents of iWork '09: XML, perhaps gzipped. */
const OLD_INDEX = /^index\.(xml|apxl)(\.gz)?$/i;
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

/** The program that wrote an iWork '09 index, by the name spaces of its root. */
function oldFormatOf(xml: Uint8Array): string {
  const root = latin1(xml, 0, 2000);
  if (root.indexOf('xmlns:key=') !== -1) return 'key';
  return root.indexOf('xmlns:ls=') !== -1 ? 'numbers' : 'pages';
}

export function* inspectIwork(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  let format = formatOf(directory);
  if (directory.entries.some((entry) => LOCK_MARK.test(entry.name) || entry.encryption === 'iwork')) {
    return {
      format,
      protection: 'protected',
      reason: 'The document needs a password to open.',
      content: 'none',
      contentReason: 'It can be opened only with its password.',
      segments: [],
      entries: [],
      nature: 'text',
      note: null,
    };
  }
  const pack = openPackage(bytes, directory, context);
  const files: IwaFile[] = [];
  const parts = yield* inspectParts(pack, directory.entries, context, function* (entry) {
    const name = entry.name.toLowerCase();
    if (ARCHIVE.test(name)) {
      const data = yield* pack.readEntry(entry);
      if (data !== null) files.push(yield* readIwaFile(data, entry.name, pack, context.budget));
      return 'read';
    }
    if (/(^|\/)index\.zip$/.test(name)) {
      const data = yield* pack.readEntry(entry);
      if (data === null) return 'read';
      for (const inner of readZipDirectory(data).entries) {
        if (!ARCHIVE.test(inner.name)) continue;
        const unpacked = yield* unpackEntry(data, inner, context.budget);
        files.push(yield* readIwaFile(unpacked.data, inner.name, pack, context.budget));
      }
      return 'read';
    }
    if (OLD_INDEX.test(name)) {
      const data = yield* pack.readEntry(entry);
      if (data === null) return 'read';
      // A gzip header is ten bytes when it names no file.
      const isPacked = data[0] === 0x1f && data[1] === 0x8b;
      const xml = isPacked ? (yield* inflateRaw(data, 10, data.length, context.budget)).data : data;
      format = oldFormatOf(xml);
      yield* readOldIwork(readXml(xml, context.budget), pack);
      return 'read';
    }
    if (/\.(plist|strings|chrtshr|css|js)$|^buildversion|^metadata\/|^quicklook\/|^preview/.test(name)) return 'read';
    return /\.(png|jpe?g|tiff?|gif|pdf|mov|mp4|m4v|m4a|heic)$/.test(name) ? 'picture' : 'embedded';
  });
  yield* readIwaText(files, pack);
  return concludeDocument(pack, format, parts, 'It opens without a password.');
}
