import { latin1 } from '../bytes';
import { concludeDocument, inspectParts } from './document-parts';
import { inflateRaw } from '../archives/inflate';
import type { Inspecting, InspectionContext } from '../inspector';
import { ARCHIVE, OLD_INDEX } from './iwork';
import { readIwaFile } from './iwork-archive';
import type { IwaFile } from './iwork-archive';
import { readIwaText } from './iwork-text';
import { readOldIwork } from './iwork-xml';
import { openPackage, readEntry } from './package';
import { OPENS } from '../sentences';
import { readXml } from '../text/xml';
import { readZipDirectory } from '../archives/zip-directory';
import type { ZipDirectory } from '../archives/zip-directory';
import { unpackEntry } from '../archives/zip-unpack';

/** The program that wrote an iWork '09 index, by the name spaces of its root. */
function oldFormatOf(xml: Uint8Array): string {
  const root = latin1(xml, 0, 2000);
  if (root.indexOf('xmlns:key=') !== -1) return 'key';
  return root.indexOf('xmlns:ls=') !== -1 ? 'numbers' : 'pages';
}

/** Inspects an iWork document without a password; `guess` is its format by the names of its parts. */
export function* readIwork(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext, guess: string): Inspecting {
  const pack = openPackage(bytes, directory, context);
  let format = guess;
  const files: IwaFile[] = [];
  const parts = yield* inspectParts(pack, directory.entries, context, function* (entry) {
    const name = entry.key;
    if (ARCHIVE.test(name)) {
      const data = yield* readEntry(pack, entry);
      if (data !== null) files.push(yield* readIwaFile(data, entry.name, pack, context.budget));
      return 'read';
    }
    if (/(^|\/)index\.zip$/.test(name)) {
      const data = yield* readEntry(pack, entry);
      if (data === null) return 'read';
      for (const inner of readZipDirectory(data).entries) {
        if (!ARCHIVE.test(inner.name)) continue;
        const unpacked = yield* unpackEntry(data, inner, context.budget);
        files.push(yield* readIwaFile(unpacked.data, inner.name, pack, context.budget));
      }
      return 'read';
    }
    if (OLD_INDEX.test(name)) {
      const data = yield* readEntry(pack, entry);
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
  return concludeDocument(pack, format, parts, OPENS);
}
