import { readBeside, readRelationships, restrictsChanges } from './ooxml-parts';
import { isOff, readOfficeMarkup } from './office-markup';
import { openPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { nextToken, tellOnly, wordsOf } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

// PresentationML: ISO/IEC 29500-1 chapter 19.

interface SlideList {
  readonly slides: string[];
  readonly isLocked: boolean;
}

/** Slides in the order they are shown, with their notes, comments, charts and diagrams. True when they may not be changed. */
export function* readPresentation(pack: DocumentPackage, main: string, readParts: Set<string>): Generator<void, boolean, void> {
  const { slides, isLocked } = yield* readSlideList(pack, main);
  const listed = new Set(slides.map((part) => part.toLowerCase()));
  for (const entry of pack.directory.entries) {
    if (/(^|\/)slides\/[^/]+\.xml$/.test(entry.key) && !listed.has(entry.key)) slides.push(entry.name);
  }
  for (let index = 0; index < slides.length; index += 1) {
    const part = slides[index]!;
    const place = index < listed.size ? `slide ${index + 1}` : 'unlisted slide';
    readParts.add(part.toLowerCase());
    const reader = yield* openPart(pack, part, true);
    if (reader === null) continue;
    const hidden = isHiddenSlide(reader) || index >= listed.size ? 'hidden slide' : null;
    yield* readOfficeMarkup(reader, pack, { place, hidden });
    yield* readBeside(pack, part, place, readParts, (kind) => {
      if (/^(chart|chartEx|diagramData)$/.test(kind)) return hidden;
      return kind === 'notesSlide' ? 'notes' : kind === 'comments' ? 'comment' : undefined;
    });
  }
  return isLocked;
}

const LIST_WORDS = wordsOf('sldId modifyVerifier');

function* readSlideList(pack: DocumentPackage, main: string): Generator<void, SlideList, void> {
  const relationships = yield* readRelationships(pack, main);
  const reader = yield* openPart(pack, main, true);
  const slides: string[] = [];
  let isLocked = false;
  if (reader === null) return { slides, isLocked };
  const targets = new Map(relationships.map((one) => [one.id, one.target] as const));
  tellOnly(reader, LIST_WORDS);
  yield* readTokens(pack, reader, (token) => {
    if (token !== 'open') return;
    if (restrictsChanges(reader)) isLocked = true;
    const id = attributeOf(reader, 'id', true) ?? '';
    const target = targets.get(id);
    if (target !== undefined && targets.delete(id)) slides.push(target);
  });
  return { slides, isLocked };
}

/** The root element of a slide, which this reads, says whether it is shown. */
function isHiddenSlide(reader: XmlReader): boolean {
  for (let token = nextToken(reader); token !== 'end'; token = nextToken(reader)) {
    if (token === 'open') return isOff(attributeOf(reader, 'show'));
  }
  return false;
}
