import { addressProblem, dateProblem, domainProblem, timeProblem, urlProblem } from '../../policy';

/** A cell read: its value, or what is wrong with it and what to write. */
export type Cell<T> = { readonly value: T } | { readonly problem: string };

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];
export const ROLES = ['it', 'dsl', 'dpo', 'hr', 'head'] as const;

/** Every column there may be, with what stands in it. The first two must be there. */
export const COLUMNS: { readonly [name: string]: string } = {
  id: 'a short name, small letters, digits and hyphens: oakfield',
  name: 'the name people say: Oakfield Primary School',
  domains: 'the domains its staff send from, parted by semicolons: oakfield.example; mail.oakfield.example',
  'pupil domains': 'the domains pupils’ mailboxes are at, parted by semicolons',
  staff: 'how many staff have a mailbox: 31',
  hours: 'Monday to Friday: 07:30-18:00',
  ...Object.fromEntries(DAYS.map((day) => [day, 'that day’s hours instead: 08:00-15:30, or off'])),
  terms: 'first and last days, parted by semicolons: 2026-09-03 to 2026-10-23; 2026-11-02 to 2026-12-18',
  ...Object.fromEntries(ROLES.map((role) => [role, `whom to ask as ${role}: ext 200`])),
  'all staff': 'the address of the list of all its staff: all.staff@oakfield.example',
  groups: 'other lists, parted by semicolons, each with its size after an equals sign: tas@oakfield.example = 14',
  'safeguarding leads': 'addresses, parted by semicolons',
  bulletin: 'the link to its staff bulletin: https://…',
};

function listOf(cell: string): readonly string[] {
  return cell.split(';').map((item) => item.trim()).filter((item) => item !== '');
}

/** All items of a list read, or the first problem. */
function each<T>(items: readonly string[], read: (item: string) => Cell<T>): Cell<readonly T[]> {
  const values: T[] = [];
  for (const item of items) {
    const cell = read(item);
    if ('problem' in cell) return cell;
    values.push(cell.value);
  }
  return { value: values };
}

function checked(problemOf: (text: string) => string | null): (text: string) => Cell<string> {
  return (text) => {
    const problem = problemOf(text);
    return problem === null ? { value: text } : { problem };
  };
}

export const readDomains = (cell: string): Cell<readonly string[]> => each(listOf(cell), checked(domainProblem));
export const readAddresses = (cell: string): Cell<readonly string[]> => each(listOf(cell), checked(addressProblem));
export const readAddress = checked(addressProblem);
export const readLink = checked(urlProblem);

export function readId(cell: string): Cell<string> {
  if (/^[a-z][a-z0-9-]{0,39}$/.test(cell)) return { value: cell };
  const meant = cell.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[-0-9]+|-+$/g, '').slice(0, 40);
  return { problem: `"${cell}" is not an id. Write small letters, digits and hyphens${meant === '' ? ', such as "oakfield"' : `: "${meant}"`}.` };
}

/** The longest name of a school, in characters: an overlay bears it, and senders see it. */
const LONGEST_NAME = 60;

export function readName(cell: string): Cell<string> {
  return cell.length <= LONGEST_NAME ? { value: cell } : { problem: `the name has ${cell.length} characters. Keep to ${LONGEST_NAME} at most.` };
}

export function readCount(cell: string): Cell<number> {
  const count = Number(cell.replace(/^([0-9]{1,3}),([0-9]{3})$/, '$1$2'));
  if (Number.isInteger(count) && count >= 1 && count <= 5000) return { value: count };
  return { problem: `"${cell}" is not a number of people. Write a whole number from 1 to 5000.` };
}

/** `7:30`, as spreadsheets write it, is `07:30`. */
function timeOf(text: string): string {
  return /^\d:/.test(text) ? `0${text}` : text;
}

export function readHours(cell: string): Cell<readonly [string, string] | null> {
  if (/^(?:off|closed|-)$/i.test(cell)) return { value: null };
  const match = /^(\d{1,2}[:.]?\d{2})\s*(?:-|–|to)\s*(\d{1,2}[:.]?\d{2})$/i.exec(cell);
  if (match === null) return { problem: `"${cell}" is not hours. Write a start and an end, such as "07:30-18:00", or "off".` };
  const [start, end] = [timeOf(match[1] as string), timeOf(match[2] as string)];
  const problem = timeProblem(start) ?? timeProblem(end);
  if (problem !== null) return { problem };
  if (start >= end) return { problem: `"${cell}" ends before it starts. Write the start first; hours cannot run over midnight.` };
  return { value: [start, end] };
}

/** `03/09/2026`, as a British spreadsheet writes it, is `2026-09-03`. */
function dateOf(text: string): string {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (match === null) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

export function readTerms(cell: string): Cell<readonly { readonly from: string; readonly to: string }[]> {
  return each(listOf(cell), (item) => {
    const [first, last, ...more] = item.split(/\s+to\s+|\s+[-–]\s+/i);
    if (first === undefined || last === undefined || more.length > 0) {
      return { problem: `"${item}" is not a term. Write its first and last day, such as "2026-09-03 to 2026-12-18".` };
    }
    const [from, to] = [dateOf(first.trim()), dateOf(last.trim())];
    const problem = dateProblem(from) ?? dateProblem(to);
    if (problem !== null) return { problem };
    return from <= to ? { value: { from, to } } : { problem: `"${item}" ends before it begins. Write the first day first.` };
  });
}

/** A list's address with its size, the size left out when it is not known. */
export function readGroups(cell: string): Cell<readonly { readonly address: string; readonly size: number | null }[]> {
  return each<{ readonly address: string; readonly size: number | null }>(listOf(cell), (item) => {
    const [address = '', size] = item.split('=').map((part) => part.trim());
    const problem = addressProblem(address);
    if (problem !== null) return { problem };
    if (size === undefined) return { value: { address, size: null } };
    const count = readCount(size);
    return 'problem' in count ? count : { value: { address, size: count.value } };
  });
}
