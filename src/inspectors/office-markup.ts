import { writeFlow } from './flow';
import type { FlowPlace } from './flow';
import type { TextSink } from './package';
import { appendText, isBlankText, skipElement, tellOnly, wordsOf } from './xml';
import type { XmlReader } from './xml';
import { attributeOf } from './xml-values';

const WORDS = wordsOf(
  'p r t tab ptab br cr noBreakHyphen sym vanish del moveFrom delText instrText tbl tr tc gridSpan txbxContent AlternateContent Choice ' +
    'Fallback docPr cNvPr comment listItem pPr rPrChange tcPrChange sectPr Text text v author',
);

/**
 * Reads the text of WordprocessingML and DrawingML (ISO/IEC 29500-1), which share their words: paragraphs `p`, runs `r`, text `t`,
 * tables `tbl`, `tr`, `tc`. Serves document bodies, headers, comments, slides, drawings, charts and Visio pages alike.
 */
export function* readOfficeMarkup(reader: XmlReader, sink: TextSink, where: FlowPlace): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, where);
  let deletions = 0;
  let isHiddenRun = false;
  let span = 1;
  /** True once a `Choice` was read: the `Fallback` that may follow says the same again. */
  let hasChoice = false;

  function redirect(kind: string | null): void {
    flow.divert(deletions > 0 ? 'tracked change' : isHiddenRun ? 'hidden text' : kind);
  }

  function open(name: string): void {
    switch (name) {
      case 't':
      case 'Text':
      case 'text':
        reader.wantsText = !reader.isEmpty;
        if (reader.wantsText) redirect(null);
        break;
      case 'v':
        // Cached values of a chart; elsewhere `v` does not occur here.
        reader.wantsText = !reader.isEmpty;
        redirect(null);
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
        redirect('field code');
        break;
      case 'tab':
      case 'ptab':
        redirect(null);
        flow.breakWord();
        break;
      case 'br':
      case 'cr':
        redirect(null);
        flow.breakLine();
        break;
      case 'noBreakHyphen':
        redirect(null);
        flow.append('-');
        break;
      case 'sym':
        redirect(null);
        flow.append(' ');
        break;
      case 'r':
        isHiddenRun = false;
        break;
      case 'vanish':
        isHiddenRun = !isOff(attributeOf(reader, 'val'));
        break;
      case 'del':
      case 'moveFrom':
        if (!reader.isEmpty) deletions += 1;
        break;
      case 'tbl':
        flow.divert(null);
        flow.startTable();
        break;
      case 'tr':
        flow.startRow();
        break;
      case 'tc':
        span = 1;
        flow.startCell();
        break;
      case 'gridSpan':
        span = Number(attributeOf(reader, 'val')) || 1;
        break;
      case 'txbxContent':
        if (!reader.isEmpty) flow.startBox('text box');
        break;
      case 'AlternateContent':
        hasChoice = false;
        break;
      case 'Fallback':
        if (hasChoice) skipElement(reader);
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

  function close(name: string): void {
    switch (name) {
      case 't':
      case 'delText':
      case 'instrText':
        reader.wantsText = false;
        break;
      case 'v':
      case 'Text':
        reader.wantsText = false;
        flow.breakLine();
        break;
      case 'p':
        flow.divert(null);
        flow.endParagraph();
        break;
      case 'r':
        isHiddenRun = false;
        break;
      case 'del':
      case 'moveFrom':
        if (deletions > 0) deletions -= 1;
        break;
      case 'tc':
        flow.divert(null);
        flow.endCell(span);
        span = 1;
        break;
      case 'tr':
        flow.endRow();
        break;
      case 'tbl':
        flow.divert(null);
        flow.endTable();
        break;
      case 'txbxContent':
        flow.endBox();
        break;
      case 'Choice':
        hasChoice = true;
        break;
      case 'text':
      case 'author':
        reader.wantsText = false;
        flow.endDiversion();
        flow.endParagraph();
        break;
      case 'comment':
        flow.divert(null);
        flow.endParagraph();
        break;
    }
  }

  tellOnly(reader, WORDS);
  yield* sink.tokens(reader, (token) => {
    if (token === 'open') {
      open(reader.name);
      if (reader.isEmpty && reader.name === 'p') close('p');
    } else if (token === 'close') close(reader.name);
    else appendText(reader, flow.target());
  });
  flow.finish();
}

/** True for the ways an on-off value says off (ISO/IEC 29500-1 22.9.2.7); absent means on. */
export function isOff(value: string | null): boolean {
  return value === '0' || value === 'false' || value === 'off';
}

/** The text of any other XML, each element's on a line of its own. */
export function* readPlainMarkup(reader: XmlReader, sink: TextSink, where: FlowPlace): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, where);
  yield* sink.tokens(reader, (token) => {
    if (token !== 'text' || isBlankText(reader)) return;
    appendText(reader, flow.target());
    flow.breakLine();
  });
  flow.finish();
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
  let name = '';
  yield* sink.tokens(reader, (token) => {
    if (token === 'open') {
      // Custom properties and OpenDocument's user-defined ones carry their name in an attribute.
      if (reader.name === 'property' || reader.name === 'user-defined') name = attributeOf(reader, 'name') ?? '';
      else if (reader.name !== 'lpwstr' || name === '') name = reader.name;
    } else if (token === 'text' && !isBlankText(reader) && !NOISE.has(name)) {
      flow.append(`${name}: `);
      appendText(reader, flow.target());
      flow.breakLine();
    }
  });
  flow.finish();
}
