import { gatherLines, joinLines, runsText } from './lines';
import type { Line, Run } from './lines';
import { findTable } from './table';
import type { PageTable } from './table';

/** A stretch of a page's text: lines, or a table. */
export interface PagePart {
  readonly text: string;
  readonly table: PageTable | null;
}

/** Puts the runs of a page, given in the order they were drawn, into lines a person would read. */
export function arrange(runs: readonly Run[]): readonly PagePart[] {
  const lines = gatherLines(runs);
  const table = findTable(lines);
  if (table !== null) {
    return [
      { text: linesText(joinLines(table.before)), table: null },
      { text: table.text, table: table.table },
      { text: linesText(joinLines(table.after)), table: null },
    ].filter((part) => part.text !== '');
  }
  const text = linesText(joinLines(lines));
  return text === '' ? [] : [{ text, table: null }];
}

function linesText(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) {
    const words = runsText(line.runs);
    if (words.trim() === '') continue;
    // A soft hyphen at the end of a line parts a word that goes on in the next.
    const isParted = text[text.length - 1] === '\u00ad';
    text = isParted ? text.slice(0, -1) + words : text === '' ? words : `${text}\n${words}`;
  }
  return text.indexOf('\u00ad') === -1 ? text : text.split('\u00ad').join('');
}
