import { decodeEntities } from './entities';
import { tidyLine } from './html';

/** The visible characters of an HTML text, each with where its source begins and ends. Tags that part lines are line breaks. */
interface Shown {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const BREAKING = /^<\/?(?:br|p|div|li|tr|td|th|table|ul|ol|h[1-6]|blockquote|hr|pre)\b/i;
const UNSHOWN = /^<(script|style|title)\b/i;
const LONGEST_ENTITY = 32;

/** What takes no room is not in a text as it reads. */
const NO_ROOM = /^[\u00ad\u200b\u2060\ufeff]$/;

function shownIn(html: string): Shown {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (character: string, start: number, end: number): void => {
    const isSpace = character === ' ' || character === '\n' || character === '\r' || character === '\t' || character === '\u00a0';
    // White space is one space, and what stands for it is all of it.
    if (isSpace && start < end && text[text.length - 1] === ' ') {
      ends[ends.length - 1] = end;
      return;
    }
    if (NO_ROOM.test(character)) return;
    text += isSpace && start < end ? ' ' : character;
    while (starts.length < text.length) {
      starts.push(start);
      ends.push(end);
    }
  };
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const character = html.charAt(at);
    if (character === '<') {
      const tag = html.slice(at, at + 12);
      const unshown = UNSHOWN.exec(tag);
      const closing = html.startsWith('<!--', at) ? '-->' : unshown === null ? '>' : `</${(unshown[1] as string).toLowerCase()}>`;
      const end = lower.indexOf(closing, at);
      // A tag that never ends: what follows is left as it is.
      if (end < 0) break;
      if (BREAKING.test(tag)) put('\n', at, at);
      at = end + closing.length;
      continue;
    }
    const semicolon = character === '&' ? html.indexOf(';', at) : -1;
    const next = semicolon > at && semicolon - at < LONGEST_ENTITY ? semicolon + 1 : at + 1;
    put(next === at + 1 ? character : decodeEntities(html.slice(at, next)), at, next);
    at = next;
  }
  return { text, starts, ends };
}

/** Words to take out: what they are, and which of their occurrences, counted from 0 in reading order. */
export interface Unwanted {
  readonly words: string;
  readonly occurrence: number;
}

function placeOf(text: string, { words, occurrence }: Unwanted): number {
  let at = -1;
  for (let count = 0; count <= occurrence; count += 1) {
    at = text.indexOf(words, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/**
 * The HTML without these words; every tag, and all other text, stays as it is. Words that go over a tag (bold digits in a
 * number) are found; words that go over a line are to be given line by line. Null when some of them are not there.
 */
export function htmlWithout(html: string, unwanted: readonly Unwanted[]): string | null {
  const shown = shownIn(html);
  const gone: (readonly [start: number, end: number])[] = [];
  for (const each of unwanted) {
    const words = tidyLine(each.words);
    const at = words === '' ? -1 : placeOf(shown.text, { ...each, words });
    if (at < 0) return null;
    for (let index = at; index < at + words.length; index += 1) gone.push([shown.starts[index] as number, shown.ends[index] as number]);
  }
  gone.sort((a, b) => a[0] - b[0]);
  let kept = '';
  let from = 0;
  for (const [start, end] of gone) {
    if (start > from) kept += html.slice(from, start);
    from = Math.max(from, end);
  }
  return kept + html.slice(from);
}
