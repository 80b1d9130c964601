'use strict';
/* Builds one page into dist/, or HEED_DIST, for a command that serves it. */
const fs = require('node:fs');
const path = require('node:path');

/**
 * Builds the page of that name, and with `isAlone` nothing that Outlook loads beside it. What it does is said before the
 * libraries for it are loaded, which take a while by themselves. Throws an Error with what does not build.
 */
module.exports = async function buildPage(page, said, { isAlone }) {
  console.error(`Building ${said}. This takes half a minute, and longer on a busy machine.`);
  process.env.HEED_PAGES ??= page;
  const dist = process.env.HEED_DIST ?? path.join(__dirname, '..', 'dist');
  // What is there may then be no whole build, and is not to be taken for one.
  fs.rmSync(path.join(dist, '.built-from'), { force: true });
  const webpack = require('webpack');
  const configurations = (await require('../webpack.config.js')()).filter(({ name }) => !isAlone || name === 'web');
  const compiler = webpack(configurations);
  const stats = await new Promise((resolve, reject) => compiler.run((error, result) => (error === null ? resolve(result) : reject(error))));
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(`${said} does not build.\n${stats.toString({ all: false, errors: true })}`);
};
