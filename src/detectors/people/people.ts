import type { Proposal } from '../detector';
import { findNames } from './names';
import { tablePlaceOf } from '../page';
import type { Page, TablePlace } from '../page';
import type { Row, Table } from '../tables/tables';

/*
 * Who a match is about. In a table a person is a row, known by its surest value; elsewhere the nearest name, or else the
 * value itself. The keys are equal for one person seen twice and are hashed before they leave the room.
 */

/** Values that belong to one person and no other, surest first. */
export const IDENTIFYING = ['upn', 'temporary-upn', 'nhs-number', 'uln', 'uci', 'nino', 'trn', 'utr', 'passport', 'driving-licence'];

/** How far a name may stand from a value to be its person's. */
const NAME_BEFORE = 120;
const NAME_AFTER = 60;

function isIdentifying(proposal: Proposal): boolean {
  return proposal.isPerson === true || IDENTIFYING.includes(proposal.detector.id);
}

export interface PersonKeys {
  /** Identifying values, as `upn:H80…`. */
  readonly values: readonly string[];
  /** A name, as `name:amelia clarke`; empty when there is none. */
  readonly name: string;
  /** A place, for someone who has neither. */
  readonly place: string;
}

/** Rows that sum up others. */
const NOT_A_PERSON = /^(?:total|average|mean|count|all|boys|girls|year ?\d+|class|school|nursery|reception|overall|n ?=|(?:many |kind |best )?(?:thanks|regards|wishes)|thank you|cheers)\b/i;

/** The name in a row, lower case; empty when it has none. */
export function nameInRow(page: Page, table: Table, row: Row): string {
  const parts: string[] = [];
  table.columns.forEach((column, i) => {
    const cell = row.cells[i];
    if (column !== null && column.holds === 'name' && cell !== undefined) parts.push(page.text.slice(cell[0], cell[1]));
  });
  const name = parts.join(' ').toLowerCase().replace(/[\s,]+/g, ' ').trim();
  if (/[a-z\u00df-\uffff]{2}/.test(name)) return NOT_A_PERSON.test(name) ? '' : name;
  const found = row.cells.length > 0 ? undefined : findNames(page.text, row.start, row.end)[0];
  return found === undefined ? '' : found.key;
}

/** The name that is nearest to a value: before it if there is one, else just after. */
function nameNear(page: Page, start: number, end: number): string {
  const before = findNames(page.text, start - NAME_BEFORE, start);
  const nearest = before[before.length - 1];
  if (nearest !== undefined) return nearest.key;
  const after = findNames(page.text, end, end + NAME_AFTER)[0];
  return after === undefined ? '' : after.key;
}

interface RowKeys {
  readonly values: string[];
  readonly name: string;
}

function rowKey(pageId: string, { tableIndex, rowIndex }: TablePlace): string {
  return `${pageId}:${tableIndex}:${rowIndex}`;
}

/** The keys of every row that has a proposal. */
function keysOfRows(page: Page, proposals: readonly Proposal[], pageId: string): Map<string, RowKeys> {
  const rows = new Map<string, RowKeys>();
  for (const proposal of proposals) {
    const place = tablePlaceOf(page, proposal.start);
    if (place === null) continue;
    const key = rowKey(pageId, place);
    let row = rows.get(key);
    if (row === undefined) {
      row = { values: [], name: nameInRow(page, place.table, place.row) };
      rows.set(key, row);
    }
    if (isIdentifying(proposal)) row.values.push(`${proposal.detector.id}:${proposal.value}`);
    // With a name, a date of birth tells one of that name from another.
    else if (row.name !== '' && proposal.detector.id === 'date-of-birth') row.values.push(`date-of-birth:${proposal.value}:${row.name}`);
  }
  return rows;
}

