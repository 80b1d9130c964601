import { latin1 } from '../bytes';
import type { InspectionContext, Inspecting } from '../inspector';
import { concludeDocument, inspectParts } from './document-parts';
import { readPlainMarkup, readProperties } from './office-markup';
import { openPackage, openPart, readPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { locked, untold } from '../unread';
import { readXml } from '../text/xml';
import { attributeOf } from '../text/xml-values';
import { inspectArchive } from '../archives/zip-archive';
import type { ZipDirectory } from '../archives/zip-directory';
import { OPENS } from '../sentences';

// OpenDocument 1.3 part 2: packages (OASIS). Encryption never shows in the zip's own flags, only in the manifest.

const MANIFEST = 'meta-inf/manifest.xml';
/** LibreOffice 24.2 and later put the whole document, as a package of its own, into this one entry. */
const WHOLE_ENCRYPTED = 'encrypted-package';

/** What the last letter of a format is called in its media type, in OpenDocument and in what was there before. */
const KINDS = ['t text|writer', 's spreadsheet|calc', 'p presentation|impress', 'g graphics|draw', 'b base|database'];

export function isOpenDocument(directory: ZipDirectory): boolean {
  const { byName } = directory;
  if (byName.has('[content_types].xml')) return false;
  return byName.has(MANIFEST) || (byName.has('content.xml') && (byName.has('mimetype') || byName.has('styles.xml')));
}

interface Manifest {
  /** Full paths of encrypted entries, in lower case. */
  readonly encrypted: ReadonlySet<string>;
  readonly mediaType: string;
}

function* readManifest(pack: DocumentPackage): Generator<void, Manifest, void> {
  const encrypted = new Set<string>();
  let mediaType = '';
  let path = '';
  const reader = yield* openPart(pack, MANIFEST);
  if (reader !== null) {
    yield* readTokens(pack, reader, (token) => {
      if (token !== 'open') return;
      if (reader.name === 'file-entry') {
        path = (attributeOf(reader, 'full-path') ?? '').toLowerCase();
        if (path === '/') mediaType = attributeOf(reader, 'media-type') ?? '';
      } else if (reader.name === 'encryption-data') encrypted.add(path);
    });
  }
  return { encrypted, mediaType };
}

function* formatOf(pack: DocumentPackage, manifest: Manifest): Generator<void, string, void> {
  const data = yield* readPart(pack, 'mimetype');
  const type = `${data === null ? '' : latin1(data, 0, 100)} ${manifest.mediaType}`;
  const kind = KINDS.find((line) => new RegExp(`(opendocument|sun\\.xml)\\.(${line.slice(2)})`).test(type));
  return kind === undefined ? 'odf' : `o${/-template/.test(type) ? 't' : 'd'}${kind.charAt(0)}`;
}

/** True for data that begins as XML does; encrypted data does not. */
function beginsAsXml(data: Uint8Array): boolean {
  let at = 0;
  while (at < 8 && (data[at]! <= 32 || data[at]! >= 0xbb)) at += 1;
  return data[at] === 60;
}

export function* inspectOpenDocument(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const pack = openPackage(bytes, directory, context);
  const manifest = yield* readManifest(pack);
  const content = yield* readPart(pack, 'content.xml');
  const isPlain = content !== null && beginsAsXml(content);
  const isWholeEncrypted = directory.byName.has(WHOLE_ENCRYPTED) && manifest.encrypted.size > 0 && !isPlain;
  if (content === null && !isWholeEncrypted && manifest.encrypted.size === 0)
    return yield* inspectArchive(bytes, directory, context);
  const format = yield* formatOf(pack, manifest);
  if (isWholeEncrypted || (!isPlain && manifest.encrypted.has('content.xml'))) {
    return locked(format);
  }
  if (content !== null && !isPlain) return untold(format);

  const encryptedNames: string[] = [];
  const rest = directory.entries.filter((entry) => {
    const isLocked = manifest.encrypted.has(entry.key);
    if (isLocked) encryptedNames.push(entry.name);
    return !isLocked && !entry.isDirectory;
  });
  const parts = yield* inspectParts(pack, rest, context, function* (entry) {
    const name = entry.key;
    if (
      name === 'mimetype' ||
      name === MANIFEST ||
      /(^|\/)(settings\.xml|manifest\.rdf|layout-cache)$|^configurations2\/|^thumbnails\//.test(name)
    )
      return 'read';
    if (/(^|\/)(content|styles)\.xml$/.test(name)) {
      const reader = name === 'content.xml' && content !== null ? readXml(content, pack.budget) : yield* openPart(pack, entry.name);
      const isStyles = /styles\.xml$/.test(name);
      const place = isStyles ? 'header or footer' : name === 'content.xml' ? '' : 'embedded object';
      const hidden = isStyles && /^o[dt][pg]$/.test(format) ? 'slide layout' : null;
      if (reader !== null) yield* context.further('openDocument')(context, pack, reader, place, hidden);
      return 'read';
    }
    if (/(^|\/)meta\.xml$/.test(name)) {
      const reader = yield* openPart(pack, entry.name);
      if (reader !== null) yield* readProperties(reader, pack);
      return 'read';
    }
    if (/^(basic|dialogs|scripts)\//.test(name)) {
      const reader = /^basic\/.+\.xml$/.test(name) ? yield* openPart(pack, entry.name) : null;
      if (reader !== null) yield* readPlainMarkup(reader, pack, { place: '', hidden: 'macro' });
      return 'read';
    }
    return /\.(png|jpe?g|gif|bmp|svg|emf|wmf|svm|tiff?|webp|mp[34]|wav|ttf|otf)$/.test(name) || /^(pictures|objectr.*)\//.test(name)
      ? 'picture'
      : 'embedded';
  });
  const conclusion = concludeDocument(pack, format, parts, OPENS);
  const first = encryptedNames[0];
  return first === undefined
    ? conclusion
    : {
        ...conclusion,
        protection: 'partly',
        reason: `“${first}” in it can be opened only with a password, the rest without one.`,
        content: conclusion.segments.length > 0 ? 'part' : 'none',
        contentReason: `“${first}” in it can be opened only with a password.`,
      };
}
