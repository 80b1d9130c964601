import { writeFlow } from './flow';
import { showNumber } from './number-format';
import { readTokens } from './package';
import type { TextSink } from './package';
import { appendText, skipElement } from '../text/xml';
import type { XmlReader } from '../text/xml';
import { attributeOf } from '../text/xml-values';

/** Days from 30 December 1899, where spreadsheets count from, to 1 January 2001, where Apple counts seconds from. */
const APPLE_EPOCH = 36892;
const SECONDS_PER_DAY = 86400;
const DATE = { kind: 'date', hasDate: true, hasTime: true } as const;

/** Reads the index of an iWork '09 document: paragraphs, and the cells of tables one after the other. */
export function* readOldIwork(reader: XmlReader, sink: TextSink): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, { place: '' });
  let isParagraph = false;

  function cell(value: string | null): void {
    if (value === null || value === '') return;
    flow.append(value);
    flow.breakWord();
  }

  yield* readTokens(sink, reader, (token) => {
    if (token === 'open') {
      switch (reader.name) {
        case 'p':
          isParagraph = true;
          break;
        case 'tab':
          flow.breakWord();
          break;
        case 'br':
        case 'lnbr':
        case 'crbr':
          flow.breakLine();
          break;
        case 'menu-choices':
          skipElement(reader);
          break;
        case 'ct':
        case 'so':
          cell(attributeOf(reader, 's'));
          break;
        case 'n':
        case 'rn':
          cell(numberOf(attributeOf(reader, 'v')));
          break;
        case 'd':
        case 'rd':
          cell(dateOf(attributeOf(reader, 'cell-date')));
          break;
      }
    } else if (token === 'close') {
      if (reader.name === 'p') {
        isParagraph = false;
        flow.endParagraph();
      } else if (reader.name === 'datasource') flow.endParagraph();
    } else if (isParagraph) appendText(reader, flow.target());
  });
  flow.finish();
}

function numberOf(written: string | null): string | null {
  return written === null || written === '' ? null : String(Number(written));
}

function dateOf(seconds: string | null): string | null {
  return seconds === null || seconds === '' ? null : showNumber(Number(seconds) / SECONDS_PER_DAY + APPLE_EPOCH, DATE, false);
}
