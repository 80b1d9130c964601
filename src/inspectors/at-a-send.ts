import { decodeWindows1252 } from '../text/decode';
import { htmlToText } from '../text/html';
import { latin1 } from './bytes';
import { writeFlow } from './office/flow';
import type { FurtherReaders } from './further';
import type { InspectionContext } from './inspector';
import { addLooseText } from './text/loose-text';
import type { Members } from './members';
import { readTokens } from './office/package';
import { makeTextBuffer } from './text/text-buffer';
import { appendText } from './text/xml';

/** The words of bytes that hold them as they are; the rest of the file is the pane's. */
function* readWords(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, undefined, void> {
  yield* addLooseText(context, members, bytes, context.leaveToPane());
  return undefined;
}

/** Characters of a file that are looked through at a time. */
const PIECE = 1 << 16;
/** Groups that hold no words; a group that begins with `\\*` is one that only some programs understand. */
const WORDLESS_GROUP = /^(?:\*|fonttbl|colortbl|stylesheet|info|pict|themedata|listtable)/;

/** The words of a rich text: braces part groups, a backslash begins a control, and all else is text. */
function* readRichText(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, undefined, void> {
  const words = /([{}])|\\(?:'([0-9a-f]{2})|u(-?\d+) ?\??|([a-z]+)-?\d* ?|([^]))|[^{}\\]+/gi;
  const text = makeTextBuffer();
  let depth = 0;
  /** The depth of the group that is passed over; 0 for none. */
  let passed = 0;
  for (let start = 0; start < bytes.length && !context.budget.isOutOfTime(); start += PIECE) {
    const piece = latin1(bytes, start, start + PIECE);
    words.lastIndex = 0;
    for (let match = words.exec(piece); match !== null; match = words.exec(piece)) {
      const [whole, brace, hex, unit, word, sign] = match;
      if (brace === '{') depth += 1;
      else if (brace === '}') {
        if (passed === depth) passed = 0;
        depth -= 1;
      } else if (passed === 0) {
        if (WORDLESS_GROUP.test(word ?? sign ?? '')) passed = depth;
        else if (hex !== undefined) text.append(decodeWindows1252(Uint8Array.of(parseInt(hex, 16))));
        else if (unit !== undefined) text.appendUnit(Number(unit) & 0xffff);
        else if (word !== undefined) text.append(/^(?:par|line|row|sect|page)$/.test(word) ? '\n' : /^(?:cell|tab)$/.test(word) ? '\t' : '');
        else text.append(sign === undefined ? whole.replace(/[\r\n]/g, '') : /[\\{}]/.test(sign) ? sign : sign === '~' ? ' ' : '');
      }
    }
    yield;
  }
  members.addText({ place: '', text: text.take() });
  members.miss(context.leaveToPane());
  return undefined;
}

/**
 * What every send has in place of the full readers: the words of a file where they lie in the open, without their places
 * and without saying what is hidden. The answer is a part read, which names the pane.
 */
export const wordReaders: Partial<FurtherReaders> = {
  looseText: addLooseText,
  word: readWords,
  excel: readWords,
  powerPoint: readWords,
  richText: readRichText,
  *properties(context, members, ...streams) {
    for (const stream of streams) if (stream !== null) yield* addLooseText(context, members, stream, null);
    return undefined;
  },
  *webPage(context, sink, html) {
    sink.addText({ place: '', text: htmlToText(html) });
    sink.miss(context.leaveToPane());
    return undefined;
  },
  *openDocument(context, sink, reader, place, hidden) {
    const flow = writeFlow(sink.addText, { place, hidden });
    yield* readTokens(sink, reader, (token) => {
      if (token === 'text') appendText(reader, flow.target());
      else if (token === 'close' && (reader.name === 'p' || reader.name === 'h')) flow.breakLine();
    });
    flow.finish();
    sink.miss(context.leaveToPane());
    return undefined;
  },
};
