import type { Span } from '../spans';

/*
 * A text in passages, each of a length as a mail has: paragraphs are put together while they are short, and parted where
 * one is long. What is told of somebody is judged passage by passage.
 */

/** Some of a text that is judged by itself; `isPart` for one of several that belong together. */
export interface Passage extends Span {
  readonly isPart: boolean;
}

/** Up to this many characters a text is one passage. */
const LONGEST = 600;
/** A passage that has this many takes no further paragraph: what else a text is about speaks against what one paragraph tells. */
const ENOUGH = 150;
/** The same where weights are learned: from nearly whole mails, as few of them are long. */
export const ENOUGH_TO_LEARN_FROM = 250;
/** Where a long paragraph may be parted: after a sentence. */
const SENTENCE_END = /[.!?]\s/g;
const NOT_SPACE = /\S/g;

/** Parts what is too long after the last sentence that still fits. Only what may be parted is looked at, so that no text is read twice. */
function parted(text: string, { start, end }: Span, enough: number, passages: Passage[]): void {
  let from = start;
  while (end - from > LONGEST) {
    let cut = from + LONGEST;
    const eligible = text.slice(from + enough, cut);
    SENTENCE_END.lastIndex = 0;
    for (let match = SENTENCE_END.exec(eligible); match !== null; match = SENTENCE_END.exec(eligible)) cut = from + enough + match.index + 1;
    passages.push({ start: from, end: cut, isPart: true });
    from = cut;
  }
  passages.push({ start: from, end, isPart: true });
}

/** The passages of a text, in order, without what stands in `apart`, which is in order too. */
export function passagesOf(text: string, apart: readonly Span[], enough = ENOUGH): readonly Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  for (const table of apart) {
    if (table.start > start) addPassages(text, { start, end: table.start }, enough, passages);
    start = Math.max(start, table.end);
  }
  if (start < text.length) addPassages(text, { start, end: text.length }, enough, passages);
  return passages;
}

function addPassages(text: string, part: Span, enough: number, passages: Passage[]): void {
  const { start, end } = part;
  if (end - start <= LONGEST) {
    passages.push({ start, end, isPart: false });
    return;
  }
  const paragraphs = text.slice(start, end);
  let from = 0;
  let last = 0;
  const add = (to: number): void => {
    parted(text, { start: start + from, end: start + to }, enough, passages);
    from = to;
  };
  let at = paragraphs.indexOf('\n');
  while (at >= 0) {
    NOT_SPACE.lastIndex = at;
    const next = NOT_SPACE.test(paragraphs) ? NOT_SPACE.lastIndex - 1 : paragraphs.length;
    const second = paragraphs.indexOf('\n', at + 1);
    // A blank line.
    if (second >= 0 && second < next) {
      if (at - from > LONGEST && last > from) add(last);
      last = next;
      if (last - from >= enough) add(last);
    }
    at = paragraphs.indexOf('\n', next);
  }
  if (start + from < end) add(end - start);
}
