import { decodeText } from '../text/decode';
import { htmlToText } from '../text/html';
import { inspectParts } from './document-parts';
import { CHAPTER } from './epub';
import type { ReadDocument } from './further';
import type { InspectionContext } from './inspector';
import { readProperties } from './office-markup';
import type { DocumentPackage } from './package';
import type { ZipDirectory } from './zip-directory';

/** Reads the chapters of a book that are not `locked`, and what else is in it. */
export function* readEpub(
  context: InspectionContext,
  pack: DocumentPackage,
  directory: ZipDirectory,
  locked: ReadonlySet<string>,
): Generator<void, ReadDocument, void> {
  const parts = yield* inspectParts(pack, directory.entries, context, function* (entry) {
    const name = entry.key;
    if (locked.has(name)) {
      pack.miss(`“${entry.name}” in it is encrypted.`);
      return 'read';
    }
    if (CHAPTER.test(name)) {
      const data = yield* pack.read(entry.name);
      if (data !== null) pack.addText({ place: name.slice(name.lastIndexOf('/') + 1), text: htmlToText(decodeText(data).text) });
      return 'read';
    }
    if (/\.opf$/.test(name)) {
      const reader = yield* pack.open(entry.name);
      if (reader !== null) yield* readProperties(reader, pack);
      return 'read';
    }
    if (name === 'mimetype' || /^meta-inf\/|\.(ncx|css|js|ttf|otf|woff2?|plist)$/.test(name)) return 'read';
    return /\.(png|jpe?g|gif|svg|webp|mp[34]|m4a|wav)$/.test(name) ? 'picture' : 'embedded';
  });
  return { format: 'epub', parts };
}
