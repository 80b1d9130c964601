import { writeFlow } from './flow';
import type { FlowPlace, FlowWriter } from './flow';
import { readTokens } from './package';
import type { TextSink } from './package';
import { appendText, isBlankText, skipElement, tellOnly, wordsOf } from '../text/xml';
import type { XmlReader, XmlToken } from '../text/xml';
import { attributeOf } from '../text/xml-values';

const WORDS = wordsOf(
  'p r t tab ptab br cr noBreakHyphen sym vanish del moveFrom delText instrText tbl tr tc gridSpan txbxContent AlternateContent Choice ' +
    'Fallback docPr cNvPr comment listItem pPr rPrChange tcPrChange sectPr Text text v author',
);

/** Where the reading of such markup has got to. */
interface Markup {
  readonly flow: FlowWriter;
  deletions: number;
  isHidden: boolean;
  span: number;
  /** True once a `Choice` was read: the `Fallback` that may follow says the same again. */
  isChosen: boolean;
}

/**
 * Reads the text of WordprocessingML and DrawingML (ISO/IEC 29500-1), which share their words: paragraphs `p`, runs `r`, text `t`,
 * tables `tbl`, `tr`, `tc`. Serves document bodies, headers, comments, slides, drawings, charts and Visio pages alike.
 */
export function* readOfficeMarkup(reader: XmlReader, sink: TextSink, where: FlowPlace): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, where);
  tellOnly(reader, WORDS);
  yield* readTokens(sink, reader, readMarkup, { flow, deletions: 0, isHidden: false, span: 1, isChosen: false });
  flow.finish();
}

function readMarkup(token: XmlToken, reader: XmlReader, markup: Markup): void {
  if (token === 'text') appendText(reader, markup.flow.target());
  else {
    if (token === 'open') open(reader, markup);
    if (token === 'close' || (reader.isEmpty && reader.name === 'p')) close(reader, markup);
  }
}

function redirect({ flow, deletions, isHidden }: Markup, kind: string | null): void {
  flow.divert(deletions > 0 ? 'tracked change' : isHidden ? 'hidden text' : kind);
}

function open(reader: XmlReader, markup: Markup): void {
  const { flow } = markup;
  switch (reader.name) {
    case 't':
    case 'Text':
    case 'text':
      reader.wantsText = !reader.isEmpty;
      if (reader.wantsText) redirect(markup, null);
      break;
    case 'v':
      // Cached values of a chart; elsewhere `v` does not occur here.
      reader.wantsText = !reader.isEmpty;
      redirect(markup, null);
      break;
    case 'author':
      // Of the comments in a workbook.
      reader.wantsText = !reader.isEmpty;
      flow.divert('author');
      break;
    case 'delText':
      reader.wantsText = !reader.isEmpty;
      flow.divert('tracked change');
      break;
    case 'instrText':
      reader.wantsText = !reader.isEmpty;
      redirect(markup, 'field code');
      break;
    case 'tab':
    case 'ptab':
      redirect(markup, null);
      flow.breakWord();
      break;
    case 'br':
    case 'cr':
      redirect(markup, null);
      flow.breakLine();
      break;
    case 'noBreakHyphen':
      redirect(markup, null);
      flow.append('-');
      break;
    case 'sym':
      redirect(markup, null);
      flow.append(' ');
      break;
    case 'r':
      markup.isHidden = false;
      break;
    case 'vanish':
      markup.isHidden = !isOff(attributeOf(reader, 'val'));
      break;
    case 'del':
    case 'moveFrom':
      if (!reader.isEmpty) markup.deletions += 1;
      break;
    case 'tbl':
      flow.startTable();
      break;
    case 'tc':
      markup.span = 1;
      flow.startCell();
      break;
    case 'gridSpan':
      markup.span = Number(attributeOf(reader, 'val')) || 1;
      break;
    case 'txbxContent':
      if (!reader.isEmpty) flow.startBox('text box');
      break;
    case 'AlternateContent':
      markup.isChosen = false;
      break;
    case 'Fallback':
      if (markup.isChosen) skipElement(reader);
      break;
    case 'docPr':
    case 'cNvPr': {
      const description = attributeOf(reader, 'descr');
      if (description === null || description === '') break;
      flow.divert('alternative text');
      flow.append(`${description}\n`);
      break;
    }
    case 'comment': {
      const author = attributeOf(reader, 'author');
      if (author !== null && author !== '') flow.append(`${author}: `);
      break;
    }
    case 'listItem':
      flow.divert('list of choices');
      flow.append(`${attributeOf(reader, 'displayText') ?? attributeOf(reader, 'value') ?? ''}\n`);
      break;
    // Properties hold no text, but words that look like it: tab stops, former formatting.
    case 'pPr':
    case 'rPrChange':
    case 'tcPrChange':
    case 'sectPr':
      skipElement(reader);
      break;
  }
}

function close(reader: XmlReader, markup: Markup): void {
  const { flow } = markup;
  reader.wantsText = false;
  switch (reader.name) {
    case 'v':
    case 'Text':
      flow.breakLine();
      break;
    case 'p':
      flow.divert(null);
      flow.endParagraph();
      break;
    case 'del':
    case 'moveFrom':
      if (markup.deletions > 0) markup.deletions -= 1;
      break;
    case 'tc':
      flow.endCell(markup.span);
      break;
    case 'tr':
      flow.endRow();
      break;
    case 'tbl':
      flow.endTable();
      break;
    case 'txbxContent':
      flow.endBox();
      break;
    case 'Choice':
      markup.isChosen = true;
      break;
    case 'text':
    case 'author':
      flow.endDiversion();
      flow.endParagraph();
      break;
    case 'comment':
      flow.divert(null);
      flow.endParagraph();
      break;
  }
}

/** True for the ways an on-off value says off (ISO/IEC 29500-1 22.9.2.7); absent means on. */
export function isOff(value: string | null): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** The text of any other XML, each element's on a line of its own. */
export function* readPlainMarkup(reader: XmlReader, sink: TextSink, where: FlowPlace): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, where);
  yield* readTokens(sink, reader, readPlain, flow);
  flow.finish();
}

function readPlain(token: XmlToken, reader: XmlReader, flow: FlowWriter): void {
  if (token !== 'text' || isBlankText(reader)) return;
  appendText(reader, flow.target());
  flow.breakLine();
}

/** Properties that programs keep for themselves. */
const NOISE = new Set(
  (
    'TotalTime Pages Words Characters CharactersWithSpaces Lines Paragraphs Slides Notes HiddenSlides MMClips ScaleCrop ' +
    'LinksUpToDate SharedDoc HyperlinksChanged DocSecurity AppVersion Application PresentationFormat revision editing-cycles editing-duration generator'
  ).split(' '),
);

/** Document properties: each with its name, `creator: A. Person`. */
export function* readProperties(reader: XmlReader, sink: TextSink): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, { place: '', hidden: 'document properties' });
  yield* readTokens(sink, reader, readProperty, { flow, property: '' });
  flow.finish();
}

function readProperty(token: XmlToken, reader: XmlReader, state: { readonly flow: FlowWriter; property: string }): void {
  const { flow, property } = state;
  if (token === 'open') {
    const { name } = reader;
    // Custom properties and OpenDocument's user-defined ones carry their name in an attribute.
    if (name === 'property' || name === 'user-defined') state.property = attributeOf(reader, 'name') ?? '';
    else if (name !== 'lpwstr' || property === '') state.property = name;
  } else if (token === 'text' && !isBlankText(reader) && !NOISE.has(property)) {
    flow.append(`${property}: `);
    readPlain(token, reader, flow);
  }
}
