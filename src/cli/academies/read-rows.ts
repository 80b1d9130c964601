import { CsvError, parse } from 'csv-parse/sync';
import { nearest } from '../../policy';
import { COLUMNS, DAYS, readAddress, readAddresses, readCount, readDomains, readGroups, readHours, readId, readLink, readName, readTerms, ROLES } from './columns';
import type { Cell } from './columns';

/** What one row says of a school, in the shape an overlay has it. */
export interface Academy {
  /** The row as a spreadsheet counts it: the headings are row 1. */
  readonly row: number;
  readonly id: string;
  readonly school: { readonly [key: string]: unknown };
  readonly groups: readonly { readonly [key: string]: unknown }[];
  readonly pupilDomains: readonly string[];
  readonly safeguardingLeads: readonly string[];
}

/** Something in the file that must be put right: its place as a spreadsheet shows it, and a sentence. */
export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly message: string;
}

export interface Rows {
  readonly academies: readonly Academy[];
  readonly problems: readonly RowProblem[];
}

const NEEDED = ['id', 'name'];

/** More rows are no trust's: the file is another one. */
const MOST_ROWS = 500;

/** What may part the cells, and what that is called. */
const MARKS = { ',': 'a comma', '\t': 'a tab', ';': 'a semicolon' } as const;
type Mark = keyof typeof MARKS;

/** What parts the cells: what the first line has most of. */
function delimiterOf(text: string): Mark {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: Mark): number => first.split(mark).length;
  return (Object.keys(MARKS) as Mark[]).reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The rows of cells (RFC 4180), or the one place where the file is no CSV. */
function cellsOf(text: string, delimiter: Mark): readonly (readonly string[])[] | RowProblem {
  try {
    return parse(text, { delimiter, relaxColumnCount: true, trim: true, skipEmptyLines: false, bom: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error['records'] ?? 0) + 1;
    const remedy =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened and not closed. Close it, or write two for one inside a text.'
        : 'a quotation mark stands where none can. Put the whole cell in quotation marks, and write two for one inside it.';
    return { row, column: null, message: remedy };
  }
}

function headingsOf(cells: readonly string[], problems: RowProblem[]): readonly string[] {
  const known = Object.keys(COLUMNS);
  const headings = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]+/g, ' ').trim());
  headings.forEach((heading, index) => {
    if (heading === '') return;
    if (!known.includes(heading)) {
      const meant = nearest(heading, known);
      const remedy = meant === null ? `The columns are ${known.join(', ')}.` : `Did you mean "${meant}"?`;
      problems.push({ row: 1, column: cells[index] ?? heading, message: `no such column. ${remedy}` });
    } else if (headings.indexOf(heading) !== index) {
      problems.push({ row: 1, column: heading, message: 'stands twice. Keep one of the two.' });
    }
  });
  for (const needed of NEEDED) {
    if (!headings.includes(needed)) problems.push({ row: 1, column: null, message: `there is no column "${needed}". Add it to the first row: ${COLUMNS[needed] ?? ''}.` });
  }
  return headings;
}

/** What no other row may have as well. */
interface Claims {
  readonly row: number;
  readonly values: readonly (readonly [column: string, value: string])[];
}

