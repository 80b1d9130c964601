'use strict';
/*
 * Makes the bundle that answers a send small, as ES2020 that takes nothing from its surroundings. It takes long, so it has a thread of
 * its own beside the build of the pages, and what came of the same code is kept.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads');

const projectRoot = path.join(__dirname, '..');
const cache = path.join(projectRoot, 'node_modules', '.cache', 'heed-small-send');

/** Kept for other policies and branches than the last; one takes half a megabyte. */
const MOST_KEPT = 12;

/** False for a list that is written as one text, `'a b c'.split(' ')`: one that nothing reads may go. */
const mayDoSomething = ({ expression: callee }) => !(callee.property === 'split' && callee.expression?.TYPE === 'String');

async function makeSmall(name, code) {
  const swc = require('@swc/core');
  const { terserMinify } = require('terser-webpack-plugin');
  const wordsTogether = require('./words-together.cjs');
  // The whole bundle at once, so that what stands in for newer syntax is in it once and not once a file.
  const older = await swc.transform(code, {
    swcrc: false,
    configFile: false,
    filename: name,
    isModule: false,
    jsc: {
      target: 'es2020',
      parser: { syntax: 'ecmascript' },
      assumptions: { setSpreadProperties: true, noDocumentAll: true, pureGetters: true, objectRestNoSymbols: true, setPublicClassFields: true },
    },
  });
  // What stands in for newer syntax is put above the bundle's own function, where a page would see it.
  const small = await terserMinify({ [name]: `(function () {\n${older.code}\n})();` }, undefined, {
    ecma: 2020,
    toplevel: true,
    compress: { ecma: 2020, passes: 3, pure_getters: true, pure_funcs: mayDoSomething },
    format: { ascii_only: true, comments: false },
  });
  // What either minifier leaves, the other still finds: 2.6 KB after gzip.
  const smaller = await swc.minify(small.code, {
    ecma: 2020,
    module: false,
    toplevel: true,
    compress: { ecma: 2020, passes: 3, pure_getters: true },
    mangle: { toplevel: true },
    format: { asciiOnly: true, comments: false },
  });
  // And once more the first, though not for names: 0.1 KB.
  const smallest = await terserMinify({ [name]: smaller.code }, undefined, { ecma: 2020, toplevel: true, mangle: false, compress: { ecma: 2020, pure_getters: true, pure_funcs: mayDoSomething }, format: { ascii_only: true, comments: false } });
  return wordsTogether(smallest.code);
}

function inThread(name, code) {
  return new Promise((resolve, reject) => {
    const thread = new Worker(__filename, { workerData: { name, code } });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

/** Everything that what is made depends on: the code, what makes it small, and the minifiers that are installed. */
function fileFor(code) {
  const hash = createHash('sha256').update(code);
  for (const file of [__filename, path.join(__dirname, 'words-together.cjs'), path.join(projectRoot, 'package-lock.json')]) hash.update('\0').update(fs.readFileSync(file));
  return path.join(cache, `${hash.digest('hex').slice(0, 32)}.js`);
}

function keep(file, small) {
  fs.mkdirSync(cache, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, small);
  fs.renameSync(unfinished, file);
  const byAge = fs.readdirSync(cache).map((name) => path.join(cache, name)).sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  for (const old of byAge.slice(MOST_KEPT)) fs.rmSync(old, { force: true });
}

/** The small script for a bundle. With `isAfresh` nothing that was kept is used: a release is made of its sources alone. */
async function smallSend(name, code, isAfresh) {
  const file = fileFor(code);
  if (!isAfresh && fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  const small = await inThread(name, code);
  keep(file, small);
  return small;
}

if (isMainThread) module.exports = smallSend;
else void makeSmall(workerData.name, workerData.code).then((small) => parentPort.postMessage(small));
