import { isUnreadable, unreadable } from '../domain';
import type { Body, Place, Unreadable } from '../domain';
import { bodyFromHtml, bodyFromText, htmlWithout, tidyLine } from '../text';
import type { Unwanted } from '../text';
import { callOffice } from './call';
import type { ComposeItem } from './item';
import type { Timers } from './timers';

/** The longest body that a call takes, in characters. */
const LONGEST_BODY = 1_000_000;

const SPACES = /\s+/g;

/** A text without its white space, so that two are alike when their words are. */
function wordsOf(text: string): string {
  return text.replace(SPACES, '');
}

/** What stands at the places of a text, line by line and cell by cell, each with which of its occurrences it is. */
export function unwantedAt(text: string, places: readonly Place[]): readonly Unwanted[] {
  const unwanted: Unwanted[] = [];
  for (const { start, end } of places) {
    let at = start;
    for (const piece of text.slice(start, end).split(/[\n\t]/)) {
      const words = tidyLine(piece);
      if (words !== '') {
        const begins = at + piece.indexOf(words);
        let occurrence = 0;
        for (let found = text.indexOf(words); found >= 0 && found < begins; found = text.indexOf(words, found + 1)) occurrence += 1;
        unwanted.push({ words, occurrence });
      }
      at += piece.length + 1;
    }
  }
  return unwanted;
}

function without(text: string, places: readonly Place[]): string {
  return [...places].sort((a, b) => b.start - a.start).reduce((kept, { start, end }) => kept.slice(0, start) + kept.slice(end), text);
}

/** True when exactly these words are gone from the new text and the thread is as it was. */
function isJustWithout(before: Body, places: readonly Place[], after: Body): boolean {
  return wordsOf(after.newText) === wordsOf(without(before.newText, places)) && wordsOf(after.quotedText) === wordsOf(before.quotedText);
}

/** Plain text is edited as text; its lines are the new text's. */
function textWithout(text: string, unwanted: readonly Unwanted[]): string | null {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r\n|\r|\n/g, '<br>');
  const kept = htmlWithout(escaped, unwanted);
  return kept === null ? null : kept.replace(/<br>/g, '\n').replace(/&lt;/g, '<').replace(/&amp;/g, '&');
}

/**
 * Takes words out of the sender's own text. What would come of it is read back before it is written: unless exactly these
 * words are gone and the thread below is untouched, nothing is changed.
 */
export async function removeWords(item: ComposeItem, places: readonly Place[], milliseconds: number, timers: Timers): Promise<true | Unreadable> {
  const html = await callOffice<string>('give the text', milliseconds, timers, (callback) => item.body.getAsync('html', callback as never));
  if (isUnreadable(html)) return html;
  const type = await callOffice<unknown>('say how the text is written', milliseconds, timers, (callback) => item.body.getTypeAsync(callback as never));
  const isPlain = type === 'text';
  const source = isPlain ? await callOffice<string>('give the text', milliseconds, timers, (callback) => item.body.getAsync('text', callback as never)) : html;
  if (isUnreadable(source)) return source;
  // The places are those of the text that was checked, and that is the HTML one.
  const { newText } = bodyFromHtml(html);
  const unwanted = unwantedAt(newText, places);
  if (unwanted.length === 0) return unreadable('the words are no longer there');
  const read = isPlain ? bodyFromText : bodyFromHtml;
  const kept = isPlain ? textWithout(source, unwanted) : htmlWithout(source, unwanted);
  if (kept === null || kept.length > LONGEST_BODY) return unreadable('they could not be taken out and the rest kept');
  if (!isJustWithout(bodyFromHtml(html), places, read(kept))) return unreadable('they could not be taken out and the rest kept');
  const written = await callOffice<unknown>('change the text', milliseconds, timers, (callback) =>
    item.body.setAsync(kept, { coercionType: isPlain ? 'text' : 'html' }, callback),
  );
  return isUnreadable(written) ? written : true;
}