/** Reads one row, noting what is wrong in it cell by cell; null when anything is. */
function academyOf(row: number, cell: (column: string) => string, problems: RowProblem[]): { readonly academy: Academy | null; readonly claims: Claims } {
  const before = problems.length;
  const take = <T>(column: string, read: (text: string) => Cell<T>): T | null => {
    const text = cell(column);
    if (text === '') return null;
    const result = read(text);
    if ('value' in result) return result.value;
    problems.push({ row, column, message: result.problem });
    return null;
  };
  for (const needed of NEEDED) {
    if (cell(needed) === '') problems.push({ row, column: needed, message: `is empty. Write ${COLUMNS[needed] ?? 'it'}.` });
  }
  const id = take('id', readId);
  take('name', readName);
  const usual = take('hours', readHours);
  const days: { [day: string]: unknown } = {};
  for (const day of DAYS) days[day] = cell(day) === '' ? (day === 'sat' || day === 'sun' ? null : usual) : take(day, readHours);
  const hasHours = ['hours', ...DAYS].some((column) => cell(column) !== '');
  if (hasHours && cell('hours') === '') {
    const missing = DAYS.slice(0, 5).filter((day) => cell(day) === '');
    if (missing.length > 0) problems.push({ row, column: missing[0] ?? 'hours', message: 'is empty, and there are no usual hours. Write hours or "off", or fill in the column "hours".' });
  }
  const contacts: { [role: string]: string } = {};
  for (const role of ROLES) if (cell(role) !== '') contacts[role] = cell(role);
  const domains = take('domains', readDomains);
  const staff = take('staff', readCount);
  const terms = take('terms', readTerms);
  const bulletin = take('bulletin', readLink);
  const allStaff = take('all staff', readAddress);
  const lists = take('groups', readGroups) ?? [];
  const pupilDomains = take('pupil domains', readDomains) ?? [];
  const safeguardingLeads = take('safeguarding leads', readAddresses) ?? [];
  const claims: Claims = {
    row,
    values: [
      ...(id === null ? [] : [['id', id] as const]),
      ...(domains ?? []).map((domain) => ['domains', domain] as const),
      ...(allStaff === null ? [] : [['all staff', allStaff] as const]),
      ...lists.map(({ address }) => ['groups', address] as const),
    ],
  };
  if (problems.length > before || id === null) return { academy: null, claims };
  const name = cell('name');
  const academy: Academy = {
    row,
    id,
    school: {
      id,
      name,
      ...(domains === null ? {} : { domains }),
      ...(hasHours ? { hours: days } : {}),
      ...(terms === null ? {} : { terms }),
      ...(staff === null ? {} : { staff }),
      ...(Object.keys(contacts).length === 0 ? {} : { contacts }),
      ...(bulletin === null ? {} : { alternatives: [{ label: 'the staff bulletin', url: bulletin }] }),
    },
    groups: [
      ...(allStaff === null ? [] : [{ address: allStaff, name: `${name} All Staff`, size: staff, school: id, allStaff: true, reaches: 'staff' }]),
      ...lists.map(({ address, size }) => ({ address, size, school: id })),
    ],
    pupilDomains,
    safeguardingLeads,
  };
  return { academy, claims };
}

/** Speaks of what two rows may not both have. Answers the rows that took what another has. */
function checkTwice(claims: readonly Claims[], problems: RowProblem[]): ReadonlySet<number> {
  const seen = new Map<string, number>();
  const late = new Set<number>();
  for (const { row, values } of claims) {
    for (const [column, value] of values) {
      const key = `${column === 'all staff' ? 'groups' : column} ${value.toLowerCase()}`;
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, row);
        continue;
      }
      late.add(row);
      problems.push({ row, column, message: `"${value}" is in row ${earlier} already. Give each school its own.` });
    }
  }
  return late;
}

/** The academies of a CSV file whose rows have nothing wrong, and everything that is wrong, each with its row and column. */
export function readRows(text: string): Rows {
  const delimiter = delimiterOf(text);
  const cells = cellsOf(text, delimiter);
  if ('message' in cells) return { academies: [], problems: [cells] };
  const problems: RowProblem[] = [];
  const headings = headingsOf(cells[0] ?? [], problems);
  const rows = cells.slice(1);
  // A heading that nobody knows hides no mistake in the rows; without the two that are needed no row can be read.
  if (!NEEDED.every((needed) => headings.includes(needed))) return { academies: [], problems };
  if (rows.length > MOST_ROWS) return { academies: [], problems: [{ row: MOST_ROWS + 2, column: null, message: `there are more than ${MOST_ROWS} rows. Check that this is the file you mean.` }] };
  const academies: Academy[] = [];
  const claimed: Claims[] = [];
  rows.forEach((values, index) => {
    const row = index + 2;
    if (values.every((value) => value === '')) return;
    const over = values.findIndex((value, at) => value !== '' && (headings[at] ?? '') === '');
    if (over !== -1) {
      problems.push({ row, column: null, message: `"${values[over] ?? ''}" stands in a column without a heading. Put a cell that has ${MARKS[delimiter]} in it in quotation marks.` });
      return;
    }
    const { academy, claims } = academyOf(row, (column) => values[headings.indexOf(column)] ?? '', problems);
    claimed.push(claims);
    if (academy !== null) academies.push(academy);
  });
  const late = checkTwice(claimed, problems);
  if (academies.length === 0 && problems.length === 0) problems.push({ row: 2, column: null, message: 'there is no school in the file. Write one in each row below the headings.' });
  return { academies: academies.filter(({ row }) => !late.has(row)), problems };
}
