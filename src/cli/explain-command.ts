import { explainPolicy, nearest, pathText, sayProblem } from '../policy';
import type { Explained, Layers } from '../policy';
import { rules } from '../rules';
import { changeLines, written } from './explain-changes';
import type { Row } from './explain-changes';
import { FIXED_VALUES, SET_BY_HEED } from './fixed-values';
import type { CommandIo, ExitCode } from './io';
import { personalFrom } from './personal-file';
import { loadBelow, loadNamed } from './policy-files';

export const EXPLAIN_USAGE = `heed policy explain [--only WHAT] [--changed | --against NAME-OR-FILE] [--all] [--academy ID] [--personal FILE] [--json] FILE
  Each resolved value with the layer it came from, and who has locked it.
  --only      a rule's id, or how a setting begins: all-staff, organisation.hours
  --changed   what the pack changes in what it extends, or in Heed's own defaults where it extends nothing
  --against   what differs from another policy
  --all       with either: each value that differs, with both values, one a line; --json does so too, with the other as “other”
  --academy   the school whose own values count
  --personal  a JSON file of what a sender has said about themself`;

interface ExplainValues {
  readonly only?: string | undefined;
  readonly changed?: boolean | undefined;
  readonly against?: string | undefined;
  readonly all?: boolean | undefined;
  readonly academy?: string | undefined;
  readonly personal?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What a value is held against, and what that is called. */
interface Other {
  readonly rows: ReadonlyMap<string, Explained>;
  readonly name: string;
}

/** Whom an academy asks means nothing to whoever looks at the trust's own pack, which is where it is changed. */
function lockPhrase({ layer, lockedBy }: Row, isTrusts: boolean): string {
  if (lockedBy === null) return layer;
  return isTrusts && lockedBy !== SET_BY_HEED ? `${layer}, closed to academies` : `${layer}, locked: ${lockedBy}`;
}

/** Who has locked it is left out where two values are held together: that is about who may change one, and fills the line. */
function line(row: Row, other: Other | null, isTrusts: boolean): string {
  const { path, value, layer, other: beside } = row;
  if (other !== null) return `${path} = ${written(value)}${value === undefined ? '' : `  (${layer})`}; ${other.name}: ${written(beside)}`;
  return `${path} = ${written(value)}  (${lockPhrase(row, isTrusts)})`;
}

/** The beginning of the paths that are asked for: a rule's id stands for all of the rule. */
function placeOf(only: string): string {
  return rules.some(({ id }) => id === only) ? pathText(['rules', only]) : only;
}

function isAt(path: string, place: string): boolean {
  return path === place || (path.startsWith(place) && /^[.[]/.test(path.slice(place.length)));
}

/** What was meant by a place that is nowhere, as a sentence. */
function notThere(only: string, rows: readonly Explained[]): string {
  const places = new Set(rows.flatMap(({ path }) => path.split('.').map((_, index, steps) => steps.slice(0, index + 1).join('.'))));
  const meant = nearest(only, [...rules.map(({ id }) => id), ...places]);
  return `No setting begins with “${only}”. ${meant === null ? "Write a rule's id, or the beginning of a path such as organisation.hours." : `Did you mean “${meant}”?`}`;
}

function byPath(rows: readonly Explained[]): ReadonlyMap<string, Explained> {
  return new Map(rows.map((row) => [row.path, row]));
}

/** The rows that differ, and those that only the other has. */
function differing(rows: readonly Explained[], other: Other): readonly Row[] {
  const own = byPath(rows);
  const changed = rows.filter(({ path, value }) => written(value) !== written(other.rows.get(path)?.value));
  // An empty list is no loss where there are entries now.
  const isFilled = (path: string): boolean => rows.some((row) => row.path !== path && isAt(row.path, path));
  const gone = [...other.rows.values()].filter(({ path, value }) => !own.has(path) && !(['[]', '{}'].includes(written(value)) && isFilled(path)));
  return [
    ...changed.map((row): Row => {
      const beside = other.rows.get(row.path);
      return beside === undefined ? row : { ...row, other: beside.value };
    }),
    ...gone.map(({ path, value, locked, lockedBy }): Row => ({ path, value: undefined, layer: other.name, locked, lockedBy, other: value })),
  ];
}

async function layersOf(file: string, academy: string | null, io: CommandIo): Promise<Layers | null> {
  const { problems, layers } = await loadNamed(file, io.folder, { academy });
  for (const problem of problems) io.err(sayProblem(problem));
  return problems.length > 0 ? null : layers;
}

export async function explainCommand(file: string, values: ExplainValues, io: CommandIo): Promise<ExitCode> {
  const academy = values.academy ?? null;
  if (values.changed === true && values.against !== undefined) {
    io.err('--changed and --against hold a policy against two different things. Choose one.');
    return 2;
  }
  const layers = await layersOf(file, academy, io);
  const personal = values.personal === undefined ? null : await personalFrom(values.personal, io);
  if (layers === null || (values.personal !== undefined && personal === null)) return 2;

  let other: Other | null = null;
  if (values.against !== undefined) {
    const against = await layersOf(values.against, academy, io);
    if (against === null) return 2;
    other = { rows: byPath(explainPolicy(against, { academy, personal })), name: values.against };
  } else if (values.changed === true) {
    const below = await loadBelow(file, io.folder);
    // A school that the trust does not list has nothing of its own there.
    other = { rows: byPath(explainPolicy(below.layers, { academy, personal })), name: below.name ?? "Heed's own defaults" };
  }

  const all = other === null ? [...FIXED_VALUES, ...explainPolicy(layers, { academy, personal })] : explainPolicy(layers, { academy, personal });
  const place = values.only === undefined ? null : placeOf(values.only);
  const rows = (other === null ? all : differing(all, other)).filter(({ path }) => place === null || isAt(path, place));
  if (place !== null && rows.length === 0 && !all.some(({ path }) => isAt(path, place))) {
    io.err(notThere(values.only ?? '', all));
    return 2;
  }
  if (values.json === true) io.out(JSON.stringify(rows));
  else if (rows.length === 0) io.out('Nothing differs.');
  else if (other !== null && values.all !== true) changeLines(file, rows, other.name).forEach((each) => io.out(each));
  else rows.forEach((row) => io.out(line(row, other, layers.setBy.size === 0)));
  return 0;
}
