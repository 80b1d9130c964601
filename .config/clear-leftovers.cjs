'use strict';
/*
 * Takes what an earlier build left behind: scripts that are named for their content and that no page leads to any more. The
 * page of another build keeps its own, and what has no such name is never touched.
 */
const fs = require('node:fs');
const path = require('node:path');

const HASHED = /\.([0-9a-f]{16})\.js$/;

/** Removes them from a folder, and answers their names. */
function clearLeftovers(folder) {
  const names = fs.readdirSync(folder);
  const left = new Map(names.flatMap((name) => (HASHED.test(name) ? [[name, HASHED.exec(name)[1]]] : [])));
  const readers = names.filter((name) => name.endsWith('.html'));
  // A script names the further ones that it loads by the hash alone.
  while (left.size > 0 && readers.length > 0) {
    const text = fs.readFileSync(path.join(folder, readers.pop()), 'utf8');
    for (const [name, hash] of left) {
      if (!text.includes(hash)) continue;
      left.delete(name);
      readers.push(name);
    }
  }
  for (const name of left.keys()) fs.rmSync(path.join(folder, name));
  return [...left.keys()];
}

/** A webpack plugin that does so once everything is written. */
const clearingLeftovers = { apply: (compiler) => compiler.hooks.afterEmit.tap('clear-leftovers', ({ outputOptions }) => void clearLeftovers(outputOptions.path)) };

module.exports = { clearLeftovers, clearingLeftovers };
