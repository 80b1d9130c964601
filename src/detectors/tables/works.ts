import { once } from '../once';
import { lineEnd, lineStart } from '../spans';
import { SEPARATORS, splitRow } from './cells';

/*
 * Lists of books, policies and courses beside the people who have them: what stands in such a column is the name of a work,
 * and tells nothing of whoever stands in the same row.
 */

/** What a line with the header of such a column has somewhere: most lines end here. */
const HAS_WORK = /(?:book|title|author|play|film|text|policy|topic|unit|module|course|qualification|resource|theme|workshop|talk|session)s?(?![A-Za-z])/i;
/** Headers of such columns. */
const WORK = /^(?:book|title|author|play|film|text|policy|topic|unit|module|course|qualification|resource|theme|workshop|talk|session)s?$/i;
/** The header stands in one of the first lines, none longer than this, in characters. */
const FIRST_LINES = 5;
const LONGEST_LINE = 2000;

interface Header {
  readonly separator: RegExp;
  readonly end: number;
  readonly works: readonly boolean[];
}

/** The first line of a text that heads a column of works; null when none does. */
function findHeader(text: string): Header | null {
  let start = 0;
  for (let line = 0; line < FIRST_LINES && start < text.length; line += 1) {
    const end = lineEnd(text, start);
    if (end - start <= LONGEST_LINE && HAS_WORK.test(text.slice(start, end))) {
      for (const separator of SEPARATORS) {
        const works = splitRow(text, start, end, separator).map(([from, to]) => WORK.test(text.slice(from, to)));
        if (works.length > 1 && works.some((isWork) => isWork)) return { separator, end, works };
      }
    }
    start = end + 1;
  }
  return null;
}

/** Answers whether a place of this text is in a column of works. The header is looked for once. */
export function worksIn(text: string): (at: number) => boolean {
  const headerOf = once(() => findHeader(text));
  return (at) => {
    const header = headerOf();
    if (header === null || at <= header.end) return false;
    const start = lineStart(text, at);
    if (at - start > LONGEST_LINE) return false;
    return header.works[splitRow(text, start, at, header.separator).length - 1] === true;
  };
}
