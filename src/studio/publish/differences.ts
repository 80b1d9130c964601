import type { GenericSchema } from 'valibot';
import { childSchema, layerOf, markOf, titleOf, typeOf } from '../../policy';
import type { Layers, Path } from '../../policy';
import { rules } from '../../rules';
import { dayWords, WEEKDAYS } from '../words/days';
import { choiceAt } from '../words/choices';
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
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value) : value;
}

/** True for a path to the severity of a situation. */
function isSeverityAt(path: Path): boolean {
  return path[0] === 'rules' && ((path[2] === 'severity' && path.length === 4) || (path[2] === 'severityByAudience' && path.length === 5));
}

/** What one step of a path is called; null for a step that says nothing to an owner. */
function stepName(path: Path, schema: GenericSchema | null): string | null {
  const step = path[path.length - 1] ?? '';
  const index = path.length - 1;
  if (index === 0 && (step === 'rules' || step === 'organisation')) return null;
  if (path[0] === 'rules' && index === 2 && step === 'options') return null;
  if (path[0] === 'rules' && (step === 'severity' || step === 'severityByAudience')) return null;
  const rule = path[0] === 'rules' && index === 1 ? rules.find(({ id }) => id === step) : undefined;
  const title = rule?.title ?? (schema === null ? null : titleOf(schema));
  if (title !== null && title !== undefined && !isDayAt(path)) return title;
  if (typeof step === 'number') return `entry ${step + 1}`;
  if (isDayAt(path)) return WEEKDAYS[step] ?? step;
  if (isSeverityAt(path)) return situationWords(String(path[1]), step);
  return step === 'on' ? 'Runs' : labelAt(path);
}

function isDayAt(path: Path): boolean {
  return path[path.length - 2] === 'hours' && typeof path[path.length - 1] === 'string';
}

/** “07:30–18:00”, or a day off. */
function hoursWords(value: unknown): string {
  return Array.isArray(value) ? value.join('–') : 'a day off';
}

