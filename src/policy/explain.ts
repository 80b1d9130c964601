import type { PersonalSettings } from '../domain';
import { layerOf } from './layers';
import type { Layers } from './layers';
import { pathText } from './problem';
import type { Path } from './problem';
import { forAcademy, toPolicy } from './resolve';
import { lockAt } from './schema-parts';

/** A resolved value and where it came from. */
export interface Explained {
  readonly path: string;
  readonly value: unknown;
  /** `product` for a default of Heed's own, `personal` for the sender's own settings, else the name of the file. */
  readonly layer: string;
  /** True when no academy may change it. */
  readonly locked: boolean;
  /** Whom to ask where it is locked, as a padlock says it; null where it is not. */
  readonly lockedBy: string | null;
}

export interface ExplainOptions {
  /** The id of the school whose hours, terms, contacts and alternatives count; null for each sender's own. */
  readonly academy?: string | null;
  /** What the sender has said about themself; null for nobody's. */
  readonly personal?: PersonalSettings | null;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** The role that owns the trust's documents, or the trust's file where it has none. */
function ownerOf({ pack, trust }: Layers): string {
  const owners = Object.keys(pack.documents).map((id) => pack.documents[id]?.owner);
  return `Set by the Trust: ${owners[0] ?? trust.file}`;
}

/** Places of the organisation that a chosen school's own values take. */
const SCHOOL_PLACES = ['hours', 'terms', 'contacts', 'alternatives'];

/** Where a value really stands: what a chosen school sets for itself stands in its own entry. */
function standingAt(layers: Layers, path: Path, academy: string | null): Path {
  const [root, key, ...rest] = path;
  if (academy === null || root !== 'organisation' || !SCHOOL_PLACES.includes(String(key))) return path;
  const { schools } = layers.pack.organisation;
  const index = schools.findIndex(({ id }) => id === academy);
  const own: unknown = index < 0 ? undefined : schools[index]?.[key as 'hours'];
  const isSet = Array.isArray(own) ? own.length > 0 : key === 'contacts' ? Object.keys(own ?? {}).includes(String(rest[0])) : own !== null && own !== undefined;
  return isSet ? ['organisation', 'schools', index, key as string, ...rest] : path;
}

/** Every value of the policy with the layer it came from. A list of plain values from one layer is one row. */
export function explainPolicy(layers: Layers, { academy = null, personal = null }: ExplainOptions = {}): readonly Explained[] {
  const rows: Explained[] = [];
  const owner = ownerOf(layers);
  const isLocked = (path: Path): boolean => {
    const rule = path[0] === 'rules' ? layers.pack.rules[String(path[1])] : undefined;
    return (rule !== undefined && rule.locked) || lockAt(layers.schema, path) === 'T';
  };
  const layerAt = (path: Path): string => layerOf(layers, standingAt(layers, path, academy));
  const add = (path: Path, value: unknown, layer: string): void => {
    const locked = isLocked(path);
    rows.push({ path: pathText(path), value, layer, locked, lockedBy: locked ? owner : null });
  };
  // As deep as the schema, which is what the policy was made from.
  const walk = (path: Path, value: unknown): void => {
    if (Array.isArray(value)) {
      const [first, ...others] = (value as unknown[]).map((_, index) => layerAt([...path, index]));
      if (value.every(isPlain) && others.every((layer) => layer === first)) add(path, value, first ?? layerAt(path));
      else value.forEach((item: unknown, index) => walk([...path, index], item));
      return;
    }
    if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
      add(path, value, layerAt(path));
      return;
    }
    const record = value as { readonly [key: string]: unknown };
    for (const key of Object.keys(record)) walk([...path, key], record[key]);
  };
  const policy = toPolicy(layers.pack, []);
  // Patterns as they are written: nobody reads their tables.
  walk([], { ...((academy === null ? null : forAcademy(policy, academy)) ?? policy), detection: layers.pack.detection });
  for (const key of ['ownAddresses', 'notMine', 'family', 'hours'] as const) {
    if (personal !== null) rows.push({ path: `personal.${key}`, value: personal[key], layer: 'personal', locked: false, lockedBy: null });
  }
  return rows;
}
