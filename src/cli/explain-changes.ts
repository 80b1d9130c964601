import type { Explained } from '../policy';

/** A value beside the one it is held against; `other` is left out where nothing stands there. */
export type Row = Explained & { readonly other?: unknown };

/** Names of a list that are written out; the rest is counted. */
const NAMES_SHOWN = 5;

/** Characters of a value that are written out; `--all` gives the whole. */
const LONGEST_VALUE = 80;

export function written(value: unknown): string {
  return value === undefined ? 'not set' : JSON.stringify(value);
}

function short(value: unknown): string {
  const text = written(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

function names(all: readonly unknown[]): string {
  const shown = all.slice(0, NAMES_SHOWN).map((each) => (typeof each === 'string' ? each : short(each))).join(', ');
  return all.length > NAMES_SHOWN ? `${shown} and ${all.length - NAMES_SHOWN} more` : shown;
}

const isAdded = ({ other, value }: Row): boolean => other === undefined && value !== undefined;
const isGone = ({ value }: Row): boolean => value === undefined;

/** A text for each group of rows, in the order in which the groups first come. */
function grouped(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups];
}

/** What comes and goes in a list of plain values; empty where a short one is clearer whole, such as the hours of a day. */
function listPhrase(value: readonly unknown[], other: readonly unknown[]): string {
  const added = value.filter((each) => !other.includes(each));
  const gone = other.filter((each) => !value.includes(each));
  if (added.length > 0 && gone.length > 0 && value.length < NAMES_SHOWN && other.length < NAMES_SHOWN) return '';
  return [...(added.length === 0 ? [] : [`adds ${names(added)}`]), ...(gone.length === 0 ? [] : [`leaves out ${names(gone)}`])].join('; ');
}

function valuePhrase({ value, other: beside }: Row, path: string, other: string): string {
  const phrase = Array.isArray(value) && Array.isArray(beside) ? listPhrase(value, beside) : '';
  if (phrase !== '') return `${path}: ${phrase}`;
  return `${path} = ${short(value)}${beside === undefined ? '' : ` (${other}: ${short(beside)})`}`;
}

/** The list that a row's entry stands in, with its place there; null for a row outside any list. */
function entryOf(path: string): { readonly list: string; readonly entry: string } | null {
  const [entry, list] = /^([^[]+)\[\d+\]/.exec(path) ?? [];
  return entry === undefined || list === undefined ? null : { list, entry };
}

/** One phrase for each value that differs; whole entries of a list that come or go are named by what they begin with. */
function phrases(rows: readonly Row[], start: string, other: string): readonly string[] {
  const inside = (path: string): string => path.slice(start.length);
  return grouped(rows, ({ path }) => entryOf(inside(path))?.list ?? inside(path)).flatMap(([list, members]) => {
    const entries = grouped(members, ({ path }) => entryOf(inside(path))?.entry ?? '');
    const isWhole = (isSo: (row: Row) => boolean) => entries.filter(([entry, each]) => entry !== '' && each.every(isSo));
    const [added, gone] = [isWhole(isAdded), isWhole(isGone)];
    const rest = entries.filter((each) => !added.includes(each) && !gone.includes(each)).flatMap(([, each]) => each);
    return [
      ...(added.length === 0 ? [] : [`${list}: adds ${names(added.map(([, [row]]) => row?.value))}`]),
      ...(gone.length === 0 ? [] : [`${list}: leaves out ${names(gone.map(([, [row]]) => row?.other))}`]),
      ...rest.map((row) => valuePhrase(row, inside(row.path), other)),
    ];
  });
}

/** The clauses that a rule quotes and another does not, or no longer; and how the rows of those it goes on quoting differ. */
function quotationPhrases(rows: readonly Row[], start: string, other: string): readonly string[] {
  const ids = rows.filter(({ path }) => /\]\.id$/.test(path));
  const known = (values: readonly unknown[]): readonly unknown[] => [...new Set(values)].filter((each) => each !== undefined);
  const [now, before] = [known(ids.map(({ value }) => value)), known(ids.map((row) => row.other))];
  const [added, gone] = [now.filter((each) => !before.includes(each)), before.filter((each) => !now.includes(each))];
  // Once another clause stands in a place, what else is said of that place is about it.
  const isKept = ({ path }: Row): boolean => path.includes('[') && !ids.some((id) => id.path.slice(0, -'id'.length) === path.slice(0, id.path.length - 'id'.length));
  const kept = rows.filter(isKept);
  return [...(added.length === 0 ? [] : [`quotes ${names(added)}`]), ...(gone.length === 0 ? [] : [`no longer quotes ${names(gone)}`]), ...phrases(kept, start, other), ...(added.length + gone.length + kept.length === 0 && rows.length > 0 ? ['quotes the same in another order'] : [])];
}

function rulePhrases(rows: readonly Row[], start: string, other: string): string {
  const switches = rows.flatMap(({ path, value }) => {
    if (path === `${start}on`) return [value === true ? 'on' : 'off'];
    return path === `${start}locked` ? [value === true ? 'locked' : 'not locked'] : [];
  });
  const isQuotation = ({ path }: Row): boolean => path.startsWith(`${start}clauses`);
  const settings = rows.filter((row) => !isQuotation(row) && row.path !== `${start}on` && row.path !== `${start}locked`);
  return [...switches, ...quotationPhrases(rows.filter(isQuotation), start, other), ...phrases(settings, start, other)].join('; ');
}

/** Rules of which the same is to be said share a line. */
function ruleLines(rows: readonly Row[], other: string): readonly string[] {
  const said = grouped(rows, ({ path }) => path.split(/[.[]/)[1] ?? '').map(([rule, own]) => ({ rule, text: rulePhrases(own, `rules.${rule}.`, other) }));
  const texts = [...new Set(said.map(({ text }) => text))];
  return texts.map((text) => `${said.filter((each) => each.text === text).map(({ rule }) => rule).join(', ')}: ${text}`);
}

/** A document that comes or goes whole is one line, and so is a clause: nobody reads all its words here. */
function documentLines(rows: readonly Row[], other: string): readonly string[] {
  return grouped(rows, ({ path }) => path.split('.')[1] ?? '').flatMap(([document, own]) => {
    const start = `documents.${document}.`;
    const title = own.find(({ path }) => path === `${start}title`);
    const clauseOf = (path: string): string => (path.startsWith(`${start}clauses.`) ? (path.split('.')[3] ?? '') : '');
    const clauses = grouped(own, ({ path }) => clauseOf(path)).filter(([clause]) => clause !== '');
    if (title !== undefined && own.every(isAdded)) return [`${document}: adds ${short(title.value)}, with ${clauses.length === 1 ? '1 clause' : `${clauses.length} clauses`}`];
    if (title !== undefined && own.every(isGone)) return [`${document}: leaves out ${short(title.other)}`];
    const whole = (isSo: (row: Row) => boolean): readonly string[] => clauses.filter(([, each]) => each.every(isSo)).map(([clause]) => clause);
    const [added, gone] = [whole(isAdded), whole(isGone)];
    const clausePhrases = [
      ...(added.length === 0 ? [] : [`adds ${names(added)}`]),
      ...(gone.length === 0 ? [] : [`leaves out ${names(gone)}`]),
      ...clauses.filter(([clause]) => !added.includes(clause) && !gone.includes(clause)).map(([clause, each]) => `${clause} has another ${each.map(({ path }) => path.split('.').at(-1)).join(', ')}`),
    ];
    return [...phrases(own.filter(({ path }) => clauseOf(path) === ''), start, other), ...clausePhrases].map((phrase) => `${document}: ${phrase}`);
  });
}

/** What differs, in a few lines: top values, then each part of the policy under its name. */
export function changeLines(file: string, rows: readonly Row[], other: string): readonly string[] {
  const rootOf = (path: string): string => (/[.[]/.test(path) ? (path.split(/[.[]/)[0] ?? '') : '');
  const parts = grouped(rows, ({ path }) => rootOf(path)).map(([root, own]) => {
    if (root === 'rules') return { root, lines: ruleLines(own, other) };
    if (root === 'documents') return { root, lines: documentLines(own, other) };
    return { root, lines: phrases(own, root === '' || own.some(({ path }) => path.startsWith(`${root}[`)) ? '' : `${root}.`, other) };
  });
  return [
    `${file}, held against ${other}:`,
    ...[...parts].sort((a, b) => Number(a.root !== '') - Number(b.root !== '')).flatMap(({ root, lines }) => ['', ...(root === '' ? [] : [root]), ...lines.map((line) => (root === '' ? line : `  ${line}`))]),
    '',
    'Every value, word for word: --all.',
  ];
}
