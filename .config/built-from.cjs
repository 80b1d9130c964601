'use strict';
/* What a folder was built from, so that nothing is built again that is there. It is told in a file in the folder. */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const NOTE = '.built-from';

/** Everything that a built file has something of. */
const SOURCES = [
  'src', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json',
  ...['clear-leftovers', 'front-page', 'html-page', 'no-own-address', 'rules-at-a-send', 'small-send', 'words-together'].map((name) => `.config/${name}.cjs`),
];
const NOT_BUILT = new Set([path.join('src', 'demo')]);

function add(hash, name) {
  const file = path.join(root, name);
  if (!fs.existsSync(file) || NOT_BUILT.has(path.normalize(name))) return;
  if (fs.statSync(file).isDirectory()) fs.readdirSync(file).sort().forEach((entry) => add(hash, path.join(name, entry)));
  else hash.update(`${name}\0`).update(fs.readFileSync(file));
}

/** A key of the sources, the settings in the environment, and `policy`: the text or name of what is built in. */
function keyOf(policy) {
  const hash = createHash('sha256').update(JSON.stringify([policy, process.env.HEED_ORIGIN ?? '', process.env.HEED_KEY ?? '']));
  SOURCES.forEach((name) => add(hash, name));
  return hash.digest('hex');
}

/** The names, sizes and times of the files in a folder: another when anybody has changed one since. */
function stateOf(folder) {
  const files = fs.readdirSync(folder, { recursive: true }).map(String).filter((name) => name !== NOTE && fs.statSync(path.join(folder, name)).isFile()).sort();
  return createHash('sha256').update(JSON.stringify(files.map((name) => [name, fs.statSync(path.join(folder, name)).size, fs.statSync(path.join(folder, name)).mtimeMs]))).digest('hex');
}

function read(folder) {
  try {
    const { key, state, parts } = JSON.parse(fs.readFileSync(path.join(folder, NOTE), 'utf8'));
    return { key, state, parts };
  } catch {
    return { key: '', state: '', parts: [] };
  }
}

/** The part that is everything. */
const WHOLE = 'everything';

/** True when a part was built there from what has this key, and nothing in the folder has changed since. */
function isBuilt(folder, key, part) {
  const note = read(folder);
  return note.key === key && (note.parts.includes(part) || note.parts.includes(WHOLE)) && note.state === stateOf(folder);
}

/** To be called before a part is built: what is there may then be no whole build, and is not to be taken for one. Answers what else is there of this key. */
function partsBefore(folder, key) {
  const note = read(folder);
  const others = note.key === key && note.state === stateOf(folder) ? note.parts : [];
  fs.rmSync(path.join(folder, NOTE), { force: true });
  return others;
}

/** To be called after a part was built, with what stood there before. */
function noteBuilt(folder, key, part, before) {
  fs.writeFileSync(path.join(folder, NOTE), JSON.stringify({ key, state: stateOf(folder), parts: [...new Set([...before, part])] }));
}

module.exports = { WHOLE, isBuilt, keyOf, noteBuilt, partsBefore };
