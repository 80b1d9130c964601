import { readHtml } from './html-tokens';
import type { HtmlAttributes } from './html-tokens';
import { absoluteLink } from './links';

/**
 * What an element means for parting new text from quoted. `quote`: what is in it is quoted. `attribution`: it says who
 * wrote what is quoted. `container`: a quotation begins and ends inside it. `cut`: all that follows is quoted. `divider`,
 * `firm-divider` and `append`: a line where a quotation may begin. `indent`: indented, perhaps a quotation.
 */
export type ElementRole = 'quote' | 'attribution' | 'container' | 'cut' | 'divider' | 'firm-divider' | 'append' | 'indent';

export interface HtmlLine {
  readonly text: string;
  /** Where the links on it lead. */
  readonly links: readonly string[];
  readonly isQuote: boolean;
  readonly isAttribution: boolean;
  /** How many containers and how many indented elements it is in. */
  readonly containers: number;
  readonly indents: number;
  /** The points passed since the line before. */
  readonly points: readonly ElementRole[];
}

const VOID = new Set('area base basefont bgsound br col embed frame hr img input link meta param source track wbr'.split(' '));

/** Elements that begin and end a line. Those that this list does not know stand within a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre section ' +
    'select summary table tbody td textarea tfoot th thead tr ul xmp'
  ).split(' '),
);

/** Hidden by its own style, the only one that mail programs heed everywhere. */
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0{1,9}(?:\.0{0,9})?\s?(?:px|pt|em|rem|%)?\s{0,9}(?:;|!|$)/i;
const KEEPING_SPACE = /white-space\s*:\s*(?:pre|break-spaces)/i;

interface OpenElement {
  readonly name: string;
  readonly role: ElementRole | null;
  readonly isHidden: boolean;
  readonly keepsSpace: boolean;
}

interface OpenTable {
  /** How many elements are open inside the table's own start tag. */
  readonly depth: number;
  /** Where the row's lines begin; null between rows. */
  rowStart: number | null;
  /** Where the lines of each cell of the row begin, with the columns that the cell takes. */
  cells: { readonly start: number; readonly columns: number; readonly depth: number }[];
  holdsTable: boolean;
}

const MOST_COLUMNS = 100;

/**
 * Lays HTML out as lines, as a person sees it: blocks and `<br>` end a line, the rows of a table are lines and its cells
 * parted by tabs (a row that holds another table is layout, and its cells are lines), list items begin with a bullet,
 * white space is one space, soft hyphens and zero-width spaces vanish. Comments, scripts and styles are dropped. Hidden text is
 * kept, on a line of its own after the line it stands in: it leaves with the mail, and whoever gets it can read it.
 */
