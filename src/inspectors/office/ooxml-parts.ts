import { openPart, readTokens, resolveTarget } from './package';
import type { DocumentPackage } from './package';
import { isOff, readOfficeMarkup } from './office-markup';
import { tellOnly, wordsOf } from '../text/xml';
import type { XmlReader, XmlToken } from '../text/xml';
import { attributeOf } from '../text/xml-values';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: `worksheet`, `comments`, `hyperlink`. */
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const RELATIONSHIP = wordsOf('Relationship');

/** What a part points at. Targets inside the package come as part names. */
export function* readRelationships(pack: DocumentPackage, part: string): Generator<void, Relationship[], void> {
  const slash = part.lastIndexOf('/');
  const reader = yield* openPart(pack, `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`);
  const relationships: Relationship[] = [];
  if (reader === null) return relationships;
  tellOnly(reader, RELATIONSHIP);
  yield* readTokens(pack, reader, readRelationship, { part, relationships });
  return relationships;
}

function readRelationship(token: XmlToken, reader: XmlReader, { part, relationships }: { readonly part: string; readonly relationships: Relationship[] }): void {
  if (token !== 'open') return;
  const type = attributeOf(reader, 'Type') ?? '';
  const target = attributeOf(reader, 'Target') ?? '';
  const isExternal = attributeOf(reader, 'TargetMode') === 'External';
  relationships.push({
    id: attributeOf(reader, 'Id') ?? '',
    kind: type.slice(type.lastIndexOf('/') + 1),
    target: isExternal ? target : resolveTarget(part, target),
    isExternal,
  });
}

/** Addresses that a part links to: a `mailto:` says who somebody is. */
export function addLinks(pack: DocumentPackage, relationships: readonly Relationship[], place: string): void {
  const targets = relationships.filter((one) => one.isExternal && one.kind === 'hyperlink').map((one) => one.target);
  if (targets.length > 0) pack.addText({ place, text: targets.join('\n'), hidden: 'link' });
}

/**
 * Reads the parts that a sheet or slide points at, and its links. `hiddenBy` says why those of a kind are hidden, null for
 * what stands on it; undefined for a kind that is read elsewhere.
 */
export function* readBeside(
  pack: DocumentPackage,
  part: string,
  place: string,
  readParts: Set<string>,
  hiddenBy: (kind: string) => string | null | undefined,
): Generator<void, void, void> {
  const relationships = yield* readRelationships(pack, part);
  for (const { kind, target, isExternal } of relationships) {
    const hidden = hiddenBy(kind);
    const key = target.toLowerCase();
    if (isExternal || hidden === undefined || readParts.has(key)) continue;
    readParts.add(key);
    const reader = yield* openPart(pack, target);
    if (reader !== null) yield* readOfficeMarkup(reader, pack, { place, hidden });
  }
  addLinks(pack, relationships, place);
}

/** The elements that restrict changes, and the attributes of which one must say that they do; none where the element does by itself. */
const LOCK_ATTRIBUTES: { readonly [element: string]: string | undefined } = {
  documentProtection: 'enforcement',
  sheetProtection: 'sheet password hashValue',
  workbookProtection: 'lockStructure lockWindows lockRevision workbookPassword workbookHashValue',
  fileSharing: 'readOnlyRecommended reservationPassword hashValue',
  writeProtection: '',
  modifyVerifier: '',
};

/** The elements that `restrictsChanges` knows. */
export const LOCKS = Object.keys(LOCK_ATTRIBUTES).join(' ');

/**
 * True when the element just opened restricts changing the document, with or without a password. That is no encryption:
 * anyone can open and read it. Some programs write the elements though nothing is restricted.
 */
export function restrictsChanges(reader: XmlReader): boolean {
  const attributes = LOCK_ATTRIBUTES[reader.name];
  if (!attributes) return attributes === '';
  return attributes.split(' ').some((attribute) => {
    const value = attributeOf(reader, attribute);
    return value !== null && !isOff(value);
  });
}
