import type { Proposal } from './detector';
import { findNames } from './names';
import { tablePlaceOf } from './page';
import type { Page, TablePlace } from './page';

/*
 * Who a match is about. In a table a person is a row, known by its surest value; elsewhere the nearest name, or else the
 * value itself. The keys are equal for one person seen twice and are hashed before they leave the room.
 */

/** Values that belong to one person and no other, surest first. */
const IDENTIFYING = ['upn', 'temporary-upn', 'nhs-number', 'uln', 'uci', 'nino', 'trn', 'utr', 'passport', 'driving-licence'];

/** How far a name may stand from a value to be its person's. */
const NAME_BEFORE = 120;
const NAME_AFTER = 60;

export interface PersonKeys {
  /** Identifying values, as `upn:H80…`. */
  readonly values: readonly string[];
  /** A name, as `name:amelia clarke`; empty when there is none. */
  readonly name: string;
  /** A place, for someone who has neither. */
  readonly place: string;
}

function nameInRow(page: Page, { table, row, rowIndex }: TablePlace): string {
  const parts: string[] = [];
  table.columns.forEach((column, i) => {
    const cell = row.cells[i];
    if (column !== null && column.holds === 'name' && cell !== undefined) parts.push(page.text.slice(cell[0], cell[1]));
  });
  const name = parts.join(' ').toLowerCase().replace(/[\s,]+/g, ' ').trim();
  if (/[a-z\u00df-\uffff]/.test(name)) return name;
  if (row.cells.length > 0) return '';
  const found = findNames(page.text, row.start, row.end)[0];
  return found === undefined ? `row ${rowIndex}` : found.key;
}

/** The name that is nearest to a value: before it if there is one, else just after. */
function nameNear(page: Page, start: number, end: number): string {
  const before = findNames(page.text, start - NAME_BEFORE, start);
  const nearest = before[before.length - 1];
  if (nearest !== undefined) return nearest.key;
  const after = findNames(page.text, end, end + NAME_AFTER)[0];
  return after === undefined ? '' : after.key;
}

/** The person keys of each proposal, in the same order. Rows of a table are read once. */
export function identify(page: Page, proposals: readonly Proposal[], pageId: string): readonly PersonKeys[] {
  const rows = new Map<string, { values: string[]; name: string }>();
  const places = proposals.map((proposal) => {
    const place = tablePlaceOf(page, proposal.start);
    if (place === null) return null;
    const key = `${pageId}:${place.tableIndex}:${place.rowIndex}`;
    let row = rows.get(key);
    if (row === undefined) {
      row = { values: [], name: nameInRow(page, place) };
      rows.set(key, row);
    }
    if (IDENTIFYING.includes(proposal.detector.id)) row.values.push(`${proposal.detector.id}:${proposal.value}`);
    return { key, row };
  });
  return proposals.map((proposal, i) => {
    const place = places[i];
    if (place !== null && place !== undefined) return { values: place.row.values, name: place.row.name, place: place.key };
    const isIdentifying = IDENTIFYING.includes(proposal.detector.id);
    return {
      values: isIdentifying ? [`${proposal.detector.id}:${proposal.value}`] : [],
      name: proposal.person !== undefined && proposal.person !== null ? proposal.person : nameNear(page, proposal.start, proposal.end),
      place: isIdentifying ? '' : `${proposal.detector.id}:${proposal.value}`,
    };
  });
}

/**
 * How many different people. Two records are one person when they share an identifying value; a record that has only a
 * name is the person of that name who was seen with a value, if there is one. Two people of one name with different
 * numbers of the same kind stay two.
 */
export function countPeople(keys: readonly PersonKeys[]): number {
  const parents: number[] = [];
  const find = (i: number): number => {
    let root = i;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  const byKey = new Map<string, number>();
  const join = (i: number, key: string): void => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, i);
    else parents[find(i)] = find(known);
  };
  keys.forEach((_keys, i) => parents.push(i));
  keys.forEach(({ values }, i) => values.forEach((value) => join(i, value)));
  /** For each name, the people seen with a value, by the kinds of value they have. */
  const named = new Map<string, number>();
  keys.forEach(({ values, name }, i) => {
    if (name === '' || values.length === 0) return;
    // Another kind of number under the same name is the same person; another number of one kind is not.
    const kinds = values.map((value) => `${name}|${value.slice(0, value.indexOf(':'))}`);
    const isNamesake = kinds.some((kind) => {
      const known = named.get(kind);
      return known !== undefined && find(known) !== find(i);
    });
    if (!isNamesake) join(i, `name:${name}`);
    kinds.forEach((kind) => named.set(kind, i));
  });
  keys.forEach(({ values, name, place }, i) => {
    if (values.length > 0) return;
    join(i, name === '' ? `place:${place}` : `name:${name}`);
  });
  const people = new Set<number>();
  keys.forEach((_keys, i) => people.add(find(i)));
  return people.size;
}
