import * as v from 'valibot';
import { isWorse, SEVERITIES } from '../domain';
import { refuseAsTrustOnly } from './change';
import type { Change } from './change';
import { listed, quoted, shown } from './problem';
import type { Path } from './problem';
import { hasOwn, objectIn } from './raw';
import type { RawObject } from './raw';
import { unmentionedRule } from './resolve';
import type { Pack } from './schema';
import { childSchema, lockAt, markOf, schemaAt } from './schema-parts';

/** What only the trust may say of a rule. */
export const TRUST_ONLY_OF_A_RULE = ['locked', 'exemptions', 'severityByAudience', 'wording', 'button'];

type PackRule = NonNullable<Pack['rules'][string]>;

/** ` (clause LAAT-PROH-D)`, or nothing when no clause stands behind the rule. */
function clausesBehind(rule: PackRule): string {
  const ids = rule.clauses.map((reference) => reference.id).filter((id, index, all) => all.indexOf(id) === index);
  if (ids.length === 0) return '';
  return ` (${ids.length === 1 ? 'clause' : 'clauses'} ${listed(ids, 'and')})`;
}

function withSeverity(change: Change, current: PackRule, added: PackRule, raw: RawObject, path: Path): PackRule['severity'] {
  const result = { ...current.severity };
  for (const situation of Object.keys(objectIn(raw, 'severity'))) {
    const [before, after] = [current.severity[situation], added.severity[situation]];
    if (before === undefined || after === undefined || before === after) continue;
    if (isWorse(before, after)) {
      const choices = SEVERITIES.slice(SEVERITIES.indexOf(before)).map(quoted);
      change.faults.add(
        [...path, 'severity', situation],
        () => `"${after}" is milder than the trust's "${before}". Choose ${listed(choices)}, or remove it here.`,
      );
      continue;
    }
    change.set([...path, 'severity', situation]);
    result[situation] = after;
  }
  return result;
}

function withClauses(change: Change, current: PackRule, added: PackRule, path: Path): PackRule['clauses'] {
  const result = [...current.clauses];
  added.clauses.forEach((reference, index) => {
    if (current.clauses.some((each) => each.id === reference.id)) {
      change.faults.add([...path, 'clauses', index], () => `${reference.id} is already given by ${change.trustFile}. Remove it here.`);
      return;
    }
    change.set([...path, 'clauses', result.length]);
    result.push(reference);
  });
  return result;
}

/** What an academy may make of an option: the value that then counts, or null when it was refused. */
function tightened(change: Change, schema: v.GenericSchema, before: unknown, after: unknown, path: Path): { readonly value: unknown } | null {
  const tighter = markOf(schema, 'tighter');
  if (typeof before === 'number' && typeof after === 'number') {
    const isHigherTighter = tighter === 'higher';
    if (isHigherTighter ? after > before : after < before) return { value: after };
    const limit = isHigherTighter ? 'more' : 'less';
    change.faults.add(path, () => `${after} is milder than the trust's ${before}. Choose ${before} or ${limit}, or remove it here.`);
    return null;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const known = new Set(before.map((item) => JSON.stringify(item)));
    return { value: [...(before as unknown[]), ...(after as unknown[]).filter((item) => !known.has(JSON.stringify(item)))] };
  }
  if (typeof before === 'boolean' && after === (tighter !== 'false')) return { value: after };
  change.faults.add(path, () => `${shown(after)} is milder than the trust's ${shown(before)}. Remove it here, or ask the trust to change it.`);
  return null;
}

/** Notes whose an option is now: of a list that was added to, only the entries at its end. */
function noteOption(change: Change, path: Path, before: unknown, after: unknown): void {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    change.set(path);
    return;
  }
  for (let index = before.length; index < after.length; index += 1) change.set([...path, index]);
}

function withOptions(change: Change, current: PackRule, raw: RawObject, rulePath: Path): unknown {
  const path: Path = [...rulePath, 'options'];
  const schema = schemaAt(change.schema, path);
  const options = current.options as RawObject;
  const added = objectIn(raw, 'options');
  if (schema === null || Object.keys(added).length === 0) return options;
  const result: { [key: string]: unknown } = { ...options };
  for (const key of Object.keys(added)) {
    const option = childSchema(schema, key);
    const lock = lockAt(change.schema, [...path, key]);
    if (option === null || JSON.stringify(added[key]) === JSON.stringify(options[key])) continue;
    if (lock === 'T') {
      refuseAsTrustOnly(change, [...path, key]);
      continue;
    }
    const outcome = lock === 'S' ? { value: added[key] } : tightened(change, option, options[key], added[key], [...path, key]);
    if (outcome === null) continue;
    noteOption(change, [...path, key], lock === 'S' ? null : options[key], outcome.value);
    result[key] = outcome.value;
  }
  const whole = v.safeParse(schema, result, { abortPipeEarly: true });
  if (whole.success) return whole.output;
  for (const issue of whole.issues) {
    const step = issue.path?.[0]?.key;
    change.faults.add(typeof step === 'string' ? [...path, step] : path, () => `with the trust's settings this cannot be: ${issue.message}`);
  }
  return options;
}

function withRule(change: Change, current: PackRule, added: PackRule, raw: RawObject, path: Path): PackRule {
  if (current.locked) {
    change.faults.add(path, () => `locked by ${change.trustFile}${clausesBehind(current)}. Remove it here, or ask the trust to unlock it.`);
    return current;
  }
  for (const key of TRUST_ONLY_OF_A_RULE) {
    if (hasOwn(raw, key)) refuseAsTrustOnly(change, [...path, key]);
  }
  if (raw['on'] === false && current.on) {
    change.faults.add([...path, 'on'], () => `${change.trustFile} switches this rule on and an academy cannot switch it off. Remove it here, or ask the trust to change it.`);
  }
  const isSwitchedOn = raw['on'] === true && !current.on;
  if (isSwitchedOn) change.set([...path, 'on']);
  return {
    ...current,
    on: current.on || isSwitchedOn,
    severity: withSeverity(change, current, added, raw, path),
    clauses: withClauses(change, current, added, path),
    options: withOptions(change, current, raw, path),
  };
}

/** The rules' settings after an overlay: stricter or richer, never milder. */
export function overlayRules(change: Change): Pack['rules'] {
  const result = { ...change.base.rules };
  const raw = objectIn(change.raw, 'rules');
  for (const id of Object.keys(raw)) {
    const path: Path = ['rules', id];
    const added = change.parsed.rules[id];
    const schema = schemaAt(change.schema, path);
    if (added === undefined || schema === null) continue;
    result[id] = withRule(change, result[id] ?? unmentionedRule(schema), added, objectIn(raw, id), path);
  }
  return result;
}
