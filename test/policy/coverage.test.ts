import fs from 'node:fs';
import path from 'node:path';
import coverage from '../../docs/coverage.json';
import reach from '../../docs/reach.json';
import { shippedPacks } from '../../src/policy';
import { rules } from '../../src/rules';
import { CORPUS, testWith } from '../corpus';
import { shippedPolicy } from '../policy-for-tests';

interface Row {
  readonly id: string;
  readonly heading: string;
  readonly answer: string;
  readonly rules?: readonly string[];
  readonly words?: string;
}

const CATALOGUE = path.join(CORPUS, '..', 'domain', 'clauses.json');
const rows = coverage as readonly Row[];
const rowOf = (id: string): Row | undefined => rows.find((row) => row.id === id);

test('every clause that a pack quotes has a row that names the rule', () => {
  for (const { name } of shippedPacks) {
    const policy = shippedPolicy(name as 'laat' | 'teal');
    const quoted = Object.entries(policy.rules).flatMap(([rule, { clauses }]) => clauses.filter(({ basis }) => basis !== 'good-practice').map(({ id }) => ({ rule, id })));
    expect(quoted.length).toBeGreaterThan(10);
    for (const { rule, id } of quoted) expect([id, rule, (rowOf(id)?.rules ?? []).includes(rule)]).toEqual([id, rule, true]);
    for (const document of Object.values(policy.documents)) for (const id of Object.keys(document.clauses)) expect([id, rowOf(id) !== undefined]).toEqual([id, true]);
  }
});

test('each row says who answers, or why nobody does', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const { id, answer, rules: named, words, heading } of rows) {
    expect([id, ['rule', 'guardrail', 'metadata', 'not-at-send'].includes(answer), heading !== '']).toEqual([id, true, true]);
    if (answer === 'rule') expect([id, (named ?? []).length > 0]).toEqual([id, true]);
    else expect([id, (words ?? '').length > 15 && (answer === 'guardrail' || named === undefined)]).toEqual([id, true]);
    for (const rule of named ?? []) expect([id, rule, rules.some((real) => real.id === rule)]).toEqual([id, rule, true]);
  }
});

test('every gap says what happens and what IT can do', () => {
  for (const { gap, what, it } of reach) expect([gap, what.length > 20, it.length > 10]).toEqual([gap, true, true]);
});

testWith(CATALOGUE, 'no clause of the catalogue is without a row, and no row without a clause', () => {
  const clauses = JSON.parse(fs.readFileSync(CATALOGUE, 'utf8')) as readonly { id: string; headingPath: string }[];
  expect(rows.map(({ id }) => id).sort()).toEqual(clauses.map(({ id }) => id).sort());
  for (const { id, headingPath } of clauses) expect([id, rowOf(id)?.heading]).toEqual([id, headingPath.slice(headingPath.indexOf(' › ') + 3)]);
});
