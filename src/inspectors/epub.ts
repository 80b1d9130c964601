import { concludeDocument, noParts } from './document-parts';
import type { InspectionContext, Inspecting } from './inspector';
import { openPackage, resolveTarget } from './package';
import type { DocumentPackage } from './package';
import { unread } from './unread';
import { attributeOf } from './xml-values';
import type { ZipDirectory } from './zip-directory';
import { LOCKED, OPENS } from './sentences';

// EPUB 3.3 (W3C): a zip of XHTML chapters. Encryption is listed in META-INF/encryption.xml.

/** Methods that only keep fonts from being copied: every reader undoes them without a secret. */
const FONT_METHODS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

/** Names of entries, in lower case, that need a secret. */
function* readEncryption(pack: DocumentPackage): Generator<void, Set<string>, void> {
  const locked = new Set<string>();
  const reader = yield* pack.open('META-INF/encryption.xml');
  if (reader === null) return locked;
  let method = '';
  yield* pack.tokens(reader, (token) => {
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

export const CHAPTER = /\.(x?html?)$/i;

export function* inspectEpub(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const pack = openPackage(bytes, directory, context);
  const locked = yield* readEncryption(pack);
  const chapters = directory.entries.filter((entry) => CHAPTER.test(entry.name));
  const lockedChapters = chapters.filter((entry) => locked.has(entry.key));
  if (lockedChapters.length > 0 && lockedChapters.length === chapters.length) {
    const reason = 'The book is encrypted: it opens only with the licence it was sold with.';
    return unread('epub', 'protected', reason, LOCKED);
  }
  const document = yield* context.further('epub')(context, pack, directory, locked);
  const conclusion = concludeDocument(pack, 'epub', document?.parts ?? noParts(context), OPENS);
  return lockedChapters.length === 0
    ? conclusion
    : { ...conclusion, protection: 'partly', reason: `“${lockedChapters[0]!.name}” in it is encrypted, other chapters are not.` };
}
