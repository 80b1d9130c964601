import type { Budget } from '../budget';
import { makeTextBuffer } from '../text/text-buffer';
import { appendText, isBlankText, readStretch, readXml, skipElement } from '../text/xml';
import type { XmlToken } from '../text/xml';
import { stringText } from './reader';
import type { ContentReader } from './reader';
import { isArray, isStream, resolve } from './values';
import type { PdfStream, PdfValue } from './values';

/** Names and streams in the list of a form's packets; real ones have ten or so. */
const MAX_PACKETS = 64;

/** What an XFA form says: its data first, then what is printed on it (ISO 32000-1, 12.7.8). */
export function* readDynamicForm(reader: ContentReader, form: PdfValue, budget: Budget): Generator<void, string, void> {
  const { store } = reader;
  const packets = new Set<PdfStream>();
  if (isStream(form)) packets.add(form);
  if (isArray(form)) {
    for (let index = 0; index + 1 < Math.min(form.length, MAX_PACKETS); index += 2) {
      const packet = resolve(store, form[index + 1]);
      const label = stringText(reader, form[index]);
      if (isStream(packet) && (label === 'datasets' || label === 'template')) packets.add(packet);
    }
  }
  const parts: string[] = [];
  for (const packet of Array.from(packets)) {
    const { data } = yield* store.unpack(packet);
    const xml = readXml(data, budget);
    const buffer = makeTextBuffer();
    const handle = (token: XmlToken): void => {
      // Scripts, pictures and layout speak to programs.
      if (token === 'open' && /^(script|image|bind|config|event)$/.test(xml.name)) skipElement(xml);
      if (token !== 'text' || isBlankText(xml)) return;
      appendText(xml, buffer);
      buffer.append('\n');
    };
    while (!readStretch(xml, handle)) yield;
    reader.readable += buffer.length;
    if (xml.isCut) reader.isCut = true;
    parts.push(buffer.take().trim());
  }
  return parts.filter((part) => part !== '').join('\n');
}
