import { decodeText } from '../../text/decode';
import { htmlToText } from '../../text/html';
import { concludeDocument, inspectParts } from './document-parts';
import type { InspectedParts } from './document-parts';
import type { InspectionContext, Inspecting } from '../inspector';
import { readProperties } from './office-markup';
import { openPackage, openPart, readPart, readTokens, resolveTarget } from './package';
import type { DocumentPackage } from './package';
import { unread } from '../unread';
import { attributeOf } from '../text/xml-values';
import type { ZipDirectory } from '../archives/zip-directory';
import { LOCKED, OPENS } from '../sentences';

// EPUB 3.3 (W3C): a zip of XHTML chapters. Encryption is listed in META-INF/encryption.xml.

/** Methods that only keep fonts from being copied: every reader undoes them without a secret. */
const FONT_METHODS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

/** Names of entries, in lower case, that need a secret. */
function* readEncryption(pack: DocumentPackage): Generator<void, Set<string>, void> {
  const locked = new Set<string>();
  const reader = yield* openPart(pack, 'META-INF/encryption.xml');
  if (reader === null) return locked;
  let method = '';
  yield* readTokens(pack, reader, (token) => {
    if (token !== 'open') return;
    if (reader.name === 'EncryptedData') method = '';
    // The key of the data may have a method of its own, inside the key's information; the data's stands first.
    else if (reader.name === 'EncryptionMethod' && method === '') method = attributeOf(reader, 'Algorithm') ?? '';
    else if (reader.name === 'CipherReference' && FONT_METHODS.indexOf(method) === -1) {
      locked.add(resolveTarget('', attributeOf(reader, 'URI') ?? '').toLowerCase());
    }
  });
  return locked;
}

const CHAPTER = /\.(x?html?)$/i;

/** Reads the chapters of a book that are not `locked`, and what else is in it. */
function* readChapters(
  context: InspectionContext,
  pack: DocumentPackage,
  directory: ZipDirectory,
  locked: ReadonlySet<string>,
): Generator<void, InspectedParts, void> {
  return yield* inspectParts(pack, directory.entries, context, function* (entry) {
    const name = entry.key;
    if (locked.has(name)) {
      pack.miss(`“${entry.name}” in it is encrypted.`);
      return 'read';
    }
    if (CHAPTER.test(name)) {
      const data = yield* readPart(pack, entry.name);
      if (data !== null) pack.addText({ place: name.slice(name.lastIndexOf('/') + 1), text: htmlToText(decodeText(data).text) });
      return 'read';
    }
    if (/\.opf$/.test(name)) {
      const reader = yield* openPart(pack, entry.name);
      if (reader !== null) yield* readProperties(reader, pack);
      return 'read';
    }
    if (name === 'mimetype' || /^meta-inf\/|\.(ncx|css|js|ttf|otf|woff2?|plist)$/.test(name)) return 'read';
    return /\.(png|jpe?g|gif|svg|webp|mp[34]|m4a|wav)$/.test(name) ? 'picture' : 'embedded';
  });
}

export function* inspectEpub(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const pack = openPackage(bytes, directory, context);
  const locked = yield* readEncryption(pack);
  const chapters = directory.entries.filter((entry) => CHAPTER.test(entry.name));
  const lockedChapters = chapters.filter((entry) => locked.has(entry.key));
  if (lockedChapters.length > 0 && lockedChapters.length === chapters.length) {
    const reason = 'The book is encrypted: it opens only with the licence it was sold with.';
    return unread('epub', 'protected', reason, LOCKED);
  }
  const conclusion = concludeDocument(pack, 'epub', yield* readChapters(context, pack, directory, locked), OPENS);
  return lockedChapters.length === 0
    ? conclusion
    : { ...conclusion, protection: 'partly', reason: `“${lockedChapters[0]!.name}” in it is encrypted, other chapters are not.` };
}
