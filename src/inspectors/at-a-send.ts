import { htmlToText } from '../text/html';
import { writeFlow } from './flow';
import type { FurtherReaders } from './further';
import type { InspectionContext } from './inspector';
import { addLooseText } from './loose-text';
import type { Members } from './members';

/** The words of bytes that hold them as they are; the rest of the file is the pane's. */
function* readWords(context: InspectionContext, members: Members, bytes: Uint8Array): Generator<void, undefined, void> {
  yield* addLooseText(context, members, bytes, context.leaveToPane());
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
    const flow = writeFlow(sink.addText, hidden === null ? { place } : { place, hidden });
    for (let token = reader.next(); token !== 'end'; token = reader.next()) {
      if (token === 'text') reader.appendText(flow.target());
      else if (token === 'close' && (reader.name === 'p' || reader.name === 'h')) flow.breakLine();
      if (reader.isPauseDue()) yield;
    }
    flow.finish();
    sink.done(reader);
    sink.miss(context.leaveToPane());
    return undefined;
  },
};