export function htmlLines(html: string, roleOf: (name: string, attributes: HtmlAttributes) => ElementRole | null): HtmlLine[] {
  const lines: HtmlLine[] = [];
  const open: OpenElement[] = [];
  const depthsByName = new Map<string, number[]>();
  const tables: OpenTable[] = [];
  const counts = { quote: 0, attribution: 0, container: 0, indent: 0, hidden: 0, spaced: 0 };

  let pieces: string[] = [];
  let hidden: string[] = [];
  let links: string[] = [];
  let points: ElementRole[] = [];
  let endsInSpace = true;
  let hiddenEndsInSpace = true;
  let bullet = '';

  const push = (text: string, lineLinks: string[]): void => {
    lines.push({
      text,
      links: lineLinks,
      isQuote: counts.quote > 0,
      isAttribution: counts.attribution > 0,
      containers: counts.container,
      indents: counts.indent,
      points,
    });
    points = [];
  };

  /** Ends the line that has begun; `isForced` makes an empty one too. */
  const endLine = (isForced: boolean): void => {
    // A link around a picture alone makes a line too, or the link would be lost.
    if (pieces.length > 0 || isForced || (links.length > 0 && hidden.length === 0)) {
      push(tidyLine(pieces.join('')), links);
      pieces = [];
      links = [];
      bullet = '';
    }
    if (hidden.length > 0) {
      const text = tidyLine(hidden.join(''));
      if (text !== '') push(text, links);
      hidden = [];
      links = [];
    }
    endsInSpace = hiddenEndsInSpace = true;
  };

  const write = (text: string): void => {
    const isHidden = counts.hidden > 0;
    if (counts.spaced > 0) {
      const parts = text.split(/\r\n?|\n/);
      parts.forEach((part, index) => {
        if (index > 0) endLine(true);
        if (part !== '') (isHidden ? hidden : pieces).push(part);
      });
      endsInSpace = false;
      return;
    }
    let collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    if ((isHidden ? hiddenEndsInSpace : endsInSpace) && collapsed[0] === ' ') collapsed = collapsed.slice(1);
    if (collapsed === '') return;
    const endsSo = collapsed[collapsed.length - 1] === ' ';
    if (isHidden) {
      hiddenEndsInSpace = endsSo;
      hidden.push(collapsed);
      return;
    }
    endsInSpace = endsSo;
    if (bullet !== '') {
      pieces.push(bullet);
      bullet = '';
    }
    pieces.push(collapsed);
  };

  const isScope = (role: ElementRole | null): role is 'quote' | 'attribution' | 'container' | 'indent' => role !== null && role in counts;

  const pop = (): void => {
    const element = open.pop()!;
    depthsByName.get(element.name)!.pop();
    if (BLOCKS.has(element.name) || isScope(element.role)) endLine(false);
    if (isScope(element.role)) counts[element.role]--;
    if (element.isHidden) counts.hidden--;
    if (element.keepsSpace) counts.spaced--;
  };

  const popTo = (depth: number): void => {
    while (open.length > depth) pop();
  };

  /** The place of the innermost open element of that name; -1 when there is none. */
  const innermost = (name: string): number => {
    const depths = depthsByName.get(name);
    return depths === undefined || depths.length === 0 ? -1 : depths[depths.length - 1]!;
  };

  const endRow = (table: OpenTable): void => {
    if (table.rowStart === null) return;
    endLine(false);
    if (!table.holdsTable) joinCells(lines, table);
    table.rowStart = null;
    table.cells = [];
    table.holdsTable = false;
  };

  const startTablePart = (name: string, attributes: HtmlAttributes): void => {
    const table = tables[tables.length - 1];
    if (table === undefined) return;
    // A cell or row that was not closed ends where the next begins.
    if (name === 'td' || name === 'th') {
      const last = table.cells[table.cells.length - 1];
      if (last !== undefined) popTo(last.depth);
      endLine(false);
      if (table.rowStart === null) table.rowStart = lines.length;
      const columns = Math.min(MOST_COLUMNS, Math.max(1, parseInt(attributes.get('colspan') ?? '1', 10) || 1));
      table.cells.push({ start: lines.length, columns, depth: open.length });
    } else {
      popTo(table.depth);
      endRow(table);
    }
  };

  const closeTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    popTo(table.depth);
    endRow(table);
    const outer = tables[tables.length - 1];
    if (outer !== undefined) outer.holdsTable = true;
  };

  readHtml(html, {
    text: write,

    open(name, attributes) {
      if (name === 'br') {
        endLine(true);
        return;
      }
      const isBlock = BLOCKS.has(name);
      if (isBlock) {
        // A paragraph ends where the next block begins, said or not.
        if (innermost('p') >= 0) popTo(innermost('p'));
        endLine(false);
      }
      if (name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot' || name === 'td' || name === 'th') {
        startTablePart(name, attributes);
      } else if (name === 'li') {
        bullet = '• ';
      }
      const style = attributes.get('style') ?? '';
      const role = roleOf(name, attributes);
      if (role !== null && !isScope(role)) {
        endLine(false);
        points.push(role);
      }
      if (name === 'a') {
        const link = absoluteLink(attributes.get('href') ?? '');
        if (link !== null) links.push(link);
      }
      if (VOID.has(name)) return;
      if (isScope(role)) {
        endLine(false);
        counts[role]++;
      }
      const isHidden = attributes.has('hidden') || (style !== '' && HIDING.test(style));
      const keepsSpace = name === 'pre' || name === 'textarea' || name === 'listing' || KEEPING_SPACE.test(style);
      if (isHidden) counts.hidden++;
      if (keepsSpace) counts.spaced++;
      open.push({ name, role, isHidden, keepsSpace });
      const depths = depthsByName.get(name);
      if (depths === undefined) depthsByName.set(name, [open.length - 1]);
      else depths.push(open.length - 1);
      if (name === 'table') tables.push({ depth: open.length, rowStart: null, cells: [], holdsTable: false });
    },

    close(name) {
      if (innermost(name) < 0) {
        if (name === 'p') endLine(false);
        return;
      }
      if (name === 'table') closeTable();
      const table = tables[tables.length - 1];
      const depth = innermost(name);
      // A closing tag does not reach out of the table it stands in.
      if (table !== undefined && depth < table.depth) return;
      popTo(depth);
      if (name === 'tr' && table !== undefined) endRow(table);
    },
  });

  popTo(0);
  endLine(false);
  while (tables.length > 0) endRow(tables.pop()!);
  return lines;
}

