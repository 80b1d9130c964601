import { concludeDocument, inspectParts } from './document-parts';
import type { Handling, PartKind } from './document-parts';
import type { InspectionContext, Inspecting } from '../inspector';
import { readOfficeMarkup, readPlainMarkup, readProperties } from './office-markup';
import { LOCKS, addLinks, readRelationships, restrictsChanges } from './ooxml-parts';
import { letGo, openPackage, openPart, readTokens, resolveTarget } from './package';
import type { DocumentPackage } from './package';
import { readPresentation } from './presentation';
import { readSpreadsheet } from './spreadsheet';
import { readStretch, tellOnly, wordsOf } from '../text/xml';
import type { XmlReader, XmlToken } from '../text/xml';
import { attributeOf } from '../text/xml-values';
import { inspectArchive } from '../archives/zip-archive';
import type { ZipDirectory, ZipEntry } from '../archives/zip-directory';
import { OPENS } from '../sentences';

// Office Open XML: ISO/IEC 29500-1 (markup), 29500-2 (packages), [MS-OFFMACRO2] and [MS-XLSB] for the kin.

/** The part that a program opens first. */
interface MainPart {
  readonly format: string;
  readonly name: string;
}

/** The format that a main part of this content type makes; null when it makes none. */
function formatOf(type: string): string | null {
  const has = (word: string): boolean => type.indexOf(word) !== -1;
  const last = has('macro') ? 'm' : 'x';
  const isTemplate = has('template');
  if (has('wordprocessingml') || has('ms-word')) return `do${isTemplate ? 't' : 'c'}${last}`;
  if (has('sheet.binary')) return 'xlsb';
  if (has('spreadsheetml') || has('ms-excel')) return `xl${isTemplate ? 't' : has('addin') ? 'a' : 's'}${last}`;
  if (has('presentationml') || has('ms-powerpoint')) {
    return `p${isTemplate ? 'ot' : has('slideshow') ? 'ps' : has('addin') ? 'pa' : 'pt'}${last}`;
  }
  return has('ms-visio') ? `vsd${last}` : null;
}

/** Where main parts usually are, for a package whose list of content types is lost. */
const USUAL_MAIN_PARTS: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['xl/workbook.bin', 'xlsb'],
  ['ppt/presentation.xml', 'pptx'],
  ['visio/document.xml', 'vsdx'],
];

/** True when a zip is a package of office parts. */
export function isOoxml(directory: ZipDirectory): boolean {
  return directory.byName.has('[content_types].xml') || USUAL_MAIN_PARTS.some(([name]) => directory.byName.has(name));
}

/** Content types by the names of parts in lower case, and by what those end with, after a dot. */
type ContentTypes = Map<string, string>;

function* readContentTypes(pack: DocumentPackage): Generator<void, ContentTypes, void> {
  const types: ContentTypes = new Map();
  const reader = yield* openPart(pack, '[Content_Types].xml');
  if (reader !== null) yield* readTokens(pack, reader, readContentType, types);
  return types;
}

function readContentType(token: XmlToken, reader: XmlReader, types: ContentTypes): void {
  if (token !== 'open') return;
  const type = (attributeOf(reader, 'ContentType') ?? '').toLowerCase();
  if (reader.name === 'Override') types.set(resolveTarget('', attributeOf(reader, 'PartName') ?? '').toLowerCase(), type);
  if (reader.name === 'Default') types.set(`.${(attributeOf(reader, 'Extension') ?? '').toLowerCase()}`, type);
}

function typeOf(types: ContentTypes, key: string): string {
  return types.get(key) ?? types.get(`.${key.slice(key.lastIndexOf('.') + 1)}`) ?? '';
}

function findMain(types: ContentTypes, directory: ZipDirectory): MainPart | null {
  for (const { name, key } of directory.entries) {
    const type = typeOf(types, key);
    const format = /main/.test(type) ? formatOf(type) : null;
    if (format !== null) return { format, name };
  }
  for (const [name, format] of USUAL_MAIN_PARTS) if (directory.byName.has(name)) return { format, name };
  return null;
}

/** Parts that hold looks, settings or signatures, but no words of anybody's: folders, then the beginnings of names. */
const WORDLESS =
  /\.rels$|(^|\/)((\[trash\]|_rels|theme|printersettings|activex|_xmlsignatures)\/|styles|settings|websettings|fonttable|numbering|calcchain|sharedstrings|metadata|tablestyles|presprops|viewprops|themeoverride|colors\d*\.|style\d*\.|layout\d+\.|quickstyle|\[content_types\]|thumbnail)/;

/** What the rest of a package is to be read as, by name and content type, beside what the format's own reader has read. */
type Role = 'skip' | 'markup' | 'plain' | 'properties' | 'picture' | 'embedded';

/** Parts written in the markup that documents, slides and drawings share. */
const MARKUP_PART = /^(word|ppt|visio|xl\/(drawings|charts|diagrams|comments|threadedcomments))[/\d]/;
const MARKUP_TYPE = /drawingml|chart|wordprocessingml|presentationml|ms-(word|powerpoint|visio|office)/;

