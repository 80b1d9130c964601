import { readHtml } from '../../text/html-tokens';
import type { HtmlAttributes } from '../../text/html-tokens';
import { limitReason } from '../budget';
import { dissolveTable, writeFlow } from '../office/flow';
import type { InspectionContext } from '../inspector';
import type { TextSink } from '../office/package';

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section select summary table tbody ' +
    'td textarea tfoot th thead tr ul'
  ).split(' '),
);

const VOID = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '));

/** Hidden by its own style. */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(px|pt|em|rem|%)?\s*(;|$)/i;

/** Attributes with words of somebody's that the page shows later, or elsewhere, or not at all. */
const WORDY_ATTRIBUTES = ['alt', 'title', 'placeholder', 'value', 'content', 'aria-label', 'summary', 'label', 'srcdoc'];

/** A page is read in pieces of about this many characters, parted where a row or paragraph ends. */
const PIECE_LENGTH = 1 << 20;

interface OpenTable {
  isLayout: boolean;
  /** True between the start of a row and its end. */
  isInRow: boolean;
  isInCell: boolean;
  span: number;
}

/** Reads a page: what it shows, its tables as tables, and what it keeps out of sight. */
export function* readHtmlFile({ budget }: InspectionContext, sink: TextSink, html: string): Generator<void, void, void> {
  const flow = writeFlow(sink.addText, { place: '', numbersTables: true });
  const tables: OpenTable[] = [];
  /** Names of open elements from the outermost hidden one inwards. */
  const hiddenElements: string[] = [];
  let preformatted = 0;
  let endsInSpace = true;

  /** True between the cells of a table, where no text belongs. */
  function isBetweenCells(): boolean {
    const table = tables[tables.length - 1];
    return table !== undefined && !table.isLayout && !table.isInCell;
  }

  function breakLine(): void {
    if (!endsInSpace && !isBetweenCells()) flow.breakLine();
    endsInSpace = true;
  }

  function write(text: string): void {
    if (hiddenElements.length > 0) {
      flow.divert('hidden text');
      flow.append(`${text.replace(/\s+/g, ' ')} `);
      flow.divert(null);
      return;
    }
    if (isBetweenCells()) {
      if (text.trim() === '') return;
      // Browsers show it before the table; here the table becomes running text.
      tables[tables.length - 1]!.isLayout = true;
      dissolveTable(flow);
    }
    if (preformatted > 0) {
      flow.append(text);
      endsInSpace = false;
      return;
    }
    let collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (endsInSpace && collapsed.charAt(0) === ' ') collapsed = collapsed.slice(1);
    if (collapsed === '') return;
    endsInSpace = collapsed.charAt(collapsed.length - 1) === ' ';
    flow.append(collapsed);
  }

  function keepAttributes(name: string, attributes: HtmlAttributes): void {
    for (const attribute of WORDY_ATTRIBUTES) {
      const value = attributes.get(attribute);
      if (value !== undefined && value.trim() !== '')
        keepHidden(name === 'meta' ? 'document properties' : 'not shown on the page', value);
    }
    const address = attributes.get('href');
    if (address !== undefined && /^mailto:/i.test(address)) keepHidden('link', address);
  }

  function keepHidden(reason: string, text: string): void {
    flow.divert(reason);
    flow.append(`${text}\n`);
    flow.divert(null);
  }

  function endCell(table: OpenTable): void {
    if (table.isInCell && !table.isLayout) flow.endCell(table.span);
    table.isInCell = false;
  }

  function endRow(table: OpenTable): void {
    endCell(table);
    if (table.isInRow && !table.isLayout) flow.endRow();
    table.isInRow = false;
  }

  function openTablePart(name: string, attributes: HtmlAttributes): void {
    if (name === 'table') {
      const outer = tables[tables.length - 1];
      // A table that holds another one is there for the layout.
      if (outer !== undefined && !outer.isLayout) {
        dissolveTable(flow);
        outer.isLayout = true;
      }
      tables.push({ isLayout: false, isInRow: false, isInCell: false, span: 1 });
      flow.startTable();
      return;
    }
    const table = tables[tables.length - 1];
    if (table === undefined) return;
    if (name === 'td' || name === 'th') {
      endCell(table);
      if (!table.isLayout) flow.startCell();
      table.isInRow = true;
      table.isInCell = true;
      table.span = Math.max(1, parseInt(attributes.get('colspan') ?? '1', 10) || 1);
      endsInSpace = true;
    } else if (name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot') {
      endRow(table);
      table.isInRow = name === 'tr';
    }
  }

  function closeTablePart(name: string): void {
    const table = tables[tables.length - 1];
    if (table === undefined) return;
    if (name === 'td' || name === 'th') endCell(table);
    else if (name === 'tr') endRow(table);
    else if (name === 'table') {
      endRow(table);
      tables.pop();
      if (!table.isLayout) flow.endTable();
    }
  }

  const reader = {
    text: write,
    open(name: string, attributes: HtmlAttributes): void {
      const style = attributes.get('style');
      const isHiding = attributes.has('hidden') || (style !== undefined && HIDING.test(style));
      if (!VOID.has(name) && (hiddenElements.length > 0 || isHiding)) hiddenElements.push(name);
      if (attributes.size > 0) keepAttributes(name, attributes);
      if (name === 'br') {
        flow.breakLine();
        endsInSpace = true;
        return;
      }
      if (BLOCKS.has(name)) breakLine();
      openTablePart(name, attributes);
      if (name === 'pre' || name === 'textarea') preformatted += 1;
    },
    close(name: string): void {
      const hiddenAt = hiddenElements.lastIndexOf(name);
      if (hiddenAt !== -1) hiddenElements.length = hiddenAt;
      if (BLOCKS.has(name)) breakLine();
      closeTablePart(name);
      if ((name === 'pre' || name === 'textarea') && preformatted > 0) preformatted -= 1;
    },
  };

  for (let start = 0; start < html.length;) {
    if (budget.isOutOfTime()) {
      sink.miss(limitReason('time'));
      break;
    }
    const end = endOfPiece(html, start);
    readHtml(html.slice(start, end), reader);
    start = end;
    yield;
  }
  flow.finish();
  sink.addText({ place: '', text: outOfSight(html), hidden: 'not shown on the page' });
}

function endOfPiece(html: string, start: number): number {
  const most = start + PIECE_LENGTH;
  if (most >= html.length) return html.length;
  for (const mark of ['</tr>', '</p>', '</div>', '</TR>', '</P>', '</DIV>', '>']) {
    const at = html.lastIndexOf(mark, most);
    if (at > start) return at + mark.length;
  }
  return most;
}

/** What no tag shows: the page's title, comments, and scripts, which may carry data. */
function outOfSight(html: string): string {
  const parts: string[] = [];
  gather(html, '<title', '</title', parts);
  gather(html, '<!--', '-->', parts);
  gather(html, '<script', '</script', parts);
  return parts.join('\n');
}

/** Everything between each `opening` and the next `closing`; once there is none, no more is looked for. */
function gather(html: string, opening: string, closing: string, parts: string[]): void {
  const isTag = opening.charAt(1) !== '!';
  const lower = html.toLowerCase();
  for (let at = lower.indexOf(opening); at !== -1;) {
    const start = isTag ? lower.indexOf('>', at) + 1 : at + opening.length;
    const end = start === 0 ? -1 : lower.indexOf(closing, start);
    if (end === -1) return;
    parts.push(html.slice(start, end));
    at = lower.indexOf(opening, end);
  }
}