/** The person keys of each proposal, in the same order. Rows of a table are read once. */
export function identify(page: Page, proposals: readonly Proposal[], pageId: string): readonly PersonKeys[] {
  const rows = keysOfRows(page, proposals, pageId);
  return proposals.map((proposal) => {
    const place = tablePlaceOf(page, proposal.start);
    const row = place === null ? undefined : rows.get(rowKey(pageId, place));
    if (place !== null && row !== undefined) return { values: row.values, name: row.name, place: rowKey(pageId, place) };
    const isOneOnly = isIdentifying(proposal);
    return {
      values: isOneOnly ? [`${proposal.detector.id}:${proposal.value}`] : [],
      name: proposal.person !== undefined && proposal.person !== null ? proposal.person : nameNear(page, proposal.start, proposal.end),
      // Several things told of somebody who is not named may all be told of one.
      place: isOneOnly ? '' : proposal.detector.id === 'special-category' ? 'told' : `${proposal.detector.id}:${proposal.value}`,
    };
  });
}

/**
 * The people in tables that have any of these proposals: each row with a name and anything in a column that is about
 * people, an `N` for no special needs included, since a list that says who has none says who has.
 */
export function peopleInTables(page: Page, proposals: readonly Proposal[], pageId: string): readonly { readonly person: PersonKeys; readonly start: number; readonly end: number }[] {
  const rows = keysOfRows(page, proposals, pageId);
  const people: { person: PersonKeys; start: number; end: number }[] = [];
  const seen = new Set<number>();
  for (const proposal of proposals) {
    const place = tablePlaceOf(page, proposal.start);
    if (place === null || seen.has(place.tableIndex)) continue;
    seen.add(place.tableIndex);
    const { table, tableIndex } = place;
    table.rows.forEach((row, rowIndex) => {
      const key = rowKey(pageId, { ...place, row, rowIndex, tableIndex });
      const known = rows.get(key);
      const name = known === undefined ? nameInRow(page, table, row) : known.name;
      const says = table.columns.some((column, i) => {
        const cell = row.cells[i];
        return column !== null && column.holds !== 'name' && column.holds !== 'notes' && cell !== undefined && cell[1] > cell[0];
      });
      if (known === undefined && (name === '' || !says)) return;
      const last = row.cells[Math.min(row.cells.length, table.columns.length) - 1];
      people.push({
        person: { values: known === undefined ? [] : known.values, name, place: key },
        start: row.cells.length > 0 ? (row.cells[0] as readonly [number, number])[0] : row.start,
        end: last === undefined ? row.end : Math.max(last[1], last[0] + 1),
      });
    });
  }
  return people;
}

/** For each single word that stands for one full name alone, such as “daisy” beside “daisy holt”, that name. */
function wholeNames(keys: readonly PersonKeys[]): ReadonlyMap<string, string> {
  const whole = new Map<string, string>();
  for (const { name } of keys) {
    const words = name.split(' ');
    if (words.length < 2) continue;
    for (const word of words) whole.set(word, whole.has(word) && whole.get(word) !== name ? '' : name);
  }
  return whole;
}

/** True for a detail of somebody who is not named where it stands; when others are named, it is about one of them. */
function isUnplaced({ values, name, place }: PersonKeys): boolean {
  return values.length === 0 && name === '' && !/^\d*:\d+:\d+$/.test(place);
}

/**
 * How many different people. Two records are one person when they share an identifying value; a record that has only a
 * name is the person of that name who was seen with a value, if there is one. Two people of one name with different
 * numbers of the same kind stay two.
 */
export function countPeople(all: readonly PersonKeys[]): number {
  const placed = all.filter((one) => !isUnplaced(one));
  // What is told of nobody in particular is told of one whose detail stands there, if any does.
  const valued = all.filter(({ place }) => place !== 'told');
  const keys = placed.length > 0 ? placed : valued.length > 0 ? valued : all;
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
    if (isNamesake) return;
    join(i, `name:${name}`);
    kinds.forEach((kind) => named.set(kind, i));
  });
  const whole = wholeNames(keys);
  keys.forEach(({ values, name, place }, i) => {
    if (values.length > 0) return;
    join(i, name === '' ? `place:${place}` : `name:${whole.get(name) || name}`);
  });
  const people = new Set<number>();
  keys.forEach((_keys, i) => people.add(find(i)));
  return people.size;
}