function roleOf(entry: ZipEntry, type: string): Role {
  const name = entry.key;
  if (/^docprops\/.*\.xml$/.test(name) || /(core|extended|custom)-properties\+xml/.test(type)) return 'properties';
  if (WORDLESS.test(name)) return 'skip';
  if (/^(image|audio|video)\//.test(type) || /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|mp[34]|wav|wdp)$/.test(name))
    return 'picture';
  if (/(^|\/)embeddings\//.test(name)) return 'embedded';
  if (/vml/.test(type) || /\.vml$/.test(name)) return 'markup';
  if (/\+xml|^(application|text)\/xml/.test(type) || /\.xml$/.test(name)) {
    return MARKUP_PART.test(name) || MARKUP_TYPE.test(type) ? 'markup' : 'plain';
  }
  return /vba|\.(odttf|fntdata|ttf|otf)$/.test(name) || /vba|obfuscatedfont|printersettings/.test(type) ? 'skip' : 'embedded';
}

/** The place of the parts of a Word document that stand beside its body, and why they are hidden, if they are. */
function placeOf(key: string): { place: string; hidden?: string } {
  const file = key.slice(key.lastIndexOf('/') + 1);
  if (/glossary\//.test(key)) return { place: 'building blocks', hidden: 'building blocks' };
  const beside = /^(header|footer|footnotes|endnotes)/.exec(file);
  if (beside !== null) return { place: beside[0] };
  if (/comment/.test(file)) return { place: 'comments', hidden: 'comment' };
  if (/^(slidemaster|slidelayout|notesmaster|handoutmaster)/.test(file))
    return { place: 'slide layouts', hidden: 'slide layout' };
  if (/^people|commentauthors/.test(file)) return { place: '', hidden: 'author' };
  if (/\/charts\//.test(key)) return { place: 'chart' };
  if (/\/diagrams\//.test(key)) return { place: 'diagram' };
  if (/^visio\/pages\/page\d/.test(key)) return { place: file.replace(/^page(\d+).*$/, 'page $1') };
  return { place: '' };
}

const ONLY_WRITING = 'It opens without a password: its password or lock only restricts changing it.';

const LOCK_WORDS = wordsOf(LOCKS);

function* isWriteProtected(pack: DocumentPackage, part: string): Generator<void, boolean, void> {
  const reader = yield* openPart(pack, part);
  const lock = { isFound: false };
  if (reader === null) return false;
  tellOnly(reader, LOCK_WORDS);
  // It holds no words: what is damaged in it is nobody's loss.
  while (!readStretch(reader, findLock, lock)) yield;
  letGo(reader);
  return lock.isFound;
}

function findLock(token: XmlToken, reader: XmlReader, lock: { isFound: boolean }): boolean {
  lock.isFound = token === 'open' && restrictsChanges(reader);
  return !lock.isFound;
}

export function* inspectOoxml(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const pack = openPackage(bytes, directory, context);
  const types = yield* readContentTypes(pack);
  const main = findMain(types, directory);
  if (main === null) return yield* inspectArchive(bytes, directory, context);

  const { format, name } = main;
  // Parts that the format's own reader reads are left out of what follows.
  const readParts = new Set<string>([name.toLowerCase()]);
  let isLockedForChanges = false;
  if (/^do/.test(format)) {
    const reader = yield* openPart(pack, name, true);
    if (reader !== null) yield* readOfficeMarkup(reader, pack, { place: '', numbersTables: true });
    addLinks(pack, yield* readRelationships(pack, name), '');
    isLockedForChanges = yield* isWriteProtected(pack, resolveTarget(name, 'settings.xml'));
  } else if (format === 'xlsb') isLockedForChanges = (yield* context.further('binaryWorkbook')(context, pack, name, readParts)) === true;
  else if (/^x/.test(format)) isLockedForChanges = yield* readSpreadsheet(pack, name, readParts);
  else if (/^p/.test(format)) isLockedForChanges = yield* readPresentation(pack, name, readParts);

  const parts = yield* inspectParts(pack, directory.entries, context, (entry) =>
    readParts.has(entry.key) ? 'read' : handlePart(pack, entry, typeOf(types, entry.key)),
  );
  return concludeDocument(pack, format, parts, isLockedForChanges ? ONLY_WRITING : OPENS);
}

/** Handles a part that the format's own reader has not read. */
function handlePart(pack: DocumentPackage, entry: ZipEntry, type: string): Handling {
  const role = roleOf(entry, type);
  if (role === 'skip') return 'read';
  return role === 'picture' || role === 'embedded' ? role : readPart(pack, entry, role);
}

function* readPart(pack: DocumentPackage, entry: ZipEntry, role: Role): Generator<void, PartKind, void> {
  const reader = yield* openPart(pack, entry.name);
  if (reader === null) return 'read';
  if (role === 'properties') yield* readProperties(reader, pack);
  else if (role === 'markup') yield* readOfficeMarkup(reader, pack, placeOf(entry.key));
  else yield* readPlainMarkup(reader, pack, { place: '', hidden: 'custom data' });
  return 'read';
}
