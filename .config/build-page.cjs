'use strict';
/* Builds one page into dist/, or HEED_DIST, for a command that serves it. */
const fs = require('node:fs');
const path = require('node:path');
const { isBuilt, keyOf, noteBuilt, partsBefore } = require('./built-from.cjs');

const root = path.join(__dirname, '..');

/** A shipped policy is one of the sources. A file stands on others, so with one everything is built anew: null. */
function keyOfSources() {
  const policy = process.env.HEED_POLICY ?? '';
  return policy === '' || fs.existsSync(path.join(root, 'src', 'policy', 'packs', `${policy}.json`)) ? keyOf(policy) : null;
}

/**
 * Builds the page of that name, and with `isAlone` nothing that Outlook loads beside it, unless it was built from the same before. What
 * it does is said before the libraries for it are loaded, which take a while by themselves. Throws an Error with what does not build.
 */
module.exports = async function buildPage(page, said, { isAlone }) {
  const dist = process.env.HEED_DIST ?? path.join(root, 'dist');
  const key = keyOfSources();
  if (key !== null && isBuilt(dist, key, page)) return;
  console.error(`Building ${said}. This takes half a minute, and longer on a busy machine.`);
  process.env.HEED_PAGES ??= page;
  const before = partsBefore(dist, key);
  const webpack = require('webpack');
  const configurations = (await require('../webpack.config.js')()).filter(({ name }) => !isAlone || name === 'web');
  const compiler = webpack(configurations);
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error === null ? resolve(result) : reject(error))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(`${said} does not build.\n${stats.toString({ all: false, errors: true })}`);
  if (key !== null) noteBuilt(dist, key, page, before);
};
