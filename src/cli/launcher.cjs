#!/usr/bin/env node
'use strict';
/*
 * Starts `heed` from its TypeScript sources. The first start after a change transpiles `src/` once into an ignored
 * cache, keyed by the names, sizes and times of the sources; later starts only load it. Plain JavaScript, because
 * nothing may need building before it runs.
 */
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { join, loadJoined } = require('./joined-sources.cjs');

const sourceRoot = path.resolve(__dirname, '..');
const projectRoot = path.resolve(sourceRoot, '..');
const cacheRoot = path.join(projectRoot, 'node_modules', '.cache', 'heed');

/** Milliseconds after its last start when a transpiled folder is taken to be in nobody's use. */
const UNUSED_AFTER = 86_400_000;

/** Rooms that only browsers run: the command never loads them. */
const browserRooms = new Set(['outlook', 'launchevent', 'taskpane', 'studio', 'ui', 'demo/page']);

function listSources(folder, found = []) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!browserRooms.has(path.relative(sourceRoot, file).split(path.sep).join('/'))) listSources(file, found);
    } else if (/\.(?:ts|tsx|json)$/.test(entry.name) && !entry.name.endsWith('.d.ts')) {
      found.push(file);
    }
  }
  return found;
}

function keyOf(files) {
  const hash = crypto.createHash('sha256');
  for (const file of [...files, __filename, require.resolve('./joined-sources.cjs')]) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(sourceRoot, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 24);
}

/** What transpiles, once it is said that it does; or one clear sentence when nothing has been installed yet. */
function loadTranspiler() {
  try {
    require.resolve('@swc/core');
    console.error('heed: compiling the sources. It takes some seconds, once after each change.');
    return require('@swc/core');
  } catch {
    console.error(`heed: @swc/core is not installed. Run npm ci in ${projectRoot} first.`);
    process.exit(2);
  }
}

function transpile(files, folder) {
  const { transformFileSync } = loadTranspiler();
  for (const file of files) {
    const target = path.join(folder, path.relative(sourceRoot, file));
    fs.mkdirSync(path.dirname(target), { recursive: true });
    if (file.endsWith('.json')) {
      fs.copyFileSync(file, target);
      continue;
    }
    const { code } = transformFileSync(file, {
      swcrc: false,
      configFile: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: file.endsWith('.tsx') } },
      module: { type: 'commonjs' },
    });
    fs.writeFileSync(target.replace(/\.tsx?$/, '.js'), code);
  }
  join(folder);
}

/** Removes what nothing has started from for a day. The rest may be in use: copies of the project can share node_modules. */
function removeUnused() {
  for (const name of fs.readdirSync(cacheRoot)) {
    const folder = path.join(cacheRoot, name);
    const started = fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - started > UNUSED_AFTER) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function markUsed(folder) {
  const now = new Date();
  try {
    fs.utimesSync(folder, now, now);
  } catch {
    // Somebody else's folder can be used and not marked.
  }
}

/** The folder of transpiled sources, made if it is not there yet. Safe when two starts race: the first rename wins. */
function prepare() {
  const files = listSources(sourceRoot);
  const key = keyOf(files);
  const folder = path.join(cacheRoot, key);
  if (fs.existsSync(folder)) {
    markUsed(folder);
    return folder;
  }
  const unfinished = path.join(cacheRoot, `${key}.${process.pid}`);
  transpile(files, unfinished);
  try {
    fs.renameSync(unfinished, folder);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  markUsed(folder);
  removeUnused();
  return folder;
}

let prepared = null;

/** Loads a module of the product by its path below `src/`, without its ending: `load('check')`. */
function load(modulePath) {
  prepared ??= prepare();
  return require(path.join(prepared, modulePath));
}

module.exports = { load, projectRoot };

if (require.main === module) {
  const [command = ''] = process.argv.slice(2);
  const { module: main, keep } = loadJoined(prepare(), 'cli/main', /^[a-z]{1,20}$/.test(command) ? command : 'other');
  main
    .run(process.argv.slice(2), { packageFolder: projectRoot })
    .then(
      (exitCode) => {
        process.exitCode = exitCode;
        keep();
      },
      (error) => {
        console.error(`heed: a fault of ours stopped this command: ${error instanceof Error ? error.stack : error}`);
        process.exitCode = 2;
      },
    );
}
