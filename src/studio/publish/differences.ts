import type { GenericSchema } from 'valibot';
import { childSchema, markOf, titleOf, typeOf } from '../../policy';
import type { Path } from '../../policy';
import { rules } from '../../rules';
import { labelAt } from '../words/labels';
import { severityInSentence } from '../words/severities';
import { situationWords } from '../words/situations';

/** One setting that is not as it was, as an owner says it. */
export interface Difference {
  readonly path: Path;
  /** `All staff, colleagues written one by one: 50 → 75 people`. */
  readonly words: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What an entry of a list is known by. */
const NAMES_OF_ENTRIES = ['id', 'code', 'domain', 'address', 'for', 'term', 'label', 'number', 'from'];

function entryName(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (typeof entry !== 'object' || entry === null) return null;
  for (const key of NAMES_OF_ENTRIES) {
    const value = (entry as { readonly [key: string]: unknown })[key];
    if (typeof value === 'string') return value;
  }
  return null;
}

function said(value: unknown): string {
  if (value === null || value === undefined) return 'not set';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map((each) => said(each)).join(', ');
  if (typeof value === 'object') return entryName(value) ?? JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** True for a path to the severity of a situation. */
function isSeverityAt(path: Path): boolean {
  return path[0] === 'rules' && ((path[2] === 'severity' && path.length === 4) || (path[2] === 'severityByAudience' && path.length === 5));
}

/** The names of the places on the way, from the rule or the section down. */
function placeWords(root: GenericSchema, path: Path): string {
  const names: string[] = [];
  let at: GenericSchema | null = root;
  path.forEach((step, index) => {
    at = at === null ? null : childSchema(at, step);
    if (index === 0 && (step === 'rules' || step === 'organisation')) return;
    if (index === 2 && step === 'options') return;
    if (path[0] === 'rules' && (step === 'severity' || step === 'severityByAudience')) return;
    const rule = path[0] === 'rules' && index === 1 ? rules.find(({ id }) => id === step) : undefined;
    const title = rule?.title ?? (at === null ? null : titleOf(at));
    names.push(title ?? (typeof step === 'number' ? `entry ${step + 1}` : isSeverityAt(path) && index === path.length - 1 ? situationWords(String(path[1]), step) : step === 'on' ? 'Runs' : labelAt(path.slice(0, index + 1))));
  });
  return names.map((name, index) => (index === 0 ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`)).join(', ');
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listWords(from: readonly unknown[], to: readonly unknown[]): readonly string[] | null {
  const [old, now] = [from.map(entryName), to.map(entryName)];
  if ([...old, ...now].includes(null)) return null;
  const [oldNames, newNames] = [new Set(old), new Set(now)];
  const changed = to.filter((entry, index) => oldNames.has(now[index] ?? null) && !from.some((each) => JSON.stringify(each) === JSON.stringify(entry)));
  return [
    ...now.filter((name) => !oldNames.has(name)).map((name) => `added ${name ?? ''}`),
    ...old.filter((name) => !newNames.has(name)).map((name) => `removed ${name ?? ''}`),
    ...changed.map((entry) => `changed ${entryName(entry) ?? ''}`),
  ];
}

/**
 * Every setting that differs between two packs with their defaults filled in, in the order of the pack. Lists are compared
 * by what their entries are known by: a domain, an address, an id.
 */
export function differencesBetween(root: GenericSchema, before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  const walk = (path: Path, from: unknown, to: unknown): void => {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    if (isRecord(from) && isRecord(to)) {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) walk([...path, key], from[key], to[key]);
      return;
    }
    const place = placeWords(root, path);
    const lists = Array.isArray(from) && Array.isArray(to) ? listWords(from, to) : null;
    if (lists !== null && lists.length > 0) {
      found.push({ path, words: `${place}: ${lists.join('; ')}`, from, to });
      return;
    }
    const schema = path.reduce<GenericSchema | null>((at, step) => (at === null ? null : childSchema(at, step)), root);
    const unit = schema !== null && typeOf(schema) === 'number' ? markOf(schema, 'unit') : undefined;
    const unitWords = typeof unit === 'string' ? (unit === '%' ? ' %' : ` ${unit}`) : '';
    const value = (each: unknown): string => (isSeverityAt(path) && typeof each === 'string' ? severityInSentence(each) : isSeverityAt(path) && each === undefined ? 'as for everyone' : said(each));
    found.push({ path, words: `${place}: ${value(from)} → ${value(to)}${unitWords}`, from, to });
  };
  walk([], before, after);
  return found;
}
