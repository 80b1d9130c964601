// Scores the inspectors on the corpus of labelled real files, if it is there:
//   node test/inspectors/corpus.mjs [--send] [--all-misses] [--check] [FORMAT…]
// --send leaves out what classic Outlook leaves to the pane.
// Prints one line per format, then every miss by name; with --check it fails when the whole falls below what is promised.
// The corpus is never part of the repository.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
const corpus = join(root, '..', 'shared', 'corpus', 'files');
const MAX_TIME = 20000;
const SLOW = 1000;

const PROTECTION_OF_LABEL = {
  open: 'open',
  protected: 'protected',
  opens_without_password: 'opens-without-password',
  partly_protected: 'partly',
};

/** Rows of a CSV file with quoted fields, as objects keyed by the header. */
function readLabels(text) {
  const rows = [];
  let row = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',' || character === '\n') {
      row.push(field.replace(/\r$/, ''));
      field = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += character;
  }
  const [header, ...records] = rows;
  return records.map((record) => Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])));
}

/** How a probe and a text are compared: what a reader sees, whatever the spacing and the quotes. */
export function fold(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200d\ufeff"'`´\u2018-\u201f\u00ab\u00bb\u2039\u203a]/g, '');
}

/** Loads a TypeScript file of the product, transpiled on the way. */
export function loadProduct(path) {
  const require = createRequire(import.meta.url);
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      sourceMaps: 'inline',
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    module._compile(code, filename);
  };
  return require(join(root, path));
}

/** Inspects every labelled file (of the formats given, or of all) and says how each did. Null when the corpus is absent. */
export function measureCorpus(formats = [], isSendOnly = false) {
  const labels = join(corpus, 'labels.csv');
  if (!existsSync(labels)) return null;
  const { inspectFile, finish } = loadProduct('src/inspectors/inspect-file.ts');
  const { makeBudget, DEFAULT_LIMITS } = loadProduct('src/inspectors/budget.ts');
  const readers = isSendOnly ? null : loadProduct('src/inspectors/all-readers.ts').allReaders;
  const outcomes = [];
  for (const label of readLabels(readFileSync(labels, 'utf8'))) {
    if (formats.length > 0 && !formats.includes(label.format)) continue;
    if (!existsSync(join(corpus, label.path))) continue;
    const bytes = new Uint8Array(readFileSync(join(corpus, label.path)));
    const started = performance.now();
    const budget = makeBudget({ ...DEFAULT_LIMITS, maxTime: MAX_TIME, clock: () => performance.now(), readers });
    let inspection;
    let thrown = null;
    try {
      inspection = finish(inspectFile(label.path.split('/').pop(), bytes, budget));
    } catch (error) {
      thrown = error;
    }
    const milliseconds = performance.now() - started;
    const text = inspection === undefined ? '' : fold(inspection.segments.map((segment) => segment.text).join('\n'));
    const probes =
      label.needs_ocr === '' ? [label.text_probe, label.text_probe2, label.text_probe3].filter((probe) => probe !== '') : [];
    outcomes.push({
      path: label.path,
      format: label.format,
      expected: PROTECTION_OF_LABEL[label.label] ?? null,
      inspection,
      thrown,
      milliseconds,
      probes: probes.length,
      missed: probes.filter((probe) => !text.includes(fold(probe))),
      notes: label.notes,
    });
  }
  return outcomes;
}

function isGuarded(protection) {
  return protection === 'protected' || protection === 'partly';
}

/** An answer of `unknown` is neither: it counts as a miss, but never as a file called safe. */
export function verdictOf(outcome) {
  if (outcome.expected === null) return 'unscored';
  const actual = outcome.inspection?.protection ?? 'unknown';
  if (actual === outcome.expected) return 'right';
  if (actual === 'unknown') return 'unknown';
  if (isGuarded(actual) === isGuarded(outcome.expected)) return 'near';
  return isGuarded(actual) ? 'called-safe' : 'called-open';
}

function percent(part, whole) {
  return whole === 0 ? '     -' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}

