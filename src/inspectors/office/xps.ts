import { concludeDocument, inspectParts } from './document-parts';
import type { Inspecting, InspectionContext } from '../inspector';
import { readProperties } from './office-markup';
import { openPackage, openPart, readTokens } from './package';
import type { DocumentPackage } from './package';
import { OPENS } from '../sentences';
import { makeTextBuffer } from '../text/text-buffer';
import { attributeOf } from '../text/xml-values';
import type { ZipDirectory } from '../archives/zip-directory';

// XPS: ECMA-388. Pages are drawings whose text stands in attributes.

const PAGE = /\.fpage(\/\[\d+\](\.last)?\.piece)?$/i;

/** The number in `Pages/12.fpage`. */
function pageNumber(name: string): number {
  const match = /(\d+)\.fpage/i.exec(name);
  return match === null ? 0 : Number(match[1]);
}

function* readPage(pack: DocumentPackage, name: string, place: string): Generator<void, void, void> {
  const reader = yield* openPart(pack, name);
  if (reader === null) return;
  const text = makeTextBuffer();
  let line: string | null = null;
  yield* readTokens(pack, reader, (token) => {
    if (token !== 'open' || reader.name !== 'Glyphs') return;
    const words = attributeOf(reader, 'UnicodeString');
    if (words === null) return;
    const height = attributeOf(reader, 'OriginY');
    if (text.length > 0) text.appendUnit(height === line ? 32 : 10);
    line = height;
    // Braces escape a text that begins with one (ECMA-388 12.1.5).
    text.append(words.replace(/^\{\}/, ''));
  });
  pack.addText({ place, text: text.take() });
}

/** Inspects an XPS document. */
export function* inspectXps(bytes: Uint8Array, directory: ZipDirectory, context: InspectionContext): Inspecting {
  const pack = openPackage(bytes, directory, context);
  const pages = directory.entries
    .filter((entry) => PAGE.test(entry.name))
    .sort((one, other) => pageNumber(one.name) - pageNumber(other.name));
  for (let index = 0; index < pages.length; index += 1) yield* readPage(pack, pages[index]!.name, `page ${index + 1}`);
  const parts = yield* inspectParts(pack, directory.entries, context, function* (entry) {
    const name = entry.key;
    if (/^docprops\/core\.xml$/.test(name)) {
      const reader = yield* openPart(pack, entry.name);
      if (reader !== null) yield* readProperties(reader, pack);
      return 'read';
    }
    if (PAGE.test(name) || /\.(rels|fdoc|fdseq|xml|odttf|ttf|frag|dict|icc|struct)$|content_types|\.piece$/.test(name))
      return 'read';
    return /\.(png|jpe?g|tiff?|wdp|jxr)$/.test(name) ? 'picture' : 'embedded';
  });
  return concludeDocument(pack, 'xps', parts, OPENS);
}
