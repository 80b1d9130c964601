/*
 * Writes every page and schema that comes from the sources: docs/rules/<id>.md, docs/rules/README.md,
 * docs/attachments.md, docs/detectors.md, docs/coverage.md, docs/policy.schema.json and the tables of options and parameters in docs/packs.md. `--check` writes nothing and fails when one is stale.
 */
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { coveragePage } from './coverage-page.mjs';
import { loadCases } from './load-cases.mjs';
import { parametersTable } from './parameters-table.mjs';

const { load, projectRoot } = createRequire(import.meta.url)('../src/cli/launcher.cjs');
const { rules } = load('rules/index');
const { jsonSchema, optionsSchema } = load('cli/json-schema');
const { shippedPacks } = load('policy/index');
const { formatNotes } = load('inspectors/format-notes');
const { detectors } = load('detectors/index');
const situationWords = JSON.parse(fs.readFileSync(path.join(projectRoot, 'src/studio/words/situations.json'), 'utf8'));

const packs = shippedPacks.map(({ name, text }) => ({ name, pack: JSON.parse(text) }));
const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\n/g, ' ');

function defaultOf(schema) {
  if (!('default' in schema)) return '';
  if (Array.isArray(schema.default) && schema.default.length === 0) return 'none';
  const text = Array.isArray(schema.default) && schema.default.length > 6
    ? `${schema.default.slice(0, 6).map((item) => JSON.stringify(item)).join(', ')} … (${schema.default.length})`
    : Array.isArray(schema.default) ? schema.default.map((item) => JSON.stringify(item)).join(', ') : JSON.stringify(schema.default);
  return `\`${text}\``;
}

function rangeOf(schema) {
  if (schema.enum !== undefined) return schema.enum.join(', ');
  if (schema.type === 'integer' || schema.type === 'number') return `${schema.minimum ?? ''} to ${schema.maximum ?? ''}`;
  if (schema.type === 'array') return `list${schema.maxItems === undefined ? '' : `, at most ${schema.maxItems}`}`;
  if (schema.type === 'boolean') return 'true or false';
  return { string: 'text', object: 'an object' }[schema.type] ?? '';
}

function optionsTable(rule) {
  const { properties = {} } = optionsSchema(rule);
  const rows = Object.entries(properties).map(
    ([name, schema]) => `| \`${name}\` | ${cell(schema.description ?? schema.title ?? '')} | ${cell(rangeOf(schema))} | ${cell(defaultOf(schema))} |`,
  );
  if (rows.length === 0) return 'None.';
  return ['| option | meaning | range | default |', '|---|---|---|---|', ...rows].join('\n');
}

function clauseLines(rule) {
  const lines = [];
  for (const { name, pack } of packs) {
    for (const { id, basis, situations } of pack.rules[rule.id]?.clauses ?? []) {
      const document = Object.values(pack.documents).find(({ clauses }) => clauses[id] !== undefined);
      const where = situations === undefined || situations === null ? '' : ` (${situations.join(', ')})`;
      const { leadIn = null, relatedLeadIn = null, text } = document?.clauses[id] ?? {};
      const before = basis === 'direct' ? leadIn : relatedLeadIn;
      lines.push(`- **${name}** ${id}, ${basis}${where}: ${before === null ? '' : `${before} `}“${text}”`);
    }
  }
  return lines.length === 0 ? 'No clause stands behind it: good practice.' : lines.join('\n');
}

function tipLines(rule) {
  return Object.entries(rule.tips).map(
    ([name, tip]) => `| ${name} | ${cell(tip.saw)} | ${cell(tip.advice === null ? '' : /^[a-z]/.test(tip.advice) ? `Do now: ${tip.advice}` : tip.advice)} |`,
  );
}

/** A line on the packs in which the rule does not run. */
function offIn(rule) {
  const off = packs.filter(({ pack }) => pack.rules[rule.id]?.on !== true).map(({ name }) => `\`${name}\``);
  return off.length === 0 ? '' : `Off in ${off.join(' and ')} as shipped, until the policy owner turns it on.\n\n`;
}