function report(outcomes, showsAllMisses) {
  const groups = new Map();
  for (const outcome of outcomes) {
    for (const key of [outcome.format, 'ALL']) {
      if (!groups.has(key)) groups.set(key, { files: 0, scored: 0, exact: 0, binary: 0, probes: 0, hits: 0, milliseconds: 0 });
      const group = groups.get(key);
      const verdict = verdictOf(outcome);
      group.files += 1;
      group.milliseconds += outcome.milliseconds;
      if (verdict !== 'unscored') group.scored += 1;
      if (verdict === 'right') group.exact += 1;
      if (verdict === 'right' || verdict === 'near') group.binary += 1;
      group.probes += outcome.probes;
      group.hits += outcome.probes - outcome.missed.length;
    }
  }
  console.log('format      files  protected-or-not  four-class   probes            ms');
  for (const key of [...groups.keys()]
    .filter((name) => name !== 'ALL')
    .sort()
    .concat('ALL')) {
    const group = groups.get(key);
    console.log(
      `${key.padEnd(10)} ${String(group.files).padStart(6)}  ${percent(group.binary, group.scored).padStart(16)}  ${percent(group.exact, group.scored).padStart(10)}` +
        `   ${`${group.hits}/${group.probes}`.padStart(9)} ${percent(group.hits, group.probes)} ${group.milliseconds.toFixed(0).padStart(8)}`,
    );
  }
  for (const outcome of outcomes) {
    const verdict = verdictOf(outcome);
    if (outcome.thrown !== null) console.log(`THROWN    ${outcome.path}: ${outcome.thrown.stack}`);
    else if (outcome.inspection.reason === 'It was not opened.')
      console.log(`FAILED    ${outcome.path}: ${outcome.inspection.contentReason}`);
    if (outcome.milliseconds > SLOW) console.log(`SLOW      ${outcome.path}: ${outcome.milliseconds.toFixed(0)} ms`);
    if (verdict !== 'right' && verdict !== 'unscored') {
      const { protection, reason, format } = outcome.inspection ?? {};
      console.log(`${verdict.padEnd(11)} ${outcome.path}: is ${outcome.expected}, called ${protection} as ${format} (${reason})`);
    }
    if (outcome.missed.length > 0) {
      const { format, content, contentReason } = outcome.inspection ?? {};
      const shown = showsAllMisses ? outcome.missed : outcome.missed.slice(0, 1);
      console.log(
        `text ${outcome.probes - outcome.missed.length}/${outcome.probes}    ${outcome.path} as ${format}, content ${content} (${contentReason})${shown.map((probe) => `\n            wants ${JSON.stringify(probe)}`).join('')}`,
      );
    }
  }
}

/** What is promised of the whole: right for so many of 100, no file called protected that opens, and so many probes of 100. */
const PROMISED = { binary: 99.5, calledSafe: 0, probes: 93 };

/** The promises that the outcomes break, in words. */
export function brokenPromises(outcomes) {
  const verdicts = outcomes.map(verdictOf).filter((verdict) => verdict !== 'unscored');
  const right = verdicts.filter((verdict) => verdict === 'right' || verdict === 'near').length;
  const calledSafe = verdicts.filter((verdict) => verdict === 'called-safe').length;
  const probes = outcomes.reduce((sum, outcome) => sum + outcome.probes, 0);
  const missed = outcomes.reduce((sum, outcome) => sum + outcome.missed.length, 0);
  const broken = [];
  if ((100 * right) / verdicts.length < PROMISED.binary)
    broken.push(`protected or not: right for ${right} of ${verdicts.length}`);
  if (calledSafe > PROMISED.calledSafe) broken.push(`${calledSafe} files that open are called protected`);
  if ((100 * (probes - missed)) / probes < PROMISED.probes) broken.push(`${probes - missed} of ${probes} phrases found`);
  if (outcomes.some((outcome) => outcome.thrown !== null)) broken.push('an inspection threw');
  return broken;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2);
  const outcomes = measureCorpus(names.filter((name) => !name.startsWith('--')), names.includes('--send'));
  if (outcomes === null) console.log('Not run: the corpus is absent.');
  else {
    report(outcomes, names.includes('--all-misses'));
    if (names.includes('--check')) {
      for (const promise of brokenPromises(outcomes)) {
        console.log(`BROKEN    ${promise}`);
        process.exitCode = 1;
      }
    }
  }
}
