/*
 * docs/coverage.md: every clause of both policies with its answer (docs/coverage.json), what each pack makes of it, and what
 * Heed cannot reach (docs/reach.json).
 */
import fs from 'node:fs';
import path from 'node:path';

const ANSWERS = {
  rule: 'a rule checks it',
  guardrail: 'it binds Heed itself',
  metadata: 'it stands in the pack',
  'not-at-send': 'not a send-time matter',
};

const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\n/g, ' ');
const packOf = (id) => id.slice(0, id.indexOf('-')).toLowerCase();

/** What the pack of a clause does with a rule: on or off, and whether the rule quotes this clause. */
function ruleCell(ruleId, clauseId, pack) {
  const setting = pack.rules[ruleId];
  const quoted = (setting?.clauses ?? []).find(({ id, basis }) => id === clauseId && basis !== 'good-practice');
  const state = setting?.on === true ? '' : ' (off as shipped)';
  return `[${ruleId}](rules/${ruleId}.md)${state}${quoted === undefined ? '' : `, quotes it as ${quoted.basis}`}`;
}

function answerCell(row, pack) {
  const rules = (row.rules ?? []).map((rule) => ruleCell(rule, row.id, pack)).join('; ');
  return [rules, row.words ?? ''].filter((text) => text !== '').join('. ');
}

function table(rows, pack) {
  const lines = rows.map((row) => `| ${row.id} | ${cell(row.heading)} | ${ANSWERS[row.answer]} | ${cell(answerCell(row, pack))} |`);
  return ['| clause | where it stands | answer | how |', '|---|---|---|---|', ...lines].join('\n');
}

function counts(rows) {
  return Object.entries(ANSWERS)
    .map(([answer, words]) => `${rows.filter((row) => row.answer === answer).length} times ${words}`)
    .join(', ');
}

export function coveragePage(projectRoot, rules, packs) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(projectRoot, 'docs', name), 'utf8'));
  const rows = read('coverage.json');
  const gaps = read('reach.json');
  const withoutClause = rules.filter(({ id }) => !rows.some((row) => (row.rules ?? []).includes(id)));
  const sections = packs.map(({ name, pack }) => {
    const own = rows.filter((row) => packOf(row.id) === name);
    return `## ${pack.name}: ${own.length} clauses\n\n${counts(own)}.\n\n${table(own, pack)}`;
  });
  return `<!-- Made by npm run docs from docs/coverage.json, docs/reach.json and the packs. -->

# What is covered, and what is not

Every clause of both policies, with its answer. A clause with no row fails the tests.

${sections.join('\n\n')}

## Rules without a clause

Good practice, off in both packs until the owner turns them on: ${withoutClause.map(({ id }) => `[${id}](rules/${id}.md)`).join(', ')}.

## Where Heed cannot reach

Said plainly, with what the IT department can do about each.

| gap | what happens | what IT can do |
|---|---|---|
${gaps.map(({ gap, what, it }) => `| ${cell(gap)} | ${cell(what)} | ${cell(it)} |`).join('\n')}
`;
}