function rulePage(rule) {
  const cases = loadCases(projectRoot, rule.id);
  const severities = Object.entries(rule.situations).map(([situation, severity]) => {
    const perPack = packs.map(({ pack }) => pack.rules[rule.id]?.severity?.[situation] ?? severity);
    return `| \`${situation}\` | ${situationWords[rule.id]?.[situation] ?? ''} | ${severity} | ${perPack.join(' | ')} |`;
  });
  return `<!-- Made by npm run docs from src/rules/${rule.id}.ts and its cases. -->

# ${rule.id}

**${rule.title}.** ${rule.why}

Applies to: ${rule.appliesTo.join(', ')}. It reads: ${rule.needs.join(', ')}${rule.wants.length === 0 ? '' : `; and, where they can be had: ${rule.wants.join(', ')}`}.

## How severe

${offIn(rule)}| situation | when | suggested | ${packs.map(({ name }) => name).join(' | ')} |
|---|---|---|${packs.map(() => '---|').join('')}
${severities.join('\n')}

## Clauses

${clauseLines(rule)}

## Options

${optionsTable(rule)}

## What the sender reads

| tip | saw | then |
|---|---|---|
${tipLines(rule).join('\n')}

## Finds

${(cases?.finds ?? []).map(({ name }) => `- ${name}`).join('\n')}

## Leaves alone

${(cases?.clears ?? []).map(({ name }) => `- ${name}`).join('\n')}
`;
}

const index = `<!-- Made by npm run docs. -->

# Rules

In the order in which they are read.

| rule | title | applies to |
|---|---|---|
${rules.map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.appliesTo.join(', ')} |`).join('\n')}
`;

const formats = [...formatNotes].sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));

function formatRows(reads) {
  return formats.filter((note) => note.reads === reads).map(({ format, title, notes, isJudgedLater }) => {
    const remarks = [notes, isJudgedLater && 'Classic Outlook does not judge its protection at a send.'].filter(Boolean).join(' ');
    return `| \`${format}\` | ${cell(title)} | ${cell(remarks)} |`;
  });
}

const attachments = `<!-- Made by npm run docs from src/inspectors/format-notes.ts. -->

# What Heed makes of an attachment

Every file is told by its bytes, never by its name. Two questions are answered apart from each other: **is it protected**
(\`protected\`, \`open\`, \`opens-without-password\`, \`partly\`, \`unknown\`) and **how much of its content was read**
(\`all\`, \`part\`, \`none\`), each with its reason. \`npx heed inspect FILE\` shows both.

## Read at every send

Whether it is protected is judged, and the text of an open one is read, hidden parts included, wherever Heed runs.

| format | what it is | remarks |
|---|---|---|
${formatRows('send').join('\n')}

Classic Outlook on Windows loads one small file for a send, which has no room for every reader. What follows is read whole at a
send in Outlook on the web, in new Outlook and on a Mac, by the pane, and by the command line. Classic Outlook judges the protection
of it at a send, unless a remark says otherwise, tells the sender that the file was not read whole and that Heed's pane can read it, and remembers for the
send what the pane has read.

## Read whole in browsers and beside the draft, by its words in classic Outlook

Classic Outlook reads the words without their places, and without telling what is hidden.

| format | what it is | remarks |
|---|---|---|
${formatRows('words').join('\n')}

## Read in browsers and beside the draft

| format | what it is | remarks |
|---|---|---|
${formatRows('later').join('\n')}

## Only judged

Whether it is protected is judged. Its content is not read, and the sender is told so.

| format | what it is | remarks |
|---|---|---|
${formatRows('protection').join('\n')}

## Neither

Any other file: its protection is \`unknown\`, its content \`none\`, and the sender is told that it has not been checked. A
container that looks like noise (VeraCrypt, EncFS, a stream cipher without a header) cannot be told from other unknown bytes.
`;

