import { makeTextBuffer } from '../text/text-buffer';
import type { TextBuffer } from '../text/text-buffer';
import { appendString } from './xls-text';
import type { BodyReader, XlsText } from './xls-text';

/** A string among the tokens of a formula ([MS-XLS] 2.5.198.89). */
const STRING_IN_FORMULA = 0x17;

/** What a cell says when it is chosen or filled in wrongly, and the list to choose from ([MS-XLS] 2.4.98). */
export function appendChoices(choices: TextBuffer, body: BodyReader, kind: XlsText): void {
  body.skip(4);
  for (let count = 0; count < 4; count += 1) {
    // Where there are no words, a zero character stands for them.
    const words = makeTextBuffer();
    appendString(words, body, kind, false);
    choices.append(`${words.take().replace(/\0/g, '')}\n`);
  }
  body.skip(4);
  if (body.byte() !== STRING_IN_FORMULA) return;
  const list = makeTextBuffer();
  appendString(list, body, kind, true);
  choices.append(`${list.take().replace(/\0/g, '\n')}\n`);
}
