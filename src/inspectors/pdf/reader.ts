import { documentText } from './encodings';
import type { Font } from './fonts';
import type { Run } from './lines';
import type { ObjectStore } from './store';
import { resolve } from './values';
import type { PdfStream, PdfValue } from './values';

/** Characters of text after which a file counts as read in part. */
export const MAX_TEXT = 1 << 24;

/** What is needed to read content, and what counts it. One for all pages of a file. */
export interface ContentReader {
  readonly store: ObjectStore;
  readonly fontOf: (value: PdfValue | undefined) => Font;
  readonly isOutOfTime: () => boolean;
  /** Takes runs when there are too many to keep. */
  readonly flush: (runs: Run[]) => void;
  /** Content of forms drawn more than once: headings, logos, stamps. */
  readonly forms: Map<PdfStream, Uint8Array>;
  /** Bytes of content that may still be read, however often they are drawn; `spend` counts them. */
  workLeft: number;
  /** Characters so far that no font says the meaning of. */
  unreadable: number;
  /** Characters of text so far. */
  readable: number;
  /** The largest picture on the page, in square units. */
  largestPicture: number;
  /** True when something was left out because there is too much. */
  isCut: boolean;
}

/** Counts work, in bytes or what takes as long as a byte does; false when it is enough. What is shared is counted each time. */
export function spend(reader: ContentReader, amount: number): boolean {
  reader.workLeft -= amount;
  if (reader.workLeft >= 0 && reader.readable <= MAX_TEXT && !reader.isOutOfTime()) return true;
  reader.isCut = true;
  return false;
}

/** The characters of a text string; empty for anything else. */
export function stringText(reader: ContentReader, value: PdfValue | undefined): string {
  const resolved = resolve(reader.store, value);
  if (!(resolved instanceof Uint8Array) || !spend(reader, resolved.length)) return '';
  const text = documentText(resolved, reader.store.readers?.rareCharacters).replace(/\r\n?/g, '\n');
  reader.readable += text.length;
  return text;
}

/** The content of a form or an appearance, unpacked once. */
export function* formContent(reader: ContentReader, form: PdfStream): Generator<void, Uint8Array, void> {
  const known = reader.forms.get(form);
  if (known !== undefined) return known;
  const { data } = yield* reader.store.unpack(form);
  reader.forms.set(form, data);
  return data;
}
