'use strict';
/*
 * The transpiled sources as one script, with what V8 made of it the last time: four hundred files to find, read and compile take longer
 * than most commands. The files stay beside it, for whatever starts from one of them.
 */
const fs = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const JOINED = 'joined.js';

function filesBelow(folder, inside = '') {
  return fs.readdirSync(path.join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, name) : [name];
  });
}

/** Writes the script beside the files it is made of. */
function join(folder) {
  const parts = filesBelow(folder)
    .filter((name) => /\.(?:js|json)$/.test(name))
    .map((name) => {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      return `${JSON.stringify(name)}(exports, require, module, __filename, __dirname) {${name.endsWith('.json') ? `module.exports = ${text}` : text}\n}`;
    });
  fs.writeFileSync(path.join(folder, JOINED), `({\n${parts.join(',\n')}\n})`);
}

/** What each module of the script sees of the others: modules by their paths, packages by Node's own way. */
function linked(parts, folder) {
  const modules = new Map();
  const fromFolder = createRequire(path.join(folder, JOINED));
  const run = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const inside = path.posix.dirname(name);
    const require = (wanted) => {
      if (!wanted.startsWith('.')) return fromFolder(wanted);
      const place = path.posix.join(inside, wanted);
      const found = [`${place}.js`, `${place}/index.js`, place].find((each) => Object.hasOwn(parts, each));
      return found === undefined ? fromFolder(`./${place}`) : run(found);
    };
    parts[name].call(module.exports, module.exports, require, module, path.join(folder, name), path.join(folder, inside));
    return module.exports;
  };
  return run;
}

/**
 * The module of that name in the script. `purpose` is what it is loaded for, a word: what V8 compiled for one command is of little use to
 * another. `keep` writes down what it compiled, where that was not done before; call it when the work is done.
 */
function loadJoined(folder, name, purpose) {
  const file = path.join(folder, JOINED);
  const compiled = path.join(folder, `joined-${purpose}-${process.version}-${process.arch}.cache`);
  const cachedData = fs.existsSync(compiled) ? fs.readFileSync(compiled) : undefined;
  const script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file, cachedData });
  const keep = () => {
    if (cachedData !== undefined && script.cachedDataRejected === false) return;
    const unfinished = `${compiled}.${process.pid}`;
    try {
      fs.writeFileSync(unfinished, script.createCachedData());
      fs.renameSync(unfinished, compiled);
    } catch {
      // Somebody else's folder, or a full disk: the next start takes as long as this one.
      fs.rmSync(unfinished, { force: true });
    }
  };
  return { module: linked(script.runInThisContext(), folder)(`${name}.js`), keep };
}

module.exports = { join, loadJoined };