/** A cell with more lines than this is part of a layout, not of a table that people read across. */
const MOST_LINES_IN_A_CELL = 10;

/** Makes one line of a row's cells, unless it is layout: a single cell, a long one, or one where a quotation begins. */
function joinCells(lines: HtmlLine[], table: OpenTable): void {
  const start = table.rowStart ?? lines.length;
  if (table.cells.length < 2) return;
  const first = lines[start];
  const texts = table.cells.map((cell, index) => {
    const end = table.cells[index + 1]?.start ?? lines.length;
    return lines.slice(cell.start, end).filter((line) => line.text !== '');
  });
  const isLayout =
    texts.some((cell) => cell.length > MOST_LINES_IN_A_CELL) ||
    lines.slice(start).some(
      (line) =>
        line !== first &&
        (line.points.length > 0 ||
          line.isQuote !== first!.isQuote ||
          line.isAttribution !== first!.isAttribution ||
          line.containers !== first!.containers ||
          line.indents !== first!.indents),
    );
  if (isLayout || first === undefined) return;
  let text = '';
  const links: string[] = [];
  texts.forEach((cell, index) => {
    text += cell.map((line) => line.text.replace(/\t/g, ' ')).join(' ');
    for (const line of cell) links.push(...line.links);
    const isLast = index === texts.length - 1;
    for (let column = isLast ? 1 : 0; column < table.cells[index]!.columns; column++) text += '\t';
  });
  lines.length = start;
  lines.push({ ...first, text: /[^\t]/.test(text) ? text : '', links });
}

const NO_ROOM = /[\u00ad\u200b\u2060\ufeff]/g;

/** A line as it reads: non-breaking spaces are spaces, what takes no room is gone, and so are spaces at its ends. */
export function tidyLine(line: string): string {
  const text = line.replace(NO_ROOM, '').replace(/\u00a0/g, ' ');
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return text.slice(start, end);
}

/** Joins lines, with no more than one blank line in a row and none at the ends. */
export function joinLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    if (line.trim() !== '') kept.push(line);
    else if (kept.length > 0 && kept[kept.length - 1] !== '') kept.push('');
  }
  if (kept[kept.length - 1] === '') kept.pop();
  return kept.join('\n');
}

/** The text of an HTML page or mail, laid out in lines and tabs as `htmlLines` says. */
export function htmlToText(html: string): string {
  return joinLines(htmlLines(html, () => null).map((line) => line.text));
}
