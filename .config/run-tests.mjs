/*
 * Runs everything that needs Node alone: types, lint, floors, generated files, then every jest test. Ends with one line,
 * `N passed, N failed, N skipped`, that counts each of these steps and each test; what did not run is named above it.
 * `node .config/run-tests.mjs test/rules` runs jest for that folder only.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const bin = (file) => path.join('node_modules', file);
const steps = [
  ['types of everything', [bin('@typescript/native/bin/tsc'), '-p', 'tsconfig.json']],
  ['types in the bare runtime', [bin('@typescript/native/bin/tsc'), '-p', '.config/tsconfig.runtime.json']],
  ['types at a send', [bin('@typescript/native/bin/tsc'), '-p', '.config/tsconfig.outlook.json']],
  ['types of the pages', [bin('@typescript/native/bin/tsc'), '-p', '.config/tsconfig.web.json']],
  ['types of the tests of the pages', [bin('@typescript/native/bin/tsc'), '-p', '.config/tsconfig.web-tests.json']],
  ['floors', [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', '.config/floors.cjs']],
  ['dead code', [bin('knip/bin/knip.js'), '--config', '.config/knip.json']],
  ['generated files are fresh', ['docs/generate.mjs', '--check']],
];

/** Takes long and needs one core: it runs beside everything else, and gives way to it. */
const LINT = [bin('eslint/bin/eslint.js'), '--config', '.config/eslint.config.mjs', '--cache', '--cache-location', 'node_modules/.cache/eslint/', 'src', 'test'];

/** Runs a script at low priority; resolves to whether it passed, and what it said. */
function runBeside(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => void (said += text));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ isPassed: code === 0, said }));
  });
}

function runNode(args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

const only = process.argv.slice(2);
let passed = 0;
const failed = [];
const lint = only.length > 0 ? null : runBeside(LINT);
for (const [name, args] of only.length > 0 ? [] : steps) {
  const started = Date.now();
  const isPassed = runNode(args);
  console.log(`${isPassed ? 'pass' : 'FAIL'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (isPassed) passed += 1;
  else failed.push(name);
}

/** Browsers share the machine badly, so the end-to-end tests come one after the other, after all the rest. */
const stages = only.length > 0 ? [only] : [['--maxWorkers=100%', '--testPathIgnorePatterns', 'test/e2e'], ['--runInBand', 'test/e2e']];
let skipped = 0;
for (const stage of stages) {
  const outputFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'heed-tests-')), 'result.json');
  const isPassed = runNode([bin('jest/bin/jest.js'), '-c', '.config/jest.config.cjs', '--forceExit', '--json', `--outputFile=${outputFile}`, ...stage]);
  const before = failed.length;
  if (fs.existsSync(outputFile)) {
    const result = JSON.parse(fs.readFileSync(outputFile, 'utf8'));
    passed += result.numPassedTests;
    skipped += result.numPendingTests + result.numTodoTests;
    for (const suite of result.testResults) {
      if (suite.status === 'failed' && suite.assertionResults.length === 0) failed.push(suite.name);
      for (const assertion of suite.assertionResults) {
        if (assertion.status === 'failed') failed.push(assertion.fullName);
        if (assertion.status === 'todo' || assertion.status === 'pending') console.log(`not run: ${assertion.fullName}`);
      }
    }
  }
  fs.rmSync(path.dirname(outputFile), { recursive: true });
  if (!isPassed && failed.length === before) failed.push(`jest ${stage.join(' ')}`);
}
if (lint !== null) {
  const { isPassed, said } = await lint;
  console.log(`${said}${isPassed ? 'pass' : 'FAIL'}  lint`);
  if (isPassed) passed += 1;
  else failed.push('lint');
}
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`);
process.exitCode = failed.length === 0 ? 0 : 1;
