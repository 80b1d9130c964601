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
  const parts: string[] = [];
  for (const line of lines) {
    const words = runsText(line.runs);
    if (words.trim() === '') continue;
    const last = parts[parts.length - 1];
    if (last !== undefined && !isParted(last, words)) parts.push('\n');
    parts.push(words);
  }
  const text = parts.join('');
  return text.indexOf('\u00ad') === -1 ? text : text.split('\u00ad').join('');
}

/** True for a word that goes on in the next line: after a soft hyphen, or a hyphen between small letters, as in “looked-after”. */
function isParted(line: string, next: string): boolean {
  const last = line[line.length - 1];
  return last === '\u00ad' || (last === '-' && isSmallLetter(line[line.length - 2]) && isSmallLetter(next[0]));
}

function isSmallLetter(character: string | undefined): boolean {
  return character !== undefined && character !== character.toUpperCase();
}