function small(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The names on the way to a place, with the first alone in capitals, and names of days and schools as they are. */
function placeWords(names: readonly string[]): string {
  const isProper = (name: string): boolean => Object.values(WEEKDAYS).includes(name) || / (?:Academy|School|College)\b/.test(name);
  return names.map((name, index) => (index === 0 || isProper(name) ? name : small(name))).join(', ');
}

/** What a place of the pack is called, from the rule or the section down. */
export function placeNamed(root: GenericSchema, path: Path): string {
  let at: GenericSchema | null = root;
  const names = path.map((step, index) => {
    at = at === null ? null : childSchema(at, step);
    return stepName(path.slice(0, index + 1), at);
  });
  return placeWords(names.filter((name) => name !== null));
}

/** What an exemption leaves alone: a sender, for some recipients or all, and until when. */
function exemptionWords(entry: { readonly [key: string]: unknown }): string {
  const recipients = Array.isArray(entry['recipients']) ? (entry['recipients'] as unknown[]).map(String) : [];
  const until = typeof entry['expires'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(entry['expires']) ? `, until ${dayWords(entry['expires'])}` : '';
  return `what ${String(entry['for'])} sends${recipients.length === 0 ? '' : ` to ${recipients.map((each) => (each === 'own-school' ? 'their own school' : each)).join(', ')}`}${until}`;
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An entry as a list says it: its name, and of an exemption the whole of it. */
function listedEntry(path: Path, entry: unknown): string {
  if (path[path.length - 1] === 'exemptions' && isRecord(entry)) return exemptionWords(entry);
  return path[path.length - 1] === 'schools' ? nameOfEntry(entry, entryName(entry) ?? '') : (entryName(entry) ?? '');
}

interface ListChange {
  readonly words: readonly string[];
  readonly added: readonly { readonly index: number; readonly entry: unknown }[];
  /** Entries of the same name that are not the same any more. */
  readonly changed: readonly { readonly name: string; readonly index: number; readonly from: unknown; readonly to: unknown }[];
}

function listChange(path: Path, from: readonly unknown[], to: readonly unknown[]): ListChange | null {
  const [old, now] = [from.map(entryName), to.map(entryName)];
  if ([...old, ...now].includes(null)) return null;
  // Entries that share a name, such as two ranges from one day, are told as added and removed alone.
  const isOnce = (names: readonly (string | null)[], name: string | null): boolean => names.indexOf(name) === names.lastIndexOf(name);
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const pairs = to.flatMap((entry, index) => {
    const name = now[index] ?? null;
    const before = old.indexOf(name);
    return before !== -1 && isOnce(old, name) && isOnce(now, name) && !isSame(from[before], entry) ? [{ name: name ?? '', index, from: from[before], to: entry }] : [];
  });
  const isPaired = (name: string | null): boolean => pairs.some((pair) => pair.name === name);
  const added = to.map((entry, index) => ({ entry, index })).filter(({ entry, index }) => !isPaired(now[index] ?? null) && !from.some((each) => isSame(each, entry)));
  const words = [
    ...added.map(({ entry }) => `added ${listedEntry(path, entry)}`),
    ...from.filter((entry, index) => !isPaired(old[index] ?? null) && !to.some((each) => isSame(each, entry))).map((entry) => `removed ${listedEntry(path, entry)}`),
  ];
  return { words, added, changed: pairs };
}

/** Which academy's file set a value that counts for every school, in words; empty where the trust did, or it is a school's own. */
export function setForAllBy(layers: Layers, path: Path): string {
  const isOwnSchool = path[0] === 'organisation' && (path[1] === 'schools' || path[1] === 'groups');
  const file = layerOf(layers, path);
  return isOwnSchool || file === layers.trust.file || !file.endsWith('.json') ? '' : ` (set in ${file}, and counts for every school)`;
}

/** How a list of names reads: a school by its name, an entry by what it is known by. */
function nameOfEntry(entry: unknown, fallback: string): string {
  return isRecord(entry) && typeof entry['name'] === 'string' && entry['name'] !== '' ? entry['name'] : fallback;
}

/**
 * Every setting that differs between two packs with their defaults filled in, in the order of the pack. Lists are compared
 * by what their entries are known by: a domain, an address, an id.
 */
export function differencesBetween(root: GenericSchema, before: unknown, after: unknown): readonly Difference[] {
  const found: Difference[] = [];
  const hoursOf = (pack: unknown): unknown => (isRecord(pack) && isRecord(pack['organisation']) ? pack['organisation']['hours'] : null);
  const walk = (path: Path, names: readonly string[], schema: GenericSchema | null, from: unknown, to: unknown): void => {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    const add = (words: string): void => void found.push({ path, words: `${placeWords(names)}: ${words}`, from, to });
    const into = (key: string | number, a: unknown, b: unknown, name?: string): void => {
      const inner = schema === null ? null : childSchema(schema, key);
      const at = [...path, key];
      const called = name ?? stepName(at, inner);
      walk(at, called === null ? names : [...names, called], inner, a, b);
    };
    // A school without hours of its own has the trust's, and its days are told against those.
    if (path[path.length - 1] === 'hours' && (from === null || to === null)) {
      const [old, now] = [from ?? hoursOf(before), to ?? hoursOf(after)];
      const isSame = JSON.stringify(old) === JSON.stringify(now);
      if (isSame || !isRecord(old) || !isRecord(now)) add(to === null ? 'the trust’s again' : 'its own, the same as the trust’s');
      else for (const key of Object.keys(now)) into(key, old[key], now[key]);
      return;
    }
    if (isDayAt(path)) {
      add(`${hoursWords(from)} → ${hoursWords(to)}`);
      return;
    }
    if (isRecord(from) && isRecord(to)) {
      for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) into(key, from[key], to[key]);
      return;
    }
    const lists = Array.isArray(from) && Array.isArray(to) ? listChange(path, from, to) : null;
    if (lists !== null && lists.words.length + lists.changed.length > 0) {
      if (lists.words.length > 0) add(lists.words.join('; '));
      for (const { name, index, from: old, to: now } of lists.changed) into(index, old, now, nameOfEntry(now, name));
      for (const { entry, index } of lists.added) {
        // Of a school that is new its hours are told too: they are what its senders meet.
        if (path[path.length - 1] === 'schools' && isRecord(entry) && isRecord(entry['hours'])) walk([...path, index, 'hours'], [...names, nameOfEntry(entry, ''), 'Hours'], null, null, entry['hours']);
      }
      return;
    }
    const unit = schema !== null && typeOf(schema) === 'number' ? markOf(schema, 'unit') : undefined;
    const unitWords = typeof unit === 'string' ? (unit === '%' ? ' %' : ` ${unit}`) : '';
    const isChoice = schema !== null && typeOf(schema) === 'picklist';
    const value = (each: unknown): string => (isSeverityAt(path) && typeof each === 'string' ? severityInSentence(each) : isSeverityAt(path) && each === undefined ? 'as for everyone' : isChoice && typeof each === 'string' ? small(choiceAt(path, each)) : said(each));
    add(`${value(from)} → ${value(to)}${unitWords}`);
  };
  walk([], [], root, before, after);
  return found;
}