const detectorPage = `<!-- Made by npm run docs from the detectors. -->

# What the detectors look for

A value is found by its shape, put to the test of its check digits, and then weighed by the words around it, the header
of its column and what speaks against it. From 85 on a match is \`high\`, from 65 \`medium\`, from 50 \`low\`; a low one is never
shown alone. \`npx heed detect\` shows each match with its reasons.

| detector | finds | how sure | source |
|---|---|---|---|
${detectors.map(({ id, title, certainty, source }) => `| \`${id}\` | ${cell(title)} | ${cell(certainty)} | ${cell(source)} |`).join('\n')}

## What counts, and where

A match counts for people outside from a score of 60 on, and for colleagues and partners from 80 (\`detection.minScore\`). Dates of
birth, telephone numbers, addresses and lists of e-mail addresses only support others: they count in a list of five people or
more (\`detection.tableMinRows\`). A low match counts beside a surer one and never alone.

Tables, forms and lists are read as such: a header such as UPN, DOB or Medical says what its column holds, each row is a person,
and the number of different people is part of what the sender is told. \`detection\` in a pack switches detectors off, asks for
more than one value, weighs words anew, lets phrases and test numbers go, and adds words and numbers of the organisation's own:
see [packs.md](packs.md).

## What it cannot know

A number with a check digit is found wherever its words or its table stand near it. What is told of a person in free words is
harder: Heed weighs the words of a passage, its sensitive words and who stands beside them, as it learned to from mails that were
labelled by hand. Of 526 mails that tell something of somebody, held back from all that was learned, it finds 354, two in
three; of 564 that tell nothing, half of them look-alikes on purpose, 15 speak. What is said plainly, in the usual words of school
papers, is found nearly always. Pay is found least, and what is told between the lines (“can we lend him a laptop, they share one
phone between four”) often not at all. [The sentences](../test/detectors/mails/told-of-people.ts) and
[the mails](../test/detectors/told-mails) say what it was tried on, [decision 015](decisions/015-what-passages-suggest.md) says why, and
\`npm run bench:detection\` measures the rest.

Passwords and codes that somebody writes in a sentence are judged in the same way ([decision 016](decisions/016-what-gives-a-secret-away-is-learned.md)):
of 280 mails that give one away, half of them without a word such as “password”, it finds 212, three in four; of 694 that give none away one speaks.
`;

const allOptions = rules.map((rule) => `### ${rule.id}\n\n${optionsTable(rule)}`).join('\n\n');

function between(text, marker, content) {
  return text.replace(new RegExp(`(<!-- ${marker} -->)[\\s\\S]*?(<!-- /${marker} -->)`), (whole, start, end) => `${start}\n\n${content}\n\n${end}`);
}

const outputs = new Map();
for (const rule of rules) outputs.set(`docs/rules/${rule.id}.md`, rulePage(rule));
outputs.set('docs/rules/README.md', index);
outputs.set('docs/attachments.md', attachments);
outputs.set('docs/detectors.md', detectorPage);
outputs.set('docs/coverage.md', coveragePage(projectRoot, rules, packs));
outputs.set('docs/policy.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
const guide = path.join(projectRoot, 'docs', 'packs.md');
if (fs.existsSync(guide)) outputs.set('docs/packs.md', between(between(fs.readFileSync(guide, 'utf8'), 'options', allOptions), 'parameters', parametersTable(projectRoot)));

const isCheck = process.argv.includes('--check');
const stale = [];
for (const [name, text] of outputs) {
  const file = path.join(projectRoot, name);
  const present = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
  if (present === text) continue;
  stale.push(name);
  if (isCheck) continue;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
for (const name of fs.existsSync(path.join(projectRoot, 'docs', 'rules')) ? fs.readdirSync(path.join(projectRoot, 'docs', 'rules')) : []) {
  if (outputs.has(`docs/rules/${name}`)) continue;
  stale.push(`docs/rules/${name} (no such rule)`);
  if (!isCheck) fs.rmSync(path.join(projectRoot, 'docs', 'rules', name));
}
if (isCheck && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run npm run docs.`);
  process.exitCode = 1;
} else if (!isCheck) {
  console.log(stale.length === 0 ? 'Everything was fresh.' : `Written: ${stale.join(', ')}.`);
}
